"""Workbooks by Python libraries: openpyxl, XlsxWriter."""

import datetime
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import xlsxwriter
from openpyxl.chart import LineChart, PieChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import ColorScaleRule
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from tests.core.gate.honest_files import images
from tests.core.gate.honest_files.kind import kinds
from tests.core.gate.honest_files.prose import Prose

DAY = datetime.datetime(2026, 3, 2, 7, 30)  # noqa: DTZ001 - cells of Excel know no zone
Step = Callable[[Any, Any, int], None]


def _openpyxl(step: Step) -> Callable[[int], bytes]:
    def build(seed: int) -> bytes:
        prose = Prose(seed, "openpyxl")
        book = openpyxl.Workbook()
        book.properties.created = DAY
        sheet = book.active
        for line in [prose.header(), *prose.table()]:
            sheet.append(line)
        step(book, sheet, seed)
        buffer = io.BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    return build


def plain(_book: Any, sheet: Any, _seed: int) -> None:
    sheet["G1"], sheet["G2"], sheet["G3"] = DAY, DAY.time(), datetime.timedelta(hours=30)
    sheet["G4"], sheet["G5"] = True, "=SUM(B2:B5)"


def charts(_book: Any, sheet: Any, _seed: int) -> None:
    for number, form in enumerate((LineChart, PieChart)):
        chart = form()
        chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=6), titles_from_data=True)
        sheet.add_chart(chart, f"H{2 + 16 * number}")


def pictures(_book: Any, sheet: Any, seed: int) -> None:
    sheet.add_image(Image(io.BytesIO(images.raster(seed))), "H2")
    sheet.add_image(Image(io.BytesIO(images.raster(seed, "JPEG"))), "H20")


def comments(_book: Any, sheet: Any, _seed: int) -> None:
    for row in range(2, 6):
        sheet.cell(row, 2).comment = Comment("Số liệu tạm tính", "Văn phòng")


def rules(book: Any, sheet: Any, _seed: int) -> None:
    rule = DataValidation(type="list", formula1='"Đạt,Chưa đạt"', allow_blank=True)
    sheet.add_data_validation(rule)
    rule.add("F2:F20")
    colours = ColorScaleRule(start_type="min", start_color="FF0000", end_type="max",
                             end_color="00FF00")  # fmt: skip
    sheet.conditional_formatting.add("B2:B20", colours)
    book.defined_names["DonVi"] = DefinedName("DonVi", attr_text="Sheet!$A$2:$A$9")
    sheet.add_table(Table(displayName="Bang", ref=f"A1:E{sheet.max_row}"))
    sheet.freeze_panes, sheet.auto_filter.ref = "B2", None


def hidden(book: Any, sheet: Any, _seed: int) -> None:
    book.create_sheet("Danh mục").sheet_state = "veryHidden"
    sheet.column_dimensions["C"].hidden = True
    sheet.protection.sheet = True


def epoch_of_1904(book: Any, sheet: Any, _seed: int) -> None:
    book.epoch = CALENDAR_MAC_1904
    sheet["G1"] = DAY


def merged(_book: Any, sheet: Any, _seed: int) -> None:
    for row in range(40, 400, 2):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row + 1, end_column=3)


def painted(_book: Any, sheet: Any, _seed: int) -> None:
    """A painted area far larger than the figures."""
    fill = PatternFill("solid", fgColor="FFFF00")
    for row in range(1, 400):
        for column in range(1, 30):
            sheet.cell(row, column).fill = fill


def text_starts(_book: Any, sheet: Any, _seed: int) -> None:
    for row, text in enumerate(("'=1+1", "+84 là mã nước", "-", "@", "–5", "0001"), 40):
        sheet.cell(row, 1, text).data_type = "s"


def link_cells(_book: Any, sheet: Any, _seed: int) -> None:
    sheet["G1"].hyperlink = "https://quochoi.vn"
    sheet["G2"].hyperlink = "mailto:vanphong@quangngai.gov.vn"
    sheet["G3"] = '=HYPERLINK("#Sheet!A1","về đầu")'


def _xlsxwriter(step: Step, options: dict[str, Any] | None = None) -> Callable[[int], bytes]:
    def build(seed: int) -> bytes:
        prose, buffer = Prose(seed, "xlsxwriter"), io.BytesIO()
        book = xlsxwriter.Workbook(buffer, {"in_memory": True, **(options or {})})
        book.set_properties({"title": prose.title(), "created": DAY})
        sheet = book.add_worksheet("Tổng hợp")
        for number, line in enumerate([prose.header(), *prose.table()]):
            sheet.write_row(number, 0, line)
        step(book, sheet, seed)
        book.close()
        return buffer.getvalue()

    return build


def formats(book: Any, sheet: Any, _seed: int) -> None:
    for row, code in enumerate(("dd/mm/yyyy", '#,##0 "đồng"', "0.0%", "[h]:mm", "@", "000")):
        sheet.write(row, 8, 45_000.5, book.add_format({"num_format": code}))
    sheet.write_datetime(7, 8, DAY, book.add_format({"num_format": "d mmmm yyyy"}))


def many_things(book: Any, sheet: Any, seed: int) -> None:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='Tổng hợp'!$B$2:$B$6"})
    sheet.insert_chart("H2", chart)
    sheet.insert_image("H20", "a.png", {"image_data": io.BytesIO(images.raster(seed))})
    sheet.write_comment("B2", "Số liệu tạm tính")
    sheet.insert_textbox("K2", "Ghi chú")
    sheet.insert_checkbox("M1", True)
    sheet.add_sparkline("F2", {"range": "'Tổng hợp'!B2:E2"})
    sheet.write_dynamic_array_formula("G1", "=SORT(B2:B6)")
    sheet.set_header("&C&G", {"image_center": "a.png", "image_data_center":
                              io.BytesIO(images.raster(seed))})  # fmt: skip
    sheet.write_rich_string("A30", "nhiều ", book.add_format({"bold": True}), "kiểu", " chữ")


def picture_cells(_book: Any, sheet: Any, seed: int) -> None:
    sheet.embed_image("H2", "a.png", {"image_data": io.BytesIO(images.raster(seed))})


def chart_sheet(book: Any, _sheet: Any, _seed: int) -> None:
    page = book.add_chartsheet("Biểu đồ")
    chart = book.add_chart({"type": "pie"})
    chart.add_series({"values": "='Tổng hợp'!$B$2:$B$6"})
    page.set_chart(chart)


def rows_20000(_book: Any, sheet: Any, seed: int) -> None:
    prose = Prose(seed, "rows")
    for number in range(50, 20_050):
        sheet.write_row(number, 0, prose.row())


OPENPYXL: tuple[Step, ...] = (plain, charts, pictures, comments, rules, hidden, epoch_of_1904,
                              merged, painted, text_starts, link_cells)  # fmt: skip
XLSXWRITER: tuple[Step, ...] = (formats, many_things, picture_cells, chart_sheet)
_IN_STEPS = {"constant_memory": True, "in_memory": False, "use_zip64": True}
ALL = kinds("openpyxl 3.1", "xlsx", [
    (f"openpyxl-{step.__name__.replace('_', '-')}", _openpyxl(step)) for step in OPENPYXL
])  # fmt: skip
ALL += kinds("XlsxWriter 3", "xlsx", [
    (f"xlsxwriter-{step.__name__.replace('_', '-')}", _xlsxwriter(step)) for step in XLSXWRITER
] + [("xlsxwriter-zip64", _xlsxwriter(formats, _IN_STEPS))])  # fmt: skip
ALL += kinds("XlsxWriter 3", "xlsx", [("xlsxwriter-20000-rows", _xlsxwriter(rows_20000))],
             heavy=True)  # fmt: skip
