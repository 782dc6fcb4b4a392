"""Acts on areas as they were recorded: which a reader may see, and what each of them says."""

from collections.abc import Collection, Iterable

from django.db.models import QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.models import AreaChange, AreaSetMember, Posting
from phongtrao.org.permissions import Actor


def visible_changes(actor: Actor) -> QuerySet[AreaChange]:
    """The acts that touch an area within the actor's reach."""
    if actor.scope.everything:
        return _rows()
    touched = AreaChange.objects.values_list("pk", "record__told__touched")
    return _rows().filter(pk__in=[pk for pk, ids in touched if _concerns(actor, ids)])


def changes_touching(actor: Actor, area_ids: Collection[int]) -> list[int]:
    """The keys of the visible acts that touch one of these areas."""
    touched = visible_changes(actor).values_list("pk", "record__told__touched")
    return [pk for pk, ids in touched if not set(ids).isdisjoint(area_ids)]


def change_for(actor: Actor, pk: int) -> AreaChange:
    """One act. Raises NotFound where it touches nothing within the actor's reach."""
    found = _rows().filter(pk=pk).first()
    if found is None or not _concerns(actor, found.record["told"]["touched"]):
        raise NotFound
    return found


def change_years(actor: Actor) -> list[int]:
    """The years in which the visible acts take effect, the newest first."""
    days = visible_changes(actor).dates("on", "year", order="DESC")
    return [day.year for day in days]


def postings_of_change(change: AreaChange) -> tuple[list[Posting], list[Posting]]:
    """The postings that an act ended and those it made; rows that an undo took away are missing."""
    ended = [pk for pk, _end in change.record["postings_ended"]]
    rows = Posting.objects.select_related("account", "body").order_by("body_id", "pk")
    return list(rows.filter(pk__in=ended)), list(rows.filter(pk__in=change.record["postings_made"]))


def members_of_change(change: AreaChange) -> list[AreaSetMember]:
    """The memberships in sets that an act ended or made."""
    ids = [pk for pk, _end in change.record["members_ended"]] + change.record["members_made"]
    rows = AreaSetMember.objects.filter(pk__in=ids).select_related("area_set")
    return list(rows.order_by("area_set__name_folded", "valid_from", "pk"))


def _rows() -> QuerySet[AreaChange]:
    return AreaChange.objects.select_related("made_by__account", "undone_by__account")


def _concerns(actor: Actor, ids: Iterable[int]) -> bool:
    return any(actor.scope.covers(each) for each in ids)
