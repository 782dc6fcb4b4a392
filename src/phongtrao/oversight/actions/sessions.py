"""Sessions of an inspection: planned, changed, moved, held, called off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence, StaleVersion
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.register.actions import require_known, require_within
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight import permissions
from phongtrao.oversight.actions.inspections import refuse
from phongtrao.oversight.models import (
    Attendance,
    Inspection,
    InspectionSession,
    SessionBody,
    SessionMove,
)
from phongtrao.oversight.rules import OF_DELEGATION, OF_INSPECTED
from phongtrao.oversight.workflow import SESSION
from phongtrao.planning.permissions import posting_of

_MOST_LINES = 100
_MOST_HEADS = 1_000
_MOST_TEXT = 20_000
_TEXTS = ("presented", "questions", "answers")
# Where the form says what is wrong with the lines of a side.
_FIELDS = {OF_DELEGATION: "delegation", OF_INSPECTED: "inspected"}


@dataclass(frozen=True, slots=True)
class SessionTerms:
    """With which inspected bodies, when, where, and which office presides.

    `presider_agency`: an agency that is no body here, in place of one.
    """

    title: str
    held_on: date
    bodies: Sequence[Body]
    presider_body: Body | None
    presider_post: str
    presider_agency: str = ""
    starts_at: time | None = None
    venue: str = ""


@dataclass(frozen=True, slots=True)
class Attended:
    """How many of a body attended in which post, on which side; never their names.

    `agency`: one that is no body here, in place of one.
    """

    side: str
    body: Body | None
    post: str
    headcount: int = 1
    agency: str = ""


@dataclass(frozen=True, slots=True)
class SessionHeld:
    """What a session was: who attended, who presented, what was asked and answered."""

    attendances: Sequence[Attended]
    presented: str = ""
    questions: str = ""
    answers: str = ""
    ends_at: time | None = None


@transaction.atomic
def plan_session(inspection: Inspection, terms: SessionTerms, *, by: Actor) -> InspectionSession:
    """Enter a session; one on a day off is taken, its page says so.

    Raises Forbidden (another body's inspection, no delegation stands) and InvalidInput (a day
    before the decision, nobody or somebody not inspected, no words).
    """
    found = _inspection(inspection.pk)
    permissions.require_session_keeper(by, found)
    made = InspectionSession.objects.create(
        entry=found,
        recorded_at=clock.now(),
        recorded_by=posting_of(by),
        **_facts(found, terms),
        **_time(found, terms.held_on, terms.starts_at),
    )
    _write_bodies(made, terms.bodies)
    audit.record("inspectionsession.planned", made, by=by, day=str(made.held_on))
    return made


@transaction.atomic
def change_session(
    session: InspectionSession,
    terms: SessionTerms,
    *,
    by: Actor,
    expected_version: int | None = None,
) -> InspectionSession:
    """Another title, place, presider or other bodies; its day is moved with a reason.

    Raises as planning does, Refused once its minutes are approved, and StaleVersion.
    """
    found = session_locked(session, by=by, expected_version=expected_version)
    _require_open_minutes(found)
    save_session(found, _facts(found.entry, terms))
    _write_bodies(found, terms.bodies)
    audit.record("inspectionsession.changed", found, by=by, day=str(found.held_on))
    return found


@transaction.atomic
def move_session(
    session: InspectionSession,
    *,
    day: date,
    reason: str,
    by: Actor,
    starts_at: time | None = None,
    expected_version: int | None = None,
) -> InspectionSession:
    """Put a session off or bring it forward, any number of times; each move stays on record.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput (no reason, the same day and
    hour, a day before the decision).
    """
    found = session_locked(session, by=by, expected_version=expected_version)
    target, said = SESSION.target("move", found.state), _reason(reason)
    if (day, starts_at) == (found.held_on, found.starts_at):
        refuse("day", N_("Buổi làm việc đã định vào ngày, giờ này."))
    SessionMove.objects.create(
        entry=found,
        from_day=found.held_on,
        from_time=found.starts_at,
        to_day=day,
        to_time=starts_at,
        reason=said,
        at=clock.now(),
        by=posting_of(by),
    )
    save_session(found, {"state": target} | _time(found.entry, day, starts_at, field="day"))
    audit.record("inspectionsession.move", found, by=by, day=str(day), reason=said)
    return found


@transaction.atomic
def hold_session(
    session: InspectionSession,
    held: SessionHeld,
    *,
    by: Actor,
    expected_version: int | None = None,
) -> InspectionSession:
    """Note that a session took place, or correct what was noted until its minutes are approved.

    Raises Forbidden, TransitionRefused, StaleVersion, Refused (its day has not come, the minutes
    are approved) and InvalidInput (nobody of one side, a line of nobody).
    """
    found = session_locked(session, by=by, expected_version=expected_version)
    target = SESSION.target("hold", found.state)
    _require_open_minutes(found)
    if found.held_on > by.day:
        raise Refused(
            N_("Buổi làm việc định vào ngày %(day)s nên chưa ghi là đã làm việc được."),
            day=date_vn(found.held_on),
        )
    if held.ends_at and found.starts_at and held.ends_at <= found.starts_at:
        refuse("ends_at", N_("Giờ kết thúc phải sau giờ bắt đầu."))
    _write_attendances(found, held.attendances)
    texts = {name: getattr(held, name).strip()[:_MOST_TEXT] for name in _TEXTS}
    save_session(found, {"state": target, "ends_at": held.ends_at} | texts)
    audit.record("inspectionsession.hold", found, by=by, day=str(found.held_on))
    return found


@transaction.atomic
def call_off_session(
    session: InspectionSession, *, reason: str, by: Actor, expected_version: int | None = None
) -> InspectionSession:
    """Say why a session does not take place. Raises as moving does."""
    found = session_locked(session, by=by, expected_version=expected_version)
    target, said = SESSION.target("call_off", found.state), _reason(reason)
    save_session(found, {"state": target, "called_off_reason": said})
    audit.record("inspectionsession.call_off", found, by=by, reason=said)
    return found


def session_locked(
    session: InspectionSession, *, by: Actor, expected_version: int | None = None
) -> InspectionSession:
    """The session, held with its inspection until the transaction ends.

    Raises Forbidden (another body's inspection, one that is over) and StaleVersion.
    """
    entry = _inspection(session.entry_id)
    permissions.require_session_keeper(by, entry)
    found = InspectionSession.objects.select_for_update(of=("self",)).get(pk=session.pk)
    found.entry = entry
    if expected_version not in (None, found.row_version):
        raise StaleVersion
    return found


def save_session(session: InspectionSession, facts: dict[str, Any]) -> None:
    """Write other facts and count the version up."""
    for name, value in facts.items():
        setattr(session, name, value)
    session.row_version += 1
    session.save()


def _inspection(pk: int) -> Inspection:
    return Inspection.objects.select_for_update(of=("self",)).get(pk=pk)


def _facts(inspection: Inspection, terms: SessionTerms) -> dict[str, Any]:
    title, post = tidy_line(terms.title)[:300], tidy_line(terms.presider_post)[:120]
    if not title:
        refuse("title", N_("Hãy ghi nội dung buổi làm việc."))
    if not post:
        refuse("presider_post", N_("Hãy ghi chức vụ của người chủ trì."))
    inspected = set(inspection.inspected.values_list("body_id", flat=True))
    if not terms.bodies:
        refuse("bodies", N_("Hãy chọn ít nhất một cơ quan được kiểm tra."))
    if not {body.pk for body in terms.bodies} <= inspected:
        refuse("bodies", N_("Chỉ làm việc với cơ quan được kiểm tra trong cuộc này."))
    agency = "" if terms.presider_body else tidy_line(terms.presider_agency)[:200]
    if terms.presider_body is None and not agency:
        refuse("presider_body", N_("Hãy ghi cơ quan chủ trì buổi làm việc."))
    if terms.presider_body is not None and terms.presider_body.pk in inspected:
        refuse("presider_body", N_("Buổi làm việc do đoàn kiểm tra chủ trì."))
    return {
        "title": title,
        "venue": tidy_line(terms.venue)[:200],
        "presider_body": terms.presider_body,
        "presider_agency": agency,
        "presider_post": post,
    }


def _time(
    inspection: Inspection, day: date, starts_at: time | None, *, field: str = "held_on"
) -> dict[str, Any]:
    """Day and hour; nothing is held before the delegation was decided."""
    if inspection.decided_on is None or day < inspection.decided_on:
        said = Sentence(
            N_("Ngày làm việc không trước ngày quyết định thành lập đoàn (%(day)s)."),
            {"day": date_vn(inspection.decided_on)},
        )
        raise InvalidInput(said, fields={field: said})
    return {"held_on": day, "starts_at": starts_at}


def _write_bodies(session: InspectionSession, bodies: Sequence[Body]) -> None:
    wanted = {body.pk for body in bodies}
    session.bodies.exclude(body_id__in=wanted).delete()
    kept = set(session.bodies.values_list("body_id", flat=True))
    for body in dict.fromkeys(body.pk for body in bodies):
        if body not in kept:
            SessionBody.objects.create(entry=session, body_id=body)


def _write_attendances(session: InspectionSession, lines: Sequence[Attended]) -> None:
    """Who attended, instead of what was noted before; both sides must have been there."""
    if len(lines) > _MOST_LINES:
        refuse("delegation", N_("Ghi nhiều nhất 100 dòng thành phần dự."))
    for side, field in _FIELDS.items():
        if not any(line.side == side for line in lines):
            refuse(field, N_("Hãy ghi ít nhất một cơ quan dự, có số người từ 1 trở lên."))
    for line in lines:
        require_known("side", line.side, _FIELDS)
        field = _FIELDS[line.side]
        require_within(field, line.headcount, 1, _MOST_HEADS)
        if not tidy_line(line.post):
            refuse(field, N_("Hãy ghi chức vụ sau dấu hai chấm cho từng cơ quan."))
        if line.body is None and not tidy_line(line.agency):
            refuse(field, N_("Hãy ghi tên cơ quan ở đầu mỗi dòng."))
    session.attendances.all().delete()
    Attendance.objects.bulk_create(
        Attendance(
            entry=session,
            side=line.side,
            body=line.body,
            agency="" if line.body else tidy_line(line.agency)[:200],
            post=tidy_line(line.post)[:200],
            headcount=line.headcount,
        )
        for line in lines
    )


def _require_open_minutes(session: InspectionSession) -> None:
    if session.minutes_approved_on is not None:
        raise Refused(N_("Biên bản đã được duyệt nên buổi làm việc không sửa được nữa."))


def _reason(text: str) -> str:
    said = tidy_line(text)[:300]
    if not said:
        refuse("reason", N_("Hãy ghi lý do."))
    return said
