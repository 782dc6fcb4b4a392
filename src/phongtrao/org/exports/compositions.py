"""Lists of committees and of their seats as page, workbook and print."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.org.models import Body, Seat
from phongtrao.org.queries.compositions import vacancy_of, with_reasons

DUE, COMPLETE, NONE = (
    (_("Cần kiện toàn"), "warning"),
    (_("Đủ thành phần"), "success"),
    (_("Chưa có quyết định"), "secondary"),
)


def state_of(*, is_due: bool, is_composed: bool) -> tuple[Any, str]:
    """What a committee's chip says, and its tone."""
    if is_due:
        return DUE
    return COMPLETE if is_composed else NONE


def _state(body: Any) -> tuple[Any, str]:
    return state_of(is_due=body.is_due, is_composed=body.composition_id is not None)


def _why(body: Any) -> str:
    return " ".join(reason.shown(gettext) for reason in body.reasons)


def _standing(body: Any) -> str:
    composition = body.composition_shown
    standing = composition.standing_body if composition else None
    return standing.name if standing else ""


COMMITTEE_LIST = ListSpec(
    title=_("Ban Chỉ đạo, kiện toàn"),
    columns=[
        Column("ban", _("Ban Chỉ đạo"), lambda b: b.name, sort="name_folded",
               link=link_to("org:committee-detail"), width=60),
        Column("quyet_dinh", _("Quyết định"), lambda b: b.decision_number,
               sort="decision_number", width=20),
        Column("ngay_ky", _("Ngày ký"), lambda b: b.decided_on, sort="decided_on", width=14),
        Column("tu_ngay", _("Áp dụng từ"), lambda b: b.composed_from, sort="composed_from",
               width=14),
        Column("thanh_vien", _("Thành viên"), lambda b: b.seat_count, sort="seat_count",
               numeric=True, width=12),
        Column("khuyet", _("Khuyết"), lambda b: b.vacant_count, sort="vacant_count",
               numeric=True, width=10),
        Column("tinh_trang", _("Tình trạng"), lambda b: _state(b)[0], sort="is_due",
               chip=lambda b: _state(b)[1], width=20),
        Column("ly_do", _("Lý do"), _why, width=70),
        Column("thuong_truc", _("Cơ quan thường trực"), _standing, optional=True, width=40),
    ],
    order="-tinh_trang",
    empty=_("Chưa có ban nào khớp với bộ lọc vào ngày này."),
    file_name="ban-chi-dao-kien-toan",
)  # fmt: skip


def committee_list(day: date) -> ListSpec:
    """The list of a day: each page reads its reasons in three queries."""

    def prepare(bodies: Sequence[Body]) -> None:
        for body, committee in zip(bodies, with_reasons(bodies, day), strict=True):
            body.reasons = committee.reasons  # type: ignore[attr-defined]  # read by the columns
            body.composition_shown = committee.composition  # type: ignore[attr-defined]

    return replace(COMMITTEE_LIST, prepare=prepare)


@dataclass(frozen=True, slots=True)
class ShownSeat:
    """A seat as a page or a workbook shows it on a day."""

    seat: Seat
    vacancy: str

    @property
    def position(self) -> int:
        """Its place, by which the list is ordered."""
        return self.seat.position

    @property
    def holder(self) -> str:
        """Who holds it in this system; empty where the decision names a post alone."""
        posting = self.seat.posting
        if posting is None:
            return ""
        return f"{posting.account}, {posting.capacity}"


def shown_seats(seats: Sequence[Seat], day: date) -> list[ShownSeat]:
    """The seats with what their vacancy says on a day."""
    return [
        ShownSeat(seat, why.shown(gettext) if (why := vacancy_of(seat, day)) else "")
        for seat in seats
    ]


SEAT_LIST = ListSpec(
    title=_("Thành phần Ban Chỉ đạo"),
    columns=[
        Column("tt", _("TT"), lambda s: s.position, sort="position", numeric=True, width=6),
        Column("chuc_danh", _("Chức danh trong ban"), lambda s: s.seat.get_title_display(),
               width=28),
        Column("chuc_vu", _("Chức vụ"), lambda s: s.seat.post, width=44),
        Column("co_quan", _("Cơ quan"), lambda s: s.seat.body.name if s.seat.body else "",
               width=44),
        Column("linh_vuc", _("Lĩnh vực phụ trách"), lambda s: s.seat.field_in_charge, width=50),
        Column("nguoi_giu", _("Người giữ (tài khoản)"), lambda s: s.holder, width=40),
        Column("khuyet", _("Khuyết"), lambda s: s.vacancy, width=50),
    ],
    order="tt",
    empty=_("Chưa có thành viên nào."),
    file_name="thanh-phan-ban-chi-dao",
)  # fmt: skip
