"""Supervision and social criticism: list, plan, page, the sheet."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.grassroots import actions, exports, permissions, queries
from phongtrao.fieldwork.grassroots.forms import supervisions as forms
from phongtrao.fieldwork.grassroots.rules import kind_name, method_name, outcome_name, vocabulary
from phongtrao.fieldwork.grassroots.workflow import SUPERVISION
from phongtrao.fieldwork.register.exports import empty_sheet, prepare_areas
from phongtrao.fieldwork.register.forms import SheetForm, StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed, row_defaults
from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.fieldwork.register.views import (
    SheetPlan,
    as_workbook,
    changed,
    listed,
    read_table,
    require_keeper,
    sheet_page,
    struck,
)
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.planning.queries import suggested_bodies

PAGE = "grassroots:supervision-detail"


@requires("movement.read")
@require_safe
def supervision_list(request: ActingRequest) -> HttpResponse:
    """The supervisions that the reader may see."""
    may = permissions.may_supervise(request.actor)
    filters = _filters(request)
    template = "grassroots/supervision_list.html"
    return listed(request, template, exports.SUPERVISIONS, filters, may_supervise=may)


@requires("movement.read")
@require_safe
def supervision_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.SUPERVISIONS, _filters(request))


@requires("movement.read")
@require_safe
def supervision_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One supervision from its plan to the answer."""
    return shown(request, queries.supervision_for(request.actor, pk))


@requires("movement.keep")
def supervision_plan(request: ActingRequest) -> HttpResponse:
    """Enter one into the plan."""
    actor = request.actor
    begin = {"starts_on": actor.day}
    form = forms.SupervisionForm(request.POST or None, actor=actor, initial=begin)
    made = attempt(form, lambda: actions.plan_supervision(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi cuộc giám sát, phản biện."))
    return redirect(PAGE, made.pk)


@requires("movement.keep")
def supervision_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other facts of the plan."""
    actor, entry = request.actor, queries.supervision_for(request.actor, pk)
    require_keeper(actor, entry)
    form = forms.SupervisionForm(request.POST or None, actor=actor, initial=_stored(entry, actor))
    said = _("Đã lưu cuộc giám sát, phản biện.")
    answer = changed(request, form, actions.change_supervision, entry, said, PAGE)
    return answer or _form(request, form, entry)


@requires("movement.keep")
@require_POST
def supervision_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike one out."""
    entry = queries.supervision_for(request.actor, pk)
    strike = StrikeForm(request.POST)
    return struck(
        request, strike, entry, PAGE, lambda req, row, form: shown(req, row, strike_form=form)
    )


@requires("movement.keep", before=read_table)
def supervision_import(request: ActingRequest) -> HttpResponse:
    """The year's plan from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def supervision_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.supervision_sheet())


def shown(request: ActingRequest, entry: Any, **sent: Any) -> HttpResponse:
    """The page of one supervision with the forms of the steps it may take; `sent` ones first."""
    actor = request.actor
    prepare_areas([entry])
    may_keep = can_keep(actor, entry)
    verbs = set(SUPERVISION.verbs(entry.state))
    context = {
        "entry": entry,
        "kind": _(kind_name(entry.kind)),
        "method": _(method_name(entry.method)),
        "outcome": _(outcome_name(entry.outcome)),
        "state": (exports.state_shown(entry), exports.state_tone(entry)),
        "may_keep": may_keep,
        "steps": verbs if may_keep else set(),
        "may_answer": "note_answer" in verbs and permissions.can_answer(actor, entry),
        "strike_form": StrikeForm(),
        "advice_form": forms.AdviceForm(initial={"sent_on": actor.day}),
        "answer_form": forms.AnswerForm(
            initial={"answered_on": actor.day, "row_version": entry.row_version}
        ),
        "reason_form": forms.ReasonForm(auto_id="id_off_%s"),
        "reopen_form": forms.ReasonForm(auto_id="id_reopen_%s"),
        "words": vocabulary(),
        "is_answer_law": entry.method in vocabulary().verified_methods,
    }
    return form_page(request, "grassroots/supervision_detail.html", context | sent)


def _filters(request: ActingRequest) -> forms.SupervisionFilter:
    rows = queries.supervision_rows(request.actor)
    return forms.SupervisionFilter(request.GET, queryset=rows, request=request)


def _form(request: ActingRequest, form: Any, entry: Any) -> HttpResponse:
    context = {
        "form": form,
        "entry": entry,
        "suggested": suggested_bodies(request.actor),
        "words": vocabulary(),
    }
    return form_page(request, "grassroots/supervision_form.html", context)


def _stored(entry: Any, actor: Actor) -> dict[str, Any]:
    names = ("kind", "method", "subject", "plan_paper", "starts_on", "ends_on", "row_version")
    return {name: getattr(entry, name) for name in names} | {
        "programme": entry.programme_id,
        "asked": entry.asked.name,
        "area": area_typed(entry.area_id, actor),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.supervision_sheet(),
        make=lambda data, actor: forms.SupervisionForm(row_defaults(data, actor), actor=actor),
        act=lambda form, actor: actions.plan_supervision(form.terms(), by=actor),
        list_title=_l("Giám sát, phản biện"),
        list_page="grassroots:supervision-list",
        template_page="grassroots:supervision-template",
    )
