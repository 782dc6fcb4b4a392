"""What a body is engaged in, gathered from the registers, and what clashes.

The wiring hands in one source a register; each answers for the acting body what the actor may
read, so a reader sees of another's engagement nothing that its own page would not show.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.urls import reverse

from phongtrao.core.working_days import work_calendar
from phongtrao.org.permissions import Actor
from phongtrao.planning.deadlines.engagements import (
    DUE,
    WHOLE_DAY,
    Clash,
    Engagement,
    clashes_among,
    clashes_with,
    day_off,
)
from phongtrao.planning.queries.following import own_open_tasks

EngagementSource = Callable[[Actor, date, date], list[Engagement]]
_sources: list[EngagementSource] = []
_feed_sources: list[EngagementSource] = []
_FED_BEFORE, _FED_AFTER = timedelta(days=31), timedelta(days=366)


def offer_engagements(
    sources: Sequence[EngagementSource], *, to_feeds: Sequence[EngagementSource]
) -> None:
    """Name the registers that hold engagements, and what calendar programs are told of them:
    there what was dropped stays, so that it is taken out. Called once by the wiring.
    """
    _sources[:], _feed_sources[:] = sources, to_feeds


def engagements_of(actor: Actor, first: date, last: date) -> list[Engagement]:
    """What the acting body is engaged in from a day to another, by day and hour."""
    if actor.body_id is None:
        return []
    found = [each for source in _sources for each in source(actor, first, last)]
    return sorted(found, key=lambda each: each.order)


def fed_engagements(actor: Actor, day: date) -> list[Engagement]:
    """What a calendar address carries beside due days: each thing once, a month back to a year
    ahead. What stands in a register is told from there, not from the week that repeats it.
    """
    if actor.body_id is None:
        return []
    first, last = day - _FED_BEFORE, day + _FED_AFTER
    found = [each for source in _feed_sources for each in source(actor, first, last)]
    known = {each.key for each in found}
    return [each for each in found if each.uid and each.same_as not in known]


def due_engagements(actor: Actor, first: date, last: date) -> list[Engagement]:
    """The due days of the open tasks of the acting body."""
    if not actor.can("task.read"):
        return []
    rows = own_open_tasks(actor, first, last)
    return [
        Engagement(
            key=f"planning.task:{task.pk}",
            kind=DUE,
            title=task.title,
            day=task.due_on,
            part=WHOLE_DAY,
            body=task.lead.name,
            url=reverse("planning:task-detail", args=[task.pk]),
        )
        for task in rows
    ]


def day_of(actor: Actor, key: str) -> date | None:
    """The first day of one record of the acting body, a month back to a year ahead."""
    found = engagements_of(actor, actor.day - _FED_BEFORE, actor.day + _FED_AFTER)
    return next((each.day for each in found if each.key == key), None)


def clashes_in(found: Sequence[Engagement]) -> list[Clash]:
    """Everything among engagements that stands in each other's way, with the days off."""
    calendar = work_calendar()
    off = [clash for each in found for clash in day_off(each, calendar)]
    return sorted([*clashes_among(found), *off], key=lambda clash: clash.one.order)


def clashes_of(actor: Actor, key: str, days: Sequence[date]) -> list[Clash]:
    """What is warned of for one record of the acting body on its days; nothing for others'."""
    if not days or actor.body_id is None:
        return []
    first, last = min(days), max(days)
    found = [each for source in _sources for each in source(actor, first, last)]
    calendar = work_calendar()
    mine = [each for each in found if each.key == key and each.day in days]
    return [
        clash for each in mine for clash in (*clashes_with(each, found), *day_off(each, calendar))
    ]


def uid_of(kind: str, pk: int, born: Any) -> str:
    """What calendar programs know a record by, wherever the product is reached."""
    return str(uuid5(NAMESPACE_URL, f"phongtrao:{kind}:{pk}:{born.isoformat()}"))
