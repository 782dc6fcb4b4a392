"""The review conference of 11/3/2019: three programmes, bridge points, the minister's instructions.

Walked as its officials did, from the invitation to the next conference of the series, which opens
with what is still open of the first.
"""

from datetime import date

import pytest

from phongtrao.core.errors import NotFound
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.models import Invitation, Meeting
from phongtrao.fieldwork.meetings.rules import CHAIRS_POINT, read_agenda
from phongtrao.fieldwork.meetings.workflow import Reply
from phongtrao.planning.models import Programme, Task
from phongtrao.planning.workflow import TaskState
from tests.journeys.centre import build_centre, on
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]
INVITED, HELD = date(2019, 2, 25), date(2019, 3, 11)
PROGRAMMES = (
    ("09/CTr-BCA-MTTQ", "Đẩy mạnh phong trào toàn dân bảo vệ ANTQ trong tình hình mới", 2013),
    ("22-CTr/ĐUCA-V28", "Chương trình hành động về công tác dân vận", 2013),
    ("38-CTr/BDVTW-BCA", "Chương trình phối hợp về công tác dân vận", 2016),
)
INSTRUCTIONS = (
    "Tham mưu đổi mới nội dung, hình thức, biện pháp xây dựng phong trào phù hợp từng địa bàn",
    "Tổ chức Ngày hội Toàn dân bảo vệ ANTQ tạo điểm nhấn, có sức lan tỏa",
)


@pytest.fixture
def world(db: None) -> World:
    """The country of 2019."""
    return build_centre()


@pytest.fixture
def programmes(world: World) -> list[Programme]:
    """The three programmes that one conference reviewed."""
    return [
        Programme.objects.create(
            level="country", home_body=world.body("ca", "vn"), code=code, name=name,
            short_name=f"Chương trình {code}", signed_on=date(year, 1, 2), first_year=year,
            last_year=year + 5, source=code,
        )
        for code, name, year in PROGRAMMES
    ]  # fmt: skip


def _planned(world: World, programmes: list[Programme], day: date, **facts: object) -> Meeting:
    agenda = "\n".join(
        f"Báo cáo tóm tắt kết quả {each.short_name} | Phó Chủ tịch Ủy ban Trung ương MTTQ | 20"
        for each in programmes
    )
    terms = actions.MeetingTerms(
        programmes[0], world.area("vn").pk, "so_ket",
        "Hội nghị trực tuyến sơ kết các chương trình phối hợp", day, form="truc_tuyen",
        series="Sơ kết các chương trình phối hợp", chair="Bộ trưởng", others=programmes[1:],
        partners=(world.body("mttq", "vn"),), agenda=read_agenda(agenda),
    )  # fmt: skip
    return actions.plan_meeting(terms, by=world.actor("Trung"))


def _invited(world: World, meeting: Meeting) -> None:
    """The committees of two provinces take part from their own places; Kon Tum answers."""
    by = world.actor("Trung")
    places = [world.body("bcd138", key) for key in ("kon-tum", "quang-ngai")]
    lines = [actions.Invited(body, "Trưởng Ban Chỉ đạo", role=CHAIRS_POINT) for body in places]
    actions.invite(meeting, lines, by=by)
    with pytest.raises(NotFound):
        queries.meeting_shown(world.actor("Kon"), meeting.pk)
    actions.send_invitations(meeting, by=by)
    asked = Invitation.objects.get(body=places[0])
    actions.answer(asked, actions.Answer(Reply.COMES), by=world.actor("Kon"))


def _held(world: World, meeting: Meeting, programmes: list[Programme]) -> Meeting:
    by = world.actor("Trung")
    away = {world.body("bcd138", "kon-tum"): 46, world.body("bcd138", "quang-ngai"): 51}
    meeting = actions.hold(meeting, actions.Held(180, away), by=by)
    said = "Trình bày báo cáo tóm tắt kết quả ba chương trình"
    terms = actions.StatementTerms(said, world.body("mttq", "vn"), "Phó Chủ tịch", programmes[0])
    actions.add_statement(meeting, terms, by=by)
    for text, programme in zip(INSTRUCTIONS, (programmes[0], programmes[2]), strict=True):
        terms_ = actions.ConclusionTerms(
            "chi_dao", text, world.body("bcd138", "kon-tum"), date(2019, 4, 30),
            programme=programme,
        )  # fmt: skip
        actions.add_conclusion(meeting, terms_, by=by)
    return actions.conclude(meeting, paper="Thông báo kết luận", day=date(2019, 3, 15), by=by)


def test_one_conference_on_three_programmes_leaves_tracked_conclusions(
    world: World, programmes: list[Programme]
) -> None:
    with on(INVITED):
        meeting = _planned(world, programmes, HELD)
        _invited(world, meeting)
        assert queries.meeting_shown(world.actor("Kon"), meeting.pk) == meeting
    with on(date(2019, 3, 15)):
        meeting = _held(world, meeting, programmes)
        first, second = meeting.conclusions.order_by("number")
        # 30/4 and 1/5 are days off: the day that was asked moves on.
        assert first.due_on == date(2019, 5, 2)
        actions.give_as_task(second, product="Kế hoạch Ngày hội", by=world.actor("Trung"))
    task = Task.objects.get(programme=programmes[2])
    assert (task.lead, task.state) == (world.body("bcd138", "kon-tum"), TaskState.ASSIGNED)
    with on(date(2019, 9, 3)):
        following = _planned(world, programmes, date(2019, 9, 20))
        assert [row.text for row in queries.open_before(following)] == list(INSTRUCTIONS)
        actions.settle(
            first, note="Đã ban hành hướng dẫn", day=date(2019, 9, 3), by=world.actor("Trung")
        )
        assert [row.text for row in queries.open_before(following)] == [INSTRUCTIONS[1]]
