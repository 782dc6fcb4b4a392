"""A file of figures becomes approved reports: one row a report version, never one a value."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import pairwise

import numpy as np
from django.db import transaction
from django.db.models import F
from numpy.typing import NDArray

from phongtrao.core import audit, clock, guard
from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.org.gazetteer.country import ROOT_ID
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import bodies_kept
from phongtrao.reporting.actions.bulk_rows import insert_rows, reserve_ids, stored
from phongtrao.reporting.actions.counting import round_changed
from phongtrao.reporting.actions.import_forms import ImportForms
from phongtrao.reporting.cells import canonical_json, pack_table, table_json, unpack_table
from phongtrao.reporting.grid.content import Content
from phongtrao.reporting.grid.record import GENESIS, Origin, VersionHasher
from phongtrao.reporting.models import Report, ReportVersion, Round, ValueImport
from phongtrao.reporting.rules.merkle import merkle_root
from phongtrao.reporting.rules.value_table import ValueGroup, ValueOwner, ValueTable
from phongtrao.reporting.workflow import ReportState

_AT_ONCE = 1_000
_MAY_NOT = N_("Chỉ quản trị hệ thống nhập được số liệu từ tệp, cho địa bàn trong phạm vi.")
_TEXT = Content(cells=()).as_text()
_TEXT_JSON = canonical_json(_TEXT)
_REPORT_FIELDS = (
    "id", "row_version", "round", "area", "body", "superior", "state", "version_count",
    "first_submitted_at", "submitted_at", "submitted_by", "value_import", "extended_to",
)  # fmt: skip
_VERSION_FIELDS = (
    "id", "report", "n", "cells", "text", "prev_hash", "hash", "submitted_by", "account",
    "value_import", "submitted_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportedValues:
    """What a file has become."""

    value_import: ValueImport
    rounds: int
    new_reports: int


@dataclass(frozen=True, slots=True)
class _Newest:
    """The newest version of a report that is followed by another one."""

    report_id: int
    n: int
    hash: str
    cells: bytes


@transaction.atomic
def import_values(table: ValueTable, *, by: audit.Author) -> ImportedValues:
    """Record a checked file as approved reports: the command line, or an administrator.

    A figure that was imported before gets a new version of its report, whose other figures stay.
    One audit entry holds the Merkle root over the hashes of all its versions. Raises ``Refused``,
    and ``Forbidden`` for an official who may not or for areas outside his scope.
    """
    _require_may(table, by)
    _require_plain(table.file_name)
    forms = ImportForms(table)  # holds the form, so that imports follow each other
    writer = _Writer(table.sha256, clock.now(), reserve_ids(ValueImport, 1)[0])
    owners = _with_bodies(table.owners)
    for place, (begin, end) in enumerate(pairwise(table.bounds)):
        rows = slice(int(begin), int(end))
        owner, indicator = table.owner[rows], table.indicator[rows]
        scaled, states = table.scaled[rows], table.states[rows]
        for round_, chosen, columns in forms.rounds_of(place, owner, indicator, writer.opening):
            told = columns[indicator[chosen]], scaled[chosen], states[chosen]
            writer.write(round_, owners, owner[chosen], *told)
    kept = ValueImport(
        pk=writer.import_id,
        file_name=table.file_name,
        file_sha256=table.sha256,
        at=writer.at,
        by=by.label[:120],
        reports=len(writer.hashes),
        figures=len(table),
        root=merkle_root(writer.hashes),
    )
    kept.save(force_insert=True)
    audit.record(
        "values.imported", kept, by=by, file_sha256=table.sha256, figures=kept.figures,
        reports=kept.reports, root=kept.root, first=writer.first, last=writer.last,
    )  # fmt: skip
    for round_id in sorted(writer.rounds):
        round_changed(round_id)
    return ImportedValues(kept, len(writer.rounds), writer.new_reports)


def _require_may(table: ValueTable, by: audit.Author) -> None:
    if not isinstance(by, Actor):
        if by.account_id is None:
            return  # the command line of the server
        raise Forbidden(_MAY_NOT)
    inside = all(by.scope.covers(owner.area_id) for owner in table.owners)
    if not by.can("values.import") or not inside:
        raise Forbidden(_MAY_NOT)


def _require_plain(file_name: str) -> None:
    if len(file_name) > 120 or guard.verdict(guard.read_text(file_name)) != "pass":
        raise Refused(
            N_("Tên tệp quá dài hoặc có thông tin cá nhân nên chưa nhập gì. Hãy đổi tên tệp."),
            code="file_name",
        )


def _with_bodies(owners: Sequence[ValueOwner]) -> list[tuple[ValueOwner, int]]:
    """Each owner with its body; bodies of past areas are stored now that a record needs them."""
    waiting: dict[tuple[str, date], set[int]] = {}
    for owner in owners:
        if owner.body_id is None:
            waiting.setdefault((owner.kind, owner.day), set()).add(owner.area_id)
    made: dict[tuple[str, int], int] = {}
    for (kind, day), areas in waiting.items():
        left = areas - {area for known, area in made if known == kind}
        for area_id, body in bodies_kept(kind, left, day).items():
            made[kind, area_id] = body.pk
    found = []
    for owner in owners:
        body_id = owner.body_id or made.get((owner.kind, owner.area_id))
        if body_id is None:
            raise Refused(
                N_("Cơ quan %(kind)s của địa bàn số %(area)s đã chấm dứt nên chưa nhập gì."),
                code="no_body", kind=owner.kind, area=owner.area_id,
            )  # fmt: skip
        found.append((owner, body_id))
    return found


@dataclass
class _Writer:
    """Writes reports and versions of one import, round after round."""

    sha256: str
    at: datetime
    import_id: int
    hashes: list[str] = field(default_factory=list)
    rounds: set[int] = field(default_factory=set)
    new_reports: int = 0
    first: int = 0
    last: int = 0

    def opening(self, group: ValueGroup) -> Round:
        """A round of this import, not yet with its form and not yet saved."""
        return Round(
            scheme=group.scheme,
            period=group.period,
            first_day=group.first_day,
            last_day=group.last_day,
            area_id=ROOT_ID,
            level=group.level,
            opened_at=self.at,
            opened_on=clock.today(),
            value_import_id=self.import_id,
            deadline_at=self.at,
        )

    def write(
        self,
        round_: Round,
        owners: Sequence[tuple[ValueOwner, int]],
        owner: NDArray[np.int32],
        column: NDArray[np.int32],
        scaled: NDArray[np.int64],
        said: NDArray[np.uint8],
    ) -> None:
        """The figures of one round: the place of each owner, the cell, what it says."""
        row_of = np.zeros(len(owners), np.int32)
        row_of[owner] = 1
        places = np.flatnonzero(row_of)
        row_of[places] = np.arange(len(places))
        who = [owners[place] for place in places.tolist()]
        before = _newest(round_, who)
        values, states = self._ground(round_, who, before)
        values[row_of[owner], column] = scaled
        states[row_of[owner], column] = said
        ids = self._reports(round_, who, before)
        known = [before.get((owner.area_id, body_id)) for owner, body_id in who]
        self._versions(round_, ids, known, values, states)
        self.rounds.add(round_.pk)

    def _ground(
        self,
        round_: Round,
        who: Sequence[tuple[ValueOwner, int]],
        before: dict[tuple[int, int], _Newest],
    ) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """What the reports said so far: nothing, or the cells of their newest versions."""
        count = len(round_.template_version.cells)
        values = np.zeros((len(who), count), np.int64)
        states = np.zeros((len(who), count), np.uint8)
        known = [(row, found) for row, (owner, body_id) in enumerate(who)
                 if (found := before.get((owner.area_id, body_id)))]  # fmt: skip
        if known:
            rows = [row for row, _found in known]
            values[rows], states[rows] = unpack_table([found.cells for _row, found in known], count)
        return values, states

    def _reports(
        self,
        round_: Round,
        who: Sequence[tuple[ValueOwner, int]],
        before: dict[tuple[int, int], _Newest],
    ) -> list[int]:
        """The number of each report; those that are new are written, the others move on."""
        new = [pair for pair in who if (pair[0].area_id, pair[1]) not in before]
        at = stored(Report, "submitted_at", self.at)
        fresh = iter(reserve_ids(Report, len(new)))
        ids = {(owner.area_id, body_id): next(fresh) for owner, body_id in new}
        insert_rows(
            Report,
            _REPORT_FIELDS,
            (
                (
                    ids[owner.area_id, body_id], 1, round_.pk, owner.area_id, body_id,
                    owner.superior_id, ReportState.APPROVED.value, 1, at, at, None, self.import_id,
                    None,
                )
                for owner, body_id in new
            ),
        )  # fmt: skip
        old = [found.report_id for found in before.values()]
        for begin in range(0, len(old), _AT_ONCE):
            Report.objects.filter(pk__in=old[begin : begin + _AT_ONCE]).update(
                version_count=F("version_count") + 1,
                row_version=F("row_version") + 1,
                submitted_at=self.at,
                submitted_by=None,
                value_import=self.import_id,
            )
        self.new_reports += len(new)
        ids |= {key: found.report_id for key, found in before.items()}
        return [ids[owner.area_id, body_id] for owner, body_id in who]

    def _versions(
        self,
        round_: Round,
        ids: Sequence[int],
        before: Sequence[_Newest | None],
        values: NDArray[np.int64],
        states: NDArray[np.uint8],
    ) -> None:
        origin = Origin(self.at, file_sha256=self.sha256)
        hasher = VersionHasher(round_.template_version.hash, _TEXT_JSON, origin)
        at, text = stored(ReportVersion, "submitted_at", self.at), json.dumps(_TEXT)
        numbers = reserve_ids(ReportVersion, len(ids))
        self.first, self.last = self.first or numbers[0], numbers[-1]
        told = pack_table(values, states), table_json(values, states)
        rows = []
        for number, report_id, found, cells, cells_json in zip(
            numbers, ids, before, *told, strict=True
        ):
            n, previous = (found.n + 1, found.hash) if found else (1, GENESIS)
            digest = hasher.of(report_id, n, cells_json, previous)
            self.hashes.append(digest)
            rows.append(
                (number, report_id, n, cells, text, previous, digest, None, None, self.import_id,
                 at)
            )  # fmt: skip
        insert_rows(ReportVersion, _VERSION_FIELDS, rows)


def _newest(round_: Round, who: Iterable[tuple[ValueOwner, int]]) -> dict[tuple[int, int], _Newest]:
    """The newest version of each report of the round that is there already, by area and body."""
    wanted = {(owner.area_id, body_id) for owner, body_id in who}
    rows = ReportVersion.objects.filter(report__round=round_, n=F("report__version_count"))
    fields = ("report__area_id", "report__body_id", "report_id", "n", "hash", "cells")
    return {
        (area_id, body_id): _Newest(report_id, n, digest, bytes(cells))
        for area_id, body_id, report_id, n, digest, cells in rows.values_list(*fields)
        if (area_id, body_id) in wanted
    }
