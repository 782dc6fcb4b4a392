"""Writes a filled paper as a file: plain text in several hands, Word, workbook, CSV.

A line starting with ``| `` is a row of a table.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Callable

import docx
import openpyxl

_WHOLE = re.compile(r"0|[1-9]\d{0,14}|[1-9]\d{0,2}(?:\.\d{3})+")


def cells_of(line: str) -> list[str] | None:
    """Return the cells of a row of a table, None for any other line."""
    if not line.startswith("| "):
        return None
    return [cell.strip() for cell in line[1:].split("|")]


def _text(paper: str, joiner: str, edge: str = "") -> str:
    lines = []
    for line in paper.split("\n"):
        cells = cells_of(line)
        lines.append(line if cells is None else f"{edge}{joiner.join(cells)}{edge[::-1]}")
    return "\n".join(lines)


def without_marks(text: str) -> str:
    """Write Vietnamese without its marks, as on an old telex."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def _pipe(paper: str) -> bytes:
    return _text(paper, " | ", "| ").encode()


def _tab(paper: str) -> bytes:
    return _text(paper, "\t").encode()


def _spaced(paper: str) -> bytes:
    return _text(paper, "   ").replace("\n", "\r\n").encode()


def _apart(paper: str) -> bytes:
    return unicodedata.normalize("NFD", _text(paper, "\t")).encode()


def _bare(paper: str) -> bytes:
    return without_marks(_text(paper, " | ", "| ")).encode()


def _capitals(paper: str) -> bytes:
    return _text(paper, "\t").upper().encode()


def _word(paper: str) -> bytes:
    document = docx.Document()
    table = None
    for line in paper.split("\n"):
        cells = cells_of(line)
        if cells is None:
            table = None
            document.add_paragraph(line)
            continue
        if table is None or len(table.columns) != len(cells):
            table = document.add_table(rows=0, cols=len(cells))
        for cell, value in zip(table.add_row().cells, cells, strict=True):
            cell.text = value
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _value(cell: str) -> str | int:
    return int(cell.replace(".", "")) if _WHOLE.fullmatch(cell) else cell


def _workbook(paper: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Biểu 01"
    for line in paper.split("\n"):
        sheet.append([_value(cell) for cell in cells_of(line) or [line]])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _commas(paper: str) -> bytes:
    kept = io.StringIO()
    writer = csv.writer(kept)
    for line in paper.rstrip("\n").split("\n"):
        writer.writerow(cells_of(line) or [line])
    return kept.getvalue().encode("utf-8-sig")


FORMS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "pipe": ("txt", _pipe),
    "tab": ("txt", _tab),
    "spaced": ("txt", _spaced),
    "apart": ("txt", _apart),
    "bare": ("txt", _bare),
    "capitals": ("txt", _capitals),
    "word": ("docx", _word),
    "workbook": ("xlsx", _workbook),
    "commas": ("csv", _commas),
}
