"""A correction file of the list of areas: upload, see the differences, carry out all or none."""

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from phongtrao.core import uploads
from phongtrao.core.errors import Refused
from phongtrao.core.http import page, requires
from phongtrao.org import exports, forms
from phongtrao.org.actions import area_corrections
from phongtrao.org.permissions import Actor
from phongtrao.org.reshaping.correction_table import KINDS, READER

# The rows of a file wait here between the upload and the confirmation.
_PROPOSED = "area_corrections"


def _read_table(request: HttpRequest) -> tuple[list[list[Any]], str]:
    """The rows of the sent file and the sentence of its refusal; outside the transaction."""
    table = uploads.judged(request, reader=READER)
    if table is None:
        return [], ""
    if table.accepted and table.kind not in KINDS:
        return [], _("Đây không phải là tệp Excel (xlsx) hoặc CSV. Chưa có gì thay đổi.")
    return list(table.result or []), table.refusal


@requires("area.reshape", before=_read_table)
def correction_import(request: HttpRequest) -> HttpResponse:
    """Bring a file; nothing is changed before its preview is confirmed."""
    posted = request.method == "POST"
    form = forms.AreaFileForm(request.POST, request.FILES) if posted else forms.AreaFileForm()
    faults: list[Any] = []
    if form.is_valid():
        table, refusal = request.prepared  # type: ignore[attr-defined]  # `before`
        options = {name: form.cleaned_data[name] for name in ("verified", "dates_checked")}
        if refusal:
            form.add_error("file", refusal)
        else:
            faults = area_corrections.proposal(table, **options, by=_actor(request)).faults
        if not refusal and not faults:
            request.session[_PROPOSED] = {"table": table, **options}
            return redirect("org:correction-preview")
    if faults:
        form.add_error("file", _("Tệp có chỗ chưa đúng nên chưa dòng nào được nhập."))
    context = {"form": form, "faults": faults, "how": exports.how_to_write()}
    return page(request, "org/correction_import.html", context, status=422 if posted else 200)


@requires("area.reshape", unread=("mark",))
def correction_preview(request: HttpRequest) -> HttpResponse:
    """What the file would change; confirmed here."""
    kept = request.session.get(_PROPOSED)
    if not kept:
        messages.info(request, _("Không còn tệp nào chờ xác nhận; hãy chọn lại tệp."))
        return redirect("org:correction-import")
    refusal = None
    if request.method == "POST":
        try:
            made = area_corrections.carry_out_file(
                **kept, seen=request.POST.get("mark", ""), by=_actor(request)
            )
        except Refused as refused:
            refusal = refused
        else:
            del request.session[_PROPOSED]
            messages.success(
                request, _("Đã ghi %(count)s thay đổi địa bàn.") % {"count": len(made)}
            )
            return redirect("org:change-list")
    found = area_corrections.proposal(**kept, by=_actor(request))
    context = {"proposal": found, "verbs": exports.VERBS, "refusal": refusal}
    status = refusal.status if refusal else 200
    return page(request, "org/correction_preview.html", context, status=status)


@requires("area.reshape")
@require_safe
def correction_template(request: HttpRequest) -> FileResponse:
    """The template to fill in."""
    return exports.correction_template()


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]  # ActorMiddleware
