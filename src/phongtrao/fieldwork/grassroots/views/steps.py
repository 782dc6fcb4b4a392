"""The steps of a supervision: begun, advice sent, answered, the answer taken back, called off."""

from functools import partial

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
    entry = queries.supervision_for(request.actor, pk)
    require_keeper(request.actor, entry)
    act = partial(actions.begin, entry, by=request.actor)
    form = StrikeForm({"reason": "-"})
    answer = carried_out(request, form, act, _("Đã ghi bắt đầu."), PAGE, pk)
    return answer or shown(request, entry, opening_form=form)


@requires("movement.keep")
@require_POST
def supervision_advice(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the advice that went out."""
    entry = queries.supervision_for(request.actor, pk)
    require_keeper(request.actor, entry)
    form = forms.AdviceForm(request.POST)
    if form.is_valid():
        act = partial(actions.send_advice, entry, form.terms(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã ghi ý kiến đã gửi."), PAGE, pk)
        if answer is not None:
            return answer
    return shown(request, entry, advice_form=form)


@requires("movement.keep")
@require_POST
def supervision_answer(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the answer: by the Front, or by the body that was asked."""
    entry = queries.supervision_for(request.actor, pk)
    permissions.require_answerer(request.actor, entry)
    form = forms.AnswerForm(request.POST)
    if form.is_valid():
        if form.cleaned_data["row_version"] not in (None, entry.row_version):
            raise StaleVersion
        act = partial(actions.note_answer, entry, form.terms(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã ghi trả lời."), PAGE, pk)
        if answer is not None:
            return answer
    return shown(request, entry, answer_form=form)


@requires("movement.keep")
@require_POST
def supervision_reopen(request: ActingRequest, pk: int) -> HttpResponse:
    """Take back an answer that was noted wrongly."""
    entry = queries.supervision_for(request.actor, pk)
    require_keeper(request.actor, entry)
    form = forms.ReasonForm(request.POST, auto_id="id_reopen_%s")
    if form.is_valid():
        act = partial(actions.take_answer_back, entry, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã bỏ trả lời đã ghi."), PAGE, pk)
        if answer is not None:
            return answer
    return shown(request, entry, reopen_form=form)


@requires("movement.keep")
@require_POST
def supervision_off(request: ActingRequest, pk: int) -> HttpResponse:
    """Say why it does not take place."""
    entry = queries.supervision_for(request.actor, pk)
    require_keeper(request.actor, entry)
    form = forms.ReasonForm(request.POST, auto_id="id_off_%s")
    if form.is_valid():
        act = partial(actions.call_off, entry, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi không thực hiện."), PAGE, pk)
        if answer is not None:
            return answer
    return shown(request, entry, reason_form=form)
