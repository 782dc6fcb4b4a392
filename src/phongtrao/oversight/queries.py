"""Inspections that an actor may see, their open work, and what search finds."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.permissions import Actor
from phongtrao.oversight.models import InspectedBody, Inspection, InspectionMember
from phongtrao.oversight.workflow import OVER, InspectionState

_OPEN = Q(struck_on__isnull=True) & ~Q(state__in=OVER)
_OF_OPEN = Q(entry__struck_on__isnull=True) & ~Q(entry__state__in=OVER)
OPEN_WORK = (
    OpenWork(Inspection, "body", "body", N_("Cuộc kiểm tra đang chủ trì"), _OPEN),
    OpenWork(InspectedBody, "body", "body", N_("Cuộc kiểm tra mà cơ quan được kiểm tra"), _OF_OPEN),
    OpenWork(
        InspectionMember,
        "body",
        "body",
        N_("Tham gia đoàn kiểm tra"),
        _OF_OPEN & Q(valid_to__isnull=True),
    ),
)


def inspection_rows(actor: Actor) -> QuerySet[Any]:
    """Inspections of the acting body and below; those of its delegations while it has a seat;
    those it is inspected in.

    Whoever is inspected learns of it by the decision: what is planned is not shown to him.
    """
    rows = Inspection.objects.select_related("programme", "body", "leader_body")
    if actor.body_id is None:
        return rows.none()
    told = ~Q(state=InspectionState.PLANNED) & ~Q(state=InspectionState.CANCELLED, decided_on=None)
    sits = InspectionMember.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=actor.day),
        entry=OuterRef("pk"),
        body_id=actor.body_id,
        valid_from__lte=actor.day,
    )
    inspected = InspectedBody.objects.filter(entry=OuterRef("pk"), body_id=actor.body_id)
    known = Q(pk__in=visible(actor, Inspection.objects.all()).values("pk"))
    open_to = Q(body_id=actor.body_id) | (known & ~Q(Exists(inspected)))
    return rows.filter(open_to | (told & (Q(Exists(sits)) | Q(Exists(inspected)))))


def inspection_for(actor: Actor, pk: int) -> Any:
    """One visible inspection; raises NotFound."""
    return entry_of(inspection_rows(actor).select_related("recorded_by__account"), pk)


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
