"""Whose turn it is with a paper: the one thing to do next, on its page and in the inbox."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.inbox import InboxItem, Tab
from phongtrao.core.inbox_sources import Source
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions
from phongtrao.publishing.models import Paper, PaperDelivery, PaperStep
from phongtrao.publishing.queries.signing import asked_of_body
from phongtrao.publishing.workflow import ON_THE_WAY, OUT, DeliveryState, PaperState, StepKind

_LONGEST_TITLE = 300
_SHOWN_DONE_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Turn:
    """What the actor has to do with a paper: the words of the button and where it leads.

    `asks` is the sentence that is shown before a button that acts at once; empty for a link.
    """

    verb: Any
    icon: str
    address: str
    asks: Any = ""

    def url(self, paper_pk: int) -> str:
        """The address for one paper."""
        return reverse(self.address, args=[paper_pk])


_CONTENT = Turn(
    _("Ký nháy nội dung"),
    "writing-sign",
    "publishing:paper-initial-content",
    _("Tên và chức vụ của bạn được ghi là người đã kiểm tra nội dung văn bản."),
)
_LAYOUT = Turn(
    _("Ký nháy thể thức"),
    "writing-sign",
    "publishing:paper-initial-layout",
    _("Tên và chức vụ của bạn được ghi là người đã kiểm tra thể thức, kỹ thuật trình bày."),
)
_SIGN = Turn(
    _("Ký ban hành"),
    "signature",
    "publishing:paper-sign",
    _("Văn bản được ký để ban hành; sau đó văn thư ghi số, ngày."),
)
_RECORD = Turn(_("Ghi nhận bản giấy đã ký"), "file-upload", "publishing:paper-record")
_ISSUE = Turn(_("Ghi số, ngày ban hành"), "rubber-stamp", "publishing:paper-issue")
_AGAIN = Turn(_("Sửa và trình lại"), "pencil", "publishing:paper-detail")
_LOOK = Turn(_("Xem"), "eye", "publishing:paper-detail")


def turn_of(actor: Actor, paper: Paper) -> Turn | None:
    """What the actor has to do with a handed-in paper; None where it lies with somebody else."""
    state = PaperState(paper.state)
    if state == PaperState.SUBMITTED and permissions.can_initial(actor, paper, StepKind.CONTENT):
        return _CONTENT
    if state == PaperState.CHECKED and permissions.can_initial(actor, paper, StepKind.LAYOUT):
        return _LAYOUT
    if state == PaperState.PRESENTED and permissions.can_sign(actor, paper):
        return _SIGN
    if state in ON_THE_WAY and permissions.can_record_step(actor, paper):
        return _RECORD
    is_ready = state == PaperState.SIGNED and not paper.is_training
    if is_ready and permissions.can_record_issue(actor, paper):
        return _ISSUE
    return None


def inbox_sources(actor: Actor, day: date) -> Iterator[Source]:
    """The papers and questions that wait for the acting official."""
    if actor.body_id is None or not actor.can("paper.read"):
        return
    yield _papers(actor, day)
    if actor.can("paper.answer"):
        yield _questions(actor)
    if actor.can("paper.receive"):
        yield _arrivals(actor)


def _papers(actor: Actor, day: date) -> Source:
    """Papers of the own body: before the actor, returned, or issued lately."""

    def line(paper: Any) -> InboxItem | None:
        turn = turn_of(actor, paper)
        is_back = paper.state == PaperState.DRAFT and paper.last_step == StepKind.RETURNED
        if turn is not None:
            return _item(paper, turn, "waiting", "warning")
        if is_back and permissions.can_edit(actor, paper):
            return _item(paper, _AGAIN, "returned", "danger", _("Bị trả lại"))
        if paper.state in OUT and permissions.can_edit(actor, paper):
            return _item(paper, _LOOK, "done", "success")
        return None

    last = PaperStep.objects.filter(paper=OuterRef("pk")).order_by("-n")
    rows = Paper.objects.filter(body_id=actor.body_id or 0).filter(
        ~Q(state__in=OUT) | Q(issued_on__gte=day - _SHOWN_DONE_FOR)
    )
    rows = rows.annotate(last_step=Subquery(last.values("kind")[:1]))
    rows = rows.select_related("body", "submitted_by", "round")
    return Source(rows.order_by("submitted_at", "pk"), line)


def _questions(actor: Actor) -> Source:
    def line(step: PaperStep) -> InboxItem:
        return InboxItem(
            kind=_("Xin ý kiến"),
            title=step.paper.marked_title[:_LONGEST_TITLE],
            body=step.paper.body.name,
            due_on=None,
            state_label=_("Chờ cho ý kiến"),
            tone="warning",
            url=reverse("publishing:step-answer", args=[step.paper_id, step.pk]),
            verb=_("Cho ý kiến"),
            tab="waiting",
        )

    open_states = [PaperState.DRAFT, *ON_THE_WAY]
    rows = asked_of_body(actor).filter(paper__state__in=open_states)
    return Source(rows.select_related("paper__round").order_by("at", "pk"), line)


def _arrivals(actor: Actor) -> Source:
    """Papers from others of which the body confirms the receipt, or that a recalled one is gone."""

    def line(delivery: PaperDelivery) -> InboxItem:
        is_recalled = delivery.paper.state == PaperState.RECALLED
        return InboxItem(
            kind=_("Văn bản được gửi"),
            title=f"{delivery.paper.heading}: {delivery.paper.title}"[:_LONGEST_TITLE],
            body=delivery.sender.name,
            due_on=None,
            state_label=PaperState.RECALLED.label if is_recalled else DeliveryState.SENT.label,
            tone="danger" if is_recalled else "warning",
            url=reverse("publishing:received-detail", args=[delivery.pk]),
            verb=_("Xác nhận gửi trả, hủy") if is_recalled else _("Xác nhận đã nhận"),
            tab="waiting",
        )

    rows = PaperDelivery.objects.filter(body_id=actor.body_id or 0).filter(
        Q(state=DeliveryState.SENT, paper__state=PaperState.ISSUED)
        | Q(state=DeliveryState.RECEIVED, paper__state=PaperState.RECALLED, disposal="")
    )
    rows = rows.select_related("paper__body", "copied_by").order_by("sent_at", "pk")
    return Source(rows, line)


def _item(paper: Paper, turn: Turn, tab: Tab, tone: str, label: Any = None) -> InboxItem:
    """A line that leads to the paper: what is signed is read first."""
    is_form = not turn.asks
    return InboxItem(
        kind=_("Trình ký văn bản"),
        title=str(paper)[:_LONGEST_TITLE],
        body=paper.body.name,
        due_on=None,
        state_label=label or PaperState(paper.state).label,
        tone=tone,
        url=turn.url(paper.pk) if is_form else reverse("publishing:paper-detail", args=[paper.pk]),
        verb=turn.verb,
        tab=tab,
    )
