"""`rollup`: figures of any areas and periods from the record, exact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from phongtrao.core.periods import Period, window
from phongtrao.reporting.queries.area_trees import AreaTrees, Window
from phongtrao.reporting.queries.catalogue import Catalogue, read_catalogue
from phongtrao.reporting.queries.stored_figures import FiguresAsked, StoredFigures
from phongtrao.reporting.rules.figures import Geography
from phongtrao.reporting.rules.levels import reporting_level
from phongtrao.reporting.rules.plain_sums import plain_roll_up
from phongtrao.reporting.rules.roll_up import RollUp, parts_of, roll_up

NOTHING = RollUp(value=None, n=0, of=0)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with the area as it is called on the day of the boundaries."""

    area_code: str
    area_name: str
    period: Period
    indicator: str
    figure: RollUp


def figure_rows(
    asked: FiguresAsked, known: Catalogue | None = None, trees: AreaTrees | None = None
) -> list[FigureRow]:
    """A row for each indicator, period and area, in the order asked, areas by their codes.

    Unknown indicators and areas have no rows. Raises ``InvalidInput`` where a cumulative scheme
    begins after a period ends. `known` and `trees` are the catalogue and the areas as they now
    stand, where the caller has read them.
    """
    return list(_Answer(asked, known or read_catalogue(), trees or AreaTrees()).rows())


class _Answer:
    """One question; trees, geographies and figures are read once."""

    def __init__(self, asked: FiguresAsked, known: Catalogue, trees: AreaTrees) -> None:
        self._asked = asked
        self._rules, self._levels = known.rules, known.levels
        self._codes = [code for code in dict.fromkeys(asked.indicators) if code in known.rules]
        self._trees = trees
        parts = [part for code in self._codes for part in parts_of(self._rules[code])]
        self._said = StoredFigures(asked, frozenset(parts))

    def rows(self) -> Iterator[FigureRow]:
        """The rows, see `figure_rows`."""
        for code in self._codes:
            for period in self._asked.periods:
                yield from self._of_period(code, period)

    def _of_period(self, code: str, period: Period) -> Iterator[FigureRow]:
        days = self._window(period, None)
        targets = self._trees.on(days.as_of).at_level(self._asked.level, self._asked.area)
        parts = parts_of(self._rules[code])
        level = reporting_level(
            self._asked.level,
            self._said.levels_within(period, parts),
            self._said.levels_asked(parts),
            self._levels[code],
        )
        found: Mapping[object, RollUp] = {}
        if level is not None and targets:
            asked = {area.lineage_id: area.code for area in targets}
            geography = self._trees.geography(self._window(period, level), level, asked)
            found = self._rolled_up(code, period, geography)
        for area in targets:
            figure = found.get(area.lineage_id, NOTHING)
            yield FigureRow(area.code, area.name, period, code, figure)

    def _rolled_up(
        self, code: str, period: Period, geography: Geography
    ) -> Mapping[object, RollUp]:
        """By plain sums where they say the same, else by the specification."""
        parts = parts_of(self._rules[code])
        plain = {part: self._said.plain(part, period) for part in parts}
        known = {part: found for part, found in plain.items() if found is not None}
        if len(known) == len(parts):
            heard = self._said.heard_within(period, parts)
            summed = plain_roll_up(code, self._rules, known, geography, heard)
            if summed is not None:
                return summed
        return roll_up(code, self._rules, self._said.table, period, geography)

    def _window(self, period: Period, level: str | None) -> Window:
        first, last = window(period, self._asked.scheme, level or self._asked.level)
        return Window(first, last, self._asked.as_of or last)
