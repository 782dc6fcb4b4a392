"""Who may draw up, sign for and number papers."""

from phongtrao.org.permissions import Actor
from phongtrao.org.roles import LEVELS
from phongtrao.publishing.models import Paper
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


def _above(level: str) -> list[str]:
    return LEVELS[: LEVELS.index(level)] if level in LEVELS else []
