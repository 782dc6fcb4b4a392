"""What users do with rounds and reports: one function a verb, the actor as an argument."""

from phongtrao.reporting.actions.approvals import (
    CommentDraft,
    approve_version,
    record_signed_approval,
    return_report,
)
from phongtrao.reporting.actions.designing import (
    content_of_version,
    discard_draft,
    issue_template,
    require_designer,
    require_owner,
    retire_template,
    revise_template,
    save_design,
    start_template,
)
from phongtrao.reporting.actions.forms_in_use import confirm_proposal, proposal_of
from phongtrao.reporting.actions.indicators import (
    IndicatorTerms,
    change_indicator,
    create_indicator,
    disable_indicator,
    enable_indicator,
    rename_indicator,
    require_manager,
    save_breakdown,
)
from phongtrao.reporting.actions.many_decisions import ManyDecided, approve_many, return_many
from phongtrao.reporting.actions.rounds import (
    OpenedRound,
    lock_round,
    open_round,
    open_rounds,
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
    "IndicatorTerms",
    "Kept",
    "ManyDecided",
    "OpenedRound",
    "approve_many",
    "approve_version",
    "change_indicator",
    "confirm_proposal",
    "content_of_version",
    "create_indicator",
    "disable_indicator",
    "discard_draft",
    "enable_indicator",
    "issue_template",
    "keep_typed",
    "lock_round",
    "mark_mended",
    "note_urging",
    "open_round",
    "open_rounds",
    "proposal_of",
    "record_signed_approval",
    "rename_indicator",
    "reopen_report",
    "reopen_round",
    "require_designer",
    "require_manager",
    "require_owner",
    "retire_template",
    "return_many",
    "return_report",
    "revise_template",
    "save_breakdown",
    "save_design",
    "save_working_copy",
    "start_template",
    "submit_report",
]
