"""Scope: the areas under a body on a day, with their predecessors (relation "former")."""

import time
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Min, Q, QuerySet

from phongtrao.core import clock
from phongtrao.core.id_sets import IdSet
from phongtrao.org.models import AreaVersion, Succession

# The tree changes a few times a year; rights themselves are read from postings at each request.
_KEPT_SECONDS = 30.0
_cache: dict[tuple[int, date], tuple[float, "Scope"]] = {}
_horizon: list[tuple[float, date]] = []


@dataclass(frozen=True, slots=True)
class Scope:
    """A set of area lineages. `everything` is the whole country and every former place."""

    area_id: int | None
    level: str
    path: str
    current: frozenset[int]
    former: frozenset[int]
    everything: bool = False
    _readable: IdSet = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_readable", IdSet(self.current | self.former))

    def covers(self, area_id: int) -> bool:
        """Whether the area is inside, today or as a predecessor."""
        return self.everything or area_id in self.current or area_id in self.former

    def covers_now(self, area_id: int) -> bool:
        """Whether the area is inside today's boundaries: where one may act, not only read."""
        return area_id in self.current

    def where(self, name: str) -> Q:
        """A condition that the field of this name (an area lineage id) is inside."""
        if self.everything:
            return Q()
        return Q(**{f"{name}__among": self._readable})


NOTHING = Scope(None, "", "", frozenset(), frozenset())


def scope_of(area_id: int, day: date) -> Scope:
    """The scope of an area's bodies on a day."""
    key = (area_id, day)
    kept = _cache.get(key)
    if kept and time.monotonic() - kept[0] < _KEPT_SECONDS:
        return kept[1]
    found = _read_scope(area_id, day)
    if len(_cache) > 4_000:
        _cache.clear()
    _cache[key] = (time.monotonic(), found)
    return found


def horizon() -> date:
    """The first day of which the database knows the areas; today while it is empty."""
    if _horizon and time.monotonic() - _horizon[0][0] < _KEPT_SECONDS:
        return _horizon[0][1]
    first = AreaVersion.objects.filter(level="country").aggregate(day=Min("valid_from"))["day"]
    if first is None:
        return clock.today()
    _horizon[:] = [(time.monotonic(), first)]
    return first


def forget() -> None:
    """Forget what was read; called by every operation on areas."""
    _cache.clear()
    _horizon.clear()


def _read_scope(area_id: int, day: date) -> Scope:
    version = AreaVersion.objects.on(day).filter(lineage_id=area_id).first()
    if version is None:
        return NOTHING
    current = frozenset(_lineages(AreaVersion.objects.on(day).under(version.path)))
    if version.level == "country":
        return Scope(area_id, version.level, version.path, current, frozenset(), everything=True)
    former = _predecessors(current)
    return Scope(area_id, version.level, version.path, current, former)


def _lineages(versions: QuerySet[AreaVersion]) -> QuerySet[AreaVersion, int]:
    return versions.values_list("lineage_id", flat=True)


def _predecessors(current: frozenset[int]) -> frozenset[int]:
    rows = Succession.objects.reached_from(current, forwards=False)
    return frozenset(rows.values_list("predecessor_id", flat=True)) - current
