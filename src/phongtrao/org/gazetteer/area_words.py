"""Words of texts about places: one spelling of each, and the words that name a type of area.

A word is compared by its letters and, apart from them, its tone marks, so that it does not matter
on which vowel a tone was typed. Final i and y are one letter, and so are the marks that official
papers change freely in names of the Central Highlands.
"""

import re
import unicodedata
from itertools import chain, pairwise, product
from typing import Final, NamedTuple

from phongtrao.core.vietnamese import fold, nfc, tidy
from phongtrao.org.gazetteer.records import LEVELS

_PIECES = re.compile(r"[^\W\d_]+|\d+|[,;:/()\[\]\n]")
_STOPS = frozenset(",;:/()[]\n")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_FINAL_Y = re.compile(r"(?<=[bcdđghklmnprstvx])y$|(?<=qu)y$")
_FREE_MARKS = frozenset({"dak", "lak", "krong"})
_ACUTE = "\u0301"
_GLUED = re.compile(
    r"(?<!\w)(xã|phường|tỉnh|huyện|quận|thànhphố|thịxã|thịtrấn|đặckhu|tp|tx|tt)(?=[^\W\d_])",
    re.IGNORECASE,
)
_MOST_WORDS: Final = 50_000
"""Words remembered in a process; a text cannot make memory grow without end."""

_TYPE_SPELLINGS: Final[dict[str, str]] = {
    "thành phố": "thành phố|tp|t p|t phố|thànhphố|thủ đô",
    "tỉnh": "tỉnh|t",
    "quận": "quận|q",
    "huyện": "huyện đảo|huyện|h",
    "thị xã": "thị xã|tx|t x|t xã|thịxã",
    "thị trấn": "thị trấn|tt|t t|t trấn|ttr|thịtrấn",
    "phường": "phường|p|f|ph",
    "xã": "xã đảo|xã|x",
    "đặc khu": "đặc khu|đk|đ k|đ khu|đkhu|đặckhu",
}
LEVELS_OF_TYPE: Final[dict[str | None, tuple[str, ...]]] = {
    None: LEVELS,
    "tỉnh": ("province",), "thành phố": ("province", "district"),
    "quận": ("district",), "huyện": ("district",), "thị xã": ("district",),
    "thị trấn": ("commune",), "phường": ("commune",), "xã": ("commune",), "đặc khu": ("commune",),
}  # fmt: skip


class Word(NamedTuple):
    """A word in one spelling."""

    plain: str
    """Without any marks: the key of every index."""
    letters: str
    """With the marks of its letters, without tones."""
    tone: str
    """Its tone mark; several in order where words were run together."""
    typed: str
    """Letters and tone: equal for two spellings of one word."""
    is_marked: bool
    """It was written with marks."""
    is_lower: bool
    """It begins with a small letter."""
    is_capital: bool
    """It begins with a capital; a number does neither."""
    types: "TypeSpellings"
    """The types that begin with it."""


TypeSpellings = tuple[tuple[str | None, str], ...]
"""(second word of the spelling or None, type), those of two words first, but isles last."""
Words = list[Word | None]
"""The words of a text; None stands for a comma, bracket or the like: no name goes across it."""


class _Memory(dict[str, tuple[Word | None, ...]]):
    """Piece of a text → its words, worked out when first met."""

    def __missing__(self, piece: str) -> tuple[Word | None, ...]:
        words: tuple[Word | None, ...] = (None,)
        if piece not in _STOPS:
            words = tuple(_word(part) for part in _parts(piece))
        if len(self) < _MOST_WORDS:
            self[piece] = words
        return words


def place_words(text: str) -> Words:
    """The words of a text; "P4" gives two, numbers lose leading noughts."""
    plain_text = nfc(text) if text.isprintable() else tidy(text)
    words: Words = []
    for piece in _PIECES.findall(plain_text):
        words += _memory[piece]
    return words


def with_types_apart(text: str) -> str:
    """The text with a blank after a type word that was run into the name ("xãtân tiến")."""
    return _GLUED.sub(r"\1 ", nfc(text))


def type_words_at(words: Words, start: int) -> list[tuple[str, int]]:
    """The types that may be written at `start`, each with the number of its words."""
    first = words[start]
    following = words[start + 1] if start + 1 < len(words) else None
    second = following.typed if following else ""
    return [
        (kind, 1 if last is None else 2)
        for last, kind in (first.types if first else ())
        if last is None or last == second
    ]


def names_type(words: Words, start: int, *, least_letters: int = 1) -> bool:
    """Whether a type word of so many letters or more stands at `start`."""
    first = words[start]
    return (
        first is not None
        and len(first.plain) >= least_letters
        and bool(type_words_at(words, start))
    )


def levels_of_type(kind: str | None) -> tuple[str, ...]:
    """The levels at which areas of a written type are; every level where none is written."""
    return LEVELS_OF_TYPE[kind]


def _parts(piece: str) -> list[str]:
    """ "QuảngNgãi", "xãĐăk": a capital after a small letter begins a word."""
    starts = [0]
    if not (piece.islower() or piece.isupper() or piece.istitle()):
        pairs = enumerate(pairwise(piece), start=1)
        starts += [place for place, (a, b) in pairs if a.islower() and b.isupper()]
    return [piece[start:end] for start, end in pairwise([*starts, len(piece)])]


def _word(piece: str) -> Word:
    if piece.isdigit():
        number = piece.lstrip("0") or "0"
        return Word(number, number, "", number, False, False, False, ())  # noqa: FBT003
    signs = unicodedata.normalize("NFD", tidy(piece).casefold())
    tone = "".join(sign for sign in signs if sign in _TONES)
    letters = "".join(sign for sign in signs if sign not in _TONES and not _is_modifier(sign))
    letters = _FINAL_Y.sub("i", nfc(letters))
    plain = fold(letters)
    is_marked = bool(tone) or letters != plain
    if plain in _FREE_MARKS or (letters == "đăc" and tone == _ACUTE):
        plain = letters = plain.replace("dac", "dak")
        tone = ""
    is_lower = piece[:1].islower()
    typed = letters + tone
    types = _heads.get(typed, ())
    return Word(plain, letters, tone, typed, is_marked, is_lower, not is_lower, types)


def _is_modifier(sign: str) -> bool:
    """Apostrophes that count as letters: "HʼLeo"."""
    return unicodedata.category(sign) in ("Lm", "Sk")


def _spellings(phrase: str) -> list[tuple[str, ...]]:
    """Each word of a type as it is spelled or without marks."""
    words = [word for word in place_words(phrase) if word]
    return sorted(set(product(*({word.typed, word.plain} for word in words))))


def _learn_types() -> None:
    """Notes under their first word how types are spelled; none has more than two words."""
    for kind, phrases in _TYPE_SPELLINGS.items():
        for phrase in phrases.split("|"):
            for first, *rest in _spellings(phrase):
                _heads[first] = (*_heads.get(first, ()), (rest[0] if rest else None, kind))
    for first, spellings in _heads.items():
        alone = {kind for last, kind in spellings if last is None}
        # "xã Đạo Tú" may be written "xa dao tu": the isle of "xã đảo" is thought of last.
        order = [
            [each for each in spellings if each[0] is not None and each[1] not in alone],
            [each for each in spellings if each[0] is None],
            [each for each in spellings if each[0] is not None and each[1] in alone],
        ]
        _heads[first] = tuple(chain.from_iterable(order))
    _memory.clear()  # words met before their types were known


_memory = _Memory()
_heads: dict[str, TypeSpellings] = {}
_learn_types()
SECOND_WORDS: Final = frozenset(
    last for spellings in _heads.values() for last, _ in spellings if last
)
"""The second words of types: after a first one they are rather this than the name."""
