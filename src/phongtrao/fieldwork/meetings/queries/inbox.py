"""What meetings ask of a body: what was held and is not noted, conclusions to give or to settle."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting
from phongtrao.fieldwork.meetings.queries.inbox_before import sources_before
from phongtrao.fieldwork.meetings.rules import DIRECTIVE
from phongtrao.fieldwork.meetings.workflow import MeetingState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor

_MOST = 100


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """What waits for the acting body on a day."""
    body = actor.body_id
    if body is None or not actor.can("movement.keep"):
        return
    yield _to_note(body, day)
    yield _to_give(body, day)
    yield from sources_before(body, day)


def _to_note(body: int, day: date) -> Source:
    """Meetings whose day has come and that nobody has noted as held."""

    def line(row: Meeting) -> InboxItem:
        return InboxItem(
            kind=_("Cuộc họp, hội nghị"),
            title=row.title,
            body=row.body.name,
            due_on=row.held_on,
            state_label=MeetingState(row.state).label,
            tone="warning",
            url=reverse("meetings:meeting-detail", args=[row.pk]),
            verb=_("Ghi cuộc họp đã diễn ra"),
            tab=tab_of(row.held_on, day),
        )

    rows = counted(Meeting.objects.select_related("body")).filter(
        body_id=body, state=MeetingState.PLANNED, held_on__lte=day
    )
    return Source(rows.defer("search_folded").order_by("held_on", "pk"), line, most=_MOST)


def _to_give(body: int, day: date) -> Source:
    """Directives of one's own meetings that are neither tasks nor settled."""

    def line(row: Conclusion) -> InboxItem:
        return InboxItem(
            kind=_("Kết luận cuộc họp"),
            title=row.text,
            body=row.body.name if row.body else "",
            due_on=row.due_on,
            state_label=_("Chưa giao, chưa ghi kết quả"),
            tone="warning",
            url=f"{reverse('meetings:meeting-detail', args=[row.entry_id])}#ket-luan",
            verb=_("Giao hoặc ghi kết quả"),
            tab=tab_of(row.due_on, day),
        )

    rows = Conclusion.objects.filter(
        entry__body_id=body, entry__struck_on__isnull=True, kind=DIRECTIVE, task__isnull=True,
        settled_on__isnull=True,
    ).select_related("body")  # fmt: skip
    return Source(rows.order_by("due_on", "pk"), line, most=_MOST)
