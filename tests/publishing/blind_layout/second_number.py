"""Second set: ways to spoil the page number."""

from collections.abc import Callable
from copy import deepcopy

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from . import xml
from .changes import habit, on_sheet, plant
from .model import Change, Sheet
from .typing_hand import FAMILY


def _is_field(found: etree._Element) -> bool:
    return bool(list(found.iter(qn("w:instrText"), qn("w:fldSimple"))))


def numbered_line(sheet: Sheet) -> etree._Element:
    """The paragraph with the page number."""
    header = sheet.document.sections[0].header._element
    return next(p for p in header.iter(qn("w:p")) if _is_field(p))


def in_number(name: str, turn: Callable[[etree._Element, Sheet], None]) -> Change:
    """A change of the paragraph with the page number."""
    return on_sheet(f"number-{name}", lambda sheet: turn(numbered_line(sheet), sheet))


def _typed(p: etree._Element, text: str) -> etree._Element:
    """A run with these words, dressed as the number."""
    run = xml.element("r")
    dress = next(p.iter(qn("w:rPr")), None)
    if dress is not None:
        run.append(deepcopy(dress))
    word = xml.element("t")
    word.text = text
    word.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(word)
    return run


def _emptied(p: etree._Element, sheet: Sheet) -> None:
    """The line of the page number without anything."""
    for child in list(p):
        if child.tag != qn("w:pPr"):
            p.remove(child)


def _saying(text: str) -> Change:
    """Words of the office in the place of the page number."""

    def turn(p: etree._Element, sheet: Sheet) -> None:
        run = _typed(p, text)
        _emptied(p, sheet)
        p.append(run)

    return in_number("words", turn)


def _other_field(code: str) -> Change:
    """Another field than the page number's."""

    def turn(p: etree._Element, sheet: Sheet) -> None:
        for found in p.iter(qn("w:instrText")):
            found.text = f" {code} "
        for found in p.iter(qn("w:fldSimple")):
            found.set(qn("w:instr"), f" {code} ")

    return in_number(f"field-{code[:8]}", turn)


def _no_title_page(sheet: Sheet) -> None:
    """The mark of a first page of its own is there but says no."""
    found = sheet.document.sections[0]._sectPr.find(qn("w:titlePg"))
    found.set(qn("w:val"), "0")


def _first_too(sheet: Sheet) -> None:
    """The first page has a header of its own with the number typed in anew."""
    header = sheet.document.sections[0].first_page_header
    where = header.paragraphs[0]
    where.alignment = 1
    for run in xml.page_field():
        properties = run.get_or_add_rPr()
        properties.append(xml.element("rFonts", ascii=FAMILY, hAnsi=FAMILY, cs=FAMILY))
        properties.append(xml.element("sz", val="28"))
        where._p.append(run)


def _at_foot(align: int) -> Change:
    """The number newly typed at the foot, the header left empty."""

    def turn(p: etree._Element, sheet: Sheet) -> None:
        footer = sheet.document.sections[0].footer
        footer.is_linked_to_previous = False
        where = footer.paragraphs[0]
        where.alignment = align
        for run in xml.page_field():
            run.get_or_add_rPr().append(xml.element("sz", val="28"))
            next(run.iter(qn("w:rPr"))).insert(
                0, xml.element("rFonts", ascii=FAMILY, hAnsi=FAMILY, cs=FAMILY)
            )
            where._p.append(run)
        _emptied(p, sheet)

    return in_number(f"foot-{align}", turn)


def _aside(value: str) -> Change:
    """The number at a side of the page."""

    def turn(p: etree._Element, sheet: Sheet) -> None:
        for frame in p.iter(qn("w:framePr")):
            frame.set(qn("w:xAlign"), value)
            return
        properties = p.get_or_add_pPr()
        for jc in list(properties.iter(qn("w:jc"))):
            properties.remove(jc)
        if value:
            properties.append(xml.element("jc", val=value))

    return in_number(f"side-{value}", turn)


def _aside_by_style(p: etree._Element, sheet: Sheet) -> None:
    style = sheet.document.styles["Header"]
    style.paragraph_format.alignment = 2
    for jc in list(p.iter(qn("w:jc"))):
        jc.getparent().remove(jc)
    Paragraph(p, sheet.document.sections[0].header).style = style


def _by_character(attribute: str, value: object) -> Change:
    """The look of the number from Word's own character style for page numbers."""

    def turn(p: etree._Element, sheet: Sheet) -> None:
        style = sheet.document.styles.add_style("Page Number", 2)
        setattr(style.font, attribute, value)
        for run in p.iter(qn("w:r")):
            properties = run.get_or_add_rPr()
            for found in [*properties.iter(qn("w:sz")), *properties.iter(qn("w:rStyle"))]:
                properties.remove(found)
            if attribute != "size":
                properties.append(xml.element("sz", val="28"))
            properties.insert(0, xml.element("rStyle", val=style.style_id))

    return in_number(f"style-{attribute}", turn)


def _direct_size(points: float) -> Change:
    def turn(p: etree._Element, sheet: Sheet) -> None:
        for found in p.iter(qn("w:sz")):
            found.set(qn("w:val"), str(int(points * 2)))

    return in_number(f"size-{points:g}", turn)


def _slanted(p: etree._Element, sheet: Sheet) -> None:
    for run in p.iter(qn("w:r")):
        made = xml.element("i", val="1")
        run.get_or_add_rPr().insert_element_before(made, "w:color", "w:sz", "w:szCs", "w:lang")


def _numbers(**attributes: str) -> Change:
    """Another kind or start of the numbers of the first section."""

    def turn(sheet: Sheet) -> None:
        made = xml.element("pgNumType", **attributes)
        first = sheet.document.sections[0]._sectPr
        first.insert_element_before(made, "w:cols", "w:titlePg", "w:docGrid")

    return on_sheet("-".join(("numbers", *attributes.values())), turn)


def _with(before: str = "", after: str = "", total: bool = False) -> Change:
    """Words around the number, at the end the number of pages."""

    def turn(p: etree._Element, sheet: Sheet) -> None:
        inner = [child for child in p if child.tag != qn("w:pPr")]
        if before:
            inner[0].addprevious(_typed(p, before))
        if after:
            p.append(_typed(p, after))
        if total:
            field = xml.element("fldSimple", instr=" NUMPAGES ")
            field.append(_typed(p, "3"))
            p.append(field)

    return in_number(f"with-{before}{after}".strip(), turn)


PLANTS = [
    *plant(
        "page.number-missing",
        cvb=habit(page_number=""), dan=in_number("emptied", _emptied),
        ttb=_other_field("FILENAME"), qdb=_saying("Quy định về mô hình tự quản"),
        nqa=habit(page_number=""),
    ),
    *plant(
        "page.number-first-page",
        hdo=on_sheet("title-page-no", _no_title_page), dan=on_sheet("first-too", _first_too),
        cvb=on_sheet("title-page-no", _no_title_page), hdb=on_sheet("first-too", _first_too),
        ctr=on_sheet("title-page-no", _no_title_page),
    ),
    *plant(
        "page.number-place",
        cvb=_at_foot(1), khl=_at_foot(1), hdb=_at_foot(1), nqa=_at_foot(1), ttb=_at_foot(1),
    ),
    *plant(
        "page.number-centred",
        cvb=in_number("style-right", _aside_by_style), nqa=_aside("right"), pan=_aside("left"),
        ctr=_aside("end"), hdo=_aside(""), khl=_aside("right"),
    ),
    *plant(
        "page.number-size",
        dan=_by_character("size", Pt(11)), khl=_direct_size(9), hdb=_by_character("size", Pt(18)),
        khb=_direct_size(12),
    ),
    *plant(
        "page.number-upright",
        cvb=_by_character("italic", True), dan=in_number("slanted", _slanted),
        hdb=in_number("slanted", _slanted), khl=_by_character("italic", True),
    ),
    *plant(
        "page.number-format",
        hdo=_numbers(fmt="upperLetter"), dan=_numbers(start="7"), ttb=_numbers(fmt="upperRoman"),
        khl=_other_field("PAGE \\* ALPHABETIC"), nqa=_other_field("PAGE  \\* Roman"),
    ),
    *plant(
        "page.number-plain",
        cvb=_with("Tr. "), dan=_with("", "/", total=True), hdo=_numbers(fmt="numberInDash"),
        nqa=_other_field("PAGE \\* ArabicDash"), khl=_with("[", "]"),
    ),
]  # fmt: skip
