"""Recurring tasks: begin a series, open its next time when the last has fallen due, stop it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.actions.thread import tell_of_new_task
from phongtrao.planning.deadlines.rhythm import Rhythm, occurrence_due
from phongtrao.planning.models import SeriesPart, Task, TaskPart, TaskSeries
from phongtrao.planning.workflow import SERIES, SeriesState

_SCHEDULER = audit.Service("scheduler")
_SHARED = (
    "programme_id",
    "requirement_id",
    "addressee_id",
    "title",
    "product",
    "assigner_id",
    "lead_id",
    "due_time",
    "created_by_id",
)


def open_series(
    said: Mapping[str, Any],
    parts: Sequence[tuple[Body, str]],
    rhythm: Rhythm,
    words: str,
    *,
    first_on: date,
    by: Actor,
) -> TaskSeries:
    """Begin a recurring task whose first time is just being given; part of another verb."""
    series = TaskSeries.objects.create(
        **said,
        every_months=rhythm.step,
        month=rhythm.month,
        day=rhythm.day,
        words=tidy_line(words)[:200],
        last_due_on=first_on,
    )
    SeriesPart.objects.bulk_create(
        SeriesPart(series=series, body=body, text=text) for body, text in parts
    )
    audit.record("task_series.opened", series, by=by, words=series.words)
    return series


def open_due_occurrences(day: date) -> int:
    """Open the next time of every series whose last one has fallen due; answers how many.

    Run twice it opens nothing twice: a series is locked, and a due day exists once in it. A
    series whose lead has ceased waits for the merger to hand it over.
    """
    ready = TaskSeries.objects.filter(state=SeriesState.RUNNING, last_due_on__lt=day)
    return sum(_open_next(pk, day) for pk in ready.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _open_next(pk: int, day: date) -> bool:
    series = TaskSeries.objects.select_for_update(of=("self",)).select_related("lead").get(pk=pk)
    if series.state != SeriesState.RUNNING or not series.lead.holds_on(day):
        return False
    due_on = occurrence_due(rhythm_in(series), series.last_due_on, day)
    if due_on is None:
        return False
    task = Task.objects.create(
        **{name: getattr(series, name) for name in _SHARED},
        series=series,
        original_due_on=due_on,
        due_on=due_on,
        created_at=clock.now(),
        search_folded=fold(f"{series.title}\n{series.product}"),
    )
    parts = [part for part in series.parts.select_related("body") if part.body.holds_on(day)]
    TaskPart.objects.bulk_create(
        TaskPart(task=task, body=part.body, text=part.text) for part in parts
    )
    series.last_due_on = due_on
    series.save(update_fields=["last_due_on"])
    search.refresh(Task, [task.pk])
    audit.record("task_series.recurred", task, by=_SCHEDULER, series=series.pk, due_on=str(due_on))
    tell_of_new_task(task, [task.lead_id, *(part.body_id for part in parts)], day)
    return True


@transaction.atomic
def stop_series(series: TaskSeries, *, paper: str, by: Actor) -> TaskSeries:
    """End the recurrence by a paper (number and date); what is open goes on, nothing new opens.

    Raises Forbidden, TransitionRefused (stopped already) and InvalidInput (no paper).
    """
    series = TaskSeries.objects.select_for_update(of=("self",)).get(pk=series.pk)
    series.state = SERIES.target("stop", current=SeriesState(series.state))
    if not permissions.can_stop_series(by, series):
        raise Forbidden(N_("Chỉ cơ quan giao việc mới dừng được nhiệm vụ định kỳ."))
    words = tidy_line(paper)[:200]
    if not words:
        raise InvalidInput(N_("Chưa ghi số, ngày của văn bản làm căn cứ."), "series.paper")
    series.stopped_by_paper = words
    series.stopped_at, series.stopped_by = clock.now(), permissions.posting_of(by)
    series.row_version += 1
    series.save()
    audit.record("task_series.stopped", series, by=by, paper=words)
    return series


def rhythm_in(series: TaskSeries) -> Rhythm:
    """The rhythm that a series keeps."""
    return Rhythm(series.every_months, series.month, series.day)
