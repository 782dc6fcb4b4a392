"""The lists of communication as page, workbook and print; the sheet they are filled from."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.outreach.rules import FORMS, audience_name, topic_name, vocabulary
from phongtrao.fieldwork.register.exports import (
    SheetColumn,
    SheetSpec,
    area_column,
    body_column,
    choice_column,
    prepare_areas,
    state_column,
)

_FORM_NAMES = {code: _(name) for code, name in FORMS}


def form_name(code: str) -> Any:
    """What a form of a session is called."""
    return _FORM_NAMES.get(code, code)


CAMPAIGNS = ListSpec(
    title=_("Đợt tuyên truyền"),
    columns=(
        Column("ten", _("Đợt tuyên truyền"), lambda r: r.title, sort="title",
               link=link_to("outreach:campaign-detail"), width=60),
        Column("chu_de", _("Chủ đề"), lambda r: gettext(topic_name(r.topic)),
               sort="topic", width=34),
        Column("tu", _("Từ ngày"), lambda r: r.starts_on, sort="starts_on", width=14),
        Column("den", _("Đến ngày"), lambda r: r.ends_on, sort="ends_on", width=14),
        Column("buoi", _("Số buổi"), lambda r: r.session_count or 0, sort="session_count",
               numeric=True, width=10),
        Column("luot", _("Lượt người dự"), lambda r: r.attendance_count or 0,
               sort="attendance_count", numeric=True, width=14),
        body_column(),
        area_column(optional=True),
        Column("ke_hoach", _("Kế hoạch"), lambda r: r.plan_paper, optional=True, width=30),
        state_column(),
    ),
    order="-tu",
    empty=_("Chưa có đợt tuyên truyền nào khớp bộ lọc."),
    file_name="dot-tuyen-truyen",
    prepare=prepare_areas,
)  # fmt: skip
SESSIONS = ListSpec(
    title=_("Buổi tuyên truyền"),
    columns=(
        Column("ngay", _("Ngày tổ chức"), lambda r: r.held_on, sort="held_on",
               link=link_to("outreach:session-detail"), width=14),
        Column("chu_de", _("Chủ đề"), lambda r: gettext(topic_name(r.topic)),
               sort="topic", width=36),
        Column("hinh_thuc", _("Hình thức"), lambda r: form_name(r.form), sort="form", width=16),
        Column("nhom", _("Nhóm người dự"), lambda r: gettext(audience_name(r.audience)),
               sort="audience",
               width=28),
        Column("buoi", _("Số buổi"), lambda r: r.sessions, sort="sessions", numeric=True,
               width=10),
        Column("luot", _("Lượt người dự"), lambda r: r.attendances, sort="attendances",
               numeric=True, width=14),
        body_column(),
        area_column(optional=True),
        Column("noi", _("Nơi tổ chức"), lambda r: r.venue, optional=True, width=30),
        Column("dot", _("Đợt tuyên truyền"), lambda r: r.campaign.title if r.campaign else "–",
               optional=True, width=40),
        Column("ghi_chu", _("Ghi chú"), lambda r: r.note, optional=True, width=40),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có buổi tuyên truyền nào khớp bộ lọc."),
    file_name="buoi-tuyen-truyen",
    prepare=prepare_areas,
)  # fmt: skip


def session_sheet() -> SheetSpec:
    """The sheet that sessions are entered from."""
    words = vocabulary()
    return SheetSpec(
        _("Nhập buổi tuyên truyền từ Excel"),
        (
            SheetColumn("held_on", _("Ngày tổ chức"), _("Ghi ngày/tháng/năm, ví dụ 05/11/2026."),
                        required=True, width=14),
            choice_column("form", _("Hình thức"), _("Chọn trong danh mục."),
                          [(code, name) for code, name in FORMS]),
            choice_column("topic", _("Chủ đề"), _("Chọn trong danh mục."),
                          [(term.code, term.name) for term in words.topics]),
            choice_column("audience", _("Nhóm người dự"), _("Chọn trong danh mục."),
                          [(term.code, term.name) for term in words.audiences]),
            SheetColumn("sessions", _("Số buổi"), _("Để trống là 1."), width=10),
            SheetColumn("attendances", _("Số lượt người dự"),
                        _("Số lượt, ví dụ 120; không ghi danh sách."), required=True, width=14),
            SheetColumn("venue", _("Nơi tổ chức"), _("Ví dụ: Nhà văn hóa thôn 2."), width=30),
            SheetColumn("partners", _("Cơ quan phối hợp"), _("Tên đầy đủ của một cơ quan."),
                        width=34),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
            SheetColumn("note", _("Ghi chú"), _("Không bắt buộc."), width=40),
        ),
        "buoi-tuyen-truyen",
    )  # fmt: skip
