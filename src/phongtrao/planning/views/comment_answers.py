"""A body's word on a draft: written and laid before the signer, signed, or recorded from paper."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import files, uploads
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden, NotFound
from phongtrao.core.http import requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, forms, permissions, queries
from phongtrao.planning.models import CommentRequest

_SIGNED_KINDS = {"pdf", "png", "jpg"}


@requires("comment.prepare")
def commentrequest_answer(request: ActingRequest, pk: int) -> HttpResponse:
    """Write the word of the acting body; who may sign can send it at once."""
    asked = queries.comment_request_for(request.actor, pk)
    if not permissions.can_comment(request.actor, asked):
        raise Forbidden(N_("Chỉ cán bộ của cơ quan được lấy ý kiến mới soạn ý kiến được."))
    form = forms.CommentAnswerForm(request.POST or None, **_start(request, asked))
    if request.method == "POST" and form.is_valid():
        to = ("planning:commentround-detail", asked.round_id)
        if "ky" in request.POST:
            act = partial(actions.sign_comment, asked, by=request.actor, answer=form.answer())
            said = _("Đã ký gửi ý kiến góp ý.")
        else:
            act = partial(actions.prepare_comment, asked, form.answer(), by=request.actor)
            said = _("Đã lưu ý kiến và trình lãnh đạo ký gửi.")
        answer = carried_out(request, form, act, said, *to)
        if answer is not None:
            return answer
    return _page(request, asked, form, "planning/commentrequest_answer.html")


@requires("comment.sign")
@require_POST
def commentrequest_sign(request: ActingRequest, pk: int) -> HttpResponse:
    """Send what lies prepared."""
    asked = queries.comment_request_for(request.actor, pk)
    actions.sign_comment(asked, by=request.actor)
    messages.success(request, _("Đã ký gửi ý kiến góp ý."))
    return redirect("planning:commentround-detail", asked.round_id)


@requires("comment.record", before=uploads.judged)
def commentrequest_record(request: ActingRequest, pk: int) -> HttpResponse:
    """Record a signed paper with what it says clause by clause."""
    asked = queries.comment_request_for(request.actor, pk)
    if not permissions.can_record_comment(request.actor, asked):
        raise Forbidden(N_("Chỉ cơ quan góp ý hoặc cơ quan lấy ý kiến mới ghi nhận được văn bản."))
    form = forms.SignedCommentForm(
        request.POST or None, request.FILES or None, **_start(request, asked)
    )
    if request.method == "POST" and form.is_valid() and _recorded(request, asked, form):
        messages.success(request, _("Đã ghi nhận văn bản góp ý."))
        return redirect("planning:commentround-detail", asked.round_id)
    return _page(request, asked, form, "planning/commentrequest_record.html")


@requires("comment.read")
@require_safe
def commentrequest_file(request: ActingRequest, pk: int) -> HttpResponse:
    """The signed paper from which a word was recorded."""
    asked = queries.comment_request_for(request.actor, pk)
    if asked.signed_copy is None:
        raise NotFound
    return files.attachment(asked.signed_copy)  # type: ignore[return-value]  # a FileResponse serves as one


def _start(request: ActingRequest, asked: CommentRequest) -> dict[str, Any]:
    """What the form begins with: the clauses, and the words that the own body has prepared."""
    is_own = asked.body_id == request.actor.body_id
    return {
        "clauses": queries.clause_texts(asked.round),
        "words": queries.words_of(asked) if is_own else {},
        "initial": {"agrees_whole": is_own and asked.agrees_whole},
    }


def _recorded(request: ActingRequest, asked: CommentRequest, form: Any) -> bool:
    copy = request.prepared
    if copy is None or not copy.accepted or not (copy.is_substitute or copy.kind in _SIGNED_KINDS):
        refusal = copy.refusal if copy is not None else ""
        form.add_error("file", refusal or _("Bản đã ký phải là tệp PDF hoặc ảnh."))
        return False
    data = form.cleaned_data

    def act() -> CommentRequest:
        stored = uploads.keep(copy, by=request.actor)
        paper = actions.SignedComment(data["number"], data["signed_on"], data["signer"], stored)
        return actions.record_comment(asked, form.answer(), paper, by=request.actor)

    return attempt(form, act) is not None


def _page(request: ActingRequest, asked: CommentRequest, form: Any, template: str) -> HttpResponse:
    context = {
        "form": form,
        "asked": asked,
        "round": asked.round,
        "may_sign": permissions.can_sign_comment(request.actor, asked),
    }
    return form_page(request, template, context)
