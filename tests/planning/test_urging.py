"""Reminders by notice, letters that urge, and the message for a chat group."""

import io
import zipfile
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, TransitionRefused
from phongtrao.core.models import Notice
from phongtrao.planning import actions, exports, queries
from phongtrao.planning.deadlines.reminding import threshold_on
from phongtrao.planning.models import Task, UrgedTask, Urging
from phongtrao.publishing.actions.urging_papers import urging_bytes

BEFORE, AFTER = (7, 3, 1, 0), (1, 7, 15, 30)
DAY = clock.real_today()


@pytest.fixture
def late(plan):
    """Two late tasks: of Đăk Hà and of Ba Tơ."""
    with clock.set_to(clock.now() - timedelta(days=20)):
        return [
            plan.task(due_on=plan.day(5)),
            plan.task(
                due_on=plan.day(8), lead=plan.world.body("ca", "ba-to"), title="Rà soát mô hình"
            ),
        ]


def _draft(plan, tasks):
    return actions.draft_urging([task.pk for task in tasks], by=plan.actor("An"))


def _issue(plan, urging, number="1250/CAT-PV05"):
    return actions.issue_urging(urging, paper=number, issued_on=plan.day(0), by=plan.actor("An"))


def _reached(left, since=-30):
    return threshold_on(
        DAY + timedelta(days=left),
        DAY,
        before=BEFORE,
        after=AFTER,
        since=DAY + timedelta(days=since),
    )


@pytest.mark.parametrize(
    ("left", "reached"),
    [(8, None), (7, 7), (5, 7), (3, 3), (1, 1), (0, 0), (-1, -1), (-6, -1), (-7, -7), (-61, None)],
)
def test_the_newest_threshold_that_was_reached_is_the_one(left, reached):
    assert _reached(left) == reached


def test_nobody_is_reminded_on_the_day_on_which_he_was_told():
    assert _reached(3, since=0) is None
    assert _reached(2, since=-1) is None
    assert _reached(2, since=-2) == 3


@given(st.integers(-60, 40))
def test_as_days_pass_thresholds_only_go_down(left):
    today, tomorrow = _reached(left, since=-400), _reached(left - 1, since=-400)
    if today is not None and tomorrow is not None:
        assert tomorrow <= today


def test_a_threshold_reminds_once_however_often_the_job_runs(plan):
    with clock.set_to(clock.now() - timedelta(days=20)):
        plan.task(due_on=plan.day(23))
    Notice.objects.all().delete()
    assert actions.remind_due(DAY) == 1
    assert actions.remind_due(DAY) == 0
    assert actions.remind_due(DAY + timedelta(days=1)) == 0
    assert actions.remind_due(DAY + timedelta(days=2)) == 1
    told = Notice.objects.filter(account=plan.world.posting("Chi").account)
    assert [notice.text[:12] for notice in told.order_by("pk")] == ["Còn 3 ngày đ", "Còn 1 ngày đ"]
    assert not Notice.objects.filter(account=plan.world.posting("An").account).exists()


def test_after_the_due_day_the_assigner_is_told_too(plan, late):
    Notice.objects.all().delete()
    actions.remind_due(DAY)
    for name in ("Chi", "An"):
        told = Notice.objects.filter(account=plan.world.posting(name).account)
        assert told.filter(text__startswith="Quá hạn").exists(), name


def test_a_task_that_is_reported_or_suspended_is_not_reminded_of(plan, late):
    actions.report_progress(late[0], "Đã xong.", done=True, by=plan.actor("Chi"))
    actions.suspend_task(late[1], paper="Công văn 9", by=plan.actor("An"))
    assert actions.remind_due(DAY) == 0


def test_a_letter_counts_once_it_is_issued(plan, late):
    first, second = _draft(plan, late), _draft(plan, late[:1])
    _issue(plan, first)
    _issue(plan, second, "1300/CAT-PV05")
    third = _draft(plan, late)
    ordinals = dict(third.items.values_list("task_id", "ordinal"))
    assert ordinals == {late[0].pk: 3, late[1].pk: 2}
    assert second.items.get().ordinal == 2
    lines = [entry.text for entry in queries.entries_of(late[0])]
    assert [line.split(" theo")[0] for line in lines] == ["Đôn đốc lần 1", "Đôn đốc lần 2"]


def test_a_dropped_draft_never_counts(plan, late):
    actions.drop_urging(_draft(plan, late), by=plan.actor("An"))
    assert set(_draft(plan, late).items.values_list("ordinal", flat=True)) == {1}
    with pytest.raises(TransitionRefused):
        _issue(plan, Urging.objects.order_by("pk").first())


def test_only_late_tasks_of_ones_own_may_be_named(plan, late):
    with pytest.raises(Forbidden):
        actions.draft_urging([late[0].pk], by=plan.actor("Vân"))
    for by, tasks in (("Chi", late), ("An", []), ("An", [plan.task(title="Còn hạn")])):
        with pytest.raises(InvalidInput):
            actions.draft_urging([task.pk for task in tasks], by=plan.actor(by))
    assert not UrgedTask.objects.exists()


def test_a_letter_needs_its_number_and_a_day_that_has_come(plan, late):
    urging = _draft(plan, late)
    for paper, day in (("", plan.day(0)), ("9/CAT", plan.day(1)), ("9/CAT", plan.day(-1))):
        with pytest.raises(InvalidInput):
            actions.issue_urging(urging, paper=paper, issued_on=day, by=plan.actor("An"))


def test_the_word_draft_names_each_late_body_with_its_tasks_and_the_time(plan, late):
    _issue(plan, _draft(plan, late))
    urging = queries.urging_for(plan.actor("An"), _draft(plan, late).pk)
    made = urging_bytes(urging, queries.urged_in(urging))
    text = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    for words in (
        "V/v đôn đốc thực hiện nhiệm vụ quá hạn (lần 2)",
        "Công an xã Đăk Hà",
        "Công an xã Ba Tơ",
        "Rà soát mô hình",
        "quá hạn 12 ngày",
        "đôn đốc lần 2",
    ):
        assert words in text
    assert "Chi" not in text


def test_the_message_names_bodies_and_tasks_but_no_person_and_no_address(plan, late):
    urging = queries.urging_for(plan.actor("An"), _draft(plan, late).pk)
    message = exports.urging_message(urging, queries.urged_in(urging))
    for task in Task.objects.all():
        assert task.title in message
        assert f"{task.lead.name}:" in message
    assert "http" not in message
    assert "/nhiem-vu/" not in message
    for name in ("An", "Chi", "Ba"):
        assert plan.world.posting(name).account.username not in message
