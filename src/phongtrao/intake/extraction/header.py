"""The head of a paper: kind, own number, date, issuers, title. Nothing depends on its being there.

Layout of state papers: Decree 30/2020/NĐ-CP, Appendix I; of Party papers: Hướng dẫn 36-HD/VPTW.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.dates import days_in, month_only
from phongtrao.intake.extraction.letters import UPPER
from phongtrao.intake.extraction.news_head import headline, put_up, scraped_day
from phongtrao.intake.extraction.numbers import PaperNumber, numbers_in, type_of_symbol
from phongtrao.intake.extraction.records import BodyMention, Made, Value
from phongtrao.intake.extraction.segment import is_upper, lines_of
from phongtrao.intake.extraction.types import TYPE_LINE, type_of_words

_BODY_STARTS = re.compile(
    r"(?:^|(?<=[.;:\s]))(?:can cu |thuc hien |thi hanh |kinh gui|trien khai thuc hien |"
    r"[iI1]\.\s|nham |de (?:thuc hien|trien khai|nang)|phan thu nhat|theo )",
    re.MULTILINE,
)
_OWN = re.compile(r"\bso\s*[:.]?\s*(?=[lio]?\d)")
_SCANNED = re.compile(r"[\dlIiOo]{1,5}(?=\s?[/-])")
_DIGITS = str.maketrans("lIiOo", "11100")
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap\W+tu do|dang cong san viet nam")
_PLACE_DAY = re.compile(r"[a-z.\s]{2,40},\s+ngay\b")
_ABSTRACT = re.compile(r"v\s*/\s*v\b")
_ABOUT_LINE = re.compile(r"^ve viec ", re.MULTILINE)
_TYPE_JUST_BEFORE = re.compile(
    r"(?:ke hoach|thong bao|chi thi|bao cao|cong dien|quyet dinh|chuong trinh|phoi hop|huong "
    r"dan)[\s*\-_]*$"
)
_FLAT_BODY = re.compile(
    r"\s(?=(?:Ngày \d|Thực hiện (?:Kế|Chương|Nghị|Chỉ|Công|Kết)|Căn cứ |Sau khi |Nhằm |Để |Kính "
    r"gửi|I\. [A-ZĐ])"
    r"|[1I][./] |[-–_*]{3,})"
)
HEAD_CHARS = 2500


@dataclass(frozen=True)
class Head:
    """What the head says; ``end`` is where the body begins."""

    doc_type: Value
    number: Value | None
    date: Value | None
    title: Value | None
    issuers: tuple[BodyMention, ...]
    end: int


def read_head(paper: Paper, bodies: list[BodyMention]) -> Head:
    """Read the head of a paper from its first lines."""
    limit = _head_limit(paper)
    number = own_number(paper, limit)
    type_line = _type_line(paper, limit)
    doc_type = _doc_type(paper, number, type_line, limit)
    official = doc_type.value != "tin_bai"
    title = _title(paper, doc_type, type_line, limit)
    shown = None if official else put_up(paper)
    end = max(
        [s.end for s in (title.span if title else None, type_line) if s]
        + ([number.span.end] if number else [0])
        + ([shown[1].end] if shown else [0])
    )
    issuers = _issuers(paper, bodies, number, type_line, limit) if official else ()
    return Head(
        doc_type=doc_type,
        number=Value(number.value, number.span, _number_made(number)) if number else None,
        date=_own_date(paper, limit, number, official=official),
        title=title,
        issuers=issuers,
        end=end,
    )


def _number_made(number: PaperNumber) -> Made:
    return Made("D02" if number.damaged else "D01", "check" if number.damaged else "certain")


def _head_limit(paper: Paper) -> int:
    """The end of the zone in which the head can stand."""
    for found in _BODY_STARTS.finditer(paper.key, 0, HEAD_CHARS):
        if not found[0].startswith("theo") and paper.text[found.start()].isupper():
            before = paper.key[: found.start()]
            if _TYPE_JUST_BEFORE.search(before[-40:]):
                continue
            if _OWN.search(before) or _MOTTO.search(before) or TYPE_LINE.search(before):
                return found.start()
            if found[0].startswith("kinh gui"):
                return found.start()
    return min(len(paper.text), HEAD_CHARS)


def own_number(paper: Paper, limit: int) -> PaperNumber | None:
    """The paper's own number: after a capital "Số" at a line's start or after capitals."""
    for found in _OWN.finditer(paper.key, 0, limit):
        if not paper.text[found.start()].isupper():
            continue
        line_start = paper.text.rfind("\n", 0, found.start()) + 1
        before = paper.text[line_start : found.start()].strip(" \t|*\u00a0(")
        if (
            before
            and not is_upper(before)
            and not before.endswith("Hạnh phúc")
            and not re.search(r"[|\t]", paper.text[line_start : found.start()])
        ):
            continue
        read = _scanned_digits(paper, found.end())
        numbers = numbers_in(read, found.end(), min(found.end() + 60, len(paper.text)))
        if numbers and numbers[0].span.start - found.end() <= 2:
            number = _without_wrap(read, numbers[0])
            return number if read is paper else replace(number, damaged=True)
    return None


def _scanned_digits(paper: Paper, at: int) -> Paper:
    """The paper with the letters that a scan read for figures of its number put right."""
    said = _SCANNED.match(paper.text, at)
    if said is None or said[0].isdigit():
        return paper
    return Paper(paper.text[:at] + said[0].translate(_DIGITS) + paper.text[said.end() :])


def _without_wrap(paper: Paper, number: PaperNumber) -> PaperNumber:
    """A head number never runs on to the next line."""
    line_end = paper.text.find("\n", number.span.start)
    if line_end == -1 or line_end >= number.span.end:
        return number
    if paper.text[:line_end].rstrip(" \t").endswith(("-", "–", "/")):
        return number
    cut = numbers_in(paper, number.span.start, line_end)
    return cut[0] if cut else number


def _type_line(paper: Paper, limit: int) -> Span | None:
    """The line that names the kind of paper in capitals."""
    for line in lines_of(paper):
        if line.start > limit:
            return None
        found = TYPE_LINE.match(paper.key[line.start : line.end])
        if found and is_upper(paper.text[line.start : line.start + found.end()]):
            return Span(line.start, line.start + found.end())
        inner = _type_inside(paper, line)
        if inner:
            return inner
    return None


def _type_inside(paper: Paper, line: Span) -> Span | None:
    """The kind inside a long flattened line, after the day line or the number."""
    if line.end - line.start < 150:
        return None
    for word in re.finditer(
        rf"(?<=[\d\s])[{UPPER}]{{2,}}(?: [{UPPER}]{{2,}}){{0,4}}",
        paper.text[line.start : line.start + 900],
    ):
        start = line.start + word.start()
        for offset in [0, *[m.end() for m in re.finditer(r" ", word[0])]]:
            found = TYPE_LINE.match(paper.key[start + offset : line.start + word.end()])
            before = paper.key[line.start : start + offset]
            if found and (
                re.search(r"\bnam 20\d\d\s*$", before) or re.search(r"\bso\s*:?\s*\d", before)
            ):
                return Span(start + offset, start + offset + found.end())
    return None


def _doc_type(
    paper: Paper, number: PaperNumber | None, type_line: Span | None, limit: int
) -> Value:
    if type_line:
        kind = type_of_words(paper.key[type_line.start : type_line.end])
        if kind:
            return Value(kind, type_line, Made("D03"))
    if number:
        by_symbol = type_of_symbol(number.symbol)
        if by_symbol:
            return Value(by_symbol, None, Made("D04", "check"))
    head = paper.key[:limit]
    if "kinh gui" in paper.key[:HEAD_CHARS] or _ABSTRACT.search(head):
        return Value("cong_van", None, Made("D04", "check"))
    return Value("tin_bai", None, Made("D05", "guess"))


def _own_date(
    paper: Paper, limit: int, number: PaperNumber | None, *, official: bool
) -> Value | None:
    scraped = scraped_day(paper)
    if scraped:
        return scraped
    if not official:
        shown = put_up(paper)
        return shown[0] if shown else None
    for day in days_in(paper, 0, limit):
        iso = day.iso()
        before = paper.key[max(0, day.span.start - 24) : day.span.start]
        if (
            iso
            and re.search(r"[nu]ga[yv]\s*$", before)
            and not re.search(r"\bso\b[^,\n]*$", before)
        ):
            return Value(iso, day.span, Made("D06"))
    partial = month_only(paper, 0, limit)
    if partial:
        return Value(partial[0], partial[1], Made("D06", "check"))
    return _date_beside_signature(paper, number)


def _date_beside_signature(paper: Paper, number: PaperNumber | None) -> Value | None:
    """A place and day line at the end of a paper that has a number but no dated head."""
    if number is None:
        return None
    tail = max(0, len(paper.text) - 1500)
    for day in reversed(days_in(paper, tail)):
        line_start = paper.text.rfind("\n", 0, day.span.start) + 1
        if re.fullmatch(r"[^\d\n]{3,40},\s*ngay\s*", paper.key[line_start : day.span.start]):
            iso = day.iso()
            return Value(iso, day.span, Made("D06", "check")) if iso else None
    return None


def _title(paper: Paper, doc_type: Value, type_line: Span | None, limit: int) -> Value | None:
    if type_line and doc_type.value != "cong_van":
        return _title_below(paper, type_line, limit)
    abstract = _ABSTRACT.search(paper.key, 0, limit)
    if abstract is None and doc_type.value == "cong_van":
        abstract = _ABOUT_LINE.search(paper.key, 0, limit)
    if abstract:
        return _abstract(paper, abstract.start(), limit)
    if doc_type.value == "tin_bai":
        return headline(paper)
    return None


def _title_below(paper: Paper, type_line: Span, limit: int) -> Value | None:
    end = type_line.end
    start = paper.trimmed(Span(end, limit), " \t\n:*\u00a0").start
    stop = start
    for line in lines_of(paper):
        if line.end <= start or line.start >= limit:
            continue
        words = paper.quote(Span(max(line.start, start), line.end))
        if re.fullmatch(r"[-–_*=.\s]+", words) or (stop > start and _ends_title(paper, line, stop)):
            break
        stop = min(line.end, limit)
        if stop - start > 400 or words.endswith((".", "./.")):
            break
    cut = _FLAT_BODY.search(paper.text, start + 15, stop)
    span = paper.trimmed(Span(start, cut.start() if cut else stop))
    if span.end - span.start < 5:
        return None
    return Value(paper.quote(span), span, Made("D08"))


def _ends_title(paper: Paper, line: Span, stop: int) -> bool:
    gap = paper.text.count("\n", stop, line.start)
    words = paper.quote(line)
    if gap > 1 or words[0] in "(-–_|" or re.match(r"[IVX]+\.|\d+\.|Điều \d|Chương |PHẦN ", words):
        return True
    if words[0].islower() or words[0].isdigit() or words[0] in '“"':
        return False
    before = paper.text[paper.text.rfind("\n", 0, stop) + 1 : stop]
    upper = is_upper(words) and not is_upper(before)
    return words[-1] in ".:;" or len(before) < 32 or upper


def _abstract(paper: Paper, start: int, limit: int) -> Value | None:
    """The V/v lines, without what the right column of the head put between them."""
    stop = start
    for line in lines_of(paper):
        if line.end <= start or line.start >= limit:
            continue
        key = paper.key[max(start, line.start) : line.end]
        if _MOTTO.search(key) or _PLACE_DAY.match(key) or key.startswith("kinh gui"):
            break
        if stop > start and paper.text.count("\n", stop, line.start) > 1:
            break
        bar = re.search(r"\s*[|\t]", key)
        stop = max(start, line.start) + (bar.start() if bar else len(key))
        if bar:
            break
    if stop - start < 8:
        return None
    return Value(paper.text[start:stop], paper.trimmed(Span(start, stop)), Made("D09"))


def _issuers(
    paper: Paper,
    bodies: list[BodyMention],
    number: PaperNumber | None,
    type_line: Span | None,
    limit: int,
) -> tuple[BodyMention, ...]:
    stops = [s.start for s in (number.span if number else None, type_line) if s]
    stop = min(stops) if stops else limit
    named = [b for b in bodies if b.span.end <= stop and not b.org_id.startswith("grp:")]
    if number and not named:
        named = [
            b
            for b in bodies
            if number.span.end < b.span.start < limit and is_upper(paper.quote(b.span))
        ][:1]
    if not named:
        return ()
    named = [*named[:-1], _office_of(paper, named[-1], stop)]
    if _joint(paper, number, type_line, named):
        return tuple(named)
    parents = tuple(
        BodyMention(b.org_id, b.span, role="parent", current_id=b.current_id) for b in named[:-1]
    )
    return (*parents, named[-1])


_OFFICES = {
    ("ubnd", "van phong"): "vp-ubnd",
    ("tinhuy", "van phong"): "vp-tinhuy",
    ("tinhuy", "ban tuyen giao va dan van"): "btg",
    ("tinhuy", "ban tuyen giao"): "btg",
    ("tinhuy", "ban noi chinh"): "bnc",
    ("tinhuy", "ban dan van"): "bdv",
    ("bcd138", "co quan thuong truc"): "cqtt-bcd138",
}
_OFFICE_LINE = re.compile(
    r"\s+(van phong|co quan thuong truc|ban tuyen giao va dan van|ban tuyen giao|ban noi chinh|"
    r"ban dan van)\s*(?=\n|\||\t|$|\*|so\b)"
)


def _office_of(paper: Paper, last: BodyMention, stop: int) -> BodyMention:
    """ "ỦY BAN NHÂN DÂN TỈNH … / VĂN PHÒNG": the office of the body above it."""
    said = _OFFICE_LINE.match(paper.key, last.span.end, stop + 3)
    kind, _, place = last.org_id.partition("@")
    office = _OFFICES.get((kind, said[1])) if said else None
    if said is None or office is None:
        return last
    return BodyMention(f"{office}@{place}", Span(last.span.start, said.end(1)))


# Bodies in a symbol ("QC/UBND-UBMTTQ-LĐLĐ"); mass organisations stand above or below no other.
_BODIES_OF_SYMBOL = re.compile(
    r"(?<![A-ZĐ])(UBND|(?:UB)?MTTQ\w*|LĐLĐ|CA[TPHX]{0,2}|BĐBP|BCHQS|HLHPN\w*|HND|HCCB|TĐTN|VKS\w*|"
    r"TAND\w*|S[A-ZĐ]{2,6})(?![A-ZĐ])"
)
_NEVER_ABOVE = re.compile(r"(?:UB)?MTTQ|LĐLĐ|HLHPN|HND|HCCB|TĐTN")


def _joint(
    paper: Paper,
    number: PaperNumber | None,
    type_line: Span | None,
    named: list[BodyMention],
) -> bool:
    if len(named) < 2:
        return False
    symbol = number.symbol.upper() if number else ""
    words = paper.key[type_line.start : type_line.end] if type_line else ""
    if re.search(r"PH-|PH/|LT/|LT-|^CTR-.*-", symbol) or re.search(
        r"phoi hop|lien (tich|nganh)", words
    ):
        return not (
            len(named) == 2 and named[0].org_id == "bca" and named[1].org_id.startswith("ca@")
        )
    signed = _BODIES_OF_SYMBOL.findall(symbol)
    if len(signed) >= 2 and any(_NEVER_ABOVE.match(body) for body in signed):
        return True
    between = [paper.text[a.span.end : b.span.start] for a, b in pairwise(named)]
    return any(re.fullmatch(r"\s*[-–]\s*", gap) for gap in between)
