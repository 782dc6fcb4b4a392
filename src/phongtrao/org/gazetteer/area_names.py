"""Names of areas as people write them: words, type words and their abbreviations, name index.

Names are compared letter by letter with one tone placement and one spelling of final i/y. A name
written without marks matches every name it may stand for; a name written with marks does not
match one with other marks, except as a last resort.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice
from typing import Final

from phongtrao.core.vietnamese import fold, one_tone_placement, tidy_line
from phongtrao.org.gazetteer.bodies import load_bodies
from phongtrao.org.gazetteer.country import Country, load_country
from phongtrao.org.gazetteer.records import AreaVersion

EXACT, BARE, OTHER_MARKS = 3, 2, 1
"""How well a written name fits: mark by mark; without marks; only when marks are ignored."""

_PIECES = re.compile(r"(?P<word>[^\W\d_]+|\d+)|(?P<stop>[,;:/()\[\]\n])")
_FINAL_Y = re.compile(r"(?<=[hklmst])[yỳýỷỹỵ]$|(?<=qu)[yỳýỷỹỵ]$")
_Y_TO_I = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")
# In names of the Central Highlands official papers themselves change these marks freely.
_FREE_MARKS = frozenset({"dak", "lak", "krong"})

TYPE_WORDS: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("thành", "phố"), "thành phố"), (("tp",), "thành phố"),
    (("tỉnh",), "tỉnh"), (("t",), "tỉnh"),
    (("quận",), "quận"), (("q",), "quận"),
    (("huyện",), "huyện"), (("h",), "huyện"),
    (("thị", "xã"), "thị xã"), (("tx",), "thị xã"),
    (("thị", "trấn"), "thị trấn"), (("tt",), "thị trấn"),
    (("phường",), "phường"), (("p",), "phường"), (("f",), "phường"),
    (("xã",), "xã"), (("x",), "xã"),
    (("đặc", "khu"), "đặc khu"), (("đk",), "đặc khu"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """A word of a text about places: as written (one spelling) and without marks."""

    typed: str
    plain: str
    ends_part: bool
    """A comma, bracket or the like follows: no name goes on beyond it."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name that an area had at some time, or an alias of a province (any type)."""

    version: AreaVersion
    typed: str
    cuts: frozenset[int]
    """Where its words begin: "konplông" is written "Kon Plông" or "KonPlông", not "Ko nPlông"."""
    is_alias: bool = False

    def fits_type(self, kind: str | None) -> bool:
        """Whether the area had the type `kind`; None and the types of an alias always fit."""
        if kind is None or kind == self.version.type:
            return True
        return self.is_alias and kind in ("tỉnh", "thành phố")


def cuts_of(words: tuple[PlaceWord, ...]) -> frozenset[int]:
    """The places in the joined letters at which a word begins, the first word left out."""
    return frozenset(islice(accumulate(len(word.typed) for word in words), len(words) - 1))


def place_words(text: str) -> tuple[PlaceWord, ...]:
    """The words of a text; "P4" gives two words, numbers lose leading noughts."""
    found: list[PlaceWord] = []
    for piece in _PIECES.finditer(one_tone_placement(tidy_line(text).casefold())):
        if piece["stop"]:
            if found:
                last = found[-1]
                found[-1] = PlaceWord(last.typed, last.plain, ends_part=True)
            continue
        typed = _one_spelling(piece["word"])
        found.append(PlaceWord(typed, fold(typed), ends_part=False))
    return tuple(found)


def fit(written: str, name: str) -> int:
    """EXACT, BARE or OTHER_MARKS for two names of equal letters."""
    if written == name:
        return EXACT
    pairs = zip(written, name, strict=False)
    is_bare = all(sign in (letter, fold(letter)) for sign, letter in pairs)
    return BARE if is_bare else OTHER_MARKS


def type_words_at(words: tuple[PlaceWord, ...], start: int) -> Iterator[tuple[str, int]]:
    """The types that may be written at `start`, each with the number of its words."""
    for parts, kind in TYPE_WORDS:
        written = words[start : start + len(parts)]
        if len(written) == len(parts) and all(
            word.typed in (part, fold(part)) for word, part in zip(written, parts, strict=True)
        ):
            yield kind, len(parts)


@cache
def name_index() -> dict[str, tuple[NameEntry, ...]]:
    """Every name of every lineage of the packaged country, by its letters without marks."""
    country = load_country()
    found: dict[str, dict[NameEntry, None]] = {}
    for version in country.versions:
        _add(found, _entry(version, version.name))
    for entry in _aliases(country):
        _add(found, entry)
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def longest_name() -> int:
    """The number of words of the longest name."""
    return max(len(place_words(version.name)) for version in load_country().versions)


def _add(found: dict[str, dict[NameEntry, None]], entry: NameEntry) -> None:
    found.setdefault(fold(entry.typed), {})[entry] = None


def _entry(version: AreaVersion, name: str, *, is_alias: bool = False) -> NameEntry:
    words = place_words(name)
    return NameEntry(version, "".join(word.typed for word in words), cuts_of(words), is_alias)


def _aliases(country: Country) -> Iterator[NameEntry]:
    provinces = load_bodies().provinces
    for version in country.versions:
        slug = country.lineages[version.lineage_id].slug
        if version.level == "province" and slug in provinces:
            for alias in provinces[slug].aliases:
                yield _entry(version, alias, is_alias=True)


def _one_spelling(word: str) -> str:
    if word.isdigit():
        return word.lstrip("0") or "0"
    plain = fold(word)
    if plain in _FREE_MARKS:
        return plain
    return _FINAL_Y.sub(lambda match: match[0].translate(_Y_TO_I), word)
