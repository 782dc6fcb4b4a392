"""How numbers and dates are written and read in Viet Nam: ``1.234,5`` and ``dd/mm/yyyy``.

Pure: no Django. What cannot be read is refused with a sentence that says how to write it.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from math import isfinite

from phongtrao.core.clock import VIETNAM
from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.vietnamese import tidy_line

DASH = "–"  # nothing to show: no value, or a change against nothing
INT64_MAX = 2**63 - 1
Number = int | float | Decimal | Fraction

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([. ])[0-9]{3})(?:\1[0-9]{3})*(?:,[0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(?:,[0-9]+)?")
_DECIMAL_POINT = re.compile(r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|[1-9][0-9]{3,}\.[0-9]{3}")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}")
_EXPONENT = re.compile(r"[0-9.,]+[eE][+-]?[0-9]+")
_DAY_FIRST = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]+)")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_LONGEST = 40  # characters; anything longer is no figure of a report
_FIRST_YEAR, _LAST_YEAR = 1900, 2199  # a year outside is a slip of the finger


def number(value: Number | None, decimals: int = 0) -> str:
    """Write a number as ``1.234,5``, halves rounded away from zero; a dash where there is none."""
    if value is None or (isinstance(value, float) and not isfinite(value)):
        return DASH
    scaled = rounded(value, decimals)
    digits = str(abs(scaled)).rjust(decimals + 1, "0")
    whole = digits[: len(digits) - decimals]
    text = f"{int(whole):,}".replace(",", ".")
    if decimals:
        text += "," + digits[-decimals:]
    return "-" + text if scaled < 0 else text


def rounded(value: Number, decimals: int = 0) -> int:
    """The value times 10**decimals as a whole number, exact, halves away from zero."""
    exact = Fraction(value) * Fraction(10) ** decimals
    size = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return -size if exact < 0 else size


def percent(share: Number | None, decimals: int = 1) -> str:
    """Write a share (1 = all) as ``87,5%``; a dash where there is none."""
    if share is None or (isinstance(share, float) and not isfinite(share)):
        return DASH
    return number(Fraction(share) * 100, decimals) + "%"


def percent_change(current: Number | None, before: Number | None, decimals: int = 1) -> str:
    """Growth against an earlier figure; a dash where that figure is missing or zero."""
    if current is None or not before:
        return DASH
    growth = (Fraction(current) - Fraction(before)) / abs(Fraction(before))
    return ("+" if growth > 0 else "") + percent(growth, decimals)


def parse_number(text: str, decimals: int = 0, *, negative: bool = False) -> Decimal:
    """Read ``1.234,5``, ``1 234,5``, ``1234,5`` or the unambiguous ``1234.5``.

    ``1.234`` is one thousand two hundred and thirty-four. At most ``decimals`` digits after the
    comma; the figure scaled by them must fit 64 bits. Raises ``InvalidInput``.
    """
    shown = tidy_line(text)
    if not shown:
        raise InvalidInput(N_("Chưa nhập số."), "number.empty")
    if len(shown) > _LONGEST:
        raise InvalidInput(
            N_("Số quá dài; hãy kiểm tra lại đơn vị tính."), "number.too_long", shown=shown[:20]
        )
    sign, body = ("-", shown[1:].lstrip()) if shown[0] in "-–" else ("", shown.removeprefix("+"))
    value = Decimal(sign + _plain_digits(body, shown)) + 0  # plus zero: no negative zero
    if value < 0 and not negative:
        raise InvalidInput(
            N_('Chỉ tiêu này không nhận số âm ("%(shown)s").'), "number.negative", shown=shown
        )
    _require_fit(value, decimals, shown)
    return value


def scaled(value: Decimal | int, decimals: int) -> int:
    """The value times 10**decimals; ``value`` has no more digits than that."""
    return int(Decimal(value).scaleb(decimals))


def _plain_digits(body: str, shown: str) -> str:
    if _GROUPED.fullmatch(body):
        return body.replace(".", "").replace(" ", "").replace(",", ".")
    if _PLAIN.fullmatch(body):
        return body.replace(",", ".")
    if _DECIMAL_POINT.fullmatch(body):
        return body
    raise _unreadable_number(body, shown)


def _unreadable_number(body: str, shown: str) -> InvalidInput:
    if _ENGLISH.fullmatch(body):
        return InvalidInput(
            N_(
                '"%(shown)s" viết theo kiểu nước ngoài. Hãy viết phần nghìn bằng dấu chấm,'
                " phần thập phân bằng dấu phẩy, ví dụ 1.234,5."
            ),
            "number.foreign",
            shown=shown,
        )
    if _EXPONENT.fullmatch(body):
        return InvalidInput(
            N_('"%(shown)s" là cách viết rút gọn của bảng tính. Hãy nhập đủ các chữ số.'),
            "number.exponent",
            shown=shown,
        )
    return InvalidInput(
        N_('"%(shown)s" không phải là số. Hãy nhập như 1.234 hoặc 1.234,5.'),
        "number.unreadable",
        shown=shown,
    )


def _require_fit(value: Decimal, decimals: int, shown: str) -> None:
    exact = Fraction(value) * 10**decimals
    if exact.denominator != 1:
        message = (
            N_('"%(shown)s" có phần lẻ, chỉ tiêu này chỉ nhận số nguyên. Phần nghìn dùng dấu chấm.')
            if decimals == 0
            else N_('"%(shown)s" có quá %(decimals)s chữ số sau dấu phẩy.')
        )
        raise InvalidInput(message, "number.decimals", shown=shown, decimals=decimals)
    if abs(exact) > INT64_MAX:
        raise InvalidInput(
            N_('"%(shown)s" quá lớn; hãy kiểm tra lại đơn vị tính.'), "number.too_big", shown=shown
        )


def date_vn(day: date | None) -> str:
    """Write a day as ``dd/mm/yyyy``; a dash where there is none."""
    return DASH if day is None else f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def datetime_vn(moment: datetime) -> str:
    """Write an aware moment in Vietnamese time as ``dd/mm/yyyy HH:MM``."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    local = moment.astimezone(VIETNAM)
    return f"{date_vn(local.date())} {local:%H:%M}"


def long_date(place: str, day: date) -> str:
    """The dateline of a paper: ``Quảng Ngãi, ngày 05 tháng 02 năm 2026``.

    Days below 10 and the months 1 and 2 carry a leading zero (NĐ 30/2020, Phụ lục I, ô số 4).
    """
    return f"{place}, ngày {day.day:02d} tháng {month_number(day.month)} năm {day.year}"


def month_number(month: int) -> str:
    """A month in running text: 01 and 02 carry a zero, the others do not (NĐ 30/2020)."""
    return f"{month:02d}" if month <= 2 else str(month)


def parse_date_vn(text: str) -> date:
    """Read ``dd/mm/yyyy`` (also with ``.`` or ``-``) or ``yyyy-mm-dd``; raises ``InvalidInput``."""
    shown = tidy_line(text)
    if not shown:
        raise InvalidInput(N_("Chưa nhập ngày."), "date.empty")
    if found := _DAY_FIRST.fullmatch(shown):
        if len(found[4]) != 4:
            raise InvalidInput(
                N_('Ngày "%(shown)s" phải ghi năm đủ bốn chữ số, ví dụ 30/06/2026.'),
                "date.short_year",
                shown=shown[:_LONGEST],
            )
        return _real_day(int(found[4]), int(found[3]), int(found[1]), shown)
    if found := _YEAR_FIRST.fullmatch(shown):
        return _real_day(int(found[1]), int(found[2]), int(found[3]), shown)
    raise InvalidInput(
        N_('"%(shown)s" không phải là ngày. Hãy nhập ngày/tháng/năm, ví dụ 30/06/2026.'),
        "date.unreadable",
        shown=shown[:_LONGEST],
    )


def _real_day(year: int, month: int, day: int, shown: str) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidInput(
            N_('Năm của ngày "%(shown)s" không hợp lý; hãy kiểm tra lại.'), "date.year", shown=shown
        )
    if month > 12 >= day >= 1:
        raise InvalidInput(
            N_('Không có tháng %(month)s trong "%(shown)s". Hãy viết ngày trước, tháng sau.'),
            "date.month_first",
            shown=shown,
            month=month,
        )
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidInput(
            N_('Không có ngày "%(shown)s" trong lịch; hãy kiểm tra lại ngày và tháng.'),
            "date.impossible",
            shown=shown,
        ) from None
