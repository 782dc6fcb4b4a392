"""Decisions on a task: confirm or return, more time or not, suspend, resume, withdraw."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import requires
from phongtrao.planning import actions, forms, permissions, queries
from phongtrao.planning.rules import terms
from phongtrao.planning.views.attempts import attempt, form_page


@requires("task.decide")
def task_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm completion, or return the report with reasons."""
    task = queries.task_for(request.actor, pk)
    form = forms.ConfirmForm(request.POST or None, initial={"row_version": task.row_version})
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["text"]
        known = {"by": request.actor, "expected_version": form.cleaned_data["row_version"]}
        if "tra_lai" in request.POST:
            done = attempt(form, lambda: actions.return_task(task, words, **known))
            said = _("Đã trả lại báo cáo.")
        else:
            done = attempt(form, lambda: actions.confirm_completion(task, text=words, **known))
            said = _("Đã xác nhận hoàn thành.")
        if done is not None:
            messages.success(request, said)
            return redirect("planning:task-detail", pk)
    reports = [row for row in queries.entries_of(task) if row.kind == "done_report"]
    context = {
        "form": form,
        "task": task,
        "report": reports[-1] if reports else None,
        "clocks": queries.clocks_of(task, request.actor.day),
        "may_decide": permissions.can_confirm(request.actor, task),
    }
    return form_page(request, "planning/task_confirm.html", context)


@requires("task.ask_extension")
def extension_ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for more time."""
    task = queries.task_for(request.actor, pk)
    if not permissions.can_ask_extension(request.actor, task):
        raise Forbidden(N_("Chỉ cơ quan chủ trì nhiệm vụ mới xin gia hạn được."))
    form = forms.ExtensionForm(request.POST or None, initial={"row_version": task.row_version})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        asked = attempt(
            form,
            lambda: actions.ask_extension(
                task,
                asked_due_on=data["due_on"],
                reason=data["reason"],
                by=request.actor,
                expected_version=data["row_version"],
            ),
        )
        if asked is not None:
            messages.success(request, _("Đã gửi đề nghị gia hạn đến cơ quan giao việc."))
            return redirect("planning:task-detail", pk)
    context = {"form": form, "task": task, "rule": terms()["ask_extension"]}
    return form_page(request, "planning/extension_form.html", context)


@requires("task.decide")
def extension_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Grant or refuse more time."""
    asked = queries.extension_for(request.actor, pk)
    form = forms.ExtensionDecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        grant = "khong_dong_y" not in request.POST
        words = form.cleaned_data["reason"]
        decided = attempt(
            form,
            lambda: actions.decide_extension(asked, grant=grant, reason=words, by=request.actor),
        )
        if decided is not None:
            messages.success(request, decided.get_state_display())
            return redirect("planning:task-detail", asked.task_id)
    context = {
        "form": form,
        "asked": asked,
        "task": asked.task,
        "may_decide": permissions.can_decide_extension(request.actor, asked),
    }
    return form_page(request, "planning/extension_decide.html", context)


@requires("task.ask_extension")
def extension_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a request for more time back."""
    asked = queries.extension_for(request.actor, pk)
    if request.method == "POST":
        actions.withdraw_extension(asked, by=request.actor)
        messages.success(request, _("Đã rút đề nghị gia hạn."))
    return redirect("planning:task-detail", asked.task_id)


@requires("task.assign")
def task_suspend(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop a task for a time by a paper."""
    return _halt(request, pk, forms.HaltForm, actions.suspend_task, _("Tạm dừng nhiệm vụ"))


@requires("task.assign")
def task_resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a suspended task run again."""
    return _halt(request, pk, forms.ResumeForm, actions.resume_task, _("Tiếp tục thực hiện"))


@requires("task.assign")
def task_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a task back for good by a paper."""
    return _halt(request, pk, forms.HaltForm, actions.withdraw_task, _("Thôi giao nhiệm vụ"))


def _halt(
    request: HttpRequest, pk: int, form_class: Any, act: Callable[..., Any], title: str
) -> HttpResponse:
    task = queries.task_for(request.actor, pk)
    if not permissions.can_halt(request.actor, task):
        raise Forbidden(N_("Chỉ cơ quan giao việc mới tạm dừng, tiếp tục hoặc thôi giao được."))
    form = form_class(request.POST or None, initial={"row_version": task.row_version})
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        version = data.pop("row_version")
        done = attempt(form, lambda: act(task, by=request.actor, expected_version=version, **data))
        if done is not None:
            messages.success(request, _("Đã lưu: %(title)s.") % {"title": title})
            return redirect("planning:task-detail", pk)
    context = {"form": form, "task": task, "title": title}
    return form_page(request, "planning/task_halt.html", context)
