"""Reads an admitted correction file into plain rows; runs inside the cage of the wall. Pure."""

import codecs
import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

READER = "phongtrao.org.reshaping.correction_table:read_table"
KINDS = frozenset({"xlsx", "csv", "txt"})
_DELIMITERS = ";\t,"


def read_table(path: Path, kind: str) -> list[list[Any]]:
    """Each row as its number and its cells: text, a number, or ["date", ISO day] of a real date.

    Rows without any content are left out. Other kinds of file give nothing.
    """
    if kind == "xlsx":
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
        rows = enumerate(sheet.to_python(skip_empty_area=False), start=1)
        return [[number, *map(_cell, row)] for number, row in rows if _is_filled(row)]
    return _text_rows(path.read_bytes()) if kind in KINDS else []


def _text_rows(data: bytes) -> list[list[Any]]:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = data.decode("utf-16" if wide else "utf-8-sig")
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[rows.line_num, *row] for row in rows if _is_filled(row)]


def _is_filled(row: list[Any]) -> bool:
    return any(str(cell).strip() for cell in row)


def _cell(value: Any) -> Any:
    if isinstance(value, date):  # a moment is one too
        day = value.date() if isinstance(value, datetime) else value
        return ["date", day.isoformat()]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return int(value) if float(value).is_integer() else value
