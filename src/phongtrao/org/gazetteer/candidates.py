"""Which areas the places of a reading may mean on a day, and which of them fit best."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from phongtrao.org.gazetteer.area_names import BARE, EXACT, OTHER_MARKS, NameEntry
from phongtrao.org.gazetteer.area_words import levels_of_type
from phongtrao.org.gazetteer.kinship import Kinship, Surroundings
from phongtrao.org.gazetteer.readings import Place, Reading, is_narrower
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

    def only_one(self, reading: Reading, view: View, *, is_bare: bool) -> Standing | None:
        """The one area that fits in every respect; None when there is none, several, or doubt.

        Most texts end here. `of_reading` finds the same, at greater length.
        """
        asked, *around = reading.places
        surely = self._kinship.surroundings(tuple(around)).surely_inside if around else None
        kind, letters, tones = asked.kind, asked.letters, asked.tones
        found: Standing | None = None
        for entry in asked.names.entries:
            is_written = is_bare or (entry.letters == letters and entry.tones == tones)
            if entry.type != kind or not is_written:
                continue
            if surely is not None and entry.lineage_id not in surely:
                continue
            standing = view.standing(entry.lineage_id)
            version = standing.version
            if not standing.is_in_force:
                continue
            is_now = version.type == kind and version.name == entry.name
            if not is_now or entry.is_respelled or (found and found.version is not version):
                return None
            found = standing
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
        for entry in _entries(asked, reading, surroundings):
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


def _entries(
    asked: Place, reading: Reading, surroundings: Surroundings | None
) -> Iterator[NameEntry] | list[NameEntry] | tuple[NameEntry, ...]:
    """The names of the asked place that lie where the others say."""
    entries: list[NameEntry] | tuple[NameEntry, ...] = asked.names.entries
    if surroundings:
        inside = surroundings.inside
        entries = [entry for entry in entries if entry.lineage_id in inside]
    level = _level_of_body(reading) if reading.body_kind and asked.kind is None else ""
    return (entry for entry in entries if entry.level == level) if level else entries


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
