"""The ways to read a text as places, the most likely first.

Pure, and without dates: which of the places is meant is decided in `resolve`. A place is a written
type and a name that some area has or had.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from phongtrao.org.gazetteer.area_names import Cuts, NameIndex, NameSet, Tones
from phongtrao.org.gazetteer.area_words import (
    LEVELS_OF_TYPE,
    Word,
    Words,
    levels_of_type,
    names_type,
    place_words,
    type_words_at,
    with_types_apart,
)
from phongtrao.org.gazetteer.bodies import CentralBody, load_bodies
from phongtrao.org.gazetteer.records import LEVELS

MAX_READINGS: Final = 40
_LONGEST_KIND: Final = 24
_DEPTHS: Final = {
    kind: sum(map(LEVELS.index, levels)) / len(levels) for kind, levels in LEVELS_OF_TYPE.items()
}
"""How deep areas of a type lie; a city may be of two levels."""
FILLERS: Final = frozenset(
    word.typed for word in place_words("thuộc thuoc của cua tại ở trực nay là trước đây") if word
)
_TIMES: Final = frozenset(word.typed for word in place_words("năm tháng ngày quý") if word)
_FORMER, _NEW = (place_words(text)[0] for text in ("cũ", "mới"))

# Short names of local police that say the type of the area too.
_TYPED_KINDS: Final[dict[str, tuple[str, str]]] = {
    "cat": ("ca", "tỉnh"), "catp": ("ca", "thành phố"), "cax": ("ca", "xã"),
    "cap": ("ca", "phường"), "cah": ("ca", "huyện"), "caq": ("ca", "quận"),
    "catx": ("ca", "thị xã"), "catt": ("ca", "thị trấn"),
    "tinh uy": ("tinhuy", "tỉnh"), "thanh uy": ("tinhuy", "thành phố"),
    "huyen uy": ("huyenuy", "huyện"), "quan uy": ("huyenuy", "quận"),
    "thi uy": ("huyenuy", "thị xã"), "tinh doan": ("tinhdoan", "tỉnh"),
    "thanh doan": ("tinhdoan", "thành phố"),
}  # fmt: skip
_EXTRA_KINDS: Final[dict[str, str]] = {
    "chu tich ubnd": "ubnd",
    "chu tich uy ban nhan dan": "ubnd",
    "ca": "ca",
}


class Place(NamedTuple):
    """One place of a text: its written type, its letters and tones, the names that these may be."""

    kind: str | None
    letters: str
    tones: Tones
    names: NameSet


class Reading(NamedTuple):
    """One way to read a text."""

    places: tuple[Place, ...]
    body_kind: str | None = None
    implied_type: str | None = None
    """The type that the name of the body says: "Huyện ủy Ba Tơ"."""
    is_former: bool = False
    """The text says "cũ": areas no longer in force come first."""
    has_skipped: bool = False


class _Named(NamedTuple):
    """The kinds of bodies named before a place: the first of them, and where the place begins."""

    kind: str
    implied_type: str | None
    end: int


def stages(text: str, index: NameIndex) -> Iterator[Iterator[Reading]]:
    """Ways to read a text in stages; a later stage counts only where none before it holds.

    Whole, also after the name of a body; the same without cũ and mới, and with type words set
    apart from names; from a later word on; up to an earlier word. No stage goes beyond a type word
    whose place is unknown: that place must not become its province.
    """
    words = place_words(text)
    yield _whole(words, index, is_former=False)
    kept = [word for word in words if word not in (_FORMER, _NEW)]
    is_former = _FORMER in words
    if len(kept) < len(words):
        yield _whole(kept, index, is_former=is_former)
    apart = with_types_apart(text)
    if apart != text:
        yield _whole(place_words(apart), index, is_former=False)
    yield _from_later_on(kept, index, is_former=is_former)
    yield _with_a_tail(kept, index, is_former=is_former)


def _whole(words: Words, index: NameIndex, *, is_former: bool) -> Iterator[Reading]:
    for places in chains(words, 0, index):
        yield Reading(places, is_former=is_former)
    body = body_at(words, 0)
    if body:
        for places in chains(words, body.end, index):
            yield Reading(places, body.kind, body.implied_type, is_former)


def _from_later_on(words: Words, index: NameIndex, *, is_former: bool) -> Iterator[Reading]:
    body = body_at(words, 0)
    for begin in _later_starts(words, body.end if body else 0):
        near = _body_before(words, begin) or body
        kind, implied = (near.kind, near.implied_type) if near else (None, None)
        is_part = words[begin - 1] is None
        for places in chains(words, begin, index):
            # Villages and schools lie in communes and districts; what stands before a province
            # and a comma may be a place that is not known.
            if not is_part or _is_below_province(places[0] if places else None):
                yield Reading(places, kind, implied, is_former, has_skipped=True)


def _is_below_province(place: Place | None) -> bool:
    return place is not None and "province" not in levels_of_type(place.kind)


def _with_a_tail(words: Words, index: NameIndex, *, is_former: bool) -> Iterator[Reading]:
    """Places and then other words: in small letters after a name in capitals, or a year."""
    body = body_at(words, 0)
    start = body.end if body else 0
    kind, implied = (body.kind, body.implied_type) if body else (None, None)
    for begin in [start, *_later_starts(words, start)]:
        for end in range(len(words) - 1, begin, -1):
            if names_type(words, end, least_letters=2):
                break
            if _is_tail(words, begin, end):
                for places in chains(words[:end], begin, index):
                    yield Reading(places, kind, implied, is_former, has_skipped=True)


def _is_tail(words: Words, begin: int, end: int) -> bool:
    first, last = words[end], words[end - 1]
    if first is None or last is None or not first.is_lower:
        return False
    if first.typed in _TIMES:
        return True
    is_named = any(word is not None and word.is_capital for word in words[begin:end])
    return is_named and not last.is_lower


def chains(words: Words, start: int, index: NameIndex) -> Iterator[tuple[Place, ...]]:
    """The ways to read the words from `start` to the end as places, long names first."""
    return islice(_chains(words, start, index, set()), MAX_READINGS)


def _chains(
    words: Words, start: int, index: NameIndex, dead: set[int]
) -> Iterator[tuple[Place, ...]]:
    """`dead` collects where nothing leads to the end, so that no text makes reading slow."""
    while start < len(words) and words[start] is None:
        start += 1
    if start == len(words):
        yield ()
        return
    is_alive = False
    for place, end in _places_at(words, start, index):
        if end in dead:
            continue
        for rest in _chains(words, end, index, dead):
            is_alive = True
            yield (place, *rest)
    first = words[start]
    if first and first.typed in FILLERS:
        for rest in _chains(words, start + 1, index, dead):
            is_alive = True
            yield rest
    if not is_alive:
        dead.add(start)


def _places_at(words: Words, start: int, index: NameIndex) -> Iterator[tuple[Place, int]]:
    for kind, length in type_words_at(words, start):
        yield from _names_at(words, start + length, kind, index)
    yield from _names_at(words, start, None, index)


def _names_at(
    words: Words, start: int, kind: str | None, index: NameIndex
) -> Iterator[tuple[Place, int]]:
    """The names that begin at a word, the longest first."""
    key = ""
    cuts: Cuts = ()
    hits: list[tuple[NameSet, Cuts]] = []
    for word in islice(words, start, None):
        names = index.get(key + word.plain) if word else None
        if word is None or names is None:
            break
        key += word.plain
        hits.append((names, cuts))
        cuts = (*cuts, len(key))
    while hits:
        end = start + len(hits)
        names, cuts = hits.pop()
        if not names.entries or (kind is None and names.is_number):
            continue
        kept = names.written_with(cuts)
        if kept.entries:
            said = [word for word in words[start:end] if word]
            yield place_of(said, kind, kept), end


def place_of(said: list[Word], kind: str | None, names: NameSet) -> Place:
    """The place that the words of a name mean after the type `kind`."""
    letters = "".join([word.letters for word in said])
    return Place(kind, letters, tuple([word.tone for word in said]), names)


def body_at(words: Words, start: int) -> _Named | None:
    """The kind of body at `start`, with the kinds that follow it ("Phòng PV05 Công an …")."""
    kind, implied = "", None
    while found := _kind_at(words, start):
        start = found.end
        kind, implied = kind or found.kind, found.implied_type or implied
    return _Named(kind, implied, start) if kind else None


def _body_before(words: Words, end: int) -> _Named | None:
    """The kind of body whose name ends right before `end`."""
    for start in range(max(0, end - _LONGEST_KIND), end):
        found = body_at(words, start)
        if found and found.end == end:
            return found
    return None


def _kind_at(words: Words, start: int) -> _Named | None:
    key = ""
    found: _Named | None = None
    for place in range(start, min(len(words), start + _LONGEST_KIND)):
        word = words[place]
        if word is None:
            continue
        key = f"{key} {word.plain}" if key else word.plain
        named = _kind_index().get(key)
        if named is None:
            break
        if named[0]:
            found = _Named(*named, place + 1)
    return found


def begins_kind(plain: str) -> bool:
    """Whether a word without marks begins the name of a kind of body."""
    return plain in _kind_index()


def kind_of_one_word(plain: str) -> tuple[str | None, str | None]:
    """The kind that a word alone names and the type it says; none where more words may follow."""
    index = _kind_index()
    kind, implied = index.get(plain, ("", None))
    return (kind, implied) if kind and plain not in _beginnings() else (None, None)


@cache
def _beginnings() -> frozenset[str]:
    """First words of kinds that have more of them."""
    return frozenset(name.split()[0] for name in _kind_index() if " " in name)


@cache
def _kind_index() -> dict[str, tuple[str, str | None]]:
    """Words of a kind's name without marks → its id and the type it says; beginnings: no id."""
    index: dict[str, tuple[str, str | None]] = {}
    for kind in load_bodies().kinds.values():
        for name in (kind.name, *kind.names):
            index[" ".join(word.plain for word in place_words(name) if word)] = kind.id, None
    index |= {name: (kind, None) for name, kind in _EXTRA_KINDS.items()}
    index |= _TYPED_KINDS
    for name in list(index):
        words = name.split()
        for count in range(1, len(words)):
            index.setdefault(" ".join(words[:count]), ("", None))
    return index


def central_body(words: Words) -> CentralBody | None:
    """The body of the centre that the whole text names; None for every other text."""
    return _central_index().get("".join([word.plain for word in words if word]))


@cache
def _central_index() -> dict[str, CentralBody]:
    return {
        "".join(word.plain for word in place_words(name) if word): body
        for body in load_bodies().central.values()
        for name in (body.name, *body.aliases)
    }


def _later_starts(words: Words, start: int) -> Iterator[int]:
    """Where to read on when the beginning is no place ("thôn 5, xã …")."""
    for begin in range(start + 1, len(words)):
        here, before = words[begin], words[begin - 1]
        if before is not None:
            begins_part = begin - 1 == start or words[begin - 2] is None
            if names_type(words, begin - 1, least_letters=1 if begins_part else 2):
                return
        if here is not None and (before is None or names_type(words, begin, least_letters=2)):
            yield begin


def is_narrower(place: Place, than: Place) -> bool:
    """Whether the written types say that one place is of a lower level than the other."""
    if place.kind is None or than.kind is None:
        return False
    return _DEPTHS[place.kind] > _DEPTHS[than.kind]
