"""Recommendations: list, one with its remedy, entering and changing it, what a year came to."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.register.views import as_workbook, changed
from phongtrao.org.middleware import ActingRequest
from phongtrao.oversight import actions, exports, forms, permissions, queries
from phongtrao.oversight.rules import (
    criteria_of,
    urgency_name,
)
from phongtrao.oversight.views.checks import finding_to_recommend
from phongtrao.oversight.views.recurrences import recurrence_context
from phongtrao.oversight.workflow import REMEDY, WITH_PAPERS, InspectionState
from phongtrao.planning.queries import suggested_bodies

_PAGE = "oversight:recommendation-detail"
_LABELS = {step.verb: step.label for step in REMEDY.transitions}


@requires("movement.read")
@require_safe
def recommendation_list(request: ActingRequest) -> HttpResponse:
    """The recommendations that the reader may see."""
    filters = _filters(request)
    # No map: a recommendation is about a body, not about an area.
    rows = lists.list_page(request, exports.RECOMMENDATIONS, filters.qs, filters=filters)
    return page(request, "oversight/recommendation_list.html", {"list_page": rows})


@requires("movement.read")
@require_safe
def recommendation_excel(request: ActingRequest) -> HttpResponse:
    """The filtered recommendations as a workbook."""
    return as_workbook(request, exports.RECOMMENDATIONS, _filters(request))


@requires("movement.read")
@require_safe
def recommendation_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One recommendation with its remedy."""
    return _shown(request, queries.recommendation_for(request.actor, pk))


@requires("movement.keep")
def inspection_recommend(request: ActingRequest, pk: int) -> HttpResponse:
    """Enter a recommendation."""
    actor, entry = request.actor, queries.inspection_for(request.actor, pk)
    permissions.require_recommender(actor, entry)
    own = actor.body.name if actor.body is not None else ""
    form = forms.RecommendationForm(
        request.POST or None,
        actor=actor,
        inspection=entry,
        initial={"verifier": own} | finding_to_recommend(actor, entry, request.GET.get("dong", "")),
    )
    made = attempt(form, lambda: actions.recommend(entry, form.terms(), by=actor))
    if made is None:
        return _form(request, form, entry, None)
    messages.success(request, _("Đã ghi kiến nghị."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def recommendation_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other words, owner, verifier or day."""
    actor, found = request.actor, queries.recommendation_for(request.actor, pk)
    if not permissions.can_change(actor, found):
        raise Forbidden(N_("Chỉ cơ quan chủ trì sửa được kiến nghị chưa xác nhận khắc phục."))
    form = forms.RecommendationForm(
        request.POST or None, actor=actor, inspection=found.entry, initial=_stored(found)
    )
    said = _("Đã lưu kiến nghị.")
    answer = changed(request, form, actions.change_recommendation, found, said, _PAGE)
    return answer or _form(request, form, found.entry, found)


@requires("movement.keep")
@require_POST
def recommendation_step(request: ActingRequest, pk: int) -> HttpResponse:
    """Take one verb: of the owner or of the verifier."""
    found = queries.recommendation_for(request.actor, pk)
    form = forms.RemedyForm(request.POST)
    if form.is_valid():
        permissions.require_remedier(request.actor, found, form.cleaned_data["verb"])
        act = partial(actions.take_remedy_step, found, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi nhận."), _PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, found, step_form=form)


def _filters(request: ActingRequest) -> forms.RecommendationFilter:
    rows = queries.recommendation_rows(request.actor)
    return forms.RecommendationFilter(request.GET, queryset=rows, request=request)


def _form(request: ActingRequest, form: Any, entry: Any, found: Any) -> HttpResponse:
    context = {
        "form": form,
        "entry": entry,
        "found": found,
        "suggested": suggested_bodies(request.actor),
        "criteria": criteria_of(entry.criteria_version, entry.starts_on),
    }
    return form_page(request, "oversight/recommendation_form.html", context)


def _shown(request: ActingRequest, found: Any, **sent: Any) -> HttpResponse:
    actor = request.actor
    going_on = found.entry.state == InspectionState.CONCLUDED
    context = {
        "found": found,
        "criterion": exports.criterion_shown(found),
        "urgency": _(urgency_name(found.urgency)),
        "state": (exports.remedy_shown(found), exports.remedy_tone(found)),
        "verbs": [
            {
                "verb": verb,
                "label": _(_LABELS[verb]),
                "asks": verb != "verify",
                "papers": verb in WITH_PAPERS,
            }
            for verb in REMEDY.verbs(found.state)
            if going_on and permissions.can_remedy(actor, found, verb)
        ],
        "may_change": permissions.can_change(actor, found),
        "steps": _steps(found),
        "step_form": None,
        **recurrence_context(actor, found),
    }
    return form_page(request, "oversight/recommendation_detail.html", context | sent)


def _steps(found: Any) -> list[dict[str, Any]]:
    return [
        {
            "at": row.at,
            "author": row.by.body.name,
            "text": f"{row.text}\n{row.papers}".strip(),
            "label": _(_LABELS[row.verb]),
            "tone": "info",
        }
        for row in found.steps.select_related("by__body")
    ]


def _stored(found: Any) -> dict[str, Any]:
    names = ("criterion", "urgency", "finding", "text", "asked_by", "row_version")
    return {name: getattr(found, name) for name in names} | {
        "body": found.body_id,
        "verifier": found.verifier.name,
    }
