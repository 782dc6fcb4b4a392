"""The quick way through a filled workbook that holds nothing but numbers and words. Pure.

Most do. It is told from the parts of the file, before a cell is read, and answers exactly what
`form_reader` would; whatever asks for a closer look (a formula, an error, a date, a percentage, a
very long number) is left to that one, which knows how every cell is shown.
"""

import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from phongtrao.reporting.grid import form_layout as layout

EMPTY, TEXT, NUMBER = "", "t", "n"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_STYLES, _WORDS = "xl/styles.xml", "xl/sharedStrings.xml"
# A formula, a cell that is an error, a truth value or a date, letters that stand for others.
_ODD = (b"<f>", b"<f ", b"<f/", b't="e"', b't="b"', b't="d"', b"_x")
_STYLES_IN_USE = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_FORMAT_IN_USE = re.compile(rb'numFmtId="(\d+)"')
_FORMAT = re.compile(rb'<numFmt\b[^>]*?numFmtId="(\d+)"[^>]*?formatCode="([^"]*)"')
# Whole numbers, decimals and text among the formats that every spreadsheet knows by number.
_PLAIN_FORMATS = frozenset({0, 1, 2, 3, 4, 37, 38, 39, 40, 49})
_PLAIN_SIGNS = frozenset(b"#,0.?_-()* ;@")
_MOST = 10.0**layout.EXACT_DIGITS


def plain_form(path: Path, columns: dict[str, tuple[int, ...]]) -> dict[str, Any] | None:
    """The answer of `form_reader.read_form`; None where the workbook is not as plain as that."""
    if not _looks_plain(path):
        return None
    with closing(CalamineWorkbook.from_path(str(path))) as book:
        sheets = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
        hidden = [each.name for each in sheets if each.visible != SheetVisibleEnum.Visible]
        names = {each.name for each in sheets}
        found: dict[str, Any] = {
            "mark": _mark(book) if layout.MARK in names else [],
            "hidden": [name for name in hidden if name not in layout.SHEETS],
            "merged": {},
        }
        for title, wanted in columns.items():
            found[title] = None
            if title in names:
                sheet = book.get_sheet_by_name(title)
                rows = sheet.to_python(skip_empty_area=False, nrows=layout.MOST_ROWS)
                try:
                    found[title] = list(_rows(rows, wanted))
                except _NotPlain:
                    return None
                found["merged"][title] = merged_ranges(sheet, wanted)
    return found


def merged_ranges(sheet: Any, columns: tuple[int, ...]) -> list[str]:
    """Merged ranges that touch a column that counts, as ``G12:G14``."""
    return [
        f"{get_column_letter(left + 1)}{top + 1}:{get_column_letter(right + 1)}{bottom + 1}"
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
        if any(left < column <= right + 1 for column in columns)
    ]


def number_text(value: float) -> str:
    """A number of a spreadsheet as it is typed here: all digits, a decimal comma."""
    if isinstance(value, int) or not isfinite(value):
        return str(value)
    exact = format(Decimal(f"{value:.{layout.EXACT_DIGITS}g}"), "f")
    whole, _, part = exact.partition(".")
    part = part.rstrip("0")
    return f"{whole},{part}" if part else whole


class _NotPlain(Exception):  # noqa: N818 - the other reader takes over
    """A cell holds something else than a short number or words."""


def _looks_plain(path: Path) -> bool:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        sheets = [archive.read(name) for name in names if _SHEET.fullmatch(name)]
        words = [archive.read(_WORDS)] if _WORDS in names else []
        styles = archive.read(_STYLES) if _STYLES in names else b""
    return (
        bool(sheets)
        and all(b"<sheetData" in each for each in sheets)
        and not any(odd in each for each in (*sheets, *words) for odd in _ODD)
        and _has_plain_formats(styles)
    )


def _has_plain_formats(styles: bytes) -> bool:
    in_use = _STYLES_IN_USE.search(styles)
    if in_use is None:
        return False
    own = {int(number): code for number, code in _FORMAT.findall(styles)}
    return all(
        number in _PLAIN_FORMATS or _is_plain_format(own.get(number, b"?d"))
        for number in map(int, set(_FORMAT_IN_USE.findall(in_use[0])))
    )


def _is_plain_format(code: bytes) -> bool:
    return code == b"General" or _PLAIN_SIGNS.issuperset(code)


def _mark(book: Any) -> list[str]:
    rows = book.get_sheet_by_name(layout.MARK).to_python(skip_empty_area=False, nrows=3)
    return [str(row[0] if row else "") for row in rows]


def _rows(rows: list[list[Any]], columns: tuple[int, ...]) -> Iterator[list[Any]]:
    for number, row in enumerate(rows, start=1):
        held = [_held(row[column - 1]) if column <= len(row) else [EMPTY, ""] for column in columns]
        if any(kind for kind, _text in held):
            yield [number, *held]


def _held(value: Any) -> list[str]:
    if isinstance(value, str):
        return [TEXT, value] if value.strip() else [EMPTY, ""]
    if not isinstance(value, float) or not isfinite(value) or abs(value) >= _MOST:
        raise _NotPlain
    return [NUMBER, number_text(value)]
