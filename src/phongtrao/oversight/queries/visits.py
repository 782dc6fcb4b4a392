"""Other inspections of the same bodies: that there is one, by whom and on which days."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import InspectedBody
from phongtrao.oversight.queries.inspections import inspection_rows
from phongtrao.oversight.workflow import STANDING, InspectionState

_MOST = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """Another visit of an inspected body: by which body, on which days; never what it is about.

    `entry` is its key where the reader may open it.
    """

    body: str
    by: str
    starts_on: date
    ends_on: date
    overlaps: bool
    entry: int | None


def other_visits(
    actor: Actor,
    body_ids: Collection[int],
    *,
    year: int,
    days: tuple[date, date] | None = None,
    apart_from: int = 0,
) -> list[Visit]:
    """The other inspections of these bodies in a year or on some days; at most 200.

    Ours and those that the actor reads, and others below it whose decision is out.
    """
    seen = inspection_rows(actor).filter(struck_on__isnull=True)
    when = Q(entry__year=year)
    if days is not None:
        when |= Q(entry__starts_on__lte=days[1], entry__ends_on__gte=days[0])
    known = Q(entry__in=seen.values("pk")) | (
        Q(entry__state__in=STANDING) & (actor.scope.where("body__area_id"))
    )
    rows = (
        InspectedBody.objects.filter(when, known, body_id__in=body_ids)
        .filter(entry__struck_on__isnull=True)
        .exclude(entry__state=InspectionState.CANCELLED)
        .exclude(entry=apart_from)
    )
    return [_visit(row, days) for row in _told(rows, seen)[:_MOST]]


def _told(rows: QuerySet[InspectedBody], seen: QuerySet[Any]) -> Any:
    readable = Q(entry__in=seen.values("pk"))
    return (
        rows.annotate(may_open=readable)
        .order_by("body__name", "entry__starts_on", "pk")
        .values(
            "entry_id",
            "may_open",
            name=F("body__name"),
            keeper=F("entry__body__name"),
            agency=F("entry__leader_agency"),
            starts_on=F("entry__starts_on"),
            ends_on=F("entry__ends_on"),
        )
    )


def _visit(row: dict[str, Any], days: tuple[date, date] | None) -> Visit:
    first, last = row["starts_on"], row["ends_on"]
    overlaps = days is not None and first <= days[1] and last >= days[0]
    entry = row["entry_id"] if row["may_open"] else None
    return Visit(row["name"], row["agency"] or row["keeper"], first, last, overlaps, entry)
