"""Figures that have been checked and may be recorded: whole columns, sorted by what asks for them.

Pure: no Django. Rows of one group stand together; `bounds` are where each group begins and ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from phongtrao.reporting.cells import CellState

_INT32_MAX = 2**31 - 1
# How a file names what a cell says; without the column every row holds a figure.
STATE_NAMES = {
    "value": CellState.VALUE,
    "zero": CellState.ZERO,
    "not_applicable": CellState.NOT_APPLICABLE,
    "withheld": CellState.WITHHELD,
}


@dataclass(frozen=True, slots=True)
class ValueGroup:
    """What one round asks: a period of a scheme at a level, with the days it covers."""

    scheme: str
    period: str
    level: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class ValueOwner:
    """Who reports about which area; a body without a number is stored when it is first needed."""

    area_id: int
    kind: str
    body_id: int | None
    superior_id: int
    day: date


@dataclass(frozen=True)
class ValueTable:
    """Figures of a file: for each row its owner, its indicator, the scaled figure and its state.

    `indicators` are codes in the order of the catalogue; states are those of `reporting.cells`.
    """

    file_name: str
    sha256: str
    indicators: Sequence[str]
    groups: Sequence[ValueGroup]
    owners: Sequence[ValueOwner]
    bounds: NDArray[np.int64]
    owner: NDArray[np.int32]
    indicator: NDArray[np.int32]
    scaled: NDArray[np.int64]
    states: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.scaled)


def pairs(
    left: NDArray[np.int32], right: NDArray[np.int32], width: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int32]]:
    """The different pairs of two columns, apart, and the place of each row's pair among them.

    Every number of the right column is below `width`; a row with a negative number has place -1.
    """
    span = (int(left.max(initial=-1)) + 1) * width
    wide: NDArray[np.int32] | NDArray[np.int64] = (
        left if span < _INT32_MAX else left.astype(np.int64)
    )
    keys = wide * width + right
    lost = (left < 0) | (right < 0)
    if span > 4 * len(keys) + 1_000_000:
        found, of_rows = np.unique(keys[~lost], return_inverse=True)
        rows = np.full(len(keys), -1, np.int32)
        rows[~lost] = of_rows
        return found // width, found % width, rows
    if lost.any():
        keys[lost] = -1  # the last place, which no pair has
    seen = np.zeros(span + 1, dtype=bool)
    seen[keys] = True
    seen[-1] = False
    found = np.flatnonzero(seen)
    place = np.full(span + 1, -1, np.int32)
    place[found] = np.arange(len(found))
    return found // width, found % width, place[keys]
