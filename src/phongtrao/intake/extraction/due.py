"""The day on which a deadline falls due."""

import calendar as months
import re
from datetime import date, timedelta
from typing import Protocol


class WorkingCalendar(Protocol):
    """What counting working days needs to know."""

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on the day."""


class _Weekdays:
    """Monday to Friday, for callers without the holiday table."""

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < 5


def due_on(
    norm: str | None,
    issued_on: date,
    received_on: date | None = None,
    calendar: WorkingCalendar | None = None,
) -> date | None:
    """The due day of a deadline; a period means its last day.

    Of several deadlines the nearest counts. A recurring one means its next day after the issue.
    Days "kể từ khi nhận" count from ``received_on`` where given. None = no day follows from the
    words (ONGOING, ON_REQUEST, the start of a school year …).
    """
    days = [
        _one(part.strip(), issued_on, received_on or issued_on, calendar or _Weekdays())
        for part in (norm or "").split(";")
    ]
    known = [d for d in days if d]
    return min(known) if known else None


def _one(norm: str, issued: date, received: date, calendar: WorkingCalendar) -> date | None:
    sort, _, value = norm.partition(":")
    if sort == "BY":
        return _last_day(value)
    if sort == "FROM":
        return _last_day(value.partition("/")[2])
    if sort == "EVERY":
        return _next_time(value, issued)
    if sort == "REL":
        return _relative(value, issued, received, calendar)
    return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, months.monthrange(year, month)[1])


def _last_day(period: str) -> date | None:
    found = re.fullmatch(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?", period)
    if not found:
        return None
    year = int(found[1])
    try:
        if found[5]:
            return date(year, int(found[4]), int(found[5]))
        month = int(found[2]) * 3 if found[2] else int(found[3]) * 6 if found[3] else 0
        return _month_end(year, month or int(found[4] or 12))
    except ValueError:
        return None


def _next_time(value: str, issued: date) -> date | None:
    period, _, fixed = value.partition("@")
    if period == "P1D":
        return issued
    if period == "P1W":
        return issued + timedelta(days=6 - issued.weekday())
    step = {"P1M": 1, "P3M": 3, "P6M": 6, "P1Y": 12}.get(period)
    if step is None:
        return None
    for ahead in range(25):
        index = issued.year * 12 + issued.month - 1 + ahead
        year, month = index // 12, index % 12 + 1
        day = _fixed_day(year, month, fixed, step)
        if day and day >= issued:
            return day
    return None


def _fixed_day(year: int, month: int, fixed: str, step: int) -> date | None:
    """The due day in a month, None when the month is not one of the rhythm."""
    if "-" in fixed:
        wanted, day = (int(p) for p in fixed.split("-"))
        if month % step != wanted % step:
            return None
        return date(year, month, min(day, months.monthrange(year, month)[1]))
    if month % step:
        return None
    last = _month_end(year, month)
    return last.replace(day=min(int(fixed), last.day)) if fixed else last


def _relative(value: str, issued: date, received: date, calendar: WorkingCalendar) -> date | None:
    counted = re.fullmatch(r"P(\d{1,3})(WD|D|W|M)", value)
    if counted:
        return _counted(int(counted[1]), counted[2], received, calendar)
    sunday = issued + timedelta(days=6 - issued.weekday())
    named = {
        "this_week": sunday,
        "next_week": sunday + timedelta(days=7),
        "today": issued,
        "now": issued,
        "end_of_month": _month_end(issued.year, issued.month),
    }
    return named.get(value)


def _counted(count: int, unit: str, start: date, calendar: WorkingCalendar) -> date:
    if unit == "M":
        index = start.year * 12 + start.month - 1 + count
        last = _month_end(index // 12, index % 12 + 1)
        return last.replace(day=min(start.day, last.day))
    if unit != "WD":
        return start + timedelta(days=count * (7 if unit == "W" else 1))
    day, left = start, count
    while left:
        day += timedelta(days=1)
        left -= calendar.is_working_day(day)
    return day
