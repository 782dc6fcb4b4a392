"""Notices to accounts, written in the transaction of what they tell."""

from collections.abc import Iterable

from phongtrao.core import clock
from phongtrao.core.models import Notice


def notify(
    accounts: Iterable[int], *, kind: str, text: str, address: str, dedupe_key: str = ""
) -> None:
    """Tell each account (by id) once; a dedupe key makes a second telling silent."""
    moment = clock.now()
    Notice.objects.bulk_create(
        [
            Notice(
                account_id=account_id,
                kind=kind,
                text=text[:500],
                address=address,
                created_at=moment,
                dedupe_key=dedupe_key,
            )
            for account_id in sorted(set(accounts))
        ],
        ignore_conflicts=bool(dedupe_key),
    )
