"""Teams, allowances and head-counts to test with."""

from datetime import timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.fieldwork.coreforce import actions
from phongtrao.fieldwork.coreforce.models import AllowanceRule, HeadCount, NucleusActivity, Team
from tests.packs import load_pack
from tests.world import World


def team(world: World, *, by: str = "Chi", area: str = "dak-ha", **facts: Any) -> Team:
    """A security team that was founded 400 days ago."""
    usual: dict[str, Any] = {
        "kind": "bao_ve",
        "name": "Tổ bảo vệ ANTT thôn 1",
        "founded_on": clock.today() - timedelta(days=400),
    }
    terms = actions.TeamTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.found_team(terms, by=world.actor(by))


def read(
    world: World, of: Team, total: int, *, back: int = 0, by: str = "Chi", **more: Any
) -> None:
    """A head-count of so many days ago."""
    terms = actions.ReadingTerms(clock.today() - timedelta(days=back), total, **more)
    actions.note_reading(of, terms, by=world.actor(by))


def allowance(
    world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any
) -> AllowanceRule:
    """What a province grants since 300 days."""
    since = clock.today() - timedelta(days=300)
    usual: dict[str, Any] = {
        "amount": 1_500_000,
        "resolution": "12/NQ-HĐND",
        "resolved_on": since,
        "valid_from": since,
    }
    terms = actions.AllowanceTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.record_allowance(terms, by=world.actor(by))


def headcount(world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any) -> HeadCount:
    """Twelve full-time officers yesterday."""
    usual: dict[str, Any] = {
        "kind": "can_bo_chuyen_trach",
        "counted_on": clock.today() - timedelta(days=1),
        "total": 12,
    }
    terms = actions.HeadCountTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.record_headcount(terms, by=world.actor(by))


def nucleus(
    world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any
) -> NucleusActivity:
    """Eight mediations by heads of hamlets yesterday."""
    usual: dict[str, Any] = {
        "role": "truong_thon",
        "deed": "hoa_giai",
        "held_on": clock.today() - timedelta(days=1),
        "activities": 8,
    }
    terms = actions.NucleusTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.record_activity(terms, by=world.actor(by))
