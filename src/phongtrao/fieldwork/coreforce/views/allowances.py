"""Allowances by resolution: list, one resolution, entry, end."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.coreforce import actions, exports, forms, queries
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import prepare_areas
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.views import (
    as_workbook,
    changed,
    listed,
    require_keeper,
    struck,
)
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.queries.areas import area_label

_PAGE = "coreforce:allowance-detail"


@requires("movement.read")
@require_safe
def allowance_list(request: ActingRequest) -> HttpResponse:
    """The register as far as the reader sees it."""
    spec = exports.ALLOWANCES
    return listed(request, "coreforce/allowance_list.html", spec, _filters(request))


@requires("movement.read")
@require_safe
def allowance_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.ALLOWANCES, _filters(request))


@requires("movement.read")
@require_safe
def allowance_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One resolution."""
    return _shown(request, queries.allowance_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def allowance_record(request: ActingRequest) -> HttpResponse:
    """Enter what a resolution grants."""
    actor = request.actor
    form = forms.AllowanceForm(request.POST or None, actor=actor)
    made = attempt(form, lambda: actions.record_allowance(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi mức hỗ trợ."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def allowance_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct an entry."""
    actor, rule = request.actor, queries.allowance_for(request.actor, pk)
    require_keeper(actor, rule)
    form = forms.AllowanceForm(request.POST or None, actor=actor, initial=_stored(rule))
    said = _("Đã lưu mức hỗ trợ.")
    answer = changed(request, form, actions.change_allowance, rule, said, _PAGE)
    return answer or _form(request, form, rule)


@requires("movement.keep")
@require_POST
def allowance_end(request: ActingRequest, pk: int) -> HttpResponse:
    """Note the first day a resolution no longer holds."""
    rule = queries.allowance_for(request.actor, pk)
    form = forms.EndForm(request.POST)
    if form.is_valid():
        act = partial(actions.end_allowance, rule, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã ghi ngày hết hiệu lực."), _PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, rule, StrikeForm(), end_form=form)


@requires("movement.keep")
@require_POST
def allowance_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike an entry out."""
    rule = queries.allowance_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), rule, _PAGE, _shown)


def _filters(request: ActingRequest) -> forms.AllowanceFilter:
    rows = queries.allowance_rows(request.actor)
    return forms.AllowanceFilter(request.GET, queryset=rows, request=request)


def _shown(request: ActingRequest, rule: Any, strike: Any, *, end_form: Any = None) -> HttpResponse:
    prepare_areas([rule])
    context = {
        "rule": rule,
        "may_keep": permissions.can_keep(request.actor, rule),
        "strike_form": strike,
        "end_form": end_form or forms.EndForm(initial={"valid_to": request.actor.day}),
    }
    return form_page(request, "coreforce/allowance_detail.html", context)


def _form(request: ActingRequest, form: Any, rule: Any) -> HttpResponse:
    return form_page(request, "coreforce/allowance_form.html", {"form": form, "rule": rule})


def _stored(rule: Any) -> dict[str, Any]:
    names = ("amount", "resolution", "resolved_on", "valid_from", "valid_to", "row_version")
    return {name: getattr(rule, name) for name in names} | {
        "programme": rule.programme_id,
        # As it was called when the resolution was passed: a merged province has no name today.
        "area": area_label(rule.area_id, rule.resolved_on),
        "area_id": rule.area_id,
    }
