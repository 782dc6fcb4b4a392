"""Hiding places in an Excel workbook."""

from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from .hidden_payload import HONEST, Payload

Build = Callable[[Payload], bytes]
Change = Callable[[Workbook, Worksheet, Payload], None]
HEADS = {"cccd": "Số CCCD", "cmnd": "Số CMND", "mobile": "SĐT", "bank": "Số tài khoản"}


def _saved(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _built(change: Change) -> Build:
    def build(load: Payload) -> bytes:
        book = Workbook()
        sheet = book.create_sheet("Tổng hợp", 0)
        book.remove(book.worksheets[1])
        sheet.append(["STT", "Nội dung", "Số lượng"])
        for n, line in enumerate(HONEST, 1):
            sheet.append([n, line, n * 1234])
        change(book, sheet, load)
        return _saved(book)

    return build


def _cell(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet["B9"] = load.text


def _far_cell(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet["AZ900"] = load.text


def _white_cell(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet["D3"] = load.text
    sheet["D3"].font = Font(color="FFFFFF", size=1)


def _rich_cell(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    before, after = load.text.split(load.value)
    half = len(load.value) // 2
    bold = InlineFont(b=True)
    sheet["B9"] = CellRichText(before, TextBlock(bold, load.value[:half]), load.value[half:], after)


def _other_sheet(state: str) -> Change:
    def change(book: Workbook, _sheet: Worksheet, load: Payload) -> None:
        other = book.create_sheet("Nguồn")
        other["A1"], other.sheet_state = load.text, state

    return change


def _hidden_column(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet["F4"] = load.text
    sheet.column_dimensions["F"].hidden = True


def _hidden_row(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet["B12"] = load.text
    sheet.row_dimensions[12].hidden = True


def _number_cell(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet["E1"] = HEADS[load.kind]
    sheet["E2"] = int(load.value)


def _number_cell_low_header(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet["A8"], sheet["B8"], sheet["C8"] = "TT", "Họ và tên", HEADS[load.kind]
    for row in range(9, 14):
        sheet.cell(row, 1, row - 8)
        sheet.cell(row, 2, "Nguyễn Thị Hoài")
    sheet["C12"] = int(load.value)


def _comment(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet["B2"].comment = Comment(load.text, "VP")


def _sheet_name(book: Workbook, _sheet: Worksheet, load: Payload) -> None:
    book.create_sheet(load.short.replace("số tài khoản", "STK")[:31])


def _defined_name(book: Workbook, _sheet: Worksheet, load: Payload) -> None:
    name = "_" + "".join(
        c if c.isalnum() and c.isascii() else "_" for c in load.short.replace("số tài khoản", "STK")
    )
    book.defined_names[name] = DefinedName(name, attr_text="'Tổng hợp'!$A$1")


def _defined_value(book: Workbook, _sheet: Worksheet, load: Payload) -> None:
    book.defined_names["GhiChu"] = DefinedName("GhiChu", attr_text=f'"{load.short}"')


def _validation_list(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    rule = DataValidation(type="list", formula1=f'"đã nhận,{load.short},chưa nhận"')
    sheet.add_data_validation(rule)
    rule.add("C3")


def _validation_prompt(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    rule = DataValidation(type="whole", operator="greaterThan", formula1="0")
    rule.prompt, rule.promptTitle, rule.showInputMessage = load.text, "Chú ý", True
    sheet.add_data_validation(rule)
    rule.add("C3")


def _page_header(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet.oddHeader.center.text = load.text  # type: ignore[union-attr]


def _page_footer(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet.evenFooter.left.text = load.text  # type: ignore[union-attr]


def _formula(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet["D2"] = f'=IF(C2>0,"","{load.short}")'


def _number_format(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    sheet["C2"].number_format = f'0" {load.short}"'


def _link(_book: Workbook, sheet: Worksheet, load: Payload) -> None:
    plain = load.value.replace(" ", "")
    sheet["B2"].hyperlink = (
        f"tel:{plain}"
        if load.kind == "mobile"
        else f"mailto:vp@quangngai.gov.vn?subject={load.short}"
    )


def _properties(book: Workbook, _sheet: Worksheet, load: Payload) -> None:
    book.properties.description = load.text


def _custom_property(book: Workbook, _sheet: Worksheet, load: Payload) -> None:
    entry = StringProperty(name="Ghi chú", value=load.short)
    book.custom_doc_props.append(entry)  # type: ignore[attr-defined]


PLACES: dict[str, Build] = {
    name: _built(change)
    for name, change in {
        "xlsx-cell": _cell, "xlsx-far-cell": _far_cell, "xlsx-white-cell": _white_cell,
        "xlsx-rich-text": _rich_cell, "xlsx-very-hidden-sheet": _other_sheet("veryHidden"),
        "xlsx-hidden-sheet": _other_sheet("hidden"), "xlsx-hidden-column": _hidden_column,
        "xlsx-hidden-row": _hidden_row, "xlsx-number-cell": _number_cell,
        "xlsx-number-cell-low-header": _number_cell_low_header, "xlsx-comment": _comment,
        "xlsx-sheet-name": _sheet_name, "xlsx-defined-name": _defined_name,
        "xlsx-defined-value": _defined_value, "xlsx-validation-list": _validation_list,
        "xlsx-validation-prompt": _validation_prompt, "xlsx-page-header": _page_header,
        "xlsx-page-footer": _page_footer, "xlsx-formula": _formula,
        "xlsx-number-format": _number_format, "xlsx-hyperlink": _link,
        "xlsx-properties": _properties, "xlsx-custom-property": _custom_property,
    }.items()
}  # fmt: skip
NUMBER_ONLY = frozenset({"xlsx-number-cell", "xlsx-number-cell-low-header"})
