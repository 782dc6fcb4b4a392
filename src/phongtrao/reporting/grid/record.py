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
    hasher = VersionHasher(template_hash, text_json, origin)
    return hasher.of(report_id, n, packed_json(packed, count), prev_hash)


class VersionHasher:
    """The hashes of versions of one form with the same words and origin.

    Canonical JSON by hand, the keys in their order: a file brings hundreds of thousands, and what
    they share is put together once.
    """

    def __init__(self, template_hash: str, text_json: bytes, origin: Origin) -> None:
        at = origin.at.astimezone(UTC).isoformat(timespec="microseconds")
        self._head = (
            f'{{"account":{_number(origin.account_id)},"at":"{at}",'
            f'"by":{_number(origin.posting_id)},"cells":'
        )
        self._file = f'"file":"{origin.file_sha256}",' if origin.file_sha256 else ""
        self._template = f'"template":"{template_hash}","text":'
        self._tail = text_json + b"}"

    def of(self, report_id: int, n: int, cells_json: str, prev_hash: str) -> str:
        """The hash of one version; its cells as `cells.packed_json` writes them."""
        told = (
            f'{self._head}{cells_json},{self._file}"n":{n},"prev":"{prev_hash}",'
            f'"report":{report_id},{self._template}'
        )
        return hashlib.sha256(told.encode() + self._tail).hexdigest()


def _number(value: int | None) -> str:
    return "null" if value is None else str(value)
