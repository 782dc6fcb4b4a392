"""Reads the workbook of a report into plain rows; runs inside the cage of the wall. Pure.

Nothing is judged here: what each cell holds is told with its kind, so that the door can say what
to do about a date, a formula or a percentage.
"""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from phongtrao.reporting.grid import form_layout as layout
from phongtrao.reporting.grid.plain_workbook import (
    EMPTY,
    NUMBER,
    TEXT,
    merged_ranges,
    number_text,
    plain_form,
)

READER = "phongtrao.reporting.grid.form_reader:read_form"
KIND = "xlsx"
# Kinds of what a cell holds; a formula is followed by the kind and text of its kept result.
DATE, PERCENT, ERROR, FORMULA = "d", "p", "e", "f"
COLUMNS = {
    layout.FIGURES: (layout.CODE, layout.FIGURE, layout.NOTE),
    layout.NARRATIVE: (layout.TOPIC, layout.TEXT),
}


def read_form(path: Path, kind: str | None) -> dict[str, Any] | None:
    """The mark, the rows of both sheets, merged and hidden parts; None for another kind of file.

    A row is its number and for each column that counts ``[kind, text]``; empty rows are left out.
    """
    if kind != KIND:
        return None
    return plain_form(path, COLUMNS) or read_closely(path)


def read_closely(path: Path) -> dict[str, Any]:
    """Cell by cell with its format: what the quick way does not understand."""
    with path.open("rb") as stream, closing(load_workbook(stream, read_only=True)) as book:
        hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
        found: dict[str, Any] = {
            "mark": _mark(book),
            "hidden": [title for title in hidden if title not in layout.SHEETS],
            "merged": {},
        }
        for title, columns in COLUMNS.items():
            found[title] = None
            if title in book.sheetnames:
                found[title] = list(_rows(book[title], columns, _Results(path, title)))
                found["merged"][title] = _merged(path, title, columns)
    return found


class _Results:
    """What the formulas of a sheet gave when the file was last saved; read only where needed."""

    def __init__(self, path: Path, title: str) -> None:
        self._path, self._title = path, title

    def of(self, cell: Any) -> list[str]:
        """The kind and text of a formula's result; empty where none was kept."""
        kept = self._cells.get((cell.row, cell.column))
        return _plain(*kept) if kept else [EMPTY, ""]

    @cached_property
    def _cells(self) -> dict[tuple[int, int], tuple[Any, str, str]]:
        with (
            self._path.open("rb") as stream,  # an upload has no name that tells its kind
            closing(load_workbook(stream, data_only=True, read_only=True)) as book,
        ):
            return {
                (cell.row, cell.column): (cell.value, cell.data_type, cell.number_format)
                for row in _cells_of(book[self._title])
                for cell in row
                if cell.value is not None
            }


def _mark(book: Any) -> list[str]:
    if layout.MARK not in book.sheetnames:
        return []
    rows = book[layout.MARK].iter_rows(max_row=3, max_col=1, values_only=True)
    return [str(row[0] if row and row[0] is not None else "") for row in rows]


def _cells_of(sheet: Any) -> Iterator[Any]:
    sheet.reset_dimensions()  # a file may state a size of its own
    yield from sheet.iter_rows(max_row=layout.MOST_ROWS, max_col=layout.NOTE)


def _rows(sheet: Any, columns: tuple[int, ...], results: _Results) -> Iterator[list[Any]]:
    for number, row in enumerate(_cells_of(sheet), start=1):
        cells = [row[column - 1] if column <= len(row) else None for column in columns]
        held = [_held(cell, results) for cell in cells]
        if any(kind for kind, *_text in held):
            yield [number, *held]


def _held(cell: Any, results: _Results) -> list[str]:
    if cell is None or cell.value is None:
        return [EMPTY, ""]
    if cell.data_type == "f":
        return [FORMULA, *results.of(cell)]
    return _plain(cell.value, cell.data_type, cell.number_format)


def _plain(value: Any, data_type: str, number_format: str) -> list[str]:
    if isinstance(value, date | time | timedelta):  # a moment is a date too
        day = value.date() if isinstance(value, datetime) else value
        return [DATE, f"{day:%d/%m/%Y}" if isinstance(day, date) else str(day)]
    if data_type == "e":
        return [ERROR, str(value)]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return [TEXT, str(value)] if str(value).strip() else [EMPTY, ""]
    if "%" in number_format:
        return [PERCENT, number_text(value * 100) + "%"]
    return [NUMBER, number_text(value)]


def _merged(path: Path, title: str, columns: tuple[int, ...]) -> list[str]:
    with closing(CalamineWorkbook.from_path(str(path))) as book:
        return merged_ranges(book.get_sheet_by_name(title), columns)
