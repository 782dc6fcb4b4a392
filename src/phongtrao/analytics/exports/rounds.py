"""Completeness and timeliness, and the load of communes: words of states, lists, workbooks."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import FileResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from phongtrao.analytics.exports.tables import Cell, FileTable, Value, written
from phongtrao.analytics.queries.pages_load import LoadRound, prepare_load
from phongtrao.analytics.queries.pages_timeliness import HeatMap, HeatRow, Received, Standing
from phongtrao.core.formats import DASH, percent
from phongtrao.core.lists import Column, ListSpec
from phongtrao.core.periods import Period
from phongtrao.org.permissions import Actor
from phongtrao.reporting.exports import period_words

HEAT_TONES = {
    Standing.NOT_ASKED: "secondary",
    Standing.IN_TIME: "success",
    Standing.LATE: "warning",
    Standing.COMING: "info",
    Standing.SHORT: "danger",
    Standing.NONE: "danger",
}


def standing_words(received: Received) -> str:
    """How an area stands in a period, in a few words."""
    match received.standing:
        case Standing.NOT_ASKED:
            return _("không phải gửi")
        case Standing.IN_TIME:
            return _("đủ, đúng hạn")
        case Standing.LATE:
            late = received.late
            return ngettext("đủ, %(n)s trễ", "đủ, %(n)s trễ", late) % {"n": late}
        case Standing.COMING:
            return _("còn hạn")
        case Standing.SHORT:
            missing = received.overdue
            return ngettext("thiếu %(n)s", "thiếu %(n)s", missing) % {"n": missing}
        case Standing.NONE:
            return _("chưa gửi, quá hạn")


def rate_words(part: int, whole: int) -> str:
    """A share of reports in per cent; a dash where there is nothing to share."""
    return percent(part / whole, 1) if whole else DASH


def heat_file(found: HeatMap, heading: Sequence[str]) -> FileResponse:
    """The map as a workbook: four counts for each period."""
    titles = [_("Địa bàn")]
    words = (_("phải gửi"), _("đã gửi"), _("đúng hạn"), _("quá hạn chưa gửi"))
    names = [*map(period_words, found.periods), _("Cả khoảng")]
    titles += [f"{name}, {word}" for name in names for word in words]
    rows = [found.whole, *found.rows, *([found.former] if found.former else [])]
    return written(
        FileTable(
            name="day-du-dung-han",
            title=_("Đầy đủ, đúng hạn"),
            heading=heading,
            titles=titles,
            rows=[_heat_line(row) for row in rows],
            notes=[],
        ),
        "xlsx",
    )


def row_name(row: HeatRow) -> str:
    """What a row of the map is called."""
    if row.area is not None:
        return row.area.full_name
    if row.is_total:
        return _("Tổng cộng")
    words = ngettext("Địa bàn trước sắp xếp (%(n)s)", "Địa bàn trước sắp xếp (%(n)s)", row.members)
    return words % {"n": row.members}


def load_spec(actor: Actor, rounds: Sequence[LoadRound], months: Period) -> ListSpec:
    """The list of communes with what they are asked, as this actor may see it."""
    kept = urlencode({"tu": _month(months.first), "den": _month(months.last)})
    columns = [
        replace(column, link=partial(_detail, kept=kept)) if column.key == "dia_ban" else column
        for column in _LOAD.columns
    ]
    return replace(
        _LOAD, columns=columns, prepare=partial(prepare_load, actor=actor, rounds=rounds)
    )


def _detail(row: Any, *, kept: str) -> str:
    return f"{reverse('analytics:load-list')}{row.lineage_id}/?{kept}"


def _month(ordinal: int) -> str:
    return f"{ordinal % 12 + 1:02d}/{ordinal // 12}"


def _heat_line(row: HeatRow) -> list[Cell]:
    cells: list[Cell] = [row_name(row)]
    for each in [*row.cells, row.whole]:
        counts = (each.of, each.sent, each.in_time, each.overdue)
        cells += [Value(count) for count in counts]
    return cells


_LOAD = ListSpec(
    title=gettext_lazy("Tải báo cáo của cấp xã"),
    columns=(
        Column("dia_ban", gettext_lazy("Địa bàn"), lambda r: r.full_name, sort="sort_key",
               width=34),
        Column("bieu", gettext_lazy("Số biểu mẫu"), lambda r: r.forms, sort="forms", numeric=True,
               width=12),
        Column("dot", gettext_lazy("Số báo cáo phải gửi"), lambda r: r.asked, sort="asked",
               numeric=True, width=12),
        Column("o", gettext_lazy("Số ô phải điền"), lambda r: r.cells, sort="cells", numeric=True,
               width=12),
        Column("hai_lan", gettext_lazy("Số liệu bị hỏi hơn một lần"), lambda r: r.twice,
               numeric=True, width=14),
        Column("noi_hoi", gettext_lazy("Nơi yêu cầu"), lambda r: "; ".join(r.askers), width=70),
    ),
    order="-o",
    empty=gettext_lazy("Không có địa bàn cấp xã nào khớp bộ lọc."),
    file_name="tai-bao-cao-cap-xa",
)  # fmt: skip


def months_line(months: Period) -> str:
    """The window in a sentence."""
    ends = {"first": _month(months.first), "last": _month(months.last)}
    return _("Các kỳ kết thúc từ tháng %(first)s đến hết tháng %(last)s.") % ends


def timeliness_lines(form: Any) -> list[str]:
    """Where, which reports, when: in sentences."""
    data = form.cleaned_data
    lines = [
        _("Phạm vi: %(places)s.") % {"places": form.top.full_name if form.top else DASH},
        months_line(form.months),
    ]
    forms = dict(form.fields["bieu_mau"].choices)
    if data.get("bieu_mau"):
        lines.append(_("Biểu mẫu: %(name)s.") % {"name": forms[data["bieu_mau"]]})
    if data.get("tap"):
        lines.append(_("Chỉ địa bàn thuộc tập: %(name)s.") % {"name": data["tap"]})
    return lines
