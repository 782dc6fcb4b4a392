"""Meetings and conclusions as page, workbook and print; the sheet meetings are entered from."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.meetings.rules import BONDS, CONCLUSION_KINDS, DIRECTIVE, FORMS, KINDS
from phongtrao.fieldwork.meetings.workflow import TONES, MeetingState
from phongtrao.fieldwork.register.exports import (
    SheetColumn,
    SheetSpec,
    area_column,
    body_column,
    choice_column,
    prepare_areas,
    state_column,
)
from phongtrao.planning.workflow import RUNNING, TaskState

_KIND_NAMES = {code: _(name) for code, name in KINDS}
_FORM_NAMES = {code: _(name) for code, name in FORMS}
_BOND_NAMES = {code: _(name) for code, name in BONDS}
_CONCLUSION_NAMES = {code: _(name) for code, name in CONCLUSION_KINDS}


def kind_name(code: str) -> Any:
    """What a kind of meeting is called."""
    return _KIND_NAMES.get(code, code)


def form_name(code: str) -> Any:
    """What a form of meeting is called."""
    return _FORM_NAMES.get(code, code)


def conclusion_kind(code: str) -> Any:
    """What a kind of conclusion is called."""
    return _CONCLUSION_NAMES.get(code, code)


def state_shown(row: Any) -> Any:
    """The state of a meeting."""
    return MeetingState(row.state).label


def state_tone(row: Any) -> str:
    """The tone of its chip."""
    return TONES[MeetingState(row.state)]


def standing_shown(row: Any) -> Any:
    """How a conclusion stands: settled, by its task, or still to be given."""
    if row.settled_on:
        return _("Đã thực hiện")
    if row.task is not None:
        label = TaskState(row.task.state).label
        late = row.task.state in RUNNING and due_of(row) < clock.today()
        return _("%(state)s, quá hạn") % {"state": label} if late else label
    if row.requirement_id is not None:
        return _("Đang thực hiện theo văn bản") if row.is_open else _("Đã thực hiện theo văn bản")
    if row.kind != DIRECTIVE:
        return _("Trả lời kiến nghị") if row.answers_id else _("Ghi nhận")
    if row.is_replaced:
        return _("Được kết luận sau thay thế")
    return _("Quá hạn, chưa giao") if row.due_on < clock.today() else _("Chưa giao")


def due_of(row: Any) -> Any:
    """Until when a conclusion is to be done: of a task its own day, which may be extended."""
    return row.task.due_on if row.task is not None else row.due_on


def standing_tone(row: Any) -> str:
    """The tone of its chip."""
    if row.settled_on:
        return "success"
    if row.task is not None:
        if row.task.state not in RUNNING:
            return "success"
        return "danger" if due_of(row) < clock.today() else "info"
    if row.requirement_id is not None and not row.is_open:
        return "success"
    if row.kind != DIRECTIVE or row.is_replaced:
        return "secondary"
    return "danger" if row.due_on < clock.today() else "warning"


def bonds_shown(row: Any) -> str:
    """The conclusion of an earlier meeting that this one repeats or replaces, and later ones."""
    said = []
    if row.earlier is not None:
        said.append(_("%(bond)s kết luận %(number)s ngày %(day)s") % _bond(row.bond, row.earlier))
    for each in row.later.all():
        words = _("Kỳ sau: %(bond)s, kết luận %(number)s ngày %(day)s")
        said.append(words % _bond(each.bond, each))
    return "; ".join(str(each) for each in said)


def _bond(code: str, other: Any) -> dict[str, Any]:
    day = date_vn(other.entry.held_on)
    return {"bond": _BOND_NAMES[code], "number": other.number, "day": day}


MEETINGS = ListSpec(
    title=_("Cuộc họp, hội nghị"),
    columns=(
        Column("ten", _("Tên"), lambda r: r.title, sort="search_folded",
               link=link_to("meetings:meeting-detail"), width=60),
        Column("ngay", _("Ngày họp"), lambda r: r.held_on, sort="held_on", width=14),
        Column("loai", _("Loại"), lambda r: kind_name(r.kind), sort="kind", width=26),
        Column("hinh_thuc", _("Hình thức"), lambda r: form_name(r.form), sort="form",
               optional=True, width=24),
        Column("trang_thai", _("Trạng thái"), state_shown, sort="state", chip=state_tone, width=22),
        Column("du", _("Số người dự"), lambda r: r.attendances, sort="attendances", numeric=True,
               width=12),
        Column("ket_luan", _("Số kết luận"), lambda r: r.conclusion_count, sort="conclusion_count",
               numeric=True, width=12),
        Column("thong_bao", _("Thông báo kết luận"), lambda r: r.notice_paper, optional=True,
               width=26),
        Column("chuoi", _("Chuỗi cuộc họp"), lambda r: r.series, sort="series", optional=True,
               width=26),
        Column("chu_tri_hop", _("Chức vụ người chủ trì"), lambda r: r.chair, optional=True,
               width=30),
        body_column(),
        area_column(optional=True),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có cuộc họp, hội nghị nào khớp bộ lọc."),
    file_name="cuoc-hop",
    prepare=prepare_areas,
)  # fmt: skip
CONCLUSIONS = ListSpec(
    title=_("Kết luận cuộc họp"),
    columns=(
        Column("ket_luan", _("Kết luận"), lambda r: r.text, sort="text",
               link=lambda r: f"{_meeting_page(r)}#ket-luan", width=70),
        Column("cuoc_hop", _("Cuộc họp"), lambda r: r.entry.title, sort="entry__title",
               optional=True, width=40),
        Column("ngay", _("Ngày họp"), lambda r: r.entry.held_on, sort="entry__held_on", width=14),
        Column("loai", _("Loại kết luận"), lambda r: conclusion_kind(r.kind), sort="kind",
               width=22),
        Column("co_quan", _("Cơ quan thực hiện"), lambda r: r.body.name if r.body else "",
               sort="body__name", width=36),
        Column("phoi_hop", _("Cơ quan phối hợp"),
               lambda r: "; ".join(part.body.name for part in r.parts.all()), optional=True,
               width=36),
        Column("han", _("Thời hạn"), due_of, sort="due_on", width=14),
        Column("tinh_trang", _("Tình trạng"), standing_shown, chip=standing_tone, width=24),
        Column("noi", _("Nối với kỳ trước, kỳ sau"), bonds_shown, optional=True, width=40),
        Column("ket_qua", _("Kết quả thực hiện"), lambda r: r.settled_note, optional=True,
               width=40),
        Column("chu_tri", _("Cơ quan họp"), lambda r: r.entry.body.name, sort="entry__body__name",
               width=34),
    ),
    order="-ngay",
    empty=_("Chưa có kết luận nào khớp bộ lọc."),
    file_name="ket-luan-cuoc-hop",
)  # fmt: skip


def _meeting_page(row: Any) -> str:
    return link_to("meetings:meeting-detail")(row.entry)


def meeting_sheet() -> SheetSpec:
    """The sheet that meetings are entered from."""
    return SheetSpec(
        _("Nhập cuộc họp từ Excel"),
        (
            choice_column("kind", _("Loại"), _("Chọn trong danh mục."), list(KINDS)),
            choice_column("form", _("Hình thức"), _("Chọn trong danh mục."), list(FORMS)),
            SheetColumn("title", _("Tên"), _("Không ghi tên người."), required=True, width=60),
            SheetColumn("held_on", _("Ngày họp"), _("Ghi ngày/tháng/năm."), required=True,
                        width=14),
            SheetColumn("venue", _("Địa điểm"), _("Không bắt buộc."), width=30),
            SheetColumn("chair", _("Chức vụ người chủ trì"), _("Không ghi tên người."), width=30),
            SheetColumn("series", _("Chuỗi cuộc họp"), _("Không bắt buộc."), width=26),
            SheetColumn("plan_paper", _("Kế hoạch"), _("Số, ngày, cơ quan ban hành."), width=30),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
        ),
        "cuoc-hop",
    )  # fmt: skip
