"""Word documents (docx): paragraphs and tables in the order of the page, tables as ``a | b | c``.

A two-column letterhead is given issuer and number first, then motto and day, as the extractor
reads a head line by line.
"""

import io
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from phongtrao.core.vietnamese import fold
from phongtrao.intake.readers.results import LayoutHint, ReadText, UnreadableFile

_MOTTO = ("cong hoa xa hoi", "dang cong san viet nam", "doc lap - tu do")


def read_word(data: bytes) -> ReadText:
    """The text of a docx; raises ``UnreadableFile`` for a broken, empty or other file."""
    try:
        document = Document(io.BytesIO(data))
        text, hints = _body(document)
    except (PackageNotFoundError, zipfile.BadZipFile, etree.XMLSyntaxError) as fault:
        raise UnreadableFile("word-broken") from fault
    except (KeyError, ValueError, AttributeError, IndexError, OSError, RecursionError) as fault:
        raise UnreadableFile("word-broken") from fault
    if not text.strip():
        raise UnreadableFile("word-empty")
    return ReadText(text, tuple(hints))


def _body(document: WordDocument) -> tuple[str, list[LayoutHint]]:
    lines: list[str] = []
    hints: list[LayoutHint] = []
    size = 0
    for piece in document.iter_inner_content():
        new = [piece.text] if isinstance(piece, Paragraph) else list(_table(piece, len(lines)))
        length = sum(len(line) + 1 for line in new)
        if isinstance(piece, Table):
            hints.append(LayoutHint("table", size, size + length))
        lines.extend(new)
        size += length
    return "\n".join(lines) + "\n", hints


def _table(table: Table, lines_before: int) -> Iterator[str]:
    rows = [_cells(row.cells) for row in table.rows]
    if lines_before < 6 and _is_letterhead(rows):
        yield from _letterhead(rows)
        return
    if _is_foot(rows):
        for row in rows:
            for cell in row:
                yield from cell.split("\n")
        return
    for row in rows:
        yield " | ".join(" ".join(cell.split()) for cell in row)


def _cells(cells: tuple[_Cell, ...]) -> list[str]:
    """The texts of a row; a merged cell counts once."""
    texts: list[str] = []
    last = None
    for cell in cells:
        if cell._tc is not last:  # noqa: SLF001 - python-docx names a merged cell only by its element
            texts.append(cell.text.strip())
        last = cell._tc  # noqa: SLF001 - as above
    return texts


def _is_letterhead(rows: list[list[str]]) -> bool:
    text = fold(" ".join(cell for row in rows[:4] for cell in row))
    return any(motto in text for motto in _MOTTO) and max(map(len, rows), default=0) <= 3


def _letterhead(rows: list[list[str]]) -> Iterator[str]:
    """Column by column: issuer, number and abstract; then motto and day."""
    for column in range(max(map(len, rows))):
        for row in rows:
            if column < len(row):
                yield from (line for line in row[column].split("\n") if line.strip())


def _is_foot(rows: list[list[str]]) -> bool:
    """The last table of a paper: "Nơi nhận" beside the signature."""
    text = fold(" ".join(cell for row in rows for cell in row))
    return "noi nhan" in text and len(rows) <= 4
