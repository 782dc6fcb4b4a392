"""Certificates of officials, who is due, and the classes of a year on one page."""

from functools import partial

import django_filters
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import carried_out
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.register.actions import strike_out
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.views import as_workbook, listed, require_keeper
from phongtrao.fieldwork.training import actions, exports, forms, queries
from phongtrao.fieldwork.training.rules import vocabulary
from phongtrao.fieldwork.training.views.classes import CLASS, class_shown
from phongtrao.org.middleware import ActingRequest


@requires("movement.read")
@require_safe
def certificate_list(request: ActingRequest) -> HttpResponse:
    """The certificates that the reader may see."""
    template = "training/certificate_list.html"
    return listed(request, template, exports.CERTIFICATES, _certificates(request))


@requires("movement.read")
@require_safe
def certificate_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.CERTIFICATES, _certificates(request))


@requires("movement.keep")
@require_POST
def certificate_record(request: ActingRequest, pk: int) -> HttpResponse:
    """Enter the certificate of an official who completed a class."""
    entry = queries.class_for(request.actor, pk)
    require_keeper(request.actor, entry)
    form = forms.CertificateForm(request.POST, actor=request.actor, auto_id="id_cert_%s")
    if form.is_valid():
        act = partial(actions.record_certificate, form.terms(entry), by=request.actor)
        answer = carried_out(request, form, act, _("Đã ghi chứng nhận."), CLASS, pk)
        if answer is not None:
            return answer
    return class_shown(request, entry, StrikeForm(), certificate_form=form)


@requires("movement.keep")
@require_POST
def certificate_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a certificate out that was entered wrongly."""
    found = queries.certificate_for(request.actor, pk)
    require_keeper(request.actor, found)
    form = StrikeForm(request.POST)
    entry = queries.class_for(request.actor, found.training_class_id)
    if form.is_valid():
        act = partial(strike_out, found, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã gạch bỏ."), CLASS, entry.pk)
        if answer is not None:
            return answer
    return class_shown(request, entry, StrikeForm(), refused_form=form)


@requires("movement.read")
@require_safe
def due_list(request: ActingRequest) -> HttpResponse:
    """Officers and leaders by post with their newest certificate."""
    filters = _due(request)
    rows = lists.list_page(request, exports.DUE, filters.qs, filters=filters)
    return page(request, "training/due_list.html", {"list_page": rows, "words": vocabulary()})


@requires("movement.read")
@require_safe
def due_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    return as_workbook(request, exports.DUE, _due(request))


@requires("movement.read")
@require_safe
def year_plan(request: ActingRequest) -> HttpResponse:
    """The classes of a year by quarter, to print on one page."""
    form = forms.YearForm(request.GET or None, initial={"nam": request.actor.day.year})
    year = (form.cleaned_data["nam"] if form.is_valid() else None) or request.actor.day.year
    quarters = queries.year_plan(request.actor, year)
    return page(
        request, "training/year_plan.html", {"form": form, "year": year, "quarters": quarters}
    )


def _certificates(request: ActingRequest) -> django_filters.FilterSet:
    rows = queries.certificate_rows(request.actor)
    return forms.CertificateFilter(request.GET, queryset=rows, request=request)


def _due(request: ActingRequest) -> django_filters.FilterSet:
    return forms.DueFilter(request.GET, queryset=queries.due_rows(request.actor), request=request)
