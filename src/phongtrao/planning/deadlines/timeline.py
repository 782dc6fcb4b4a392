"""Where a task lies on a time axis: whole numbers for a picture drawn by the server."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

WIDTH = 1000
_LONGEST = 370  # days of an axis
_LABEL = WIDTH // 12  # the room of a month's name


@dataclass(frozen=True, slots=True)
class Axis:
    """The days of a picture, first and last included."""

    first: date
    last: date

    def at(self, day: date) -> int:
        """The place of the beginning of a day, cut to the picture."""
        days = (self.last - self.first).days + 1
        place = (day - self.first).days * WIDTH // days
        return max(0, min(WIDTH, place))

    def months(self) -> list[tuple[date, int]]:
        """The first day of each month in the picture with its place.

        The month in which the picture begins is named too, unless its label would touch the next.
        """
        found = []
        day = self.first.replace(day=1)
        while (day := _next_month(day)) <= self.last:
            found.append(day)
        if not found or self.at(found[0]) >= _LABEL:
            found.insert(0, self.first)
        return [(day, self.at(day)) for day in found]


@dataclass(frozen=True, slots=True)
class Bar:
    """A task: its bar to the first due day, the further stretch granted, where it stopped."""

    start: int
    width: int
    extended_start: int
    extended_width: int
    stopped: int | None
    begins_before: bool
    ends_after: bool


def axis_over(days: Iterable[date], today: date) -> Axis:
    """The axis that holds these days and today: whole weeks, a year at most, around today."""
    known = [*days, today]
    first = max(min(known), today - timedelta(days=_LONGEST // 2))
    last = min(max(known), first + timedelta(days=_LONGEST))
    first -= timedelta(days=first.weekday())
    return Axis(first, last + timedelta(days=6 - last.weekday()))


def bar_of(
    axis: Axis, *, start: date, original_due_on: date, due_on: date, stopped_on: date | None
) -> Bar:
    """The bar of a task; due days are included, and every bar is wide enough to be seen."""
    after = timedelta(days=1)
    left, middle, right = axis.at(start), axis.at(original_due_on + after), axis.at(due_on + after)
    least = WIDTH // 200
    left = min(left, WIDTH - least)
    return Bar(
        start=left,
        width=max(middle - left, least),
        extended_start=middle,
        extended_width=max(0, right - middle),
        stopped=axis.at(stopped_on) if stopped_on else None,
        begins_before=start < axis.first,
        ends_after=due_on > axis.last,
    )


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
