"""Requests to clarify: asked by the delegation, answered by an inspected body, accepted or not."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.calendar import DeadlineRule
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence, StaleVersion
from phongtrao.core.vietnamese import tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.fieldwork.register.actions import require_known
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight import permissions
from phongtrao.oversight.actions.inspections import refuse
from phongtrao.oversight.models import ClarificationRequest, ClarificationStep, Inspection
from phongtrao.oversight.rules import criteria_of
from phongtrao.oversight.workflow import CLARIFICATION, OVER
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class ClarificationTerms:
    """Who is to clarify which point, what is asked, and by when."""

    body: Body
    criterion: str
    text: str
    asked_by: date


@transaction.atomic
def ask_to_clarify(
    inspection: Inspection, terms: ClarificationTerms, *, by: Actor
) -> ClarificationRequest:
    """Ask an inspected body; a deadline on a day off moves to the next working day.

    Raises Forbidden (no seat, or no delegation at work) and InvalidInput (a body that is not
    inspected, no words, a day that has passed).
    """
    found = Inspection.objects.select_for_update(of=("self",)).get(pk=inspection.pk)
    permissions.require_asker(by, found)
    posting = posting_of(by)
    points = criteria_of(found.criteria_version, found.starts_on).points
    require_known("criterion", terms.criterion, [point.code for point in points])
    if not found.inspected.filter(body=terms.body).exists():
        refuse("body", N_("Chỉ yêu cầu cơ quan được kiểm tra trong cuộc này làm rõ."))
    text = terms.text.strip()[:20_000]
    if not text:
        refuse("text", N_("Hãy ghi nội dung cần làm rõ."))
    made = ClarificationRequest.objects.create(
        entry=found,
        body=terms.body,
        asker=posting.body,
        criterion=terms.criterion,
        text=text,
        recorded_at=clock.now(),
        recorded_by=posting,
        **_due(terms.asked_by, by),
    )
    _note(made, "ask", by, text=text, due_on=made.due_on)
    return made


@transaction.atomic
def take_clarification_step(
    clarification: ClarificationRequest,
    verb: str,
    *,
    by: Actor,
    text: str = "",
    papers: str = "",
    asked_by: date | None = None,
    expected_version: int | None = None,
) -> ClarificationRequest:
    """One verb of the table: the addressed body answers, those who inspect do the rest.

    Raises Forbidden, TransitionRefused, Refused (the inspection is over), StaleVersion and
    InvalidInput (an empty answer, no reason, a day that has passed).
    """
    rows = ClarificationRequest.objects.select_for_update(of=("self",))
    found = rows.select_related("entry").get(pk=clarification.pk)
    if expected_version not in (None, found.row_version):
        raise StaleVersion
    permissions.require_clarifier(by, found, verb)
    target = CLARIFICATION.target(verb, found.state)
    if found.entry.state in OVER:
        raise Refused(N_("Cuộc kiểm tra đã kết thúc nên không ghi thêm được."))
    said, paper = text.strip()[:20_000], tidy_line(papers)[:500]
    if verb != "accept" and not said:
        refuse("text", N_("Hãy ghi nội dung: lời trả lời, điều còn phải làm rõ hoặc lý do rút."))
    facts: dict[str, Any] = {"state": target}
    if verb == "answer":
        facts |= {"answer": said, "answer_papers": paper, "answered_on": by.day}
    if verb == "ask_again":
        facts |= _due(asked_by, by)
    for name, value in facts.items():
        setattr(found, name, value)
    found.row_version += 1
    found.save()
    due = found.due_on if verb == "ask_again" else None
    _note(found, verb, by, text=said, papers=paper, due_on=due)
    return found


def _due(asked_by: date | None, by: Actor) -> dict[str, date]:
    if asked_by is None or asked_by < by.day:
        said = Sentence(N_("Hạn trả lời để trống hoặc đã qua. Hãy ghi ngày từ hôm nay trở đi."))
        raise InvalidInput(said, fields={"asked_by": said})
    due = work_calendar().shift_deadline(asked_by, DeadlineRule.NEXT_WORKING_DAY)
    return {"asked_by": asked_by, "due_on": due}


def _note(found: ClarificationRequest, verb: str, by: Actor, **said: Any) -> None:
    """Keep the step in the thread and in the journal."""
    ClarificationStep.objects.create(
        clarification=found, verb=verb, at=clock.now(), by=posting_of(by), **said
    )
    audit.record(f"clarification.{verb}", found, by=by, body=found.body_id, state=str(found.state))
