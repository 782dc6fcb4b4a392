"""Steps of work given inside a body, and the sub-bodies it is given to."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden, NotFound
from phongtrao.core.http import page, requires
from phongtrao.org import actions as org
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import may_keep_parts
from phongtrao.org.queries import parts_of
from phongtrao.planning import actions, permissions
from phongtrao.planning.forms import internal as forms
from phongtrao.planning.queries import internal as queries

_DETAIL = "planning:internal-detail"


@requires("internal.work")
@require_POST
def internal_start(request: ActingRequest, pk: int) -> HttpResponse:
    """Take the work up."""
    given = queries.internal_for(request.actor, pk)
    actions.start_inside(given, by=request.actor)
    messages.success(request, _("Đã nhận việc."))
    return redirect(_DETAIL, pk)


@requires("internal.work")
def internal_note(request: ActingRequest, pk: int) -> HttpResponse:
    """Say something about the work."""
    return _worded(request, pk, actions.note_inside, _("Trao đổi"), _("Đã ghi trao đổi."))


@requires("internal.work")
def internal_report(request: ActingRequest, pk: int) -> HttpResponse:
    """Report the work done."""
    given = queries.internal_for(request.actor, pk)
    if not permissions.can_work_inside(request.actor, given):
        raise Forbidden(N_("Chỉ nơi, người được giao mới báo xong được việc này."))
    said = _("Đã báo xong; việc chờ lãnh đạo nhận kết quả.")
    return _worded(request, pk, actions.report_inside, _("Báo xong"), said)


@requires("internal.give")
def internal_withdraw(request: ActingRequest, pk: int) -> HttpResponse:
    """Take the work back, with the reason."""
    given = queries.internal_for(request.actor, pk)
    if not permissions.can_give_inside(request.actor, given.body_id):
        raise Forbidden(N_("Chỉ lãnh đạo cơ quan mới thu hồi được việc này."))
    return _worded(request, pk, actions.withdraw_inside, _("Thu hồi"), _("Đã thu hồi việc."))


@requires("internal.give")
def internal_accept(request: ActingRequest, pk: int) -> HttpResponse:
    """Accept what was reported, or return it with what is missing."""
    given = queries.internal_for(request.actor, pk)
    if not permissions.can_give_inside(request.actor, given.body_id):
        raise Forbidden(N_("Chỉ lãnh đạo cơ quan mới nhận hoặc trả lại được."))
    form = forms.AcceptInsideForm(request.POST or None, initial={"row_version": given.row_version})
    if request.method == "POST" and form.is_valid():
        returned = "tra_lai" in request.POST
        act = actions.return_inside if returned else actions.accept_inside
        said = _("Đã trả lại việc.") if returned else _("Đã nhận kết quả.")
        done = partial(
            act,
            given,
            text=form.cleaned_data["text"],
            by=request.actor,
            expected_version=form.cleaned_data["row_version"],
        )
        answer = carried_out(request, form, done, said, _DETAIL, pk)
        if answer is not None:
            return answer
    context = {
        "form": form,
        "given": given,
        "thread": queries.internal_thread(given),
        "may_decide": permissions.can_accept_inside(request.actor, given),
    }
    return form_page(request, "planning/internal_accept.html", context)


@requires("internal.read")
@require_safe
def part_list(request: ActingRequest) -> HttpResponse:
    """The sub-bodies of the acting body."""
    return _parts_page(request, forms.SubBodyForm())


@requires("internal.work")
@require_POST
def part_open(request: ActingRequest) -> HttpResponse:
    """Make a sub-body."""
    form = forms.SubBodyForm(request.POST)
    act = lambda: org.open_sub_body(form.cleaned_data["name"], by=request.actor)  # noqa: E731 - read after cleaning
    answer = carried_out(request, form, act, _("Đã lập đội, tổ."), "planning:part-list")
    return answer or _parts_page(request, form)


@requires("internal.work")
def part_close(request: ActingRequest, pk: int) -> HttpResponse:
    """Close a sub-body or merge it into another one."""
    actor = request.actor
    part = parts_of(actor.body_id or 0, actor.day).filter(pk=pk).first()
    if part is None:
        raise NotFound
    form = forms.CloseSubBodyForm(request.POST or None, actor=actor, part=part)
    if request.method == "POST" and form.is_valid():
        act = partial(org.close_sub_body, part, into=form.cleaned_data["into"], by=actor)
        answer = carried_out(request, form, act, _("Đã đóng đội, tổ."), "planning:part-list")
        if answer is not None:
            return answer
    context = {"form": form, "part": part, "name": queries.part_label(part)}
    return form_page(request, "planning/part_close.html", context)


def _worded(
    request: ActingRequest, pk: int, act: Callable[..., Any], title: str, said: str
) -> HttpResponse:
    """A step that needs a few words: its own page, and back to the work."""
    given = queries.internal_for(request.actor, pk)
    form = forms.InternalTextForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = partial(act, given, form.cleaned_data["text"], by=request.actor)
        answer = carried_out(request, form, done, said, _DETAIL, pk)
        if answer is not None:
            return answer
    context = {"form": form, "given": given, "title": title}
    return form_page(request, "planning/internal_step.html", context)


def _parts_page(request: ActingRequest, form: forms.SubBodyForm) -> HttpResponse:
    actor = request.actor
    context = {
        "form": form,
        "parts": [(p, queries.part_label(p)) for p in parts_of(actor.body_id or 0, actor.day)],
        "may_keep": actor.body is not None and may_keep_parts(actor, actor.body),
    }
    if request.method == "POST":
        return form_page(request, "planning/part_list.html", context)
    return page(request, "planning/part_list.html", context)
