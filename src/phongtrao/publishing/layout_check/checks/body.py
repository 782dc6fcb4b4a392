"""Box 6: legal bases, running text, divisions and their numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise

from phongtrao.publishing.layout_check.checks.fault import (
    SINGLE_LINE,
    Check,
    Fault,
    at,
    bold_faults,
    centre_faults,
    italic_faults,
    shown,
    size_faults,
)
from phongtrao.publishing.layout_check.components import Parts
from phongtrao.publishing.layout_check.model import Align, Letters, Line, Shape
from phongtrao.publishing.layout_check.text import Sort, Text, TextLine, paragraphs

_POINTS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = re.compile(r"[ivxlcdm]+|thu\s.*")
_NUMBERED_PAPER = re.compile(
    r"(?:can cu|theo|xet) (?:nghi dinh|thong tu|quyet dinh|nghi quyet|chi thi|ke hoach|chuong trinh"
    r"|thong bao|quy dinh|cong van|huong dan|ket luan|to trinh)\b.*"
)
_PROPOSED = re.compile(r"(?:theo|xet) de nghi .*\btai (?:to trinh|cong van|van ban)\b")
_HAS_NUMBER = re.compile(r"\bso\s+\S*\d+\S*[/-]\S+")
_BY_A_BODY = re.compile(r"\w+ (?:cu )?(?:nghi dinh|thong tu|quyet dinh|nghi quyet|chi thi)\b")
_HAS_DAY = re.compile(
    r"\bngay\s+\d{1,2}\s+thang\s+\d{1,2}\s+nam\s+\d{4}|\bngay\s+\d{1,2}/\d{1,2}/\d{4}"
)
_JOINED = re.compile(
    r"[;.,]\s*(?:va )?(?:can cu|theo de nghi|xet de nghi|xet to trinh)\b"
    r"|\bva can cu (?:luat|bo luat|nghi dinh|nghi quyet|quyet dinh|thong tu|hien phap)\b"
)
_LAW = re.compile(r"can cu (?:bo )?(?:luat|phap lenh)\b[^;]*?\b(?:so\s+)?\d+/\d{4}/\S+")
_SLACK_MM = 0.4
_INDENT_MM = (10.0, 12.7)
_TAB_MM = 12.7
_LEAST_GAP, _SLACK_PT = 6.0, 0.1
_LINES = (0.99, 1.51)
_SHORT = 60
_STARTS = {Sort.ARTICLE, Sort.HEADING, Sort.DIVISION}


def bases(parts: Parts) -> Iterator[Fault]:
    """Legal bases: letters, ends, what they cite."""
    if not parts.is_state:
        return
    lines = [each.line for each in parts.text.of(Sort.BASIS)]
    yield from italic_faults("basis.style", lines)
    yield from size_faults("basis.size", lines, 13, 14)
    for place, line in enumerate(lines, 1):
        is_last = place == len(lines)
        if not line.text.endswith("." if is_last else ";"):
            yield at("basis.full-stop" if is_last else "basis.semicolon", line)
        yield from _basis(line)


def _basis(line: Line) -> Iterator[Fault]:
    if _JOINED.search(line.key):
        yield at("basis.own-line", line)
    if _LAW.match(line.key):
        yield at("basis.law-number", line)
    elif _lacks_citation(line):
        yield at("basis.citation", line)


def _lacks_citation(line: Line) -> bool:
    if _NUMBERED_PAPER.fullmatch(line.key):
        return not _is_cited_in_full(line)
    return bool(_PROPOSED.match(line.key)) and not _is_dated(line)


def _is_dated(line: Line) -> bool:
    return bool(_HAS_NUMBER.search(line.key) and _HAS_DAY.search(line.key))


def _is_cited_in_full(line: Line) -> bool:
    day = _HAS_DAY.search(line.key)
    is_named = day is not None and " cua " in line.key[day.end() :]
    return bool(
        _HAS_NUMBER.search(line.key) and day and (is_named or not _BY_A_BODY.match(line.key))
    )


def sizes(parts: Parts) -> Iterator[Fault]:
    """The size of the text; one size all through."""
    if not parts.fills_form:
        return
    for text in parts.texts:
        yield from _sizes(text)


def _sizes(text: Text) -> Iterator[Fault]:
    lines = [each.line for each in text.running if each.sort is not Sort.BASIS]
    yield from size_faults("body.size", lines, 13, 14)
    found: dict[float, int] = {}
    for line in lines:
        found[line.size] = found.get(line.size, 0) + len(line.text)
    main = max(found, key=lambda size: found[size], default=0)
    for line in lines:
        others = [e.size for e in line.lettered if e.size != main and 13 <= e.size <= 14]
        if others:
            yield at("body.size-mixed", line, f"cỡ chữ {shown(others[0])}, phần lớn {shown(main)}")


def shapes(parts: Parts) -> Iterator[Fault]:
    """Both margins, first line, height of lines."""
    if not parts.fills_form:
        return
    for each in paragraphs([each for text in parts.texts for each in text.running]):
        line = each.line
        if line.shape.align != Align.JUSTIFIED and len(line.text) > _SHORT:
            yield at("body.align", line)
        start = _start(line)
        if not _is_indented(start, each):
            yield at("body.indent", line, f"lùi {shown(round(start, 1))} mm")
        if not _is_line_height(line):
            yield at("body.line-spacing", line, _height(line.shape))


def _start(line: Line) -> float:
    """Where the first letter stands; a tab leads to the next stop."""
    start = line.shape.start
    if line.raw.startswith("\t"):
        own = next((place for place, _ in line.shape.stops if place > start), None)
        start = (start // _TAB_MM + 1) * _TAB_MM if own is None else own
    return start


def _is_indented(start: float, each: TextLine) -> bool:
    low, high = _INDENT_MM
    shape = each.line.shape
    if each.sort is Sort.PLAIN and shape.left >= low - _SLACK_MM and shape.left == shape.start:
        return False  # the whole paragraph stands in, not its first line
    if each.sort in {Sort.ITEM, Sort.POINT} and start > high:
        return True  # a list inside a list
    return low - _SLACK_MM <= start <= high + _SLACK_MM


def _is_line_height(line: Line) -> bool:
    low, high = _LINES
    if line.shape.least > high * line.size * SINGLE_LINE + _SLACK_PT:
        return False
    if line.shape.exact:
        single = line.size * SINGLE_LINE
        return 0.9 * single <= line.shape.exact <= high * single + _SLACK_PT
    return low <= line.shape.line <= high


def _height(shape: Shape) -> str:
    if shape.least:
        return f"giãn dòng ít nhất {shown(shape.least)} pt"
    if shape.exact:
        return f"giãn dòng đúng {shown(shape.exact)} pt"
    return f"giãn dòng {shown(round(shape.line, 1))}"


def gaps(parts: Parts) -> Iterator[Fault]:
    """At least 6 points between paragraphs that follow each other."""
    if not parts.fills_form:
        return
    running = {_place(each.line) for text in parts.texts for each in text.running}
    for above, below in pairwise(parts.paper.lines):
        if _place(above) not in running or _place(below) not in running:
            continue
        if (
            above.paragraph != below.paragraph
            and _gap(above.shape, below.shape) < _LEAST_GAP - _SLACK_PT
        ):
            yield at(
                "body.spacing", below, f"cách {shown(round(_gap(above.shape, below.shape), 1))} pt"
            )


def _place(line: Line) -> tuple[int, int]:
    return (line.paragraph, line.piece)


def _gap(above: Shape, below: Shape) -> float:
    """What stands between two paragraphs; Word leaves out one's own space beside its like."""
    is_alike = above.style == below.style
    after = 0 if is_alike and above.contextual else above.after
    return after + (0 if is_alike and below.contextual else below.before)


def divisions(parts: Parts) -> Iterator[Fault]:
    """Phần, Chương, Mục, Tiểu mục and their titles."""
    if not parts.is_state:
        return
    for text in parts.texts:
        yield from _divisions(text)


def _divisions(text: Text) -> Iterator[Fault]:
    found = text.of(Sort.DIVISION)
    for each in found:
        is_chapter = each.word in {"phan", "chuong"}
        is_roman = bool(_ROMAN.fullmatch(each.number))
        if is_chapter and not is_roman:
            yield at("division.roman", each.line)
        if not is_chapter and not each.number.isdecimal():
            yield at("division.arabic", each.line)
    lines = [each.line for each in found]
    titles = [each.line for each in text.of(Sort.DIVISION_TITLE)]
    yield from bold_faults("division.style", [*lines, *titles])
    yield from centre_faults("division.centred", [*lines, *titles])
    for line in titles:
        if not line.is_capital:
            yield at("division.title-capitals", line)
    for each in found:
        if each.sign and not _own_title(each.line).isupper():
            yield at("division.title-capitals", each.line)


def _own_title(line: Line) -> str:
    return re.sub(r"^\S+(?:\s+mục)?\s+\S+\s*", "", line.text)


def articles(parts: Parts) -> Iterator[Fault]:
    """Điều: full stop, bold, numbers without a gap."""
    if not parts.is_state:
        return
    for text in parts.texts:
        yield from _articles(text)


def _articles(text: Text) -> Iterator[Fault]:
    found = text.of(Sort.ARTICLE)
    for place, each in enumerate(found, 1):
        if each.sign != ".":
            yield at("article.full-stop", each.line)
        head = _first_letters(each.line, len(f"Điều {each.number}"))
        if not all(part.bold for part in head) or any(part.italic for part in head):
            yield at("article.style", each.line)
        expected = int(found[place - 2].number) + 1 if place > 1 else 1
        if int(each.number) != expected:
            yield at("article.sequence", each.line, f"sau số này phải là Điều {expected}")


def _first_letters(line: Line, count: int) -> list[Letters]:
    """The stretches among the first letters that print a letter or a figure."""
    found, seen = [], 0
    for each in line.visible:
        if seen < count and any(map(str.isalnum, each.text)):
            found.append(each)
        seen += len(each.text)
    return found


def clauses(parts: Parts) -> Iterator[Fault]:
    """Khoản: full stop, numbers without a gap within their article or heading."""
    if not parts.is_state:
        return
    for text in parts.texts:
        yield from _clauses(text)


def _clauses(text: Text) -> Iterator[Fault]:
    last, is_in_article = 0, False
    above: TextLine | None = None
    before: TextLine | None = None
    for each in text.lines:
        line_above, above = above, each
        if each.sort in _STARTS:
            last, is_in_article, before = 0, each.sort is Sort.ARTICLE, None
        if each.sort is not Sort.CLAUSE:
            continue
        if each.sign != ".":
            yield at("clause.full-stop", each.line)
        number = int(each.number)
        begins = number == 1 and not is_in_article and _may_begin_anew(each, line_above, before)
        if number != last + 1 and not begins:
            yield at("clause.sequence", each.line, f"phải là {last + 1}")
        last, before = number, each


def _may_begin_anew(each: TextLine, above: TextLine | None, before: TextLine | None) -> bool:
    """Whether a list may count from 1 here: under a bold line or a sentence, not in a list."""
    if above is None or before is None or above.line.text.endswith(":"):
        return True
    if above.sort in {Sort.CLAUSE, Sort.POINT} or _is_closed_item(above):
        return above.line.is_bold and not each.line.is_bold
    # Bold headings under the same heading are one list, whatever stands between them.
    return not (each.line.is_bold and before.line.is_bold and not above.line.has_bold)


def _is_closed_item(each: TextLine) -> bool:
    return each.sort is Sort.ITEM and each.line.text.endswith((";", ".")) and not each.line.has_bold


def points(parts: Parts) -> Iterator[Fault]:
    """Điểm: bracket, letters in the order of the Vietnamese alphabet."""
    if not parts.is_state:
        return
    for text in parts.texts:
        yield from _points(text)


def _points(text: Text) -> Iterator[Fault]:
    last, above = -1, None
    for each in text.lines:
        follows = above is not None and (above.sort is Sort.POINT or _is_closed_item(above))
        above = each
        if each.sort in _STARTS or each.sort is Sort.CLAUSE:
            last = -1
        if each.sort is not Sort.POINT:
            continue
        if each.sign != ")":
            yield at("point.bracket", each.line)
        place = _POINTS.find(each.number)
        if place < 0 or (place != last + 1 and (follows or place > 0)):
            expected = _POINTS[min(last + 1, len(_POINTS) - 1)]
            yield at("point.sequence", each.line, f"phải là điểm {expected}")
        last = place if place >= 0 else last + 1


def end_mark(parts: Parts) -> Iterator[Fault]:
    """./. after the last sentence."""
    title = parts.title
    if not parts.fills_form or not parts.text.lines or parts.text.last_is_table:
        return
    ended = title.is_letter or (title.kind is not None and title.kind.is_ended)
    last = parts.text.lines[-1].line
    if ended and not last.text.endswith("./."):
        yield at("end.mark", last)


CHECKS: tuple[Check, ...] = (
    bases,
    sizes,
    shapes,
    gaps,
    divisions,
    articles,
    clauses,
    points,
    end_mark,
)
