"""The steps by which a question is answered from slabs; each fills its places of the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phongtrao.analytics.cube.adding import Counts, by_target, counted, estimated, sums
from phongtrao.analytics.cube.plans import Plan
from phongtrao.analytics.cube.slabs import GIVEN, NOT_APPLICABLE, SAFE, WITHHELD, Slab
from phongtrao.analytics.cube.spans import Answered, Bools, Ints, OverTime
from phongtrao.analytics.queries.answers import Figures
from phongtrao.analytics.queries.reading import PeriodReading, TooLarge
from phongtrao.core.periods import Period
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.rules.figures import IndicatorKind, IndicatorRule

Places = NDArray[np.int64]


class Way(Enum):
    """How figures of members become one."""

    FLOW = "flow"
    STOCK = "stock"
    DISTINCT = "distinct"
    RATIO = "ratio"  # parts are added, divided last
    TYPED = "typed"  # stands alone
    WEIGHTED = "weighted"  # a typed mean with its weights
    SPECIFIED = "specified"


def way_of(rule: IndicatorRule) -> Way:
    """By the kind of an indicator and the parts it has."""
    simple = {
        IndicatorKind.FLOW: Way.FLOW,
        IndicatorKind.STOCK: Way.STOCK,
        IndicatorKind.DISTINCT: Way.DISTINCT,
    }
    if rule.kind in simple:
        return simple[rule.kind]
    if not rule.denominator:
        return Way.TYPED
    if rule.numerator:
        return Way.RATIO
    return Way.WEIGHTED if rule.kind is IndicatorKind.MEAN else Way.SPECIFIED


def over_time(kind: IndicatorKind) -> OverTime:
    """How an indicator of a kind is told for several parts of a period."""
    return {IndicatorKind.STOCK: OverTime.LAST, IndicatorKind.RATIO: OverTime.NEVER,
            IndicatorKind.MEAN: OverTime.NEVER}.get(kind, OverTime.ALL)  # fmt: skip


@dataclass(frozen=True)
class Members:
    """Indicators of one way and one period, member by member."""

    slabs: Sequence[Slab]
    plan: Plan
    period: Period
    way: Way
    codes: Sequence[str]
    rules: Mapping[str, IndicatorRule]
    into: tuple[Places, int, Places]

    def run(self, figures: Figures) -> bool:
        """Fill the places; False where the specification must answer."""
        try:
            reading = PeriodReading(self.slabs, self.plan, self.period)
            if self.plan.pairs is not None and self.way in _WITHOUT_HEIRS:
                return False
            if self.way in (Way.FLOW, Way.STOCK):
                self._add(reading, figures)
            else:
                for number, code in enumerate(self.codes):
                    self._one(reading, figures, number, code)
        except TooLarge:
            return False
        return True

    def _add(self, reading: PeriodReading, figures: Figures) -> None:
        span = OverTime.ALL if self.way is Way.FLOW else OverTime.LAST
        said = reading.answered(self.codes, span)
        counts, complete = counted(self.plan, [said])
        totals = sums(self.plan, said.values, complete)
        below = [reading.whole * 10**digits for digits in reading.decimals(self.codes)]
        scale = np.array(below, np.int64)[:, None]
        self._put(figures, slice(None), counts, estimated(self.plan, said, complete))
        self._value(figures, slice(None), totals, np.where(counts.n > 0, scale, 0))

    def _one(self, reading: PeriodReading, figures: Figures, number: int, code: str) -> None:
        at = slice(number, number + 1)
        rule = self.rules[code]
        if self.way is Way.DISTINCT:
            said = reading.answered([code], OverTime.ALL)
            counts, complete = counted(self.plan, [said])
            self._put(figures, at, counts, estimated(self.plan, said, complete))
            self._value(figures, at, *self._distinct(reading, code, said, complete))
        elif self.way is Way.TYPED:
            said = reading.answered([code], OverTime.NEVER)
            counts, complete = counted(self.plan, [said])
            self._put(figures, at, counts, estimated(self.plan, said, complete))
            scale = 10 ** reading.decimals([code])[0]
            self._value(figures, at, *self._alone(said.values, complete, counts.n, scale))
        else:
            self._quotient(reading, figures, at, rule)

    def _distinct(
        self, reading: PeriodReading, code: str, said: Answered, complete: Bools
    ) -> tuple[Ints, Ints]:
        """Nothing but zeros is zero; bare counts stand for themselves alone."""
        sizes = reading.answered([code], OverTime.ALL, absolute=True)
        some = by_target(self.plan, complete & (sizes.values > 0)) > 0
        terms = np.where(complete, _ones(said.leaves), 0)
        count = _counted_rows(self.plan, terms)
        scale = 10 ** reading.decimals([code])[0]
        above, below = self._alone(said.values, complete, count, scale)
        spoken = by_target(self.plan, complete) > 0
        return np.where(some, above, 0), np.where(some, below, np.where(spoken, 1, 0))

    def _alone(self, values: Ints, complete: Bools, count: Ints, scale: int) -> tuple[Ints, Ints]:
        """The figure of the one member that is there, if it enters as a whole."""
        whole = sums(self.plan, np.ones_like(values), complete) == self.plan.whole
        above = sums(self.plan, values, complete)
        return above, np.where((count == 1) & whole, self.plan.whole * scale, 0)

    def _quotient(
        self, reading: PeriodReading, figures: Figures, at: slice, rule: IndicatorRule
    ) -> None:
        """Parts are added and divided last; a typed mean is weighted by its denominator."""
        codes = list(dict.fromkeys((*(rule.numerator or (rule.code,)), *rule.denominator)))
        kinds = {c: rule.kind if c == rule.code else self.rules[c].kind for c in codes}
        told = {c: reading.answered([c], over_time(kinds[c])) for c in codes}
        digits = dict(zip(codes, reading.decimals(codes), strict=True))
        counts, complete = counted(self.plan, list(told.values()))
        marked = np.logical_or.reduce([estimated(self.plan, t, complete) for t in told.values()])
        self._put(figures, at, counts, marked)
        deepest = max(digits[c] for c in rule.denominator)
        weights = sum(told[c].values * 10 ** (deepest - digits[c]) for c in rule.denominator)
        below = sums(self.plan, weights, complete)
        if rule.numerator:
            deep = max(digits[c] for c in rule.numerator)
            upper = sum(told[c].values * 10 ** (deep - digits[c]) for c in rule.numerator)
            factors = rule.factor * 10**deepest, 10**deep
        else:
            upper, deep = _product(told[rule.code].values, weights, self.plan), digits[rule.code]
            factors = rule.factor, 10**deep
        above = sums(self.plan, upper, complete)
        self._divided(figures, at, (above, below), factors, counts.n > 0)

    def _divided(
        self,
        figures: Figures,
        at: slice,
        parts: tuple[Ints, Ints],
        factors: tuple[int, int],
        there: Bools,
    ) -> None:
        sizes = [float(np.abs(part).max(initial=0)) for part in parts]
        if max(sizes[0] * factors[0], sizes[1] * factors[1]) >= SAFE:
            raise TooLarge
        above, below = parts[0] * factors[0], np.where(there, parts[1] * factors[1], 0)
        self._value(figures, at, above * np.sign(below), np.abs(below))

    def _put(self, figures: Figures, at: slice, counts: Counts, marked: Bools) -> None:
        indicators, period, areas = self.into
        places = indicators[at][:, None], period, areas[None, :]
        figures.n[places], figures.of[places] = counts.n, counts.of
        figures.partial[places], figures.withheld[places] = counts.partial, counts.withheld
        figures.estimated[places] = marked

    def _value(self, figures: Figures, at: slice, above: Ints, below: Ints) -> None:
        indicators, period, areas = self.into
        places = indicators[at][:, None], period, areas[None, :]
        figures.numerator[places], figures.denominator[places] = above, below


@dataclass(frozen=True)
class Sums:
    """Whole columns of one slab from the sums of its runs: each member speaks for itself.

    `into` are the places of the answer: indicators, periods, and the area of each target.
    """

    slab: Slab
    plan: Plan
    codes: Sequence[str]
    columns: Places
    into: tuple[Places, Places, Places]
    # What answers where the sums do not tell of the members alone.
    instead: Sequence[Members]
    rows: Places = field(init=False)
    below: Ints = field(init=False)
    of: Ints = field(init=False)
    # Places as slices where they are neighbours: within the slab, and in the answer.
    chosen: tuple[Any, ...] = field(init=False)
    at: tuple[Any, ...] = field(init=False)
    rest: tuple[Any, ...] | None = field(init=False)

    def __post_init__(self) -> None:
        put = partial(object.__setattr__, self)
        axes, binding = self.slab.axes, self.plan.binding(self.slab)
        rows = [self.slab.rows[code] for code in self.codes]
        put("rows", np.array(rows, np.int64))
        below = np.array([10 ** axes.decimals[row] for row in rows], np.int64)
        put("below", below[:, None, None])
        put("chosen", _grid(self.rows, self.columns))
        put("of", self.plan.of[binding.targets].astype(np.int32))
        put("at", _grid(*self.into[:2], self.into[2][binding.targets]))
        silent = len(binding.targets) < len(self.plan.targets)
        put("rest", _grid(*self.into) if silent else None)

    def run(self, figures: Figures) -> bool:
        """Fill the places; False where the sums do not tell of the members alone."""
        slab, binding = self.slab, self.plan.binding(self.slab)
        safe = float(slab.peaks[self.rows].max(initial=0)) * len(slab.axes.units) < SAFE
        if not safe or not binding.clean()[self.columns].all():
            return False
        if binding.is_everything:
            totals, counts = (each[self.chosen][..., None] for each in slab.totals())
        else:
            totals = _added(slab.sums[self.chosen], binding.runs, binding.starts)
            counts = _added(slab.counts[self.chosen], binding.runs, binding.starts)
        if self.rest is not None:
            figures.of[self.rest] = self.plan.of
        n = counts[:, :, GIVEN]
        figures.numerator[self.at] = totals
        figures.denominator[self.at] = (n > 0) * self.below
        figures.n[self.at], figures.of[self.at] = n, self.of - counts[:, :, NOT_APPLICABLE]
        figures.withheld[self.at] = counts[:, :, WITHHELD]
        return True


@dataclass(frozen=True)
class Cells:
    """One period of a slab where each area asked for is a member by itself."""

    slab: Slab
    plan: Plan
    codes: Sequence[str]
    column: int
    into: tuple[Places, int, Places]
    rows: Sequence[int] = field(init=False)
    below: Ints = field(init=False)
    places: Any = field(init=False)
    at: tuple[Any, ...] = field(init=False)
    rest: tuple[Any, ...] = field(init=False)

    def __post_init__(self) -> None:
        put = partial(object.__setattr__, self)
        axes = self.slab.axes
        rows = [self.slab.rows[code] for code in self.codes]
        put("rows", rows)
        put("below", np.array([10 ** axes.decimals[row] for row in rows], np.int64)[:, None])
        target = self.plan.target[np.argsort(self.plan.member)]
        places = self.plan.binding(self.slab).places
        there = np.flatnonzero(places >= 0)
        order = there[np.argsort(places[there])]
        put("places", _line(places[order]))
        indicators, period, areas = self.into
        put("at", _flat(indicators, period, areas[target[order]]))
        put("rest", _flat(indicators, period, areas))

    def run(self, figures: Figures) -> bool:
        """Fill the places; False where figures need more than 64 bits."""
        slab = self.slab
        if not np.isfinite(slab.peaks[self.rows]).all():
            return False
        states = slab.states[self.rows, self.column][:, self.places]
        given = (states == CellState.VALUE) | (states == CellState.ZERO)
        figures.of[self.rest] = self.plan.of
        figures.numerator[self.at] = slab.table(self.rows, self.column, self.places)
        figures.denominator[self.at] = given * self.below
        figures.n[self.at] = given
        figures.of[self.at] -= states == CellState.NOT_APPLICABLE
        figures.withheld[self.at] = states == CellState.WITHHELD
        return True


def _line(places: Places) -> Any:
    """Neighbouring places as a slice."""
    if len(places) and (np.diff(places) == 1).all():
        return slice(int(places[0]), int(places[-1]) + 1)
    return places


def _grid(*places: Places) -> tuple[Any, ...]:
    """The places of a block: slices, or arrays that span it where some are no neighbours."""
    lines = tuple(_line(each) for each in places)
    return lines if all(isinstance(each, slice) for each in lines) else np.ix_(*places)


def _flat(indicators: Places, period: int, areas: Places) -> tuple[Any, ...]:
    """The places of one period."""
    lines = _line(indicators), _line(areas)
    if all(isinstance(each, slice) for each in lines):
        return lines[0], period, lines[1]
    return indicators[:, None], period, areas[None, :]


def _added(held: NDArray[Any], runs: Any, starts: Places) -> NDArray[Any]:
    """Sums over the runs of each target, along the last axis."""
    chosen = held[..., runs]
    if len(starts) == 1:
        return chosen.sum(axis=-1, keepdims=True)
    return np.add.reduceat(chosen, starts, axis=-1) if len(starts) else chosen[..., :0]


_WITHOUT_HEIRS = (Way.DISTINCT, Way.TYPED, Way.WEIGHTED)


def _product(values: Ints, weights: Ints, plan: Plan) -> Ints:
    """Values times weights; raises ``TooLarge``."""
    peak = float(np.abs(values).max(initial=0)) * float(np.abs(weights).max(initial=0))
    if peak * max(len(plan.member), 1) * plan.whole >= SAFE:
        raise TooLarge
    return values * weights


def _ones(leaves: Ints) -> Ints:
    """How many bits are set."""
    found = np.zeros(leaves.shape, np.int64)
    rest = leaves.copy()
    while rest.any():
        found += rest & 1
        rest >>= 1
    return found


def _counted_rows(plan: Plan, terms: Ints) -> Ints:
    """How many terms enter each target, whatever their shares."""
    rows = terms[:, plan.member]
    found = np.zeros((len(terms), len(plan.targets)), np.int64)
    if len(plan.some):
        found[:, plan.some] = np.add.reduceat(rows, plan.starts, axis=1)
    return found
