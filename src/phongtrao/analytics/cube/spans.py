"""What units say for a window of months: the figure for exactly the window, else its parts.

The same as ``reporting.rules.area_answers`` over whole arrays [indicator, unit]: a longer part wins
over shorter ones, and what is missing is never zero.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from phongtrao.analytics.cube.slabs import GIVEN, of_kind, said
from phongtrao.core.periods import Period
from phongtrao.reporting.cells import CellState

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]


class OverTime(Enum):
    """How the parts of a window become one figure."""

    ALL = "all"  # of a flow, and the entries of a distinct count
    LAST = "last"  # of a stock
    NEVER = "never"  # typed percentages and means


@dataclass(frozen=True)
class Part:
    """What units say for one period. `there`: somebody reported about it, even if nothing.

    `partial`: something is known, but not all. `leaves` are bits of the periods whose figures are
    in, `extra` further bits of other units' figures that go along (see ``heirs``).
    """

    period: Period
    states: NDArray[np.uint8]
    values: Ints
    leaves: Ints
    there: Bools | None = None
    partial: Bools | None = None
    extra: Ints | None = None


@dataclass(frozen=True)
class Answered:
    """States are those of ``CellState`` with ZERO as VALUE; see ``Part`` for the rest."""

    states: NDArray[np.uint8]
    values: Ints
    leaves: Ints
    partial: Bools
    extra: Ints | None = None


@dataclass(frozen=True)
class _Chain:
    """Parts that fill the window from a month on to its end, where `possible`."""

    possible: Bools
    withheld: Bools
    given: Bools
    values: Ints
    leaves: Ints
    extra: Ints | None


def answered(
    parts: Sequence[Part],
    window: Period,
    over_time: OverTime,
    shape: tuple[int, int],
    spread: NDArray[np.int64] | None = None,
) -> Answered:
    """What each unit says for the window. `parts` lie within it, one a period.

    `spread`: for each column of `extra`, the unit that it goes along with.
    """
    exact = next((part for part in parts if part.period == window), None)
    own = _exact(exact, shape)
    inside = [part for part in parts if part.period != window]
    if over_time is OverTime.NEVER or not inside:
        return own
    silent = own.states == CellState.NONE
    if not silent.any():
        return own
    chain = _filled(inside, window, over_time, shape, spread)
    known = own.partial
    for part in inside:
        some = of_kind(part.states, GIVEN)
        if part.partial is not None:
            some = some | (part.partial if part.there is None else part.partial & part.there)
        known = known | some
    return _joined(own, silent, chain, known, spread)


def _exact(part: Part | None, shape: tuple[int, int]) -> Answered:
    if part is None:
        zeros = np.zeros(shape, np.int64)
        return Answered(np.zeros(shape, np.uint8), zeros, zeros, np.zeros(shape, bool))
    states = plain_states(part.states)
    silent = states == CellState.NONE
    partial = np.zeros(shape, bool) if part.partial is None else part.partial & silent
    return Answered(states, part.values, part.leaves, partial, part.extra)


def plain_states(states: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """States of an answer: a declared zero is a value, an empty cell is nothing."""
    return _PLAIN[states]


_PLAIN = np.array([0, 1, 1, 3, 4, 0], np.uint8)


def _filled(
    inside: Sequence[Part],
    window: Period,
    over_time: OverTime,
    shape: tuple[int, int],
    spread: NDArray[np.int64] | None,
) -> _Chain | None:
    """The parts that fill the window, the longest first at every month; None where none can."""
    by_first: Mapping[int, list[Part]] = defaultdict(list)
    for part in sorted(inside, key=lambda each: each.period, reverse=True):
        by_first[part.period.first].append(part)
    none = np.zeros(shape, bool)
    zeros = np.zeros(shape, np.int64)
    extra = None if spread is None else np.zeros((shape[0], len(spread)), np.int64)
    best: dict[int, _Chain | None] = {
        window.last + 1: _Chain(np.ones(shape, bool), none, none, zeros, zeros, extra)
    }
    for first in range(window.last, window.first - 1, -1):
        best[first] = None
        for part in by_first[first]:
            rest = best.get(part.period.last + 1)
            if rest is not None:
                longer = _before(part, rest, over_time, spread)
                best[first] = _preferred(best[first], longer, spread)
    return best[window.first]


def _before(
    part: Part, rest: _Chain, over_time: OverTime, spread: NDArray[np.int64] | None
) -> _Chain:
    """A part and what follows it."""
    possible = said(part.states) & rest.possible
    if part.there is not None:
        possible &= part.there
    here = of_kind(part.states, GIVEN)
    withheld = rest.withheld | (part.states == CellState.WITHHELD)
    extra = rest.extra
    if over_time is OverTime.LAST:
        values = np.where(rest.given, rest.values, part.values)
        leaves = np.where(rest.given, rest.leaves, part.leaves)
        if spread is not None and extra is not None and part.extra is not None:
            extra = np.where(rest.given[:, spread], extra, part.extra)
    else:
        values, leaves = rest.values + part.values, rest.leaves | part.leaves
        if extra is not None and part.extra is not None:
            extra = extra | part.extra
    return _Chain(possible, withheld, here | rest.given, values, leaves, extra)


def _preferred(first: _Chain | None, other: _Chain, spread: NDArray[np.int64] | None) -> _Chain:
    """The first chain where it is possible, else the other."""
    if first is None:
        return other
    take = first.possible
    extra = first.extra
    if spread is not None and extra is not None and other.extra is not None:
        extra = np.where(take[:, spread], extra, other.extra)
    return _Chain(
        take | other.possible,
        np.where(take, first.withheld, other.withheld),
        np.where(take, first.given, other.given),
        np.where(take, first.values, other.values),
        np.where(take, first.leaves, other.leaves),
        extra,
    )


def _joined(
    own: Answered,
    silent: Bools,
    chain: _Chain | None,
    known: Bools,
    spread: NDArray[np.int64] | None,
) -> Answered:
    """The figure for exactly the window where there is one, else the parts, else nothing."""
    if chain is None:
        return replace(own, partial=silent & known)
    through = silent & chain.possible
    rest = np.where(chain.given, np.uint8(CellState.VALUE), np.uint8(CellState.NOT_APPLICABLE))
    rest = np.where(chain.withheld, np.uint8(CellState.WITHHELD), rest)
    enters = through & chain.given & ~chain.withheld
    extra = own.extra
    if spread is not None and chain.extra is not None:
        kept = 0 if extra is None else extra
        extra = np.where(enters[:, spread], chain.extra, kept)
    return Answered(
        np.where(through, rest, own.states),
        np.where(enters, chain.values, own.values),
        np.where(enters, chain.leaves, own.leaves),
        silent & ~through & known,
        extra,
    )
