"""Bodies that may be given work, and the accounts to tell."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from phongtrao.core.vietnamese import fold, name_key, tidy_line
from phongtrao.org.models import AreaVersion, Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import LEVELS, Role, capabilities_of

# A suggestion list longer than this is slower than typing the name.
_MOST_SUGGESTED = 600


def accounts_of(body_ids: Iterable[int], *, capability: str, day: date) -> list[int]:
    """Accounts whose postings in these bodies carry the capability on the day."""
    roles = [role for role in Role.values if capability in capabilities_of(role)]
    rows = Posting.objects.on(day).filter(body_id__in=set(body_ids), role__in=roles)
    return list(rows.values_list("account_id", flat=True).distinct())


def assignable_bodies(actor: Actor) -> QuerySet[Body]:
    """Bodies in force in the actor's area and below, where tasks may be given."""
    rows = Body.objects.on(actor.day).order_by("area_id", "kind__position", "pk")
    if actor.scope.area_id is None:
        return rows.none()
    if actor.scope.everything:
        return rows
    return rows.filter(area_id__in=actor.scope.current)


def suggested_bodies(actor: Actor) -> list[str]:
    """Names to offer while typing: the actor's own level and the one below."""
    level = actor.scope.level
    if level not in LEVELS:
        return []
    near = AreaVersion.objects.on(actor.day).filter(
        Q(lineage_id=actor.scope.area_id) | Q(parent_id=actor.scope.area_id)
    )
    rows = assignable_bodies(actor).filter(area_id__in=near.values("lineage_id"))
    return list(rows.values_list("name", flat=True)[:_MOST_SUGGESTED])


def named_body(actor: Actor, text: str) -> list[Body]:
    """Bodies within reach that are called so: the accented name decides, else the folded one.

    One = found; none = unknown; several = the caller asks.
    """
    typed = tidy_line(text)
    if not typed:
        return []
    rows = list(assignable_bodies(actor).filter(name_folded=fold(typed))[:20])
    exact = [row for row in rows if name_key(row.name) == name_key(typed)]
    return exact or rows
