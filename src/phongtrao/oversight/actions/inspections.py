"""Enter an inspection into the yearly plan, change the line, strike a wrong one out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.register.actions import (
    locked,
    require_recorder,
    require_within,
    save_changed,
    strike_out,
    write_partners,
)
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight import permissions
from phongtrao.oversight.models import InspectedBody, Inspection, SessionBody
from phongtrao.oversight.workflow import InspectionState
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class InspectionTerms:
    """What is inspected, where, between which days, over which time; `scope_to` None: until now.

    `leader_agency`: who leads it where that is an agency outside (đoàn do cơ quan khác chủ trì).
    """

    programme: Programme
    year: int
    title: str
    starts_on: date
    ends_on: date
    scope_from: date
    inspected: Sequence[Body]
    scope_to: date | None = None
    purpose: str = ""
    plan_paper: str = ""
    leader_agency: str = ""


@transaction.atomic
def plan_inspection(terms: InspectionTerms, *, by: Actor, grounds: str = "") -> Inspection:
    """Enter a line of the yearly plan; `grounds` say why it was proposed, as they stand now.

    Raises Forbidden and InvalidInput (nobody or oneself to be inspected, days that run backwards).
    """
    require_recorder(by)
    posting = posting_of(by)
    made = Inspection.objects.create(
        body=posting.body,
        area_id=posting.body.area_id,
        recorded_at=clock.now(),
        recorded_by=posting,
        grounds=grounds,
        **_facts(terms, posting.body_id),
    )
    _write_inspected(made, terms.inspected)
    search.refresh(Inspection, [made.pk])
    audit.record("inspection.planned", made, by=by, year=made.year, title=made.title)
    return made


@transaction.atomic
def change_inspection(
    inspection: Inspection,
    terms: InspectionTerms,
    *,
    by: Actor,
    expected_version: int | None = None,
) -> Inspection:
    """Other facts of the line, until the conclusion is out.

    Who leads is changed here in the plan, later by the decision. Raises as planning does (also
    where a body that was met would be dropped), and StaleVersion.
    """
    found = locked(inspection, by=by, expected_version=expected_version)
    permissions.require_editor(by, found)
    if found.state != InspectionState.PLANNED:
        terms = replace(terms, leader_agency=found.leader_agency)
    _require_apart(found, terms.inspected)
    _require_unmet(found, terms.inspected)
    save_changed(found, _facts(terms, found.body_id))
    _write_inspected(found, terms.inspected)
    audit.record("inspection.changed", found, by=by, year=found.year, title=found.title)
    return found


def strike_inspection(inspection: Inspection, *, reason: str, by: Actor) -> Inspection:
    """Strike a wrong line out; raises Forbidden where a delegation has stood for it."""
    permissions.require_striker(by, inspection)
    return strike_out(inspection, reason=reason, by=by)


def _facts(terms: InspectionTerms, own: int) -> dict[str, Any]:
    title = tidy_line(terms.title)[:300]
    if not title:
        refuse("title", N_("Hãy ghi tên cuộc kiểm tra."))
    if terms.ends_on < terms.starts_on:
        refuse("ends_on", N_("Ngày kết thúc không trước ngày bắt đầu."))
    if terms.scope_to is not None and terms.scope_to < terms.scope_from:
        refuse("scope_to", N_("Mốc cuối của thời kỳ kiểm tra không trước mốc đầu."))
    if not terms.inspected:
        refuse("inspected", N_("Hãy ghi ít nhất một cơ quan được kiểm tra."))
    agency = tidy_line(terms.leader_agency)[:200]
    if not agency and own in {body.pk for body in terms.inspected}:
        refuse("inspected", N_("Cơ quan chủ trì không tự kiểm tra mình trong cuộc này."))
    require_within("year", terms.year, 2000, 2100)
    names = ("programme", "year", "starts_on", "ends_on", "scope_from", "scope_to")
    paper = tidy_line(terms.plan_paper)[:200]
    told = (title, paper, *(body.name for body in terms.inspected))
    return {name: getattr(terms, name) for name in names} | {
        "title": title,
        "purpose": terms.purpose.strip(),
        "plan_paper": paper,
        "leader_agency": agency,
        "search_folded": fold("\n".join(told)),
    }


def _write_inspected(inspection: Inspection, inspected: Sequence[Body]) -> None:
    """Who is inspected; of a delegation led outside it may be the body that keeps the record.

    What each is called now stays, whatever becomes of it.
    """
    called = dict(inspection.inspected.values_list("body_id", "called"))
    write_partners(InspectedBody, inspection, inspected)
    own = [body for body in inspected if body.pk == inspection.body_id]
    InspectedBody.objects.bulk_create(InspectedBody(entry=inspection, body=body) for body in own)
    rows = list(inspection.inspected.select_related("body"))
    for row in rows:
        row.called = called.get(row.body_id) or row.body.name[:250]
    InspectedBody.objects.bulk_update(rows, ["called"])


def _require_apart(inspection: Inspection, inspected: Sequence[Body]) -> None:
    """A body with a seat in the delegation is not inspected by it."""
    seats = set(inspection.members.filter(valid_to__isnull=True).values_list("body_id", flat=True))
    if {body.pk for body in inspected} & (seats | {inspection.leader_body_id}):
        refuse("inspected", N_("Cơ quan được kiểm tra không tham gia đoàn kiểm tra."))


def _require_unmet(inspection: Inspection, inspected: Sequence[Body]) -> None:
    """A body that the delegation has met, or found something of, stays inspected."""
    now = set(inspection.inspected.values_list("body_id", flat=True))
    dropped = now - {body.pk for body in inspected}
    traces = (
        SessionBody.objects.filter(entry__entry=inspection),
        inspection.documents.all(),
        inspection.checks.all(),
        inspection.recommendations.all(),
    )
    if dropped and any(rows.filter(body_id__in=dropped).exists() for rows in traces):
        refuse(
            "inspected",
            N_(
                "Cơ quan đã có buổi làm việc, tài liệu, kết quả hoặc kiến nghị thì không bỏ khỏi "
                "cuộc kiểm tra."
            ),
        )


def refuse(field: str, said: str) -> None:
    """Raises InvalidInput with a sentence at a field."""
    raise InvalidInput(Sentence(said), fields={field: Sentence(said)})
