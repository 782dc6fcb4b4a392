"""The verbs of oversight."""

from phongtrao.oversight.actions.accounts import OutlineTerms, send_outline, write_summary
from phongtrao.oversight.actions.checks import Finding, check
from phongtrao.oversight.actions.clarifications import (
    ClarificationTerms,
    ask_to_clarify,
    take_clarification_step,
)
from phongtrao.oversight.actions.documents import (
    DocumentTerms,
    Handing,
    change_document,
    note_document,
    take_document_step,
)
from phongtrao.oversight.actions.inspections import (
    InspectionTerms,
    change_inspection,
    plan_inspection,
    strike_inspection,
)
from phongtrao.oversight.actions.minutes import approve_session_minutes, save_session_minutes
from phongtrao.oversight.actions.recurrences import propose_for_all, settle_recurrence
from phongtrao.oversight.actions.remedies import (
    RecommendationTerms,
    change_recommendation,
    recommend,
    take_remedy_step,
)
from phongtrao.oversight.actions.sessions import (
    Attended,
    SessionHeld,
    SessionTerms,
    call_off_session,
    change_session,
    hold_session,
    move_session,
    plan_session,
)
from phongtrao.oversight.actions.steps import (
    Conclusion,
    Seat,
    Team,
    conclude,
    decide,
    take_step,
)

__all__ = [
    "Attended",
    "ClarificationTerms",
    "Conclusion",
    "DocumentTerms",
    "Finding",
    "Handing",
    "InspectionTerms",
    "OutlineTerms",
    "RecommendationTerms",
    "Seat",
    "SessionHeld",
    "SessionTerms",
    "Team",
    "approve_session_minutes",
    "ask_to_clarify",
    "call_off_session",
    "change_document",
    "change_inspection",
    "change_recommendation",
    "change_session",
    "check",
    "conclude",
    "decide",
    "hold_session",
    "move_session",
    "note_document",
    "plan_inspection",
    "plan_session",
    "propose_for_all",
    "recommend",
    "save_session_minutes",
    "send_outline",
    "settle_recurrence",
    "strike_inspection",
    "take_clarification_step",
    "take_document_step",
    "take_remedy_step",
    "take_step",
    "write_summary",
]
