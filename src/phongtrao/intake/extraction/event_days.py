"""When and where an event is: day, days, month or quarter in its clause; the place after "tại"."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from phongtrao.intake.extraction.canon import Paper, Span, wrapped
from phongtrao.intake.extraction.dates import DAY, Clock, day_of, day_pattern
from phongtrao.intake.extraction.letters import LOWER, UPPER
from phongtrao.intake.extraction.segment import Block, sentences_of

_ONE = wrapped(rf"\b(?:sang|chieu|toi|trua|ngay|hom)\s+(?:ngay )?{DAY}")
_RANGE = wrapped(
    rf"\b(?:tu |trong cac |cac )?(?:ngay )?(?P<first>\d{{1,2}})(?:\s?[/.-]\s?(?P<fm>\d{{1,2}}))?"
    rf"(?:\s*/\s*(?P<fy>20\d\d))?\s*(?:den het|den|-|–|va)\s*(?:ngay )?{day_pattern('b')}"
)
_MONTH = wrapped(
    r"\b(?:trong|vao|hop|dau|giua|cuoi|to chuc) (?:thang )?thang (?P<m>\d{1,2})"
    r"(?:(?:/| nam )(?P<y>20\d\d))?(?![\d/])"
)
_QUARTER = wrapped(r"\b(?:trong|vao) quy (?P<q>iv|iii|ii|i|[1-4])(?:(?:/| nam )(?P<y>20\d\d))?\b")
_YEAR = wrapped(r"\b(?:vao|trong) nam (?P<y>20\d\d)\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NOT_TOLD = re.compile(
    r"\b(?:truoc|cham nhat|het|bao cao|tinh den|ke tu|hoan thanh|den nay|so ket|xong)\s+"
    r"(?:ngay\s*)?$"
)
_DONE = re.compile(r"\b(?:xong|hoan thanh)\s+$")
# How far from its noun the day of an event is looked for, in letters.
_REACH = 600
_TIME_SAID = wrapped(r"\W*(?:thoi gian|to chuc|dien ra|keo dai)\b")
# Where a body sits: its whole name belongs to the place.
_SEAT = (
    r"(?:[Tt]rụ sở|[Hh]ội trường) (?:Ủy ban [Nn]hân dân|Ủy ban Mặt trận Tổ quốc(?: Việt Nam)?"
    r"|UBND|Công an|Đảng ủy|Tỉnh ủy|Thành ủy|Huyện ủy)"
    r"(?: (?:tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu))?"
    rf"(?: [{UPPER}][{UPPER}{LOWER}]*){{0,4}}"
)
_PLACE = wrapped(
    rf"(?<!\w)(?:tại|ở)\s+({_SEAT}|"
    r"(?:(?:xã|phường|bản|thôn|thị trấn|thành phố|tỉnh|huyện|hội trường|nhà "
    rf"văn hóa|trụ sở|khu|đặc khu|thị xã)\s+)*[{UPPER}][{UPPER}{LOWER}]*"
    rf"(?:(?:,\s+(?:xã|phường|huyện|tỉnh))?\s[{UPPER}][{UPPER}{LOWER}]*){{0,6}}|"
    rf"(?:[Hh]ội trường|[Nn]hà văn hóa|[Tt]rụ sở)\s[^,.;:()]{{2,40}})"
)


@dataclass(frozen=True)
class Sentences:
    """The sentences of a paper, for look-up by place."""

    spans: list[Span]

    @cached_property
    def starts(self) -> list[int]:
        """Where each begins."""
        return [s.start for s in self.spans]

    def around(self, at: int) -> tuple[Span, Span | None]:
        """The sentence at a place and the one before it in the paper."""
        n = bisect_right(self.starts, at) - 1
        if n < 0:
            return Span(at, at), None
        return self.spans[n], self.spans[n - 1] if n else None


def sentences(paper: Paper, blocks: list[Block]) -> Sentences:
    """Every sentence of the blocks of a paper."""
    return Sentences([s for b in blocks for s in sentences_of(paper, b.body)])


def clause_at(paper: Paper, sentence: Span, anchor: Span) -> Span:
    """The part of the sentence between semicolons, with a following "thời gian …"."""
    sentence = Span(
        max(sentence.start, anchor.start - _REACH), min(sentence.end, anchor.end + _REACH)
    )
    start = max(paper.text.rfind(";", sentence.start, anchor.start) + 1, sentence.start)
    stop = paper.text.find(";", anchor.end, sentence.end)
    end = sentence.end if stop == -1 else stop
    if stop != -1 and _TIME_SAID.match(paper.key, stop + 1, sentence.end):
        further = paper.text.find(";", stop + 1, sentence.end)
        end = sentence.end if further == -1 else further
    return Span(start, max(end, anchor.end))


def day_in(paper: Paper, clause: Span, anchor: Span, clock: Clock, walls: list[Span]) -> str | None:
    """The time told in a clause: after the anchor first where none opens the clause."""
    found: list[tuple[int, str, Span]] = []
    for rank, said in enumerate((_RANGE, _ONE, _MONTH, _QUARTER, _YEAR)):
        for match in said.finditer(paper.key, clause.start, clause.end):
            span = Span(*match.span())
            taken = any(span.overlaps(s) for _, _, s in found)
            told = _told(paper, span, walls, month=rank > 1 and _is_named(paper, anchor))
            iso = _iso(rank, match, clock) if told and not taken else None
            if iso:
                found.append((rank, iso, span))
    opening = [f for f in found if f[2].start - clause.start < 40 and f[2].end <= anchor.start]
    after = [f for f in found if f[2].start >= anchor.end]
    before = [f for f in found if f[2].end <= anchor.start and anchor.start - f[2].end < 60]
    near = sorted(after, key=lambda f: f[2].start) or sorted(before, key=lambda f: -f[2].end)
    return next((iso for _, iso, _ in [*opening, *near]), None)


def _is_named(paper: Paper, anchor: Span) -> bool:
    """ "lớp tập huấn … xong trong tháng 11" is an event; "ký kết …, xong trong tháng 12" work."""
    return paper.key.startswith(
        ("lop", "hoi ", "le ", "dot ", "cao ", "dien ", "buoi "), anchor.start
    )


def _iso(rank: int, match: re.Match[str], clock: Clock) -> str | None:
    year = clock.issued.year if clock.issued else clock.year
    groups = match.groupdict()
    used = int(groups["y"]) if rank > 1 and groups.get("y") else year
    if rank == 0:
        return _range(match, year)
    if rank == 1:
        day = day_of(match)
        return day.iso(year) if day else None
    if used is None:
        return None
    if rank == 2:
        return f"{used}-{int(groups['m']):02d}" if 1 <= int(groups["m"]) <= 12 else None
    return f"{used}-Q{_QUARTERS[groups['q']]}" if rank == 3 else str(used)


def _range(match: re.Match[str], year: int | None) -> str | None:
    last = day_of(match, "b")
    end = last.iso(year) if last else None
    if last is None or end is None:
        return None
    month = int(match["fm"]) if match["fm"] else last.month
    day = int(match["first"])
    first_year = (
        int(match["fy"]) if match["fy"] else int(end[:4]) - (1 if month > last.month else 0)
    )
    valid = 1 <= month <= 12 and 1 <= day <= 31
    return f"{first_year}-{month:02d}-{day:02d}/{end}" if valid else None


def _told(paper: Paper, span: Span, walls: list[Span], *, month: bool) -> bool:
    """Whether a date tells when something happens: not a deadline, not the date of a paper."""
    if month and _DONE.search(paper.key[max(0, span.start - 12) : span.start]):
        return True
    if _NOT_TOLD.search(paper.key[max(0, span.start - 26) : span.start]):
        return False
    first = bisect_left(walls, span.start - 45, key=lambda n: n.end)
    return not any(
        n.end <= span.start or n.overlaps(span)
        for n in walls[first : first + 3]
        if n.start < span.end
    )


def place_in(paper: Paper, clause: Span) -> str | None:
    """The place after "tại", as printed on one line."""
    said = _PLACE.search(paper.text, clause.start, clause.end)
    return " ".join(said[1].split()).strip() if said else None
