"""Head-counts beside those of teams: list, one entry, entering."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.http import requires
from phongtrao.fieldwork.coreforce import actions, exports, forms, queries
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import prepare_areas
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed
from phongtrao.fieldwork.register.views import (
    as_workbook,
    changed,
    listed,
    require_keeper,
    struck,
)
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor

_PAGE = "coreforce:headcount-detail"


@requires("movement.read")
@require_safe
def headcount_list(request: ActingRequest) -> HttpResponse:
    """The register as far as the reader sees it."""
    spec = exports.HEADCOUNT_LIST
    return listed(request, "coreforce/headcount_list.html", spec, _filters(request))


@requires("movement.read")
@require_safe
def headcount_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    return as_workbook(request, exports.HEADCOUNT_LIST, _filters(request))


@requires("movement.read")
@require_safe
def headcount_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One entry."""
    return _shown(request, queries.headcount_for(request.actor, pk), StrikeForm())


@requires("movement.keep")
def headcount_record(request: ActingRequest) -> HttpResponse:
    """Enter a head-count."""
    actor = request.actor
    form = forms.HeadCountForm(request.POST or None, actor=actor, initial={"counted_on": actor.day})
    made = attempt(form, lambda: actions.record_headcount(form.terms(), by=actor))
    if made is None:
        return _form(request, form, None)
    messages.success(request, _("Đã ghi số liệu."))
    return redirect(_PAGE, made.pk)


@requires("movement.keep")
def headcount_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct a head-count."""
    actor, entry = request.actor, queries.headcount_for(request.actor, pk)
    require_keeper(actor, entry)
    form = forms.HeadCountForm(request.POST or None, actor=actor, initial=_stored(entry, actor))
    said = _("Đã lưu số liệu.")
    answer = changed(request, form, actions.change_headcount, entry, said, _PAGE)
    return answer or _form(request, form, entry)


@requires("movement.keep")
@require_POST
def headcount_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a head-count out."""
    entry = queries.headcount_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), entry, _PAGE, _shown)


def _filters(request: ActingRequest) -> forms.HeadCountFilter:
    rows = queries.headcount_rows(request.actor)
    return forms.HeadCountFilter(request.GET, queryset=rows, request=request)


def _shown(request: ActingRequest, entry: Any, strike: Any) -> HttpResponse:
    prepare_areas([entry])
    context = {
        "entry": entry,
        "kind": exports.headcount_name(entry.kind),
        "total": exports.counted_of(entry),
        "female": exports.women_of(entry),
        "may_keep": permissions.can_keep(request.actor, entry),
        "strike_form": strike,
    }
    return form_page(request, "coreforce/headcount_detail.html", context)


def _form(request: ActingRequest, form: Any, entry: Any) -> HttpResponse:
    return form_page(request, "coreforce/headcount_form.html", {"form": form, "entry": entry})


def _stored(entry: Any, actor: Actor) -> dict[str, Any]:
    names = ("kind", "counted_on", "total", "female", "row_version")
    return {name: getattr(entry, name) for name in names} | {
        "programme": entry.programme_id,
        "area": area_typed(entry.area_id, actor),
    }
