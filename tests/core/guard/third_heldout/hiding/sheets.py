"""Places of a workbook where a text or a number can hide."""

import io
from collections.abc import Callable

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.core.guard.third_heldout.packing import pack, unpack

from .ooxml import OFFICE, add_xml, plain_book, relate, saved
from .picture import jpeg_with_exif, png_with_text

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Change = Callable[[Workbook, Worksheet, str], object]


def changed(change: Change) -> Callable[[str], bytes]:
    """A plain workbook changed by ``change``."""

    def make(value: str) -> bytes:
        book = plain_book()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        change(book, sheet, value)
        return pack(unpack(saved(book)))

    return make


def _cell(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet["B7"] = value


def _far_cell(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet["AZ400"] = value


def _other_sheet(state: str) -> Change:
    def change(book: Workbook, _sheet: Worksheet, value: str) -> None:
        other = book.create_sheet("Phụ")
        other["A1"] = value
        other.sheet_state = state

    return change


def _hidden_row(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet["A9"] = value
    sheet.row_dimensions[9].hidden = True


def _hidden_column(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet["H2"] = value
    sheet.column_dimensions["H"].hidden = True


def _comment(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet["A2"].comment = Comment(value, "Thẩm định")


def _comment_author(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet["A2"].comment = Comment("Đã xem", value)


def _header(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet.oddHeader.center.text = value


def _footer(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet.evenFooter.left.text = value


def _name(book: Workbook, _sheet: Worksheet, value: str) -> None:
    book.defined_names["ghi_chu"] = DefinedName("ghi_chu", attr_text=f'"{value}"')


def _sheet_name(book: Workbook, _sheet: Worksheet, value: str) -> None:
    book.create_sheet(value.replace("/", "-")[:31])


def _prompt(_book: Workbook, sheet: Worksheet, value: str) -> None:
    rule = DataValidation(type="whole", operator="greaterThan", formula1="0")
    rule.promptTitle, rule.prompt = "Nhắc", value
    rule.add("B2")
    sheet.add_data_validation(rule)


def _choices(_book: Workbook, sheet: Worksheet, value: str) -> None:
    rule = DataValidation(type="list", formula1=f'"Có,Không,{value}"')
    rule.add("C2")
    sheet.add_data_validation(rule)


def _formula(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet["D2"] = f'=IF(B2>0,"{value}","")'


def _property(tag: str) -> Change:
    return lambda book, _sheet, value: setattr(book.properties, tag, value)


def _custom(book: Workbook, _sheet: Worksheet, value: str) -> None:
    book.custom_doc_props.append(StringProperty(name="Ghi chú", value=value))


def _format(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet["B2"].number_format = f'0" {value}"'


def _chart(_book: Workbook, sheet: Worksheet, value: str) -> None:
    chart = BarChart()
    chart.title = value
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "E5")


def _tooltip(_book: Workbook, sheet: Worksheet, value: str) -> None:
    sheet["A3"].hyperlink = "https://www.chinhphu.vn/"
    sheet["A3"].hyperlink.tooltip = value


def _picture(make: Callable[[str], bytes]) -> Change:
    def change(_book: Workbook, sheet: Worksheet, value: str) -> None:
        sheet.add_image(Image(io.BytesIO(make(value))), "F2")

    return change


def custom_xml(value: str) -> bytes:
    """A custom XML part of the package."""
    parts = unpack(saved(plain_book()))
    add_xml(
        parts, "customXml/item3.xml", "application/xml", f"<du-lieu><muc>{value}</muc></du-lieu>"
    )
    return pack(parts)


def unused_string(value: str) -> bytes:
    """A shared string no cell points to any more."""
    parts = unpack(saved(plain_book()))
    xml = f'<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si><t>{value}</t></si></sst>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    add_xml(parts, "xl/sharedStrings.xml", kind, xml)
    relate(parts, "xl/_rels/workbook.xml.rels", f"{OFFICE}/sharedStrings", "sharedStrings.xml")
    return pack(parts)


def rich_pieces(value: str) -> bytes:
    """A cell whose text is cut into runs of different looks."""
    parts = unpack(changed(_cell)("CUT"))
    pieces = "".join(
        f'<r><rPr><b/></rPr><t xml:space="preserve">{value[at : at + 3]}</t></r>'
        for at in range(0, len(value), 3)
    )
    name = "xl/worksheets/sheet1.xml"
    text = parts[name].decode()
    assert "<is><t>CUT</t></is>" in text
    parts[name] = text.replace("<is><t>CUT</t></is>", f"<is>{pieces}</is>").encode()
    return pack(parts)


def number_cell(head: str, number: int, look: str, *, hidden: bool = False) -> bytes:
    """A number under its head, as a sheet that lost the leading zero holds it."""
    book = plain_book()
    sheet = book.create_sheet("Dữ liệu")
    sheet["A1"], sheet["B1"] = "TT", head
    sheet["A2"], sheet["B2"] = 1, number
    sheet["B2"].number_format = look
    if hidden:
        sheet.sheet_state = "veryHidden"
    return pack(unpack(saved(book)))


SHEET_PLACES: dict[str, Callable[[str], bytes]] = {
    "xlsx-cell": changed(_cell),
    "xlsx-far-cell": changed(_far_cell),
    "xlsx-hidden-sheet": changed(_other_sheet("hidden")),
    "xlsx-very-hidden-sheet": changed(_other_sheet("veryHidden")),
    "xlsx-second-sheet": changed(_other_sheet("visible")),
    "xlsx-hidden-row": changed(_hidden_row),
    "xlsx-hidden-column": changed(_hidden_column),
    "xlsx-comment": changed(_comment),
    "xlsx-comment-author": changed(_comment_author),
    "xlsx-header": changed(_header),
    "xlsx-even-footer": changed(_footer),
    "xlsx-defined-name": changed(_name),
    "xlsx-sheet-name": changed(_sheet_name),
    "xlsx-input-prompt": changed(_prompt),
    "xlsx-choice-list": changed(_choices),
    "xlsx-formula-text": changed(_formula),
    "xlsx-title": changed(_property("title")),
    "xlsx-keywords": changed(_property("keywords")),
    "xlsx-description": changed(_property("description")),
    "xlsx-custom-property": changed(_custom),
    "xlsx-number-format": changed(_format),
    "xlsx-chart-title": changed(_chart),
    "xlsx-link-tooltip": changed(_tooltip),
    "xlsx-picture-chunk": changed(_picture(png_with_text)),
    "xlsx-picture-exif": changed(_picture(jpeg_with_exif)),
    "xlsx-custom-xml": custom_xml,
    "xlsx-unused-string": unused_string,
    "xlsx-rich-pieces": rich_pieces,
}
