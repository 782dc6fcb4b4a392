"""Which units enter which areas asked for, with which shares: a geography as arrays."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from phongtrao.analytics.cube.slabs import Slab
from phongtrao.reporting.rules.figures import Geography, Share
from phongtrao.reporting.rules.roll_up import shares_into_groups

# Shares with a larger common denominator are left to the specification.
LARGEST_WHOLE = 1_000_000


@dataclass(frozen=True)
class Pairs:
    """Expected units and the closed ones they came from, sorted by the expected one.

    `member` and `source` are places among members and sources; `share` is out of `whole`.
    """

    sources: NDArray[np.int64]
    member: NDArray[np.int64]
    source: NDArray[np.int64]
    share: NDArray[np.int64]
    estimated: NDArray[np.bool_]
    whole: int


@dataclass(frozen=True)
class Plan:
    """Rows are (member, target) sorted by target: the share is `share / whole`.

    `units` are the members' lineages, `targets` the areas asked for, `of` the rows of each.
    """

    targets: NDArray[np.int64]
    units: NDArray[np.int64]
    member: NDArray[np.int64]
    target: NDArray[np.int64]
    share: NDArray[np.int64]
    estimated: NDArray[np.bool_]
    whole: int
    pairs: Pairs | None
    # The plan this one is a part of.
    origin: "Plan | None" = None
    of: NDArray[np.int64] = field(init=False)
    # Targets that have rows, and where those begin.
    some: NDArray[np.int64] = field(init=False)
    starts: NDArray[np.int64] = field(init=False)
    # Whether every member enters one target as a whole.
    is_plain: bool = field(init=False)
    bound: "dict[int, Binding]" = field(default_factory=dict, init=False, compare=False)

    def __post_init__(self) -> None:
        of = np.bincount(self.target, minlength=len(self.targets))
        put = object.__setattr__
        put(self, "of", of)
        put(self, "some", np.flatnonzero(of))
        put(self, "starts", np.searchsorted(self.target, self.some))
        whole = bool((self.share == self.whole).all())
        put(self, "is_plain", whole and len(self.member) == len(self.units))

    @cached_property
    def is_each(self) -> bool:
        """Whether each target has at most one member, and that as a whole."""
        return self.is_plain and self.pairs is None and int(self.of.max(initial=0)) <= 1

    @cached_property
    def marks(self) -> "Marks":
        """By which ways figures with an estimated share enter the targets."""
        return Marks(self)

    def among(self, wanted: NDArray[np.bool_]) -> "Plan":
        """The plan for some of its targets."""
        rows = wanted[self.target]
        kept = np.unique(self.member[rows])
        place = np.full(len(self.units), -1, np.int64)
        place[kept] = np.arange(len(kept))
        number = np.cumsum(wanted) - 1
        return Plan(
            self.targets[wanted], self.units[kept], place[self.member[rows]],
            number[self.target[rows]], self.share[rows], self.estimated[rows], self.whole,
            None if self.pairs is None else _pairs_among(self.pairs, place), self,
        )  # fmt: skip

    def binding(self, slab: Slab) -> "Binding":
        """How the members stand in a slab; made once for each."""
        found = self.bound.get(id(slab))
        if found is None or found.slab is not slab:
            if len(self.bound) > 64:
                self.bound.clear()
            found = self.bound[id(slab)] = Binding(self, slab)
        return found


def _pairs_among(pairs: Pairs, place: NDArray[np.int64]) -> Pairs | None:
    rows = place[pairs.member] >= 0
    if not rows.any():
        return None
    kept, source = np.unique(pairs.source[rows], return_inverse=True)
    return Pairs(
        pairs.sources[kept], place[pairs.member[rows]], source, pairs.share[rows],
        pairs.estimated[rows], pairs.whole,
    )  # fmt: skip


class Marks:
    """Rows (target, source unit) by which a figure enters, of those with any estimated share.

    `pair` is -1 where it is the member's own figure. `weight` is out of `whole`; rows of one
    figure stand together from `starts` on, `target` is theirs. `rest` are the plan's rows that
    are marked by themselves.
    """

    def __init__(self, plan: Plan) -> None:
        pairs = plan.pairs
        self.whole = plan.whole * (1 if pairs is None else pairs.whole)
        self.rest = plan.estimated.copy()
        rows: list[tuple[int, int, int, int, int, bool]] = []
        if pairs is not None:
            rows = _entering(plan, pairs, self.rest)
        rows.sort(key=lambda row: row[:2])
        marked = {row[:2] for row in rows if row[5]}
        rows = [row for row in rows if row[:2] in marked]
        keys = [row[:2] for row in rows]
        starts = [n for n, key in enumerate(keys) if n == 0 or key != keys[n - 1]]
        self.starts = np.array(starts, np.int64)
        self.target = np.array([keys[n][0] for n in starts], np.int64)
        self.member = np.array([row[2] for row in rows], np.int64)
        self.pair = np.array([row[3] for row in rows], np.int64)
        self.weight = np.array([row[4] for row in rows], np.int64)
        self.estimated = np.array([row[5] for row in rows], bool)


def _entering(
    plan: Plan, pairs: Pairs, rest: NDArray[np.bool_]
) -> list[tuple[int, int, int, int, int, bool]]:
    """(target, unit, member, pair, weight, estimated) of heirs and of origins that live on."""
    by_member: dict[int, list[int]] = {}
    for number, member in enumerate(pairs.member.tolist()):
        by_member.setdefault(member, []).append(number)
    origins = set(pairs.sources.tolist())
    found = []
    for row, (target, member) in enumerate(
        zip(plan.target.tolist(), plan.member.tolist(), strict=True)
    ):
        unit, share = int(plan.units[member]), int(plan.share[row])
        if member not in by_member and unit not in origins:
            continue
        guess = bool(plan.estimated[row])
        rest[row] = False
        found.append((target, unit, member, -1, share * pairs.whole, guess))
        for pair in by_member.get(member, ()):
            source = int(pairs.sources[pairs.source[pair]])
            weight = int(pairs.share[pair]) * share
            found.append(
                (target, source, member, pair, weight, guess or bool(pairs.estimated[pair]))
            )
    return found


class Binding:
    """Where the members of a plan stand in a slab, and which runs are summed for which target."""

    def __init__(self, plan: Plan, slab: Slab) -> None:
        self.slab = slab
        self.places = places_in(slab, plan.units)
        self.sources = None if plan.pairs is None else places_in(slab, plan.pairs.sources)
        self.is_everything = False
        self._version, self._clean = -1, np.zeros(0, bool)
        self.by_runs = plan.is_plain and plan.pairs is None and self._take_runs(plan, slab)

    def clean(self) -> NDArray[np.bool_]:
        """For each period, whether nobody else spoke in the runs that are summed."""
        if self._version != self.slab.version:
            self._clean = np.asarray(~self.slab.spoken[:, self._others].any(axis=1))
            self._version = self.slab.version
        return self._clean

    def _take_runs(self, plan: Plan, slab: Slab) -> bool:
        """The runs with members, by target; False where a run is divided among targets."""
        there = self.places >= 0
        place, target = self.places[there], plan.target[np.argsort(plan.member)][there]
        run = np.searchsorted(slab.axes.runs, place, side="right") - 1
        pairs = np.unique(np.stack([target, run], axis=1), axis=0)
        if len(np.unique(pairs[:, 1])) < len(pairs):
            return False
        self.runs: Any = pairs[:, 1]
        self.targets, self.starts = np.unique(pairs[:, 0], return_index=True)
        if len(self.runs) and (np.diff(self.runs) == 1).all():
            self.runs = slice(int(self.runs[0]), int(self.runs[-1]) + 1)
        member = np.zeros(len(slab.axes.units), bool)
        member[place] = True
        ends = np.append(slab.axes.runs, len(member))
        summed = np.zeros(len(member), bool)
        for each in pairs[:, 1].tolist():
            summed[ends[each] : ends[each + 1]] = True
        self._others = np.flatnonzero(summed & ~member)
        self.is_everything = len(pairs) == len(slab.axes.runs) and len(self.targets) == 1
        return True


def places_in(slab: Slab, units: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where units stand in a slab; -1 for those it does not know."""
    return np.array([slab.places.get(unit, -1) for unit in units.tolist()], np.int64)


def plan_of(geography: Geography, targets: Iterable[int], order: Mapping[int, int]) -> Plan | None:
    """The geography as arrays; None where shares are too fine for whole numbers.

    `order`: where each unit stands in the order of files, so that neighbours stay together.
    """
    ids = sorted(set(targets))
    number = {target: place for place, target in enumerate(ids)}
    rows = [
        (number[share.area], order.get(area, 0), area, share)
        for area in cast("frozenset[int]", geography.expected)
        for share in shares_into_groups(area, geography)
        if share.area in number
    ]
    rows.sort(key=lambda row: row[:3])
    whole = _whole(row[3] for row in rows)
    units = sorted({row[2] for row in rows}, key=lambda unit: (order.get(unit, 0), unit))
    place = {unit: n for n, unit in enumerate(units)}
    pairs = _pairs(geography, place)
    if max(whole, 0 if pairs is None else pairs.whole) > LARGEST_WHOLE:
        return None
    return Plan(
        np.array(ids, np.int64),
        np.array(units, np.int64),
        np.array([place[row[2]] for row in rows], np.int64),
        np.array([row[0] for row in rows], np.int64),
        np.array([int(row[3].share * whole) for row in rows], np.int64),
        np.array([row[3].estimated for row in rows], bool),
        whole,
        pairs,
    )


def _whole(shares: Iterable[Share]) -> int:
    return lcm(*{Fraction(share.share).denominator for share in shares}, 1)


def _pairs(geography: Geography, place: Mapping[int, int]) -> Pairs | None:
    found = [
        (place[cast("int", share.area)], source, share)
        for source, shares in cast("Mapping[int, Sequence[Share]]", geography.predecessors).items()
        for share in shares
        if share.share and share.area in place
    ]
    if not found:
        return None
    found.sort(key=lambda row: row[:2])
    sources = sorted({row[1] for row in found})
    number = {source: n for n, source in enumerate(sources)}
    whole = _whole(row[2] for row in found)
    return Pairs(
        np.array(sources, np.int64),
        np.array([row[0] for row in found], np.int64),
        np.array([number[row[1]] for row in found], np.int64),
        np.array([int(row[2].share * whole) for row in found], np.int64),
        np.array([row[2].estimated for row in found], bool),
        whole,
    )
