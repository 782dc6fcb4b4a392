"""Hiding places that python-docx reaches: body, tables, headers, hidden and coloured text."""

from collections.abc import Callable
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Pt, RGBColor

from .hidden_payload import HONEST, Payload

Build = Callable[[Payload], bytes]


def fresh() -> WordDocument:
    """Return a small honest document."""
    document = Document()
    for line in HONEST:
        document.add_paragraph(line)
    return document


def saved(document: WordDocument) -> bytes:
    """Return the bytes of a document."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def body(load: Payload) -> bytes:
    """Put the sentence into a paragraph of the body."""
    document = fresh()
    document.add_paragraph(load.text)
    return saved(document)


def split_runs(load: Payload) -> bytes:
    """Cut the value into runs of one to three signs with changing format."""
    document = fresh()
    before, after = load.text.split(load.value)
    paragraph = document.add_paragraph(before)
    at, step = 0, 1
    while at < len(load.value):
        run = paragraph.add_run(load.value[at : at + step])
        run.bold, run.italic = step == 2, step == 3
        at, step = at + step, step % 3 + 1
    paragraph.add_run(after)
    return saved(document)


def table_cell(load: Payload) -> bytes:
    """Put the sentence into a table cell."""
    document = fresh()
    table = document.add_table(rows=2, cols=3)
    table.cell(1, 2).text = load.text
    return saved(document)


def nested_table(load: Payload) -> bytes:
    """Put the sentence into a table inside a table cell."""
    document = fresh()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 1).add_table(rows=1, cols=1).cell(0, 0).text = load.text
    return saved(document)


def header(load: Payload) -> bytes:
    """Put the sentence into the page header."""
    document = fresh()
    document.sections[0].header.paragraphs[0].text = load.text
    return saved(document)


def footer(load: Payload) -> bytes:
    """Put the sentence into the page footer."""
    document = fresh()
    document.sections[0].footer.paragraphs[0].text = load.text
    return saved(document)


def first_page_header(load: Payload) -> bytes:
    """Put the sentence into the header of the first page only."""
    document = fresh()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = load.text
    return saved(document)


def even_page_footer(load: Payload) -> bytes:
    """Put the sentence into the footer of even pages."""
    document = fresh()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].even_page_footer.paragraphs[0].text = load.text
    return saved(document)


def hidden_text(load: Payload) -> bytes:
    """Mark the sentence as hidden text."""
    document = fresh()
    document.add_paragraph().add_run(load.text).font.hidden = True
    return saved(document)


def white_tiny_text(load: Payload) -> bytes:
    """Print the sentence white and one point small."""
    document = fresh()
    font = document.add_paragraph().add_run(load.text).font
    font.color.rgb, font.size = RGBColor(255, 255, 255), Pt(1)
    return saved(document)


def core_subject(load: Payload) -> bytes:
    """Put the value into the subject of the document's properties."""
    document = fresh()
    document.core_properties.subject = load.short
    return saved(document)


def core_comments(load: Payload) -> bytes:
    """Put the sentence into the comments of the document's properties."""
    document = fresh()
    document.core_properties.comments = load.text
    return saved(document)


def core_keywords(load: Payload) -> bytes:
    """Put the value among the key words of the document's properties."""
    document = fresh()
    document.core_properties.keywords = f"phong trào; {load.short}"
    return saved(document)


def style_name(load: Payload) -> bytes:
    """Name a paragraph style after the value."""
    document = fresh()
    style = document.styles.add_style(load.short, 1)
    document.add_paragraph("Nội dung theo kiểu riêng", style=style)
    return saved(document)


PLACES: dict[str, Build] = {
    "docx-body": body, "docx-split-runs": split_runs, "docx-table-cell": table_cell,
    "docx-nested-table": nested_table, "docx-header": header, "docx-footer": footer,
    "docx-first-page-header": first_page_header, "docx-even-page-footer": even_page_footer,
    "docx-hidden-text": hidden_text, "docx-white-tiny-text": white_tiny_text,
    "docx-core-subject": core_subject, "docx-core-comments": core_comments,
    "docx-core-keywords": core_keywords, "docx-style-name": style_name,
}  # fmt: skip
