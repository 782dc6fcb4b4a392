"""What is done with meetings."""

from phongtrao.fieldwork.meetings.actions.conclusions import (
    ConclusionTerms,
    add_conclusion,
    change_conclusion,
    drop_conclusion,
    give_as_task,
    settle,
)
from phongtrao.fieldwork.meetings.actions.meetings import (
    MeetingTerms,
    change_meeting,
    plan_meeting,
)
from phongtrao.fieldwork.meetings.actions.minutes import approve_minutes, save_minutes
from phongtrao.fieldwork.meetings.actions.steps import (
    Held,
    call_off,
    conclude,
    hold,
    move,
    reopen,
)
from phongtrao.fieldwork.register.actions import strike_out

__all__ = [
    "ConclusionTerms",
    "Held",
    "MeetingTerms",
    "add_conclusion",
    "approve_minutes",
    "call_off",
    "change_conclusion",
    "change_meeting",
    "conclude",
    "drop_conclusion",
    "give_as_task",
    "hold",
    "move",
    "plan_meeting",
    "reopen",
    "save_minutes",
    "settle",
    "strike_out",
]
