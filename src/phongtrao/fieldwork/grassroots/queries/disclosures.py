"""What was made public, as far as an actor sees it, and the list by clause of a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from phongtrao.core.errors import Sentence
from phongtrao.fieldwork.grassroots.models import Disclosure
from phongtrao.fieldwork.grassroots.rules import Item, Publicity, publicity, shortfalls
from phongtrao.fieldwork.register.queries import counted, entry_of, visible
from phongtrao.org.permissions import Actor


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A clause of the law over the chosen entries: how many, by how many bodies, the last day."""

    item: Item
    entries: int
    bodies: int
    published: int
    late: int
    last_on: date | None


def disclosure_rows(actor: Actor) -> QuerySet[Any]:
    """Rows of the register."""
    return visible(actor, Disclosure.objects.select_related("programme", "body"))


def disclosure_for(actor: Actor, pk: int) -> Any:
    """One visible entry; raises NotFound."""
    return entry_of(disclosure_rows(actor).select_related("recorded_by__account"), pk)


def shortfalls_of(entry: Disclosure, day: date) -> list[Sentence]:
    """What falls short of the law as of a day."""
    done = Publicity(
        entry.item,
        entry.due_on,
        entry.published_on,
        entry.ways,
        entry.posted_until,
        entry.loudspeaker_days,
    )
    return shortfalls(done, day)


def item_lines(rows: QuerySet[Any], day: date) -> Sequence[ItemLine]:
    """Every clause of the law in its order, also those without an entry; one query."""
    late = Q(published_on__gt=F("due_on")) | Q(published_on__isnull=True, due_on__lt=day)
    found = {
        row["item"]: row
        for row in counted(rows)
        .order_by()
        .values("item")
        .annotate(
            n=Count("pk", distinct=True),
            bodies=Count("body_id", distinct=True),
            published=Count("published_on"),
            late=Count("pk", filter=late),
            last=Max("published_on"),
        )
    }
    nothing = {"n": 0, "bodies": 0, "published": 0, "late": 0, "last": None}
    lines = []
    for item in publicity().items:
        row = found.get(item.number, nothing)
        lines.append(
            ItemLine(item, row["n"], row["bodies"], row["published"], row["late"], row["last"])
        )
    return lines
