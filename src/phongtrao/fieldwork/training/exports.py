"""The lists of training as page, workbook and print; the sheet classes are entered from."""

from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.register.exports import (
    SheetColumn,
    SheetSpec,
    area_column,
    body_column,
    choice_column,
    prepare_areas,
    state_column,
    word_of,
)
from phongtrao.fieldwork.training.rules import vocabulary

CLASSES = ListSpec(
    title=_("Lớp tập huấn"),
    columns=(
        Column("ten", _("Tên lớp"), lambda r: r.title, sort="title",
               link=link_to("training:class-detail"), width=50),
        Column("chu_de", _("Chủ đề"), lambda r: word_of(vocabulary().topics, r.topic),
               sort="topic", width=30),
        Column("nhom", _("Nhóm người dự"), lambda r: word_of(vocabulary().groups, r.group),
               sort="group", width=30),
        Column("tu", _("Từ ngày"), lambda r: r.first_day, sort="first_day", width=14),
        Column("den", _("Đến ngày"), lambda r: r.last_day, sort="last_day", optional=True,
               width=14),
        Column("buoi", _("Số buổi"), lambda r: r.held, sort="held", numeric=True, width=10),
        Column("luot", _("Số lượt người dự"), lambda r: r.attendances, sort="attendances",
               numeric=True, width=16),
        Column("lop", _("Tình trạng lớp"),
               lambda r: _("Đã kết thúc") if r.closed_on else _("Chưa kết thúc"),
               chip=lambda r: "success" if r.closed_on else "secondary", width=16),
        body_column(),
        area_column(optional=True),
        state_column(),
    ),
    order="-tu",
    empty=_("Chưa có lớp tập huấn nào khớp bộ lọc."),
    file_name="lop-tap-huan",
    prepare=prepare_areas,
)  # fmt: skip
DRILLS = ListSpec(
    title=_("Diễn tập, huấn luyện phương án"),
    columns=(
        Column("ten", _("Tên cuộc diễn tập"), lambda r: r.title, sort="title",
               link=link_to("training:drill-detail"), width=50),
        Column("loai", _("Loại"), lambda r: word_of(vocabulary().drills, r.kind), sort="kind",
               width=36),
        Column("ngay", _("Ngày tổ chức"), lambda r: r.held_on, sort="held_on", width=14),
        body_column(),
        area_column(optional=True),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có cuộc diễn tập nào khớp bộ lọc."),
    file_name="dien-tap",
    prepare=prepare_areas,
)  # fmt: skip


def class_sheet() -> SheetSpec:
    """The sheet that a plan of classes is entered from."""
    words = vocabulary()
    return SheetSpec(
        _("Nhập lớp tập huấn từ Excel"),
        (
            SheetColumn("title", _("Tên lớp"), _("Không ghi tên người."), required=True, width=50),
            choice_column("topic", _("Chủ đề"), _("Chọn trong danh mục."),
                          [(each.code, each.name) for each in words.topics]),
            choice_column("group", _("Nhóm người dự"), _("Chọn trong danh mục."),
                          [(each.code, each.name) for each in words.groups]),
            SheetColumn("first_day", _("Từ ngày"), _("Ghi ngày/tháng/năm, ví dụ 05/11/2026."),
                        required=True, width=14),
            SheetColumn("last_day", _("Đến ngày"), _("Ghi ngày/tháng/năm, ví dụ 05/11/2026."),
                        required=True, width=14),
            SheetColumn("paper", _("Kế hoạch, quyết định mở lớp"), _("Không bắt buộc."), width=40),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
        ),
        "lop-tap-huan",
    )  # fmt: skip
