"""Ask for more time, and answer."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, TransitionRefused
from phongtrao.core.vietnamese import tidy
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.actions.thread import (
    locked_task,
    save_step,
    taking_part,
    tell,
    write_entry,
)
from phongtrao.planning.models import ExtensionRequest, Task
from phongtrao.planning.rules import terms
from phongtrao.planning.workflow import EXTENSION, RUNNING, EntryKind, ExtensionState, TaskState


@transaction.atomic
def ask_extension(
    task: Task,
    *,
    asked_due_on: date,
    reason: str,
    by: Actor,
    expected_version: int | None = None,
) -> ExtensionRequest:
    """Ask the assigner for more time; the date that holds stays until it is granted.

    Raises Forbidden, Refused (a request is open, the task does not run, the date is past),
    StaleVersion and InvalidInput (a date not later than the present one, no reason).
    """
    mine = {N_("Hạn hoàn thành"): f"{asked_due_on:%d/%m/%Y}", N_("Lý do"): reason}
    task = locked_task(task, expected_version=expected_version, mine=mine)
    if not permissions.can_ask_extension(by, task):
        raise Forbidden(N_("Chỉ cơ quan chủ trì nhiệm vụ mới xin gia hạn được."))
    _require_running(task)
    _require_time(task, by.day)
    if task.extensions.filter(state=ExtensionState.ASKED).exists():
        raise Refused(
            N_("Đã có một đề nghị gia hạn đang chờ quyết định; hãy chờ hoặc rút đề nghị đó.")
        )
    _check_date(task, asked_due_on, by.day)
    request = ExtensionRequest.objects.create(
        task=task,
        due_on_before=task.due_on,
        asked_due_on=asked_due_on,
        reason=_required(reason, N_("Chưa ghi lý do xin gia hạn.")),
        asked_at=clock.now(),
        asked_by=permissions.posting_of(by),
        asked_account=by.account,
    )
    audit.record("extension.asked", task, by=by, request=request.pk, due_on=str(asked_due_on))
    _tell_assigner(task, asked_due_on, by)
    return request


@transaction.atomic
def decide_extension(
    request: ExtensionRequest, *, grant: bool, reason: str, by: Actor
) -> ExtensionRequest:
    """Grant or refuse more time; a grant moves the date that holds, never the original one.

    Raises Forbidden, TransitionRefused (answered already), Refused (the asked date has passed
    meanwhile) and InvalidInput (a refusal without a reason).
    """
    task = locked_task(request.task)
    request = ExtensionRequest.objects.select_for_update().get(pk=request.pk)
    request.task = task
    state = EXTENSION.target("grant" if grant else "refuse", current=ExtensionState(request.state))
    if not permissions.can_decide_extension(by, request):
        raise Forbidden(N_("Cơ quan giao việc quyết định gia hạn, không phải người xin gia hạn."))
    if not grant:
        _required(reason, N_("Chưa ghi lý do không gia hạn."))
    else:
        _require_running(task)
        _check_date(task, request.asked_due_on, by.day)
        task.due_on = request.asked_due_on
        save_step(task, "due_on")
    _close(request, state, reason, by)
    _say(task, request, grant=grant, by=by)
    return request


@transaction.atomic
def withdraw_extension(request: ExtensionRequest, *, by: Actor) -> ExtensionRequest:
    """Take back a request that nobody has answered.

    Raises Forbidden and TransitionRefused.
    """
    task = locked_task(request.task)
    request = ExtensionRequest.objects.select_for_update().get(pk=request.pk)
    if not permissions.can_ask_extension(by, task):
        raise Forbidden(N_("Chỉ cơ quan đã xin gia hạn mới rút được đề nghị."))
    _close(request, EXTENSION.target("withdraw", current=ExtensionState(request.state)), "", by)
    audit.record("extension.withdrawn", task, by=by, request=request.pk)
    return request


def close_open_request(task: Task, by: Actor) -> None:
    """Withdraw the open request of a task that no longer needs an answer; part of another verb."""
    for request in task.extensions.select_for_update().filter(state=ExtensionState.ASKED):
        _close(request, EXTENSION.target("withdraw", current=ExtensionState(request.state)), "", by)
        audit.record("extension.withdrawn", task, by=by, request=request.pk)


def _required(reason: str, missing: str) -> str:
    words = tidy(reason).strip()
    if not words:
        raise InvalidInput(missing, "extension.reason")
    return words


def _tell_assigner(task: Task, asked_due_on: date, by: Actor) -> None:
    words = {"body": task.lead.name, "day": f"{asked_due_on:%d/%m/%Y}", "title": task.title}
    tell(
        task,
        [task.assigner_id],
        capability="task.decide",
        kind="extension.asked",
        text=_("%(body)s xin gia hạn đến %(day)s: %(title)s") % words,
        by=by,
    )


def _close(request: ExtensionRequest, state: str, reason: str, by: Actor) -> None:
    request.state = state
    request.decided_at = clock.now()
    request.decided_by_id = by.posting_id
    request.decision_reason = tidy(reason).strip()
    request.save(update_fields=["state", "decided_at", "decided_by", "decision_reason"])


def _say(task: Task, request: ExtensionRequest, *, grant: bool, by: Actor) -> None:
    day = f"{request.asked_due_on:%d/%m/%Y}"
    line = (
        _("Đồng ý gia hạn đến %(day)s.") if grant else _("Không đồng ý gia hạn đến %(day)s.")
    ) % {"day": day}
    said = f"{line} {request.decision_reason}".strip()
    write_entry(task, EntryKind.NOTE, said, by=by)
    verb = "extension.granted" if grant else "extension.refused"
    audit.record(verb, task, by=by, request=request.pk, due_on=str(task.due_on))
    tell(
        task,
        taking_part(task),
        capability="task.report",
        kind=verb,
        text=f"{line} {task.title}",
        by=by,
    )


def _require_running(task: Task) -> None:
    if task.state not in RUNNING:
        raise TransitionRefused(
            N_('Không gia hạn được khi nhiệm vụ ở trạng thái "%(state)s".'),
            state=str(TaskState(task.state).label),
        )


def _require_time(task: Task, day: date) -> None:
    """A request comes before the date has passed, where the terms say so."""
    if terms()["ask_extension"]["before_due"] and task.due_on < day:
        raise Refused(
            N_(
                "Nhiệm vụ đã quá hạn từ %(day)s; gia hạn phải xin trước khi hết hạn. "
                "Hãy báo cáo tiến độ và nêu nguyên nhân chậm."
            ),
            code="extension.late",
            day=f"{task.due_on:%d/%m/%Y}",
        )


def _check_date(task: Task, asked: date, day: date) -> None:
    if asked <= task.due_on:
        raise InvalidInput(
            N_("Ngày xin gia hạn %(asked)s phải sau hạn hiện nay (%(due)s)."),
            "extension.not_later",
            asked=f"{asked:%d/%m/%Y}",
            due=f"{task.due_on:%d/%m/%Y}",
        )
    if asked < day:
        raise InvalidInput(
            N_("Ngày xin gia hạn %(asked)s đã qua; hãy đề nghị lại với ngày khác."),
            "extension.past",
            asked=f"{asked:%d/%m/%Y}",
        )
