"""What became of requirements, by body and one by one: page, workbook and print."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.formats import percent
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.org.permissions import Actor
from phongtrao.planning.exports.lists import cut
from phongtrao.planning.queries import coverage
from phongtrao.planning.rules import age_in_days
from phongtrao.planning.rules.ages import AGE_BANDS
from phongtrao.planning.workflow import AddresseeState

Counts = Mapping[int, Mapping[str, int]]
_SHOWN_LEADS = 6
# In which order a requirement with several leads is summed up, and the tone of each word.
_TONES = {
    AddresseeState.OPEN: "warning",
    AddresseeState.MADE_CONCRETE: "success",
    AddresseeState.STANDING: "info",
    AddresseeState.SEPARATE_REGIME: "secondary",
}


def by_body(counts: Counts, kept: Mapping[str, str]) -> ListSpec:
    """The bodies with their counts; each figure leads to its requirements, `kept` = filters."""
    figure = partial(_figure, counts, kept)
    return ListSpec(
        title=_("Mức độ cụ thể hóa theo cơ quan"),
        columns=(
            Column("co_quan", _("Cơ quan"), lambda r: r.name, sort="name", width=44),
            figure("chu_tri", _("Nội dung chủ trì"), None, {}, sort="asked"),
            figure("cu_the", _("Đã cụ thể hóa"), AddresseeState.MADE_CONCRETE),
            figure("thuong_xuyen", _("Thường xuyên"), AddresseeState.STANDING),
            figure("rieng", _("Chế độ riêng"), AddresseeState.SEPARATE_REGIME),
            figure("chua", _("Chưa cụ thể hóa"), AddresseeState.OPEN, sort="waiting"),
            *(
                figure(f"tuoi_{band.code}", _(band.waiting), band.code,
                       {"tinh_trang": AddresseeState.OPEN, "tuoi": band.code})
                for band in AGE_BANDS
            ),
            figure("qua", _("Quá thời gian"), coverage.LATE, sort="late"),
            Column("ty_le", _("Đã quyết định"), lambda r: _share(counts[r.pk]), numeric=True,
                   width=10),
        ),
        order="-chua",
        empty=_("Chưa có cơ quan nào được giao nội dung trong phạm vi đã chọn."),
        file_name="muc-do-cu-the-hoa",
    )  # fmt: skip


def _figure(
    counts: Counts,
    kept: Mapping[str, str],
    key: str,
    title: Any,
    name: str | None,
    asked: Mapping[str, str] | None = None,
    sort: str | None = None,
) -> Column:
    """A column of one count; a figure that is not 0 leads to what it counts."""
    wanted = {"tinh_trang": str(name)} if asked is None else dict(asked)
    address = reverse("planning:requirement-list")

    def value(row: Any) -> int:
        return counts[row.pk][name] if name else row.asked

    def link(row: Any) -> str:
        if not value(row):
            return ""
        return f"{address}?{urlencode({**kept, **wanted, 'cua': row.pk})}"

    return Column(key, title, value, sort=sort, link=link, numeric=True, width=11)


def _share(row: Mapping[str, int]) -> str:
    total = sum(row[state] for state in AddresseeState.values)
    return percent((total - row[AddresseeState.OPEN]) / total if total else None, 0)


def _state(row: Any) -> Any:
    """What became of it in one word; of several leads the one that is furthest behind."""
    if row.is_unaddressed:
        return _("Chưa giao cơ quan chủ trì")
    first = _furthest_behind(row)
    return AddresseeState(first).label


def _tone(row: Any) -> str:
    return "danger" if row.is_unaddressed else _TONES[_furthest_behind(row)]


def _furthest_behind(row: Any) -> AddresseeState:
    return next(state for state in _TONES if getattr(row, f"n_{state}"))


def _decided(row: Any) -> str:
    return f"{row.leads - row.n_open}/{row.leads}"


def _leads(row: Any) -> str:
    names = row.lead_names
    more = len(names) - _SHOWN_LEADS
    said = "; ".join(names[:_SHOWN_LEADS]) + (f" (+{more})" if more > 0 else "")
    return said or row.addressed_as or "–"


def _deadline(row: Any) -> Any:
    return row.due_on or row.deadline_text or None


_document_address: Callable[[Any], str] = link_to("planning:document-detail")

_REQUIREMENTS = ListSpec(
    title=_("Nội dung chỉ đạo và mức độ cụ thể hóa"),
    columns=(
        Column("noi_dung", _("Nội dung chỉ đạo"), lambda r: cut(r.headline),
               link=link_to("planning:requirement-detail"), width=60),
        Column("van_ban", _("Văn bản"), lambda r: r.document.heading, sort="document__number_key",
               link=lambda r: _document_address(r.document), width=26),
        Column("ngay", _("Ngày văn bản"), lambda r: r.since, sort="since", width=13),
        Column("so_ngay", _("Số ngày"), lambda r: age_in_days(r.since, clock.today()),
               numeric=True, width=9),
        Column("chu_tri", _("Chủ trì"), _leads, width=40),
        Column("tinh_trang", _("Tình trạng"), _state, chip=_tone, width=22),
        Column("quyet_dinh", _("Cơ quan đã quyết định"), _decided, width=12),
        Column("han", _("Hạn của văn bản"), _deadline, sort="due_on", optional=True, width=18),
        Column("chuong_trinh", _("Nội dung chương trình"),
               lambda r: str(r.content) if r.content else None, optional=True, width=34),
    ),
    order="ngay",
    empty=_("Không có nội dung nào khớp bộ lọc."),
    file_name="noi-dung-chi-dao",
)  # fmt: skip


def requirements(actor: Actor) -> ListSpec:
    """Requirements one by one, as this actor may see them."""
    return replace(_REQUIREMENTS, prepare=partial(coverage.prepare_requirements, actor=actor))
