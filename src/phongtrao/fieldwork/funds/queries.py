"""Funds that an actor may see, the public table of a year, and what they count for a report."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.db.models import Sum as Total
from django.urls import reverse

from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.core.search import Findable
from phongtrao.fieldwork.funds.models import FundLine, FundPublication
from phongtrao.fieldwork.funds.rules import (
    BUDGET,
    CONTRIBUTION,
    ESTIMATE,
    INTEGRATED,
    MODELS,
    SPENDING,
    Sum,
)
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.permissions import Actor

# An amount is found by the filters of its list, and it stays with whoever recorded it.
FINDABLE: tuple[Findable, ...] = ()
OPEN_WORK: tuple[OpenWork, ...] = ()
_LABEL = N_("Sổ kinh phí: phát sinh trong kỳ")
_CELLS: dict[str, Q] = {
    "KP01": Q(kind=ESTIMATE, source=BUDGET),
    "KP02": Q(kind=SPENDING, source=BUDGET),
    "KP04": Q(kind=CONTRIBUTION),
    "KP05": Q(kind=SPENDING, source=INTEGRATED),
    "KP06": Q(kind=SPENDING, content=MODELS),
}


def line_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register of funds."""
    return visible(actor, FundLine.objects.select_related("programme", "body"))


def line_for(actor: Actor, pk: int) -> Any:
    """One visible line; raises NotFound."""
    return entry_of(line_rows(actor).select_related("recorded_by__account"), pk)


def sums_of(rows: QuerySet[FundLine]) -> list[Sum]:
    """What the counted lines add up to, by kind, content and source; in one query."""
    grouped = counted(rows).order_by().values("kind", "content", "source")
    return [
        Sum(row["kind"], row["content"], row["source"], row["n"] or 0)
        for row in grouped.annotate(n=Total("amount"))
    ]


def lines_of_year(actor: Actor, year: int, *, own: bool) -> QuerySet[Any]:
    """The visible lines of a year: of the acting body alone, or with all below."""
    rows = line_rows(actor).filter(year=year)
    return rows.filter(body_id=actor.body_id) if own else rows


def contributions(rows: QuerySet[FundLine]) -> list[tuple[str, int]]:
    """Contributions by the level that mobilised them: level code, đồng."""
    grouped = counted(rows).filter(kind=CONTRIBUTION).order_by()
    by_level: dict[str, int] = {}
    # A lineage keeps its level for ever, so any of its versions tells it.
    found = grouped.values("body__area__versions__level", "pk", "amount").distinct()
    for row in found:
        level = row["body__area__versions__level"]
        by_level[level] = by_level.get(level, 0) + row["amount"]
    return sorted(by_level.items())


def years(actor: Actor) -> list[int]:
    """The years the actor sees anything of, the newest first."""
    found = line_rows(actor).order_by().values_list("year", flat=True).distinct()
    return sorted(set(found), reverse=True)


def publications_of(actor: Actor, year: int) -> list[FundPublication]:
    """When and where the acting body made the table of a year public."""
    rows = FundPublication.objects.filter(body_id=actor.body_id or 0, year=year)
    return list(rows[:20])


def counts(asked: Asked) -> Iterator[Count]:
    """The amounts of a body in the days of a report; estimates count on the day of their paper."""
    wanted = [(cell, condition) for cell, condition in _CELLS.items() if cell in asked.keys]
    if not wanted:
        return
    rows = counted(FundLine.objects.filter(body_id=asked.body_id))
    rows = rows.filter(on__range=(asked.first_day, asked.last_day)).order_by()
    found = rows.aggregate(**{cell: Total("amount", filter=q) for cell, q in wanted})
    for cell, _condition in wanted:
        if found[cell]:
            yield Count(cell, found[cell], "funds.lines", _LABEL, _address(asked, cell))


def _address(asked: Asked, cell: str) -> str:
    """The list of the lines that a figure adds up."""
    query: dict[str, Any] = {
        "chu_tri": asked.body_id,
        "tu_ngay": date_vn(asked.first_day),
        "den_ngay": date_vn(asked.last_day),
        "chi_tieu": cell,
    }
    return f"{reverse('funds:line-list')}?{urlencode(query)}"


def of_cell(cell: str) -> Q:
    """Which lines an indicator adds up; nothing for an unknown one."""
    return _CELLS.get(cell, Q(pk__in=[]))
