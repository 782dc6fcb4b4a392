"""The list of work given inside a body; its officer column neither sorts nor groups."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.lists import Column, ListSpec
from phongtrao.planning.exports.lists import cut
from phongtrao.planning.models import InternalAssignment
from phongtrao.planning.queries.internal import (
    STATE_TONES,
    name_holders,
    part_label,
    parts_in_words,
)
from phongtrao.planning.workflow import INTERNAL_OPEN, InternalState


def is_late(row: InternalAssignment) -> bool:
    """Whether open work is past its day."""
    return row.state in INTERNAL_OPEN and row.due_on is not None and row.due_on < clock.today()


def _address(row: InternalAssignment) -> str:
    return reverse("planning:internal-detail", args=[row.pk])


def _state(row: InternalAssignment) -> Any:
    label = InternalState(row.state).label
    return _("%(state)s – quá hạn") % {"state": label} if is_late(row) else label


def _tone(row: InternalAssignment) -> str:
    return "danger" if is_late(row) else STATE_TONES[InternalState(row.state)]


def _holder(row: Any) -> str:
    return row.holder.capacity if row.holder is not None else ""


INTERNALS = ListSpec(
    title=_("Giao việc nội bộ"),
    columns=(
        Column("viec", _("Việc phải làm"), lambda r: cut(r.content), link=_address, width=60),
        Column("nguon", _("Văn bản, nhiệm vụ"), lambda r: r.source_text, width=40),
        Column("chu_tri", _("Chủ trì"), lambda r: part_label(r.lead) if r.lead else "",
               sort="lead__name", width=24),
        Column("phoi_hop", _("Phối hợp"), parts_in_words, width=30),
        Column("nguoi", _("Người theo dõi, thực hiện"), _holder, width=26),
        Column("han", _("Thời hạn"), lambda r: r.due_on, sort="due_on", width=14),
        Column("trang_thai", _("Trạng thái"), _state, chip=_tone, sort="state", width=20),
        Column("lanh_dao", _("Lãnh đạo bút phê"), lambda r: r.leader.capacity, optional=True,
               width=26),
        Column("ngay", _("Ngày bút phê"), lambda r: r.written_on, sort="written_on", optional=True,
               width=14),
        Column("but_phe", _("Bút phê"), lambda r: r.instruction, optional=True, width=60),
    ),
    order="han",
    empty=_("Chưa có việc nội bộ nào khớp bộ lọc."),
    file_name="giao-viec-noi-bo",
    prepare=name_holders,
)  # fmt: skip
