"""The checklist: what was found of each point at each inspected body."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, StaleVersion
from phongtrao.fieldwork.register.actions import require_known
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight import permissions
from phongtrao.oversight.actions.inspections import refuse
from phongtrao.oversight.models import CheckLine, Inspection, InspectionSession
from phongtrao.oversight.rules import LACKING, RESULTS, criteria_of, result_name
from phongtrao.planning.permissions import posting_of

_MOST_TEXT = 20_000
_TEXTS = {
    "strengths": N_("Ưu điểm"),
    "limits": N_("Tồn tại, hạn chế"),
    "causes": N_("Nguyên nhân"),
    "evidence": N_("Căn cứ"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one point at one body, and in which session."""

    body: Body
    criterion: str
    result: str
    strengths: str = ""
    limits: str = ""
    causes: str = ""
    evidence: str = ""
    session: InspectionSession | None = None


@transaction.atomic
def check(
    inspection: Inspection, finding: Finding, *, by: Actor, expected_version: int | None = None
) -> CheckLine:
    """Write a line of the checklist; `expected_version` 0: there was none yet.

    Raises Forbidden, StaleVersion with both texts (somebody else wrote this line meanwhile) and
    InvalidInput (a body that is not inspected, a shortcoming without words).
    """
    entry = Inspection.objects.select_for_update(of=("self",)).get(pk=inspection.pk)
    permissions.require_checker(by, entry)
    facts = _facts(entry, finding)
    key = {"entry": entry, "body": finding.body, "criterion": finding.criterion}
    found = CheckLine.objects.filter(**key).first()
    held = found.row_version if found else 0
    if expected_version not in (None, held):
        raise _stale(facts, found)
    line = found or CheckLine(**key, row_version=0)
    for name, value in facts.items():
        setattr(line, name, value)
    line.saved_at, line.saved_by = clock.now(), posting_of(by)
    line.row_version += 1
    line.save()
    audit.record("checkline.saved", line, by=by, criterion=line.criterion, result=line.result)
    return line


def _facts(inspection: Inspection, finding: Finding) -> dict[str, Any]:
    points = criteria_of(inspection.criteria_version, inspection.starts_on).points
    require_known("criterion", finding.criterion, [point.code for point in points])
    require_known("result", finding.result, [code for code, _name in RESULTS])
    if not inspection.inspected.filter(body=finding.body).exists():
        refuse("body", N_("Chỉ ghi kết quả của cơ quan được kiểm tra trong cuộc này."))
    if finding.session is not None and finding.session.entry_id != inspection.pk:
        refuse("session", N_("Buổi làm việc này thuộc cuộc kiểm tra khác."))
    texts = {name: getattr(finding, name).strip()[:_MOST_TEXT] for name in _TEXTS}
    if finding.result == LACKING and not texts["limits"]:
        refuse("limits", N_("Hãy ghi tồn tại, hạn chế."))
    return {"result": finding.result, "session": finding.session} | texts


def _stale(mine: dict[str, Any], found: CheckLine | None) -> StaleVersion:
    """Both sides for the page that sets them beside each other."""

    def shown(get: Any) -> dict[str, Any]:
        texts = {label: get(name) for name, label in _TEXTS.items()}
        return {N_("Kết quả"): result_name(get("result"))} | texts

    theirs = shown(lambda name: getattr(found, name)) if found else {}
    version = found.row_version if found else 0
    return StaleVersion(mine=shown(mine.__getitem__), theirs=theirs, version=version)
