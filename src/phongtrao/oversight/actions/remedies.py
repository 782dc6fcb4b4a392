"""Recommendations: made under a conclusion, remedied by the owner, confirmed by the verifier."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.calendar import DeadlineRule
from phongtrao.core.errors import N_, Forbidden, Refused, StaleVersion
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.fieldwork.register.actions import require_known
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight import permissions
from phongtrao.oversight.actions.inspections import refuse
from phongtrao.oversight.actions.recurrences import propose_recurrences
from phongtrao.oversight.models import Inspection, Recommendation, RemedyStep
from phongtrao.oversight.rules import URGENCIES, criteria_of
from phongtrao.oversight.workflow import REMEDY, InspectionState, RemedyState
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class RecommendationTerms:
    """What was found by which criterion, what is asked of whom, by when, and who confirms."""

    body: Body
    verifier: Body
    criterion: str
    urgency: str
    finding: str
    text: str
    asked_by: date


@transaction.atomic
def recommend(inspection: Inspection, terms: RecommendationTerms, *, by: Actor) -> Recommendation:
    """Enter a recommendation; its deadline on a day off moves to the next working day.

    Raises Forbidden (another body's inspection, none under way or concluded) and InvalidInput (an
    owner that is not inspected, a verifier that is the owner, a day that has passed, no words).
    """
    found = _inspection(inspection.pk)
    permissions.require_recommender(by, found)
    made = Recommendation.objects.create(
        entry=found,
        recorded_at=clock.now(),
        recorded_by=posting_of(by),
        **_facts(found, terms, earliest=by.day),
    )
    propose_recurrences(made)
    audit.record("recommendation.made", made, by=by, owner=made.body_id, due=str(made.due_on))
    return made


@transaction.atomic
def change_recommendation(
    recommendation: Recommendation,
    terms: RecommendationTerms,
    *,
    by: Actor,
    expected_version: int | None = None,
) -> Recommendation:
    """Other words, another owner, verifier or day, until it is confirmed.

    Raises as recommending does, and StaleVersion.
    """
    found = _locked(recommendation, expected_version)
    permissions.require_recommender(by, found.entry)
    if found.state == RemedyState.VERIFIED:
        raise Forbidden(N_("Kiến nghị đã được xác nhận khắc phục. Hãy mở lại trước khi sửa."))
    if terms.body.pk != found.body_id and found.state != RemedyState.OPEN:
        refuse("body", N_("Cơ quan này đã ghi việc khắc phục nên không đổi sang cơ quan khác."))
    earliest = min(by.day, found.asked_by)
    _save(found, _facts(found.entry, terms, earliest=earliest))
    propose_recurrences(found)
    audit.record("recommendation.changed", found, by=by, owner=found.body_id,
                 due=str(found.due_on))  # fmt: skip
    return found


@transaction.atomic
def take_remedy_step(
    recommendation: Recommendation,
    verb: str,
    *,
    by: Actor,
    text: str = "",
    papers: str = "",
    expected_version: int | None = None,
) -> Recommendation:
    """One verb of the table: of the owner, or of the verifier who is another body.

    Raises Forbidden (neither of them), TransitionRefused, Refused (no conclusion yet, or followed
    up already), StaleVersion and InvalidInput (no words where there must be some).
    """
    found = _locked(recommendation, expected_version)
    permissions.require_remedier(by, found, verb)
    target = REMEDY.target(verb, found.state)
    if found.entry.state != InspectionState.CONCLUDED:
        raise Refused(
            N_(
                "Chỉ theo dõi khắc phục khi cuộc kiểm tra ở trạng thái Đã kết luận. Cuộc đã khắc "
                "phục xong thì cơ quan chủ trì bấm Theo dõi khắc phục lại trước."
            )
        )
    said, paper = text.strip()[:20_000], tidy_line(papers)[:500]
    if verb != "verify" and not said:
        refuse("text", N_("Hãy ghi nội dung: việc đã làm, ý kiến hoặc lý do."))
    _save(found, {"state": target} | _facts_of(verb, said, paper, by))
    step = RemedyStep(recommendation=found, verb=verb, at=clock.now(), by=posting_of(by),
                      text=said, papers=paper)  # fmt: skip
    step.save()
    audit.record(f"recommendation.{verb}", found, by=by, state=str(target))
    return found


def _facts_of(verb: str, said: str, paper: str, by: Actor) -> dict[str, Any]:
    """What a verb writes beside the state; a confirmation stands only while it is confirmed."""
    if verb == "submit":
        return {"remedy": said, "remedy_papers": paper, "submitted_on": by.day}
    if verb == "verify":
        return {"verified_on": by.day, "verified_by": posting_of(by)}
    if verb == "reopen":
        return {"verified_on": None, "verified_by": None}
    return {}


def _inspection(pk: int) -> Inspection:
    """The inspection, held: following up and reopening wait for each other."""
    return Inspection.objects.select_for_update(of=("self",)).get(pk=pk)


def _locked(recommendation: Recommendation, expected_version: int | None) -> Recommendation:
    entry = _inspection(recommendation.entry_id)
    rows = Recommendation.objects.select_for_update(of=("self",))
    found = rows.get(pk=recommendation.pk)
    found.entry = entry
    if expected_version not in (None, found.row_version):
        raise StaleVersion
    return found


def _save(recommendation: Recommendation, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(recommendation, name, value)
    recommendation.row_version += 1
    recommendation.save()


def _facts(inspection: Inspection, terms: RecommendationTerms, *, earliest: date) -> dict[str, Any]:
    known = criteria_of(inspection.criteria_version, inspection.starts_on)
    require_known("criterion", terms.criterion, [point.code for point in known.points])
    require_known("urgency", terms.urgency, [code for code, _name in URGENCIES])
    if not inspection.inspected.filter(body=terms.body).exists():
        refuse("body", N_("Cơ quan phải khắc phục là một cơ quan được kiểm tra trong cuộc này."))
    if terms.verifier.pk == terms.body.pk:
        refuse("verifier", N_("Cơ quan xác nhận phải khác cơ quan phải khắc phục."))
    if terms.asked_by < earliest:
        refuse("asked_by", N_("Hạn khắc phục đã qua. Hãy ghi ngày từ hôm nay trở đi."))
    finding, text = terms.finding.strip(), terms.text.strip()
    if not finding:
        refuse("finding", N_("Hãy ghi tồn tại, hạn chế và căn cứ."))
    if not text:
        refuse("text", N_("Hãy ghi nội dung kiến nghị."))
    due = work_calendar().shift_deadline(terms.asked_by, DeadlineRule.NEXT_WORKING_DAY)
    return {
        "body": terms.body,
        "verifier": terms.verifier,
        "criterion": terms.criterion,
        "urgency": terms.urgency,
        "finding": finding,
        "text": text,
        "asked_by": terms.asked_by,
        "due_on": due,
        "search_folded": fold(f"{text}\n{finding}\n{terms.body.name}"),
    }
