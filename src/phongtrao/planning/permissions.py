"""Who may do what with papers, requirements and tasks; the actions ask these predicates."""

from collections.abc import Iterable

from phongtrao.core.errors import N_, Forbidden
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import Role
from phongtrao.planning.models import (
    ExtensionRequest,
    Requirement,
    RequirementAddressee,
    Task,
)


def posting_of(by: Actor) -> Posting:
    """The posting in whose name something is written; raises Forbidden for an actor without one."""
    if by.posting is None:
        raise Forbidden(N_("Bạn chưa có chức trách nào đang hiệu lực. Chưa có gì thay đổi."))
    return by.posting


def can_address(by: Actor, requirement: Requirement) -> bool:
    """Name further bodies for a requirement, or map it to a content: the paper's home body."""
    return by.can("intake.accept") and by.body_id == requirement.document.home_body_id


def can_concretise(by: Actor, addressee: RequirementAddressee) -> bool:
    """Decide how a requirement is carried out: the addressed body itself."""
    return by.can("requirement.concretise") and by.body_id == addressee.body_id


def can_assign(by: Actor) -> bool:
    """Give tasks at all; whom to, is `bodies_out_of_reach`."""
    return by.can("task.assign") and by.body_id is not None


def bodies_out_of_reach(by: Actor, bodies: Iterable[Body]) -> list[Body]:
    """The bodies that no task of this actor may name: closed, or outside its area and below.

    Bodies of the same area are within reach: both sides of a programme work there, and the
    product records what they agreed, it does not replace the agreement.
    """
    return [
        body for body in bodies if not (body.holds_on(by.day) and by.scope.covers_now(body.area_id))
    ]


def can_report(by: Actor, task: Task, *, done: bool = False) -> bool:
    """Report progress: the lead, and each coordinating body on its part; done: the lead alone."""
    if not by.can("task.report"):
        return False
    if by.body_id == task.lead_id:
        return True
    return not done and any(part.body_id == by.body_id for part in task.parts.all())


def can_ask_extension(by: Actor, task: Task) -> bool:
    """Ask for more time: the lead."""
    return by.can("task.ask_extension") and by.body_id == task.lead_id


def can_decide_for(by: Actor, task: Task, *, author_id: int | None) -> bool:
    """Decide on what the lead reported or asked: the assigner, never whoever reported or asked.

    `author_id` is the account behind the report or the request. Where a body has given the task
    to itself, its leader decides, and is another official than the author.
    """
    if not by.can("task.decide") or by.body_id != task.assigner_id:
        return False
    if author_id is not None and by.account_id == author_id:
        return False
    if task.assigner_id != task.lead_id:
        return True
    return by.posting is not None and by.posting.role == Role.LEADER


def can_confirm(by: Actor, task: Task) -> bool:
    """Confirm that a task is done, or return its report."""
    return can_decide_for(by, task, author_id=task.reported_account_id)


def can_decide_extension(by: Actor, request: ExtensionRequest) -> bool:
    """Grant or refuse more time."""
    return can_decide_for(by, request.task, author_id=request.asked_account_id)


def can_halt(by: Actor, task: Task) -> bool:
    """Suspend, resume or withdraw a task: the body that gave it."""
    return by.can("task.assign") and by.body_id == task.assigner_id
