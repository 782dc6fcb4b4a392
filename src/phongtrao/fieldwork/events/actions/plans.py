"""Plan a year's festival, change its window, numbers and priorities."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.events.models import FestivalPlan, FestivalPriority, FestivalSite
from phongtrao.fieldwork.events.rules import KINDS, LONGEST_WINDOW
from phongtrao.fieldwork.events.workflow import SiteState
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_recorder,
    save_changed,
)
from phongtrao.fieldwork.register.queries import counted
from phongtrao.org.models import AreaSet
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class PrioritySpec:
    """A preferred set of areas: points for a site in it, and at least how many sites."""

    area_set: AreaSet
    weight: int
    least_sites: int


@dataclass(frozen=True, slots=True)
class PlanTerms:
    """What a plan of a festival says."""

    programme: Programme
    area_id: int
    kind: str
    year: int
    title: str
    opens_on: date
    closes_on: date
    plan_paper: str = ""
    result_due_on: date | None = None
    central_sites: int = 0
    provincial_sites: int = 0
    priorities: Sequence[PrioritySpec] = ()


@transaction.atomic
def make_plan(terms: PlanTerms, *, by: Actor) -> FestivalPlan:
    """Enter the plan of a year. Raises Forbidden and InvalidInput (days that run backwards or lie
    in another year, a second plan of the same festival, an area out of reach).
    """
    require_recorder(by)
    posting = posting_of(by)
    facts = _facts(terms, by)
    _require_only(posting.body_id, terms)
    plan = FestivalPlan.objects.create(
        body=posting.body, recorded_at=clock.now(), recorded_by=posting, **facts
    )
    _write_priorities(plan, terms.priorities)
    search.refresh(FestivalPlan, [plan.pk])
    audit.record("festivalplan.made", plan, by=by, kind=plan.kind, year=plan.year)
    return plan


@transaction.atomic
def change_plan(
    plan: FestivalPlan, terms: PlanTerms, *, by: Actor, expected_version: int | None = None
) -> FestivalPlan:
    """Other facts of a plan.

    Raises as making does, StaleVersion, and InvalidInput where sites would fall out of the window.
    """
    found = locked(plan, by=by, expected_version=expected_version)
    facts = _facts(terms, by)
    _require_only(found.body_id, terms, but=found.pk)
    _require_sites_inside(found, terms)
    save_changed(found, facts)
    _write_priorities(found, terms.priorities)
    audit.record("festivalplan.changed", found, by=by, kind=found.kind, year=found.year)
    return found


def _facts(terms: PlanTerms, by: Actor) -> dict[str, Any]:
    title, paper = tidy_line(terms.title)[:300], tidy_line(terms.plan_paper)[:200]
    _refuse_if("title", not title, N_("Hãy ghi tên kế hoạch."))
    _refuse_if("kind", terms.kind not in dict(KINDS), N_("Hãy chọn trong danh mục."))
    backwards = terms.closes_on < terms.opens_on
    _refuse_if("closes_on", backwards, N_("Ngày kết thúc không trước ngày bắt đầu."))
    long = (terms.closes_on - terms.opens_on).days >= LONGEST_WINDOW
    _refuse_if("closes_on", long, N_("Thời gian tổ chức dài quá 120 ngày."))
    elsewhere = {terms.opens_on.year, terms.closes_on.year} != {terms.year}
    _refuse_if("opens_on", elsewhere, N_("Thời gian tổ chức phải nằm trong năm của kế hoạch."))
    early = terms.result_due_on is not None and terms.result_due_on < terms.opens_on
    _refuse_if("result_due_on", early, N_("Hạn báo cáo kết quả không trước ngày bắt đầu."))
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "kind": terms.kind,
        "year": terms.year,
        "title": title,
        "plan_paper": paper,
        "opens_on": terms.opens_on,
        "closes_on": terms.closes_on,
        "result_due_on": terms.result_due_on,
        "central_sites": terms.central_sites,
        "provincial_sites": terms.provincial_sites,
        "search_folded": fold(f"{title}\n{paper}"),
    }


def _refuse_if(field: str, wrong: object, said: str) -> None:
    if wrong:
        raise InvalidInput(Sentence(said), fields={field: Sentence(said)})


def _require_only(body_id: int, terms: PlanTerms, *, but: int | None = None) -> None:
    rows = counted(FestivalPlan.objects.filter(body_id=body_id, kind=terms.kind, year=terms.year))
    others = rows if but is None else rows.exclude(pk=but)
    _refuse_if(
        "year",
        others.exists(),
        N_("Cơ quan bạn đã có kế hoạch Ngày hội này của năm đó. Hãy mở kế hoạch ấy để sửa."),
    )


def _require_sites_inside(plan: FestivalPlan, terms: PlanTerms) -> None:
    sites = counted(FestivalSite.objects.filter(plan=plan, held_on__isnull=False))
    sites = sites.exclude(state=SiteState.CANCELLED)
    inside = sites.filter(held_on__range=(terms.opens_on, terms.closes_on))
    out = sites.exclude(pk__in=inside.values("pk")).order_by("held_on").first()
    if out is not None:
        said = Sentence(
            N_("Điểm %(site)s đã ấn định ngày %(day)s, ngoài thời gian mới."),
            {"site": out.title, "day": date_vn(out.held_on)},
        )
        raise InvalidInput(said, fields={"closes_on": said})


def _write_priorities(plan: FestivalPlan, priorities: Sequence[PrioritySpec]) -> None:
    """The preferred sets instead of those before; a set named twice counts once."""
    wanted = {each.area_set.pk: each for each in priorities}
    FestivalPriority.objects.filter(plan=plan).delete()
    FestivalPriority.objects.bulk_create(
        FestivalPriority(
            plan=plan,
            area_set=each.area_set,
            weight=each.weight,
            least_sites=each.least_sites,
        )
        for each in wanted.values()
    )
