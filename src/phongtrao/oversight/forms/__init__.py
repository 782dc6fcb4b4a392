"""What is typed into oversight."""

from phongtrao.oversight.forms.accounts import (
    ClarificationForm,
    ClarificationStepForm,
    OutlineForm,
    SummaryForm,
)
from phongtrao.oversight.forms.checks import DocumentForm, DocumentStepForm, FindingForm
from phongtrao.oversight.forms.inspections import (
    ConclusionForm,
    InspectionFilter,
    InspectionForm,
    StepForm,
    TeamForm,
)
from phongtrao.oversight.forms.remedies import (
    RecommendationFilter,
    RecommendationForm,
    RemedyForm,
    YearForm,
    criterion_choices,
    urgency_choices,
)
from phongtrao.oversight.forms.sessions import (
    HeldForm,
    SessionForm,
    SessionMinutesForm,
    SessionMoveForm,
    SessionOffForm,
    VersionForm,
)

__all__ = [
    "ClarificationForm",
    "ClarificationStepForm",
    "ConclusionForm",
    "DocumentForm",
    "DocumentStepForm",
    "FindingForm",
    "HeldForm",
    "InspectionFilter",
    "InspectionForm",
    "OutlineForm",
    "RecommendationFilter",
    "RecommendationForm",
    "RemedyForm",
    "SessionForm",
    "SessionMinutesForm",
    "SessionMoveForm",
    "SessionOffForm",
    "StepForm",
    "SummaryForm",
    "TeamForm",
    "VersionForm",
    "YearForm",
    "criterion_choices",
    "urgency_choices",
]
