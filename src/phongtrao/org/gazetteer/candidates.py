"""Which areas the places of a reading may mean on a day, and which of them fit best."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from phongtrao.org.gazetteer.area_names import BARE, EXACT, OTHER_MARKS, NameEntry
from phongtrao.org.gazetteer.area_words import levels_of_type
from phongtrao.org.gazetteer.country import Country
from phongtrao.org.gazetteer.readings import Place, Reading, is_narrower
from phongtrao.org.gazetteer.records import AreaVersion

_MANY: Final = 8
"""From so many areas of one name on, those near the other places are looked up, not gone over."""
_MOST_REMEMBERED: Final = 20_000
_PROVINCE_KINDS: Final = frozenset(
    ["tinhuy", "tinhdoan", "bnc", "btg", "bdv", "ttra", "vp-tinhuy", "dbqh", "cuc-tk", "thue"]
)
_PROVINCE_KINDS_BEGIN: Final = ("so-", "pv", "pc", "pa0", "px")


class Candidate(NamedTuple):
    """An area that a reading may mean, and how well it fits."""

    rank: int
    """Contradicting marks count most, then the type, marks left out, place and time."""
    version: AreaVersion
    on: date
    name_fit: int
    fits_type: bool
    context: int
    """2: lies in every place named with it; 1: only through a merger or with other marks."""
    is_in_force: bool

    @property
    def is_clean(self) -> bool:
        """Neither its marks nor its type contradict what is written."""
        return self.fits_type and self.name_fit > OTHER_MARKS


class _Standing(NamedTuple):
    """The version to answer for a lineage: the one in force, or the nearest."""

    version: AreaVersion
    is_in_force: bool


class _Kin(NamedTuple):
    """Lineages that a lineage lay in at some time, and those tied to them or it by a merger."""

    above: frozenset[int]
    merged: frozenset[int]


class _Around(NamedTuple):
    """The lineages that a place named around another one may be."""

    clean: frozenset[int]
    of_level: frozenset[int]
    of_type: frozenset[int]
    either: frozenset[int]


class Candidates:
    """Judges readings by one country; what it works out is kept for the next text."""

    def __init__(self, country: Country):
        self._country = country
        self._kin: dict[int, _Kin] = {}
        self._around: dict[Place, _Around] = {}
        self._near: dict[tuple[NameEntry, ...], dict[int, list[NameEntry]]] = {}
        self._standing: dict[date, dict[int, _Standing]] = {}
        self._holders: dict[str, list[AreaVersion]] = {}

    def of_code(self, code: str, day: date) -> list[Candidate]:
        """Who carries a code on the day; else who carried it last, else who will carry it first."""
        living = self._country.by_code_on(code, day)
        if living is None:
            if not self._holders:
                for version in self._country.versions:
                    self._holders.setdefault(version.code, []).append(version)
            holders = self._holders.get(code, [])
            former = [version for version in holders if version.valid_from <= day]
            living = (former[-1:] or holders[:1] or [None])[0]
        if living is None:
            return []
        is_in_force = living.covers(max(day, self._country.horizon))
        on = day if is_in_force else _nearest_day(living, day)
        return [Candidate(0, living, on, EXACT, True, 2, is_in_force)]  # noqa: FBT003

    def of_reading(self, reading: Reading, day: date, *, is_bare: bool) -> list[Candidate]:
        """The best candidates of a reading, all of one rank; `is_bare`: a text without marks."""
        places = reading.places
        if not places:
            return []
        if len(places) == 1:
            return self._best(places[0], (), reading, day, is_bare=is_bare)
        for asked in _order_of_asking(places):
            around = tuple(place for place in places if place is not asked)
            found = self._best(asked, around, reading, day, is_bare=is_bare)
            if found:
                return found
        return []

    def province_of(self, candidate: Candidate) -> AreaVersion | None:
        """The province a candidate lies in on the day of its answer."""
        version = candidate.version
        while version.level != "province":
            above = version.parent_id and self._country.version_on(version.parent_id, candidate.on)
            if not above:
                return None
            version = above
        return version

    def _best(
        self,
        asked: Place,
        around: tuple[Place, ...],
        reading: Reading,
        day: date,
        *,
        is_bare: bool,
    ) -> list[Candidate]:
        kind, level = asked.kind or reading.implied_type, ""
        if asked.kind is None:
            level = _level_of_body(reading)
        most = BARE if is_bare else EXACT
        standing = self._standing_on(day)
        surroundings = [self._around_of(place) for place in around]
        best: dict[int, Candidate] = {}
        top = 0
        for entry in self._entries(asked, surroundings):
            if level and entry.level != level:
                continue
            name_fit = min(entry.fit(asked.letters, asked.tones), most)
            fits_type = entry.fits_type(kind)
            if not fits_type and (
                name_fit == OTHER_MARKS or entry.level not in levels_of_type(kind)
            ):
                continue
            context = self._context(entry.lineage_id, surroundings)
            if not context:
                continue
            version, is_in_force = standing.get(entry.lineage_id) or self._stands(
                standing, entry.lineage_id, day
            )
            is_now = is_in_force and entry.type == version.type and entry.name == version.name
            rank = _rank(
                name_fit,
                fits_type << 1 | (not entry.is_respelled),
                context,
                (not is_in_force) << 1 if reading.is_former else is_in_force + is_now,
                reading.is_former,
            )
            if rank < top:
                continue
            if rank > top:
                top, best = rank, {}
            on = day if is_in_force else _nearest_day(version, day)
            best[entry.lineage_id] = Candidate(
                rank, version, on, name_fit, fits_type, context, is_in_force
            )
        return list(best.values())

    def _entries(self, asked: Place, surroundings: list[_Around]) -> Iterable[NameEntry]:
        entries = asked.names.entries
        if len(entries) < _MANY or not surroundings:
            return entries
        near = self._near.get(entries)
        if near is None:
            near = self._near[entries] = self._by_kin(entries)
        found: dict[NameEntry, None] = {}
        for lineage_id in surroundings[0].either:
            found.update(dict.fromkeys(near.get(lineage_id, ())))
        return found

    def _by_kin(self, entries: tuple[NameEntry, ...]) -> dict[int, list[NameEntry]]:
        found: dict[int, list[NameEntry]] = {}
        for entry in entries:
            kin = self._kin_of(entry.lineage_id)
            for lineage_id in kin.above | kin.merged:
                found.setdefault(lineage_id, []).append(entry)
        return found

    def _context(self, lineage_id: int, surroundings: list[_Around]) -> int:
        """How well a lineage lies in the places around it: 2, 1 or 0 (not at all)."""
        if not surroundings:
            return 2
        kin = self._kin.get(lineage_id) or self._kin_of(lineage_id)
        context = 2
        for around in surroundings:
            if kin.above.isdisjoint(around.clean):
                context = 1
                if kin.above.isdisjoint(around.of_level) and kin.merged.isdisjoint(around.of_type):
                    return 0
        if context == 2 and len(surroundings) > 1:
            # "phường 3, Sóc Trăng, Sóc Trăng": the city and the province, not one of them twice.
            named = frozenset().union(*(kin.above & around.clean for around in surroundings))
            context = 2 if len(named) >= len(surroundings) else 1
        return context

    def _around_of(self, place: Place) -> _Around:
        known = self._around.get(place)
        if known is None:
            if len(self._around) >= _MOST_REMEMBERED:
                self._around.clear()
            known = self._around[place] = _around(place)
        return known

    def _kin_of(self, lineage_id: int) -> _Kin:
        known = self._kin.get(lineage_id)
        if known is None:
            country = self._country
            paths = {version.path for version in country.versions_of(lineage_id)}
            above = {int(each) for path in paths for each in path.split("/") if each}
            tied = {link.from_id for each in above for link in country.predecessors(each)}
            tied |= {link.to_id for each in above for link in country.successors(each)}
            known = _Kin(frozenset(above - {lineage_id}), frozenset(tied))
            self._kin[lineage_id] = known
        return known

    def _standing_on(self, day: date) -> dict[int, _Standing]:
        return self._standing.setdefault(self._country.unchanged_since(day), {})

    def _stands(self, standing: dict[int, _Standing], lineage_id: int, day: date) -> _Standing:
        living = self._country.version_on(lineage_id, day)
        if living is not None:
            found = _Standing(living, is_in_force=True)
        else:
            versions = self._country.versions_of(lineage_id)
            nearest = versions[-1] if versions[-1].valid_from <= day else versions[0]
            found = _Standing(nearest, is_in_force=False)
        standing[lineage_id] = found
        return found


def _around(place: Place) -> _Around:
    levels = levels_of_type(place.kind)
    fitting = [entry for entry in place.names.entries if entry.level in levels]
    of_type = [entry for entry in fitting if entry.fits_type(place.kind)]
    clean = [e for e in of_type if e.fit(place.letters, place.tones) > OTHER_MARKS]
    ids = [
        frozenset(entry.lineage_id for entry in entries) for entries in (clean, fitting, of_type)
    ]
    return _Around(ids[0], ids[1], ids[2], ids[1] | ids[2])


def _order_of_asking(places: tuple[Place, ...]) -> Iterator[Place]:
    """The narrowest place first, then the first and, for papers that begin above, the last."""
    first, *others = places
    asked = first
    for place in others:
        if is_narrower(place, asked):
            asked = place
    yield asked
    yield from (place for place in (first, *reversed(others)) if place is not asked)


def _level_of_body(reading: Reading) -> str:
    """The level that the name of a body says, where its place has no type."""
    kind = reading.body_kind or ""
    if reading.implied_type or not kind:
        return ""
    is_provincial = kind in _PROVINCE_KINDS or kind.startswith(_PROVINCE_KINDS_BEGIN)
    return "province" if is_provincial else {"huyenuy": "district"}.get(kind, "")


def _rank(name_fit: int, form: int, context: int, time: int, is_former: bool) -> int:  # noqa: FBT001
    """One number of the parts, each of two bits; the time counts before the place after "cũ"."""
    first, second = (time, context) if is_former else (context, time)
    marks = name_fit > OTHER_MARKS
    return marks << 8 | form << 6 | name_fit << 4 | first << 2 | second


def _nearest_day(version: AreaVersion, day: date) -> date:
    if version.valid_to is not None and version.valid_to <= day:
        return version.valid_to - timedelta(days=1)
    return max(version.valid_from, day)
