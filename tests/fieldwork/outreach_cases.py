"""Campaigns and sessions to test with."""

from datetime import timedelta
from typing import Any

from phongtrao.core import clock, files
from phongtrao.fieldwork.outreach import actions
from phongtrao.fieldwork.outreach.models import Bulletin, Campaign, Channel, Output, Session
from tests.packs import load_pack
from tests.world import World


def session(world: World, *, by: str = "Chi", area: str = "dak-ha", **facts: Any) -> Session:
    """A session that one of the cast has entered."""
    return actions.record_session(session_terms(world, area=area, **facts), by=world.actor(by))


def session_terms(world: World, *, area: str = "dak-ha", **facts: Any) -> actions.SessionTerms:
    """What a session was like: yesterday, in person, 120 attendances."""
    usual: dict[str, Any] = {
        "held_on": clock.today() - timedelta(days=1),
        "form": "truc_tiep",
        "topic": "phap_luat",
        "audience": "khu_dan_cu",
        "attendances": 120,
    }
    return actions.SessionTerms(load_pack(), world.area(area).pk, **usual | facts)


def campaign(world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any) -> Campaign:
    """A campaign of this month."""
    usual: dict[str, Any] = {
        "title": "Tháng cao điểm phòng, chống lừa đảo",
        "topic": "lua_dao",
        "starts_on": clock.today() - timedelta(days=10),
        "ends_on": clock.today() + timedelta(days=10),
    }
    terms = actions.CampaignTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.plan_campaign(terms, by=world.actor(by))


def output(world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any) -> Output:
    """Twelve news items of yesterday."""
    usual: dict[str, Any] = {
        "kind": "tin_bai",
        "made_on": clock.today() - timedelta(days=1),
        "quantity": 12,
    }
    terms = actions.OutputTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.record_output(terms, by=world.actor(by))


def channel(world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any) -> Channel:
    """A page kept for a year."""
    usual: dict[str, Any] = {
        "kind": "zalo",
        "name": "Trang Zalo Công an tỉnh",
        "opened_on": clock.today() - timedelta(days=365),
    }
    terms = actions.ChannelTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.open_channel(terms, by=world.actor(by))


def bulletin(world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any) -> Bulletin:
    """A bulletin of today to a commune's police, with its file."""
    actor = world.actor(by)
    usual: dict[str, Any] = {
        "title": "Bản tin tháng 11",
        "issued_on": clock.today(),
        "recipients": [world.body("ca", "dak-ha")],
        "file": files.store(b"%PDF-1.4", name="ban-tin.pdf", kind="pdf", by=actor),
    }
    terms = actions.BulletinTerms(load_pack(), world.area(area).pk, **usual | facts)
    return actions.send_bulletin(terms, by=actor)
