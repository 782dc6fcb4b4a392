"""What festivals ask of a body: sites to decide, results to record and to confirm, replies."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.fieldwork.events.models import FestivalInvitation, FestivalPlan, FestivalSite
from phongtrao.fieldwork.events.rules import CHOSEN_ABOVE
from phongtrao.fieldwork.events.workflow import COMING, Reply, SiteState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """What waits for the acting body on a day."""
    body = actor.body_id
    if body is None or not actor.can("movement.keep"):
        return
    yield _to_record(body, day)
    yield _to_prepare(body, day)
    yield from _to_decide(body, day)
    yield _to_answer(body, day)


def _to_record(body: int, day: date) -> Source:
    rows = _sites().filter(body_id=body, state__in=COMING, held_on__lte=day)
    return Source(
        rows.order_by("held_on", "pk"),
        lambda row: _line(row, row.plan.result_due_on, _("Ghi kết quả"), day),
    )


def _to_prepare(body: int, day: date) -> Source:
    rows = _sites().filter(body_id=body, state=SiteState.APPROVED, held_on__gt=day)
    return Source(
        rows.order_by("held_on", "pk"), lambda row: _line(row, row.held_on, _("Chuẩn bị"), day)
    )


def _to_decide(body: int, day: date) -> Iterator[Source]:
    """Candidates of the body's plans, and results that others have sent: a line for each plan."""
    asked = Q(sites__state=SiteState.CANDIDATE, sites__level__in=CHOSEN_ABOVE)
    said = _("%(count)s điểm đề nghị: %(plan)s")
    yield _by_plan(body, asked, (SiteState.CANDIDATE, said, _("Xem xét chọn điểm")), day)
    sent = Q(sites__state=SiteState.RECORDED) & ~Q(sites__body_id=body)
    said = _("%(count)s kết quả: %(plan)s")
    yield _by_plan(body, sent, (SiteState.RECORDED, said, _("Xác nhận kết quả")), day)


def _by_plan(body: int, which: Q, words: tuple[SiteState, Any, Any], day: date) -> Source:
    state, said, verb = words

    def line(plan: Any) -> InboxItem:
        due = plan.opens_on if state == SiteState.CANDIDATE else None
        return InboxItem(
            kind=_("Ngày hội"),
            title=str(said) % {"count": plan.count, "plan": plan.title},
            body=plan.body.name,
            due_on=due,
            state_label=state.label,
            tone="warning",
            url=reverse("events:plan-detail", args=[plan.pk]),
            verb=verb,
            tab=tab_of(due, day),
        )

    those = which & Q(sites__struck_on__isnull=True)
    rows = FestivalPlan.objects.filter(body_id=body).select_related("body")
    rows = rows.annotate(count=Count("sites", filter=those)).filter(count__gt=0)
    return Source(rows.order_by("pk"), line)


def _to_answer(body: int, day: date) -> Source:
    def line(row: FestivalInvitation) -> InboxItem:
        return InboxItem(
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

    rows = FestivalInvitation.objects.filter(
        body_id=body,
        reply=Reply.WAITING,
        entry__struck_on__isnull=True,
        entry__state__in=COMING,
    ).select_related("entry__body").defer("entry__search_folded")  # fmt: skip
    return Source(rows.order_by("entry__held_on", "pk"), line)


def _sites() -> QuerySet[FestivalSite]:
    rows = FestivalSite.objects.select_related("plan", "body")
    return counted(rows.defer("search_folded"))


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
