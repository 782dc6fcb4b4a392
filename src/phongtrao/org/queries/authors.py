"""Who really did what stands under a posting: its holder, or whom it was lent to."""

from collections.abc import Sequence
from typing import Any

from phongtrao.core.models import AuditEntry
from phongtrao.org.models import Account, Posting


def authors_of(rows: Sequence[Any], verb: str, field: str) -> dict[int, str]:
    """Row → the name of who did this to it, in one query; empty where nobody did.

    `field` names the row's posting (with its account); the audit chain knows who acted in it.
    Where that is another than the holder the capacity follows: "Vân (TUQ. Trưởng phòng)".
    """
    postings: dict[int, Posting | None] = {row.pk: getattr(row, field) for row in rows}
    acted = _accounts({f"{pk}" for pk in postings}, _label(rows), verb)
    return {
        pk: _named(posting, acted.get((f"{pk}", posting.pk))) if posting else ""
        for pk, posting in postings.items()
    }


def tell_authors(rows: Sequence[Any], verb: str, field: str) -> None:
    """Give each row of a page the name as `author`; see `authors_of`."""
    names = authors_of(rows, verb, field)
    for row in rows:
        row.author = names[row.pk]


def _label(rows: Sequence[Any]) -> str:
    return str(rows[0]._meta.label_lower) if rows else ""


def _accounts(keys: set[str], label: str, verb: str) -> dict[tuple[str, int], Account]:
    """(Row, posting) → the account that last did this; services and unknown rows are absent."""
    entries = AuditEntry.objects.filter(verb=verb, target_type=label, target_id__in=keys)
    found = entries.select_related("account").order_by("sequence")
    return {(each.target_id, each.posting_id or 0): each.account for each in found if each.account}


def _named(posting: Posting, account: Account | None) -> str:
    if account is None or account.pk == posting.account_id:
        return posting.account.full_name
    return f"{account.full_name} (TUQ. {posting.capacity})"
