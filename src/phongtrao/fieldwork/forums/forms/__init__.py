"""Forms of forums: filters, a forum, a remark, the steps of a remark."""

from phongtrao.fieldwork.forums.forms.filters import ForumFilter, RemarkFilter
from phongtrao.fieldwork.forums.forms.forums import (
    ConcludeForm,
    ForumForm,
    GuidedForm,
    HoldForm,
)
from phongtrao.fieldwork.forums.forms.remarks import RemarkForm, RemarkRowForm, no_remark
from phongtrao.fieldwork.forums.forms.steps import STEP_FORMS, PublishForm, StepForm

__all__ = [
    "STEP_FORMS",
    "ConcludeForm",
    "ForumFilter",
    "ForumForm",
    "GuidedForm",
    "HoldForm",
    "PublishForm",
    "RemarkFilter",
    "RemarkForm",
    "RemarkRowForm",
    "StepForm",
    "no_remark",
]
