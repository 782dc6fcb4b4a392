"""What grassroots democracy asks of a body: pieces of advice to answer, matters to make public."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.fieldwork.grassroots.models import Disclosure, Supervision
from phongtrao.fieldwork.grassroots.workflow import SupervisionState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor

_MOST = 100
_BEFORE_END = 7  # days before the end of the plan in which the advice is asked for


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """What waits for the acting body on a day."""
    body = actor.body_id
    if body is not None and actor.can("movement.keep"):
        yield _supervised(body, day)
        yield _to_publish(body, day)


def _supervised(body: int, day: date) -> Source:
    """Advice the body has to answer, and its own supervisions that come to their end."""

    def line(row: Supervision) -> InboxItem:
        asked = row.state == SupervisionState.ADVICE_SENT
        due = row.answer_by if asked else row.ends_on
        return InboxItem(
            kind=_("Giám sát, phản biện"),
            title=row.subject,
            body=row.body.name,
            due_on=due,
            state_label=SupervisionState(row.state).label,
            tone="warning",
            url=reverse("grassroots:supervision-detail", args=[row.pk]),
            verb=_("Trả lời") if asked else _("Ghi ý kiến đã gửi"),
            tab=tab_of(due, day),
        )

    to_answer = Q(asked_id=body, state=SupervisionState.ADVICE_SENT)
    ending = Q(
        body_id=body,
        state__in=(SupervisionState.PLANNED, SupervisionState.UNDER_WAY),
        ends_on__lte=day + timedelta(days=_BEFORE_END),
    )
    rows = counted(Supervision.objects.select_related("body")).filter(to_answer | ending)
    return Source(rows.defer("search_folded").order_by("ends_on", "pk"), line, most=_MOST)


def _to_publish(body: int, day: date) -> Source:
    def line(row: Disclosure) -> InboxItem:
        return InboxItem(
            kind=_("Công khai ở cấp xã"),
            title=row.title,
            body=row.body.name,
            due_on=row.due_on,
            state_label=_("Chưa công khai"),
            tone="warning",
            url=reverse("grassroots:disclosure-edit", args=[row.pk]),
            verb=_("Ghi việc công khai"),
            tab=tab_of(row.due_on, day),
        )

    rows = counted(Disclosure.objects.select_related("body")).filter(
        body_id=body, published_on__isnull=True
    )
    return Source(rows.defer("search_folded").order_by("due_on", "pk"), line, most=_MOST)
