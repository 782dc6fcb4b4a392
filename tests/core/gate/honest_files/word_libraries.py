"""Papers by Python libraries: python-docx, docxtpl."""

import datetime
import io
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docxtpl import DocxTemplate

from tests.core.gate.honest_files import images
from tests.core.gate.honest_files.kind import kinds
from tests.core.gate.honest_files.prose import Prose

DAY = datetime.datetime(2026, 3, 2, 7, 30, tzinfo=datetime.UTC)


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _document(prose: Prose) -> Any:
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = DAY
    document.core_properties.title = prose.title()
    document.add_heading(prose.title(), 0)
    return document


def plain(seed: int) -> bytes:
    prose = Prose(seed, "python-docx")
    document = _document(prose)
    for text in prose.paragraphs():
        document.add_paragraph(text)
    return _saved(document)


def state_paper(seed: int) -> bytes:
    """The head of a state paper: a table without borders, national title, number, place."""
    prose = Prose(seed, "state")
    document = _document(prose)
    grid = document.add_table(rows=2, cols=2)
    grid.cell(0, 0).text = "ỦY BAN NHÂN DÂN XÃ\n-------"
    grid.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    grid.cell(1, 0).text = f"Số: {seed + 3}/KH-UBND"
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    for text in prose.paragraphs():
        document.add_paragraph(text, style="List Number")
    return _saved(document)


def tables(seed: int) -> bytes:
    prose = Prose(seed, "tables")
    document = _document(prose)
    rows = [prose.header(), *prose.table()]
    grid = document.add_table(rows=len(rows), cols=5, style="Table Grid")
    for line, values in zip(grid.rows, rows, strict=True):
        for cell, value in zip(line.cells, values, strict=True):
            cell.text = str(value)
    grid.cell(1, 0).merge(grid.cell(2, 0))
    return _saved(document)


def pictures(seed: int) -> bytes:
    document = _document(Prose(seed, "pictures"))
    for form in ("PNG", "JPEG", "GIF", "BMP", "TIFF"):
        document.add_picture(io.BytesIO(images.raster(seed, form)), width=Cm(8))
    return _saved(document)


def sections(seed: int) -> bytes:
    prose = Prose(seed, "sections")
    document = _document(prose)
    for number in range(5):
        section = document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE if number % 2 else WD_ORIENT.PORTRAIT
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = f"Phụ lục {number + 1}"
        document.add_paragraph(prose.paragraph())
    return _saved(document)


def page_numbers(seed: int) -> bytes:
    """The usual recipe for page numbers: field marks put in by hand."""
    document = _document(Prose(seed, "numbers"))
    run = document.sections[0].footer.paragraphs[0].add_run()
    for tag, kind, text in (("w:fldChar", "begin", ""), ("w:instrText", "", "PAGE"),
                            ("w:fldChar", "end", "")):  # fmt: skip
        element = OxmlElement(tag)
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        run._r.append(element)
    return _saved(document)


def long_paper(seed: int) -> bytes:
    prose = Prose(seed, "long")
    document = _document(prose)
    for number in range(800):
        document.add_paragraph(f"{number + 1}. {prose.paragraph(5)}")
        if not number % 8:
            document.add_page_break()
    return _saved(document)


def comments(seed: int) -> bytes:
    document = _document(Prose(seed, "comments"))
    marked = document.add_paragraph("Số liệu cần đối chiếu.").runs
    document.add_comment(marked, text="Đề nghị bổ sung nguồn.", author="Văn phòng", initials="VP")
    return _saved(document)


def filled_template(seed: int) -> bytes:
    """A template with loops, filled by docxtpl."""
    prose = Prose(seed, "docxtpl")
    document = _document(prose)
    document.add_paragraph("Kính gửi: {{ noi_nhan }}")
    document.add_paragraph("{%p for dong in cac_dong %}")
    document.add_paragraph("- {{ dong }}")
    document.add_paragraph("{%p endfor %}")
    template = DocxTemplate(io.BytesIO(_saved(document)))
    template.render({"noi_nhan": prose.area(), "cac_dong": prose.paragraphs()}, autoescape=True)
    return _saved(template)


def template_kept(seed: int) -> bytes:
    """A paper that still shows its blanks is a paper, not a template, to the wall."""
    document = _document(Prose(seed, "kept"))
    document.add_paragraph("{{ so_ky_hieu }} ngày {{ ngay }}{% if co %}{% endif %}")
    return _saved(document)


ALL = kinds("python-docx 1.2", "docx", [
    (f"python-docx-{build.__name__.replace('_', '-')}", build)
    for build in (plain, state_paper, tables, pictures, sections, page_numbers, comments,
                  template_kept)
])  # fmt: skip
ALL += kinds("python-docx 1.2", "docx", [("python-docx-long-paper", long_paper)], heavy=True)
ALL += kinds("docxtpl", "docx", [("docxtpl-filled", filled_template)])
