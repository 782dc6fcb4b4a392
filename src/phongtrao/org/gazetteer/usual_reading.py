"""The way most texts are read, found fast: part by part between commas, the longest name first.

Whatever does not go so is left to `readings`. A part read once is remembered: the same provinces
come again and again.
"""

from typing import Final, NamedTuple

from phongtrao.org.gazetteer.area_names import NameIndex, NameSet
from phongtrao.org.gazetteer.area_words import Word, Words, place_words, type_words_at
from phongtrao.org.gazetteer.readings import FILLERS, Place, Reading, body_at, place_of

_MOST_PARTS: Final = 20_000
_NO_TYPE: Final[tuple[str | None, int]] = (None, 0)


class _Part(NamedTuple):
    """A part of a text: its places (None: not read so), and a body named before them."""

    places: tuple[Place, ...] | None
    is_marked: bool
    body_kind: str | None = None
    implied_type: str | None = None


class UsualReader:
    """Reads texts with one index of names."""

    def __init__(self, index: NameIndex):
        self._index = index
        self._parts: dict[str, _Part] = {}

    def read(self, text: str) -> tuple[Reading, bool] | None:
        """The usual reading and whether the text is without marks; None where there is none."""
        places: tuple[Place, ...] = ()
        is_bare = True
        first: _Part | None = None
        for written in text.split(","):
            part = self._parts.get(written) or self._read_part(written)
            if part.places is None or (part.body_kind and first is not None):
                return None
            first = first or part
            places += part.places
            is_bare = is_bare and not part.is_marked
        if first is None or not places:
            return None
        return Reading(places, first.body_kind, first.implied_type), is_bare

    def _read_part(self, written: str) -> _Part:
        words = place_words(written)
        is_marked = not written.isascii() and any(
            word is not None and word.is_marked for word in words
        )
        part = _Part(self._places(words, 0), is_marked)
        if part.places is None and (body := body_at(words, 0)):
            places = self._places(words, body.end)
            part = _Part(places, is_marked, body.kind, body.implied_type)
        if len(self._parts) >= _MOST_PARTS:
            self._parts.clear()
        self._parts[written] = part
        return part

    def _places(self, words: Words, start: int) -> tuple[Place, ...] | None:
        found: list[Place] = []
        while start < len(words):
            word = words[start]
            if word is None:
                start += 1
                continue
            kind, length = (
                next(iter(type_words_at(words, start)), _NO_TYPE) if word.types else _NO_TYPE
            )
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
        cuts: list[int] = []
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
            cuts.append(len(key))
            if names.entries:
                found, length = names, len(said)
        if found is None:
            return None, said
        kept = found.written_with(tuple(cuts[: length - 1]))
        return (kept if kept.entries else None), said[:length]
