"""Which areas lie, lay or came to lie in which: at their own time, or through a merger."""

from collections.abc import Iterable
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
    at_its_time: frozenset[int]
    """What lies or lay in one of them."""
    inside: frozenset[int]
    """This, with what is tied to one of them by a merger or written with other marks or type."""


class Surroundings:
    """All places that are named around an asked one."""

    def __init__(self, kinship: "Kinship", around: tuple[_Around, ...]):
        self._kinship = kinship
        self._around = around
        self.inside = around[0].inside
        for each in around[1:]:
            self.inside &= each.inside
        pairs = combinations(around, 2)
        self._may_be_one = any(not one.clean.isdisjoint(other.clean) for one, other in pairs)
        self.surely_inside: frozenset[int] = frozenset()
        """What lies or lay in all of them at its own time."""
        if not self._may_be_one:
            self.surely_inside = frozenset.intersection(*(each.at_its_time for each in around))

    def context(self, lineage_id: int) -> int:
        """How well a lineage lies in all of them: 2, or 1 through a merger; 0 not at all."""
        if lineage_id not in self.inside:
            return 0
        if lineage_id in self.surely_inside:
            return 2
        if not all(lineage_id in around.at_its_time for around in self._around):
            return 1
        # "phường 3, Sóc Trăng, Sóc Trăng": the city and the province, not one of them twice.
        above = self._kinship.above(lineage_id)
        named = frozenset().union(*(above & around.clean for around in self._around))
        return 2 if len(named) >= len(self._around) else 1

    def holds(self, version: AreaVersion) -> bool:
        """Whether a version lies in all of them while it is in force."""
        above = _ids(version.path)[:-1]
        return all(not around.clean.isdisjoint(above) for around in self._around)


class Kinship:
    """Who lies in whom, over the whole life of a country."""

    def __init__(self, country: Country):
        self._country = country
        self._below: dict[int, set[int]] = {}
        self._around: dict[Place, _Around] = {}
        self._surroundings: dict[tuple[Place, ...], Surroundings] = {}
        for version in country.versions:
            for each in _ids(version.path)[:-1]:
                self._below.setdefault(each, set()).add(version.lineage_id)

    def surroundings(self, around: tuple[Place, ...]) -> Surroundings:
        """What the places around an asked one say of it."""
        known = self._surroundings.get(around)
        if known is None:
            if len(self._surroundings) >= _MOST_REMEMBERED:
                self._surroundings.clear()
                self._around.clear()
            places = tuple([self._around_of(place) for place in around])
            known = self._surroundings[around] = Surroundings(self, places)
        return known

    def above(self, lineage_id: int) -> frozenset[int]:
        """The lineages that a lineage lies or lay in."""
        versions = self._country.versions_of(lineage_id)
        return frozenset(each for version in versions for each in _ids(version.path)[:-1])

    def _around_of(self, place: Place) -> _Around:
        known = self._around.get(place)
        if known is None:
            known = self._around[place] = self._reach(place)
        return known

    def _reach(self, place: Place) -> _Around:
        levels = levels_of_type(place.kind)
        of_level = [entry for entry in place.names.entries if entry.level in levels]
        of_type = [entry for entry in of_level if entry.fits_type(place.kind)]
        clean = [e for e in of_type if e.fit(place.letters, place.tones) > OTHER_MARKS]
        ids = frozenset([entry.lineage_id for entry in clean])
        at_its_time = self._all_below(ids)
        tied: set[int] = set()
        for entry in of_type:
            tied |= self._country.tied_by_merger(entry.lineage_id)
        loosely = {entry.lineage_id for entry in of_level} - ids
        inside = at_its_time.union(tied, self._all_below(loosely), self._all_below(tied))
        return _Around(ids, at_its_time, inside)

    def _all_below(self, lineage_ids: Iterable[int]) -> frozenset[int]:
        below = self._below
        return frozenset().union(*[below[each] for each in lineage_ids if each in below])


def _ids(path: str) -> list[int]:
    return [int(each) for each in path.split("/") if each]
