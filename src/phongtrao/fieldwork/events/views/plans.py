"""Plans of festivals: their list, one with its sites, entering and changing it."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.events import actions, exports, forms, queries
from phongtrao.fieldwork.events.models import FestivalPlan
from phongtrao.fieldwork.events.rules import LEVELS
from phongtrao.fieldwork.events.workflow import SiteState
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import prepare_areas
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed
from phongtrao.fieldwork.register.views import as_workbook, listed, require_keeper, struck
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor


@requires("movement.read")
@require_safe
def plan_list(request: ActingRequest) -> HttpResponse:
    """The plans that the reader may see."""
    return listed(request, "events/plan_list.html", exports.PLANS, _filters(request))


@requires("movement.read")
@require_safe
def plan_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    return as_workbook(request, exports.PLANS, _filters(request))


@requires("movement.read")
@require_safe
def plan_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One plan: window, priorities, how many sites at each level and in each state."""
    return _plan_page(request, queries.plan_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def plan_make(request: ActingRequest) -> HttpResponse:
    """A new plan."""
    actor = request.actor
    initial = {"year": actor.day.year}
    form = forms.PlanForm(request.POST or None, actor=actor, initial=initial)
    rows = forms.priority_rows(None, request.POST or None)
    made = None
    if request.method != "POST" or rows.is_valid():
        made = attempt(form, lambda: actions.make_plan(form.terms(rows.specs()), by=actor))
    if made is None:
        return _plan_form(request, form, rows, None)
    messages.success(request, _("Đã lập kế hoạch Ngày hội."))
    return redirect("events:plan-detail", made.pk)


@requires("movement.keep")
def plan_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other facts of a plan."""
    actor, plan = request.actor, queries.plan_for(request.actor, pk)
    require_keeper(actor, plan)
    form = forms.PlanForm(request.POST or None, actor=actor, initial=_stored(plan, actor))
    rows = forms.priority_rows(plan, request.POST or None)
    if form.is_bound and rows.is_valid() and form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(
            actions.change_plan, plan, form.terms(rows.specs()), by=actor, expected_version=version
        )
        to = ("events:plan-detail", pk)
        answer = carried_out(request, form, act, _("Đã lưu kế hoạch Ngày hội."), *to)
        if answer is not None:
            return answer
    return _plan_form(request, form, rows, plan)


@requires("movement.keep")
@require_POST
def plan_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a plan out; its sites stay and count."""
    plan = queries.plan_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), plan, "events:plan-detail", _plan_page)


@requires("movement.keep")
@require_POST
def plan_confirm(request: ActingRequest, pk: int) -> HttpResponse:
    """Confirm all results that were sent under the plan."""
    plan = queries.plan_for(request.actor, pk)
    require_keeper(request.actor, plan)
    count = actions.confirm_results(plan, by=request.actor)
    messages.success(request, _("Đã xác nhận %(count)s kết quả.") % {"count": count})
    return redirect("events:plan-detail", pk)


def _filters(request: ActingRequest) -> forms.PlanFilter:
    rows = queries.plan_rows(request.actor)
    return forms.PlanFilter(request.GET, queryset=rows, request=request)


def _plan_page(request: ActingRequest, plan: FestivalPlan, strike: Any) -> HttpResponse:
    prepare_areas([plan])
    levels, states = queries.levels_of(plan), queries.states_of(plan)
    context = {
        "plan": plan,
        "kind": exports.shown_kind(plan.kind),
        "priorities": plan.priorities.select_related("area_set"),
        "levels": [(exports.shown_level(c), levels.get(c, 0), c) for c, _n in LEVELS],
        "states": [(s.label, states[s], s.value, exports.TONES[s]) for s in SiteState
                   if s in states],
        "may_keep": permissions.can_keep(request.actor, plan),
        "unconfirmed": queries.sent_results(plan),
        "guest_count": plan.guests.count(),
        "selections": queries.selections_of(request.actor, plan)[:10],
        "may_record": permissions.may_record(request.actor),
        "strike_form": strike,
    }  # fmt: skip
    return form_page(request, "events/plan_detail.html", context)


def _plan_form(request: ActingRequest, form: Any, rows: Any, plan: Any) -> HttpResponse:
    context = {"form": form, "rows": rows, "plan": plan}
    return form_page(request, "events/plan_form.html", context)


def _stored(plan: Any, actor: Actor) -> dict[str, Any]:
    names = ("title", "kind", "year", "opens_on", "closes_on", "result_due_on", "central_sites",
             "provincial_sites", "plan_paper", "row_version")  # fmt: skip
    return {name: getattr(plan, name) for name in names} | {
        "programme": plan.programme_id,
        "area": area_typed(plan.area_id, actor),
    }
