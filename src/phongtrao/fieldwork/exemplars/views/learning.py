"""Requests to learn from a unit: ask, answer with a day, note the visit."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.exemplars import actions, exports, forms, permissions, queries
from phongtrao.fieldwork.exemplars.workflow import LEARNING, LEARNING_TONES, LearningState
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.forms import filters_in_words

_FORMS: dict[str, type[django_forms.Form]] = {
    "agree": forms.AgreeForm,
    "decline": forms.DeclineForm,
    "visit": forms.VisitForm,
    "withdraw": forms.StepBackForm,
}
_ACTS: dict[str, Callable[..., Any]] = {
    "agree": actions.agree_to_visit,
    "decline": actions.decline_visit,
    "visit": actions.note_visit,
    "withdraw": actions.withdraw_request,
}
_OF_ANSWERER = {"agree", "decline"}


@requires("movement.keep")
def catalogue_ask(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask the body in charge of a model for a visit."""
    actor, model = request.actor, queries.public_model(pk, request.actor.day)
    if not permissions.can_ask_to_learn(actor, model):
        raise Forbidden(N_("Mô hình này do chính cơ quan bạn chủ trì."))
    form = forms.WishForm(request.POST or None)
    made = attempt(form, lambda: actions.ask_to_learn(model, by=actor, **form.cleaned_data))
    if made is None:
        context = {"form": form, "model": model}
        return form_page(request, "exemplars/request_form.html", context)
    messages.success(request, _("Đã gửi đề nghị; cơ quan có mô hình thấy ở Việc cần xử lý."))
    return redirect("exemplars:request-detail", made.pk)


@requires("movement.read")
@require_safe
def request_list(request: ActingRequest) -> HttpResponse:
    """Requests of one's body and to it."""
    filters = _filters(request)
    rows = lists.list_page(request, exports.REQUESTS, filters.qs, filters=filters)
    return page(request, "exemplars/request_list.html", {"list_page": rows})


@requires("movement.read")
@require_safe
def request_excel(request: ActingRequest) -> HttpResponse:
    """The same as a workbook."""
    filters = _filters(request)
    heading = filters_in_words(filters)
    return lists.excel(request, exports.REQUESTS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("movement.read")
@require_safe
def request_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One request with its answer and what was learned."""
    found = queries.request_for(request.actor, pk)
    labels = {step.verb: step.label for step in LEARNING.transitions}
    verbs = [verb for verb in LEARNING.verbs(found.state) if _may(request, found, verb)]
    context = {
        "asked": found,
        "state": (LearningState(found.state).label, LEARNING_TONES[LearningState(found.state)]),
        "verbs": [(verb, labels[verb]) for verb in verbs],
    }
    return page(request, "exemplars/request_detail.html", context)


@requires("movement.keep")
def request_step(request: ActingRequest, pk: int, reply: str) -> HttpResponse:
    """Agree, decline, note the visit, or take the request back."""
    actor, found = request.actor, queries.request_for(request.actor, pk)
    if reply not in _FORMS:
        raise Http404
    if not _may(request, found, reply):
        raise Forbidden(N_("Việc này là của cơ quan khác trong đề nghị. Chưa có gì thay đổi."))
    begin = {"row_version": found.row_version, "visited_on": actor.day}
    form = _FORMS[reply](request.POST or None, initial=begin)
    if form.is_bound and form.is_valid():
        told = dict(form.cleaned_data)
        version = told.pop("row_version")
        act = partial(_ACTS[reply], found, by=actor, expected_version=version, **told)
        to = ("exemplars:request-detail", pk)
        answer = carried_out(request, form, act, _("Đã ghi."), *to)
        if answer is not None:
            return answer
    label = next(step.label for step in LEARNING.transitions if step.verb == reply)
    context = {"form": form, "asked": found, "label": _(label)}
    return form_page(request, "exemplars/request_step.html", context)


def _may(request: ActingRequest, found: Any, verb: str) -> bool:
    allowed = permissions.can_answer if verb in _OF_ANSWERER else permissions.can_note_visit
    return allowed(request.actor, found)


def _filters(request: ActingRequest) -> forms.RequestFilter:
    rows = queries.request_rows(request.actor)
    return forms.RequestFilter(request.GET, queryset=rows, request=request)
