"""Papers and speeches of a meeting: asked for, sent, returned, approved, put in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.models import StoredFile
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.meetings.actions.planned import require_bodies_hold
from phongtrao.fieldwork.meetings.actions.sections import require_section
from phongtrao.fieldwork.meetings.models import Meeting, MeetingPaper, MeetingPaperStep
from phongtrao.fieldwork.meetings.rules import PAPER_KINDS
from phongtrao.fieldwork.meetings.rules.before import MOST_PAPERS
from phongtrao.fieldwork.meetings.workflow import PAPER, MeetingState, PaperState
from phongtrao.fieldwork.register.actions import locked, require_known, require_within
from phongtrao.fieldwork.register.permissions import can_keep, may_record
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme, ProgrammeDocument
from phongtrao.planning.permissions import posting_of

_MOST_MINUTES = 600


@dataclass(frozen=True, slots=True)
class PaperTerms:
    """What is to be read or handed out, by which body and post, by when, for how many minutes."""

    kind: str
    title: str
    body: Body
    post: str = ""
    programme: Programme | None = None
    due_on: date | None = None
    minutes: int = 0


@transaction.atomic
def ask_paper(meeting: Meeting, terms: PaperTerms, *, by: Actor) -> MeetingPaper:
    """Ask a body for a paper; it takes the last turn.

    Raises Forbidden, Refused (called off, made known, too many) and InvalidInput.
    """
    found = _open(meeting, by)
    if found.papers.count() >= MOST_PAPERS:
        raise Refused(N_("Một cuộc họp ghi nhiều nhất 100 tài liệu, tham luận."))
    last = found.papers.aggregate(last=Max("place"))["last"] or 0
    made = MeetingPaper.objects.create(entry=found, place=last + 1, **_facts(terms, found))
    _step(made, by)
    audit.record("meeting.paper_asked", found, by=by, paper=made.pk, body=made.body_id)
    return made


@transaction.atomic
def change_paper(paper: MeetingPaper, terms: PaperTerms, *, by: Actor) -> MeetingPaper:
    """Other facts of a paper that is not approved. Raises as asking does."""
    found = _open(paper.entry, by)
    row = _row(paper)
    if row.state == PaperState.APPROVED:
        raise Refused(N_("Tài liệu đã duyệt. Muốn sửa, hãy trả lại trước."))
    for name, value in _facts(terms, found).items():
        setattr(row, name, value)
    _save(row)
    audit.record("meeting.paper_changed", found, by=by, paper=row.pk)
    return row


@transaction.atomic
def drop_paper(paper: MeetingPaper, *, by: Actor) -> None:
    """Take back what was asked for while nothing was sent. Raises Forbidden and Refused."""
    found = _open(paper.entry, by)
    row = _row(paper)
    if row.state != PaperState.ASKED:
        raise Refused(N_("Cơ quan đã gửi tài liệu nên không bỏ được. Nội dung đã gửi giữ nguyên."))
    audit.record("meeting.paper_dropped", found, by=by, paper=row.pk, title=row.title)
    row.delete()


@transaction.atomic
def send_paper(
    paper: MeetingPaper,
    *,
    file: StoredFile | None = None,
    document: ProgrammeDocument | None = None,
    by: Actor,
) -> MeetingPaper:
    """The words of a paper: a file, or a paper of the system; what was sent before stays.

    Raises Forbidden (neither the body asked nor the one in charge), TransitionRefused (approved),
    Refused (called off) and InvalidInput (nothing sent, or both).
    """
    row = _row(paper)
    meeting = row.entry
    if not (may_record(by) and by.body_id == row.body_id) and not can_keep(by, meeting):
        raise Forbidden(N_("Chỉ cơ quan được đề nghị mới gửi tài liệu này."))
    target = PAPER.target("send", row.state)
    _require_open(meeting)
    if (file is None) == (document is None):
        _refuse("file", N_("Hãy chọn một tệp, hoặc một văn bản đã có trong hệ thống."))
    row.file, row.document = file, document
    row.state, row.returned_reason = target, ""
    _save(row)
    _step(row, by)
    audit.record("meeting.paper_sent", meeting, by=by, paper=row.pk, body=row.body_id)
    return row


@transaction.atomic
def approve_paper(paper: MeetingPaper, *, by: Actor) -> MeetingPaper:
    """Let all invited bodies read a paper. Raises Forbidden, Refused, TransitionRefused."""
    return _decided(paper, "approve", "", by)


@transaction.atomic
def return_paper(paper: MeetingPaper, *, reason: str, by: Actor) -> MeetingPaper:
    """Give a paper back to be mended, an approved one too. Raises as approving, InvalidInput."""
    said = tidy_line(reason)[:300]
    if not said:
        _refuse("reason", N_("Hãy ghi lý do."))
    return _decided(paper, "return", said, by)


@transaction.atomic
def order_papers(meeting: Meeting, places: Mapping[int, int], *, by: Actor) -> None:
    """The turns of papers, by their numbers. Raises Forbidden and Refused."""
    found = _open(meeting, by)
    rows = sorted(found.papers.all(), key=lambda row: (places.get(row.pk, row.place), row.pk))
    for place, row in enumerate(rows, start=1):
        row.place = place
    MeetingPaper.objects.bulk_update(rows, ["place"])
    audit.record("meeting.papers_ordered", found, by=by, count=len(rows))


def _decided(paper: MeetingPaper, verb: str, reason: str, by: Actor) -> MeetingPaper:
    found = _open(paper.entry, by)
    row = _row(paper)
    row.state, row.returned_reason = PAPER.target(verb, row.state), reason
    _save(row)
    _step(row, by, reason)
    audit.record(f"meeting.paper_{verb}", found, by=by, paper=row.pk, reason=reason)
    return row


def _open(meeting: Meeting, by: Actor) -> Meeting:
    found = locked(meeting, by=by)
    _require_open(found)
    return found


def _require_open(meeting: Meeting) -> None:
    if meeting.is_struck or meeting.state not in (MeetingState.PLANNED, MeetingState.HELD):
        raise Refused(
            N_("Cuộc họp không họp nữa hoặc đã thông báo kết luận nên tài liệu chỉ để đọc.")
        )


def _row(paper: MeetingPaper) -> MeetingPaper:
    rows = MeetingPaper.objects.select_for_update(of=("self",)).select_related("entry")
    return rows.get(pk=paper.pk)


def _save(row: MeetingPaper) -> None:
    row.row_version += 1
    row.save()


def _step(row: MeetingPaper, by: Actor, note: str = "") -> None:
    MeetingPaperStep.objects.create(
        paper=row, state=row.state, note=note, file=row.file, at=clock.now(), by=posting_of(by)
    )


def _facts(terms: PaperTerms, meeting: Meeting) -> dict[str, Any]:
    require_known("kind", terms.kind, dict(PAPER_KINDS))
    title = tidy_line(terms.title)[:300]
    if not title:
        _refuse("title", N_("Hãy ghi tên tài liệu, tham luận."))
    require_within("minutes", terms.minutes, 0, _MOST_MINUTES)
    require_bodies_hold([terms.body], meeting.held_on, field="body")
    require_section(meeting, terms.programme)
    if terms.due_on is not None and terms.due_on > meeting.held_on:
        _refuse("due_on", N_("Hạn gửi không sau ngày họp."))
    return {
        "kind": terms.kind,
        "title": title,
        "body": terms.body,
        "post": tidy_line(terms.post)[:150],
        "programme": terms.programme,
        "due_on": terms.due_on,
        "minutes": terms.minutes,
    }


def _refuse(name: str, said: str) -> None:
    raise InvalidInput(Sentence(said), fields={name: Sentence(said)})
