"""One figure of a whole, the short way: plain sums where they say what the specification says.

A national round has thousands of areas and the specification looks at each in every way. Where
each of them goes into the whole undivided and speaks for itself, sums are enough; a property test
holds both together.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from phongtrao.core.periods import Period
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.rules.figures import Area, Figure, FigureTable, Geography, IndicatorRule
from phongtrao.reporting.rules.plain_sums import PlainFigures, plain_roll_up
from phongtrao.reporting.rules.roll_up import RollUp, parts_of, roll_up, shares_into_groups


@dataclass
class QuickFigures:
    """Figures of one table in one geography and period."""

    rules: Mapping[str, IndicatorRule]
    table: FigureTable
    period: Period
    geography: Geography
    _undivided: Geography = field(init=False)

    def __post_init__(self) -> None:
        self._undivided = _undivided(self.geography)

    def of(self, code: str) -> Mapping[Area, RollUp]:
        """The indicator in each area asked for, exactly as `rules.roll_up.roll_up` has it."""
        told = {part: self._told(part) for part in parts_of(self.rules[code])}
        known = {part: figures for part, figures in told.items() if figures is not None}
        if len(known) == len(told):
            heard = set().union(*(self._heard(part) for part in told))
            found = plain_roll_up(code, self.rules, known, self._undivided, heard)
            if found is not None:
                return found
        return roll_up(code, self.rules, self.table, self.period, self.geography)

    def _told(self, code: str) -> PlainFigures | None:
        """What was said for exactly the period; None where it is no whole number of parts."""
        figures = {
            area: figure
            for area in self.geography.expected
            if (figure := self.table.of_area(area, code).get(self.period)) is not None
        }
        scale = max((_denominator(figure) for figure in figures.values()), default=1)
        if any(scale % _denominator(figure) for figure in figures.values()):
            return None
        return PlainFigures(
            {area: (f.state, int(f.value * scale)) for area, f in figures.items()},  # type: ignore[misc]
            scale,
            {area: int(f.adjustment * scale) for area, f in figures.items() if f.adjustment},  # type: ignore[misc]
        )

    def _heard(self, code: str) -> Iterator[Hashable]:
        """Areas that said anything about a part of the period."""
        for area in self.geography.expected:
            said = self.table.of_area(area, code)
            if any(
                figure.state is not CellState.NONE and self.period.contains(period)
                for period, figure in said.items()
            ):
                yield area


def _denominator(figure: Figure) -> int:
    return max(figure.value.denominator, figure.adjustment.denominator)


def _undivided(geography: Geography) -> Geography:
    """The same without onward shares, where every expected area goes into one area as a whole."""
    groups: dict[Area, Area] = {}
    for area in geography.expected:
        shares = shares_into_groups(area, geography)
        if len(shares) != 1 or shares[0].share != 1:
            return geography
        groups[area] = shares[0].area
    return replace(geography, onward={}, groups=groups)
