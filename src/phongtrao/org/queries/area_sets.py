"""Sets of areas: which there are on a day, who is in them, which peers an area has."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.db.models import Count, Model, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.core.id_sets import IdSet
from phongtrao.org.models import AreaSet, AreaSetMember, AreaVersion, AreaVersionQuerySet
from phongtrao.org.permissions import Actor, may_keep_set
from phongtrao.org.queries.areas import area_versions_on, known_day

Row = TypeVar("Row", bound=Model)


def area_sets_on(day: date) -> QuerySet[AreaSet]:
    """The sets that have a member on a day, each with `size`, in the order of kinds and names."""
    day = known_day(day)
    in_force = Q(members__valid_from__lte=day) & (
        Q(members__valid_to=None) | Q(members__valid_to__gt=day)
    )
    return AreaSet.objects.annotate(size=Count("members", filter=in_force)).filter(size__gt=0)


def area_sets_within(actor: Actor, day: date) -> QuerySet[AreaSet]:
    """The sets with a member on a day that the actor's scope covers: what he may filter by."""
    members = AreaSetMember.objects.on(known_day(day)).filter(actor.scope.where("area_id"))
    return AreaSet.objects.filter(pk__in=members.values("area_set_id"))


def in_area_set(rows: QuerySet[Row], field: str, area_set: AreaSet, day: date) -> QuerySet[Row]:
    """The rows whose area, named by a path to its lineage, is in the set on a day.

    The one way by which lists of every stage filter by a set.
    """
    return rows.filter(**{f"{field}__among": IdSet(member_ids(area_set, day))})


def area_set_of(pk: int) -> AreaSet:
    """A set by its key. Raises NotFound for an unknown one; sets are no one's secret."""
    found = AreaSet.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def kept_by(actor: Actor, area_set: AreaSet) -> bool:
    """Whether the actor administers every area that is or ever was in the set."""
    members = AreaSetMember.objects.filter(area_set=area_set)
    return may_keep_set(actor, members.values_list("area_id", flat=True))


def area_set_kept(actor: Actor, pk: int) -> AreaSet:
    """A set that the actor may change. Raises NotFound for all others."""
    found = area_set_of(pk)
    if not kept_by(actor, found):
        raise NotFound
    return found


def member_kept(actor: Actor, pk: int) -> AreaSetMember:
    """One membership, with its set, that the actor may end. Raises NotFound for all others."""
    found = AreaSetMember.objects.select_related("area_set").filter(pk=pk).first()
    if found is None or not kept_by(actor, found.area_set):
        raise NotFound
    return found


def memberships_of(area_set: AreaSet, day: date) -> list[tuple[AreaVersion, AreaSetMember]]:
    """The areas in a set on a day with the row that says since when and why."""
    rows = AreaSetMember.objects.on(known_day(day)).filter(area_set=area_set)
    by_area = {row.area_id: row for row in rows}
    return [(area, by_area[area.lineage_id]) for area in members_on(area_set, day)]


def area_set_for(code: str) -> AreaSet:
    """A set by its code. Raises NotFound for an unknown one; sets are no one's secret."""
    found = AreaSet.objects.filter(code=code).first()
    if found is None:
        raise NotFound
    return found


def member_ids(area_set: AreaSet, day: date) -> frozenset[int]:
    """The lineages in a set on a day."""
    rows = AreaSetMember.objects.on(known_day(day)).filter(area_set=area_set)
    return frozenset(rows.values_list("area_id", flat=True))


def members_on(area_set: AreaSet, day: date) -> AreaVersionQuerySet:
    """The areas in a set as they stood on a day, in Vietnamese order."""
    ids = member_ids(area_set, day)
    return area_versions_on(day).filter(lineage_id__in=ids).order_by("sort_key", "pk")


def members_lasting(area_ids: Iterable[int], day: date) -> list[AreaSetMember]:
    """The memberships of some areas that last beyond a day, by set; also those to begin later."""
    rows = AreaSetMember.objects.filter(area_id__in=set(area_ids))
    rows = rows.filter(Q(valid_to=None) | Q(valid_to__gt=day)).select_related("area_set")
    return list(rows.order_by("area_set__kind", "area_set__name_folded", "area_id", "pk"))


def sets_of(area_ids: Iterable[int], day: date) -> dict[int, list[AreaSet]]:
    """Area → the sets it is in on a day, in one query."""
    rows = AreaSetMember.objects.on(known_day(day)).filter(area_id__in=set(area_ids))
    found: dict[int, list[AreaSet]] = {}
    for row in rows.select_related("area_set").order_by("area_set__kind", "area_set__name_folded"):
        found.setdefault(row.area_id, []).append(row.area_set)
    return found


def peers_of(area_id: int, day: date) -> dict[AreaSet, frozenset[int]]:
    """The sets an area is in on a day, each with all its members: its peer groups."""
    sets = sets_of([area_id], day).get(area_id, [])
    rows = AreaSetMember.objects.on(known_day(day)).filter(area_set__in=sets)
    members: dict[int, set[int]] = {}
    for set_id, member in rows.values_list("area_set_id", "area_id"):
        members.setdefault(set_id, set()).add(member)
    return {each: frozenset(members.get(each.pk, ())) for each in sets}
