"""Hours of a due day: the clock of a task, its class, and the same answer from the database."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core import clock
from phongtrao.planning import actions, queries, rules
from phongtrao.planning.models import Task
from phongtrao.planning.rules import TaskClass

DAY = clock.real_today()
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


def _at(hour, minute=0):
    return clock.set_to(datetime.combine(DAY, time(hour, minute), clock.VIETNAM))


@given(TIMES, TIMES, st.integers(-2, 2))
def test_the_hour_decides_on_the_due_day_alone(due_time, read_at, days):
    found = rules.clock_on(
        "in_progress", DAY, None, DAY + timedelta(days=days), due_time=due_time, read_at=read_at
    )
    assert found.is_late == (days > 0 or (days == 0 and read_at > due_time))
    assert found.days_late == max(0, days)


def test_a_task_with_an_hour_is_late_a_minute_after_it(plan):
    with _at(8):
        plan.task(due_on=DAY, due_time=time(16, 30))
    for hour, minute, expected in (
        (16, 30, TaskClass.RUNNING_IN_TIME),
        (16, 31, TaskClass.RUNNING_LATE),
    ):
        with _at(hour, minute):
            task = Task.objects.get()
            assert queries.clocks_of(task, DAY).current.task_class == expected
            assert queries.in_class(Task.objects.all(), expected, DAY).get() == task


@pytest.mark.parametrize(
    ("hour", "expected"), [(15, TaskClass.DONE_IN_TIME), (18, TaskClass.DONE_LATE)]
)
def test_the_minute_of_the_report_counts_not_that_of_the_confirmation(plan, hour, expected):
    with _at(8):
        task = plan.task(due_on=DAY, due_time=time(16, 30))
    with _at(hour):
        actions.report_progress(task, "Đã xong.", done=True, by=plan.actor("Chi"))
    with _at(20):
        task.refresh_from_db()
        done = actions.confirm_completion(task, by=plan.actor("An"))
        assert queries.clocks_of(done, DAY).current.task_class == expected
        counts = queries.class_counts(Task.objects.all(), DAY)
    assert {name: n for name, n in counts.items() if n} == {expected: 1}


def test_a_returned_report_forgets_its_minute(plan):
    with _at(15):
        task = plan.reported(due_on=DAY, due_time=time(16, 30))
        actions.return_task(task, "Thiếu phụ lục.", by=plan.actor("An"))
    task.refresh_from_db()
    assert (task.reported_on, task.reported_time) == (None, None)


def test_the_rate_is_done_in_time_of_those_that_were_due(plan):
    with _at(8):
        done = plan.reported(due_on=DAY, due_time=time(9))
        actions.confirm_completion(done, by=plan.actor("An"))
        plan.task(due_on=DAY, due_time=time(9), title="Chậm")
        plan.task(title="Còn hạn")
    with _at(10):
        counts = queries.class_counts(Task.objects.all(), DAY)
    assert rules.due_of(counts) == 2
    assert rules.rate(counts[TaskClass.DONE_IN_TIME], rules.due_of(counts)) == 0.5
