"""What the pages of every register do alike: list, workbook, change, strike, fill from a sheet."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import django_filters
from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from phongtrao.core import lists, uploads
from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.http import page
from phongtrao.core.lists import ListPage, ListSpec
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.actions import strike_out
from phongtrao.fieldwork.register.exports import SheetSpec
from phongtrao.fieldwork.register.forms import Fault, SheetForm, StrikeForm, read_sheet
from phongtrao.fieldwork.register.forms.sheet import refusal_of
from phongtrao.fieldwork.register.models import Entry
from phongtrao.fieldwork.register.queries.spread import spread_of
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.org.reshaping.correction_table import KINDS, READER
from phongtrao.planning.forms import filters_in_words

_FAULTS_SHOWN = 200


def listed(
    request: ActingRequest,
    template: str,
    spec: ListSpec,
    filters: django_filters.FilterSet,
    **more: Any,
) -> HttpResponse:
    """One page of a register, or its entries as tiles of areas (`xem=ban-do`)."""
    rows = lists.list_page(request, spec, filters.qs, filters=filters)
    if request.GET.get("xem") == "ban-do":
        return _spread(request, rows, filters)
    rows = replace(rows, offers_map=request.actor.scope.level != "commune")
    context = {"list_page": rows, "may_record": permissions.may_record(request.actor)}
    return page(request, template, context | more)


def _spread(
    request: ActingRequest, rows: ListPage, filters: django_filters.FilterSet
) -> HttpResponse:
    asked = request.GET.copy()
    asked.pop("xem")
    context = {
        "list_page": rows,
        "spread": spread_of(request.actor, filters.qs, request.GET.get("dia_ban", "")),
        "back": asked.urlencode(),
        "said": filters_in_words(filters) if filters.form.has_changed() else (),
    }
    return page(request, "register/spread.html", context)


def as_workbook(
    request: ActingRequest, spec: ListSpec, filters: django_filters.FilterSet
) -> HttpResponse:
    """The filtered register as a workbook."""
    heading = filters_in_words(filters)
    return lists.excel(request, spec, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


def require_keeper(by: Actor, entry: Entry) -> None:
    """Raises Forbidden where the actor may read an entry and not change it."""
    if not permissions.can_keep(by, entry):
        raise Forbidden(N_("Chỉ cơ quan chủ trì mới sửa được mục này, khi mục chưa bị gạch bỏ."))


def changed(
    request: ActingRequest, form: Any, act: Callable[..., Any], entry: Entry, said: str, page_: str
) -> HttpResponse | None:
    """Carry a change out and lead back to the entry; None where the form is to be shown."""
    if not form.is_valid():
        return None
    version = form.cleaned_data["row_version"]
    change = partial(act, entry, form.terms(), by=request.actor, expected_version=version)
    return carried_out(request, form, change, said, page_, entry.pk)


def struck(
    request: ActingRequest,
    form: StrikeForm,
    entry: Entry,
    page_: str,
    show: Callable[[ActingRequest, Any, Any], HttpResponse],
) -> HttpResponse:
    """Strike an entry out and lead back to it; the page again where no reason was given."""
    if form.is_valid():
        act = partial(strike_out, entry, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã gạch bỏ."), page_, entry.pk)
        if answer is not None:
            return answer
    return show(request, entry, form)


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """How a register is filled from a sheet: its columns, the form of a row, the act on it.

    `list_keys`: the keys in the address of the page it leads back to.
    """

    spec: SheetSpec
    make: Callable[[dict[str, Any], Actor], forms.Form]
    act: Callable[[Any, Actor], Any]
    list_title: Any
    list_page: str
    template_page: str
    list_keys: tuple[int, ...] = ()


class _RowRefusedError(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.said)
        self.fault = fault


def read_table(request: Any) -> tuple[list[list[Any]], str]:
    """The rows of the sent file and the sentence of its refusal; outside the transaction."""
    table = uploads.judged(request, reader=READER)
    if table is None:
        return [], ""
    if table.accepted and table.kind not in KINDS:
        return [], _("Đây không phải là tệp Excel (xlsx) hoặc CSV. Chưa có gì thay đổi.")
    return list(table.result or []), table.refusal


def sheet_page(request: ActingRequest, form: SheetForm, plan: SheetPlan) -> HttpResponse:
    """Show the form; read what was sent and take all rows or none."""
    if not form.is_valid():
        return _shown(request, plan, form, [])
    table, refusal = request.prepared
    if refusal:
        form.add_error("file", refusal)
        return _shown(request, plan, form, [])
    actor = request.actor
    read = read_sheet(table, plan.spec, lambda data: plan.make(data, actor))
    faults = read.faults or _faults_of_writing(read.forms, plan, actor)
    if faults:
        form.add_error("file", _("Tệp có chỗ chưa đúng nên chưa dòng nào được nhập."))
        return _shown(request, plan, form, faults)
    messages.success(request, _("Đã nhập %(count)s dòng.") % {"count": len(read.forms)})
    return redirect(plan.list_page, *plan.list_keys)


def _faults_of_writing(
    rows: list[tuple[int, forms.Form]], plan: SheetPlan, actor: Actor
) -> list[Fault]:
    """Write all rows; the first refusal takes back those before it."""
    try:
        with transaction.atomic():
            for row, form in rows:
                _write(row, form, plan, actor)
    except _RowRefusedError as refused:
        return [refused.fault]
    return []


def _write(row: int, form: forms.Form, plan: SheetPlan, actor: Actor) -> None:
    try:
        plan.act(form, actor)
    except (Refused, InvalidInput) as refusal:
        raise _RowRefusedError(refusal_of(row, refusal)) from None


def _shown(
    request: ActingRequest, plan: SheetPlan, form: SheetForm, faults: list[Fault]
) -> HttpResponse:
    context = {
        "plan": plan,
        "form": form,
        "faults": faults[:_FAULTS_SHOWN],
        "fault_count": len(faults),
    }
    return form_page(request, "register/sheet_import.html", context)
