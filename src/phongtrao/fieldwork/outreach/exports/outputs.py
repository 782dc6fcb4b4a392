"""The lists of outputs and channels as page, workbook and print; the sheet of outputs."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.outreach.rules import CHANNEL_KINDS, OUTPUTS, OUTPUTS_BY_CODE
from phongtrao.fieldwork.register.exports import (
    SheetColumn,
    SheetSpec,
    area_column,
    body_column,
    choice_column,
    prepare_areas,
    state_column,
)

_KINDS = {each.code: _(each.name) for each in OUTPUTS}
_UNITS = {each.code: _(each.unit) for each in OUTPUTS}
_CHANNELS = {code: _(name) for code, name in CHANNEL_KINDS}


def output_name(kind: str) -> Any:
    """What a kind of output is called."""
    return _KINDS.get(kind, kind)


def unit_name(kind: str) -> Any:
    """The unit a kind of output is counted in."""
    return _UNITS.get(kind, "")


def reach_name(kind: str) -> Any:
    """What a kind counts besides; empty where it counts nothing."""
    found = OUTPUTS_BY_CODE.get(kind)
    return _(found.reach_name) if found and found.reach_name else ""


def channel_name(kind: str) -> Any:
    """What a kind of channel is called."""
    return _CHANNELS.get(kind, kind)


OUTPUTS_LIST = ListSpec(
    title=_("Sản phẩm tuyên truyền"),
    columns=(
        Column("ngay", _("Ngày thực hiện"), lambda r: r.made_on, sort="made_on",
               link=link_to("outreach:output-detail"), width=14),
        Column("loai", _("Loại sản phẩm"), lambda r: output_name(r.kind), sort="kind", width=40),
        Column("ten", _("Tên, nội dung"), lambda r: r.title, width=50),
        Column("so", _("Số lượng"), lambda r: r.quantity, sort="quantity", numeric=True, width=12),
        Column("don_vi", _("Đơn vị tính"), lambda r: unit_name(r.kind), width=12),
        Column("luot", _("Lượt tiếp cận, lượt người dự"), lambda r: r.reach, sort="reach",
               numeric=True, width=16),
        body_column(),
        area_column(optional=True),
        Column("dot", _("Đợt tuyên truyền"), lambda r: r.campaign.title if r.campaign else "–",
               optional=True, width=40),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có sản phẩm tuyên truyền nào khớp bộ lọc."),
    file_name="san-pham-tuyen-truyen",
    prepare=prepare_areas,
)  # fmt: skip
CHANNELS_LIST = ListSpec(
    title=_("Kênh tuyên truyền"),
    columns=(
        Column("ten", _("Tên kênh"), lambda r: r.name, sort="name",
               link=link_to("outreach:channel-detail"), width=44),
        Column("loai", _("Loại kênh"), lambda r: channel_name(r.kind), sort="kind", width=28),
        Column("so", _("Số lượt theo dõi"), lambda r: r.members, sort="members",
               numeric=True, width=16),
        Column("ngay", _("Ngày thống kê"), lambda r: r.read_on, sort="read_on", width=14),
        Column("tu", _("Hoạt động từ ngày"), lambda r: r.opened_on, sort="opened_on", width=14),
        Column("hoat_dong", _("Hoạt động"),
               lambda r: _("Đã ngừng") if r.closed_on else _("Đang duy trì"),
               chip=lambda r: "secondary" if r.closed_on else "success", width=16),
        body_column(),
        area_column(optional=True),
        state_column(),
    ),
    order="ten",
    empty=_("Chưa có kênh tuyên truyền nào khớp bộ lọc."),
    file_name="kenh-tuyen-truyen",
    prepare=prepare_areas,
)  # fmt: skip


def output_sheet() -> SheetSpec:
    """The sheet that outputs are entered from."""
    return SheetSpec(
        _("Nhập sản phẩm tuyên truyền từ Excel"),
        (
            SheetColumn("made_on", _("Ngày thực hiện"),
                        _("Ghi ngày/tháng/năm, ví dụ 05/11/2026."), required=True, width=14),
            choice_column("kind", _("Loại sản phẩm"), _("Chọn trong danh mục."),
                          [(each.code, each.name) for each in OUTPUTS]),
            SheetColumn("quantity", _("Số lượng"), _("Để trống là 1."), width=12),
            SheetColumn("reach", _("Lượt tiếp cận, lượt người dự"),
                        _("Chỉ với bài trên mạng xã hội, hội thi và trợ giúp pháp lý."), width=16),
            SheetColumn("title", _("Tên, nội dung"), _("Không bắt buộc."), width=50),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
        ),
        "san-pham-tuyen-truyen",
    )  # fmt: skip
