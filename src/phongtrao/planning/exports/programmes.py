"""The lists around programmes: programmes by level, joint papers, targets."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.formats import date_vn, number
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.core.periods import parse_period
from phongtrao.org.queries import area_labels, area_on
from phongtrao.planning.models import Bound, JointPaper, Programme, ProgrammeLevel, Target
from phongtrao.planning.queries import joint_papers as joint

JOINT_LABELS: dict[str, Any] = {
    joint.UNSIGNED: _("Chưa ký đủ"),
    joint.IN_FORCE: _("Đang hiệu lực"),
    joint.EXPIRING: _("Sắp hết hạn"),
    joint.EXPIRED: _("Đã hết hạn"),
    joint.ENDED: _("Đã chấm dứt"),
}
JOINT_TONES = {
    joint.UNSIGNED: "info",
    joint.IN_FORCE: "success",
    joint.EXPIRING: "warning",
    joint.EXPIRED: "danger",
    joint.ENDED: "secondary",
}
_LEVEL_TONES = {
    ProgrammeLevel.COUNTRY: "primary",
    ProgrammeLevel.PROVINCE: "info",
    ProgrammeLevel.COMMUNE: "secondary",
}


def joint_label(row: Any) -> Any:
    """Where a joint paper stands today, in words."""
    return JOINT_LABELS[joint.joint_state(row, clock.today())]


def joint_tone(row: Any) -> str:
    """The tone of those words."""
    return JOINT_TONES[joint.joint_state(row, clock.today())]


def bound_in_words(target: Target) -> str:
    """A target as officials say it: "ít nhất 90%", "từ 50 đến 60 mô hình"."""
    low, unit = decimal_vn(target.value), target.unit
    shown = f"{low}{unit}" if unit == "%" else f"{low} {unit}".strip()
    if target.bound == Bound.BETWEEN:
        high = (
            f"{decimal_vn(target.upper)}{unit}"
            if unit == "%"
            else (f"{decimal_vn(target.upper)} {unit}".strip())
        )
        return _now("từ %(low)s đến %(high)s") % {"low": low, "high": high}
    return f"{Bound(target.bound).label} {shown}"


def decimal_vn(value: Any) -> str:
    """A stored decimal without the noughts that nobody typed: 90, 12,5."""
    if value is None:
        return "–"
    places = max(0, -value.normalize().as_tuple().exponent)
    return number(value, places)


def baseline_in_words(target: Target) -> str:
    """Where the area stood before: "82,5 (năm 2024)"."""
    if target.baseline is None:
        return ""
    return (
        f"{decimal_vn(target.baseline)} ({_now('năm %(year)s') % {'year': target.baseline_year}})"
    )


def period_in_words(target: Target) -> str:
    """The period of a target as papers name it."""
    return parse_period(target.period).name.shown(_now)


def source_in_words(target: Target) -> str:
    """The paper that sets a target, with its clause."""
    return ", ".join(part for part in (target.clause, target.source) if part)


def with_areas(rows: Sequence[Any]) -> None:
    """Give every target the name of its area as `place`, in one query."""
    labels = area_labels({row.area_id for row in rows}, clock.today())
    for row in rows:
        row.place = labels.get(row.area_id, "")


def area_typed(area_id: int) -> str:
    """An area as the form reads it back: the code decides, the name is for people."""
    area = area_on(area_id, clock.today())
    return f"{area.code} {area.full_name}" if area else ""


def _term(row: Programme) -> str:
    return f"{row.first_year}–{row.last_year}"


def _validity(row: Any) -> Any:
    if row.is_replaced:
        return _("Đã được thay thế")
    return _("Đã hết thời gian") if row.last_year < clock.today().year else _("Đang thực hiện")


def _validity_tone(row: Any) -> str:
    return "secondary" if row.is_replaced or row.last_year < clock.today().year else "success"


def _joint_term(row: JointPaper) -> str:
    if row.ends_on is None:
        return _now("Không nêu thời hạn")
    return _now("đến %(day)s") % {"day": date_vn(row.ends_on)}


def _signed(row: JointPaper) -> str:
    signed = [p for p in row.parties.all() if p.signed_on]
    return "; ".join(f"{p.label} ({date_vn(p.signed_on)})" for p in signed)


def _unsigned(row: JointPaper) -> str:
    return "; ".join(p.label for p in row.parties.all() if not p.signed_on)


PROGRAMMES = ListSpec(
    title=_("Chương trình, kế hoạch phối hợp"),
    columns=(
        Column("ten", _("Chương trình"), lambda r: r.short_name, sort="short_name",
               link=link_to("planning:programme-detail"), width=44),
        Column("so", _("Số, ký hiệu"), lambda r: r.code, sort="code", width=26),
        Column("cap", _("Cấp"), lambda r: ProgrammeLevel(r.level).label, sort="rank",
               chip=lambda r: _LEVEL_TONES[ProgrammeLevel(r.level)], width=14),
        Column("co_quan", _("Cơ quan giữ chương trình"),
               lambda r: r.home_body.name if r.home_body else "", sort="home_body__name",
               width=34),
        Column("giai_doan", _("Giai đoạn"), _term, sort="first_year", width=14),
        Column("noi_dung", _("Nội dung"), lambda r: r.content_count, sort="content_count",
               numeric=True, width=10),
        Column("cap_duoi", _("Chương trình cấp dưới"), lambda r: r.child_count,
               sort="child_count", numeric=True, width=12),
        Column("hieu_luc", _("Hiệu lực"), _validity, chip=_validity_tone, width=20),
        Column("ngay", _("Ngày ký"), lambda r: r.signed_on, sort="signed_on", optional=True,
               width=14),
        Column("cap_tren", _("Cụ thể hóa"), lambda r: r.parent.short_name if r.parent else "",
               optional=True, width=34),
        Column("ten_day_du", _("Tên đầy đủ"), lambda r: r.name, optional=True, width=70),
    ),
    order="cap",
    empty=_("Không có chương trình nào khớp bộ lọc."),
    file_name="chuong-trinh-phoi-hop",
)  # fmt: skip
JOINT_PAPERS = ListSpec(
    title=_("Văn bản phối hợp, ký kết"),
    columns=(
        Column("so", _("Số, ký hiệu"), lambda r: r.heading, sort="number",
               link=link_to("planning:joint-detail"), width=30),
        Column("trich_yeu", _("Trích yếu"), lambda r: r.title, sort="title", width=54),
        Column("da_ky", _("Đã ký"), _signed, width=44),
        Column("chua_ky", _("Chưa ký"), _unsigned, width=34),
        Column("thoi_han", _("Thời hạn"), _joint_term, sort="ends_on", width=18),
        Column("trang_thai", _("Trạng thái"), joint_label, chip=joint_tone, width=18),
        Column("ky", _("Số bên đã ký"), lambda r: f"{r.signed_count}/{r.party_count}",
               optional=True, width=10),
        Column("hieu_luc", _("Có hiệu lực từ"), lambda r: r.starts_on, sort="starts_on",
               optional=True, width=14),
        Column("so_cua", _("Ghi sổ tại"), lambda r: r.home_body.name, optional=True, width=34),
        Column("chuong_trinh", _("Chương trình"), lambda r: r.programme.short_name,
               optional=True, width=30),
        Column("ngay_ghi", _("Ghi sổ lúc"), lambda r: r.recorded_at, sort="recorded_at",
               optional=True, width=18),
    ),
    order="-ngay_ghi",
    empty=_("Chưa có văn bản phối hợp, ký kết nào khớp bộ lọc."),
    file_name="van-ban-phoi-hop-ky-ket",
)  # fmt: skip
TARGETS = ListSpec(
    title=_("Chỉ tiêu giao"),
    columns=(
        Column("chi_tieu", _("Chỉ tiêu"), lambda r: f"{r.indicator_code} – {r.indicator_name}",
               sort="indicator_code", link=link_to("planning:target-detail"), width=54),
        Column("dia_ban", _("Địa bàn"), lambda r: r.place, width=28),
        Column("ky", _("Kỳ"), period_in_words, sort="period", width=22),
        Column("muc", _("Mức giao"), bound_in_words, sort="value", width=26),
        Column("goc", _("Giá trị gốc"), baseline_in_words, width=20),
        Column("nguon", _("Văn bản giao"), source_in_words, width=44),
        Column("chuong_trinh", _("Chương trình"), lambda r: r.programme.short_name,
               optional=True, width=30),
        Column("giao", _("Cơ quan giao"), lambda r: r.set_by.body.name, optional=True, width=34),
    ),
    order="chi_tieu",
    empty=_("Chưa có chỉ tiêu nào khớp bộ lọc."),
    file_name="chi-tieu-giao",
    prepare=with_areas,
)  # fmt: skip
