"""Every name that an area of the country has or had, indexed by its letters without marks."""

from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import Final

from phongtrao.core.vietnamese import fold, roman
from phongtrao.org.gazetteer.area_words import Word, place_words
from phongtrao.org.gazetteer.bodies import load_bodies
from phongtrao.org.gazetteer.country import Country
from phongtrao.org.gazetteer.records import AreaVersion

EXACT, BARE, OTHER_MARKS = 3, 2, 1
"""How well a written name fits: mark by mark; without marks; only when marks are ignored."""

_LARGEST_ROMAN: Final = 30
_NUMERALS: Final = {roman(number).casefold(): str(number) for number in range(1, _LARGEST_ROMAN)}
_ROMANS: Final = {number: numeral for numeral, number in _NUMERALS.items()}

_MOST_CUTS: Final = 16

Tones = tuple[str, ...]
"""The tone marks of a name, word by word."""
Cuts = tuple[int, ...]
"""Where words begin in the joined letters, the first word left out."""


class NameEntry:
    """A name that a lineage had at some time, or an alias of a province (any type)."""

    __slots__ = (
        "cuts",
        "is_alias",
        "is_respelled",
        "letters",
        "level",
        "lineage_id",
        "name",
        "tones",
        "type",
    )

    def __init__(
        self,
        version: AreaVersion,
        words: list[Word],
        *,
        is_alias: bool = False,
        is_respelled: bool = False,
    ):
        self.lineage_id = version.lineage_id
        self.level = version.level
        self.type = version.type
        self.name = version.name
        self.is_alias = is_alias
        self.is_respelled = is_respelled
        """Its number is written in the other numerals."""
        self.letters = "".join(word.letters for word in words)
        self.tones = tuple([word.tone for word in words])
        self.cuts = cuts_of(words)

    def fits_type(self, kind: str | None) -> bool:
        """Whether the area had the type `kind`; None and the types of an alias always fit."""
        if kind is None or kind == self.type:
            return True
        return self.is_alias and kind in ("tỉnh", "thành phố")

    def fit(self, letters: str, tones: Tones) -> int:
        """EXACT, BARE or OTHER_MARKS for a written name of the same letters without marks."""
        if letters == self.letters and tones == self.tones:
            return EXACT
        pairs = zip(letters, self.letters, strict=False)
        if not all(sign in (letter, fold(letter)) for sign, letter in pairs):
            return OTHER_MARKS
        if len(tones) == len(self.tones):
            pairs = zip(tones, self.tones, strict=True)
            return BARE if all(tone in ("", own) for tone, own in pairs) else OTHER_MARKS
        written, own = "".join(tones), "".join(self.tones)
        if written == own and letters == self.letters:
            return EXACT
        rest = iter(own)
        return BARE if all(tone in rest for tone in written) else OTHER_MARKS


class NameSet:
    """All entries of one key ("quangngai"); a key that only begins a name has none."""

    __slots__ = ("_by_cuts", "entries", "is_number")

    def __init__(self, entries: Iterable[NameEntry] = (), *, is_number: bool = False):
        self.entries = tuple(entries)
        self.is_number = is_number
        """Just a number: means nothing without a type before it."""
        self._by_cuts: dict[Cuts, NameSet] = {}

    def written_with(self, cuts: Cuts) -> "NameSet":
        """The entries that may be cut so: "KonPlông" is Kon Plông, "Ko nPlông" is not."""
        known = self._by_cuts.get(cuts)
        if known is None:
            kept = [entry for entry in self.entries if _agree(cuts, entry.cuts)]
            known = self if len(kept) == len(self.entries) else NameSet(kept)
            if len(self._by_cuts) < _MOST_CUTS:
                self._by_cuts[cuts] = known
        return known


NameIndex = dict[str, NameSet]
"""Key → its names; every beginning of a key is a key too, so that reading stops early."""


def cuts_of(words: Iterable[Word]) -> Cuts:
    """Where the words of a name begin in its joined letters."""
    lengths = [len(word.plain) for word in words]
    return tuple(islice(accumulate(lengths), len(lengths) - 1))


def index_names(country: Country) -> NameIndex:
    """The names of all lineages and the aliases of provinces; numerals in both spellings."""
    found: dict[str, dict[tuple[object, ...], NameEntry]] = {}
    for entry, key in _entries(country):
        same = (entry.lineage_id, entry.type, entry.name, entry.letters, entry.is_alias)
        found.setdefault(key, {})[same] = entry
    index = {
        key: NameSet(entries.values(), is_number=key.isdigit() or key in _NUMERALS)
        for key, entries in found.items()
    }
    beginning = NameSet()
    for key in found:
        for length in range(1, len(key)):
            index.setdefault(key[:length], beginning)
    return index


def _entries(country: Country) -> Iterator[tuple[NameEntry, str]]:
    for version in country.versions:
        words = _words(version.name)
        for spelling in _numeral_spellings(words):
            entry = NameEntry(version, spelling, is_respelled=spelling is not words)
            yield from _keyed(entry, spelling)
    provinces = load_bodies().provinces
    for version in country.versions:
        slug = country.lineages[version.lineage_id].slug if version.level == "province" else ""
        for alias in provinces[slug].aliases if slug in provinces else ():
            words = _words(alias)
            if _joined(words) != _joined(_words(version.name)):
                yield from _keyed(NameEntry(version, words, is_alias=True), words)


def _joined(words: list[Word]) -> str:
    return "".join(word.typed for word in words)


def _keyed(entry: NameEntry, words: list[Word]) -> Iterator[tuple[NameEntry, str]]:
    """The entry by its letters without marks; "Đắk" is written "Dac" too."""
    plain = [word.plain for word in words]
    yield entry, "".join(plain)
    if "dak" in plain:
        yield entry, "".join("dac" if word == "dak" else word for word in plain)


def _words(name: str) -> list[Word]:
    return [word for word in place_words(name) if word]


def _numeral_spellings(words: list[Word]) -> Iterator[list[Word]]:
    """The name as it is, and with its number in the other numerals ("Tam Xuân I", "… 1")."""
    yield words
    for place, word in enumerate(words):
        other = _NUMERALS.get(word.plain) or _ROMANS.get(word.plain)
        if other and (len(words) == 1 or place == len(words) - 1 or word.plain.isdigit()):
            yield [*words[:place], *_words(other), *words[place + 1 :]]


def _agree(written: Cuts, named: Cuts) -> bool:
    if written == named:
        return True
    ours, theirs = set(written), set(named)
    return ours <= theirs or theirs <= ours
