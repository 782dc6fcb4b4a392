"""The lists of training as page, workbook and print; the sheet classes are entered from."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
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
from phongtrao.fieldwork.training.rules import fresh_from, vocabulary


def _class_page(row: Any) -> str:
    return link_to("training:class-detail")(row.training_class)


def _due_shown(row: Any) -> Any:
    """Never trained, ended, too long ago, or holding."""
    today = clock.today()
    if row.last_on is None:
        return _("Chưa có chứng nhận")
    if row.last_to is not None:
        return _("Đã hết hạn") if row.last_to < today else _("Còn giá trị")
    return _("Đến hạn tập huấn lại") if row.last_on < fresh_from(today) else _("Còn giá trị")


def _due_tone(row: Any) -> str:
    today = clock.today()
    if row.last_on is None:
        return "warning"
    if row.last_to is not None:
        return "danger" if row.last_to < today else "success"
    return "warning" if row.last_on < fresh_from(today) else "success"


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
CERTIFICATES = ListSpec(
    title=_("Chứng nhận tập huấn"),
    columns=(
        Column("chuc_vu", _("Chức vụ"), lambda r: r.holder.capacity, sort="holder__capacity",
               width=34),
        Column("co_quan", _("Cơ quan"), lambda r: r.holder.body.name, sort="holder__body__name",
               width=40),
        Column("lop", _("Lớp tập huấn"), lambda r: r.training_class.title,
               sort="training_class__title", link=_class_page, width=50),
        Column("so", _("Số chứng nhận"), lambda r: r.number, sort="number", width=18),
        Column("ngay", _("Ngày cấp"), lambda r: r.issued_on, sort="issued_on", width=14),
        Column("den", _("Có giá trị đến"), lambda r: r.valid_to, sort="valid_to", width=14),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có chứng nhận nào khớp bộ lọc."),
    file_name="chung-nhan-tap-huan",
)  # fmt: skip
DUE = ListSpec(
    title=_("Ai đến hạn tập huấn"),
    columns=(
        Column("chuc_vu", _("Chức vụ"), lambda r: r.capacity, sort="capacity", width=34),
        Column("co_quan", _("Cơ quan"), lambda r: r.body.name, sort="body__name", width=40),
        Column("tu", _("Giữ chức vụ từ"), lambda r: r.valid_from, sort="valid_from", width=14),
        Column("gan_nhat", _("Chứng nhận gần nhất"), lambda r: r.last_on, sort="last_on",
               width=16),
        Column("den", _("Có giá trị đến"), lambda r: r.last_to, sort="last_to", width=14),
        Column("tinh_trang", _("Tình trạng"), _due_shown, chip=_due_tone, width=20),
    ),
    order="co_quan",
    empty=_("Không có ai khớp bộ lọc."),
    file_name="den-han-tap-huan",
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
