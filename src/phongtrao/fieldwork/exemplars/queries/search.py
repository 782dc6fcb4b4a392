"""What search finds of models and of good practices."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.fieldwork.exemplars.models import GoodPractice, PracticeModel
from phongtrao.fieldwork.exemplars.rules import field_name
from phongtrao.fieldwork.register.queries import counted, visible
from phongtrao.org.permissions import Actor


def _entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(PracticeModel.objects.select_related("body")).filter(merged_into__isnull=True)
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.order_by("pk").iterator(chunk_size=500):
        text = "\n".join((row.purpose, row.lead, row.body.name))
        yield Entry(row.pk, row.name, text, row.launched_on)


def _hits(rows: QuerySet[PracticeModel]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.name,
            reverse("exemplars:model-detail", args=[row.pk]),
            row.body.name,
            row.launched_on,
            field_name(row.field),
            text=row.purpose,
        )
        for row in rows.select_related("body")
    ]


def _visible(actor: Actor) -> QuerySet[PracticeModel]:
    return visible(actor, PracticeModel.objects.all())


def _practice_entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(GoodPractice.objects.select_related("body")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        text = "\n".join((row.matter, row.deed, row.effect, row.body.name))
        yield Entry(row.pk, row.title, text, row.told_on)


def _practice_hits(rows: QuerySet[GoodPractice]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.title,
            reverse("exemplars:practice-detail", args=[row.pk]),
            row.body.name,
            row.told_on,
            field_name(row.field),
            text="\n".join((row.matter, row.deed, row.effect)),
        )
        for row in rows.select_related("body")
    ]


def _all_practices(_actor: Actor) -> QuerySet[GoodPractice]:
    """They are told to the whole country; those struck out are not in the index."""
    return counted(GoodPractice.objects.all())


FINDABLE = (
    Findable(
        "exemplars.practicemodel", "mo-hinh", _("Mô hình, điển hình"), "award",
        "movement.read", _visible, _hits, _entries, {"org.body": ("body",)},
    ),
    Findable(
        "exemplars.goodpractice", "cach-lam-hay", _("Cách làm hay"), "bulb",
        "movement.read", _all_practices, _practice_hits, _practice_entries,
        {"org.body": ("body",)},
    ),
)  # fmt: skip
