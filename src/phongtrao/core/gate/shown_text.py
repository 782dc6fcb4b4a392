"""Text as it is shown: hidden marks become boxes, and letters that imitate others are pointed out.

Pure.  What is stored goes through ``core.vietnamese.tidy``; this is for text of others that is
shown as it came (names of files, previews, differences).  Sources: UAX 9, UTS 39.
"""

import re
import unicodedata
from typing import Literal, NamedTuple

BOX = "□"
_PLAIN_CONTROLS = "\t\n\r"
# Letters that show nothing although they are letters or marks: fillers and joiners.
_BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
_CYRILLIC = dict(
    zip("аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅԌ", "aeopcyxijshdqwABEKMHOPCTYXIJSG", strict=True)
)
_GREEK = dict(zip("ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovABEZHIKMNOPTYX", strict=True))
_OTHER_SCRIPTS = str.maketrans(_CYRILLIC | _GREEK)
_D_LETTERS = str.maketrans("ÐðƉɖ", "ĐđĐđ")
_WIDE = "\uff01-\uff5e"
_LETTERS = re.compile(f"(?:[^\\W\\d_]|[{_WIDE}\u0300-\u036f])+")
LookalikeKind = Literal["script", "wide", "eth"]


class Lookalike(NamedTuple):
    """Signs ``start`` to ``end`` of a text imitate the letters ``meant``."""

    start: int
    end: int
    kind: LookalikeKind
    meant: str


def visible(text: str) -> str:
    """The text with a box for every mark that is not seen: bidi marks, zero widths, controls.

    Tabs and line ends stay.  As long as ``text``.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(BOX if _is_hidden(sign) else sign for sign in text)


def lookalikes(text: str) -> list[Lookalike]:
    """Where letters imitate others, in order.

    ``script``: Cyrillic and Greek letters within a Latin word, or words of nothing but imitating
    ones; ``wide``: full-width signs; ``eth``: Ð and its kin in place of Đ.
    """
    found = []
    for word in _LETTERS.finditer(text):
        disguised = _is_disguised(word[0])
        for offset, sign in enumerate(word[0]):
            kind = _kind(sign, disguised=disguised)
            if kind is not None:
                at = word.start() + offset
                found.append(Lookalike(at, at + 1, kind, skeleton(sign)))
    return _joined(found)


def skeleton(text: str) -> str:
    """The text with every imitating letter replaced by what it imitates; hidden marks are gone.

    Two names with one skeleton look the same.  Not for showing, not for storing.
    """
    apart = unicodedata.normalize("NFKD", "".join(s for s in text if not _is_hidden(s)))
    return unicodedata.normalize("NFC", apart.translate(_OTHER_SCRIPTS).translate(_D_LETTERS))


def _is_hidden(sign: str) -> bool:
    if sign in _PLAIN_CONTROLS:
        return False
    return unicodedata.category(sign) in {"Cf", "Cc", "Cs", "Zl", "Zp"} or sign in _BLANK_LETTERS


def _bare(sign: str) -> str:
    """A letter without its marks."""
    return unicodedata.normalize("NFD", sign)[0]


def _is_disguised(word: str) -> bool:
    """Whether the foreign letters of a word are there to be taken for Latin ones."""
    letters = [_bare(sign) for sign in word if sign.isalpha()]
    foreign = [letter for letter in letters if "LATIN" not in unicodedata.name(letter, "")]
    imitating = [letter for letter in foreign if ord(letter) in _OTHER_SCRIPTS]
    return bool(imitating) and (len(foreign) < len(letters) or imitating == letters)


def _kind(sign: str, *, disguised: bool) -> LookalikeKind | None:
    if "\uff01" <= sign <= "\uff5e":
        return "wide"
    if ord(sign) in _D_LETTERS:
        return "eth"
    if disguised and ord(_bare(sign)) in _OTHER_SCRIPTS:
        return "script"
    return None


def _joined(found: list[Lookalike]) -> list[Lookalike]:
    """Neighbours of one kind as one."""
    joined: list[Lookalike] = []
    for each in found:
        if joined and joined[-1].end == each.start and joined[-1].kind == each.kind:
            last = joined[-1]
            joined[-1] = Lookalike(last.start, each.end, each.kind, last.meant + each.meant)
        else:
            joined.append(each)
    return joined
