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
from phongtrao.org.queries import areas_at_level_under
from phongtrao.oversight.models import InspectedBody
from phongtrao.oversight.queries.lineage import heirs
from phongtrao.oversight.queries.remedies import is_late, is_owed, recommendation_rows
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


def candidates(actor: Actor, below: Below, year: int, day: date) -> list[Candidate]:
    """The bodies below the acting one, those with most grounds and longest unvisited first."""
    places = _places(actor, below, day)
    rows = Body.objects.on(day).filter(kind_id=below.kind, parent=None, area_id__in=places)
    bodies = list(rows.values_list("pk", "name", "area_id"))
    known = _figures(actor, below.kind, {pk: area for pk, _name, area in bodies}, day)
    limits, planned = thresholds(day), _in_plan(actor, year)
    found = [_candidate(body, places, known, limits, planned=planned, day=day) for body in bodies]
    return sorted(found, key=lambda each: (each.rank, each.pk))


def kinds_at(level: str) -> list[tuple[str, str]]:
    """The kinds of bodies that a level has, as choices."""
    kinds = BodyKind.objects.order_by("position", "code")
    return [(kind.code, kind.name) for kind in kinds if level in kind.names]


def provinces_of(actor: Actor, day: date) -> list[tuple[int, str]]:
    """The provinces below, as choices; none for whoever has only one."""
    if actor.scope.level != "country" or actor.scope.area_id is None:
        return []
    rows = areas_at_level_under(actor.scope.area_id, "province", day)
    return [(row.lineage_id, row.full_name) for row in rows]


def _places(actor: Actor, below: Below, day: date) -> dict[int, str]:
    """Area of the level → the name of what stands above it."""
    top = below.province or actor.scope.area_id
    if top is None or below.level not in LEVELS_BELOW.get(actor.scope.level, ()):
        return {}
    rows = areas_at_level_under(top, below.level, day)
    above = dict(provinces_of(actor, day)) if below.level == "commune" else {}
    pairs = rows.order_by().values_list("lineage_id", "parent_id")
    return {area: above.get(parent, "") for area, parent in pairs if actor.scope.covers(area)}


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


def _figures(actor: Actor, kind: str, areas: Mapping[int, int], day: date) -> dict[int, Figures]:
    late, tasks = _late_reports(actor, day), _overdue_tasks(actor, day)
    visits = InspectedBody.objects.filter(
        entry__struck_on__isnull=True,
        entry__state__in=_VISITED,
        entry__starts_on__lte=day,
        body__kind_id=kind,
    )
    visited = visits.order_by().values_list("body__area_id").annotate(last=Max("entry__ends_on"))
    asked = _asked(actor, kind, day)
    last = _by_heir(dict(visited), set(areas.values()))
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
    open_ = frozenset(is_owed(rows).order_by().values_list("pk", flat=True))
    late = frozenset(is_late(rows, day).order_by().values_list("pk", flat=True))
    found: dict[int, list[_Asked]] = defaultdict(list)
    told = rows.order_by().values_list("pk", "body__area_id", "criterion", "entry_id")
    for pk, area, criterion, entry in told:
        found[area].append(_Asked(criterion, entry, pk in open_, pk in late))
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


def _in_plan(actor: Actor, year: int) -> frozenset[int]:
    """The bodies that an inspection of the acting body of this year goes to already."""
    rows = InspectedBody.objects.filter(
        entry__body_id=actor.body_id or 0, entry__year=year, entry__struck_on__isnull=True
    ).exclude(entry__state=InspectionState.CANCELLED)
    return frozenset(rows.order_by().values_list("body_id", flat=True))


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))
