"""The made-up figures both sides are asked about: every commune, a hundred flows, every month.

The same seed gives the same figures. Three of four indicators are counts, the fourth is a share of
a hundred with one decimal; all are kept ten times over as whole numbers and summed. Some units
are known until the merger under other ids only, and every second one of these was then cut in two.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

# Another number makes the files of an older recipe anew.
RECIPE = 1
LAST_YEAR = 2025
OLD_FROM = 10_000  # the number of the first unit that the merger closed
TIMES = 10  # what a figure is multiplied by to be whole
SPLIT = (3, 2, 5)  # three fifths stay, two fifths go to the neighbour
_MONTHS_OF_MERGER = 60
_REPORTED, _SAID = 0.86, 0.82  # units that reported a month, cells said in such a report
_ROWS_AT_ONCE = 131_072


@dataclass(frozen=True, slots=True)
class Shape:
    """How much there is: the whole is 3,321 communes × 100 indicators × 120 months."""

    years: int = 10
    units: int = 3_321
    provinces: int = 34
    indicators: int = 100
    closed: int = 332

    @property
    def months(self) -> int:
        """Calendar months in all."""
        return 12 * self.years

    @property
    def first_year(self) -> int:
        """The last year is always the same, so that no figure lies in the future."""
        return LAST_YEAR + 1 - self.years

    @property
    def merged_at(self) -> int:
        """The first month of the boundaries of today, counted from the first month."""
        return min(_MONTHS_OF_MERGER, self.months // 2)

    @property
    def asked_year(self) -> int:
        """The year that the questions are about: the last but one, where there are several."""
        return LAST_YEAR - min(1, self.years - 1)

    def year_month(self, month: int) -> int:
        """A month as 202405."""
        return (self.first_year + month // 12) * 100 + month % 12 + 1

    @classmethod
    def named(cls, name: str) -> "Shape":
        """The shape whose `name` this is; years alone give the usual cut of so many years."""
        return cls(*(int(part) for part in name.split("-")))

    @property
    def name(self) -> str:
        """Its numbers, as a folder and an argument are called."""
        return "-".join(map(str, astuple(self)))

    @property
    def title(self) -> str:
        """The cut in words."""
        size = f"{self.units:,} communes × {self.indicators} indicators × {self.months} months"
        return size if self.years == 10 else f"a cut of {self.years} year(s): {size}"


@dataclass(frozen=True, slots=True)
class Units:
    """Who reports: the number of a unit, its province, whether it came or went with the merger."""

    number: NDArray[np.int32]
    province: NDArray[np.int16]
    is_closed: NDArray[np.bool_]
    is_new: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a closed unit that a unit of today took over."""

    closed: int
    unit: int
    numerator: int
    denominator: int


def units_of(shape: Shape) -> Units:
    """The units of today, province by province, then the closed ones."""
    rng = np.random.default_rng(1)
    weights = rng.dirichlet(np.full(shape.provinces, 8.0))
    drawn = rng.choice(shape.provinces, shape.units - shape.provinces, p=weights)
    # Each province has one unit at least.
    province = np.sort(np.concatenate([np.arange(shape.provinces), drawn])).astype(np.int16)
    today = np.arange(shape.units, dtype=np.int32)
    closed = np.arange(shape.closed, dtype=np.int32)
    return Units(
        np.concatenate([today, closed + OLD_FROM]),
        np.concatenate([province, province[: shape.closed]]),
        np.arange(shape.units + shape.closed) >= shape.units,
        np.concatenate([today < shape.closed, np.zeros(shape.closed, dtype=bool)]),
    )


def steps_of(shape: Shape) -> list[Step]:
    """What became of the closed units: one is cut in two, the next goes on under another id."""
    found = []
    for place in range(shape.closed):
        closed = OLD_FROM + place
        if place % 2 == 0 and place + 1 < shape.closed:
            kept, given, whole = SPLIT
            found += [Step(closed, place, kept, whole), Step(closed, place + 1, given, whole)]
        else:
            found.append(Step(closed, place, 1, 1))
    return found


def fact_file(folder: Path, year: int) -> Path:
    """Where the figures of a year lie: columns indicator, month (202405), unit, value."""
    return folder / f"figures-{year}.parquet"


def years_of(shape: Shape) -> range:
    """The years, the first first."""
    return range(shape.first_year, LAST_YEAR + 1)


def made(shape: Shape, folder: Path) -> int:
    """Write what is not there yet; returns how many figures there are."""
    mark, told = folder / "made.json", asdict(shape) | {"recipe": RECIPE}
    if mark.is_file():
        kept = json.loads(mark.read_text())
        if kept["shape"] == told:
            return int(kept["figures"])
    folder.mkdir(parents=True, exist_ok=True)
    mark.unlink(missing_ok=True)
    figures = 0
    for year, table in _years(shape):
        pq.write_table(
            table, fact_file(folder, year), compression="zstd", row_group_size=_ROWS_AT_ONCE,
            use_dictionary=False,
        )  # fmt: skip
        figures += len(table)
    mark.write_text(json.dumps({"shape": told, "figures": figures}))
    return figures


def _years(shape: Shape) -> Iterator[tuple[int, pa.Table]]:
    rng = np.random.default_rng(7)
    size = rng.lognormal(0, 0.6, shape.units)
    scale = rng.lognormal(4, 1.2, shape.indicators)
    has_reported = rng.random((shape.months, shape.units)) < _REPORTED
    for place, year in enumerate(years_of(shape)):
        months = np.arange(place * 12, place * 12 + 12)
        parts = [
            _of_indicator(rng, shape, indicator, months, has_reported[months], size * factor)
            for indicator, factor in enumerate(scale)
        ]
        yield year, pa.concat_tables(parts).combine_chunks()


def _of_indicator(
    rng: np.random.Generator,
    shape: Shape,
    indicator: int,
    months: NDArray[np.int64],
    has_reported: NDArray[np.bool_],
    mean: NDArray[np.float64],
) -> pa.Table:
    """The figures of one indicator in one year, month by month."""
    place, unit = np.nonzero(has_reported & (rng.random(has_reported.shape) < _SAID))
    month = months[place]
    if indicator % 4 == 3:
        value = np.rint(rng.random(len(unit)) * 100 * TIMES).astype(np.int64)
    else:
        season = 1 + 0.2 * np.sin(month / 6)
        value = rng.poisson(mean[unit] * season).astype(np.int64) * TIMES
    is_old = (month < shape.merged_at) & (unit < shape.closed)
    return pa.table(
        {
            "indicator": np.full(len(unit), indicator, np.int16),
            "month": (shape.first_year + month // 12) * 100 + month % 12 + 1,
            "unit": np.where(is_old, unit + OLD_FROM, unit).astype(np.int32),
            "value": value,
        }
    )
