"""What goes into a roll-up: rules of indicators, figures, and how areas follow each other. Pure."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from phongtrao.core.periods import Period
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.rules.levels import LEVELS

Area = Hashable
# Whole numbers stay whole as long as they can: fractions are exact too, but slow.
Exact = Fraction | int


class IndicatorKind(StrEnum):
    """How figures of an indicator add up."""

    FLOW = "flow"  # sums over time and areas
    STOCK = "stock"  # the last of the period, then sums over areas
    DISTINCT = "distinct"  # counts different catalogue entries
    RATIO = "ratio"  # parts are summed, divided last
    MEAN = "mean"


@dataclass(frozen=True)
class IndicatorRule:
    """What the roll-up must know of an indicator.

    ``numerator`` and ``denominator`` are codes of indicators whose figures are added; ``factor``
    is 100 for per cent. A mean with only a denominator is typed and weighted by it.
    """

    code: str
    kind: IndicatorKind
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    factor: int = 1

    @property
    def adds_up(self) -> bool:
        """Whether what several bodies give about one area may be added to one figure."""
        if self.kind in (IndicatorKind.FLOW, IndicatorKind.STOCK):
            return True
        return bool(self.numerator and self.denominator)


@dataclass(frozen=True)
class Figure:
    """The newest counting figure of one body about one area; ``value`` is exact, not scaled.

    ``adjustment`` is the sum of the signed lines that enter at the asked level; it never changes
    what was reported, see `FigureTable.whole`. ``given`` are the values of several bodies about one
    area, each for itself; empty where one alone speaks. What does not add up needs it.
    """

    area: Area
    indicator: str
    period: Period
    state: CellState
    value: Exact = 0
    entries: frozenset[Hashable] = frozenset()
    body: Hashable = None
    adjustment: Exact = 0
    given: tuple[Exact, ...] = ()


@dataclass(frozen=True)
class SignedLine:
    """What a superior adds to a reported figure or takes from it; the figure itself stays.

    ``level`` is that of the body that adjusts: the line enters figures of areas of that level and
    above, never those of the levels below it.
    """

    level: str
    difference: Exact


def entering(lines: Iterable[SignedLine], asked: str) -> Exact:
    """The sum of the lines that enter figures of areas of the asked level."""
    place = LEVELS.index(asked)
    return sum(line.difference for line in lines if LEVELS.index(line.level) >= place)


@dataclass(frozen=True)
class Share:
    """The part of an area's figures that goes to another area; an estimated one is a convention."""

    area: Area
    share: Exact
    estimated: bool = False


Succession = Mapping[Area, Sequence[Share]]


@dataclass(frozen=True)
class Geography:
    """Who should report and where it is shown.

    ``expected``: areas of the reporting level in force on the period's last day. ``predecessors``:
    areas closed within the period → expected ones. ``onward``: expected areas → areas of the day
    whose boundaries are used. ``groups``: those areas → the areas asked for. In each, an area that
    is absent stays itself.
    """

    expected: frozenset[Area]
    predecessors: Succession = field(default_factory=dict)
    onward: Succession = field(default_factory=dict)
    groups: Mapping[Area, Area] = field(default_factory=dict)


GIVEN = frozenset({CellState.VALUE, CellState.ZERO})


class FigureTable:
    """The figures by area and indicator; those of several bodies about one area are merged.

    As reported; `whole` is the same table with the signed lines added to the figures they are
    about. A line to a figure that was not given adds nothing: missing is never zero.
    """

    def __init__(self, figures: Iterable[Figure]) -> None:
        cells: dict[tuple[Area, str], dict[Period, list[Figure]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for figure in figures:
            cells[figure.area, figure.indicator][figure.period].append(figure)
        self._cells = {
            key: {period: _merged(found) for period, found in by_period.items()}
            for key, by_period in cells.items()
        }

    @cached_property
    def is_adjusted(self) -> bool:
        """Whether any given figure has a signed line."""
        return any(
            figure.adjustment and figure.state in GIVEN
            for by_period in self._cells.values()
            for figure in by_period.values()
        )

    @cached_property
    def whole(self) -> "FigureTable":
        """The figures with their signed lines added; itself where there are none."""
        if not self.is_adjusted:
            return self
        return FigureTable(
            _with_lines(figure)
            for by_period in self._cells.values()
            for figure in by_period.values()
        )

    def of_area(self, area: Area, indicator: str) -> Mapping[Period, Figure]:
        """Every figure of the area for the indicator, by period."""
        return self._cells.get((area, indicator), {})


def _with_lines(figure: Figure) -> Figure:
    if not figure.adjustment or figure.state not in GIVEN:
        return figure
    value = figure.value + figure.adjustment
    return replace(figure, state=CellState.VALUE, value=value, adjustment=0)


def _merged(figures: Sequence[Figure]) -> Figure:
    """The joint figure of several bodies: what was given is added, the rest hides nothing."""
    if len(figures) == 1:
        return figures[0]
    first = figures[0]
    given = [figure for figure in figures if figure.state in GIVEN]
    states = {figure.state for figure in figures}
    if CellState.WITHHELD in states:
        state = CellState.WITHHELD
    elif given:
        state = CellState.VALUE
    else:
        state = CellState.NONE if CellState.NONE in states else CellState.NOT_APPLICABLE
    return Figure(
        first.area,
        first.indicator,
        first.period,
        state,
        sum(figure.value for figure in given),
        _joint_entries(given),
        adjustment=sum(figure.adjustment for figure in given),
        given=tuple(figure.value for figure in given) if len(given) > 1 else (),
    )


def _joint_entries(given: Sequence[Figure]) -> frozenset[Hashable]:
    """What several bodies list together; nothing where one of them only says how many."""
    if any(figure.value and not figure.entries for figure in given):
        return frozenset()
    return frozenset().union(*(figure.entries for figure in given))
