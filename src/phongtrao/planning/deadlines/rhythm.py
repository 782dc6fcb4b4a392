"""A recurring deadline: every month, quarter, half-year or year on a day of a month."""

import calendar as months
import re
from dataclasses import dataclass
from datetime import date, timedelta

from phongtrao.core.errors import N_

_EVERY = re.compile(r"EVERY:(P1M|P3M|P6M|P1Y)(?:@(?:(\d\d)-)?(\d\d))?")
_STEPS = {"P1M": 1, "P3M": 3, "P6M": 6, "P1Y": 12}
_LAST_DAY = 31
STEP_WORDS: dict[int, str] = {
    1: N_("Hằng tháng"),
    3: N_("Hằng quý"),
    6: N_("6 tháng một lần"),
    12: N_("Hằng năm"),
}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Due every `step` months, in months that lie whole steps from `month`, on `day`.

    A day that a month does not have means the month's last day. Due days stand as written, also
    on a day off: the paper that set them names the day.
    """

    step: int
    month: int
    day: int

    def __post_init__(self) -> None:
        """Refuse what is no rhythm: a programming error, never what a user typed."""
        if self.step not in STEP_WORDS or not 1 <= self.month <= 12 or not 1 <= self.day <= 31:
            message = f"no rhythm: {self}"
            raise ValueError(message)

    def next_on(self, day: date) -> date:
        """The first due day on or after a day."""
        index = day.year * 12 + day.month - 1
        while True:
            year, month = divmod(index, 12)
            if (month + 1 - self.month) % self.step == 0:
                due = self._in(year, month + 1)
                if due >= day:
                    return due
            index += 1

    def after(self, day: date) -> date:
        """The first due day after a day."""
        return self.next_on(day + timedelta(days=1))

    def _in(self, year: int, month: int) -> date:
        return date(year, month, min(self.day, months.monthrange(year, month)[1]))


def rhythm_of(norm: str) -> Rhythm | None:
    """The rhythm of a notation (`EVERY:P3M@15`); the first of several; None where there is none.

    Without a day it is the last day of the period.
    """
    for part in norm.split(";"):
        found = _EVERY.fullmatch(part.strip())
        if not found:
            continue
        step = _STEPS[found[1]]
        month = int(found[2]) if found[2] else step
        day = int(found[3]) if found[3] else _LAST_DAY
        if 1 <= month <= 12 and 1 <= day <= _LAST_DAY:
            return Rhythm(step, month, day)
    return None


def occurrence_due(rhythm: Rhythm, last_due_on: date, today: date) -> date | None:
    """The due day of the occurrence to open today; None while the newest one still runs.

    The next one opens the day after the last fell due. Those that a standing server has missed
    are not opened afterwards: nobody could have been in time for them.
    """
    if today <= last_due_on:
        return None
    return max(rhythm.after(last_due_on), rhythm.next_on(today))
