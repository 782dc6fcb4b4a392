"""How much each commune is asked for, over all who ask; and what bodies did of it before."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from phongtrao.core import clock
from phongtrao.org.models import AreaVersion, Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.deadlines.forecast import Past, likely_late, share_late
from phongtrao.planning.models import TaskPart
from phongtrao.planning.queries.tasks import class_conditions, visible_tasks
from phongtrao.planning.rules import TaskClass
from phongtrao.planning.workflow import RUNNING, TaskState

_OPEN = [*RUNNING, TaskState.REPORTED_DONE]
_SHOWN_ASKERS = 12


@dataclass(slots=True)
class Load:
    """What the bodies of a commune have open: late, by week of the due day, and from whom."""

    late: int = 0
    this_week: int = 0
    next_week: int = 0
    later: int = 0
    askers: tuple[str, ...] = ()


def load_rows(actor: Actor) -> QuerySet[Any]:
    """Communes within the actor's area with `led`, `shared` and `open`.

    Counted are the open tasks that the actor may see; a task in which several bodies of a commune
    take part counts once for its lead and once for each part.
    """
    open_tasks = visible_tasks(actor).filter(state__in=_OPEN).order_by()
    parts = TaskPart.objects.filter(task__in=open_tasks.values("pk")).order_by()
    led = _by_area(open_tasks, "lead__area_id")
    shared = _by_area(parts, "body__area_id")
    communes = AreaVersion.objects.on(actor.day).at_level("commune")
    if not actor.scope.everything:
        communes = communes.filter(path__startswith=actor.scope.path)
    counted = communes.annotate(led=_looked_up(led), shared=_looked_up(shared))
    return counted.annotate(open=F("led") + F("shared"))


def prepare_load(rows: Sequence[Any], *, actor: Actor) -> None:
    """Give each commune of a page its `load`, in two queries."""
    day = clock.today()
    loads: dict[int, Load] = {row.lineage_id: Load() for row in rows}
    askers: dict[int, set[str]] = defaultdict(set)
    open_tasks = visible_tasks(actor).filter(state__in=_OPEN).order_by()
    led = open_tasks.filter(lead__area_id__in=loads).values_list(
        "lead__area_id", "due_on", "assigner__name", "reported_on"
    )
    parts = TaskPart.objects.filter(task__in=open_tasks.values("pk"), body__area_id__in=loads)
    shared = parts.order_by().values_list(
        "body__area_id", "task__due_on", "task__assigner__name", "task__reported_on"
    )
    for area_id, due_on, asker, reported_on in [*led, *shared]:
        _count(loads[area_id], due_on, reported_on or day, day)
        askers[area_id].add(asker)
    for row in rows:
        row.load = loads[row.lineage_id]
        row.load.askers = tuple(sorted(askers[row.lineage_id]))


def _count(load: Load, due_on: date, read_on: date, day: date) -> None:
    sunday = day + timedelta(days=6 - day.weekday())
    if due_on < read_on:
        load.late += 1
    elif due_on <= sunday:
        load.this_week += 1
    elif due_on <= sunday + timedelta(days=7):
        load.next_week += 1
    else:
        load.later += 1


def forecast_rows(actor: Actor) -> QuerySet[Any]:
    """Bodies that led at least one due task in the actor's sight, with past and open counts."""
    day = actor.day
    conditions = class_conditions(day)
    late = conditions[TaskClass.DONE_LATE] | conditions[TaskClass.RUNNING_LATE]
    due = late | conditions[TaskClass.DONE_IN_TIME]
    tasks = visible_tasks(actor).filter(lead=OuterRef("pk")).order_by()
    return (
        Body.objects.filter(pk__in=visible_tasks(actor).order_by().values("lead_id"))
        .annotate(
            past_due=_counted(tasks.filter(due)),
            past_late=_counted(tasks.filter(late)),
            still_open=_counted(tasks.filter(conditions[TaskClass.RUNNING_IN_TIME])),
        )
        .filter(past_due__gt=0)
    )


def prepare_forecast(rows: Sequence[Any], *, actor: Actor) -> None:
    """Give each body of a page its `share` of late tasks to expect (None: too few past tasks)."""
    conditions = class_conditions(actor.day)
    late = conditions[TaskClass.DONE_LATE] | conditions[TaskClass.RUNNING_LATE]
    due = late | conditions[TaskClass.DONE_IN_TIME]
    totals = (
        visible_tasks(actor)
        .order_by()
        .aggregate(due=Count("pk", filter=due), late=Count("pk", filter=late))
    )
    overall = share_late([Past(totals["due"], totals["late"])])
    for row in rows:
        row.share = likely_late(Past(row.past_due, row.past_late), overall)


def _by_area(rows: QuerySet[Any], field: str) -> dict[int, int]:
    counted = rows.values(field).annotate(n=Count("pk", distinct=True))
    return dict(counted.values_list(field, "n"))


def _looked_up(counts: Mapping[int, int]) -> Case:
    """The count of each area as a column to sort by.

    Counted once beforehand: a subquery a commune walks all tasks 3,321 times.
    """
    areas: dict[int, list[int]] = defaultdict(list)
    for area_id, count in counts.items():
        areas[count].append(area_id)
    whens = [When(lineage_id__in=ids, then=Value(count)) for count, ids in areas.items()]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def _counted(rows: QuerySet[Any]) -> Coalesce:
    one = rows.annotate(one=Value(1)).values("one")
    counted = one.annotate(n=Count("pk", distinct=True)).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def shown_askers(load: Load) -> str:
    """The names of those who ask, the first dozen and how many more."""
    names = load.askers[:_SHOWN_ASKERS]
    more = len(load.askers) - len(names)
    return "; ".join(names) + (f" (+{more})" if more else "")
