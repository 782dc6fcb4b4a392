"""Conclusions that an actor may see, and what former meetings of a series have left open."""

from typing import Any

from django.db.models import Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting
from phongtrao.fieldwork.meetings.queries.meetings import meeting_rows
from phongtrao.fieldwork.meetings.rules import DIRECTIVE
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.permissions import Actor
from phongtrao.planning.workflow import RUNNING

_MOST = 50
# Directives that nobody has given, settled or finished.
OPEN = Q(kind=DIRECTIVE, settled_on__isnull=True) & (
    Q(task__isnull=True) | Q(task__state__in=RUNNING)
)


def conclusion_rows(actor: Actor) -> QuerySet[Any]:
    """Conclusions of the meetings that the actor sees."""
    seen = counted(meeting_rows(actor)).values("pk")
    rows = Conclusion.objects.select_related("entry__body", "body", "task")
    return rows.filter(entry__in=seen)


def conclusion_for(actor: Actor, pk: int) -> Any:
    """One visible conclusion; raises NotFound."""
    found = conclusion_rows(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def has_conclusions(pk: int) -> bool:
    """Whether a meeting has any."""
    return Conclusion.objects.filter(entry_id=pk).exists()


def open_before(meeting: Meeting) -> list[Conclusion]:
    """What the former meetings of the series have left open: the next one begins with it."""
    if not meeting.series:
        return []
    rows = Conclusion.objects.filter(
        OPEN,
        entry__body_id=meeting.body_id,
        entry__series=meeting.series,
        entry__held_on__lt=meeting.held_on,
        entry__struck_on__isnull=True,
    )
    return list(rows.select_related("entry", "body", "task").order_by("due_on", "pk")[:_MOST])
