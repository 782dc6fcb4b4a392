"""Inspections: the register, one with its delegation and conclusion, its steps."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.register.exports import prepare_areas
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.fieldwork.register.views import as_workbook, changed, listed, require_keeper
from phongtrao.org.middleware import ActingRequest
from phongtrao.oversight import actions, exports, forms, permissions, queries
from phongtrao.oversight.models import InspectedBody
from phongtrao.oversight.queries.engagements import days_of
from phongtrao.oversight.views.accounts import accounts_context
from phongtrao.oversight.views.clarifications import clarifications_context
from phongtrao.oversight.views.grounds import grounds_context
from phongtrao.oversight.views.papers import papers_context
from phongtrao.oversight.views.preparations import preparations_context
from phongtrao.oversight.views.sessions import sessions_context
from phongtrao.oversight.views.visits import visits_context
from phongtrao.oversight.workflow import INSPECTION, OWN_ACTS, WITH_REASON, RemedyState
from phongtrao.planning.queries import suggested_bodies
from phongtrao.planning.views.clashes import warn_of_clashes

_PAGE = "oversight:inspection-detail"
_LABELS = {step.verb: step.label for step in INSPECTION.transitions}


@requires("movement.read")
@require_safe
def inspection_list(request: ActingRequest) -> HttpResponse:
    """The inspections that the reader may see."""
    filters = _filters(request)
    return listed(request, "oversight/inspection_list.html", exports.INSPECTIONS, filters)


@requires("movement.read")
@require_safe
def inspection_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.INSPECTIONS, _filters(request))


@requires("movement.read")
@require_safe
def inspection_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One inspection from its plan to its end."""
    return _shown(request, queries.inspection_for(request.actor, pk))


@requires("movement.keep")
def inspection_plan(request: ActingRequest) -> HttpResponse:
    """Enter a line of the yearly plan."""
    actor = request.actor
    begin = {"year": actor.day.year}
    form = forms.InspectionForm(request.POST or None, actor=actor, initial=begin)
    made = attempt(form, lambda: actions.plan_inspection(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi cuộc kiểm tra."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def inspection_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other facts of the line."""
    actor, entry = request.actor, queries.inspection_for(request.actor, pk)
    permissions.require_editor(actor, entry)
    form = forms.InspectionForm(request.POST or None, actor=actor, initial=_stored(entry))
    said = _("Đã lưu cuộc kiểm tra.")
    answer = changed(request, form, actions.change_inspection, entry, said, _PAGE)
    if answer is not None:
        _warn(request, pk)
    return answer or _form(request, form, entry)


@requires("movement.keep")
@require_POST
def inspection_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a wrong line out."""
    entry = queries.inspection_for(request.actor, pk)
    permissions.require_striker(request.actor, entry)
    form = StrikeForm(request.POST)
    if form.is_valid():
        act = partial(actions.strike_inspection, entry, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã gạch bỏ."), _PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, entry, strike_form=form)


@requires("movement.keep")
def inspection_decide(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the decision, or change the delegation."""
    actor, entry = request.actor, queries.inspection_for(request.actor, pk)
    permissions.require_editor(actor, entry)
    form = forms.TeamForm(request.POST or None, actor=actor, initial=_team_stored(entry, actor.day))
    said = _("Đã lưu quyết định và thành phần đoàn.")
    answer = changed(request, form, actions.decide, entry, said, _PAGE)
    if answer is not None:
        _warn(request, pk)
        return answer
    context = {"form": form, "entry": entry, "suggested": suggested_bodies(actor)}
    return form_page(request, "oversight/team_form.html", context)


@requires("movement.keep")
def inspection_conclude(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the conclusion."""
    actor, entry = request.actor, queries.inspection_for(request.actor, pk)
    require_keeper(actor, entry)
    found = queries.points_found(entry)
    form = forms.ConclusionForm(request.POST or None, initial={"concluded_on": actor.day} | found)
    made = attempt(form, lambda: actions.conclude(entry, form.terms(), by=actor))
    if made is None:
        context = {"form": form, "entry": entry, "is_from_checklist": bool(found)}
        return form_page(request, "oversight/conclusion_form.html", context)
    messages.success(request, _("Đã ghi kết luận kiểm tra."))
    return redirect(_PAGE, pk)


@requires("movement.keep")
@require_POST
def inspection_step(request: ActingRequest, pk: int) -> HttpResponse:
    """Take one of the other steps."""
    entry = queries.inspection_for(request.actor, pk)
    require_keeper(request.actor, entry)
    form = forms.StepForm(request.POST)
    if form.is_valid():
        act = partial(actions.take_step, entry, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi nhận."), _PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, entry, step_form=form)


def _warn(request: ActingRequest, pk: int) -> None:
    """Say what else the body has on the days of an inspection that was saved."""
    entry = queries.inspection_for(request.actor, pk)
    warn_of_clashes(request, f"oversight.inspection:{pk}", days_of(entry))


def _filters(request: ActingRequest) -> forms.InspectionFilter:
    rows = queries.inspection_rows(request.actor)
    return forms.InspectionFilter(request.GET, queryset=rows, request=request)


def _form(request: ActingRequest, form: Any, entry: Any) -> HttpResponse:
    context = {"form": form, "entry": entry, "suggested": suggested_bodies(request.actor)}
    context |= visits_context(request.actor, entry)
    return form_page(request, "oversight/inspection_form.html", context)


def _shown(request: ActingRequest, entry: Any, **sent: Any) -> HttpResponse:
    """The page of one inspection; forms that were sent and refused stand in it."""
    actor = request.actor
    prepare_areas([entry])
    asked = list(queries.recommendation_rows(actor).filter(entry=entry))
    exports.prepare_recurrences(asked)
    verbs = _offered(entry, asked) if can_keep(actor, entry) else ()
    inspected, parts = _inspected(entry), queries.parts_of(actor, entry)
    bodies = [each.body for each in inspected]
    context = {
        "entry": entry,
        "tone": exports.state_tone(entry),
        "scope": exports.scope_shown(entry),
        "leader": exports.leader_shown(entry),
        **_seats(entry, actor.day),
        "inspected": inspected,
        "verbs": verbs,
        "plain_verbs": _plain(verbs),
        "recommendations": [_asked(row) for row in asked],
        "may_recommend": permissions.can_recommend(actor, entry),
        "may_edit": permissions.can_edit(actor, entry),
        "may_strike": permissions.can_strike(actor, entry),
        "steps": _steps(entry),
        "strike_form": StrikeForm(),
        "step_form": None,
        **papers_context(actor, entry, asked, bodies, inspects=parts["inspects"]),
        **sessions_context(actor, entry, parts),
        **accounts_context(actor, entry, bodies, parts),
        **clarifications_context(actor, entry, parts),
    }
    context |= _before(actor, entry)
    return form_page(request, "oversight/inspection_detail.html", context | sent)


def _before(actor: Any, entry: Any) -> dict[str, Any]:
    """Why it was proposed, who else visits, what is prepared."""
    parts = (grounds_context, visits_context, preparations_context)
    return {name: told for part in parts for name, told in part(actor, entry).items()}


def _inspected(entry: Any) -> list[InspectedBody]:
    """Whom it inspects; read once for all parts of the page."""
    with_bodies = Prefetch("inspected", InspectedBody.objects.select_related("body"))
    prefetch_related_objects([entry], with_bodies)
    return list(entry.inspected.all())


def _seats(entry: Any, day: Any) -> dict[str, Any]:
    """The seats that are held on a day, and those that were."""
    seats = list(entry.members.select_related("body"))
    return {
        "seats": [seat for seat in seats if seat.sits_on(day)],
        "former_seats": [seat for seat in seats if not seat.sits_on(day)],
    }


def _asked(row: Any) -> dict[str, Any]:
    """A line of the table of recommendations."""
    return {
        "row": row,
        "state": exports.remedy_shown(row),
        "tone": exports.remedy_tone(row),
        "recurrence": exports.recurrence_shown(row),
    }


def _offered(entry: Any, asked: list[Any]) -> tuple[str, ...]:
    """The verbs of the state; all is remedied only once every verifier has confirmed."""
    verbs = INSPECTION.verbs(entry.state)
    if all(row.state == RemedyState.VERIFIED for row in asked):
        return verbs
    return tuple(verb for verb in verbs if verb != "follow_up")


def _plain(verbs: Any) -> list[dict[str, Any]]:
    """The verbs without a form of their own, in the order of the table."""
    return [
        {"verb": verb, "label": _(_LABELS[verb]), "asks": verb in WITH_REASON}
        for verb in verbs
        if verb not in OWN_ACTS
    ]


def _steps(entry: Any) -> list[dict[str, Any]]:
    return [
        {
            "at": row.at,
            "author": row.by.body.name,
            "text": row.reason,
            "label": _(_LABELS[row.verb]),
            "tone": "info",
        }
        for row in entry.steps.select_related("by__body")
    ]


def _stored(entry: Any) -> dict[str, Any]:
    names = ("title", "year", "starts_on", "ends_on", "scope_from", "scope_to", "purpose",
             "plan_paper", "leader_agency", "row_version")  # fmt: skip
    bodies = entry.inspected.select_related("body")
    return {name: getattr(entry, name) for name in names} | {
        "programme": entry.programme_id,
        "inspected": "\n".join(each.body.name for each in bodies),
    }


def _team_stored(entry: Any, day: Any) -> dict[str, Any]:
    names = ("decision_paper", "decided_on", "team_number", "leader_post", "leader_agency",
             "outside_members", "powers", "row_version")  # fmt: skip
    seats = entry.members.select_related("body")
    return {name: getattr(entry, name) for name in names} | {
        "leader_body": entry.leader_body.name if entry.leader_body_id else "",
        "members": "\n".join(
            f"{seat.body.name}: {seat.duty}" for seat in seats if seat.sits_on(day)
        ),
    }
