"""Adding up what members of a plan say for its targets: counts, sums and marks, all exact."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from phongtrao.analytics.cube.plans import Plan
from phongtrao.analytics.cube.spans import Answered, Bools, Ints
from phongtrao.reporting.cells import CellState


@dataclass(frozen=True)
class Counts:
    """How many members of each target said what; all [indicator, target]."""

    n: Ints
    of: Ints
    partial: Ints
    withheld: Ints


@dataclass(frozen=True)
class Said:
    """What the members say of one part of an indicator, [indicator, member].

    `values` are times `whole`; `extra` are the leaves of the plan's pairs.
    """

    answered: Answered
    whole: int = 1


def counted(plan: Plan, parts: Sequence[Answered]) -> tuple[Counts, Bools]:
    """The counts, and which members gave every part."""
    states = [part.states for part in parts]
    given = [each == CellState.VALUE for each in states]
    left_out = _any([each == CellState.NOT_APPLICABLE for each in states])
    complete = np.logical_and.reduce(given)
    open_ = ~left_out & ~complete
    withheld = open_ & _any([each == CellState.WITHHELD for each in states])
    some = _any([told | part.partial for told, part in zip(given, parts, strict=True)])
    partial = open_ & ~withheld & some
    found = [by_target(plan, each) for each in (complete, ~left_out, partial, withheld)]
    return Counts(*found), complete


def _any(flags: Sequence[Bools]) -> Bools:
    return flags[0] if len(flags) == 1 else np.logical_or.reduce(flags)


def by_target(plan: Plan, flags: Bools) -> Ints:
    """How many members of each target have a flag."""
    return _by_rows(plan, flags[:, plan.member].astype(np.int64))


def sums(plan: Plan, values: Ints, complete: Bools) -> Ints:
    """The shares of the complete members' values, times `plan.whole`."""
    rows = np.where(complete, values, 0)[:, plan.member]
    return _by_rows(plan, rows if plan.whole == 1 else rows * plan.share)


def _by_rows(plan: Plan, rows: Ints) -> Ints:
    found = np.zeros((rows.shape[0], len(plan.targets)), np.int64)
    if len(plan.some):
        found[:, plan.some] = np.add.reduceat(rows, plan.starts, axis=1)
    return found


def estimated(plan: Plan, part: Answered, complete: Bools) -> Bools:
    """Where an estimated share did not come together to the whole again, by target."""
    marks = plan.marks
    rest = np.flatnonzero(marks.rest)
    found = np.zeros((complete.shape[0], len(plan.targets)), bool)
    for row in rest.tolist():
        found[:, plan.target[row]] |= complete[:, plan.member[row]]
    if len(marks.weight):
        _merge_marks(plan, part, complete, found)
    return found


def _merge_marks(plan: Plan, part: Answered, complete: Bools, found: Bools) -> None:
    """The same figure may enter a target by several ways: its shares are added before."""
    marks = plan.marks
    if part.extra is None or part.extra.shape[1] == 0:
        of_pairs = np.zeros((complete.shape[0], 1), np.int64)
    else:
        of_pairs = part.extra
    own = part.leaves[:, marks.member]
    through = of_pairs[:, np.where(marks.pair < 0, 0, marks.pair)]
    leaves = np.where(marks.pair < 0, own, through)
    leaves = np.where(complete[:, marks.member], leaves, 0)
    bits = int(np.bitwise_or.reduce(leaves, axis=None)) if leaves.size else 0
    for bit in range(bits.bit_length()):
        if not bits >> bit & 1:
            continue
        used = (leaves >> bit & 1).astype(bool)
        weight = np.add.reduceat(np.where(used, marks.weight, 0), marks.starts, axis=1)
        marked = np.logical_or.reduceat(used & marks.estimated, marks.starts, axis=1)
        keys = marked & (weight != marks.whole)
        for key in np.flatnonzero(keys.any(axis=0)).tolist():
            found[:, marks.target[key]] |= keys[:, key]
