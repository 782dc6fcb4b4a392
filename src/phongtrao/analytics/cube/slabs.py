"""A slab: the figures of one scheme, level, length of period and year as arrays.

Axes are [indicator, period, unit]; units stand province by province, so that what lies in an area
is one slice. Values are scaled by each indicator's decimals and kept as narrow as they fit; beside
them is one state byte a cell. Sums and counts of each run of units are kept as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phongtrao.core.periods import Period
from phongtrao.reporting.cells import CellState

# The cell of a report that left it empty; NONE says that there is no report at all.
BLANK = 5
# The states that say something, in the order of the counts kept for each run of units.
GIVEN, NOT_APPLICABLE, WITHHELD = range(3)
KINDS_OF_STATE = 3
# Flags of a report that has come.
RECEIVED, ON_TIME = 1, 2
# Sums of figures stay below this, else the specification answers with Python's own numbers.
SAFE = float(2**62)
WIDTHS = tuple(np.dtype(each) for each in ("<i2", "<i4", "<i8"))


@dataclass(frozen=True, order=True)
class SlabKey:
    """What one slab holds; `year` is that of the last month of its periods."""

    scheme: str
    level: str
    months: int
    year: int


@dataclass
class Axes:
    """The indicators with their decimals, the periods, the units, and where runs of units begin."""

    key: SlabKey
    codes: list[str]
    decimals: list[int]
    periods: list[Period]
    units: NDArray[np.int64]
    runs: NDArray[np.int64]

    @property
    def shape(self) -> tuple[int, int, int]:
        """How many indicators, periods and units."""
        return len(self.codes), len(self.periods), len(self.units)


@dataclass
class Slab:
    """See the module.

    `values` are one array [period, unit] an indicator; `sums` [indicator, period, run] are those of
    the values, `counts` [indicator, period, kind of state, run] of the states; `received` [period,
    unit] are flags. `peaks` bound the size of the values. `heard` [indicator, period] counts units
    that said something, `spoken` [period, unit] tells whether about any indicator.
    """

    axes: Axes
    values: list[NDArray[Any]]
    states: NDArray[np.uint8]
    received: NDArray[np.uint8]
    sums: NDArray[np.int64]
    counts: NDArray[Any]
    peaks: NDArray[np.float64]
    # Grows with every entry: what was derived from older contents is told by it.
    version: int = 0
    rows: dict[str, int] = field(init=False)
    columns: dict[Period, int] = field(init=False)
    places: dict[int, int] = field(init=False)
    heard: NDArray[np.int64] = field(init=False)
    spoken: NDArray[np.bool_] = field(init=False)
    _totals: tuple[int, NDArray[np.int64], NDArray[np.int64]] | None = None

    def __post_init__(self) -> None:
        self.rows = {code: place for place, code in enumerate(self.axes.codes)}
        self.columns = {period: place for place, period in enumerate(self.axes.periods)}
        self.places = {unit: place for place, unit in enumerate(self.axes.units.tolist())}
        self.heard = self.counts.sum(axis=(2, 3), dtype=np.int64)
        self.spoken = np.asarray(said(self.states).any(axis=0))

    def enter(
        self,
        column: int,
        places: NDArray[np.int64],
        values: NDArray[np.int64],
        states: NDArray[np.uint8],
        flags: NDArray[np.uint8],
    ) -> None:
        """What units say now for a period, [indicator, unit]; sums and counts follow."""
        before = said(self.states[:, column, places]).sum(axis=1)
        for row, peak in enumerate(_peaks(values, axis=1).tolist()):
            self._hold(row, peak)[column, places] = values[row]
        self.states[:, column, places] = states
        self.received[column, places] = flags
        now = said(states)
        self.heard[:, column] += now.sum(axis=1) - before
        self.spoken[column, places] = now.any(axis=0)
        runs = np.searchsorted(self.axes.runs, places, side="right") - 1
        for run in np.unique(runs).tolist():
            self._sum_run(column, run)
        self.version += 1

    def totals(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Sums [indicator, period] and counts [indicator, period, kind] over all units."""
        if self._totals is None or self._totals[0] != self.version:
            counts = self.counts.sum(axis=-1, dtype=np.int64)
            self._totals = self.version, self.sums.sum(axis=-1), counts
        return self._totals[1:]

    def table(self, rows: Sequence[int], column: int, places: Any) -> NDArray[np.int64]:
        """Values [indicator, unit] of a period; `places` are a slice or numbers."""
        picked = [self.values[row][column][places] for row in rows]
        return np.array(picked, np.int64)

    def _hold(self, row: int, peak: float) -> NDArray[Any]:
        """The array of an indicator, wide enough for figures of this size."""
        held = self.values[row]
        if peak > self.peaks[row]:
            self.peaks[row] = peak
            width = width_of(peak)
            if width.itemsize > held.dtype.itemsize:
                held = self.values[row] = held.astype(width)
        return held

    def _sum_run(self, column: int, run: int) -> None:
        runs = self.axes.runs
        end = runs[run + 1] if run + 1 < len(runs) else len(self.axes.units)
        for row, values in enumerate(self.values):
            self.sums[row, column, run] = values[column, runs[run] : end].sum(dtype=np.int64)
        states = self.states[:, column, runs[run] : end]
        for kind in range(KINDS_OF_STATE):
            self.counts[:, column, kind, run] = of_kind(states, kind).sum(axis=1)


def said(states: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where something was said: neither no report nor an empty cell."""
    return (states != CellState.NONE) & (states != BLANK)


def of_kind(states: NDArray[np.uint8], kind: int) -> NDArray[np.bool_]:
    """Where a figure was given, does not apply or is withheld."""
    if kind == GIVEN:
        return (states == CellState.VALUE) | (states == CellState.ZERO)
    wanted = CellState.NOT_APPLICABLE if kind == NOT_APPLICABLE else CellState.WITHHELD
    return states == wanted


def width_of(peak: float) -> "np.dtype[Any]":
    """The narrowest whole numbers that hold figures up to this size."""
    return next((w for w in WIDTHS[:2] if peak <= np.iinfo(w).max), WIDTHS[2])


def slab_of(
    axes: Axes,
    values: NDArray[np.int64],
    states: NDArray[np.uint8],
    received: NDArray[np.uint8],
) -> Slab:
    """A slab of full arrays: values are narrowed, sums and counts are made."""
    peaks = _peaks(values, axis=(1, 2))
    size = *values.shape[:2], len(axes.runs)
    if len(axes.runs):
        sums = np.add.reduceat(values, axes.runs, axis=2)
        counts = np.stack(
            [
                np.add.reduceat(of_kind(states, kind), axes.runs, axis=2, dtype=np.int32)
                for kind in range(KINDS_OF_STATE)
            ],
            axis=2,
        )
    else:
        sums = np.zeros(size, np.int64)
        counts = np.zeros((*size[:2], KINDS_OF_STATE, 0), np.int32)
    narrow = [values[row].astype(width_of(peak)) for row, peak in enumerate(peaks.tolist())]
    return Slab(axes, narrow, states, received, sums, counts, peaks)


def _peaks(values: NDArray[np.int64], axis: int | tuple[int, int]) -> NDArray[np.float64]:
    """The largest size of the figures of each indicator."""
    low = values.min(axis=axis, initial=0).astype(np.float64)
    return np.maximum(values.max(axis=axis, initial=0).astype(np.float64), -low)


def empty_slab(axes: Axes) -> Slab:
    """A slab in which nobody has said anything."""
    zeros = np.zeros(axes.shape, np.uint8)
    return slab_of(axes, np.zeros(axes.shape, np.int64), zeros, np.zeros(axes.shape[1:], np.uint8))


def grown(slab: Slab, axes: Axes) -> Slab:
    """The slab on wider axes that hold all of its own, with nothing said in what is new."""
    values = np.zeros(axes.shape, np.int64)
    states = np.zeros(axes.shape, np.uint8)
    received = np.zeros(axes.shape[1:], np.uint8)
    rows = [axes.codes.index(code) for code in slab.axes.codes]
    columns = [axes.periods.index(period) for period in slab.axes.periods]
    place = {unit: number for number, unit in enumerate(axes.units.tolist())}
    units = [place[unit] for unit in slab.axes.units.tolist()]
    received[np.ix_(columns, units)] = slab.received
    for old, row in enumerate(rows):
        scale = 10 ** (axes.decimals[row] - slab.axes.decimals[old])
        if _outgrows(slab, old, axes.decimals[row]):
            scale = 1
        values[np.ix_([row], columns, units)] = slab.values[old].astype(np.int64) * scale
        states[np.ix_([row], columns, units)] = slab.states[old]
    found = slab_of(axes, values, states, received)
    unsafe = [row for old, row in enumerate(rows) if _outgrows(slab, old, axes.decimals[row])]
    found.peaks[unsafe] = np.inf
    found.version = slab.version + 1
    return found


def _outgrows(slab: Slab, row: int, decimals: int) -> bool:
    """Whether figures with so many decimals no longer fit 64 bits."""
    return bool(slab.peaks[row] * 10.0 ** (decimals - slab.axes.decimals[row]) >= SAFE)
