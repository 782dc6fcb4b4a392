"""The steps of a meeting: moved, held, its conclusions made known, called off."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.meetings.actions.invitations import ask_again
from phongtrao.fieldwork.meetings.actions.quorum import recounted, require_said
from phongtrao.fieldwork.meetings.models import BridgePoint, Meeting, MeetingMove
from phongtrao.fieldwork.meetings.rules import MOST_ATTENDANCES
from phongtrao.fieldwork.meetings.rules.before import MOST_BRIDGES, reply_day
from phongtrao.fieldwork.meetings.workflow import MEETING
from phongtrao.fieldwork.register.actions import (
    locked,
    require_past,
    require_within,
    save_changed,
)
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class Held:
    """How many attended in all, and of them at each bridge point.

    `without_quorum` says that too few of the invited bodies took part.
    """

    attendances: int
    bridges: Mapping[Body, int] = field(default_factory=dict)
    without_quorum: bool = False


@transaction.atomic
def move(meeting: Meeting, *, day: date, reason: str, by: Actor) -> Meeting:
    """Put a meeting off or bring it forward; the former day stays on record, and whoever was
    invited is asked again.

    Raises Forbidden, TransitionRefused and InvalidInput (no reason, the same day).
    """
    found = locked(meeting, by=by)
    said = _reason(reason)
    if day == found.held_on:
        _refuse("day", N_("Cuộc họp đã định vào ngày này."))
    before = found.held_on
    facts: dict[str, Any] = {"held_on": day}
    if ask_again(found, day=day, by=by):
        facts["reply_by"] = reply_day(day, by.day)
    step = _step(found, "move", facts, by, reason=said)
    MeetingMove.objects.create(
        entry=step, from_day=before, to_day=day, reason=said, at=clock.now(), by=posting_of(by)
    )
    return step


@transaction.atomic
def hold(meeting: Meeting, held: Held, *, by: Actor) -> Meeting:
    """Note that a meeting took place, or correct who attended.

    Raises Forbidden, TransitionRefused, Refused (its day has not come, who attended of the invited
    is not noted) and InvalidInput (bridge points that add up to more than all attendances, too few
    bodies and not said so).
    """
    found = locked(meeting, by=by)
    MEETING.target("hold", found.state)
    if found.held_on > by.day:
        raise Refused(
            N_("Chưa đến ngày họp %(day)s. Họp sớm hơn thì chuyển ngày trước."),
            day=date_vn(found.held_on),
        )
    _require_adds_up(held)
    facts = {"attendances": held.attendances, **recounted(found)}
    require_said(is_met=facts["quorum_met"], is_told=held.without_quorum)
    _write_bridges(found, held.bridges)
    return _step(found, "hold", facts, by, attendances=held.attendances)


@transaction.atomic
def conclude(meeting: Meeting, *, paper: str, day: date, by: Actor) -> Meeting:
    """Note the notice of conclusions that went out.

    Raises Forbidden, TransitionRefused, Refused (no conclusion was written) and InvalidInput (a
    day before the meeting or to come).
    """
    found = locked(meeting, by=by)
    MEETING.target("conclude", found.state)  # a wrong state is told before what is missing
    require_past(day, by, field="day")
    if day < found.held_on:
        _refuse("day", N_("Thông báo kết luận không có trước ngày họp."))
    if not found.conclusions.exists():
        raise Refused(N_("Chưa ghi kết luận nào. Hãy ghi kết luận trước khi thông báo."))
    facts = {"notice_paper": tidy_line(paper)[:200], "notice_on": day}
    return _step(found, "conclude", facts, by, paper=facts["notice_paper"])


@transaction.atomic
def reopen(meeting: Meeting, *, reason: str, by: Actor) -> Meeting:
    """Take back a notice that was noted wrongly. Raises Forbidden, TransitionRefused, InvalidInput
    (no reason).
    """
    found = locked(meeting, by=by)
    said, before = _reason(reason), found.notice_paper
    facts = {"notice_paper": "", "notice_on": None}
    return _step(found, "reopen", facts, by, reason=said, before=before)


@transaction.atomic
def call_off(meeting: Meeting, *, reason: str, by: Actor) -> Meeting:
    """Say why a meeting does not take place. Raises Forbidden, TransitionRefused, InvalidInput."""
    found = locked(meeting, by=by)
    said = _reason(reason)
    return _step(found, "call_off", {"called_off_reason": said}, by, reason=said)


def _require_adds_up(held: Held) -> None:
    require_within("attendances", held.attendances, 0, MOST_ATTENDANCES)
    away = sum(held.bridges.values())
    if away > held.attendances:
        said = Sentence(
            N_("Các điểm cầu cộng lại là %(away)s, nhiều hơn tổng số %(total)s người dự."),
            {"away": away, "total": held.attendances},
        )
        raise InvalidInput(said, fields={"bridges": said})
    if len(held.bridges) > MOST_BRIDGES:
        _refuse("bridges", N_("Một cuộc họp ghi nhiều nhất 200 điểm cầu."))


def _write_bridges(meeting: Meeting, attended: Mapping[Body, int]) -> None:
    """Who attended where; a point that was planned stays with none, others go."""
    planned = Q(venue__gt="") | Q(chair__gt="") | Q(expected__isnull=False)
    meeting.bridges.exclude(planned).delete()
    rows = {row.body_id: row for row in meeting.bridges.all()}
    for row in rows.values():
        row.attendances = 0
    new = []
    for body, count in attended.items():
        if body.pk in rows:
            rows[body.pk].attendances = count
        else:
            new.append(BridgePoint(entry=meeting, body=body, attendances=count))
    BridgePoint.objects.bulk_update(rows.values(), ["attendances"])
    BridgePoint.objects.bulk_create(new)


def _step(found: Meeting, verb: str, facts: Mapping[str, Any], by: Actor, **told: Any) -> Meeting:
    target = MEETING.target(verb, found.state)
    save_changed(found, {**facts, "state": target})
    audit.record(f"meeting.{verb}", found, by=by, **told)
    return found


def _reason(text: str) -> str:
    said = tidy_line(text)[:300]
    if not said:
        _refuse("reason", N_("Hãy ghi lý do."))
    return said


def _refuse(name: str, said: str) -> None:
    raise InvalidInput(Sentence(said), fields={name: Sentence(said)})
