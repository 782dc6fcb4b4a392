"""Write a paper as a Word file in the layout of Decree 30/2020."""

from io import BytesIO
from pathlib import Path

from docx import Document
from docx.blkcntnr import BlockItemContainer
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from .paper_model import Block, Paper

CENTRE = WD_ALIGN_PARAGRAPH.CENTER


Holder = WordDocument | BlockItemContainer


def _run(
    holder: Holder, text: str, size: int = 13, *, bold: bool = False, centred: bool = True
) -> Paragraph:
    paragraph = holder.add_paragraph()
    run = paragraph.add_run(text)
    run.bold, run.font.size = bold, Pt(size)
    if centred:
        paragraph.alignment = CENTRE
    return paragraph


def _page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)


def _head(document: WordDocument, paper: Paper) -> None:
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    _run(left, paper.parent, 12)
    _run(left, paper.issuer, 12, bold=True)
    _run(left, f"Số: {paper.number}")
    _run(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True)
    _run(right, "Độc lập - Tự do - Hạnh phúc", 13, bold=True)
    _run(right, paper.place_date).runs[0].italic = True
    _run(document, paper.title, 14, bold=True)
    if paper.subject:
        _run(document, paper.subject, 14, bold=True)
    for line in paper.basis:
        _run(document, line, 14, centred=False).runs[0].italic = True


def _table(document: WordDocument, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]))
    table.style = "Table Grid"
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _body(document: WordDocument, blocks: list[Block]) -> None:
    for block in blocks:
        if block.rows:
            _table(document, block)
            continue
        paragraph = _run(
            document, block.text, 14, bold=block.kind == "h", centred=block.kind == "c"
        )
        if block.kind == "p":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Cm(1.27)


def _foot(document: WordDocument, paper: Paper) -> None:
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    _run(left, "Nơi nhận:", 12, bold=True, centred=False)
    for line in paper.recipients:
        _run(left, f"- {line}", 11, centred=False)
    for line in paper.signer:
        _run(right, line, 14, bold=True)
    if paper.foot:
        document.sections[0].footer.paragraphs[0].text = paper.foot


def to_docx(paper: Paper) -> bytes:
    """Return the paper as the bytes of a .docx file."""
    document = Document()
    _page(document)
    _head(document, paper)
    _body(document, paper.blocks)
    _foot(document, paper)
    document.core_properties.title = paper.title[:200]
    document.core_properties.author = "Văn phòng"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def write_paper(paper: Paper, folder: Path) -> tuple[Path, Path]:
    """Write ``<id>.docx`` and ``<id>.txt`` into the folder and return both paths."""
    folder.mkdir(parents=True, exist_ok=True)
    word, text = folder / f"{paper.paper_id}.docx", folder / f"{paper.paper_id}.txt"
    word.write_bytes(to_docx(paper))
    text.write_text(paper.text(), encoding="utf-8")
    return word, text
