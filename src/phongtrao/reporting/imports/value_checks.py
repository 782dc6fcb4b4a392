"""Holds the rows of a file of figures against areas, bodies, periods and the catalogue.

Every fault is collected before anything is said: the file is taken as a whole or not at all.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from phongtrao.core.boundary.indicators import indicator_faults
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.core.periods import (
    DEFAULT_SCHEME,
    Period,
    PeriodKind,
    PeriodScheme,
    parse_period,
    parse_scheme,
    window,
)
from phongtrao.org.models import AreaVersion, Body, BodyKind
from phongtrao.org.queries import known_day, standing_kind
from phongtrao.org.queries.bodies import name_at_level
from phongtrao.org.scope import Scope
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.imports.figures import read_figures
from phongtrao.reporting.imports.value_files import TextColumn, ValueFile, ValuesRefused
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.queries.definitions import definition_of
from phongtrao.reporting.rules.value_table import (
    STATE_NAMES,
    ValueGroup,
    ValueOwner,
    ValueTable,
    pairs,
)

Found = TypeVar("Found")
Places = NDArray[np.int32]
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_HAS_NO_FIGURE = Sentence(N_("Ô không áp dụng hoặc không công bố thì để trống giá trị."))
_IS_NOT_ZERO = Sentence(N_("Ô không phát sinh (zero) chỉ nhận giá trị 0."))


@dataclass(frozen=True, slots=True)
class _Area:
    """What is known of an area on the day of a row."""

    lineage_id: int
    level: str
    parent_id: int | None


def check_values(file: ValueFile, *, within: Scope | None = None) -> ValueTable:
    """The rows as they may be recorded; `within` is how far who sends the file sees.

    Raises ``ValuesRefused`` with every fault of every row, by row number.
    """
    return _Checks(file, within).table()


class _Checks:
    """One file being checked; each step leaves for every row a place in a short list, or -1."""

    def __init__(self, file: ValueFile, within: Scope | None) -> None:
        self.file, self.within = file, within
        self.faults = list(file.faults)
        self.standing = standing_kind()
        self.kinds = {kind.code: kind for kind in BodyKind.objects.all()}

    def table(self) -> ValueTable:
        indicators, indicator = self._indicators()
        areas, area_days, area, scheme_periods, period = self._where_and_when()
        kinds, kind = self._column("body", self._kind, self.standing)
        owners, owner = self._owners(areas, area_days, area, kinds, kind)
        levels = sorted({found.level for found in areas})
        level_of = np.array([*(levels.index(found.level) for found in areas), -1], np.int32)
        groups, group = self._groups(scheme_periods, period, levels, level_of[area])
        self._one_totals(indicators, indicator, groups, group)
        scaled, states = self._figures(indicators, indicator)
        order, bounds = _sorted(group, len(groups))
        if not self.faults:
            self._no_doubles(order, bounds, owner, len(owners), indicator, len(indicators))
        if self.faults:
            raise ValuesRefused(self.faults)
        return ValueTable(
            self.file.name, self.file.sha256, [row.code for row in indicators], groups, owners,
            bounds, owner[order], indicator[order], scaled[order], states[order],
        )  # fmt: skip

    def _indicators(self) -> tuple[list[Indicator], Places]:
        known = {row.code: row for row in Indicator.objects.all()}

        def one(code: str) -> Indicator | Sentence:
            row = known.get(code)
            if row is None:
                return Sentence(N_('Không có chỉ tiêu "%(code)s".'), {"code": code[:40]})
            if not row.is_enabled:
                told = {"code": code, "reason": row.disabled_reason}
                return Sentence(N_("Chỉ tiêu %(code)s đang tắt: %(reason)s"), told)
            if row.numerator and row.denominator:
                told = {"code": code, "parts": f"{row.numerator}/{row.denominator}"}
                return Sentence(
                    N_("Chỉ tiêu %(code)s được tính từ %(parts)s nên không nhập."), told
                )
            return row

        found, places = self._column("indicator", one)
        order = sorted(range(len(found)), key=lambda place: found[place].position)
        rank = np.full(len(found) + 1, -1, np.int32)
        rank[order] = np.arange(len(found))
        return [found[place] for place in order], rank[places]

    def _where_and_when(
        self,
    ) -> tuple[list[_Area], list[date], Places, list[tuple[PeriodScheme, Period]], Places]:
        days, day = self._column("on", _day)
        codes, code = self._column("area_code", lambda text: text)
        schemes, scheme = self._column("scheme", _scheme, DEFAULT_SCHEME.code)
        periods, period = self._column("period", _period)
        versions = _versions_by_code()

        def area(left: int, right: int) -> tuple[_Area, date] | Sentence:
            told = {"code": codes[left][:40], "day": date_vn(days[right])}
            on = known_day(days[right])
            held = [found for found, first, end in versions.get(codes[left], ())
                    if first <= on and (end is None or on < end)
                    and (self.within is None or self.within.covers(found.lineage_id))]  # fmt: skip
            if len(held) == 1:
                return held[0], days[right]
            if held:
                return Sentence(N_('Mã "%(code)s" ngày %(day)s chỉ nhiều địa bàn.'), told)
            return Sentence(N_('Không có địa bàn mã "%(code)s" vào ngày %(day)s.'), told)

        found, areas = self._pairs(code, day, len(days), area)
        held, which = self._pairs(
            scheme, period, len(periods), lambda left, right: (schemes[left], periods[right])
        )
        return [a for a, _on in found], [on for _a, on in found], areas, held, which

    def _kind(self, code: str) -> str | Sentence:
        if code in self.kinds:
            return code
        return Sentence(N_('Không có loại cơ quan "%(code)s".'), {"code": code[:40]})

    def _owners(
        self,
        areas: Sequence[_Area],
        days: Sequence[date],
        area: Places,
        kinds: Sequence[str],
        kind: Places,
    ) -> tuple[list[ValueOwner], Places]:
        """Who reports: the body of that kind in the area on the day; stored or yet to be."""
        stored = _bodies(kinds)
        owners: dict[tuple[int, str, int | None], ValueOwner] = {}

        def one(left: int, right: int) -> ValueOwner | Sentence:
            found, code, on = areas[left], kinds[right], days[left]
            body = _in_force(stored.get((code, found.lineage_id), ()), known_day(on))
            if body is None and not name_at_level(self.kinds[code], found.level, "", on):
                return Sentence(
                    N_("Ngày %(day)s địa bàn này không có cơ quan loại %(kind)s."),
                    {"day": date_vn(on), "kind": code},
                )
            key = (found.lineage_id, code, body)
            above = found.parent_id or found.lineage_id
            return owners.setdefault(key, ValueOwner(found.lineage_id, code, body, above, on))

        each, places = self._pairs(area, kind, len(kinds), one)
        distinct = list(dict.fromkeys(each))
        number = {owner: place for place, owner in enumerate(distinct)}
        return distinct, np.array([*(number[owner] for owner in each), -1], np.int32)[places]

    def _groups(
        self,
        held: Sequence[tuple[PeriodScheme, Period]],
        which: Places,
        levels: Sequence[str],
        level: Places,
    ) -> tuple[list[ValueGroup], Places]:
        def one(left: int, right: int) -> ValueGroup | Sentence:
            scheme, period = held[left]
            try:
                first, last = window(period, scheme, levels[right])
            except InvalidInput as refusal:
                return refusal.sentence
            return ValueGroup(scheme.code, period.label, levels[right], first, last)

        each, places = self._pairs(which, level, max(len(levels), 1), one)
        distinct = list(dict.fromkeys(each))  # two labels may name one period
        number = {group: place for place, group in enumerate(distinct)}
        return distinct, np.array([*(number[group] for group in each), -1], np.int32)[places]

    def _one_totals(
        self,
        indicators: Sequence[Indicator],
        indicator: Places,
        groups: Sequence[ValueGroup],
        group: Places,
    ) -> None:
        """Totals that are told once a year for a whole province, and never below (boundary)."""
        told = Sentence(N_("Chỉ tiêu này chỉ ghi một số tổng của cả tỉnh cho cả năm."))
        once = np.array([*(_is_one_total(row) for row in indicators), False])
        fits = np.array([*(_is_year_of_province(each) for each in groups), True])
        self._add(np.flatnonzero(once[indicator] & ~fits[group]), told)

    def _figures(
        self, indicators: Sequence[Indicator], indicator: Places
    ) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """The figures and what each cell says; only a cell without a state must have a figure."""
        states = self._states() if "state" in self.file.columns else None
        decimals = np.array([*(row.decimals for row in indicators), 0], np.int64)[indicator]
        needed = None
        if states is not None:
            needed = np.isin(states, (CellState.VALUE, CellState.NONE))
        scaled, faults = read_figures(self.file.values, decimals, needed=needed)
        # Where the indicator itself is unknown its decimals are too.
        told = [(place, fault) for place, fault in faults if indicator[place] >= 0]
        self.faults += [(int(self.file.numbers[place]), fault) for place, fault in told]
        if states is None:
            return scaled, np.where(
                scaled == 0, np.uint8(CellState.ZERO), np.uint8(CellState.VALUE)
            )
        self._hold_to_states(scaled, states)
        zero = (states == CellState.VALUE) & (scaled == 0)
        return scaled, np.where(zero, np.uint8(CellState.ZERO), states)

    def _states(self) -> NDArray[np.uint8]:
        said, state = self._column("state", _state, "value")
        return np.array([*said, CellState.NONE], np.uint8)[state]

    def _hold_to_states(self, scaled: NDArray[np.int64], states: NDArray[np.uint8]) -> None:
        """A cell that says that it holds no figure, or zero, may not hold another one."""
        given = self.file.values.is_valid().to_numpy(zero_copy_only=False)
        empty = np.isin(states, (CellState.NOT_APPLICABLE, CellState.WITHHELD))
        self._add(np.flatnonzero(given & empty), _HAS_NO_FIGURE)
        self._add(np.flatnonzero((states == CellState.ZERO) & (scaled != 0)), _IS_NOT_ZERO)

    def _no_doubles(
        self,
        order: NDArray[np.int64],
        bounds: NDArray[np.int64],
        owner: Places,
        owners: int,
        indicator: Places,
        indicators: int,
    ) -> None:
        told = Sentence(
            N_("Địa bàn, cơ quan, kỳ và chỉ tiêu của dòng này có ở nhiều dòng trong tệp.")
        )
        keys = owner.astype(np.int64) * indicators + indicator
        last = np.zeros(owners * indicators, np.int64)
        for begin, end in pairwise(bounds):
            rows = order[begin:end]
            last[keys[rows]] = rows
            lost = rows[last[keys[rows]] != rows]
            self._add(np.union1d(lost, last[keys[lost]]), told)

    def _column(
        self, name: str, read: Callable[[str], Found | Sentence], default: str | None = None
    ) -> tuple[list[Found], Places]:
        """What the texts of a column mean; rows without one take the default, or are faulty."""
        rows = len(self.file.numbers)
        column = self.file.columns.get(name) or TextColumn(np.full(rows, -1, np.int32), ())
        texts, places = column.texts, column.places
        if default is not None:
            texts = [*texts, default]
            places = np.where(places < 0, np.int32(len(texts) - 1), places)
        else:
            self._add(
                np.flatnonzero(places < 0), Sentence(N_("Thiếu %(column)s."), {"column": name})
            )
        return self._kept([read(text) if text else None for text in texts], places)

    def _pairs(
        self, left: Places, right: Places, width: int, read: Callable[[int, int], Found | Sentence]
    ) -> tuple[list[Found], Places]:
        """What each pair of two columns means that occurs in a row."""
        first, second, places = pairs(left, right, max(width, 1))
        each = [read(int(a), int(b)) for a, b in zip(first, second, strict=True)]
        return self._kept(each, places)

    def _kept(
        self, meanings: Sequence[Found | Sentence | None], places: Places
    ) -> tuple[list[Found], Places]:
        """The good meanings, numbered anew; rows with a bad one get its fault."""
        kept: list[Found] = []
        number = np.full(len(meanings) + 1, -1, np.int32)
        wrong: list[int] = []
        for place, meaning in enumerate(meanings):
            if isinstance(meaning, Sentence):
                wrong.append(place)
            elif meaning is not None:
                number[place] = len(kept)
                kept.append(meaning)
        if len(kept) == len(meanings):
            return kept, places  # nothing to number anew
        if wrong:
            for row in np.flatnonzero(np.isin(places, wrong)):
                fault = meanings[places[row]]
                assert isinstance(fault, Sentence)
                self.faults.append((int(self.file.numbers[row]), fault))
        return kept, number[places]

    def _add(self, rows: NDArray[np.int64], fault: Sentence) -> None:
        self.faults += [(int(number), fault) for number in self.file.numbers[rows]]


def _day(text: str) -> date | Sentence:
    plain = text.removesuffix("Z").removesuffix("00:00:00.000").removesuffix("00:00:00")
    try:
        day = date.fromisoformat(plain.rstrip(" T")) if len(plain) >= 10 else None
    except ValueError:
        day = None
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return Sentence(
            N_('"%(text)s" không phải ngày; hãy viết như 2025-07-01.'), {"text": text[:40]}
        )
    return day


def _period(text: str) -> Period | Sentence:
    try:
        return parse_period(text)
    except InvalidInput as refusal:
        return refusal.sentence


def _state(text: str) -> CellState | Sentence:
    return STATE_NAMES.get(text) or Sentence(
        N_('Không có state "%(shown)s"; hãy ghi value, zero, not_applicable hoặc withheld.'),
        {"shown": text[:40]},
    )


def _scheme(text: str) -> PeriodScheme | Sentence:
    try:
        return parse_scheme(text)
    except InvalidInput as refusal:
        return refusal.sentence


_Life = tuple[_Area, date, date | None]


def _versions_by_code() -> dict[str, list[_Life]]:
    found: dict[str, list[_Life]] = defaultdict(list)
    fields = ("code", "lineage_id", "level", "parent_id", "valid_from", "valid_to")
    for code, lineage_id, level, parent_id, first, end in AreaVersion.objects.values_list(*fields):
        found[code].append((_Area(lineage_id, level, parent_id), first, end))
    return found


_Body = tuple[int, date, date | None]


def _bodies(kinds: Sequence[str]) -> dict[tuple[str, int], list[_Body]]:
    found: dict[tuple[str, int], list[_Body]] = defaultdict(list)
    rows = Body.objects.filter(kind_id__in=kinds).order_by("pk")
    for kind, area_id, pk, first, end in rows.values_list(
        "kind_id", "area_id", "pk", "valid_from", "valid_to"
    ):
        found[kind, area_id].append((pk, first, end))
    return found


def _in_force(bodies: Sequence[_Body], day: date) -> int | None:
    for pk, first, end in bodies:
        if first <= day and (end is None or day < end):
            return pk
    return None


def _is_one_total(row: Indicator) -> bool:
    split = replace(definition_of(row), disaggregation=("loại",))
    return any(fault.rule == "one_total" for fault in indicator_faults(split))


def _is_year_of_province(group: ValueGroup) -> bool:
    return group.level == "province" and parse_period(group.period).kind is PeriodKind.YEAR


def _sorted(group: Places, groups: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The rows by group, and where each group begins; rows without one are left out."""
    small = group.astype(np.int16) if groups < 2**15 else group
    order = np.argsort(small, kind="stable")
    counts = np.bincount(group[group >= 0], minlength=groups)
    skipped = len(group) - int(counts.sum())
    return order[skipped:], np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
