"""How the lines of a week are typed and read, and how they are marked after a change. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, NoReturn

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import date_vn, parse_date_vn
from phongtrao.core.vietnamese import fold, tidy, tidy_line
from phongtrao.planning.deadlines.engagements import (
    AFTERNOON,
    BY_CLOCK,
    EVENING,
    MORNING,
    PARTS,
    WHOLE_DAY,
)

__all__ = ["PARTS"]
MOST_ITEMS = 120
_MOST_TEXT = 60_000
_WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tu": 2, "4": 2, "nam": 3, "5": 3, "sau": 4, "6": 4,
    "bay": 5, "7": 5,
}  # fmt: skip
_PART_WORDS = {"sang": MORNING, "chieu": AFTERNOON, "toi": EVENING, "ca ngay": WHOLE_DAY,
               "ngay": WHOLE_DAY}  # fmt: skip
_CLOCK = re.compile(r"(\d{1,2})\s*(?:(?:gio|h|g|:)\s*(\d{1,2})?)?\s*(?:phut|p)?")
_BETWEEN = re.compile(r"\s*(?:-|den|toi)\s*")
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-"})
# The order of the cells of a pasted row.
COLUMNS = ("day", "hours", "content", "place", "chair", "preparer", "participants")
_LONGEST = {"content": 500, "place": 200, "chair": 150, "preparer": 200, "participants": 300}


@dataclass(frozen=True, slots=True)
class Hours:
    """When on its day: a part of it, or from an hour to another; the end may be unknown."""

    part: str
    starts: time | None = None
    ends: time | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What is typed of an item: bodies and posts, never names of persons."""

    day: date
    hours: Hours
    content: str
    place: str = ""
    chair: str = ""
    preparer: str = ""
    participants: str = ""
    is_fixed: bool = False


def monday_before(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def week_number(monday: date) -> int:
    """The number of a week in its year (ISO 8601: the week of the first Thursday is week 1)."""
    return monday.isocalendar().week


def read_hours(text: str) -> Hours:
    """ "7h30", "7:30", "19 giờ", "14h - 16h30", "sáng", "chiều 14 giờ", "cả ngày"; nothing typed
    is the whole day. Raises InvalidInput (not a time, an end before its start).
    """
    said = tidy_line(fold(text).translate(_DASHES))
    if not said:
        return Hours(WHOLE_DAY)
    part, clock = _part_of(said)
    if not clock:
        if not part:
            _refuse_hours(text)
        return Hours(part)
    pieces = _BETWEEN.split(clock)
    if len(pieces) > 2:
        _refuse_hours(text)
    times = [_time_of(piece, part, text) for piece in pieces]
    if len(times) == 2 and times[1] <= times[0]:
        _refuse(
            "hours",
            N_('Giờ kết thúc phải sau giờ bắt đầu: "%(said)s".'),
            said=tidy_line(text)[:40],
        )
    return Hours(BY_CLOCK, times[0], times[1] if len(times) == 2 else None)


def _part_of(said: str) -> tuple[str, str]:
    """The word of a part of the day at the beginning, and what stands after it."""
    for word, part in _PART_WORDS.items():
        if said == word or said.startswith((f"{word} ", f"{word},", f"{word}:")):
            rest = said[len(word) :].strip(" ,:()")
            return part, rest.removeprefix("tu ").strip()
    return "", said.removeprefix("tu ").strip()


def _time_of(piece: str, part: str, text: str) -> time:
    found = _CLOCK.fullmatch(piece.strip())
    if found is None:
        _refuse_hours(text)
    hour, minute = int(found[1]), int(found[2] or 0)
    if part in (AFTERNOON, EVENING) and 1 <= hour < 12:
        hour += 12  # "chiều 2 giờ"
    if hour > 23 or minute > 59:
        _refuse_hours(text)
    return time(hour, minute)


def _refuse_hours(text: str) -> NoReturn:
    _refuse(
        "hours",
        N_('Không đọc được giờ "%(said)s": ghi như 7h30, 14h - 16h30, sáng, chiều hoặc cả ngày.'),
        said=tidy_line(text)[:40],
    )


def written_hours(part: str, starts: time | None, ends: time | None) -> str:
    """When on its day as it may be typed again; a part of the day has its own word."""
    if part != BY_CLOCK or starts is None:
        return "" if part == WHOLE_DAY else next(n for code, n in PARTS if code == part).lower()
    return clock_words(starts, ends)


def shown_hours(part: str, starts: time | None, ends: time | None) -> str:
    """When on its day, as a table says it; a part of the day is marked for translation."""
    if part == BY_CLOCK and starts is not None:
        return clock_words(starts, ends)
    return dict(PARTS)[part]


def clock_words(starts: time, ends: time | None) -> str:
    """From an hour to another the way calendars of public bodies write it: 7h30 – 9h00."""
    shown = f"{starts.hour}h{starts.minute:02d}"
    return shown if ends is None else f"{shown} – {ends.hour}h{ends.minute:02d}"


def read_day(text: str, monday: date) -> date:
    """The day of the week that is meant: "thứ hai", "T4", "CN", "30/11", "30/11/2026".

    Raises InvalidInput for what is no day and for a day outside of the week.
    """
    said = tidy_line(fold(text)).strip(" .,:")
    for lead in ("thu ", "t"):
        word = said.removeprefix(lead).split(" ")[0].strip(",(")
        if word in _WEEKDAYS:
            return monday + timedelta(days=_WEEKDAYS[word])
    if said.split(" ")[0].strip(",(") in ("cn", "chu", "t8"):
        return monday + timedelta(days=6)
    day = _typed_day(said, monday, text)
    require_in_week(day, monday)
    return day


def _typed_day(said: str, monday: date, text: str) -> date:
    short = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})", said)
    try:
        if short:
            days = [monday + timedelta(days=n) for n in range(7)]
            wanted = (int(short[1]), int(short[2]))
            inside = [each for each in days if (each.day, each.month) == wanted]
            return inside[0] if inside else date(monday.year, wanted[1], wanted[0])
        return parse_date_vn(said)
    except (InvalidInput, ValueError):
        _refuse(
            "day",
            N_('Không đọc được ngày "%(said)s": ghi thứ (Hai … Bảy, CN) hoặc ngày/tháng.'),
            said=tidy_line(text)[:40],
        )


def require_in_week(day: date, monday: date) -> None:
    """Raises InvalidInput for a day outside of the week."""
    sunday = monday + timedelta(days=6)
    if not monday <= day <= sunday:
        _refuse(
            "day",
            N_("Ngày %(day)s không thuộc tuần này (từ %(first)s đến %(last)s)."),
            day=date_vn(day),
            first=date_vn(monday),
            last=date_vn(sunday),
        )


def read_rows(text: str, monday: date) -> list[Line]:
    """The lines of rows pasted from a spreadsheet or a document: day, hours, content, place, chair,
    who prepares, who takes part, between tabs or "|".

    A cell of the day that is empty repeats the day above, as merged cells paste. Raises
    InvalidInput whose sentence names every faulty line; nothing is taken then.
    """
    if len(text) > _MOST_TEXT:
        _refuse("rows", N_("Đoạn dán quá dài; chưa nhập dòng nào. Hãy dán từng phần."))
    lines, faults, day = [], [], None
    for number, cells in _cells_of(text):
        try:
            line = _line_of(cells, monday, day)
        except InvalidInput as fault:
            faults.append((number, fault))
            continue
        day = line.day
        lines.append(line)
    if faults:
        _refuse_rows(faults)
    if not lines:
        _refuse("rows", N_("Chưa có dòng nào. Mỗi dòng: thứ | giờ | nội dung | địa điểm | chủ trì"))
    if len(lines) > MOST_ITEMS:
        _refuse("rows", N_("Một tuần ghi nhiều nhất %(most)s mục."), most=MOST_ITEMS)
    return lines


def _cells_of(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, raw in enumerate(tidy(text).split("\n"), start=1):
        separator = "\t" if "\t" in raw else "|"
        cells = [tidy_line(cell) for cell in raw.split(separator)]
        if not any(cells) or (number == 1 and _is_heading(cells)):
            continue
        yield number, cells


def _is_heading(cells: list[str]) -> bool:
    return fold(cells[0]) in ("thu", "ngay", "thu, ngay", "thu ngay") and len(cells) > 2


def _line_of(cells: list[str], monday: date, above: date | None) -> Line:
    if len(cells) < 3 or len(cells) > len(COLUMNS):
        _refuse(
            "rows",
            N_(
                "cần từ 3 đến 7 cột: thứ | giờ | nội dung | địa điểm | chủ trì"
                " | chuẩn bị | thành phần"
            ),
        )
    given = dict(zip(COLUMNS, cells, strict=False))
    if not given["day"] and above is None:
        _refuse("day", N_("thiếu thứ, ngày"))
    day = read_day(given.pop("day"), monday) if given["day"] else above
    hours = read_hours(given.pop("hours"))
    given.pop("day", None)
    texts: dict[str, Any] = given
    return checked(Line(day or monday, hours, **texts))


def checked(line: Line) -> Line:
    """A line as it may be kept; raises InvalidInput where nothing is said or too much."""
    if not tidy_line(line.content):
        _refuse("content", N_("Hãy ghi nội dung công việc."))
    for name, most in _LONGEST.items():
        if len(getattr(line, name)) > most:
            _refuse(name, N_("Một ô dài quá %(most)s chữ cái; hãy ghi ngắn lại."), most=most)
    return line


def _refuse_rows(faults: list[tuple[int, InvalidInput]]) -> None:
    told = "; ".join(f"{number}: {fault.sentence}" for number, fault in faults[:5])
    _refuse(
        "rows",
        N_("Chưa nhập dòng nào vì có %(count)s dòng chưa đúng. Dòng %(told)s"),
        count=len(faults),
        told=told,
    )


def _refuse(name: str, text: str, **data: object) -> NoReturn:
    said = Sentence(text, data)
    raise InvalidInput(said, fields={name: said})
