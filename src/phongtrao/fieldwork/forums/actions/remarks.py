"""Note a remark in summary, with what was answered at once; correct it until it is answered."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import fold, tidy
from phongtrao.core.working_days import work_calendar
from phongtrao.fieldwork.forums.actions.steps import answer_on_spot
from phongtrao.fieldwork.forums.actions.words import without_names
from phongtrao.fieldwork.forums.models import Forum, Remark
from phongtrao.fieldwork.forums.rules import (
    MATTERS,
    addresses_somebody,
    answer_by,
    codes_of,
    first_by,
    looks_like,
)
from phongtrao.fieldwork.forums.workflow import OPEN, ForumState, RemarkState
from phongtrao.fieldwork.register.actions import locked, require_known, save_changed
from phongtrao.fieldwork.register.rules import name_in
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of

LONGEST_TEXT = 2_000


@dataclass(frozen=True, slots=True)
class RemarkTerms:
    """What was said, in summary, and what was answered at the forum itself, where it was.

    `seen`: the writer was asked about these words and lets them stand.
    """

    matter: str
    text: str
    answer_text: str = ""
    seen: bool = False


@transaction.atomic
def note_remark(forum: Forum, terms: RemarkTerms, *, by: Actor) -> Remark:
    """Note a remark under the next number of its forum.

    Raises Forbidden, Refused (the forum was not held yet) and InvalidInput (no text, a name, words
    of a complaint or report that were not let stand).
    """
    held = locked(forum, by=by)
    if held.state == ForumState.PLANNED:
        raise Refused(N_("Diễn đàn chưa tổ chức: hãy ghi đã tổ chức rồi ghi ý kiến."), code="early")
    last = held.remarks.aggregate(last=Max("number"))["last"] or 0
    remark = Remark.objects.create(
        forum=held,
        programme_id=held.programme_id,
        body_id=held.body_id,
        area_id=held.area_id,
        recorded_at=clock.now(),
        recorded_by=posting_of(by),
        number=last + 1,
        state=RemarkState.NOTED,
        **_facts(terms),
        **due_days(held.held_on),
    )
    search.refresh(Remark, [remark.pk])
    audit.record("remark.noted", remark, by=by, matter=remark.matter)
    if terms.answer_text.strip():
        return answer_on_spot(remark, answer_text=terms.answer_text, by=by)
    return remark


@transaction.atomic
def change_remark(
    remark: Remark, terms: RemarkTerms, *, by: Actor, expected_version: int | None = None
) -> Remark:
    """Correct the summary of a remark that nobody has answered yet.

    Raises as noting does, Refused (answered) and StaleVersion.
    """
    found = locked(remark, by=by, expected_version=expected_version)
    if RemarkState(found.state) not in OPEN:
        raise Refused(N_("Ý kiến đã có trả lời nên không sửa nội dung nữa."), code="answered")
    save_changed(found, _facts(terms))
    audit.record("remark.changed", found, by=by, matter=found.matter)
    return found


def follow_forum(forum: Forum) -> None:
    """Give the remarks of a changed forum its day, area and programme."""
    rows = forum.remarks.all()
    rows.update(programme_id=forum.programme_id, area_id=forum.area_id, **due_days(forum.held_on))
    at_once = rows.filter(assigned_to__isnull=True, answered_on__isnull=False)
    at_once.update(answered_on=forum.held_on)


def due_days(heard_on: date) -> dict[str, date]:
    """The days by which a remark is replied to and answered."""
    return {"first_due_on": first_by(heard_on, work_calendar()), "due_on": answer_by(heard_on)}


def _facts(terms: RemarkTerms) -> dict[str, Any]:
    require_known("matter", terms.matter, codes_of(MATTERS))
    text = tidy(terms.text).strip()
    if not text or len(text) > LONGEST_TEXT:
        said = Sentence(
            N_("Hãy ghi tóm tắt ý kiến, nhiều nhất %(most)s ký tự."), {"most": LONGEST_TEXT}
        )
        raise InvalidInput(said, fields={"text": said})
    without_names("text", text)
    if not terms.seen:
        _ask(text)
    named = (text, name_in(MATTERS, terms.matter))
    return {"matter": terms.matter, "text": text, "search_folded": fold("\n".join(named))}


def _ask(text: str) -> None:
    """Raise the question whether these words belong here at all."""
    ways = looks_like(text)
    if ways:
        said = Sentence(
            N_(
                "Nội dung giống %(kind)s nên chưa lưu gì. Nếu đúng, hãy chọn ở mục đầu để xem nơi "
                "gửi; nếu là ý kiến, kiến nghị chung, hãy đánh dấu ở trang Ghi ý kiến rồi lưu lại."
            ),
            {"kind": Sentence(ways[0].name)},
        )
        raise InvalidInput(said, "forums.another_way", fields={"seen": said})
    if addresses_somebody(text):
        said = Sentence(
            N_(
                "Nội dung có cách gọi một người (ông, bà, anh, chị…) nên chưa lưu gì. Hãy bỏ phần "
                "chỉ người; nếu không chỉ người nào, hãy đánh dấu ở trang Ghi ý kiến rồi lưu lại."
            )
        )
        raise InvalidInput(said, "forums.somebody", fields={"seen": said})
