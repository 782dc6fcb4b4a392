"""What is done with meetings."""

from phongtrao.fieldwork.meetings.actions.bridges import BridgePlan, plan_bridges, test_connection
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
from phongtrao.fieldwork.meetings.actions.invitations import (
    Answer,
    Invited,
    answer,
    invite,
    note_attendance,
    send_invitations,
    withdraw,
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
from phongtrao.fieldwork.meetings.actions.papers import (
    PaperTerms,
    approve_paper,
    ask_paper,
    change_paper,
    drop_paper,
    order_papers,
    return_paper,
    send_paper,
)
from phongtrao.fieldwork.meetings.actions.quorum import ask_quorum
from phongtrao.fieldwork.meetings.actions.seating import order_seats
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
    "Answer",
    "BridgePlan",
    "ConclusionTerms",
    "Correction",
    "Held",
    "Invited",
    "MeetingTerms",
    "PaperTerms",
    "StatementTerms",
    "add_addendum",
    "add_conclusion",
    "add_statement",
    "answer",
    "answer_with",
    "approve_minutes",
    "approve_paper",
    "ask_paper",
    "ask_quorum",
    "call_off",
    "change_conclusion",
    "change_meeting",
    "change_paper",
    "change_statement",
    "conclude",
    "drop_conclusion",
    "drop_paper",
    "give_as_task",
    "hold",
    "invite",
    "merge_minutes",
    "move",
    "note_attendance",
    "order_papers",
    "order_seats",
    "plan_bridges",
    "plan_meeting",
    "raise_proposal",
    "reopen",
    "return_paper",
    "save_minutes",
    "send_invitations",
    "send_paper",
    "settle",
    "strike_out",
    "strike_statement",
    "test_connection",
    "tie_to_requirement",
    "withdraw",
]
