"""Working days, from the table of public holidays and its corrections."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.calendar import (
    CalendarRow,
    DayKind,
    DeadlineRule,
    WorkCalendar,
    parse_corrections,
    shipped_calendar,
)
from phongtrao.core.errors import InvalidInput

DAYS = st.dates(date(2023, 6, 1), date(2029, 6, 1))
CALENDAR = shipped_calendar()


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2024, 4, 27), date(2024, 5, 1)),
        (date(2024, 8, 31), date(2024, 9, 3)),
        (date(2025, 1, 25), date(2025, 2, 2)),
        (date(2025, 4, 30), date(2025, 5, 4)),
        (date(2025, 8, 30), date(2025, 9, 2)),
        (date(2026, 1, 1), date(2026, 1, 4)),
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2026, 4, 25), date(2026, 4, 27)),
        (date(2026, 8, 29), date(2026, 9, 2)),
        (date(2026, 11, 24), date(2026, 11, 24)),
    ],
)
def test_public_holidays_are_days_off_and_end_when_announced(first: date, last: date) -> None:
    assert not any(map(CALENDAR.is_working_day, days(first, last)))
    assert CALENDAR.is_working_day(CALENDAR.add_working_days(last, 1))
    assert CALENDAR.add_working_days(last, 1) == last + timedelta(days=1)


@pytest.mark.parametrize(
    "saturday", [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)]
)
def test_a_saturday_worked_instead_is_a_working_day(saturday: date) -> None:
    assert saturday.weekday() == 5
    assert CALENDAR.is_working_day(saturday)
    assert not CALENDAR.is_working_day(saturday + timedelta(days=7))
    reason = CALENDAR.reason(saturday)
    assert reason is not None
    assert reason.source


def test_24_november_is_a_holiday_only_from_2026_on() -> None:
    assert CALENDAR.is_working_day(date(2025, 11, 24))
    assert not CALENDAR.is_working_day(date(2026, 11, 24))
    assert not CALENDAR.is_working_day(date(2027, 11, 24))
    assert not CALENDAR.is_working_day(date(2028, 11, 24))


def test_years_without_a_table_still_know_the_fixed_holidays() -> None:
    assert not CALENDAR.is_working_day(date(2029, 1, 1))
    assert not CALENDAR.is_working_day(date(2029, 4, 30))
    assert CALENDAR.is_working_day(date(2022, 11, 24))
    assert CALENDAR.is_working_day(date(2029, 1, 2))


def test_every_row_names_its_source() -> None:
    assert all(row.source and row.name for row in CALENDAR.rows)
    assert all(CALENDAR.year_status(year).confirmed for year in (2024, 2025, 2026))


def test_an_unconfirmed_next_year_is_warned_of_in_a_sentence() -> None:
    warnings = CALENDAR.warnings(date(2026, 11, 26))
    assert [warning.data["year"] for warning in warnings] == [2027]
    assert "năm 2027 chưa được xác nhận" in str(warnings[0])
    assert CALENDAR.warnings(date(2025, 6, 1)) == []
    assert len(CALENDAR.warnings(date(2028, 1, 1))) == 2


@given(DAYS, st.integers(-80, 80))
def test_counting_working_days_undoes_adding_them(day: date, count: int) -> None:
    end = CALENDAR.add_working_days(day, count)
    assert CALENDAR.working_days_between(day, end) == count
    assert count == 0 or CALENDAR.is_working_day(end)


@given(DAYS, DAYS, DAYS)
def test_working_days_add_up_along_a_way(a: date, b: date, c: date) -> None:
    a, b, c = sorted((a, b, c))
    between = CALENDAR.working_days_between
    assert between(a, c) == between(a, b) + between(b, c)


@given(DAYS)
def test_a_moved_deadline_falls_on_a_working_day_and_no_farther(day: date) -> None:
    later = CALENDAR.shift_deadline(day, DeadlineRule.NEXT_WORKING_DAY)
    earlier = CALENDAR.shift_deadline(day, DeadlineRule.PREVIOUS_WORKING_DAY)
    assert CALENDAR.shift_deadline(day, DeadlineRule.KEEP) == day
    assert earlier <= day <= later
    assert CALENDAR.is_working_day(later)
    assert CALENDAR.is_working_day(earlier)
    skipped = [d for d in days(earlier, later) if d not in (earlier, later)]
    assert not any(map(CALENDAR.is_working_day, skipped))


def test_an_unreachable_count_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="out of reach"):
        CALENDAR.add_working_days(date(2026, 1, 1), 10**9)


def test_a_correction_replaces_what_was_said_about_its_day_and_confirms_a_year() -> None:
    rows = parse_corrections(
        "Ngày;Loại;Tên;Căn cứ\n"
        "11/02/2027;nghỉ;Tết Nguyên đán;1/TB-BNV\n"
        "04/02/2027;Bình thường;;1/TB-BNV\n"
        "13/02/2027;Làm bù;Làm bù Tết;1/TB-BNV\n"
        "01/01/2027;Xác nhận năm;;1/TB-BNV\n"
    )
    corrected = CALENDAR.with_corrections(rows)
    assert not corrected.is_working_day(date(2027, 2, 11))
    assert corrected.is_working_day(date(2027, 2, 4))
    assert corrected.is_working_day(date(2027, 2, 13))
    assert not corrected.is_working_day(date(2027, 1, 1))
    assert corrected.warnings(date(2026, 11, 26)) == []
    assert len(CALENDAR.warnings(date(2026, 11, 26))) == 1


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_correction_file_may_use_the_usual_delimiters_and_any_column_order(
    delimiter: str,
) -> None:
    lines = [["CĂN CỨ", "Tên", "Ngày", "Loại"], ["5/TB", "Bù", "2/1/2027", "nghi"]]
    text = "\ufeff" + "\r\n".join(delimiter.join(line) for line in lines)
    assert parse_corrections(text) == [
        CalendarRow(date(2027, 1, 2), DayKind.OFF, "Bù", "5/TB"),
    ]


def test_every_faulty_row_is_named_and_nothing_is_taken() -> None:
    with pytest.raises(InvalidInput, match="3 dòng chưa đúng") as refusal:
        parse_corrections(
            "ngày,loại,tên,căn cứ\n"
            "31/02/2027,nghỉ,A,1\n"
            "01/03/2027,nghỉ,B,1\n"
            "02/03/2027,lễ,C,1\n"
            "01/03/2027,nghỉ,D,1\n"
        )
    faults = {row: str(sentence) for row, sentence in refusal.value.fields.items()}
    assert list(faults) == ["2", "4", "5"]
    assert "31/02/2027" in faults["2"]
    assert 'Loại "lễ"' in faults["4"]
    assert "dòng 3" in faults["5"]


@pytest.mark.parametrize(
    "text", ["", "ngày,loại\n1/1/2027,nghỉ", "ngày,loại,tên,căn cứ\n", "x" * 300_000]
)
def test_a_file_that_is_no_correction_is_refused_whole(text: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_corrections(text)
    assert str(refusal.value).endswith(".")


def test_a_row_without_its_paper_is_refused() -> None:
    with pytest.raises(InvalidInput) as refusal:
        parse_corrections("ngày,loại,tên,căn cứ\n02/03/2027,nghỉ,C")
    assert "căn cứ" in str(refusal.value.fields["2"])


@given(st.text(max_size=80))
def test_no_text_breaks_the_correction_reader(text: str) -> None:
    for head in ("", "ngày,loại,tên,căn cứ\n"):
        try:
            rows = parse_corrections(head + text)
        except InvalidInput:
            continue
        assert rows


def test_a_calendar_without_a_table_rests_at_weekends_only() -> None:
    bare = WorkCalendar([])
    assert bare.is_working_day(date(2026, 1, 1))
    assert not bare.is_working_day(date(2026, 1, 3))
