"""Plans and sites of festivals for the search of everything."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSite
from phongtrao.fieldwork.events.queries.plans import plan_rows
from phongtrao.fieldwork.events.queries.sites import site_rows
from phongtrao.fieldwork.events.rules import kind_name, level_name
from phongtrao.fieldwork.register.queries import counted


def _plan_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(FestivalPlan.objects.select_related("body")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        yield Entry(row.pk, row.title, "\n".join((row.plan_paper, row.body.name)), row.opens_on)


def _plan_hits(rows: QuerySet[Any]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.title,
            reverse("events:plan-detail", args=[row.pk]),
            row.body.name,
            row.opens_on,
            str(_(kind_name(row.kind))),
        )
        for row in rows.select_related("body")
    ]


def _site_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(FestivalSite.objects.select_related("body", "plan")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        words = "\n".join((row.venue, row.plan.title, row.body.name))
        yield Entry(row.pk, row.title, words, row.held_on or row.first_day)


def _site_hits(rows: QuerySet[Any]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.title,
            reverse("events:site-detail", args=[row.pk]),
            row.body.name,
            row.held_on or row.first_day,
            str(_(level_name(row.level))),
        )
        for row in rows.select_related("body")
    ]


FINDABLE = (
    Findable(
        "events.festivalplan", "ke-hoach-ngay-hoi", _("Kế hoạch Ngày hội"), "confetti",
        "movement.read", plan_rows, _plan_hits, _plan_entries, {"org.body": ("body",)},
    ),
    Findable(
        "events.festivalsite", "diem-ngay-hoi", _("Điểm Ngày hội"), "confetti",
        "movement.read", site_rows, _site_hits, _site_entries,
        {"org.body": ("body",), "events.festivalplan": ("plan",)},
    ),
)  # fmt: skip
