"""Rounds of comments from the asker's side: the list, the draft, whom to ask, the table."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import files, lists, uploads
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.core.uploads import Upload
from phongtrao.core.working_days import work_calendar
from phongtrao.intake.extraction.articles import Cutting
from phongtrao.intake.rules import READER
from phongtrao.org.middleware import ActingRequest
from phongtrao.planning import actions, exports, forms, permissions, queries
from phongtrao.planning.models import CommentRound
from phongtrao.planning.rules import comments_by, term
from phongtrao.planning.workflow import COMMENT_REQUEST, COMMENT_ROUND, CommentRoundState


def _judged(request: HttpRequest) -> Upload | None:
    """The draft, judged and read in the child process."""
    return uploads.judged(request, reader=READER)


@requires("comment.read")
@require_safe
def commentround_list(request: ActingRequest) -> HttpResponse:
    """Rounds that the reader may see."""
    filters = forms.CommentRoundFilter(
        request.GET, queryset=queries.comment_round_rows(request.actor), request=request
    )
    rows = lists.list_page(request, exports.COMMENT_ROUNDS, filters.qs, filters=filters)
    return page(request, "planning/commentround_list.html", {"list_page": rows})


@requires("comment.read")
@require_safe
def commentround_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    filters = forms.CommentRoundFilter(
        request.GET, queryset=queries.comment_round_rows(request.actor), request=request
    )
    heading = forms.filters_in_words(filters)
    return lists.excel(request, exports.COMMENT_ROUNDS, filters.qs, heading=heading)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("comment.ask", before=_judged)
def commentround_make(request: ActingRequest) -> HttpResponse:
    """Choose the draft and the date; whom to ask comes on the next page."""
    actor = request.actor
    start = {"due_on": comments_by(actor.day, work_calendar())}
    form = forms.CommentRoundForm(
        request.POST or None, request.FILES or None, actor=actor, initial=start
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        spec = actions.CommentRoundSpec(
            programme=data["programme"],
            title=data["title"],
            due_on=data["due_on"],
            note=data["note"],
            document=data["document"],
            upload=request.prepared,
            cutting=Cutting(data["cutting"]),
        )
        made = attempt(form, lambda: actions.prepare_round(spec, by=actor))
        if made is not None:
            messages.success(request, _("Đã tách dự thảo. Hãy kiểm tra và chọn cơ quan góp ý."))
            return redirect("planning:commentround-detail", made.pk)
    context = {"form": form, "term": term("comment_on_draft")}
    return form_page(request, "planning/commentround_form.html", context)


@requires("comment.read")
@require_safe
def commentround_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """For the asker the table and who is silent; for a body that is asked its own word."""
    return _round_page(request, queries.comment_round_for(request.actor, pk), {})


@requires("comment.read")
@require_safe
def commentround_file(request: ActingRequest, pk: int) -> HttpResponse:
    """The draft as it was uploaded."""
    round_ = queries.comment_round_for(request.actor, pk)
    stored = round_.file or (round_.document.file if round_.document else None)
    if stored is None:
        raise NotFound
    return files.attachment(stored)  # type: ignore[return-value]  # as above


@requires("comment.ask")
@require_POST
def commentround_recut(request: ActingRequest, pk: int) -> HttpResponse:
    """Cut the draft another way."""
    round_ = queries.comment_round_for(request.actor, pk)
    form = forms.CuttingForm(request.POST)
    if form.is_valid():
        actions.recut_round(round_, Cutting(form.cleaned_data["cutting"]), by=request.actor)
        messages.success(request, _("Đã tách lại dự thảo."))
    return redirect("planning:commentround-detail", pk)


@requires("comment.ask")
@require_POST
def commentround_send(request: ActingRequest, pk: int) -> HttpResponse:
    """Send the draft to the chosen bodies; while it is open, to further ones."""
    round_ = queries.comment_round_for(request.actor, pk)
    form = forms.AudienceForm(request.POST, actor=request.actor)
    if form.is_valid():
        if round_.state == CommentRoundState.PREPARING:
            kept = _ids(request.POST.getlist("clause"))
            act: Any = partial(actions.send_round, clauses=kept)
        else:
            act = actions.ask_more
        send = partial(act, round_, form.named(), by=request.actor)
        said = _("Đã gửi dự thảo lấy ý kiến.")
        answer = carried_out(request, form, send, said, "planning:commentround-detail", pk)
        if answer is not None:
            return answer
    return _round_page(request, round_, {"ask_form": form})


@requires("comment.ask")
@require_POST
def commentround_extend(request: ActingRequest, pk: int) -> HttpResponse:
    """Give everybody more time."""
    round_ = queries.comment_round_for(request.actor, pk)
    form = forms.ExtendRoundForm(request.POST)
    if form.is_valid():
        day = form.cleaned_data["due_on"]
        act = partial(actions.extend_round, round_, day, by=request.actor)
        said = _("Đã gia hạn góp ý và báo các cơ quan chưa có ý kiến.")
        answer = carried_out(request, form, act, said, "planning:commentround-detail", pk)
        if answer is not None:
            return answer
    return _round_page(request, round_, {"extend_form": form})


@requires("comment.ask")
@require_POST
def commentround_close(request: ActingRequest, pk: int) -> HttpResponse:
    """End the round."""
    actions.close_round(queries.comment_round_for(request.actor, pk), by=request.actor)
    messages.success(request, _("Đã kết thúc lấy ý kiến."))
    return redirect("planning:commentround-detail", pk)


@requires("comment.ask")
def clausecomment_respond(request: ActingRequest, pk: int) -> HttpResponse:
    """Write *tiếp thu* or *giải trình* to one comment."""
    comment = queries.clause_comment_for(request.actor, pk)
    start = {"kind": comment.response, "text": comment.response_text}
    form = forms.ResponseForm(request.POST or None, initial=start)
    round_ = comment.request.round
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        act = partial(actions.respond, comment, data["kind"], data["text"], by=request.actor)
        said = _("Đã lưu nội dung tiếp thu, giải trình.")
        answer = carried_out(request, form, act, said, "planning:commentround-detail", round_.pk)
        if answer is not None:
            return answer
    quoted = round_.text[comment.clause.start : comment.clause.end] if comment.clause else ""
    context = {"form": form, "comment": comment, "round": round_, "quoted": quoted}
    return form_page(request, "planning/clausecomment_respond.html", context)


def _ids(sent: list[str]) -> list[int]:
    return [int(each) for each in sent if each.isascii() and each.isdecimal() and len(each) < 12]


def _round_page(
    request: ActingRequest, round_: CommentRound, extra: dict[str, Any]
) -> HttpResponse:
    actor = request.actor
    is_asker = round_.asker_id == actor.body_id
    leads = permissions.can_lead_round(actor, round_)
    mine = None if is_asker else queries.my_request(actor, round_)
    context: dict[str, Any] = {
        "round": round_,
        "is_asker": is_asker,
        "verbs": COMMENT_ROUND.verbs(round_.state) if leads else (),
        "mine": mine,
        "mine_verbs": _own_verbs(request, round_, mine),
        "words": queries.words_of(mine) if mine else {},
        "clauses": queries.clause_texts(round_),
        "table": queries.table_of(round_) if is_asker else None,
        "requests": queries.requests_of(round_) if is_asker else [],
        "cut_form": forms.CuttingForm(),
        "extend_form": forms.ExtendRoundForm(),
        "ask_form": forms.AudienceForm(actor=actor) if leads else None,
        "suggested": [*queries.bodies_above(actor), *queries.suggested_bodies(actor)]
        if leads
        else [],
    }
    return form_page(request, "planning/commentround_detail.html", context | extra)


def _own_verbs(request: ActingRequest, round_: CommentRound, mine: Any) -> dict[str, bool]:
    """What the reader may do with the word of his own body."""
    if mine is None or round_.state != CommentRoundState.OPEN:
        return {}
    mine.round = round_
    allowed = COMMENT_REQUEST.verbs(mine.state)
    return {
        "prepare": "prepare" in allowed and permissions.can_comment(request.actor, mine),
        "sign": "sign" in allowed and permissions.can_sign_comment(request.actor, mine),
        "record": "record" in allowed and permissions.can_record_comment(request.actor, mine),
    }
