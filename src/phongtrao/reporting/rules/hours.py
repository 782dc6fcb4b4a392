"""Deadlines to the hour that an official would offer: within working hours. Pure.

Office hours are those most bodies keep; they bind nobody and only shape what is offered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from phongtrao.core.errors import N_, Sentence

_MORNING, _NOON, _END = time(10, 0), time(11, 30), time(17, 0)
_OPENS, _CLOSES = time(7, 0), time(17, 30)
_LEAST_HOURS = 2


@dataclass(frozen=True, slots=True)
class OfferedDeadline:
    """A moment that may be chosen, and how it is called."""

    at: datetime
    name: Sentence


def offered_deadlines(
    now: datetime, add_working_days: Callable[[date, int], date], *, works_today: bool
) -> list[OfferedDeadline]:
    """The deadlines to choose from, the nearest first; each leaves at least two hours."""
    today = now.date()
    next_day, third = add_working_days(today, 1), add_working_days(today, 3)
    asked = [
        (today, _NOON, N_("Cuối buổi sáng hôm nay")),
        (today, _END, N_("Cuối ngày hôm nay")),
        (next_day, _MORNING, N_("10 giờ sáng ngày làm việc tiếp theo")),
        (next_day, _END, N_("Cuối ngày làm việc tiếp theo")),
        (third, _END, N_("Cuối ngày, sau 3 ngày làm việc")),
    ]
    found = [
        OfferedDeadline(datetime.combine(day, hour, now.tzinfo), Sentence(name))
        for day, hour, name in asked
        if day != today or works_today
    ]
    return [each for each in found if (each.at - now).total_seconds() >= _LEAST_HOURS * 3600]


def is_within_hours(moment: datetime, *, is_working_day: bool) -> bool:
    """Whether somebody can be expected to answer at that moment."""
    return is_working_day and _OPENS <= moment.time() <= _CLOSES
