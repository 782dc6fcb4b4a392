"""Who supervises and who answers; the actions and pages ask these predicates."""

from phongtrao.core.errors import N_, Forbidden
from phongtrao.fieldwork.grassroots.models import Supervision
from phongtrao.fieldwork.grassroots.rules import FRONT
from phongtrao.fieldwork.register.permissions import may_record
from phongtrao.org.permissions import Actor


def may_supervise(by: Actor) -> bool:
    """Supervision and criticism are acts of the Front and its member organisations."""
    return may_record(by) and by.body is not None and by.body.kind_id in FRONT


def can_answer(by: Actor, entry: Supervision) -> bool:
    """Note the answer: the body in charge from the paper that came, or the asked body itself."""
    if entry.is_struck or not may_record(by):
        return False
    return by.body_id in (entry.body_id, entry.asked_id)


def require_answerer(by: Actor, entry: Supervision) -> None:
    """Raises Forbidden where the actor may read an entry and not note its answer."""
    if not can_answer(by, entry):
        raise Forbidden(N_("Chỉ cơ quan chủ trì và cơ quan được kiến nghị ghi được trả lời."))
