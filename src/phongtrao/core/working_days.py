"""The calendar that deadlines are counted with: the packaged table under the stored corrections.

An administrator imports the corrections on the page of the calendar (ADR 0011). They are a few
dozen rows, so every call reads them in one query: a correction holds at once in every process,
and one that was rolled back never does. The calendar built from equal rows is kept.
"""

from datetime import date, timedelta
from functools import lru_cache

from phongtrao.core.calendar import CalendarRow, DayKind, WorkCalendar, shipped_calendar
from phongtrao.core.models import CalendarDay

_ONE_DAY = timedelta(days=1)
_KEPT = 4  # calendars: the one in use, and those around a change


def work_calendar() -> WorkCalendar:
    """The calendar in force, with every stored correction."""
    return corrected_calendar(stored_corrections())


def stored_corrections() -> tuple[CalendarRow, ...]:
    """The stored corrections by day."""
    rows = CalendarDay.objects.values_list("day", "kind", "name", "source")
    return tuple(CalendarRow(day, DayKind(kind), name, source) for day, kind, name, source in rows)


@lru_cache(maxsize=_KEPT)
def corrected_calendar(corrections: tuple[CalendarRow, ...]) -> WorkCalendar:
    """The packaged calendar under these corrections, later ones over earlier ones.

    A year without a packaged table keeps its fixed holidays when one of its days is corrected.
    """
    base = shipped_calendar()
    years = sorted({row.day.year for row in corrections})
    said = [row for year in years for row in days_of(base, year)]
    return base.with_corrections([*said, *corrections])


def days_of(calendar: WorkCalendar, year: int) -> list[CalendarRow]:
    """The days off and the worked Saturdays of a year, by day."""
    first = date(year, 1, 1)
    count = (date(year, 12, 31) - first).days + 1
    days = (calendar.reason(first + _ONE_DAY * n) for n in range(count))
    return [row for row in days if row is not None]
