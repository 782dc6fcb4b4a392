"""A round of comments on a draft, from the side of the body whose draft it is."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core import audit, clock, notify, search, uploads
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.uploads import Upload
from phongtrao.core.vietnamese import fold, tidy, tidy_line
from phongtrao.intake.extraction.articles import Cutting, cut_text
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import postings_in
from phongtrao.planning import permissions
from phongtrao.planning.models import (
    ClauseComment,
    CommentClause,
    CommentRequest,
    CommentRound,
    Programme,
    ProgrammeDocument,
)
from phongtrao.planning.permissions import posting_of
from phongtrao.planning.workflow import (
    COMMENT_ROUND,
    CommentRequestState,
    CommentRoundState,
    ResponseKind,
    Stance,
)

_MOST_CLAUSES = 300  # a form of more clauses than that nobody fills in
_LONGEST_TEXT = 20_000
_UNREAD = N_(
    "Không đọc được chữ trong tệp dự thảo nên chưa lưu gì. Hãy dùng tệp docx, pdf hoặc txt có chữ;"
    " không dùng ảnh quét và văn bản có độ mật."
)


@dataclass(frozen=True, slots=True)
class CommentRoundSpec:
    """A draft to be sent out: a paper of the register, or an uploaded file."""

    programme: Programme
    title: str
    due_on: date
    note: str = ""
    document: ProgrammeDocument | None = None
    upload: Upload | None = None
    cutting: Cutting = Cutting.AUTO


@transaction.atomic
def prepare_round(spec: CommentRoundSpec, *, by: Actor) -> CommentRound:
    """Keep the draft and cut it into clauses; nobody is asked yet.

    Raises Forbidden, Refused (a file without readable text, or refused at the wall) and
    InvalidInput (no title, no draft or two, a day that is past).
    """
    if not by.can("comment.ask"):
        raise Forbidden(N_("Chức trách đang chọn không gửi dự thảo lấy ý kiến được."))
    title = tidy_line(spec.title)[:500]
    if not title:
        raise InvalidInput(N_("Chưa ghi tên dự thảo."), fields={"title": N_("Chưa ghi.")})
    _require_day(spec.due_on, by.day)
    if (spec.document is None) == (spec.upload is None):
        raise InvalidInput(N_("Hãy chọn một tệp dự thảo."), fields={"file": N_("Chưa chọn tệp.")})
    text = spec.document.text if spec.document else _text_of(spec.upload)
    round_ = CommentRound.objects.create(
        programme=spec.programme,
        asker=posting_of(by).body,
        title=title,
        note=tidy(spec.note).strip()[:_LONGEST_TEXT],
        document=spec.document,
        file=uploads.keep(spec.upload, by=by) if spec.upload else None,
        text=text,
        original_due_on=spec.due_on,
        due_on=spec.due_on,
        created_at=clock.now(),
        created_by=posting_of(by),
        search_folded=fold(f"{title} {spec.note}"),
    )
    _cut(round_, spec.cutting)
    search.refresh(CommentRound, [round_.pk])
    audit.record("comment_round.prepared", round_, by=by, clauses=round_.clauses.count())
    return round_


@transaction.atomic
def recut_round(round_: CommentRound, cutting: Cutting, *, by: Actor) -> CommentRound:
    """Cut the draft another way, while nobody has been asked.

    Raises Forbidden and TransitionRefused.
    """
    round_ = _locked(round_, by)
    COMMENT_ROUND.target("send", current=CommentRoundState(round_.state))
    round_.clauses.all().delete()
    _cut(round_, cutting)
    audit.record("comment_round.recut", round_, by=by, clauses=round_.clauses.count())
    return round_


@transaction.atomic
def send_round(
    round_: CommentRound, bodies: Sequence[Body], *, by: Actor, clauses: Collection[int] = ()
) -> CommentRound:
    """Ask these bodies for their word; `clauses` keeps only those (by id), empty keeps all.

    Raises Forbidden, TransitionRefused (sent already) and InvalidInput (nobody, a body out of
    reach, the date is past).
    """
    round_ = _locked(round_, by)
    round_.state = COMMENT_ROUND.target("send", current=CommentRoundState(round_.state))
    _require_day(round_.due_on, by.day)
    if clauses:
        round_.clauses.exclude(pk__in=clauses).delete()
    if not round_.clauses.exists():
        raise InvalidInput(N_("Hãy giữ ít nhất một điều, khoản để lấy ý kiến."), "round.no_clause")
    round_.sent_on = by.day
    _save(round_, "sent_on")
    asked = _ask(round_, bodies, by)
    audit.record("comment_round.sent", round_, by=by, bodies=asked, due_on=str(round_.due_on))
    return round_


@transaction.atomic
def ask_more(round_: CommentRound, bodies: Sequence[Body], *, by: Actor) -> CommentRound:
    """Ask further bodies while the round is open; those that are asked already stay as they are.

    Raises Forbidden, TransitionRefused and InvalidInput.
    """
    round_ = _locked(round_, by)
    COMMENT_ROUND.target("extend", current=CommentRoundState(round_.state))
    asked = _ask(round_, bodies, by)
    audit.record("comment_round.asked_more", round_, by=by, bodies=asked)
    return round_


@transaction.atomic
def extend_round(round_: CommentRound, due_on: date, *, by: Actor) -> CommentRound:
    """Give more time to everybody; the first date stays on record.

    Raises Forbidden, TransitionRefused and InvalidInput (a day not later, or past).
    """
    round_ = _locked(round_, by)
    round_.state = COMMENT_ROUND.target("extend", current=CommentRoundState(round_.state))
    if due_on <= round_.due_on or due_on < by.day:
        raise InvalidInput(
            N_("Hạn mới phải sau hạn hiện nay (%(due)s) và chưa qua."),
            "round.not_later",
            due=f"{round_.due_on:%d/%m/%Y}",
        )
    round_.due_on = due_on
    _save(round_, "due_on")
    audit.record("comment_round.extended", round_, by=by, due_on=str(due_on))
    silent = round_.requests.exclude(state=CommentRequestState.ANSWERED)
    text = _("Gia hạn góp ý dự thảo đến %(day)s: %(title)s") % {
        "day": f"{due_on:%d/%m/%Y}",
        "title": round_.title,
    }
    _tell(round_, silent.values_list("body_id", flat=True), "comment_round.extended", text, by)
    return round_


@transaction.atomic
def close_round(round_: CommentRound, *, by: Actor) -> CommentRound:
    """End a round: who has said nothing stays listed as silent and agrees to nothing.

    Raises Forbidden and TransitionRefused.
    """
    round_ = _locked(round_, by)
    round_.state = COMMENT_ROUND.target("close", current=CommentRoundState(round_.state))
    round_.closed_on = by.day
    _save(round_, "closed_on")
    silent = round_.requests.exclude(state=CommentRequestState.ANSWERED).count()
    audit.record("comment_round.closed", round_, by=by, silent=silent)
    return round_


@transaction.atomic
def respond(comment: ClauseComment, kind: str, text: str, *, by: Actor) -> ClauseComment:
    """Write *tiếp thu* or *giải trình* to a comment; written anew, the last word counts.

    Raises Forbidden, Refused (the comment is not there yet) and InvalidInput (an explanation
    without words, a body that agrees).
    """
    round_ = _locked(comment.request.round, by)
    comment = ClauseComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    request = CommentRequest.objects.get(pk=comment.request_id)
    if request.state != CommentRequestState.ANSWERED or comment.stance != Stance.COMMENT:
        raise Refused(N_("Không có ý kiến nào ở đây cần tiếp thu, giải trình."))
    words = tidy(text).strip()[:_LONGEST_TEXT]
    if kind not in ResponseKind.values or (kind != ResponseKind.ACCEPTED and not words):
        raise InvalidInput(
            N_("Giải trình và tiếp thu một phần cần nêu nội dung."),
            "response.silent",
            fields={"text": N_("Chưa ghi nội dung.")},
        )
    comment.response, comment.response_text = kind, words
    comment.responded_at, comment.responded_by = clock.now(), posting_of(by)
    comment.save()
    audit.record("comment.responded", round_, by=by, comment=comment.pk, kind=str(kind))
    return comment


def _text_of(upload: Upload | None) -> str:
    """What the reader in the child process found; the child is not trusted."""
    if upload is None or upload.refusal:
        raise Refused(upload.refusal if upload else _UNREAD, code="file_refused")
    found: Any = upload.result
    text = found.get("text") if isinstance(found, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise Refused(_UNREAD, code="file_unread")
    return text


def _cut(round_: CommentRound, cutting: Cutting) -> None:
    ways = (cutting, Cutting.ARTICLE, Cutting.WHOLE)
    tried = (cut_text(round_.text, way) for way in ways)
    cuts = next(found for found in tried if len(found) <= _MOST_CLAUSES)
    CommentClause.objects.bulk_create(
        CommentClause(
            round=round_, position=place, label=cut.label[:120], start=cut.start, end=cut.end
        )
        for place, cut in enumerate(cuts, start=1)
    )


def _ask(round_: CommentRound, bodies: Sequence[Body], by: Actor) -> list[int]:
    """Rows for the bodies that are not asked yet; their ids."""
    far = permissions.bodies_not_near(by, bodies)
    if far:
        raise InvalidInput(
            N_("%(names)s không phải cơ quan cấp trên, cùng địa bàn hay cấp dưới của cơ quan bạn."),
            "round.out_of_reach",
            names=", ".join(body.name for body in far[:10]),
        )
    known = set(round_.requests.values_list("body_id", flat=True)) | {round_.asker_id}
    ids = [pk for pk in dict.fromkeys(body.pk for body in bodies) if pk not in known]
    if not ids:
        raise InvalidInput(N_("Hãy ghi ít nhất một cơ quan khác để lấy ý kiến."), "round.nobody")
    CommentRequest.objects.bulk_create(
        (CommentRequest(round=round_, body_id=pk) for pk in ids), batch_size=500
    )
    text = _("%(body)s lấy ý kiến dự thảo, góp ý trước hoặc trong ngày %(day)s: %(title)s") % {
        "body": round_.asker.name,
        "day": f"{round_.due_on:%d/%m/%Y}",
        "title": round_.title,
    }
    _tell(round_, ids, "comment_round.sent", text, by)
    return ids


def _locked(round_: CommentRound, by: Actor) -> CommentRound:
    found = (
        CommentRound.objects.select_for_update(of=("self",))
        .select_related("asker")
        .get(pk=round_.pk)
    )
    if not permissions.can_lead_round(by, found):
        raise Forbidden(N_("Chỉ cơ quan gửi dự thảo mới làm được việc này."))
    return found


def _save(round_: CommentRound, *fields: str) -> None:
    round_.row_version += 1
    round_.save(update_fields=["state", "row_version", *fields])


def _require_day(day: date, today: date) -> None:
    if day < today:
        raise InvalidInput(
            N_("Hạn góp ý %(day)s đã qua; hãy chọn ngày từ hôm nay trở đi."),
            "round.past",
            fields={"due_on": N_("Hạn góp ý đã qua.")},
            day=f"{day:%d/%m/%Y}",
        )


def _tell(round_: CommentRound, bodies: Iterable[int], kind: str, text: str, by: Actor) -> None:
    notify.notify(
        postings_in(bodies, "comment.prepare", by.day) - {by.account_id},
        kind=kind,
        text=text,
        address=reverse("planning:commentround-detail", args=[round_.pk]),
    )
