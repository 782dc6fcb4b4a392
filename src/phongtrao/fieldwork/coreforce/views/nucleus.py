"""Activities of nucleus roles: list, entering, the sheet."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.coreforce import actions, exports, forms, queries
from phongtrao.fieldwork.coreforce.rules import vocabulary
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import empty_sheet, prepare_areas, word_of
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

_PAGE = "coreforce:nucleus-detail"


@requires("movement.read")
@require_safe
def nucleus_list(request: ActingRequest) -> HttpResponse:
    """The register as far as the reader sees it."""
    return listed(request, "coreforce/nucleus_list.html", exports.NUCLEUS, _filters(request))


@requires("movement.read")
@require_safe
def nucleus_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.NUCLEUS, _filters(request))


@requires("movement.read")
@require_safe
def nucleus_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One entry."""
    return _shown(request, queries.nucleus_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def nucleus_record(request: ActingRequest) -> HttpResponse:
    """Enter activities."""
    actor = request.actor
    form = forms.NucleusForm(request.POST or None, actor=actor, initial={"held_on": actor.day})
    made = attempt(form, lambda: actions.record_activity(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi hoạt động."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def nucleus_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct an entry."""
    actor, entry = request.actor, queries.nucleus_for(request.actor, pk)
    require_keeper(actor, entry)
    form = forms.NucleusForm(request.POST or None, actor=actor, initial=_stored(entry, actor))
    said = _("Đã lưu hoạt động.")
    answer = changed(request, form, actions.change_activity, entry, said, _PAGE)
    return answer or _form(request, form, entry)


@requires("movement.keep")
@require_POST
def nucleus_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike an entry out."""
    entry = queries.nucleus_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), entry, _PAGE, _shown)


@requires("movement.keep", before=read_table)
def nucleus_import(request: ActingRequest) -> HttpResponse:
    """Many entries from a sheet; one wrong row and none is taken."""
    form = SheetForm(request.POST or None, request.FILES or None)
    return sheet_page(request, form, _plan())


@requires("movement.keep")
@require_safe
def nucleus_template(request: ActingRequest) -> FileResponse:
    """The sheet to fill in."""
    return empty_sheet(exports.nucleus_sheet())


def _filters(request: ActingRequest) -> forms.NucleusFilter:
    rows = queries.nucleus_rows(request.actor)
    return forms.NucleusFilter(request.GET, queryset=rows, request=request)


def _shown(request: ActingRequest, entry: Any, strike: Any) -> HttpResponse:
    prepare_areas([entry])
    context = {
        "entry": entry,
        "role": word_of(vocabulary().roles, entry.role),
        "deed": word_of(vocabulary().deeds, entry.deed),
        "may_keep": permissions.can_keep(request.actor, entry),
        "strike_form": strike,
    }
    return form_page(request, "coreforce/nucleus_detail.html", context)


def _form(request: ActingRequest, form: Any, entry: Any) -> HttpResponse:
    context = {"form": form, "entry": entry, "words": vocabulary()}
    return form_page(request, "coreforce/nucleus_form.html", context)


def _stored(entry: Any, actor: Actor) -> dict[str, Any]:
    names = ("role", "deed", "held_on", "activities", "note", "row_version")
    return {name: getattr(entry, name) for name in names} | {
        "programme": entry.programme_id,
        "area": area_typed(entry.area_id, actor),
    }


def _plan() -> SheetPlan:
    return SheetPlan(
        spec=exports.nucleus_sheet(),
        make=lambda data, actor: forms.NucleusForm(row_defaults(data, actor), actor=actor),
        act=lambda form, actor: actions.record_activity(form.terms(), by=actor),
        list_title=_l("Hoạt động nòng cốt"),
        list_page="coreforce:nucleus-list",
        template_page="coreforce:nucleus-template",
    )
