"""Meetings from the plan to the conclusions that are followed; bodies and posts, never names."""

from phongtrao.fieldwork.meetings.models.invitations import Invitation, InvitationStep
from phongtrao.fieldwork.meetings.models.meetings import (
    AgendaItem,
    BridgePoint,
    Meeting,
    MeetingMove,
    MeetingPartner,
    MeetingSection,
)
from phongtrao.fieldwork.meetings.models.minutes import Conclusion, MinutesVersion
from phongtrao.fieldwork.meetings.models.papers import MeetingPaper, MeetingPaperStep

__all__ = [
    "AgendaItem",
    "BridgePoint",
    "Conclusion",
    "Invitation",
    "InvitationStep",
    "Meeting",
    "MeetingMove",
    "MeetingPaper",
    "MeetingPaperStep",
    "MeetingPartner",
    "MeetingSection",
    "MinutesVersion",
]
