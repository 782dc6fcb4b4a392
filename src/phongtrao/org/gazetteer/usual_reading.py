"""The way most texts are read, found fast: part by part between commas, the longest name first.

Whatever does not go so is left to `readings`. A part read once is remembered: the same provinces
come again and again.
"""

from collections.abc import Iterable
from typing import Final

from phongtrao.org.gazetteer.area_names import NameIndex, NameSet, cuts_of
from phongtrao.org.gazetteer.area_words import Word, Words, place_words
from phongtrao.org.gazetteer.readings import FILLERS, Place, Reading, body_at, place_of
from phongtrao.org.gazetteer.written_names import Part, WrittenNames

_MOST_PARTS: Final = 20_000
_NO_TYPE: Final[tuple[str | None, int]] = (None, 0)


class UsualReader:
    """Reads texts with one index of names."""

    def __init__(self, index: NameIndex, names: Iterable[str]):
        self._index = index
        self._written = WrittenNames(index, names)
        self._parts: dict[str, Part] = {}

    def read(self, text: str) -> tuple[Reading, bool] | None:
        """The usual reading and whether the text is without marks; None where there is none."""
        first, *others = text.split(",")
        known = self._parts
        part = known.get(first) or self._read_part(first)
        places, is_marked, body_kind, implied_type = part
        if places is None:
            return None
        for written in others:
            part = known.get(written) or self._read_part(written)
            if part.places is None or part.body_kind:
                return None
            places += part.places
            is_marked = is_marked or part.is_marked
        return (Reading(places, body_kind, implied_type), not is_marked) if places else None

    def _read_part(self, written: str) -> Part:
        """What is written between commas, which hyphens may part again."""
        if " - " in written or " – " in written:
            apart = self._read_apart(written.replace(" – ", " - ").split(" - "))
            if apart:
                return apart
        return self._remembered(written)

    def _read_apart(self, pieces: list[str]) -> Part | None:
        """ "UBND X. Ba Tơ - H. Ba Tơ": each piece alone, where a type begins each but the first.

        None elsewhere: a hyphen may be within a name ("Phan Rang - Tháp Chàm").
        """
        known = self._parts
        first, *others = pieces
        places, is_marked, body_kind, implied_type = known.get(first) or self._remembered(first)
        if not places:
            return None
        for written in others:
            part = known.get(written) or self._remembered(written)
            if not part.places or part.places[0].kind is None or part.body_kind:
                return None
            places += part.places
            is_marked = is_marked or part.is_marked
        return Part(places, is_marked, body_kind, implied_type)

    def _remembered(self, written: str) -> Part:
        if len(self._parts) >= _MOST_PARTS:
            self._parts.clear()
        part = self._parts[written] = self._written.part(written) or self._by_words(written)
        return part

    def _by_words(self, written: str) -> Part:
        words = place_words(written)
        is_marked = not written.isascii() and any(
            word is not None and word.is_marked for word in words
        )
        part = Part(self._places(words, 0), is_marked)
        if part.places is None and (body := body_at(words, 0)):
            places = self._places(words, body.end)
            part = Part(places, is_marked, body.kind, body.implied_type)
        return part

    def _places(self, words: Words, start: int) -> tuple[Place, ...] | None:
        found: list[Place] = []
        while start < len(words):
            word = words[start]
            if word is None:
                start += 1
                continue
            kind, length = _first_type(words, start) if word.types else _NO_TYPE
            names, said = self._longest(words, start + length)
            if names is None and length:
                kind, length = _NO_TYPE
                names, said = self._longest(words, start)
            if names is None or (names.is_number and kind is None):
                if word.typed not in FILLERS:
                    return None
                start += 1
                continue
            found.append(place_of(said, kind, names))
            start += length + len(said)
        return tuple(found)

    def _longest(self, words: Words, start: int) -> tuple[NameSet | None, list[Word]]:
        """The longest name that begins at a word, with the words that say it."""
        key, found = "", None
        said: list[Word] = []
        length = 0
        for word in words[start:]:
            if word is None:
                break
            key += word.plain
            names = self._index.get(key)
            if names is None:
                break
            said.append(word)
            if names.entries:
                found, length = names, len(said)
        if found is None:
            return None, said
        if length < len(said):
            said = said[:length]
        kept = found.written_with(cuts_of(said))
        return (kept if kept.entries else None), said


def _first_type(words: Words, start: int) -> tuple[str | None, int]:
    """The type that most likely is written at a word, with the number of its words."""
    first = words[start]
    following = words[start + 1] if start + 1 < len(words) else None
    for last, kind in first.types if first else ():
        if last is None:
            return kind, 1
        if following is not None and following.typed == last:
            return kind, 2
    return _NO_TYPE
