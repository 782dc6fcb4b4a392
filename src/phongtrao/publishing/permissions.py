"""Who may draw up, sign for and number papers."""

from phongtrao.org.permissions import Actor
from phongtrao.org.roles import LEVELS
from phongtrao.publishing.models import Paper, PaperDelivery, PaperStep
from phongtrao.publishing.workflow import DeliveryState, PaperState, StepKind
from phongtrao.reporting.models import Round
from phongtrao.reporting.workflow import ApprovalKind


def standing_kind(round_: Round) -> str | None:
    """The kind of body that approves the reports of the round: the standing body draws up."""
    needs = round_.template_version.approvals_for(round_.level)
    found = (need["body_kind"] for need in needs if need["kind"] == ApprovalKind.APPROVE)
    return next(found, None)


def can_draft(by: Actor, round_: Round, area_id: int) -> bool:
    """Officers and leaders of the standing body of an area above those that report."""
    return (
        by.can("paper.draft")
        and by.scope.level in _above(round_.level)
        and by.body is not None
        and by.body.area_id == area_id
        and by.body.kind_id == standing_kind(round_)
    )


def can_edit(by: Actor, paper: Paper) -> bool:
    """Officers and leaders of the body that draws the paper up."""
    return by.can("paper.draft") and by.body_id == paper.body_id


def can_record_issue(by: Actor, paper: Paper) -> bool:
    """Whoever draws papers up, and the clerk who keeps the register of the same body."""
    return by.can("paper.issue") and by.body_id == paper.body_id


def can_raise(by: Actor, paper: Paper) -> bool:
    """The body of the paper sends what it proposes, with the right to make proposals."""
    return can_edit(by, paper) and by.can("proposal.make")


def can_follow(by: Actor, paper: Paper) -> bool:
    """The body of the paper reads every step of its way; others read what was made of it."""
    return by.can("paper.read") and by.body_id == paper.body_id


def can_initial(by: Actor, paper: Paper, kind: str) -> bool:
    """Content: whoever draws papers up; form: the office that issues them; not the presenter."""
    capability = "paper.draft" if kind == StepKind.CONTENT else "paper.issue"
    return by.can(capability) and by.body_id == paper.body_id and not has_presented(by, paper)


def has_presented(by: Actor, paper: Paper) -> bool:
    """Whether the actor handed the paper in himself: another pair of eyes looks through it."""
    presenter = paper.submitted_by
    return presenter is not None and (
        by.posting_id == presenter.pk or by.account_id == presenter.account_id
    )


def can_sign(by: Actor, paper: Paper) -> bool:
    """The leaders of the body that draws the paper up."""
    return by.can("paper.sign") and by.body_id == paper.body_id


def can_return(by: Actor, paper: Paper) -> bool:
    """Whoever has the paper before him: to initial it, to sign it, to number it."""
    kind = {PaperState.SUBMITTED: StepKind.CONTENT, PaperState.CHECKED: StepKind.LAYOUT}.get(
        PaperState(paper.state)
    )
    if kind is not None and can_initial(by, paper, kind):
        return True
    if paper.state == PaperState.SIGNED and can_record_issue(by, paper):
        return True
    return can_sign(by, paper)


def can_record_step(by: Actor, paper: Paper) -> bool:
    """The clerk of the body records what was signed on paper."""
    return by.can("paper.record_signed") and by.body_id == paper.body_id


def can_answer(by: Actor, step: PaperStep) -> bool:
    """Officials of the body that is asked for its word."""
    return by.can("paper.answer") and step.body_id is not None and by.body_id == step.body_id


def can_record_answer(by: Actor, paper: Paper, step: PaperStep) -> bool:
    """The clerk of either side has the signed word in hand."""
    is_asked = step.body_id is not None and by.body_id == step.body_id
    return can_record_step(by, paper) or (by.can("paper.record_signed") and is_asked)


def can_read_step(by: Actor, paper: Paper, step: PaperStep) -> bool:
    """The body of the paper reads every step; a body that was asked reads the word on it."""
    is_asked = step.body_id is not None and by.body_id == step.body_id
    return can_follow(by, paper) or is_asked


def can_send(by: Actor, paper: Paper) -> bool:
    """The office of the paper's body sends it, and calls it back."""
    return can_record_issue(by, paper)


def can_pass_on(by: Actor, delivery: PaperDelivery) -> bool:
    """A body that has the paper sends copies of it further."""
    return (
        by.can("paper.issue")
        and by.body_id == delivery.body_id
        and delivery.state == DeliveryState.RECEIVED
    )


def can_receive(by: Actor, delivery: PaperDelivery) -> bool:
    """Officials of the body to which the paper went confirm its receipt."""
    return by.can("paper.receive") and by.body_id == delivery.body_id


def can_record_receipt(by: Actor, delivery: PaperDelivery) -> bool:
    """The clerk of either side has the signed slip in hand."""
    sides = {delivery.body_id, delivery.paper.body_id, delivery.copied_by_id}
    return by.can("paper.record_signed") and by.body_id in sides


def can_set_rules(by: Actor) -> bool:
    """The leaders of a body lay down what initials it needs."""
    return by.can("paper.sign")


def can_set_template(by: Actor) -> bool:
    """Whoever draws papers up for a body sets its own template."""
    return by.can("paper.draft") and by.body_id is not None


def _above(level: str) -> list[str]:
    return LEVELS[: LEVELS.index(level)] if level in LEVELS else []
