"""Periods: the same months in every scheme, and windows of days that tile."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.errors import InvalidInput
from phongtrao.core.periods import (
    ADMIN_15_14,
    CALENDAR,
    DEFAULT_SCHEME,
    RECOGNITION_KDC,
    RECOGNITION_UNIT,
    SCHEMES,
    Period,
    PeriodKind,
    PeriodScheme,
    cumulative,
    cumulative_from_year_start,
    half_year,
    month,
    month_of,
    nine_months,
    parse_period,
    parse_scheme,
    quarter,
    same_period_last_year,
    split,
    split_into_months,
    whole_year,
    window,
)

EARLIER_COMMUNES = PeriodScheme(
    "EARLIER", "Cấp xã chốt sớm", "", verified=False, month_starts_on=15, level_starts_on={"xa": 10}
)
SCHEME = st.sampled_from([*SCHEMES.values(), EARLIER_COMMUNES])
LEVEL = st.sampled_from([None, "xa"])
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
PERIODS = st.builds(
    lambda first, months: Period(first, first + months - 1),
    st.integers(1950 * 12, 2100 * 12),
    st.sampled_from([1, 2, 3, 6, 9, 12, 17, 24]),
)


@pytest.mark.parametrize(
    ("label", "kind", "name"),
    [
        ("2026-01", PeriodKind.MONTH, "Tháng 01/2026"),
        ("2026-10", PeriodKind.MONTH, "Tháng 10/2026"),
        ("2026-Q3", PeriodKind.QUARTER, "Quý III/2026"),
        ("2026-H1", PeriodKind.HALF_YEAR, "6 tháng đầu năm 2026"),
        ("2026-H2", PeriodKind.HALF_YEAR, "6 tháng cuối năm 2026"),
        ("2026-9M", PeriodKind.NINE_MONTHS, "9 tháng đầu năm 2026"),
        ("2026", PeriodKind.YEAR, "Năm 2026"),
        ("2023-11/2024-10", PeriodKind.WINDOW, "Từ tháng 11/2023 đến tháng 10/2024"),
    ],
)
def test_a_label_names_one_period_and_its_vietnamese_name(
    label: str, kind: PeriodKind, name: str
) -> None:
    period = parse_period(label)
    assert (period.label, period.kind, str(period.name)) == (label, kind, name)


@given(PERIODS)
def test_a_label_is_read_back_as_the_same_period(period: Period) -> None:
    assert parse_period(period.label) == period
    assert parse_period(f" {period.label.lower()} ") == period


def test_a_window_that_is_a_quarter_is_that_quarter() -> None:
    assert parse_period("2026-07/2026-09") == quarter(2026, 3)
    assert parse_period("2026-01/2026-12").label == "2026"


@pytest.mark.parametrize(
    "label",
    [
        "",
        "2026-13",
        "2026-Q5",
        "2026-H0",
        "26-01",
        "2026-10/2026-01",
        "2026/2027",
        "2026-01/2026-Q2",
        "0000",
        "9999",
        "²⁰²⁶",
        "٢٠٢٦",
        "2026-01/2026-02/2026-03",
        "x" * 9999,
    ],
)
def test_what_is_no_period_is_refused_with_examples(label: str) -> None:
    with pytest.raises(InvalidInput, match="2026-H1") as refusal:
        parse_period(label)
    assert len(str(refusal.value)) < 200


@given(st.text(max_size=20))
def test_no_text_breaks_the_label_readers(text: str) -> None:
    for reader in (parse_period, parse_scheme):
        try:
            reader(text)
        except InvalidInput as refusal:
            assert refusal.status == 422  # noqa: PT017 - any text may be refused, none may crash


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        ("2026-01", date(2025, 12, 15), date(2026, 1, 14)),
        ("2026-Q3", date(2026, 6, 15), date(2026, 9, 14)),
        ("2026-H1", date(2025, 12, 15), date(2026, 6, 14)),
        ("2026-H2", date(2026, 6, 15), date(2026, 12, 14)),
        ("2026-9M", date(2025, 12, 15), date(2026, 9, 14)),
        ("2026", date(2025, 12, 15), date(2026, 12, 14)),
    ],
)
def test_administrative_periods_are_cut_as_decree_09_says(
    label: str, first: date, last: date
) -> None:
    assert window(parse_period(label)) == (first, last)
    assert DEFAULT_SCHEME is ADMIN_15_14


def test_recognition_years_are_those_of_circular_124() -> None:
    kdc, unit = RECOGNITION_KDC.scheme_year(2024), RECOGNITION_UNIT.scheme_year(2024)
    assert kdc.label == "2023-11/2024-10"
    assert window(kdc, RECOGNITION_KDC) == (date(2023, 11, 1), date(2024, 10, 31))
    assert window(unit, RECOGNITION_UNIT) == (date(2023, 11, 16), date(2024, 11, 15))
    assert CALENDAR.scheme_year(2024) == ADMIN_15_14.scheme_year(2024) == whole_year(2024)


@given(PERIODS, SCHEME, LEVEL)
def test_windows_of_consecutive_periods_tile_without_gap_or_overlap(
    period: Period, scheme: PeriodScheme, level: str | None
) -> None:
    first, last = window(period, scheme, level)
    following, _ = window(period.following(), scheme, level)
    assert first <= last
    assert following == last + timedelta(days=1)


@given(PERIODS, SCHEME, LEVEL)
def test_a_period_is_exactly_its_months(
    period: Period, scheme: PeriodScheme, level: str | None
) -> None:
    months = [window(part, scheme, level) for part in split_into_months(period)]
    assert len(months) == period.months
    assert (months[0][0], months[-1][1]) == window(period, scheme, level)


@given(DAYS, SCHEME, LEVEL)
def test_each_day_belongs_to_exactly_one_month(
    day: date, scheme: PeriodScheme, level: str | None
) -> None:
    own = month_of(day, scheme, level)
    inside = [
        near
        for near in (own.shifted(-1), own, own.shifted(1))
        if window(near, scheme, level)[0] <= day <= window(near, scheme, level)[1]
    ]
    assert inside == [own]


@given(PERIODS, SCHEME)
def test_the_scheme_never_changes_which_months_a_label_names(
    period: Period, scheme: PeriodScheme
) -> None:
    first, last = window(period, scheme)
    assert (month_of(first, scheme).first, month_of(last, scheme).last) == (
        period.first,
        period.last,
    )


def test_a_level_may_cut_its_months_earlier() -> None:
    assert window(month(2026, 6), EARLIER_COMMUNES, "xa")[1] == date(2026, 6, 9)
    assert window(month(2026, 6), EARLIER_COMMUNES, "tinh")[1] == date(2026, 6, 14)


def test_halves_and_quarters_divide_the_year() -> None:
    assert split(whole_year(2026), 6) == [half_year(2026, 1), half_year(2026, 2)]
    assert split(half_year(2026, 2), 3) == [quarter(2026, 3), quarter(2026, 4)]
    with pytest.raises(ValueError, match="cannot be split"):
        split(nine_months(2026), 6)


def test_the_same_period_last_year_has_the_same_shape() -> None:
    assert same_period_last_year(half_year(2026, 1)) == half_year(2025, 1)
    assert same_period_last_year(parse_period("2023-11/2024-10")).label == "2022-11/2023-10"


def test_counting_from_the_start_of_the_year_follows_the_scheme() -> None:
    assert cumulative_from_year_start(month(2026, 5)).label == "2026-01/2026-05"
    assert cumulative_from_year_start(quarter(2026, 3)) == nine_months(2026)
    december = month(2026, 12)
    assert cumulative_from_year_start(december, RECOGNITION_KDC).label == "2026-11/2026-12"
    assert cumulative_from_year_start(december, RECOGNITION_UNIT) == december


@given(PERIODS, SCHEME)
def test_counting_from_the_start_of_the_year_stays_in_one_scheme_year(
    period: Period, scheme: PeriodScheme
) -> None:
    total = cumulative_from_year_start(period, scheme)
    assert total.last == period.last
    assert total.months <= 12
    years = [scheme.scheme_year(period.year + shift) for shift in (0, 1)]
    assert [year.contains(total) and year.first == total.first for year in years].count(True) == 1


def test_a_programme_total_runs_from_its_first_day() -> None:
    scheme = cumulative(date(2023, 10, 17))
    assert window(half_year(2026, 1), scheme) == (date(2023, 10, 17), date(2026, 6, 14))
    assert not scheme.verified
    with pytest.raises(InvalidInput, match="Năm 2022 kết thúc trước"):
        window(whole_year(2022), scheme)


@pytest.mark.parametrize("scheme", SCHEMES.values())
def test_every_shipped_scheme_names_its_source(scheme: PeriodScheme) -> None:
    assert scheme.source
    assert scheme.verified
    assert parse_scheme(scheme.code) is scheme


def test_nine_months_are_not_in_decree_09_and_say_so() -> None:
    assert not ADMIN_15_14.is_verified_for(nine_months(2026))
    assert ADMIN_15_14.is_verified_for(half_year(2026, 1))
    assert CALENDAR.is_verified_for(nine_months(2026))
    assert not cumulative(date(2023, 10, 17)).is_verified_for(half_year(2026, 1))


def test_a_cumulative_scheme_is_read_back_from_its_code() -> None:
    for scheme in (cumulative(date(2023, 10, 17)), cumulative(date(2023, 11, 1), CALENDAR)):
        assert parse_scheme(scheme.code) == scheme


@pytest.mark.parametrize("code", ["LUNAR", "CUMULATIVE(2023-02-31)", "CUMULATIVE(2023-10-17)@X"])
def test_an_unknown_scheme_is_refused(code: str) -> None:
    with pytest.raises(InvalidInput, match="ADMIN_15_14"):
        parse_scheme(code)


def test_a_month_cut_must_exist_in_every_month() -> None:
    with pytest.raises(ValueError, match="1 to 28"):
        PeriodScheme("BAD", "", "", verified=False, month_starts_on=29)


def test_a_period_outside_the_calendar_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="no period"):
        Period(24312, 24311)
    with pytest.raises(ValueError, match="no month"):
        month(2026, 13)
