"""The result of a site: figures that add up, corrected until they are confirmed."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.vietnamese import tidy
from phongtrao.fieldwork.events.actions.sites import SiteTerms, decided_by, enter_site
from phongtrao.fieldwork.events.actions.steps import (
    approve,
    held_for,
    note_step,
    require_in_charge,
    take_step,
)
from phongtrao.fieldwork.events.models import FestivalResult, FestivalSite
from phongtrao.fieldwork.events.rules import faults_of_totals
from phongtrao.fieldwork.events.workflow import SITE
from phongtrao.fieldwork.register.actions import require_past, save_changed
from phongtrao.org.permissions import Actor


@dataclass(frozen=True, slots=True)
class ResultTerms:
    """The figures of a result: counts, and money in đồng."""

    attendances: int = 0
    leaders: int = 0
    leaders_central: int = 0
    leaders_province: int = 0
    leaders_commune: int = 0
    collectives: int = 0
    individuals: int = 0
    medals: int = 0
    merit_certificates: int = 0
    gifts: int = 0
    gift_value: int = 0
    gift_budget: int = 0
    gift_social: int = 0
    gift_merged: int = 0
    models_launched: int = 0
    works: int = 0
    activities: int = 0
    pledges: int = 0
    cost: int = 0
    cost_budget: int = 0
    cost_social: int = 0
    cost_merged: int = 0
    lessons: str = ""


@transaction.atomic
def record_result(site: FestivalSite, terms: ResultTerms, *, by: Actor) -> FestivalSite:
    """Record what a site was like, or correct it before it is confirmed.

    Raises Forbidden, TransitionRefused and InvalidInput (totals that do not add up, a day to come).
    """
    found = held_for(site, by)
    require_in_charge(found, "record", by)
    target = SITE.target("record", found.state)
    if found.held_on is not None:
        require_past(found.held_on, by, field="held_on")
    facts = asdict(terms) | {"lessons": tidy(terms.lessons)[:20_000]}
    faults = faults_of_totals({k: v for k, v in facts.items() if isinstance(v, int)})
    if faults:
        raise InvalidInput(N_("Có tổng chưa khớp với các phần."), fields=faults)
    FestivalResult.objects.update_or_create(entry=found, defaults=facts)
    save_changed(found, {"state": target})
    note_step(found, "record", by)
    audit.record(
        "festivalsite.figures", found, by=by, attendances=terms.attendances, cost=terms.cost
    )
    return found


@transaction.atomic
def record_held(site: SiteTerms, result: ResultTerms, day: date, *, by: Actor) -> FestivalSite:
    """Enter a site that has been held already, with its result: all its steps in one act.

    Only where the acting body decides on the site itself; raises as the single steps do.
    """
    require_past(day, by, field="held_on")
    made = enter_site(site, by=by)
    if not decided_by(made, by):
        raise InvalidInput(
            N_("Điểm cấp này phải được duyệt trước khi ghi kết quả."), fields={}
        )  # fmt: skip
    approve(made, day=day, by=by)
    for verb in ("prepare", "open"):
        take_step(made, verb, by=by)
    return record_result(made, result, by=by)
