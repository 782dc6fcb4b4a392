"""Days, months and years as papers print them, also damaged by scanning or wrapped."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from phongtrao.intake.extraction.canon import Paper, Span, read_number

_N = r"[0-9oli]{1,2}"
_YEAR = r"[12lo][0-9ol]{3}"
# Numbers are read from the folded text; l, o, i stand for 1, 0, 1 only beside a true digit sign.
DAY = (
    rf"(?:(?P<d>{_N})\s*[/.-]\s*(?P<m>{_N})(?:\s*[/.-]\s*(?P<y>{_YEAR}))?(?![\d/])"
    rf"|(?P<d2>{_N})\s*t[hb]ang\s*(?P<m2>{_N})(?:\s*,?\s*(?:nam\s*)?(?P<y2>{_YEAR}))?(?!\d))"
)
_DAY = re.compile(rf"(?<![\w/]){DAY}")
_PARTIAL = re.compile(rf"\bngay\s*[.…_]*\s*thang\s+(?P<m>{_N})\s+nam\s+(?P<y>{_YEAR})")
_YEARS = re.compile(r"\bnam\s+(20\d\d)\b|[/.-](20\d\d)\b|\b(20\d\d)\s*[-–]")


@dataclass(frozen=True)
class PrintedDay:
    """A day in the text; ``year`` None = not printed."""

    span: Span
    day: int
    month: int
    year: int | None

    def iso(self, year: int | None = None) -> str | None:
        """ISO form, with ``year`` where none is printed; None for an impossible day."""
        used = self.year or year
        if used is None:
            return None
        try:
            return date(used, self.month, self.day).isoformat()
        except ValueError:
            return None


def day_of(match: re.Match[str], suffix: str = "") -> PrintedDay | None:
    """The day in a match of ``DAY``; None for an impossible one."""
    groups = match.groupdict()
    d, m = groups.get("d" + suffix), groups.get("m" + suffix)
    y = groups.get("y" + suffix)
    if d is None:
        d, m, y = (groups.get(k + suffix) for k in ("d2", "m2", "y2"))
    if d is None or m is None or not (d + m).strip("oli"):
        return None
    day, month = read_number(d), read_number(m)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return PrintedDay(Span(*match.span()), day, month, read_number(y) if y else None)


def day_pattern(suffix: str) -> str:
    """``DAY`` with its group names ending in ``suffix``, to use it twice in one expression."""
    return re.sub(r"\?P<(\w+)>", rf"?P<\1{suffix}>", DAY)


def days_in(paper: Paper, start: int = 0, end: int | None = None) -> list[PrintedDay]:
    """Every printed day in a stretch, in order."""
    stop = len(paper.key) if end is None else end
    found = (day_of(m) for m in _DAY.finditer(paper.key, start, stop))
    return [d for d in found if d]


def month_only(paper: Paper, start: int, end: int) -> tuple[str, Span] | None:
    """A day line whose day is still open (``ngày   tháng 3 năm 2026`` → ``2026-03``)."""
    found = _PARTIAL.search(paper.key, start, end)
    if not found:
        return None
    month = read_number(found["m"])
    if not 1 <= month <= 12:
        return None
    return f"{read_number(found['y']):04d}-{month:02d}", Span(*found.span())


def usual_year(paper: Paper) -> int | None:
    """The year the text speaks of most, for a paper without a date."""
    years: Counter[int] = Counter()
    for found in _YEARS.finditer(paper.key):
        years[int(found[1] or found[2] or found[3])] += 1
    return years.most_common(1)[0][0] if years else None


@dataclass(frozen=True)
class Clock:
    """The day from which dates without a year are read."""

    issued: date | None
    year: int | None
    planned_year: int | None = None

    def year_for(self, month: int, day: int = 28) -> int | None:
        """The year of a day or month printed without one: the next such day after the issue.

        A plan for next year (its title names the year) puts its days into that year.
        """
        if self.planned_year:
            return self.planned_year
        if self.issued is None:
            return self.year
        ahead = (month, day) >= (self.issued.month, self.issued.day)
        return self.issued.year + (0 if ahead or month == self.issued.month else 1)


def clock_of(issued: str | None, title: str, paper: Paper) -> Clock:
    """The clock of a paper from its date (ISO, perhaps partial) and its title."""
    year = usual_year(paper)
    if not issued:
        return Clock(None, year)
    parts = [int(p) for p in issued.split("-")]
    day = date(*(parts + [1] * (3 - len(parts))))
    named = {int(y) for y in re.findall(r"năm (20\d\d)", title)}
    planned = day.year + 1 if named == {day.year + 1} else None
    return Clock(day, day.year, planned)
