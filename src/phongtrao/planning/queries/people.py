"""Bodies that may be given work: by name while typing, and by group as papers name them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from phongtrao.org.models import AreaVersion, Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import children_on, named_bodies
from phongtrao.planning.permissions import bodies_not_near

# A suggestion list longer than this is slower than typing the name.
_MOST_SUGGESTED = 600
_LEVEL_NAMES = {
    "province": _("cấp tỉnh"),
    "commune": _("cấp xã"),
    "residential_area": _("khu dân cư"),
}


@dataclass(frozen=True, slots=True)
class BodyGroup:
    """All bodies of a kind one level below the actor's area: "Công an cấp xã (96)"."""

    kind: str
    label: str


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
    near = AreaVersion.objects.on(actor.day).filter(
        Q(lineage_id=actor.scope.area_id) | Q(parent_id=actor.scope.area_id)
    )
    rows = assignable_bodies(actor).filter(area_id__in=near.values("lineage_id"))
    return list(rows.values_list("name", flat=True)[:_MOST_SUGGESTED])


def named_body(actor: Actor, text: str) -> list[Body]:
    """Bodies within reach that are called so; one = found, none = unknown, several = ask."""
    return named_bodies(text, actor.day, within=actor.scope)


def near_bodies(actor: Actor, text: str) -> list[Body]:
    """Bodies above, beside or below the acting one that are called so."""
    found = named_bodies(text, actor.day)
    far = {body.pk for body in bodies_not_near(actor, found)}
    return [body for body in found if body.pk not in far]


def body_groups(actor: Actor) -> list[BodyGroup]:
    """The groups one level below, with their sizes."""
    rows = _below(actor).values("kind_id", "kind__name").annotate(count=Count("pk"))
    level: Any = _LEVEL_NAMES.get(_level_below(actor), "")
    return [
        BodyGroup(row["kind_id"], f"{row['kind__name']} {level} ({row['count']})")
        for row in rows.order_by("kind__position")
    ]


def bodies_of_group(actor: Actor, kind: str) -> list[Body]:
    """The bodies of one of those groups."""
    return list(_below(actor).filter(kind_id=kind).order_by("area_id"))


def _below(actor: Actor) -> QuerySet[Body]:
    if actor.scope.area_id is None:
        return Body.objects.none()
    areas = children_on(actor.scope.area_id, actor.day)
    rows = Body.objects.on(actor.day).filter(area_id__in=areas.values("lineage_id"))
    return rows.filter(parent=None).order_by()


def _level_below(actor: Actor) -> str:
    area = children_on(actor.scope.area_id or 0, actor.day).first()
    return area.level if area else ""
