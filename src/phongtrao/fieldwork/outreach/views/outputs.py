"""What communication puts out: list, entry, sheet."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.outreach import actions, exports, queries
from phongtrao.fieldwork.outreach.forms import outputs as forms
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import empty_sheet, prepare_areas
from phongtrao.fieldwork.register.forms import SheetForm, StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed, row_defaults
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

_PAGE = "outreach:output-detail"


@requires("movement.read")
@require_safe
def output_list(request: ActingRequest) -> HttpResponse:
    """The register as far as the reader sees it."""
    return listed(request, "outreach/output_list.html", exports.OUTPUTS_LIST, _filters(request))


@requires("movement.read")
@require_safe
def output_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.OUTPUTS_LIST, _filters(request))


@requires("movement.read")
@require_safe
def output_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One entry."""
    return _shown(request, queries.output_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def output_record(request: ActingRequest) -> HttpResponse:
    """Enter what was put out."""
    actor = request.actor
    form = forms.OutputForm(request.POST or None, actor=actor, initial={"made_on": actor.day})
    made = attempt(form, lambda: actions.record_output(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi sản phẩm tuyên truyền."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def output_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct an entry."""
    actor, output = request.actor, queries.output_for(request.actor, pk)
    require_keeper(actor, output)
    form = forms.OutputForm(request.POST or None, actor=actor, initial=_stored(output, actor))
    said = _("Đã lưu sản phẩm tuyên truyền.")
    answer = changed(request, form, actions.change_output, output, said, _PAGE)
    return answer or _form(request, form, output)


@requires("movement.keep")
@require_POST
def output_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike an entry out."""
    output = queries.output_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), output, _PAGE, _shown)


@requires("movement.keep", before=read_table)
def output_import(request: ActingRequest) -> HttpResponse:
    """Many entries from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def output_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.output_sheet())


def _filters(request: ActingRequest) -> forms.OutputFilter:
    rows = queries.output_rows(request.actor)
    return forms.OutputFilter(request.GET, queryset=rows, request=request)


def _shown(request: ActingRequest, output: Any, strike: Any) -> HttpResponse:
    prepare_areas([output])
    context = {
        "output": output,
        "kind": exports.output_name(output.kind),
        "unit": exports.unit_name(output.kind),
        "reach": exports.reach_name(output.kind),
        "campaign_seen": queries.sees_campaign(request.actor, output.campaign_id),
        "may_keep": permissions.can_keep(request.actor, output),
        "strike_form": strike,
    }
    return form_page(request, "outreach/output_detail.html", context)


def _form(request: ActingRequest, form: Any, output: Any) -> HttpResponse:
    return form_page(request, "outreach/output_form.html", {"form": form, "output": output})


def _stored(output: Any, actor: Actor) -> dict[str, Any]:
    names = ("kind", "made_on", "title", "quantity", "reach", "address", "row_version")
    return {name: getattr(output, name) for name in names} | {
        "programme": output.programme_id,
        "campaign": output.campaign_id,
        "area": area_typed(output.area_id, actor),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.output_sheet(),
        make=lambda data, actor: forms.OutputForm(row_defaults(data, actor), actor=actor),
        act=lambda form, actor: actions.record_output(form.terms(), by=actor),
        list_title=_l("Sản phẩm tuyên truyền"),
        list_page="outreach:output-list",
        template_page="outreach:output-template",
    )
