"""Documents the delegation asked for: seen, not handed over yet, refused, handed in later."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, StaleVersion
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.register.actions import require_known, require_past
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight import permissions
from phongtrao.oversight.actions.inspections import refuse
from phongtrao.oversight.models import (
    DocumentStep,
    Inspection,
    InspectionSession,
    SeenDocument,
)
from phongtrao.oversight.rules import criteria_of
from phongtrao.oversight.workflow import DOCUMENT, DocumentState
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class DocumentTerms:
    """What was asked of whom, as evidence for which point; `session` where it was seen in one."""

    body: Body
    criterion: str
    subject: str
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    session: InspectionSession | None = None


@dataclass(frozen=True, slots=True)
class Handing:
    """Whether a document was seen, not handed over or refused, on which day, for which reason."""

    state: str
    day: date
    reason: str = ""


@transaction.atomic
def note_document(
    inspection: Inspection, terms: DocumentTerms, handing: Handing, *, by: Actor
) -> SeenDocument:
    """Note a document that was seen, or one that was asked for in vain with the reason given.

    Raises Forbidden and InvalidInput (a body that is not inspected, no subject, a day to come, no
    reason where it was not seen).
    """
    found = _inspection(inspection.pk)
    permissions.require_session_keeper(by, found)
    require_known("state", handing.state, DOCUMENT.states)
    facts = _facts(found, terms) | _standing(handing, by)
    made = SeenDocument.objects.create(
        entry=found, recorded_at=clock.now(), recorded_by=posting_of(by), **facts
    )
    _note(made, "record", handing, by)
    audit.record("seendocument.recorded", made, by=by, state=made.state, owner=made.body_id)
    return made


@transaction.atomic
def change_document(
    document: SeenDocument,
    terms: DocumentTerms,
    *,
    by: Actor,
    expected_version: int | None = None,
) -> SeenDocument:
    """Another number, subject or point; whether it was handed over has verbs of its own.

    Raises as noting does, and StaleVersion.
    """
    found = _locked(document, by=by, expected_version=expected_version)
    _save(found, _facts(found.entry, terms))
    audit.record("seendocument.changed", found, by=by, owner=found.body_id)
    return found


@transaction.atomic
def take_document_step(
    document: SeenDocument,
    verb: str,
    *,
    by: Actor,
    day: date,
    reason: str = "",
    expected_version: int | None = None,
) -> SeenDocument:
    """Refused after it was asked for, or handed in after all; the reason given before stays.

    Raises Forbidden, TransitionRefused, StaleVersion and InvalidInput.
    """
    found = _locked(document, by=by, expected_version=expected_version)
    handing = Handing(DOCUMENT.target(verb, found.state), day, reason)
    _save(found, _standing(handing, by, before=found.reason))
    _note(found, verb, handing, by)
    audit.record(f"seendocument.{verb}", found, by=by, state=found.state, owner=found.body_id)
    return found


def _inspection(pk: int) -> Inspection:
    return Inspection.objects.select_for_update(of=("self",)).get(pk=pk)


def _locked(document: SeenDocument, *, by: Actor, expected_version: int | None) -> SeenDocument:
    entry = _inspection(document.entry_id)
    permissions.require_session_keeper(by, entry)
    found = SeenDocument.objects.select_for_update(of=("self",)).get(pk=document.pk)
    found.entry = entry
    if expected_version not in (None, found.row_version):
        raise StaleVersion
    return found


def _save(document: SeenDocument, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(document, name, value)
    document.row_version += 1
    document.save()


def _facts(inspection: Inspection, terms: DocumentTerms) -> dict[str, Any]:
    points = criteria_of(inspection.criteria_version, inspection.starts_on).points
    require_known("criterion", terms.criterion, [point.code for point in points])
    subject = tidy_line(terms.subject)[:500]
    if not subject:
        refuse("subject", N_("Hãy ghi trích yếu hoặc tên tài liệu."))
    if not inspection.inspected.filter(body=terms.body).exists():
        refuse("body", N_("Chỉ ghi tài liệu của cơ quan được kiểm tra trong cuộc này."))
    if terms.session is not None and terms.session.entry_id != inspection.pk:
        refuse("session", N_("Buổi làm việc này thuộc cuộc kiểm tra khác."))
    return {
        "body": terms.body,
        "criterion": terms.criterion,
        "subject": subject,
        "number": tidy_line(terms.number)[:80],
        "issued_on": terms.issued_on,
        "issuer": tidy_line(terms.issuer)[:200],
        "session": terms.session,
    }


def _standing(handing: Handing, by: Actor, *, before: str = "") -> dict[str, Any]:
    """State, reason and day; the reason of a refusal stays when the document comes after all."""
    require_past(handing.day, by, field="day")
    said, is_seen = tidy_line(handing.reason)[:500], handing.state == DocumentState.SEEN
    if not is_seen and not said:
        refuse("reason", N_("Hãy ghi lý do cơ quan được kiểm tra đưa ra, hoặc ghi: không nêu."))
    return {
        "state": handing.state,
        "reason": before or said if is_seen else said,
        "seen_on": handing.day if is_seen else None,
    }


def _note(document: SeenDocument, verb: str, handing: Handing, by: Actor) -> None:
    DocumentStep.objects.create(
        document=document,
        verb=verb,
        done_on=handing.day,
        at=clock.now(),
        by=posting_of(by),
        reason=tidy_line(handing.reason)[:500],
    )
