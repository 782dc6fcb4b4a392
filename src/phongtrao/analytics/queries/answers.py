"""What is answered about figures: arrays over indicators, periods and areas, exact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phongtrao.core.periods import Period
from phongtrao.reporting.queries import FigureRow
from phongtrao.reporting.queries.area_trees import TreeArea
from phongtrao.reporting.rules.roll_up import RollUp

# Ints of 64 bits; objects (whole Python numbers) where a figure needs more.
Whole = NDArray[Any]


@dataclass(frozen=True)
class Shape:
    """The axes of an answer. Areas differ from period to period where boundaries do.

    `areas` are all that occur, by code; `shown` [period, area] says which ones a period has and
    `named` how they are called there, in the order of their codes: (place among `areas`, area).
    """

    indicators: Sequence[str]
    periods: Sequence[Period]
    areas: Sequence[TreeArea]
    shown: NDArray[np.bool_]
    named: Sequence[Sequence[tuple[int, TreeArea]]]


@dataclass(frozen=True)
class Figures:
    """The figures asked for. Every array is [indicator, period, area].

    A figure is `numerator / denominator`; a denominator of 0 says that nothing can be said. It
    tells of `n` of `of` areas; `partial` gave something but not all, `withheld` may not be shown.
    `adjusted` are the parts that come from signed lines, by place, where there are any.
    `source` is "cube" or "record", wherever most of it came from.
    """

    shape: Shape
    numerator: Whole
    denominator: Whole
    n: NDArray[np.int32]
    of: NDArray[np.int32]
    partial: NDArray[np.int32]
    withheld: NDArray[np.int32]
    estimated: NDArray[np.bool_]
    adjusted: dict[tuple[int, int, int], Fraction] = field(default_factory=dict)
    source: str = field(default="cube", compare=False)

    @property
    def indicators(self) -> Sequence[str]:
        """The codes of the first axis."""
        return self.shape.indicators

    @property
    def periods(self) -> Sequence[Period]:
        """The periods of the second axis."""
        return self.shape.periods

    @property
    def areas(self) -> Sequence[TreeArea]:
        """The areas of the third axis, by code."""
        return self.shape.areas

    def value(self, indicator: int, period: int, area: int) -> Fraction | None:
        """One exact figure by its places; None where nothing can be said."""
        place = indicator, period, area
        below = int(self.denominator[place])
        return Fraction(int(self.numerator[place]), below) if below else None

    def figure(self, indicator: int, period: int, area: int) -> RollUp:
        """One figure with all that is told of it, by its places."""
        place = indicator, period, area
        return RollUp(
            self.value(indicator, period, area),
            int(self.n[place]),
            int(self.of[place]),
            bool(self.estimated[place]),
            int(self.partial[place]),
            int(self.withheld[place]),
            self.adjusted.get(place, Fraction(0)),
        )

    def floats(self) -> NDArray[np.float64]:
        """Every figure as the nearest double, NaN where nothing can be said: for pictures."""
        with np.errstate(divide="ignore", invalid="ignore"):
            found = self.numerator.astype(np.float64) / self.denominator.astype(np.float64)
        found[self.denominator == 0] = np.nan
        return found

    def rows(self) -> Iterator[FigureRow]:
        """A row for each indicator, period and area, in the order asked, areas by their codes."""
        for i, code in enumerate(self.indicators):
            for p, period in enumerate(self.periods):
                for a, area in self.shape.named[p]:
                    yield FigureRow(area.code, area.name, period, code, self.figure(i, p, a))


def empty_figures(shape: Shape, source: str) -> Figures:
    """Arrays to be filled: nothing said of nobody."""
    size = len(shape.indicators), len(shape.periods), len(shape.areas)
    whole = np.zeros((2, *size), np.int64)
    counts = np.zeros((4, *size), np.int32)
    n, of, partial, withheld = counts
    return Figures(
        shape, whole[0], whole[1], n, of, partial, withheld, np.zeros(size, bool), {}, source
    )
