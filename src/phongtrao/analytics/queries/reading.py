"""Reading slabs for one period: what the members of a plan say about indicators."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phongtrao.analytics.cube.heirs import Heirs
from phongtrao.analytics.cube.plans import Plan
from phongtrao.analytics.cube.slabs import SAFE, Slab
from phongtrao.analytics.cube.spans import Answered, OverTime, Part, answered
from phongtrao.core.periods import Period

# A figure keeps in 64 bits which periods it is made of.
_MOST_PERIODS = 62


class TooLarge(Exception):  # noqa: N818 - named for what it says
    """Whole numbers of 64 bits do not do: the specification must answer."""


class PeriodReading:
    """One period, one reporting level, one plan."""

    def __init__(self, slabs: Sequence[Slab], plan: Plan, period: Period) -> None:
        self._plan, self._period = plan, period
        self._columns = [
            (slab, column, each)
            for slab in slabs
            for each, column in slab.columns.items()
            if period.contains(each) and slab.received[column].any()
        ]
        if len(self._columns) > _MOST_PERIODS:
            raise TooLarge
        self.whole = plan.whole * (1 if plan.pairs is None else plan.pairs.whole)

    def decimals(self, codes: Sequence[str]) -> list[int]:
        """The digits after the comma at which each indicator is read."""
        slabs = [slab for slab, _column, _period in self._columns]
        return [
            max((s.axes.decimals[s.rows[code]] for s in slabs if code in s.rows), default=0)
            for code in codes
        ]

    def bound(self, codes: Sequence[str]) -> float:
        """No sum over members and periods of any of these figures is larger than this."""
        digits = dict(zip(codes, self.decimals(codes), strict=True))
        peak = 0.0
        for slab, _column, _period in self._columns:
            for code in codes:
                if code in slab.rows:
                    row = slab.rows[code]
                    scale = 10.0 ** (digits[code] - slab.axes.decimals[row])
                    peak = max(peak, float(slab.peaks[row]) * scale)
        entries = max(len(self._plan.member), 1)
        if self._plan.pairs is not None:
            entries += len(self._plan.pairs.member)
        return peak * entries * max(len(self._columns), 1) * self.whole

    def answered(
        self, codes: Sequence[str], over_time: OverTime, *, absolute: bool = False
    ) -> Answered:
        """What the members say, [indicator, member]; values are times `pairs.whole`.

        Raises ``TooLarge``. `absolute` takes every figure without its sign.
        """
        if self.bound(codes) >= SAFE:
            raise TooLarge
        plan = self._plan
        shape = len(codes), len(plan.units)
        own = self._parts(codes, plan.units, origins=False, absolute=absolute)
        if plan.pairs is None:
            return answered(list(own.values()), self._period, over_time, shape)
        return self._with_heirs(codes, own, over_time, shape)

    def _with_heirs(
        self,
        codes: Sequence[str],
        own: Mapping[Period, Part],
        over_time: OverTime,
        shape: tuple[int, int],
    ) -> Answered:
        pairs = self._plan.pairs
        assert pairs is not None
        plain = answered(list(own.values()), self._period, over_time, shape)
        origins = self._parts(codes, pairs.sources, origins=True, absolute=False)
        values = plain.values * pairs.whole
        extra = np.zeros((shape[0], len(pairs.member)), np.int64)
        if not origins:
            return replace(plain, values=values, extra=extra)
        heirs, member = np.unique(pairs.member, return_inverse=True)
        mine = {each: _some(part, heirs) for each, part in own.items()}
        found = Heirs(pairs, member, len(heirs)).answered(mine, origins, self._period, over_time)
        states, leaves, partial = plain.states.copy(), plain.leaves.copy(), plain.partial.copy()
        states[:, heirs], values[:, heirs] = found.states, found.values
        leaves[:, heirs], partial[:, heirs] = found.leaves, found.partial
        return Answered(states, values, leaves, partial, found.extra)

    def _parts(
        self, codes: Sequence[str], units: NDArray[np.int64], *, origins: bool, absolute: bool
    ) -> dict[Period, Part]:
        digits = self.decimals(codes)
        found = {}
        for bit, (slab, column, period) in enumerate(self._columns):
            binding = self._plan.binding(slab)
            places = binding.sources if origins else binding.places
            assert places is not None
            found[period] = _part(slab, column, codes, digits, places, bit, absolute=absolute)
        return found


def _some(part: Part, chosen: NDArray[np.int64]) -> Part:
    return replace(
        part,
        states=part.states[:, chosen],
        values=part.values[:, chosen],
        leaves=part.leaves[:, chosen],
    )


def _part(
    slab: Slab,
    column: int,
    codes: Sequence[str],
    digits: Sequence[int],
    places: NDArray[np.int64],
    bit: int,
    *,
    absolute: bool,
) -> Part:
    """The cells of a period about units, at common scales."""
    period = slab.axes.periods[column]
    shape = len(codes), len(places)
    states, values = np.zeros(shape, np.uint8), np.zeros(shape, np.int64)
    there: Any = slice(None) if (places >= 0).all() else np.flatnonzero(places >= 0)
    at = places[there]
    for number, code in enumerate(codes):
        row = slab.rows.get(code)
        if row is None:
            continue
        states[number, there] = slab.states[row, column, at]
        told = slab.values[row][column, at].astype(np.int64)
        scale = 10 ** (digits[number] - slab.axes.decimals[row])
        values[number, there] = np.abs(told) * scale if absolute else told * scale
    given = (states == 1) | (states == 2)
    return Part(period, states, values, np.where(given, np.int64(1) << bit, 0))
