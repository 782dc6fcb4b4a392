"""Reporting, returning, confirming."""

import pytest

from phongtrao.core import files
from phongtrao.core.errors import Forbidden, InvalidInput, StaleVersion, TransitionRefused
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.org.roles import Role
from phongtrao.planning import actions
from phongtrao.planning.actions import PartSpec
from phongtrao.planning.workflow import EntryKind, ExtensionState, TaskState

pytestmark = pytest.mark.database


def test_the_first_progress_starts_the_task(plan):
    task = plan.task()
    stored = files.store(b"%PDF", name="ke-hoach.pdf", kind="pdf", by=plan.actor("Chi"))
    entry = actions.report_progress(task, "Đã dự thảo.", by=plan.actor("Chi"), file=stored)
    task.refresh_from_db()
    assert task.state == TaskState.IN_PROGRESS
    assert (entry.kind, entry.file) == (EntryKind.PROGRESS, stored)


def test_a_coordinating_body_reports_its_part_but_not_completion(plan):
    task = plan.task(parts=(PartSpec(plan.world.body("ca", "ba-to")),))
    actions.report_progress(task, "Đã cung cấp số liệu.", by=plan.actor("Ba"))
    with pytest.raises(Forbidden):
        actions.report_progress(task, "Xong.", done=True, by=plan.actor("Ba"))


@pytest.mark.parametrize("name", ["An", "Ba", "Cường", "Giang", "Dũng"])
def test_nobody_else_reports(plan, name):
    with pytest.raises(Forbidden):
        actions.report_progress(plan.task(), "Đã làm.", by=plan.actor(name))


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b"])
def test_an_empty_report_is_refused(plan, text):
    with pytest.raises(InvalidInput):
        actions.report_progress(plan.task(), text, by=plan.actor("Chi"))


def test_a_report_of_completion_stops_the_clock_and_closes_the_open_request(plan):
    task = plan.task()
    asked = actions.ask_extension(
        task, asked_due_on=plan.day(20), reason="Chờ ý kiến", by=plan.actor("Chi")
    )
    actions.report_progress(task, "Xong.", done=True, by=plan.actor("Chi"))
    task.refresh_from_db()
    asked.refresh_from_db()
    assert (task.state, task.reported_on) == (TaskState.REPORTED_DONE, plan.day(0))
    assert asked.state == ExtensionState.WITHDRAWN
    assert Notice.objects.filter(account__full_name="Bình", kind="task.reported_done").exists()


def test_the_assigner_confirms(plan):
    task = plan.reported()
    done = actions.confirm_completion(task, by=plan.actor("Bình"))
    assert done.state == TaskState.COMPLETED
    assert done.completed_by == plan.world.posting("Bình")
    assert AuditEntry.objects.filter(verb="task.completed", target_id=str(task.pk)).exists()


def test_an_officer_of_the_assigner_confirms_too(plan):
    task = plan.reported()
    assert actions.confirm_completion(task, by=plan.actor("An")).state == TaskState.COMPLETED


@pytest.mark.parametrize("name", ["Chi", "Cường", "Giang", "Gấm", "Dương", "Vân", "Kiểm"])
def test_neither_the_doer_nor_a_stranger_confirms(plan, name):
    task = plan.reported()
    with pytest.raises(Forbidden):
        actions.confirm_completion(task, by=plan.actor(name))


def test_a_body_that_gave_itself_the_task_is_confirmed_by_its_leader_only(plan):
    task = plan.reported("Chi", "Chi")
    second = plan.world.add_posting("Cúc", "ca", "dak-ha", Role.OFFICER)
    assert second
    for name in ("Chi", "Cúc", "Bình"):
        with pytest.raises(Forbidden):
            actions.confirm_completion(task, by=plan.actor(name))
    assert actions.confirm_completion(task, by=plan.actor("Cường")).state == TaskState.COMPLETED


def test_who_reported_does_not_confirm_from_another_posting(plan):
    task = plan.task(lead=plan.world.body("mttq", "quang-ngai"))
    actions.report_progress(task, "Xong.", done=True, by=plan.actor("Dũng"))
    posting = plan.world.add_posting("Dũng hai", "ca", "quang-ngai", Role.OFFICER)
    posting.account = plan.world.posting("Dũng").account
    posting.save()
    with pytest.raises(Forbidden):
        actions.confirm_completion(task, by=plan.actor("Dũng hai"))


def test_a_returned_report_can_be_made_again(plan):
    task = plan.reported()
    back = actions.return_task(task, "Thiếu danh sách điểm tổ chức.", by=plan.actor("An"))
    assert (back.state, back.reported_on) == (TaskState.IN_PROGRESS, None)
    assert back.returned_at is not None
    actions.report_progress(task, "Đã bổ sung.", done=True, by=plan.actor("Chi"))
    task.refresh_from_db()
    assert task.state == TaskState.REPORTED_DONE
    assert task.returned_at is None


def test_a_return_needs_its_reason(plan):
    with pytest.raises(InvalidInput):
        actions.return_task(plan.reported(), " ", by=plan.actor("An"))


def test_a_second_confirmation_says_that_it_is_done_already(plan):
    task = plan.reported()
    actions.confirm_completion(task, by=plan.actor("An"))
    with pytest.raises(TransitionRefused, match="Đã hoàn thành"):
        actions.confirm_completion(task, by=plan.actor("Bình"))
    with pytest.raises(TransitionRefused):
        actions.return_task(task, "Chưa đạt", by=plan.actor("Bình"))


def test_a_stale_report_keeps_both_sides(plan):
    task = plan.task()
    asked = actions.ask_extension(
        task, asked_due_on=plan.day(20), reason="Chờ", by=plan.actor("Chi")
    )
    version = task.row_version
    actions.decide_extension(asked, grant=True, reason="", by=plan.actor("An"))
    with pytest.raises(StaleVersion) as conflict:
        actions.report_progress(task, "Đang làm.", by=plan.actor("Chi"), expected_version=version)
    assert conflict.value.mine == {"Nội dung": "Đang làm."}
    assert conflict.value.theirs["Hạn hoàn thành"] == f"{plan.day(20):%d/%m/%Y}"
    assert task.entries.filter(kind=EntryKind.PROGRESS).count() == 0


def test_a_line_added_meanwhile_is_no_conflict(plan):
    task = plan.task(parts=(PartSpec(plan.world.body("ca", "ba-to")),))
    actions.report_progress(task, "Bắt đầu.", by=plan.actor("Chi"))
    task.refresh_from_db()
    actions.report_progress(task, "Phần của Ba Tơ.", by=plan.actor("Ba"))
    entry = actions.report_progress(
        task, "Tiếp.", by=plan.actor("Chi"), expected_version=task.row_version
    )
    assert entry.pk
