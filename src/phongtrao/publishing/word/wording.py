"""The fixed phrases of state papers and the cleaning of text that goes into them."""

import re
from datetime import date
from decimal import Decimal

from phongtrao.core.formats import DASH, month_number, number
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.publishing.word.papers import Absent, Completeness, Figure, Letterhead

DEMO_MARK = "SỐ LIỆU GIẢ ĐỊNH"
TRAINING_MARK = "TẬP LÀM"
MISSING_NAMES_SHOWN = 10

_NBSP = "\u00a0"
_NOT_IN_XML = re.compile("[\ufffe\uffff]")  # tidy() leaves these two, XML 1.0 forbids them


def page_mark(*, demo: bool, training: bool) -> str:
    """What stands in the header of every page; empty for a paper that may be used."""
    return " – ".join([TRAINING_MARK] * training + [DEMO_MARK] * demo)


def clean(text: str) -> str:
    """`text` as one printable line: NFC, nothing XML forbids, no hidden marks, single spaces."""
    return tidy_line(_NOT_IN_XML.sub("", text))


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The non-empty lines of `text`, each cleaned."""
    return tuple(line for raw in tidy(text).split("\n") if (line := clean(raw)))


def figure_text(value: Figure, decimals: int) -> str:
    """A figure as printed: "1.234,5", "–" when there is none, or the reason in words."""
    if isinstance(value, Absent):
        return value.value
    if isinstance(value, Decimal) and not value.is_finite():
        return DASH
    return number(value, decimals)


def signed_text(value: Figure, decimals: int) -> str:
    """A rise or fall as printed, with its sign."""
    text = figure_text(value, decimals)
    rising = not isinstance(value, Absent | None) and text != DASH and value > 0
    return f"+{text}" if rising else text


def coverage_text(n: int | None, of: int | None) -> str:
    """ "3/96": how many units have the figure; a dash where it is not counted."""
    return DASH if n is None or of is None else f"{number(n)}/{number(of)}"


def padded_number(value: str | int) -> str:
    """A paper's number, below ten with a leading zero (Appendix I, II.3c); "5a" stays."""
    text = clean(str(value))
    return text.zfill(2) if text.isdecimal() else text


def number_and_symbol(letterhead: Letterhead, form: str = "{number}/{symbol}") -> str:
    """ "05/BC-BCĐ", or another `form`, with room for the pen while there is no number."""
    blank = _NBSP * 8
    value = blank if letterhead.number is None else padded_number(letterhead.number)
    return form.format(number=value, symbol=clean(letterhead.symbol))


def date_in_words(day: date | None) -> str:
    """ "ngày 05 tháng 02 năm 2026": days below ten and months 1, 2 padded (Appendix I, II.4b)."""
    if day is None:
        gap = _NBSP * 6
        return f"ngày{gap}tháng{gap}năm{gap}"
    return f"ngày {day.day:02d} tháng {month_number(day.month)} năm {day.year}"


def place_and_date(letterhead: Letterhead) -> str:
    """Box 4: place, comma, date."""
    return f"{clean(letterhead.place)}, {date_in_words(letterhead.issued_on)}"


def with_end(text: str, end: str) -> str:
    """`text` closed by `end` in place of whatever punctuation it came with."""
    return clean(text).rstrip(" ;.,/") + end


def closed_list(items: tuple[str, ...]) -> tuple[str, ...]:
    """Items ending in ";", the last in "."; empty items drop out."""
    kept = [item for item in items if clean(item)]
    return tuple(
        with_end(item, "." if place == len(kept) else ";") for place, item in enumerate(kept, 1)
    )


def completeness_sentences(completeness: Completeness) -> str:
    """On how many units the paper rests, who is missing, how many are not approved."""
    if completeness.of == 0:
        return "Kỳ này không có địa bàn nào phải báo cáo."
    noun, have = clean(completeness.noun), number(completeness.n)
    text = f"Số liệu được tổng hợp từ báo cáo của {have}/{number(completeness.of)} {noun}"
    if completeness.n:
        text += f"; {_approval_phrase(completeness)}"
    if completeness.waiting:
        text += (
            f". {number(completeness.waiting)} {noun} đã gửi báo cáo nhưng chưa được phê duyệt nên"
            " chưa đưa vào số liệu"
        )
    lacking = completeness.of - completeness.n - completeness.waiting
    if lacking:
        text += (
            f". Còn {number(lacking)} {noun} chưa có báo cáo{_missing_names(completeness)};"
            " số liệu chưa có không được tính là 0"
        )
    return text + "."


def _approval_phrase(completeness: Completeness) -> str:
    if completeness.not_approved:
        open_count, have = number(completeness.not_approved), number(completeness.n)
        return f"trong đó {open_count}/{have} báo cáo chưa được phê duyệt"
    return "tất cả đã được phê duyệt"


def _missing_names(completeness: Completeness) -> str:
    names = [clean(name) for name in completeness.missing if clean(name)]
    if not names:
        return ""
    shown = ", ".join(names[:MISSING_NAMES_SHOWN])
    rest = len(names) - MISSING_NAMES_SHOWN
    return f" ({shown} và {rest} địa bàn khác)" if rest > 0 else f" ({shown})"
