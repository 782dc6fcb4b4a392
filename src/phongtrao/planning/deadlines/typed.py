"""A deadline typed in words: a day, an hour of a day, a term counted from a base day, a rhythm.

The words are read by the rules of the extraction (`intake.extraction.deadlines`), so that a term
means the same on the form as in a paper. Only the hour, which the notation drops, is read here.
"""

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from phongtrao.core.calendar import DeadlineRule, WorkCalendar
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import parse_date_vn
from phongtrao.core.vietnamese import fold, fold_keep_length, tidy_line
from phongtrao.intake.extraction.canon import Paper, Span, canon
from phongtrao.intake.extraction.dates import Clock
from phongtrao.intake.extraction.deadlines import deadlines_in, joined
from phongtrao.intake.extraction.due import due_on
from phongtrao.intake.extraction.records import Deadline
from phongtrao.planning.deadlines.rhythm import Rhythm, rhythm_of

# Minutes are no minutes where a day follows: "17 giờ 15/12".
_HOUR = re.compile(
    r"\b(\d{1,2})\s*(?:gio|h|g|:)\s*(?:(\d{2})(?!\d|\s*[/.-])(?:\s*phut)?)?(?=\W|\d|$)"
)
_ONLY_A_DAY = re.compile(r"[\d/.\-]+")
_BARE_TERM = re.compile(r"\d{1,3} (?:ngay|tuan|thang)\b")
_BARE_QUARTER = re.compile(r"(?:hang|moi) quy\b.*\bngay \d{1,2}")
_COUNTED = re.compile(r"REL:P(\d{1,3})(WD|D|W|M)")
_NAMED_BASE = re.compile(
    r"(?:ke tu|tu|sau)\s+(?:ngay\s+)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(20\d\d)"
)
_ISSUED = re.compile(r"\b(?:ban hanh|ky)\b")
_RECEIVED = re.compile(r"\bnhan\b")


class Unit(StrEnum):
    """What a term is counted in."""

    WORKING_DAY = "WD"
    DAY = "D"
    WEEK = "W"
    MONTH = "M"


class Base(StrEnum):
    """The day from which a term is counted."""

    ISSUED = "issued"
    RECEIVED = "received"
    ASSIGNED = "assigned"
    NAMED = "named"


UNIT_WORDS: dict[Unit, str] = {
    Unit.WORKING_DAY: N_("%(count)s ngày làm việc"),
    Unit.DAY: N_("%(count)s ngày"),
    Unit.WEEK: N_("%(count)s tuần"),
    Unit.MONTH: N_("%(count)s tháng"),
}
BASE_WORDS: dict[Base, str] = {
    Base.ISSUED: N_("kể từ ngày ban hành văn bản"),
    Base.RECEIVED: N_("kể từ ngày nhận văn bản"),
    Base.ASSIGNED: N_("kể từ ngày giao việc"),
    Base.NAMED: N_("kể từ ngày đã nêu"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of so many units from a base day; the base day itself is not counted."""

    count: int
    unit: Unit
    base: Base
    base_on: date


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline as it was understood: the day, the hour where asked, and where it comes from."""

    day: date
    hour: time | None = None
    term: Term | None = None
    rhythm: Rhythm | None = None


@dataclass(frozen=True, slots=True)
class Bases:
    """The days that words such as *kể từ ngày nhận* stand for; None where there is no paper."""

    today: date
    issued_on: date | None = None
    received_on: date | None = None


def read_due(text: str, bases: Bases, calendar: WorkCalendar) -> Due:
    """Understand a typed deadline.

    Raises InvalidInput with a sentence that says how to write it.
    """
    words = tidy_line(text)
    hour, rest = _without_hour(words)
    if _ONLY_A_DAY.fullmatch(rest):
        return Due(parse_date_vn(rest), hour)
    said = joined(_deadlines(_completed(rest), bases.today))
    if said is None:
        raise _not_understood()
    norm = said.norm.split(";")[0]
    rhythm = rhythm_of(said.norm)
    if rhythm is not None:
        return Due(rhythm.next_on(bases.today), hour, rhythm=rhythm)
    counted = _COUNTED.fullmatch(norm)
    if counted:
        term = _term(int(counted[1]), Unit(counted[2]), words, bases)
        return Due(term_ends(term, calendar), hour, term=term)
    day = due_on(norm, bases.today, bases.today, calendar)
    if day is None:
        raise _not_understood()
    return Due(day, hour)


def term_ends(term: Term, calendar: WorkCalendar) -> date:
    """The last day of a term.

    A term in working days ends on a working day by itself; one in days, weeks or months that ends
    on a day off ends on the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5).
    """
    if term.unit is Unit.WORKING_DAY:
        return calendar.add_working_days(term.base_on, term.count)
    last = due_on(f"REL:P{term.count}{term.unit}", term.base_on)
    return calendar.shift_deadline(last or term.base_on, DeadlineRule.NEXT_WORKING_DAY)


def is_shifted(term: Term, calendar: WorkCalendar) -> bool:
    """Whether the last day was moved because offices rest on it."""
    if term.unit is Unit.WORKING_DAY:
        return False
    return due_on(f"REL:P{term.count}{term.unit}", term.base_on) != term_ends(term, calendar)


def days_off_within(term: Term, calendar: WorkCalendar) -> int:
    """Days between base and end that a term in working days leaves out."""
    end = term_ends(term, calendar)
    span = range(1, (end - term.base_on).days + 1)
    return sum(not calendar.is_working_day(term.base_on + timedelta(days=n)) for n in span)


def _without_hour(words: str) -> tuple[time | None, str]:
    """The hour ("17 giờ", "8h30", "16:00") and the words around it; refuses 25 giờ."""
    found = _HOUR.search(fold_keep_length(words))
    if found is None:
        return None, words
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > 23 or minute > 59:
        said = words[found.start() : found.end()].strip()
        raise InvalidInput(N_("Không có giờ %(hour)s."), "due.hour", hour=said)
    rest = f"{words[: found.start()]} {words[found.end() :]}"
    return time(hour, minute), tidy_line(rest).strip(" ,;")


def _completed(words: str) -> str:
    """The words as a paper writes them, where a form is filled in shorter."""
    key = fold(words)
    if _BARE_TERM.match(key):
        return f"trong {words}"
    if _BARE_QUARTER.fullmatch(key):
        return f"{words} tháng cuối quý"
    return words


def _deadlines(words: str, today: date) -> list[Deadline]:
    paper = Paper(canon(words))
    return deadlines_in(paper, Span(0, len(paper.text)), Clock(today, today.year), cell=True)


def _term(count: int, unit: Unit, words: str, bases: Bases) -> Term:
    key = fold(words)
    named = _NAMED_BASE.search(key)
    if named:
        return Term(count, unit, Base.NAMED, _day(named))
    for pattern, base, day in (
        (_ISSUED, Base.ISSUED, bases.issued_on),
        (_RECEIVED, Base.RECEIVED, bases.received_on),
    ):
        if pattern.search(key):
            if day is None:
                raise InvalidInput(
                    N_(
                        "Không rõ thời hạn kể từ ngày nào, vì nhiệm vụ này không từ một văn bản "
                        "có ngày. Hãy ghi ngày, ví dụ: 10 ngày làm việc kể từ ngày 12/11/2026."
                    ),
                    "due.base",
                )
            return Term(count, unit, base, day)
    return Term(count, unit, Base.ASSIGNED, bases.today)


def _day(found: re.Match[str]) -> date:
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        raise _not_understood() from None


def _not_understood() -> InvalidInput:
    return InvalidInput(
        N_(
            "Chưa hiểu thời hạn này. Hãy ghi ngày (15/12/2026), giờ và ngày (17 giờ 15/12/2026), "
            "thời hạn (10 ngày làm việc kể từ ngày nhận văn bản) hoặc định kỳ "
            "(hằng tháng trước ngày 15)."
        ),
        "due.unclear",
    )


def term_sentence(term: Term) -> tuple[Sentence, str]:
    """The term in words, and the words of its base."""
    return Sentence(UNIT_WORDS[term.unit], {"count": term.count}), BASE_WORDS[term.base]
