"""Plants of the page, its number, and the letters."""

import unicodedata
from collections.abc import Callable

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from lxml import etree

from . import xml
from .build import set_theme
from .changes import colour, family, habit, on_sheet, only, plant, retype
from .looks import FLOWING
from .model import Change, Sheet
from .old_letters import tcvn3, vni
from .typing_hand import set_family


def _sections(name: str, turn: Callable[[Section], None]) -> Change:
    def act(sheet: Sheet) -> None:
        for section in sheet.document.sections:
            turn(section)

    return on_sheet(name, act)


def _paper(width: float, height: float) -> Change:
    def turn(section: Section) -> None:
        wide = (section.page_width or 0) > (section.page_height or 0)
        long, short = max(width, height), min(width, height)
        section.page_width, section.page_height = (
            Mm(long if wide else short),
            Mm(short if wide else long),
        )

    return _sections(f"paper{width:g}x{height:g}", turn)


def _wide(*, marked: bool) -> Change:
    def turn(sheet: Sheet) -> None:
        section = sheet.document.sections[0]
        section.page_width, section.page_height = Mm(297), Mm(210)
        if marked:
            section.orientation = WD_ORIENT.LANDSCAPE

    return on_sheet(f"wide-{marked}", turn)


def _margin(side: str, millimetres: float) -> Change:
    def turn(section: Section) -> None:
        setattr(section, f"{side}_margin", Mm(millimetres))

    return _sections(f"{side}{millimetres:g}", turn)


PAGE = [
    *plant("page.paper-size", bc=_paper(215.9, 279.4), cv1=_paper(148, 210), kh=_paper(210, 330)),
    *plant("page.paper-size", qd=_paper(216, 356), gm=_paper(216, 279)),
    *plant("page.orientation", qd=_wide(marked=True), cv3=_wide(marked=True)),
    *plant("page.orientation", tb=_wide(marked=False)),
    *plant("page.margin-top", bc=_margin("top", 15), cv2=_margin("top", 30), nq=_margin("top", 10)),
    *plant(
        "page.margin-bottom",
        kh=_margin("bottom", 15), qd=_margin("bottom", 12), ttr=_margin("bottom", 30),
    ),
    *plant(
        "page.margin-left",
        bc=_margin("left", 25), tb=_margin("left", 20), hd=_margin("left", 40),
    ),
    *plant(
        "page.margin-right",
        cv3=_margin("right", 10), ct=_margin("right", 25), gm=_margin("right", 30),
    ),
]  # fmt: skip


def _in_header(name: str, turn: Callable[[etree._Element], None]) -> Change:
    """A change of the paragraph with the page number."""

    def act(sheet: Sheet) -> None:
        header = sheet.document.sections[0].header._element
        turn(next(p for p in header.iter(qn("w:p")) if _fields(p)))

    return on_sheet(name, act)


def _fields(p: etree._Element) -> list[etree._Element]:
    return [*p.iter(qn("w:instrText")), *p.iter(qn("w:fldSimple"))]


def _shown_first(sheet: Sheet) -> None:
    sheet.document.sections[0].different_first_page_header_footer = False


def _copied_to_first(sheet: Sheet) -> None:
    section = sheet.document.sections[0]
    first = section.first_page_header._element
    for child in list(first):
        first.remove(child)
    for child in section.header._element:
        first.append(etree.fromstring(etree.tostring(child)))


def _to_footer(sheet: Sheet) -> None:
    section = sheet.document.sections[0]
    section.footer.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    header, footer = section.header._element, section.footer._element
    for child in list(footer):
        footer.remove(child)
    for child in list(header):
        footer.append(child)
    section.header.add_paragraph()


def _aside(value: str) -> Change:
    def turn(p: etree._Element) -> None:
        for frame in p.iter(qn("w:framePr")):
            frame.set(qn("w:xAlign"), value)
        for jc in list(p.iter(qn("w:jc"))):
            jc.set(qn("w:val"), value)

    return _in_header(f"number-{value}", turn)


def _number_size(points: float) -> Change:
    def turn(p: etree._Element) -> None:
        for found in p.iter(qn("w:sz")):
            found.set(qn("w:val"), str(int(points * 2)))

    return _in_header(f"number-size{points:g}", turn)


def _number_size_by_style(sheet: Sheet) -> None:
    style = sheet.document.styles["Header"]
    style.font.size = Pt(11)
    for p in sheet.document.sections[0].header.paragraphs:
        p.style = style
        for found in list(p._p.iter(qn("w:sz"))):
            found.getparent().remove(found)


def _slanted(p: etree._Element) -> None:
    for properties in p.iter(qn("w:rPr")):
        if properties.getparent().tag == qn("w:r"):
            properties.insert(1, xml.element("i"))


def _slanted_by_style(sheet: Sheet) -> None:
    style = sheet.document.styles["Header"]
    style.font.italic = True
    for p in sheet.document.sections[0].header.paragraphs:
        p.style = style


def _code(old: str, new: str) -> Change:
    """Another field code."""

    def turn(p: etree._Element) -> None:
        for found in p.iter(qn("w:instrText")):
            found.text = found.text.replace(old, new)
        for found in p.iter(qn("w:fldSimple")):
            code = found.get(qn("w:instr"))
            found.set(qn("w:instr"), code.replace("PAGE", new.strip()))

    return _in_header("number-code", turn)


def _numbers(**attributes: str) -> Change:
    def turn(sheet: Sheet) -> None:
        made = xml.element("pgNumType", **attributes)
        first = sheet.document.sections[0]._sectPr
        first.insert_element_before(made, "w:cols", "w:titlePg", "w:docGrid")

    return on_sheet("number-type", turn)


def _around(before: str, after: str) -> Change:
    """Words around the number."""

    def turn(p: etree._Element) -> None:
        inner = [child for child in p if child.tag != qn("w:pPr")]
        for text, add in ((before, inner[0].addprevious), (after, inner[-1].addnext)):
            if text:
                run = etree.fromstring(etree.tostring(next(p.iter(qn("w:r")))))
                for child in list(run):
                    if child.tag != qn("w:rPr"):
                        run.remove(child)
                word = xml.element("t")
                word.text = text
                word.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                run.append(word)
                add(run)

    return _in_header("number-words", turn)


def _words_instead(sheet: Sheet) -> None:
    where = sheet.document.sections[0].header.paragraphs[0]
    for child in list(where._p):
        where._p.remove(child)
    set_family(where.add_run("Chương trình phối hợp giai đoạn 2026 - 2030").font, "Times New Roman")


NUMBER = [
    *plant(
        "page.number-missing",
        cv2=habit(page_number=""), ttr=habit(page_number=""), da=habit(page_number=""),
        ct=on_sheet("words-instead", _words_instead),
    ),
    *plant(
        "page.number-first-page",
        bc=on_sheet("no-title-page", _shown_first), kh=on_sheet("no-title-page", _shown_first),
        qc=on_sheet("no-title-page", _shown_first), ttr=on_sheet("copied", _copied_to_first),
    ),
    *plant(
        "page.number-place",
        cv2=on_sheet("footer", _to_footer), bc=on_sheet("footer", _to_footer),
        da=on_sheet("footer", _to_footer),
    ),
    *plant(
        "page.number-centred",
        bc=_aside("right"), kh=_aside("right"), ct=_aside("left"), qc=_aside("right"),
    ),
    *plant(
        "page.number-size",
        bc=_number_size(10), cv2=_number_size(12), da=_number_size(16),
        ttr=on_sheet("by-style", _number_size_by_style),
    ),
    *plant(
        "page.number-upright",
        bc=_in_header("slanted", _slanted), ct=_in_header("slanted", _slanted),
        ttr=on_sheet("by-style", _slanted_by_style),
    ),
    *plant(
        "page.number-format",
        bc=_numbers(fmt="lowerRoman"), cv2=_numbers(start="5"),
        kh=_code("PAGE ", "PAGE \\* ROMAN "),
        ct=_code("PAGE", "PAGE \\* roman"),
    ),
    *plant("page.number-plain", bc=_around("Trang ", ""), ct=_around("- ", " -")),
    *plant("page.number-plain", kh=_around("Trang ", "/4"), qc=_around("", ".")),
]  # fmt: skip


def _everywhere(name: str) -> Change:
    """Every typed piece in another family."""

    def turn(sheet: Sheet) -> None:
        fonts = sheet.document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rFonts')}")
        for attribute in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{attribute}"), name)
        for found in sheet.document.element.body.iter(qn("w:rFonts")):
            for attribute in ("ascii", "hAnsi", "eastAsia", "cs"):
                found.set(qn(f"w:{attribute}"), name)

    return on_sheet(f"family-{name}", turn)


def _by_theme(sheet: Sheet) -> None:
    set_theme(sheet, "Cambria")
    for style in sheet.document.styles:
        if style.type == 1 and style.name.startswith("Heading"):
            set_family(style.font, "Cambria")


def _by_normal(sheet: Sheet) -> None:
    set_family(sheet.document.styles["Normal"].font, "Calibri")


def _of_theme(sheet: Sheet) -> None:
    for run in sheet.of("body")[1].runs:
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        fonts.set(qn("w:asciiTheme"), "majorHAnsi")
        fonts.set(qn("w:hAnsiTheme"), "majorHAnsi")


def _old(name: str, turn: Callable[[str], str], *, index: int) -> Change:
    def act(sheet: Sheet) -> None:
        for run in sheet.of("body")[index].runs:
            run.text = turn(run.text)
            set_family(run.font, name)

    return on_sheet(f"old-{name}", act)


def _themed_colour(sheet: Sheet) -> None:
    for run in sheet.of("body")[1].runs:
        colour = xml.element("color", val="4472C4", themeColor="accent1")
        run._r.get_or_add_rPr().insert_element_before(colour, "w:sz", "w:szCs", "w:lang")


def _blue_headings(sheet: Sheet) -> None:
    for name in ("Heading 1", "Heading 2"):
        sheet.document.styles[name].font.color.rgb = None
        made = xml.element("color", val="2F5496", themeColor="accent1", themeShade="BF")
        properties = sheet.document.styles[name].element.rPr
        for found in properties.findall(qn("w:color")):
            properties.remove(found)
        properties.insert_element_before(made, "w:sz", "w:szCs", "w:lang")


def _nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _half_composed(text: str) -> str:
    """The letter ready, its tone apart, as the older Vietnamese keyboard of Windows typed."""
    tones = "\u0300\u0301\u0309\u0303\u0323"
    found = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in tones)
        rest = "".join(mark for mark in parts if mark not in tones)
        found.append(unicodedata.normalize("NFC", rest) + tone)
    return "".join(found)


FONT = [
    *plant(
        "font.family",
        bc=_everywhere("Arial"), kh=on_sheet("theme", _by_theme), nq=on_sheet("normal", _by_normal),
        qd=_everywhere("Tahoma"),
    ),
    *plant(
        "font.mixed",
        bc=only("body", 2, family("Arial", "body")),
        hd=only("clause", 3, family("Calibri", "clause", way="style")),
        ct=only("article", 2, family("Arial", "article", way="partly")),
        kh=on_sheet("of-theme", _of_theme),
    ),
    *plant(
        "font.legacy",
        bc=_old(".VnTime", tcvn3, index=1), cv2=_old("VNI-Times", vni, index=2),
        tb=family(".VnTime", *FLOWING), qd=_everywhere(".VnTime"),
    ),
    *plant(
        "font.colour",
        bc=only("body", 1, colour("0000FF", "body")), ttr=on_sheet("headings", _blue_headings),
        hd=on_sheet("theme", _themed_colour), cv1=colour("404040", *FLOWING),
        qd=colour("C00000", "abstract", way="style"),
    ),
    *plant(
        "font.composed",
        bc=retype("body", _nfd, 2), cv1=retype("clause", _nfd),
        cv2=retype("body", _half_composed, 1),
    ),
]  # fmt: skip

PLANTS = [*PAGE, *NUMBER, *FONT]
