"""The choice of sites: guests, rules, what was found and why, lines by hand, carrying it out."""

from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.formats import number, percent
from phongtrao.core.http import requires
from phongtrao.fieldwork.events import actions, exports, forms, jobs, queries
from phongtrao.fieldwork.events.models import FestivalSelection
from phongtrao.fieldwork.events.planner import changes_between, problem_from, visits_from
from phongtrao.fieldwork.events.rules import unpacked
from phongtrao.fieldwork.events.views.site_page import keys_among
from phongtrao.fieldwork.events.workflow import SelectionState
from phongtrao.fieldwork.register.views import require_keeper
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.queries import suggested_bodies

_PAGE = "events:selection-detail"
_LEFT_OUT_SHOWN = 100


@requires("movement.keep")
def plan_guests(request: ActingRequest, pk: int) -> HttpResponse:
    """Which posts can be guests, on which days."""
    actor, plan = request.actor, queries.plan_for(request.actor, pk)
    require_keeper(actor, plan)
    rows = forms.guest_rows(plan, actor, request.POST or None)
    form = forms.EmptyForm(request.POST or None)
    if form.is_bound and rows.is_valid() and form.is_valid():
        act = partial(actions.set_guests, plan, rows.specs(), by=actor)
        to = ("events:plan-detail", pk)
        answer = carried_out(request, form, act, _("Đã lưu danh sách chức danh có thể dự."), *to)
        if answer is not None:
            return answer
    context = {"form": form, "rows": rows, "plan": plan, "suggested": suggested_bodies(actor)}
    return form_page(request, "events/guests_form.html", context)


@requires("movement.keep")
def plan_select(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask for a choice of sites under rules; the worker finds it."""
    actor, plan = request.actor, queries.plan_for(request.actor, pk)
    require_keeper(actor, plan)
    central = bool(plan.central_sites)
    level = request.POST.get("level") or ("tw" if central else "tinh")
    sites = queries.candidates(plan, level)
    initial = {
        "level": level,
        "number": plan.central_sites or plan.provincial_sites or None,
        "guests_each": 1 if plan.guests.exists() else 0,
        "a_day_a_place": 1,
        "not_as_last_year": True,
        "near_next_day": True,
        "model_points": 10,
        "year_points": 4,
    }
    form = forms.SelectionForm(request.POST or None, plan=plan, sites=sites, initial=initial)
    made = attempt(form, lambda: actions.ask_selection(plan, form.wishes(), by=actor))
    if made is not None:
        jobs.find_selection.enqueue(made.pk)
        return redirect(_PAGE, made.pk)
    context = {"form": form, "plan": plan, "candidate_count": len(sites)}
    context |= {"guest_count": plan.guests.count(), "quotas": queries.quotas_of(plan)}
    return form_page(request, "events/selection_form.html", context)


@requires("movement.keep")
@require_safe
def selection_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """What was found, its proof, and why each site is in it or not."""
    selection = queries.selection_for(request.actor, pk)
    return _selection_page(request, selection, forms.ApplyForm(), forms.EmptyForm())


@requires("movement.keep")
@require_POST
def selection_again(request: ActingRequest, pk: int) -> HttpResponse:
    """A plan near to this one without the sites and guests that fell out."""
    actor, selection = request.actor, queries.selection_for(request.actor, pk)
    form = forms.EmptyForm(request.POST)
    act = partial(
        actions.ask_again,
        selection,
        sites_gone=keys_among(request.POST.getlist("diem")),
        guests_gone=keys_among(request.POST.getlist("khach")),
        by=actor,
    )
    made = attempt(form, act)
    if made is None:
        return _selection_page(request, selection, forms.ApplyForm(), form)
    jobs.find_selection.enqueue(made.pk)
    messages.success(request, _("Đang tính phương án gần nhất với phương án trước."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def selection_adjust(request: ActingRequest, pk: int) -> HttpResponse:
    """Change the lines by hand; every rule is looked at before they are kept."""
    actor, selection = request.actor, queries.selection_for(request.actor, pk)
    problem = problem_from(selection.asked["problem"])
    rows = forms.line_rows(problem, actions.lines_of(selection), request.POST or None)
    initial = {"row_version": selection.row_version}
    form = forms.LinesForm(request.POST or None, initial=initial)
    if form.is_bound and rows.is_valid() and form.is_valid():
        version = form.cleaned_data["row_version"]
        act = partial(
            actions.adjust_selection, selection, rows.visits(), by=actor, expected_version=version
        )
        answer = carried_out(request, form, act, _("Đã lưu phương án chỉnh tay."), _PAGE, pk)
        if answer is not None:
            return answer
    context = {
        "form": form,
        "rows": rows,
        "selection": selection,
        "site_names": [forms.site_called(s.key, s.name) for s in problem.sites],
        "guest_names": [guest.name for guest in problem.guests],
    }
    return form_page(request, "events/selection_adjust.html", context)


@requires("movement.keep")
@require_POST
def selection_apply(request: ActingRequest, pk: int) -> HttpResponse:
    """Approve the chosen sites and invite the guests, in one act."""
    selection = queries.selection_for(request.actor, pk)
    form = forms.ApplyForm(request.POST)
    if form.is_valid():
        paper = form.cleaned_data["paper"]
        act = partial(actions.apply_selection, selection, paper, by=request.actor)
        said = _("Đã duyệt các điểm và ghi giấy mời theo phương án.")
        answer = carried_out(request, form, act, said, _PAGE, pk)
        if answer is not None:
            return answer
    return _selection_page(request, selection, form, forms.EmptyForm())


def _selection_page(
    request: ActingRequest, selection: FestivalSelection, apply_form: Any, again_form: Any
) -> HttpResponse:
    answer: dict[str, Any] = selection.answer or {}
    problem = problem_from(selection.asked["problem"])
    lines = actions.lines_of(selection)
    said = {each["site"]: unpacked(each).shown(_) for each in answer.get("why", ())}
    context = {
        "selection": selection,
        "state": SelectionState(selection.state).label,
        "answer": answer,
        "gap": percent(answer.get("gap", 0), 2),
        "seconds": number(answer.get("seconds", 0), 2),
        "level": exports.shown_level(selection.asked["wishes"]["level"]),
        "rules": problem.rules,
        "site_count": len(problem.sites),
        "guest_count": len(problem.guests),
        "lines": _lines(problem, lines, said),
        "left_out": _left_out(problem, lines, said),
        "conflict": [unpacked(each).shown(_) for each in answer.get("conflict", ())],
        "changes": _changes(selection, problem, lines),
        "guests": _guests(problem, lines),
        "apply_form": apply_form,
        "again_form": again_form,
    }
    return form_page(request, "events/selection_detail.html", context)


def _lines(problem: Any, lines: Any, said: dict[int, str]) -> list[dict[str, Any]]:
    sites = {site.key: site for site in problem.sites}
    names = {guest.key: guest.name for guest in problem.guests}
    found = [
        {
            "key": line.site,
            "name": sites[line.site].name,
            "day": date.fromordinal(line.day),
            "guests": [names[key] for key in line.guests],
            "score": sites[line.site].score,
            "why": said.get(line.site, ""),
        }
        for line in lines
    ]
    return sorted(found, key=lambda each: (each["day"], each["name"]))


def _left_out(problem: Any, lines: Any, said: dict[int, str]) -> list[dict[str, Any]]:
    """The candidates that were not chosen, the most wanted first."""
    taken = {line.site for line in lines}
    rest = sorted((s for s in problem.sites if s.key not in taken), key=lambda s: -s.score)
    return [
        {"key": s.key, "name": s.name, "score": s.score, "why": said.get(s.key, "")}
        for s in rest[:_LEFT_OUT_SHOWN]
        if s.key in said
    ]


def _guests(problem: Any, lines: Any) -> list[tuple[int, str]]:
    going = {key for line in lines for key in line.guests}
    return [(guest.key, guest.name) for guest in problem.guests if guest.key in going]


def _changes(selection: FestivalSelection, problem: Any, lines: Any) -> list[str]:
    """What differs from the plan before, where there is one."""
    if selection.previous is None or not lines:
        return []
    older = problem_from(selection.previous.asked["problem"])
    known = {site.key: site for site in (*older.sites, *problem.sites)}
    guests = {guest.key: guest for guest in (*older.guests, *problem.guests)}
    both = type(problem)(tuple(known.values()), tuple(guests.values()), problem.rules)
    before = visits_from((selection.previous.answer or {}).get("visits", ()))
    return [each.shown(_) for each in changes_between(both, before, lines)]
