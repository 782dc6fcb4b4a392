"""Meetings from the plan to the conclusions that are followed; bodies and posts, never names."""

from phongtrao.fieldwork.meetings.models.meetings import (
    AgendaItem,
    BridgePoint,
    Meeting,
    MeetingMove,
    MeetingPartner,
    MeetingSection,
)
from phongtrao.fieldwork.meetings.models.minutes import Conclusion, MinutesVersion

__all__ = [
    "AgendaItem",
    "BridgePoint",
    "Conclusion",
    "Meeting",
    "MeetingMove",
    "MeetingPartner",
    "MeetingSection",
    "MinutesVersion",
]
