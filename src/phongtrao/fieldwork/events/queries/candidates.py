"""The candidates and guests of a plan as the planner takes them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q

from phongtrao.core import clock
from phongtrao.fieldwork.events.models import FestivalGuest, FestivalPlan, FestivalSite
from phongtrao.fieldwork.events.planner import (
    Guest,
    Problem,
    Quota,
    Rules,
    Site,
    Weights,
    score_parts,
)
from phongtrao.fieldwork.events.workflow import COMING, HELD, SiteState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.models import AreaVersion, Succession
from phongtrao.org.queries.area_sets import member_ids, sets_of


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a selection is asked for, beside what the plan says."""

    level: str
    rules: Rules
    weights: Weights
    fixed: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()
    without_guests: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Places:
    """Area → those above it, outermost first, with itself; and the areas that it was before."""

    above: dict[int, tuple[int, ...]]
    before: dict[int, frozenset[int]]


def candidates(
    plan: FestivalPlan, level: str, *, standing: Collection[int] = ()
) -> list[FestivalSite]:
    """The sites of a plan that may be chosen: candidates of a level, and those that stand."""
    rows = counted(FestivalSite.objects.filter(plan=plan))
    open_to_choice = Q(level=level, state=SiteState.CANDIDATE)
    stand = Q(pk__in=list(standing), state__in=COMING)
    return list(rows.filter(open_to_choice | stand).order_by("pk"))


def problem_of(plan: FestivalPlan, wishes: Wishes, *, standing: Collection[int] = ()) -> Problem:
    """The problem of a plan under some wishes; a few queries at any size."""
    sites = candidates(plan, wishes.level, standing=standing)
    places = _places({site.area_id for site in sites})
    last_held = _last_held(plan, wishes.level, places)
    inside = _members(plan, places)
    weights = {each.area_set_id: each.weight for each in plan.priorities.all()}
    regions = _regions(places)
    depth = len(places.above.get(plan.area_id, ())) or _depth_of(plan)
    found = []
    for site in sites:
        above = places.above.get(site.area_id, (site.area_id,))
        since = plan.year - last_held.get(site.area_id, plan.year - 5)
        sets = inside.get(site.area_id, frozenset())
        points = score_parts(
            (weights[key] for key in sets), site.models_to_launch, since, wishes.weights
        )
        found.append(
            Site(
                key=site.pk,
                name=site.title,
                province=above[min(depth, len(above) - 1)],
                region=regions.get(site.area_id, 0),
                days=_days(site, plan),
                score=sum(points),
                sets=sets,
                held_last_year=since == 1,
                is_fixed=site.pk in wishes.fixed,
                is_barred=site.pk in wishes.barred,
            )
        )
    return Problem(tuple(found), _guests(plan, wishes.without_guests), wishes.rules)


def quotas_of(plan: FestivalPlan) -> tuple[Quota, ...]:
    """How many sites a plan wants at least in its preferred sets."""
    rows = plan.priorities.select_related("area_set")
    return tuple(
        Quota(row.area_set_id, row.area_set.name, row.least_sites)
        for row in rows
        if row.least_sites
    )


def _guests(plan: FestivalPlan, without: Collection[int]) -> tuple[Guest, ...]:
    rows = FestivalGuest.objects.filter(plan=plan).exclude(pk__in=without)
    return tuple(
        Guest(
            key=row.pk,
            name=f"{row.post}, {row.body.name}",
            days=frozenset(each.day.toordinal() for each in row.days.all()),
            most=row.most_sites,
        )
        for row in rows.select_related("body").prefetch_related("days")
    )


def _days(site: FestivalSite, plan: FestivalPlan) -> tuple[int, ...]:
    first, last = max(site.first_day, plan.opens_on), min(site.last_day, plan.closes_on)
    earliest = (
        max(first, clock.today() + timedelta(days=1)) if plan.year >= clock.today().year else first
    )
    return tuple(range(earliest.toordinal(), last.toordinal() + 1))


def _depth_of(plan: FestivalPlan) -> int:
    version = AreaVersion.objects.filter(lineage_id=plan.area_id).order_by("-valid_from").first()
    return version.path.strip("/").count("/") + 1 if version is not None else 1


def _places(area_ids: Iterable[int]) -> _Places:
    ids = set(area_ids)
    above = {}
    for row in AreaVersion.objects.filter(lineage_id__in=ids).order_by("valid_from"):
        above[row.lineage_id] = tuple(int(part) for part in row.path.split("/") if part)
    links: dict[int, set[int]] = defaultdict(set)
    for link in Succession.objects.reached_from(ids, forwards=False):
        links[link.successor_id].add(link.predecessor_id)
    return _Places(above, {each: _origins(each, links) for each in ids})


def _origins(area: int, links: dict[int, set[int]]) -> frozenset[int]:
    found, waiting = {area}, [area]
    while waiting:
        for each in links.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    return frozenset(found)


def _last_held(plan: FestivalPlan, level: str, places: _Places) -> dict[int, int]:
    """Area → the last year before the plan's with a site of the level there, or where it was."""
    rows = counted(FestivalSite.objects.all()).filter(
        level=level,
        state__in=[*HELD, *COMING],
        plan__kind=plan.kind,
        plan__year__lt=plan.year,
        area_id__in={each for origins in places.before.values() for each in origins},
    )
    years: dict[int, int] = {}
    for area, year in rows.values_list("area_id", "plan__year"):
        years[area] = max(year, years.get(area, 0))
    return {
        area: max(years[each] for each in origins if each in years)
        for area, origins in places.before.items()
        if any(each in years for each in origins)
    }


def _members(plan: FestivalPlan, places: _Places) -> dict[int, frozenset[int]]:
    """Area → the preferred sets in which it, or an area above it, is on the first day."""
    sets = {
        row.area_set_id: member_ids(row.area_set, plan.opens_on)
        for row in plan.priorities.select_related("area_set")
    }
    return {
        area: frozenset(key for key, members in sets.items() if members & set(above))
        for area, above in places.above.items()
    }


def _regions(places: _Places) -> dict[int, int]:
    """Area → the region a guest stays in on two days in a row: a named one, else the province."""
    provinces = {above[1] for above in places.above.values() if len(above) > 1}
    named = sets_of(provinces, clock.today())
    region = {
        each: next((-found.pk for found in named.get(each, ()) if found.kind == "region"), each)
        for each in provinces
    }
    return {
        area: region[above[1]] if len(above) > 1 else area for area, above in places.above.items()
    }
