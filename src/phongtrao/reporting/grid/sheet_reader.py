"""Reads a form that somebody made in a spreadsheet into plain cells; runs in the wall's cage. Pure.

Nothing is understood here (see `grid.sheet_form`): each cell is told with its place, what it holds
and whether it is bold, each sheet with its merged cells and whether it is shown.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook

READER = "phongtrao.reporting.grid.sheet_reader:read_sheets"
KIND = "xlsx"
TEXT, NUMBER, FORMULA = "t", "n", "f"
# A form is some hundred rows of some dozen columns; of more, this much is looked at.
MOST_SHEETS, MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 20, 800, 60, 12_000
_LONGEST_TEXT = 600


def read_sheets(path: Path, kind: str | None) -> dict[str, Any] | None:
    """The sheets with their cells ``[row, column, kind, text, bold]``; None for other files.

    `cut` says that a sheet is larger than what is looked at.
    """
    if kind != KIND:
        return None
    merged = _merged(path)
    with path.open("rb") as stream, closing(load_workbook(stream, read_only=True)) as book:
        sheets = [_sheet(sheet, merged) for sheet in book.worksheets[:MOST_SHEETS]]
        left_out = [sheet.title for sheet in book.worksheets[MOST_SHEETS:]]
    return {"sheets": sheets, "left_out": left_out}


def _sheet(sheet: Any, merged: dict[str, list[list[int]]]) -> dict[str, Any]:
    cells: list[list[Any]] = []
    cut = False
    for cell in _cells(sheet):
        if cell.row > MOST_ROWS or cell.column > MOST_COLUMNS or len(cells) >= MOST_CELLS:
            cut = True
            break
        held = _held(cell)
        if held[1]:
            cells.append([cell.row, cell.column, *held, bool(cell.font and cell.font.b)])
    return {
        "title": sheet.title,
        "shown": sheet.sheet_state == "visible",
        "cells": cells,
        "merged": merged.get(sheet.title, []),
        "cut": cut,
    }


def _cells(sheet: Any) -> Iterator[Any]:
    sheet.reset_dimensions()  # a file may state a size of its own
    for row in sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS):
        yield from (cell for cell in row if cell.value is not None)


def _held(cell: Any) -> tuple[str, str]:
    if cell.data_type == "f":
        return FORMULA, str(getattr(cell.value, "text", cell.value))[:_LONGEST_TEXT]
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return NUMBER, str(cell.value)
    return TEXT, str(cell.value).strip()[:_LONGEST_TEXT]


def _merged(path: Path) -> dict[str, list[list[int]]]:
    """Sheet → its merged ranges as [first row, first column, last row, last column], from 1."""
    found = {}
    with closing(CalamineWorkbook.from_path(str(path))) as book:
        for title in book.sheet_names[:MOST_SHEETS]:
            ranges = book.get_sheet_by_name(title).merged_cell_ranges or []
            found[title] = [
                [top + 1, left + 1, bottom + 1, right + 1]
                for (top, left), (bottom, right) in ranges[:2_000]
            ]
    return found


def address(row: int, column: int) -> str:
    """How a spreadsheet calls a cell: C12."""
    return f"{get_column_letter(column)}{row}"
