"""Report on a task, return a report, confirm that the work is done."""

from django.db import transaction
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.models import StoredFile
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.actions.extensions import close_open_request
from phongtrao.planning.actions.thread import (
    locked_task,
    save_step,
    taking_part,
    tell,
    write_entry,
)
from phongtrao.planning.models import ProgressEntry, Task
from phongtrao.planning.workflow import TASK, EntryKind, TaskState


@transaction.atomic
def report_progress(
    task: Task,
    text: str,
    *,
    by: Actor,
    file: StoredFile | None = None,
    done: bool = False,
    expected_version: int | None = None,
) -> ProgressEntry:
    """Add to the thread of a task; with `done` the lead reports completion and stops the clock.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput.
    """
    task = locked_task(task, expected_version=expected_version, mine={N_("Nội dung"): text})
    if not permissions.can_report(by, task, done=done):
        raise Forbidden(
            N_(
                "Chỉ cơ quan chủ trì báo cáo hoàn thành; "
                "cơ quan phối hợp báo cáo phần việc của mình."
            )
        )
    before = task.state
    task.state = TASK.target("report_done" if done else "report", current=TaskState(task.state))
    kind = EntryKind.DONE_REPORT if done else EntryKind.PROGRESS
    entry = write_entry(task, kind, text, by=by, file=file)
    if done:
        task.reported_on, task.reported_account_id, task.returned_at = by.day, by.account_id, None
        task.reported_time = clock.now().time().replace(second=0, microsecond=0)
        close_open_request(task, by)
        save_step(task, "reported_on", "reported_time", "reported_account", "returned_at")
    elif before != task.state:
        save_step(task)
    audit.record(
        "task.reported_done" if done else "task.progressed",
        task,
        by=by,
        entry=entry.pk,
        file=file.sha256 if file else None,
    )
    if done:
        _tell_assigner(task, by)
    return entry


@transaction.atomic
def return_task(task: Task, reason: str, *, by: Actor, expected_version: int | None = None) -> Task:
    """Hand a report of completion back with reasons; the clock runs again.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput (no reason).
    """
    task = _locked_for_decision(task, by, reason, expected_version)
    task.state = TASK.target("return", current=TaskState(task.state))
    entry = write_entry(task, EntryKind.RETURNED, reason, by=by)
    task.reported_on = task.reported_time = task.reported_account = None
    task.returned_at = clock.now()
    save_step(task, "reported_on", "reported_time", "reported_account", "returned_at")
    audit.record("task.returned", task, by=by, entry=entry.pk)
    tell(
        task,
        [task.lead_id],
        capability="task.report",
        kind="task.returned",
        text=_("Báo cáo hoàn thành bị trả lại: %(title)s") % {"title": task.title},
        by=by,
    )
    return task


@transaction.atomic
def confirm_completion(
    task: Task, *, by: Actor, text: str = "", expected_version: int | None = None
) -> Task:
    """Confirm that a task is done: the assigner, never the doer (see `permissions.can_confirm`).

    Raises Forbidden, TransitionRefused and StaleVersion.
    """
    task = _locked_for_decision(task, by, text, expected_version)
    task.state = TASK.target("confirm", current=TaskState(task.state))
    write_entry(task, EntryKind.NOTE, text.strip() or _("Xác nhận hoàn thành."), by=by)
    task.completed_at = clock.now()
    task.completed_by_id = by.posting_id
    save_step(task, "completed_at", "completed_by")
    audit.record(
        "task.completed",
        task,
        by=by,
        due_on=str(task.due_on),
        original_due_on=str(task.original_due_on),
        reported_on=str(task.reported_on),
    )
    tell(
        task,
        taking_part(task),
        capability="task.report",
        kind="task.completed",
        text=_("Đã xác nhận hoàn thành: %(title)s") % {"title": task.title},
        by=by,
    )
    return task


def _locked_for_decision(task: Task, by: Actor, text: str, expected_version: int | None) -> Task:
    """The locked task, if this actor may decide; the state first: a second decision says so."""
    found = locked_task(task)
    TASK.target("confirm", current=TaskState(found.state))
    if not permissions.can_confirm(by, found):
        raise Forbidden(
            N_(
                "Người giao việc xác nhận, không phải người thực hiện. "
                "Cơ quan tự giao việc cho mình thì lãnh đạo cơ quan xác nhận. Chưa có gì thay đổi."
            )
        )
    return locked_task(found, expected_version=expected_version, mine={N_("Nội dung"): text})


def _tell_assigner(task: Task, by: Actor) -> None:
    words = {"body": task.lead.name, "title": task.title}
    tell(
        task,
        [task.assigner_id],
        capability="task.decide",
        kind="task.reported_done",
        text=_("%(body)s báo cáo hoàn thành: %(title)s") % words,
        by=by,
    )
