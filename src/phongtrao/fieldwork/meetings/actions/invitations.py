"""Invitations: written, sent as a whole, answered, asked again when the day moves, withdrawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import translation

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.meetings.actions.planned import planned, require_bodies_hold
from phongtrao.fieldwork.meetings.actions.quorum import recounted
from phongtrao.fieldwork.meetings.models import Invitation, InvitationStep, Meeting
from phongtrao.fieldwork.meetings.rules import ROLES
from phongtrao.fieldwork.meetings.rules.before import MOST_INVITED, MOST_SEATS, reply_day
from phongtrao.fieldwork.meetings.workflow import ANSWERED, MeetingState, Reply
from phongtrao.fieldwork.register.actions import (
    locked,
    require_known,
    require_within,
    save_changed,
)
from phongtrao.fieldwork.register.permissions import can_keep, may_record
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class Invited:
    """A post of a body, in which role, with how many seats."""

    body: Body
    post: str
    role: str = "du"
    seats: int = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What an invited body says; who comes instead, or why nobody does."""

    reply: str
    stand_in: str = ""
    reason: str = ""


@transaction.atomic
def invite(meeting: Meeting, lines: Sequence[Invited], *, by: Actor) -> list[Invitation]:
    """Write further invitations; they go out with the next sending.

    Raises Forbidden, Refused (not planned any more) and InvalidInput (a body that has ended, one
    invited twice, too many).
    """
    found = planned(meeting, by)
    standing = set(_standing(found).values_list("body_id", "post"))
    made = []
    for line in lines:
        facts = _facts(line, found)
        if (line.body.pk, facts["post"]) in standing:
            said = N_("%(body)s, %(post)s đã có trong giấy mời.")
            _refuse("lines", said, body=line.body.name, post=facts["post"])
        standing.add((line.body.pk, facts["post"]))
        made.append(Invitation(entry=found, **facts))
    if not made:
        _refuse("lines", N_("Hãy ghi ít nhất một cơ quan được mời."))
    if len(standing) > MOST_INVITED:
        _refuse("lines", N_("Một cuộc họp mời nhiều nhất %(most)s chức vụ."), most=MOST_INVITED)
    rows = Invitation.objects.bulk_create(made)
    audit.record("meeting.invited", found, by=by, count=len(rows))
    return rows


@transaction.atomic
def send_invitations(meeting: Meeting, *, reply_by: date | None = None, by: Actor) -> int:
    """Send what is not sent yet; from then on those bodies see the meeting. Returns how many.

    Raises Forbidden, Refused (nothing to send, the day has passed) and InvalidInput (a day to
    answer that has passed or lies after the meeting).
    """
    found = planned(meeting, by)
    if found.held_on < by.day:
        raise Refused(N_("Ngày họp đã qua. Hãy chuyển ngày họp trước khi gửi giấy mời."))
    rows = list(_standing(found).filter(sent_on__isnull=True).select_related("body"))
    if not rows:
        raise Refused(N_("Không có giấy mời nào chờ gửi. Các giấy mời đã gửi giữ nguyên."))
    _require_bodies_hold([row.body for row in rows], found.held_on)
    answer_by = reply_by or reply_day(found.held_on, by.day)
    if not by.day <= answer_by <= found.held_on:
        _refuse("reply_by", N_("Hạn trả lời từ hôm nay đến ngày họp."))
    Invitation.objects.filter(pk__in=[row.pk for row in rows]).update(sent_on=by.day)
    save_changed(found, {"reply_by": answer_by})
    told = f"Gửi giấy mời, họp ngày {date_vn(found.held_on)}, trả lời trước {date_vn(answer_by)}"
    _tell([(row.pk, told) for row in rows], by)
    audit.record("meeting.invitations_sent", found, by=by, count=len(rows))
    return len(rows)


@transaction.atomic
def withdraw(invitation: Invitation, *, reason: str, by: Actor) -> None:
    """Take an invitation back: one that was not sent goes, a sent one stays with the reason.

    Raises Forbidden, Refused (not planned any more, withdrawn already) and InvalidInput.
    """
    found = planned(invitation.entry, by)
    row = found.invitations.select_for_update().get(pk=invitation.pk)
    if row.withdrawn_on is not None:
        raise Refused(N_("Giấy mời này đã được rút. Hãy tải lại trang để xem."))
    told = {"body": row.body_id, "post": row.post}
    if row.sent_on is None:
        row.delete()
        audit.record("meeting.invitation_withdrawn", found, by=by, **told)
        return
    said = tidy_line(reason)[:300]
    if not said:
        _refuse("reason", N_("Hãy ghi lý do."))
    row.withdrawn_on, row.withdrawn_reason = by.day, said
    row.save(update_fields=["withdrawn_on", "withdrawn_reason"])
    _tell([(row.pk, f"Rút giấy mời: {said}")], by)
    audit.record("meeting.invitation_withdrawn", found, by=by, reason=said, **told)


@transaction.atomic
def answer(invitation: Invitation, said: Answer, *, by: Actor) -> Invitation:
    """Answer an invitation, or answer it otherwise, until the meeting is held.

    The invited body answers; the body in charge may note what it was told on paper. Raises
    Forbidden, Refused (withdrawn, not sent, held or past) and InvalidInput.
    """
    row = Invitation.objects.select_for_update(of=("self",)).select_related("entry").get(
        pk=invitation.pk
    )  # fmt: skip
    meeting = row.entry
    if not (may_record(by) and by.body_id == row.body_id) and not can_keep(by, meeting):
        raise Forbidden(N_("Chỉ cơ quan được mời trả lời giấy mời này. Chưa có gì thay đổi."))
    _require_answerable(row, by)
    facts = _answered(said)
    for name, value in facts.items():
        setattr(row, name, value)
    row.replied_at, row.replied_by = clock.now(), posting_of(by)
    row.save()
    _tell([(row.pk, _in_words(row))], by)
    audit.record("meeting.invitation_answered", meeting, by=by, body=row.body_id, reply=row.reply)
    return row


def ask_again(meeting: Meeting, *, day: date, by: Actor) -> int:
    """The day moved: every answer is asked for once more, what was said before stays on record."""
    rows = list(_standing(meeting).filter(sent_on__isnull=False))
    if not rows:
        return 0
    before = {row.pk: _in_words(row) for row in rows}
    Invitation.objects.filter(pk__in=before).update(reply=Reply.ASKED_AGAIN, stand_in="", reason="")
    told = f"Ngày họp chuyển sang {date_vn(day)}, hỏi lại; trước đó: "
    _tell([(pk, told + words) for pk, words in before.items()], by)
    return len(rows)


@transaction.atomic
def note_attendance(meeting: Meeting, counts: Mapping[int, int | None], *, by: Actor) -> Meeting:
    """How many came of each invitation, by its number; None is not noted.

    Raises Forbidden, Refused (the day has not come, called off) and InvalidInput.
    """
    found = locked(meeting, by=by)
    if found.held_on > by.day or found.state not in (MeetingState.PLANNED, MeetingState.HELD):
        raise Refused(N_("Điểm danh ghi từ ngày họp, trước khi thông báo kết luận."))
    rows = list(_standing(found).filter(pk__in=counts).select_for_update())
    for row in rows:
        figure = counts[row.pk]
        if figure is not None:
            require_within(f"attended_{row.pk}", figure, 0, MOST_SEATS)
        row.attended = figure
    Invitation.objects.bulk_update(rows, ["attended"])
    if found.state == MeetingState.HELD:
        save_changed(found, recounted(found))
    audit.record("meeting.attendance_noted", found, by=by, count=len(rows))
    return found


def _require_bodies_hold(bodies: Iterable[Body], day: date) -> None:
    require_bodies_hold(bodies, day, field="lines")


def _standing(meeting: Meeting) -> Any:
    return meeting.invitations.filter(withdrawn_on__isnull=True)


def _facts(line: Invited, meeting: Meeting) -> dict[str, Any]:
    require_known("lines", line.role, dict(ROLES))
    require_within("lines", line.seats, 1, MOST_SEATS)
    _require_bodies_hold([line.body], meeting.held_on)
    post = tidy_line(line.post)[:150]
    if not post:
        _refuse("lines", N_("Hãy ghi chức vụ được mời của %(body)s."), body=line.body.name)
    return {"body": line.body, "post": post, "role": line.role, "seats": line.seats}


def _require_answerable(row: Invitation, by: Actor) -> None:
    if row.sent_on is None or row.withdrawn_on is not None or row.entry.is_struck:
        raise Refused(N_("Giấy mời này không còn chờ trả lời. Hãy tải lại trang để xem."))
    if row.entry.state != MeetingState.PLANNED or row.entry.held_on < by.day:
        raise Refused(
            N_("Cuộc họp đã qua nên không đổi trả lời được nữa. Trả lời trước đó giữ nguyên.")
        )


def _answered(said: Answer) -> dict[str, Any]:
    if said.reply not in ANSWERED:
        _refuse("reply", N_("Hãy chọn trong danh mục."))
    stand_in, reason = tidy_line(said.stand_in)[:150], tidy_line(said.reason)[:300]
    if said.reply == Reply.SENDS and not stand_in:
        _refuse("stand_in", N_("Hãy ghi chức vụ người dự thay."))
    if said.reply == Reply.ABSENT and not reason:
        _refuse("reason", N_("Hãy ghi lý do vắng."))
    return {
        "reply": said.reply,
        "stand_in": stand_in if said.reply == Reply.SENDS else "",
        "reason": reason if said.reply == Reply.ABSENT else "",
    }


def _in_words(row: Invitation) -> str:
    with translation.override("vi"):
        label = str(Reply(row.reply).label)
    more = row.stand_in or row.reason
    return f"{label}: {more}" if more else label


def _tell(told: Iterable[tuple[int, str]], by: Actor) -> None:
    at, who = clock.now(), posting_of(by)
    InvitationStep.objects.bulk_create(
        InvitationStep(invitation_id=pk, told=text[:500], at=at, by=who) for pk, text in told
    )


def _refuse(name: str, said: str, **values: Any) -> None:
    sentence = Sentence(said, values)
    raise InvalidInput(sentence, fields={name: sentence})
