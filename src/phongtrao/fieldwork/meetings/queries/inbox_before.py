"""What a meeting to come asks: answers of those invited, papers to send and to approve."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from phongtrao.core.formats import date_vn
from phongtrao.core.inbox import InboxItem, tab_of
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


def before_items(body: int, day: date) -> list[InboxItem]:
    """What waits for a body before meetings are held."""
    return [*_to_answer(body, day), *_unanswered(body, day), *_to_send(body, day),
            *_to_approve(body, day)]  # fmt: skip


def _to_answer(body: int, day: date) -> Iterator[InboxItem]:
    rows = Invitation.objects.filter(
        body_id=body, sent_on__isnull=False, withdrawn_on__isnull=True, reply__in=OPEN_REPLIES,
        entry__held_on__gte=day, **_PLANNED,
    ).select_related("entry__body")  # fmt: skip
    for row in rows.order_by("entry__reply_by", "pk")[:_MOST]:
        meeting = row.entry
        yield InboxItem(
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


def _unanswered(body: int, day: date) -> Iterator[InboxItem]:
    """One's own meetings whose day to answer has passed with answers missing."""
    missing = Q(
        invitations__sent_on__isnull=False,
        invitations__withdrawn_on__isnull=True,
        invitations__reply__in=OPEN_REPLIES,
    )
    rows = Meeting.objects.filter(
        body_id=body, state=MeetingState.PLANNED, struck_on__isnull=True, reply_by__lt=day,
        held_on__gte=day,
    ).annotate(missing=Count("invitations", filter=missing))  # fmt: skip
    for row in rows.filter(missing__gt=0).select_related("body").order_by("held_on")[:_MOST]:
        yield InboxItem(
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


def _to_send(body: int, day: date) -> Iterator[InboxItem]:
    rows = MeetingPaper.objects.filter(
        body_id=body, state__in=(PaperState.ASKED, PaperState.RETURNED), entry__held_on__gte=day,
        **_PLANNED,
    )  # fmt: skip
    for row in rows.select_related("entry__body").order_by("due_on", "pk")[:_MOST]:
        yield _paper_item(row, day, _l("Gửi tài liệu"))


def _to_approve(body: int, day: date) -> Iterator[InboxItem]:
    rows = MeetingPaper.objects.filter(
        entry__body_id=body, state=PaperState.RECEIVED, entry__held_on__gte=day, **_PLANNED
    )
    for row in rows.select_related("entry__body").order_by("due_on", "pk")[:_MOST]:
        yield _paper_item(row, day, _l("Duyệt hoặc trả lại"))


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
