"""Ask for a choice of sites, keep what was found, change it by hand, carry it out in one act."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, StaleVersion
from phongtrao.fieldwork.events.actions.steps import approve, take_step
from phongtrao.fieldwork.events.models import (
    FestivalGuest,
    FestivalInvitation,
    FestivalPlan,
    FestivalSelection,
    FestivalSite,
)
from phongtrao.fieldwork.events.planner import (
    Answer,
    Problem,
    Visit,
    Weights,
    faults_of,
    problem_from,
    problem_record,
    visits_from,
    visits_record,
    why,
)
from phongtrao.fieldwork.events.queries.candidates import Wishes, problem_of
from phongtrao.fieldwork.events.rules import packed
from phongtrao.fieldwork.events.workflow import Reply, SelectionState, SiteState
from phongtrao.fieldwork.register.actions import require_recorder
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of

_ADJUSTED = N_("Điều chỉnh theo phương án chọn điểm.")


@transaction.atomic
def ask_selection(plan: FestivalPlan, wishes: Wishes, *, by: Actor) -> FestivalSelection:
    """Keep the problem as it is now; the worker finds the plan.

    Raises Forbidden (another body's plan) and InvalidInput (no candidates).
    """
    _require_ours(plan, by)
    problem = problem_of(plan, wishes)
    if not problem.sites:
        raise InvalidInput(N_("Kế hoạch này chưa có điểm nào của cấp đã chọn đang đề nghị chọn."))
    selection = _keep(plan, wishes, problem, (), None, by)
    audit.record("festivalselection.asked", selection, by=by, sites=len(problem.sites))
    return selection


@transaction.atomic
def ask_again(
    selection: FestivalSelection,
    *,
    sites_gone: Collection[int] = (),
    guests_gone: Collection[int] = (),
    by: Actor,
) -> FestivalSelection:
    """A plan as near as can be to one that was found, without sites and guests that fell out.

    Raises Forbidden, Refused (nothing was found) and InvalidInput (nothing fell out).
    """
    _require_ours(selection.plan, by)
    before = lines_of(selection)
    if not before:
        raise Refused(N_("Phương án này chưa có dòng nào để tính lại."))
    wishes = wishes_of(selection)
    wishes = Wishes(
        wishes.level, wishes.rules, wishes.weights,
        wishes.fixed - set(sites_gone), wishes.barred | set(sites_gone),
        wishes.without_guests | set(guests_gone),
    )  # fmt: skip
    standing = {visit.site for visit in before} - set(sites_gone)
    problem = problem_of(selection.plan, wishes, standing=standing)
    known = {site.key for site in problem.sites}
    stays = [v for v in before if v.site in known and v.site not in set(sites_gone)]
    if len(stays) == len(before) and not guests_gone:
        raise InvalidInput(N_("Hãy đánh dấu điểm hoặc khách không còn tham gia."))
    found = _keep(selection.plan, wishes, problem, stays, selection, by)
    audit.record("festivalselection.again", found, by=by, sites=len(sites_gone),
                 guests=len(guests_gone))  # fmt: skip
    return found


def find_selection(pk: int) -> str:
    """Find the plan of a selection that waits; the state it is left in. Run by the worker."""
    from phongtrao.fieldwork.events.planner.conflicts import conflict_of  # late: loads HiGHS
    from phongtrao.fieldwork.events.planner.solving import OutOfTimeError, plan

    selection = FestivalSelection.objects.filter(pk=pk, state=SelectionState.WAITING).first()
    if selection is None:
        return ""
    problem = problem_from(selection.asked["problem"])
    try:
        answer = plan(problem, before=visits_from(selection.asked["before"]))
        state = SelectionState.FOUND if answer.is_possible else SelectionState.IMPOSSIBLE
        facts = _facts(problem, answer) if answer.is_possible else {
            "visits": [], "conflict": [packed(said) for said in conflict_of(problem)]
        }  # fmt: skip
    except OutOfTimeError:
        state, facts = SelectionState.FAILED, {"visits": []}
    FestivalSelection.objects.filter(pk=pk, state=SelectionState.WAITING).update(
        state=state, answer=facts
    )
    return str(state)


def give_up_selection(pk: int) -> None:
    """Note that the worker failed at a selection; nothing else has changed."""
    FestivalSelection.objects.filter(pk=pk, state=SelectionState.WAITING).update(
        state=SelectionState.FAILED
    )


def _facts(problem: Problem, answer: Answer) -> dict[str, Any]:
    return {
        "visits": visits_record(answer.visits),
        "objective": answer.objective,
        "bound": round(answer.bound),
        "gap": answer.gap,
        "seconds": round(answer.seconds, 2),
        "changes": answer.changes,
        "why": _reasons(problem, answer.visits),
    }


@transaction.atomic
def adjust_selection(
    selection: FestivalSelection,
    visits: Sequence[Visit],
    *,
    by: Actor,
    expected_version: int | None = None,
) -> FestivalSelection:
    """Other lines by hand, kept where they keep every rule.

    Raises Forbidden, Refused (carried out already) and InvalidInput with each broken rule.
    """
    found = _found(selection, by, expected_version)
    problem = problem_from(found.asked["problem"])
    faults = faults_of(problem, visits)
    if faults:
        raise InvalidInput(
            N_("Phương án chỉnh tay chưa giữ được quy tắc. %(faults)s"),
            faults=" ".join(str(said) for said in faults[:12]),
        )
    score = {site.key: site.score for site in problem.sites}
    found.answer = (found.answer or {}) | {
        "visits": visits_record(visits),
        "objective": sum(score[visit.site] for visit in visits),
        "why": _reasons(problem, visits),
    }
    found.adjusted_at = clock.now()
    found.row_version += 1
    found.save()
    audit.record("festivalselection.adjusted", found, by=by)
    return found


@transaction.atomic
def apply_selection(selection: FestivalSelection, paper: str, *, by: Actor) -> FestivalSelection:
    """Approve the chosen sites on their days and invite the guests, all or nothing.

    Raises Forbidden, Refused (carried out already; a site that is no longer to be had) and
    InvalidInput (a rule that no longer holds).
    """
    found = _found(selection, by, None)
    problem, visits = problem_from(found.asked["problem"]), lines_of(found)
    if faults_of(problem, visits):
        raise InvalidInput(N_("Phương án không còn giữ được quy tắc nên chưa áp dụng."))
    rows = FestivalSite.objects.select_related("plan").filter(pk__in=[v.site for v in visits])
    sites = {site.pk: site for site in rows.filter(struck_on__isnull=True)}
    guests = {row.pk: row for row in FestivalGuest.objects.filter(plan=found.plan)}
    for visit in visits:
        _carry_out(sites.get(visit.site), date.fromordinal(visit.day), paper, by)
        _invite(sites[visit.site], [guests[key] for key in visit.guests if key in guests], guests)
    _withdraw(found, {visit.site for visit in visits}, by)
    found.state, found.applied_at = SelectionState.APPLIED, clock.now()
    found.row_version += 1
    found.save()
    audit.record("festivalselection.applied", found, by=by, sites=len(visits))
    return found


def lines_of(selection: FestivalSelection) -> list[Visit]:
    """The lines that a selection has found; none while it has not."""
    return visits_from((selection.answer or {}).get("visits", ()))


def wishes_of(selection: FestivalSelection) -> Wishes:
    """What a selection was asked for."""
    kept: Mapping[str, Any] = selection.asked["wishes"]
    return Wishes(
        kept["level"],
        problem_from(selection.asked["problem"]).rules,
        Weights(**kept["weights"]),
        frozenset(kept["fixed"]),
        frozenset(kept["barred"]),
        frozenset(kept["without_guests"]),
    )


def _keep(
    plan: FestivalPlan,
    wishes: Wishes,
    problem: Problem,
    before: Sequence[Visit],
    previous: FestivalSelection | None,
    by: Actor,
) -> FestivalSelection:
    asked = {
        "wishes": {
            "level": wishes.level,
            "weights": asdict(wishes.weights),
            "fixed": sorted(wishes.fixed),
            "barred": sorted(wishes.barred),
            "without_guests": sorted(wishes.without_guests),
        },
        "problem": problem_record(problem),
        "before": visits_record(before),
    }
    return FestivalSelection.objects.create(
        plan=plan, asked=asked, previous=previous, asked_at=clock.now(), asked_by=posting_of(by)
    )


def _reasons(problem: Problem, visits: Sequence[Visit]) -> list[dict[str, Any]]:
    return [
        {"site": each.site, "is_chosen": each.is_chosen} | packed(each.said)
        for each in why(problem, visits)
    ]


def _require_ours(plan: FestivalPlan, by: Actor) -> None:
    require_recorder(by)
    if plan.body_id != by.body_id or plan.is_struck:
        raise Forbidden(N_("Chỉ cơ quan lập kế hoạch mới chọn điểm, khi kế hoạch chưa bị gạch bỏ."))


def _found(
    selection: FestivalSelection, by: Actor, expected_version: int | None
) -> FestivalSelection:
    rows = FestivalSelection.objects.select_related("plan").select_for_update(of=("self",))
    found = rows.get(pk=selection.pk)
    _require_ours(found.plan, by)
    if found.state != SelectionState.FOUND:
        raise Refused(N_("Phương án này chưa có kết quả hoặc đã áp dụng."))
    if expected_version is not None and expected_version != found.row_version:
        raise StaleVersion
    return found


def _carry_out(site: FestivalSite | None, day: date, paper: str, by: Actor) -> None:
    """Approve a candidate; move a site that stands with another day."""
    if site is None or site.state not in (
        SiteState.CANDIDATE,
        SiteState.APPROVED,
        SiteState.PREPARING,
    ):
        raise Refused(
            N_("Điểm %(site)s không còn chọn được. Chưa áp dụng gì; hãy tính lại."),
            site=site.title if site is not None else "–",
        )
    if site.state == SiteState.CANDIDATE:
        approve(site, day=day, paper=paper, by=by)
    elif site.held_on != day:
        take_step(site, "move", day=day, reason=str(_ADJUSTED), by=by)


def _invite(
    site: FestivalSite, guests: Sequence[FestivalGuest], every: Mapping[int, FestivalGuest]
) -> None:
    """Invite the guests of a line; take back the open invitations of the plan's other guests."""
    wanted = {(guest.body_id, guest.post) for guest in guests}
    known = {(row.body_id, row.post): row for row in site.invitations.all()}
    for guest in every.values():
        row = known.get((guest.body_id, guest.post))
        if row is not None and row.reply == Reply.WAITING and (row.body_id, row.post) not in wanted:
            row.delete()
    FestivalInvitation.objects.bulk_create(
        FestivalInvitation(entry=site, body_id=body_id, post=post, invited_on=clock.today())
        for body_id, post in sorted(wanted - known.keys())
    )


def _withdraw(selection: FestivalSelection, chosen: set[int], by: Actor) -> None:
    """Give up the sites of the plan before that are not in this one."""
    if selection.previous is None or selection.previous.state != SelectionState.APPLIED:
        return
    gone = {visit.site for visit in lines_of(selection.previous)} - chosen
    rows = FestivalSite.objects.select_related("plan").filter(pk__in=gone)
    for site in rows.filter(
        struck_on__isnull=True, state__in=[SiteState.APPROVED, SiteState.PREPARING]
    ):
        take_step(site, "cancel", reason=str(_ADJUSTED), by=by)
