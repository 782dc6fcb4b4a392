"""Plan a supervision or a social criticism, and correct what was entered of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.grassroots import permissions
from phongtrao.fieldwork.grassroots.models import Supervision
from phongtrao.fieldwork.grassroots.rules import method_name, vocabulary
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_known,
    require_recorder,
    save_changed,
)
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class SupervisionTerms:
    """What is supervised or criticised, how, whom it asks, and between which days."""

    programme: Programme
    area_id: int
    kind: str
    method: str
    subject: str
    asked: Body
    starts_on: date
    ends_on: date
    plan_paper: str = ""


@transaction.atomic
def plan_supervision(terms: SupervisionTerms, *, by: Actor) -> Supervision:
    """Enter one into the plan.

    Raises Forbidden (a body that is not of the Front) and InvalidInput (a word outside the lists,
    a way of another kind, days that run backwards, one's own body asked).
    """
    require_recorder(by)
    if not permissions.may_supervise(by):
        raise Forbidden(
            N_("Giám sát, phản biện là việc của Ủy ban Mặt trận Tổ quốc và tổ chức thành viên.")
        )
    posting = posting_of(by)
    made = Supervision.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **_facts(terms, by)
    )
    search.refresh(Supervision, [made.pk])
    audit.record("supervision.planned", made, by=by, subject=made.subject)
    return made


@transaction.atomic
def change_supervision(
    supervision: Supervision,
    terms: SupervisionTerms,
    *,
    by: Actor,
    expected_version: int | None = None,
) -> Supervision:
    """Other facts of the plan; its papers are corrected with their own verbs. Raises as planning
    does, and StaleVersion.
    """
    found = locked(supervision, by=by, expected_version=expected_version)
    if found.advice_on is not None and terms.starts_on > found.advice_on:
        _refuse("starts_on", N_("Ngày bắt đầu không sau ngày đã gửi ý kiến."))
    save_changed(found, _facts(terms, by))
    audit.record("supervision.changed", found, by=by, subject=found.subject)
    return found


def _facts(terms: SupervisionTerms, by: Actor) -> dict[str, Any]:
    words = vocabulary()
    require_known("kind", terms.kind, [term.code for term in words.kinds])
    ways = [term.code for term in words.methods if term.group == terms.kind]
    if terms.method not in ways:
        _refuse("method", N_("Hình thức này không thuộc loại đã chọn."))
    subject = tidy_line(terms.subject)[:400]
    if not subject:
        _refuse("subject", N_("Hãy ghi nội dung giám sát hoặc tên dự thảo được phản biện."))
    if terms.ends_on < terms.starts_on:
        _refuse("ends_on", N_("Ngày kết thúc không trước ngày bắt đầu."))
    if terms.asked.pk == by.body_id:
        _refuse("asked", N_("Cơ quan được giám sát, phản biện phải là cơ quan khác."))
    told = (subject, method_name(terms.method), terms.asked.name)
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "kind": terms.kind,
        "method": terms.method,
        "subject": subject,
        "asked": terms.asked,
        "starts_on": terms.starts_on,
        "ends_on": terms.ends_on,
        "plan_paper": tidy_line(terms.plan_paper)[:200],
        "search_folded": fold("\n".join(told)),
    }


def _refuse(field: str, said: str) -> None:
    raise InvalidInput(Sentence(said), fields={field: Sentence(said)})
