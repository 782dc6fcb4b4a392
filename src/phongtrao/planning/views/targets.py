"""Targets: list, one target, setting, changing, dropping, and the table of many."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists, uploads
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.reshaping.correction_table import KINDS, READER
from phongtrao.planning import actions, exports, permissions
from phongtrao.planning.actions.target_table import read_targets
from phongtrao.planning.exports import programmes as shown
from phongtrao.planning.exports.target_template import how_to_write
from phongtrao.planning.exports.target_template import target_template as template_file
from phongtrao.planning.forms import filters_in_words
from phongtrao.planning.forms import targets as forms
from phongtrao.planning.queries import targets as queries


def _read_table(request: Any) -> tuple[list[list[Any]], str]:
    """The rows of the sent file and the sentence of its refusal; outside the transaction."""
    table = uploads.judged(request, reader=READER)
    if table is None:
        return [], ""
    if table.accepted and table.kind not in KINDS:
        return [], _("Đây không phải là tệp Excel (xlsx) hoặc CSV. Chưa có gì thay đổi.")
    return list(table.result or []), table.refusal


@requires("document.read")
@require_safe
def target_list(request: ActingRequest) -> HttpResponse:
    """The targets that the reader may see."""
    filters = _filters(request)
    rows = lists.list_page(request, exports.TARGETS, filters.qs, filters=filters)
    context = {"list_page": rows, "may_set": permissions.is_standing(request.actor)}
    return page(request, "planning/target_list.html", context)


@requires("document.read")
@require_safe
def target_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    filters = _filters(request)
    heading = filters_in_words(filters)
    return lists.excel(request, exports.TARGETS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("document.read")
@require_safe
def target_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One target with its baseline, source and whoever set it."""
    target: Any = queries.target_for(request.actor, pk)
    shown.with_areas([target])
    context = {
        "target": target,
        "period": shown.period_in_words(target),
        "bound": shown.bound_in_words(target),
        "baseline": shown.baseline_in_words(target),
        "may_change": permissions.can_change_target(request.actor, target),
    }
    return page(request, "planning/target_detail.html", context)


@requires("programme.keep")
def target_set(request: ActingRequest) -> HttpResponse:
    """A new target."""
    actor = request.actor
    form = forms.TargetForm(request.POST or None, actor=actor)
    made = attempt(form, lambda: actions.set_target(form.spec(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã giao chỉ tiêu."))
    return redirect("planning:target-detail", made.pk)


@requires("programme.keep")
def target_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Other values or another source."""
    actor, target = request.actor, queries.target_for(request.actor, pk)
    if not permissions.can_change_target(actor, target):
        raise Forbidden(N_("Chỉ tiêu này do cơ quan cấp trên giao nên chỉ cơ quan đó sửa được."))
    form = forms.TargetForm(request.POST or None, actor=actor, initial=_stored(target))
    if request.method == "POST" and form.is_valid():
        act = partial(
            actions.change_target,
            target,
            form.spec(),
            by=actor,
            expected_version=form.cleaned_data["row_version"],
        )
        to = ("planning:target-detail", pk)
        answer = carried_out(request, form, act, _("Đã lưu chỉ tiêu."), *to)
        if answer is not None:
            return answer
    return _form(request, form, target)


@requires("programme.keep")
@require_POST
def target_drop(request: ActingRequest, pk: int) -> HttpResponse:
    """Take a target back."""
    target = queries.target_for(request.actor, pk)
    actions.drop_target(target, by=request.actor)
    messages.success(request, _("Đã bỏ chỉ tiêu %(code)s.") % {"code": target.indicator_code})
    return redirect("planning:target-list")


@requires("programme.keep", before=_read_table)
def target_import(request: ActingRequest) -> HttpResponse:
    """Many targets from a table; one wrong row and none is taken."""
    actor, posted = request.actor, request.method == "POST"
    form = forms.TargetFileForm(
        request.POST if posted else None, request.FILES if posted else None, actor=actor
    )
    faults: list[Any] = []
    if posted and form.is_valid():
        table, refusal = request.prepared
        if refusal:
            form.add_error("file", refusal)
            return _import_page(request, form, [])
        read = read_targets(table, programme=form.cleaned_data["programme"], by=actor)
        faults = read.faults
        if not faults:
            written = attempt(form, lambda: actions.set_targets(read.specs, by=actor))
            if written:
                said = _("Đã nhập %(count)s chỉ tiêu.") % {"count": len(written)}
                messages.success(request, said)
                return redirect("planning:target-list")
        else:
            form.add_error("file", _("Tệp có chỗ chưa đúng nên chưa dòng nào được nhập."))
    return _import_page(request, form, faults)


@requires("programme.keep")
@require_safe
def target_template(request: ActingRequest) -> FileResponse:
    """The template to fill in."""
    return template_file()


def _filters(request: ActingRequest) -> forms.TargetFilter:
    rows = queries.target_rows(request.actor)
    return forms.TargetFilter(request.GET, queryset=rows, request=request)


def _form(request: ActingRequest, form: Any, target: Any) -> HttpResponse:
    context = {"form": form, "target": target, "indicators": queries.indicators_offered()}
    return form_page(request, "planning/target_form.html", context)


def _import_page(request: ActingRequest, form: Any, faults: list[Any]) -> HttpResponse:
    context = {"form": form, "faults": faults, "how": how_to_write()}
    return form_page(request, "planning/target_import.html", context)


def _stored(target: Any) -> dict[str, Any]:
    shown.with_areas([target])
    names = ("period", "bound", "value", "upper", "baseline", "baseline_year", "source", "clause")
    stored = {name: getattr(target, name) for name in (*names, "row_version")}
    return stored | {
        "programme": target.programme_id,
        "indicator": target.indicator_code,
        "area": shown.area_typed(target.area_id),
    }
