"""What models count for the cells of a report; figure and list come from the same choice."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.urls import reverse

from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.exemplars import rules
from phongtrao.fieldwork.exemplars.models import ModelReview, ModelStep, PracticeModel
from phongtrao.fieldwork.exemplars.queries.models import standing
from phongtrao.fieldwork.register.queries import counted
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.org.queries.areas import area_on

_FIELDS = (
    "pk", "field", "kind", "state_on", "sites_on", "teams_on", "launched_on", "adopted_on",
    "seen_on", "strengthened", "stopped", "reviewed", "rank",
)  # fmt: skip


def model_facts(body_id: int, first: date, last: date) -> list[rules.ModelFacts]:
    """The models in charge of a body that count, as of the last day and within the days."""
    rows = PracticeModel.objects.filter(body_id=body_id)
    rows = counted(rows).filter(Q(merged_on__isnull=True) | Q(merged_on__gt=last))
    found = _with_events(standing(rows, last), first, last).filter(state_on__isnull=False)
    return [_facts(row, first, last) for row in found.order_by().values(*_FIELDS)]


def counts(asked: Asked) -> Iterator[Count]:
    """The figures of the models in charge of a body, for the cells that are asked for."""
    cells = sorted(cell for cell in asked.keys if rules.answers(cell))
    if not cells:
        return
    facts = model_facts(asked.body_id, asked.first_day, asked.last_day)
    if not facts:
        return
    level = level_of(asked.area_id, asked.last_day)
    label = N_("Sổ mô hình: theo cách đếm tên, điểm, tổ")
    for cell in cells:
        figure = rules.figure(cell, facts, level=level)
        if figure:
            yield Count(cell, figure, "exemplars.models", label, _address(asked, cell))


def chosen_ids(cell: str, body_id: int, first: date, last: date, *, level: str) -> list[int]:
    """The models that a figure of a report counted: the rows behind it."""
    facts = model_facts(body_id, first, last)
    return [row.pk for row in rules.chosen(cell, facts, level=level)]


def level_of(area_id: int, day: date) -> str:
    """The level of the area of a body in charge on a day; empty where it was not in force."""
    area = area_on(area_id, day)
    return area.level if area else ""


def official_count(rows: QuerySet[Any], *, of_cell: bool = False) -> dict[str, int]:
    """Names, điểm and tổ of the models kept up among some rows (`standing`), and their kinds.

    Kinds are counted distinct here and for these rows alone: they are never added up. The rows
    behind a figure of a report (`of_cell`) are counted as they are, whatever became of them.
    """
    if not of_cell:
        rows = rows.filter(state_on__in=sorted(rules.ALIVE))
    found = rows.order_by().aggregate(sites=Sum("sites_on"), teams=Sum("teams_on"))
    return {
        "names": rows.count(),
        "sites": found["sites"] or 0,
        "teams": found["teams"] or 0,
        "kinds": rows.order_by().values("kind").distinct().count(),
    }


def _with_events(rows: QuerySet[Any], first: date, last: date) -> QuerySet[Any]:
    within = ModelStep.objects.filter(model=OuterRef("pk"), on__range=(first, last))
    reviews = ModelReview.objects.filter(model=OuterRef("pk"), struck_on__isnull=True)
    reviewed = reviews.filter(reviewed_on__range=(first, last))
    ranked = reviews.filter(year=last.year, reviewed_on__lte=last).exclude(rank="")
    return rows.annotate(
        strengthened=Exists(within.filter(verb="strengthen")),
        stopped=Exists(within.filter(verb__in=["pause", "remove"])),
        reviewed=Exists(reviewed),
        rank=Subquery(ranked.values("rank")[:1]),
    )


def _facts(row: dict[str, Any], first: date, last: date) -> rules.ModelFacts:
    launched, seen = row["launched_on"], row["seen_on"]
    adopted = row["adopted_on"]
    is_alive = row["state_on"] in rules.ALIVE
    return rules.ModelFacts(
        pk=row["pk"],
        field=row["field"],
        kind=row["kind"],
        state=row["state_on"],
        sites=row["sites_on"],
        teams=row["teams_on"],
        is_launched_within=launched is not None and first <= launched <= last,
        is_adopted=adopted is not None and adopted <= last,
        is_strengthened=row["strengthened"],
        is_stopped=row["stopped"],
        is_reviewed=row["reviewed"],
        rank=row["rank"] or "",
        is_stale=is_alive and seen is not None and seen < rules.year_before(last),
    )


def _address(asked: Asked, cell: str) -> str:
    """The list of the models that a figure counts."""
    query = {
        "chi_tieu": cell,
        "chu_tri": str(asked.body_id),
        "tu_ngay": date_vn(asked.first_day),
        "den_ngay": date_vn(asked.last_day),
    }
    return f"{reverse('exemplars:model-list')}?{urlencode(query)}"


def stale_rows(rows: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Models alive on a day without evidence in the twelve months before it; needs `standing`."""
    return rows.filter(
        state_on__in=sorted(rules.ALIVE), seen_on__lt=rules.year_before(day)
    ).order_by("seen_on", "pk")
