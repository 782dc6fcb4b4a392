"""Forms of models: filters, a model, a step of its life."""

from phongtrao.fieldwork.exemplars.forms.filters import ModelFilter
from phongtrao.fieldwork.exemplars.forms.models import ModelForm, StepForm

__all__ = ["ModelFilter", "ModelForm", "StepForm"]
