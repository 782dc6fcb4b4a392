"""Who does what about models; the actions ask these predicates."""

from phongtrao.fieldwork.exemplars.models import LearningRequest, PracticeModel
from phongtrao.fieldwork.exemplars.workflow import PUBLIC
from phongtrao.fieldwork.register.permissions import can_keep, may_record
from phongtrao.org.permissions import Actor


def can_keep_model(by: Actor, model: PracticeModel) -> bool:
    """Change a model or take a step: the body in charge; one that repeats another stays."""
    return can_keep(by, model) and not model.is_merged


def can_decide_pair(by: Actor, first: PracticeModel, second: PracticeModel) -> bool:
    """Say whether two entries are one model: the body of both, or one whose area holds both."""
    if not may_record(by):
        return False
    if by.body_id == first.body_id == second.body_id:
        return True
    areas = (first.area_id, second.area_id)
    is_above = by.scope.area_id not in areas
    own = by.body_id in (first.body_id, second.body_id)
    return (is_above or own) and all(by.scope.covers(area) for area in areas)


def is_public(model: PracticeModel) -> bool:
    """Whether everybody signed in reads what the model is: it runs, and counts."""
    return model.state in PUBLIC and not model.is_struck and not model.is_merged


def can_ask_to_learn(by: Actor, model: PracticeModel) -> bool:
    """Ask the body of a running model for a visit: officers of other bodies."""
    return may_record(by) and by.body_id != model.body_id and is_public(model)


def can_answer(by: Actor, request: LearningRequest) -> bool:
    """Answer a request to learn: the body in charge of the model now."""
    return may_record(by) and by.body_id == request.model.body_id


def can_note_visit(by: Actor, request: LearningRequest) -> bool:
    """Withdraw a request, or note the visit: the body that asked."""
    return may_record(by) and by.body_id == request.body_id
