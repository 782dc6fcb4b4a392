"""What meetings ask of a body: what was held and is not noted, conclusions to give or to settle."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting
from phongtrao.fieldwork.meetings.queries.inbox_before import before_items
from phongtrao.fieldwork.meetings.rules import DIRECTIVE
from phongtrao.fieldwork.meetings.workflow import MeetingState
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor

_MOST = 100


def inbox_items(actor: Actor, day: date) -> list[InboxItem]:
    """What waits for the acting body on a day."""
    body = actor.body_id
    if body is None or not actor.can("movement.keep"):
        return []
    return [*_to_note(body, day), *_to_give(body, day), *before_items(body, day)]


def _to_note(body: int, day: date) -> Iterator[InboxItem]:
    """Meetings whose day has come and that nobody has noted as held."""
    rows = counted(Meeting.objects.select_related("body")).filter(
        body_id=body, state=MeetingState.PLANNED, held_on__lte=day
    )
    for row in rows.order_by("held_on", "pk")[:_MOST]:
        yield InboxItem(
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


def _to_give(body: int, day: date) -> Iterator[InboxItem]:
    """Directives of one's own meetings that are neither tasks nor settled."""
    rows = Conclusion.objects.filter(
        entry__body_id=body, entry__struck_on__isnull=True, kind=DIRECTIVE, task__isnull=True,
        settled_on__isnull=True,
    ).select_related("body", "entry")  # fmt: skip
    for row in rows.order_by("due_on", "pk")[:_MOST]:
        yield InboxItem(
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
