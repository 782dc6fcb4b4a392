"""The stored areas as the pure plans want them, and the hash of everything an act may touch."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Max

from phongtrao.core.vietnamese import fold, sort_key
from phongtrao.org.gazetteer import records
from phongtrao.org.models import (
    AreaChange,
    AreaLineage,
    AreaSetMember,
    AreaVersion,
    Body,
    BodySuccession,
    Delegation,
    Posting,
    Succession,
)
from phongtrao.org.reshaping.known import KnownAreas

_FIELDS = (
    "lineage_id", "code", "name", "type", "level", "parent_id", "valid_from", "valid_to",
    "basis", "is_verified", "path",
)  # fmt: skip
# Every table an operation writes, with what counts as its state. Row ids count too: an undo gives
# back the very rows.
_STATE: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (AreaLineage, ("id",)),
    (AreaVersion, ("id", *_FIELDS)),
    (Succession, ("id", "predecessor_id", "successor_id", "share_numerator",
                  "share_denominator", "kind", "basis", "on", "source", "is_estimated")),
    (Body, ("id", "kind_id", "area_id", "parent_id", "name", "valid_from", "valid_to")),
    (BodySuccession, ("id", "predecessor_id", "successor_id", "on", "basis")),
    (Posting, ("id", "account_id", "body_id", "role", "capacity", "valid_from", "valid_to")),
    (Delegation, ("id", "from_posting_id", "to_account_id", "valid_from", "valid_to")),
    (AreaSetMember, ("id", "area_set_id", "area_id", "valid_from", "valid_to", "basis")),
)  # fmt: skip


def known_areas() -> KnownAreas:
    """Every version of every area, in one query; successions are not needed to judge an order."""
    rows = AreaVersion.objects.order_by("lineage_id", "valid_from").values_list(*_FIELDS)
    return KnownAreas(records.AreaVersion(*row) for row in rows.iterator(chunk_size=5_000))


def free_lineage_id() -> int:
    """The next id for a lineage made on this installation."""
    last = AreaLineage.objects.aggregate(last=Max("id"))["last"] or 0
    return max(last + 1, records.LOCAL_IDS_FROM)


def planned_version(row: AreaVersion) -> records.AreaVersion:
    """A row as the pure plans want it."""
    return records.AreaVersion(*(getattr(row, name) for name in _FIELDS))


def replaced_versions(change: AreaChange) -> list[AreaVersion]:
    """What the act replaced of its very day, as rows that are not stored; an act has none mostly.

    Acts that were recorded before acts of one day could follow each other do not say.
    """
    rows = change.record.get("replaced", [])
    return [
        AreaVersion(**row | {"valid_from": date.fromisoformat(row["valid_from"])}) for row in rows
    ]


def stored_version(version: records.AreaVersion, slug: str = "") -> AreaVersion:
    """A planned version as an unsaved row."""
    return AreaVersion(
        lineage_id=version.lineage_id,
        code=version.code,
        name=version.name,
        slug=slug,
        type=version.type,
        level=version.level,
        parent_id=version.parent_id,
        path=version.path,
        name_folded=fold(version.name),
        sort_key=sort_key(version.name),
        basis=version.basis,
        is_verified=version.verified,
        valid_from=version.valid_from,
        valid_to=version.valid_to,
    )


def stored_succession(row: records.Succession) -> Succession:
    """A planned succession as an unsaved row."""
    return Succession(
        predecessor_id=row.from_id,
        successor_id=row.to_id,
        share_numerator=row.share.numerator,
        share_denominator=row.share.denominator,
        kind=row.kind,
        basis=row.basis,
        on=row.on,
        source=row.source,
        is_estimated=row.estimated,
    )


def state_hash(open_items: Iterable[Any] = ()) -> str:
    """SHA-256 over areas, successions, bodies, postings and what they lend; order of rows by id.

    `open_items` are the owners of open work (`open_work.owners()`), which is later stages' own.
    """
    digest = hashlib.sha256()
    for line in _state_lines():
        digest.update(line.encode())
    for item in open_items:
        digest.update(json.dumps(item).encode())
    return digest.hexdigest()


def _state_lines() -> Iterator[str]:
    for model, fields in _STATE:
        yield f"{model._meta.label}\n"
        rows = model.objects.order_by("pk").values_list(*fields)
        for row in rows.iterator(chunk_size=5_000):
            yield json.dumps(row, default=str, ensure_ascii=False) + "\n"
