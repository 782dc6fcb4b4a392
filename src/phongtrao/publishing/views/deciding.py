"""What is done with a paper on its way: initials, notes, returns, signature, signed copies."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from phongtrao.core import clock, uploads
from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.http import requires
from phongtrao.core.models import StoredFile
from phongtrao.core.uploads import Upload
from phongtrao.org.middleware import ActingRequest
from phongtrao.publishing import actions, permissions, queries
from phongtrao.publishing.forms import NoteForm, ReasonForm, RecordForm, RulesForm
from phongtrao.publishing.models import Paper
from phongtrao.publishing.workflow import StepKind

COPY_KINDS = frozenset({"pdf", "png", "jpg"})


@requires("paper.draft")
@require_POST
def paper_initial_content(request: ActingRequest, pk: int) -> HttpResponse:
    """Initials for the content."""
    return _initialled(request, pk, StepKind.CONTENT, _("Đã ký nháy nội dung."))


@requires("paper.issue")
@require_POST
def paper_initial_layout(request: ActingRequest, pk: int) -> HttpResponse:
    """Initials for the form."""
    return _initialled(request, pk, StepKind.LAYOUT, _("Đã ký nháy thể thức."))


@requires("paper.sign")
@require_POST
def paper_sign(request: ActingRequest, pk: int) -> HttpResponse:
    """The leader's signature on screen."""
    paper = queries.paper_for(request.actor, pk)
    actions.sign_paper(paper, expected_version=version_read(request), by=request.actor)
    messages.success(request, _("Đã ký ban hành. Văn thư ghi số, ngày theo sổ văn bản đi."))
    return redirect("publishing:paper-detail", pk)


@requires("paper.sign", before=uploads.judged)
@require_http_methods(["GET", "HEAD", "POST"])
def paper_note(request: ActingRequest, pk: int) -> HttpResponse:
    """The leader's note: words, or the picture of what he wrote by hand."""
    paper = queries.paper_for(request.actor, pk)
    if not permissions.can_sign(request.actor, paper):
        raise Forbidden(N_("Chỉ lãnh đạo của cơ quan soạn thảo mới ghi được bút phê."))
    form = NoteForm(request.POST or None, request.FILES or None, initial=_begun(paper))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def act() -> Paper:
            picture = kept_copy(request, is_needed=False)
            return actions.note_on_paper(
                paper,
                data["text"],
                expected_version=data["row_version"],
                by=request.actor,
                picture=picture,
            )

        said = _("Đã ghi bút phê.")
        answer = carried_out(request, form, act, said, "publishing:paper-detail", pk)
        if answer is not None:
            return answer
    words = {"heading": _("Bút phê"), "verb": _("Ghi bút phê"), "icon_name": "writing"}
    return form_page(request, "publishing/paper_step.html", {"paper": paper, "form": form} | words)


@requires("paper.issue")
@require_http_methods(["GET", "HEAD", "POST"])
def paper_return(request: ActingRequest, pk: int) -> HttpResponse:
    """Give a paper back with reasons."""
    paper = queries.paper_for(request.actor, pk)
    if not permissions.can_return(request.actor, paper):
        raise Forbidden(N_("Chỉ người đang xử lý văn bản này mới trả lại được."))
    form = ReasonForm(request.POST or None, initial=_begun(paper))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        act = partial(
            actions.return_paper,
            paper,
            data["text"],
            expected_version=data["row_version"],
            by=request.actor,
        )
        said = _("Đã trả lại kèm lý do; bản đã trình được giữ để so sánh.")
        answer = carried_out(request, form, act, said, "publishing:paper-detail", pk)
        if answer is not None:
            return answer
    words = {"heading": _("Trả lại"), "verb": _("Trả lại"), "icon_name": "arrow-back-up"}
    return form_page(request, "publishing/paper_step.html", {"paper": paper, "form": form} | words)


@requires("paper.record_signed", before=uploads.judged)
@require_http_methods(["GET", "HEAD", "POST"])
def paper_record(request: ActingRequest, pk: int) -> HttpResponse:
    """Record a step that was taken on paper, with its signed copy."""
    paper = queries.paper_for(request.actor, pk)
    if not permissions.can_record_step(request.actor, paper):
        raise Forbidden(N_("Chỉ văn thư của cơ quan soạn thảo mới ghi nhận được bản giấy."))
    names = queries.in_office(paper.body_id, clock.today())
    form = RecordForm(
        request.POST or None,
        request.FILES or None,
        initial=_begun(paper) | {"signer": paper.signer_name, "signed_on": clock.today()},
        state=paper.state,
    )
    if request.method == "POST" and form.is_valid():
        act = partial(_recorded, request, paper, form)
        said = _("Đã ghi nhận theo bản giấy đã ký.")
        answer = carried_out(request, form, act, said, "publishing:paper-detail", pk)
        if answer is not None:
            return answer
    context = {"paper": paper, "form": form, "names": names}
    return form_page(request, "publishing/paper_record.html", context)


@requires("paper.sign")
@require_http_methods(["GET", "HEAD", "POST"])
def signing_rules(request: ActingRequest) -> HttpResponse:
    """Which initials the own body asks for."""
    known = queries.rules_for(request.actor.body_id or 0)
    initial = {
        "needs_content": known.needs_content if known else True,
        "needs_layout": known.needs_layout if known else True,
        "basis": known.basis if known else "",
    }
    form = RulesForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        act = partial(actions.set_signing_rules, **form.cleaned_data, by=request.actor)
        said = _("Đã lưu quy chế trình ký; áp dụng cho văn bản trình từ nay.")
        answer = carried_out(request, form, act, said, "publishing:signing-rules")
        if answer is not None:
            return answer
    return form_page(request, "publishing/signing_rules.html", {"form": form, "known": known})


def version_read(request: HttpRequest) -> int:
    """The version of the paper that was on the page; 0 where none was sent."""
    text = request.POST.get("row_version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def kept_copy(request: ActingRequest, *, is_needed: bool = True) -> StoredFile | None:
    """The admitted copy or picture of the request, stored; ``InvalidInput`` at its field."""
    copy: Upload | None = request.prepared
    if copy is None and not is_needed:
        return None
    fits = copy is not None and copy.accepted and (copy.is_substitute or copy.kind in COPY_KINDS)
    if copy is None or not fits:
        refusal = copy.refusal if copy is not None else ""
        sentence = refusal or N_("Bản đã ký phải là tệp PDF hoặc ảnh.")
        raise InvalidInput("", "copy.unfit", fields={"file": sentence})
    return uploads.keep(copy, by=request.actor)


def signed_step(request: ActingRequest, data: dict[str, Any]) -> actions.SignedStep:
    """What the clerk has in hand, from the fields of a form."""
    stored = kept_copy(request)
    assert stored is not None
    return actions.SignedStep(data["signer"], data["signed_on"], stored, data.get("office", ""))


def _begun(paper: Paper) -> dict[str, Any]:
    return {"row_version": paper.row_version}


def _initialled(request: ActingRequest, pk: int, kind: StepKind, said: str) -> HttpResponse:
    paper = queries.paper_for(request.actor, pk)
    actions.initial(paper, kind, expected_version=version_read(request), by=request.actor)
    messages.success(request, said)
    return redirect("publishing:paper-detail", pk)


def _recorded(request: ActingRequest, paper: Paper, form: RecordForm) -> Paper:
    data, by = form.cleaned_data, request.actor
    signed, version = signed_step(request, data), data["row_version"]
    kind = StepKind(data["kind"])
    if kind == StepKind.SIGNED:
        return actions.sign_paper(paper, expected_version=version, by=by, signed=signed)
    if kind == StepKind.RETURNED:
        return actions.return_paper(
            paper, data["text"], expected_version=version, by=by, signed=signed
        )
    if kind == StepKind.NOTED:
        return actions.note_on_paper(
            paper, data["text"], expected_version=version, by=by, signed=signed
        )
    return actions.initial(paper, kind, expected_version=version, by=by, signed=signed)
