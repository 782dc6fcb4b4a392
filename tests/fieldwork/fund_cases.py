"""Lines of funds to test with."""

from datetime import timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.fieldwork.funds import actions
from phongtrao.fieldwork.funds.models import FundLine
from tests.packs import load_pack
from tests.world import World


def terms(world: World, *, area: str = "quang-ngai", **facts: Any) -> actions.FundTerms:
    """The estimate of this year for communication: a hundred million."""
    usual: dict[str, Any] = {
        "kind": "du_toan",
        "year": clock.today().year,
        "on": clock.today() - timedelta(days=1),
        "content": "tuyen_truyen",
        "source": "ngan_sach",
        "amount": 100_000_000,
    }
    return actions.FundTerms(load_pack(), world.area(area).pk, **usual | facts)


def line(world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any) -> FundLine:
    """One that somebody of the cast has entered."""
    return actions.record_line(terms(world, area=area, **facts), by=world.actor(by))
