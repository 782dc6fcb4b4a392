"""What is done with meetings."""

from phongtrao.fieldwork.meetings.actions.conclusions import (
    ConclusionTerms,
    add_conclusion,
    answer_with,
    change_conclusion,
    drop_conclusion,
    give_as_task,
    settle,
    tie_to_requirement,
)
from phongtrao.fieldwork.meetings.actions.meetings import (
    MeetingTerms,
    change_meeting,
    plan_meeting,
)
from phongtrao.fieldwork.meetings.actions.minutes import (
    Correction,
    add_addendum,
    approve_minutes,
    merge_minutes,
    save_minutes,
)
from phongtrao.fieldwork.meetings.actions.statements import (
    StatementTerms,
    add_statement,
    change_statement,
    raise_proposal,
    strike_statement,
)
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
    "Correction",
    "Held",
    "MeetingTerms",
    "StatementTerms",
    "add_addendum",
    "add_conclusion",
    "add_statement",
    "answer_with",
    "approve_minutes",
    "call_off",
    "change_conclusion",
    "change_meeting",
    "change_statement",
    "conclude",
    "drop_conclusion",
    "give_as_task",
    "hold",
    "merge_minutes",
    "move",
    "plan_meeting",
    "raise_proposal",
    "reopen",
    "save_minutes",
    "settle",
    "strike_out",
    "strike_statement",
    "tie_to_requirement",
]
