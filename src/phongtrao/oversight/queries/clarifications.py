"""Requests to clarify that an actor may see, and for whom they wait."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import NotFound
from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import ClarificationRequest, Inspection
from phongtrao.oversight.queries.inspections import has_seat, is_inspected, reads_all
from phongtrao.oversight.workflow import OVER, UNANSWERED, ClarificationState


def clarification_rows(actor: Actor) -> QuerySet[Any]:
    """Requests to clarify: those of an inspection for those who inspect, those addressed to the
    acting body; nobody else's.
    """
    rows = ClarificationRequest.objects.select_related("entry", "body", "asker")
    if actor.body_id is None:
        return rows.none()
    inspections = Inspection.objects.filter(struck_on__isnull=True)
    whole = inspections.filter(reads_all(actor, is_inspected(actor)) | has_seat(actor))
    return rows.filter(Q(entry__in=whole.values("pk")) | Q(body_id=actor.body_id))


def clarification_for(actor: Actor, pk: int) -> Any:
    """One visible request; raises NotFound."""
    found = clarification_rows(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def is_late_answer(row: Any, day: date) -> bool:
    """Whether an answer is owed past its day, or came after it."""
    if row.state in UNANSWERED:
        return bool(row.due_on < day)
    if row.state == ClarificationState.WITHDRAWN or row.answered_on is None:
        return False
    return bool(row.answered_on > row.due_on)


def clarification_sources(actor: Actor, day: date) -> Iterator[Source]:
    """What waits for the acting body: requests to answer, answers to look at."""
    open_ = ClarificationRequest.objects.select_related("body").filter(
        entry__struck_on__isnull=True
    )
    open_ = open_.exclude(entry__state__in=OVER)
    body = actor.body_id or 0
    yield _source(open_.filter(body_id=body, state__in=UNANSWERED), _("Trả lời"), day)
    answered = open_.filter(state=ClarificationState.ANSWERED).exclude(body_id=body)
    seats = Inspection.objects.filter(has_seat(actor)).values("pk")
    theirs = answered.filter(Q(entry__body_id=body) | Q(asker_id=body, entry__in=seats))
    yield _source(theirs, _("Xem trả lời"), day)


def _source(rows: QuerySet[ClarificationRequest], verb: Any, day: date) -> Source:
    def line(row: ClarificationRequest) -> InboxItem:
        return InboxItem(
            kind=_("Yêu cầu làm rõ"),
            title=row.text[:200],
            body=row.body.name,
            due_on=row.due_on,
            state_label=ClarificationState(row.state).label,
            tone="warning",
            url=reverse("oversight:clarification-detail", args=[row.pk]),
            verb=verb,
            tab=tab_of(row.due_on, day),
        )

    return Source(rows.order_by("due_on", "pk"), line)
