"""The steps of a site: approved, prepared, opened, moved, postponed, cancelled, confirmed."""

from datetime import date

from django.db import transaction
from django.db.models import F

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.events.actions.sites import decided_by
from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSite, FestivalStep
from phongtrao.fieldwork.events.rules import fault_of_day
from phongtrao.fieldwork.events.workflow import (
    OF_EITHER,
    OF_THE_PLAN,
    OWN_ACTS,
    REASONED,
    SITE,
    WITH_REASON,
    SiteState,
)
from phongtrao.fieldwork.register.actions import require_recorder, save_changed
from phongtrao.org.permissions import Actor
from phongtrao.planning.permissions import posting_of


@transaction.atomic
def approve(site: FestivalSite, *, day: date, paper: str = "", by: Actor) -> FestivalSite:
    """Choose a candidate and fix its day.

    Raises Forbidden (another body decides), TransitionRefused and InvalidInput (a day outside the
    window of the plan or the days of the site).
    """
    found = held_for(site, by)
    if not decided_by(found, by):
        raise Forbidden(N_("Điểm cấp này do cơ quan lập kế hoạch duyệt."))
    target = SITE.target("approve", found.state)
    _require_day(found, day)
    facts = {"state": target, "held_on": day, "approval_paper": tidy_line(paper)[:200]}
    save_changed(found, facts)
    note_step(found, "approve", by)
    return found


@transaction.atomic
def take_step(
    site: FestivalSite, verb: str, *, by: Actor, reason: str = "", day: date | None = None
) -> FestivalSite:
    """One of the other verbs of the table; moving asks for a day, halting for the reason.

    Raises Forbidden, TransitionRefused and InvalidInput (no reason, a day outside the window).
    """
    found = held_for(site, by)
    require_in_charge(found, verb, by)
    if verb in OWN_ACTS:
        raise Refused(N_("Hãy dùng nút của việc này ở trang của điểm."))
    if verb == "open" and found.held_on is not None and found.held_on > by.day:
        raise Refused(
            N_("Chưa đến ngày tổ chức %(day)s. Tổ chức sớm hơn thì chuyển ngày trước."),
            day=date_vn(found.held_on),
        )
    facts: dict[str, object] = {"state": SITE.target(verb, found.state)}
    said = tidy_line(reason)[:300]
    if verb in WITH_REASON and not said:
        _refuse("reason", N_("Hãy ghi lý do."))
    if verb == "move":
        facts |= _moved(found, day)
    facts["halted_reason"] = said if facts["state"] in REASONED else ""
    save_changed(found, facts)
    note_step(found, verb, by, reason=said)
    return found


@transaction.atomic
def confirm_results(plan: FestivalPlan, *, by: Actor) -> int:
    """Confirm every result that other bodies have sent under a plan; how many there were.

    Raises Forbidden (another body's plan).
    """
    require_recorder(by)
    if plan.body_id != by.body_id:
        raise Forbidden(N_("Việc này do cơ quan chủ trì điểm hoặc cơ quan lập kế hoạch làm."))
    rows = FestivalSite.objects.select_for_update(of=("self",)).filter(
        plan=plan, state=SiteState.RECORDED, struck_on__isnull=True
    )
    sites = list(rows.exclude(body_id=by.body_id).order_by("pk"))
    posting, at = posting_of(by), clock.now()
    FestivalStep.objects.bulk_create(
        FestivalStep(entry=site, verb="confirm", at=at, by=posting, held_on=site.held_on)
        for site in sites
    )
    pks = [site.pk for site in sites]
    target = SITE.target("confirm", SiteState.RECORDED)
    FestivalSite.objects.filter(pk__in=pks).update(state=target, row_version=F("row_version") + 1)
    audit.record("festivalplan.confirmed", plan, by=by, sites=pks)
    return len(sites)


def _moved(site: FestivalSite, day: date | None) -> dict[str, object]:
    if day is None:
        said = Sentence(N_("Hãy ghi ngày tổ chức mới."))
        raise InvalidInput(said, fields={"day": said})
    _require_in_window(site, day)
    return {
        "held_on": day,
        "first_day": min(site.first_day, day),
        "last_day": max(site.last_day, day),
    }


def held_for(site: FestivalSite, by: Actor) -> FestivalSite:
    """The site and its plan, held until the transaction ends; raises Forbidden where struck out."""
    require_recorder(by)
    rows = FestivalSite.objects.select_related("plan").select_for_update(of=("self",))
    found = rows.get(pk=site.pk)
    if found.is_struck:
        raise Forbidden(N_("Điểm này đã bị gạch bỏ."))
    return found


def require_in_charge(site: FestivalSite, verb: str, by: Actor) -> None:
    """Raises Forbidden where the verb is another body's: of the plan, or in charge of the site."""
    bodies = {site.plan.body_id} if verb in OF_THE_PLAN else {site.body_id}
    if verb in OF_EITHER:  # the one that chose may also take back
        bodies.add(site.plan.body_id)
    if by.body_id not in bodies:
        raise Forbidden(N_("Việc này do cơ quan chủ trì điểm hoặc cơ quan lập kế hoạch làm."))


def note_step(site: FestivalSite, verb: str, by: Actor, *, reason: str = "") -> None:
    """Keep the step in the thread of the site and in the journal."""
    FestivalStep.objects.create(
        entry=site,
        verb=verb,
        at=clock.now(),
        by=posting_of(by),
        held_on=site.held_on,
        reason=reason,
    )
    audit.record(f"festivalsite.{verb}", site, by=by, state=str(site.state), reason=reason)


def _require_day(site: FestivalSite, day: date) -> None:
    _require_in_window(site, day)
    if not site.first_day <= day <= site.last_day:
        _refuse("day", N_("Ngày này ngoài các ngày mà điểm có thể tổ chức."))


def _require_in_window(site: FestivalSite, day: date) -> None:
    fault = fault_of_day(day, site.plan.opens_on, site.plan.closes_on)
    if fault is not None:
        raise InvalidInput(fault, fields={"day": fault})


def _refuse(field: str, said: str) -> None:
    raise InvalidInput(Sentence(said), fields={field: Sentence(said)})
