"""Late tasks that a body may urge, and its letters."""

from datetime import date
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Task, UrgedTask, Urging
from phongtrao.planning.queries.tasks import in_class, visible_tasks
from phongtrao.planning.rules import TaskClass
from phongtrao.planning.workflow import RUNNING, UrgingState

MOST_URGED = 300


def late_tasks(actor: Actor) -> QuerySet[Any]:
    """Late tasks that the acting body gave, with `times` and `last_on` of the letters issued."""
    issued = Q(urgings__urging__state=UrgingState.ISSUED)
    rows = visible_tasks(actor).filter(assigner_id=actor.body_id, state__in=RUNNING)
    return (
        in_class(rows, TaskClass.RUNNING_LATE, actor.day)
        .select_related("lead")
        .defer("search_folded")
        .annotate(
            times=Count("urgings", filter=issued, distinct=True),
            last_on=Max("urgings__urging__issued_on", filter=issued),
        )
        .order_by("lead__name", "lead_id", "due_on", "pk")
    )


def late_by_lead(actor: Actor) -> list[tuple[Any, list[Any]]]:
    """The late tasks under their lead bodies, `MOST_URGED` at most."""
    found: dict[int, tuple[Any, list[Any]]] = {}
    for task in late_tasks(actor)[:MOST_URGED]:
        found.setdefault(task.lead_id, (task.lead, []))[1].append(task)
    return list(found.values())


def times_urged(task_ids: list[int]) -> dict[int, int]:
    """How often each task was named in a letter that was issued."""
    rows = UrgedTask.objects.filter(task_id__in=task_ids, urging__state=UrgingState.ISSUED)
    return dict(
        rows.order_by().values("task_id").annotate(n=Count("pk")).values_list("task_id", "n")
    )


def urging_rows(actor: Actor) -> QuerySet[Any]:
    """Letters of the acting body, with how many tasks and bodies they name."""
    if actor.body_id is None:
        return Urging.objects.none()
    return Urging.objects.filter(body_id=actor.body_id).annotate(
        task_count=Count("items"),
        lead_count=Count("items__task__lead", distinct=True),
        ordinal=Max("items__ordinal"),
    )


def urging_for(actor: Actor, pk: int) -> Urging:
    """A letter of the acting body; raises NotFound."""
    found = urging_rows(actor).select_related("body", "made_by__account").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def urged_in(urging: Urging) -> list[UrgedTask]:
    """What a letter names, by lead body and due day."""
    rows = urging.items.select_related("task__lead", "task__requirement__document")
    rows = rows.defer(
        "task__search_folded",
        "task__requirement__document__text",
        "task__requirement__document__search_folded",
    )
    return list(rows.order_by("task__lead__name", "task__lead_id", "due_on", "pk"))


def tasks_to_remind(first: date, last: date) -> QuerySet[Task]:
    """Running tasks that fall due within these days, of every body: for the scheduled job."""
    return (
        Task.objects.filter(state__in=RUNNING, due_on__gte=first, due_on__lte=last)
        .select_related("lead")
        .prefetch_related("parts")
        .defer("search_folded")
        .order_by("pk")
    )
