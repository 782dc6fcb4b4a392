"""The picture of tasks in time, and the forecast: what they show and what they leave out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.planning.deadlines.forecast import Past, likely_late, share_late
from phongtrao.planning.deadlines.timeline import WIDTH, axis_over, bar_of

TODAY = date(2026, 11, 26)
DAYS = st.dates(TODAY - timedelta(days=900), TODAY + timedelta(days=900))
PASTS = st.integers(5, 60).flatmap(lambda due: st.builds(Past, st.just(due), st.integers(0, due)))


@given(st.lists(DAYS, max_size=8))
def test_an_axis_holds_today_and_is_whole_weeks_of_about_a_year_at_most(days):
    axis = axis_over(days, TODAY)
    assert axis.first <= TODAY <= axis.last
    assert (axis.first.weekday(), axis.last.weekday()) == (0, 6)
    assert (axis.last - axis.first).days < 390
    places = [at for _day, at in axis.months()]
    assert places == sorted(set(places))


@given(DAYS, st.integers(0, 300), st.integers(0, 200), st.none() | DAYS)
def test_a_bar_stays_in_the_picture_and_extended_time_follows_the_first(start, run, more, stop):
    original = start + timedelta(days=run)
    due = original + timedelta(days=more)
    axis = axis_over([start, due], TODAY)
    bar = bar_of(axis, start=start, original_due_on=original, due_on=due, stopped_on=stop)
    assert 0 <= bar.start < bar.start + bar.width <= WIDTH
    assert bar.extended_start + bar.extended_width <= WIDTH
    assert (bar.extended_width == 0) or more
    assert (bar.stopped is None) == (stop is None)


def test_fewer_than_five_past_tasks_give_no_forecast():
    assert likely_late(Past(4, 4), 0.5) is None
    assert likely_late(Past(5, 5), 0.5) == pytest.approx(7 / 9)


@given(PASTS, st.floats(0, 1))
def test_a_forecast_lies_between_the_bodys_own_share_and_that_of_all(past, overall):
    own, found = past.late / past.due, likely_late(past, overall)
    assert min(own, overall) - 1e-9 <= found <= max(own, overall) + 1e-9


@given(PASTS, st.floats(0, 1))
def test_one_more_late_task_never_makes_a_body_look_better(past, overall):
    worse = Past(past.due + 1, past.late + 1)
    assert likely_late(worse, overall) >= likely_late(past, overall) - 1e-9


def test_the_share_of_all_counts_tasks_not_bodies():
    assert share_late([Past(90, 0), Past(10, 10)]) == pytest.approx(0.1)
    assert share_late([]) == 0
