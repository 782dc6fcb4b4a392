"""Inspections as engagements, one a day, of those who inspect and those who are inspected."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse

from phongtrao.org.permissions import Actor
from phongtrao.oversight.queries.inspections import has_seat, inspection_rows, is_inspected
from phongtrao.oversight.workflow import TEAM_OPEN
from phongtrao.planning.deadlines.engagements import INSPECTION, WHOLE_DAY, Engagement
from phongtrao.planning.queries.engagements import uid_of

_ONE_DAY = timedelta(days=1)
# An inspection that runs longer is told by its first days; what happens later has its session.
_MOST_DAYS = 15


def engagements(actor: Actor, first: date, last: date) -> list[Engagement]:
    """The days of inspections that are decided and that the acting body may read: those it is in
    charge of, has a seat in, or is inspected by.
    """
    if not actor.can("movement.read"):
        return []
    mine = Q(body_id=actor.body_id or 0) | has_seat(actor) | is_inspected(actor)
    rows = inspection_rows(actor).filter(
        mine,
        state__in=TEAM_OPEN,
        struck_on__isnull=True,
        starts_on__lte=last,
        ends_on__gte=first,
    )
    return [each for row in rows for each in _days(row, first, last)]


def days_of(inspection: Any) -> list[date]:
    """The days on which an inspection that goes on is told."""
    if inspection.state not in TEAM_OPEN:
        return []
    return [each.day for each in _days(inspection, inspection.starts_on, inspection.ends_on)]


def _days(row: Any, first: date, last: date) -> list[Engagement]:
    days = min((row.ends_on - row.starts_on).days + 1, _MOST_DAYS)
    all_days = [row.starts_on + _ONE_DAY * n for n in range(days)]
    return [_engagement(row, day) for day in all_days if first <= day <= last]


def _engagement(row: Any, day: date) -> Engagement:
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
