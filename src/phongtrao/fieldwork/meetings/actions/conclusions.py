"""Conclusions: written one by one, given as tasks, settled with a note."""

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
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting
from phongtrao.fieldwork.meetings.rules import CONCLUSION_KINDS, DIRECTIVE
from phongtrao.fieldwork.meetings.workflow import TOOK_PLACE, MeetingState
from phongtrao.fieldwork.register.actions import locked, require_known
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.actions import TaskSpec, assign_task

_MOST = 100


@dataclass(frozen=True, slots=True)
class ConclusionTerms:
    """What was concluded; of a directive who acts and by when."""

    kind: str
    text: str
    body: Body | None = None
    due_on: date | None = None


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
    audit.record("meeting.conclusion_changed", found, by=by, number=row.number)
    return row


@transaction.atomic
def drop_conclusion(conclusion: Conclusion, *, by: Actor) -> None:
    """Take back a conclusion that is not yet a task; the record keeps its words."""
    found = _open(conclusion.entry, by)
    row = found.conclusions.select_for_update().get(pk=conclusion.pk)
    _require_free(row)
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
        title=row.text[:300], product=tidy_line(product)[:200], lead=row.body, due_on=row.due_on
    )
    row.task = assign_task(spec, programme=found.programme, by=by)
    row.save(update_fields=["task"])
    audit.record("meeting.conclusion_given", found, by=by, number=row.number, task=row.task.pk)
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
    if row.settled_on is not None:
        raise Refused(N_("Kết luận này đã ghi kết quả thực hiện."))


def _facts(terms: ConclusionTerms, meeting: Meeting) -> dict[str, Any]:
    require_known("kind", terms.kind, dict(CONCLUSION_KINDS))
    text = tidy_line(terms.text)[:1000]
    if not text:
        raise _refusal("text", N_("Hãy ghi nội dung kết luận."))
    if terms.kind != DIRECTIVE:
        return {"kind": terms.kind, "text": text, "body": None, "due_on": None}
    if terms.body is None:
        raise _refusal("body", N_("Kết luận giao việc cần cơ quan thực hiện."))
    if terms.due_on is None or terms.due_on < meeting.held_on:
        raise _refusal("due_on", N_("Kết luận giao việc cần thời hạn, không trước ngày họp."))
    due = work_calendar().shift_deadline(terms.due_on, DeadlineRule.NEXT_WORKING_DAY)
    return {"kind": terms.kind, "text": text, "body": terms.body, "due_on": due}


def _refusal(name: str, said: str) -> InvalidInput:
    return InvalidInput(Sentence(said), fields={name: Sentence(said)})
