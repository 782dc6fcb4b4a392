"""Who drafts and who approves the calendar of a week; the actions ask these predicates."""

from phongtrao.fieldwork.weeks.models import Week
from phongtrao.org.permissions import Actor


def may_draft(by: Actor) -> bool:
    """Keep the calendar of one's own body."""
    return by.can("week.draft") and by.body_id is not None


def can_draft(by: Actor, week: Week) -> bool:
    """Write into a week: those who draft for its body, while that body is there."""
    return may_draft(by) and by.body_id == week.body_id


def can_approve(by: Actor, week: Week) -> bool:
    """Approve a week or its changes: a leader of its body."""
    return by.can("week.approve") and by.body_id == week.body_id
