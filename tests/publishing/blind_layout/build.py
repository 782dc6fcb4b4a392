"""Builds one Word file from a paper's lines and an office's habit."""

import zipfile
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from lxml import etree

from . import xml
from .head import body_lines, type_head
from .model import Habit, Lines, Sheet
from .text import FOOT, type_foot, type_text
from .typing_hand import FAMILY, Hand, set_family

PAPERS = Path(__file__).parent / "papers"
_ATTACHED = ("attached", "appendix")
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Template>Normal.dotm</Template><Pages>{}</Pages>'
    "<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion>"
    "</Properties>"
)


def read_lines(name: str) -> Lines:
    """The lines of one paper: (part, text)."""
    found = []
    for line in (PAPERS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        part, _, text = line.partition(":")
        found.append((part, text.strip()))
    return found


def typed(lines: Lines, habit: Habit) -> Sheet:
    """The paper as this office types it."""
    sheet = Sheet(Document(), habit)
    _page(sheet)
    _families(sheet)
    hand = Hand(sheet)
    main, *attached = _sections(body_lines(lines))
    type_head(hand, lines)
    if habit.empty:
        hand.blank(sheet.document.add_paragraph(), 10)
    type_text(hand, [line for line in main if line[0] not in FOOT])
    type_foot(hand, [line for line in main if line[0] in FOOT])
    if habit.page_number:
        _numbered(hand, sheet.document.sections[0])
    for part in attached:
        _attach(hand, part)
    return sheet


def saved(sheet: Sheet) -> bytes:
    """The bytes of the file, the same at each run."""
    _told_pages(sheet)
    raw, found = BytesIO(), BytesIO()
    sheet.document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(found, "w") as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return found.getvalue()


def _sections(lines: Lines) -> list[Lines]:
    found: list[Lines] = [[]]
    for line in lines:
        if line[0] in _ATTACHED:
            found.append([])
        found[-1].append(line)
    return found


def _page(sheet: Sheet) -> None:
    section = sheet.document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = sheet.habit.margins
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.header_distance = Mm(10)


def _families(sheet: Sheet) -> None:
    """Where the office's Word keeps the family: defaults, theme, style Normal or each run."""
    styles = sheet.document.styles
    defaults = styles.element.find(qn("w:docDefaults"))
    normal = styles["Normal"]
    normal.font.size = Pt(14)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    if sheet.habit.font == "default":
        fonts = defaults.find(f".//{qn('w:rFonts')}")
        fonts.attrib.clear()
        for name in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{name}"), FAMILY)
    elif sheet.habit.font == "theme":
        set_theme(sheet, FAMILY)
    elif sheet.habit.font == "style":
        set_family(normal.font, FAMILY)


def set_theme(sheet: Sheet, family: str) -> None:
    """The family the theme gives to text."""
    for part in sheet.document.part.package.iter_parts():
        if str(part.partname).endswith("theme1.xml"):
            tree = etree.fromstring(part.blob)
            for latin in tree.iterfind(".//{*}minorFont/{*}latin"):
                latin.set("typeface", family)
            part._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8")


def _numbered(hand: Hand, section: Section) -> None:
    """The page number in the middle of the upper margin, hidden on the first page."""
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    where = section.header.paragraphs[0]
    where.style = hand.sheet.document.styles["Normal"]
    how = hand.habit.page_number
    if how == "simple":
        field = xml.element("fldSimple", instr=" PAGE ")
        run = xml.element("r")
        run.append(xml.element("t"))
        run[0].text = "2"
        field.append(run)
        where._p.append(field)
    else:
        for run in xml.page_field():
            where._p.append(run)
    if how == "frame":
        xml.framed(where._p)
    else:
        where.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for run in where._p.iter(qn("w:r")):
        properties = run.get_or_add_rPr()
        fonts = dict.fromkeys(("ascii", "hAnsi", "cs"), FAMILY)
        properties.append(xml.element("rFonts", **fonts))
        properties.append(xml.element("sz", val="28" if hand.habit.body == 14 else "26"))
    if how == "gallery":
        _in_gallery(where._p)


def _in_gallery(p: etree._Element) -> None:
    """Word's gallery wraps a page number it inserts in a content control."""
    control, properties, content = (xml.element(n) for n in ("sdt", "sdtPr", "sdtContent"))
    gallery = xml.element("docPartObj")
    gallery.append(xml.element("docPartGallery", val="Page Numbers (Top of Page)"))
    gallery.append(xml.element("docPartUnique"))
    properties.append(gallery)
    p.addprevious(control)
    control.extend([properties, content])
    content.append(p)


def _attach(hand: Hand, lines: Lines) -> None:
    section = hand.sheet.document.add_section(WD_SECTION.NEW_PAGE)
    if hand.habit.page_number:
        numbers = xml.element("pgNumType", start="1")
        section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")
    if hand.habit.wide_appendix:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    type_text(hand, lines)


def _told_pages(sheet: Sheet) -> None:
    for part in sheet.document.part.package.iter_parts():
        if str(part.partname).endswith("app.xml"):
            part._blob = _APP.format(sheet.habit.pages).encode()
