"""Finding known wordings in a sentence: longest first, missing marks and slips forgiven. Pure.

A syllable written without its marks, or one that no known wording has, may stand for a known one:
"kinh phi" and "kinh phý" are "kinh phí" because the wording as a whole fits. A syllable that is
written right and means something else ("dân bảo vệ", not "dân báo") forgives nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA

from phongtrao.core.vietnamese import fold, one_tone_placement

# Sounds that many writers do not tell apart, as the letter that stands for both.
_SOUNDS = (("tr", "ch"), ("gi", "d"), ("x", "s"))
_SHORTEST_MENDED = 3  # letters of a syllable that may hide a slip
Syllables = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A known wording at `start`, `size` syllables long."""

    start: int
    size: int
    meaning: str


@lru_cache(maxsize=16384)
def sound(syllable: str) -> str:
    """The syllable without marks, sounds that are often mixed up as one."""
    bare = fold(syllable)
    for written, stands_for in _SOUNDS:
        if bare.startswith(written):
            bare = stands_for + bare[len(written) :]
            break
    return bare.replace("y", "i")


class Wordings:
    """A list of wordings with their meanings; lookups never change it."""

    def __init__(self, meanings: Mapping[str, Iterable[str]], *, forgiven_from: int = 2) -> None:
        """`meanings`: meaning → its wordings; of one wording the first meaning counts.

        `forgiven_from`: syllables that a wording needs for slips in it to be forgiven.
        """
        self._forgiven_from = forgiven_from
        self.exact: dict[Syllables, str] = {}
        for meaning, wordings in meanings.items():
            for wording in wordings:
                self.exact.setdefault(_syllables(wording), meaning)
        self._sounds: dict[Syllables, list[tuple[Syllables, str]]] = {}
        for known, meaning in self.exact.items():
            self._sounds.setdefault(tuple(map(sound, known)), []).append((known, meaning))
        self.syllables = frozenset(s for known in self.exact for s in known)
        self._longest = _longest_from(self.exact)
        self._longest_heard = _longest_from(self._sounds)

    def all_in(self, text: "Spelt") -> list[Found]:
        """The wordings of a sentence in their order, none overlapping another."""
        found: list[Found] = []
        place = 0
        while place < len(text.syllables):
            size, meaning = self._at(text, place)
            if meaning:
                found.append(Found(place, size, meaning))
            place += size
        return found

    def _at(self, text: "Spelt", place: int) -> tuple[int, str]:
        written = self._longest.get(text.syllables[place], 0)
        heard = max((self._longest_heard.get(one, 0) for one in text.sounds[place]), default=0)
        before_loose = text.next_loose[place] - place  # syllables that no slip is in
        for size in range(min(max(written, heard), len(text.syllables) - place), 0, -1):
            meaning = self.exact.get(text.syllables[place : place + size])
            if meaning is None and before_loose < size <= heard:
                meaning = self._forgiven(text, place, size)
            if meaning is not None:
                return size, meaning
        return 1, ""

    def _forgiven(self, text: "Spelt", place: int, size: int) -> str | None:
        """The wording meant: never by a lone syllable between marked ones, nor with two slips."""
        if size < self._forgiven_from or (size == 1 and not text.is_bare):
            return None
        sounds = text.sounds[place : place + size]
        if sum(len(each) > 1 for each in sounds) > 1:
            return None
        for heard in product(*sounds):
            for known, meaning in self._sounds.get(heard, ()):
                if all(
                    text.syllables[place + n] == known[n] or text.loose[place + n]
                    for n in range(size)
                ):
                    return meaning
        return None


@dataclass(frozen=True, slots=True)
class Spelt:
    """The syllables of a sentence, how they sound, and which of them may stand for others."""

    syllables: Syllables
    sounds: tuple[Syllables, ...]  # what each may have been meant to be
    loose: tuple[bool, ...]
    next_loose: tuple[int, ...]  # where from each on the next of these stands; beyond the end: none
    is_bare: bool  # the whole sentence has no marks


class Speller:
    """Knows every syllable of some wordings and hears a slip as the nearest of them."""

    def __init__(self, *lists: Wordings, also: Iterable[str] = ()) -> None:
        self._known = frozenset(also).union(*(each.syllables for each in lists))
        self._known_sounds = sorted({sound(each) for each in self._known})
        self._of_length: dict[int, list[str]] = {}
        for each in self._known_sounds:
            self._of_length.setdefault(len(each), []).append(each)
        self._sounds = frozenset(self._known_sounds)
        self._mended = lru_cache(maxsize=4096)(self._nearest)

    def spell(self, syllables: Sequence[str]) -> Spelt:
        """Judge every syllable of a sentence."""
        bare = not any(ord(c) > 127 for syllable in syllables for c in syllable)
        loose = tuple(bare or s not in self._known for s in syllables)
        sounds = tuple(map(self._heard, syllables))
        return Spelt(tuple(syllables), sounds, loose, _next_true(loose), bare)

    def _heard(self, syllable: str) -> Syllables:
        heard = sound(syllable)
        if heard in self._sounds or len(heard) < _SHORTEST_MENDED or not heard.isalpha():
            return (heard,)
        return self._mended(heard)

    def _nearest(self, heard: str) -> Syllables:
        """The known sounds a slip away."""
        return tuple(
            other
            for size in (len(heard) - 1, len(heard), len(heard) + 1)
            for other in self._of_length.get(size, ())
            if OSA.distance(heard, other, score_cutoff=1) <= 1
        ) or (heard,)


def _longest_from(known: Iterable[Syllables]) -> dict[str, int]:
    """First syllable → the most syllables of a wording that begins with it."""
    longest: dict[str, int] = {}
    for each in known:
        longest[each[0]] = max(len(each), longest.get(each[0], 0))
    return longest


def _next_true(flags: Sequence[bool]) -> tuple[int, ...]:
    """For each place the next one that is true, itself counted; the length where none follows."""
    found, after = [0] * len(flags), len(flags)
    for place in range(len(flags) - 1, -1, -1):
        after = place if flags[place] else after
        found[place] = after
    return tuple(found)


def _syllables(wording: str) -> Syllables:
    return tuple(one_tone_placement(wording.replace(",", " , ")).split())
