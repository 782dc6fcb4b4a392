"""Parts of texts that say a type and an official name in full, recognised without taking words.

"xã Ba Tơ", "X. Ba Tơ", "xa ba to", "UBND H. Ba Tơ": the same places as `usual_reading` finds word
by word, in a fraction of the time. Whatever is written in another way is left to it.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from phongtrao.core.vietnamese import fold
from phongtrao.org.gazetteer.area_names import NameIndex, NameSet, Tones, cuts_of
from phongtrao.org.gazetteer.area_words import SECOND_WORDS, place_words
from phongtrao.org.gazetteer.readings import Place, begins_kind, kind_of_one_word, place_of

_MOST_HEADS: Final = 1_000


class Part(NamedTuple):
    """A part of a text: its places (None: not read so), and a body named before them."""

    places: tuple[Place, ...] | None
    is_marked: bool
    body_kind: str | None = None
    implied_type: str | None = None


class _Head(NamedTuple):
    """The first word of a part: a type, or the name of a kind of body, or neither."""

    kind: str | None
    body_kind: str | None
    implied_type: str | None
    is_marked: bool
    begins_body: bool
    """A type that may begin the name of a body too: "tỉnh ủy"."""


class _Name(NamedTuple):
    """An official name, with marks or without."""

    letters: str
    tones: Tones
    names: NameSet
    is_marked: bool


class WrittenNames:
    """The official names of a country as they mostly stand in texts."""

    def __init__(self, index: NameIndex, names: Iterable[str]):
        self._names: dict[str, _Name] = {}
        self._heads: dict[str, _Head] = {}
        for name in names:
            for written in (name, fold(name)):
                self._learn(written, index)

    def part(self, written: str) -> Part | None:
        """The place and the body of a part that is written so; None for every other part."""
        first, _, rest = written.strip().partition(" ")
        head = body = self._heads.get(first) or self._head(first)
        if head.body_kind:
            first, _, rest = rest.partition(" ")
            head = self._heads.get(first) or self._head(first)
        if head.kind is None or (head.begins_body and head is not body):
            return None
        name = self._names.get(rest)
        if name is None:
            return None
        letters, tones, names, is_marked = name
        place = Place(head.kind, letters, tones, names)
        is_marked = is_marked or head.is_marked or body.is_marked
        return Part((place,), is_marked, body.body_kind, body.implied_type)

    def _learn(self, written: str, index: NameIndex) -> None:
        words = [word for word in place_words(written) if word]
        found = index.get("".join([word.plain for word in words]))
        if not found or words[0].typed in SECOND_WORDS or written in self._names:
            return
        kept = found.written_with(cuts_of(words))
        if kept.entries:
            _, letters, tones, names = place_of(words, None, kept)
            is_marked = any(word.is_marked for word in words)
            self._names[written] = _Name(letters, tones, names, is_marked)

    def _head(self, written: str) -> _Head:
        words = place_words(written)
        head = _Head(None, None, None, False, False)  # noqa: FBT003
        if len(words) == 1 and (word := words[0]):
            kind = next((each for last, each in word.types if last is None), None)
            body, implied = (None, None) if kind else kind_of_one_word(word.plain)
            head = _Head(kind, body, implied, word.is_marked, begins_kind(word.plain))
        if len(self._heads) < _MOST_HEADS:
            self._heads[written] = head
        return head
