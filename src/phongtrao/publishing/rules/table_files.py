"""A table of a workbook as plain text cells; runs inside the cage of the upload wall. Pure."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from phongtrao.publishing.rules.typed_tables import MOST_COLUMNS, MOST_ROWS

READER = "phongtrao.publishing.rules.table_files:read_table"
KIND = "xlsx"
_DIGITS = 15  # of a spreadsheet's number


def read_table(path: Path, kind: str | None) -> dict[str, Any]:
    """The rows of the first visible sheet that hold something; `cut` where there are too many.

    Numbers have a decimal comma and no sign between thousands (2026 may be a year); dates are
    written as "05/01/2026".
    """
    if kind != KIND:
        return {"rows": []}
    book = CalamineWorkbook.from_path(str(path))
    for sheet in book.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet or sheet.visible != SheetVisibleEnum.Visible:
            continue
        read = book.get_sheet_by_name(sheet.name).to_python(nrows=MOST_ROWS + 1)
        rows = [[_text(cell) for cell in row] for row in read]
        rows = [row for row in rows if any(row)]
        if rows:
            width = max(len(row) for row in rows)
            is_cut = len(read) > MOST_ROWS or width > MOST_COLUMNS
            return {"rows": [row + [""] * (width - len(row)) for row in rows], "cut": is_cut}
    return {"rows": []}


def _text(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return " ".join(str(value).split())
    whole, _, part = format(Decimal(f"{value:.{_DIGITS}g}"), "f").partition(".")
    part = part.rstrip("0")
    return f"{whole},{part}" if part else whole
