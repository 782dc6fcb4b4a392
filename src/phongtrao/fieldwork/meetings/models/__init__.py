"""Meetings from the plan to the conclusions that are followed; bodies and posts, never names."""

from phongtrao.fieldwork.meetings.models.conclusions import Conclusion, ConclusionPart
from phongtrao.fieldwork.meetings.models.invitations import Invitation, InvitationStep
from phongtrao.fieldwork.meetings.models.meetings import (
    AgendaItem,
    BridgePoint,
    Meeting,
    MeetingMove,
    MeetingPartner,
    MeetingSection,
)
from phongtrao.fieldwork.meetings.models.minutes import (
    MinutesAddendum,
    MinutesVersion,
    Statement,
    StatementVersion,
    VersionOutcome,
)
from phongtrao.fieldwork.meetings.models.papers import MeetingPaper, MeetingPaperStep

__all__ = [
    "AgendaItem",
    "BridgePoint",
    "Conclusion",
    "ConclusionPart",
    "Invitation",
    "InvitationStep",
    "Meeting",
    "MeetingMove",
    "MeetingPaper",
    "MeetingPaperStep",
    "MeetingPartner",
    "MeetingSection",
    "MinutesAddendum",
    "MinutesVersion",
    "Statement",
    "StatementVersion",
    "VersionOutcome",
]
