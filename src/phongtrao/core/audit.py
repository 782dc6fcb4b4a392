"""The audit chain: one entry a change, in the change's own transaction, each naming the last."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import connection, models, transaction

from phongtrao.core import clock
from phongtrao.core.models import AuditEntry, AuditPayload

GENESIS = "0" * 64
# Any fixed number: it names the chain's lock on PostgreSQL. SQLite has one writer anyway.
_CHAIN_LOCK = 7_202_323


class Author(Protocol):
    """Who acts: an official in a capacity, or a service actor such as `cli:root`."""

    @property
    def account_id(self) -> int | None: ...
    @property
    def posting_id(self) -> int | None: ...
    @property
    def label(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Service:
    """An actor that is no person: the command line, the scheduler, the demo."""

    label: str
    account_id: int | None = None
    posting_id: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A place where the chain does not hold."""

    sequence: int
    reason: str


def record(verb: str, target: models.Model, *, by: Author, **payload: Any) -> AuditEntry:
    """Append one entry; call inside the transaction of the change it speaks of.

    `verb` is `noun.past_tense` ("report.submitted"); the payload must be JSON and must hold no
    text that the privacy guard would refuse.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("audit.record needs a transaction")
    _lock_chain()
    last = AuditEntry.objects.order_by("-sequence").values_list("sequence", "hash").first()
    sequence, previous = (last[0] + 1, last[1]) if last else (1, GENESIS)
    salt = secrets.token_hex(16)
    entry = AuditEntry(
        sequence=sequence,
        at=clock.now(),
        verb=verb,
        actor=by.label[:200],
        account_id=by.account_id,
        posting_id=by.posting_id,
        target_type=target._meta.label_lower,
        target_id=str(target.pk),
        commitment=_commitment(salt, payload),
        previous_hash=previous,
    )
    entry.hash = _entry_hash(entry)
    entry.save(force_insert=True)
    AuditPayload.objects.create(entry=entry, salt=salt, payload=payload)
    return entry


def faults() -> Iterator[Fault]:
    """Walk the whole chain and name every place where it does not hold."""
    previous, expected = GENESIS, 1
    for entry in AuditEntry.objects.select_related("auditpayload").iterator(chunk_size=2_000):
        if entry.sequence != expected:
            yield Fault(expected, "missing")
        if entry.previous_hash != previous:
            yield Fault(entry.sequence, "previous_hash")
        if not hmac.compare_digest(entry.hash, _entry_hash(entry)):
            yield Fault(entry.sequence, "hash")
        payload = getattr(entry, "auditpayload", None)
        # An erased payload leaves the chain whole: the commitment stays.
        if payload and entry.commitment != _commitment(payload.salt, payload.payload):
            yield Fault(entry.sequence, "payload")
        previous, expected = entry.hash, entry.sequence + 1


def head() -> tuple[int, str]:
    """Number and hash of the last entry; (0, zeros) of an empty chain."""
    last = AuditEntry.objects.order_by("-sequence").values_list("sequence", "hash").first()
    return last or (0, GENESIS)


def entries_of(target: models.Model) -> models.QuerySet[AuditEntry]:
    """The entries about one object, oldest first."""
    return AuditEntry.objects.filter(
        target_type=target._meta.label_lower, target_id=str(target.pk)
    ).select_related("auditpayload")


def _lock_chain() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])


def _canonical(value: Any) -> bytes:
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
    ).encode()


def _commitment(salt: str, payload: Any) -> str:
    return hashlib.sha256(salt.encode() + _canonical(payload)).hexdigest()


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _entry_hash(entry: AuditEntry) -> str:
    return hashlib.sha256(
        _canonical(
            [
                entry.previous_hash,
                entry.sequence,
                _utc(entry.at),
                entry.verb,
                entry.actor,
                entry.account_id,
                entry.posting_id,
                entry.target_type,
                entry.target_id,
                entry.commitment,
            ]
        )
    ).hexdigest()
