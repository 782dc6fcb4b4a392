"""What a body is engaged in at a time, and which of two engagements stand in each other's way.

Every register offers its own as `Engagement`s (ADR 28: registers do not know each other); the
rule of clashes is here once. A clash is told, never refused. Pure: no Django.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import combinations
from typing import Any

from phongtrao.core.calendar import DayKind, WorkCalendar
from phongtrao.core.errors import N_
from phongtrao.core.vietnamese import fold, tidy_line

# Parts of a day: the whole of it, a half, the evening, or by the clock.
WHOLE_DAY, MORNING, AFTERNOON, EVENING, BY_CLOCK = "ca_ngay", "sang", "chieu", "toi", "gio"
PARTS = (
    (BY_CLOCK, N_("Theo giờ")),
    (MORNING, N_("Sáng")),
    (AFTERNOON, N_("Chiều")),
    (EVENING, N_("Tối")),
    (WHOLE_DAY, N_("Cả ngày")),
)
_MINUTES = {WHOLE_DAY: (0, 1440), MORNING: (0, 720), AFTERNOON: (720, 1080), EVENING: (1080, 1440)}
# What has a beginning and no end is taken to last as long, in minutes.
ASSUMED_LENGTH = 120

# Kinds of engagements.
WEEK_ITEM, MEETING, INSPECTION, FESTIVAL, DUE = "week", "meeting", "inspection", "festival", "due"

# Why something is warned of.
AT_ONCE, SAME_PLACE, INSPECTED, DAY_OFF = "at_once", "same_place", "inspected", "day_off"
REASONS = {
    AT_ONCE: N_("Cùng lúc"),
    SAME_PLACE: N_("Cùng lúc, cùng địa điểm"),
    INSPECTED: N_("Cùng ngày có kiểm tra"),
    DAY_OFF: N_("Ngày nghỉ"),
}


@dataclass(frozen=True, slots=True)
class Engagement:
    """One thing on one day, as one body sees it.

    `key` names the record ("meetings.meeting:12"); `same_as` the record that this one repeats.
    `chair` is the post of the own body that presides, empty where another body does.
    """

    key: str
    kind: str
    title: str
    day: date
    part: str = WHOLE_DAY
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    chair: str = ""
    body: str = ""
    url: str = ""
    same_as: str = ""
    uid: str = ""
    changes: int = 0
    is_dropped: bool = False
    is_certain: bool = True

    @property
    def identity(self) -> str:
        """What is one and the same thing in several registers."""
        return self.same_as or self.key

    @property
    def order(self) -> tuple[Any, ...]:
        """By day, then by the clock."""
        return (self.day, *minutes_of(self), self.title, self.key)


@dataclass(frozen=True, slots=True)
class Clash:
    """Why an engagement is warned of; `other` is none for a day off, whose `name` is given."""

    reason: str
    one: Engagement
    other: Engagement | None = None
    name: str = ""

    @property
    def label(self) -> str:
        """The reason in words, marked for translation."""
        return REASONS[self.reason]


def minutes_of(engagement: Engagement) -> tuple[int, int]:
    """From which minute of its day to which; what has no end is assumed to last two hours."""
    if engagement.starts is None:
        return _MINUTES.get(engagement.part, _MINUTES[WHOLE_DAY])
    start = engagement.starts.hour * 60 + engagement.starts.minute
    if engagement.ends is None:
        return start, min(start + ASSUMED_LENGTH, 1440)
    return start, engagement.ends.hour * 60 + engagement.ends.minute


def reason_of(one: Engagement, other: Engagement) -> str:
    """Why two engagements of one body stand in each other's way; empty where they do not.

    The same thing in two registers does not clash with itself, a due day takes no time, and two
    things with different posts in the chair may go on at once, but not in one place.
    """
    if one.identity == other.identity or one.day != other.day:
        return ""
    if one.is_dropped or other.is_dropped or DUE in (one.kind, other.kind):
        return ""
    (start, end), (other_start, other_end) = minutes_of(one), minutes_of(other)
    if start < other_end and other_start < end:
        if _folded(one.place) and _folded(one.place) == _folded(other.place):
            return SAME_PLACE
        chairs = {_folded(one.chair), _folded(other.chair)}
        if len(chairs) == 1 or "" in chairs:
            return AT_ONCE
    return INSPECTED if INSPECTION in (one.kind, other.kind) else ""


def clashes_among(engagements: Sequence[Engagement]) -> list[Clash]:
    """Every pair that clashes, each once, by day and hour."""
    ordered = sorted(engagements, key=lambda each: each.order)
    found = []
    for one, other in combinations(ordered, 2):
        reason = reason_of(one, other)
        if reason:
            found.append(Clash(reason, one, other))
    return found


def clashes_with(one: Engagement, others: Iterable[Engagement]) -> list[Clash]:
    """What stands in the way of one engagement."""
    ordered = sorted(others, key=lambda each: each.order)
    return [Clash(reason, one, other) for other in ordered if (reason := reason_of(one, other))]


def day_off(one: Engagement, calendar: WorkCalendar) -> list[Clash]:
    """A warning where an engagement falls on a day that is not worked; `name` is the holiday."""
    if one.is_dropped or one.kind == DUE or calendar.is_working_day(one.day):
        return []
    row = calendar.reason(one.day)
    return [Clash(DAY_OFF, one, name=row.name if row and row.kind is DayKind.OFF else "")]


def _folded(text: str) -> str:
    return tidy_line(fold(text))
