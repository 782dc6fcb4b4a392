"""Tasks as a board, a week and a timeline; stars; the calendar feed of a posting."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.core.formats import date_vn
from phongtrao.core.working_days import work_calendar
from phongtrao.org.permissions import Actor, actor_for
from phongtrao.planning.deadlines.icalendar import DueEvent
from phongtrao.planning.deadlines.timeline import Axis, Bar, axis_over, bar_of
from phongtrao.planning.deadlines.typed import (
    Base,
    Term,
    Unit,
    days_off_within,
    is_shifted,
    term_sentence,
)
from phongtrao.planning.models import (
    CalendarFeed,
    Task,
    TaskPart,
    TaskSeries,
    TaskStar,
    TaskTerm,
)
from phongtrao.planning.queries.tasks import clocks_of, visible_tasks
from phongtrao.planning.rules import Clocks, terms
from phongtrao.planning.workflow import RUNNING, TaskState

MOST_CARDS = 30  # of a column or a day; the list has the rest
_MOST_EVENTS = 2_000
_SHOWN_DONE_FOR = timedelta(days=30)
_BOARD = (
    TaskState.ASSIGNED,
    TaskState.IN_PROGRESS,
    TaskState.REPORTED_DONE,
    TaskState.COMPLETED,
    TaskState.SUSPENDED,
)


@dataclass(frozen=True, slots=True)
class Card:
    """A task on the board or in the week, with its clocks."""

    task: Task
    clocks: Clocks


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of the board: a state, how many tasks are in it, and the first of them."""

    state: str
    label: Any
    total: int
    cards: list[Card]


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the week with what falls due on it."""

    day: date
    is_today: bool
    total: int
    cards: list[Card]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A task on the time axis."""

    task: Task
    clocks: Clocks
    bar: Bar


def is_starred(actor: Actor, task: Task) -> bool:
    """Whether the acting posting has starred a task."""
    posting = actor.posting_id
    return posting is not None and TaskStar.objects.filter(posting_id=posting, task=task).exists()


def term_in_words(task: Task) -> str:
    """How a task's first due day was counted; empty where a day was given."""
    found: TaskTerm | None = getattr(task, "term", None)
    if found is None:
        return ""
    counted = Term(found.count, Unit(found.unit), Base(found.base), found.base_on)
    calendar = work_calendar()
    length, base = term_sentence(counted)
    words = _("%(length)s %(base)s (%(base_on)s): hết ngày %(end)s.") % {
        "length": length.shown(_),
        "base": _(base),
        "base_on": date_vn(counted.base_on),
        "end": date_vn(task.original_due_on),
    }
    off = days_off_within(counted, calendar) if counted.unit is Unit.WORKING_DAY else 0
    if off:
        words += " " + _("Không tính %(days)s ngày nghỉ.") % {"days": off}
    if is_shifted(counted, calendar):
        rule = terms()["term_on_day_off"]
        words += " " + _(
            "Ngày cuối là ngày nghỉ nên chuyển sang ngày làm việc tiếp theo (%(source)s)."
        ) % {"source": rule["source"]}
    return words


def board_of(rows: QuerySet[Task], day: date) -> list[Lane]:
    """The tasks by state; what is done stays for thirty days."""
    recent = ~Q(state=TaskState.COMPLETED) | Q(completed_at__date__gte=day - _SHOWN_DONE_FOR)
    shown = rows.filter(recent)
    totals = dict(
        shown.order_by().values_list("state").annotate(n=Count("pk")).values_list("state", "n")
    )
    return [
        Lane(state.value, state.label, totals.get(state.value, 0), _cards(shown, state, day))
        for state in _BOARD
    ]


def _cards(rows: QuerySet[Task], state: TaskState, day: date) -> list[Card]:
    order = ("-completed_at",) if state is TaskState.COMPLETED else ("due_on", "due_time", "pk")
    found = rows.filter(state=state).order_by(*order)[:MOST_CARDS]
    return [Card(task, clocks_of(task, day)) for task in found]


def week_of(rows: QuerySet[Task], monday: date, day: date) -> list[WeekDay]:
    """What falls due on each of the seven days from a Monday; withdrawn tasks are left out."""
    due = rows.exclude(state=TaskState.WITHDRAWN).filter(
        due_on__gte=monday, due_on__lte=monday + timedelta(days=6)
    )
    totals = dict(
        due.order_by().values_list("due_on").annotate(n=Count("pk")).values_list("due_on", "n")
    )
    days: dict[date, list[Card]] = {monday + timedelta(days=n): [] for n in range(7)}
    for task in due.order_by("due_on", "due_time", "pk")[: 7 * MOST_CARDS]:
        if len(days[task.due_on]) < MOST_CARDS:
            days[task.due_on].append(Card(task, clocks_of(task, day)))
    return [WeekDay(each, each == day, totals.get(each, 0), cards) for each, cards in days.items()]


def gantt_of(tasks: Sequence[Task], day: date) -> tuple[Axis, list[TimelineRow]]:
    """The tasks of a page on one axis that holds them and today."""
    begun = {task.pk: timezone.localtime(task.created_at, clock.VIETNAM).date() for task in tasks}
    axis = axis_over([*begun.values(), *(task.due_on for task in tasks)], day)
    rows = [
        TimelineRow(
            task,
            clocks_of(task, day),
            bar_of(
                axis,
                start=begun[task.pk],
                original_due_on=task.original_due_on,
                due_on=task.due_on,
                stopped_on=task.reported_on,
            ),
        )
        for task in tasks
    ]
    return axis, rows


def series_for(actor: Actor, pk: int) -> TaskSeries:
    """A recurring task of which the actor may see one time; raises NotFound."""
    seen = visible_tasks(actor).filter(series=OuterRef("pk"))
    found = (
        TaskSeries.objects.filter(Exists(seen), pk=pk)
        .select_related("lead", "assigner", "programme")
        .first()
    )
    if found is None:
        raise NotFound
    return found


def feed_of(actor: Actor) -> CalendarFeed | None:
    """The calendar address in force of the acting account in its posting."""
    if actor.posting_id is None:
        return None
    return CalendarFeed.objects.filter(
        posting_id=actor.posting_id, account=actor.account, revoked_at=None
    ).first()


def feed_reader(token: str) -> Actor:
    """Who reads under a secret address, with the rights he has today; raises NotFound.

    A revoked address, a closed account and a posting or delegation that has ended read nothing.
    """
    feed = (
        CalendarFeed.objects.filter(token_hash=hash_of(token), revoked_at=None)
        .select_related("account")
        .first()
    )
    if feed is None or not feed.account.is_active:
        raise NotFound
    actor = actor_for(feed.account, clock.today(), posting_id=feed.posting_id)
    if actor.posting_id != feed.posting_id or not actor.can("task.read"):
        raise NotFound
    return actor


def hash_of(token: str) -> str:
    """What is kept of a secret address: 256 bits by chance need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def own_open_tasks(
    actor: Actor, first: date | None = None, last: date | None = None
) -> QuerySet[Task]:
    """Unfinished tasks that the acting body gave, leads or takes part in; due between two days."""
    body = actor.body_id
    if body is None:
        return Task.objects.none()
    takes_part = Exists(TaskPart.objects.filter(task=OuterRef("pk"), body_id=body))
    states = [*RUNNING, TaskState.REPORTED_DONE, TaskState.SUSPENDED]
    mine = Q(lead_id=body) | Q(assigner_id=body) | takes_part
    rows = visible_tasks(actor).filter(mine, state__in=states).select_related("lead", "assigner")
    if first is not None and last is not None:
        rows = rows.filter(due_on__range=(first, last))
    return rows.defer("search_folded").order_by("due_on", "pk")[:_MOST_EVENTS]


def due_event(task: Task, *, summary: str, description: str, url: str) -> DueEvent:
    """A task as an event whose identity stays the same wherever the product is reached."""
    origin = f"phongtrao:{task.pk}:{task.created_at.astimezone(UTC).isoformat()}"
    return DueEvent(
        uid=str(uuid5(NAMESPACE_URL, origin)),
        summary=summary,
        description=description,
        url=url,
        day=task.due_on,
        hour=task.due_time,
        changes=task.row_version - 1,
        is_tentative=task.state == TaskState.SUSPENDED,
    )
