"""Solve a program with HiGHS and deal the guests out to the sites of their day and region."""

import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import highspy

from phongtrao.fieldwork.events.planner.model import Program, build
from phongtrao.fieldwork.events.planner.problem import Answer, Problem, Visit, chosen

LONGEST = 60.0  # seconds
_SEED = 20050819


class OutOfTimeError(Exception):
    """Neither a plan was found in time nor was it proven that there is none."""


@dataclass(frozen=True, slots=True)
class Solution:
    """Which columns are 1, the worth of all of them and what no solution can exceed."""

    ones: frozenset[int]
    worth: float
    bound: float
    gap: float


def plan(problem: Problem, *, before: Sequence[Visit] = (), longest: float = LONGEST) -> Answer:
    """The best plan of a problem, or the one nearest to a plan `before` and best among those.

    `before` holds the lines that still stand: without a site that was cancelled. Stops after
    `longest` seconds with the best plan found and its proven distance from any better one.
    """
    started = time.perf_counter()
    program = build(problem, before=before)
    found = solve(program, longest=longest)
    seconds = time.perf_counter() - started
    sizes = {"columns": len(program.worth), "rows": len(program.rows)}
    if found is None:
        return Answer((), 0, 0.0, 0.0, seconds, is_possible=False, sizes=sizes)
    visits = _visits(program, problem, found, before)
    score = {site.key: site.score for site in problem.sites}
    objective = sum(score[visit.site] for visit in visits)
    # Near a plan before, points weigh less than changes: the distance is that of both together.
    bound = objective + max(found.bound - found.worth, 0.0)
    gap = (bound - objective) / max(abs(objective), 1)
    return Answer(
        visits, objective, bound, gap, seconds,
        is_possible=True, changes=_changes(visits, before) if before else 0, sizes=sizes,
    )  # fmt: skip


@contextmanager
def _silence() -> Iterator[None]:
    """HiGHS greets on standard output when it is made, before any option can stop it.

    Standard output is for answers; for that moment it leads nowhere.
    """
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def solve(program: Program, *, longest: float = LONGEST) -> Solution | None:
    """The best solution of a program; None where there is none. Raises OutOfTimeError."""
    if not program.worth:
        free = all(low <= 0.0 <= high for low, high, _c, _f in program.rows)
        return Solution(frozenset(), 0.0, 0.0, 0.0) if free else None
    with _silence():
        solver = highspy.Highs()
    options: Mapping[str, bool | float] = {
        "output_flag": False,
        "threads": 1,
        "random_seed": _SEED,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.5,  # points are whole
        "time_limit": longest,
    }
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.passModel(_as_lp(program))
    solver.run()
    info = solver.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        if solver.getModelStatus() == highspy.HighsModelStatus.kTimeLimit:
            raise OutOfTimeError
        return None
    values = solver.getSolution().col_value
    ones = frozenset(place for place, value in enumerate(values) if value > 0.5)
    worth = sum(program.worth[place] for place in ones)
    bound = max(-info.mip_dual_bound, worth)
    if bound - worth < 1.0 - 1e-6:  # between two whole numbers lies no better plan
        bound = worth
    return Solution(ones, worth, bound, (bound - worth) / max(abs(worth), 1.0))


def _as_lp(program: Program) -> "highspy.HighsLp":
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(program.worth), len(program.rows)
    lp.col_cost_ = [-worth for worth in program.worth]
    lp.col_lower_, lp.col_upper_ = [0.0] * lp.num_col_, [1.0] * lp.num_col_
    lp.integrality_ = [highspy.HighsVarType.kInteger] * lp.num_col_
    lp.row_lower_ = [low for low, _high, _columns, _factors in program.rows]
    lp.row_upper_ = [high for _low, high, _columns, _factors in program.rows]
    starts, index, values = [0], [], []
    for _low, _high, columns, factors in program.rows:
        index += columns
        values += factors
        starts.append(len(index))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = starts, index, values
    return lp


def _visits(
    program: Program, problem: Problem, found: Solution, before: Sequence[Visit]
) -> tuple[Visit, ...]:
    """The lines of a solution: guests that stay stand first, the others fill what is left."""
    region = {site.key: site.region for site in problem.sites}
    free: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (guest, day, where), column in program.sent.items():
        if column in found.ones:
            free[day, where].append(guest)
    days = {key: day for (key, day), column in program.held.items() if column in found.ones}
    stays: dict[int, list[int]] = defaultdict(list)
    for visit in before:
        if days.get(visit.site) == visit.day:
            for guest in visit.guests:
                there = free[visit.day, region[visit.site]]
                if guest in there:
                    there.remove(guest)
                    stays[visit.site].append(guest)
    each = problem.rules.guests_each
    lines = []
    for key in sorted(days):
        there = free[days[key], region[key]]
        guests = stays[key][:each]
        while len(guests) < each and there:
            guests.append(there.pop(0))
        lines.append(Visit(key, days[key], tuple(guests)))
    return tuple(lines)


def _changes(visits: Sequence[Visit], before: Sequence[Visit]) -> int:
    """Lines of both plans that the other has not: a site that moves counts once."""
    old, new = chosen(before), chosen(visits)
    return sum(
        key not in old
        or key not in new
        or (old[key].day, set(old[key].guests)) != (new[key].day, set(new[key].guests))
        for key in old.keys() | new.keys()
    )
