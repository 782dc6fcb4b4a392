"""Inspections as engagements of those who inspect and those who are inspected: session by session,
and day by day where no session was entered yet.
"""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import InspectionSession
from phongtrao.oversight.queries.inspections import has_seat, inspection_rows, is_inspected
from phongtrao.oversight.queries.sessions import session_rows
from phongtrao.oversight.workflow import TEAM_OPEN, SessionState
from phongtrao.planning.deadlines.engagements import (
    BY_CLOCK,
    INSPECTION,
    WHOLE_DAY,
    Engagement,
)
from phongtrao.planning.queries.engagements import uid_of

_ONE_DAY = timedelta(days=1)
# An inspection that runs longer is told by its first days; what happens later has its session.
_MOST_DAYS = 15


def engagements(actor: Actor, first: date, last: date) -> list[Engagement]:
    """Inspections that are decided and that the acting body may read: those it is in charge of,
    has a seat in, or is inspected by.
    """
    if not actor.can("movement.read"):
        return []
    mine = Q(body_id=actor.body_id or 0) | has_seat(actor) | is_inspected(actor)
    known = inspection_rows(actor).filter(mine, state__in=TEAM_OPEN, struck_on__isnull=True)
    sessions = session_rows(actor).filter(
        entry__in=known.order_by().values("pk"), held_on__range=(first, last)
    )
    entered = InspectionSession.objects.filter(entry=OuterRef("pk"))
    without = known.filter(~Exists(entered), starts_on__lte=last, ends_on__gte=first)
    found = [_of_session(row, actor) for row in sessions]
    return found + [each for row in without for each in _days(row, first, last)]


def days_of(inspection: Any) -> list[date]:
    """The days on which an inspection that goes on is told."""
    if inspection.state not in TEAM_OPEN:
        return []
    return [each.day for each in _days(inspection, inspection.starts_on, inspection.ends_on)]


def _days(row: Any, first: date, last: date) -> list[Engagement]:
    days = min((row.ends_on - row.starts_on).days + 1, _MOST_DAYS)
    all_days = [row.starts_on + _ONE_DAY * n for n in range(days)]
    return [_of_day(row, day) for day in all_days if first <= day <= last]


def _of_day(row: Any, day: date) -> Engagement:
    return Engagement(
        key=f"oversight.inspection:{row.pk}",
        kind=INSPECTION,
        title=row.title,
        day=day,
        part=WHOLE_DAY,
        body=row.body.name,
        url=reverse("oversight:inspection-detail", args=[row.pk]),
        uid=uid_of(f"oversight.inspection:{day.isoformat()}", row.pk, row.recorded_at),
        changes=row.row_version - 1,
    )


def _of_session(row: Any, actor: Actor) -> Engagement:
    return Engagement(
        key=f"oversight.inspectionsession:{row.pk}",
        kind=INSPECTION,
        title=row.title,
        day=row.held_on,
        part=BY_CLOCK if row.starts_at else WHOLE_DAY,
        starts=row.starts_at,
        ends=row.ends_at,
        place=row.venue,
        chair=row.presider_post if row.presider_body_id == actor.body_id else "",
        body=row.entry.body.name,
        url=reverse("oversight:session-detail", args=[row.pk]),
        uid=uid_of("oversight.inspectionsession", row.pk, row.recorded_at),
        changes=row.row_version - 1,
        is_dropped=row.state == SessionState.CALLED_OFF,
    )
