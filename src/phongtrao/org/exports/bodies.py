"""The list of bodies as page, workbook and print."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.lists import Column, ListSpec
from phongtrao.org import queries
from phongtrao.org.models import Body


def _with_areas(bodies: Sequence[Body]) -> None:
    """The name of each body's area today as `place`, in one query a page."""
    names = queries.area_labels({body.area_id for body in bodies}, clock.today())
    for body in bodies:
        body.place = names.get(body.area_id, "")  # type: ignore[attr-defined]  # read by the column


def _to_area(body: Any) -> str:
    return reverse("org:area-detail", args=[body.area_id])


BODY_LIST = ListSpec(
    title=_("Danh sách cơ quan"),
    columns=[
        Column("ten", _("Tên cơ quan"), lambda b: b.name, sort="name_folded", width=50),
        Column("loai", _("Loại cơ quan"), lambda b: b.kind.name, sort="kind__position", width=28),
        Column("dia_ban", _("Địa bàn"), lambda b: b.place, link=_to_area, width=30),
        Column("ky_hieu", _("Ký hiệu văn bản"), lambda b: b.symbol, sort="symbol", width=18),
        Column("tu_ngay", _("Từ ngày"), lambda b: b.valid_from, sort="valid_from", width=14),
    ],
    order="ten",
    empty=_("Không có cơ quan nào khớp với bộ lọc."),
    file_name="co-quan",
    prepare=_with_areas,
)
