"""Forms of forums: filters, a forum, an opinion, the steps of an opinion."""

from phongtrao.fieldwork.forums.forms.filters import ForumFilter, OpinionFilter
from phongtrao.fieldwork.forums.forms.forums import (
    ConcludeForm,
    ForumForm,
    GuidedForm,
    HoldForm,
)
from phongtrao.fieldwork.forums.forms.opinions import OpinionForm, OpinionRowForm, no_opinion
from phongtrao.fieldwork.forums.forms.steps import STEP_FORMS, PublishForm, StepForm

__all__ = [
    "STEP_FORMS",
    "ConcludeForm",
    "ForumFilter",
    "ForumForm",
    "GuidedForm",
    "HoldForm",
    "OpinionFilter",
    "OpinionForm",
    "OpinionRowForm",
    "PublishForm",
    "StepForm",
    "no_opinion",
]
