"""Every change of a model, of what it did, and of who learned from whom."""

from phongtrao.fieldwork.exemplars.actions.models import (
    Launch,
    ModelTerms,
    Size,
    change_model,
    enter_model,
)
from phongtrao.fieldwork.exemplars.actions.origins import Origin, set_origin
from phongtrao.fieldwork.exemplars.actions.steps import StepFacts, take_step
from phongtrao.fieldwork.register.actions import strike_out

__all__ = [
    "Launch",
    "ModelTerms",
    "Origin",
    "Size",
    "StepFacts",
    "change_model",
    "enter_model",
    "set_origin",
    "strike_out",
    "take_step",
]
