"""From words to areas: "CA x. Đăk Hà, t. Quảng Ngãi" → the area meant on a day, or several.

Pure. What is asked first is the first place of the text; the places after it must contain it,
at its own time or through a merger. Areas in force on the day are answered alone; former and
later ones only where none in force fits as well. Several answers mean: ask.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import Final

from phongtrao.core import clock
from phongtrao.core.vietnamese import fold
from phongtrao.org.gazetteer.area_names import (
    BARE,
    EXACT,
    OTHER_MARKS,
    NameEntry,
    PlaceWord,
    cuts_of,
    fit,
    longest_name,
    name_index,
    place_words,
    type_words_at,
)
from phongtrao.org.gazetteer.bodies import load_bodies
from phongtrao.org.gazetteer.country import Country, load_country
from phongtrao.org.gazetteer.records import LEVELS, AreaVersion

MAX_LETTERS: Final = 500
MAX_WORDS: Final = 60
MAX_READINGS: Final = 40
_CODE = re.compile(r"\d{2}|\d{3}|\d{5}")
_FILLERS = frozenset({"thuộc", "thuoc", "của", "cua", "tại", "ở"})
_LEVEL_OF_KIND = {"tinhuy": "province", "tinhdoan": "province", "huyenuy": "district"}
_SURENESS = {EXACT: 1.0, BARE: 0.95, OTHER_MARKS: 0.6}

Words = tuple[PlaceWord, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An area that a text may mean."""

    version: AreaVersion
    province: AreaVersion | None
    """The province on that day; the area itself when it is one."""
    kind: str | None
    """Kind of the body named before the place (ids of `bodies.json`)."""
    on: date
    """The day asked; for a former area the last day of its version, for a later one the first."""
    current_code: str | None
    """The code of the one area that holds it today; None when there are several or none."""
    confidence: float
    """0–1; below 1 for missing marks, other times, skipped words, several answers."""
    before_horizon: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of a text: its written type, its letters, the names with these letters."""

    kind: str | None
    written: str
    entries: tuple[NameEntry, ...]
    best_fit: int
    """EXACT, or BARE when the whole text is without marks and so may leave some out."""


_Step = tuple[_Place | None, int]
"""A place (None: a word like "thuộc") and where the words after it begin."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a text."""

    places: tuple[_Place, ...]
    body_kind: str | None = None
    is_former: bool = False
    """The text says "cũ": areas no longer in force come first."""
    has_skipped: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    version: AreaVersion
    on: date
    name_fit: int
    fits_type: bool
    context: int
    """2: lies in every place named after it; 1: only through a merger or with other marks."""
    is_in_force: bool


def resolve(text: str, on: date | None = None, *, today: date | None = None) -> list[Match]:
    """The areas that `text` may mean on the day `on` (default today), best first.

    An unknown, empty or far too long text gives an empty list; `current_code` is of `today`.
    """
    country = load_country()
    today = today or clock.today()
    day = on or today
    code = text[:MAX_LETTERS].strip()
    if _CODE.fullmatch(code):
        found = [_answer(country, version, day) for version in _holders(country, code, day)]
        return _matches(country, found, _Reading(()), day, today)
    words = place_words(text) if len(text) <= MAX_LETTERS else ()
    if not 0 < len(words) <= MAX_WORDS:
        return []
    for reading in _readings(words):
        found = _candidates(country, reading, day)
        if found:
            return _matches(country, found, reading, day, today)
    return []


def _readings(words: Words) -> Iterator[_Reading]:
    """The ways to read a text, the most likely first: whole, without cũ and mới, from later on."""
    yield from _whole_readings(words, is_former=False)
    kept = tuple(word for word in words if word.typed not in ("cũ", "mới"))
    is_former = any(word.typed == "cũ" for word in words)
    if kept != words:
        yield from _whole_readings(kept, is_former=is_former)
    body_kind, start = _body_kind(kept)
    lattice = _lattice(kept)
    for begin in _later_starts(kept, start):
        for places in islice(_paths(lattice, begin), MAX_READINGS):
            yield _Reading(places, body_kind, is_former, has_skipped=True)


def _whole_readings(words: Words, *, is_former: bool) -> Iterator[_Reading]:
    lattice = _lattice(words)
    for places in islice(_paths(lattice, 0), MAX_READINGS):
        yield _Reading(places, is_former=is_former)
    body_kind, start = _body_kind(words)
    if body_kind:
        for places in islice(_paths(lattice, start), MAX_READINGS):
            yield _Reading(places, body_kind, is_former)


def _lattice(words: Words) -> list[list[_Step]]:
    """For every word the places that begin there, long names first, without dead ends.

    Dead ends are taken out from the back, so that no text makes the reading slow.
    """
    steps: list[list[_Step]] = [[] for _ in words]
    for start in reversed(range(len(words))):
        found: list[_Step] = []
        for kind, length in [*type_words_at(words, start), (None, 0)]:
            found += _names_at(words, start + length, kind)
        if words[start].typed in _FILLERS:
            found.append((None, start + 1))
        steps[start] = [step for step in found if step[1] == len(words) or steps[step[1]]]
    return steps


def _paths(lattice: list[list[_Step]], start: int) -> Iterator[tuple[_Place, ...]]:
    """All ways to read the words from `start` to the end as places."""
    if start >= len(lattice):
        return
    for place, end in lattice[start]:
        head = (place,) if place else ()
        if end == len(lattice):
            yield head
        for rest in _paths(lattice, end):
            yield head + rest


def _names_at(words: Words, start: int, kind: str | None) -> Iterator[_Step]:
    best_fit = EXACT if any(word.typed != word.plain for word in words) else BARE
    reach = start
    while reach < len(words) and reach < start + longest_name():
        reach += 1
        if words[reach - 1].ends_part:
            break
    for end in range(reach, start, -1):
        written = "".join(word.typed for word in words[start:end])
        if kind is None and written.isdigit():
            continue
        cuts = cuts_of(words[start:end])
        entries = tuple(
            entry
            for entry in name_index().get(fold(written), ())
            if cuts <= entry.cuts or entry.cuts <= cuts
        )
        if entries:
            yield _Place(kind, written, entries, best_fit), end


def _body_kind(words: Words) -> tuple[str | None, int]:
    """The kind of body at the beginning, and where the words after it and its like begin."""
    first: str | None = None
    start = 0
    while True:
        for end in range(min(len(words), start + 20), start, -1):
            kind = _kind_index().get("".join(word.plain for word in words[start:end]))
            if kind:
                first, start = first or kind, end
                break
        else:
            return first, start


@cache
def _kind_index() -> dict[str, str]:
    return {
        "".join(word.plain for word in place_words(name)): kind.id
        for kind in load_bodies().kinds.values()
        for name in (kind.name, *kind.names)
    }


def _later_starts(words: Words, start: int) -> Iterator[int]:
    """Where to read on when the beginning is no place ("thôn 5, xã …").

    Never beyond a type word: a place that is named but unknown must not become its province.
    """
    for begin in range(start + 1, len(words)):
        before, here = words[begin - 1], words[begin]
        begins_part = begin - 1 == start or words[begin - 2].ends_part
        if _is_type_word(words, begin - 1) and (begins_part or len(before.typed) > 1):
            return
        if before.ends_part or (_is_type_word(words, begin) and len(here.typed) > 1):
            yield begin


def _is_type_word(words: Words, start: int) -> bool:
    return any(True for _ in type_words_at(words, start))


def _candidates(country: Country, reading: _Reading, day: date) -> list[_Candidate]:
    """The best candidates for the first place of a reading; all of one rank."""
    if not reading.places:
        return []
    asked, *around = reading.places
    level = _LEVEL_OF_KIND.get(reading.body_kind or "") if asked.kind is None else None
    best: dict[int, _Candidate] = {}
    for entry in asked.entries:
        if level and entry.version.level != level:
            continue
        candidate = _candidate(country, entry, asked, around, day)
        if candidate is None:
            continue
        known = best.get(entry.version.lineage_id)
        if known is None or _rank(candidate, reading) > _rank(known, reading):
            best[entry.version.lineage_id] = candidate
    top = max((_rank(candidate, reading) for candidate in best.values()), default=())
    return [each for each in best.values() if _rank(each, reading) == top]


def _candidate(
    country: Country, entry: NameEntry, asked: _Place, around: list[_Place], day: date
) -> _Candidate | None:
    name_fit = min(fit(asked.written, entry.typed), asked.best_fit)
    fits_type = entry.fits_type(asked.kind)
    if not fits_type and (
        name_fit == OTHER_MARKS or _level_of(asked.kind) not in ("", entry.version.level)
    ):
        return None
    answer = _answer(country, entry.version, day)
    own_day = _nearest_day(entry.version, day)
    context = max(
        _context(country, answer.version, answer.on, around),
        _context(country, entry.version, own_day, around),
    )
    if not context:
        return None
    return _Candidate(answer.version, answer.on, name_fit, fits_type, context, answer.is_in_force)


def _level_of(kind: str | None) -> str:
    """The level of a written type; empty where it may be of two (thành phố)."""
    if kind in ("xã", "phường", "thị trấn", "đặc khu"):
        return "commune"
    return {"tỉnh": "province", "quận": "district", "huyện": "district", "thị xã": "district"}.get(
        kind or "", ""
    )


def _rank(candidate: _Candidate, reading: _Reading) -> tuple[int, ...]:
    """Marks that contradict count most, then the type, then marks left out, place and time."""
    marks = candidate.name_fit > OTHER_MARKS, candidate.fits_type, candidate.name_fit
    time = candidate.is_in_force != reading.is_former
    place = (time, candidate.context) if reading.is_former else (candidate.context, time)
    return *marks, *place


def _answer(country: Country, version: AreaVersion, day: date) -> _Candidate:
    """The version to answer for the lineage of `version`: the one in force, or the nearest."""
    living = country.version_on(version.lineage_id, day)
    if living is not None:
        return _Candidate(living, day, EXACT, True, 2, True)  # noqa: FBT003
    versions = country.versions_of(version.lineage_id)
    nearest = versions[-1] if versions[-1].valid_from <= day else versions[0]
    on = _nearest_day(nearest, day)
    return _Candidate(nearest, on, EXACT, True, 2, False)  # noqa: FBT003


def _nearest_day(version: AreaVersion, day: date) -> date:
    if version.valid_to is not None and version.valid_to <= day:
        return version.valid_to - timedelta(days=1)
    return max(version.valid_from, day)


def _context(country: Country, version: AreaVersion, on: date, around: list[_Place]) -> int:
    """How well a version lies in the places around it: 2, 1 or 0 (not at all)."""
    if not around:
        return 2
    above = {int(each) for each in version.path.split("/") if each} - {version.lineage_id}
    return min(_within(country, version.lineage_id, above, place) for place in around)


def _within(country: Country, lineage_id: int, above: set[int], place: _Place) -> int:
    best = 0
    for entry in place.entries:
        other = entry.version.lineage_id
        is_level = _level_of(place.kind) in ("", entry.version.level)
        if not is_level:
            continue
        if other in above:
            is_clean = entry.fits_type(place.kind) and fit(place.written, entry.typed) > OTHER_MARKS
            best = max(best, 2 if is_clean else 1)
        elif best == 0 and entry.fits_type(place.kind):
            heirs = {link.to_id for link in country.successors(other)}
            parts = {link.from_id for link in country.predecessors(other)}
            best = int(bool((heirs | parts) & (above | {lineage_id})))
    return best


def _holders(country: Country, code: str, day: date) -> list[AreaVersion]:
    """Who carries a code on the day; else who carried it last, else who will carry it first."""
    living = country.by_code_on(code, day)
    if living is not None:
        return [living]
    holders = [version for version in country.versions if version.code == code]
    former = [version for version in holders if version.valid_from <= day]
    return former[-1:] or holders[:1]


def _matches(
    country: Country, found: list[_Candidate], reading: _Reading, day: date, today: date
) -> list[Match]:
    matches = [
        Match(
            version=each.version,
            province=country.province_on(each.version.lineage_id, each.on),
            kind=reading.body_kind,
            on=each.on,
            current_code=_current_code(country, each, today),
            confidence=_confidence(each, reading, len(found)),
            before_horizon=country.is_before_horizon(day),
        )
        for each in found
    ]
    return sorted(matches, key=lambda match: (LEVELS.index(match.version.level), _order(match)))


def _order(match: Match) -> tuple[str, str]:
    return (match.province.code if match.province else ""), match.version.code


def _confidence(candidate: _Candidate, reading: _Reading, count: int) -> float:
    sureness = _SURENESS[candidate.name_fit]
    sureness *= 1 if candidate.fits_type else 0.5
    sureness *= 1 if candidate.context > 1 else 0.8
    sureness *= 1 if candidate.is_in_force else 0.9
    sureness *= 0.6 if reading.has_skipped else 1
    return round(sureness / count, 3)


def _current_code(country: Country, candidate: _Candidate, today: date) -> str | None:
    living = country.version_on(candidate.version.lineage_id, today)
    if living is not None:
        return living.code
    heirs = country.carried(candidate.version.lineage_id, candidate.on, today)
    return heirs[0].version.code if len(heirs) == 1 else None
