"""What search finds of the core force: teams."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.search import Entry, Findable, Hit
from phongtrao.fieldwork.coreforce.models import Team
from phongtrao.fieldwork.register.queries import counted, visible
from phongtrao.org.permissions import Actor


def _entries(pks: Collection[int] | None = None) -> Iterator[Entry]:
    rows = counted(Team.objects.select_related("body")).order_by("pk")
    chosen = rows if pks is None else rows.filter(pk__in=pks)
    for row in chosen.iterator(chunk_size=500):
        yield Entry(row.pk, row.name, "\n".join((row.place, row.body.name)), row.founded_on)


def _hits(rows: QuerySet[Team]) -> list[Hit]:
    return [
        Hit(
            row.pk,
            row.name,
            reverse("coreforce:team-detail", args=[row.pk]),
            row.body.name,
            row.founded_on,
            _("Đã giải thể") if row.dissolved_on else "",
            text=row.place,
        )
        for row in rows.select_related("body")
    ]


def _visible(actor: Actor) -> QuerySet[Team]:
    return visible(actor, Team.objects.all())


FINDABLE = (
    Findable(
        "coreforce.team", "nong-cot", _("Tổ, đội nòng cốt"), "shield-check", "movement.read",
        _visible, _hits, _entries, {"org.body": ("body",)},
    ),
)  # fmt: skip
