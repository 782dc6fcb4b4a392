"""The questions of an inspector, each as the list and filter that answers it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import LinkState, RecurrenceLink
from phongtrao.oversight.queries.gaps import first_year, gap_counts
from phongtrao.oversight.queries.inspections import inspection_rows
from phongtrao.oversight.queries.remedies import is_late, is_owed, recommendation_rows
from phongtrao.oversight.workflow import InspectionState, RemedyState

_GAPS = "oversight:gap-list"
_ASKED, _VISITS = "oversight:recommendation-list", "oversight:inspection-list"


@dataclass(frozen=True, slots=True)
class Question:
    """A question in words, the list with the filter that answers it, whom it is for.

    `counted` names the figure beside it; empty where counting would cost a query of its own.
    """

    text: Any
    page: str
    filters: Mapping[str, str]
    capability: str = "movement.read"
    counted: str = ""

    @property
    def url(self) -> str:
        """The address of the answer."""
        return f"{reverse(self.page)}?{urlencode(self.filters)}"


def questions(actor: Actor) -> list[tuple[Any, list[Question]]]:
    """The questions that the reader may ask, by group."""
    year, since = actor.day.year, first_year(actor)
    groups = [
        (_("Kiến nghị sau kiểm tra"), _of_remedies(year)),
        (_("Cuộc kiểm tra"), _of_inspections(year, since)),
        (_("Ký kết, kế hoạch, lực lượng, hội họp ở cơ sở"), _of_gaps()),
        (_("Báo cáo, nhiệm vụ, kinh phí, mô hình, ý kiến Nhân dân"), _of_registers()),
    ]
    told = [(name, [q for q in asked if actor.can(q.capability)]) for name, asked in groups]
    return [(name, asked) for name, asked in told if asked]


def counts(actor: Actor) -> dict[str, int]:
    """The figures beside the questions: of recommendations, inspections, areas."""
    rows, year = recommendation_rows(actor), actor.day.year
    owed = is_owed(rows)
    links = RecurrenceLink.objects.filter(later__in=rows.values("pk")).order_by()
    linked = dict(links.values_list("state").annotate(n=Count("later", distinct=True)))
    states = (InspectionState.UNDER_WAY, InspectionState.PLANNED)
    visits = inspection_rows(actor).filter(struck_on__isnull=True).order_by()
    return {
        **owed.order_by().aggregate(
            chua=Count("pk"),
            chua_nam_truoc=Count("pk", filter=Q(entry__year=year - 1)),
            cho=Count("pk", filter=Q(state=RemedyState.SUBMITTED)),
        ),
        "qua_han": is_late(rows, actor.day).count(),
        "lap_lai": linked.get(LinkState.CONFIRMED, 0),
        "co_the": linked.get(LinkState.PROPOSED, 0),
        **visits.aggregate(
            dang=Count("pk", filter=Q(state=states[0])),
            ke_hoach_kt=Count("pk", filter=Q(state=states[1], year=year)),
        ),
        **gap_counts(actor, "commune"),
    }


def _of_remedies(year: int) -> list[Question]:
    return [
        Question(_("Kiến nghị nào chưa khắc phục xong?"), _ASKED, {"khac_phuc": "chua"},
                 counted="chua"),
        Question(_("Kiến nghị năm %(year)s nào chưa khắc phục?") % {"year": year - 1}, _ASKED,
                 {"khac_phuc": "chua", "nam": str(year - 1)}, counted="chua_nam_truoc"),
        Question(_("Kiến nghị nào đã quá hạn khắc phục?"), _ASKED, {"khac_phuc": "qua_han"},
                 counted="qua_han"),
        Question(_("Kết quả khắc phục nào đang chờ xác nhận?"), _ASKED,
                 {"khac_phuc": "chua", "trang_thai": RemedyState.SUBMITTED.value}, counted="cho"),
        Question(_("Tồn tại nào lặp lại?"), _ASKED, {"lap_lai": "co"}, counted="lap_lai"),
        Question(_("Tồn tại nào có thể lặp lại mà chưa xác nhận?"), _ASKED,
                 {"lap_lai": "co_the"}, counted="co_the"),
    ]  # fmt: skip


def _of_inspections(year: int, since: int) -> list[Question]:
    return [
        Question(_("Cuộc kiểm tra nào đang tiến hành, chưa có kết luận?"), _VISITS,
                 {"trang_thai": InspectionState.UNDER_WAY.value}, counted="dang"),
        Question(_("Cuộc kiểm tra nào trong kế hoạch năm nay mà chưa có quyết định?"), _VISITS,
                 {"trang_thai": InspectionState.PLANNED.value, "nam": str(year)},
                 counted="ke_hoach_kt"),
        Question(_("Xã nào chưa được kiểm tra từ năm %(year)s?") % {"year": since}, _GAPS,
                 {"thieu": "kiem_tra", "tu_nam": str(since), "cap": "commune"},
                 counted="kiem_tra"),
    ]  # fmt: skip


def _of_gaps() -> list[Question]:
    commune = {"cap": "commune"}
    return [
        Question(_("Xã nào chưa ký kết?"), _GAPS, {"thieu": "ky_ket"} | commune,
                 counted="ky_ket"),
        Question(_("Xã nào chưa có kế hoạch năm nay?"), _GAPS, {"thieu": "ke_hoach"} | commune,
                 counted="ke_hoach"),
        Question(_("Xã nào chưa có tổ, đội nòng cốt?"), _GAPS, {"thieu": "nong_cot"} | commune,
                 counted="nong_cot"),
        Question(_("Xã nào chưa họp trong quý này?"), _GAPS, {"thieu": "hop_quy"} | commune,
                 counted="hop_quy"),
        Question(_("Tổ, đội nào chưa thống kê trong 12 tháng?"), "coreforce:team-list",
                 {"con_thieu": "cu"}),
        Question(_("Văn bản phối hợp nào chưa ký đủ?"), "planning:joint-list",
                 {"trang_thai": "unsigned"}, "document.read"),
    ]  # fmt: skip


def _of_registers() -> list[Question]:
    return [
        Question(_("Báo cáo nào quá hạn chưa gửi?"), "reporting:report-list",
                 {"thoi_han": "qua-han"}, "report.read"),
        Question(_("Báo cáo nào gửi trễ hạn?"), "reporting:report-list",
                 {"thoi_han": "tre-han"}, "report.read"),
        Question(_("Nhiệm vụ nào quá hạn chưa hoàn thành?"), "planning:task-list",
                 {"phan_loai": "running_late"}, "task.read"),
        Question(_("Kết luận họp nào quá hạn chưa thực hiện?"), "meetings:conclusion-list",
                 {"tinh_trang": "qua_han"}),
        Question(_("Khoản chi nào không có văn bản?"), "funds:line-list",
                 {"loai": "da_chi", "van_ban": "khong"}),
        Question(_("Mô hình nào quá 12 tháng không cập nhật?"), "exemplars:model-list",
                 {"cap_nhat": "qua_han"}),
        Question(_("Diễn đàn nào còn ý kiến chưa trả lời?"), "forums:forum-list",
                 {"con_cho": "co"}),
        Question(_("Ý kiến nào của Nhân dân quá hạn trả lời?"), "forums:remark-list",
                 {"han": "qua"}),
    ]  # fmt: skip
