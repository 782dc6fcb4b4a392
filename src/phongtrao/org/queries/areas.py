"""Areas as they stood on a day. Days before the horizon are answered with the horizon's tree."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Q

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import AreaVersion, AreaVersionQuerySet, Succession
from phongtrao.org.permissions import Actor
from phongtrao.org.scope import horizon

AREA_TYPES = (
    *("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn"),
    *("đặc khu", "thành phố thuộc tỉnh", "thành phố thuộc thành phố"),
)
_MOST_WORDS = 12  # of a name that somebody types


def called(text: str) -> Q:
    """The condition that an area is called so: every word is in its name or its type, no marks."""
    named = Q()
    for word in fold(tidy_line(text)).split()[:_MOST_WORDS]:
        types = [each for each in AREA_TYPES if word in fold(each).split()]
        named &= Q(name_folded__contains=word) | Q(type__in=types)
    return named


def known_day(day: date) -> date:
    """The day itself, or the horizon for an earlier one: its tree and bodies answer."""
    return day if day >= clock.today() else max(day, horizon())


def area_versions_on(day: date) -> AreaVersionQuerySet:
    """All areas in force on a day; before the horizon those of the horizon."""
    return AreaVersion.objects.on(known_day(day))


def area_on(area_id: int, day: date) -> AreaVersion | None:
    """The area as it stood on a day; None where it was not in force."""
    return area_versions_on(day).filter(lineage_id=area_id).first()


def area_label(area_id: int, day: date) -> str:
    """Type and name of an area on a day ("xã Đăk Hà"); see `area_labels`."""
    return area_labels([area_id], day).get(area_id, "")


def area_labels(ids: Iterable[int], day: date) -> dict[int, str]:
    """Type and name of each area on a day, in one query.

    An area that was not in force has the name it had last before the day, else its first one.
    """
    found: dict[int, str] = {}
    rows = AreaVersion.objects.filter(lineage_id__in=set(ids)).order_by("valid_from")
    for row in rows:
        if row.lineage_id not in found or row.valid_from <= day:
            found[row.lineage_id] = row.full_name
    return found


def areas_called(ids: Iterable[int], day: date) -> dict[int, AreaVersion]:
    """Each area as it was called on a day, in one query; see `area_labels`."""
    found: dict[int, AreaVersion] = {}
    for row in AreaVersion.objects.filter(lineage_id__in=set(ids)).order_by("valid_from"):
        if row.lineage_id not in found or row.valid_from <= day:
            found[row.lineage_id] = row
    return found


def children_on(area_id: int, day: date) -> AreaVersionQuerySet:
    """The areas directly below an area on a day, in Vietnamese order."""
    return area_versions_on(day).filter(parent_id=area_id).order_by("sort_key", "pk")


def subtree_on(area_id: int, day: date) -> AreaVersionQuerySet:
    """An area and everything below it on a day, parents first; empty where it was not in force."""
    top = area_on(area_id, day)
    if top is None:
        return AreaVersion.objects.none()
    return area_versions_on(day).under(top.path).order_by("path")


def areas_at_level_under(area_id: int, level: str, day: date) -> AreaVersionQuerySet:
    """The areas of one level in an area (itself, if it is of that level) on a day, in order."""
    return subtree_on(area_id, day).at_level(level).order_by("sort_key", "pk")


def superior_area(area_id: int, day: date) -> AreaVersion | None:
    """The area directly above on a day; None for the country and for an area not in force."""
    area = area_on(area_id, day)
    if area is None or area.parent_id is None:
        return None
    return area_on(area.parent_id, day)


def top_areas(actor: Actor, day: date) -> list[AreaVersion]:
    """The highest areas of a day that the actor may see: one, or several before a merger."""
    if actor.scope.area_id is None:
        return []
    versions = area_versions_on(day)
    if actor.scope.everything:
        return list(versions.filter(parent=None))
    seen = list(versions.filter(actor.scope.where("lineage_id")).order_by("sort_key", "pk"))
    ids = {version.lineage_id for version in seen}
    return [version for version in seen if version.parent_id not in ids]


def area_for(actor: Actor, area_id: int, day: date) -> AreaVersion:
    """An area within the actor's reach as it stood on a day, else its nearest version.

    Raises NotFound outside the scope; `holds_on(known_day(day))` says which of both it is.
    """
    if not actor.scope.covers(area_id):
        raise NotFound
    versions = list(AreaVersion.objects.filter(lineage_id=area_id).order_by("valid_from"))
    if not versions:
        raise NotFound
    past = [version for version in versions if version.valid_from <= known_day(day)]
    return past[-1] if past else versions[0]


def links_from(area_id: int) -> list[Succession]:
    """What the area was made of, what it became, and what that became in turn; the oldest first."""
    onwards = Succession.objects.reached_from([area_id], forwards=True)
    rows = Succession.objects.filter(Q(successor_id=area_id) | Q(pk__in=onwards.values("pk")))
    return list(rows.order_by("on", "predecessor_id", "successor_id"))


def counts_below(area_ids: Iterable[int], day: date) -> dict[int, int]:
    """Area → how many areas lie directly below it on a day; areas without any are absent."""
    rows = area_versions_on(day).filter(parent_id__in=set(area_ids)).order_by()
    return dict(rows.values_list("parent_id").annotate(Count("pk")))


def areas_above(area: AreaVersion, day: date) -> list[AreaVersion]:
    """The areas above one on a day, the highest first."""
    ids = [int(part) for part in area.path.split("/") if part]
    return list(area_versions_on(day).filter(lineage_id__in=ids[:-1]).order_by("path"))
