"""Inspections to test with."""

from datetime import timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.oversight import actions
from phongtrao.oversight.models import (
    ClarificationRequest,
    Inspection,
    PreparationItem,
    Recommendation,
    RecurrenceLink,
)
from tests.packs import load_pack
from tests.world import World

LIMITS = "Phối hợp ở một số nơi còn hình thức"


def terms(world: World, **facts: Any) -> actions.InspectionTerms:
    """The police of Quảng Ngãi inspect that of Đăk Hà, over the time since 11/2023."""
    today = clock.today()
    usual: dict[str, Any] = {
        "year": today.year,
        "title": "Kiểm tra Chương trình phối hợp số 07",
        "starts_on": today - timedelta(days=2),
        "ends_on": today + timedelta(days=5),
        "scope_from": today - timedelta(days=900),
        "inspected": [world.body("ca", "dak-ha")],
    }
    return actions.InspectionTerms(load_pack(), **usual | facts)


def planned(world: World, *, by: str = "An", **facts: Any) -> Inspection:
    """One in the plan."""
    return actions.plan_inspection(terms(world, **facts), by=world.actor(by))


def team(world: World, **facts: Any) -> actions.Team:
    """A delegation led by the Front of the province, the police of Ba Tơ has a seat."""
    usual: dict[str, Any] = {
        "decision_paper": "Quyết định 12/QĐ-BCĐ",
        "decided_on": clock.today() - timedelta(days=3),
        "leader_body": world.body("mttq", "quang-ngai"),
        "leader_post": "Phó Chủ tịch",
        "members": (actions.Seat(world.body("ca", "ba-to"), "Trưởng Công an xã, thành viên"),),
        "team_number": 4,
    }
    return actions.Team(**usual | facts)


def decided(world: World, **facts: Any) -> Inspection:
    """One whose delegation stands."""
    return actions.decide(planned(world, **facts), team(world), by=world.actor("An"))


def under_way(world: World, **facts: Any) -> Inspection:
    """One that has begun."""
    return actions.take_step(decided(world, **facts), "begin", by=world.actor("An"))


def conclusion(**facts: Any) -> actions.Conclusion:
    """A conclusion of today."""
    usual: dict[str, Any] = {
        "paper": "Kết luận 3/KL-ĐKT",
        "concluded_on": clock.today(),
        "strengths": "Ký kết đầy đủ",
        "limits": LIMITS,
        "causes": "Chưa phân công rõ",
    }
    return actions.Conclusion(**usual | facts)


def wanted(world: World, **facts: Any) -> actions.RecommendationTerms:
    """Đăk Hà signs its programme by a working day three weeks away; the province confirms."""
    usual: dict[str, Any] = {
        "body": world.body("ca", "dak-ha"),
        "verifier": world.body("ca", "quang-ngai"),
        "criterion": "ky_ket",
        "urgency": "co_thoi_han",
        "finding": "Chưa ký kết chương trình phối hợp cấp xã (Biên bản 02/BB-ĐKT)",
        "text": "Ký kết chương trình phối hợp cấp xã",
        "asked_by": clock.today() + timedelta(days=21),
    }
    return actions.RecommendationTerms(**usual | facts)


def recommended(world: World, **facts: Any) -> Recommendation:
    """One of a concluded inspection."""
    inspection = concluded(world)
    return actions.recommend(inspection, wanted(world, **facts), by=world.actor("An"))


def linked(world: World, later: Recommendation) -> RecurrenceLink:
    """A proposal that a recommendation repeats one of another inspection."""
    earlier = recommended(world)
    return RecurrenceLink.objects.create(
        earlier=earlier, later=later, at=clock.now(), reason="Cùng việc"
    )


def clarification(
    world: World, inspection: Inspection, by: str = "An", **facts: Any
) -> ClarificationRequest:
    """Đăk Hà is asked to clarify within three days."""
    usual: dict[str, Any] = {
        "body": world.body("ca", "dak-ha"),
        "criterion": "ky_ket",
        "text": "Số xã đã ký kết khác nhau giữa hai báo cáo",
        "asked_by": clock.today() + timedelta(days=3),
    }
    terms = actions.ClarificationTerms(**usual | facts)
    return actions.ask_to_clarify(inspection, terms, by=world.actor(by))


def prepared(world: World) -> PreparationItem:
    """Something the police of the province prepare for a ministry's delegation."""
    inspection = decided(world, leader_agency="Bộ Nội vụ")
    return PreparationItem.objects.create(
        entry=inspection,
        body=world.body("ca", "quang-ngai"),
        text="Báo cáo chuẩn bị",
        due_on=clock.today(),
    )


def sent_in(world: World) -> Recommendation:
    """One whose remedy waits for its verifier."""
    asked = recommended(world)
    said = {"text": "Đã ký kết", "papers": "01/CTrPH ngày 20/11/2026"}
    return actions.take_remedy_step(asked, "submit", by=world.actor("Chi"), **said)


def concluded(world: World, **facts: Any) -> Inspection:
    """One whose conclusion is out."""
    return actions.conclude(under_way(world, **facts), conclusion(), by=world.actor("An"))
