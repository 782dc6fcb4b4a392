"""The template of a correction file: its head, every cell as text, and what each column takes."""

import io

from django.http import FileResponse
from django.utils.translation import gettext
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from phongtrao.core import files
from phongtrao.org.reshaping.correction_rows import COLUMNS, MOST_ROWS

_WIDTHS = (16, 52, 14, 10, 10, 14, 28, 18, 10)


def correction_template() -> FileResponse:
    """An empty workbook; its cells are text, so that no nought and no day gets lost."""
    book = Workbook()
    sheet = book.create_sheet("Điều chỉnh", 0)
    book.remove(book.worksheets[1])
    for place, (name, width) in enumerate(zip(COLUMNS.values(), _WIDTHS, strict=True), start=1):
        cell = sheet.cell(row=1, column=place, value=name)
        cell.font, cell.alignment = Font(bold=True), Alignment(wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = width
        for row in range(2, MOST_ROWS + 2):
            sheet.cell(row=row, column=place).number_format = "@"
    sheet.freeze_panes = "A2"
    notes = book.create_sheet("Cách ghi")
    notes.column_dimensions["A"].width = 110
    for line in how_to_write():
        notes.append([line])
    buffer = io.BytesIO()
    book.save(buffer)
    return files.as_attachment(buffer.getvalue(), name="mau-dieu-chinh-dia-ban.xlsx", kind="xlsx")


def how_to_write() -> list[str]:
    """What each column takes, one sentence a line."""
    return [
        gettext("Ngày áp dụng: ngày/tháng/năm, ghi bằng chữ, ví dụ 01/07/2026."),
        gettext("Căn cứ: loại, số, ngày, cơ quan ban hành."),
        gettext(
            "Việc: lập, đổi tên, đổi loại, đổi mã, chuyển, sáp nhập, tách, giải thể. Sáp nhập và"
            " tách: mỗi dòng là một phần của địa bàn cũ về một địa bàn mới."
        ),
        gettext("Mã: 2 chữ số của cấp tỉnh, 5 chữ số của cấp xã; giữ chữ số 0 ở đầu."),
        gettext("Tỷ lệ: để trống thì chia đều (ước tính); nếu ghi thì cộng lại đúng bằng 1."),
        gettext(
            "Các dòng cùng ngày, cùng căn cứ và chung địa bàn là một thay đổi. Một dòng sai thì"
            " không dòng nào được nhập."
        ),
    ]
