"""The steps of a meeting: moved, held, conclusions made known, called off."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phongtrao.core.attempts import carried_out
from phongtrao.core.http import requires
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.forms import meetings as forms
from phongtrao.fieldwork.meetings.views.meeting_page import PAGE, meeting_page
from phongtrao.fieldwork.register.views import require_keeper
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.views.clashes import warn_of_clashes


@requires("movement.keep")
@require_POST
def meeting_move(request: ActingRequest, pk: int) -> HttpResponse:
    """Put a meeting off or bring it forward."""
    entry, form = _kept(request, pk), forms.MoveForm(request.POST, auto_id="id_move_%s")
    said = _("Đã chuyển ngày họp.")
    answer = _stepped(request, entry, "move_form", form, actions.move, said)
    if answer.status_code == HTTPStatus.FOUND:
        warn_of_clashes(request, f"meetings.meeting:{pk}", [form.cleaned_data["day"]])
    return answer


@requires("movement.keep")
@require_POST
def meeting_hold(request: ActingRequest, pk: int) -> HttpResponse:
    """Note that a meeting took place and who attended."""
    entry = _kept(request, pk)
    form = forms.HeldForm(request.POST, actor=request.actor)
    if form.is_valid():
        act = partial(actions.hold, entry, form.terms(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã ghi cuộc họp đã diễn ra."), PAGE, pk)
        if answer is not None:
            return answer
    return meeting_page(request, entry, held_form=form)


@requires("movement.keep")
@require_POST
def meeting_conclude(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the notice of conclusions that went out."""
    entry, form = _kept(request, pk), forms.NoticeForm(request.POST, auto_id="id_notice_%s")
    said = _("Đã ghi thông báo kết luận.")
    return _stepped(request, entry, "notice_form", form, actions.conclude, said)


@requires("movement.keep")
@require_POST
def meeting_reopen(request: ActingRequest, pk: int) -> HttpResponse:
    """Take back a notice that was noted wrongly."""
    entry, form = _kept(request, pk), forms.ReasonForm(request.POST, auto_id="id_reopen_%s")
    said = _("Đã bỏ thông báo đã ghi.")
    return _stepped(request, entry, "reopen_form", form, actions.reopen, said)


@requires("movement.keep")
@require_POST
def meeting_off(request: ActingRequest, pk: int) -> HttpResponse:
    """Say why a meeting does not take place."""
    entry, form = _kept(request, pk), forms.ReasonForm(request.POST, auto_id="id_off_%s")
    return _stepped(request, entry, "off_form", form, actions.call_off, _("Đã ghi không họp."))


def _kept(request: ActingRequest, pk: int) -> Any:
    entry = queries.meeting_for(request.actor, pk)
    require_keeper(request.actor, entry)
    return entry


def _stepped(
    request: ActingRequest, entry: Any, name: str, form: Any, act: Callable[..., Any], said: str
) -> HttpResponse:
    """Carry out what the form's fields say; the page with the form where it is refused."""
    if form.is_valid():
        step = partial(act, entry, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, step, said, PAGE, entry.pk)
        if answer is not None:
            return answer
    return meeting_page(request, entry, **{name: form})
