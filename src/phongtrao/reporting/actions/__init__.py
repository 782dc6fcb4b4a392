"""What users do with rounds and reports: one function a verb, the actor as an argument."""

from phongtrao.reporting.actions.adjustments import (
    AdjustmentDraft,
    decide_adjustment,
    propose_adjustment,
    withdraw_adjustment,
)
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
from phongtrao.reporting.actions.extensions import (
    ask_extension,
    decide_extension,
    extend_unsent,
    give_extension,
    take_back_extension,
    withdraw_extension,
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
from phongtrao.reporting.actions.many_decisions import (
    ManyDecided,
    approve_many,
    record_signed_many,
    return_many,
)
from phongtrao.reporting.actions.named_bodies import ask_named
from phongtrao.reporting.actions.one_off import (
    MOST_ROWS,
    AskedPoint,
    AskedRow,
    OneOffDraft,
    answering_bodies,
    ask_one_off,
    require_askable,
)
from phongtrao.reporting.actions.phrases import drop_phrase, keep_phrase
from phongtrao.reporting.actions.rounds import (
    OpenedRound,
    lock_round,
    open_round,
    open_rounds,
    reopen_report,
    reopen_round,
)
from phongtrao.reporting.actions.submission import submit_report
from phongtrao.reporting.actions.training import Erasure, erase_training_round, erasure_ahead
from phongtrao.reporting.actions.urging_late import note_urging
from phongtrao.reporting.actions.working_copy import (
    Kept,
    TypedConflict,
    keep_typed,
    link_numbers,
    mark_mended,
    save_working_copy,
)

__all__ = [
    "MOST_ROWS",
    "AdjustmentDraft",
    "AskedPoint",
    "AskedRow",
    "CommentDraft",
    "Erasure",
    "IndicatorTerms",
    "Kept",
    "ManyDecided",
    "OneOffDraft",
    "OpenedRound",
    "TypedConflict",
    "answering_bodies",
    "approve_many",
    "approve_version",
    "ask_extension",
    "ask_named",
    "ask_one_off",
    "change_indicator",
    "confirm_proposal",
    "content_of_version",
    "create_indicator",
    "decide_adjustment",
    "decide_extension",
    "disable_indicator",
    "discard_draft",
    "drop_phrase",
    "enable_indicator",
    "erase_training_round",
    "erasure_ahead",
    "extend_unsent",
    "give_extension",
    "issue_template",
    "keep_phrase",
    "keep_typed",
    "link_numbers",
    "lock_round",
    "mark_mended",
    "note_urging",
    "open_round",
    "open_rounds",
    "proposal_of",
    "propose_adjustment",
    "record_signed_approval",
    "record_signed_many",
    "rename_indicator",
    "reopen_report",
    "reopen_round",
    "require_askable",
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
    "take_back_extension",
    "withdraw_adjustment",
    "withdraw_extension",
]
