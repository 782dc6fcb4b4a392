"""Working days of public bodies in Viet Nam, from a table that an administrator can correct.

The shipped table (``data/holidays.json``) holds the public holidays, the days off and the worked
Saturdays of each year with the number of the paper that says so. A year without a table uses the
fixed holidays and counts as unconfirmed. Pure: no Django.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib import resources
from io import StringIO

from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import parse_date_vn
from phongtrao.core.vietnamese import fold, tidy, tidy_line

_SATURDAY = 5
_FARTHEST = 10_000  # working days; about forty years, more is a mistake of the caller
_ONE_DAY = timedelta(days=1)
_COLUMNS = ("ngay", "loai", "ten", "can cu")
_LARGEST_FILE = 200_000  # characters; a correction file is a few dozen lines
# Characters that the table of corrections keeps of a day's name and of the number of its paper.
LONGEST_NAME = 120
LONGEST_SOURCE = 200


class DayKind(StrEnum):
    """What a row of the table says about its day."""

    OFF = "off"
    WORK = "work"
    ORDINARY = "ordinary"  # takes back an earlier row
    CONFIRM_YEAR = "confirm_year"  # the whole year of the day is now official


class DeadlineRule(StrEnum):
    """What happens to a deadline that falls on a day off."""

    KEEP = "keep"
    NEXT_WORKING_DAY = "next_working_day"
    PREVIOUS_WORKING_DAY = "previous_working_day"


_KINDS = {
    "nghi": DayKind.OFF,
    "lam viec": DayKind.WORK,
    "lam bu": DayKind.WORK,
    "binh thuong": DayKind.ORDINARY,
    "xac nhan nam": DayKind.CONFIRM_YEAR,
}


@dataclass(frozen=True)
class CalendarRow:
    """One line of the table; ``source`` is the number of the paper it follows."""

    day: date
    kind: DayKind
    name: str
    source: str


@dataclass(frozen=True)
class FixedHoliday:
    """A holiday on the same solar date every year from ``from_year`` on."""

    month: int
    day: int
    name: str
    source: str
    from_year: int = 0


@dataclass(frozen=True)
class YearStatus:
    """Whether the days of a year are official, and by which papers."""

    year: int
    confirmed: bool
    source: str


class WorkCalendar:
    """Which days are worked. Immutable; corrections make a new calendar."""

    def __init__(
        self,
        rows: Iterable[CalendarRow],
        years: Iterable[YearStatus] = (),
        fixed: Iterable[FixedHoliday] = (),
    ) -> None:
        self._years = {status.year: status for status in years}
        self._fixed = tuple(fixed)
        self._days: dict[date, CalendarRow] = {}
        for row in rows:
            if row.kind is DayKind.CONFIRM_YEAR:
                self._years[row.day.year] = YearStatus(row.day.year, True, row.source)  # noqa: FBT003
            else:
                self._days[row.day] = row
        self._tabled = {day.year for day in self._days} | set(self._years)

    @property
    def rows(self) -> list[CalendarRow]:
        """The rows of the table by day, without the fixed holidays of years that have none."""
        return [self._days[day] for day in sorted(self._days)]

    def year_status(self, year: int) -> YearStatus:
        """Whether this year is official; a year without a table is not."""
        return self._years.get(year) or YearStatus(year, confirmed=False, source="")

    def reason(self, day: date) -> CalendarRow | None:
        """The row that makes this day differ from an ordinary one; None on ordinary days."""
        row = self._days.get(day)
        if row is not None:
            return None if row.kind is DayKind.ORDINARY else row
        if day.year in self._tabled:
            return None
        for holiday in self._fixed:
            if (holiday.month, holiday.day) == (day.month, day.day):
                if day.year < holiday.from_year:
                    continue
                return CalendarRow(day, DayKind.OFF, holiday.name, holiday.source)
        return None

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday but for days off, and the Saturdays worked instead."""
        row = self.reason(day)
        if row is not None:
            return row.kind is DayKind.WORK
        return day.weekday() < _SATURDAY

    def add_working_days(self, day: date, count: int) -> date:
        """The count-th working day after ``day``, before it if negative; 0 gives the day itself."""
        if abs(count) > _FARTHEST:
            message = f"{count} working days is out of reach"
            raise ValueError(message)
        step = _ONE_DAY if count > 0 else -_ONE_DAY
        left = abs(count)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def working_days_between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and with ``end``; negative if the end comes first."""
        if end < start:
            return -self.working_days_between(end - _ONE_DAY, start - _ONE_DAY)
        span = (end - start).days
        return sum(self.is_working_day(start + _ONE_DAY * n) for n in range(1, span + 1))

    def shift_deadline(self, day: date, rule: DeadlineRule) -> date:
        """The deadline that holds: the day itself if worked, else moved by the rule."""
        if rule is DeadlineRule.KEEP or self.is_working_day(day):
            return day
        return self.add_working_days(day, 1 if rule is DeadlineRule.NEXT_WORKING_DAY else -1)

    def warnings(self, today: date) -> list[Sentence]:
        """A sentence for this year and the next where their days off are not yet official."""
        text = N_(
            "Lịch nghỉ lễ, Tết năm %(year)s chưa được xác nhận; thời hạn tính theo ngày làm việc"
            " của năm này có thể thay đổi. Khi có thông báo chính thức, hãy nhập tệp điều chỉnh"
            " lịch làm việc."
        )
        years = (today.year, today.year + 1)
        return [Sentence(text, {"year": y}) for y in years if not self.year_status(y).confirmed]

    def with_corrections(self, rows: Iterable[CalendarRow]) -> "WorkCalendar":
        """A calendar in which these rows replace what was said about their days."""
        return WorkCalendar([*self.rows, *rows], self._years.values(), self._fixed)


@cache
def shipped_calendar() -> WorkCalendar:
    """The calendar of the package, without corrections."""
    text = resources.files("phongtrao.core").joinpath("data/holidays.json").read_text("utf-8")
    table = json.loads(text)
    rows = [
        CalendarRow(date.fromisoformat(r["date"]), DayKind(r["kind"]), r["name"], r["source"])
        for r in table["days"]
    ]
    years = [YearStatus(**status) for status in table["years"]]
    return WorkCalendar(rows, years, [FixedHoliday(**holiday) for holiday in table["fixed"]])


def parse_corrections(csv_text: str) -> list[CalendarRow]:
    """The rows of a correction file with the columns *ngày, loại, tên, căn cứ*.

    *Loại* is nghỉ, làm việc (làm bù), bình thường or xác nhận năm. Comma, semicolon or tab between.
    Any fault refuses the file: ``InvalidInput`` whose ``fields`` name every faulty row.
    """
    if len(csv_text) > _LARGEST_FILE:
        raise InvalidInput(N_("Tệp điều chỉnh lịch quá lớn; chưa nhập dòng nào."), "calendar.size")
    rows, faults = _corrections(_table(tidy(csv_text)))
    if faults:
        raise InvalidInput(
            N_("Tệp có %(count)s dòng chưa đúng (dòng %(rows)s); chưa nhập dòng nào."),
            "calendar.rows",
            fields=faults,
            count=len(faults),
            rows=", ".join(faults),
        )
    if not rows:
        raise InvalidInput(N_("Tệp không có dòng nào; lịch được giữ nguyên."), "calendar.empty")
    return rows


def _corrections(
    lines: Iterable[tuple[int, Mapping[str, str]]],
) -> tuple[list[CalendarRow], dict[str, Sentence]]:
    """The readable rows, and the fault of each other line by its number."""
    rows: list[CalendarRow] = []
    faults: dict[str, Sentence] = {}
    seen: dict[tuple[date, bool], int] = {}
    for number, cells in lines:
        try:
            row = _correction(cells)
        except InvalidInput as fault:
            faults[str(number)] = fault.sentence
            continue
        first = seen.setdefault((row.day, row.kind is DayKind.CONFIRM_YEAR), number)
        if first != number:
            faults[str(number)] = Sentence(
                N_("Ngày (hoặc năm) này đã có ở dòng %(row)s."), {"row": first}
            )
        rows.append(row)
    return rows, faults


def _table(text: str) -> list[tuple[int, Mapping[str, str]]]:
    """The data lines with their line numbers, as column → cell; the header decides the order."""
    header, _, _ = text.lstrip("\n").partition("\n")
    delimiter = max(";\t,", key=header.count)
    reader = csv.reader(StringIO(text), delimiter=delimiter)
    names: list[str] = []
    lines: list[tuple[int, Mapping[str, str]]] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if names:
                lines.append((reader.line_num, dict(zip(names, cells, strict=False))))
            else:
                names = [tidy_line(fold(cell)) for cell in cells]
    except csv.Error:
        raise InvalidInput(
            N_("Không đọc được tệp ở dòng %(row)s; lịch được giữ nguyên."),
            "calendar.unreadable",
            row=reader.line_num,
        ) from None
    if missing := [column for column in _COLUMNS if column not in names]:
        raise InvalidInput(
            N_('Tệp phải có dòng đầu với các cột "ngày", "loại", "tên", "căn cứ".'),
            "calendar.columns",
            missing=missing,
        )
    return lines


def _correction(cells: Mapping[str, str]) -> CalendarRow:
    day = parse_date_vn(cells.get("ngay", ""))
    kind = _KINDS.get(tidy_line(fold(cells.get("loai", ""))))
    if kind is None:
        raise InvalidInput(
            N_('Loại "%(kind)s" không có; hãy ghi nghỉ, làm việc, bình thường hoặc xác nhận năm.'),
            kind=tidy_line(cells.get("loai", ""))[:40],
        )
    name, source = tidy_line(cells.get("ten", "")), tidy_line(cells.get("can cu", ""))
    if not source:
        raise InvalidInput(N_("Thiếu căn cứ (số, ký hiệu văn bản) của ngày này."))
    if len(name) > LONGEST_NAME or len(source) > LONGEST_SOURCE:
        raise InvalidInput(
            N_("Tên dài quá %(name)s chữ cái hoặc căn cứ dài quá %(source)s chữ cái."),
            name=LONGEST_NAME,
            source=LONGEST_SOURCE,
        )
    if kind is DayKind.CONFIRM_YEAR:
        day = day.replace(month=1, day=1)  # the row speaks of the whole year
    return CalendarRow(day, kind, name, source)
