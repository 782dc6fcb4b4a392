"""The steps of a supervision: begun, advice sent, answered, the answer taken back, called off."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phongtrao.core.attempts import carried_out
from phongtrao.core.errors import StaleVersion
from phongtrao.core.http import requires
from phongtrao.fieldwork.grassroots import actions, permissions, queries
from phongtrao.fieldwork.grassroots.forms import supervisions as forms
from phongtrao.fieldwork.grassroots.views.supervisions import PAGE, shown
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.views import require_keeper
from phongtrao.org.middleware import ActingRequest


@requires("movement.keep")
@require_POST
def supervision_begin(request: ActingRequest, pk: int) -> HttpResponse:
    """Note that the work has begun."""
    entry = _kept(request, pk)
    form, act = StrikeForm({"reason": "-"}), partial(actions.begin, entry, by=request.actor)
    return _stepped(request, entry, {"opening_form": form}, lambda: act, _("Đã ghi bắt đầu."))


@requires("movement.keep")
@require_POST
def supervision_advice(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the advice that went out."""
    entry, form = _kept(request, pk), forms.AdviceForm(request.POST)
    said = _("Đã ghi ý kiến đã gửi.")
    return _stepped(
        request,
        entry,
        {"advice_form": form},
        lambda: partial(actions.send_advice, entry, form.terms(), by=request.actor),
        said,
    )


@requires("movement.keep")
@require_POST
def supervision_answer(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the answer: by the Front, or by the body that was asked."""
    entry = queries.supervision_for(request.actor, pk)
    permissions.require_answerer(request.actor, entry)
    form = forms.AnswerForm(request.POST)
    if form.is_valid() and form.cleaned_data["row_version"] not in (None, entry.row_version):
        raise StaleVersion
    return _stepped(
        request,
        entry,
        {"answer_form": form},
        lambda: partial(actions.note_answer, entry, form.terms(), by=request.actor),
        _("Đã ghi trả lời."),
    )


@requires("movement.keep")
@require_POST
def supervision_reopen(request: ActingRequest, pk: int) -> HttpResponse:
    """Take back an answer that was noted wrongly."""
    said = _("Đã bỏ trả lời đã ghi.")
    return _with_reason(request, pk, "reopen", actions.take_answer_back, said)


@requires("movement.keep")
@require_POST
def supervision_off(request: ActingRequest, pk: int) -> HttpResponse:
    """Say why it does not take place."""
    return _with_reason(request, pk, "off", actions.call_off, _("Đã ghi không thực hiện."))


def _kept(request: ActingRequest, pk: int) -> Any:
    entry = queries.supervision_for(request.actor, pk)
    require_keeper(request.actor, entry)
    return entry


def _with_reason(
    request: ActingRequest, pk: int, name: str, act: Callable[..., Any], said: str
) -> HttpResponse:
    """A step that asks for nothing but its reason."""
    entry = _kept(request, pk)
    form = forms.ReasonForm(request.POST, auto_id=f"id_{name}_%s")
    field = "reopen_form" if name == "reopen" else "reason_form"
    return _stepped(
        request,
        entry,
        {field: form},
        lambda: partial(act, entry, by=request.actor, **form.cleaned_data),
        said,
    )


def _stepped(
    request: ActingRequest,
    entry: Any,
    sent: dict[str, Any],
    act: Callable[[], Callable[[], Any]],
    said: str,
) -> HttpResponse:
    """Carry a step out and lead back to the page; the page with the form where it is refused."""
    (form,) = sent.values()
    if form.is_valid():
        answer = carried_out(request, form, act(), said, PAGE, entry.pk)
        if answer is not None:
            return answer
    return shown(request, entry, **sent)
