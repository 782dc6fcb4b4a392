"""What proposals, drafts and schemes ask of a body: lines of *Việc cần xử lý*."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import (
    ClauseComment,
    CommentRequest,
    CommentRound,
    ProposalAddressee,
    SchemeStage,
)
from phongtrao.planning.workflow import (
    AnswerState,
    CommentRequestState,
    CommentRoundState,
    SchemeState,
    StageState,
    Stance,
)

_LONGEST_TITLE = 300
_SHOWN_DONE_FOR = timedelta(days=30)
_TONES = {AnswerState.AGREED: "success", AnswerState.DECLINED: "danger"}


def exchange_sources(actor: Actor, day: date) -> Iterator[Source]:
    """Answers, comments and stages that are asked of the acting body, and answers it has had."""
    if actor.can("proposal.answer"):
        yield _proposals_to_answer(actor, day)
    if actor.can("proposal.make"):
        yield _proposals_answered(actor, day)
    if actor.can("comment.prepare") or actor.can("comment.sign"):
        yield _drafts_to_comment(actor, day)
    if actor.can("comment.ask"):
        yield _rounds_to_conclude(actor, day)
    if actor.can("scheme.report"):
        yield _stages(actor, day)


def _proposals_to_answer(actor: Actor, day: date) -> Source:
    def line(row: ProposalAddressee) -> InboxItem:
        return InboxItem(
            kind=_("Kiến nghị, đề xuất"),
            title=row.proposal.text[:_LONGEST_TITLE],
            body=row.proposal.asker.name,
            due_on=row.answer_by,
            state_label=AnswerState(row.state).label,
            tone="warning",
            url=reverse("planning:proposaladdressee-answer", args=[row.pk]),
            verb=_("Trả lời"),
            tab=tab_of(row.answer_by, day),
        )

    rows = ProposalAddressee.objects.filter(body_id=actor.body_id or 0, state=AnswerState.WAITING)
    rows = rows.select_related("proposal__asker").defer("proposal__search_folded")
    return Source(rows.order_by("answer_by", "pk"), line)


def _proposals_answered(actor: Actor, day: date) -> Source:
    def line(row: ProposalAddressee) -> InboxItem:
        state = AnswerState(row.state)
        return InboxItem(
            kind=_("Kiến nghị, đề xuất"),
            title=row.proposal.text[:_LONGEST_TITLE],
            body=row.body.name,
            due_on=row.answer_by,
            state_label=state.label,
            tone=_TONES.get(state, "info"),
            url=reverse("planning:proposal-detail", args=[row.proposal_id]),
            verb=_("Xem trả lời"),
            tab="done",
        )

    rows = ProposalAddressee.objects.filter(
        proposal__asker_id=actor.body_id, answered_on__gte=day - _SHOWN_DONE_FOR
    )
    rows = rows.select_related("proposal", "body").defer("proposal__search_folded")
    return Source(rows.order_by("-answered_at"), line)


def _drafts_to_comment(actor: Actor, day: date) -> Source:
    """For officers what is not written yet, for the signer what waits for his signature."""

    def line(row: CommentRequest) -> InboxItem:
        is_prepared = row.state == CommentRequestState.PREPARED
        return InboxItem(
            kind=_("Góp ý dự thảo"),
            title=row.round.title,
            body=row.round.asker.name,
            due_on=row.round.due_on,
            state_label=CommentRequestState(row.state).label,
            tone="info" if is_prepared else "warning",
            url=reverse("planning:commentround-detail", args=[row.round_id]),
            verb=_("Ký gửi ý kiến") if is_prepared else _("Góp ý"),
            tab=tab_of(row.round.due_on, day),
        )

    wanted = []
    if actor.can("comment.prepare"):
        wanted.append(CommentRequestState.ASKED)
    if actor.can("comment.sign"):
        wanted.append(CommentRequestState.PREPARED)
    rows = CommentRequest.objects.filter(
        body_id=actor.body_id or 0, state__in=wanted, round__state=CommentRoundState.OPEN
    ).select_related("round__asker")
    rows = rows.defer("round__text", "round__search_folded")
    return Source(rows.order_by("round__due_on", "pk"), line)


def _rounds_to_conclude(actor: Actor, day: date) -> Source:
    """Rounds of the acting body that are past their date, or hold comments without an answer."""

    def line(row: CommentRound) -> InboxItem:
        is_open = row.state == CommentRoundState.OPEN
        return InboxItem(
            kind=_("Lấy ý kiến dự thảo"),
            title=row.title,
            body=row.asker.name,
            due_on=row.due_on,
            state_label=_("Hết hạn góp ý") if is_open else _("Chờ tiếp thu, giải trình"),
            tone="warning",
            url=reverse("planning:commentround-detail", args=[row.pk]),
            verb=_("Kết thúc hoặc gia hạn") if is_open else _("Tiếp thu, giải trình"),
            tab="waiting",
        )

    unanswered = ClauseComment.objects.filter(
        request__state=CommentRequestState.ANSWERED, stance=Stance.COMMENT, response=""
    )
    rows = CommentRound.objects.filter(asker_id=actor.body_id).filter(
        Q(state=CommentRoundState.OPEN, due_on__lt=day)
        | Q(state=CommentRoundState.CLOSED, pk__in=unanswered.values("request__round_id"))
    )
    rows = rows.select_related("asker").defer("text", "search_folded")
    return Source(rows.order_by("due_on", "pk"), line)


def _stages(actor: Actor, day: date) -> Source:
    """The stages whose turn it is and that lie with the acting body."""

    def line(row: SchemeStage) -> InboxItem:
        return InboxItem(
            kind=_("Đề án, dự thảo văn bản"),
            title=f"{row.name}: {row.scheme.title}"[:_LONGEST_TITLE],
            body=row.scheme.body.name,
            due_on=row.planned_on,
            state_label=_("Đến lượt cơ quan"),
            tone="primary",
            url=reverse("planning:schemestage-complete", args=[row.pk]),
            verb=_("Báo hoàn thành giai đoạn"),
            tab=tab_of(row.planned_on, day),
        )

    first = SchemeStage.objects.filter(scheme=OuterRef("scheme"), state=StageState.OPEN)
    rows = SchemeStage.objects.filter(
        body_id=actor.body_id or 0,
        scheme__state=SchemeState.RUNNING,
        pk=Subquery(first.order_by("position").values("pk")[:1]),
    ).select_related("scheme__body")
    return Source(rows.order_by("planned_on", "pk"), line)
