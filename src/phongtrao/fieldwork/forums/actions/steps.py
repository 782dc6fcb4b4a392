"""The steps of a remark: to the body that answers, its answer, the answer made public."""

from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Sentence, StaleVersion
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.fieldwork.forums import permissions
from phongtrao.fieldwork.forums.actions.words import without_names
from phongtrao.fieldwork.forums.models import Forum, Remark, RemarkStep
from phongtrao.fieldwork.forums.workflow import ANSWERED, REMARK, RemarkState
from phongtrao.fieldwork.register.actions import locked, require_past, save_changed
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import bodies_not_near, posting_of

LONGEST_ANSWER = 5_000


@transaction.atomic
def assign_remark(
    remark: Remark, body: Body, *, by: Actor, note: str = "", expected_version: int | None = None
) -> Remark:
    """Give a remark to the body whose competence it is; the terms run on from the forum.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput (a body out of reach).
    """
    found = _held(remark, "assign", by, expected_version)
    return _given(found, "assign", body, by, note)


@transaction.atomic
def pass_on_remark(
    remark: Remark, body: Body, *, by: Actor, note: str, expected_version: int | None = None
) -> Remark:
    """Hand a remark on to another body, with the reason; the terms stay.

    Raises as assigning does, and InvalidInput (the same body, no reason).
    """
    found = _held(remark, "pass_on", by, expected_version)
    if body.pk == found.assigned_to_id:
        _wrong("body", N_("Cơ quan này đang giữ ý kiến; hãy chọn cơ quan khác."))
    _said("note", note, N_("Hãy ghi lý do chuyển, ví dụ: không thuộc thẩm quyền."))
    return _given(found, "pass_on", body, by, note)


@transaction.atomic
def reply_first(
    remark: Remark, *, replied_on: date, note: str, by: Actor, expected_version: int | None = None
) -> Remark:
    """Note the first reply: who deals with the matter and by when.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput (nothing said, a day to come
    or before the forum).
    """
    found = _held(remark, "reply_first", by, expected_version)
    _require_day("replied_on", replied_on, found, by)
    said = _said("note", note, N_("Hãy ghi nội dung trả lời bước đầu."))
    facts = {"first_reply_on": replied_on}
    return _stepped(found, "reply_first", facts, by, on=replied_on, note=said)


@transaction.atomic
def answer_on_spot(
    remark: Remark, *, answer_text: str, by: Actor, expected_version: int | None = None
) -> Remark:
    """Note what was answered at the forum itself. Raises as answering does."""
    found = _held(remark, "answer_on_spot", by, expected_version)
    on = found.forum.held_on
    facts = {"answer_text": _answer(answer_text), "answered_on": on}
    return _stepped(found, "answer_on_spot", facts, by, on=on)


@transaction.atomic
def answer_remark(
    remark: Remark,
    *,
    answer_text: str,
    answer_paper: str,
    answered_on: date,
    by: Actor,
    expected_version: int | None = None,
) -> Remark:
    """Note the written answer with its paper.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput (no words, no paper, a name,
    a day to come or before the forum).
    """
    found = _held(remark, "answer", by, expected_version)
    _require_day("answered_on", answered_on, found, by)
    paper = _said("answer_paper", answer_paper, N_("Hãy ghi số, ngày của văn bản trả lời."))[:200]
    facts = {
        "answer_text": _answer(answer_text),
        "answer_paper": paper,
        "answered_on": answered_on,
    }
    return _stepped(found, "answer", facts, by, on=answered_on, note=paper)


@transaction.atomic
def correct_answer(
    remark: Remark, *, note: str, by: Actor, expected_version: int | None = None
) -> Remark:
    """Take back an answer that was entered wrongly and is not published; the reason stays.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput (no reason).
    """
    found = _held(remark, "correct", by, expected_version)
    said = _said("note", note, N_("Hãy ghi lý do ghi lại câu trả lời."))
    facts = {"answer_text": "", "answer_paper": "", "answered_on": None}
    return _stepped(found, "correct", facts, by, note=said)


@transaction.atomic
def publish_answer(
    remark: Remark,
    *,
    published_on: date,
    published_at: str,
    by: Actor,
    expected_version: int | None = None,
) -> Remark:
    """Note where and when the answer was made public; this closes the remark.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput (no place, a day to come or
    before the answer).
    """
    found = _held(remark, "publish", by, expected_version)
    require_past(published_on, by, field="published_on")
    if found.answered_on is not None and published_on < found.answered_on:
        _wrong("published_on", N_("Ngày công khai không trước ngày trả lời."))
    place = _said("published_at", published_at, N_("Hãy ghi nơi công khai."))[:200]
    facts = {"published_on": published_on, "published_at": place}
    return _stepped(found, "publish", facts, by, on=published_on, note=place)


@transaction.atomic
def publish_all(forum: Forum, *, published_on: date, published_at: str, by: Actor) -> int:
    """Note that all answers of a forum were made public together; how many.

    Raises as publishing one does, Forbidden and InvalidInput where no answer waits.
    """
    held = locked(forum, by=by)
    rows = Remark.objects.filter(forum=held, state__in=sorted(ANSWERED), struck_on__isnull=True)
    waiting = list(rows.order_by("number"))
    if not waiting:
        raise InvalidInput(N_("Không có câu trả lời nào chờ công khai."), "forums.none")
    for remark in waiting:
        publish_answer(remark, published_on=published_on, published_at=published_at, by=by)
    return len(waiting)


def _held(remark: Remark, verb: str, by: Actor, expected_version: int | None) -> Remark:
    """The remark, locked; raises Forbidden, TransitionRefused and StaleVersion."""
    rows = Remark.objects.select_for_update(of=("self",)).select_related("forum")
    found = rows.get(pk=remark.pk)
    if not permissions.can_step(by, found, verb):
        raise Forbidden(N_("Việc này là của cơ quan khác đang giữ ý kiến. Chưa có gì thay đổi."))
    if expected_version is not None and expected_version != found.row_version:
        raise StaleVersion
    REMARK.target(verb, current=RemarkState(found.state))
    return found


def _given(remark: Remark, verb: str, body: Body, by: Actor, note: str) -> Remark:
    if bodies_not_near(by, [body]):
        _wrong("body", N_("Hãy chọn cơ quan cấp trên, cùng địa bàn hoặc cấp dưới."))
    said = without_names("note", tidy_line(note)[:500])
    facts = {"assigned_to": body, "assigned_on": by.day}
    return _stepped(remark, verb, facts, by, body=body, note=said)


def _stepped(
    remark: Remark,
    verb: str,
    facts: dict[str, Any],
    by: Actor,
    *,
    on: date | None = None,
    body: Body | None = None,
    note: str = "",
) -> Remark:
    before = RemarkState(remark.state)
    state = REMARK.target(verb, current=before)
    save_changed(remark, facts | {"state": state})
    RemarkStep.objects.create(
        remark=remark,
        verb=verb,
        before=before,
        state=state,
        on=on or by.day,
        body=body,
        note=note,
        recorded_at=clock.now(),
        recorded_by=posting_of(by),
    )
    told = {"to": body.pk} if body is not None else {}
    audit.record("remark.stepped", remark, by=by, step=verb, **told)
    return remark


def _answer(text: str) -> str:
    said = tidy(text).strip()
    if not said or len(said) > LONGEST_ANSWER:
        _wrong("answer_text", N_("Hãy ghi tóm tắt câu trả lời, không quá 5.000 ký tự."))
    return without_names("answer_text", said)


def _said(field: str, text: str, missing: str) -> str:
    found = tidy_line(text)[:500]
    if not found:
        _wrong(field, missing)
    return without_names(field, found)


def _require_day(field: str, day: date, remark: Remark, by: Actor) -> None:
    require_past(day, by, field=field)
    if day < remark.forum.held_on:
        _wrong(field, N_("Ngày này không trước ngày tổ chức diễn đàn."))


def _wrong(field: str, words: str) -> None:
    said = Sentence(words)
    raise InvalidInput(said, fields={field: said})
