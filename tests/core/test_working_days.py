"""The calendar in force: the packaged table under the stored corrections."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core import clock
from phongtrao.core.calendar import CalendarRow, DayKind, parse_corrections, shipped_calendar
from phongtrao.core.errors import InvalidInput
from phongtrao.core.models import CalendarDay
from phongtrao.core.working_days import corrected_calendar, days_of, work_calendar

DAYS = st.dates(date(2023, 1, 1), date(2032, 12, 31))
ROWS = st.builds(
    CalendarRow,
    DAYS,
    st.sampled_from([DayKind.OFF, DayKind.WORK, DayKind.ORDINARY]),
    st.just("Tên"),
    st.just("1/TB"),
)


def _correct(day, kind=DayKind.OFF, source="1/TB-BNV"):
    return CalendarDay.objects.create(
        day=day, kind=kind, name="Tên", source=source, recorded_at=clock.now()
    )


@pytest.mark.database
def test_without_corrections_the_packaged_table_holds(db):
    for day in (date(2026, 1, 2), date(2026, 1, 10), date(2026, 11, 24), date(2026, 11, 25)):
        assert work_calendar().is_working_day(day) == shipped_calendar().is_working_day(day)


@pytest.mark.database
def test_a_correction_holds_at_once_and_its_removal_too(db):
    day = date(2026, 12, 1)
    assert work_calendar().is_working_day(day)
    row = _correct(day)
    assert not work_calendar().is_working_day(day)
    assert work_calendar().add_working_days(date(2026, 11, 30), 1) == date(2026, 12, 2)
    row.delete()
    assert work_calendar().add_working_days(date(2026, 11, 30), 1) == day


@pytest.mark.database
def test_a_correction_that_another_process_writes_is_seen(db):
    work_calendar()
    rows = CalendarDay.objects.all()
    made = _correct(date(2026, 12, 1))
    work_calendar()
    # No code of this process tells the cache: the row changes under it.
    rows.filter(pk=made.pk).update(day=date(2026, 12, 3))
    assert work_calendar().is_working_day(date(2026, 12, 1))
    assert not work_calendar().is_working_day(date(2026, 12, 3))


@pytest.mark.database
def test_a_correction_that_is_rolled_back_never_holds(db):
    with transaction.atomic():
        _correct(date(2026, 12, 1))
        assert not work_calendar().is_working_day(date(2026, 12, 1))
        transaction.set_rollback(True)
    assert work_calendar().is_working_day(date(2026, 12, 1))


@pytest.mark.database
def test_the_calendar_costs_one_query_and_is_built_once(db, django_assert_num_queries):
    _correct(date(2026, 12, 1))
    first = work_calendar()
    with django_assert_num_queries(1):
        assert work_calendar() is first


@pytest.mark.database
def test_one_day_has_one_correction_and_one_year_one_confirmation(db):
    first = date(2027, 1, 1)
    _correct(first)
    _correct(first, DayKind.CONFIRM_YEAR)
    for kind in (DayKind.WORK, DayKind.CONFIRM_YEAR):
        with pytest.raises(IntegrityError), transaction.atomic():
            _correct(first, kind)


@pytest.mark.database
@pytest.mark.parametrize("wrong", [{"kind": "worked"}, {"source": ""}])
def test_the_database_refuses_a_kind_it_does_not_know_and_a_row_without_paper(db, wrong):
    values = {"day": date(2027, 1, 2), "kind": "off", "name": "", "source": "1/TB"} | wrong
    with pytest.raises(IntegrityError), transaction.atomic():
        CalendarDay.objects.create(recorded_at=clock.now(), **values)


def test_a_year_without_a_table_keeps_its_fixed_holidays_when_a_day_is_corrected():
    corrected = corrected_calendar((CalendarRow(date(2029, 2, 13), DayKind.OFF, "Tết", "1/TB"),))
    assert not corrected.is_working_day(date(2029, 2, 13))
    assert not corrected.is_working_day(date(2029, 1, 1))  # a Monday
    assert not corrected.year_status(2029).confirmed


def test_a_confirmed_year_is_no_longer_warned_of():
    today = date(2026, 11, 26)
    assert len(corrected_calendar(()).warnings(today)) == 1
    row = CalendarRow(date(2027, 1, 1), DayKind.CONFIRM_YEAR, "", "9/TB-BNV")
    assert corrected_calendar((row,)).warnings(today) == []


@given(st.lists(ROWS, max_size=6), DAYS)
def test_a_correction_changes_its_own_day_and_no_other(rows, day):
    corrected = corrected_calendar(tuple(rows))
    own = [row for row in rows if row.day == day]
    if not own:
        assert corrected.reason(day) == shipped_calendar().reason(day)
    elif own[-1].kind is DayKind.ORDINARY:
        assert corrected.is_working_day(day) == (day.weekday() < 5)
    else:
        assert corrected.is_working_day(day) == (own[-1].kind is DayKind.WORK)


def test_the_days_of_a_year_are_its_days_off_and_worked_saturdays():
    days = days_of(shipped_calendar(), 2026)
    assert [row.day for row in days if row.kind is DayKind.WORK] == [
        date(2026, 1, 10),
        date(2026, 8, 22),
    ]
    assert date(2026, 11, 24) in {row.day for row in days}
    assert [row.day for row in days] == sorted(row.day for row in days)


def test_a_name_or_a_paper_that_is_too_long_is_refused_with_its_row():
    with pytest.raises(InvalidInput) as refusal:
        parse_corrections(
            "ngày,loại,tên,căn cứ\n"
            f"02/03/2027,nghỉ,{'a' * 121},1/TB\n"
            f"03/03/2027,nghỉ,a,{'b' * 201}\n"
        )
    assert list(refusal.value.fields) == ["2", "3"]


def test_a_year_is_confirmed_once_in_a_file_whatever_day_names_it():
    (row,) = parse_corrections("ngày,loại,tên,căn cứ\n15/06/2027,xác nhận năm,,1/TB\n")
    assert row.day == date(2027, 1, 1)
    with pytest.raises(InvalidInput) as refusal:
        parse_corrections(
            "ngày,loại,tên,căn cứ\n15/06/2027,xác nhận năm,,1\n16/06/2027,xác nhận năm,,2\n"
        )
    assert list(refusal.value.fields) == ["3"]
