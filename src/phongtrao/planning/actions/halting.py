"""Suspend, resume and withdraw a task, each on the strength of a paper."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.vietnamese import tidy_line
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
from phongtrao.planning.models import Task
from phongtrao.planning.workflow import TASK, EntryKind, TaskState


@transaction.atomic
def suspend_task(
    task: Task, *, paper: str, by: Actor, reason: str = "", expected_version: int | None = None
) -> Task:
    """Stop a task for a time by a paper (number and date); it takes no part in any rate meanwhile.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput (no paper).
    """
    task = _locked(task, "suspend", by, expected_version)
    task.halted_by_paper = _required(paper)
    task.suspended_at = clock.now()
    close_open_request(task, by)
    save_step(task, "halted_by_paper", "suspended_at")
    line = _("Tạm dừng theo %(paper)s.") % {"paper": task.halted_by_paper}
    _say(task, "task.suspended", line, reason, by)
    return task


@transaction.atomic
def resume_task(
    task: Task,
    *,
    by: Actor,
    due_on: date | None = None,
    reason: str = "",
    expected_version: int | None = None,
) -> Task:
    """Let a suspended task run again, with a later date where one is given.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput (a date that is past or
    earlier than the one that holds).
    """
    task = _locked(task, "resume", by, expected_version)
    if due_on is not None:
        if due_on < max(task.due_on, by.day):
            raise InvalidInput(
                N_("Hạn mới %(day)s phải từ hôm nay và không sớm hơn hạn cũ (%(due)s)."),
                "task.resume_day",
                day=f"{due_on:%d/%m/%Y}",
                due=f"{task.due_on:%d/%m/%Y}",
            )
        task.due_on = due_on
    task.suspended_at = None
    task.halted_by_paper = ""
    save_step(task, "suspended_at", "halted_by_paper", "due_on")
    line = _("Tiếp tục thực hiện, hạn %(day)s.") % {"day": f"{task.due_on:%d/%m/%Y}"}
    _say(task, "task.resumed", line, reason, by)
    return task


@transaction.atomic
def withdraw_task(
    task: Task, *, paper: str, by: Actor, reason: str = "", expected_version: int | None = None
) -> Task:
    """Take a task back for good by a paper; it stays readable and takes no part in any rate.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput (no paper).
    """
    task = _locked(task, "withdraw", by, expected_version)
    task.halted_by_paper = _required(paper)
    task.withdrawn_at = clock.now()
    task.suspended_at = None
    close_open_request(task, by)
    save_step(task, "halted_by_paper", "withdrawn_at", "suspended_at")
    line = _("Thôi giao theo %(paper)s.") % {"paper": task.halted_by_paper}
    _say(task, "task.withdrawn", line, reason, by)
    return task


def _locked(task: Task, verb: str, by: Actor, expected_version: int | None) -> Task:
    """The locked task in its new state, if the actor may move it there."""
    found = locked_task(task)
    state = TASK.target(verb, current=TaskState(found.state))
    if not permissions.can_halt(by, found):
        raise Forbidden(N_("Chỉ cơ quan giao việc mới tạm dừng, tiếp tục hoặc thôi giao được."))
    found = locked_task(found, expected_version=expected_version)
    found.state = state
    return found


def _required(paper: str) -> str:
    words = tidy_line(paper)[:200]
    if not words:
        raise InvalidInput(N_("Chưa ghi số, ngày của văn bản làm căn cứ."), "task.paper")
    return words


def _say(task: Task, verb: str, line: str, reason: str, by: Actor) -> None:
    write_entry(task, EntryKind.NOTE, f"{line} {reason}".strip(), by=by)
    audit.record(verb, task, by=by, paper=task.halted_by_paper, due_on=str(task.due_on))
    tell(
        task,
        taking_part(task),
        capability="task.report",
        kind=verb,
        text=f"{line} {task.title}",
        by=by,
    )
