"""Festival sites: their register, one with its steps, entering and changing it, the sheet."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.events import actions, exports, forms, queries
from phongtrao.fieldwork.events.rules import SHORT_KINDS
from phongtrao.fieldwork.events.views.site_page import site_page
from phongtrao.fieldwork.register.exports import empty_sheet
from phongtrao.fieldwork.register.forms import SheetForm, StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed, row_defaults
from phongtrao.fieldwork.register.queries.occasions import LAUNCHES, occasions
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

_PAGE = "events:site-detail"


@requires("movement.read")
@require_safe
def site_list(request: ActingRequest) -> HttpResponse:
    """The sites that the reader may see."""
    return listed(request, "events/site_list.html", exports.SITES, _filters(request))


@requires("movement.read")
@require_safe
def site_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.SITES, _filters(request))


@requires("movement.read")
@require_safe
def site_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One site with what is prepared, the steps it took and its result."""
    return site_page(request, queries.site_for(request.actor, pk))


@requires("movement.keep")
def site_enter(request: ActingRequest) -> HttpResponse:
    """Enter a site under a plan."""
    actor = request.actor
    form = forms.SiteForm(request.POST or None, actor=actor, initial=_begin(request))
    made = attempt(form, lambda: actions.enter_site(form.terms(), by=actor))
    if made is None:
        return _site_form(request, form, None)
    messages.success(request, _("Đã ghi điểm Ngày hội."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def site_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other facts of a site."""
    actor, site = request.actor, queries.site_for(request.actor, pk)
    require_keeper(actor, site)
    form = forms.SiteForm(request.POST or None, actor=actor, initial=_stored(site, actor))
    answer = changed(request, form, actions.change_site, site, _("Đã lưu điểm Ngày hội."), _PAGE)
    if answer is not None:
        return answer
    return _site_form(request, form, site)


@requires("movement.keep")
@require_POST
def site_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a site out."""
    site = queries.site_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), site, _PAGE, _struck_page)


@requires("movement.keep")
@require_POST
def site_approve(request: ActingRequest, pk: int) -> HttpResponse:
    """Choose a candidate and fix its day."""
    site = queries.site_for(request.actor, pk)
    form = forms.ApproveForm(request.POST)
    if form.is_valid():
        act = partial(actions.approve, site, by=request.actor, **form.cleaned_data)
        to = (_PAGE, pk)
        answer = carried_out(request, form, act, _("Đã duyệt điểm Ngày hội."), *to)
        if answer is not None:
            return answer
    return site_page(request, site, approve_form=form)


@requires("movement.keep")
@require_POST
def site_step(request: ActingRequest, pk: int) -> HttpResponse:
    """Take one of the other steps."""
    site = queries.site_for(request.actor, pk)
    form = forms.StepForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        act = partial(actions.take_step, site, data["verb"], by=request.actor,
                      reason=data["reason"], day=data["day"])  # fmt: skip
        to = (_PAGE, pk)
        answer = carried_out(request, form, act, _("Đã ghi nhận."), *to)
        if answer is not None:
            return answer
    return site_page(request, site, step_form=form)


@requires("movement.keep")
def site_result(request: ActingRequest, pk: int) -> HttpResponse:
    """Record or correct the figures of a site."""
    actor, site = request.actor, queries.site_for(request.actor, pk)
    require_keeper(actor, site)
    found = getattr(site, "result", None)
    names = [name for name, _title in exports.FIGURES] + ["lessons"]
    launched = occasions(LAUNCHES, actor, site.area_id, site.held_on)
    initial: dict[str, Any] = {"models_launched": len(launched)} if launched else {}
    if found is not None:
        initial = {name: getattr(found, name) for name in names}
    form = forms.ResultForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        act = partial(actions.record_result, site, form.terms(), by=actor)
        to = (_PAGE, pk)
        answer = carried_out(request, form, act, _("Đã ghi kết quả Ngày hội."), *to)
        if answer is not None:
            return answer
    context = {"form": form, "site": site, "launched": launched}
    return form_page(request, "events/result_form.html", context)


@requires("movement.keep", before=read_table)
def site_import(request: ActingRequest) -> HttpResponse:
    """Many sites from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def site_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.site_sheet())


def _struck_page(request: ActingRequest, site: Any, form: Any) -> HttpResponse:
    return site_page(request, site, strike_form=form)


def _filters(request: ActingRequest) -> forms.SiteFilter:
    rows = queries.site_rows(request.actor)
    return forms.SiteFilter(request.GET, queryset=rows, request=request)


def _site_form(request: ActingRequest, form: Any, site: Any) -> HttpResponse:
    has_plans = form.fields["plan"].queryset.exists()
    context = {"form": form, "site": site, "has_plans": has_plans}
    return form_page(request, "events/site_form.html", context)


def _begin(request: ActingRequest) -> dict[str, Any]:
    """The level that is usual for the acting body; a plan asked for in the address."""
    begin: dict[str, Any] = {"level": "xa" if request.actor.scope.level == "commune" else "tinh"}
    asked = request.GET.get("ke_hoach", "")
    if asked.isascii() and asked.isdecimal() and len(asked) < 12:
        begin["plan"] = int(asked)
    return begin


def _stored(site: Any, actor: Actor) -> dict[str, Any]:
    names = ("title", "level", "venue", "held_on", "first_day", "last_day", "expected",
             "models_to_launch", "fallback", "note", "row_version")  # fmt: skip
    return {name: getattr(site, name) for name in names} | {
        "programme": site.programme_id,
        "plan": site.plan_id,
        "area": area_typed(site.area_id, actor),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.site_sheet(),
        make=_row_form,
        act=_take_row,
        list_title=_l("Điểm Ngày hội"),
        list_page="events:site-list",
        template_page="events:site-template",
    )


def _take_row(form: forms.HeldRowForm, actor: Actor) -> Any:
    result = form.result()
    if result is None:
        return actions.enter_site(form.terms(), by=actor)
    return actions.record_held(form.terms(), result, form.cleaned_data["held_on"], by=actor)


def _row_form(data: dict[str, Any], actor: Actor) -> forms.HeldRowForm:
    """A row as the screen would send it: the newest plan of its kind, one's own area."""
    kind = data.get("kind")
    plan = queries.plans_offered(actor).filter(kind=kind).first() if kind in SHORT_KINDS else None
    filled = row_defaults(data, actor) | {"plan": plan.pk if plan else ""}
    return forms.HeldRowForm(filled, actor=actor)
