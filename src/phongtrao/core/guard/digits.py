"""Runs of digits, read token by token, and the numbers that neighbouring tokens make.

A number may be cut by blanks, marks, brackets and line ends.  What the cuts look like tells one
number from neighbours: counts in a row, cells of a table, numbers of an enumeration.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

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
    r"|(?<=\d.)[oil]{0,4}(?![^\W\d_])|(?<=\d[ .\-].)(?=[ .\-]?\d))|(?<=\d[sbz])(?=[.\-]?\d))"
)
_AS_DIGITS = str.maketrans("oilsbz", "011582")
_FREE = re.compile(_FREE_GAP)
_MORE = re.compile(r" {0,3}\n? {0,3}\d")
# 12/KH-UBND, 12 /KH-UBND, 24-NQ/TW; a blank on both sides of a stroke parts what stands there.
_DOCUMENT_TAIL = re.compile(
    r"/ ?[a-z]| /[a-z]| / [a-z]{1,6}-[a-z]|-[a-z]{2,5}(?:/|(?![a-z0-9.])|\.(?=\s|$))"
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3}){0,5}")
_LONGEST_AMOUNT = 13
_HIGHEST_CODE = "33000"
_OUTER = 6
_DIGIT_BEFORE = re.compile(r"\d([^\w]{1,5})$")
_DIGIT_BEHIND = re.compile(r"([^\w]{1,5})\d")
_FIGURE_BEFORE = re.compile(r"\d[.,]$")
_FIGURE_BEHIND = re.compile(r"[.,]\d")
# What stands between cells, or between figures of a line that a program wrote.
_CELL_GAP = re.compile(r" {0,2}[|;,\t] {0,2}| {2,5}")
_LONGEST_FIGURE = 5
_LINE_REST = re.compile(r"[\d \t|.,;%]{0,240}(?:\n|$)")
_ROW_HEAD = 5
# The longest number the rules know: an account.
LONGEST = 19
_ROW_READ, _ROW_TOKENS, _CELL = 240, 24, 2
_NEXT_ROW = re.compile(r"[^\n\d]{1,80}\d[\d.,]*+[^\n\d]{1,40}\d")
# Three figures side by side, without a word between them.
_ROW = re.compile(r"\d(?:[\d.,]*+[ \t|;,]{1,4}+\d){2}")


@dataclass(eq=False)
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
        """It begins with one digit or two: counts in a row begin so, 012, 0912 and 84 do not."""
        is_abroad = self.sizes[0] == 2 and self.digits.startswith("84")
        return self.is_joined and self.sizes[0] <= 2 and not is_abroad

    @property
    def is_in_pairs(self) -> bool:
        """Pairs of digits: counts with a nought before them look so."""
        return self.is_joined and max(self.sizes) == 2

    @property
    def is_dashed(self) -> bool:
        """Cut by dashes alone, as no figures of a row are: 79-49-74-58-59."""
        return set(self.gaps) == {"-"}

    @cached_property
    def is_crowded(self) -> bool:
        """Other digits stand beside it as its own stand beside each other: cells of a row."""
        before = _DIGIT_BEFORE.search(self.shown, max(0, self.start - _OUTER), self.start)
        behind = _DIGIT_BEHIND.match(self.shown, self.end)
        outer = {found[1] for found in (before, behind) if found}
        return not outer.isdisjoint(self.gaps)

    @property
    def is_cut_out(self) -> bool:
        """Its first or last digits are those of a figure: 52.093 or 17,05."""
        head = _FIGURE_BEFORE.search(self.shown, max(0, self.start - 2), self.start)
        return self.is_joined and bool(head or _FIGURE_BEHIND.match(self.shown, self.end))

    @property
    def is_decimal(self) -> bool:
        """A share such as 0.952, and other figures behind it that no dot parts."""
        return self.sizes[0] == 1 and self.gaps[:1] == ["."] and set(self.gaps) != {"."}

    @property
    def is_pair_of_codes(self) -> bool:
        """Two codes of communes side by side: 03469 03433; no commune has a higher one."""
        codes = self.digits[:5], self.digits[5:]
        return self.sizes == (5, 5) and max(codes) < _HIGHEST_CODE

    def is_one(self, *, named: bool) -> bool:
        """Whether these tokens may be one number and not neighbours."""
        if not self.is_joined:
            return True
        if self.is_cut_out or _DOCUMENT_TAIL.match(self.shown, self.end):
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
        ends_row = self.sizes[-1] <= 2 < max(self.sizes) and "\n" in self.gaps[-1]
        if ends_row and _NEXT_ROW.match(self.shown, self.end):
            return False
        if named:
            return behind_words or min(self.sizes) >= 3
        breaks = sum("\n" in gap for gap in self.gaps)
        whole_line = self.sizes[0] >= 6 and breaks == 1
        return (behind_words and max(self.sizes) >= 3) or whole_line

    def in_table(self) -> bool:
        """Whether it stands in a row of figures rather than in a sentence."""
        if self.tokens_of_run > _ROW_TOKENS:
            return True
        begin = self._line_start()
        head = self.shown[begin : self.start].strip(" \t|;-")
        is_last = _LINE_REST.match(self.shown, self.end) is not None
        if not head.strip(":") or (is_last and ":" not in head and head.count(" ") < _ROW_HEAD):
            return True
        return self.has_rows_beside()

    def has_rows_beside(self) -> bool:
        """Whether its line, or the one above or below, has several cells of figures."""
        return any(_ROW.search(row) for row in self._rows_around())

    def is_row_of_figures(self) -> bool:
        """Cells of a table of figures: others stand beside them, or rows cut in other lengths.

        A number that somebody parts into cells fills them, and the next row is parted as it is.
        """
        if not self.is_joined or not all(_CELL_GAP.fullmatch(gap) for gap in self.gaps):
            return False
        if self.is_crowded:
            return self.has_rows_beside()
        if not self.is_whole_run or max(self.sizes) > _LONGEST_FIGURE:
            return False
        rows = [_TOKEN.findall(row) for row in self._rows_around()[:2] if _ROW.search(row)]
        tails = [tuple(len(token) for token in row[-len(self.sizes) :]) for row in rows]
        return any(tail != self.sizes for tail in tails)

    def _rows_around(self) -> tuple[str, str, str]:
        """The line above, the one below, empty ones left out, and the rest of its own."""
        begin = self._line_start()
        above = self.shown[max(0, begin - _ROW_READ) : begin].rstrip("\n").rpartition("\n")[2]
        rest, _, behind = self.shown[self.end : self.end + 2 * _ROW_READ].partition("\n")
        below = behind.lstrip("\n").partition("\n")[0]
        return above, below[:_ROW_READ], rest[:_ROW_READ]

    def _line_start(self) -> int:
        begin = max(0, self.start - _ROW_READ)
        return max(begin, self.shown.rfind("\n", begin, self.start) + 1)


class Run:
    """The tokens of one run of digits."""

    def __init__(self, shown: str, start: int, end: int) -> None:
        """Read the tokens of ``shown[start:end]``."""
        self._shown = shown
        self._spans = [token.span() for token in _TOKEN.finditer(shown, start, end)]
        self.digits = _NO_DIGIT.sub("", shown[start:end])
        self.offsets = [0, *accumulate(b - a for a, b in self._spans)]
        self._asked, self._lengths = -1, list[int]()
        is_long = len(self._spans) > _ROW_TOKENS
        cells = enumerate(self._spans) if is_long else ()
        self._no_cells = [at for at, (begin, stop) in cells if stop - begin > _CELL]

    def __len__(self) -> int:
        return len(self._spans)

    @property
    def end(self) -> int:
        """Where its last token ends in the text."""
        return self._spans[-1][1]

    def start(self, at: int) -> int:
        """Where token ``at`` begins in the text."""
        return self._spans[at][0]

    def size(self, at: int) -> int:
        """How many digits token ``at`` has."""
        return self.offsets[at + 1] - self.offsets[at]

    def lengths(self, at: int) -> list[int]:
        """How many digits numbers from token ``at`` on may have, the most first.

        They hold whole tokens, which stand apart by gaps of one kind.
        """
        if at != self._asked:
            self._asked, self._lengths = at, self._measured(at)
        return self._lengths

    def _measured(self, at: int) -> list[int]:
        offset, kind, found = self.offsets[at], "", [self.size(at)]
        for token in range(at + 1, min(len(self._spans), at + LONGEST)):
            length = self.offsets[token + 1] - offset
            cut = self._cut(self._spans[token - 1][1], self._spans[token][0])
            if length > LONGEST or cut != (kind := kind or cut):
                break
            found.append(length)
        return found[::-1]

    def digits_at(self, at: int, length: int) -> str:
        """The ``length`` digits from token ``at`` on."""
        offset = self.offsets[at]
        return self.digits[offset : offset + length]

    def is_cell(self, at: int) -> bool:
        """Whether token ``at`` is a count in a long row of figures, where no number begins."""
        return len(self._spans) > _ROW_TOKENS and self.size(at) <= _CELL

    def past_cells(self, at: int) -> int:
        """The first token from ``at`` on that is no cell, or the end of the run."""
        if len(self._spans) <= _ROW_TOKENS:
            return at
        place = bisect_left(self._no_cells, at)
        return self._no_cells[place] if place < len(self._no_cells) else len(self._spans)

    def number(self, at: int, length: int) -> Number:
        """The tokens from ``at`` on that hold ``length`` digits, one of ``lengths``."""
        stop = bisect_left(self.offsets, self.offsets[at] + length, at)
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
