"""What planning asks of a body: lines of *Việc cần xử lý*."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.models import ExtensionRequest, RequirementAddressee, Task
from phongtrao.planning.queries.exchange_inbox import exchange_sources
from phongtrao.planning.queries.internal_inbox import internal_sources
from phongtrao.planning.queries.tasks import clocks_of
from phongtrao.planning.rules import CLASS_LABELS, CLASS_TONES
from phongtrao.planning.workflow import (
    RUNNING,
    AddresseeState,
    ExtensionState,
    Part,
    TaskState,
)

_LONGEST_TITLE = 300
_SHOWN_DONE_FOR = timedelta(days=30)


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """Everything planning asks of the acting body on a day, and what it settled in 30 days."""
    if actor.body_id is None:
        return
    if actor.can("requirement.concretise"):
        yield _to_concretise(actor, day)
    if actor.can("task.report"):
        yield _to_report(actor, day)
    if actor.can("task.decide"):
        yield _to_confirm(actor)
        yield _to_answer(actor)
    yield _settled(actor, day)
    yield from exchange_sources(actor, day)
    yield from internal_sources(actor, day)


def _to_concretise(actor: Actor, day: date) -> Source:
    rows = RequirementAddressee.objects.filter(
        body_id=actor.body_id or 0, state=AddresseeState.OPEN, part=Part.LEAD
    ).select_related("requirement__document__home_body")
    rows = rows.defer("requirement__document__text", "requirement__document__search_folded")

    def line(row: RequirementAddressee) -> InboxItem:
        return InboxItem(
            kind=_("Nội dung chỉ đạo"),
            title=row.requirement.headline[:_LONGEST_TITLE],
            body=row.requirement.document.issuer_text or row.requirement.document.home_body.name,
            due_on=row.concretise_by,
            state_label=AddresseeState(row.state).label,
            tone="warning",
            url=reverse("planning:requirement-detail", args=[row.requirement_id]),
            verb=_("Cụ thể hóa"),
            tab=tab_of(row.concretise_by, day),
        )

    return Source(rows.order_by("concretise_by", "pk"), line)


def _to_report(actor: Actor, day: date) -> Source:
    def line(task: Task) -> InboxItem:
        clock = clocks_of(task, day).current
        returned = task.returned_at is not None
        return InboxItem(
            kind=_("Nhiệm vụ"),
            title=task.title,
            body=task.assigner.name,
            due_on=task.due_on,
            state_label=_("Bị trả lại") if returned else _(CLASS_LABELS[clock.task_class]),
            tone="warning" if returned else CLASS_TONES[clock.task_class],
            url=reverse("planning:task-detail", args=[task.pk]),
            verb=_("Báo cáo tiến độ"),
            tab="returned" if returned else tab_of(task.due_on, day),
        )

    rows = _tasks().filter(lead_id=actor.body_id, state__in=RUNNING)
    return Source(rows.order_by("due_on", "pk"), line)


def _to_confirm(actor: Actor) -> Source:
    def line(task: Task) -> InboxItem | None:
        if not permissions.can_confirm(actor, task):
            return None
        return InboxItem(
            kind=_("Nhiệm vụ"),
            title=task.title,
            body=task.lead.name,
            due_on=task.due_on,
            state_label=TaskState(task.state).label,
            tone="info",
            url=reverse("planning:task-detail", args=[task.pk]),
            verb=_("Xác nhận hoàn thành"),
            tab="waiting",
        )

    rows = _tasks().filter(assigner_id=actor.body_id, state=TaskState.REPORTED_DONE)
    return Source(rows.order_by("reported_on", "pk"), line)


def _to_answer(actor: Actor) -> Source:
    def line(request: ExtensionRequest) -> InboxItem | None:
        if not permissions.can_decide_extension(actor, request):
            return None
        return InboxItem(
            kind=_("Đề nghị gia hạn"),
            title=request.task.title,
            body=request.task.lead.name,
            due_on=request.due_on_before,
            state_label=ExtensionState(request.state).label,
            tone="info",
            url=reverse("planning:extension-decide", args=[request.pk]),
            verb=_("Quyết định gia hạn"),
            tab="waiting",
        )

    rows = ExtensionRequest.objects.filter(
        state=ExtensionState.ASKED, task__assigner_id=actor.body_id
    ).select_related("task__lead", "task__assigner")
    return Source(rows.defer("task__search_folded").order_by("pk"), line)


def _settled(actor: Actor, day: date) -> Source:
    def line(task: Task) -> InboxItem:
        clock = clocks_of(task, day).current
        return InboxItem(
            kind=_("Nhiệm vụ"),
            title=task.title,
            body=task.lead.name,
            due_on=task.due_on,
            state_label=_(CLASS_LABELS[clock.task_class]),
            tone=CLASS_TONES[clock.task_class],
            url=reverse("planning:task-detail", args=[task.pk]),
            verb=_("Xem"),
            tab="done",
        )

    since = day - _SHOWN_DONE_FOR
    rows = _tasks().filter(state=TaskState.COMPLETED, completed_at__date__gte=since)
    mine: QuerySet[Task] = rows.filter(assigner_id=actor.body_id) | rows.filter(
        lead_id=actor.body_id
    )
    return Source(mine.order_by("-completed_at"), line, most=50)


def _tasks() -> QuerySet[Task]:
    return Task.objects.select_related("lead", "assigner").defer("search_folded")
