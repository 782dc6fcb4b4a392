"""Sheet, margins, page numbers and letters."""

import re
import unicodedata
from collections.abc import Iterator

from phongtrao.publishing.layout_check.checks.fault import (
    FAR_ASIDE_MM,
    Check,
    Fault,
    at,
    shown,
    size_faults,
)
from phongtrao.publishing.layout_check.components import Parts
from phongtrao.publishing.layout_check.model import Align, Header, Line, Section

_FONT = "Times New Roman"
_A4 = (210.0, 297.0)
_SLACK_MM = 0.6  # Word rounds to hundredths of an inch
_MARGINS = (
    ("page.margin-top", "top", 20, 25),
    ("page.margin-bottom", "bottom", 20, 25),
    ("page.margin-left", "left", 30, 35),
    ("page.margin-right", "right", 15, 20),
)
_PLAIN_NUMBERS = {"decimal", "decimalZero", "numberInDash"}
_DASHED_NUMBERS = {"arabicdash"}
_LEGACY_FONTS = re.compile(
    r"\.vn.*|vni.*|vn ?times?\b.*|vnarial.*|vps .*|visc.*|bk hcm.*|vietware.*", re.IGNORECASE
)
# Letters that TCVN3 and VNI leave where the file is read as Unicode: "Céng hoµ x· héi".
_LEGACY_TEXT = re.compile(
    r"[A-Za-z][µ¸¶·¹¨»¾¼½Æ©Ç®ÏÐÑÖ×§][a-z]|[a-zA-Z](?:aâ|aä|oä|eä|öô|ôù|aù|aø|aû|aõ)[a-z\s]"
)
_FEWEST_LEGACY = 4
_BLACK = {"", "auto", "000000", "windowText"}
_DARK = 0x20


def sheets(parts: Parts) -> Iterator[Fault]:
    """Paper and margins of every sheet; an upright one is told once."""
    told: set[str] = set()
    for place, section in enumerate(parts.paper.sections):
        for fault in _sheet(section, is_first=place == 0 and not parts.is_appendix):
            if fault.code not in told:
                told.add(fault.code)
                yield fault


def _sheet(section: Section, *, is_first: bool) -> Iterator[Fault]:
    sides = sorted((section.width, section.height))
    if any(abs(side - a4) > 1 for side, a4 in zip(sides, _A4, strict=True)):
        size = f"{shown(round(section.width))} × {shown(round(section.height))} mm"
        yield Fault("page.paper-size", seen=size)
    if is_first and section.is_turned and not section.is_across:
        yield Fault("page.orientation", seen="trang ngang")
    if section.is_across:
        # How the margins of a sheet across are meant, the decree does not say.
        if is_first:
            yield Fault("page.orientation", seen="trang ngang")
        return
    for code, name, low, high in _MARGINS:
        margin = getattr(section, name)
        if not low - _SLACK_MM <= margin <= high + _SLACK_MM:
            yield Fault(code, seen=f"{shown(round(margin, 1))} mm")


def page_numbers(parts: Parts) -> Iterator[Fault]:
    """The number of pages: there, above, in the middle, hidden on the first page."""
    first = parts.paper.sections[0]
    numbered = [each for each in first.headers if each.number is not None]
    wanted = {"default", "even"} if first.is_two_sided else {"default"}
    if wanted - {each.kind for each in numbered}:
        if parts.paper.pages > 1 and not parts.is_appendix:
            yield Fault("page.number-missing", seen=f"văn bản có ít nhất {parts.paper.pages} trang")
        return
    if not parts.is_appendix and _shows_on_first(first, numbered):
        yield Fault("page.number-first-page")
    seen = next(filter(None, map(_numbering, parts.paper.sections)), "")
    if not seen and first.number_start not in {None, 0, 1}:
        seen = f"bắt đầu từ {first.number_start}"
    if seen:
        yield Fault("page.number-format", seen=seen)
    if first.number_format == "numberInDash":
        yield Fault("page.number-plain", seen="có gạch hai bên")
    told: set[str] = set()
    for header in dict.fromkeys(e for each in parts.paper.sections for e in each.headers):
        for fault in _number(header):
            if fault.code not in told:
                told.add(fault.code)
                yield fault


def _shows_on_first(section: Section, numbered: list[Header]) -> bool:
    if section.hides_first:
        return any(each.kind == "first" for each in numbered)
    return any(each.kind == "default" for each in numbered)


def _numbering(section: Section) -> str:
    """What is wrong with how a section writes its numbers: set for it, or in the field itself."""
    numbers = [each.number for each in section.headers if each.number is not None]
    asked = {e.number_style for line in numbers for e in line.letters if e.is_page_number}
    wrong = asked - {"", *_DASHED_NUMBERS}
    is_set = bool(numbers) and "" in asked and section.number_format not in _PLAIN_NUMBERS
    return "không dùng chữ số Ả Rập" if wrong or is_set else ""


def _number(header: Header) -> Iterator[Fault]:
    line = header.number
    if line is None:
        return
    digits = tuple(each for each in line.letters if each.is_page_number)
    if header.is_footer:
        yield Fault("page.number-place", seen="ở chân trang")
    # The header style of Word has a stop in the middle: one tab leads there.
    is_centred = line.shape.align == Align.CENTRE and abs(line.shape.aside) <= FAR_ASIDE_MM
    if line.cell is not None and line.cell.columns > 1:
        is_centred = is_centred and 2 * line.cell.column + 1 == line.cell.columns
    if not is_centred and not _is_behind_one_tab(line, digits[0].text):
        yield Fault("page.number-centred", seen="không canh giữa")
    number = Line(digits, line.shape, line.paragraph)
    yield from size_faults("page.number-size", [number], 13, 14)
    if number.has_italic:
        yield Fault("page.number-upright", seen="in nghiêng")
    beside = "".join(each.text for each in line.letters if not each.is_page_number)
    if any(each.number_style in _DASHED_NUMBERS for each in digits):
        yield Fault("page.number-plain", seen="có gạch hai bên")
    if beside.strip():
        yield Fault("page.number-plain", seen=f"có thêm “{beside.strip()[:20]}”")


def _is_behind_one_tab(line: Line, digits: str) -> bool:
    """Whether a tab leads to the number, by a stop in the middle or by none that is known."""
    if line.raw.split(digits)[0].count("\t") != 1:
        return False
    stops = [align for _, align in line.shape.stops]
    return not stops or stops[0] == Align.CENTRE


def appendix_numbers(parts: Parts) -> Iterator[Fault]:
    """Each appendix counts its pages from 1, in a section of its own."""
    if parts.is_appendix:
        return
    before, first = 0, parts.paper.sections[0]
    is_numbered = any(each.number is not None for each in first.headers)
    for appendix in parts.appendices:
        section = parts.paper.sections[min(appendix.label.section, len(parts.paper.sections) - 1)]
        is_bare = is_numbered and all(each.number is None for each in section.headers)
        if appendix.label.section == before or section.number_start != 1 or is_bare:
            yield at("appendix.page-numbers", appendix.label)
        before = appendix.label.section


def fonts(parts: Parts) -> Iterator[Fault]:
    """One font; where most letters have another, that is told once, else every place."""
    lines = [line for line in parts.paper.lines if line.text]
    counts: dict[str, int] = {}
    for line in lines:
        for each in line.visible:
            for font in each.fonts:
                counts[font] = counts.get(font, 0) + len(each.text) // len(each.fonts)
    if not counts:
        return
    main = max(counts, key=lambda font: counts[font])
    if _LEGACY_FONTS.fullmatch(main):
        yield Fault("font.legacy", lines[0].text, f"phông {main}")
        return
    if main != _FONT:
        yield Fault("font.family", seen=f"phông {main}")
    for line in lines:
        odd = sorted({font for each in line.lettered for font in each.fonts} - {main})
        if not odd:
            continue
        legacy = [font for font in odd if _LEGACY_FONTS.fullmatch(font)]
        for font in legacy[:1] or odd[:1]:
            yield at("font.legacy" if legacy else "font.mixed", line, f"phông {font}")


def letters(parts: Parts) -> Iterator[Fault]:
    """Colour, old encodings, composed letters."""
    red = {id(each) for each in parts.head.urgency}
    for line in parts.paper.lines:
        if not line.text:
            continue
        colours = [e.colour for e in line.lettered if not _is_black(e.colour)]
        if colours and not any(part in red for part in _ids(line, parts)):
            yield at("font.colour", line, f"màu {colours[0]}")
        if unicodedata.normalize("NFC", line.raw) != line.raw:
            yield at("font.composed", line)
    garbled = [line for line in parts.paper.lines if _LEGACY_TEXT.search(line.raw)]
    most = max((len(_LEGACY_TEXT.findall(line.raw)) for line in garbled), default=0)
    is_short = garbled and len(garbled) > len(parts.paper.lines) / 3
    if max(most, len(garbled)) >= _FEWEST_LEGACY or is_short:
        yield at("font.legacy", garbled[0], "chữ ở bảng mã cũ")


def _ids(line: Line, parts: Parts) -> list[int]:
    return [id(each) for each in parts.head.urgency if each.paragraph == line.paragraph]


def _is_black(colour: str) -> bool:
    if colour in _BLACK:
        return True
    try:
        value = int(colour, 16)
    except ValueError:
        return False
    return all((value >> shift) & 0xFF <= _DARK for shift in (0, 8, 16))


CHECKS: tuple[Check, ...] = (sheets, page_numbers, appendix_numbers, fonts, letters)
