"""Models to test with."""

from datetime import date, timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.fieldwork.exemplars import actions
from phongtrao.fieldwork.exemplars.models import PracticeModel
from phongtrao.planning.imports import load_pack
from tests.world import World


def days_ago(days: int) -> date:
    """A day of the past."""
    return clock.today() - timedelta(days=days)


def terms(world: World, *, area: str = "dak-ha", **facts: Any) -> actions.ModelTerms:
    """A model that was only proposed: cameras in four places."""
    usual: dict[str, Any] = {
        "name": "Camera an ninh",
        "field": "toi_pham",
        "kind": "camera",
        "size": actions.Size(4, 2, 30),
    }
    return actions.ModelTerms(load_pack(), world.area(area).pk, **usual | facts)


def proposed(world: World, *, by: str = "Chi", area: str = "dak-ha", **facts: Any) -> PracticeModel:
    """A model that one of the cast has proposed."""
    return actions.enter_model(terms(world, area=area, **facts), by=world.actor(by))


def running(
    world: World, *, since: int = 20, by: str = "Chi", area: str = "dak-ha", **facts: Any
) -> PracticeModel:
    """A model that runs for so many days."""
    launch = actions.Launch("15/QĐ-UBND", days_ago(since + 5), days_ago(since))
    return proposed(world, by=by, area=area, launch=launch, **facts)


def step(model: PracticeModel, verb: str, *, by: Any, ago: int = 0, **facts: Any) -> PracticeModel:
    """A step with the paper and the reason that any verb could need."""
    told = {"paper": "20/QĐ-UBND", "reason": "Hoạt động chưa đều"} | facts
    return actions.take_step(model, verb, actions.StepFacts(days_ago(ago), **told), by=by)
