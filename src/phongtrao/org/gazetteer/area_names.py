"""Every name that an area of the country has or had, indexed by its letters without marks."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import accumulate, islice
from typing import Final, NamedTuple

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


class _Spelled(NamedTuple):
    """A name in one spelling, as all areas of that name share it."""

    letters: str
    tones: Tones
    cuts: Cuts
    keys: tuple[str, ...]
    """Its letters without marks; "Đắk" is written "Dac" too."""
    is_respelled: bool


class NameEntry:
    """A name that a lineage had at some time, or an alias of a province (any type)."""

    __slots__ = (
        "above",
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
        spelled: _Spelled,
        above: frozenset[int],
        *,
        is_alias: bool = False,
    ):
        self.above = above
        """The lineages that the area lies or lay in."""
        self.lineage_id = version.lineage_id
        self.level = version.level
        self.type = version.type
        self.name = version.name
        self.is_alias = is_alias
        self.letters, self.tones, self.cuts, _, self.is_respelled = spelled
        """Respelled: its number is written in the other numerals."""

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

    __slots__ = ("_by_cuts", "_cuts", "entries", "is_number")

    def __init__(self, entries: Iterable[NameEntry] = (), *, is_number: bool = False):
        self.entries = tuple(entries)
        self.is_number = is_number
        """Just a number: means nothing without a type before it."""
        ways = {entry.cuts for entry in self.entries}
        self._cuts = ways.pop() if len(ways) == 1 else None
        """Where all the entries are cut, if they agree."""
        self._by_cuts: dict[Cuts, NameSet] | None = None

    def written_with(self, cuts: Cuts) -> "NameSet":
        """The entries that may be cut so: "KonPlông" is Kon Plông, "Ko nPlông" is not."""
        if cuts == self._cuts:
            return self
        if self._by_cuts is None:
            self._by_cuts = {}
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


def index_names(country: Country, above: Mapping[int, frozenset[int]]) -> NameIndex:
    """The names of all lineages and the aliases of provinces; numerals in both spellings."""
    found: defaultdict[str, list[NameEntry]] = defaultdict(list)
    for entry, keys in _entries(country, above):
        for key in keys:
            found[key].append(entry)
    index = _beginnings(found)
    for key, entries in found.items():
        index[key] = NameSet(entries, is_number=key.isdigit() or key in _NUMERALS)
    return index


def _beginnings(keys: Iterable[str]) -> NameIndex:
    """Whatever begins a key. Where one is known all shorter ones are."""
    beginning = NameSet()
    found: NameIndex = {}
    for key in keys:
        for length in range(len(key) - 1, 0, -1):
            begins = key[:length]
            if begins in found:
                break
            found[begins] = beginning
    return found


def _entries(
    country: Country, above: Mapping[int, frozenset[int]]
) -> Iterator[tuple[NameEntry, tuple[str, ...]]]:
    """Each lineage once by each of its names, with the keys of that name."""
    aliases = load_bodies().provinces
    slugs = country.provinces_with_slug
    told: set[tuple[int, str, str]] = set()
    for version in country.versions:
        same = version.lineage_id, version.type, version.name
        if same in told:
            continue
        told.add(same)
        spellings, higher = _spelled(version.name), above[version.lineage_id]
        for spelled in spellings:
            yield NameEntry(version, spelled, higher), spelled.keys
        slug = slugs.get(version.lineage_id)
        for alias in aliases[slug].aliases if slug in aliases else ():
            spelled = _spelled(alias)[0]
            if spelled[:2] != spellings[0][:2]:
                yield NameEntry(version, spelled, higher, is_alias=True), spelled.keys


@cache
def _spelled(name: str) -> tuple[_Spelled, ...]:
    """The name as it is, then with its number in the other numerals; thousands share a name."""
    words = _words(name)
    return tuple(
        [
            _Spelled(
                "".join([word.letters for word in spelling]),
                tuple([word.tone for word in spelling]),
                cuts_of(spelling),
                _keys([word.plain for word in spelling]),
                spelling is not words,
            )
            for spelling in _numeral_spellings(words)
        ]
    )


def _keys(plain: list[str]) -> tuple[str, ...]:
    key = "".join(plain)
    if "dak" not in plain:
        return (key,)
    return key, "".join(["dac" if word == "dak" else word for word in plain])


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
