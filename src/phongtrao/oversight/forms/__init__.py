"""What is typed into oversight."""

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

__all__ = [
    "ConclusionForm",
    "InspectionFilter",
    "InspectionForm",
    "RecommendationFilter",
    "RecommendationForm",
    "RemedyForm",
    "StepForm",
    "TeamForm",
    "YearForm",
    "criterion_choices",
    "urgency_choices",
]
