"""Amounts written without marks between their thousands, which look like numbers of persons.

Programs of accounts print them so, and some fill them up with noughts: 0912345678 đồng.
"""

import re

from phongtrao.core.guard.normal import NormalText, bare_of
from phongtrao.core.guard.wordlists import Sightings

# A unit of money and the end of its phrase: *Đồng* before a word may be a surname, or *đồng chí*.
_ENDS = "và|cho|để|của|trong|năm|tại|do|theo|được|chưa|đã|trên|gồm|còn|đạt|vào|ngày|từ|tăng|giảm"
_UNIT_WORDS = "đồng|vnđ|vnd|đ|triệu(?: đồng)?|nghìn(?: đồng)?|ngàn(?: đồng)?|tỷ(?: đồng)?"
_UNIT_FORM = r"[ )]{{0,2}}(?:{units})(?![\w/])(?=[ \t]{{0,3}}(?:$|[^\w \t]| (?:{ends})(?!\w)))"
_UNIT = re.compile(_UNIT_FORM.format(units=_UNIT_WORDS, ends=_ENDS))
_UNIT_BARE = re.compile(
    _UNIT_FORM.format(units=bare_of(_UNIT_WORDS.replace("|đ|", "|")), ends=bare_of(_ENDS))
)
# What names a sum without doubt, and what does so where the unit stands behind as well.
_PLAIN = (
    r"kinh phi|so tien|tri gia|du toan|ngan sach|von|doanh thu|so du|thanh tien|phat sinh"
    r"|quyet toan|thanh toan|tam ung|luy ke|chi phi|tong (?:so|cong|chi|thu|kinh phi|von|muc|gia"
    r"|du|nguon|tien)|cong phat sinh|don gia|gia tri|gia goi thau|gia trung thau|gia du thau"
)
_NAMED = re.compile(rf"(?<![a-z])(?:{_PLAIN})(?![a-z])")
_SUM = re.compile(
    rf"(?<![a-z])(?:{_PLAIN}|tong(?! dai)|thu|chi(?! (?:hoi|bo|doan|cuc))|no|gia|nop|tien|luong"
    r"|phu cap|ho tro|tai tro|ung ho|dong gop|thuong|phat|phi|cuoc|cap|trich|ton|du (?:dau|cuoi)"
    r"|cong|con lai|chenh lech|tang|giam|quy)(?![a-z])"
)
# The head of a table of sums.
_HEAD = re.compile(
    r"(?<![a-z])(?:so tien|thanh tien|kinh phi|du toan|quyet toan|don gia|so du|phat sinh"
    r"|(?:don vi(?: tinh)?|dvt)\s?: ?(?:dong|vnd|nghin dong|ngan dong|trieu dong))(?![a-z])"
)
_HEAD_READ, _LONGEST = 2_000, 30
_WORDS_READ, _ROW_READ = 60, 240
_LAST_CELL = re.compile(r"[ \t|;.,]{0,12}(?:\n|$)")
_CELL_MARKS = frozenset("|\t;,")


class Sums:
    """Whether numbers of one text are amounts; asked from its beginning to its end."""

    def __init__(self, text: NormalText) -> None:
        """Nothing is read before it is asked for."""
        self._text = text
        self._heads = Sightings(_HEAD, text.bare, back=_HEAD_READ, ahead=_LONGEST)

    def has_unit(self, end: int) -> bool:
        """Whether a unit of money, and nothing that it may be the beginning of, stands behind."""
        text = self._text
        if _UNIT.match(text.low, end):
            return True
        around = text.low[max(0, end - _WORDS_READ) : end + _WORDS_READ]
        return around.isascii() and _UNIT_BARE.match(text.bare, end) is not None

    def is_counted(self, start: int) -> bool:
        """Whether words before a number that a unit follows speak of money."""
        before = self._text.bare[max(0, start - _WORDS_READ) : start]
        return _SUM.search(before) is not None

    def is_named(self, start: int) -> bool:
        """Whether words on the line before a number name a sum, unit or not."""
        line = self._text.bare[max(0, start - _WORDS_READ) : start].rpartition("\n")[2]
        return _NAMED.search(line) is not None

    def is_in_table(self, start: int, end: int) -> bool:
        """Whether a number is the last cell of a row, under a head that names sums."""
        bare = self._text.bare
        if not _LAST_CELL.match(bare, end):
            return False
        line = bare[max(0, start - _ROW_READ) : start].rpartition("\n")[2].rstrip(" ")
        if line[-1:] not in _CELL_MARKS:
            return False
        return self._heads.within(max(0, start - _HEAD_READ), start)
