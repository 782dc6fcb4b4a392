"""Sessions, documents and findings to test with."""

from datetime import time, timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.oversight import actions
from phongtrao.oversight.models import CheckLine, Inspection, InspectionSession, SeenDocument
from tests.oversight import inspection_cases
from tests.world import World


def terms(world: World, **facts: Any) -> actions.SessionTerms:
    """The delegation works with the police of Đăk Hà, yesterday; the provincial Front presides."""
    usual: dict[str, Any] = {
        "title": "Làm việc với Công an xã Đăk Hà",
        "held_on": clock.today() - timedelta(days=1),
        "bodies": [world.body("ca", "dak-ha")],
        "presider_body": world.body("mttq", "quang-ngai"),
        "presider_post": "Phó Chủ tịch",
        "starts_at": time(8, 0),
        "venue": "Trụ sở xã",
    }
    return actions.SessionTerms(**usual | facts)


def session(world: World, inspection: Inspection | None = None, **facts: Any) -> InspectionSession:
    """One that is planned."""
    found = inspection or inspection_cases.under_way(world)
    return actions.plan_session(found, terms(world, **facts), by=world.actor("An"))


def what_was(world: World, **facts: Any) -> actions.SessionHeld:
    """Three of the delegation and five of those inspected were there."""
    usual: dict[str, Any] = {
        "attendances": [
            actions.Attended("doan", world.body("mttq", "quang-ngai"), "Phó Chủ tịch"),
            actions.Attended("doan", world.body("ca", "ba-to"), "Thư ký đoàn", 2),
            actions.Attended("duoc_kiem_tra", world.body("ca", "dak-ha"), "Trưởng Công an xã", 5),
        ],
        "presented": "Trưởng Công an xã trình bày báo cáo",
        "questions": "Làm rõ việc ký kết",
        "answers": "Đang ký kết",
    }
    return actions.SessionHeld(**usual | facts)


def held(world: World, inspection: Inspection | None = None, **facts: Any) -> InspectionSession:
    """One that took place."""
    made = session(world, inspection, **facts)
    return actions.hold_session(made, what_was(world), by=world.actor("An"))


def minuted(world: World, text: str = "I. NỘI DUNG\nĐã làm việc") -> InspectionSession:
    """One with minutes that wait for approval."""
    return actions.save_session_minutes(held(world), text=text, by=world.actor("An"))


def document(
    world: World, inspection: Inspection, *, state: str = "seen", reason: str = "", **facts: Any
) -> SeenDocument:
    """The programme of the commune, asked for as evidence of the signing."""
    usual: dict[str, Any] = {
        "body": world.body("ca", "dak-ha"),
        "criterion": "ky_ket",
        "subject": "Chương trình phối hợp cấp xã",
        "number": "01/CTrPH",
        "issuer": "Công an xã Đăk Hà",
    }
    wanted = actions.DocumentTerms(**usual | facts)
    handing = actions.Handing(state, clock.today(), reason)
    return actions.note_document(inspection, wanted, handing, by=world.actor("An"))


def finding(world: World, **facts: Any) -> actions.Finding:
    """Đăk Hà has not signed with everybody."""
    usual: dict[str, Any] = {
        "body": world.body("ca", "dak-ha"),
        "criterion": "ky_ket",
        "result": "ton_tai",
        "limits": "Chưa ký kết với đủ tổ chức thành viên",
    }
    return actions.Finding(**usual | facts)


def checked(world: World, inspection: Inspection, **facts: Any) -> CheckLine:
    """A line of the checklist."""
    return actions.check(inspection, finding(world, **facts), by=world.actor("An"))
