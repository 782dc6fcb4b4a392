"""Who does what about forums and remarks; the actions ask these predicates."""

from phongtrao.fieldwork.forums.models import Remark
from phongtrao.fieldwork.register.permissions import can_keep, may_record
from phongtrao.org.permissions import Actor

_OF_KEEPER = frozenset({"answer_on_spot", "assign", "correct", "publish"})


def can_answer(by: Actor, remark: Remark) -> bool:
    """Reply, answer, hand on: the body that answers; the forum's may record what it was sent."""
    own = by.body_id in (remark.assigned_to_id, remark.body_id)
    return may_record(by) and by.body_id is not None and own and not remark.is_struck


def can_step(by: Actor, remark: Remark, verb: str) -> bool:
    """Take a step of the workflow."""
    return can_keep(by, remark) if verb in _OF_KEEPER else can_answer(by, remark)
