"""Which areas are like one's own, and why: what a commune may learn from first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from phongtrao.core.id_sets import IdSet
from phongtrao.fieldwork.exemplars.queries.models import public_rows
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.area_sets import peers_of
from phongtrao.org.queries.areas import area_on, area_versions_on

MOST = 60
_SET, _TYPE, _PROVINCE = 2, 1, 1


@dataclass(frozen=True, slots=True)
class Similar:
    """How like one's own area another one is: more shared sets first; the reasons in words."""

    score: int
    reasons: tuple[str, ...]


def similar_areas(actor: Actor, day: date) -> dict[int, Similar]:
    """The areas of the same level that share a set with the actor's own (vùng, cụm, biên giới,
    đảo…), and those of its type in its province; the own area is left out.
    """
    own = area_on(actor.scope.area_id, day) if actor.scope.area_id is not None else None
    if own is None:
        return {}
    shared: dict[int, list[str]] = {}
    for area_set, members in peers_of(own.lineage_id, day).items():
        for member in members:
            shared.setdefault(member, []).append(area_set.name)
    near = Q(parent_id=own.parent_id, type=own.type)
    among = Q(lineage_id__among=IdSet(frozenset(shared))) if shared else Q(pk__in=[])
    rows = area_versions_on(day).filter(near | among, level=own.level)
    return {
        row.lineage_id: _likened(own, row, shared.get(row.lineage_id, []))
        for row in rows
        if row.lineage_id != own.lineage_id
    }


def similar_models(actor: Actor, day: date, *, field: str = "") -> list[Any]:
    """Public models of similar areas, the most alike first, each with `likeness` of its area."""
    areas = similar_areas(actor, day)
    if not areas:
        return []
    rows = public_rows(day).filter(area_id__among=IdSet(frozenset(areas)))
    if field:
        rows = rows.filter(field=field)
    keys = rows.order_by().values_list("pk", "area_id", "seen_on")
    best = sorted(keys, key=lambda key: (-areas[key[1]].score, -key[2].toordinal(), key[0]))
    chosen = [pk for pk, _area, _seen in best[:MOST]]
    found = {row.pk: row for row in rows.filter(pk__in=chosen)}
    for row in found.values():
        row.similar = areas[row.area_id]
    return [found[pk] for pk in chosen]


def _likened(own: AreaVersion, other: AreaVersion, sets: list[str]) -> Similar:
    reasons = [_("cùng %(set)s") % {"set": name} for name in sets]
    score = _SET * len(sets)
    if other.type == own.type:
        reasons.append(_("cùng là %(type)s") % {"type": own.type})
        score += _TYPE
    if other.parent_id == own.parent_id and own.level == "commune":
        reasons.append(_("cùng tỉnh"))
        score += _PROVINCE
    return Similar(score, tuple(reasons))
