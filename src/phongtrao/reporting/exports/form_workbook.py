"""The form of one report as a workbook that is filled in a spreadsheet and read back."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import FileResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from phongtrao.core import files
from phongtrao.core.formats import datetime_vn
from phongtrao.core.vietnamese import fold
from phongtrao.reporting.cells import Cell, CellState, cell_text
from phongtrao.reporting.exports.lists import period_name
from phongtrao.reporting.grid import form_layout as layout
from phongtrao.reporting.grid.content import CellSpec, Content
from phongtrao.reporting.imports.form_marks import mark_cells, mark_for
from phongtrao.reporting.models.training import training_mark
from phongtrao.reporting.queries.entry import EntryGrid
from phongtrao.reporting.queries.previews import FormPreview
from phongtrao.reporting.workflow import Topic

_WIDTHS = {"A": 7, "B": 12, "C": 62, "D": 14, "E": 13, "F": 13, "G": 15, "H": 34}
_TYPED = PatternFill("solid", start_color="FFF8E4")
_HEAD = PatternFill("solid", start_color="EEF1F5")
_LINE = Side(style="thin", color="9AA3AF")
_NO_XML = {0xFFFE: None, 0xFFFF: None}  # no file of a spreadsheet can hold these two
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def form_workbook(grid: EntryGrid) -> FileResponse:
    """The workbook of a report: its form with what is stored, open only where one types."""
    book = Workbook()
    heading = _heading(grid)
    _figures(book.worksheets[0], grid, heading)
    _narrative(book.create_sheet(layout.NARRATIVE), grid, heading[0])
    _mark(book.create_sheet(layout.MARK), grid)
    sheets: list[Any] = book.worksheets
    for sheet in sheets:
        sheet.oddHeader.center.text = training_mark(grid.report.round.scheme) or None
    buffer = io.BytesIO()
    book.save(buffer)
    report = grid.report
    unit = "-".join(fold(report.body.name).split())
    name = f"bieu-{unit}-{report.round.period}.xlsx".replace("/", "-")
    return files.as_attachment(buffer.getvalue(), name=name, kind="xlsx")


def blank_workbook(form: FormPreview) -> FileResponse:
    """A form that nobody has been asked for yet, to be looked at; it cannot be sent in."""
    book = Workbook()
    heading = [form.name, _("Bản xem trước của biểu mẫu; không dùng để gửi báo cáo.")]
    _figures(book.worksheets[0], form, heading)
    if any(section.topics for section in form.sections):
        _narrative(book.create_sheet(layout.NARRATIVE), form, heading[0])
    buffer = io.BytesIO()
    book.save(buffer)
    name = f"bieu-mau-{slugify(fold(form.name))[:60]}.xlsx"
    return files.as_attachment(buffer.getvalue(), name=name, kind="xlsx")


def _figures(sheet: Any, grid: EntryGrid | FormPreview, heading: Sequence[str]) -> None:
    sheet.title = layout.FIGURES
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for number, text in enumerate(heading, start=1):
        _say(sheet, number, 1, text, bold=number == 1)
    for column, title in enumerate(_titles(), start=1):
        cell = _say(sheet, layout.HEAD_ROW, column, title, bold=True, wrap=True)
        cell.fill, cell.border = _HEAD, _FRAME
    row = layout.HEAD_ROW + 1
    for section in grid.sections:
        if section.topics:
            continue
        _say(sheet, row, layout.ORDER, section.code, bold=True)
        _say(sheet, row, layout.NAME, section.name, bold=True, wrap=True)
        for spec in section.specs:
            row = _lines(sheet, row, spec.above) + 1
            _figure_row(sheet, row, spec, grid)
        row = _lines(sheet, row, section.foot) + 1
    sheet.freeze_panes = sheet.cell(layout.HEAD_ROW + 1, layout.UNIT)
    sheet.print_title_rows = f"{layout.HEAD_ROW}:{layout.HEAD_ROW}"
    _close(sheet)


def _lines(sheet: Any, row: int, lines: Sequence[Mapping[str, str]]) -> int:
    """The lines of the form that ask for nothing, below `row`; returns the last row written."""
    for line in lines:
        row += 1
        is_heading = line["kind"] == "heading"
        text = _("Trong đó:") if line["kind"] == "of_which" else line["text"]
        _say(sheet, row, layout.ORDER, line.get("order", ""), bold=is_heading)
        _say(sheet, row, layout.NAME, text, bold=is_heading, wrap=True)
    return row


def _heading(grid: EntryGrid) -> list[str]:
    round_ = grid.report.round
    return [
        round_.template_version.template.name,
        _("Cơ quan báo cáo: %(body)s") % {"body": grid.report.body.name},
        _("Kỳ báo cáo: %(period)s") % {"period": period_name(round_)},
        _("Hạn gửi: %(moment)s") % {"moment": datetime_vn(grid.report.deadline_at)},
        _(
            "Chỉ ghi vào các ô nền vàng. Ghi 0 khi không phát sinh, dấu - khi không áp dụng;"
            " để trống nghĩa là chưa có số liệu. Phần nội dung ở trang Lời văn."
        ),
    ]


def _titles() -> list[str]:
    return [
        _("Mục"),
        _("Mã"),
        _("Chỉ tiêu"),
        _("Đơn vị tính"),
        _("Kỳ trước"),
        _("Cùng kỳ"),
        _("Kỳ này"),
        _("Ghi chú"),
    ]


def _figure_row(sheet: Any, row: int, spec: CellSpec, grid: EntryGrid | FormPreview) -> None:
    told = {
        layout.ORDER: spec.order,
        layout.CODE: spec.key,
        layout.NAME: spec.name,
        layout.UNIT: spec.unit,
    }
    for column, text in told.items():
        _say(sheet, row, column, text, wrap=True).border = _FRAME
    for column, cells in ((layout.LAST, grid.last), (layout.LAST_YEAR, grid.last_year)):
        _earlier(sheet, row, column, spec, cells)
    figure = sheet.cell(row, layout.FIGURE)
    _figure(figure, spec, grid.content.cells[spec.index], grid.content)
    note = _say(sheet, row, layout.NOTE, grid.content.notes.get(spec.index, ""), wrap=True)
    _open(figure)
    _open(note)


def _earlier(sheet: Any, row: int, column: int, spec: CellSpec, cells: Mapping[str, Cell]) -> None:
    cell = sheet.cell(row, column)
    cell.border = _FRAME
    if spec.key in cells:
        _write(cell, cells[spec.key], spec.decimals)


def _figure(cell: Any, spec: CellSpec, said: Cell, content: Content) -> None:
    if spec.index in content.typed:
        _put(cell, content.typed[spec.index])
    else:
        _write(cell, said, spec.decimals)


def _write(cell: Any, said: Cell, decimals: int) -> None:
    """A figure as a number, so that one may reckon with it; one too long for that as text."""
    cell.number_format = "General" if decimals else "#,##0"
    cell.alignment = Alignment(horizontal="right", vertical="top")
    if not said.is_given:
        if said.state is not CellState.NONE:
            _put(cell, cell_text(said))
    elif len(str(abs(said.scaled))) > layout.EXACT_DIGITS:
        _put(cell, cell_text(said, decimals))
    else:
        cell.value = said.scaled / 10**decimals if decimals else said.scaled


def _narrative(sheet: Any, grid: EntryGrid | FormPreview, title: str) -> None:
    for letter, width in {"A": 10, "B": 34, "C": 100}.items():
        sheet.column_dimensions[letter].width = width
    sheet.column_dimensions["A"].hidden = True
    _say(sheet, 1, layout.LABEL, title, bold=True)
    hint = _(
        "Mỗi dòng là một ý; cấp trên tổng hợp từng ý kèm nguồn. Không ghi tên, địa chỉ hay"
        " thông tin riêng của người dân."
    )
    _say(sheet, 2, layout.LABEL, hint)
    row = 4
    for topic, name in (
        (topic, section.topic_names.get(topic) or str(Topic(topic).label))
        for section in grid.sections
        for topic in section.topics
    ):
        told = grid.content.of_topic(topic)
        rows = max(len(told) + layout.EMPTY_STATEMENTS, layout.FEWEST_STATEMENTS)
        row = _topic(sheet, row, (topic, name), [*told, *[""] * rows][:rows])
    _topic(sheet, row, (layout.REASON, _("Giải trình chung")), [grid.content.reason])
    _close(sheet)


def _topic(sheet: Any, row: int, topic: tuple[str, str], told: Sequence[str]) -> int:
    """The rows of one topic from `row` on; returns the row after them and an empty one."""
    for text in told:
        _say(sheet, row, layout.TOPIC, topic[0])
        _say(sheet, row, layout.LABEL, topic[1], wrap=True).border = _FRAME
        _open(_say(sheet, row, layout.TEXT, text, wrap=True))
        row += 1
    return row + 1


def _mark(sheet: Any, grid: EntryGrid) -> None:
    sheet.sheet_state = "veryHidden"
    for row, text in enumerate(mark_cells(mark_for(grid.report, grid.version)), start=1):
        _say(sheet, row, 1, text)
    sheet.protection.sheet = True


def _say(
    sheet: Any, row: int, column: int, text: str, *, bold: bool = False, wrap: bool = False
) -> Any:
    cell = sheet.cell(row, column)
    if text:
        _put(cell, text)
    cell.font = Font(bold=bold)
    cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    return cell


def _put(cell: Any, text: str) -> None:
    cell.value = text.translate(_NO_XML)
    cell.data_type = "s"  # a leading "=" must stay a letter


def _open(cell: Any) -> None:
    """A cell that is typed in."""
    cell.protection, cell.fill, cell.border = Protection(locked=False), _TYPED, _FRAME


def _close(sheet: Any) -> None:
    """Protected without a password: against slips of the hand; printed on A4 across."""
    sheet.protection.sheet = True
    for name in ("formatCells", "formatColumns", "formatRows"):
        setattr(sheet.protection, name, False)  # false: this is allowed
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&P/&N"
