"""A form from the spreadsheet in use: upload, look at what was read, confirm."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from phongtrao.core import uploads
from phongtrao.core.attempts import form_page, show_refusal
from phongtrao.core.errors import DomainError, InvalidInput, Refused
from phongtrao.core.http import page, requires
from phongtrao.core.uploads import Upload
from phongtrao.org.middleware import actor_of
from phongtrao.org.permissions import Actor
from phongtrao.reporting import actions
from phongtrao.reporting.forms.forms_in_use import (
    CERTAINTY,
    FIELD,
    ROLES,
    SheetForm,
    first_choices,
    sent_choices,
    signed,
    unsigned,
    with_ticks,
)
from phongtrao.reporting.grid.sheet_design import Choice
from phongtrao.reporting.grid.sheet_form import note_sentence
from phongtrao.reporting.grid.sheet_reader import KIND, READER
from phongtrao.reporting.queries import designs


def _read_sheets(request: HttpRequest) -> Upload | None:
    """The file, judged and read in the wall's child process."""
    return uploads.judged(request, reader=READER)


@requires("template.design", before=_read_sheets)
@require_http_methods(["GET", "HEAD", "POST"])
def template_upload(request: HttpRequest) -> HttpResponse:
    """Choose the file; answers with the proposal. Nothing is stored, not even the file."""
    actor = actor_of(request)
    actions.require_designer(actor)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        proposal = _proposal(form, request.prepared, actor)  # type: ignore[attr-defined]  # `before`
        if proposal is not None:
            choices = first_choices(proposal)
            return _proposal_page(request, proposal, choices, proposal["title"])
    return form_page(request, "reporting/template_upload.html", {"form": form})


@requires("template.design", unread=(FIELD,))
@require_POST
def template_confirm(request: HttpRequest) -> HttpResponse:
    """Make the form of what was decided about each row; all of it or nothing."""
    actor = actor_of(request)
    proposal = with_ticks(unsigned(request.POST.get(FIELD, "")), request.POST)
    choices = sent_choices(proposal, request.POST)
    name = request.POST.get("ten", "")
    try:
        draft = actions.confirm_proposal(proposal, name, choices, by=actor)
    except (InvalidInput, Refused) as refusal:
        return _proposal_page(request, proposal, choices, name, refusal=refusal)
    messages.success(
        request, _("Đã lập bản thiết kế từ tệp. Hãy xem lại, chọn cấp và hạn gửi rồi ban hành.")
    )
    return redirect("reporting:template-draft", draft.template_id)


def _proposal(form: SheetForm, upload: Upload | None, actor: Actor) -> dict[str, Any] | None:
    """What the uploaded file proposes; None with the refusal on the page's form."""
    if upload is None or not upload.accepted:
        form.add_error("file", upload.refusal if upload else _("Chưa chọn tệp nào."))
    elif upload.kind != KIND or not upload.result:
        form.add_error("file", _("Đây không phải là tệp Excel (xlsx). Chưa tạo gì."))
    else:
        try:
            sheet = form.cleaned_data["sheet"].strip()
            return actions.proposal_of(upload.result, sheet=sheet, by=actor)
        except InvalidInput as refusal:
            show_refusal(form, refusal)
    return None


def _proposal_page(
    request: HttpRequest,
    proposal: Mapping[str, Any],
    choices: Mapping[str, Choice],
    name: str,
    *,
    refusal: DomainError | None = None,
) -> HttpResponse:
    known = dict(designs.indicators_for(actor_of(request)).values_list("code", "name"))
    rows = {row["id"]: row for row in proposal["rows"]}
    context = {
        "proposal": proposal,
        "token": signed(proposal),
        "choices": choices,
        "name": name,
        "known": known,
        "row_names": {key: row["name"] for key, row in rows.items()},
        "notes": [(note["at"], note_sentence(note)) for note in proposal["notes"]],
        "roles": ROLES,
        "certainty": CERTAINTY,
        "refusal": refusal,
    }
    status = refusal.status if refusal else 200
    return page(request, "reporting/template_proposal.html", context, status=status)
