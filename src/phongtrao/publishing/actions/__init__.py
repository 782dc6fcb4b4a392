"""What users do with papers: one function a verb, the actor as an argument."""

from phongtrao.publishing.actions.drafting import draft_paper, refresh_figures
from phongtrao.publishing.actions.editing import (
    add_line,
    add_told,
    drop_line,
    edit_line,
    edit_paper,
    move_line,
    restore_line,
)
from phongtrao.publishing.actions.signing import (
    record_issue,
    submit_for_signature,
    withdraw_from_signature,
)

__all__ = [
    "add_line",
    "add_told",
    "draft_paper",
    "drop_line",
    "edit_line",
    "edit_paper",
    "move_line",
    "record_issue",
    "refresh_figures",
    "restore_line",
    "submit_for_signature",
    "withdraw_from_signature",
]
