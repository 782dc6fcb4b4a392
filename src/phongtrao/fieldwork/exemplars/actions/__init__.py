"""Every change of a model, of what it did, and of who learned from whom."""

from phongtrao.fieldwork.exemplars.actions.evidence import (
    ActivityTerms,
    ReviewTerms,
    record_activity,
    review_model,
)
from phongtrao.fieldwork.exemplars.actions.learning import (
    agree_to_visit,
    ask_to_learn,
    decline_visit,
    note_visit,
    withdraw_request,
)
from phongtrao.fieldwork.exemplars.actions.models import (
    Launch,
    ModelTerms,
    Size,
    change_model,
    enter_model,
)
from phongtrao.fieldwork.exemplars.actions.origins import Origin, set_origin
from phongtrao.fieldwork.exemplars.actions.pairs import keep_apart, merge_models, undo_pair
from phongtrao.fieldwork.exemplars.actions.practices import (
    PracticeTerms,
    change_practice,
    grow_practice,
    tell_practice,
)
from phongtrao.fieldwork.exemplars.actions.steps import StepFacts, take_step
from phongtrao.fieldwork.register.actions import strike_out

__all__ = [
    "ActivityTerms",
    "Launch",
    "ModelTerms",
    "Origin",
    "PracticeTerms",
    "ReviewTerms",
    "Size",
    "StepFacts",
    "agree_to_visit",
    "ask_to_learn",
    "change_model",
    "change_practice",
    "decline_visit",
    "enter_model",
    "grow_practice",
    "keep_apart",
    "merge_models",
    "note_visit",
    "record_activity",
    "review_model",
    "set_origin",
    "strike_out",
    "take_step",
    "tell_practice",
    "undo_pair",
    "withdraw_request",
]
