"""From the rows of a correction file to acts in the order of their days, each judged. Pure.

An act is judged on the areas as the earlier acts of the file leave them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from phongtrao.core.errors import N_, Sentence
from phongtrao.org.gazetteer.records import AreaVersion
from phongtrao.org.reshaping.correction_rows import CorrectionRow, Fault
from phongtrao.org.reshaping.faults import faults
from phongtrao.org.reshaping.known import KnownAreas
from phongtrao.org.reshaping.operations import (
    Amend,
    Close,
    NewArea,
    Open,
    Operation,
    Order,
    Part,
    Reorganise,
)
from phongtrao.org.reshaping.plans import Plan, applied, plan
from phongtrao.org.reshaping.typed import TYPES

LEVEL_OF_LENGTH = {2: "province", 3: "district", 5: "commune"}
_COUNTRY_CODE = "00"
_LONGEST_SOURCE = 60
_AMENDING = frozenset({"rename", "retype", "recode", "move"})


@dataclass(frozen=True, slots=True)
class FileAct:
    """One act of a file with the numbers of its rows and its plan."""

    numbers: tuple[int, ...]
    plan: Plan


@dataclass(slots=True)
class Outcome:
    """The acts of a file in order, and everything that is wrong; with faults nothing is done."""

    acts: list[FileAct] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def worked_out(
    rows: Sequence[CorrectionRow],
    known: KnownAreas,
    *,
    horizon: date,
    first_id: int,
    verified: bool,
) -> Outcome:
    """Group the rows into acts and judge each of them; new lineages count from `first_id`."""
    outcome = Outcome()
    for group in _groups(rows):
        numbers = tuple(row.number for row in group)
        try:
            order = Order(_operation(known, group), group[0].on, group[0].basis, verified=verified)
        except _RowFaultError as wrong:
            outcome.faults.append((wrong.number, wrong.sentence))
            continue
        found = faults(known, order, horizon=horizon)
        if found:
            outcome.faults += [(numbers[0], sentence) for sentence in found]
            continue
        change = plan(known, order, first_id=first_id)
        outcome.acts.append(FileAct(numbers, change))
        known, first_id = applied(known, change), first_id + len(change.opened)
    outcome.faults.sort(key=lambda fault: fault[0])
    return outcome


class _RowFaultError(Exception):
    def __init__(self, row: CorrectionRow, template: str, **data: object) -> None:
        super().__init__(template)
        self.number, self.sentence = row.number, Sentence(template, data)


def _groups(rows: Sequence[CorrectionRow]) -> list[list[CorrectionRow]]:
    """Rows of one act together: parts that share an area, changes of one area on one day."""
    groups: list[list[CorrectionRow]] = []
    for row in rows:
        fitting = [group for group in groups if any(_belong(row, other) for other in group)]
        for group in fitting:
            groups.remove(group)
        joined = [*(each for group in fitting for each in group), row]
        groups.append(sorted(joined, key=lambda each: each.number))
    return sorted(groups, key=lambda group: (group[0].on, group[0].number))


def _belong(row: CorrectionRow, other: CorrectionRow) -> bool:
    if (row.on, row.basis) != (other.on, other.basis):
        return False
    if row.act == other.act == "reorganise":
        return row.old == other.old or row.code == other.code
    return {row.act, other.act} <= _AMENDING and row.old == other.old


def _operation(known: KnownAreas, group: list[CorrectionRow]) -> Operation:
    first = group[0]
    if first.act == "open":
        return Open(_new_area(known, group, _holder(known, first, first.parent).lineage_id))
    if first.act == "close":
        return Close(_holder(known, first, first.old).lineage_id)
    if first.act == "reorganise":
        return _reorganisation(known, group)
    return _amendment(known, group)


def _amendment(known: KnownAreas, group: list[CorrectionRow]) -> Amend:
    area = _holder(known, group[0], group[0].old)
    given: dict[str, str] = {}
    for row in group:
        for key in ("name", "type", "code", "parent"):
            value = getattr(row, key)
            if value and given.setdefault(key, value) != value:
                raise _RowFaultError(row, N_("Các dòng của cùng một thay đổi ghi khác nhau."))
    if "type" in given:
        _require_type(group[0], given["type"], area.level)
    parent = _holder(known, group[0], given["parent"]).lineage_id if "parent" in given else None
    return Amend(
        area.lineage_id,
        name=_other(given.get("name"), area.name),
        type=_other(given.get("type"), area.type),
        code=_other(given.get("code"), area.code),
        parent_id=parent if parent != area.parent_id else None,
    )


def _other(wanted: str | None, present: str) -> str | None:
    return wanted if wanted and wanted != present else None


def _reorganisation(known: KnownAreas, group: list[CorrectionRow]) -> Reorganise:
    codes = list(dict.fromkeys(row.code for row in group))
    olds = {row.old: _holder(known, row, row.old) for row in group}
    areas = []
    for code in codes:
        rows = [row for row in group if row.code == code]
        areas.append(_new_area(known, rows, _parent(known, rows, olds)))
    parts: list[Part] = []
    for old, area in olds.items():
        rows = [row for row in group if row.old == old]
        places = [codes.index(row.code) for row in rows]
        shares = _shares(rows)
        parts += [
            Part(area.lineage_id, to, share) for to, share in zip(places, shares, strict=True)
        ]
    is_typed = any(row.share not in (None, 1) for row in group)
    source = group[0].basis[:_LONGEST_SOURCE] if is_typed else "default"
    return Reorganise(tuple(areas), tuple(parts), source=source)


def _shares(rows: list[CorrectionRow]) -> list[Fraction]:
    """The shares of one old area: all typed, or none and then equal ones."""
    typed = [row.share for row in rows if row.share is not None]
    if not typed:
        return [Fraction(1, len(rows))] * len(rows)
    if len(typed) < len(rows):
        missing = next(row for row in rows if row.share is None)
        raise _RowFaultError(
            missing, N_("Địa bàn %(code)s có dòng ghi tỷ lệ, có dòng không."), code=missing.old
        )
    return typed


def _parent(
    known: KnownAreas, rows: list[CorrectionRow], olds: dict[str, AreaVersion]
) -> int | None:
    """The superior area as written, else the one that all its old areas have."""
    written = next((row.parent for row in rows if row.parent), "")
    if written:
        return _holder(known, rows[0], written).lineage_id
    parents = {olds[row.old].parent_id for row in rows}
    if len(parents) > 1:
        raise _RowFaultError(
            rows[0], N_("Các địa bàn cũ thuộc nhiều nơi; hãy ghi mã cấp trên mới.")
        )
    return parents.pop()


def _new_area(known: KnownAreas, rows: list[CorrectionRow], parent_id: int | None) -> NewArea:
    """The new area that some rows speak of; type and name stand in one of them at least."""
    first = rows[0]
    for key in ("name", "type", "parent"):
        values = {getattr(row, key) for row in rows} - {""}
        if len(values) > 1:
            raise _RowFaultError(
                rows[-1], N_("Địa bàn mới %(code)s được ghi khác nhau."), code=first.code
            )
    name = next((row.name for row in rows if row.name), "")
    type_word = next((row.type for row in rows if row.type), "")
    level = LEVEL_OF_LENGTH.get(len(first.code), "")
    if not name or not level:
        raise _RowFaultError(
            first, N_("Địa bàn mới %(code)s cần mã đủ chữ số và tên."), code=first.code
        )
    _require_type(first, type_word, level)
    return NewArea(first.code, name, type_word, level, parent_id)


def _require_type(row: CorrectionRow, word: str, level: str) -> None:
    if word not in TYPES.get(level, ()):
        raise _RowFaultError(
            row,
            N_('"%(word)s" không phải loại của cấp này (%(types)s).'),
            word=word,
            types=", ".join(TYPES.get(level, ())),
        )


def _holder(known: KnownAreas, row: CorrectionRow, code: str) -> AreaVersion:
    """The area that carries a code on the day of the row."""
    level = "country" if code == _COUNTRY_CODE else LEVEL_OF_LENGTH.get(len(code), "")
    found = next(_covering(known.holders(level, code, row.on), row.on), None)
    if found is None:
        raise _RowFaultError(
            row,
            N_("Không có địa bàn nào mang mã %(code)s vào ngày %(day)s."),
            code=code,
            day=f"{row.on:%d/%m/%Y}",
        )
    return found


def _covering(versions: list[AreaVersion], day: date) -> Iterator[AreaVersion]:
    return (each for each in versions if each.covers(day))
