"""The planner of festivals on made-up years: proof, time, and plans after a cancellation.

500 candidates in 34 provinces of 6 regions, three of them with a quota. Years come in three kinds:
usual; tight (two days a site, two guests each); scarce (11 guests with 33 visits for 30 sites).
Every plan is looked at by the checker, which shares no code with the model.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from time import perf_counter
from typing import Any

from bench.figures import Figure

SITES, CHOSEN, GUESTS, YEARS = 500, 30, 40, 30
KINDS = ("usual", "tight", "scarce")
_FIRST = date(2026, 8, 1).toordinal()
_DAYS = range(_FIRST, _FIRST + 19)


def measure(years: int = YEARS) -> tuple[list[Figure], list[str]]:
    """Seconds and gaps of the plans of some years, each then without a site and without a guest."""
    from phongtrao.fieldwork.events.planner.conflicts import conflict_of
    from phongtrao.fieldwork.events.planner.solving import plan

    found: dict[str, list[float]] = {}
    columns = 0
    for year in range(years):
        kind = KINDS[year % len(KINDS)]
        problem = made_up(year, kind)
        first = plan(problem)
        columns = max(columns, first.sizes["columns"])
        _keep(found, f"{kind} year", problem, first)
        gone = first.visits[year % CHOSEN]
        sites = tuple(replace(s, is_barred=s.key == gone.site) for s in problem.sites)
        left = replace(problem, sites=sites)
        then = plan(left, before=[v for v in first.visits if v != gone])
        _keep(found, f"{kind} year, a site fell out", left, then)
        absent = gone.guests[0]
        guests = tuple(guest for guest in problem.guests if guest.key != absent)
        fewer = replace(problem, guests=guests)
        then = plan(fewer, before=first.visits)
        _keep(found, f"{kind} year, a guest fell out", fewer, then)
        # The lines he stood in are his cancellation; what else had to change for it?
        his = sum(absent in visit.guests for visit in first.visits)
        found.setdefault(f"{kind} year, a guest fell out|further", []).append(then.changes - his)
        if kind == "scarce":
            begun = perf_counter()
            assert conflict_of(replace(problem, guests=problem.guests[:9]))
            name = "scarce year with 9 guests: the rules in conflict named|seconds"
            found.setdefault(name, []).append(perf_counter() - begun)
    note = (
        f"{CHOSEN} of {SITES} sites, {GUESTS} guests (scarce: 11), three quotas, {years} years; "
        f"up to {columns:,} columns. Every plan kept every rule."
    )
    return _figures(found), [note]


def _keep(found: dict[str, list[float]], name: str, problem: Any, answer: Any) -> None:
    from phongtrao.fieldwork.events.planner import faults_of

    if not answer.is_possible or faults_of(problem, answer.visits):
        raise AssertionError(name)
    for unit in ("seconds", "gap", "changes"):
        found.setdefault(f"{name}|{unit}", []).append(getattr(answer, unit))


def _figures(found: dict[str, list[float]]) -> list[Figure]:
    words = {
        "seconds": ("", "s"),
        "gap": (": proven gap", "%"),
        "changes": (": lines changed", ""),
        "further": (": lines changed beyond those he stood in", ""),
    }
    figures = []
    for key, values in found.items():
        name, _bar, unit = key.partition("|")
        if unit == "changes" and "fell out" not in name:
            continue
        more, shown = words[unit]
        factor = 100.0 if unit == "gap" else 1.0
        figures.append(Figure(f"{name}{more}", shown, tuple(v * factor for v in values)))
    return figures


def made_up(year: int, kind: str) -> Any:
    """The problem of one year; always the same for a number and a kind."""
    from phongtrao.fieldwork.events.planner import Guest, Problem, Quota, Rules

    drawn = random.Random(f"{kind}/{year}")
    sites = tuple(_site(key, drawn, is_tight=kind == "tight") for key in range(SITES))
    guests = tuple(
        Guest(
            key,
            f"Khách {key}",
            frozenset(drawn.sample(_DAYS, drawn.randrange(4, 8) if kind == "scarce" else 4)),
            {"usual": drawn.randrange(1, 3), "tight": 2, "scarce": 3}[kind],
        )
        for key in range(11 if kind == "scarce" else GUESTS)
    )
    quotas = tuple(Quota(key, f"Vùng {key}", 9 if kind == "tight" else 8) for key in range(3))
    rules = Rules(CHOSEN, guests_each=2 if kind == "tight" else 1, quotas=quotas)
    return Problem(sites, guests, rules)


def _site(key: int, drawn: random.Random, *, is_tight: bool) -> Any:
    from phongtrao.fieldwork.events.planner import Site, Weights, score_parts

    province = drawn.randrange(34)
    region = province % 6
    first = drawn.randrange(0, 14)
    days: Sequence[int] = _DAYS[first : first + drawn.randrange(3, 12)]
    days = sorted(drawn.sample(days, 2)) if is_tight else days
    preferred = frozenset({region} if region < 3 else ())
    models, years_since = drawn.randrange(0, 4), drawn.randrange(1, 7)
    parts = score_parts([30] * len(preferred), models, years_since, Weights())
    last_year = years_since == 1 and drawn.random() < 0.5
    return Site(
        key, f"Điểm {key}", province, region, tuple(days), sum(parts) + drawn.randrange(5),
        preferred, held_last_year=last_year,
    )  # fmt: skip
