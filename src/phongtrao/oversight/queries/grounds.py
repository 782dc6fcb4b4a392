"""Grounds for proposing an inspection: plain figures of the bodies of one kind and level below.

Read are reports, recommendations, inspections and tasks, and nothing else about anybody; the
number of queries is the same for one body and for 3,321.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, F, Max, Q

from phongtrao.core import clock
from phongtrao.org.models import Body, BodyKind
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import area_versions_on
from phongtrao.oversight.models import InspectedBody
from phongtrao.oversight.queries.lineage import heirs
from phongtrao.oversight.queries.remedies import OWED, past_its_day, recommendation_rows
from phongtrao.oversight.rules.grounds import (
    Figures,
    Ground,
    Thresholds,
    grounds_of,
    months_between,
    thresholds,
)
from phongtrao.oversight.workflow import CONCLUSIVE, InspectionState
from phongtrao.planning.queries import in_class, visible_tasks
from phongtrao.planning.rules import TaskClass
from phongtrao.reporting.models.records import official
from phongtrao.reporting.queries import visible as visible_reports
from phongtrao.reporting.queries.reports import DUE

# Levels whose bodies are proposed, by the level of whoever proposes.
LEVELS_BELOW: Mapping[str, tuple[str, ...]] = {
    "country": ("province", "commune"),
    "province": ("commune",),
}
# A visit that took place, ours or another delegation's.
_VISITED = (InspectionState.UNDER_WAY, *CONCLUSIVE)


@dataclass(frozen=True, slots=True)
class Below:
    """Which bodies are looked at: of one kind, of one level, of all provinces or of one."""

    level: str
    kind: str
    province: int | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """Area of the level → its province; the names of the provinces where there are several."""

    parents: Mapping[int, int | None]
    provinces: Mapping[int, str]

    def named(self, province: int | None) -> dict[int, str]:
        """Area → the name of its province; only those of one province, where it is given."""
        return {
            area: self.provinces.get(parent or 0, "")
            for area, parent in self.parents.items()
            if province is None or parent == province
        }


@dataclass(slots=True)
class Candidate:
    """One body with its figures; what was chosen and drawn is marked by the page."""

    pk: int
    name: str
    place: str
    known: Figures
    grounds: tuple[Ground, ...]
    months: int | None
    in_plan: bool
    is_drawn: bool = False
    rank: tuple[int, date, str] = field(default=(0, date.min, ""))

    @property
    def last_visit_key(self) -> date:
        """For ordering: no recorded visit counts as the longest ago."""
        return self.known.last_visit or date.min


def candidates(
    actor: Actor, below: Below, year: int, day: date, places: Places | None = None
) -> list[Candidate]:
    """The bodies below the acting one, those with most grounds and longest unvisited first.

    `places` are the areas of the level, where the page has them.
    """
    known_places = places or places_below(actor, below.level, day)
    named = known_places.named(below.province)
    rows = Body.objects.on(day).filter(kind_id=below.kind, parent=None, area_id__in=named)
    bodies = list(rows.values_list("pk", "name", "area_id"))
    areas = {pk: area for pk, _name, area in bodies}
    visits = _visits(actor, below.kind, year, day)
    known = _figures(actor, below.kind, areas, visits, day)
    limits, planned = thresholds(day), frozenset(each.body for each in visits if each.planned)
    found = [_candidate(body, named, known, limits, planned=planned, day=day) for body in bodies]
    return sorted(found, key=lambda each: (each.rank, each.pk))


def kinds_at(level: str) -> list[tuple[str, str]]:
    """The kinds of bodies that a level has, as choices."""
    kinds = BodyKind.objects.order_by("position", "code")
    return [(kind.code, kind.name) for kind in kinds if level in kind.names]


def places_below(actor: Actor, level: str, day: date) -> Places:
    """The areas of a level that the actor proposes among, with the provinces, in one read."""
    if level not in LEVELS_BELOW.get(actor.scope.level, ()):
        return Places({}, {})
    if actor.scope.level != "country":
        rows = area_versions_on(day).under(actor.scope.path).at_level(level)
        return Places(dict.fromkeys(rows.values_list("lineage_id", flat=True)), {})
    every = area_versions_on(day).filter(level__in={"province", level}).order_by("sort_key", "pk")
    read = list(every)
    provinces = {row.lineage_id: row.full_name for row in read if row.level == "province"}
    parents = {row.lineage_id: row.parent_id for row in read if row.level == level}
    return Places(parents, provinces if level == "commune" else {})


def _candidate(
    body: tuple[int, str, int],
    places: Mapping[int, str],
    known: Mapping[int, Figures],
    limits: Thresholds,
    *,
    planned: frozenset[int],
    day: date,
) -> Candidate:
    pk, name, area = body
    figures = known[pk]
    grounds = grounds_of(figures, limits, day)
    visited = figures.last_visit
    months = None if visited is None else months_between(visited, day)
    rank = (-len(grounds), visited or date.min, name)
    return Candidate(pk, name, places[area], figures, grounds, months, pk in planned, rank=rank)


@dataclass(frozen=True, slots=True)
class _Visit:
    body: int
    area: int
    last: date | None
    planned: int


def _visits(actor: Actor, kind: str, year: int, day: date) -> list[_Visit]:
    """Each inspected body with its last visit and the inspections the actor plans for it."""
    took_place = Q(entry__state__in=_VISITED, entry__starts_on__lte=day)
    ours = Q(entry__body_id=actor.body_id or 0, entry__year=year) & ~Q(
        entry__state=InspectionState.CANCELLED
    )
    rows = InspectedBody.objects.filter(entry__struck_on__isnull=True, body__kind_id=kind)
    counted = (
        rows.order_by()
        .values_list("body_id", "body__area_id")
        .annotate(last=Max("entry__ends_on", filter=took_place), n=Count("pk", filter=ours))
    )
    return [_Visit(*row) for row in counted]


def _figures(
    actor: Actor, kind: str, areas: Mapping[int, int], visits: list[_Visit], day: date
) -> dict[int, Figures]:
    late, tasks = _late_reports(actor, day), _overdue_tasks(actor, day)
    visited: dict[int, date] = {}
    for each in visits:
        if each.last is not None:
            visited[each.area] = max(each.last, visited.get(each.area, date.min))
    asked = _asked(actor, kind, day)
    last = _by_heir(visited, set(areas.values()))
    told = _by_heir(asked, set(areas.values()))
    return {
        pk: Figures(
            late_reports=late.get(pk, 0),
            open_recommendations=sum(each.is_open for each in _all(told.get(area))),
            late_recommendations=sum(each.is_late for each in _all(told.get(area))),
            recurrences=_repeated(_all(told.get(area))),
            overdue_tasks=tasks.get(pk, 0),
            last_visit=min(max(last[area]), day) if area in last else None,
        )
        for pk, area in areas.items()
    }


@dataclass(frozen=True, slots=True)
class _Asked:
    criterion: str
    entry: int
    is_open: bool
    is_late: bool


def _asked(actor: Actor, kind: str, day: date) -> dict[int, list[_Asked]]:
    """Area → the recommendations to its body whose conclusion is out."""
    rows = recommendation_rows(actor).filter(
        body__kind_id=kind, entry__state__in=CONCLUSIVE, entry__struck_on__isnull=True
    )
    marked = rows.annotate(is_open=OWED, past=past_its_day(day)).order_by()
    found: dict[int, list[_Asked]] = defaultdict(list)
    names = ("body__area_id", "criterion", "entry_id", "is_open", "past")
    for area, criterion, entry, is_open, past in marked.values_list(*names):
        found[area].append(_Asked(criterion, entry, is_open, is_open and past))
    return found


def _repeated(told: Iterable[_Asked]) -> int:
    """How many criteria were found wanting in more than one inspection."""
    found: dict[str, set[int]] = defaultdict(set)
    for each in told:
        found[each.criterion].add(each.entry)
    return sum(len(entries) > 1 for entries in found.values())


def _by_heir(by_area: Mapping[int, Any], today: set[int]) -> dict[int, list[Any]]:
    """What is known of areas, given to those of today that they are or went into."""
    former = [area for area in by_area if area not in today]
    became = heirs(former) if former else {}
    found: dict[int, list[Any]] = defaultdict(list)
    for area, known in by_area.items():
        for heir in {area} | became.get(area, set()):
            if heir in today:
                found[heir].append(known)
    return dict(found)


def _all(lists: Iterable[list[_Asked]] | None) -> list[_Asked]:
    return [each for some in lists or () for each in some]


def _late_reports(actor: Actor, day: date) -> dict[int, int]:
    """Body → its reports of the last months that came late or have not come."""
    now = clock.now()
    first = _months_before(day, thresholds(day).months_of_reports)
    since = datetime.combine(first, time(), tzinfo=clock.VIETNAM)
    rows = visible_reports(actor).filter(official("round__"), round__value_import=None)
    late = (
        rows.annotate(due=DUE)
        .filter(due__gte=since, due__lt=now)
        .filter(Q(first_submitted_at__isnull=True) | Q(first_submitted_at__gt=F("due")))
    )
    return dict(late.order_by().values_list("body_id").annotate(n=Count("pk")))


def _overdue_tasks(actor: Actor, day: date) -> dict[int, int]:
    """Body → the tasks it leads that are not done past their day."""
    rows = in_class(visible_tasks(actor), TaskClass.RUNNING_LATE, day)
    return dict(rows.order_by().values_list("lead_id").annotate(n=Count("pk", distinct=True)))


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))
