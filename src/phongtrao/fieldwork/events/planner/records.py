"""A problem and a plan as JSON: what was asked and found stays explainable when both change."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from phongtrao.fieldwork.events.planner.problem import Guest, Problem, Quota, Rules, Site, Visit


def problem_record(problem: Problem) -> dict[str, Any]:
    """A problem as JSON."""
    record = asdict(problem)
    for site in record["sites"]:
        site["sets"] = sorted(site["sets"])
    for guest in record["guests"]:
        guest["days"] = sorted(guest["days"])
    return record


def problem_from(record: Mapping[str, Any]) -> Problem:
    """The problem that a record holds."""
    sites = tuple(
        Site(**each | {"days": tuple(each["days"]), "sets": frozenset(each["sets"])})
        for each in record["sites"]
    )
    guests = tuple(Guest(**each | {"days": frozenset(each["days"])}) for each in record["guests"])
    rules = record["rules"]
    quotas = tuple(Quota(**each) for each in rules["quotas"])
    return Problem(sites, guests, Rules(**rules | {"quotas": quotas}))


def visits_record(visits: Sequence[Visit]) -> list[list[Any]]:
    """A plan as JSON."""
    return [[visit.site, visit.day, list(visit.guests)] for visit in visits]


def visits_from(record: Sequence[Sequence[Any]]) -> list[Visit]:
    """The plan that a record holds."""
    return [Visit(site, day, tuple(guests)) for site, day, guests in record]
