"""Weekly calendars to test with."""

from datetime import date, timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.fieldwork.weeks import actions
from phongtrao.fieldwork.weeks.models import Week, WeekItem
from phongtrao.fieldwork.weeks.rules import Line, monday_before, read_hours
from tests.world import World


def monday() -> date:
    """The Monday after this week: all of its days are still to come."""
    return monday_before(clock.today()) + timedelta(days=7)


def line(
    content: str = "Giao ban tuần", hours: str = "7h30", *, day: int = 0, **facts: Any
) -> Line:
    """A line of next week; `day` counts from its Monday."""
    return Line(monday() + timedelta(days=day), read_hours(hours), content, **facts)


def week(world: World, *lines: Line, by: str = "An") -> Week:
    """A drafted week of a body with the given lines, or with one."""
    made = actions.open_week(monday(), by=world.actor(by))
    for each in lines or (line(),):
        actions.add_item(made, each, by=world.actor(by))
    return Week.objects.get(pk=made.pk)


def approved(
    world: World, *lines: Line, by: str = "An", leader: str = "Bình", **terms: Any
) -> Week:
    """A week that a leader has approved."""
    made = week(world, *lines, by=by)
    actions.submit(made, by=world.actor(by))
    return actions.approve(made, by=world.actor(leader), **terms)


def item_of(under: Week, content: str) -> WeekItem:
    """The line that stands in a week under these words."""
    return WeekItem.objects.get(week=under, content=content, dropped_in__isnull=True)
