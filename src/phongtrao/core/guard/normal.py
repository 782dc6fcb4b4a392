"""One normal form of a text for the patterns, with the way back to the text as it was given.

Digits of all scripts become 0-9, full-width and other compatibility forms plain letters, odd
spaces and dashes plain ones; marks that show nothing are taken out.  Three strings of equal
length come of it: ``cased`` (composed letters), ``low`` (lower case) and ``bare`` (lower case
without tone and letter marks).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

# Letters of other scripts that look like Latin ones; a context word may be written with them.
_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТХавекмнорстхуіІѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧοραυνÐƉðɖ",
    "ABEKMHOPCTXabekmhopctxyiIsjABEZHIKMNOPTYXopauvĐĐđđ",
)
# Letters by their category that show nothing.
_BLANK_LETTERS = {"\u115f": "", "\u1160": "", "\u3164": "", "\uffa0": "", "\u2800": " "}
_DASHES = "\u2212\u2043\u30fc"
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_HIDDEN = {"Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me"}
_FEW = 150
_WIDE = re.compile(" {2,}")
# Open oa, oe, uy carry their tone on either letter: hoà and hòa, thuý and thúy are one word.
_OPEN_LISTED = "oàòa oáóa oảỏa oãõa oạọa oèòe oéóe oẻỏe oẽõe oẹọe uỳùy uýúy uỷủy uỹũy uỵụy"
_FIRST_PLACE = {pair[:2]: pair[2:] for pair in _OPEN_LISTED.split()}
_SECOND_PLACE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u(?<!qu)[ỳýỷỹỵ])(?!\w)")
_MARKS_READ = 8  # Vietnamese needs two; the rest of a pile says nothing


@dataclass(frozen=True, slots=True)
class NormalText:
    """The three forms of one text and the places where offsets jump."""

    cased: str
    low: str
    bare: str
    _normal: list[int]
    _given: list[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The range of the given text that ``start:end`` of the normal forms came from."""
        return self._origin(start), self._origin(max(start, end - 1)) + 1

    def _origin(self, at: int) -> int:
        piece = bisect_right(self._normal, at) - 1
        base = self._given[piece]
        if piece + 1 < len(self._given):
            # One sign that became several: all of them came from it.
            return min(base + at - self._normal[piece], self._given[piece + 1] - 1)
        return base + at - self._normal[piece]


def normalise(text: str) -> NormalText:
    """The normal forms of ``text``; linear in its length."""
    signs = set(text)
    cased, normal, given = _joined(text, signs)
    signs = signs if cased is text else set(cased)
    plain = ((sign, _plain(sign)) for sign in signs)
    cased = _with(
        cased, {sign: other for sign, other in plain if len(other) == 1 and other != sign}
    )
    low = cased.lower()
    if len(low) != len(cased):
        low = "".join(sign.lower()[0] for sign in cased)
    low = _SECOND_PLACE.sub(lambda found: _FIRST_PLACE[found[0]], low)
    lower = {_plain(sign).lower()[:1] for sign in signs}.union(*_FIRST_PLACE.values())
    marked = (sign for sign in lower if not sign.isascii())
    bare = _with(low, {sign: _bare(sign) for sign in marked if _bare(sign) != sign})
    return NormalText(cased, low, bare, normal, given)


def bare_of(words: str) -> str:
    """Words in lower case without tone and letter marks; nothing else of them changes."""
    return "".join(_bare(sign) for sign in unicodedata.normalize("NFC", words.lower()))


def squeezed(text: NormalText) -> NormalText:
    """``text`` with one space where several stand; its origins are places of ``text``.

    Prose typed with wide blanks reads as any other; ``text`` itself when there are none.
    """
    if "  " not in text.cased:
        return text
    normal, given, parts, length, at = [0], [0], list[tuple[int, int]](), 0, 0
    for wide in _WIDE.finditer(text.cased):
        parts.append((at, wide.start() + 1))
        length += wide.start() + 1 - at
        at = wide.end()
        normal.append(length)
        given.append(at)
    parts.append((at, len(text.cased)))
    cased, low, bare = (
        "".join([form[start:end] for start, end in parts])
        for form in (text.cased, text.low, text.bare)
    )
    return NormalText(cased, low, bare, normal, given)


def _with(text: str, others: Mapping[str, str]) -> str:
    """``text`` with signs exchanged one for one; a few signs are quicker one after the other."""
    if len(others) > _FEW or not others.keys().isdisjoint(others.values()):
        return text.translate({ord(sign): other for sign, other in others.items()})
    for sign, other in others.items():
        text = text.replace(sign, other)
    return text


def _joined(text: str, signs: set[str]) -> tuple[str, list[int], list[int]]:
    """The text with irregular signs resolved, and where pieces begin in it and in ``text``.

    Regular signs (one sign for one) are left for ``translate``.
    """
    odd = _class({sign for sign in signs if len(_plain(sign)) != 1})
    if not odd:
        return text, [0], [0]
    marks = _class({sign for sign in signs if unicodedata.category(sign) in {"Mn", "Me"}})
    pattern = f"[^{odd}][{marks}]+|[{odd}]" if marks else f"[{odd}]"
    pieces: list[str] = []
    normal, given, length, at = [0], [0], 0, 0
    for found in re.finditer(pattern, text, re.DOTALL):
        before, resolved = text[at : found.start()], _resolved(found[0])
        pieces += (before, resolved)
        normal += (length + len(before), length + len(before) + len(resolved))
        given += (found.start(), found.end())
        length += len(before) + len(resolved)
        at = found.end()
    pieces.append(text[at:])
    return "".join(pieces), normal, given


def _class(signs: set[str]) -> str:
    return "".join(re.escape(sign) for sign in sorted(signs))


def _resolved(cluster: str) -> str:
    """A letter with its marks composed into one letter; a single sign as its plain form."""
    if len(cluster) == 1:
        return _plain(cluster)
    base = _plain(cluster[0])
    if not base.isalpha():
        return base
    return unicodedata.normalize("NFC", base + cluster[1 : 1 + _MARKS_READ])[0]


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """The plain form of one sign: usually one sign, none when it shows nothing."""
    if sign in _LINE_ENDS:
        return "\n"
    if sign in "\n\t" or " " <= sign <= "~":
        return sign
    if sign in _BLANK_LETTERS:
        return _BLANK_LETTERS[sign]
    category = unicodedata.category(sign)
    if category in _HIDDEN:
        return ""
    if category == "Zs":
        return " "
    if category == "Pd" or sign in _DASHES:
        return "-"
    digit = _digit(sign)
    if digit is not None:
        return digit
    return _compatible(sign)


def _digit(sign: str) -> str | None:
    """0-9 for digits of every script, circled, raised and Chinese ones too."""
    value = unicodedata.numeric(sign, None)
    if value is None or value not in range(10):
        return None
    return str(int(value))


def _compatible(sign: str) -> str:
    plain = unicodedata.normalize("NFKC", sign).translate(_LOOK_ALIKES)
    shown = "".join(part for part in plain if unicodedata.category(part) not in _HIDDEN)
    return "I" if sign == "\u0130" else shown.replace("\u2044", "/")


@lru_cache(maxsize=4096)
def _bare(sign: str) -> str:
    """A lower-case letter without its marks."""
    return "d" if sign == "đ" else unicodedata.normalize("NFD", sign)[0]
