"""Training as far as an actor sees it, and what it counts for a report."""

from collections.abc import Collection, Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count as Rows
from django.db.models import Q, QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.errors import N_
from phongtrao.core.formats import date_vn
from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.fieldwork.register.rules import Asked, Count, name_in
from phongtrao.fieldwork.training.models import Drill, TrainingClass
from phongtrao.fieldwork.training.rules import vocabulary
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.org.permissions import Actor

OPEN_WORK = (
    OpenWork(
        TrainingClass,
        "body",
        "body",
        N_("Lớp tập huấn chưa kết thúc"),
        Q(struck_on__isnull=True, closed_on__isnull=True),
    ),
)
_CLASSES = N_("Sổ lớp tập huấn: kết thúc trong kỳ")
_DRILLS = N_("Sổ diễn tập: đã tổ chức trong kỳ")


def class_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register of classes with their sessions and attendances."""
    rows = visible(actor, TrainingClass.objects.select_related("programme", "body"))
    return rows.annotate(held=Rows("sessions"), attendances=Sum("sessions__attendances"))


def class_for(actor: Actor, pk: int) -> Any:
    """One visible class; raises NotFound."""
    return entry_of(class_rows(actor).select_related("recorded_by__account"), pk)


def drill_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register of drills."""
    return visible(actor, Drill.objects.select_related("programme", "body"))


def drill_for(actor: Actor, pk: int) -> Any:
    """One visible drill; raises NotFound."""
    return entry_of(drill_rows(actor).select_related("recorded_by__account"), pk)


def counts(asked: Asked) -> Iterator[Count]:
    """Classes that a body closed in the days, how often they were attended, and its drills."""
    days = (asked.first_day, asked.last_day)
    if asked.keys & {"TH01", "TH02"}:
        rows = counted(TrainingClass.objects.filter(body_id=asked.body_id, closed_on__range=days))
        found = rows.aggregate(n=Rows("pk", distinct=True), a=Sum("sessions__attendances"))
        for cell, figure in (("TH01", found["n"]), ("TH02", found["a"])):
            if figure and cell in asked.keys:
                address = _address(asked, "training:class-list")
                yield Count(cell, figure, "training.classes", _CLASSES, address)
    if "TH04" in asked.keys:
        drills = counted(Drill.objects.filter(body_id=asked.body_id, held_on__range=days))
        figure = drills.count()
        if figure:
            address = _address(asked, "training:drill-list")
            yield Count("TH04", figure, "training.drills", _DRILLS, address)


def _address(asked: Asked, page: str) -> str:
    query = {
        "chu_tri": asked.body_id,
        "tu_ngay": date_vn(asked.first_day),
        "den_ngay": date_vn(asked.last_day),
    }
    return f"{reverse(page)}?{urlencode(query)}"


def _entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(TrainingClass.objects.select_related("body")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        yield Entry(row.pk, row.title, row.body.name, row.first_day)


def _hits(rows: QuerySet[TrainingClass]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.title,
            reverse("training:class-detail", args=[row.pk]),
            row.body.name,
            row.first_day,
            name_in(vocabulary().topics, row.topic),
        )
        for row in rows.select_related("body")
    ]


def _visible(actor: Actor) -> QuerySet[TrainingClass]:
    return visible(actor, TrainingClass.objects.all())


FINDABLE = (
    Findable(
        "training.trainingclass", "tap-huan", _("Lớp tập huấn"), "school", "movement.read",
        _visible, _hits, _entries, {"org.body": ("body",)},
    ),
)  # fmt: skip
