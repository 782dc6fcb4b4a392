"""The planner: every plan keeps every rule, none is better, and what cannot be is said."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.fieldwork.events.planner import (
    Guest,
    Problem,
    Quota,
    Rules,
    Site,
    Visit,
    changes_between,
    faults_of,
    why,
)
from phongtrao.fieldwork.events.planner.conflicts import conflict_of
from phongtrao.fieldwork.events.planner.solving import plan
from tests.extent import drawn

DAY = 740_000


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Small problems of every kind, also without a solution."""
    days = range(DAY, DAY + 3)
    some_days = st.sets(st.sampled_from(days), max_size=3)
    sites = tuple(
        Site(
            key,
            f"Điểm {key}",
            province=draw(st.integers(0, 1)),
            region=draw(st.integers(0, 1)),
            days=tuple(sorted(draw(some_days))),
            score=draw(st.integers(0, 5)),
            sets=frozenset(draw(st.sets(st.integers(0, 1)))),
            held_last_year=draw(st.integers(0, 4)) == 0,
            is_fixed=draw(st.integers(0, 9)) == 0,
        )
        for key in range(draw(st.integers(1, 4)))
    )
    guests = tuple(
        Guest(key, f"Khách {key}", frozenset(draw(some_days)), draw(st.integers(1, 2)))
        for key in range(draw(st.integers(0, 3)))
    )
    quotas = tuple(Quota(k, f"Vùng {k}", draw(st.integers(0, 2))) for k in range(2))
    rules = Rules(
        number=draw(st.integers(1, 3)),
        guests_each=draw(st.integers(0, 2)),
        a_day_a_province=draw(st.integers(0, 2)),
        not_as_last_year=draw(st.booleans()),
        near_next_day=draw(st.booleans()),
        quotas=quotas,
    )
    return Problem(sites, guests, rules)


def every_plan(problem: Problem) -> Iterator[tuple[Visit, ...]]:
    """All plans that keep the rules, by trying everything; knows neither model nor checker."""
    rules = problem.rules
    teams = list(combinations(range(len(problem.guests)), rules.guests_each))
    for keys in combinations(range(len(problem.sites)), rules.number):
        sites = [problem.sites[key] for key in keys]
        for days in product(*(site.days for site in sites)):
            if _places_hold(problem, sites, days):
                for who in product(teams, repeat=len(sites)):
                    if _guests_hold(problem, sites, days, who):
                        lines = zip(keys, days, who, strict=True)
                        yield tuple(Visit(*line) for line in lines)


def _places_hold(problem: Problem, sites: list[Site], days: tuple[int, ...]) -> bool:
    rules, keys = problem.rules, {site.key for site in sites}
    if any(site.is_fixed and site.key not in keys for site in problem.sites):
        return False
    for site in sites:
        if site.is_barred or (rules.not_as_last_year and site.held_last_year and not site.is_fixed):
            return False
    for quota in rules.quotas:
        if len([s for s in sites if quota.set_key in s.sets]) < quota.least:
            return False
    places = [(site.province, day) for site, day in zip(sites, days, strict=True)]
    return not rules.a_day_a_province or all(
        places.count(place) <= rules.a_day_a_province for place in places
    )


def _guests_hold(
    problem: Problem, sites: list[Site], days: tuple[int, ...], who: tuple[tuple[int, ...], ...]
) -> bool:
    for key, guest in enumerate(problem.guests):
        stays = {}
        for site, day, team in zip(sites, days, who, strict=True):
            if key in team:
                if day not in guest.days or day in stays:
                    return False
                stays[day] = site.region
        if len(stays) > guest.most:
            return False
        near = problem.rules.near_next_day
        if near and any(stays.get(day + 1, at) != at for day, at in stays.items()):
            return False
    return True


def _worth(problem: Problem, visits: tuple[Visit, ...]) -> int:
    return sum(problem.sites[visit.site].score for visit in visits)


@settings(max_examples=drawn(300))
@given(problems())
def test_a_plan_keeps_every_rule_and_no_other_is_better(problem: Problem) -> None:
    best = max((_worth(problem, each) for each in every_plan(problem)), default=None)
    answer = plan(problem)
    assert answer.is_possible == (best is not None)
    if best is None:
        assert conflict_of(problem)
        return
    assert answer.objective == answer.bound == best
    assert not faults_of(problem, answer.visits)
    sorted_teams = tuple(replace(v, guests=tuple(sorted(v.guests))) for v in answer.visits)
    assert sorted_teams in set(every_plan(problem))


@settings(max_examples=drawn(200))
@given(problems(), st.data())
def test_the_checker_accepts_what_keeps_the_rules_and_nothing_else(
    problem: Problem, data: st.DataObject
) -> None:
    teams = list(range(len(problem.guests)))
    keys = data.draw(st.lists(st.sampled_from(range(len(problem.sites))), max_size=3, unique=True))
    visits = tuple(
        Visit(
            key,
            data.draw(st.integers(DAY, DAY + 2)),
            tuple(sorted(data.draw(st.sets(st.sampled_from(teams), max_size=2)) if teams else ())),
        )
        for key in sorted(keys)
    )
    assert (not faults_of(problem, visits)) == (visits in set(every_plan(problem)))


@settings(max_examples=drawn(150))
@given(problems(), st.data())
def test_after_a_cancellation_as_few_lines_change_as_can_be(
    problem: Problem, data: st.DataObject
) -> None:
    first = plan(problem)
    if not first.is_possible:
        return
    gone = data.draw(st.sampled_from(first.visits))
    sites = tuple(replace(s, is_barred=True, is_fixed=False) if s.key == gone.site else s
                  for s in problem.sites)  # fmt: skip
    left, stands = replace(problem, sites=sites), [v for v in first.visits if v != gone]
    then = plan(left, before=stands)
    others = list(every_plan(left))
    assert then.is_possible == bool(others)
    if others:
        assert not faults_of(left, then.visits)
        if stands:
            assert then.changes == min(_differing(each, stands) for each in others)


def _differing(visits: tuple[Visit, ...], before: list[Visit]) -> int:
    old = {v.site: (v.day, set(v.guests)) for v in before}
    new = {v.site: (v.day, set(v.guests)) for v in visits}
    return sum(old.get(key) != new.get(key) for key in old.keys() | new.keys())


@settings(max_examples=drawn(100))
@given(problems())
def test_every_candidate_is_told_why(problem: Problem) -> None:
    answer = plan(problem)
    if answer.is_possible:
        reasons = why(problem, answer.visits)
        assert sorted(reason.site for reason in reasons) == [s.key for s in problem.sites]
        assert all(reason.said.shown() for reason in reasons)
        assert {r.site for r in reasons if r.is_chosen} == {v.site for v in answer.visits}


def _site(key: int, **facts: object) -> Site:
    usual = {"province": key, "region": key, "days": (DAY,), "score": 1}
    return Site(key, f"Điểm {key}", **usual | facts)  # type: ignore[arg-type]


def test_a_conflict_names_the_rules_and_how_far_they_could_be_kept() -> None:
    sites = tuple(_site(key, sets=frozenset({7})) for key in range(2))
    guests = (Guest(0, "Lãnh đạo Bộ", frozenset({DAY})),)
    rules = Rules(number=2, quotas=(Quota(7, "Tây Nguyên", 1),))
    said = [each.shown() for each in conflict_of(Problem(sites, guests, rules))]
    assert "đúng 2 điểm (giữ các quy tắc khác thì nhiều nhất 1)" in " ".join(said)
    assert "đủ khách" in " ".join(said)
    assert "Tây Nguyên" not in " ".join(said)


def test_what_changed_is_told_line_by_line() -> None:
    sites = tuple(_site(key) for key in range(2))
    problem = Problem(sites, (Guest(0, "Lãnh đạo Bộ", frozenset({DAY})),), Rules(number=1))
    said = changes_between(problem, [Visit(0, DAY, (0,))], [Visit(1, DAY, (0,))])
    assert [each.shown() for each in said] == [
        "Thôi điểm Điểm 0.",
        "Thêm điểm Điểm 1 ngày 19/01/2027, khách: Lãnh đạo Bộ.",
    ]
