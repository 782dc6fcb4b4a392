"""Damage done to a text, each kind with the way back: where a letter of the damaged text came from.

A damaged text is built piece by piece; `back[i]` is the place in the whole text of letter i.
"""

import random
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Pieces = Iterator[tuple[str, int]]
_ALIKE = {"1": "l", "0": "O", "i": "í", "a": "à", "u": "ú", "o": "ò", "e": "è"}


@dataclass(frozen=True)
class Damaged:
    """A damaged text and the place in the whole text of each of its letters."""

    text: str
    back: tuple[int, ...]

    def forward(self, at: int) -> int:
        """The place in the damaged text of a place in the whole one."""
        return bisect_left(self.back, at)


def _built(pieces: Pieces) -> Damaged:
    text, back = list[str](), list[int]()
    for piece, at in pieces:
        text.append(piece)
        back.extend([at] * len(piece))
    return Damaged("".join(text), tuple(back))


def soft_hyphens(whole: str) -> Damaged:
    """A soft hyphen inside every ninth long word."""

    def pieces() -> Pieces:
        long = {
            m.start() + 2 for n, m in enumerate(re.finditer(r"[^\W\d_]{4,}", whole)) if n % 9 == 0
        }
        for at, letter in enumerate(whole):
            yield ("\u00ad" + letter if at in long else letter), at

    return _built(pieces())


def hard_wraps(whole: str, width: int = 60) -> Damaged:
    """Lines of prose broken at a width."""

    def pieces() -> Pieces:
        column = 0
        for at, letter in enumerate(whole):
            wraps = (
                letter == " " and column >= width and "|" not in whole[max(0, at - 80) : at + 80]
            )
            column = 0 if wraps or letter == "\n" else column + 1
            yield ("\n" if wraps else letter), at

    return _built(pieces())


def alike_letters(whole: str, share: float = 0.03) -> Damaged:
    """A few letters read as others that look like them, as a scan gives them."""
    dice = random.Random(7)

    def pieces() -> Pieces:
        for at, letter in enumerate(whole):
            swapped = letter in _ALIKE and dice.random() < share
            yield (_ALIKE[letter] if swapped else letter), at

    return _built(pieces())


def page_numbers(whole: str, lines: int = 40) -> Damaged:
    """The number of a page on a line of its own, in the middle of the text."""

    def pieces() -> Pieces:
        ends = [m.end() for m in re.finditer("\n", whole)][lines::lines]
        pages = {at: number for number, at in enumerate(ends, start=2)}
        for at, letter in enumerate(whole):
            yield (f"{pages[at]}\n{letter}" if at in pages else letter), at

    return _built(pieces())


def bars_to_tabs(whole: str) -> Damaged:
    """Tables with bars as tables with tabs."""

    def pieces() -> Pieces:
        at = 0
        while at < len(whole):
            bar = re.match(r" ?\| ?", whole[at : at + 3])
            yield ("\t" if bar else whole[at]), at
            at += bar.end() if bar else 1

    return _built(pieces())


def tabs_to_bars(whole: str) -> Damaged:
    """Tables with tabs as tables with bars."""
    return _built((" | " if letter == "\t" else letter, at) for at, letter in enumerate(whole))


KINDS: dict[str, Callable[[str], Damaged]] = {
    "soft hyphens": soft_hyphens,
    "hard wraps": hard_wraps,
    "alike letters": alike_letters,
    "page numbers": page_numbers,
    "bars to tabs": bars_to_tabs,
    "tabs to bars": tabs_to_bars,
}
