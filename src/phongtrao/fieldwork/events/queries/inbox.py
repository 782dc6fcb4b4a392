"""What festivals ask of a body: sites to decide, results to record and to confirm, replies."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.fieldwork.events.models import FestivalInvitation, FestivalSite
from phongtrao.fieldwork.events.rules import CHOSEN_ABOVE
from phongtrao.fieldwork.events.workflow import COMING, Reply, SiteState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor

_MOST = 200


def inbox_items(actor: Actor, day: date) -> list[InboxItem]:
    """What waits for the acting body on a day."""
    body = actor.body_id
    if body is None or not actor.can("movement.keep"):
        return []
    return [
        *_to_record(body, day),
        *_to_prepare(body, day),
        *_to_decide(body, day),
        *_to_answer(body, day),
    ]


def _to_record(body: int, day: date) -> Iterator[InboxItem]:
    rows = _sites().filter(body_id=body, state__in=COMING, held_on__lte=day)
    for row in rows.order_by("held_on", "pk")[:_MOST]:
        yield _line(row, row.plan.result_due_on, _("Ghi kết quả"), day)


def _to_prepare(body: int, day: date) -> Iterator[InboxItem]:
    rows = _sites().filter(body_id=body, state=SiteState.APPROVED, held_on__gt=day)
    for row in rows.order_by("held_on", "pk")[:_MOST]:
        yield _line(row, row.held_on, _("Chuẩn bị"), day)


def _to_decide(body: int, day: date) -> Iterator[InboxItem]:
    """Candidates of the body's plans, and results that others have sent: a line for each plan."""
    ours = _sites().filter(plan__body_id=body)
    asked = ours.filter(state=SiteState.CANDIDATE, level__in=CHOSEN_ABOVE)
    said = _("%(count)s điểm đề nghị: %(plan)s")
    yield from _by_plan(asked, SiteState.CANDIDATE, said, _("Xem xét chọn điểm"), day)
    sent = ours.filter(state=SiteState.RECORDED).exclude(body_id=body)
    said = _("%(count)s kết quả: %(plan)s")
    yield from _by_plan(sent, SiteState.RECORDED, said, _("Xác nhận kết quả"), day)


def _by_plan(
    rows: QuerySet[FestivalSite], state: SiteState, said: Any, verb: Any, day: date
) -> Iterator[InboxItem]:
    names = ("plan_id", "plan__title", "plan__opens_on", "plan__body__name")
    for row in rows.order_by("plan_id").values(*names).annotate(count=Count("pk")):
        due = row["plan__opens_on"] if state == SiteState.CANDIDATE else None
        yield InboxItem(
            kind=_("Ngày hội"),
            title=str(said) % {"count": row["count"], "plan": row["plan__title"]},
            body=row["plan__body__name"],
            due_on=due,
            state_label=state.label,
            tone="warning",
            url=reverse("events:plan-detail", args=[row["plan_id"]]),
            verb=verb,
            tab=tab_of(due, day),
        )


def _to_answer(body: int, day: date) -> Iterator[InboxItem]:
    rows = FestivalInvitation.objects.filter(
        body_id=body,
        reply=Reply.WAITING,
        entry__struck_on__isnull=True,
        entry__state__in=COMING,
    ).select_related("entry__body")
    for row in rows.order_by("entry__held_on", "pk")[:_MOST]:
        yield InboxItem(
            kind=_("Giấy mời Ngày hội"),
            title=f"{row.post}: {row.entry.title}",
            body=row.entry.body.name,
            due_on=row.entry.held_on,
            state_label=Reply(row.reply).label,
            tone="warning",
            url=reverse("events:site-detail", args=[row.entry_id]),
            verb=_("Trả lời"),
            tab=tab_of(row.entry.held_on, day),
        )


def _sites() -> QuerySet[FestivalSite]:
    return counted(FestivalSite.objects.select_related("plan", "body"))


def _line(row: FestivalSite, due: date | None, verb: Any, day: date) -> InboxItem:
    return InboxItem(
        kind=_("Điểm Ngày hội"),
        title=row.title,
        body=row.body.name,
        due_on=due,
        state_label=SiteState(row.state).label,
        tone="warning",
        url=reverse("events:site-detail", args=[row.pk]),
        verb=verb,
        tab=tab_of(due, day),
    )
