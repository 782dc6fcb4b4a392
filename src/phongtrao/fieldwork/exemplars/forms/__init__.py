"""Forms of models: filters, a model, its steps, evidence, requests to learn, good practices."""

from phongtrao.fieldwork.exemplars.forms.evidence import ActivityForm, ReviewForm
from phongtrao.fieldwork.exemplars.forms.filters import (
    CatalogueFilter,
    ModelFilter,
    PracticeFilter,
    RequestFilter,
    field_choices,
)
from phongtrao.fieldwork.exemplars.forms.learning import (
    AgreeForm,
    DeclineForm,
    PracticeForm,
    StepBackForm,
    VisitForm,
    WishForm,
)
from phongtrao.fieldwork.exemplars.forms.models import ModelForm, StepForm

__all__ = [
    "ActivityForm",
    "AgreeForm",
    "CatalogueFilter",
    "DeclineForm",
    "ModelFilter",
    "ModelForm",
    "PracticeFilter",
    "PracticeForm",
    "RequestFilter",
    "ReviewForm",
    "StepBackForm",
    "StepForm",
    "VisitForm",
    "WishForm",
    "field_choices",
]
