"""What units say for a window within which others became part of them.

A unit that says nothing itself for a part of the window says what those said together from which
it came: all of them must. The same as ``AreaAnswers.answer`` over whole arrays.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from phongtrao.analytics.cube.plans import Pairs
from phongtrao.analytics.cube.slabs import said
from phongtrao.analytics.cube.spans import (
    Answered,
    Bools,
    Ints,
    OverTime,
    Part,
    answered,
    plain_states,
)
from phongtrao.core.periods import Period
from phongtrao.reporting.cells import CellState


@dataclass(frozen=True)
class _Inherited:
    """What the origins of each unit say together; `leaves` [indicator, pair]."""

    states: NDArray[np.uint8]
    values: Ints
    leaves: Ints
    partial: Bools


class Heirs:
    """Units with those they came from: pairs sorted by the unit."""

    def __init__(self, pairs: Pairs, member: NDArray[np.int64], size: int) -> None:
        self._pairs, self._member, self._size = pairs, member, size
        self._starts = np.searchsorted(member, np.arange(size))

    def answered(
        self,
        own: Mapping[Period, Part],
        origins: Mapping[Period, Part],
        window: Period,
        over_time: OverTime,
    ) -> Answered:
        """What each unit says; values are times `pairs.whole`, `extra` are leaves of the pairs."""
        indicators = next(iter(origins.values())).states.shape[0]
        shape = indicators, self._size
        wanted = sorted({*own, *origins, window})
        parts = [self._part(each, own, origins, over_time, shape) for each in wanted]
        return answered(parts, window, over_time, shape, spread=self._member)

    def _part(
        self,
        period: Period,
        own: Mapping[Period, Part],
        origins: Mapping[Period, Part],
        over_time: OverTime,
        shape: tuple[int, int],
    ) -> Part:
        """What the units say for one period: themselves, else through their origins."""
        came = self._inherited(period, origins, over_time)
        there = self._reported(origins.get(period))
        mine = own.get(period)
        if mine is None:
            states, values = np.zeros(shape, np.uint8), np.zeros(shape, np.int64)
            leaves = values
        else:
            states, values, leaves = mine.states, mine.values * self._pairs.whole, mine.leaves
            there = states != 0 if there is None else there | (states != 0)
        speaks = said(states)
        through = ~speaks & (came.states == CellState.VALUE)
        return Part(
            period,
            np.where(speaks, plain_states(states), came.states),
            np.where(through, came.values, values),
            leaves,
            np.zeros(shape, bool) if there is None else there,
            ~speaks & (came.states == CellState.NONE) & came.partial,
            np.where(through[:, self._member], came.leaves, 0),
        )

    def _reported(self, part: Part | None) -> Bools | None:
        """Whether any origin of each unit has a report about the period."""
        return None if part is None else self._any(part.states[:, self._pairs.source] != 0)

    def _inherited(
        self, period: Period, origins: Mapping[Period, Part], over_time: OverTime
    ) -> _Inherited:
        inside = [part for each, part in origins.items() if period.contains(each)]
        shape = next(iter(origins.values())).states.shape
        found = answered(inside, period, over_time, (shape[0], shape[1]))
        source = self._pairs.source
        states, given = found.states[:, source], found.states[:, source] == CellState.VALUE
        silent = self._any(states == CellState.NONE)
        joint = np.where(self._any(given), np.uint8(CellState.VALUE),
                         np.uint8(CellState.NOT_APPLICABLE))  # fmt: skip
        withheld = self._any(states == CellState.WITHHELD)
        joint = np.where(withheld, np.uint8(CellState.WITHHELD), joint)
        shares = np.where(given, found.values[:, source] * self._pairs.share, 0)
        return _Inherited(
            np.where(silent, np.uint8(CellState.NONE), joint),
            np.add.reduceat(shares, self._starts, axis=1),
            np.where(given, found.leaves[:, source], 0),
            silent & self._any(found.partial[:, source] | given),
        )

    def _any(self, flags: Bools) -> Bools:
        """Whether it holds for any origin of each unit; flags are of pairs."""
        return np.logical_or.reduceat(flags, self._starts, axis=1)
