"""Who approves the minutes of a meeting; the actions ask these predicates."""

from phongtrao.fieldwork.meetings.models import Meeting
from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import Role


def can_approve(by: Actor, meeting: Meeting) -> bool:
    """Approve minutes: the chair's side, that is a leader of the body that holds the meeting, or
    its officer who notes whose approval it is.
    """
    leads = by.posting is not None and by.posting.role == Role.LEADER
    return can_keep(by, meeting) or (
        leads and by.body_id == meeting.body_id and not meeting.is_struck
    )
