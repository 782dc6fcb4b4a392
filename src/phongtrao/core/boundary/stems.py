"""Finds forbidden words in names, however they are written. Pure: no Django.

A name is cut into words (snake_case, camelCase, spaces, marks); letters that look alike are read
as Latin, digits inside a word as the letters they stand for. A phrase is found where neighbouring
words, read together, spell it: ``tonGiao``, ``ton_giao``, ``TONGIAO`` and ``tôn giáo`` are one.
Where both sides carry tone marks these must agree, so that *phân tử* is no *phần tử*.
Source of the list: security.md CR-2.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

from phongtrao.core.vietnamese import fold, one_tone_placement, tidy_line

_RULES = Path(__file__).parent.parent / "data" / "boundary_rules.yaml"
# Letters of other scripts that are drawn like Latin ones (Cyrillic, Greek, letter variants).
_LOOK_ALIKES = str.maketrans(
    "аеорсхуіјѕһԁгкмтнвАВЕКМНОРСТХУІЈЅοανιτρκεηΑΒΕΗΙΚΜΝΟΡΤΧΥΖıɑɡʀℓ",
    "aeopcxyijshdrkmthbABEKMHOPCTXYIJSoavitpkenABEHIKMNOPTXYZiagrl",
)
_AS_LETTERS = str.maketrans("01345", "oieas")
_DIGIT_INSIDE = re.compile(r"(?<=[^\W\d_])[01345](?=[^\W\d_])")
_PIECES = re.compile(r"[^\W\d_]+|\d+")
_PLURALS = ("s", "es")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase as it stands in ``words[start:end]``."""

    phrase: str
    start: int
    end: int


_folded = lru_cache(maxsize=4096)(fold)


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name or text: lower case, NFC, one tone placement, Latin letters."""
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name))
    latin = tidy_line(apart.translate(_LOOK_ALIKES))
    spelled = _DIGIT_INSIDE.sub(lambda found: found[0].translate(_AS_LETTERS), latin)
    pieces = (word for piece in _PIECES.findall(spelled) for word in _humps(piece))
    return tuple(one_tone_placement(piece.lower()) for piece in pieces)


def _humps(piece: str) -> Iterator[str]:
    """The words of one camelCase run; a run of capitals is one word."""
    start = 0
    for at in range(1, len(piece)):
        rises = piece[at].isupper() and piece[at - 1].islower()
        next_is_low = at + 1 < len(piece) and piece[at + 1].islower()
        ends_capitals = piece[at].isupper() and piece[at - 1].isupper() and next_is_low
        if rises or ends_capitals:
            yield piece[start:at]
            start = at
    yield piece[start:]


class Phrases:
    """A list of phrases that can be looked for in words."""

    def __init__(self, phrases: Iterable[str], *, half_marked: bool = False) -> None:
        """`half_marked`: words without marks also agree beside marked ones (*tôn giao*)."""
        self._half_marked = half_marked
        self._known: dict[str, list[tuple[str, str, bool]]] = {}
        for phrase in phrases:
            words = words_of(phrase)
            marked = "".join(words)
            plurals = _plurals(marked) if marked.isascii() else []
            for spelling in (marked, *plurals):
                known = self._known.setdefault(fold(spelling), [])
                known.append((spelling, phrase, len(words) == 1))
        self._beginnings = {key[:n] for key in self._known for n in range(1, len(key) + 1)}

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every place where neighbouring words spell a phrase, in their order."""
        for start in range(len(words)):
            joined = ""
            for end in range(start + 1, len(words) + 1):
                joined += _folded(words[end - 1])
                if joined not in self._beginnings:
                    break
                for marked, phrase, is_one_word in self._known.get(joined, ()):
                    if self._agrees(words[start:end], marked, is_one_word=is_one_word):
                        yield Hit(phrase, start, end)

    def _agrees(self, words: Sequence[str], marked: str, *, is_one_word: bool) -> bool:
        """Whether the words are spelled as the phrase is, or carry no marks at all.

        A phrase of one word must be spelled exactly: *che* is no *chê*, *quan* no *quản*.
        """
        joined = "".join(words)
        if joined == marked or is_one_word:
            return joined == marked
        if all(word == _folded(word) for word in words):
            return True
        return self._half_marked and _agrees_by_words(words, marked)

    def first(self, words: Sequence[str]) -> Hit | None:
        """The first place, if any."""
        return next(self.find(words), None)

    def at(self, words: Sequence[str], start: int) -> Hit | None:
        """The longest phrase that begins exactly at a word."""
        hits = [hit for hit in self.find(words[start:]) if hit.start == 0]
        longest = max(hits, key=lambda hit: hit.end, default=None)
        return longest and Hit(longest.phrase, start, start + longest.end)


def _agrees_by_words(words: Sequence[str], marked: str) -> bool:
    at = 0
    for word in words:
        part = marked[at : at + len(word)]
        if word not in (part, _folded(part)):
            return False
        at += len(word)
    return True


def _plurals(word: str) -> list[str]:
    ies = [word[:-1] + "ies"] if word.endswith("y") else []
    return [*ies, *(word + ending for ending in _PLURALS)]


@dataclass(frozen=True)
class Forbidden:
    """The forbidden phrases and those in which they are allowed (names of bodies)."""

    phrases: Phrases
    allowed: Phrases

    def find(self, name: str, more: Iterable[Hit] = ()) -> str | None:
        """The first forbidden phrase of a name that stands in no allowed one, nor in ``more``."""
        words = words_of(name)
        spared = [*self.allowed.find(words), *more]
        for hit in self.phrases.find(words):
            if not any(s.start <= hit.start and hit.end <= s.end for s in spared):
                return hit.phrase
        return None


def read_list(path: Path) -> dict[str, Any]:
    """A packaged list; every start reads some, so the C reader is used where it is built in."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader) or {}
    return loaded


@cache
def rules() -> dict[str, Any]:
    """The packaged rules: third-party tables, groups of forbidden phrases, allowed phrases."""
    return read_list(_RULES)


@cache
def forbidden_names() -> Forbidden:
    """What no table, field, choice, form, route or import header may be called."""
    return _forbidden(rules()["forbidden"])


@cache
def forbidden_counts() -> Forbidden:
    """What no indicator, unit or breakdown may be called."""
    return _forbidden(rules()["groups_of_indicators"])


def _forbidden(groups: Iterable[str]) -> Forbidden:
    listed = [phrase for group in groups for phrase in rules()["forbidden"][group]]
    return Forbidden(Phrases(listed, half_marked=True), Phrases(rules()["allowed"]))
