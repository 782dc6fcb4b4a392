"""What festivals count for the cells of a report."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count as CountRows
from django.db.models import Sum
from django.urls import reverse

from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.events.models import FestivalSite
from phongtrao.fieldwork.events.rules import LEVELS
from phongtrao.fieldwork.events.workflow import HELD
from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.register.rules import Asked, Count

# Cell → the figure of a result that adds up to it.
_SUMS = {
    "NH04": "attendances",
    "NH05": "leaders",
    "NH06": "collectives",
    "NH07": "individuals",
    "NH08.hinh_thuc_khen.knc": "medals",
    "NH08.hinh_thuc_khen.bang_khen": "merit_certificates",
    "NH09": "gifts",
    "NH10": "gift_value",
    "NH10.nguon.ngan_sach": "gift_budget",
    "NH10.nguon.xa_hoi_hoa": "gift_social",
    "NH10.nguon.long_ghep": "gift_merged",
    "NH11": "models_launched",
    "NH12": "works",
    "NH13": "activities",
    "NH14": "pledges",
    "NH15": "cost",
    "NH15.nguon.ngan_sach": "cost_budget",
    "NH15.nguon.xa_hoi_hoa": "cost_social",
    "NH15.nguon.long_ghep": "cost_merged",
}


def counts(asked: Asked) -> Iterator[Count]:
    """Sites held in a body's charge and what their results add up to; two queries at most."""
    if not any(cell.startswith(("NH", "PH08")) for cell in asked.keys):
        return
    figures = _sites(asked)
    if figures:
        figures |= _results(asked)
    yield from (
        Count(cell, figure, "events.sites", N_("Sổ điểm Ngày hội: đã tổ chức trong kỳ"),
              _address(asked, cell))
        for cell, figure in figures.items()
        if figure and cell in asked.keys
    )  # fmt: skip


def _held(asked: Asked) -> Any:
    return counted(FestivalSite.objects.all()).filter(
        body_id=asked.body_id,
        held_on__range=(asked.first_day, asked.last_day),
        state__in=HELD,
    )


def _sites(asked: Asked) -> dict[str, int]:
    rows = _held(asked).order_by().values_list("plan__kind", "level").annotate(CountRows("pk"))
    figures: dict[str, int] = {}
    for kind, level, count in rows:
        if kind == "dai_doan_ket":
            figures["PH08"] = figures.get("PH08", 0) + count
            continue
        figures["NH01"] = figures.get("NH01", 0) + count
        figures[f"NH01.diem_hoi.{level}"] = count
    if "NH01.diem_hoi.tw" in figures:
        figures["NH03"] = figures["NH01.diem_hoi.tw"]
    return figures


def _results(asked: Asked) -> dict[str, int]:
    names = {name: Sum(f"result__{name}") for name in _SUMS.values()}
    added = _held(asked).filter(plan__kind="ngay_hoi").aggregate(**names)
    figures = {cell: added[name] or 0 for cell, name in _SUMS.items()}
    given = ("NH08.hinh_thuc_khen.knc", "NH08.hinh_thuc_khen.bang_khen")
    figures["NH08"] = sum(figures[cell] for cell in given)
    return figures


def _address(asked: Asked, cell: str) -> str:
    """The list of the sites that a figure counts."""
    query = {
        "chu_tri": str(asked.body_id),
        "tu_ngay": date_vn(asked.first_day),
        "den_ngay": date_vn(asked.last_day),
        "loai": "dai_doan_ket" if cell == "PH08" else "ngay_hoi",
        "ket_qua": "co",
    }
    level = "tw" if cell == "NH03" else cell.rpartition(".diem_hoi.")[2]
    if level in dict(LEVELS):
        query["cap"] = level
    return f"{reverse('events:site-list')}?{urlencode(query)}"
