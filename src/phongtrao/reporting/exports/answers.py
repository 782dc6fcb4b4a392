"""The answers to a one-off request as a table: workbook and CSV, and the list of requests."""

import csv
import io
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from django.http import FileResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from phongtrao.core import clock, files
from phongtrao.core.formats import date_vn, datetime_vn, number
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.reporting.cells import CellState, cell_text
from phongtrao.reporting.exports.lists import lateness, period_name
from phongtrao.reporting.models import Round
from phongtrao.reporting.queries.one_off import AnswerRow, Answers
from phongtrao.reporting.workflow import ReportState, RoundState

# Letters with which a spreadsheet would take a text for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answers_workbook(round_: Round, answers: Answers) -> FileResponse:
    """A row for each body, then the sum; a missing figure is an empty cell, never a zero."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Trả lời")
    sheet.column_dimensions["A"].width = 44
    for text in _heading(round_, answers):
        sheet.append([_text(sheet, text)])
    sheet.append([])
    sheet.append([_text(sheet, title, bold=True) for title in _titles(answers)])
    for row in answers.rows:
        figures = [
            _plain(cell.figure(spec.decimals), spec.decimals)
            if cell is not None and cell.is_given
            else (_text(sheet, "-") if cell and cell.state is CellState.NOT_APPLICABLE else None)
            for spec, cell in _cells(answers, row)
        ]
        facts = [_text(sheet, text) for text in _facts(row)]
        sheet.append([*facts, *figures, _text(sheet, "\n".join(row.words))])
    totals = [
        _plain(answers.totals[spec.key].value, spec.decimals)
        if answers.totals[spec.key].value is not None
        else None
        for spec in answers.specs
    ]
    sheet.append([_text(sheet, _("Cộng"), bold=True), None, None, *totals])
    buffer = io.BytesIO()
    book.save(buffer)
    return files.as_attachment(buffer.getvalue(), name=f"dot-xuat-{round_.pk}.xlsx", kind="xlsx")


def answers_csv(round_: Round, answers: Answers) -> FileResponse:
    """The same rows as text, semicolons between them as Vietnamese spreadsheets expect."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(_titles(answers))
    for row in answers.rows:
        figures = [
            cell_text(cell, spec.decimals).replace(".", "") if cell else ""
            for spec, cell in _cells(answers, row)
        ]
        writer.writerow([*map(_safe, _facts(row)), *figures, _safe(" ".join(row.words))])
    data = buffer.getvalue().encode("utf-8-sig")
    return files.as_attachment(data, name=f"dot-xuat-{round_.pk}.csv", kind="csv")


def _heading(round_: Round, answers: Answers) -> list[str]:
    asked = round_.asked_once
    counts = {"n": len(answers.rows) - len(answers.missing), "of": len(answers.rows)}
    return [
        round_.template_version.template.name,
        period_name(round_),
        _("Cơ quan hỏi: %(body)s; hạn %(deadline)s")
        % {"body": asked.body.name if asked else "", "deadline": datetime_vn(round_.deadline_at)},
        _("Đã trả lời %(n)s/%(of)s cơ quan") % counts,
        _("Ngày xuất: %(day)s") % {"day": date_vn(clock.today())},
    ]


def _titles(answers: Answers) -> list[str]:
    figures = [f"{s.name} ({s.unit})" if s.unit else s.name for s in answers.specs]
    return [_("Cơ quan"), _("Trạng thái"), _("Thời hạn"), *figures, _("Trả lời bằng lời")]


def _facts(row: AnswerRow) -> list[str]:
    state = str(ReportState(row.report.state).label)
    return [row.report.body.name, state, lateness(row.report)[0]]


def _cells(answers: Answers, row: AnswerRow) -> Iterator[tuple[Any, Any]]:
    for spec in answers.specs:
        yield spec, row.cells[spec.index] if row.version else None


def _plain(value: Fraction | None, decimals: int) -> int | float | None:
    if value is None:
        return None
    return round(float(value), decimals) if decimals else round(value)


def _text(sheet: Any, text: str, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # a leading "=" must stay a letter
    if bold:
        cell.font = Font(bold=True)
    return cell


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _answered(round_: Any) -> str:
    return f"{number(round_.sent)}/{number(round_.of)}"


def _state(round_: Any) -> str:
    if round_.state == RoundState.LOCKED:
        return _("Đã kết thúc")
    return _("Quá hạn") if round_.deadline_at < clock.now() else _("Đang hỏi")


ONE_OFF_LIST = ListSpec(
    title=gettext_lazy("Báo cáo đột xuất"),
    columns=[
        Column(
            "ten",
            gettext_lazy("Yêu cầu"),
            lambda r: r.template_version.template.name,
            sort="template_version__template__name",
            link=link_to("reporting:oneoff-detail"),
            width=50,
        ),
        Column(
            "co_quan",
            gettext_lazy("Cơ quan hỏi"),
            lambda r: r.one_off.body.name,
            sort="one_off__body__name_folded",
            width=36,
        ),
        Column(
            "luc",
            gettext_lazy("Hỏi lúc"),
            lambda r: datetime_vn(r.opened_at),
            sort="opened_at",
        ),
        Column(
            "han", gettext_lazy("Hạn"), lambda r: datetime_vn(r.deadline_at), sort="deadline_at"
        ),
        Column("da_gui", gettext_lazy("Đã trả lời"), _answered, sort="sent"),
        Column(
            "trang_thai",
            gettext_lazy("Trạng thái"),
            _state,
            sort="state",
            chip=lambda r: "secondary" if r.state == RoundState.LOCKED else "info",
        ),
    ],
    order="-luc",
    empty=gettext_lazy("Chưa có yêu cầu báo cáo đột xuất nào."),
    file_name="bao-cao-dot-xuat",
)
