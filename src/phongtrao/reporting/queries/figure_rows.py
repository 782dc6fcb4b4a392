"""`rollup`: figures of any areas and periods from the record, by the exact specification."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction

from django.db.models import F

from phongtrao.core.periods import (
    DEFAULT_SCHEME,
    Period,
    PeriodScheme,
    parse_period,
    window,
)
from phongtrao.reporting.cells import CellState, unpack_table
from phongtrao.reporting.models import Indicator, ReportVersion, Round
from phongtrao.reporting.queries.area_trees import AreaTree, Window, geography_of
from phongtrao.reporting.queries.catalogue import rules_of
from phongtrao.reporting.rules.figures import Figure, FigureTable, Geography
from phongtrao.reporting.rules.levels import reporting_level
from phongtrao.reporting.rules.roll_up import RollUp, parts_of, roll_up
from phongtrao.reporting.workflow import COUNTING

NOTHING = RollUp(value=None, n=0, of=0)
_STATES = tuple(CellState)
_NEVER = (datetime.min.replace(tzinfo=UTC), 0)


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
class FigureRow:
    """One figure with the area as it is called on the day of the boundaries."""

    area_code: str
    area_name: str
    period: Period
    indicator: str
    figure: RollUp


def figure_rows(asked: FiguresAsked) -> list[FigureRow]:
    """A row for each indicator, period and area, in the order asked, areas by their codes.

    Unknown indicators and areas have no rows. Raises ``InvalidInput`` where a cumulative scheme
    begins after a period ends.
    """
    return list(_Answer(asked).rows())


@dataclass(frozen=True, slots=True)
class _Said:
    """What one body said about one area: the packed cells, and when they were submitted."""

    area_id: int
    body_id: int
    sent: tuple[datetime, int]
    cells: bytes


class _Answer:
    """One question; trees, geographies and figures are read once."""

    def __init__(self, asked: FiguresAsked) -> None:
        self._asked = asked
        self._indicators, self._rules = rules_of(asked.indicators)
        self._trees: dict[date, AreaTree] = {}
        self._geographies: dict[tuple[Period, str], Geography] = {}
        parts = [part for code in self._indicators for part in parts_of(self._rules[code])]
        self._said = _Figures(asked, frozenset(parts))

    def rows(self) -> Iterator[FigureRow]:
        """The rows, see `figure_rows`."""
        for code, indicator in self._indicators.items():
            for period in self._asked.periods:
                yield from self._of_period(code, indicator, period)

    def _of_period(self, code: str, indicator: Indicator, period: Period) -> Iterator[FigureRow]:
        days = self._window(period, None)
        targets = self._tree(days.as_of).at_level(self._asked.level, self._asked.area)
        levels = self._said.levels_within(period, parts_of(self._rules[code]))
        level = reporting_level(self._asked.level, levels, indicator.levels)
        found: Mapping[object, RollUp] = {}
        if level is not None and targets:
            geography = self._geography(period, level, {a.lineage_id: a.code for a in targets})
            found = roll_up(code, self._rules, self._said.table, period, geography)
        for area in targets:
            figure = found.get(area.lineage_id, NOTHING)
            yield FigureRow(area.code, area.name, period, code, figure)

    def _geography(self, period: Period, level: str, targets: Mapping[int, str]) -> Geography:
        key = (period, level)
        if key not in self._geographies:
            days = self._window(period, level)
            self._geographies[key] = geography_of(
                days, level, self._tree(days.last_day), self._tree(days.as_of), targets
            )
        return self._geographies[key]

    def _window(self, period: Period, level: str | None) -> Window:
        first, last = window(period, self._asked.scheme, level or self._asked.level)
        return Window(first, last, self._asked.as_of or last)

    def _tree(self, day: date) -> AreaTree:
        tree = AreaTree(day)
        return self._trees.setdefault(tree.day, tree)


class _Figures:
    """The counting figures of the asked scheme, indicators and periods with their parts."""

    def __init__(self, asked: FiguresAsked, codes: Collection[str]) -> None:
        self._levels: dict[tuple[str, Period], set[str]] = defaultdict(set)
        self._found: dict[tuple[int, int, str, Period], Figure] = {}
        rounds = _rounds(asked, codes)
        self._sent: dict[tuple[int, int, str, Period], tuple[datetime, int]] = {}
        by_round: dict[int, list[_Said]] = defaultdict(list)
        for round_id, said in _newest(asked, rounds):
            by_round[round_id].append(said)
        for round_id, of_round in by_round.items():
            self._take(rounds[round_id], of_round, codes)
        self.table = FigureTable(self._found.values())

    def levels_within(self, period: Period, codes: Iterable[str]) -> set[str]:
        """The levels at which something was said within a period about any of the codes."""
        wanted = set(codes)
        return {
            level
            for (code, told), levels in self._levels.items()
            if code in wanted and period.contains(told)
            for level in levels
        }

    def _take(self, round_: Round, said: Sequence["_Said"], codes: Collection[str]) -> None:
        """Where two forms ask one body for the same figure, the one submitted last counts."""
        period, form = parse_period(round_.period), round_.template_version.cells
        values, states = unpack_table([each.cells for each in said], len(form))
        for column, cell in enumerate(form):
            code = cell["key"]  # a divided cell has another key: it is a detail of the whole
            if code not in codes:
                continue
            scale = 10 ** cell["decimals"]
            if states[:, column].any():
                self._levels[code, period].add(round_.level)
            for each, value, state in zip(
                said, values[:, column].tolist(), states[:, column].tolist(), strict=True
            ):
                key = (each.area_id, each.body_id, code, period)
                if key in self._found and not (state and each.sent > self._sent[key]):
                    continue
                told = value if scale == 1 else Fraction(value, scale)
                self._sent[key] = each.sent if state else _NEVER
                self._found[key] = Figure(
                    each.area_id, code, period, _STATES[state], told, body=each.body_id
                )


def _rounds(asked: FiguresAsked, codes: Collection[str]) -> dict[int, Round]:
    """The rounds in which such figures may stand; cumulative figures do not add up over time."""
    rows = Round.objects.filter(scheme=asked.scheme.code).select_related("template_version")
    return {
        round_.pk: round_
        for round_ in rows
        if any(cell["key"] in codes for cell in round_.template_version.cells)
        and _is_asked(asked, parse_period(round_.period))
    }


def _is_asked(asked: FiguresAsked, period: Period) -> bool:
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
