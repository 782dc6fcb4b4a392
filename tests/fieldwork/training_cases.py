"""Classes and drills to test with."""

from datetime import timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.fieldwork.training import actions
from phongtrao.fieldwork.training.models import Drill, TrainingClass
from phongtrao.planning.imports import load_pack
from tests.world import World


def planned(
    world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any
) -> TrainingClass:
    """A class of the last ten days."""
    usual: dict[str, Any] = {
        "title": "Lớp nghiệp vụ xây dựng phong trào",
        "topic": "phong_trao",
        "group": "can_bo",
        "first_day": clock.today() - timedelta(days=10),
        "last_day": clock.today(),
    }
    terms = actions.ClassTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.plan_class(terms, by=world.actor(by))


def drill(world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any) -> Drill:
    """A drill of yesterday."""
    usual: dict[str, Any] = {
        "title": "Diễn tập chữa cháy khu chợ",
        "kind": "pccc",
        "held_on": clock.today() - timedelta(days=1),
    }
    terms = actions.DrillTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.record_drill(terms, by=world.actor(by))
