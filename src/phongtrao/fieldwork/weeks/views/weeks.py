"""Weekly calendars: this week, the list, one week and its steps."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import carried_out
from phongtrao.core.http import page, requires
from phongtrao.core.lists import excel, list_page
from phongtrao.fieldwork.weeks import actions, exports, forms, permissions, queries
from phongtrao.fieldwork.weeks.rules import monday_before
from phongtrao.fieldwork.weeks.views.week_page import PAGE, week_frame, week_page
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.forms import filters_in_words, monday_of
from phongtrao.planning.queries.engagements import day_of


@requires("week.read")
@require_safe
def week_now(request: ActingRequest) -> HttpResponse:
    """The own week (`tuan=2026-W49`, that of a record `viec=meetings.meeting:12`, else this week);
    where there is none, a start.
    """
    actor, key = request.actor, request.GET.get("viec", "")
    monday = monday_of(request.GET.get("tuan", ""), actor.day)
    if key:
        monday = monday_before(day_of(actor, key) or actor.day)
    found = queries.own_week(actor, monday)
    if found is not None:
        return redirect(f"{reverse(PAGE, args=[found.pk])}{'#de-xuat' if key else ''}")
    context = {"may_draft": permissions.may_draft(actor), **week_frame(monday)}
    board = {"board": queries.board_of(actor, monday), "steps": ()}
    return page(request, "weeks/week_start.html", context | board)


@requires("week.read")
@require_safe
def week_list(request: ActingRequest) -> HttpResponse:
    """The weeks that the reader may see."""
    filters = _filters(request)
    rows = list_page(request, exports.WEEKS, filters.qs, filters=filters)
    return page(request, "weeks/week_list.html", {"list_page": rows})


@requires("week.read")
@require_safe
def week_excel(request: ActingRequest) -> HttpResponse:
    """The filtered weeks as a workbook."""
    filters = _filters(request)
    return excel(request, exports.WEEKS, filters.qs, heading=filters_in_words(filters))  # type: ignore[return-value]  # a FileResponse serves as one


@requires("week.read")
@require_safe
def week_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One week with everything that may be done with it."""
    return week_page(request, queries.week_for(request.actor, pk))


@requires("week.draft")
@require_POST
def week_open(request: ActingRequest) -> HttpResponse:
    """Begin the calendar of a week."""
    monday = monday_of(request.POST.get("tuan", ""), request.actor.day)
    made = actions.open_week(monday, by=request.actor)
    messages.success(request, _("Đã mở lịch tuần. Hãy ghi các việc trong tuần."))
    return redirect(PAGE, made.pk)


@requires("week.draft")
@require_POST
def week_copy(request: ActingRequest, pk: int) -> HttpResponse:
    """The fixed lines of the week before."""
    week = queries.week_for(request.actor, pk)
    count = actions.copy_fixed(week, by=request.actor)
    messages.success(request, _("Đã chép %(count)s mục cố định của tuần trước.") % {"count": count})
    return redirect(PAGE, pk)


@requires("week.draft")
@require_POST
def week_submit(request: ActingRequest, pk: int) -> HttpResponse:
    """Lay a week before a leader."""
    form = forms.SubmitForm(request.POST, auto_id="id_submit_%s")
    return _stepped(
        request, pk, "submit_form", form, actions.submit, _("Đã trình duyệt lịch tuần.")
    )


@requires("week.approve")
@require_POST
def week_return(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask for something to be mended."""
    form = forms.ReturnForm(request.POST, auto_id="id_return_%s")
    return _stepped(request, pk, "return_form", form, actions.give_back, _("Đã trả lại để sửa."))


@requires("week.approve")
@require_POST
def week_approve(request: ActingRequest, pk: int) -> HttpResponse:
    """Approve a week."""
    form = forms.ApproveForm(request.POST, auto_id="id_approve_%s")
    return _stepped(request, pk, "approve_form", form, actions.approve, _("Đã duyệt lịch tuần."))


@requires("week.approve")
@require_POST
def week_approve_changes(request: ActingRequest, pk: int) -> HttpResponse:
    """Approve what was added, moved and dropped since, under the next number."""
    made = actions.approve_changes(queries.week_for(request.actor, pk), by=request.actor)
    said = _("Đã duyệt lịch bổ sung, thay đổi lần %(number)s.") % {"number": made.number}
    messages.success(request, said)
    return redirect(PAGE, pk)


@requires("week.read")
@require_POST
def week_drop_changes(request: ActingRequest, pk: int) -> HttpResponse:
    """Let go of the changes that wait."""
    actions.drop_changes(queries.week_for(request.actor, pk), by=request.actor)
    messages.success(request, _("Đã bỏ các thay đổi chờ duyệt; lịch như lúc đã duyệt."))
    return redirect(PAGE, pk)


def _filters(request: ActingRequest) -> forms.WeekFilter:
    rows = queries.week_rows(request.actor)
    return forms.WeekFilter(request.GET, queryset=rows, request=request)


def _stepped(
    request: ActingRequest,
    pk: int,
    name: str,
    form: django_forms.Form,
    act: Callable[..., Any],
    said: str,
) -> HttpResponse:
    """Carry out what the form's fields say; the page with the form where it is refused."""
    week = queries.week_for(request.actor, pk)
    if form.is_valid():
        step = partial(act, week, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, step, said, PAGE, pk)
        if answer is not None:
            return answer
    return week_page(request, week, **{name: form})
