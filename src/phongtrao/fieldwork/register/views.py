"""The page on which a register is filled from a sheet; every slice hands in its own plan."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from phongtrao.core import uploads
from phongtrao.core.attempts import form_page
from phongtrao.core.errors import InvalidInput, Refused
from phongtrao.fieldwork.register.exports import SheetSpec
from phongtrao.fieldwork.register.forms import Fault, SheetForm, read_sheet
from phongtrao.fieldwork.register.forms.sheet import refusal_of
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.org.reshaping.correction_table import KINDS, READER

_FAULTS_SHOWN = 200


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """How a register is filled from a sheet: its columns, the form of a row, the act on it."""

    spec: SheetSpec
    make: Callable[[dict[str, Any], Actor], forms.Form]
    act: Callable[[Any, Actor], Any]
    list_title: Any
    list_page: str
    template_page: str


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
    return redirect(plan.list_page)


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
