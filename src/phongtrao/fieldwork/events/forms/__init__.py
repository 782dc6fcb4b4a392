"""Forms of festivals."""

from phongtrao.fieldwork.events.forms.filters import PlanFilter, SiteFilter
from phongtrao.fieldwork.events.forms.plans import PlanForm, priority_rows
from phongtrao.fieldwork.events.forms.preparation import (
    EmptyForm,
    InviteForm,
    PictureForm,
    ProgrammeForm,
    ReplyForm,
    cost_rows,
)
from phongtrao.fieldwork.events.forms.sites import (
    ApproveForm,
    HeldRowForm,
    ResultForm,
    SiteForm,
    StepForm,
)

__all__ = [
    "ApproveForm",
    "EmptyForm",
    "HeldRowForm",
    "InviteForm",
    "PictureForm",
    "PlanFilter",
    "PlanForm",
    "ProgrammeForm",
    "ReplyForm",
    "ResultForm",
    "SiteFilter",
    "SiteForm",
    "StepForm",
    "cost_rows",
    "priority_rows",
]
