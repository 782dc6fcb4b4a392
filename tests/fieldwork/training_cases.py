"""Classes and drills to test with."""

from datetime import timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.fieldwork.training import actions
from phongtrao.fieldwork.training.models import Certificate, Drill, TrainingClass
from tests.packs import load_pack
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


def certified(
    world: World, of: TrainingClass, who: str, *, by: str = "An", **facts: Any
) -> Certificate:
    """The certificate of one of the cast for a class that has a session."""
    if not of.sessions.exists():
        actions.note_session(of, held_on=of.first_day, attendances=20, by=world.actor(by))
    usual: dict[str, Any] = {"issued_on": clock.today(), "number": "12/CN"}
    terms = actions.CertificateTerms(of, world.posting(who), **usual | facts)
    return actions.record_certificate(terms, by=world.actor(by))
