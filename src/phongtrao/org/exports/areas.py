"""Lists of areas, acts and differences as page, workbook and print."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import DateField, Value
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.org import queries
from phongtrao.org.models import AreaChange, AreaSet, AreaVersion, AreaVersionQuerySet
from phongtrao.org.queries.authors import tell_authors
from phongtrao.org.queries.comparison import KINDS, Difference
from phongtrao.org.reshaping.telling import sides_of

LEVELS = {
    "country": _("Cả nước"),
    "province": _("Cấp tỉnh"),
    "district": _("Cấp huyện"),
    "commune": _("Cấp xã"),
    "residential_area": _("Khu dân cư"),
}
SET_KINDS = {
    "region": _("Vùng"),
    "cluster": _("Cụm thi đua"),
    "border": _("Địa bàn biên giới"),
    "island": _("Địa bàn đảo"),
    "priority": _("Địa bàn ưu tiên"),
    "zone": _("Khu vực"),
}
VERBS = {
    "open": _("Lập mới"),
    "rename": _("Đổi tên"),
    "retype": _("Đổi loại"),
    "recode": _("Đổi mã"),
    "move": _("Chuyển địa bàn cấp trên"),
    "amend": _("Đổi tên, loại, mã"),
    "merge": _("Sáp nhập"),
    "split": _("Chia"),
    "cut": _("Sắp xếp"),
    "close": _("Giải thể"),
}
_MOST_NAMED = 4


class FixedRows:
    """Rows worked out in Python, with what a list asks of a query: order, count, slices."""

    def __init__(self, rows: Sequence[Any]) -> None:
        """Keep the rows in the order they come."""
        self._rows = list(rows)

    def order_by(self, field: str, *_ties: str) -> "FixedRows":
        """Sorted by an attribute; a leading minus turns the order round."""
        name = field.removeprefix("-")
        ordered = sorted(
            self._rows, key=lambda row: getattr(row, name), reverse=field.startswith("-")
        )
        return FixedRows(ordered)

    def iterator(self, chunk_size: int = 0) -> Iterator[Any]:
        """All rows, one after the other; they are in memory already."""
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def __getitem__(self, place: slice) -> "FixedRows":
        return FixedRows(self._rows[place])


def _with_parents(areas: Sequence[AreaVersion]) -> None:
    """The name of each area's superior as `above`, in one query a page."""
    parents = {area.parent_id for area in areas if area.parent_id}
    versions: dict[int, list[AreaVersion]] = {}
    for row in AreaVersion.objects.filter(lineage_id__in=parents).order_by("valid_from"):
        versions.setdefault(row.lineage_id, []).append(row)
    for area in areas:
        life = versions.get(area.parent_id or 0, [])
        day = area.listed_on  # type: ignore[attr-defined]  # the list of a day
        area.above = next(  # type: ignore[attr-defined]  # read by the column
            (each.full_name for each in life if each.holds_on(day)), ""
        )


def area_columns() -> list[Column]:
    """The columns of a list of areas of one day."""
    return [
        Column("ma", _("Mã"), lambda a: a.code, sort="code", width=10),
        Column("ten", _("Tên"), lambda a: a.name, sort="sort_key", link=_to_area, width=28),
        Column("loai", _("Loại"), lambda a: a.type, sort="type", width=14),
        Column("cap", _("Cấp"), lambda a: LEVELS.get(a.level, a.level), sort="level", width=14),
        Column("cap_tren", _("Địa bàn cấp trên"), lambda a: a.above, width=28),
        Column("tu_ngay", _("Từ ngày"), lambda a: a.valid_from, sort="valid_from", width=14),
        Column("can_cu", _("Căn cứ"), lambda a: a.basis, width=40),
        Column(
            "doi_chieu",
            _("Đối chiếu văn bản"),
            lambda a: gettext("đã đối chiếu") if a.is_verified else gettext("chưa đối chiếu"),
            optional=True,
            width=18,
        ),
    ]


def _to_area(row: Any) -> str:
    return reverse("org:area-detail", args=[row.lineage_id])


AREA_LIST = ListSpec(
    title=_("Danh sách địa bàn"),
    columns=area_columns(),
    order="ma",
    empty=_("Không có địa bàn nào vào ngày này."),
    file_name="dia-ban",
    prepare=_with_parents,
)


def told(change: AreaChange) -> str:
    """What an act did in one line: verb, old areas, arrow, new ones."""
    said = change.record["told"]
    sides = [_some(side) for side in sides_of(said) if side]
    return f"{VERBS[said['verb']]}: {' → '.join(sides)}"


def _some(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    rest = len(names) - _MOST_NAMED
    return shown if rest <= 0 else gettext("%(names)s và %(rest)s địa bàn khác") % {
        "names": shown, "rest": rest,
    }  # fmt: skip


def _state(change: AreaChange) -> str:
    if change.undone_at:
        return gettext("Đã hoàn tác")
    return gettext("Đang hiệu lực") if change.is_verified else gettext("Chưa đối chiếu văn bản")


def _tone(change: AreaChange) -> str:
    if change.undone_at:
        return "secondary"
    return "success" if change.is_verified else "warning"


CHANGE_LIST = ListSpec(
    title=_("Các thay đổi địa bàn"),
    columns=[
        Column("ngay", _("Ngày áp dụng"), lambda c: c.on, sort="on", width=14),
        Column("viec", _("Thay đổi"), told, link=link_to("org:change-detail"), width=70),
        Column("can_cu", _("Căn cứ"), lambda c: c.basis, sort="basis", width=50),
        Column("trang_thai", _("Trạng thái"), _state, chip=_tone, width=22),
        Column("ghi_luc", _("Ghi lúc"), lambda c: c.made_at, sort="made_at", width=18),
        Column(
            "nguoi_ghi",
            _("Người ghi"),
            lambda c: c.author,
            optional=True,
            width=26,
        ),
    ],
    order="-ngay",
    empty=_("Chưa có thay đổi địa bàn nào khớp với bộ lọc."),
    file_name="thay-doi-dia-ban",
    prepare=lambda rows: tell_authors(rows, "area.reshaped", "made_by"),
)


def _side(row: Difference, *, is_before: bool) -> str:
    version = row.before if is_before else row.after
    if version is None:
        return ""
    parent = row.before_parent if is_before else row.after_parent
    return f"{version.full_name} ({version.code})" + (f", {parent}" if parent else "")


DIFFERENCE_LIST = ListSpec(
    title=_("So sánh địa bàn hai ngày"),
    columns=[
        Column("loai", _("Khác biệt"), lambda r: ", ".join(str(KINDS[k]) for k in r.kinds),
               width=26),
        Column("truoc", _("Ngày trước"), lambda r: _side(r, is_before=True),
               link=lambda r: _to_area(r) if r.may_open and not r.after else "", width=44),
        Column("sau", _("Ngày sau"), lambda r: _side(r, is_before=False), sort="sort_key",
               link=lambda r: _to_area(r) if r.may_open and r.after else "", width=44),
        Column("lien_quan", _("Kế thừa, hình thành từ"), lambda r: r.kin, width=50),
        Column("can_cu", _("Căn cứ"), lambda r: r.shown.basis if r.after else "", width=40),
    ],
    order="sau",
    empty=_("Hai ngày này không có khác biệt nào."),
    file_name="so-sanh-dia-ban",
)  # fmt: skip


def _checked(area_set: AreaSet) -> str:
    return gettext("đã đối chiếu") if area_set.is_verified else gettext("chưa đối chiếu")


SET_LIST = ListSpec(
    title=_("Tập địa bàn"),
    columns=[
        Column("loai", _("Loại"), lambda s: SET_KINDS[s.kind], sort="kind", width=20),
        Column("ten", _("Tên"), lambda s: s.name, sort="name_folded",
               link=link_to("org:areaset-detail"), width=44),
        Column("cap", _("Cấp"), lambda s: LEVELS.get(s.level, s.level), sort="level", width=14),
        Column("so", _("Số địa bàn"), lambda s: s.size, sort="size", numeric=True, width=12),
        Column("can_cu", _("Căn cứ"), lambda s: s.basis, width=60),
        Column("doi_chieu", _("Đối chiếu văn bản"), _checked,
               chip=lambda s: "success" if s.is_verified else "warning", width=18),
    ],
    order="loai",
    empty=_("Chưa có tập địa bàn nào vào ngày này."),
    file_name="tap-dia-ban",
)  # fmt: skip


def areas_listed_on(rows: AreaVersionQuerySet, day: date) -> AreaVersionQuerySet:
    """The query of a list of areas, each row knowing the day it is listed for."""
    return rows.annotate(listed_on=Value(queries.known_day(day), output_field=DateField()))
