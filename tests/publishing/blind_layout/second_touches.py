"""What an office's Word leaves in a file besides the words: done last, after any fault is planted.

None changes what a reader sees; each is left out where its part is missing.
"""

from collections.abc import Callable
from copy import deepcopy

from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.run import Run
from lxml import etree

from . import xml
from .model import Piece, Sheet

Touch = Callable[[Sheet], None]


def _pieces(sheet: Sheet, parts: tuple[str, ...]) -> list[Piece]:
    found = [piece for piece in sheet.pieces if piece.part in parts and piece.runs]
    return [piece for piece in found if piece.runs[0]._r.getparent() is piece.paragraph._p]


def _wrapped(piece: Piece, made: etree._Element, inside: etree._Element) -> None:
    piece.runs[0]._r.addprevious(made)
    for run in piece.runs:
        inside.append(run._r)


def controls(*parts: str) -> Touch:
    """Fields to fill in of the office's template: content controls within the line."""

    def touch(sheet: Sheet) -> None:
        for number, piece in enumerate(_pieces(sheet, parts)):
            made, properties, inside = (xml.element(n) for n in ("sdt", "sdtPr", "sdtContent"))
            properties.append(xml.element("alias", val=f"Ô {piece.part}"))
            properties.append(xml.element("id", val=str(7100 + number)))
            made.extend([properties, inside])
            _wrapped(piece, made, inside)

    return touch


def block_control(*parts: str) -> Touch:
    """Whole paragraphs within a content control."""

    def touch(sheet: Sheet) -> None:
        for piece in _pieces(sheet, parts)[:2]:
            made, inside = xml.element("sdt"), xml.element("sdtContent")
            made.extend([xml.element("sdtPr"), inside])
            piece.paragraph._p.addprevious(made)
            inside.append(piece.paragraph._p)

    return touch


def tracked(*parts: str) -> Touch:
    """An insertion kept as a revision, with the words it replaces still in the file."""

    def touch(sheet: Sheet) -> None:
        for number, piece in enumerate(_pieces(sheet, parts)[:2]):
            who = {"author": "Văn thư", "date": "2026-01-01T00:00:00Z"}
            gone = xml.element("del", id=str(950 + number), **who)
            run, text = xml.element("r"), xml.element("delText")
            text.text = "bản thảo cũ "
            run.append(text)
            gone.append(run)
            made = xml.element("ins", id=str(930 + number), **who)
            _wrapped(piece, made, made)
            made.addprevious(gone)

    return touch


def smart_tags(*parts: str) -> Touch:
    """The tags Word of 2003 put around dates and places."""

    def touch(sheet: Sheet) -> None:
        for piece in _pieces(sheet, parts):
            made = xml.element(
                "smartTag", uri="urn:schemas-microsoft-com:office:smarttags", element="date"
            )
            _wrapped(piece, made, made)

    return touch


def field(part: str) -> Touch:
    """The part as the result of a field that reads the file's properties."""

    def touch(sheet: Sheet) -> None:
        for piece in _pieces(sheet, (part,)):
            runs = xml.page_field()
            runs[1][0].text = " DOCPROPERTY  VanBan  \\* MERGEFORMAT "
            dress = piece.runs[0]._r.rPr
            for run in runs if dress is not None else []:
                run.insert(0, deepcopy(dress))
            for run in runs[:3]:
                piece.runs[0]._r.addprevious(run)
            piece.runs[-1]._r.addnext(runs[4])

    return touch


def hard_spaces(*parts: str) -> Touch:
    """Spaces that do not break within these parts."""

    def touch(sheet: Sheet) -> None:
        for piece in _pieces(sheet, parts):
            for run in piece.runs:
                run.text = run.text.replace(" ", "\u00a0")

    return touch


def hard_hyphens(part: str) -> Touch:
    """Hyphens that do not break, as Word keeps them: an element, not a letter."""

    def touch(sheet: Sheet) -> None:
        for run in [run for piece in _pieces(sheet, (part,)) for run in piece.runs]:
            words = run.text.split("-")
            run.text = words[0]
            for word in words[1:]:
                run._r.append(xml.element("noBreakHyphen"))
                run.add_text(word)

    return touch


def soft_break(part: str) -> Touch:
    """A line turned by Shift and Enter at the space nearest to the middle."""

    def touch(sheet: Sheet) -> None:
        for piece in _pieces(sheet, (part,)):
            run = max(piece.runs, key=lambda found: len(found.text))
            text, middle = run.text, len(run.text) // 2
            at = text.find(" ", middle)
            if at > 0:
                run.text = f"{text[:at]}\n{text[at + 1 :]}"

    return touch


def one_paragraph(*parts: str) -> Touch:
    """Neighbouring lines of these parts as one paragraph with line breaks."""

    def touch(sheet: Sheet) -> None:
        pieces = _pieces(sheet, parts)
        for piece in pieces[1:]:
            first = pieces[0].paragraph
            breaking = first.add_run()
            breaking.add_break()
            for run in piece.runs:
                first._p.append(run._r)
            gone = piece.paragraph._p
            gone.getparent().remove(gone)
            piece.paragraph = first

    return touch


def bulleted(*parts: str) -> Touch:
    """Lines beginning with a hyphen made items of Word's bullets, the hyphen drawn by the list."""

    def touch(sheet: Sheet) -> None:
        numbering = sheet.document.part.numbering_part.element
        made = xml.list_definition(190, "bullet", "-", 0)
        numbering.insert(0, made)
        number = int(numbering.add_num(190).numId)
        for piece in _pieces(sheet, parts):
            if piece.runs[0].text.startswith("- "):
                piece.runs[0].text = piece.runs[0].text[2:]
                xml.numbered(piece.paragraph._p, number)
                shape = piece.paragraph.paragraph_format
                flowing = piece.part == "dash"
                shape.left_indent = Mm(45 if piece.part == "to" else 0)
                shape.first_line_indent = Mm(sheet.habit.indent if flowing else 0)

    return touch


def lean(sheet: Sheet) -> None:
    """The size of the text kept in the file's defaults only, not in the runs."""
    sheet.document.styles["Normal"].font.size = None
    defaults = sheet.document.styles.element.find(qn("w:docDefaults"))
    properties = next(defaults.iter(qn("w:rPr")))
    for name in ("sz", "szCs"):
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
        properties.insert_element_before(xml.element(name, val="28"), "w:szCs", "w:lang")
    for piece in sheet.pieces:
        for run in piece.runs:
            if run.font.size == Pt(14) and run.style.name == "Default Paragraph Font":
                run.font.size = None if piece.paragraph.style.name == "Normal" else run.font.size


def noise(sheet: Sheet) -> None:
    """Marks Word adds while a paper is edited: languages, places, page breaks once drawn."""
    for number, piece in enumerate(sheet.pieces):
        p = piece.paragraph._p
        p.set(qn("w:rsidR"), f"00A{number:05X}")
        for run in piece.runs:
            if run._r.rPr is not None and run._r.rPr.find(qn("w:lang")) is None:
                run._r.rPr.append(xml.element("lang", val="vi-VN"))
        if number == 8 and piece.runs:
            piece.runs[0]._r.addprevious(xml.element("bookmarkStart", id="77", name="_GoBack"))
            piece.runs[0]._r.addprevious(xml.element("bookmarkEnd", id="77"))
            piece.runs[0]._r.insert(
                0 if piece.runs[0]._r.rPr is None else 1, xml.element("lastRenderedPageBreak")
            )


def even_header(sheet: Sheet) -> None:
    """Headers of their own for even pages, with the same content."""
    sheet.document.settings.odd_and_even_pages_header_footer = True
    for section in list(sheet.document.sections)[:1]:
        for given, even in (
            (section.header, section.even_page_header),
            (section.footer, section.even_page_footer),
        ):
            if given.is_linked_to_previous:
                continue
            even.is_linked_to_previous = False
            for child in list(even._element):
                even._element.remove(child)
            even._element.extend(deepcopy(child) for child in given._element)


def after_frame(sheet: Sheet) -> None:
    """The empty line Word keeps in a header beside a framed page number."""
    header = sheet.document.sections[0].header
    header.add_paragraph().style = sheet.document.styles["Header"]


def number_by_tab(sheet: Sheet) -> None:
    """The centred page number stands there by a tab instead of the paragraph's alignment."""
    section = sheet.document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    for paragraph in section.header.paragraphs:
        if paragraph.alignment != 1 or not list(paragraph._p.iter(qn("w:fldSimple"))):
            continue
        paragraph.alignment = None
        paragraph.paragraph_format.tab_stops.add_tab_stop(int(width / 2), 1)
        run = Run(xml.element("r"), paragraph)
        run.add_tab()
        first = next(child for child in paragraph._p if child.tag != qn("w:pPr"))
        first.addprevious(run._r)


def mid_section(sheet: Sheet) -> None:
    """A continuous section break in the middle of the text, the page going on as before."""
    last = sheet.document.element.body.sectPr
    first = deepcopy(last)
    for name in ("headerReference", "footerReference", "titlePg"):
        for found in last.findall(qn(f"w:{name}")):
            last.remove(found)
    kind = last.find(qn("w:type"))
    if kind is None:
        last.insert(0, xml.element("type", val="continuous"))
    where = [piece for piece in sheet.pieces if piece.part in ("body", "clause")][3]
    where.paragraph._p.get_or_add_pPr().append(first)


def connectors(sheet: Sheet) -> None:
    """Lines drawn as connectors, as newer Word names the shape."""
    for shape in sheet.document.element.body.iter("{*}prstGeom"):
        if shape.get("prst") == "line":
            shape.set("prst", "straightConnector1")


def head_box(sheet: Sheet) -> None:
    """The right column of a head of one row floats in a text box beside the left one."""
    table = sheet.document.tables[0]
    left, right = (list(cell._tc.iter(qn("w:p"))) for cell in table.rows[0].cells)
    box = xml.text_box(62, 103, 30)
    shown, fallback = box.iter(qn("w:txbxContent"))
    shown.extend(right)
    fallback.extend(deepcopy(p) for p in right)
    for p in left:
        table._tbl.addprevious(p)
        indent = p.get_or_add_pPr().get_or_add_ind()
        indent.set(qn("w:right"), str(int(indent.get(qn("w:right"), "0")) + int(103 * 56.7)))
    run = xml.element("r")
    run.append(box)
    left[0].append(run)
    table._tbl.getparent().remove(table._tbl)
