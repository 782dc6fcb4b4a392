"""Sessions that an actor may see, and what they ask of a body."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import NotFound
from phongtrao.core.inbox import SOON_DAYS, InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import InspectionSession, SessionBody
from phongtrao.oversight.queries.inspections import (
    has_seat,
    inspection_rows,
    is_inspected,
    reads_all,
)
from phongtrao.oversight.queries.lineage import own_and_former
from phongtrao.oversight.workflow import (
    CONCLUSIVE,
    SESSION_TONES,
    TEAM_OPEN,
    InspectionState,
    SessionState,
)


def inspecting_rows(actor: Actor) -> QuerySet[Any]:
    """The inspections that the actor reads as one of those who inspect, or from above them."""
    known = inspection_rows(actor).filter(struck_on__isnull=True)
    return known.filter(reads_all(actor, is_inspected(actor)) | has_seat(actor))


def session_rows(actor: Actor) -> QuerySet[Any]:
    """All sessions for those who inspect; for an inspected body those held with it or with a body
    of its area, from the decision on.
    """
    rows = InspectionSession.objects.select_related("entry__body", "presider_body")
    if actor.body_id is None:
        return rows.none()
    told = inspection_rows(actor).filter(is_inspected(actor)).values("pk")
    near = Q(body_id__in=own_and_former(actor)) | actor.scope.where("body__area_id")
    with_us = SessionBody.objects.filter(near, entry=OuterRef("pk"))
    return rows.filter(
        Q(entry__in=inspecting_rows(actor).values("pk")) | Q(entry__in=told) & Q(Exists(with_us))
    )


def session_for(actor: Actor, pk: int) -> Any:
    """One visible session; raises NotFound."""
    found = session_rows(actor).select_related("recorded_by").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def session_sources(actor: Actor, day: date) -> Iterator[Source]:
    """Sessions of the next week for those in charge and those inspected; what was held and has no
    approved minutes for those in charge.
    """
    body = actor.body_id
    if body is None:
        return
    standing = InspectionSession.objects.select_related("entry__body").filter(
        entry__struck_on__isnull=True
    )
    open_ = (*TEAM_OPEN, InspectionState.CONCLUDED)
    near = standing.filter(
        entry__state__in=open_,
        state=SessionState.PLANNED,
        held_on__lte=day + timedelta(days=SOON_DAYS),
    )
    ours, today = near.filter(entry__body_id=body), Q(held_on__lte=day)
    with_us = SessionBody.objects.filter(entry=OuterRef("pk"), body_id=body)
    theirs = near.filter(Exists(with_us), held_on__gte=day)
    unwritten = standing.filter(
        entry__body_id=body,
        entry__state__in=(*TEAM_OPEN, *CONCLUSIVE),
        state=SessionState.HELD,
        minutes_approved_on__isnull=True,
    )
    yield _source(ours.filter(today), _("Ghi buổi đã làm việc"), day)
    yield _source(ours.exclude(today), _("Chuẩn bị"), day)
    yield _source(theirs, _("Chuẩn bị"), day)
    yield _source(unwritten, _("Ghi, duyệt biên bản"), day, due=False)


def _source(rows: QuerySet[Any], verb: Any, day: date, *, due: bool = True) -> Source:
    def line(row: InspectionSession) -> InboxItem:
        due_on = row.held_on if due else None
        return InboxItem(
            kind=_("Buổi làm việc của đoàn kiểm tra"),
            title=row.title[:200],
            body=row.entry.body.name,
            due_on=due_on,
            state_label=SessionState(row.state).label,
            tone=SESSION_TONES[SessionState(row.state)],
            url=reverse("oversight:session-detail", args=[row.pk]),
            verb=verb,
            tab=tab_of(due_on, day),
        )

    return Source(rows.order_by("held_on", "pk"), line)
