"""The template of a table of targets: its head, every cell as text, and what each column takes."""

import io

from django.http import FileResponse
from django.utils.translation import gettext
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from phongtrao.core import files
from phongtrao.planning.actions.target_table import COLUMNS
from phongtrao.planning.queries.targets import indicators_offered

_WIDTHS = (14, 28, 16, 14, 12, 12, 14, 10, 44, 24)
_TYPED_ROWS = 300


def target_template() -> FileResponse:
    """An empty workbook; its cells are text, so that no nought gets lost; indicators beside it."""
    book = Workbook()
    sheet = book.create_sheet("Chỉ tiêu", 0)
    book.remove(book.worksheets[1])
    for place, (name, width) in enumerate(zip(COLUMNS.values(), _WIDTHS, strict=True), start=1):
        cell = sheet.cell(row=1, column=place, value=name)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = width
        for row in range(2, _TYPED_ROWS + 2):
            sheet.cell(row=row, column=place).number_format = "@"
    sheet.freeze_panes = "A2"
    notes = book.create_sheet("Cách ghi")
    notes.column_dimensions["A"].width = 110
    for line in how_to_write():
        notes.append([line])
    codes = book.create_sheet("Danh mục chỉ tiêu")
    codes.append(["Mã", "Tên", "Đơn vị tính"])
    for each in indicators_offered():
        codes.append([each.code, each.name, each.unit])
    codes.column_dimensions["B"].width = 90
    buffer = io.BytesIO()
    book.save(buffer)
    return files.as_attachment(buffer.getvalue(), name="mau-chi-tieu-giao.xlsx", kind="xlsx")


def how_to_write() -> list[str]:
    """What each column takes, one sentence a line."""
    return [
        gettext("Mã chỉ tiêu: mã trong danh mục chỉ tiêu; mã lạ thì cả tệp chưa được nhập."),
        gettext("Địa bàn: mã hoặc tên đầy đủ, thuộc phạm vi của cơ quan bạn."),
        gettext("Kỳ: 2027 (năm), 2027-H1 (nửa năm), 2023-01/2033-12 (nhiều năm)."),
        gettext("Loại mức: ít nhất, nhiều nhất, từ … đến … hoặc bằng."),
        gettext("Mức, Đến mức, Giá trị gốc: ghi số như 90, 12,5 hoặc 1.250."),
        gettext("Văn bản giao: loại, số, ngày, cơ quan ban hành."),
        gettext("Chỉ tiêu đã có của cùng địa bàn, cùng kỳ nhận giá trị mới."),
    ]
