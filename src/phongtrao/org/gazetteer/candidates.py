"""Which areas the places of a reading may mean on a day, and which of them fit best."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from phongtrao.org.gazetteer.area_names import BARE, EXACT, OTHER_MARKS, NameEntry
from phongtrao.org.gazetteer.area_words import levels_of_type
from phongtrao.org.gazetteer.kinship import Kinship
from phongtrao.org.gazetteer.readings import Place, Reading, is_narrower
from phongtrao.org.gazetteer.records import AreaVersion
from phongtrao.org.gazetteer.views import Standing, View

_PROVINCE_KINDS: Final = frozenset(
    ["tinhuy", "tinhdoan", "bnc", "btg", "bdv", "ttra", "vp-tinhuy", "dbqh", "cuc-tk", "thue"]
)
_PROVINCE_KINDS_BEGIN: Final = ("so-", "pv", "pc", "pa0", "px")


class Candidate(NamedTuple):
    """An area that a reading may mean, and how well it fits."""

    rank: int
    """Contradicting marks count most, then the type, marks left out, place and time."""
    standing: Standing
    name_fit: int
    fits_type: bool
    context: int
    """2: lies in every place named with it; 1: only through a merger or with other marks."""

    @property
    def is_clean(self) -> bool:
        """Neither its marks nor its type contradict what is written."""
        return self.fits_type and self.name_fit > OTHER_MARKS


class Candidates:
    """Judges readings by the kinship of areas."""

    def __init__(self, kinship: Kinship):
        self._kinship = kinship

    def of_reading(self, reading: Reading, view: View, *, is_bare: bool) -> list[Candidate]:
        """The best candidates of a reading, all of one rank; `is_bare`: a text without marks."""
        places = reading.places
        if not places:
            return []
        if len(places) == 1:
            return self._best(places[0], (), reading, view, is_bare=is_bare)
        for asked in _order_of_asking(places):
            around = tuple([place for place in places if place is not asked])
            found = self._best(asked, around, reading, view, is_bare=is_bare)
            if found:
                return found
        return []

    def only_one(self, reading: Reading, view: View, *, is_bare: bool) -> AreaVersion | None:
        """The one area in force that fits in every respect; None when there is any doubt.

        Most texts end here. `of_reading` finds the same, at greater length.
        """
        (kind, letters, tones, names), around = reading.places[0], reading.places[1:]
        surroundings = self._kinship.surroundings(around) if around else None
        if surroundings and surroundings.may_be_one:
            return None
        found: AreaVersion | None = None
        for entry in names.entries:
            if entry.type != kind or (surroundings and not surroundings.surely_hold(entry.above)):
                continue
            if not (is_bare or (entry.letters == letters and entry.tones == tones)):
                continue
            version = view.living.get(entry.lineage_id)
            if version is None:
                continue
            is_now = version.type == kind and version.name == entry.name
            if not is_now or entry.is_respelled or (found and found is not version):
                return None
            found = version
        return found

    def _best(
        self,
        asked: Place,
        around: tuple[Place, ...],
        reading: Reading,
        view: View,
        *,
        is_bare: bool,
    ) -> list[Candidate]:
        surroundings = self._kinship.surroundings(around) if around else None
        best: dict[int, Candidate] = {}
        top = 0
        for entry in _entries(asked, reading):
            context = surroundings.context(entry.lineage_id) if surroundings else 2
            judged = _judged(entry, asked, reading, is_bare=is_bare) if context else None
            if judged is None:
                continue
            name_fit, fits_type = judged
            standing = view.standing(entry.lineage_id)
            rank = _rank(entry, judged, context, standing, is_former=reading.is_former)
            if rank > top:
                top, best = rank, {}
            if rank == top:
                found = Candidate(rank, standing, name_fit, fits_type, context)
                best[entry.lineage_id] = found
        candidates = list(best.values())
        if len(candidates) > 1 and surroundings:
            # A commune that lives on after a merger lay in another province before.
            kept = [each for each in candidates if surroundings.holds(each.standing.version)]
            return kept or candidates
        return candidates


def _entries(asked: Place, reading: Reading) -> Iterable[NameEntry]:
    """The names of the asked place, of the level that the body named before it says."""
    entries = asked.names.entries
    level = _level_of_body(reading) if reading.body_kind and asked.kind is None else ""
    return [entry for entry in entries if entry.level == level] if level else entries


def _judged(
    entry: NameEntry, asked: Place, reading: Reading, *, is_bare: bool
) -> tuple[int, bool] | None:
    """How well name and type fit; None where they do not."""
    kind = asked.kind or reading.implied_type
    fits_type = kind is None or kind == entry.type or entry.fits_type(kind)
    name_fit = entry.fit(asked.letters, asked.tones)
    if not fits_type and (name_fit == OTHER_MARKS or entry.level not in levels_of_type(kind)):
        return None
    return BARE if is_bare and name_fit == EXACT else name_fit, fits_type


def _order_of_asking(places: tuple[Place, ...]) -> Iterator[Place]:
    """The narrowest place first, then the first and, for papers that begin above, the last."""
    first, *others = places
    asked = first
    for place in others:
        if place.kind != asked.kind and is_narrower(place, asked):
            asked = place
    yield asked
    yield from (place for place in (first, *reversed(others)) if place is not asked)


def _level_of_body(reading: Reading) -> str:
    """The level that the name of a body says, where its place has no type."""
    kind = reading.body_kind or ""
    if reading.implied_type:
        return ""
    is_provincial = kind in _PROVINCE_KINDS or kind.startswith(_PROVINCE_KINDS_BEGIN)
    return "province" if is_provincial else {"huyenuy": "district"}.get(kind, "")


def _rank(
    entry: NameEntry,
    judged: tuple[int, bool],
    context: int,
    standing: Standing,
    *,
    is_former: bool,
) -> int:
    """One number of the parts, each of two bits; the time counts before the place after "cũ"."""
    name_fit, fits_type = judged
    form = fits_type << 1 | (not entry.is_respelled)
    fit = (name_fit > OTHER_MARKS) << 8 | form << 6 | name_fit << 4
    if is_former:
        return fit | (not standing.is_in_force) << 2 | context
    version = standing.version
    is_now = standing.is_in_force and entry.type == version.type and entry.name == version.name
    return fit | context << 2 | standing.is_in_force + is_now
