"""A trie over the words of names, walked over the words of a text: linear, offsets kept.

Pure. Words are compared without case and accents; ``spelled_alike`` tells whether the accents
agreed too. White space, hyphens, "&" and one line break may stand between two words; a comma only
where the name has one; a bracketed abbreviation is stepped over.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from phongtrao.core.vietnamese import fold, fold_keep_length

_WORD = re.compile(r"\([A-Za-z&]{2,10}\)|[0-9a-z]+")
_GAP = re.compile(r"[^\S\n]*[-–&/]?[^\S\n]*")
_WRAP = re.compile(r"[^\S\n]*[,–-]?[^\S\n]*\n[^\S\n]*")
_COMMA_GAP = re.compile(r"\s?,[^\S\n]*(?:-[^\S\n]*)?")
_SHORT_WORDS = frozenset({"tp", "tx", "tt", "p", "q", "h", "tw"})


class _LetterMap(dict[int, str]):
    """Letter → folded letter, filled as letters are met."""

    def __missing__(self, point: int) -> str:
        folded = fold_keep_length(chr(point))
        # A letter that NFC would split (never in canonical text) must not change the length.
        self[point] = folded if len(folded) == 1 else chr(point)
        return self[point]


_LETTERS = _LetterMap()


def folded(canonical: str) -> str:
    """The text without case and accents, letter for letter."""
    return canonical.translate(_LETTERS)


class Word(NamedTuple):
    """One word of the folded text; ``gap`` tells what stands before it."""

    key: str
    start: int
    end: int
    gap: str  # "near", "comma", "wall"
    skip: bool = False


@dataclass(frozen=True)
class Name:
    """What a path through the trie stands for."""

    sort: str  # central, kind, group, province
    id: str
    spelled: str
    comma: bool
    upper: bool


@dataclass
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)


def split_words(key: str, masked: list[tuple[int, int]]) -> list[Word]:
    """The words of a folded text outside the masked spans."""
    words: list[Word] = []
    last, last_end, mask = "", 0, iter([*masked, (len(key) + 1, len(key) + 1)])
    m_start, m_end = next(mask)
    for found in _WORD.finditer(key):
        start, end = found.span()
        while start >= m_end:
            m_start, m_end = next(mask)
        if end > m_start:
            continue
        between = key[last_end:start]
        gap = "near" if between == " " else _gap_sort(between, last)
        skip = False
        if key[start] == "(":
            skip = gap == "near"
            start, end = (start, end) if skip else (start + 1, end - 1)
        last, last_end = key[start:end], end
        words.append(Word(last, start, end, gap, skip))
    return words


def _gap_sort(gap: str, before: str) -> str:
    if len(gap) > 12:
        return "wall"
    if _GAP.fullmatch(gap):
        return "near"
    if "\n" in gap and _WRAP.fullmatch(gap):
        return "comma" if "," in gap else "near"
    if _COMMA_GAP.fullmatch(gap):
        return "comma"
    if before in _SHORT_WORDS and gap.strip() == ".":
        return "near"
    return "wall"


class NameTrie:
    """Names to find in a text."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, sort: str, id_: str, spelled: str) -> None:
        """Add one spelling of a name."""
        words = [w for w in re.split(r"[^0-9a-z]+", fold(spelled)) if w]
        node = self._root
        for word in words:
            node = node.next.setdefault(word, _Node())
        letters = "".join(c for c in spelled if c.isalpha())
        upper = letters.isupper() and len(words) == 1
        node.names.append(Name(sort, id_, spelled, "," in spelled, upper))

    def begins(self, word: str) -> bool:
        """Whether any name begins with a word."""
        return word in self._root.next

    def match(self, text: str, words: list[Word], at: int) -> list[tuple[int, Name]]:
        """Every name that begins at word ``at``: (index after its last word, name)."""
        node, found, comma, i = self._root, list[tuple[int, Name]](), False, at
        while i < len(words):
            word = words[i]
            if i > at:
                if word.gap == "wall":
                    break
                if word.skip:
                    i += 1
                    continue
                comma = comma or word.gap == "comma"
            step = node.next.get(word.key)
            if step is None:
                break
            node, i = step, i + 1
            for name in node.names:
                raw = text[words[at].start : word.end]
                if (name.comma or not comma) and (not name.upper or raw.isupper()):
                    found.append((i, name))
        return found


@lru_cache(maxsize=4096)
def spelled_alike(raw: str, spelled: str) -> bool:
    """Whether the accents agree too, wherever the tone mark stands (hoà = hòa)."""
    return _letters(raw) == _letters(spelled)


def _letters(text: str) -> list[str]:
    return sorted(c for c in unicodedata.normalize("NFD", text.lower()) if not c.isspace())
