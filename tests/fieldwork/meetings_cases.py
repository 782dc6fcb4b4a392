"""Meetings to test with."""

from datetime import timedelta
from typing import Any

from phongtrao.core import clock, files
from phongtrao.fieldwork.meetings import actions
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting, MinutesVersion, Statement
from phongtrao.publishing.actions.meeting_books import ask_book, make_book
from phongtrao.publishing.models import MeetingBook
from tests.packs import load_pack
from tests.world import World


def terms(world: World, *, area: str = "quang-ngai", **facts: Any) -> actions.MeetingTerms:
    """A briefing of the province five days ago."""
    usual: dict[str, Any] = {
        "kind": "giao_ban",
        "title": "Giao ban quý",
        "held_on": clock.today() - timedelta(days=5),
    }
    return actions.MeetingTerms(load_pack(), world.area(area).pk, **usual | facts)


def meeting(world: World, *, by: str = "An", area: str = "quang-ngai", **facts: Any) -> Meeting:
    """A meeting that one of the cast has entered."""
    return actions.plan_meeting(terms(world, area=area, **facts), by=world.actor(by))


def held(world: World, *, by: str = "An", attendances: int = 40, **facts: Any) -> Meeting:
    """A meeting that took place."""
    made = meeting(world, by=by, **facts)
    return actions.hold(made, actions.Held(attendances), by=world.actor(by))


def directive(world: World, under: Meeting, *, by: str = "An", **facts: Any) -> Conclusion:
    """A conclusion that asks the police of Đăk Hà for something within ten days."""
    usual: dict[str, Any] = {
        "kind": "chi_dao",
        "text": "Rà soát mô hình không còn hoạt động",
        "body": world.body("ca", "dak-ha"),
        "due_on": clock.today() + timedelta(days=10),
    }
    found = actions.ConclusionTerms(**usual | facts)
    return actions.add_conclusion(under, found, by=world.actor(by))


def minuted(world: World, under: Meeting, *, by: str = "An") -> MinutesVersion:
    """The minutes of a meeting as one of the cast saved them."""
    return actions.save_minutes(under, text="Khai mạc và kết luận", by=world.actor(by))


def said(world: World, under: Meeting, *, by: str = "An", **facts: Any) -> Statement:
    """What the police of Đăk Hà said at a meeting."""
    usual: dict[str, Any] = {
        "text": "Đề nghị bổ sung kinh phí cho mô hình",
        "body": world.body("ca", "dak-ha"),
        "post": "Trưởng Công an xã",
    }
    found = actions.StatementTerms(**usual | facts)
    return actions.add_statement(under, found, by=world.actor(by))


def bound(world: World, under: Meeting, *, by: str = "An") -> MeetingBook:
    """The book of a meeting, made for one of the cast."""
    asked = ask_book(under, by=world.actor(by))
    make_book(asked.pk)
    asked.refresh_from_db()
    return asked


def prepared(world: World, title: str) -> Meeting:
    """A conference to come: Đăk Hà is invited, has a bridge point and has sent a speech."""
    by, body = world.actor("An"), world.body("ca", "dak-ha")
    made = meeting(world, title=title, kind="so_ket", held_on=clock.today() + timedelta(days=9))
    actions.invite(made, [actions.Invited(body, "Trưởng Công an xã")], by=by)
    actions.send_invitations(made, by=by)
    actions.plan_bridges(made, [actions.BridgePlan(body, expected=30)], by=by)
    asked = actions.ask_paper(made, actions.PaperTerms("tham_luan", title, body), by=by)
    words = files.store(b"Tham luan", name="tham-luan.txt", kind="txt", by=by)
    actions.send_paper(asked, file=words, by=world.actor("Chi"))
    return made
