"""Deadlines as officials type them: days, hours, terms from a base day, rhythms."""

import calendar as months
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.calendar import shipped_calendar
from phongtrao.core.errors import InvalidInput
from phongtrao.planning.deadlines.rhythm import Rhythm, occurrence_due, rhythm_of
from phongtrao.planning.deadlines.typed import (
    Base,
    Bases,
    Term,
    Unit,
    days_off_within,
    is_shifted,
    read_due,
    term_ends,
)

TODAY = date(2026, 11, 26)
BASES = Bases(TODAY, issued_on=date(2026, 11, 12), received_on=date(2026, 11, 13))
CALENDAR = shipped_calendar()
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
RHYTHMS = st.builds(Rhythm, st.sampled_from([1, 3, 6, 12]), st.integers(1, 12), st.integers(1, 31))


def _read(words, bases=BASES):
    return read_due(words, bases, CALENDAR)


@pytest.mark.parametrize(
    ("words", "day", "hour"),
    [
        ("15/12/2026", date(2026, 12, 15), None),
        ("2026-12-20", date(2026, 12, 20), None),
        ("trước ngày 15/12/2026", date(2026, 12, 15), None),
        ("17 giờ 15/12/2026", date(2026, 12, 15), time(17)),
        ("17h15/12/2026", date(2026, 12, 15), time(17)),
        ("trước 16h30 ngày 15/12/2026", date(2026, 12, 15), time(16, 30)),
        ("16 giờ 30 15/12/2026", date(2026, 12, 15), time(16, 30)),
        ("16h30 phút, ngày 15/12/2026", date(2026, 12, 15), time(16, 30)),
        ("15/12/2026 08:00", date(2026, 12, 15), time(8)),
        ("trong tuần này", date(2026, 11, 29), None),
    ],
)
def test_a_day_and_its_hour_are_read_apart(words, day, hour):
    due = _read(words)
    assert (due.day, due.hour, due.term, due.rhythm) == (day, hour, None, None)


@pytest.mark.parametrize(
    ("words", "term", "ends"),
    [
        (
            "trong 10 ngày làm việc kể từ ngày nhận văn bản",
            Term(10, Unit.WORKING_DAY, Base.RECEIVED, date(2026, 11, 13)),
            date(2026, 11, 30),  # 24/11 is a public holiday from 2026 on
        ),
        (
            "05 ngày làm việc kể từ ngày ban hành",
            Term(5, Unit.WORKING_DAY, Base.ISSUED, date(2026, 11, 12)),
            date(2026, 11, 19),
        ),
        (
            "10 ngày làm việc",
            Term(10, Unit.WORKING_DAY, Base.ASSIGNED, TODAY),
            date(2026, 12, 10),
        ),
        (
            "16 ngày kể từ ngày 12/11/2026",
            Term(16, Unit.DAY, Base.NAMED, date(2026, 11, 12)),
            date(2026, 11, 30),  # the 28th is a Saturday
        ),
    ],
)
def test_a_term_counts_from_the_base_that_its_words_name(words, term, ends):
    due = _read(words)
    assert due.term == term
    assert due.day == ends == term_ends(term, CALENDAR)


def test_a_term_that_ends_on_a_day_off_says_that_it_was_moved():
    assert is_shifted(Term(16, Unit.DAY, Base.NAMED, date(2026, 11, 12)), CALENDAR)
    assert not is_shifted(Term(15, Unit.DAY, Base.NAMED, date(2026, 11, 12)), CALENDAR)


def test_a_term_from_a_paper_needs_a_paper():
    with pytest.raises(InvalidInput, match="kể từ ngày nào"):
        _read("10 ngày làm việc kể từ ngày ban hành", Bases(TODAY))


@pytest.mark.parametrize(
    ("words", "rhythm", "first"),
    [
        ("hằng tháng trước ngày 15", Rhythm(1, 1, 15), date(2026, 12, 15)),
        ("hằng quý trước ngày 15", Rhythm(3, 3, 15), date(2026, 12, 15)),
        ("hằng quý", Rhythm(3, 3, 31), date(2026, 12, 31)),
        ("6 tháng trước ngày 15/6", Rhythm(6, 6, 15), date(2026, 12, 15)),
        ("hằng năm trước ngày 15/11", Rhythm(12, 11, 15), date(2027, 11, 15)),
    ],
)
def test_a_rhythm_is_read_with_its_day_and_first_falls_due_from_today_on(words, rhythm, first):
    due = _read(words)
    assert due.rhythm == rhythm
    assert due.day == first


@pytest.mark.parametrize("words", ["sớm nhất", "khi có thể", "31/02/2026", "25 giờ 15/12/2026"])
def test_what_is_no_deadline_is_refused(words):
    with pytest.raises(InvalidInput):
        _read(words)


@given(st.integers(1, 60), DAYS)
def test_a_term_in_working_days_ends_on_one_and_counts_exactly_so_many(count, base):
    term = Term(count, Unit.WORKING_DAY, Base.NAMED, base)
    end = term_ends(term, CALENDAR)
    assert CALENDAR.is_working_day(end)
    assert CALENDAR.working_days_between(base, end) == count
    assert days_off_within(term, CALENDAR) == (end - base).days - count


@given(st.integers(1, 200), st.sampled_from([Unit.DAY, Unit.WEEK, Unit.MONTH]), DAYS)
def test_a_term_in_days_never_ends_early_nor_on_a_day_off(count, unit, base):
    end = term_ends(Term(count, unit, Base.NAMED, base), CALENDAR)
    least = {Unit.DAY: count, Unit.WEEK: 7 * count, Unit.MONTH: 28 * count}[unit]
    assert CALENDAR.is_working_day(end)
    assert (end - base).days >= least


@given(RHYTHMS, DAYS)
def test_due_days_follow_each_other_a_step_apart_on_the_day_that_was_named(rhythm, day):
    first = rhythm.next_on(day)
    second = rhythm.after(first)
    between = (second.year - first.year) * 12 + second.month - first.month
    assert first >= day
    assert between == rhythm.step
    for due in (first, second):
        last = months.monthrange(due.year, due.month)[1]
        assert due.day == min(rhythm.day, last)
        assert (due.month - rhythm.month) % rhythm.step == 0


@given(RHYTHMS, DAYS, st.integers(-40, 900))
def test_the_next_time_opens_after_the_last_and_never_in_the_past(rhythm, start, later):
    last = rhythm.next_on(start)
    today = last + timedelta(days=later)
    due = occurrence_due(rhythm, last, today)
    if today <= last:
        assert due is None
    else:
        assert due is not None
        assert due > last
        assert due >= today
        assert due == rhythm.next_on(due)


@pytest.mark.parametrize("norm", ["", "BY:2026-12-15", "EVERY:P1D", "EVERY:P1W", "ONGOING"])
def test_what_comes_back_daily_or_never_is_no_rhythm_here(norm):
    assert rhythm_of(norm) is None
