"""From words to areas: "CA x. Đăk Hà, t. Quảng Ngãi" → the area meant on a day, or several.

Pure. What is asked is the narrowest place of the text, the first where none is narrower; the other
places must contain it, at its own time or through a merger. Areas in force on the day are answered
alone; former and later ones only where none in force fits as well. Several answers mean: ask.
"""

import re
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from phongtrao.core import clock
from phongtrao.org.gazetteer.area_names import BARE, EXACT, OTHER_MARKS, index_names
from phongtrao.org.gazetteer.area_words import Words, place_words
from phongtrao.org.gazetteer.bodies import load_bodies
from phongtrao.org.gazetteer.candidates import Candidate, Candidates
from phongtrao.org.gazetteer.country import ROOT_ID, Country, load_country
from phongtrao.org.gazetteer.kinship import Kinship
from phongtrao.org.gazetteer.readings import Reading, central_body, stages
from phongtrao.org.gazetteer.records import LEVELS, AreaVersion
from phongtrao.org.gazetteer.usual_reading import UsualReader
from phongtrao.org.gazetteer.views import Standing, View

MAX_LETTERS: Final = 500
MAX_WORDS: Final = 60
_LONGEST_CODE: Final = 16
_MOST_VIEWS: Final = 8
_CODE = re.compile(r"(?:mã(?: số)?:? *)?(\d{2}|\d{3}|\d{5}|VN)", re.IGNORECASE)
_SURENESS = {EXACT: 1.0, BARE: 0.95, OTHER_MARKS: 0.6}
_SURENESS_OTHER_DAY: Final = 0.9


class Match(NamedTuple):
    """An area that a text may mean."""

    version: AreaVersion
    province: AreaVersion | None
    """The province on that day; the area itself when it is one."""
    kind: str | None
    """Kind of the body named before the place, or body of the centre (ids of `bodies.json`)."""
    on: date
    """The day asked; for a former area the last day of its version, for a later one the first."""
    current_code: str | None
    """The code of the one area that holds it today; None when there are several or none."""
    confidence: float
    """0–1; below 1 for missing marks, other times, skipped words, several answers."""
    before_horizon: bool

    @property
    def current_kind(self) -> str | None:
        """The kind of body that does its work today: so-tttt → so-khcn."""
        bodies = load_bodies()
        if self.kind in bodies.central:
            return bodies.central[self.kind].successor or self.kind
        known = bodies.kinds.get(self.kind or "")
        return (known.successor if known else None) or self.kind


def resolve(text: str, on: date | None = None, *, today: date | None = None) -> list[Match]:
    """The areas that `text` may mean on the day `on` (default today), best first.

    An unknown, empty or far too long text gives an empty list; `current_code` is of `today`.
    """
    today = today or clock.today()
    return _resolver().resolve(text, on or today, today)


class Resolver:
    """Reads texts about one country; what it works out is kept for the next text."""

    def __init__(self, country: Country):
        # Read and grouped now, not with the first text.
        country.successors(ROOT_ID)
        country.predecessors(ROOT_ID)
        country.versions_of(ROOT_ID)
        self._country = country
        kinship = Kinship(country)
        self._names = index_names(country, kinship.above)
        self._usual = UsualReader(self._names, {version.name for version in country.versions})
        self._candidates = Candidates(kinship)
        self._views: dict[tuple[date, date], View] = {}

    def resolve(self, text: str, day: date, today: date) -> list[Match]:
        """As the function `resolve`."""
        if len(text) > MAX_LETTERS:
            return []
        view = self._views.get((day, today)) or self._view(day, today)
        if len(text) < _LONGEST_CODE and (code := _CODE.fullmatch(text.strip())):
            standing = view.of_code(code[1].upper())
            return [_match(standing, view, None, 1.0)] if standing else []
        usual = self._usual.read(text)
        if usual:
            reading, is_bare = usual
            only = self._candidates.only_one(reading, view, is_bare=is_bare)
            if only:
                sureness = _SURENESS[BARE if is_bare else EXACT]
                standing = Standing(only, True, day)  # noqa: FBT003
                return [_match(standing, view, reading.body_kind, sureness)]
            found = self._candidates.of_reading(reading, view, is_bare=is_bare)
            if found and found[0].is_clean:
                return _matches(found, reading, view)
        return self._read(text, view)

    def _view(self, day: date, today: date) -> View:
        if len(self._views) >= _MOST_VIEWS:
            self._views.clear()
        return self._views.setdefault((day, today), View(self._country, day, today))

    def _read(self, text: str, view: View) -> list[Match]:
        words = place_words(text)
        if len(words) > MAX_WORDS:
            return []
        is_bare = not any(word is not None and word.is_marked for word in words)
        for stage in stages(text, self._names):
            best: list[Candidate] = []
            meant: Reading | None = None
            for reading in stage:
                found = self._candidates.of_reading(reading, view, is_bare=is_bare)
                if found and (not best or found[0].rank > best[0].rank):
                    best, meant = found, reading
                    if found[0].is_clean:
                        break
            if meant:
                return _matches(best, meant, view)
        return self._of_the_centre(words, view)

    def _of_the_centre(self, words: Words, view: View) -> list[Match]:
        """A body of the centre is one of the whole country; a former one has its last day."""
        body = central_body(words)
        if body is None:
            return []
        country = view.standing(ROOT_ID)
        on = min(view.day, body.valid_to or view.day)
        sureness = 1.0 if on == view.day else _SURENESS_OTHER_DAY
        return [_match(Standing(country.version, True, on), view, body.id, sureness)]  # noqa: FBT003


@cache
def _resolver() -> Resolver:
    return Resolver(load_country())


def _matches(found: list[Candidate], reading: Reading, view: View) -> list[Match]:
    share = (0.6 if reading.has_skipped else 1.0) / len(found)
    matches = [
        _match(each.standing, view, reading.body_kind, share * _sureness(each)) for each in found
    ]
    return sorted(matches, key=_order) if len(matches) > 1 else matches


def _match(standing: Standing, view: View, kind: str | None, sureness: float) -> Match:
    version, is_in_force, on = standing
    province, current_code = view.whereabouts(standing)
    if not is_in_force:
        sureness *= _SURENESS_OTHER_DAY
    if sureness < 1:
        sureness = round(sureness, 3)
    return Match(version, province, kind, on, current_code, sureness, view.before_horizon)


def _order(match: Match) -> tuple[int, str, str]:
    province = match.province.code if match.province else ""
    return LEVELS.index(match.version.level), province, match.version.code


def _sureness(candidate: Candidate) -> float:
    sureness = _SURENESS[candidate.name_fit]
    sureness *= 1 if candidate.fits_type else 0.5
    return sureness * (1 if candidate.context > 1 else 0.8)
