"""Tasks that an actor may see, their class on a day, and what is asked of the actor now."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.models import (
    ExtensionRequest,
    ProgressEntry,
    Task,
    TaskPart,
    TaskProgramme,
    TaskStar,
)
from phongtrao.planning.queries.documents import party_to
from phongtrao.planning.rules import Clocks, TaskClass, clocks_on, soon_until
from phongtrao.planning.workflow import RUNNING, EntryKind, ExtensionState, TaskState

SOON = "soon"
_ENTRY_TONES = {
    EntryKind.PROGRESS: "primary",
    EntryKind.DONE_REPORT: "success",
    EntryKind.RETURNED: "warning",
    EntryKind.NOTE: "secondary",
}


@dataclass(frozen=True, slots=True)
class Step:
    """What is asked of the reader now: the verb, its named address and what it acts on."""

    label: str
    address: str
    pk: int


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """A line of a task's thread as it is shown."""

    at: datetime
    author: str
    text: str
    label: Any
    tone: str
    files: tuple[tuple[str, str], ...]


def visible_tasks(actor: Actor) -> QuerySet[Task]:
    """Tasks that the acting body gave, leads or takes part in, or that grew from its papers; and,
    for the parties of the programme, those of bodies in its area and below.
    """
    body = actor.body_id
    if body is None:
        return Task.objects.none()
    own = (
        Q(assigner_id=body)
        | Q(lead_id=body)
        | Q(requirement__document__home_body_id=body)
        | Exists(TaskPart.objects.filter(task=OuterRef("pk"), body_id=body))
    )
    below = actor.scope.where("lead__area_id") | actor.scope.where("assigner__area_id")
    if actor.scope.everything:
        below = Q()
    parties = party_to(actor)
    tagged = TaskProgramme.objects.filter(task=OuterRef("pk"), programme_id__in=parties)
    served = Q(programme_id__in=parties) | Exists(tagged)
    return Task.objects.filter(own | (served & below))


def task_for(actor: Actor, pk: int) -> Task:
    """One visible task with its bodies and source; raises NotFound."""
    found = (
        visible_tasks(actor)
        .select_related("programme", "assigner", "lead", "requirement__document", "series", "term")
        .defer("requirement__document__text", "requirement__document__search_folded")
        .prefetch_related("parts__body")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def task_rows(actor: Actor) -> QuerySet[Task]:
    """Rows of the list of tasks."""
    return (
        with_stars(visible_tasks(actor), actor)
        .select_related("programme", "assigner", "lead", "requirement__document")
        .defer(
            "search_folded",
            "requirement__document__text",
            "requirement__document__search_folded",
        )
        .prefetch_related("parts__body")
    )


def with_stars(rows: QuerySet[Task], actor: Actor) -> QuerySet[Task]:
    """The tasks, each with `is_starred`: whether the acting posting has starred it."""
    if actor.posting_id is None:
        return rows.annotate(is_starred=Value(value=False))
    mine = TaskStar.objects.filter(posting_id=actor.posting_id, task=OuterRef("pk"))
    return rows.annotate(is_starred=Exists(mine))


def entry_with_file_for(actor: Actor, pk: int) -> ProgressEntry:
    """A line of a visible task that carries a file; raises NotFound."""
    found = (
        ProgressEntry.objects.filter(task__in=visible_tasks(actor).values("pk"), pk=pk)
        .exclude(file=None)
        .select_related("file")
        .first()
    )
    if found is None:
        raise NotFound
    return found


def extension_for(actor: Actor, pk: int) -> ExtensionRequest:
    """A request for more time of a visible task; raises NotFound."""
    found = (
        ExtensionRequest.objects.filter(task__in=visible_tasks(actor).values("pk"), pk=pk)
        .select_related("task__lead", "task__assigner", "asked_by__body")
        .first()
    )
    if found is None:
        raise NotFound
    return found


def clocks_of(task: Task, day: date) -> Clocks:
    """Both clocks of a task on a day; of today up to the present minute."""
    return clocks_on(
        task.state,
        original_due_on=task.original_due_on,
        due_on=task.due_on,
        stopped_on=task.reported_on,
        today=day,
        due_time=task.due_time,
        read_at=task.reported_time if task.reported_on else _hour_of(day),
    )


def in_class(rows: QuerySet[Task], name: str, day: date) -> QuerySet[Task]:
    """The tasks of one class on a day, or those due soon; the same answer as `rules.clock_on`."""
    return rows.filter(class_conditions(day)[name])


def class_conditions(day: date) -> dict[str, Q]:
    """For each class (and *due soon*) the condition that its tasks meet on a day."""
    unfinished = Q(state__in=[*RUNNING, TaskState.REPORTED_DONE])
    hour = _hour_of(day)
    past_hour = Q(reported_on__isnull=True, due_on=day, due_time__lt=hour) if hour else Q(pk=None)
    by_hours = Q(
        reported_on=F("due_on"),
        due_time__isnull=False,
        reported_time__isnull=False,
        reported_time__gt=F("due_time"),
    )
    late = (
        Q(reported_on__isnull=True, due_on__lt=day)
        | past_hour
        | Q(reported_on__gt=F("due_on"))
        | by_hours
    )
    completed = Q(state=TaskState.COMPLETED)
    return {
        TaskClass.RUNNING_IN_TIME: unfinished & ~late,
        TaskClass.RUNNING_LATE: unfinished & late,
        TaskClass.DONE_IN_TIME: completed & ~late,
        TaskClass.DONE_LATE: completed & late,
        TaskClass.SUSPENDED: Q(state=TaskState.SUSPENDED),
        TaskClass.WITHDRAWN: Q(state=TaskState.WITHDRAWN),
        SOON: Q(state__in=RUNNING, due_on__gte=day, due_on__lte=soon_until(day)) & ~past_hour,
    }


def class_counts(rows: QuerySet[Task], day: date) -> dict[str, int]:
    """How many tasks are in each class on a day, in one query."""
    conditions = class_conditions(day)
    return rows.order_by().aggregate(
        **{str(name): Count("pk", filter=condition) for name, condition in conditions.items()}
    )


def _hour_of(day: date) -> time | None:
    """The present time of day, where the day is today; a past or coming day has no hour."""
    return clock.now().time().replace(second=0, microsecond=0) if day == clock.today() else None


def step_for(actor: Actor, task: Task, asked: ExtensionRequest | None) -> Step | None:
    """The one thing asked of this reader now, if any: decisions first, then work."""
    if task.state == TaskState.REPORTED_DONE:
        if permissions.can_confirm(actor, task):
            return Step(_("Xác nhận hoàn thành"), "planning:task-confirm", task.pk)
        return None
    if asked is not None and permissions.can_decide_extension(actor, asked):
        return Step(_("Quyết định gia hạn"), "planning:extension-decide", asked.pk)
    if task.state in RUNNING and permissions.can_report(actor, task):
        return Step(_("Báo cáo tiến độ"), "planning:task-report", task.pk)
    return None


def open_extension_of(task: Task) -> ExtensionRequest | None:
    """The request for more time that waits for an answer."""
    found: Any = (
        task.extensions.filter(state=ExtensionState.ASKED).select_related("asked_by__body").first()
    )
    if found is not None:
        found.task = task
    return found


def entries_of(task: Task) -> list[ProgressEntry]:
    """The thread of a task, oldest first."""
    return list(task.entries.select_related("posting__body", "account", "file").order_by("pk"))


def done_report_of(task: Task) -> ProgressEntry | None:
    """The newest report of completion."""
    rows = task.entries.filter(kind=EntryKind.DONE_REPORT).order_by("-pk")
    return rows.select_related("posting__body", "account", "file").first()


def thread_of(task: Task) -> list[ThreadLine]:
    """The thread as the page shows it."""
    return [_line(entry) for entry in entries_of(task)]


def extensions_of(task: Task) -> list[ExtensionRequest]:
    """Every request for more time, oldest first."""
    rows = task.extensions.select_related("asked_by__body", "decided_by__body").order_by("pk")
    return list(rows)


def waiting_for(task: Task, asked: ExtensionRequest | None) -> str:
    """Whose turn it is, in words; empty where nothing is awaited."""
    if task.state == TaskState.REPORTED_DONE:
        return _("Đang chờ %(body)s xác nhận hoàn thành.") % {"body": task.assigner.name}
    if asked is not None:
        return _("Đang chờ %(body)s quyết định gia hạn.") % {"body": task.assigner.name}
    if task.state in RUNNING:
        return _("Đang chờ %(body)s báo cáo tiến độ.") % {"body": task.lead.name}
    return ""


def _line(entry: ProgressEntry) -> ThreadLine:
    kind = EntryKind(entry.kind)
    address = reverse("planning:progress-file", args=[entry.pk])
    return ThreadLine(
        at=entry.at,
        author=entry.author,
        text=entry.text,
        label=kind.label,
        tone=_ENTRY_TONES[kind],
        files=((address, entry.file.name),) if entry.file else (),
    )
