"""Numbers that belong to a person, told apart by length, form and the word beside them.

Every number is looked at a bounded number of times, so the whole is linear.
"""

import re
from collections.abc import Iterator

from phongtrao.core.guard.contexts import Contacts, is_count, is_money
from phongtrao.core.guard.digits import LONGEST, Number, Run, runs_in
from phongtrao.core.guard.findings import Act, Finding
from phongtrao.core.guard.labels import Label, Labels, has_bank_behind, kind_behind
from phongtrao.core.guard.normal import NormalText
from phongtrao.core.guard.sums import Sums

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
# The third are those of police and army; offices have both.
_LANDLINE = re.compile(r"02\d{9}|069\d{7,8}")
# Only numbers of patients are shorter than eight digits; where no word of them stands none is read.
_SHORTEST, _SHORTEST_OTHER = 6, 8
_HEALTH_WORDS = ("benh", "y te", "kham", "suc khoe", "dieu tri")
_PATIENT = re.compile(r"bn(?![a-z])(?<![a-z]..)")
_LENGTHS_BY_FORM = range(10, 15)
_LENGTHS_BEHIND = range(8, LONGEST + 1)
_SHORTEST_PART = 2
_LENGTHS_BY_NAME = {
    "cccd": frozenset({9, 10, 11, 12}),
    "cmnd": frozenset({8, 9, 12}),
    "bhxh": frozenset({9, 10}),
    "tax": frozenset({9, 10, 12, 13}),
    "mobile": frozenset(range(9, 15)),
    "bank": frozenset(range(8, LONGEST + 1)),
    "health": frozenset(range(6, 15)),
}
# Sums and counts stand behind these words too: "qua tài khoản ngân hàng 50000000 đồng".
_AMOUNTS_TOO = frozenset({"bank", "bhxh", "tax", "health"})
_ROUND = "000"

# How the digits of a number begin that needs no word beside it.
_HEAD = re.compile(r"0(?:[1-9]|0[12468])|84|0084")
# A word names what stands first behind it.
_NAMED_TOKENS = 4
_SHORTEST_HALF = 3
_ROW_DIGITS = 3
_BIDDER = re.compile(r"(?<![a-z0-9])(?:vn[a-z]?|ib|pl|kq)$")
_BIDDER_DIGITS = {9, 10}

_Found = tuple[Number, str, Act]


def numbers_in(text: NormalText, shown: str) -> Iterator[Finding]:
    """Findings among the digit runs of a text; offsets are those of its normal forms."""
    contacts, labels, sums = Contacts(text), Labels(text.bare), Sums(text)
    speaks_of_health = any(word in text.bare for word in _HEALTH_WORDS)
    is_short = speaks_of_health or _PATIENT.search(text.bare) is not None
    shortest = _SHORTEST if is_short else _SHORTEST_OTHER
    for run in runs_in(shown, shortest):
        at = 0
        while at < len(run):
            found = _named_at(text, labels, run, at) if at < _NAMED_TOKENS else None
            if found is None and not run.is_cell(at):
                found = _named_behind(text, run, at) or _formed_at(text, sums, run, at)
            if found is None:
                at = at + 1 if at < _NAMED_TOKENS else run.past_cells(at + 1)
                continue
            number, kind, act = found
            if kind == "mobile" and contacts.holds(number.start, number.end):
                act = "ask"
            yield Finding(number.start, number.end, kind, act)
            at += len(number.sizes)


def _named_at(text: NormalText, labels: Labels, run: Run, at: int) -> _Found | None:
    """The number at token ``at`` that a word before it names, the nearest word first."""
    start = run.start(at)
    if run.lengths(at)[0] < _SHORTEST or not labels.near(start):
        return None
    for label in labels.before(start):
        fitting = _LENGTHS_BY_NAME.get(label.kind, frozenset())
        for length in run.lengths(at):
            if length not in fitting or not _fits(label.kind, run.digits_at(at, length)):
                continue
            number = run.number(at, length)
            if not number.is_one(named=True) or _is_row(number, label):
                continue
            if _is_named(number, label, text) and not _is_bidder(text, number):
                return number, label.kind, "block"
    return None


def _is_bidder(text: NormalText, number: Number) -> bool:
    """A code of the national system of procurement: vn0101234567, vnz000012345, IB2600012345-01.

    A number of a mobile there is none: no tax number begins with its prefix but 0700 and 0900.
    """
    if number.sizes[0] not in _BIDDER_DIGITS or (number.is_joined and not number.is_dashed):
        return False
    if not _BIDDER.search(text.bare[max(0, number.start - 5) : number.start]):
        return False
    return not _is_mobile(number.digits[:10]) or number.digits[2] == "0"


def _named_behind(text: NormalText, run: Run, at: int) -> _Found | None:
    """The rest of the run from token ``at`` on, when a word right behind it names it."""
    left = len(run.digits) - run.offsets[at]
    if left not in _LENGTHS_BEHIND or left not in run.lengths(at):
        return None
    end = run.end
    kind = kind_behind(text.bare, end) if end < len(text.bare) else None
    if kind is None or left not in _LENGTHS_BY_NAME.get(kind, ()):
        return None
    number = run.number(at, left)
    if number.is_amount or number.is_crowded or not number.is_one(named=True):
        return None
    return (number, kind, "block") if _fits(kind, number.digits) else None


def _is_row(number: Number, label: Label) -> bool:
    """Whether the tokens are figures of a row under a heading that holds the word."""
    if not number.is_joined:
        return False
    if number.is_crowded:
        is_account = label.kind == "bank" and label.is_direct and label.is_plain
        return not is_account or min(number.sizes) < _SHORTEST_PART
    if label.is_direct:
        if number.is_dashed:
            return False
        return not label.is_plain and (number.is_in_pairs or number.has_rows_beside())
    if label.is_on_line:
        return number.is_in_pairs or number.has_rows_beside()
    return number.in_table()


def _formed_at(text: NormalText, sums: Sums, run: Run, at: int) -> _Found | None:
    """The longest number from token ``at`` on that its own form tells."""
    if _HEAD.match(run.digits, run.offsets[at]):
        for length in run.lengths(at):
            kind = _by_form(run.digits_at(at, length)) if length in _LENGTHS_BY_FORM else None
            if kind is None:
                continue
            number = run.number(at, length)
            if _is_row_below(number):
                continue
            act = _act(number, kind, text, sums) if number.is_one(named=False) else None
            if act:
                return number, kind, act
    return _half_formed(text, sums, run, at)


def _is_row_below(number: Number) -> bool:
    """A whole telephone number and, on the next line, the number of a row: 02516127443, 5."""
    if not number.is_joined or "\n" not in number.gaps[-1] or number.sizes[-1] > _ROW_DIGITS:
        return False
    return _by_form(number.digits[: -number.sizes[-1]]) in {"landline", "mobile"}


def _act(number: Number, kind: str, text: NormalText, sums: Sums) -> Act | None:
    """What to do about a number that its digits tell; None for one that is left alone."""
    before = text.bare[max(0, number.start - 4) : number.start]
    is_in_word = before[-1:].isalpha() and text.bare[number.end : number.end + 1].isalpha()
    if is_in_word or _is_bidder(text, number) or number.is_row_of_figures():
        return None
    if sums.has_unit(number.end):
        return None if sums.is_counted(number.start) else "ask"
    if number.digits[:2] == "84" and "+" not in before:
        if number.is_amount or before[-1:].isalpha() or sums.is_named(number.start):
            return None
        return "ask" if number.is_joined or kind == "landline" else "block"
    if number.is_pair_of_codes:
        return None if number.gaps[0] == "," else "ask"
    if number.is_decimal:
        return None
    if number.is_weak and (number.is_crowded or number.in_table()):
        return "ask" if number.is_whole_run and not number.has_rows_beside() else None
    return "ask" if kind == "landline" else "block"


def _is_named(number: Number, label: Label, text: NormalText) -> bool:
    """Whether a number is what the word before it says, and no sum, count or share."""
    kind, digits = label.kind, number.digits
    if kind == "mobile" and digits[0] == "0":
        return True
    sure = label.is_direct and label.is_plain
    if is_money(text, number.end, is_named=sure):
        return False
    if number.is_amount:
        return sure and len(digits) > 8 and not is_count(text, number.end)
    if is_count(text, number.end) and digits[0] != "0" and not sure:
        return False
    if kind in _AMOUNTS_TOO:
        if kind != "health" and _is_mobile(digits) and not label.is_direct:
            return False
        return label.is_plain or label.is_direct or not digits.endswith(_ROUND)
    return True


def _fits(kind: str, digits: str) -> bool:
    """Whether digits can be what the word says."""
    if kind == "mobile":
        return _is_mobile(digits) or _is_mobile("0" + digits) or bool(_OLD_MOBILE.fullmatch(digits))
    if kind == "cccd" and len(digits) in {10, 11}:
        # Excel has dropped one nought, or two.
        return digits[0] != "0"
    if kind == "tax" and len(digits) == 12:
        return _by_form(digits) == "cccd"
    return len(digits) in _LENGTHS_BY_NAME[kind]


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
    home = digits.removeprefix("00") if len(digits) == 14 else digits
    home = "0" + home[2:] if home.startswith("84") and len(home) == 12 else home
    if _LANDLINE.fullmatch(home):
        return "landline"
    return None


def _half_formed(text: NormalText, sums: Sums, run: Run, at: int) -> _Found | None:
    """Forms that other things share too: old mobiles, accounts before a bank, old identity."""
    size = run.size(at)
    if size < _SHORTEST_HALF:
        return None
    left = len(run.digits) - run.offsets[at]
    if size == 11 and _OLD_MOBILE.match(run.digits, run.offsets[at]):
        return run.number(at, 11), "mobile", "ask"
    if left in _LENGTHS_BY_NAME["bank"] and left in run.lengths(at):
        number = run.number(at, left)
        if not number.is_amount and has_bank_behind(text.bare, number.end):
            return number, "bank", "block"
    if size in {3, 9} and 9 in run.lengths(at):
        number = run.number(at, 9)
        if _is_old_identity(number, text, sums):
            return number, "cmnd", "ask"
    return None


def _is_old_identity(number: Number, text: NormalText, sums: Sums) -> bool:
    """Nine digits that begin as old identity numbers do, and are no figure."""
    if number.digits[0] not in "0123" or number.digits.endswith(_ROUND):
        return False
    if number.sizes not in {(9,), (3, 3, 3)} or not number.is_one(named=False):
        return False
    if any("[" in gap or "(" in gap for gap in number.gaps):
        return False
    if is_money(text, number.end) or is_count(text, number.end):
        return False
    before = text.bare[max(0, number.start - 1) : number.start]
    after = text.bare[number.end : number.end + 2]
    if before in _PARTS_BEFORE or before.isalpha() or _PARTS_BEHIND.match(after):
        return False
    if not number.is_joined:
        is_sum = sums.is_named(number.start) or sums.is_in_table(number.start, number.end)
        return not is_sum
    if number.is_amount and set(number.gaps) != {" "}:
        return False
    return number.is_whole_run and not number.in_table() and not _names_sum(text, number)


_PARTS_BEHIND = re.compile(r"[/,.\-]\d|/?[a-z]")
_PARTS_BEFORE = frozenset("/,.-")
_SUM_WORDS = re.compile(
    r"(?<!\w)(?:kinh phí|số tiền|tổng|trị giá|thu|chi|dự toán|ngân sách|vốn|nợ|doanh thu|giá"
    r"|nộp|mức|số dư|thành tiền|diện tích|dân số|số lượng)(?!\w)"
)


def _names_sum(text: NormalText, number: Number) -> bool:
    """Whether the words before speak of money or of a quantity."""
    before = text.low[max(0, number.start - 40) : number.start]
    return _SUM_WORDS.search(before) is not None


def spoken_number(digits: str, labels: list[Label]) -> str | None:
    """The kind of a number given in words of one digit each; None when it is none."""
    for label in labels:
        lengths = _LENGTHS_BY_NAME.get(label.kind, frozenset())
        if len(digits) in lengths and _fits(label.kind, digits):
            return label.kind
    return _by_form(digits)
