"""The rules of a plan as rows of a mixed-integer program.

Guests are not assigned to sites in the program but to a day and a region: who stands at which of
that region's sites of the day is dealt out afterwards, which loses nothing and keeps the program
small. `without` leaves out families of rules, to find out which of them are in conflict.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from phongtrao.fieldwork.events.planner.problem import Guest, Problem, Site, Visit

# The families of rules; a quota is "quota:" and the key of its set.
NUMBER, GUESTS, PROVINCE, LAST_YEAR = "number", "guests", "province", "last_year"
TRAVEL, MOST, FIXED = "travel", "most", "fixed"
QUOTA = "quota:"
_FAR = float("inf")


@dataclass(slots=True)
class Program:
    """Columns (all of them 0 or 1, with their worth) and rows (bounds and coefficients)."""

    worth: list[float] = field(default_factory=list)
    rows: list[tuple[float, float, list[int], list[float]]] = field(default_factory=list)
    # (site, day) → column; (guest, day, region) → column; (site, guest) kept → column.
    held: dict[tuple[int, int], int] = field(default_factory=dict)
    sent: dict[tuple[int, int, int], int] = field(default_factory=dict)
    kept: dict[tuple[int, int], int] = field(default_factory=dict)
    same: dict[int, int] = field(default_factory=dict)

    def column(self, worth: float = 0.0) -> int:
        """One more column."""
        self.worth.append(worth)
        return len(self.worth) - 1

    def row(self, low: float, high: float, terms: Iterable[tuple[int, float]]) -> None:
        """One more row; columns named twice are added up."""
        added: dict[int, float] = defaultdict(float)
        for column, factor in terms:
            added[column] += factor
        self.rows.append((low, high, list(added), list(added.values())))


def build(
    problem: Problem,
    *,
    before: Sequence[Visit] = (),
    without: frozenset[str] = frozenset(),
    worth: Mapping[int, float] | None = None,
) -> Program:
    """The program of a problem. `before` is a plan to stay near to; `worth` other points."""
    program = Program()
    sites = eligible(problem, without)
    points = {site.key: float(site.score) for site in sites} if worth is None else worth
    sending = problem.rules.guests_each > 0 and GUESTS not in without
    reachable = {day for guest in problem.guests for day in guest.days}
    for site in sites:
        for day in site.days:
            if not sending or day in reachable:
                program.held[site.key, day] = program.column(points.get(site.key, 0.0))
    _sites(program, problem, sites, without)
    if sending:
        _guests(program, problem, sites, without)
    if before:
        _stay_near(program, problem, sites, before)
    return program


def eligible(problem: Problem, without: frozenset[str]) -> list[Site]:
    """The candidates that may be chosen at all."""
    last_year = problem.rules.not_as_last_year and LAST_YEAR not in without
    return [
        site
        for site in problem.sites
        if not site.is_barred and not (last_year and site.held_last_year and not site.is_fixed)
    ]


def _sites(
    program: Program, problem: Problem, sites: Sequence[Site], without: frozenset[str]
) -> None:
    rules = problem.rules
    for site in sites:
        days = [program.held[site.key, d] for d in site.days if (site.key, d) in program.held]
        least = 1.0 if site.is_fixed and FIXED not in without else 0.0
        program.row(least, 1.0, ((column, 1.0) for column in days))
    if NUMBER not in without:
        program.row(rules.number, rules.number, ((c, 1.0) for c in program.held.values()))
    for quota in rules.quotas:
        if f"{QUOTA}{quota.set_key}" not in without:
            members = {site.key for site in sites if quota.set_key in site.sets}
            inside = [c for (key, _day), c in program.held.items() if key in members]
            program.row(quota.least, _FAR, ((column, 1.0) for column in inside))
    if rules.a_day_a_province and PROVINCE not in without:
        province = {site.key: site.province for site in sites}
        days_of: dict[tuple[int, int], list[int]] = defaultdict(list)
        for (key, day), column in program.held.items():
            days_of[province[key], day].append(column)
        for columns in days_of.values():
            if len(columns) > rules.a_day_a_province:
                program.row(0.0, rules.a_day_a_province, ((c, 1.0) for c in columns))


def _guests(
    program: Program, problem: Problem, sites: Sequence[Site], without: frozenset[str]
) -> None:
    region = {site.key: site.region for site in sites}
    at: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (key, day), column in program.held.items():
        at[day, region[key]].append(column)
    regions_of: dict[int, list[int]] = defaultdict(list)
    for day, where in at:
        regions_of[day].append(where)
    arriving: dict[tuple[int, int], list[int]] = defaultdict(list)
    for guest in problem.guests:
        for day in sorted(guest.days):
            for where in regions_of.get(day, ()):
                column = program.column()
                program.sent[guest.key, day, where] = column
                arriving[day, where].append(column)
        _bound_guest(program, problem, guest, regions_of, without)
    each = float(problem.rules.guests_each)
    for place, columns in at.items():
        asked = [(column, each) for column in columns]
        program.row(0.0, 0.0, [*asked, *((c, -1.0) for c in arriving[place])])


def _bound_guest(
    program: Program,
    problem: Problem,
    guest: Guest,
    regions_of: Mapping[int, Sequence[int]],
    without: frozenset[str],
) -> None:
    mine = {
        day: {where: program.sent[guest.key, day, where] for where in regions_of.get(day, ())}
        for day in guest.days
    }
    for places in mine.values():
        if len(places) > 1:
            program.row(0.0, 1.0, ((column, 1.0) for column in places.values()))
    if MOST not in without:
        every = [column for places in mine.values() for column in places.values()]
        program.row(0.0, guest.most, ((column, 1.0) for column in every))
    if not problem.rules.near_next_day or TRAVEL in without or guest.most < 2:
        return
    for day, places in mine.items():
        for where, column in places.items():
            far = [c for other, c in mine.get(day + 1, {}).items() if other != where]
            if far:
                program.row(0.0, 1.0, [(column, 1.0), *((c, 1.0) for c in far)])


def _stay_near(
    program: Program, problem: Problem, sites: Sequence[Site], before: Sequence[Visit]
) -> None:
    """Worth more than any points: to keep lines as they were, and to bring in no new site."""
    most = sorted((max(w, 0.0) for w in program.worth), reverse=True)[: problem.rules.number]
    dear = sum(most) + 1.0
    old = {visit.site for visit in before}
    for (key, _day), column in program.held.items():
        if key not in old:
            program.worth[column] -= dear
    region = {site.key: site.region for site in sites}
    for visit in before:
        here = program.held.get((visit.site, visit.day))
        if here is None:
            continue
        ties = [here]
        for guest in visit.guests:
            there = program.sent.get((guest, visit.day, region[visit.site]))
            if there is None:  # he can no longer come, so the line is another one
                ties = []
                continue
            keeps = program.kept[visit.site, guest] = program.column()
            program.row(-_FAR, 0.0, [(keeps, 1.0), (there, -1.0)])
            program.row(-_FAR, 0.0, [(keeps, 1.0), (here, -1.0)])
            if ties:
                ties.append(keeps)
        if ties:
            unchanged = program.same[visit.site] = program.column(dear)
            for tie in ties:
                program.row(-_FAR, 0.0, [(unchanged, 1.0), (tie, -1.0)])
