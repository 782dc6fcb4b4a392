"""What a meeting to come asks: answers of those invited, papers to send and to approve."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from phongtrao.core.formats import date_vn
from phongtrao.core.inbox import InboxItem, tab_of
from phongtrao.core.inbox_sources import Source
from phongtrao.fieldwork.meetings.models import Invitation, Meeting, MeetingPaper
from phongtrao.fieldwork.meetings.workflow import (
    OPEN_REPLIES,
    PAPER_TONES,
    REPLY_TONES,
    MeetingState,
    PaperState,
    Reply,
)

_MOST = 100
_PLANNED = {"entry__state": MeetingState.PLANNED, "entry__struck_on__isnull": True}


def sources_before(body: int, day: date) -> Iterator[Source]:
    """What waits for a body before meetings are held."""
    yield _to_answer(body, day)
    yield _unanswered(body, day)
    yield _to_send(body, day)
    yield _to_approve(body, day)


def _to_answer(body: int, day: date) -> Source:
    def line(row: Invitation) -> InboxItem:
        meeting = row.entry
        return InboxItem(
            kind=_l("Giấy mời họp"),
            title=_("%(title)s, ngày %(day)s (mời %(post)s)")
            % {"title": meeting.title, "day": date_vn(meeting.held_on), "post": row.post},
            body=meeting.body.name,
            due_on=meeting.reply_by,
            state_label=Reply(row.reply).label,
            tone=REPLY_TONES[Reply(row.reply)],
            url=f"{reverse('meetings:meeting-detail', args=[meeting.pk])}#giay-moi",
            verb=_l("Trả lời giấy mời"),
            tab=tab_of(meeting.reply_by, day),
        )

    rows = Invitation.objects.filter(
        body_id=body, sent_on__isnull=False, withdrawn_on__isnull=True, reply__in=OPEN_REPLIES,
        entry__held_on__gte=day, **_PLANNED,
    ).select_related("entry__body")  # fmt: skip
    return Source(rows.order_by("entry__reply_by", "pk"), line, most=_MOST)


def _unanswered(body: int, day: date) -> Source:
    """One's own meetings whose day to answer has passed with answers missing."""

    def line(row: Any) -> InboxItem:
        return InboxItem(
            kind=_l("Giấy mời họp"),
            title=_("%(title)s: %(n)s giấy mời chưa trả lời")
            % {"title": row.title, "n": row.missing},
            body=row.body.name,
            due_on=row.held_on,
            state_label=Reply.WAITING.label,
            tone="warning",
            url=reverse("meetings:invitation-list", args=[row.pk]),
            verb=_l("Xem ai chưa trả lời"),
            tab=tab_of(row.held_on, day),
        )

    missing = Q(
        invitations__sent_on__isnull=False,
        invitations__withdrawn_on__isnull=True,
        invitations__reply__in=OPEN_REPLIES,
    )
    rows = Meeting.objects.filter(
        body_id=body, state=MeetingState.PLANNED, struck_on__isnull=True, reply_by__lt=day,
        held_on__gte=day,
    ).annotate(missing=Count("invitations", filter=missing))  # fmt: skip
    rows = rows.filter(missing__gt=0).select_related("body").order_by("held_on", "pk")
    return Source(rows, line, most=_MOST)


def _to_send(body: int, day: date) -> Source:
    rows = MeetingPaper.objects.filter(
        body_id=body, state__in=(PaperState.ASKED, PaperState.RETURNED), entry__held_on__gte=day,
        **_PLANNED,
    )  # fmt: skip
    return _papers(rows, day, _l("Gửi tài liệu"))


def _to_approve(body: int, day: date) -> Source:
    rows = MeetingPaper.objects.filter(
        entry__body_id=body, state=PaperState.RECEIVED, entry__held_on__gte=day, **_PLANNED
    )
    return _papers(rows, day, _l("Duyệt hoặc trả lại"))


def _papers(rows: QuerySet[MeetingPaper], day: date, verb: object) -> Source:
    shown = rows.select_related("entry__body").order_by("due_on", "pk")
    return Source(shown, lambda row: _paper_item(row, day, verb), most=_MOST)


def _paper_item(row: MeetingPaper, day: date, verb: object) -> InboxItem:
    due = row.due_on or row.entry.held_on
    state = PaperState(row.state)
    return InboxItem(
        kind=_l("Tham luận, tài liệu họp"),
        title=f"{row.title} ({row.entry.title})",
        body=row.entry.body.name,
        due_on=due,
        state_label=state.label,
        tone=PAPER_TONES[state],
        url=reverse("meetings:paper-detail", args=[row.pk]),
        verb=verb,
        tab="returned" if state == PaperState.RETURNED else tab_of(due, day),
    )
