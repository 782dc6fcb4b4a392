"""Plans, sites and results of festivals to test with; the window holds yesterday and a week to
come, whatever day it is."""

from datetime import date, timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.fieldwork.events import actions
from phongtrao.fieldwork.events.models import FestivalPlan, FestivalSite
from tests.packs import load_pack
from tests.world import World

FIGURES = {
    "attendances": 450,
    "leaders": 6,
    "leaders_province": 2,
    "leaders_commune": 4,
    "medals": 1,
    "merit_certificates": 3,
    "gifts": 20,
    "gift_value": 10_000_000,
    "gift_social": 10_000_000,
    "models_launched": 1,
    "cost": 35_000_000,
    "cost_budget": 30_000_000,
    "cost_social": 5_000_000,
}


def window() -> tuple[date, date]:
    """Days around today within its year."""
    today = clock.today()
    first = max(today - timedelta(days=40), date(today.year, 1, 1))
    return first, min(first + timedelta(days=60), date(today.year, 12, 31))


def plan(world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any) -> FestivalPlan:
    """The plan of a province for this year."""
    first, last = window()
    usual: dict[str, Any] = {
        "kind": "ngay_hoi",
        "year": first.year,
        "title": "Kế hoạch tổ chức Ngày hội",
        "opens_on": first,
        "closes_on": last,
    }
    terms = actions.PlanTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.make_plan(terms, by=world.actor(by))


def site_terms(
    world: World, under: FestivalPlan, *, area: str = "dak-ha", **facts: Any
) -> actions.SiteTerms:
    """A site of a commune."""
    usual: dict[str, Any] = {"level": "xa", "title": "Điểm xã Đăk Hà"}
    return actions.SiteTerms(load_pack(), world.area(area).pk, under, **usual | facts)


def site(world: World, under: FestivalPlan, *, by: str = "Chi", **facts: Any) -> FestivalSite:
    """A candidate that one of the cast has entered."""
    return actions.enter_site(site_terms(world, under, **facts), by=world.actor(by))


def ready(world: World, under: FestivalPlan, *, by: str = "Chi", **facts: Any) -> FestivalSite:
    """A site whose festival was opened yesterday."""
    made = site(world, under, by=by, **facts)
    actor = world.actor(by)
    actions.approve(made, day=yesterday(), by=actor)
    for verb in ("prepare", "open"):
        actions.take_step(made, verb, by=actor)
    return made


def held(world: World, under: FestivalPlan, *, by: str = "Chi", **facts: Any) -> FestivalSite:
    """A site that was held and reported."""
    figures = {name: facts.pop(name, value) for name, value in FIGURES.items()}
    made = ready(world, under, by=by, **facts)
    actions.record_result(made, actions.ResultTerms(**figures), by=world.actor(by))
    made.refresh_from_db()
    return made


def yesterday() -> date:
    """The day before, or today on the first day of a year: a plan lies within one."""
    today = clock.today()
    return max(today - timedelta(days=1), date(today.year, 1, 1))
