"""The figures of a roll-up as a workbook, with n of N beside every figure."""

import io
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from django.http import FileResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from phongtrao.core import clock, files
from phongtrao.core.formats import date_vn
from phongtrao.org.models import AreaSet
from phongtrao.planning.exports import bound_in_words
from phongtrao.reporting.exports.lists import period_name, period_words, reach_words
from phongtrao.reporting.models import Round
from phongtrao.reporting.models.training import training_mark
from phongtrao.reporting.queries.roll_ups import RollUpLine, RollUpTable
from phongtrao.reporting.queries.target_reach import LineTarget
from phongtrao.reporting.rules.roll_up import RollUp


def roll_up_workbook(
    round_: Round,
    table: RollUpTable,
    targets: Mapping[str, Sequence[LineTarget]],
    *,
    area_set: AreaSet | None = None,
) -> FileResponse:
    """The table of a round; a missing figure is an empty cell, never a zero.

    `targets` are those of each indicator (`queries.targets_of_lines`).
    `area_set` is the set to which the figures are narrowed, told in the heading.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Tổng hợp")
    sheet.oddHeader.center.text = training_mark(round_.scheme) or None
    sheet.column_dimensions["B"].width = 60
    for text in _heading(round_, table):
        sheet.append([_text(sheet, text)])
    if area_set is not None:
        sheet.append([_text(sheet, _("Tập địa bàn: %(name)s") % {"name": area_set.name})])
    sheet.append([])
    sheet.append([_text(sheet, str(title), bold=True) for title in _titles()])
    for line in table.lines:
        sheet.append(_row(sheet, line, targets.get(line.indicator.code, ())))
    buffer = io.BytesIO()
    book.save(buffer)
    return files.as_attachment(buffer.getvalue(), name=f"tong-hop-{round_.pk}.xlsx", kind="xlsx")


def _heading(round_: Round, table: RollUpTable) -> list[str]:
    counts = {"reports": table.reports, "waiting": table.not_approved}
    return [
        f"{round_.template_version.template.name} – {period_name(round_)}",
        _("Tổng hợp từ %(reports)s báo cáo, trong đó %(waiting)s báo cáo chưa duyệt.") % counts,
        _("Ngày xuất: %(day)s") % {"day": date_vn(clock.today())},
    ]


def _titles() -> list[str]:
    return [
        _("Mã"),
        _("Chỉ tiêu"),
        _("Đơn vị tính"),
        _("Kỳ này"),
        _("Trong đó điều chỉnh"),
        _("Số địa bàn có số liệu"),
        _("Lũy kế từ đầu năm"),
        _("Cùng kỳ"),
        _("Tăng/giảm"),
        _("Tăng/giảm (%)"),
        _("Mức giao"),
        _("Mức đạt"),
    ]


def _row(sheet: Any, line: RollUpLine, targets: Sequence[LineTarget]) -> list[Any]:
    asked = [f"{period_words(t.period)}: {bound_in_words(t.target)}" for t in targets]
    return [
        _text(sheet, line.indicator.code),
        _text(sheet, line.indicator.name),
        _text(sheet, line.indicator.unit),
        _figure(line.current, line.decimals),
        _plain(line.current.adjusted, line.decimals) if line.current.adjusted else None,
        _text(sheet, f"{line.current.n}/{line.current.of}"),
        _figure(line.cumulative, line.decimals),
        _figure(line.last_year, line.decimals),
        _text(sheet, line.change_shown),
        _text(sheet, line.change_percent),
        _text(sheet, "; ".join(asked)),
        _text(sheet, "; ".join(reach_words(target) for target in targets)),
    ]


def _figure(rolled: RollUp, decimals: int) -> int | float | None:
    if rolled.value is None:
        return None
    return _plain(rolled.value, decimals)


def _plain(value: Fraction, decimals: int) -> int | float:
    return round(float(value), decimals) if decimals else round(value)


def _text(sheet: Any, text: str, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # a leading "=" must stay a letter
    if bold:
        cell.font = Font(bold=True)
    return cell
