"""Bulletins between bodies: list, one bulletin with its receipts, sending, confirming."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import files, uploads
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import requires
from phongtrao.fieldwork.outreach import actions, exports, queries
from phongtrao.fieldwork.outreach.forms import bulletins as forms
from phongtrao.fieldwork.outreach.queries import bulletins as found
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.exports import prepare_areas
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.views import as_workbook, listed, struck
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning.queries import suggested_bodies

_PAGE = "outreach:bulletin-detail"


@requires("movement.read")
@require_safe
def bulletin_list(request: ActingRequest) -> HttpResponse:
    """The bulletins sent, received, and of the area below."""
    return listed(request, "outreach/bulletin_list.html", exports.BULLETINS, _filters(request))


@requires("movement.read")
@require_safe
def bulletin_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    return as_workbook(request, exports.BULLETINS, _filters(request))


@requires("movement.read")
@require_safe
def bulletin_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One bulletin; its sender sees who has it, a recipient confirms."""
    return _shown(request, queries.bulletin_for(request.actor, pk), StrikeForm())


@requires("movement.read")
@require_safe
def bulletin_file(request: ActingRequest, pk: int) -> HttpResponse:
    """The file of a bulletin."""
    bulletin = queries.bulletin_for(request.actor, pk)
    if bulletin.file is None:
        raise NotFound
    return files.attachment(bulletin.file)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("movement.keep", before=uploads.judged)
def bulletin_send(request: ActingRequest) -> HttpResponse:
    """Send a bulletin."""
    form = forms.BulletinForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        initial={"issued_on": request.actor.day},
    )
    if form.is_valid():
        made = _sent(request, form)
        if made is not None:
            messages.success(request, _("Đã gửi bản tin."))
            return redirect(_PAGE, made.pk)
    context = {"form": form, "suggested": suggested_bodies(request.actor)}
    return form_page(request, "outreach/bulletin_form.html", context)


@requires("movement.read")
@require_POST
def bulletin_receive(request: ActingRequest, pk: int) -> HttpResponse:
    """Confirm that a bulletin has come."""
    bulletin = queries.bulletin_for(request.actor, pk)
    receipt = found.receipt_for(request.actor, bulletin)
    actions.receive_bulletin(receipt, by=request.actor)
    messages.success(request, _("Đã xác nhận nhận bản tin."))
    return redirect(_PAGE, pk)


@requires("movement.keep")
@require_POST
def bulletin_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a bulletin out."""
    bulletin = queries.bulletin_for(request.actor, pk)
    return struck(request, StrikeForm(request.POST), bulletin, _PAGE, _shown)


def _sent(request: ActingRequest, form: forms.BulletinForm) -> Any:
    upload = request.prepared
    if upload is not None and upload.refusal:
        form.add_error("file", upload.refusal)
        return None
    by = request.actor
    return attempt(
        form,
        lambda: actions.send_bulletin(
            form.terms(uploads.keep(upload, by=by) if upload else None), by=by
        ),
    )


def _filters(request: ActingRequest) -> forms.BulletinFilter:
    rows = queries.bulletin_rows(request.actor)
    return forms.BulletinFilter(request.GET, queryset=rows, request=request)


def _shown(request: ActingRequest, bulletin: Any, strike: Any) -> HttpResponse:
    prepare_areas([bulletin])
    receipts = found.receipts_of(request.actor, bulletin)
    mine = next((row for row in receipts if row.body_id == request.actor.body_id), None)
    context = {
        "bulletin": bulletin,
        "receipts": receipts,
        "may_receive": mine is not None and mine.received_on is None and not bulletin.is_struck,
        "may_keep": permissions.can_keep(request.actor, bulletin),
        "strike_form": strike,
    }
    return form_page(request, "outreach/bulletin_detail.html", context)
