"""The registers of inspections and recommendations, and the tables of a year, as workbooks."""

import io
from collections.abc import Sequence
from typing import Any

from django.http import FileResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from phongtrao.core import clock, files
from phongtrao.core.formats import date_vn
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.register.exports import (
    area_column,
    body_column,
    prepare_areas,
    state_column,
)
from phongtrao.org.queries.areas import area_labels
from phongtrao.oversight.queries import times_found_before
from phongtrao.oversight.queries.year import Tally, YearResult
from phongtrao.oversight.rules import criterion_name, urgency_name
from phongtrao.oversight.workflow import REMEDY_TONES, TONES, InspectionState, RemedyState


def state_tone(row: Any) -> str:
    """The tone of the chip of a state."""
    return TONES[InspectionState(row.state)]


def scope_shown(row: Any) -> str:
    """The time that is looked at: "từ 01/11/2023 đến nay"."""
    until = gettext("nay") if row.scope_to is None else date_vn(row.scope_to)
    return gettext("từ %(first)s đến %(last)s") % {
        "first": date_vn(row.scope_from),
        "last": until,
    }


def leader_shown(row: Any) -> str:
    """The office that leads the delegation."""
    agency = row.leader_body.name if row.leader_body_id else row.leader_agency
    return f"{row.leader_post}, {agency}" if agency else ""


INSPECTIONS = ListSpec(
    title=_("Kiểm tra, giám sát"),
    columns=(
        Column("ten", _("Cuộc kiểm tra"), lambda r: r.title, sort="title",
               link=link_to("oversight:inspection-detail"), width=60),
        Column("nam", _("Năm"), lambda r: str(r.year), sort="year", width=8),
        Column("doan", _("Đoàn số"), lambda r: r.team_number, sort="team_number", width=10),
        Column("tu", _("Từ ngày"), lambda r: r.starts_on, sort="starts_on", width=14),
        Column("den", _("Đến ngày"), lambda r: r.ends_on, sort="ends_on", width=14),
        Column("trang_thai", _("Trạng thái"), lambda r: InspectionState(r.state).label,
               sort="state", chip=state_tone, width=20),
        Column("truong_doan", _("Trưởng đoàn"), leader_shown, width=44),
        Column("thoi_ky", _("Thời kỳ kiểm tra"), scope_shown, sort="scope_from", optional=True,
               width=34),
        Column("quyet_dinh", _("Quyết định"), lambda r: r.decision_paper, optional=True, width=34),
        Column("ket_luan", _("Kết luận"), lambda r: r.conclusion_paper, optional=True, width=34),
        Column("ngay_ket_luan", _("Ngày kết luận"), lambda r: r.concluded_on,
               sort="concluded_on", optional=True, width=14),
        body_column(),
        area_column(optional=True),
        state_column(),
    ),
    order="-tu",
    empty=_("Chưa có cuộc kiểm tra nào khớp bộ lọc."),
    file_name="kiem-tra",
    prepare=prepare_areas,
)  # fmt: skip


def is_overdue(row: Any) -> bool:
    """Whether a remedy is not confirmed past its day and was not sent in by then."""
    in_time = row.state == RemedyState.SUBMITTED and row.submitted_on <= row.due_on
    told = row.entry.concluded_on is not None
    return bool(
        told and row.state != RemedyState.VERIFIED and row.due_on < clock.today() and not in_time
    )


def remedy_shown(row: Any) -> Any:
    """The state of a recommendation; one past its day says so."""
    label = RemedyState(row.state).label
    return gettext("%(state)s (quá hạn)") % {"state": label} if is_overdue(row) else label


def remedy_tone(row: Any) -> str:
    """The tone of the chip of a recommendation."""
    return "danger" if is_overdue(row) else REMEDY_TONES[RemedyState(row.state)]


def criterion_shown(row: Any) -> str:
    """The point of the inspection, in the language of the page."""
    return gettext(criterion_name(row.criterion, row.entry.criteria_version))


def prepare_recurrences(rows: Sequence[Any]) -> None:
    """Give each recommendation of a page in how many earlier inspections its defect was found."""
    times = times_found_before(row.pk for row in rows)
    for row in rows:
        row.found_before = times.get(row.pk, 0)


def recurrence_shown(row: Any) -> str:
    """ "Lặp lại lần thứ 2"; nothing where the defect is new."""
    if not row.found_before:
        return ""
    return gettext("Lặp lại lần thứ %(count)s") % {"count": row.found_before}


def recurrence_tone(row: Any) -> str:
    """A chip only where the defect was found before."""
    return "warning" if row.found_before else ""


RECOMMENDATIONS = ListSpec(
    title=_("Kiến nghị sau kiểm tra"),
    columns=(
        Column("kien_nghi", _("Kiến nghị"), lambda r: r.text, sort="text",
               link=link_to("oversight:recommendation-detail"), width=60),
        Column("co_quan", _("Cơ quan phải khắc phục"), lambda r: r.body.name,
               sort="body__name", width=36),
        Column("xac_nhan", _("Cơ quan xác nhận"), lambda r: r.verifier.name,
               sort="verifier__name", width=36),
        Column("han", _("Hạn khắc phục"), lambda r: r.due_on, sort="due_on", width=14),
        Column("trang_thai", _("Trạng thái"), remedy_shown, sort="state", chip=remedy_tone,
               width=26),
        Column("lap_lai", _("Lặp lại"), recurrence_shown, chip=recurrence_tone, width=20),
        Column("noi_dung", _("Nội dung kiểm tra"), criterion_shown, sort="criterion", width=44),
        Column("muc_do", _("Mức độ"), lambda r: gettext(urgency_name(r.urgency)),
               sort="urgency", optional=True, width=18),
        Column("ton_tai", _("Tồn tại, hạn chế"), lambda r: r.finding, optional=True, width=60),
        Column("cuoc", _("Cuộc kiểm tra"), lambda r: r.entry.title, optional=True, width=50),
        Column("nam", _("Năm"), lambda r: str(r.entry.year), sort="entry__year", optional=True,
               width=8),
        Column("ngay_xac_nhan", _("Ngày xác nhận"), lambda r: r.verified_on,
               sort="verified_on", optional=True, width=14),
    ),
    order="han",
    empty=_("Chưa có kiến nghị nào khớp bộ lọc."),
    file_name="kien-nghi-sau-kiem-tra",
    prepare=prepare_recurrences,
)  # fmt: skip


def prepare_parents(rows: Sequence[Any]) -> None:
    """Give each area of a page the name of the area above it."""
    names = area_labels({row.parent_id for row in rows if row.parent_id}, clock.today())
    for row in rows:
        row.parent_label = names.get(row.parent_id, "")


GAPS = ListSpec(
    title=_("Địa bàn còn thiếu"),
    columns=(
        Column("dia_ban", _("Địa bàn"), lambda r: r.full_name, sort="sort_key",
               link=lambda r: reverse("org:area-detail", args=[r.lineage_id]), width=36),
        Column("ma", _("Mã"), lambda r: r.code, sort="code", width=12),
        Column("truc_thuoc", _("Trực thuộc"), lambda r: r.parent_label, width=36),
    ),
    order="dia_ban",
    empty=_("Không có địa bàn nào còn thiếu theo bộ lọc."),
    file_name="dia-ban-con-thieu",
    prepare=prepare_parents,
)  # fmt: skip


_YEAR_TITLES = (
    _("Số cuộc kiểm tra"), _("Số cơ quan"), _("Số kiến nghị"), _("Đã xác nhận"), _("Quá hạn"),
    _("Lặp lại"), _("Số ngày từ kết luận đến xác nhận (trung vị)"),
)  # fmt: skip


def year_workbook(
    year: int, found: YearResult, by_criterion: Sequence[Tally], asked_by: str
) -> FileResponse:
    """The tables of a year, a sheet each, on A4; what there is no figure of stays empty."""
    book = Workbook(write_only=True)
    title = gettext("Tổng hợp kết quả kiểm tra năm %(year)s") % {"year": year}
    tables = (
        (gettext("Theo nội dung"), gettext("Nội dung kiểm tra"), by_criterion),
        (gettext("Theo cơ quan kiểm tra"), gettext("Cơ quan kiểm tra"), found.leaders),
        (gettext("Theo địa bàn"), gettext("Địa bàn"), found.areas),
    )
    for name, first, rows in tables:
        sheet = book.create_sheet(name)
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.column_dimensions["A"].width = 50
        for line in (title, asked_by, date_vn(clock.today())):
            sheet.append([_written(sheet, line)])
        sheet.append([_written(sheet, str(each), bold=True) for each in (first, *_YEAR_TITLES)])
        for tally in (*rows, found.total):
            called = gettext("Tổng cộng") if tally is found.total else tally.name
            sheet.append([_written(sheet, called), *_figures(tally)])
    buffer = io.BytesIO()
    book.save(buffer)
    return files.as_attachment(buffer.getvalue(), name=f"tong-hop-{year}.xlsx", kind="xlsx")


def _figures(tally: Tally) -> list[int | None]:
    return [
        len(tally.inspections), len(tally.bodies), tally.asked, tally.verified, tally.late,
        tally.recurring, tally.median_days,
    ]  # fmt: skip


def _written(sheet: Any, text: str, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # a leading "=" must stay a letter
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)
    return cell
