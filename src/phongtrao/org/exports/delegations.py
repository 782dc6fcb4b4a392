"""The list of delegations as page, workbook and print."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.org.models import Delegation

_TONES = {"success": _("Đang hiệu lực"), "info": _("Chưa bắt đầu"), "secondary": _("Đã hết")}


def delegation_tone(row: Delegation) -> str:
    """The tone of the chip: success in force, info not begun, secondary over."""
    today, lent = clock.today(), row.from_posting
    ends = [end for end in (row.valid_to, lent.valid_to) if end is not None]
    if any(end <= today for end in ends):
        return "secondary"
    return "info" if row.valid_from > today else "success"


def delegation_state(row: Delegation) -> str:
    """The state in words."""
    return str(_TONES[delegation_tone(row)])


def last_day(row: Delegation) -> Any:
    """The last day with the lent rights; the posting may end before the paper does."""
    ends = [end for end in (row.valid_to, row.from_posting.valid_to) if end is not None]
    return min(ends) - timedelta(days=1) if ends else None


def _paper(row: Delegation) -> str:
    return gettext("%(number)s ngày %(day)s") % {
        "number": row.paper_number,
        "day": date_vn(row.paper_date),
    }


DELEGATION_LIST = ListSpec(
    title=_("Ủy quyền"),
    columns=[
        Column("van_ban", _("Văn bản"), _paper, sort="paper_date",
               link=link_to("org:delegation-detail"), width=30),
        Column("nguoi_giao", _("Người ủy quyền"), lambda r: str(r.from_posting.account),
               sort="from_posting__account__name_sort", width=26),
        Column("chuc_vu", _("Chức vụ"), lambda r: r.from_posting.capacity, width=26),
        Column("co_quan", _("Cơ quan"), lambda r: r.from_posting.body.name,
               sort="from_posting__body__name_folded", width=40),
        Column("nguoi_nhan", _("Người nhận"), lambda r: str(r.to_account),
               sort="to_account__name_sort", width=26),
        Column("tu", _("Từ ngày"), lambda r: r.valid_from, sort="valid_from", width=14),
        Column("den", _("Đến hết ngày"), last_day, sort="valid_to", width=14),
        Column("trang_thai", _("Trạng thái"), delegation_state, chip=delegation_tone, width=18),
    ],
    order="-tu",
    empty=_("Chưa có ủy quyền nào khớp với bộ lọc."),
    file_name="uy-quyen",
)  # fmt: skip
