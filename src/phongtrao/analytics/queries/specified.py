"""Figures by the exact specification: slow, and right where the files cannot answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from phongtrao.analytics.queries.answers import Figures, Shape, Whole, empty_figures
from phongtrao.core.periods import Period
from phongtrao.reporting.queries import FiguresAsked, figure_rows
from phongtrao.reporting.queries.area_trees import AreaTrees
from phongtrao.reporting.queries.catalogue import Catalogue
from phongtrao.reporting.rules.roll_up import RollUp

Figured = Mapping[tuple[str, Period, str], RollUp]
_INT64 = 2**63


def specified(asked: FiguresAsked, shape: Shape, known: Catalogue, trees: AreaTrees) -> Figures:
    """The whole answer from the record."""
    return filled(shape, by_specification(asked, known, trees), source="record")


def by_specification(
    asked: FiguresAsked, known: Catalogue | None = None, trees: AreaTrees | None = None
) -> Figured:
    """(indicator, period, area code) → the figure."""
    rows = figure_rows(asked, known, trees)
    return {(row.indicator, row.period, row.area_code): row.figure for row in rows}


def filled(shape: Shape, figured: Figured, *, source: str) -> Figures:
    """Arrays that hold these figures; whole Python numbers where 64 bits are too few."""
    found = empty_figures(shape, source)
    fractions: dict[tuple[int, int, int], Fraction] = {}
    for i, code in enumerate(shape.indicators):
        for p, period in enumerate(shape.periods):
            for a, area in shape.named[p]:
                figure = figured[code, period, area.code]
                put(found, (i, p, a), figure)
                if figure.value is not None:
                    fractions[i, p, a] = figure.value
    return with_values(found, fractions)


def put(figures: Figures, place: tuple[int, int, int], figure: RollUp) -> None:
    """All that is told of a figure but its value."""
    figures.n[place], figures.of[place] = figure.n, figure.of
    figures.partial[place], figures.withheld[place] = figure.partial, figure.withheld
    figures.estimated[place] = figure.estimated
    if figure.adjusted:
        figures.adjusted[place] = figure.adjusted


def with_values(figures: Figures, values: Mapping[tuple[int, int, int], Fraction]) -> Figures:
    """The figures with these values entered."""
    above, below = figures.numerator, figures.denominator
    if not all(fits(value) for value in values.values()):
        above, below = above.astype(object), below.astype(object)
    enter(above, below, values.items())
    return replace(figures, numerator=above, denominator=below)


def fits(value: Fraction) -> bool:
    """Whether both parts of a fraction are numbers of 64 bits."""
    return -_INT64 <= value.numerator < _INT64 and value.denominator < _INT64


def enter(
    above: Whole, below: Whole, values: Iterable[tuple[tuple[int, int, int], Fraction]]
) -> None:
    """Write fractions into the two arrays."""
    for place, value in values:
        above[place], below[place] = value.numerator, value.denominator


def only(asked: FiguresAsked, indicators: Sequence[str], periods: Sequence[Period]) -> FiguresAsked:
    """The same question about fewer indicators and periods."""
    return replace(asked, indicators=indicators, periods=periods)


__all__ = ["by_specification", "filled", "only", "specified", "with_values"]
