"""The list of tasks, a task's page, and work on it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core import files, lists, uploads
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import N_, Forbidden, NotFound
from phongtrao.core.formats import percent
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, exports, forms, permissions, queries
from phongtrao.planning.models import Task
from phongtrao.planning.queries.internal import Source, is_own_task
from phongtrao.planning.rules import CLASS_LABELS, CLASS_TONES, TaskClass, due_of, rate, terms
from phongtrao.planning.views.internal import panel
from phongtrao.planning.views.tagging import tagging_of
from phongtrao.planning.workflow import RUNNING, TASK


@requires("task.read")
@require_safe
def task_list(request: ActingRequest) -> HttpResponse:
    """Tasks that the reader may see."""
    filters = forms.TaskFilter(
        request.GET, queryset=queries.task_rows(request.actor), request=request
    )
    rows = lists.list_page(request, exports.TASKS, filters.qs, filters=filters)
    counts = queries.class_counts(filters.qs, request.actor.day)
    due = due_of(counts)
    context = {
        "list_page": rows,
        "counts": counts,
        "due": due,
        "rate": percent(rate(counts[TaskClass.DONE_IN_TIME], due)),
        "class_labels": CLASS_LABELS,
        "four": list(TaskClass)[:4],
    }
    return page(request, "planning/task_list.html", context)


@requires("task.read")
@require_safe
def task_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    filters = forms.TaskFilter(
        request.GET, queryset=queries.task_rows(request.actor), request=request
    )
    heading = forms.filters_in_words(filters)
    return lists.excel(request, exports.TASKS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("task.read")
@require_safe
def task_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """A task: what, where from, by whom, both clocks, its thread, and what is asked of me now."""
    actor = request.actor
    task = queries.task_for(actor, pk)
    asked = queries.open_extension_of(task)
    context = {
        "task": task,
        "tagging": tagging_of(actor, task),
        "clocks": queries.clocks_of(task, actor.day),
        "thread": queries.thread_of(task),
        "extensions": queries.extensions_of(task),
        "asked": asked,
        "step": queries.step_for(actor, task, asked),
        "waiting_for": queries.waiting_for(task, asked),
        "verbs": _verbs(request, task, asked),
        "source_seen": queries.source_is_visible(actor, task),
        "clock_rule": terms()["clock_stops"],
        "class_labels": CLASS_LABELS,
        "class_tones": CLASS_TONES,
        "is_starred": queries.is_starred(actor, task),
        "term": queries.term_in_words(task),
        "inside": panel(actor, Source(task=task)) if is_own_task(actor, task) else None,
    }
    return page(request, "planning/task_detail.html", context)


@requires("task.assign")
def task_assign(request: ActingRequest) -> HttpResponse:
    """Give a task that no paper asked for."""
    start = {"lead": request.actor.body.name} if request.actor.body else {}
    form = forms.OwnTaskForm(request.POST or None, actor=request.actor, initial=start)
    if request.method == "POST" and form.is_valid():
        programme = form.cleaned_data["programme"]
        task = attempt(
            form, lambda: actions.assign_task(form.spec(), programme=programme, by=request.actor)
        )
        if task is not None:
            messages.success(request, _("Đã giao nhiệm vụ."))
            return redirect("planning:task-detail", task.pk)
    context = {"form": form, "suggested": queries.suggested_bodies(request.actor)}
    return form_page(request, "planning/task_form.html", context)


@requires("task.report", before=uploads.judged)
def task_report(request: ActingRequest, pk: int) -> HttpResponse:
    """Report progress, with a file where there is one; the lead may report completion."""
    task = queries.task_for(request.actor, pk)
    if not permissions.can_report(request.actor, task):
        raise Forbidden(N_("Chỉ cơ quan chủ trì, phối hợp báo cáo tiến độ nhiệm vụ này."))
    form = forms.ProgressForm(
        request.POST or None,
        request.FILES or None,
        initial={"row_version": task.row_version},
        can_finish=permissions.can_report(request.actor, task, done=True),
    )
    if request.method == "POST" and form.is_valid() and _reported(request, task, form):
        messages.success(request, _("Đã gửi báo cáo tiến độ."))
        return redirect("planning:task-detail", pk)
    context = {"form": form, "task": task}
    return form_page(request, "planning/task_report.html", context)


@requires("task.read")
@require_safe
def progress_file(request: ActingRequest, pk: int) -> HttpResponse:
    """The file of a line in a task's thread."""
    entry = queries.entry_with_file_for(request.actor, pk)
    if entry.file is None:
        raise NotFound
    return files.attachment(entry.file)  # type: ignore[return-value]  # as above


def _reported(request: ActingRequest, task: Task, form: Any) -> bool:
    upload = request.prepared
    if upload is not None and upload.refusal:
        form.add_error("file", upload.refusal)
        return False
    data = form.cleaned_data
    entry = attempt(
        form,
        lambda: actions.report_progress(
            task,
            data["text"],
            by=request.actor,
            file=uploads.keep(upload, by=request.actor) if upload else None,
            done=data.get("done", False),
            expected_version=data["row_version"],
        ),
    )
    return entry is not None


def _verbs(request: ActingRequest, task: Task, asked: Any) -> dict[str, bool]:
    """Which secondary verbs the page offers this reader."""
    actor = request.actor
    allowed = TASK.verbs(task.state)
    may_halt = permissions.can_halt(actor, task)
    may_ask = permissions.can_ask_extension(actor, task)
    return {
        "report": "report" in allowed and permissions.can_report(actor, task),
        "ask_extension": may_ask and asked is None and task.state in RUNNING,
        "withdraw_extension": may_ask and asked is not None,
        "suspend": may_halt and "suspend" in allowed,
        "resume": may_halt and "resume" in allowed,
        "withdraw": may_halt and "withdraw" in allowed,
    }
