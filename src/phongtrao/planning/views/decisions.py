"""Decisions on a task: confirm or return, more time or not, suspend, resume, withdraw."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, forms, permissions, queries
from phongtrao.planning.models import Task
from phongtrao.planning.rules import terms


@requires("task.decide")
def task_confirm(request: ActingRequest, pk: int) -> HttpResponse:
    """Confirm completion, or return the report with reasons."""
    task = queries.task_for(request.actor, pk)
    form = forms.ConfirmForm(request.POST or None, initial={"row_version": task.row_version})
    if request.method == "POST" and form.is_valid():
        returned = "tra_lai" in request.POST
        said = _("Đã trả lại báo cáo.") if returned else _("Đã xác nhận hoàn thành.")
        act = partial(_decide, request, task, form, returned=returned)
        answer = carried_out(request, form, act, said, "planning:task-detail", pk)
        if answer is not None:
            return answer
    context = {
        "form": form,
        "task": task,
        "report": queries.done_report_of(task),
        "may_decide": permissions.can_confirm(request.actor, task),
    }
    return form_page(request, "planning/task_confirm.html", context)


@requires("task.ask_extension")
def extension_ask(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask for more time."""
    task = queries.task_for(request.actor, pk)
    if not permissions.can_ask_extension(request.actor, task):
        raise Forbidden(N_("Chỉ cơ quan chủ trì nhiệm vụ mới xin gia hạn được."))
    form = forms.ExtensionForm(request.POST or None, initial={"row_version": task.row_version})
    if request.method == "POST" and form.is_valid():
        act = partial(actions.ask_extension, task, by=request.actor, **form.asked())
        said = _("Đã gửi đề nghị gia hạn đến cơ quan giao việc.")
        answer = carried_out(request, form, act, said, "planning:task-detail", pk)
        if answer is not None:
            return answer
    context = {"form": form, "task": task, "rule": terms()["ask_extension"]}
    return form_page(request, "planning/extension_form.html", context)


@requires("task.decide")
def extension_decide(request: ActingRequest, pk: int) -> HttpResponse:
    """Grant or refuse more time."""
    asked = queries.extension_for(request.actor, pk)
    form = forms.ExtensionDecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        grant = "khong_dong_y" not in request.POST
        words = form.cleaned_data["reason"]
        act = partial(actions.decide_extension, asked, grant=grant, reason=words, by=request.actor)
        said = _("Đã đồng ý gia hạn.") if grant else _("Đã trả lời không gia hạn.")
        answer = carried_out(request, form, act, said, "planning:task-detail", asked.task_id)
        if answer is not None:
            return answer
    may_decide = permissions.can_decide_extension(request.actor, asked)
    context = {"form": form, "asked": asked, "task": asked.task, "may_decide": may_decide}
    return form_page(request, "planning/extension_decide.html", context)


@requires("task.ask_extension")
def extension_withdraw(request: ActingRequest, pk: int) -> HttpResponse:
    """Take a request for more time back."""
    asked = queries.extension_for(request.actor, pk)
    if request.method == "POST":
        actions.withdraw_extension(asked, by=request.actor)
        messages.success(request, _("Đã rút đề nghị gia hạn."))
    return redirect("planning:task-detail", asked.task_id)


@requires("task.assign")
def task_suspend(request: ActingRequest, pk: int) -> HttpResponse:
    """Stop a task for a time by a paper."""
    return _halt(request, pk, forms.HaltForm, actions.suspend_task, _("Tạm dừng nhiệm vụ"))


@requires("task.assign")
def task_resume(request: ActingRequest, pk: int) -> HttpResponse:
    """Let a suspended task run again."""
    return _halt(request, pk, forms.ResumeForm, actions.resume_task, _("Tiếp tục thực hiện"))


@requires("task.assign")
def task_withdraw(request: ActingRequest, pk: int) -> HttpResponse:
    """Take a task back for good by a paper."""
    return _halt(request, pk, forms.HaltForm, actions.withdraw_task, _("Thôi giao nhiệm vụ"))


def _halt(
    request: ActingRequest, pk: int, form_class: Any, act: Callable[..., Any], title: str
) -> HttpResponse:
    task = queries.task_for(request.actor, pk)
    if not permissions.can_halt(request.actor, task):
        raise Forbidden(N_("Chỉ cơ quan giao việc mới tạm dừng, tiếp tục hoặc thôi giao được."))
    form = form_class(request.POST or None, initial={"row_version": task.row_version})
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        version = data.pop("row_version")
        halt = partial(act, task, by=request.actor, expected_version=version, **data)
        said = _("Đã lưu: %(title)s.") % {"title": title}
        answer = carried_out(request, form, halt, said, "planning:task-detail", pk)
        if answer is not None:
            return answer
    context = {"form": form, "task": task, "title": title}
    return form_page(request, "planning/task_halt.html", context)


def _decide(request: ActingRequest, task: Task, form: forms.ConfirmForm, *, returned: bool) -> Task:
    words, version = form.cleaned_data["text"], form.cleaned_data["row_version"]
    if returned:
        return actions.return_task(task, words, by=request.actor, expected_version=version)
    return actions.confirm_completion(task, text=words, by=request.actor, expected_version=version)
