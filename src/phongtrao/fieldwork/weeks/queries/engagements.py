"""Lines of a week as engagements: for clashes, for calendar programs, for the first page."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q
from django.urls import reverse

from phongtrao.fieldwork.weeks.models import WeekItem
from phongtrao.fieldwork.weeks.rules import clock_words, monday_before
from phongtrao.fieldwork.weeks.workflow import PUBLISHED
from phongtrao.org.permissions import Actor
from phongtrao.planning.deadlines.engagements import BY_CLOCK, PARTS, WEEK_ITEM, Clash, Engagement
from phongtrao.planning.queries.engagements import clashes_in, engagements_of

_MOST_SHOWN = 7
_SIX_DAYS = timedelta(days=6)
_PARTS = dict(PARTS)


@dataclass(frozen=True, slots=True)
class WeekBoard:
    """What the registers hold for a week: not in it yet, and what clashes."""

    suggestions: list[Engagement]
    clashes: list[Clash]


@dataclass(frozen=True, slots=True)
class ComingLine:
    """A line of this week for the first page."""

    day: date
    part: str
    hours: str
    content: str
    place: str
    url: str


def as_engagement(item: WeekItem) -> Engagement:
    """A line of a week as an engagement of its body."""
    is_dropped = item.dropped_in is not None
    return Engagement(
        key=f"weeks.weekitem:{item.uid}",
        kind=WEEK_ITEM,
        title=item.content,
        day=item.day,
        part=item.part,
        starts=item.starts_at,
        ends=item.ends_at,
        place=item.place,
        chair=item.chair,
        url=f"{reverse('weeks:week-detail', args=[item.week_id])}#muc-{item.pk}",
        same_as=item.source,
        uid=str(item.uid),
        changes=item.revision + is_dropped,
        is_dropped=is_dropped,
    )


def item_engagement(item: WeekItem) -> Engagement:
    """A line for a calendar program: what was approved; a drop that waits is not told."""
    found = as_engagement(item)
    if item.dropped_in is not None and item.dropped_in > item.week.changes:
        item.dropped_in = None
        return as_engagement(item)
    return found


def engagements(actor: Actor, first: date, last: date) -> list[Engagement]:
    """What stands in the weeks of the acting body, drafted or approved: for clashes."""
    if not actor.can("week.read"):
        return []
    rows = _own(actor, first, last).filter(dropped_in__isnull=True)
    return [as_engagement(row) for row in rows]


def feed_engagements(actor: Actor, first: date, last: date) -> list[Engagement]:
    """What was approved, and what was dropped by an approved change."""
    if not actor.can("week.read"):
        return []
    approved = _own(actor, first, last).filter(
        week__state__in=PUBLISHED, added_in__lte=F("week__changes")
    )
    is_last = Q(later__isnull=True) | Q(later__added_in__gt=F("week__changes"))
    return [item_engagement(row) for row in approved.filter(is_last)]


def board_of(actor: Actor, monday: date) -> WeekBoard:
    """What the registers propose for a week of the acting body, and every clash in it."""
    found = engagements_of(actor, monday, monday + _SIX_DAYS)
    there = {(each.identity, each.day) for each in found if each.kind == WEEK_ITEM}
    new = [
        each
        for each in found
        if each.kind != WEEK_ITEM and not each.is_dropped and (each.identity, each.day) not in there
    ]
    return WeekBoard(new, clashes_in(found))


def this_week(actor: Actor, day: date) -> tuple[list[ComingLine], int]:
    """What the approved week of the acting body still holds from a day on: the first seven lines,
    and how many there are.
    """
    if not actor.can("week.read"):
        return [], 0
    sunday = monday_before(day) + _SIX_DAYS
    rows = [each for each in feed_engagements(actor, day, sunday) if not each.is_dropped]
    ordered = sorted(rows, key=lambda each: each.order)
    return [_coming(each) for each in ordered[:_MOST_SHOWN]], len(ordered)


def _coming(each: Engagement) -> ComingLine:
    by_clock = each.part == BY_CLOCK and each.starts is not None
    hours = clock_words(each.starts, each.ends) if by_clock and each.starts else ""
    return ComingLine(
        each.day, "" if hours else _PARTS[each.part], hours, each.title, each.place, each.url
    )


def _own(actor: Actor, first: date, last: date) -> Any:
    rows = WeekItem.objects.select_related("week")
    return rows.filter(week__body_id=actor.body_id or 0, day__range=(first, last))
