"""Delegation no. 4 of autumn 2024 in Quảng Nam, Quảng Ngãi and the district of Tư Nghĩa.

Walked from the decision to remedies that the provinces of today inherited: nothing that was asked
in 2024 is lost with the bodies that were asked.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from phongtrao.core.errors import InvalidInput, NotFound
from phongtrao.oversight import actions, queries
from phongtrao.oversight.models import Inspection, Recommendation
from phongtrao.oversight.rules import OF_DELEGATION, OF_INSPECTED
from phongtrao.oversight.workflow import InspectionState, RemedyState
from tests.journeys.centre import build_centre, merge_provinces, on
from tests.packs import load_pack
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]
DECIDED, VISIT, CONCLUDED = date(2024, 9, 27), date(2024, 10, 16), date(2024, 11, 8)
INSPECTED = ("quang-nam", "quang-ngai", "tu-nghia")
# Place, criterion, what was found, what is asked, by when.
ASKED = (
    ("quang-nam", "chi_dao", "Phối hợp ở một số nơi còn hình thức", "Phân công lại việc"),
    ("quang-nam", "mo_hinh", "Mô hình còn ít, chậm nhân rộng", "Chọn mô hình để nhân rộng"),
    ("quang-ngai", "tuyen_truyen", "Tuyên truyền chậm đổi mới", "Đổi mới hình thức"),
    ("tu-nghia", "chi_dao", "Quán triệt chưa đến cơ sở", "Quán triệt các chỉ thị"),
)
DUE = date(2025, 9, 2)  # a day off; so are the days beside it


@pytest.fixture
def world(db: None) -> World:
    """The country of 2024."""
    return build_centre()


def _decided(world: World) -> Inspection:
    """Led by the vice-minister of an agency outside, the Front has a seat."""
    by = world.actor("Trung")
    bodies = [world.body("bcd138", key) for key in INSPECTED]
    terms = actions.InspectionTerms(
        load_pack(), 2024, "Kiểm tra thực hiện Chương trình phối hợp số 07 năm 2024",
        date(2024, 10, 15), VISIT, date(2023, 11, 1), bodies,
    )  # fmt: skip
    made = actions.plan_inspection(terms, by=by)
    with pytest.raises(NotFound):
        queries.inspection_for(world.actor("Nam"), made.pk)
    seats = (actions.Seat(world.body("mttq", "vn"), "Phó Trưởng Ban, thành viên"),)
    team = actions.Team(
        "Quyết định 04/QĐ-BCĐ", DECIDED, None, "Thứ trưởng, Trưởng đoàn", seats, 4,
        leader_agency="Bộ Thông tin và Truyền thông",
    )  # fmt: skip
    return actions.decide(made, team, by=by)


def _visited(world: World, inspection: Inspection) -> Inspection:
    """One session with the province and the district, planned for another day and moved twice."""
    by = world.actor("Trung")
    bodies = [world.body("bcd138", key) for key in ("quang-ngai", "tu-nghia")]
    terms = actions.SessionTerms(
        "Làm việc với Ban Chỉ đạo 138 tỉnh và huyện", date(2024, 10, 14), bodies, None,
        "Thứ trưởng, Trưởng đoàn", presider_agency="Bộ Thông tin và Truyền thông",
    )  # fmt: skip
    session = actions.plan_session(inspection, terms, by=by)
    for day in (date(2024, 10, 15), VISIT):
        session = actions.move_session(session, day=day, reason="Đổi lịch của đoàn", by=by)
    with on(VISIT, 17):
        inspection = actions.take_step(inspection, "begin", by=world.actor("Trung"))
        attended = [
            actions.Attended(OF_DELEGATION, world.body("mttq", "vn"), "Phó Trưởng Ban", 1),
            *(actions.Attended(OF_INSPECTED, body, "Phó Trưởng Ban", 2) for body in bodies),
        ]
        held = actions.SessionHeld(attended, presented="Báo cáo tóm tắt kết quả")
        session = actions.hold_session(session, held, by=world.actor("Trung"))
    assert session.moves.count() == 2
    return inspection


def _concluded(world: World, inspection: Inspection) -> list[Recommendation]:
    by = world.actor("Trung")
    bodies = {key: world.body("bcd138", key) for key in INSPECTED}
    rows = [
        actions.recommend(
            inspection,
            actions.RecommendationTerms(
                bodies[key], by.body, criterion, "co_thoi_han", finding, text, DUE
            ),
            by=by,
        )
        for key, criterion, finding, text in ASKED
    ]
    empty = actions.Conclusion("Kết luận 01/KL-ĐKT", CONCLUDED, "", "")
    with pytest.raises(InvalidInput, match="còn trống"):
        actions.conclude(inspection, empty, by=by)
    said = actions.Conclusion("Kết luận 01/KL-ĐKT", CONCLUDED, "Bám sát", "Còn hình thức")
    actions.conclude(inspection, said, by=by)
    return rows


def _states(inspection: Inspection) -> list[tuple[str, str]]:
    rows = inspection.recommendations.order_by("pk").values_list("body__name", "state")
    return list(rows)


def test_what_was_asked_in_2024_is_remedied_by_the_provinces_of_today(
    world: World, client_for: Callable[..., Client]
) -> None:
    with on(DECIDED):
        inspection = _decided(world)
        _visited(world, inspection)
    inspection.refresh_from_db()
    with on(CONCLUDED):
        rows = _concluded(world, inspection)
        # Each committee reads what it was asked, and not what the other province was.
        texts = _read_by(world, "Nghĩa", rows)
        assert texts == ["Quán triệt các chỉ thị"]
        assert _read_by(world, "Ngãi", rows) == ["Đổi mới hình thức", *texts]
    with on(date(2025, 3, 10)):
        _remedied(world, rows[0], "Nam")
    merge_provinces(world)
    with on(date(2025, 9, 8)):
        assert _states(inspection) == [
            ("Ban Chỉ đạo 138 tỉnh Quảng Nam", RemedyState.VERIFIED),
            ("Ban Chỉ đạo 138 thành phố Đà Nẵng", RemedyState.OPEN),
            ("Ban Chỉ đạo 138 tỉnh Quảng Ngãi", RemedyState.OPEN),
            ("Ban Chỉ đạo 138 xã Tư Nghĩa", RemedyState.OPEN),
        ]
        # 2/9 and the days around it are off: the day that was asked moved on, and both are kept.
        assert rows[1].asked_by == DUE < rows[1].due_on
        for row, name in zip(rows[1:], ("Đà", "Ngãi mới", "Nghĩa mới"), strict=True):
            _remedied(world, row, name)
        inspection.refresh_from_db()
        for verb in ("follow_up", "close"):
            inspection = actions.take_step(inspection, verb, by=world.actor("Trung"))
        assert inspection.state == InspectionState.CLOSED
        page = client_for(world.posting("Đà")).get(f"/kiem-tra/{inspection.pk}/")
        assert "Chọn mô hình để nhân rộng" in page.content.decode()


def _read_by(world: World, name: str, rows: list[Recommendation]) -> list[str]:
    found = queries.recommendation_rows(world.actor(name)).filter(pk__in=[row.pk for row in rows])
    return list(found.order_by("pk").values_list("text", flat=True))


def _remedied(world: World, row: Recommendation, name: str) -> None:
    """The owner of the day reports; the centre, another body, confirms."""
    row.refresh_from_db()
    said: dict[str, Any] = {"text": "Đã thực hiện", "papers": "Báo cáo 05/BC"}
    actions.take_remedy_step(row, "submit", by=world.actor(name), **said)
    actions.take_remedy_step(row, "verify", by=world.actor("Trung"), text="")
