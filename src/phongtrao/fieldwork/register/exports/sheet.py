"""The empty sheet of a register: its head, what each column takes, choices to pick from."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made_by
from typing import Any

from django.http import FileResponse
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation

from phongtrao.core import files
from phongtrao.core.vietnamese import fold

_TYPED_ROWS = 300


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: the field of the screen's form it fills, its title, and how to write it."""

    field: str
    title: Any
    hint: Any
    required: bool = False
    width: int = 20
    # The words of a closed list, folded → their code; and the words as they are shown.
    choices: Mapping[str, str] = made_by(default_factory=dict)
    words: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class SheetSpec:
    """The sheet of a register: its title, columns and the name of the file."""

    title: Any
    columns: Sequence[SheetColumn]
    file_name: str


def choice_column(
    name: str, title: Any, hint: Any, pairs: Sequence[tuple[str, Any]], *, required: bool = True
) -> SheetColumn:
    """A column of a closed list, in words."""
    words = [str(label) for _code, label in pairs]
    codes = {fold(word): code for (code, _label), word in zip(pairs, words, strict=True)}
    return SheetColumn(name, title, hint, required, 28, codes, words)


def empty_sheet(spec: SheetSpec) -> FileResponse:
    """The workbook to fill in: text cells, so that no nought gets lost; choices as drop-downs."""
    book = Workbook()
    sheet = book.create_sheet("Danh sách", 0)
    book.remove(book.worksheets[1])
    notes, lists = book.create_sheet("Cách ghi"), book.create_sheet("Danh mục")
    notes.column_dimensions["A"].width = 110
    for place, column in enumerate(spec.columns, start=1):
        _head(sheet, place, column)
        notes.append([f"{column.title}: {column.hint}"])
        if column.words:
            _offer(sheet, lists, place, column.words)
    sheet.freeze_panes = "A2"
    buffer = io.BytesIO()
    book.save(buffer)
    return files.as_attachment(buffer.getvalue(), name=f"mau-{spec.file_name}.xlsx", kind="xlsx")


def _head(sheet: Any, place: int, column: SheetColumn) -> None:
    cell = sheet.cell(row=1, column=place, value=f"{column.title}{' *' if column.required else ''}")
    cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
    sheet.column_dimensions[cell.column_letter].width = column.width
    for row in range(2, _TYPED_ROWS + 2):
        sheet.cell(row=row, column=place).number_format = "@"


def _offer(sheet: Any, lists: Any, place: int, words: Sequence[str]) -> None:
    for row, word in enumerate(words, start=1):
        lists.cell(row=row, column=place, value=word)
    letter = lists.cell(row=1, column=place).column_letter
    rule = DataValidation("list", formula1=f"'Danh mục'!${letter}$1:${letter}${len(words)}")
    rule.allow_blank = True
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}{_TYPED_ROWS + 1}")
