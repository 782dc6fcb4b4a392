"""Inspections for the search of everything."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.fieldwork.register.queries import counted
from phongtrao.oversight.models import Inspection
from phongtrao.oversight.queries.inspections import inspection_rows
from phongtrao.oversight.workflow import InspectionState


def _entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(Inspection.objects.select_related("body")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        words = "\n".join((row.decision_paper, row.conclusion_paper, row.plan_paper, row.body.name))
        yield Entry(row.pk, row.title, words, row.starts_on)


def _hits(rows: QuerySet[Any]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.title,
            reverse("oversight:inspection-detail", args=[row.pk]),
            row.body.name,
            row.starts_on,
            str(InspectionState(row.state).label),
        )
        for row in rows.select_related("body")
    ]


FINDABLE = (
    Findable(
        "oversight.inspection", "kiem-tra", _("Kiểm tra, giám sát"), "clipboard-check",
        "movement.read", inspection_rows, _hits, _entries, {"org.body": ("body",)},
    ),
)  # fmt: skip
