"""The counting figures of the record that a roll-up needs, read once and in bulk."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import cached_property
from operator import attrgetter

from django.db.models import F

from phongtrao.core.periods import DEFAULT_SCHEME, Period, PeriodScheme, parse_period
from phongtrao.reporting.cells import CellState, unpack_table
from phongtrao.reporting.models import ReportVersion, Round
from phongtrao.reporting.queries.adjustments import scaled_lines
from phongtrao.reporting.rules.figures import Exact, Figure, FigureTable, entering
from phongtrao.reporting.rules.plain_sums import PlainFigures
from phongtrao.reporting.workflow import COUNTING

_STATES = tuple(CellState)


@dataclass(frozen=True)
class FiguresAsked:
    """What is asked: indicators and periods, the areas of a level, all or those in one area.

    `as_of`: the day whose boundaries are used, by default the last day of each period. `body`: a
    kind of bodies whose figures alone are taken (*ngành dọc*), by default all.
    """

    indicators: Sequence[str]
    periods: Sequence[Period]
    level: str
    scheme: PeriodScheme = DEFAULT_SCHEME
    area: str | None = None
    body: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """What one body said about one area: the packed cells, and when they were submitted."""

    area_id: int
    body_id: int
    sent: tuple[datetime, int]
    cells: bytes


@dataclass(frozen=True, slots=True)
class _Column:
    """One indicator of one round: who said what, row by row."""

    level: str
    said: Sequence[_Said]
    values: Sequence[int]
    states: Sequence[int]
    scale: int
    # Row → the scaled sum of the signed lines that enter at the asked level.
    lines: Mapping[int, int]


class StoredFigures:
    """Figures of the asked scheme, indicators and periods with their parts."""

    def __init__(self, asked: FiguresAsked, codes: Collection[str]) -> None:
        self._columns: dict[tuple[str, Period], list[_Column]] = defaultdict(list)
        self._plain: dict[tuple[str, Period], PlainFigures | None] = {}
        self._heard: dict[tuple[str, Period], frozenset[int]] = {}
        self._asked: dict[str, set[str]] = defaultdict(set)
        self._level = asked.level
        rounds = self._rounds(asked, codes)
        self._lines = scaled_lines(rounds)
        by_round: dict[int, list[_Said]] = defaultdict(list)
        for round_id, said in _newest(asked, rounds):
            by_round[round_id].append(said)
        for round_id, of_round in by_round.items():
            self._take(rounds[round_id], of_round, codes)

    def levels_within(self, period: Period, codes: Iterable[str]) -> set[str]:
        """The levels at which something was said within a period about any of the codes."""
        found = self._within(period, codes)
        return {column.level for _key, columns in found for column in columns if any(column.states)}

    def levels_asked(self, codes: Iterable[str]) -> set[str]:
        """The levels at which a round of the scheme, of any period, asks for any of the codes."""
        return set().union(*(self._asked[code] for code in codes))

    def heard_within(self, period: Period, codes: Iterable[str]) -> frozenset[int]:
        """The areas that said something within a period about any of the codes."""
        return frozenset().union(*(self._heard_of(key) for key, _c in self._within(period, codes)))

    def plain(self, code: str, period: Period) -> PlainFigures | None:
        """What was said for exactly the period, where each area has one body and one form."""
        key = (code, period)
        if key not in self._plain:
            columns = self._columns.get(key, [])
            self._plain[key] = _plain(columns[0]) if len(columns) == 1 else None
        return self._plain[key]

    @cached_property
    def table(self) -> FigureTable:
        """All of it for the specification."""
        return FigureTable(
            figure for (code, period), columns in self._columns.items()
            for figure in _figures(code, period, columns)
        )  # fmt: skip

    def _within(
        self, period: Period, codes: Iterable[str]
    ) -> list[tuple[tuple[str, Period], list[_Column]]]:
        wanted = set(codes)
        return [
            (key, columns)
            for key, columns in self._columns.items()
            if key[0] in wanted and period.contains(key[1])
        ]

    def _heard_of(self, key: tuple[str, Period]) -> frozenset[int]:
        if key not in self._heard:
            self._heard[key] = frozenset(
                each.area_id for column in self._columns[key]
                for each, state in zip(column.said, column.states, strict=True) if state
            )  # fmt: skip
        return self._heard[key]

    def _rounds(self, asked: FiguresAsked, codes: Collection[str]) -> dict[int, Round]:
        """The rounds in which such figures may stand."""
        found: dict[int, Round] = {}
        rows = Round.objects.filter(scheme=asked.scheme.code).select_related("template_version")
        for round_ in rows:
            held = {cell["key"] for cell in round_.template_version.cells}.intersection(codes)
            for code in held:
                self._asked[code].add(round_.level)
            if held and _is_asked(asked, parse_period(round_.period)):
                found[round_.pk] = round_
        return found

    def _take(self, round_: Round, said: Sequence[_Said], codes: Collection[str]) -> None:
        period, form = parse_period(round_.period), round_.template_version.cells
        values, states = unpack_table([each.cells for each in said], len(form))
        for place, cell in enumerate(form):
            code = cell["key"]  # a divided cell has another key: it is a detail of the whole
            if code in codes:
                told = (values[:, place].tolist(), states[:, place].tolist())
                lines = self._lines_of(said, code)
                column = _Column(round_.level, said, *told, 10 ** cell["decimals"], lines)
                self._columns[code, period].append(column)

    def _lines_of(self, said: Sequence[_Said], code: str) -> dict[int, int]:
        if not self._lines:
            return {}
        sums = (
            (row, int(entering(self._lines.get((each.sent[1], code), ()), self._level)))
            for row, each in enumerate(said)
        )
        return {row: total for row, total in sums if total}


def _plain(column: _Column) -> PlainFigures | None:
    areas = map(attrgetter("area_id"), column.said)
    cells = dict(zip(areas, zip(column.states, column.values, strict=True), strict=True))
    lines = {column.said[row].area_id: total for row, total in column.lines.items()}
    return PlainFigures(cells, column.scale, lines) if len(cells) == len(column.said) else None


def _figures(code: str, period: Period, columns: Sequence[_Column]) -> Iterable[Figure]:
    """Where two forms ask one body for the same figure, the one submitted last counts."""
    rows = [
        (state != CellState.NONE, each.sent, each, value, state, column, row)
        for column in columns
        for row, (each, value, state) in enumerate(
            zip(column.said, column.values, column.states, strict=True)
        )
    ]
    rows.sort(key=lambda row: row[:2])
    found: dict[tuple[int, int], Figure] = {}
    for _is_said, _sent, each, value, state, column, row in rows:
        found[each.area_id, each.body_id] = Figure(
            each.area_id,
            code,
            period,
            _STATES[state],
            _exact(value, column.scale),
            body=each.body_id,
            adjustment=_exact(column.lines.get(row, 0), column.scale),
        )
    return found.values()


def _exact(scaled: int, scale: int) -> Exact:
    return scaled if scale == 1 else Fraction(scaled, scale)


def _is_asked(asked: FiguresAsked, period: Period) -> bool:
    """Whether figures of a period may enter; cumulative ones do not add up over time."""
    if asked.scheme.since is not None:
        return period in asked.periods
    return any(each.contains(period) for each in asked.periods)


def _newest(asked: FiguresAsked, rounds: Collection[int]) -> Iterator[tuple[int, _Said]]:
    """The newest counting version of each report, by its round."""
    rows = ReportVersion.objects.filter(
        report__round__in=list(rounds),
        report__state__in=COUNTING,
        n=F("report__version_count"),
    )
    if asked.body is not None:
        rows = rows.filter(report__body__kind=asked.body)
    fields = ("report__round_id", "report__area_id", "report__body_id", "submitted_at", "pk",
              "cells")  # fmt: skip
    for round_id, area_id, body_id, at, pk, cells in rows.order_by().values_list(*fields):
        yield round_id, _Said(area_id, body_id, (at, pk), bytes(cells))
