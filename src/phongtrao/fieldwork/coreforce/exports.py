"""The lists of the core force as page, workbook and print; the sheet teams are entered from."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.fieldwork.coreforce.rules import (
    HEADCOUNTS,
    KINDS,
    LEVELS,
    MEDIATION_TEAMS,
    SMALLEST_SHOWN,
    Members,
    shown,
    vocabulary,
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

_KINDS = {code: _(name) for code, name in KINDS}
_LEVELS = {code: _(name) for code, name in LEVELS}
_HEADS = {code: _(name) for code, name in HEADCOUNTS}
_TONES = {"xuat_sac": "success", "kha": "info", "trung_binh": "warning", "yeu": "danger"}
FEW = _("Dưới 10")


def kind_name(kind: str) -> Any:
    """What a kind of team is called."""
    return _KINDS.get(kind, kind)


def level_name(level: str | None) -> Any:
    """What a level is called; empty where there is none."""
    return _LEVELS.get(level or "", level or "")


def headcount_name(kind: str) -> Any:
    """What a kind of head-count is called."""
    return _HEADS.get(kind, kind)


def members_of(row: Any, reading: Any = None) -> Members:
    """The head-count of a team's row (or one reading of it) as its reader may see it."""
    of = reading if reading is not None else row
    return shown(of.total, of.male, of.female, is_keeper=row.keeper == row.body_id)


def total_of(row: Any) -> Any:
    """The members of a team, or in words that they are few."""
    found = members_of(row).total
    return FEW if found is None and row.total is not None else found


def counted_of(row: Any) -> Any:
    """A head-count, or in words that it is small; teams are no people."""
    is_open = row.kind == MEDIATION_TEAMS or row.keeper == row.body_id
    return row.total if is_open or row.total >= SMALLEST_SHOWN else FEW


def women_of(row: Any) -> int | None:
    """The women of a head-count as far as the reader may know them (`rules.shown`)."""
    if row.female is None:
        return None
    keeper = row.keeper == row.body_id
    return shown(row.total, row.total - row.female, row.female, is_keeper=keeper).female


TEAMS = ListSpec(
    title=_("Tổ, đội nòng cốt"),
    columns=(
        Column("ten", _("Tên tổ, đội"), lambda r: r.name, sort="name",
               link=link_to("coreforce:team-detail"), width=40),
        Column("loai", _("Loại tổ, đội"), lambda r: kind_name(r.kind), sort="kind", width=30),
        Column("noi", _("Khu dân cư"), lambda r: r.place, sort="place", width=24),
        Column("so", _("Thành viên"), total_of, numeric=True, width=12),
        Column("nam", _("Nam"), lambda r: members_of(r).male, numeric=True, optional=True,
               width=8),
        Column("nu", _("Nữ"), lambda r: members_of(r).female, numeric=True, optional=True,
               width=8),
        Column("ngay", _("Ngày thống kê"), lambda r: r.read_on, sort="read_on", width=14),
        Column("xep_loai", _("Xếp loại gần nhất"),
               lambda r: level_name(r.level) or _("Chưa xếp loại"),
               chip=lambda r: _TONES.get(r.level, "secondary"), sort="level", width=16),
        Column("nam_xep", _("Năm xếp loại"), lambda r: str(r.rated_year or ""), optional=True,
               width=10),
        Column("trang_bi", _("Trang bị"),
               lambda r: _("Đã trang bị") if r.is_equipped else _("Chưa trang bị"),
               sort="is_equipped", optional=True, width=14),
        Column("tu", _("Ngày thành lập"), lambda r: r.founded_on, sort="founded_on",
               optional=True, width=14),
        Column("den", _("Giải thể từ ngày"), lambda r: r.dissolved_on, sort="dissolved_on",
               optional=True, width=14),
        body_column(),
        area_column(optional=True),
        state_column(),
    ),
    order="ten",
    empty=_("Chưa có tổ, đội nào khớp bộ lọc."),
    file_name="luc-luong-nong-cot",
    prepare=prepare_areas,
)  # fmt: skip
ALLOWANCES = ListSpec(
    title=_("Mức hỗ trợ theo nghị quyết"),
    columns=(
        Column("so", _("Số nghị quyết"), lambda r: r.resolution, sort="resolution",
               link=link_to("coreforce:allowance-detail"), width=30),
        Column("ngay", _("Ngày nghị quyết"), lambda r: r.resolved_on, sort="resolved_on",
               width=14),
        area_column(),
        Column("muc", _("Mức hỗ trợ (đồng/người/tháng)"), lambda r: r.amount, sort="amount",
               numeric=True, width=18),
        Column("tu", _("Có hiệu lực từ ngày"), lambda r: r.valid_from, sort="valid_from",
               width=14),
        Column("den", _("Hết hiệu lực từ ngày"), lambda r: r.valid_to, sort="valid_to", width=14),
        body_column(optional=True),
        state_column(),
    ),
    order="-tu",
    empty=_("Chưa có mức hỗ trợ nào khớp bộ lọc."),
    file_name="muc-ho-tro",
    prepare=prepare_areas,
)  # fmt: skip
HEADCOUNT_LIST = ListSpec(
    title=_("Số liệu khác"),
    columns=(
        Column("loai", _("Loại"), lambda r: headcount_name(r.kind), sort="kind",
               link=link_to("coreforce:headcount-detail"), width=44),
        Column("ngay", _("Ngày thống kê"), lambda r: r.counted_on, sort="counted_on", width=14),
        Column("so", _("Tổng số"), counted_of, numeric=True, width=12),
        body_column(),
        area_column(optional=True),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có số liệu nào khớp bộ lọc."),
    file_name="so-lieu-nong-cot",
    prepare=prepare_areas,
)  # fmt: skip


NUCLEUS = ListSpec(
    title=_("Hoạt động nòng cốt"),
    columns=(
        Column("vai_tro", _("Vai trò"), lambda r: word_of(vocabulary().roles, r.role), sort="role",
               link=link_to("coreforce:nucleus-detail"), width=40),
        Column("viec", _("Việc đã làm"), lambda r: word_of(vocabulary().deeds, r.deed),
               sort="deed", width=30),
        Column("ngay", _("Ngày"), lambda r: r.held_on, sort="held_on", width=14),
        Column("luot", _("Số lượt hoạt động"), lambda r: r.activities, sort="activities",
               numeric=True, width=14),
        body_column(),
        area_column(optional=True),
        Column("ghi_chu", _("Ghi chú"), lambda r: r.note, optional=True, width=40),
        state_column(),
    ),
    order="-ngay",
    empty=_("Chưa có hoạt động nào khớp bộ lọc."),
    file_name="hoat-dong-nong-cot",
    prepare=prepare_areas,
)  # fmt: skip


def nucleus_sheet() -> SheetSpec:
    """The sheet that activities of nucleus roles are entered from."""
    words = vocabulary()
    return SheetSpec(
        _("Nhập hoạt động nòng cốt từ Excel"),
        (
            choice_column("role", _("Vai trò"), _("Chọn trong danh mục."),
                          [(term.code, term.name) for term in words.roles]),
            choice_column("deed", _("Việc đã làm"), _("Chọn trong danh mục."),
                          [(term.code, term.name) for term in words.deeds]),
            SheetColumn("held_on", _("Ngày"), _("Ghi ngày/tháng/năm, ví dụ 05/11/2026."),
                        required=True, width=14),
            SheetColumn("activities", _("Số lượt hoạt động"), _("Chỉ ghi số."), required=True,
                        width=14),
            SheetColumn("note", _("Ghi chú"), _("Không ghi tên người."), width=40),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
        ),
        "hoat-dong-nong-cot",
    )  # fmt: skip


def team_sheet() -> SheetSpec:
    """The sheet that teams are entered from, each with its first head-count."""
    return SheetSpec(
        _("Nhập tổ, đội nòng cốt từ Excel"),
        (
            SheetColumn("name", _("Tên tổ, đội"), _("Không ghi tên người."), required=True,
                        width=40),
            choice_column("kind", _("Loại tổ, đội"), _("Chọn trong danh mục."), KINDS),
            SheetColumn("founded_on", _("Ngày thành lập"),
                        _("Ghi ngày/tháng/năm, ví dụ 05/11/2026."), required=True, width=14),
            SheetColumn("founding_paper", _("Quyết định thành lập"), _("Số, ngày, cơ quan."),
                        width=40),
            SheetColumn("place", _("Khu dân cư"), _("Thôn, tổ dân phố."), width=24),
            SheetColumn("read_on", _("Ngày thống kê"), _("Để trống là hôm nay."), width=14),
            SheetColumn("total", _("Tổng số thành viên"), _("Chỉ ghi số."), width=14),
            SheetColumn("male", _("Nam"), _("Ghi cả nam và nữ, hoặc để trống."), width=8),
            SheetColumn("female", _("Nữ"), _("Ghi cả nam và nữ, hoặc để trống."), width=8),
            SheetColumn("area", _("Địa bàn"),
                        _("Tên hoặc mã; cấp xã để trống là địa bàn của mình."), width=26),
        ),
        "luc-luong-nong-cot",
    )  # fmt: skip
