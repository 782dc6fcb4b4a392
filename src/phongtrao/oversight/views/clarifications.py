"""Requests to clarify: asking, one with its steps, answering and judging."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.formats import date_vn
from phongtrao.core.http import requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.oversight import actions, forms, permissions, queries
from phongtrao.oversight.models import Inspection
from phongtrao.oversight.rules import criterion_name
from phongtrao.oversight.workflow import (
    CLARIFICATION,
    CLARIFICATION_TONES,
    OVER,
    ClarificationState,
)

_PAGE = "oversight:clarification-detail"
_LABELS = {step.verb: step.label for step in CLARIFICATION.transitions}


@requires("movement.keep")
def inspection_clarify(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask an inspected body to clarify."""
    actor, entry = request.actor, queries.inspection_for(request.actor, pk)
    permissions.require_asker(actor, entry)
    form = forms.ClarificationForm(request.POST or None, inspection=entry)
    made = attempt(form, lambda: actions.ask_to_clarify(entry, form.terms(), by=actor))
    if made is None:
        context = {"form": form, "entry": entry}
        return form_page(request, "oversight/clarification_form.html", context)
    messages.success(request, _("Đã gửi yêu cầu làm rõ."))
    return redirect(_PAGE, made.pk)


@requires("movement.read")
@require_safe
def clarification_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One request to clarify with every step."""
    return _shown(request, queries.clarification_for(request.actor, pk))


@requires("movement.keep")
@require_POST
def clarification_step(request: ActingRequest, pk: int) -> HttpResponse:
    """Take one verb: of the addressed body or of the delegation."""
    found = queries.clarification_for(request.actor, pk)
    form = forms.ClarificationStepForm(request.POST)
    if form.is_valid():
        permissions.require_clarifier(request.actor, found, form.cleaned_data["verb"])
        act = partial(actions.take_clarification_step, found, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi nhận."), _PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, found, step_form=form)


def clarifications_context(
    actor: Actor, entry: Inspection, parts: Mapping[str, bool]
) -> dict[str, Any]:
    """What the page of an inspection shows of requests to clarify."""
    seen = queries.clarification_rows(actor)
    rows = seen.filter(entry=entry) if parts["clarifications"] else ()
    return {
        "clarifications": [{"row": row, "state": _state(row, actor)} for row in rows],
        "may_ask": parts["inspects"] and permissions.can_ask(actor, entry),
    }


def _state(row: Any, actor: Actor) -> tuple[str, str]:
    state = ClarificationState(row.state)
    if queries.is_late_answer(row, actor.day):
        return _("%(state)s (trễ hạn)") % {"state": state.label}, "danger"
    return str(state.label), CLARIFICATION_TONES[state]


def _shown(request: ActingRequest, found: Any, **sent: Any) -> HttpResponse:
    actor = request.actor
    verbs = () if found.entry.state in OVER else CLARIFICATION.verbs(found.state)
    context = {
        "found": found,
        "criterion": _(criterion_name(found.criterion, found.entry.criteria_version)),
        "state": _state(found, actor),
        "verbs": [
            {"verb": verb, "label": _(_LABELS[verb])}
            for verb in verbs
            if permissions.can_clarify(actor, found, verb)
        ],
        "steps": _steps(found),
        "step_form": None,
    }
    return form_page(request, "oversight/clarification_detail.html", context | sent)


def _steps(found: Any) -> list[dict[str, Any]]:
    return [
        {
            "at": row.at,
            "author": row.by.body.name,
            "text": "\n".join(filter(None, (row.text, row.papers, _until(row)))),
            "label": _(_LABELS.get(row.verb, "Yêu cầu làm rõ")),
            "tone": "info",
        }
        for row in found.steps.select_related("by__body")
    ]


def _until(row: Any) -> str:
    return _("Hạn trả lời: %(day)s") % {"day": date_vn(row.due_on)} if row.due_on else ""
