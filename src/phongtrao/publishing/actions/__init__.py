"""What users do with papers: one function a verb, the actor as an argument."""

from phongtrao.publishing.actions.consulting import answer_word, ask_word
from phongtrao.publishing.actions.deciding import note_on_paper, return_paper, sign_paper
from phongtrao.publishing.actions.disposing import confirm_disposal
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
from phongtrao.publishing.actions.initialling import initial
from phongtrao.publishing.actions.linking import link_line_numbers
from phongtrao.publishing.actions.raising import Raising, raise_proposals
from phongtrao.publishing.actions.receiving import acknowledge
from phongtrao.publishing.actions.sending import (
    Sent,
    copy_form,
    pass_on,
    recall_paper,
    send_paper,
)
from phongtrao.publishing.actions.signing import (
    record_issue,
    require_official,
    submit_for_signature,
    withdraw_from_signature,
)
from phongtrao.publishing.actions.signing_rules import set_signing_rules
from phongtrao.publishing.actions.steps import SignedStep
from phongtrao.publishing.actions.word_templates import (
    lacks_own_layout,
    own_layout_ahead,
    own_layout_bytes,
    save_template,
    stop_template,
    use_template,
)

__all__ = [
    "Raising",
    "Sent",
    "SignedStep",
    "acknowledge",
    "add_line",
    "add_told",
    "answer_word",
    "ask_word",
    "confirm_disposal",
    "copy_form",
    "draft_paper",
    "drop_line",
    "edit_line",
    "edit_paper",
    "initial",
    "lacks_own_layout",
    "link_line_numbers",
    "move_line",
    "note_on_paper",
    "own_layout_ahead",
    "own_layout_bytes",
    "pass_on",
    "raise_proposals",
    "recall_paper",
    "record_issue",
    "refresh_figures",
    "require_official",
    "restore_line",
    "return_paper",
    "save_template",
    "send_paper",
    "set_signing_rules",
    "sign_paper",
    "stop_template",
    "submit_for_signature",
    "use_template",
    "withdraw_from_signature",
]
