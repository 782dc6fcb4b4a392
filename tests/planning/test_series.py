"""Recurring tasks: each time is a task of its own; a paper ends the series, nothing else."""

from datetime import timedelta

import pytest
from django.utils.module_loading import import_string

from phongtrao.config.schedule import SCHEDULE
from phongtrao.core.errors import Forbidden, InvalidInput, TransitionRefused
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.planning import actions
from phongtrao.planning.actions import PartSpec
from phongtrao.planning.deadlines.rhythm import Rhythm
from phongtrao.planning.models import Task, TaskSeries

MONTHLY = Rhythm(1, 1, 15)


@pytest.fixture
def series(plan):
    """A monthly task of Đăk Hà in which the Front takes part."""
    first = MONTHLY.next_on(plan.day(0))
    part = PartSpec(plan.world.body("mttq", "dak-ha"), "vận động hội viên")
    task = plan.task(due_on=first, rhythm=MONTHLY, words="hằng tháng trước ngày 15", parts=(part,))
    return task.series


def test_nothing_opens_while_the_newest_time_still_runs(series):
    assert actions.open_due_occurrences(series.last_due_on) == 0
    assert Task.objects.count() == 1


def test_the_day_after_it_fell_due_the_next_time_opens_once(series, plan):
    before, day = series.last_due_on, series.last_due_on + timedelta(days=1)
    assert actions.open_due_occurrences(day) == 1
    assert actions.open_due_occurrences(day) == 0
    first, second = Task.objects.order_by("due_on")
    assert second.due_on == second.original_due_on == MONTHLY.after(before)
    assert (second.state, second.series, second.lead) == ("assigned", series, first.lead)
    assert [part.text for part in second.parts.all()] == ["vận động hội viên"]
    assert first.due_on == before
    told = Notice.objects.filter(account=plan.world.posting("Chi").account)
    assert told.filter(text__contains=f"{second.due_on:%d/%m/%Y}").count() == 1
    assert AuditEntry.objects.filter(verb="task_series.recurred").count() == 1


def test_times_missed_while_the_server_stood_are_not_opened_late(series):
    day = series.last_due_on + timedelta(days=100)
    assert actions.open_due_occurrences(day) == 1
    assert Task.objects.order_by("-due_on").first().due_on == MONTHLY.next_on(day)
    assert Task.objects.count() == 2


def test_a_series_whose_lead_has_ceased_waits(series):
    day = series.last_due_on + timedelta(days=1)
    series.lead.valid_to = day
    series.lead.save()
    assert actions.open_due_occurrences(day) == 0


def test_a_paper_stops_it_and_what_is_open_goes_on(series, plan):
    actions.stop_series(series, paper="Công văn 9/CAT ngày 1/12/2026", by=plan.actor("An"))
    stopped = TaskSeries.objects.get()
    assert stopped.stopped_by_paper == "Công văn 9/CAT ngày 1/12/2026"
    assert actions.open_due_occurrences(stopped.last_due_on + timedelta(days=1)) == 0
    assert Task.objects.get().state == "assigned"
    with pytest.raises(TransitionRefused):
        actions.stop_series(stopped, paper="x", by=plan.actor("An"))


@pytest.mark.parametrize("name", ["task-series", "task-reminders"])
def test_the_scheduler_enqueues_the_jobs_and_they_run_on_an_idle_day(series, name):
    assert import_string(SCHEDULE[name].path).call() == 0


def test_only_the_assigner_stops_it_and_never_without_a_paper(series, plan):
    with pytest.raises(Forbidden):
        actions.stop_series(series, paper="9/CAT", by=plan.actor("Chi"))
    with pytest.raises(InvalidInput):
        actions.stop_series(series, paper="  ", by=plan.actor("An"))
    assert TaskSeries.objects.get().state == "running"
