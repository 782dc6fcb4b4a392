"""Which areas lie, lay or came to lie in which: at their own time, or through a merger."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

from phongtrao.org.gazetteer.area_names import OTHER_MARKS
from phongtrao.org.gazetteer.area_words import levels_of_type
from phongtrao.org.gazetteer.country import Country
from phongtrao.org.gazetteer.readings import Place
from phongtrao.org.gazetteer.records import AreaVersion

_MOST_REMEMBERED: Final = 1_500


class _Around(NamedTuple):
    """A place that is named around another one."""

    clean: frozenset[int]
    """The lineages it may be, by type and marks."""
    tied: frozenset[int]
    """What is tied to one of its type by a merger."""
    reach: frozenset[int]
    """All of these, and those written with other marks or type: what lies in them lies near."""


class Surroundings:
    """All places that are named around an asked one."""

    def __init__(self, above: Mapping[int, frozenset[int]], around: tuple[_Around, ...]):
        self._above = above
        self._around = around
        self._clean = [each.clean for each in around]
        pairs = combinations(self._clean, 2)
        self.may_be_one = any(not one.isdisjoint(other) for one, other in pairs)
        """Two of the places may be one area, named twice."""

    def surely_hold(self, above: frozenset[int]) -> bool:
        """Whether what lies or lay in the lineages `above` lies in every one of them."""
        for clean in self._clean:  # noqa: SIM110 - asked of every name of a text; twice as fast
            if clean.isdisjoint(above):
                return False
        return True

    def context(self, lineage_id: int) -> int:
        """How well a lineage lies in all of them: 2, or 1 through a merger; 0 not at all."""
        above = self._above[lineage_id]
        is_at_its_time = True
        for clean, tied, reach in self._around:
            if clean.isdisjoint(above):
                if lineage_id not in tied and reach.isdisjoint(above):
                    return 0
                is_at_its_time = False
        if not is_at_its_time:
            return 1
        if not self.may_be_one:
            return 2
        # "phường 3, Sóc Trăng, Sóc Trăng": the city and the province, not one of them twice.
        named = frozenset().union(*(above & clean for clean in self._clean))
        return 2 if len(named) >= len(self._around) else 1

    def holds(self, version: AreaVersion) -> bool:
        """Whether a version lies in all of them while it is in force."""
        above = _above_path(version.path)
        return all(not clean.isdisjoint(above) for clean in self._clean)


class Kinship:
    """Who lies in whom, over the whole life of a country."""

    def __init__(self, country: Country):
        self._country = country
        self.above: dict[int, frozenset[int]] = {}
        """The lineages that a lineage lies or lay in."""
        self._around: dict[Place, _Around] = {}
        self._surroundings: dict[tuple[Place, ...], Surroundings] = {}
        for version in country.versions:
            above, lineage_id = _above_path(version.path), version.lineage_id
            known = self.above.get(lineage_id, above)
            self.above[lineage_id] = above if known is above else known | above

    def surroundings(self, around: tuple[Place, ...]) -> Surroundings:
        """What the places around an asked one say of it."""
        known = self._surroundings.get(around)
        if known is None:
            if len(self._surroundings) >= _MOST_REMEMBERED:
                self._surroundings.clear()
                self._around.clear()
            places = tuple([self._around_of(place) for place in around])
            known = self._surroundings[around] = Surroundings(self.above, places)
        return known

    def _around_of(self, place: Place) -> _Around:
        known = self._around.get(place)
        if known is None:
            known = self._around[place] = self._reach(place)
        return known

    def _reach(self, place: Place) -> _Around:
        levels = levels_of_type(place.kind)
        of_level = [entry for entry in place.names.entries if entry.level in levels]
        of_type = [entry for entry in of_level if entry.fits_type(place.kind)]
        clean = frozenset(
            [e.lineage_id for e in of_type if e.fit(place.letters, place.tones) > OTHER_MARKS]
        )
        tied: set[int] = set()
        for entry in of_type:
            tied |= self._country.tied_by_merger(entry.lineage_id)
        reach = clean.union(tied, [entry.lineage_id for entry in of_level])
        return _Around(clean, frozenset(tied), reach)


def _above_path(path: str) -> frozenset[int]:
    """The lineages above the last one of a path."""
    return _of_path(path[: path.rfind("/", 0, -1) + 1])


@lru_cache(maxsize=4_096)
def _of_path(path: str) -> frozenset[int]:
    return frozenset([int(each) for each in path.split("/") if each])
