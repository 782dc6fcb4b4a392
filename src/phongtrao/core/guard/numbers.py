"""Numbers that belong to a person: found as runs of digits, told apart by length, form and name.

A run is read token by token; neighbouring tokens are also read together, so that separators,
brackets and spaces inside a number hide nothing.  Every number is looked at a bounded number of
times, so the whole is linear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from phongtrao.core.guard.contexts import CLOSE, UNIT, Contacts, Names
from phongtrao.core.guard.findings import Act, Finding
from phongtrao.core.guard.normal import NormalText

# Provinces of registration in personal numbers: Circular 59/2021/TT-BCA, annex I (63 codes).
_PROVINCES_LISTED = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035"
    " 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072"
    " 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
)
PROVINCES = frozenset(_PROVINCES_LISTED.split())
# Mobile numbers after the change of prefixes of 2018: Decision 798/QĐ-BTTTT (2014) as amended.
_MOBILE = re.compile(r"0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])\d{7}")
_OLD_MOBILE = re.compile(r"01(?:2[0-9]|6[2-9]|8[68]|99)\d{7}")
_LANDLINE = re.compile(r"02\d{9}")
# How the digits of a number begin that needs no word beside it.
_HEAD = re.compile(
    r"(?:0084|84)0?(?:[35789]|2\d{9})|0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-9])\d{7}"
    r"|02\d{9}|0(?!00)\d\d[0-3]\d{8}"
)
_SEPARATORS = r" .\-_·()\[\]/,|*:~'’+"
_RUN = re.compile(rf"\d+(?:[{_SEPARATORS}]{{1,5}}\d+)*")
_TOKEN = re.compile(r"\d+")
_FREE = re.compile(r"[ .\-_·()\[\]~+]*")
_UNIFORM = re.compile(r"[/,|*:'’]")
# Days and their short form are no parts of a number, whatever follows them after a space.
_DATES = re.compile(
    r"(?<![\d./-])(?:\d{1,2} ?([./-]) ?\d{1,2} ?\1 ?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
    r"(?![./-]?\d)"
)
_LETTERS_FOR_DIGITS = re.compile(r"(?<![a-z])[oil|]{1,3}(?=\d)|(?<=\d)[oil]{1,3}(?=[\d .\-]|$)")
_AS_DIGITS = str.maketrans("oil|", "0111")
_DOCUMENT_TAIL = re.compile(r" ?/ ?[a-z]|-[a-z]{2}")
_LONGEST, _SHORTEST = 19, 6
_SHORTEST_BY_FORM, _LONGEST_BY_FORM = 10, 13


@dataclass(frozen=True, slots=True)
class _Number:
    """Digits as they stand in ``bare[start:end]``."""

    digits: str
    start: int
    end: int
    tokens: tuple[str, ...]
    separators: tuple[str, ...]
    whole_run: bool

    @property
    def joined(self) -> bool:
        return len(self.tokens) > 1

    @property
    def has_thousands(self) -> bool:
        """Written as an amount: 1.234.567."""
        groups = all(len(token) == 3 for token in self.tokens[1:])
        first = self.tokens[0]
        same = len(set(self.separators)) == 1 and self.separators[0] in {".", ",", " "}
        return self.joined and groups and same and len(first) <= 3 and first[0] != "0"

    @property
    def is_weak(self) -> bool:
        """Digits one by one or in pairs, or a nought before them: may be cells of a table."""
        if not self.joined:
            return False
        pairs = max(map(len, self.tokens)) <= 2
        lone_nought = self.tokens[0] == "0" and self.separators[0] == " "
        return pairs or lone_nought or self.is_pair_of_codes

    @property
    def is_pair_of_codes(self) -> bool:
        """Two codes of communes side by side: 03469 03433."""
        return len(self.tokens) == 2 and all(len(t) == 5 for t in self.tokens)


class _Run:
    """The tokens of one run of digits, and numbers made of neighbouring tokens."""

    def __init__(self, shown: str, start: int, end: int) -> None:
        self._shown = shown
        self._spans = [token.span() for token in _TOKEN.finditer(shown, start, end)]
        self._digits = "".join(shown[a:b] for a, b in self._spans)
        self._offsets = [0]
        for a, b in self._spans:
            self._offsets.append(self._offsets[-1] + b - a)

    def __len__(self) -> int:
        return len(self._spans)

    def start(self, at: int) -> int:
        """Where token ``at`` begins in the text."""
        return self._spans[at][0]

    def left(self, at: int) -> int:
        """How many digits there are from token ``at`` on."""
        return len(self._digits) - self._offsets[at]

    def lasts(self, at: int, *, named: bool) -> Iterator[int]:
        """The last tokens of numbers that may begin at token ``at``."""
        offset = self._offsets[at]
        if self._offsets[at + 1] - offset >= _SHORTEST:
            yield at
        if not named and not _HEAD.match(self._digits, offset):
            return
        for last in range(at + 1, min(len(self._spans), at + _LONGEST)):
            length = self._offsets[last + 1] - offset
            if length > _LONGEST:
                return
            if length >= (_SHORTEST if named else _SHORTEST_BY_FORM):
                yield last
            if length > _LONGEST_BY_FORM and not named:
                return

    def number(self, at: int, last: int) -> _Number:
        """The tokens ``at`` to ``last`` read as one number."""
        chosen = self._spans[at : last + 1]
        tokens = tuple(self._shown[start:end] for start, end in chosen)
        gaps = tuple(self._shown[a[1] : b[0]] for a, b in pairwise(chosen))
        whole = at == 0 and last == len(self._spans) - 1
        return _Number("".join(tokens), chosen[0][0], chosen[-1][1], tokens, gaps, whole)


def numbers_in(text: NormalText, names: Names) -> Iterator[Finding]:
    """Findings among the digit runs of a text; offsets are those of its normal forms."""
    contacts = Contacts(text.bare)
    shown = _DATES.sub(lambda day: "x" * len(day[0]), text.bare)
    shown = _LETTERS_FOR_DIGITS.sub(lambda part: part[0].translate(_AS_DIGITS), shown)
    for found in _RUN.finditer(shown):
        if found.end() - found.start() < _SHORTEST:
            continue
        run, at = _Run(shown, *found.span()), 0
        while at < len(run):
            step, finding = _number_at(text, names, run, at)
            if finding is not None:
                yield _softened(finding, contacts)
            at += step


def _number_at(text: NormalText, names: Names, run: _Run, at: int) -> tuple[int, Finding | None]:
    """The number that begins at token ``at``, and how many tokens it takes (1 when none).

    A length that the naming word asks for goes first, the longest of them; else the shortest.
    """
    if run.left(at) < _SHORTEST:
        return 1, None
    named = names.before(run.start(at))
    best: tuple[_Number, str, Act] | None = None
    step = 1
    for last in run.lasts(at, named=bool(named)):
        number = run.number(at, last)
        found = _judged(number, named, text) if _is_one(number, text.bare, named) else None
        if found is None:
            continue
        kind, act, by_name = found
        if best is None or by_name:
            best, step = (number, kind, act), last - at + 1
    if best is None:
        return 1, None
    number, kind, act = best
    return step, Finding(number.start, number.end, kind, act)


def _softened(finding: Finding, contacts: Contacts) -> Finding:
    """Telephones of an issuing body are asked about, not blocked."""
    if finding.kind == "mobile" and contacts.holds(finding.start, finding.end):
        return Finding(finding.start, finding.end, "mobile", "ask")
    return finding


def _is_one(number: _Number, shown: str, named: dict[str, int]) -> bool:
    """Whether these tokens may be one number and not neighbours."""
    if not number.joined:
        return True
    if _DOCUMENT_TAIL.match(shown, number.end):
        return False
    if number.is_pair_of_codes and number.separators[0].strip():
        return False
    if all(_FREE.fullmatch(gap) for gap in number.separators):
        return True
    uniform = len({gap.strip() for gap in number.separators}) == 1
    marks = number.separators[0].strip()
    sizes = {len(token) for token in number.tokens}
    lone = sizes == {1} or min(sizes) >= 3 or bool(named)
    return uniform and lone and len(marks) == 1 and bool(_UNIFORM.match(marks))


def _judged(
    number: _Number, named: dict[str, int], text: NormalText
) -> tuple[str, Act, bool] | None:
    """Kind, act, and whether a word before gave it; None for a number that is left alone."""
    counted = UNIT.match(text.low, number.end) is not None
    has_plus = "+" in text.bare[max(0, number.start - 2) : number.start]
    if number.has_thousands:
        named = {} if counted else {k: far for k, far in named.items() if far <= CLOSE}
        if not named and not has_plus:
            return None
    kind = _by_name(number.digits, named, counted=counted)
    if kind is not None:
        return kind, "block", True
    kind = _by_form(number.digits)
    if kind is None:
        found = _by_half_form(number, text.bare, counted=counted)
        return (*found, False) if found else None
    if number.digits[:2] == "84" and not has_plus and number.joined:
        return kind, "ask", False
    if number.is_weak:
        return (kind, "ask", False) if number.whole_run else None
    return kind, "ask" if kind == "landline" else "block", False


def _by_name(digits: str, named: dict[str, int], *, counted: bool) -> str | None:
    """The kind that a word before the number gives it, the nearest word first."""
    for kind in sorted(named, key=lambda name: named[name]):
        if counted and kind in _AMOUNTS_TOO and digits[0] != "0":
            continue
        if kind in _NAMED_LENGTHS and _fits(kind, digits):
            return kind
    return None


# Money and counts stand behind these words too: "qua tài khoản ngân hàng 50000000 đồng".
_AMOUNTS_TOO = frozenset({"bank", "bhxh", "tax", "health"})
_NAMED_LENGTHS: dict[str, tuple[int, ...]] = {
    "cccd": (8, 9, 10, 11, 12),
    "cmnd": (8, 9, 12),
    "bhxh": (9, 10),
    "tax": (10, 13),
    "mobile": (9, 10, 11, 12, 13),
    "bank": tuple(range(8, 20)),
    "health": tuple(range(6, 15)),
}


def _fits(kind: str, digits: str) -> bool:
    """Whether digits can be what the word says."""
    if len(digits) not in _NAMED_LENGTHS[kind]:
        return False
    if kind == "mobile":
        return _is_mobile(digits) or _is_mobile("0" + digits) or bool(_OLD_MOBILE.fullmatch(digits))
    if kind == "cccd" and len(digits) in {10, 11}:
        # Excel has dropped one nought, or two.
        return digits[0] != "0" and digits.zfill(12)[:3] in PROVINCES
    return True


def _is_mobile(digits: str) -> bool:
    if digits.startswith("0084"):
        digits = "0" + digits[4:].removeprefix("0")
    elif digits.startswith("84") and len(digits) in {11, 12}:
        digits = "0" + digits[2:].removeprefix("0")
    return _MOBILE.fullmatch(digits) is not None


def _by_form(digits: str) -> str | None:
    """The kind that the digits alone tell."""
    if len(digits) == 12 and digits[:3] in PROVINCES and digits[3] in "0123":
        return "cccd"
    if _is_mobile(digits):
        return "mobile"
    home = "0" + digits[2:] if digits.startswith("84") and len(digits) == 12 else digits
    if _LANDLINE.fullmatch(home):
        return "landline"
    return None


def _by_half_form(number: _Number, bare: str, *, counted: bool) -> tuple[str, Act] | None:
    """Forms that other things share too: old mobile numbers, nine digits of the old identity."""
    digits = number.digits
    if _OLD_MOBILE.fullmatch(digits) and not number.joined:
        return "mobile", "ask"
    if number.joined or len(digits) != 9 or digits[0] not in "0123" or counted:
        return None
    beside = bare[max(0, number.start - 1) : number.start], bare[number.end : number.end + 2]
    in_figure = beside[0] in {"/", ",", ".", "-"} or re.match(r"[/,.\-]\d|/[a-z]", beside[1])
    if digits.endswith("000") or in_figure:
        return None
    return "cmnd", "ask"


def spoken_number(digits: str, named: dict[str, int]) -> str | None:
    """The kind of a number given in words of one digit each; None when it is none."""
    return _by_name(digits, named, counted=False) or _by_form(digits)
