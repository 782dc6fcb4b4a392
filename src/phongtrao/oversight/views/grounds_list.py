"""The list of grounds for proposing an inspection as page, workbook and print."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from phongtrao.core.formats import date_vn
from phongtrao.core.lists import Column, ListSpec
from phongtrao.oversight.queries.grounds import Candidate
from phongtrao.oversight.rules.grounds import Ground

# The form that the ticks of the rows belong to.
TICKS_OF = "chon-kiem-tra"
_WORDS = {
    "bao_cao": gettext_lazy("%(figure)s báo cáo muộn hoặc thiếu"),
    "kien_nghi": gettext_lazy("%(figure)s kiến nghị chưa khắc phục xong"),
    "lap_lai": gettext_lazy("%(figure)s nội dung có tồn tại lặp lại"),
    "lan_truoc": gettext_lazy("%(figure)s tháng chưa kiểm tra"),
    "nhiem_vu": gettext_lazy("%(figure)s nhiệm vụ quá hạn"),
}


def ground_words(ground: Ground) -> str:
    """One ground in words: "4 báo cáo muộn hoặc thiếu"."""
    return str(_WORDS[ground.code] % {"figure": ground.figure})


def reason_of(row: Candidate) -> str:
    """Why a body may be chosen, as it is kept with the inspection."""
    if row.grounds:
        return "; ".join(ground_words(each) for each in row.grounds)
    return gettext("gợi ý ngẫu nhiên") if row.is_drawn else gettext("không có căn cứ đạt ngưỡng")


def _grounds_shown(row: Candidate) -> str:
    return reason_of(row) if row.grounds else ""


def _visited(row: Candidate) -> str:
    if row.known.last_visit is None:
        return gettext("chưa ghi nhận")
    return gettext("%(months)s tháng (%(day)s)") % {
        "months": row.months,
        "day": date_vn(row.known.last_visit),
    }


def _marks(row: Candidate) -> str:
    if row.in_plan:
        return gettext("đã có trong kế hoạch năm")
    return gettext("gợi ý ngẫu nhiên") if row.is_drawn else ""


def _tone(row: Candidate) -> str:
    return ("info" if row.in_plan else "primary") if _marks(row) else ""


def _list_of(page: str, key: str, figure: str, **more: str) -> Any:
    """The address of the list that a figure was counted from, by the name of the body."""

    def address(row: Candidate) -> str:
        if not getattr(row.known, figure):
            return ""
        return f"{reverse(page)}?{urlencode({key: row.name} | more)}"

    return address


def _tick(row: Candidate) -> Markup:
    return Markup(
        '<input class="form-check-input" type="checkbox" name="chon" value="{}" form="{}"'
        ' aria-label="{}">'
    ).format(row.pk, TICKS_OF, gettext("Chọn %(body)s") % {"body": row.name})


_TICK = Column("chon", _("Chọn"), _tick, width=6)
_ASKED = "oversight:recommendation-list"
GROUNDS_LIST = ListSpec(
    title=_("Căn cứ đề xuất kiểm tra"),
    columns=(
        Column("co_quan", _("Cơ quan"), lambda r: r.name, sort="name", width=44),
        Column("can_cu", _("Căn cứ đạt ngưỡng"), _grounds_shown, sort="rank", width=60),
        Column("bao_cao", _("Báo cáo muộn, thiếu"), lambda r: r.known.late_reports,
               sort="known.late_reports", numeric=True, width=14,
               link=_list_of("reporting:report-list", "tim", "late_reports")),
        Column("kien_nghi", _("Kiến nghị còn"), lambda r: r.known.open_recommendations,
               sort="known.open_recommendations", numeric=True, width=14,
               link=_list_of(_ASKED, "co_quan", "open_recommendations", khac_phuc="chua")),
        Column("qua_han", _("Kiến nghị quá hạn"), lambda r: r.known.late_recommendations,
               sort="known.late_recommendations", numeric=True, width=14, optional=True,
               link=_list_of(_ASKED, "co_quan", "late_recommendations", khac_phuc="qua_han")),
        Column("lap_lai", _("Lặp lại"), lambda r: r.known.recurrences,
               sort="known.recurrences", numeric=True, width=14,
               link=_list_of(_ASKED, "co_quan", "recurrences")),
        Column("nhiem_vu", _("Việc quá hạn"), lambda r: r.known.overdue_tasks,
               sort="known.overdue_tasks", numeric=True, width=14,
               link=_list_of("planning:task-list", "co_quan", "overdue_tasks",
                             phan_loai="running_late")),
        Column("lan_truoc", _("Lần gần nhất"), _visited, sort="last_visit_key", width=22,
               link=_list_of("oversight:inspection-list", "duoc_kiem_tra", "last_visit")),
        Column("danh_dau", _("Ghi chú"), _marks, chip=_tone, width=24),
        Column("tren", _("Thuộc"), lambda r: r.place, sort="place", optional=True, width=24),
        Column("ma", _("Mã"), lambda r: str(r.pk), sort="pk", optional=True, width=8),
    ),
    order="can_cu",
    empty=_("Không có cơ quan nào khớp bộ lọc."),
    file_name="can-cu-de-xuat-kiem-tra",
)  # fmt: skip


def with_ticks(spec: ListSpec) -> ListSpec:
    """The list of a page whose reader may choose; its workbook has no ticks."""
    return replace(spec, columns=[_TICK, *spec.columns])
