"""Supervision and matters made public to test with."""

from datetime import timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.fieldwork.grassroots import actions
from phongtrao.fieldwork.grassroots.models import Disclosure, Supervision
from tests.packs import load_pack
from tests.world import World


def supervision(
    world: World, *, by: str = "Dũng", area: str = "quang-ngai", **facts: Any
) -> Supervision:
    """A supervision by a delegation of the province's Front that began twenty days ago."""
    usual: dict[str, Any] = {
        "kind": "giam_sat",
        "method": "doan",
        "subject": "Việc thực hiện chương trình phối hợp ở cấp xã",
        "asked": world.body("ca", "dak-ha"),
        "starts_on": clock.today() - timedelta(days=20),
        "ends_on": clock.today() + timedelta(days=10),
    }
    terms = actions.SupervisionTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.plan_supervision(terms, by=world.actor(by))


def advised(world: World, *, by: str = "Dũng", **facts: Any) -> Supervision:
    """The same with its advice sent ten days ago."""
    terms: dict[str, Any] = {
        "paper": "12/KN-MTTQ",
        "sent_on": clock.today() - timedelta(days=10),
        "points": "Bổ sung kế hoạch phối hợp của cấp xã",
    }
    found = supervision(world, by=by)
    return actions.send_advice(found, actions.Advice(**terms | facts), by=world.actor(by))


def answer(**facts: Any) -> actions.Answer:
    """An answer of yesterday that agrees."""
    usual: dict[str, Any] = {
        "paper": "34/CAX",
        "answered_on": clock.today() - timedelta(days=1),
        "outcome": "tiep_thu",
    }
    return actions.Answer(**usual | facts)


def disclosure(world: World, *, by: str = "Chi", area: str = "dak-ha", **facts: Any) -> Disclosure:
    """A budget decided ten days ago and not yet public."""
    usual: dict[str, Any] = {
        "item": 2,
        "title": "Dự toán ngân sách của xã",
        "decided_on": clock.today() - timedelta(days=10),
    }
    terms = actions.DisclosureTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.record_disclosure(terms, by=world.actor(by))
