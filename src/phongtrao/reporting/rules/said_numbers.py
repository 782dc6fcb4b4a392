"""Numbers said in a sentence, in figures ("1.250", "12,5") and in words ("mười hai xã"). Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from phongtrao.core.vietnamese import one_tone_placement

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_TENS = ("mươi", "mười")
_SCALES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000}
_LINKS = ("linh", "lẻ")
# What is counted: only before such a word is a lone digit word a number ("ba xã", not "Ba Tơ").
_COUNTED = (
    "xã", "phường", "thôn", "tổ", "khu", "mô", "vụ", "buổi", "lượt", "hội", "cuộc", "lớp", "văn",
    "cán", "nội", "camera", "câu", "điểm", "đợt", "người", "hộ", "tập", "cơ",
    "đơn", "địa", "tin", "hòm",
)  # fmt: skip
_YEAR_BEFORE = ("trong", "hằng", "hàng", "cả", "đầu", "cuối", "mỗi", "các", "nhiều", "từng")
# No number of a thing: dates, shares of a whole, numbers of papers, the parts of a code.
_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*(?:[/-][\w.-]+)*%?|[^\w\s]")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class SaidNumber:
    """A number at `start`–`end` of the sentence, its exact value, the syllable that follows."""

    start: int
    end: int
    value: Fraction
    counted: str = ""


def numbers_in(text: str) -> list[SaidNumber]:
    """The numbers of a sentence in their order; dates, years and numbers of papers are none.

    A lone digit word counts only before something countable; "một" never, for it means "a".
    """
    tokens = list(_TOKEN.finditer(text))
    words = [one_tone_placement(token[0].casefold()) for token in tokens]
    found: list[SaidNumber] = []
    place = 0
    while place < len(tokens):
        size, value = _number_at(words, place)
        if value is None:
            place += max(size, 1)
            continue
        after = words[place + size] if place + size < len(words) else ""
        last = tokens[place + size - 1]
        found.append(SaidNumber(tokens[place].start(), last.end(), value, after))
        place += size
    return found


def _number_at(words: Sequence[str], place: int) -> tuple[int, Fraction | None]:
    word = words[place]
    if word[0].isdigit():
        before = words[place - 1] if place else ""
        return 1, None if before in ("năm", "ngày", "tháng", "quý", "số") else figure_of(word)
    size = _spoken_size(words, place)
    if size == 0:
        return 1, None
    spoken = words[place : place + size]
    if size == 1 and not _is_lone_number(words, place):
        return 1, None
    return size, _spoken(spoken)


def figure_of(text: str) -> Fraction | None:
    """The value of figures as Vietnamese writes them: "1.250,5" = 1250.5; None for other forms."""
    if _GROUPED.fullmatch(text) or _PLAIN.fullmatch(text):
        return Fraction(text.replace(".", "").replace(",", "."))
    return None


def _is_lone_number(words: Sequence[str], place: int) -> bool:
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if words[place] in ("một", "mốt", "tư", "không", "lăm", "nhăm"):
        return False
    return after in _COUNTED and not (words[place] == "năm" and before in _YEAR_BEFORE)


def _spoken_size(words: Sequence[str], place: int) -> int:
    """How many words from here are one number: it begins with a digit or mười."""
    if words[place] not in _DIGITS and words[place] != "mười":
        return 0
    size = 1
    while place + size < len(words):
        before, word = words[place + size - 1], words[place + size]
        digit_after = word in _DIGITS and before not in _DIGITS
        scale_after = word in ("mươi", "mười", "trăm", *_SCALES) and word != before
        if not (digit_after or scale_after or (word in _LINKS and before == "trăm")):
            break
        if word == "năm" and before in _SCALES:  # "hai nghìn năm" may be a year: not guessed
            break
        size += 1
    while size > 1 and words[place + size - 1] in _LINKS:
        size -= 1
    return size


def _spoken(words: Sequence[str]) -> Fraction:
    total = group = digit = 0
    for word in words:
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif word in _TENS:
            group, digit = group + (digit or 1) * 10, 0
        elif word == "trăm":
            group, digit = group + digit * 100, 0
        elif word in _SCALES:
            total, group, digit = total + (group + digit or 1) * _SCALES[word], 0, 0
    return Fraction(total + group + digit)
