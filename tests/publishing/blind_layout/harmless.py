"""Unusual typing that is no fault: the checker must stay silent on these papers too."""

from copy import deepcopy

from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from . import xml
from .changes import both, habit, insert, on_sheet, reword
from .model import Change, Sheet


def _small_letters_shown_large(sheet: Sheet) -> None:
    """Nation, kind and signature typed small and shown in capitals by their formatting."""
    for piece in sheet.of("nation", "kind", "sign"):
        for run in piece.runs:
            run.text = run.text.capitalize()
            run.font.all_caps = True


def _hard_spaces(sheet: Sheet) -> None:
    """Spaces that do not break, so that a date or a number is not torn apart."""
    for piece in sheet.of("date", "number"):
        for run in piece.runs:
            run.text = run.text.replace(" ", "\u00a0")


def _tracked(sheet: Sheet) -> None:
    """An accepted-looking insertion that Word still keeps as a revision."""
    run = sheet.of("body")[1].runs[-1]._r
    made = xml.element("ins", id="900", author="Văn thư", date="2026-01-01T00:00:00Z")
    run.addprevious(made)
    made.append(run)


def _bookmarks(sheet: Sheet) -> None:
    """Marks of places around the kind and the number."""
    for number, piece in enumerate(sheet.of("kind", "number")):
        first = piece.runs[0]._r
        first.addprevious(xml.element("bookmarkStart", id=str(800 + number), name=f"dau_{number}"))
        first.addnext(xml.element("bookmarkEnd", id=str(800 + number)))


def _linked(sheet: Sheet) -> None:
    """The whole text of a paragraph inside a link to a place of the same file."""
    runs = [run._r for run in sheet.of("body")[1].runs]
    made = xml.element("hyperlink", anchor="dau_0")
    runs[0].addprevious(made)
    made.extend(runs)


def _foot_notes_of_office(sheet: Sheet) -> None:
    """The office's address at the foot of the first page, 11 points under a full line."""
    section = sheet.document.sections[0]
    section.different_first_page_header_footer = True
    footer = section.first_page_footer
    footer.is_linked_to_previous = False
    where = footer.paragraphs[0]
    where.style = sheet.document.styles["Normal"]
    run = where.add_run("Địa chỉ: trụ sở cơ quan. Thư điện tử và điện thoại: theo trang thông tin.")
    run.font.size, run.font.name = Pt(11), "Times New Roman"
    xml.border(where._p, "top")


def _third_column(sheet: Sheet) -> None:
    """A narrow empty column between the two of the head."""
    table = sheet.document.tables[0]
    for row in table.rows:
        left, right = (cell._tc for cell in row.cells)
        made = deepcopy(left)
        for p in made.findall(qn("w:p"))[1:]:
            made.remove(p)
        for child in list(made.find(qn("w:p"))):
            made.find(qn("w:p")).remove(child)
        right.addprevious(made)
    grid = table._tbl.tblGrid
    grid.insert(1, xml.element("gridCol", w=str(Mm(3).twips)))
    for row in table.rows:
        for cell, width in zip(row.cells, (61, 2, 102), strict=True):
            cell.width = Mm(width)


_OTHER_SPELLING = insert("number", ("nation", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
HARMLESS: list[tuple[str, Change]] = [
    ("gm", on_sheet("shown-in-capitals", _small_letters_shown_large)),
    ("cv2", on_sheet("hard-spaces", _hard_spaces)),
    ("bc", on_sheet("revision", _tracked)),
    ("qd", on_sheet("bookmarks", _bookmarks)),
    ("hd", on_sheet("link", _linked)),
    ("cv3", on_sheet("address-at-foot", _foot_notes_of_office)),
    ("kh", on_sheet("third-column", _third_column)),
    ("ttr", _OTHER_SPELLING),
    ("qd", both(reword("number", " 46/", " 04/"), reword("date", "tháng 4", "tháng 12"))),
    ("da", habit(body=13, nation=12, line=1.2)),
    ("ct", habit(head="single", font="direct", rule="vml")),
    ("bc", habit(font="theme", look="styles", rule="line", margins=(25, 25, 35, 20))),
    ("nq", habit(head="tabs", foot="tabs", font="default", rule="drawing")),
]
"""By base the change that leaves the paper faultless."""
