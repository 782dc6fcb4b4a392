"""The weeks that a reader may see as page, workbook and print."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.formats import date_vn
from phongtrao.core.lists import Column, ListSpec
from phongtrao.fieldwork.weeks.rules import week_number
from phongtrao.fieldwork.weeks.workflow import TONES, WeekState


def state_shown(row: Any) -> Any:
    """The state of a week in words."""
    return WeekState(row.state).label


def state_tone(row: Any) -> str:
    """The tone of the chip of a state."""
    return TONES[WeekState(row.state)]


def days_shown(row: Any) -> str:
    """From the Monday to the Sunday of a week."""
    return f"{date_vn(row.monday)} – {date_vn(row.monday + timedelta(days=6))}"


WEEKS = ListSpec(
    title=_("Lịch công tác tuần"),
    columns=(
        Column(
            "ngay",
            _("Từ ngày – đến ngày"),
            days_shown,
            sort="monday",
            link=lambda row: reverse("weeks:week-detail", args=[row.pk]),
            width=26,
        ),
        Column("tuan", _("Tuần"), lambda row: week_number(row.monday), numeric=True, width=8),
        Column("co_quan", _("Cơ quan"), lambda row: row.body.name, sort="body__name", width=40),
        Column("so_muc", _("Số mục"), lambda row: row.item_count, numeric=True, width=10),
        Column("thay_doi", _("Lần thay đổi"), lambda row: row.changes, numeric=True, width=12),
        Column("duyet", _("Ngày duyệt"), lambda row: row.approved_on, sort="approved_on"),
        Column("trang_thai", _("Trạng thái"), state_shown, sort="state", chip=state_tone),
    ),
    order="-ngay",
    empty=_("Chưa có lịch công tác tuần nào trong phạm vi này."),
    file_name="lich-cong-tac-tuan",
)
