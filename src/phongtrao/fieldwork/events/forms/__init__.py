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
from phongtrao.fieldwork.events.forms.selections import (
    ApplyForm,
    LinesForm,
    SelectionForm,
    guest_rows,
    line_rows,
    site_called,
)
from phongtrao.fieldwork.events.forms.sites import (
    ApproveForm,
    HeldRowForm,
    ResultForm,
    SiteForm,
    StepForm,
)

__all__ = [
    "ApplyForm",
    "ApproveForm",
    "EmptyForm",
    "HeldRowForm",
    "InviteForm",
    "LinesForm",
    "PictureForm",
    "PlanFilter",
    "PlanForm",
    "ProgrammeForm",
    "ReplyForm",
    "ResultForm",
    "SelectionForm",
    "SiteFilter",
    "SiteForm",
    "StepForm",
    "cost_rows",
    "guest_rows",
    "line_rows",
    "priority_rows",
    "site_called",
]
