"""Training: plan a class, note its sessions, close it; record a drill."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_known,
    require_past,
    require_recorder,
    require_within,
    save_changed,
)
from phongtrao.fieldwork.training.models import Certificate, ClassSession, Drill, TrainingClass
from phongtrao.fieldwork.training.rules import MOST_ATTENDANCES, vocabulary
from phongtrao.org.models import Posting
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class ClassTerms:
    """A class: what of, for whom, from when to when, by which paper."""

    programme: Programme
    area_id: int
    title: str
    topic: str
    group: str
    first_day: date
    last_day: date
    paper: str = ""


@dataclass(frozen=True, slots=True)
class CertificateTerms:
    """Whose certificate of which class: the official by his post, its number and days."""

    training_class: TrainingClass
    holder: Posting
    issued_on: date
    number: str = ""
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class DrillTerms:
    """A drill: of which kind, when, by which paper."""

    programme: Programme
    area_id: int
    title: str
    kind: str
    held_on: date
    paper: str = ""


@transaction.atomic
def plan_class(terms: ClassTerms, *, by: Actor) -> TrainingClass:
    """Plan a class. Raises Forbidden and InvalidInput (no title, days out of order)."""
    require_recorder(by)
    posting = posting_of(by)
    made = TrainingClass.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **_class_facts(terms, by)
    )
    search.refresh(TrainingClass, [made.pk])
    audit.record("trainingclass.planned", made, by=by, topic=made.topic)
    return made


@transaction.atomic
def change_class(
    entry: TrainingClass, terms: ClassTerms, *, by: Actor, expected_version: int | None = None
) -> TrainingClass:
    """Other facts of a class that is not closed. Raises as planning does, and StaleVersion."""
    found = locked(entry, by=by, expected_version=expected_version)
    _require_open(found)
    facts = _class_facts(terms, by)
    days = found.sessions.filter(held_on__lt=terms.first_day) | found.sessions.filter(
        held_on__gt=terms.last_day
    )
    if days.exists():
        _refuse("first_day", N_("Đã ghi buổi học ngoài các ngày này."))
    save_changed(found, facts)
    audit.record("trainingclass.changed", found, by=by, topic=found.topic)
    return found


@transaction.atomic
def note_session(
    entry: TrainingClass, *, held_on: date, attendances: int, by: Actor
) -> ClassSession:
    """Note how many attended on a day; the same day again replaces the figure.

    Raises Forbidden and InvalidInput (a day to come or outside the class, a class that is closed).
    """
    found = locked(entry, by=by)
    _require_open(found)
    require_past(held_on, by, field="held_on")
    require_within("attendances", attendances, 1, MOST_ATTENDANCES)
    if not found.first_day <= held_on <= found.last_day:
        _refuse("held_on", N_("Ngày này không thuộc thời gian của lớp."))
    session, _made = ClassSession.objects.update_or_create(
        training_class=found, held_on=held_on, defaults={"attendances": attendances}
    )
    audit.record("trainingclass.held", found, by=by, on=str(held_on), attendances=attendances)
    return session


@transaction.atomic
def close_class(entry: TrainingClass, *, closed_on: date, by: Actor) -> TrainingClass:
    """Close a class: it counts from that day. Raises Forbidden and InvalidInput (no session)."""
    found = locked(entry, by=by)
    _require_open(found)
    require_past(closed_on, by, field="closed_on")
    last = found.sessions.order_by("-held_on").first()
    if last is None:
        _refuse("closed_on", N_("Lớp chưa có buổi học nào; hãy ghi buổi học trước khi kết thúc."))
    if closed_on < last.held_on:
        _refuse("closed_on", N_("Ngày kết thúc không trước buổi học cuối."))
    save_changed(found, {"closed_on": closed_on})
    audit.record("trainingclass.closed", found, by=by, on=str(closed_on))
    return found


@transaction.atomic
def record_certificate(terms: CertificateTerms, *, by: Actor) -> Certificate:
    """Enter the certificate of an official of one's own line of areas.

    Raises Forbidden and InvalidInput (a class without a session, a day before it or to come, an
    official out of reach, a second certificate of one class).
    """
    require_recorder(by)
    held = locked(terms.training_class, by=by)
    require_past(terms.issued_on, by, field="issued_on")
    if not held.sessions.exists():
        _refuse("issued_on", N_("Lớp chưa có buổi học nào nên chưa cấp chứng nhận."))
    if terms.issued_on < held.first_day:
        _refuse("issued_on", N_("Ngày cấp không trước ngày đầu của lớp."))
    if terms.valid_to is not None and terms.valid_to < terms.issued_on:
        _refuse("valid_to", N_("Ngày hết hạn không trước ngày cấp."))
    if not by.scope.covers_now(terms.holder.body.area_id):
        _refuse("body", N_("Cơ quan này không thuộc phạm vi của cơ quan bạn."))
    if held.certificates.filter(holder=terms.holder, struck_on__isnull=True).exists():
        _refuse("capacity", N_("Người giữ chức vụ này đã có chứng nhận của lớp."))
    posting = posting_of(by)
    made = Certificate.objects.create(
        programme=held.programme,
        body=posting.body,
        area_id=terms.holder.body.area_id,
        training_class=held,
        holder=terms.holder,
        number=tidy_line(terms.number)[:80],
        issued_on=terms.issued_on,
        valid_to=terms.valid_to,
        recorded_at=clock.now(),
        recorded_by=posting,
        search_folded=fold(f"{held.title}\n{terms.number}"),
    )
    audit.record("certificate.recorded", made, by=by, holder=terms.holder.pk)
    return made


@transaction.atomic
def record_drill(terms: DrillTerms, *, by: Actor) -> Drill:
    """Enter a drill. Raises Forbidden and InvalidInput (no title, a day to come)."""
    require_recorder(by)
    posting = posting_of(by)
    made = Drill.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **_drill_facts(terms, by)
    )
    audit.record("drill.recorded", made, by=by, kind=made.kind)
    return made


@transaction.atomic
def change_drill(
    entry: Drill, terms: DrillTerms, *, by: Actor, expected_version: int | None = None
) -> Drill:
    """Correct a drill. Raises as recording does, and StaleVersion."""
    found = locked(entry, by=by, expected_version=expected_version)
    save_changed(found, _drill_facts(terms, by))
    audit.record("drill.changed", found, by=by, kind=found.kind)
    return found


def _require_open(entry: TrainingClass) -> None:
    if entry.closed_on is not None:
        raise InvalidInput(N_("Lớp đã kết thúc; số liệu không sửa được nữa."), "training.closed")


def _class_facts(terms: ClassTerms, by: Actor) -> dict[str, Any]:
    words = vocabulary()
    require_known("topic", terms.topic, {each.code for each in words.topics})
    require_known("group", terms.group, {each.code for each in words.groups})
    if terms.last_day < terms.first_day:
        _refuse("last_day", N_("Ngày cuối không trước ngày đầu."))
    title = _titled(terms.title)
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "title": title,
        "topic": terms.topic,
        "group": terms.group,
        "first_day": terms.first_day,
        "last_day": terms.last_day,
        "paper": tidy_line(terms.paper)[:200],
        "search_folded": fold(title),
    }


def _drill_facts(terms: DrillTerms, by: Actor) -> dict[str, Any]:
    require_known("kind", terms.kind, {each.code for each in vocabulary().drills})
    require_past(terms.held_on, by, field="held_on")
    title = _titled(terms.title)
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "title": title,
        "kind": terms.kind,
        "held_on": terms.held_on,
        "paper": tidy_line(terms.paper)[:200],
        "search_folded": fold(title),
    }


def _titled(text: str) -> str:
    title = tidy_line(text)[:300]
    if not title:
        _refuse("title", N_("Hãy ghi tên."))
    return title


def _refuse(field: str, words: str) -> NoReturn:
    said = Sentence(words)
    raise InvalidInput(said, fields={field: said})
