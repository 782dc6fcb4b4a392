"""The table of a question as the page, the workbook and the text file show it. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from phongtrao.analytics.queries.pages_pivot import Asked, Pivot
from phongtrao.core.periods import Period
from phongtrao.org.models import AreaVersion
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.rules.roll_up import RollUp

Axis = Literal["area", "indicator", "period"]
# How the table may be laid out: the axes of its rows and of its columns.
LAYOUTS: dict[str, tuple[tuple[Axis, ...], tuple[Axis, ...]]] = {
    "dia-ban": (("area",), ("indicator", "period")),
    "chi-tieu": (("area", "indicator"), ("period",)),
    "ky": (("area", "period"), ("indicator",)),
    "doi-cho": (("indicator", "period"), ("area",)),
}
# Which layout has the rows of another one as its columns.
SWAPPED = {"dia-ban": "doi-cho", "doi-cho": "dia-ban", "chi-tieu": "ky", "ky": "chi-tieu"}
PAGE_ROWS = 100
MOST_COLUMNS = 48


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row, a column or a cell stands; None: not settled yet. No area: all together."""

    area: AreaVersion | None = None
    indicator: Indicator | None = None
    period: Period | None = None

    def joined(self, other: "Place") -> "Place":
        """Both together."""
        return Place(
            self.area or other.area,
            self.indicator or other.indicator,
            self.period or other.period,
        )


@dataclass(frozen=True, slots=True)
class GridCell:
    """One figure and what it is of."""

    place: Place
    figure: RollUp

    @property
    def decimals(self) -> int:
        """Digits shown after the comma."""
        return self.place.indicator.decimals if self.place.indicator else 0


@dataclass(frozen=True)
class GridRow:
    """A row: what it is of, and its figures in the order of the columns."""

    place: Place
    cells: Sequence[GridCell]


@dataclass(frozen=True)
class Grid:
    """The table; `columns` are cut to the most that a page holds, `all_columns` are not."""

    row_axes: tuple[Axis, ...]
    column_axes: tuple[Axis, ...]
    all_rows: Sequence[Place]
    all_columns: Sequence[Place]
    figures: Pivot

    @property
    def columns(self) -> Sequence[Place]:
        """The columns that a page shows."""
        return self.all_columns[:MOST_COLUMNS]

    def rows(self, first: int, last: int, *, wide: bool = False) -> Iterator[GridRow]:
        """The rows from `first` up to `last` (left out), `wide`: with every column."""
        columns = self.all_columns if wide else self.columns
        for place in self.all_rows[first:last]:
            yield GridRow(place, [self._cell(place.joined(column)) for column in columns])

    def _cell(self, place: Place) -> GridCell:
        assert place.indicator is not None
        assert place.period is not None
        if place.area is None:
            return GridCell(place, self.figures.of_whole(place.indicator.code, place.period))
        figure = self.figures.of(place.area.lineage_id, place.indicator.code, place.period)
        return GridCell(place, figure)


def grid_of(asked: Asked, figures: Pivot, layout: str, *, sort: str = "") -> Grid:
    """Lay the figures out; `sort` orders areas by a column ("2", "-2"), what is missing last."""
    row_axes, column_axes = LAYOUTS[layout]
    areas: list[AreaVersion | None] = [*asked.areas]
    if figures.whole:
        areas.insert(0, None)
    columns = _places(column_axes, asked, areas)
    rows = _places(row_axes, asked, areas)
    grid = Grid(row_axes, column_axes, rows, columns, figures)
    return _sorted(grid, sort) if sort and row_axes == ("area",) else grid


def _places(
    axes: tuple[Axis, ...], asked: Asked, areas: Sequence[AreaVersion | None]
) -> list[Place]:
    values: dict[Axis, Sequence[object]] = {
        "area": areas,
        "indicator": asked.indicators,
        "period": asked.periods,
    }
    return [
        Place(**dict(zip(axes, combined, strict=True)))  # type: ignore[arg-type]
        for combined in product(*(values[axis] for axis in axes))
    ]


def _sorted(grid: Grid, sort: str) -> Grid:
    number = int(sort.removeprefix("-"))
    if number >= len(grid.all_columns):
        return grid
    column = grid.all_columns[number]
    whole = [place for place in grid.all_rows if place.area is None]
    areas = [place for place in grid.all_rows if place.area is not None]
    values = {p: grid._cell(p.joined(column)).figure.value for p in areas}  # noqa: SLF001 - own
    known = [place for place in areas if values[place] is not None]
    known.sort(key=lambda place: values[place] or 0, reverse=sort.startswith("-"))
    rows = [*whole, *known, *(place for place in areas if values[place] is None)]
    return Grid(grid.row_axes, grid.column_axes, rows, grid.all_columns, grid.figures)
