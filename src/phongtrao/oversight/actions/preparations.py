"""Delegations led by an agency outside: what we prepare, and the conclusion that came in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.register.actions import MOST_PARTNERS, locked, save_changed
from phongtrao.fieldwork.register.permissions import may_record
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight.actions.inspections import refuse
from phongtrao.oversight.models import Inspection, PreparationItem
from phongtrao.oversight.workflow import CONCLUSIVE
from phongtrao.planning.models import ProgrammeDocument
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class Preparation:
    """What one body prepares, until which day."""

    body: Body
    text: str
    due_on: date


@transaction.atomic
def ask_preparation(inspection: Inspection, asked: Preparation, *, by: Actor) -> PreparationItem:
    """Enter something that a body prepares; one that is inspected, has a seat or keeps the record.

    Raises Forbidden and InvalidInput (a delegation of ours, no words, a body apart from it).
    """
    found = locked(inspection, by=by)
    _require_theirs(found)
    text = tidy_line(asked.text)[:300]
    if not text:
        refuse("text", N_("Hãy ghi việc cần chuẩn bị."))
    if asked.body.pk not in {body.pk for body in preparing_bodies(found)}:
        refuse("body", N_("Chỉ giao cho cơ quan được kiểm tra, cơ quan có trong đoàn hoặc mình."))
    if found.preparations.count() >= MOST_PARTNERS:
        refuse("text", N_("Mỗi đoàn có nhiều nhất 40 việc chuẩn bị."))
    made = PreparationItem.objects.create(
        entry=found, body=asked.body, text=text, due_on=asked.due_on
    )
    audit.record("inspection.preparation_asked", found, by=by, text=text)
    return made


@transaction.atomic
def finish_preparation(item: PreparationItem, *, by: Actor) -> PreparationItem:
    """Note that something is prepared; raises Forbidden for another body."""
    found = PreparationItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if not can_finish(by, found):
        raise Forbidden(N_("Chỉ cơ quan được giao chuẩn bị ghi đã xong. Chưa có gì thay đổi."))
    found.done_on, found.done_by = by.day, posting_of(by)
    found.row_version += 1
    found.save()
    audit.record("inspection.preparation_done", found.entry, by=by, text=found.text)
    return found


@transaction.atomic
def link_conclusion(
    inspection: Inspection, document: ProgrammeDocument, *, by: Actor
) -> Inspection:
    """Tie the conclusion that came in to the paper of the register.

    Raises Forbidden and InvalidInput (a delegation of ours, no conclusion yet).
    """
    found = locked(inspection, by=by)
    _require_theirs(found)
    if found.state not in CONCLUSIVE:
        refuse("document", N_("Hãy ghi kết luận kiểm tra trước khi gắn văn bản đã nhận."))
    save_changed(found, {"conclusion_document": document})
    audit.record("inspection.conclusion_linked", found, by=by, document=document.pk)
    return found


def can_finish(by: Actor, item: PreparationItem) -> bool:
    """Note that it is prepared: an officer of the body that prepares, once."""
    return may_record(by) and by.body_id == item.body_id and item.done_on is None


def preparing_bodies(inspection: Inspection) -> Sequence[Body]:
    """Whoever may be asked: all of them read the inspection."""
    seats = inspection.members.filter(valid_to__isnull=True).values("body")
    inspected = inspection.inspected.values("body")
    ids = Body.objects.filter(pk__in=seats).union(
        Body.objects.filter(pk__in=inspected), Body.objects.filter(pk=inspection.body_id)
    )
    return sorted(ids, key=lambda body: (body.name, body.pk))


def _require_theirs(inspection: Inspection) -> None:
    if not inspection.leader_agency:
        raise Forbidden(
            N_("Việc này chỉ dùng cho đoàn do cơ quan khác chủ trì. Chưa có gì thay đổi.")
        )
