"""The words of a Word file, as a reader of it finds them."""

import io
from typing import Any

from docx import Document


def docx_of(answer: Any) -> bytes:
    """The bytes of a download."""
    return b"".join(answer.streaming_content)


def text_of(data: bytes) -> str:
    """Every paragraph and cell of the body, one a line."""
    document = Document(io.BytesIO(data))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        lines += ["\t".join(cell.text for cell in row.cells) for row in table.rows]
    return "\n".join(lines).replace("\u00a0", " ")


def header_of(data: bytes) -> str:
    """The words of the page headers."""
    document = Document(io.BytesIO(data))
    parts = [s.header for s in document.sections] + [s.first_page_header for s in document.sections]
    return "\n".join(p.text for part in parts for p in part.paragraphs)


def rows_of(data: bytes) -> dict[str, list[str]]:
    """Rows of the table of figures: name of the indicator → the texts of its cells."""
    document = Document(io.BytesIO(data))
    return {
        row.cells[1].text: [cell.text for cell in row.cells]
        for table in document.tables
        for row in table.rows
        if len(row.cells) > 4
    }
