"""Until when each level reports: a cascade in working days, moved off days off where asked. Pure.

The deadline must be told for each level (Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5 điểm b).
"""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from phongtrao.core.calendar import DeadlineRule, WorkCalendar

_END_OF_OFFICE_HOURS = "17:00"
Moment = tuple[date, time]


def level_deadlines(
    levels: Sequence[str],
    last_day: date,
    calendar: WorkCalendar,
    *,
    top: Moment | None = None,
    step: int = 0,
    offsets: Mapping[str, Mapping[str, Any]] | None = None,
    rule: DeadlineRule = DeadlineRule.KEEP,
) -> dict[str, Moment]:
    """The deadline of each level, the highest first; a level without any is absent.

    With `top` it is the highest level's, each lower one `step` working days before the one above.
    Without it the form's own `offsets` hold: {days, time}, working days after the last day.
    """
    found: dict[str, Moment] = {}
    for place, level in enumerate(levels):
        moment = _moment(level, place, last_day, calendar, top, step, offsets or {})
        if moment is not None:
            day, hour = moment
            found[level] = (calendar.shift_deadline(day, rule), hour)
    return found


def _moment(
    level: str,
    place: int,
    last_day: date,
    calendar: WorkCalendar,
    top: Moment | None,
    step: int,
    offsets: Mapping[str, Mapping[str, Any]],
) -> Moment | None:
    if top is not None:
        return calendar.add_working_days(top[0], -step * place), top[1]
    own = offsets.get(level)
    if not own:
        return None
    hour = time.fromisoformat(str(own.get("time") or _END_OF_OFFICE_HOURS))
    return calendar.add_working_days(last_day, int(own["days"])), hour
