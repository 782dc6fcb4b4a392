"""Runs of digits, read token by token, and the numbers that neighbouring tokens make.

A number may be cut by blanks, marks, brackets and line ends.  What the cuts look like tells one
number from neighbours: counts in a row, cells of a table, numbers of an enumeration.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from phongtrao.core.guard.normal import NormalText

_FREE_GAP = r"[ .\-_·()\[\]{}~+]{1,5}"
_WRAP_GAP = r" {0,3}[.\-]?\n[ \t]{0,3}"
_UNIFORM_GAP = r"[/\\,|*:;'’`•=]{1,2}| [/\\|*:;'’`•=,]{1,2} |\t"
_RUN = re.compile(rf"\d\d*+(?:(?:{_FREE_GAP}|{_WRAP_GAP}|{_UNIFORM_GAP})\d++)*+")
_TOKEN = re.compile(r"\d+")
_NO_DIGIT = re.compile(r"\D+")
# Days are no parts of a number, whatever follows them after a space.
_DATES = re.compile(
    r"\d(?<![\d./\-].)(?:\d? ?([./\-]) ?\d{1,2} ?\1 ?(?:19|20)\d\d"
    r"|(?:(?<=1)9|(?<=2)0)\d\d-\d\d-\d\d)(?![./\-]?\d)"
)
# Letters written for digits: read in lower case with their marks, so that a word is no letter.
_LETTERS = re.compile(
    r"[oilsbz](?:(?<=[oil])(?:(?<![^\W_].)[oil]{0,4}(?=[ .\-]?\d)"
    r"|(?<=\d.)[oil]{0,4}(?![^\W\d_])|(?<=\d[ .\-].)(?=[ .\-]?\d))|(?<=\d[sbz])(?=\d))"
)
_AS_DIGITS = str.maketrans("oilsbz", "011582")
_FREE = re.compile(_FREE_GAP)
_MORE = re.compile(r" {0,3}\n? {0,3}\d")
_DOCUMENT_TAIL = re.compile(r" ?/ ?[a-z]|-[a-z]{2}")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3}){0,5}")
_LONGEST_AMOUNT = 13
_ROW_READ, _ROW_CELLS, _ROW_TOKENS = 240, 4, 24
_CELL = re.compile(r"(?<![\w.,/])\d{1,6}(?![\w.,/])")


@dataclass(frozen=True)
class Number:
    """Digits as they stand in ``shown[start:end]``, made of one or more tokens."""

    shown: str
    digits: str
    start: int
    end: int
    sizes: tuple[int, ...]
    tokens_of_run: int

    @property
    def is_whole_run(self) -> bool:
        """No other digits stand beside it."""
        return len(self.sizes) == self.tokens_of_run

    @property
    def is_joined(self) -> bool:
        """Made of several tokens."""
        return len(self.sizes) > 1

    @cached_property
    def gaps(self) -> list[str]:
        """What stands between the tokens."""
        return _NO_DIGIT.findall(self.shown, self.start, self.end)

    @cached_property
    def is_amount(self) -> bool:
        """Written as an amount: 1.234.567; no budget has more than thirteen digits."""
        if len(self.digits) > _LONGEST_AMOUNT:
            return False
        return _THOUSANDS.fullmatch(self.shown, self.start, self.end) is not None

    @property
    def is_weak(self) -> bool:
        """Digits one by one or in pairs, or a nought before them: may be cells of a table."""
        if not self.is_joined:
            return False
        lone_nought = self.sizes[0] == 1 and self.sizes[1] > 4 and self.gaps[0] == " "
        return max(self.sizes) <= 2 or lone_nought

    @property
    def is_pair_of_codes(self) -> bool:
        """Two codes of communes side by side: 03469 03433."""
        return self.sizes == (5, 5)

    def is_one(self, *, named: bool) -> bool:
        """Whether these tokens may be one number and not neighbours."""
        if not self.is_joined:
            return True
        if _DOCUMENT_TAIL.match(self.shown, self.end):
            return False
        if any("\n" in gap for gap in self.gaps):
            return self._is_wrapped(named=named)
        if _FREE.fullmatch(self.gaps[0]):
            return True
        # One mark between all tokens: 0/9/1/2, 079|201|012.
        sizes = set(self.sizes)
        long_head = self.sizes[0] >= 4 and self.gaps[0] in {"/", ","}
        return sizes == {1} or min(sizes) >= 3 or long_head or (named and self.gaps[0] != "\t")

    def _is_wrapped(self, *, named: bool) -> bool:
        """Broken over lines: it begins behind words and ends the row; no column of figures."""
        if _MORE.match(self.shown, self.end):
            return False
        line = self.shown.rfind("\n", 0, self.start) + 1
        behind_words = not self.shown[max(line, self.start - 40) : self.start].isspace()
        behind_words = behind_words and line < self.start
        if named:
            return behind_words or min(self.sizes) >= 3
        breaks = sum("\n" in gap for gap in self.gaps)
        whole_line = self.sizes[0] >= 6 and breaks == 1
        return (behind_words and max(self.sizes) >= 3) or whole_line

    def in_table(self) -> bool:
        """Whether the line, or one beside it, is a row of figures rather than a sentence."""
        if self.tokens_of_run > _ROW_TOKENS:
            return True
        shown = self.shown
        begin = shown.rfind("\n", max(0, self.start - _ROW_READ), self.start) + 1
        begin = begin or max(0, self.start - _ROW_READ)
        if not shown[begin : self.start].strip(" \t|;:-"):
            return True
        above = shown[max(0, begin - _ROW_READ) : max(0, begin - 1)].rpartition("\n")[2]
        below = shown[self.end : self.end + 2 * _ROW_READ].split("\n", 2)
        rows = (above, below[1] if len(below) > 1 else "", below[0])
        return any(len(_CELL.findall(row[:_ROW_READ])) >= _ROW_CELLS for row in rows)


class Run:
    """The tokens of one run of digits."""

    def __init__(self, shown: str, start: int, end: int) -> None:
        """Read the tokens of ``shown[start:end]``."""
        self._shown = shown
        self._spans = [token.span() for token in _TOKEN.finditer(shown, start, end)]
        self.digits = _NO_DIGIT.sub("", shown[start:end])
        self.offsets = [0, *accumulate(b - a for a, b in self._spans)]
        self._token_at = {offset: at for at, offset in enumerate(self.offsets)}
        self._cuts = [self._cut(a[1], b[0]) for a, b in pairwise(self._spans)]

    def __len__(self) -> int:
        return len(self._spans)

    def start(self, at: int) -> int:
        """Where token ``at`` begins in the text."""
        return self._spans[at][0]

    def size(self, at: int) -> int:
        """How many digits token ``at`` has."""
        return self.offsets[at + 1] - self.offsets[at]

    def digits_at(self, at: int, length: int) -> str:
        """The ``length`` digits from token ``at`` on; empty when a token or a row is cut."""
        offset = self.offsets[at]
        stop = self._token_at.get(offset + length)
        if stop is None or len(set(self._cuts[at : stop - 1])) > 1:
            return ""
        return self.digits[offset : offset + length]

    def number(self, at: int, length: int) -> Number:
        """The tokens from ``at`` on that hold ``length`` digits, as ``digits_at`` gave them."""
        stop = self._token_at[self.offsets[at] + length]
        spans = self._spans[at:stop]
        return Number(
            self._shown,
            self.digits[self.offsets[at] : self.offsets[stop]],
            spans[0][0],
            spans[-1][1],
            tuple(end - start for start, end in spans),
            len(self._spans),
        )

    def _cut(self, start: int, end: int) -> str:
        """What kind of gap this is: free ones mix with line ends, others only with their like."""
        first = self._shown[start]
        if first in " \n" and end - start > 1:
            first = self._shown[start:end].strip(" .-()[]")[:1] or " "
        return _FREE_SIGN if first in _FREE_SIGNS else self._shown[start:end]


_FREE_SIGN = " "
_FREE_SIGNS = frozenset(" .-_·()[]{}~+\n")


def shown_digits(text: NormalText) -> str:
    """``bare`` with letters written for digits as digits, and without days."""
    parts: list[str] = []
    shown, at = text.bare, 0
    for part in _LETTERS.finditer(text.low):
        parts += (shown[at : part.start()], part[0].translate(_AS_DIGITS))
        at = part.end()
    shown = "".join((*parts, shown[at:]))
    return _DATES.sub(lambda day: "x" * len(day[0]), shown)


def runs_in(shown: str, fewest: int) -> Iterator[Run]:
    """Runs of at least ``fewest`` digits."""
    for found in _RUN.finditer(shown):
        start, end = found.span()
        if end - start >= fewest and len(_NO_DIGIT.sub("", found[0])) >= fewest:
            yield Run(shown, start, end)
