"""More time: asking, answering, taking back."""

from datetime import timedelta

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, Refused, StaleVersion, TransitionRefused
from phongtrao.planning import actions, queries
from phongtrao.planning.workflow import ExtensionState

pytestmark = pytest.mark.database


def _asked(plan, **changes):
    task = changes.pop("task", None) or plan.task()
    values = {"asked_due_on": plan.day(20), "reason": "Chờ ý kiến cấp ủy", "by": plan.actor("Chi")}
    return actions.ask_extension(task, **(values | changes))


def test_a_grant_moves_the_date_that_holds_and_keeps_the_original(plan):
    asked = _asked(plan)
    decided = actions.decide_extension(asked, grant=True, reason="", by=plan.actor("Bình"))
    task = decided.task
    task.refresh_from_db()
    assert decided.state == ExtensionState.GRANTED
    assert (task.original_due_on, task.due_on) == (plan.day(10), plan.day(20))
    clocks = queries.clocks_of(task, plan.day(15))
    assert clocks.original.is_late
    assert not clocks.current.is_late


def test_a_refusal_leaves_the_date_and_says_why(plan):
    asked = _asked(plan)
    with pytest.raises(InvalidInput, match="lý do"):
        actions.decide_extension(asked, grant=False, reason=" ", by=plan.actor("An"))
    decided = actions.decide_extension(asked, grant=False, reason="Cần sớm", by=plan.actor("An"))
    assert decided.state == ExtensionState.REFUSED
    assert decided.task.due_on == plan.day(10)


@pytest.mark.parametrize("name", ["An", "Ba", "Cường", "Giang"])
def test_nobody_but_the_lead_asks(plan, name):
    with pytest.raises(Forbidden):
        _asked(plan, by=plan.actor(name))


@pytest.mark.parametrize("name", ["Chi", "Cường", "Ba", "Giang", "Dương", "Vân"])
def test_nobody_but_the_assigner_answers(plan, name):
    asked = _asked(plan)
    with pytest.raises(Forbidden):
        actions.decide_extension(asked, grant=True, reason="", by=plan.actor(name))


def test_who_asked_in_a_task_of_his_own_body_leaves_the_answer_to_the_leader(plan):
    asked = _asked(plan, task=plan.task("Chi"))
    with pytest.raises(Forbidden):
        actions.decide_extension(asked, grant=True, reason="", by=plan.actor("Chi"))
    assert actions.decide_extension(asked, grant=True, reason="", by=plan.actor("Cường"))


@pytest.mark.parametrize("days", [10, 9, -1])
def test_a_date_that_is_not_later_is_refused(plan, days):
    with pytest.raises(InvalidInput, match="phải sau hạn hiện nay"):
        _asked(plan, asked_due_on=plan.day(days))


def test_a_reason_is_asked_for(plan):
    with pytest.raises(InvalidInput, match="lý do"):
        _asked(plan, reason=" ")


def test_one_request_at_a_time(plan):
    asked = _asked(plan)
    with pytest.raises(Refused, match="đang chờ quyết định"):
        _asked(plan, task=asked.task)


def test_a_second_answer_is_refused(plan):
    asked = _asked(plan)
    actions.decide_extension(asked, grant=True, reason="", by=plan.actor("An"))
    with pytest.raises(TransitionRefused, match="Đồng ý gia hạn"):
        actions.decide_extension(asked, grant=False, reason="Không", by=plan.actor("Bình"))


def test_the_lead_takes_a_request_back_and_asks_again(plan):
    asked = _asked(plan)
    assert actions.withdraw_extension(asked, by=plan.actor("Chi")).state == "withdrawn"
    with pytest.raises(TransitionRefused):
        actions.decide_extension(asked, grant=True, reason="", by=plan.actor("An"))
    assert _asked(plan, task=asked.task).state == ExtensionState.ASKED


def test_after_the_date_no_extension_is_asked(plan):
    task = plan.task()
    with clock.set_to(clock.now() + timedelta(days=11)), pytest.raises(Refused, match="quá hạn"):
        actions.ask_extension(task, asked_due_on=plan.day(20), reason="Chờ", by=plan.actor("Chi"))


def test_a_request_whose_date_has_passed_is_not_granted(plan):
    asked = _asked(plan, asked_due_on=plan.day(12))
    with (
        clock.set_to(clock.now() + timedelta(days=13)),
        pytest.raises(InvalidInput, match="đã qua"),
    ):
        actions.decide_extension(asked, grant=True, reason="", by=plan.actor("An"))


def test_no_more_time_for_a_task_that_does_not_run(plan):
    with pytest.raises(TransitionRefused):
        _asked(plan, task=plan.reported())


def test_a_stale_request_keeps_both_sides(plan):
    task = plan.task()
    actions.report_progress(task, "Bắt đầu.", by=plan.actor("Chi"))
    with pytest.raises(StaleVersion) as conflict:
        _asked(plan, task=task, expected_version=1)
    assert conflict.value.mine["Lý do"] == "Chờ ý kiến cấp ủy"
