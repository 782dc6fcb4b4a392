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
from phongtrao.org.gazetteer.area_words import Words, words_of
from phongtrao.org.gazetteer.bodies import load_bodies
from phongtrao.org.gazetteer.candidates import Candidate, Candidates
from phongtrao.org.gazetteer.country import ROOT_ID, Country, load_country
from phongtrao.org.gazetteer.readings import Reading, central_body, stages
from phongtrao.org.gazetteer.records import LEVELS, AreaVersion

MAX_LETTERS: Final = 500
MAX_WORDS: Final = 60
_LONGEST_CODE: Final = 16
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
        self._country = country
        self._names = index_names(country)
        self._candidates = Candidates(country)
        self._current: dict[tuple[int, date, date], str | None] = {}

    def resolve(self, text: str, day: date, today: date) -> list[Match]:
        """As the function `resolve`."""
        if len(text) > MAX_LETTERS:
            return []
        if len(text) < _LONGEST_CODE and (code := _CODE.fullmatch(text.strip())):
            found = self._candidates.of_code(code[1].upper(), day)
            return self._matches(found, None, 1.0, day, today)
        words = words_of(text)
        if len(words) > MAX_WORDS:
            return []
        is_bare = not any(word is not None and word.is_marked for word in words)
        return self._of_the_centre(words, day) or self._read(text, day, today, is_bare=is_bare)

    def _read(self, text: str, day: date, today: date, *, is_bare: bool) -> list[Match]:
        for stage in stages(text, self._names):
            best: list[Candidate] = []
            meant: Reading | None = None
            for reading in stage:
                found = self._candidates.of_reading(reading, day, is_bare=is_bare)
                if found and (not best or found[0].rank > best[0].rank):
                    best, meant = found, reading
                    if found[0].is_clean:
                        break
            if meant:
                sureness = 0.6 if meant.has_skipped else 1.0
                return self._matches(best, meant.body_kind, sureness, day, today)
        return []

    def _of_the_centre(self, words: Words, day: date) -> list[Match]:
        """A body of the centre is one of the whole country; a former one has its last day."""
        body = central_body(words)
        country = self._country.version_on(ROOT_ID, day)
        if body is None or country is None:
            return []
        on = min(day, body.valid_to or day)
        sureness = 1.0 if on == day else _SURENESS_OTHER_DAY
        before = self._country.is_before_horizon(day)
        return [Match(country, None, body.id, on, country.code, sureness, before)]

    def _matches(
        self, found: list[Candidate], kind: str | None, sureness: float, day: date, today: date
    ) -> list[Match]:
        before = self._country.is_before_horizon(day)
        matches = [
            Match(
                each.version,
                self._candidates.province_of(each),
                kind,
                each.on,
                self._current_code(each, today),
                round(sureness * _sureness(each) / len(found), 3),
                before,
            )
            for each in found
        ]
        return sorted(matches, key=_order) if len(matches) > 1 else matches

    def _current_code(self, candidate: Candidate, today: date) -> str | None:
        country, lineage_id = self._country, candidate.version.lineage_id
        living = country.version_on(lineage_id, today)
        if living is not None:
            return living.code
        key = lineage_id, candidate.version.valid_from, country.unchanged_since(today)
        if key not in self._current:
            heirs = country.carried(lineage_id, candidate.on, today)
            self._current[key] = heirs[0].version.code if len(heirs) == 1 else None
        return self._current[key]


@cache
def _resolver() -> Resolver:
    return Resolver(load_country())


def _order(match: Match) -> tuple[int, str, str]:
    province = match.province.code if match.province else ""
    return LEVELS.index(match.version.level), province, match.version.code


def _sureness(candidate: Candidate) -> float:
    sureness = _SURENESS[candidate.name_fit]
    sureness *= 1 if candidate.fits_type else 0.5
    sureness *= 1 if candidate.context > 1 else 0.8
    return sureness * (1 if candidate.is_in_force else _SURENESS_OTHER_DAY)
