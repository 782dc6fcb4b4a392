"""Every name of the country in every spelling, with the areas that a reader would think of.

What is right is worked out without the resolver: on a day, all areas whose own name, written in
the same way, is the same text. Those in force are meant alone; former and later ones only where
none in force is written so.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from phongtrao.org.gazetteer.country import Country
from phongtrao.org.gazetteer.records import AreaVersion
from tests.org.gazetteer.spelling import (
    LOSSY,
    Chain,
    Spelling,
    Writing,
    plain,
    same_spelling,
    unmarked,
)

_CONTEXTS = (("district", "province"), ("province",), ("district",), ())


class Owned(NamedTuple):
    """What is written of one area, in force on the day asked or at another time."""

    chain: Chain
    lineage_id: int
    is_living: bool


class Case(NamedTuple):
    """A text, the lineages that it means on the day, and others that it may well mean."""

    text: str
    meant: frozenset[int]
    alike: frozenset[int]
    """Written alike when marks are left out, as they are in this text."""
    before: frozenset[int]
    """Those of them that are in force and come first, since none that is meant is."""

    def is_right(self, answer: frozenset[int]) -> bool:
        """Whether all that is meant was answered and nothing else that is not alike."""
        if answer and answer <= self.before:
            return True
        return self.meant <= answer <= self.meant | self.alike


class Owners:
    """Who may be meant by a text."""

    def __init__(self, country: Country, day: date):
        self._country, self._day = country, day
        self._living: dict[str, set[int]] = {}
        self._others: dict[str, set[int]] = {}

    def add(self, key: str, owned: Owned) -> None:
        """An area is written so."""
        owners = self._living if owned.is_living else self._others
        owners.setdefault(key, set()).add(owned.lineage_id)

    def of(self, key: str) -> frozenset[int]:
        """In force and written so; else in force under another name today; else not in force."""
        if key in self._living:
            return frozenset(self._living[key])
        others = self._others.get(key, set())
        renamed = {each for each in others if self._country.version_on(each, self._day)}
        return frozenset(renamed or others)


def chains(country: Country, day: date) -> list[Owned]:
    """All that may be written of every area at any time: alone, with district, province, both."""
    found: dict[tuple[Chain, int], Owned] = {}
    for moment in _moments(country, day):
        for lineage_id, chain in _chains_on(country, moment):
            owned = Owned(chain, lineage_id, is_living=moment == day)
            found.setdefault((chain, lineage_id), owned)
    return list(found.values())


class Truth:
    """What texts mean on a day."""

    def __init__(self, country: Country, day: date):
        self.owned = chains(country, day)
        self._country, self._day = country, day
        self._plain = Owners(country, day)
        self._alike: dict[str, list[Owned]] = {}
        self._as_first: dict[str, Chain] = {}
        for each in self.owned:
            self._plain.add(_one_name(plain(each.chain)), each)
            self._alike.setdefault(_bare(self._first(each.chain)), []).append(each)

    def cases(self, spelling: Spelling, among: list[Owned]) -> list[Case]:
        """The texts of some chains in one spelling, with what they mean."""
        written = {spelling[1](each.chain): each for each in among}
        return [self._case(text, each, spelling) for text, each in written.items() if text]

    def _case(self, text: str, origin: Owned, spelling: Spelling) -> Case:
        """A text that is the plain name of some area means that area, however it came about."""
        name, write = spelling
        meant = self._plain.of(_one_name(text))
        first = self._first(origin.chain)
        alike = self._alike[_bare(first)]
        if not meant and name in LOSSY:
            lossy = Owners(self._country, self._day)
            for each in alike:
                lossy.add(_lossy(write, self._first(each.chain)), each)
            meant = lossy.of(_lossy(write, first))
        meant = meant or self._plain.of(_one_name(plain(origin.chain)))
        if name not in LOSSY and text != unmarked(text):
            return Case(text, meant, frozenset(), frozenset())
        others = frozenset(each.lineage_id for each in alike)
        living = frozenset(each for each in others if self._is_living(each))
        return Case(text, meant, others, frozenset() if meant & living else living)

    def _first(self, chain: Chain) -> Chain:
        """The first chain of this name: "A Vương" stands for "Avương" too, "Phú Cần" for itself."""
        return self._as_first.setdefault(_one_name(plain(chain)), chain)

    def _is_living(self, lineage_id: int) -> bool:
        return self._country.version_on(lineage_id, self._day) is not None


def _bare(chain: Chain) -> str:
    """Equal for chains that may come out alike when marks and the types around get lost."""
    return same_spelling(unmarked(" ".join([chain[0][0], *(name for _, name in chain)])))


def _lossy(write: Writing, chain: Chain) -> str:
    return same_spelling(write(chain) or plain(chain))


def _one_name(text: str) -> str:
    """Equal for texts with marks that differ by blanks and capitals only: "A Vương", "Avương"."""
    return same_spelling(text).replace(" ", "")


def _chains_on(country: Country, day: date) -> Iterator[tuple[int, Chain]]:
    for version in country.tree_on(day).versions:
        if version.level == "country":
            continue
        above = list(_above(country, version, day))
        for levels in _CONTEXTS:
            around = [each for each in above if each.level in levels]
            if len(around) == len(levels):
                for names in product(*(_ever_called(country, each) for each in around)):
                    yield version.lineage_id, ((version.type, version.name), *names)


def _ever_called(country: Country, version: AreaVersion) -> list[tuple[str, str]]:
    """An area above may be called as at another time: "tỉnh Đồng Nai" for the city."""
    named = {(each.type, each.name) for each in country.versions_of(version.lineage_id)}
    return sorted(named)


def _moments(country: Country, day: date) -> list[date]:
    """The day asked, then one day of every other stretch without changes."""
    starts = list(country.change_days)
    ends = [start - timedelta(days=1) for start in starts[1:]] + [starts[-1]]
    return [day, *(end for start, end in zip(starts, ends, strict=True) if not start <= day <= end)]


def _above(country: Country, version: AreaVersion, day: date) -> Iterator[AreaVersion]:
    while version.parent_id is not None:
        parent = country.version_on(version.parent_id, day)
        assert parent is not None
        version = parent
        if version.level != "country":
            yield version
