"""The word of a body on a draft: written by its officers, signed, or recorded from its paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.models import StoredFile
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.planning import permissions
from phongtrao.planning.models import ClauseComment, CommentRequest
from phongtrao.planning.permissions import posting_of
from phongtrao.planning.workflow import (
    COMMENT_REQUEST,
    CommentForm,
    CommentRequestState,
    CommentRoundState,
    Stance,
)

_LONGEST_TEXT = 20_000
Words = Mapping[int | None, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class CommentAnswer:
    """A body's word: the whole agreed, or clause (by id, None = whole draft) → stance and text."""

    agrees_whole: bool = False
    words: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SignedComment:
    """The signed paper with which a body has answered."""

    number: str
    signed_on: date
    signer: str
    copy: StoredFile


@transaction.atomic
def prepare_comment(request: CommentRequest, answer: CommentAnswer, *, by: Actor) -> CommentRequest:
    """Write the word of the acting body and lay it before whoever signs; the asker sees nothing.

    Raises Forbidden, TransitionRefused (sent already), Refused (the round is over) and
    InvalidInput (nothing said, a comment without text).
    """
    request = _locked(request)
    if not permissions.can_comment(by, request):
        raise Forbidden(N_("Chỉ cán bộ của cơ quan được lấy ý kiến mới soạn ý kiến được."))
    state = COMMENT_REQUEST.target("prepare", current=CommentRequestState(request.state))
    _write(request, answer)
    request.state, request.prepared_by = state, posting_of(by)
    request.save()
    audit.record("comment.prepared", request.round, by=by, body=request.body_id)
    _tell(request, [request.body_id], "comment.sign", "comment.prepared", by,
          _("Ý kiến góp ý chờ ký: %(title)s") % {"title": request.round.title})  # fmt: skip
    return request


@transaction.atomic
def sign_comment(
    request: CommentRequest, *, by: Actor, answer: CommentAnswer | None = None
) -> CommentRequest:
    """Send the word of the acting body: what lies prepared, or `answer` in its place.

    Raises as `prepare_comment`; Refused where nothing lies prepared.
    """
    request = _locked(request)
    if not permissions.can_sign_comment(by, request):
        raise Forbidden(N_("Chỉ lãnh đạo cơ quan được lấy ý kiến mới ký gửi ý kiến được."))
    state = COMMENT_REQUEST.target("sign", current=CommentRequestState(request.state))
    if answer is not None:
        _write(request, answer)
    elif request.state != CommentRequestState.PREPARED:
        raise Refused(N_("Chưa có ý kiến nào được soạn để ký."))
    _send(request, state, CommentForm.SCREEN, by.day, by)
    audit.record("comment.signed", request.round, by=by, body=request.body_id)
    _tell_asker(request, by)
    return request


@transaction.atomic
def record_comment(
    request: CommentRequest, answer: CommentAnswer, paper: SignedComment, *, by: Actor
) -> CommentRequest:
    """Record what a body has answered by a signed paper; the day of the paper counts.

    Raises as `prepare_comment`; InvalidInput also for a paper without number or signer or of a
    day to come.
    """
    request = _locked(request)
    if not permissions.can_record_comment(by, request):
        raise Forbidden(N_("Chỉ cơ quan góp ý hoặc cơ quan lấy ý kiến mới ghi nhận được văn bản."))
    state = COMMENT_REQUEST.target("record", current=CommentRequestState(request.state))
    number, signer = tidy_line(paper.number)[:80], tidy_line(paper.signer)[:120]
    faults = _faults_of(number, signer, paper.signed_on, by.day)
    if faults:
        raise InvalidInput(N_("Chưa ghi nhận văn bản góp ý."), "comment.paper", fields=faults)
    _write(request, answer)
    request.paper_number, request.signer, request.signed_copy = number, signer, paper.copy
    _send(request, state, CommentForm.PAPER, paper.signed_on, by)
    audit.record("comment.recorded", request.round, by=by, body=request.body_id, number=number)
    _tell_asker(request, by)
    return request


def _faults_of(number: str, signer: str, signed_on: date, today: date) -> dict[str, str]:
    faults: dict[str, str] = {}
    if not number:
        faults["number"] = N_("Chưa ghi số, ký hiệu văn bản.")
    if not signer:
        faults["signer"] = N_("Chưa ghi người ký.")
    if signed_on > today:
        faults["signed_on"] = N_("Ngày ký không thể sau hôm nay.")
    return faults


def _locked(request: CommentRequest) -> CommentRequest:
    found = (
        CommentRequest.objects.select_for_update(of=("self",))
        .select_related("round__asker", "body")
        .get(pk=request.pk)
    )
    if found.round.state != CommentRoundState.OPEN:
        raise Refused(N_("Đợt lấy ý kiến đã kết thúc nên không nhận thêm ý kiến."), "round.closed")
    return found


def _write(request: CommentRequest, answer: CommentAnswer) -> None:
    """Put the words in place of those that lay there."""
    rows = [] if answer.agrees_whole else _rows(request, answer.words)
    if not answer.agrees_whole and not rows:
        raise InvalidInput(
            N_("Chưa có ý kiến nào. Hãy góp ý từng điều, khoản hoặc chọn nhất trí toàn bộ."),
            "comment.silent",
        )
    request.comments.all().delete()
    ClauseComment.objects.bulk_create(rows)
    request.agrees_whole = answer.agrees_whole


def _rows(request: CommentRequest, words: Words) -> list[ClauseComment]:
    known = set(request.round.clauses.values_list("pk", flat=True)) | {None}
    rows = []
    for clause, (stance, text) in words.items():
        said = tidy(text).strip()[:_LONGEST_TEXT]
        if clause not in known or stance not in Stance.values:
            raise InvalidInput(N_("Có ý kiến không gắn với điều, khoản nào."), "comment.place")
        if stance == Stance.COMMENT and not said:
            raise InvalidInput(
                N_("Chọn Có ý kiến thì phải ghi nội dung ý kiến."), "comment.without_text"
            )
        if clause is None and stance == Stance.AGREE:
            continue
        kept = said if stance == Stance.COMMENT else ""
        rows.append(ClauseComment(request=request, clause_id=clause, stance=stance, text=kept))
    return rows


def _send(request: CommentRequest, state: str, form: str, on: date, by: Actor) -> None:
    request.state, request.form = state, form
    request.answered_at, request.answered_on = clock.now(), on
    request.answered_by, request.answered_account = posting_of(by), by.account
    request.save()


def _tell_asker(asked: CommentRequest, by: Actor) -> None:
    words = {"body": asked.body.name, "title": asked.round.title}
    text = _("%(body)s đã góp ý dự thảo: %(title)s") % words
    _tell(asked, [asked.round.asker_id], "comment.ask", "comment.signed", by, text)


def _tell(
    request: CommentRequest, bodies: list[int], capability: str, kind: str, by: Actor, text: str
) -> None:
    notify.notify(
        postings_in(bodies, capability, by.day) - {by.account_id},
        kind=kind,
        text=text,
        address=reverse("planning:commentround-detail", args=[request.round_id]),
    )
