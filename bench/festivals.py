"""The planner of festivals on made-up years: proof, time, and plans after a cancellation.

500 candidates in 34 provinces of 6 regions, three of them with a quota; 40 guests with few days.
Every plan is looked at by the checker, which shares no code with the model.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bench.figures import Figure

SITES, CHOSEN, GUESTS, YEARS = 500, 30, 40, 20
_FIRST = date(2026, 8, 1).toordinal()
_DAYS = range(_FIRST, _FIRST + 19)


def measure(years: int = YEARS) -> tuple[list[Figure], list[str]]:
    """Seconds and gaps of the plans of some years, each then without a site and without a guest."""
    from phongtrao.fieldwork.events.planner import faults_of
    from phongtrao.fieldwork.events.planner.solving import plan

    found: dict[str, list[float]] = {}
    columns = 0
    for year in range(years):
        tight = year % 2 == 1
        problem = made_up(year, tight=tight)
        kind = "tight: two days a site, two guests each" if tight else "usual"
        first = plan(problem)
        columns = max(columns, first.sizes["columns"])
        _keep(found, f"{kind}: plan", first)
        faults = [faults_of(problem, first.visits)]
        gone = first.visits[year % CHOSEN]
        sites = tuple(replace(s, is_barred=s.key == gone.site) for s in problem.sites)
        left = replace(problem, sites=sites)
        then = plan(left, before=[v for v in first.visits if v != gone])
        _keep(found, f"{kind}: after a site fell out", then)
        faults.append(faults_of(left, then.visits))
        absent = gone.guests[0]
        guests = tuple(guest for guest in problem.guests if guest.key != absent)
        fewer = replace(problem, guests=guests)
        then = plan(fewer, before=first.visits)
        _keep(found, f"{kind}: after a guest fell out", then)
        faults.append(faults_of(fewer, then.visits))
        if any(faults):
            raise AssertionError(faults)
    note = (
        f"{CHOSEN} of {SITES} sites, {GUESTS} guests, three quotas, {years} years of which every "
        f"second one is tight; up to {columns:,} columns. Every plan kept every rule."
    )
    return _figures(found), [note]


def _keep(found: dict[str, list[float]], name: str, answer: object) -> None:
    for unit in ("seconds", "gap", "changes"):
        found.setdefault(f"{name}|{unit}", []).append(getattr(answer, unit))


def _figures(found: dict[str, list[float]]) -> list[Figure]:
    figures = []
    for key, values in found.items():
        name, _bar, unit = key.partition("|")
        if unit == "changes" and name.endswith(": plan"):
            continue
        said = {
            "seconds": ("", "s"),
            "gap": (", proven gap", "%"),
            "changes": (", lines changed", ""),
        }
        more, shown = said[unit]
        factor = 100.0 if unit == "gap" else 1.0
        figures.append(Figure(f"{name}{more}", shown, tuple(v * factor for v in values)))
    return figures


def made_up(year: int, *, tight: bool) -> object:
    """The problem of one year; always the same for a number."""
    from phongtrao.fieldwork.events.planner import Guest, Problem, Quota, Rules

    drawn = random.Random(year)
    sites = tuple(_site(key, drawn, tight=tight) for key in range(SITES))
    guests = tuple(
        Guest(
            key,
            f"Khách {key}",
            frozenset(drawn.sample(_DAYS, drawn.randrange(3, 6))),
            2 if tight else drawn.randrange(1, 3),
        )
        for key in range(GUESTS)
    )
    quotas = tuple(Quota(key, f"Vùng {key}", 9 if tight else 8) for key in range(3))
    rules = Rules(CHOSEN, guests_each=2 if tight else 1, quotas=quotas)
    return Problem(sites, guests, rules)


def _site(key: int, drawn: random.Random, *, tight: bool) -> object:
    from phongtrao.fieldwork.events.planner import Site, Weights, score_parts

    province = drawn.randrange(34)
    region = province % 6
    first = drawn.randrange(0, 14)
    days: Sequence[int] = _DAYS[first : first + drawn.randrange(3, 12)]
    days = sorted(drawn.sample(days, 2)) if tight else days
    preferred = frozenset({region} if region < 3 else ())
    models, years_since = drawn.randrange(0, 4), drawn.randrange(1, 7)
    parts = score_parts([30] * len(preferred), models, years_since, Weights())
    last_year = years_since == 1 and drawn.random() < 0.5
    return Site(
        key, f"Điểm {key}", province, region, tuple(days), sum(parts) + drawn.randrange(5),
        preferred, held_last_year=last_year,
    )  # fmt: skip
