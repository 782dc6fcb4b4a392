"""The register of bilateral and joint papers: list, one paper, recording, changing, signatures."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import lists
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.planning import actions, exports, permissions
from phongtrao.planning.exports import programmes as shown
from phongtrao.planning.forms import filters_in_words
from phongtrao.planning.forms import joint_papers as forms
from phongtrao.planning.models import JointPaper, ProgrammeDocument
from phongtrao.planning.queries import document_for, suggested_bodies, visible_documents
from phongtrao.planning.queries import joint_papers as queries


@requires("document.read")
@require_safe
def joint_list(request: ActingRequest) -> HttpResponse:
    """The papers that the reader may see."""
    filters = _filters(request)
    rows = lists.list_page(request, exports.JOINT_PAPERS, filters.qs, filters=filters)
    context = {"list_page": rows, "may_record": request.actor.can("programme.keep")}
    return page(request, "planning/joint_list.html", context)


@requires("document.read")
@require_safe
def joint_excel(request: ActingRequest) -> HttpResponse:
    """The filtered register as a workbook."""
    filters = _filters(request)
    heading = filters_in_words(filters)
    return lists.excel(request, exports.JOINT_PAPERS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("document.read")
@require_safe
def joint_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """A paper: its term, and each party with its signature."""
    return _detail(request, queries.joint_paper_for(request.actor, pk), None)


@requires("programme.keep")
def joint_record(request: ActingRequest) -> HttpResponse:
    """Enter a paper; one of the register (`van_ban`) brings its number, day and title along."""
    actor = request.actor
    document = _document_asked(request)
    known = JointPaper.objects.filter(document=document).first() if document else None
    if known is not None:
        return redirect("planning:joint-detail", known.pk)
    sent = request.POST if request.method == "POST" else None
    form = forms.JointPaperForm(sent, actor=actor, initial=_from_document(document))
    rows = forms.party_rows(actor, _first_parties(actor, document), sent)
    if sent is not None and form.is_valid() and rows.is_valid():
        made = attempt(
            form,
            lambda: actions.record_joint_paper(
                form.terms(), rows.specs(), by=actor, document=document
            ),
        )
        if made is not None:
            return redirect("planning:joint-detail", made.pk)
    return _form(request, form, rows, {"document": document})


@requires("programme.keep")
def joint_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct or complete a paper of the acting body's register."""
    actor, paper = request.actor, queries.joint_paper_for(request.actor, pk)
    if not permissions.can_keep_joint(actor, paper):
        raise Forbidden(N_("Chỉ cơ quan giữ sổ mới sửa được văn bản phối hợp này."))
    sent = request.POST if request.method == "POST" else None
    form = forms.JointPaperForm(sent, actor=actor, initial=_stored(paper))
    parties = [
        {"party": p.label, "signed_on": p.signed_on, "signer_post": p.signer_post}
        for p in paper.parties.all()
    ]
    rows = forms.party_rows(actor, parties, sent)
    if sent is not None and form.is_valid() and rows.is_valid():
        act = partial(
            actions.change_joint_paper,
            paper,
            form.terms(),
            rows.specs(),
            by=actor,
            expected_version=form.cleaned_data["row_version"],
        )
        to = ("planning:joint-detail", pk)
        answer = carried_out(request, form, act, _("Đã lưu văn bản phối hợp."), *to)
        if answer is not None:
            return answer
    return _form(request, form, rows, {"paper": paper})


@requires("programme.keep")
@require_POST
def party_sign(request: ActingRequest, pk: int) -> HttpResponse:
    """Note that a party has signed."""
    party = queries.joint_party_for(request.actor, pk)
    form = forms.SignatureForm(request.POST)
    if form.is_valid():
        act = partial(actions.sign_joint_paper, party, by=request.actor, **form.cleaned_data)
        to = ("planning:joint-detail", party.paper_id)
        answer = carried_out(request, form, act, _("Đã ghi nhận chữ ký."), *to)
        if answer is not None:
            return answer
    return _detail(request, queries.joint_paper_for(request.actor, party.paper_id), (pk, form))


def _filters(request: ActingRequest) -> forms.JointPaperFilter:
    rows = queries.joint_paper_rows(request.actor)
    return forms.JointPaperFilter(request.GET, queryset=rows, request=request)


def _detail(request: ActingRequest, paper: JointPaper, sent: Any) -> HttpResponse:
    actor = request.actor
    document = paper.document_id
    context = {
        "paper": paper,
        "parties": list(paper.parties.all()),
        "state": shown.joint_label(paper),
        "tone": shown.joint_tone(paper),
        "expiring_days": queries.EXPIRING_DAYS,
        "document_opens": document is not None
        and visible_documents(actor).filter(pk=document).exists(),
        "may_keep": permissions.can_keep_joint(actor, paper),
        "sign_form": forms.SignatureForm(auto_id=False),
        "sent_party": sent[0] if sent else None,
        "sent_form": sent[1] if sent else None,
    }
    return form_page(request, "planning/joint_detail.html", context)


def _form(request: ActingRequest, form: Any, rows: Any, more: dict[str, Any]) -> HttpResponse:
    context = {"form": form, "rows": rows, "suggested": suggested_bodies(request.actor)}
    return form_page(request, "planning/joint_form.html", context | more)


def _document_asked(request: ActingRequest) -> ProgrammeDocument | None:
    """The paper of the register that the address names; raises NotFound for one not to be seen."""
    asked = request.GET.get("van_ban", "")
    return (
        document_for(request.actor, int(asked)) if asked.isascii() and asked.isdecimal() else None
    )


def _from_document(document: ProgrammeDocument | None) -> dict[str, Any]:
    if document is None:
        return {}
    return {
        "programme": document.programme_id,
        "type": document.type,
        "number": document.number,
        "title": document.title[:500],
        "starts_on": document.issued_on,
    }


def _first_parties(actor: Actor, document: ProgrammeDocument | None) -> list[dict[str, Any]]:
    """The acting body, and the issuer of the paper with its day."""
    rows: list[dict[str, Any]] = [{"party": actor.body.name if actor.body else ""}]
    if document is None:
        return rows
    issuer = document.issuer_body
    if issuer is not None and issuer.pk == actor.body_id:
        rows[0]["signed_on"] = document.issued_on
    elif document.issuer_text:
        rows.append({"party": document.issuer_text[:250], "signed_on": document.issued_on})
    return rows


def _stored(paper: JointPaper) -> dict[str, Any]:
    names = ("type", "number", "title", "starts_on", "ends_on", "ended_by_paper", "ended_on")
    stored = {name: getattr(paper, name) for name in (*names, "row_version")}
    return stored | {"programme": paper.programme_id}
