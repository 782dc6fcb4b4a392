"""Conclusions: written one by one, given as tasks, tied to requirements and answers, settled."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from phongtrao.core import audit
from phongtrao.core.calendar import DeadlineRule
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.fieldwork.meetings.actions.quorum import require_quorum
from phongtrao.fieldwork.meetings.actions.sections import require_section
from phongtrao.fieldwork.meetings.models import Conclusion, ConclusionPart, Meeting
from phongtrao.fieldwork.meetings.rules import BONDS, CONCLUSION_KINDS, DIRECTIVE
from phongtrao.fieldwork.meetings.workflow import TOOK_PLACE, MeetingState
from phongtrao.fieldwork.register.actions import locked, require_known
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.actions import PartSpec, TaskSpec, answer_proposal, assign_task
from phongtrao.planning.models import Programme, ProposalAddressee, Requirement

_MOST, _MOST_PARTS = 100, 60


@dataclass(frozen=True, slots=True)
class ConclusionTerms:
    """What was concluded; of a directive who acts, with whom, and by when.

    `programme` is the section of a conference; `earlier` a former conclusion that this one repeats
    or replaces (`bond`).
    """

    kind: str
    text: str
    body: Body | None = None
    due_on: date | None = None
    parts: tuple[PartSpec, ...] = ()
    programme: Programme | None = None
    earlier: Conclusion | None = None
    bond: str = ""


@transaction.atomic
def add_conclusion(meeting: Meeting, terms: ConclusionTerms, *, by: Actor) -> Conclusion:
    """Write one more conclusion; a due day that is off moves on to the next working day.

    Raises Forbidden, Refused (not held, made known already) and InvalidInput (no text, a directive
    without a body or a day).
    """
    found = _open(meeting, by)
    last = found.conclusions.aggregate(last=Max("number"))["last"] or 0
    if last >= _MOST:
        raise Refused(N_("Một cuộc họp ghi nhiều nhất 100 kết luận."))
    made = Conclusion.objects.create(entry=found, number=last + 1, **_facts(terms, found))
    _write_parts(made, terms)
    audit.record("meeting.concluded_one", found, by=by, number=made.number, kind=made.kind)
    return made


@transaction.atomic
def change_conclusion(conclusion: Conclusion, terms: ConclusionTerms, *, by: Actor) -> Conclusion:
    """Correct a conclusion that is not yet a task. Raises as adding does."""
    found = _open(conclusion.entry, by)
    row = found.conclusions.select_for_update().get(pk=conclusion.pk)
    _require_free(row)
    for name, value in _facts(terms, found).items():
        setattr(row, name, value)
    row.save()
    _write_parts(row, terms)
    audit.record("meeting.conclusion_changed", found, by=by, number=row.number)
    return row


@transaction.atomic
def drop_conclusion(conclusion: Conclusion, *, by: Actor) -> None:
    """Take back a conclusion that is not yet a task; the record keeps its words."""
    found = _open(conclusion.entry, by)
    row = found.conclusions.select_for_update().get(pk=conclusion.pk)
    _require_free(row)
    if row.answers_id is not None or row.later.exists():
        raise Refused(N_("Kết luận này trả lời một kiến nghị hoặc được nhắc ở kỳ sau nên giữ lại."))
    audit.record("meeting.conclusion_dropped", found, by=by, number=row.number, text=row.text)
    row.delete()


@transaction.atomic
def give_as_task(conclusion: Conclusion, *, product: str, by: Actor) -> Conclusion:
    """Give a directive as a task: it is followed, reported and urged like any other.

    Raises Forbidden, Refused (no directive, given already) and InvalidInput (no product, a day
    that is past, a body out of reach).
    """
    found = locked(conclusion.entry, by=by)
    row = found.conclusions.select_for_update().get(pk=conclusion.pk)
    _require_free(row)
    if row.kind != DIRECTIVE or row.body is None or row.due_on is None:
        raise Refused(N_("Chỉ kết luận có cơ quan thực hiện và thời hạn mới giao thành nhiệm vụ."))
    spec = TaskSpec(
        title=row.text[:300],
        product=tidy_line(product)[:200],
        lead=row.body,
        due_on=row.due_on,
        parts=tuple(PartSpec(part.body, part.text) for part in row.parts.select_related("body")),
    )
    row.task = assign_task(spec, programme=row.programme or found.programme, by=by)
    row.save(update_fields=["task"])
    audit.record("meeting.conclusion_given", found, by=by, number=row.number, task=row.task.pk)
    return row


@transaction.atomic
def tie_to_requirement(
    conclusion: Conclusion, requirement: Requirement, *, by: Actor
) -> Conclusion:
    """Say which clause of the registered notice a directive is: its addressees make it concrete.

    Raises Forbidden, Refused (no directive, given or settled already, a clause that another
    conclusion is) and InvalidInput (a paper of another register).
    """
    found = locked(conclusion.entry, by=by)
    row = found.conclusions.select_for_update().get(pk=conclusion.pk)
    _require_free(row)
    if row.kind != DIRECTIVE:
        raise Refused(N_("Chỉ kết luận giao việc mới gắn với yêu cầu của văn bản."))
    if requirement.document.home_body_id != found.body_id:
        raise _refusal("requirement", N_("Yêu cầu này không thuộc văn bản trong sổ của cơ quan."))
    if Conclusion.objects.filter(requirement=requirement).exists():
        raise Refused(N_("Yêu cầu này đã gắn với một kết luận khác."))
    row.requirement = requirement
    row.save(update_fields=["requirement"])
    audit.record(
        "meeting.conclusion_linked", found, by=by, number=row.number, requirement=requirement.pk
    )
    return row


@transaction.atomic
def answer_with(
    conclusion: Conclusion, addressee: ProposalAddressee, verb: str, *, by: Actor
) -> Conclusion:
    """Answer a proposal (`verb`: agree, decline, note) with the words of a conclusion.

    Raises Forbidden, TransitionRefused (answered already), Refused (this conclusion answers one
    already) and InvalidInput (a proposal to another body).
    """
    found = locked(conclusion.entry, by=by)
    row = found.conclusions.select_for_update().get(pk=conclusion.pk)
    if row.answers_id is not None:
        raise Refused(N_("Kết luận này đã trả lời một kiến nghị."))
    if addressee.body_id != found.body_id:
        raise _refusal("proposal", N_("Kiến nghị này không gửi cơ quan chủ trì cuộc họp."))
    row.answers = answer_proposal(addressee, verb, text=row.text, paper=found.notice_paper, by=by)
    row.save(update_fields=["answers"])
    audit.record("meeting.conclusion_answers", found, by=by, number=row.number)
    return row


@transaction.atomic
def settle(conclusion: Conclusion, *, note: str, day: date, by: Actor) -> Conclusion:
    """Note how a conclusion without a task was settled.

    Raises Forbidden, Refused (settled already, followed as a task) and InvalidInput (no note, a
    day before the meeting or to come).
    """
    found = locked(conclusion.entry, by=by)
    row = found.conclusions.select_for_update().get(pk=conclusion.pk)
    _require_free(row)
    said = tidy_line(note)[:500]
    if not said:
        raise _refusal("note", N_("Hãy ghi kết quả thực hiện kết luận."))
    if not found.held_on <= day <= by.day:
        raise _refusal("day", N_("Ngày thực hiện từ ngày họp đến hôm nay."))
    row.settled_on, row.settled_note = day, said
    row.save(update_fields=["settled_on", "settled_note"])
    audit.record("meeting.conclusion_settled", found, by=by, number=row.number)
    return row


def _open(meeting: Meeting, by: Actor) -> Meeting:
    """The meeting, locked, while its conclusions may be written."""
    found = locked(meeting, by=by)
    if found.state not in TOOK_PLACE:
        raise Refused(N_("Kết luận chỉ ghi sau khi cuộc họp đã diễn ra."))
    if found.state == MeetingState.CONCLUDED:
        raise Refused(N_("Đã thông báo kết luận. Muốn sửa, hãy bỏ thông báo đã ghi trước."))
    return found


def _require_free(row: Conclusion) -> None:
    if row.task_id is not None:
        raise Refused(N_("Kết luận này đã giao thành nhiệm vụ; hãy theo dõi ở nhiệm vụ đó."))
    if row.requirement_id is not None:
        raise Refused(N_("Kết luận này là một yêu cầu của văn bản; hãy theo dõi ở văn bản đó."))
    if row.settled_on is not None:
        raise Refused(N_("Kết luận này đã ghi kết quả thực hiện."))


def _facts(terms: ConclusionTerms, meeting: Meeting) -> dict[str, Any]:
    require_known("kind", terms.kind, dict(CONCLUSION_KINDS))
    text = tidy_line(terms.text)[:1000]
    if not text:
        raise _refusal("text", N_("Hãy ghi nội dung kết luận."))
    require_quorum(meeting, terms.kind)
    facts = {"kind": terms.kind, "text": text, **_bond(terms, meeting), **_section(terms, meeting)}
    if terms.kind != DIRECTIVE:
        return facts | {"body": None, "due_on": None, "said_due_on": None}
    if terms.body is None:
        raise _refusal("body", N_("Kết luận giao việc cần cơ quan thực hiện."))
    if terms.due_on is None or terms.due_on < meeting.held_on:
        raise _refusal("due_on", N_("Kết luận giao việc cần thời hạn, không trước ngày họp."))
    if terms.body.pk in {part.body.pk for part in terms.parts}:
        raise _refusal("parts", N_("Cơ quan thực hiện chính không ghi lại ở cơ quan phối hợp."))
    due = work_calendar().shift_deadline(terms.due_on, DeadlineRule.NEXT_WORKING_DAY)
    said = terms.due_on if due != terms.due_on else None
    return facts | {"body": terms.body, "due_on": due, "said_due_on": said}


def _section(terms: ConclusionTerms, meeting: Meeting) -> dict[str, Any]:
    require_section(meeting, terms.programme)
    section = terms.programme
    is_first = section is not None and section.pk == meeting.programme_id
    return {"programme": None if is_first else section}


def _bond(terms: ConclusionTerms, meeting: Meeting) -> dict[str, Any]:
    """The earlier conclusion and how this one stands to it; both or none."""
    if terms.earlier is None:
        return {"earlier": None, "bond": ""}
    require_known("bond", terms.bond, dict(BONDS))
    before = terms.earlier.entry
    if before.body_id != meeting.body_id or before.held_on >= meeting.held_on:
        raise _refusal("earlier", N_("Chỉ nối với kết luận kỳ họp trước của cùng cơ quan."))
    return {"earlier": terms.earlier, "bond": terms.bond}


def _write_parts(row: Conclusion, terms: ConclusionTerms) -> None:
    if len(terms.parts) > _MOST_PARTS:
        raise _refusal("parts", N_("Một kết luận ghi nhiều nhất 60 cơ quan phối hợp."))
    row.parts.all().delete()
    if row.kind != DIRECTIVE:
        return
    once = {part.body.pk: part for part in terms.parts}
    ConclusionPart.objects.bulk_create(
        ConclusionPart(conclusion=row, body=part.body, text=tidy_line(part.text)[:300])
        for part in once.values()
    )


def _refusal(name: str, said: str) -> InvalidInput:
    return InvalidInput(Sentence(said), fields={name: Sentence(said)})
