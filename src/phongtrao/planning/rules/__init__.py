"""Clocks, classes and keys of planning. Pure: no Django.

The four classes everybody knows come from the practice of following up tasks (Quyết định
42/2014/QĐ-TTg, amended by 23/2018/QĐ-TTg). What could not be checked against the text stands in
``data/terms.json`` with ``is_verified: false`` and is marked on screen.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

from phongtrao.core.calendar import WorkCalendar
from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.core.inbox import SOON_DAYS
from phongtrao.core.vietnamese import fold, tidy_line


class TaskClass(StrEnum):
    """The class of a task on a day; the last two take no part in any rate."""

    RUNNING_IN_TIME = "running_in_time"
    RUNNING_LATE = "running_late"
    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"


CLASS_LABELS: dict[TaskClass, str] = {
    TaskClass.RUNNING_IN_TIME: N_("Chưa hoàn thành – trong hạn"),
    TaskClass.RUNNING_LATE: N_("Chưa hoàn thành – quá hạn"),
    TaskClass.DONE_IN_TIME: N_("Hoàn thành – đúng hạn"),
    TaskClass.DONE_LATE: N_("Hoàn thành – quá hạn"),
    TaskClass.SUSPENDED: N_("Tạm dừng"),
    TaskClass.WITHDRAWN: N_("Thôi giao"),
}
CLASS_TONES: dict[TaskClass, str] = {
    TaskClass.RUNNING_IN_TIME: "primary",
    TaskClass.RUNNING_LATE: "danger",
    TaskClass.DONE_IN_TIME: "success",
    TaskClass.DONE_LATE: "warning",
    TaskClass.SUSPENDED: "secondary",
    TaskClass.WITHDRAWN: "secondary",
}
_NO_CLOCK = {"suspended": TaskClass.SUSPENDED, "withdrawn": TaskClass.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Clock:
    """One deadline read on a day: its class and the days past it (0 = not late by a day)."""

    due_on: date
    task_class: TaskClass
    days_late: int
    days_left: int
    due_time: time | None = None
    hour_missed: bool = False

    @property
    def is_late(self) -> bool:
        """Whether the deadline has been missed, be it by hours of the due day."""
        return self.days_late > 0 or self.hour_missed


@dataclass(frozen=True, slots=True)
class Clocks:
    """Both clocks of a task: against the first date given and against the one that now holds."""

    original: Clock
    current: Clock
    is_due_soon: bool

    @property
    def is_extended(self) -> bool:
        """Whether more time was granted at least once."""
        return self.original.due_on != self.current.due_on


@dataclass(frozen=True, slots=True)
class Term:
    """A time limit as dated data: how long, where it comes from, whether that was checked."""

    working_days: int
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class StageName:
    """One stage of a list; some can rest on a round of comments."""

    code: str
    name: str
    takes_comments: bool


@dataclass(frozen=True, slots=True)
class StageList:
    """The stages that a kind of scheme goes through, with the source and whether it was checked."""

    code: str
    name: str
    stages: tuple[StageName, ...]
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text: ``keys`` are the marks over it, ``anchors`` those that begin here."""

    text: str
    keys: tuple[int, ...]
    anchors: tuple[int, ...]


def clock_on(
    state: str,
    due_on: date,
    stopped_on: date | None,
    today: date,
    *,
    due_time: time | None = None,
    read_at: time | None = None,
) -> Clock:
    """Read one deadline; the due day itself is in time, up to its hour where one was asked.

    The clock stops on the day of the report of completion that awaits or has had confirmation
    (``clock_stops`` in the terms); a returned report makes it run again. ``read_at`` is the time
    of that report, or of today where it runs; the minute of the hour itself is in time.
    """
    read_on = stopped_on or today
    days_late = max(0, (read_on - due_on).days)
    days_left = max(0, (due_on - read_on).days)
    if state in _NO_CLOCK:
        return Clock(due_on, _NO_CLOCK[state], 0, 0, due_time)
    missed = read_on == due_on and bool(due_time and read_at and read_at > due_time)
    late = days_late > 0 or missed
    if state == "completed":
        found = TaskClass.DONE_LATE if late else TaskClass.DONE_IN_TIME
    else:
        found = TaskClass.RUNNING_LATE if late else TaskClass.RUNNING_IN_TIME
    return Clock(due_on, found, days_late, days_left, due_time, missed)


def clocks_on(
    state: str,
    *,
    original_due_on: date,
    due_on: date,
    stopped_on: date | None,
    today: date,
    due_time: time | None = None,
    read_at: time | None = None,
) -> Clocks:
    """Both clocks, and whether the running task falls due soon; the hour holds for both."""
    hours = {"due_time": due_time, "read_at": read_at}
    current = clock_on(state, due_on, stopped_on, today, **hours)
    running = state in {"assigned", "in_progress"}
    return Clocks(
        original=clock_on(state, original_due_on, stopped_on, today, **hours),
        current=current,
        is_due_soon=running and not current.is_late and due_on <= soon_until(today),
    )


@cache
def terms() -> dict[str, Any]:
    """The time limits of planning, each with its source."""
    text = resources.files("phongtrao.planning").joinpath("data/terms.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def term(name: str) -> Term:
    """One time limit by its name; raises KeyError for an unknown one."""
    row = terms()[name]
    return Term(row["working_days"], row["source"], row["is_verified"])


def concretise_by(registered_on: date, calendar: WorkCalendar) -> date:
    """The last day on which an addressed body should have made a requirement concrete."""
    return calendar.add_working_days(registered_on, term("concretise_within").working_days)


def answer_by(asked_on: date, calendar: WorkCalendar) -> date:
    """The day by which a proposal should be answered where the asker names none."""
    return calendar.add_working_days(asked_on, term("answer_proposal").working_days)


def comments_by(sent_on: date, calendar: WorkCalendar) -> date:
    """The day that is offered for comments on a draft."""
    return calendar.add_working_days(sent_on, term("comment_on_draft").working_days)


@cache
def stage_lists() -> dict[str, StageList]:
    """The packaged lists of stages by code, in their order."""
    source = resources.files("phongtrao.planning").joinpath("data/scheme_stages.json")
    pack = json.loads(source.read_text("utf-8"))
    return {
        row["code"]: StageList(
            row["code"],
            row["name"],
            tuple(
                StageName(each["code"], each["name"], bool(each.get("takes_comments")))
                for each in row["stages"]
            ),
            pack["source"],
            pack["is_verified"],
        )
        for row in pack["lists"]
    }


def soon_until(today: date) -> date:
    """The last day that counts as *sắp đến hạn*, as everywhere in the product."""
    return today + timedelta(days=SOON_DAYS)


def is_concretising_late(state: str, by: date | None, today: date) -> bool:
    """Whether a body has let the set time pass; the requirement itself is never overdue by this."""
    return state == "open" and by is not None and today > by


def due_of(counts: Mapping[str, int]) -> int:
    """How many tasks were due, from the counts by class: all that are done, and those late."""
    return sum(
        counts.get(name, 0)
        for name in (TaskClass.DONE_IN_TIME, TaskClass.DONE_LATE, TaskClass.RUNNING_LATE)
    )


def rate(done_in_time: int, due: int) -> float | None:
    """Share done in time of those due (not of all); None where nothing was due."""
    return done_in_time / due if due else None


def number_key(text: str) -> str:
    """The key under which two spellings of a paper's number are one: NFC, no spaces, upper case.

    Đ stays Đ (standards.md §1.6); look-alike hyphens become plain ones.
    """
    return "".join(tidy_line(text).split()).upper().removeprefix("SỐ:")


def name_key(text: str) -> str:
    """The key of an alias or of an issuer: folded, one space between words."""
    return tidy_line(fold(tidy_line(text)))


def segments(text: str, spans: Iterable[tuple[int, int, int]]) -> list[list[Segment]]:
    """Cut a text into its lines, and each line where a span (start, end, key) begins or ends.

    The pieces of all lines joined by line ends are the text again. Spans outside it are cut off.
    """
    size = len(text)
    known = [(max(0, start), min(size, end), key) for start, end, key in spans]
    known = [span for span in known if span[0] < span[1]]
    lines: list[list[Segment]] = []
    anchored: set[int] = set()
    position = 0
    for line in text.split("\n"):
        lines.append(_line_segments(line, position, known, anchored))
        position += len(line) + 1
    return lines


def _line_segments(
    line: str, offset: int, spans: Sequence[tuple[int, int, int]], anchored: set[int]
) -> list[Segment]:
    """The pieces of one line; a span is anchored where its first letter shows, once."""
    end = offset + len(line)
    here = [span for span in spans if span[0] < end and span[1] > offset]
    cuts = {offset, end}
    for start, stop, _key in here:
        cuts |= {max(start, offset), min(stop, end)}
    pieces: list[Segment] = []
    for left, right in pairwise(sorted(cuts)):
        over = [span for span in here if span[0] <= left and right <= span[1]]
        anchors = tuple(sorted({start for start, _stop, _key in over} - anchored))
        anchored.update(anchors)
        keys = tuple(key for _start, _stop, key in over)
        pieces.append(Segment(line[left - offset : right - offset], keys, anchors))
    return pieces


def due_in_words(due_on: date, due_time: time | None) -> str:
    """A due day as it is printed, its hour before it where one was asked."""
    day = date_vn(due_on)
    return f"{due_time:%H:%M} {day}" if due_time else day


def age_in_days(since: date, today: date) -> int:
    """Whole days since a day, never negative."""
    return max(timedelta(0), today - since).days
