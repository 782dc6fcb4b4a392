"""Suspending, resuming, withdrawing."""

import pytest

from phongtrao.core.errors import Forbidden, InvalidInput, TransitionRefused
from phongtrao.planning import actions, queries
from phongtrao.planning.rules import TaskClass
from phongtrao.planning.workflow import EntryKind, ExtensionState, TaskState

pytestmark = pytest.mark.database
PAPER = "Công văn 12/CAT-PV05 ngày 20/11/2026"


def test_a_suspended_task_has_no_clock_and_runs_again(plan):
    task = plan.task()
    asked = actions.ask_extension(
        task, asked_due_on=plan.day(20), reason="Chờ", by=plan.actor("Chi")
    )
    held = actions.suspend_task(task, paper=PAPER, by=plan.actor("An"))
    asked.refresh_from_db()
    assert asked.state == ExtensionState.WITHDRAWN
    assert queries.clocks_of(held, plan.day(99)).current.task_class == TaskClass.SUSPENDED
    again = actions.resume_task(task, by=plan.actor("An"), due_on=plan.day(40))
    assert (again.state, again.due_on) == (TaskState.IN_PROGRESS, plan.day(40))
    assert again.halted_by_paper == ""
    assert task.entries.filter(kind=EntryKind.NOTE).count() == 2


def test_resuming_never_brings_the_date_forward(plan):
    task = plan.task()
    actions.suspend_task(task, paper=PAPER, by=plan.actor("An"))
    with pytest.raises(InvalidInput, match="không sớm hơn"):
        actions.resume_task(task, by=plan.actor("An"), due_on=plan.day(9))


def test_a_withdrawn_task_stays_readable_and_closed(plan):
    task = plan.task()
    actions.suspend_task(task, paper=PAPER, by=plan.actor("An"))
    gone = actions.withdraw_task(task, paper=PAPER, by=plan.actor("Bình"))
    assert gone.state == TaskState.WITHDRAWN
    assert queries.task_for(plan.actor("Chi"), task.pk)
    with pytest.raises(TransitionRefused):
        actions.report_progress(task, "Đã làm.", by=plan.actor("Chi"))


@pytest.mark.parametrize("act", [actions.suspend_task, actions.withdraw_task])
def test_a_paper_is_asked_for(plan, act):
    with pytest.raises(InvalidInput, match="văn bản"):
        act(plan.task(), paper=" ", by=plan.actor("An"))


@pytest.mark.parametrize("name", ["Chi", "Cường", "Giang", "Dương", "Vân"])
def test_only_the_assigner_halts(plan, name):
    with pytest.raises(Forbidden):
        actions.suspend_task(plan.task(), paper=PAPER, by=plan.actor(name))


def test_what_was_reported_done_is_neither_suspended_nor_withdrawn(plan):
    task = plan.reported()
    for act in (actions.suspend_task, actions.withdraw_task):
        with pytest.raises(TransitionRefused):
            act(task, paper=PAPER, by=plan.actor("An"))
