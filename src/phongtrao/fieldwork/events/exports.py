"""The lists of festivals as page, workbook and print; the sheet that sites are entered from."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.events.rules import LEVELS, SHORT_KINDS, kind_name, level_name
from phongtrao.fieldwork.events.workflow import SiteState
from phongtrao.fieldwork.register.exports import (
    SheetColumn,
    SheetSpec,
    area_column,
    body_column,
    choice_column,
    prepare_areas,
    state_column,
)

TONES = {
    SiteState.CANDIDATE: "secondary",
    SiteState.APPROVED: "info",
    SiteState.PREPARING: "info",
    SiteState.TAKING_PLACE: "primary",
    SiteState.RECORDED: "warning",
    SiteState.CONFIRMED: "success",
    SiteState.POSTPONED: "warning",
    SiteState.CANCELLED: "danger",
}
# The figures of a result as they are called: on its form, in its list and in its sheet.
FIGURES = (
    ("attendances", _("Số lượt người dự")),
    ("leaders", _("Số lượt lãnh đạo dự")),
    ("leaders_central", _("Lãnh đạo Trung ương dự")),
    ("leaders_province", _("Lãnh đạo cấp tỉnh dự")),
    ("leaders_commune", _("Lãnh đạo cấp xã dự")),
    ("collectives", _("Tập thể được khen")),
    ("individuals", _("Cá nhân được khen (tổng số)")),
    ("medals", _("Kỷ niệm chương")),
    ("merit_certificates", _("Bằng khen")),
    ("gifts", _("Suất quà tặng")),
    ("gift_value", _("Trị giá quà, an sinh (đồng)")),
    ("gift_budget", _("Quà từ ngân sách (đồng)")),
    ("gift_social", _("Quà xã hội hóa (đồng)")),
    ("gift_merged", _("Quà lồng ghép (đồng)")),
    ("models_launched", _("Mô hình ra mắt")),
    ("works", _("Công trình, phần việc an sinh")),
    ("activities", _("Hoạt động văn nghệ, thể thao, trò chơi")),
    ("pledges", _("Đơn vị, hộ ký giao ước")),
    ("cost", _("Kinh phí tổ chức (đồng)")),
    ("cost_budget", _("Kinh phí từ ngân sách (đồng)")),
    ("cost_social", _("Kinh phí xã hội hóa (đồng)")),
    ("cost_merged", _("Kinh phí lồng ghép (đồng)")),
)


def shown_level(code: str) -> Any:
    """What a level is called, in the reader's language."""
    return _(level_name(code))


def shown_kind(code: str) -> Any:
    """What a kind of festival is called, in the reader's language."""
    return _(kind_name(code))


def _figure(name: str) -> Any:
    def value(row: Any) -> Any:
        result = getattr(row, "result", None)
        return getattr(result, name) if result is not None else "–"

    return value


def _figure_column(name: str, title: Any) -> Column:
    shown = name == "attendances"
    return Column(
        name, title, _figure(name), sort=f"result__{name}", numeric=True, optional=not shown,
        width=16,
    )  # fmt: skip


PLANS = ListSpec(
    title=_("Kế hoạch Ngày hội"),
    columns=(
        Column("ten", _("Kế hoạch"), lambda r: r.title, sort="title",
               link=link_to("events:plan-detail"), width=60),
        Column("nam", _("Năm"), lambda r: str(r.year), sort="year", width=8),
        Column("loai", _("Ngày hội"), lambda r: shown_kind(r.kind), sort="kind", width=20),
        Column("tu", _("Từ ngày"), lambda r: r.opens_on, sort="opens_on", width=14),
        Column("den", _("Đến ngày"), lambda r: r.closes_on, sort="closes_on", width=14),
        Column("diem", _("Số điểm"), lambda r: r.site_count, sort="site_count", numeric=True,
               width=10),
        Column("da", _("Đã tổ chức"), lambda r: r.held_count, sort="held_count", numeric=True,
               width=12),
        body_column(),
        area_column(optional=True),
        Column("ke_hoach", _("Văn bản"), lambda r: r.plan_paper, optional=True, width=30),
        state_column(),
    ),
    order="-nam",
    empty=_("Chưa có kế hoạch Ngày hội nào khớp bộ lọc."),
    file_name="ke-hoach-ngay-hoi",
    prepare=prepare_areas,
)  # fmt: skip
SITES = ListSpec(
    title=_("Điểm Ngày hội"),
    columns=(
        Column("ten", _("Điểm"), lambda r: r.title, sort="title",
               link=link_to("events:site-detail"), width=44),
        Column("ngay", _("Ngày tổ chức"), lambda r: r.held_on, sort="held_on", width=14),
        Column("cap", _("Cấp"), lambda r: shown_level(r.level), sort="level", width=26),
        Column("trang_thai", _("Trạng thái"), lambda r: SiteState(r.state).label, sort="state",
               chip=lambda r: TONES[SiteState(r.state)], width=18),
        *[_figure_column(name, title) for name, title in FIGURES],
        body_column(),
        area_column(),
        Column("noi", _("Địa điểm"), lambda r: r.venue, optional=True, width=30),
        Column("loai", _("Ngày hội"), lambda r: shown_kind(r.plan.kind), sort="plan__kind",
               optional=True, width=20),
        Column("ke_hoach", _("Kế hoạch"), lambda r: r.plan.title, optional=True, width=44),
        Column("ghi_chu", _("Ghi chú"), lambda r: r.note, optional=True, width=40),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có điểm Ngày hội nào khớp bộ lọc."),
    file_name="diem-ngay-hoi",
    prepare=prepare_areas,
)  # fmt: skip


def site_sheet() -> SheetSpec:
    """The sheet of sites; those already held carry their figures in the same row."""
    return SheetSpec(
        _("Nhập điểm Ngày hội và kết quả từ Excel"),
        (
            choice_column("kind", _("Ngày hội"), _("Chọn trong danh mục."),
                          list(SHORT_KINDS.items())),
            choice_column("level", _("Cấp"), _("Chọn trong danh mục."), list(LEVELS)),
            SheetColumn("title", _("Điểm"), _("Ví dụ: thôn 2, xã Đăk Hà."), required=True,
                        width=40),
            SheetColumn("held_on", _("Ngày tổ chức"),
                        _("Ghi ngày/tháng/năm, trong thời gian của kế hoạch."), required=True,
                        width=14),
            SheetColumn("venue", _("Địa điểm"), _("Ví dụ: Nhà văn hóa thôn 2."), width=30),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
            *[_figure_sheet(name, title) for name, title in FIGURES],
            SheetColumn("note", _("Ghi chú"), _("Không bắt buộc."), width=40),
        ),
        "diem-ngay-hoi",
    )  # fmt: skip


def _figure_sheet(name: str, title: Any) -> SheetColumn:
    hint = _("Để trống là 0; các tổng phải bằng các phần cộng lại.")
    if name == "attendances":
        hint = _("Có số là điểm đã tổ chức và có kết quả; để trống là điểm mới đề nghị.")
    return SheetColumn(name, title, hint, width=16)
