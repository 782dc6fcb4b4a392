"""Mentions of bodies in running text: name, level, place → identifier.

Pure. A kind of local body is read together with what follows it: "tỉnh", "tỉnh Kon Tum", "các xã,
phường", "huyện Tư Nghĩa", "cấp xã", a province's bare name, or nothing.
"""

import re
from dataclasses import dataclass
from functools import cache

from phongtrao.org.gazetteer.bodies import BodyGazetteer, LocalKind, load_bodies, province_slug
from phongtrao.org.gazetteer.family_names import FAMILY_NAMES
from phongtrao.org.gazetteer.name_trie import (
    Name,
    NameTrie,
    Word,
    folded,
    spelled_alike,
    split_words,
)

_UNIT_WORDS = {
    ("huyen",): "huyen", ("quan",): "huyen", ("thi", "xa"): "huyen", ("tx",): "huyen",
    ("xa",): "xa", ("phuong",): "xa", ("thi", "tran"): "xa", ("dac", "khu"): "xa",
}  # fmt: skip
# Committees of districts; in a province's paper they are named by the district alone.
_OF_DISTRICTS = frozenset({"huyenuy"})
# "Mặt trận" names a body only with its level ("Mặt trận các huyện"), alone it is the movement.
_FRONT = ("mat", "tran")
_LIST_WORDS = frozenset(
    [
        "xa",
        "phuong",
        "dac",
        "khu",
        "thi",
        "tran",
        "huyen",
        "quan",
        "thanh",
        "pho",
        "tp",
        "tinh",
        "va",
        "don",
        "vi",
        "dia",
        "cac",
        "tinh",
    ]
)
_AFTER_LIST = ("truc", "thuoc", "trung", "uong")
_NOT_A_PLACE = frozenset(
    [
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "tp",
        "các",
        "và",
        "có",
        "để",
        "theo",
        "trên",
        "thuộc",
        "trong",
    ]
)


@dataclass(frozen=True)
class Mention:
    """One body named in a text. ``sure`` is False where accents differ or the place is a guess."""

    start: int
    end: int
    org_id: str
    sure: bool = True


@dataclass(frozen=True)
class _Place:
    """What follows a kind's name: ``sort`` province, unit, group, here or none."""

    sort: str
    value: str
    next: int


@cache
def _trie(gazetteer_id: int) -> NameTrie:
    gazetteer = _GAZETTEERS[gazetteer_id]
    trie = NameTrie()
    for slug, province in gazetteer.provinces.items():
        for name in (province.name, *province.aliases):
            trie.add("province", slug, name)
    for key, body in gazetteer.central.items():
        for name in (body.name, *body.aliases):
            trie.add("central", key, name)
    for key, kind in gazetteer.kinds.items():
        for name in kind.names:
            trie.add("kind", key, name)
    for key, group in gazetteer.groups.items():
        for phrase in group.phrases:
            trie.add("group", key, phrase)
    return trie


_GAZETTEERS: dict[int, BodyGazetteer] = {}


def trie_of(gazetteer: BodyGazetteer) -> NameTrie:
    """The trie of a gazetteer, built once."""
    _GAZETTEERS[id(gazetteer)] = gazetteer
    return _trie(id(gazetteer))


def find_mentions(
    text: str,
    *,
    gazetteer: BodyGazetteer | None = None,
    province: str | None = None,
    unit: str | None = None,
    masked: list[tuple[int, int]] | None = None,
) -> list[Mention]:
    """Every body named in the text, in order, not overlapping.

    ``province``: the paper's province, for names that say only "tỉnh"; ``unit``: the slug of the
    commune or district that issued it, for names that say only "xã". ``masked``: spans to step
    over (numbers of papers, addresses of pages), in order.
    """
    gazetteer = gazetteer or load_bodies()
    trie = trie_of(gazetteer)
    words = split_words(folded(text), masked or [])
    reader = _Reader(text, words, gazetteer, province, unit)
    found: list[Mention] = []
    at = 0
    while at < len(words):
        if not trie.begins(words[at].key):
            at += 1
            continue
        best = reader.best(trie.match(text, words, at), at)
        if best is None:
            at += 1
            continue
        mention, at = best
        found.append(mention)
    return found


class _Reader:
    """Turns trie matches at one word into the longest mention that means a body."""

    def __init__(
        self,
        text: str,
        words: list[Word],
        gazetteer: BodyGazetteer,
        province: str | None,
        unit: str | None,
    ) -> None:
        self.text, self.words, self.gazetteer = text, words, gazetteer
        self.province, self.unit = province, unit
        self.trie = trie_of(gazetteer)

    def best(self, matches: list[tuple[int, Name]], at: int) -> tuple[Mention, int] | None:
        chosen: tuple[Mention, int] | None = None
        for after, name in matches:
            if name.sort == "province":
                continue
            read = self._read(name, at, after)
            if read and (chosen is None or read[1] > chosen[1] or name.sort == "central"):
                chosen = read if chosen is None or read[1] >= chosen[1] else chosen
        return chosen

    def _read(self, name: Name, at: int, after: int) -> tuple[Mention, int] | None:
        raw = self.text[self.words[at].start : self.words[after - 1].end]
        sure = spelled_alike(raw, name.spelled)
        if name.sort == "central":
            return self._made(at, after, name.id, sure=sure)
        if name.sort == "group":
            return self._group(name, at, after, sure=sure)
        if not any(c.isupper() for c in raw):
            return None
        return self._local(self.gazetteer.kinds[name.id], at, after, sure=sure)

    def _made(self, at: int, after: int, org_id: str, *, sure: bool) -> tuple[Mention, int]:
        span = Mention(self.words[at].start, self.words[after - 1].end, org_id, sure)
        return span, after

    def _group(self, name: Name, at: int, after: int, *, sure: bool) -> tuple[Mention, int]:
        if name.id == "grp:tv-bcd" and after < len(self.words):
            inner = self.best(self.trie.match(self.text, self.words, after - 3), after - 3)
            after = max(after, inner[1] if inner else 0)
        elif self._key(after) == "tinh" and self.words[after].gap == "near":
            after += 1
            named = self._province_at(after)
            after = named[1] if named else after
        org_id = name.id + (f"@{self.province}" if self.province else "")
        return self._made(at, after, org_id, sure=sure)

    def _local(
        self, kind: LocalKind, at: int, after: int, *, sure: bool
    ) -> tuple[Mention, int] | None:
        if kind.id == "bcs":
            return self._party_cell(at, after)
        inside = self.words[after - 1].key in {"tinh", "uy"} or kind.id in {"ttra", "cuc-tk"}
        place = self._place(after)
        if place.sort == "none" and kind.id in _OF_DISTRICTS:
            place = self._named_unit(after)
        city = self._key(after - 1) == "uy" and self._key(after - 2) == "thanh"
        if place.sort == "none" and kind.id == "tinhuy" and city:
            place = self._named_unit(after)
            kind = self.gazetteer.kinds["huyenuy"] if place.sort == "unit" else kind
        if place.sort == "none":
            return self._alone(kind, at, after, inside=inside, sure=sure)
        if place.sort == "group":
            group = kind.groups.get(place.value, f"grp:{kind.id}-{place.value}")
            where = f"@{self.province}" if self.province and place.value != "tinh" else ""
            return self._made(at, place.next, group + where, sure=sure)
        value = self.province if place.sort == "here" else place.value
        if value is None and kind.groups.get("tinh"):
            return self._made(at, place.next, kind.groups["tinh"], sure=sure)
        if value is None:
            return self._made(at, place.next, f"{kind.id}@?", sure=False)
        return self._made(at, place.next, f"{kind.id}@{value}", sure=sure)

    def _named_unit(self, i: int) -> _Place:
        """ "Huyện ủy Mèo Vạc", "Thành ủy Hội An": the district named after the committee."""
        name = self._proper_name(i)
        words = name[0].split() if name else []
        # "Bí thư Huyện ủy Cao Đình Hiển" goes on with the name of the secretary.
        if name is None or (len(words) > 2 and words[0] in FAMILY_NAMES):
            return _Place("none", "", i)
        return _Place("unit", self._below(name[0]), name[1])

    def _party_cell(self, at: int, after: int) -> tuple[Mention, int] | None:
        for end, name in reversed(self.trie.match(self.text, self.words, after)):
            if name.sort == "central":
                return self._made(at, end, f"bcs@{name.id}", sure=True)
        return self._made(at, after, f"bcs@{self.province or '?'}", sure=False)

    def _alone(
        self, kind: LocalKind, at: int, after: int, *, inside: bool, sure: bool
    ) -> tuple[Mention, int] | None:
        if kind.alone == "unit":
            where = f"{self.province or '?'}" + (f"/{self.unit}" if self.unit else "")
            return self._made(at, after, f"{kind.id}@{where}", sure=bool(self.unit))
        if kind.alone == "issuer" and self.unit:
            return self._made(at, after, f"{kind.id}@{self.province or '?'}/{self.unit}", sure=sure)
        if kind.alone in {"province", "issuer"} or inside:
            where = self.province or "?"
            return self._made(at, after, f"{kind.id}@{where}", sure=sure and where != "?")
        bare_front = kind.id == "mttq" and after - at == len(_FRONT)
        if kind.alone is None or self._key(after) == "vien" or bare_front:
            return None
        if self.text[self.words[at].start : self.words[after - 1].end] in {"CAT", "CATP"}:
            return self._made(at, after, f"{kind.id}@{self.province or '?'}", sure=False)
        return self._made(at, after, kind.alone, sure=sure)

    def _key(self, i: int) -> str:
        return self.words[i].key if i < len(self.words) else ""

    def _raw(self, i: int) -> str:
        return self.text[self.words[i].start : self.words[i].end].lower()

    def _near(self, i: int) -> bool:
        return i < len(self.words) and self.words[i].gap == "near"

    def _place(self, i: int) -> _Place:
        if not self._near(i):
            return _Place("none", "", i)
        if self._key(i) == "cac":
            return self._many(i)
        if self._key(i + 1) == "cap" and self._key(i) == "cung":
            return _Place("group", "cac-cap", i + 2)
        if self._key(i) == "cap":
            level = {"xa": "xa", "huyen": "huyen", "co": "xa"}.get(self._key(i + 1))
            return _Place("group", level, i + 2) if level else _Place("here", "", i + 2)
        if self._key(i) == "tinh":
            return self._at_province(i)
        if self._key(i) == "tp" or (self._key(i) == "thanh" and self._key(i + 1) == "pho"):
            return self._city(i)
        return self._unit_or_province(i)

    def _at_province(self, i: int) -> _Place:
        found = self._province_at(i + 1)
        if found:
            return _Place("province", *found)
        if self._key(i + 1) == "thanh" and self.words[i + 1].gap == "comma":
            return _Place("group", "tinh", i + 3)
        return _Place("here", "", i + 1)

    def _many(self, i: int) -> _Place:
        j, seen = i + 1, set[str]()
        while j < len(self.words) and self.words[j].gap != "wall" and self._key(j) in _LIST_WORDS:
            if self._raw(j) == "quan":
                break
            seen.add(self._key(j))
            j += 1
        while self._key(j - 1) in {"va", "cac", "thanh", "thi", "don", "dia"} and j > i + 1:
            j -= 1
        if self._key(i + 1) == "cap":
            return _Place("group", "cac-cap", i + 2)
        if not seen:
            return _Place("none", "", i)
        level = (
            "tinh" if {"tinh"} & seen or {"vi", "dia"} & seen else
            "huyen" if {"huyen", "quan"} & seen else "xa"
        )  # fmt: skip
        while self._key(j) in _AFTER_LIST and level == "tinh":
            j += 1
        return _Place("group", level, j)

    def _city(self, i: int) -> _Place:
        j = i + (1 if self._key(i) == "tp" else 2)
        found = self._province_at(j)
        if found and self.gazetteer.provinces[found[0]].city:
            return _Place("province", *found)
        name = self._proper_name(j)
        if name:
            return _Place("unit" if self.province else "none", self._below(name[0]), name[1])
        return _Place("here", "", j)

    def _unit_or_province(self, i: int) -> _Place:
        for keys, level in _UNIT_WORDS.items():
            if keys == ("quan",) and self._raw(i) == "quan":
                continue  # "Sở Nội vụ quan tâm": no "quận"
            if tuple(self._key(i + n) for n in range(len(keys))) == keys:
                j = i + len(keys)
                name = self._proper_name(j)
                if name is None:
                    return self._unnamed_units(j, level)
                return _Place("unit", self._below(name[0], keys), name[1])
        found = self._province_at(i)
        return _Place("province", *found) if found else _Place("none", "", i)

    def _unnamed_units(self, j: int, level: str) -> _Place:
        plural = (
            j < len(self.words)
            and self.words[j].gap != "wall"
            and self._key(j) in {"phuong", "dac"}
        )
        if self.unit and not plural:
            return _Place("unit", f"{self.province or '?'}/{self.unit}", j)
        while (
            j < len(self.words) and self.words[j].gap != "wall"
            and self._key(j) in {"xa", "phuong", "dac", "khu", "thi", "tran"}
        ):  # fmt: skip
            j += 1
        return _Place("group", level, j)

    def _below(self, name: str, keys: tuple[str, ...] = ()) -> str:
        slug = province_slug(name)
        if len(slug) == 1 or slug.isdigit():
            slug = "-".join([*keys, slug])
        return f"{self.province or '?'}/{slug}"

    def _province_at(self, i: int) -> tuple[str, int] | None:
        if not self._near(i) or not self.text[self.words[i].start].isupper():
            return None
        found = [
            (name.id, end)
            for end, name in self.trie.match(self.text, self.words, i)
            if name.sort == "province"
        ]
        return found[-1] if found else None

    def _proper_name(self, i: int) -> tuple[str, int] | None:
        """The capitalised words of a place name, at most four; a number counts alone."""
        if not self._near(i) or "\n" in self.text[self.words[i - 1].end : self.words[i].start]:
            return None
        first = self.text[self.words[i].start : self.words[i].end]
        if re.fullmatch(r"\d{1,2}", first):
            return first, i + 1
        j = i
        while j < len(self.words) and j - i < 4 and (j == i or self._near(j)):
            raw = self.text[self.words[j].start : self.words[j].end]
            city = self._key(j) == "thanh" and self._key(j + 1) == "pho"
            if not raw[0].isupper() or raw.lower() in _NOT_A_PLACE or city:
                break
            if j > i and not self._goes_on(i, j, raw):
                break
            j += 1
        if j == i:
            return None
        return " ".join(self.text[self.words[i].start : self.words[j - 1].end].split()), j

    def _goes_on(self, i: int, j: int, raw: str) -> bool:
        """Whether a capitalised word belongs to the name: no person's name, no new line of a head.

        "UBND xã Bát Xát Lý Láo Tả" names a chairman after the commune.
        """
        gap = self.text[self.words[j - 1].end : self.words[j].start]
        if j - i >= 2 and raw in FAMILY_NAMES and self._near(j + 1):
            return not self.text[self.words[j + 1].start].isupper()
        return gap == " " or (j == i + 1 and gap == "\n" and not raw.isupper())
