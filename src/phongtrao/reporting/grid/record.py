"""The hash of a version: over canonical JSON, each version naming the hash before it. Pure."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from phongtrao.reporting.cells import packed_json

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a version comes from: an account in a posting, or a file (its SHA-256), and when."""

    at: datetime
    posting_id: int | None = None
    account_id: int | None = None
    file_sha256: str = ""


def version_hash(  # noqa: PLR0913 - each argument is one thing the record vouches for
    *,
    report_id: int,
    n: int,
    template_hash: str,
    packed: bytes,
    count: int,
    text_json: bytes,
    prev_hash: str,
    origin: Origin,
) -> str:
    """SHA-256 of what was submitted, by whom, when, after which version, in which form.

    `packed` are the bytes of the `count` cells; they enter as canonical JSON, as `text_json` is.
    """
    at = origin.at.astimezone(UTC).isoformat(timespec="microseconds")
    file = f'"file":"{origin.file_sha256}",' if origin.file_sha256 else ""
    # Canonical JSON by hand, the keys in their order: a file brings hundreds of thousands.
    head = (
        f'{{"account":{_number(origin.account_id)},"at":"{at}","by":{_number(origin.posting_id)},'
        f'"cells":{packed_json(packed, count)},{file}"n":{n},"prev":"{prev_hash}",'
        f'"report":{report_id},"template":"{template_hash}","text":'
    )
    return hashlib.sha256(head.encode() + text_json + b"}").hexdigest()


def _number(value: int | None) -> str:
    return "null" if value is None else str(value)
