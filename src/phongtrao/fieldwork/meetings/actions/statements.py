"""Statements (ý kiến phát biểu): written in order, amended until the minutes are closed."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.fieldwork.meetings.models import Meeting, Statement, StatementVersion
from phongtrao.fieldwork.meetings.workflow import MeetingState
from phongtrao.fieldwork.register.actions import locked
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.actions import ProposalSpec, make_proposal
from phongtrao.planning.models import Programme, Proposal
from phongtrao.planning.permissions import posting_of
from phongtrao.planning.workflow import ProposalOrigin

_MOST, _MOST_TEXT = 500, 5_000


@dataclass(frozen=True, slots=True)
class StatementTerms:
    """Who said it (body, post), what, in which section and under which item of the agenda."""

    text: str
    body: Body | None = None
    post: str = ""
    programme: Programme | None = None
    under: str = ""


@transaction.atomic
def add_statement(meeting: Meeting, terms: StatementTerms, *, by: Actor) -> Statement:
    """Write down what was said next; possible from the day of the meeting on.

    Raises Forbidden, Refused (not its day yet, called off, minutes approved) and InvalidInput
    (nothing said, nobody said it).
    """
    found = _open(meeting, by)
    last = found.statements.aggregate(last=Max("place"))["last"] or 0
    if last >= _MOST:
        raise Refused(N_("Một cuộc họp ghi nhiều nhất 500 ý kiến."))
    made = Statement.objects.create(
        entry=found, place=last + 1, said_at=clock.now(), written_by=posting_of(by),
        **_facts(terms, found),
    )  # fmt: skip
    audit.record("meeting.statement_written", found, by=by, place=made.place)
    return made


@transaction.atomic
def change_statement(statement: Statement, terms: StatementTerms, *, by: Actor) -> Statement:
    """Amend a statement; how it read before stays with whoever changed it. Raises as adding."""
    found = _open(statement.entry, by)
    row = _row(found, statement)
    facts = _facts(terms, found)
    if all(getattr(row, name) == value for name, value in facts.items()):
        return row
    StatementVersion.objects.create(
        statement=row, speaker=speaker_of(row)[:400], text=row.text, changed_at=clock.now(),
        changed_by=posting_of(by),
    )  # fmt: skip
    for name, value in facts.items():
        setattr(row, name, value)
    row.save()
    audit.record("meeting.statement_changed", found, by=by, place=row.place)
    return row


@transaction.atomic
def strike_statement(statement: Statement, *, reason: str, by: Actor) -> Statement:
    """Strike a statement out: it stays readable with the reason. Raises as changing does."""
    found = _open(statement.entry, by)
    row = _row(found, statement)
    said = tidy_line(reason)[:300]
    if not said:
        _refuse("reason", N_("Hãy ghi lý do."))
    row.struck_on, row.struck_reason = by.day, said
    row.save(update_fields=["struck_on", "struck_reason"])
    audit.record("meeting.statement_struck", found, by=by, place=row.place, reason=said)
    return row


@transaction.atomic
def raise_proposal(statement: Statement, *, by: Actor) -> Proposal:
    """Enter what a body proposed at the meeting as a proposal to the body that holds it.

    Raises Forbidden, Refused (of no body, of the own body, entered already) and InvalidInput.
    """
    found = locked(statement.entry, by=by)
    row = _row(found, statement)
    if row.proposal_id is not None:
        raise Refused(N_("Ý kiến này đã được ghi thành kiến nghị."))
    if row.body is None or row.body_id == found.body_id:
        raise Refused(N_("Chỉ ý kiến của cơ quan khác cơ quan chủ trì mới ghi thành kiến nghị."))
    spec = ProposalSpec(
        text=row.text,
        asker=row.body,
        addressees=[found.body],
        programme=row.programme or found.programme,
        proposed_on=found.held_on,
        origin=ProposalOrigin.MEETING,
        origin_text=found.title,
        heard=True,
    )
    row.proposal = make_proposal(spec, by=by)
    row.save(update_fields=["proposal"])
    audit.record("meeting.statement_proposed", found, by=by, place=row.place)
    return row.proposal


def speaker_of(row: Statement) -> str:
    """Who spoke: the body and the post."""
    name = row.body.name if row.body else ""
    return ", ".join(part for part in (row.post, name) if part)


def _open(meeting: Meeting, by: Actor) -> Meeting:
    """The meeting, locked, while statements may be written."""
    found = locked(meeting, by=by)
    if found.state == MeetingState.CALLED_OFF or found.held_on > by.day:
        raise Refused(N_("Ý kiến phát biểu ghi từ ngày họp trở đi, khi cuộc họp diễn ra."))
    if found.minutes_approved_on is not None:
        raise Refused(
            N_("Biên bản đã được duyệt nên ý kiến không sửa được nữa; cần sửa thì ghi đính chính.")
        )
    return found


def _row(found: Meeting, statement: Statement) -> Statement:
    row = (
        found.statements.select_for_update(of=("self",))
        .select_related("body", "programme")
        .get(pk=statement.pk)
    )
    if row.struck_on is not None:
        raise Refused(N_("Ý kiến này đã bị gạch bỏ."))
    return row


def _facts(terms: StatementTerms, meeting: Meeting) -> dict[str, Any]:
    text, post = tidy(terms.text).strip()[:_MOST_TEXT], tidy_line(terms.post)[:150]
    if not text:
        _refuse("text", N_("Hãy ghi nội dung ý kiến."))
    if terms.body is None and not post:
        _refuse("body", N_("Hãy ghi cơ quan hoặc chức vụ của người phát biểu."))
    section = terms.programme
    if section is not None and section.pk != meeting.programme_id:
        if not meeting.sections.filter(programme=section).exists():
            _refuse("programme", N_("Cuộc họp không có phần của chương trình này."))
    else:
        section = None
    return {
        "text": text,
        "body": terms.body,
        "post": post,
        "programme": section,
        "under": tidy_line(terms.under)[:300],
    }


def _refuse(name: str, said: str) -> None:
    raise InvalidInput(Sentence(said), fields={name: Sentence(said)})
