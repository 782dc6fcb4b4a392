"""Tasks as a board, a week and a timeline, and what a posting does with them for itself."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, public, requires
from phongtrao.core.idempotency import SHOWN_ONCE
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, exports, forms, permissions, queries
from phongtrao.planning.deadlines.icalendar import DueEvent, HeldEvent
from phongtrao.planning.deadlines.timeline import WIDTH
from phongtrao.planning.exports.calendar_files import as_calendar, held_event
from phongtrao.planning.models import Task
from phongtrao.planning.queries.engagements import fed_engagements
from phongtrao.planning.rules import CLASS_LABELS, CLASS_TONES
from phongtrao.planning.workflow import SERIES, TaskState


@requires("task.read")
@require_safe
def task_board(request: ActingRequest) -> HttpResponse:
    """The tasks by state."""
    rows, context = _filtered(request)
    lanes = queries.board_of(rows, request.actor.day)
    return page(request, "planning/task_board.html", context | {"lanes": lanes})


@requires("task.read")
@require_safe
def task_week(request: ActingRequest) -> HttpResponse:
    """What falls due in a week."""
    rows, context = _filtered(request)
    monday = forms.monday_of(request.GET.get("tuan", ""), request.actor.day)
    week = {
        "days": queries.week_of(rows, monday, request.actor.day),
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "before": _week_name(monday - timedelta(days=7)),
        "after": _week_name(monday + timedelta(days=7)),
    }
    return page(request, "planning/task_week.html", context | week)


@requires("task.read")
@require_safe
def task_gantt(request: ActingRequest) -> HttpResponse:
    """The tasks on a time axis, fifty at a time."""
    rows, context = _filtered(request)
    shown = rows.exclude(state=TaskState.WITHDRAWN)
    found = lists.list_page(request, exports.TASKS, shown, filters=context["list_page"]["filters"])
    axis, lines = queries.gantt_of(list(found.page), request.actor.day)
    drawn = {
        "list_page": found,
        "axis": axis,
        "months": axis.months(),
        "lines": lines,
        "width": WIDTH,
        "today_at": axis.at(request.actor.day),
    }
    return page(request, "planning/task_gantt.html", context | drawn)


@requires("task.read")
@require_POST
def task_star(request: ActingRequest, pk: int) -> HttpResponse:
    """Star a task, or take the star away."""
    task = queries.task_for(request.actor, pk)
    starred = request.POST.get("sao") == "1"
    actions.star_task(task, starred=starred, by=request.actor)
    messages.success(request, _("Đã gắn sao.") if starred else _("Đã bỏ sao."))
    return redirect("planning:task-detail", pk)


@requires("task.read")
@require_safe
def task_calendar(request: ActingRequest, pk: int) -> HttpResponse:
    """One task as a calendar file."""
    task = queries.task_for(request.actor, pk)
    return as_calendar(task.title, [_event(request, task)], f"nhiem-vu-{task.pk}.ics")


@requires("task.read")
@require_safe
def series_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """A recurring task: its rhythm and its times."""
    return _series_page(request, pk, forms.StopSeriesForm())


@requires("task.assign")
@require_POST
def series_stop(request: ActingRequest, pk: int) -> HttpResponse:
    """End a recurring task by a paper."""
    series = queries.series_for(request.actor, pk)
    if not permissions.can_stop_series(request.actor, series):
        raise Forbidden(N_("Chỉ cơ quan giao việc mới dừng được nhiệm vụ định kỳ."))
    form = forms.StopSeriesForm(request.POST)

    def act() -> Any:
        return actions.stop_series(series, paper=form.cleaned_data["paper"], by=request.actor)

    said = _("Đã dừng nhiệm vụ định kỳ. Việc đang mở vẫn tiếp tục.")
    answer = carried_out(request, form, act, said, "planning:series-detail", pk)
    return answer or _series_page(request, pk, form)


@requires("task.read")
def calendarfeed_detail(request: ActingRequest) -> HttpResponse:
    """The calendar address of the posting: make one (shown once), or end it."""
    address = ""
    if request.method == "POST":
        if request.POST.get("viec") == "thu_hoi":
            actions.revoke_feed(by=request.actor)
            messages.success(
                request, _("Đã thu hồi địa chỉ lịch; ứng dụng lịch không đọc được nữa.")
            )
            return redirect("planning:calendarfeed-detail")
        carries = request.POST.get("kem_lich") == "1"
        token = actions.make_feed(with_engagements=carries, by=request.actor)
        path = reverse("planning:calendarfeed-file", args=[token])
        address = request.build_absolute_uri(path)
    context = {"feed": queries.feed_of(request.actor), "address": address}
    answer = page(request, "planning/calendarfeed_detail.html", context)
    setattr(answer, SHOWN_ONCE, True)
    return answer


@public
@require_safe
def calendarfeed_file(request: HttpRequest, token: str) -> HttpResponse:
    """What a posting's body has to do and is engaged in, for whoever knows the secret address."""
    actor = queries.feed_reader(token)
    name = actor.body.name if actor.body else ""
    events: list[DueEvent | HeldEvent] = [
        _event(request, task) for task in queries.own_open_tasks(actor)
    ]
    feed = queries.feed_of(actor)
    if feed is None or not feed.with_engagements:
        title = _("Nhiệm vụ – %(body)s") % {"body": name}
        return as_calendar(title, events, "nhiem-vu.ics")
    held = fed_engagements(actor, actor.day)
    events += [held_event(request, each) for each in held]
    return as_calendar(_("Lịch công tác – %(body)s") % {"body": name}, events, "lich-cong-tac.ics")


def _filtered(request: ActingRequest) -> tuple[Any, dict[str, Any]]:
    """The filtered tasks, and what every view of them shows around them."""
    filters = forms.TaskFilter(
        request.GET, queryset=queries.task_rows(request.actor), request=request
    )
    shown = {"filters": filters, "query": request.GET.urlencode()}
    return filters.qs, {
        "list_page": shown,
        "class_labels": CLASS_LABELS,
        "class_tones": CLASS_TONES,
    }


def _week_name(monday: Any) -> str:
    year, week, _day = monday.isocalendar()
    return f"{year}-W{week:02d}"


def _series_page(request: ActingRequest, pk: int, form: Any) -> HttpResponse:
    series = queries.series_for(request.actor, pk)
    tasks = queries.task_rows(request.actor).filter(series=series).order_by("-original_due_on")
    may_stop = permissions.can_stop_series(request.actor, series)
    context = {
        "series": series,
        "tasks": tasks[:60],
        "next_due": actions.rhythm_in(series).after(series.last_due_on),
        "form": form if may_stop and "stop" in SERIES.verbs(series.state) else None,
    }
    return form_page(request, "planning/series_detail.html", context)


def _event(request: HttpRequest, task: Task) -> DueEvent:
    lines = {
        _("Sản phẩm"): task.product,
        _("Chủ trì"): task.lead.name,
        _("Cơ quan giao"): task.assigner.name,
        _("Trạng thái"): TaskState(task.state).label,
    }
    return queries.due_event(
        task,
        summary=_("Hạn: %(title)s") % {"title": task.title},
        description="\n".join(f"{label}: {value}" for label, value in lines.items()),
        url=request.build_absolute_uri(reverse("planning:task-detail", args=[task.pk])),
    )
