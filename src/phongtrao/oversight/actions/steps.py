"""The steps of an inspection: decided, begun, concluded, followed up, closed, cancelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Refused
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.fieldwork.register.actions import (
    MOST_PARTNERS,
    locked,
    require_past,
    require_within,
    save_changed,
)
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight.actions.inspections import refuse
from phongtrao.oversight.models import Inspection, InspectionMember, InspectionStep
from phongtrao.oversight.rules import criteria_versions
from phongtrao.oversight.workflow import (
    INSPECTION,
    OVER,
    OWN_ACTS,
    WITH_REASON,
    InspectionState,
    RemedyState,
)
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class Seat:
    """A body in the delegation and its part there: post and duty, never a name."""

    body: Body
    duty: str


@dataclass(frozen=True, slots=True)
class Team:
    """What the decision says: its paper, the leader by body and post, the seats, the powers.

    Who leads is a body of the system or, by its name alone, an agency outside of it.
    """

    decision_paper: str
    decided_on: date
    leader_body: Body | None
    leader_post: str
    members: Sequence[Seat] = ()
    team_number: int | None = None
    powers: str = ""
    leader_agency: str = ""
    outside_members: str = ""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Kết luận kiểm tra: its paper, *ưu điểm*, *tồn tại, hạn chế*, *nguyên nhân*."""

    paper: str
    concluded_on: date
    strengths: str
    limits: str
    causes: str = ""


@transaction.atomic
def decide(
    inspection: Inspection, team: Team, *, by: Actor, expected_version: int | None = None
) -> Inspection:
    """Note the decision, or another one that changes it; seats that it drops end today.

    The points in force on the day of the first decision are those of the inspection for good.

    Raises Forbidden, StaleVersion, TransitionRefused and InvalidInput (no paper or post, a day to
    come, an inspected body in the delegation).
    """
    found = locked(inspection, by=by, expected_version=expected_version)
    verb = "decide" if found.state == InspectionState.PLANNED else "amend"
    facts = {"state": INSPECTION.target(verb, found.state)} | _facts_of(found, team, by)
    if not found.criteria_version:
        facts["criteria_version"] = criteria_versions().on(team.decided_on).version
    save_changed(found, facts)
    _seat(found, team, by.day)
    _note(found, verb, by)
    return found


@transaction.atomic
def conclude(inspection: Inspection, said: Conclusion, *, by: Actor) -> Inspection:
    """Note the conclusion; from now on each inspected body reads it.

    Raises Forbidden, TransitionRefused and InvalidInput (no paper, an empty conclusion, a day to
    come or before the decision).
    """
    found = locked(inspection, by=by)
    target = INSPECTION.target("conclude", found.state)
    paper = tidy_line(said.paper)[:200]
    if not paper:
        refuse("paper", N_("Hãy ghi số, ngày của kết luận kiểm tra."))
    strengths, limits = said.strengths.strip(), said.limits.strip()
    if not strengths and not limits:
        refuse("limits", N_("Kết luận còn trống: hãy ghi ưu điểm hoặc tồn tại, hạn chế."))
    require_past(said.concluded_on, by, field="concluded_on")
    if found.decided_on is not None and said.concluded_on < found.decided_on:
        refuse("concluded_on", N_("Ngày kết luận không trước ngày quyết định thành lập đoàn."))
    facts = {
        "state": target,
        "conclusion_paper": paper,
        "concluded_on": said.concluded_on,
        "strengths": strengths,
        "limits": limits,
        "causes": said.causes.strip(),
    }
    save_changed(found, facts)
    _note(found, "conclude", by)
    return found


@transaction.atomic
def take_step(inspection: Inspection, verb: str, *, by: Actor, reason: str = "") -> Inspection:
    """One of the other verbs of the table; where it ends, the seats end today.

    Raises Forbidden, TransitionRefused, Refused and InvalidInput (no reason).
    """
    found = locked(inspection, by=by)
    if verb in OWN_ACTS:
        raise Refused(N_("Hãy dùng biểu mẫu của việc này ở trang của cuộc kiểm tra."))
    target = INSPECTION.target(verb, found.state)
    if verb == "follow_up":
        _require_remedied(found)
    said = tidy_line(reason)[:300]
    if verb in WITH_REASON and not said:
        refuse("reason", N_("Hãy ghi lý do."))
    cancelled = said if target == InspectionState.CANCELLED else ""
    save_changed(found, {"state": target, "cancelled_reason": cancelled})
    if target in OVER:
        found.members.filter(valid_to__isnull=True).update(valid_to=by.day)
    _note(found, verb, by, reason=said)
    return found


def _require_remedied(inspection: Inspection) -> None:
    """Raises Refused while a remedy is not confirmed by its verifier."""
    waiting = inspection.recommendations.exclude(state=RemedyState.VERIFIED).count()
    if waiting:
        raise Refused(N_("Còn %(count)s kiến nghị chưa được xác nhận khắc phục."), count=waiting)


def _facts_of(inspection: Inspection, team: Team, by: Actor) -> dict[str, object]:
    paper, post = tidy_line(team.decision_paper)[:200], tidy_line(team.leader_post)[:120]
    if not paper:
        refuse("decision_paper", N_("Hãy ghi số, cơ quan ban hành quyết định."))
    agency = tidy_line(team.leader_agency)[:200]
    if (team.leader_body is None) == (not agency):
        refuse("leader_body", N_("Hãy ghi một cơ quan của trưởng đoàn: trong hoặc ngoài hệ thống."))
    if not post:
        refuse("leader_post", N_("Hãy ghi chức vụ của trưởng đoàn."))
    require_past(team.decided_on, by, field="decided_on")
    if team.team_number is not None:
        require_within("team_number", team.team_number, 1, 999)
    inspected = set(inspection.inspected.values_list("body_id", flat=True))
    if not agency and inspection.body_id in inspected:
        refuse("leader_agency", N_("Cơ quan chủ trì không tự kiểm tra mình trong cuộc này."))
    led_by = {team.leader_body.pk} if team.leader_body is not None else set()
    if inspected & (led_by | {seat.body.pk for seat in team.members}):
        refuse("members", N_("Cơ quan được kiểm tra không tham gia đoàn kiểm tra."))
    return {
        "decision_paper": paper,
        "decided_on": team.decided_on,
        "leader_body": team.leader_body,
        "leader_agency": agency,
        "outside_members": tidy(team.outside_members).strip(),
        "leader_post": post,
        "team_number": team.team_number,
        "powers": team.powers.strip(),
    }


def _seat(inspection: Inspection, team: Team, day: date) -> None:
    """The seats of the decision; those it no longer names end today and stay in the trace."""
    if len(team.members) > MOST_PARTNERS:
        refuse("members", N_("Đoàn có nhiều nhất 40 cơ quan."))
    wanted = {seat.body.pk: tidy_line(seat.duty)[:200] for seat in team.members}
    if "" in wanted.values():
        refuse("members", N_("Hãy ghi chức vụ, vai trò sau dấu hai chấm cho từng cơ quan."))
    held = {seat.body_id: seat for seat in inspection.members.filter(valid_to__isnull=True)}
    gone = [seat.pk for body, seat in held.items() if body not in wanted]
    InspectionMember.objects.filter(pk__in=gone).update(valid_to=day)
    for body, duty in wanted.items():
        seat = held.get(body)
        if seat is None:
            InspectionMember.objects.create(
                entry=inspection, body_id=body, duty=duty, valid_from=min(team.decided_on, day)
            )
        elif seat.duty != duty:
            seat.duty = duty
            seat.save(update_fields=["duty"])


def _note(inspection: Inspection, verb: str, by: Actor, *, reason: str = "") -> None:
    """Keep the step in the thread and in the journal."""
    InspectionStep.objects.create(
        entry=inspection, verb=verb, at=clock.now(), by=posting_of(by), reason=reason
    )
    audit.record(f"inspection.{verb}", inspection, by=by, state=inspection.state, reason=reason)
