"""What changes accounts, postings and delegations; each with its permission and its audit entry.

An administrator acts for bodies of his own area and below, never for himself: nobody gives
himself rights. Rights come from dated postings read at each request, so ending one is enough.
"""

from phongtrao.org.actions.accounts import (
    change_office_contact,
    open_account,
    open_first_account,
    reset_password,
)
from phongtrao.org.actions.delegations import delegate, end_delegation
from phongtrao.org.actions.handovers import (
    HandoverPreview,
    HandoverTerms,
    hand_over_posting,
    preview_handover,
)
from phongtrao.org.actions.postings import Terms, appoint, end_posting
from phongtrao.org.actions.sub_bodies import close_sub_body, open_sub_body
from phongtrao.org.actions.tokens import make_token, revoke_token

__all__ = [
    "HandoverPreview",
    "HandoverTerms",
    "Terms",
    "appoint",
    "change_office_contact",
    "close_sub_body",
    "delegate",
    "end_delegation",
    "end_posting",
    "hand_over_posting",
    "make_token",
    "open_account",
    "open_first_account",
    "open_sub_body",
    "preview_handover",
    "reset_password",
    "revoke_token",
]
