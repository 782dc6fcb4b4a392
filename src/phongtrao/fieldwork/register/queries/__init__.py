"""The one scope door of the registers."""

from typing import Any, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.fieldwork.register.models import Entry, Partner
from phongtrao.org.permissions import Actor
from phongtrao.planning.queries.documents import party_to

E = TypeVar("E", bound=Entry)


def visible(
    actor: Actor, rows: QuerySet[E], *, partners: type[Partner] | None = None
) -> QuerySet[E]:
    """Entries of the acting body, those it took part in, and, for the parties of the programme,
    those about its area and below, as the areas are and as they were.
    """
    if actor.body_id is None:
        return rows.none()
    own = Q(body_id=actor.body_id)
    if partners is not None:
        took_part: Any = partners._default_manager  # noqa: SLF001 - Django's documented name
        own |= Q(Exists(took_part.filter(entry=OuterRef("pk"), body_id=actor.body_id)))
    below = Q(programme_id__in=party_to(actor)) & actor.scope.where("area_id")
    return rows.filter(own | below)


def entry_of(rows: QuerySet[E], pk: int) -> E:
    """One of the rows that somebody may see; raises NotFound."""
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def counted(rows: QuerySet[E]) -> QuerySet[E]:
    """The entries that count: all but those struck out."""
    return rows.filter(struck_on__isnull=True)
