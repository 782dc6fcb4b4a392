"""A body asks to learn from the one that runs a model: asked, agreed with a day, visited."""

from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence, StaleVersion
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.exemplars import permissions
from phongtrao.fieldwork.exemplars.models import LearningRequest, PracticeModel
from phongtrao.fieldwork.exemplars.workflow import LEARNING, LearningState
from phongtrao.fieldwork.register.actions import require_past
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of


@transaction.atomic
def ask_to_learn(model: PracticeModel, wish: str, *, by: Actor) -> LearningRequest:
    """Ask the body in charge of a running model for a visit.

    Raises Forbidden, InvalidInput (nothing is asked), and Refused for a second open request.
    """
    found = PracticeModel.objects.select_for_update(of=("self",)).get(pk=model.pk)
    if not permissions.can_ask_to_learn(by, found):
        raise Forbidden(
            N_("Cán bộ của cơ quan khác mới gửi được đề nghị học tập mô hình đang hoạt động.")
        )
    posting = posting_of(by)
    if found.requests.filter(
        body=posting.body, state__in=[LearningState.ASKED, LearningState.AGREED]
    ).exists():
        raise Refused(N_("Cơ quan bạn đã có một đề nghị chưa xong với mô hình này."), code="open")
    made = LearningRequest.objects.create(
        model=found,
        body=posting.body,
        asked_on=by.day,
        asked_by=posting,
        wish=_said(wish, "wish", N_("Hãy ghi nội dung muốn học.")),
        state=LearningState.ASKED,
    )
    audit.record("learningrequest.asked", made, by=by, model=found.pk)
    return made


@transaction.atomic
def agree_to_visit(
    request: LearningRequest,
    visit_on: date,
    answer: str = "",
    *,
    by: Actor,
    expected_version: int | None = None,
) -> LearningRequest:
    """Agree to a visit on a day, or set another day."""
    found = _held(request, expected_version)
    _require(permissions.can_answer(by, found))
    if visit_on < found.asked_on:
        said = Sentence(N_("Ngày hẹn không trước ngày đề nghị."))
        raise InvalidInput(said, fields={"visit_on": said})
    facts = {"visit_on": visit_on, "answer": tidy_line(answer)[:500], "answered_on": by.day}
    return _stepped(found, "agree", facts, by)


@transaction.atomic
def decline_visit(
    request: LearningRequest, answer: str, *, by: Actor, expected_version: int | None = None
) -> LearningRequest:
    """Say why the body cannot receive the other one now."""
    found = _held(request, expected_version)
    _require(permissions.can_answer(by, found))
    said = _said(answer, "answer", N_("Hãy ghi lý do và hướng gợi ý khác nếu có."))
    return _stepped(found, "decline", {"answer": said, "answered_on": by.day}, by)


@transaction.atomic
def note_visit(
    request: LearningRequest,
    visited_on: date,
    learned: str,
    *,
    by: Actor,
    expected_version: int | None = None,
) -> LearningRequest:
    """Note the day of the visit and what was learned."""
    found = _held(request, expected_version)
    _require(permissions.can_note_visit(by, found))
    require_past(visited_on, by, field="visited_on")
    said = _said(learned, "learned", N_("Hãy ghi điều học được, sẽ vận dụng ra sao."))
    return _stepped(found, "visit", {"visited_on": visited_on, "learned": said}, by)


@transaction.atomic
def withdraw_request(
    request: LearningRequest, *, by: Actor, expected_version: int | None = None
) -> LearningRequest:
    """Take one's request back."""
    found = _held(request, expected_version)
    _require(permissions.can_note_visit(by, found))
    return _stepped(found, "withdraw", {}, by)


def _held(request: LearningRequest, expected_version: int | None) -> LearningRequest:
    rows = LearningRequest.objects.select_for_update(of=("self",)).select_related("model")
    found = rows.get(pk=request.pk)
    if expected_version is not None and expected_version != found.row_version:
        raise StaleVersion
    return found


def _require(allowed: bool) -> None:  # noqa: FBT001 - one question, answered where it is asked
    if not allowed:
        raise Forbidden(N_("Việc này là của cơ quan khác trong đề nghị. Chưa có gì thay đổi."))


def _said(text: str, field: str, missing: str) -> str:
    found = tidy_line(text)[:500]
    if not found:
        sentence = Sentence(missing)
        raise InvalidInput(sentence, fields={field: sentence})
    return found


def _stepped(
    request: LearningRequest, verb: str, facts: dict[str, Any], by: Actor
) -> LearningRequest:
    request.state = LEARNING.target(verb, LearningState(request.state))
    for name, value in facts.items():
        setattr(request, name, value)
    request.row_version += 1
    request.save()
    audit.record("learningrequest.stepped", request, by=by, step=verb)
    return request
