"""The steps of a supervision: begun, its advice sent, answered, called off."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.calendar import DeadlineRule
from phongtrao.core.errors import N_, InvalidInput, Sentence, StaleVersion
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.fieldwork.grassroots import permissions
from phongtrao.fieldwork.grassroots.models import Supervision
from phongtrao.fieldwork.grassroots.rules import vocabulary
from phongtrao.fieldwork.grassroots.workflow import SUPERVISION
from phongtrao.fieldwork.register.actions import (
    locked,
    require_known,
    require_past,
    save_changed,
)
from phongtrao.org.permissions import Actor

_MOST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Advice:
    """The advice that went out: its paper, its day, in points, and by when an answer is due."""

    paper: str
    sent_on: date
    points: str
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the asked body answered, by which paper and when, and what it came to."""

    paper: str
    answered_on: date
    outcome: str
    text: str = ""


@transaction.atomic
def begin(supervision: Supervision, *, by: Actor) -> Supervision:
    """Note that the work has begun. Raises Forbidden and TransitionRefused."""
    return _step(locked(supervision, by=by), "begin", {}, by)


@transaction.atomic
def send_advice(supervision: Supervision, advice: Advice, *, by: Actor) -> Supervision:
    """Note the advice that went to the asked body.

    The answer is due on the day typed, else after the days of the list; a day off moves it on.
    Raises Forbidden, TransitionRefused and InvalidInput (no points, a day to come or before the
    work began, an answer due before the advice).
    """
    found = locked(supervision, by=by)
    require_past(advice.sent_on, by, field="sent_on")
    points = tidy(advice.points).strip()[:_MOST_TEXT]
    if not points:
        _refuse("points", N_("Hãy ghi các điểm kiến nghị, mỗi điểm một dòng; không ghi tên người."))
    if advice.sent_on < found.starts_on:
        _refuse("sent_on", N_("Ý kiến không gửi trước ngày bắt đầu."))
    due = advice.answer_by or answer_due(advice.sent_on)
    if due < advice.sent_on:
        _refuse("answer_by", N_("Hạn trả lời không trước ngày gửi ý kiến."))
    facts = {
        "advice_paper": tidy_line(advice.paper)[:200],
        "advice_on": advice.sent_on,
        "advice": points,
        "answer_by": due,
    }
    return _step(found, "send_advice", facts, by)


@transaction.atomic
def note_answer(supervision: Supervision, answer: Answer, *, by: Actor) -> Supervision:
    """Note the answer: the Front from the paper that came, or the asked body itself.

    Raises Forbidden, StaleVersion, TransitionRefused and InvalidInput (a day before the advice or
    to come, an outcome outside the list).
    """
    found = Supervision.objects.select_for_update(of=("self",)).get(pk=supervision.pk)
    permissions.require_answerer(by, found)
    if found.row_version != supervision.row_version:
        raise StaleVersion
    require_past(answer.answered_on, by, field="answered_on")
    require_known("outcome", answer.outcome, [term.code for term in vocabulary().outcomes])
    if found.advice_on is not None and answer.answered_on < found.advice_on:
        _refuse("answered_on", N_("Ngày trả lời không trước ngày gửi ý kiến."))
    facts = {
        "answer_paper": tidy_line(answer.paper)[:200],
        "answered_on": answer.answered_on,
        "outcome": answer.outcome,
        "answer": tidy(answer.text).strip()[:_MOST_TEXT],
    }
    return _step(found, "note_answer", facts, by)


@transaction.atomic
def take_answer_back(supervision: Supervision, *, reason: str, by: Actor) -> Supervision:
    """Take back an answer that was noted wrongly; the trace keeps it. Raises Forbidden,
    TransitionRefused and InvalidInput (no reason).
    """
    found = locked(supervision, by=by)
    said = _reason(reason)
    before = f"{found.answer_paper} {found.answered_on} {found.outcome}".strip()
    facts = {"answer_paper": "", "answered_on": None, "outcome": "", "answer": ""}
    return _step(found, "take_answer_back", facts, by, reason=said, before=before)


@transaction.atomic
def call_off(supervision: Supervision, *, reason: str, by: Actor) -> Supervision:
    """Say why it does not take place. Raises Forbidden, TransitionRefused and InvalidInput."""
    found = locked(supervision, by=by)
    said = _reason(reason)
    return _step(found, "call_off", {"called_off_reason": said}, by, reason=said)


def answer_due(sent_on: date) -> date:
    """The last day of an answer: the days of the list, moved on from a day off."""
    due = sent_on + timedelta(days=vocabulary().answer_days)
    return work_calendar().shift_deadline(due, DeadlineRule.NEXT_WORKING_DAY)


def _step(
    found: Supervision, verb: str, facts: dict[str, Any], by: Actor, **told: Any
) -> Supervision:
    target = SUPERVISION.target(verb, found.state)
    save_changed(found, {**facts, "state": target})
    audit.record(f"supervision.{verb}", found, by=by, **told)
    return found


def _reason(text: str) -> str:
    said = tidy_line(text)[:300]
    if not said:
        _refuse("reason", N_("Hãy ghi lý do."))
    return said


def _refuse(field: str, said: str) -> None:
    raise InvalidInput(Sentence(said), fields={field: Sentence(said)})
