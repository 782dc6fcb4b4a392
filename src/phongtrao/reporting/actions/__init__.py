"""What users do with rounds and reports: one function a verb, the actor as an argument."""

from phongtrao.reporting.actions.approvals import (
    CommentDraft,
    approve_version,
    record_signed_approval,
    return_report,
)
from phongtrao.reporting.actions.many_decisions import ManyDecided, approve_many, return_many
from phongtrao.reporting.actions.rounds import (
    OpenedRound,
    lock_round,
    open_round,
    reopen_report,
    reopen_round,
)
from phongtrao.reporting.actions.submission import submit_report
from phongtrao.reporting.actions.urging_late import note_urging
from phongtrao.reporting.actions.working_copy import (
    Kept,
    keep_typed,
    mark_mended,
    save_working_copy,
)

__all__ = [
    "CommentDraft",
    "Kept",
    "ManyDecided",
    "OpenedRound",
    "approve_many",
    "approve_version",
    "keep_typed",
    "lock_round",
    "mark_mended",
    "note_urging",
    "open_round",
    "record_signed_approval",
    "reopen_report",
    "reopen_round",
    "return_many",
    "return_report",
    "save_working_copy",
    "submit_report",
]
