"""The lists of forums and remarks as page, workbook and print; the sheets they are filled from."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.forums.rules import KINDS, LEVELS, MATTERS
from phongtrao.fieldwork.forums.workflow import (
    FORUM_TONES,
    REMARK_TONES,
    ForumState,
    RemarkState,
)
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

_SHOWN = 160


def kind_name(code: str) -> str:
    """What a kind of forum is called."""
    return word_of(KINDS, code)


def level_name(code: str) -> str:
    """What a level is called."""
    return word_of(LEVELS, code)


def matter_name(code: str) -> str:
    """What a matter is called."""
    return word_of(MATTERS, code)


def _who_answers(row: Any) -> str:
    if row.assigned_to_id:
        return str(row.assigned_to.name)
    return str(row.body.name) if row.answered_on else ""


FORUMS = ListSpec(
    title=_("Diễn đàn lắng nghe ý kiến Nhân dân"),
    columns=(
        Column("chu_de", _("Chủ đề"), lambda r: r.theme, sort="theme",
               link=link_to("forums:forum-detail"), width=60),
        Column("ngay", _("Ngày tổ chức"), lambda r: r.held_on, sort="held_on", width=14),
        Column("loai", _("Loại diễn đàn"), lambda r: kind_name(r.kind), sort="kind", width=40),
        Column("trang_thai", _("Trạng thái"), lambda r: ForumState(r.state).label, sort="state",
               chip=lambda r: FORUM_TONES[r.state], width=22),
        Column("luot", _("Lượt người dự"), lambda r: r.attendances, sort="attendances",
               numeric=True, width=12),
        Column("y_kien", _("Số ý kiến"), lambda r: r.remark_count, sort="remark_count",
               numeric=True, width=10),
        Column("cho", _("Chưa trả lời"), lambda r: r.open_count, sort="open_count", numeric=True,
               width=12),
        body_column(),
        area_column(optional=True),
        Column("cap", _("Cấp tổ chức"), lambda r: level_name(r.level), sort="level",
               optional=True, width=16),
        Column("noi", _("Nơi tổ chức"), lambda r: r.venue, optional=True, width=30),
        Column("chu_toa", _("Chức vụ người chủ trì"), lambda r: r.chair_post, optional=True,
               width=30),
        Column("ke_hoach", _("Kế hoạch"), lambda r: r.plan_paper, optional=True, width=30),
        Column("thong_bao", _("Thông báo kết quả"), lambda r: r.notice_paper, optional=True,
               width=30),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có diễn đàn nào khớp bộ lọc."),
    file_name="dien-dan",
    prepare=prepare_areas,
)  # fmt: skip
REMARKS = ListSpec(
    title=_("Ý kiến tại diễn đàn"),
    columns=(
        Column("y_kien", _("Ý kiến (tóm tắt)"), lambda r: r.text[:_SHOWN], sort="number",
               link=link_to("forums:remark-detail"), width=60),
        Column("linh_vuc", _("Lĩnh vực"), lambda r: matter_name(r.matter), sort="matter", width=24),
        Column("trang_thai", _("Trạng thái"), lambda r: RemarkState(r.state).label, sort="state",
               chip=lambda r: REMARK_TONES[r.state], width=24),
        Column("tra_loi", _("Cơ quan trả lời"), _who_answers, sort="assigned_to__name", width=34),
        Column("han", _("Hạn gần nhất"), lambda r: r.next_due, sort="next_due", width=14),
        Column("ngay_tra_loi", _("Ngày trả lời"), lambda r: r.answered_on, sort="answered_on",
               width=14),
        Column("dung_han", _("Thời hạn"),
               lambda r: r.answered_on and (_("Đúng hạn") if r.answered_on <= r.due_on
                                            else _("Quá hạn")),
               optional=True, width=10),
        Column("ngay", _("Ngày diễn đàn"), lambda r: r.forum.held_on, sort="forum__held_on",
               width=14),
        Column("dien_dan", _("Diễn đàn"), lambda r: r.forum.theme, sort="forum__theme",
               optional=True, width=44),
        Column("noi_dung", _("Nội dung trả lời"), lambda r: r.answer_text, optional=True, width=60),
        Column("van_ban", _("Văn bản trả lời"), lambda r: r.answer_paper, optional=True, width=30),
        Column("cong_khai", _("Ngày công khai"), lambda r: r.published_on, optional=True, width=14),
        body_column(optional=True),
        area_column(optional=True),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có ý kiến nào khớp bộ lọc."),
    file_name="y-kien-dien-dan",
    prepare=prepare_areas,
)  # fmt: skip
# What may be handed to everybody: no state, no inner days, only what is published.
ANSWERS = ListSpec(
    title=_("Ý kiến và trả lời"),
    columns=(
        Column("so", _("Số"), lambda r: r.number, sort="number", numeric=True, width=8),
        Column("linh_vuc", _("Lĩnh vực"), lambda r: matter_name(r.matter), width=24),
        Column("y_kien", _("Ý kiến (tóm tắt)"), lambda r: r.text, width=60),
        Column("noi_dung", _("Nội dung trả lời"), lambda r: r.answer_text, width=60),
        Column("tra_loi", _("Cơ quan trả lời"), _who_answers, width=34),
        Column("van_ban", _("Văn bản trả lời"), lambda r: r.answer_paper or _("Tại chỗ"), width=30),
        Column("ngay", _("Ngày trả lời"), lambda r: r.answered_on, width=14),
    ),
    order="so",
    empty=_("Chưa có câu trả lời nào được công khai."),
    file_name="y-kien-va-tra-loi",
)  # fmt: skip


def forum_sheet() -> SheetSpec:
    """The sheet that forums are entered from, planned or held."""
    return SheetSpec(
        _("Nhập diễn đàn từ Excel"),
        (
            SheetColumn("theme", _("Chủ đề"), _("Chủ đề của diễn đàn."), required=True, width=50),
            choice_column("kind", _("Loại diễn đàn"), _("Chọn trong danh mục."),
                          [(term.code, term.name) for term in KINDS]),
            choice_column("level", _("Cấp tổ chức"), _("Chọn trong danh mục."),
                          [(term.code, term.name) for term in LEVELS]),
            SheetColumn("held_on", _("Ngày tổ chức"), _("Ghi ngày/tháng/năm, ví dụ 05/11/2026."),
                        required=True, width=14),
            SheetColumn("attendances", _("Số lượt người dự"),
                        _("Số lượt, ví dụ 120; để trống nếu chưa tổ chức."), width=14),
            SheetColumn("venue", _("Nơi tổ chức"), _("Ví dụ: Nhà văn hóa thôn 2."), width=30),
            SheetColumn("chair_post", _("Chức vụ người chủ trì"),
                        _("Chỉ ghi chức vụ, ví dụ: Trưởng Công an xã."), width=30),
            SheetColumn("plan_paper", _("Kế hoạch (số, ngày)"), _("Không bắt buộc."), width=30),
            SheetColumn("partners", _("Cơ quan phối hợp"), _("Tên đầy đủ của một cơ quan."),
                        width=34),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
        ),
        "dien-dan",
    )  # fmt: skip


def remark_sheet() -> SheetSpec:
    """The sheet that the remarks of one forum are entered from."""
    return SheetSpec(
        _("Nhập ý kiến của diễn đàn từ Excel"),
        (
            choice_column("matter", _("Lĩnh vực"), _("Chọn trong danh mục."),
                          [(term.code, term.name) for term in MATTERS]),
            SheetColumn("text", _("Ý kiến (tóm tắt)"),
                        _("Nêu việc, nơi chốn; không ghi tên người, số điện thoại."),
                        required=True, width=70),
            SheetColumn("answer_text", _("Trả lời tại chỗ"),
                        _("Để trống nếu chưa trả lời tại diễn đàn."), width=60),
        ),
        "y-kien-dien-dan",
    )  # fmt: skip
