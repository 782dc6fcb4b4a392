"""Digits written as words: *không chín một hai…*, also *mười hai, chín mươi tư*."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.contexts import Contacts
from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.labels import Labels
from phongtrao.core.guard.normal import NormalText
from phongtrao.core.guard.numbers import spoken_number
from phongtrao.core.guard.wordlists import any_of

_DIGITS = {
    "khong": "0", "mot": "1", "hai": "2", "ba": "3", "bon": "4", "tu": "4", "nam": "5",
    "lam": "5", "nham": "5", "sau": "6", "bay": "7", "tam": "8", "chin": "9", "linh": "0",
    "le": "0",
}  # fmt: skip
_TEN = "muoi"
# Figures stand among them sign by sign: a search by first signs knows no class of signs.
_WORD = rf"{any_of([*_DIGITS, _TEN, *'0123456789'])}(?![a-z0-9])"
_SPOKEN = re.compile(rf"{_WORD}(?:[\s,.;/\-]{{1,4}}{_WORD}){{7,39}}+")
_PART = re.compile(_WORD)
_FEWEST_WORDS = 3
_LENGTHS = (12, 10, 9)


def spoken_in(text: NormalText) -> Iterator[Finding]:
    """Numbers dictated in words."""
    labels, contacts = Labels(text.bare), Contacts(text)
    for spoken in _runs(text.bare):
        parts = [part[0] for part in _PART.finditer(text.bare, *spoken.span())]
        if sum(part.isalpha() for part in parts) < _FEWEST_WORDS:
            continue
        kind = _kind({_plain(parts), _counted(parts)}, spoken.start(), labels)
        if kind:
            held = kind == "mobile" and contacts.holds(spoken.start(), spoken.end())
            yield Finding(spoken.start(), spoken.end(), kind, "ask" if held else "block")


def _runs(bare: str) -> Iterator[re.Match[str]]:
    """Runs of such words; one that begins inside a word is read again from its next sign on."""
    at = 0
    while spoken := _SPOKEN.search(bare, at):
        if bare[max(0, spoken.start() - 1) : spoken.start()].isalnum():
            at = spoken.start() + 1
            continue
        yield spoken
        at = spoken.end()


def _kind(readings: set[str], start: int, labels: Labels) -> str | None:
    named = labels.before(start)
    if any(label.kind == "bank" and label.is_direct for label in named):
        return "bank"
    for digits in sorted(readings):
        for length in _LENGTHS:
            for at in range(max(0, len(digits) - length + 1)):
                kind = spoken_number(digits[at : at + length], named)
                if kind:
                    return kind
    return None


def _plain(parts: list[str]) -> str:
    """Each word a digit; *mười* after none is 1, as in *mười hai*, else it only parts tens."""
    digits = ""
    for at, part in enumerate(parts):
        if part != _TEN:
            digits += _DIGITS.get(part, part)
        elif at == 0:
            digits += "1"
        elif at + 1 == len(parts):
            digits += "0"
    return digits


def _counted(parts: list[str]) -> str:
    """The same with each *mười* as 1: *không chín mười hai* is 0912."""
    return "".join("1" if part == _TEN else _DIGITS.get(part, part) for part in parts)
