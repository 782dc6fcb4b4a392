"""Numbers and dates as they are written in Viet Nam."""

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import (
    INT64_MAX,
    date_vn,
    datetime_vn,
    long_date,
    number,
    parse_date_vn,
    parse_number,
    percent,
    percent_change,
    rounded,
    scaled,
)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1234.5, 1, "1.234,5"),
        (1234567, 0, "1.234.567"),
        (0, 0, "0"),
        (Fraction(1, 8), 2, "0,13"),
        (Decimal("-0.5"), 0, "-1"),
        (-1234, 0, "-1.234"),
        (Fraction(-1, 1000), 2, "0,00"),
        (None, 0, "–"),
        (float("nan"), 0, "–"),
        (float("inf"), 1, "–"),
    ],
)
def test_numbers_have_dots_for_thousands_and_a_comma(value, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


@given(st.integers(-INT64_MAX, INT64_MAX), st.integers(0, 6))
def test_a_number_written_is_read_back(value: int, decimals: int) -> None:
    text = number(Fraction(value, 10**decimals), decimals)
    read = parse_number(text, decimals, negative=True)
    assert scaled(read, decimals) == value


@given(st.fractions(-10000, 10000), st.integers(0, 4))
def test_rounding_is_never_off_by_more_than_a_half(value: Fraction, decimals: int) -> None:
    assert abs(Fraction(rounded(value, decimals), 10**decimals) - value) <= Fraction(
        1, 2 * 10**decimals
    )


@pytest.mark.parametrize(
    ("text", "decimals", "value"),
    [
        ("1.234,5", 1, "1234.5"),
        ("1.234", 0, "1234"),
        ("1.234", 3, "1234"),
        ("1234.5", 1, "1234.5"),
        ("12.5", 1, "12.5"),
        ("1 234 567", 0, "1234567"),
        ("1\u00a0234,50", 1, "1234.5"),
        ("+7", 0, "7"),
        ("5,0", 0, "5"),
        (" 0 ", 0, "0"),
        (str(INT64_MAX), 0, str(INT64_MAX)),
    ],
)
def test_the_usual_ways_to_write_a_number_are_understood(
    text: str, decimals: int, value: str
) -> None:
    assert parse_number(text, decimals) == Decimal(value)


def test_a_negative_number_is_read_where_it_may_stand() -> None:
    assert parse_number("\u22121.234,5", 1, negative=True) == Decimal("-1234.5")
    assert str(parse_number("-0", negative=True)) == "0"


@pytest.mark.parametrize(
    ("text", "decimals", "code"),
    [
        ("", 0, "number.empty"),
        ("\u200b", 0, "number.empty"),
        ("NaN", 0, "number.unreadable"),
        ("inf", 0, "number.unreadable"),
        ("1e400", 0, "number.exponent"),
        ("1,234.5", 1, "number.foreign"),
        ("0.125", 3, "number.unreadable"),
        ("1.23.4", 0, "number.unreadable"),
        ("12%", 0, "number.unreadable"),
        ("٣", 0, "number.unreadable"),
        ("--5", 0, "number.unreadable"),
        ("-5", 0, "number.negative"),
        ("1,234", 0, "number.decimals"),
        ("1,234", 2, "number.decimals"),
        (str(INT64_MAX + 1), 0, "number.too_big"),
        (str(INT64_MAX), 1, "number.too_big"),
        ("9" * 400, 0, "number.too_long"),
    ],
)
def test_what_is_no_figure_is_refused_in_a_sentence(text: str, decimals: int, code: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_number(text, decimals)
    assert refusal.value.code == code
    assert str(refusal.value).endswith(".")
    assert "%(" not in str(refusal.value)


@given(st.text(max_size=50), st.integers(0, 3))
def test_no_text_breaks_the_number_reader(text: str, decimals: int) -> None:
    try:
        value = parse_number(text, decimals)
    except InvalidInput:
        return
    assert 0 <= scaled(value, decimals) <= INT64_MAX


def test_shares_and_changes_are_written_in_per_cent() -> None:
    assert percent(Fraction(7, 8)) == "87,5%"
    assert percent(None) == "–"
    assert percent_change(12, 10) == "+20,0%"
    assert percent_change(9, 12) == "-25,0%"
    assert percent_change(5, 0) == "–"
    assert percent_change(None, 4) == "–"


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_written_is_read_back(day: date) -> None:
    assert parse_date_vn(date_vn(day)) == day
    assert parse_date_vn(f"{day.day}/{day.month}/{day.year}") == day
    assert parse_date_vn(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "date.empty"),
        ("31/02/2026", "date.impossible"),
        ("29/02/2025", "date.impossible"),
        ("00/01/2026", "date.impossible"),
        ("06/30/2026", "date.month_first"),
        ("30/06/26", "date.short_year"),
        ("30/06/20266", "date.short_year"),
        ("30/06/0226", "date.year"),
        ("2026-13-01", "date.month_first"),
        ("30/06-2026", "date.unreadable"),
        ("hôm nay", "date.unreadable"),
        ("9" * 5000, "date.unreadable"),
        ("1/1/" + "9" * 5000, "date.short_year"),
    ],
)
def test_an_impossible_date_is_refused_in_a_sentence(text: str, code: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_date_vn(text)
    assert refusal.value.code == code
    assert len(str(refusal.value)) < 200


@given(st.text(max_size=30))
def test_no_text_breaks_the_date_reader(text: str) -> None:
    try:
        day = parse_date_vn(text)
    except InvalidInput:
        return
    assert day.year >= 1900


def test_a_moment_is_shown_in_vietnamese_time() -> None:
    assert datetime_vn(datetime(2026, 11, 25, 18, 5, tzinfo=UTC)) == "26/11/2026 01:05"
    with pytest.raises(ValueError, match="time zone"):
        datetime_vn(datetime(2026, 11, 25, 18, 5))  # noqa: DTZ001 - the fault under test


def test_a_dateline_writes_zeros_as_the_decree_asks() -> None:
    assert long_date("Quảng Ngãi", date(2026, 2, 5)) == "Quảng Ngãi, ngày 05 tháng 02 năm 2026"
    assert long_date("Hà Nội", date(2026, 9, 15)) == "Hà Nội, ngày 15 tháng 9 năm 2026"
    assert date_vn(None) == "–"
