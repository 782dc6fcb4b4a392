"""Invitations before a meeting: sent, answered, asked again, seated; quorum and bridge points."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.models import BridgePoint, Invitation, Meeting
from phongtrao.fieldwork.meetings.rules.before import quorum_need, reply_day
from phongtrao.org.actions import open_work
from phongtrao.planning.models import Programme
from phongtrao.publishing.layout_check.check import check
from tests.fieldwork.meetings_cases import directive, held, meeting
from tests.publishing.docx_text import docx_of, text_of
from tests.world import MERGER, World

pytestmark = pytest.mark.database
SOON = 10


@pytest.fixture
def coming(world: World, programme: Programme) -> Meeting:
    """A conference in ten days that the communes' police are invited to."""
    made = meeting(
        world, kind="so_ket", title="Sơ kết", held_on=clock.today() + timedelta(days=SOON),
        form="ket_hop", venue="Hội trường tỉnh",
    )  # fmt: skip
    lines = [
        actions.Invited(world.body("ca", "ba-to"), "Trưởng Công an xã", "phat_bieu", 2),
        actions.Invited(world.body("ca", "dak-ha"), "Phó Trưởng Công an xã"),
    ]
    actions.invite(made, lines, by=world.actor("An"))
    return made


def _sent(world: World, made: Meeting) -> None:
    actions.send_invitations(made, by=world.actor("An"))


def _of(made: Meeting, world: World, area: str) -> Invitation:
    return made.invitations.get(body=world.body("ca", area))


def _seated(made: Meeting, at: BridgePoint | None) -> list[Invitation]:
    points = list(queries.bridge_rows(made))
    return queries.seated(queries.invitations_of(made), points, at)


def _inbox(world: World, name: str) -> list[tuple[str, str]]:
    items = lines_of(queries.inbox_sources(world.actor(name), clock.today()))
    return [(str(item.kind), str(item.state_label)) for item in items]


def test_the_invited_see_the_meeting_and_its_work_only_once_invitations_are_sent(
    world: World, coming: Meeting, desk: Any
) -> None:
    with pytest.raises(NotFound):
        queries.meeting_shown(world.actor("Chi"), coming.pk)
    assert _inbox(world, "Chi") == []
    _sent(world, coming)
    assert queries.meeting_shown(world.actor("Chi"), coming.pk).reply_by == reply_day(
        coming.held_on, clock.today()
    )
    assert _inbox(world, "Chi") == [("Giấy mời họp", "Chưa trả lời")]
    page = desk("Chi").get(f"/hoi-nghi/{coming.pk}/").content.decode()
    assert "Giấy mời gửi cơ quan bạn" in page
    assert "Công an xã Ba Tơ" not in page  # who else is invited is not theirs to read
    with pytest.raises(NotFound):
        queries.meeting_for(world.actor("Chi"), coming.pk)
    client = desk("Chi")
    assert client.get(f"/hoi-nghi/{coming.pk}/giay-moi/").status_code == 404
    for name in ("meetings:meeting-calendar", "publishing:meeting-book"):
        assert client.get(reverse(name, args=[coming.pk])).status_code == 200


def test_conclusions_stay_hidden_from_those_who_were_only_invited(
    world: World, coming: Meeting, desk: Any
) -> None:
    _sent(world, coming)
    with clock.set_to(clock.now() + timedelta(days=SOON)):
        made = actions.hold(coming, actions.Held(30), by=world.actor("An"))
        directive(world, made, body=world.body("ca", "ba-to"), text="Riêng xã Ba Tơ")
        actions.save_minutes(made, text="Biên bản riêng", by=world.actor("An"))
        page = desk("Chi").get(f"/hoi-nghi/{made.pk}/").content.decode()
        assert "Riêng xã Ba Tơ" not in page
        assert "Biên bản riêng" not in page
        assert not queries.conclusion_rows(world.actor("Chi")).exists()


def test_a_body_answers_on_its_page_and_may_answer_otherwise_until_the_meeting_is_held(
    world: World, coming: Meeting, desk: Any
) -> None:
    _sent(world, coming)
    row, client = _of(coming, world, "dak-ha"), desk("Chi")
    page = client.get(f"/hoi-nghi/{coming.pk}/").content.decode()
    once = page.split('name="_once" value="', 1)[1].split('"', 1)[0]
    sent = {"reply": "sends", "stand_in": "", "_once": once}
    refused = client.post(f"/hoi-nghi/giay-moi/{row.pk}/tra-loi/", sent)
    assert "Hãy ghi chức vụ người dự thay." in refused.content.decode()
    once = refused.content.decode().split('name="_once" value="', 1)[1].split('"', 1)[0]
    sent = {"reply": "sends", "stand_in": "Đội trưởng", "_once": once}
    assert client.post(f"/hoi-nghi/giay-moi/{row.pk}/tra-loi/", sent).status_code == 302
    assert _inbox(world, "Chi") == []
    late = actions.Answer("absent", reason="Trực chiến đấu")
    actions.answer(row, late, by=world.actor("Chi"))
    assert [step.told for step in row.steps.all()][1:] == [
        "Cử người dự thay: Đội trưởng",
        "Vắng có lý do: Trực chiến đấu",
    ]
    with pytest.raises(Forbidden):
        actions.answer(row, actions.Answer("comes"), by=world.actor("Ba"))
    later = clock.now() + timedelta(days=SOON + 1)
    with clock.set_to(later), pytest.raises(Refused, match="đã qua"):
        actions.answer(row, actions.Answer("comes"), by=world.actor("Chi"))
    row.refresh_from_db()
    assert row.reply == "absent"


def test_a_meeting_moved_twice_asks_again_and_loses_no_answer(
    world: World, coming: Meeting
) -> None:
    _sent(world, coming)
    row, by = _of(coming, world, "ba-to"), world.actor("An")
    actions.answer(row, actions.Answer("comes"), by=world.actor("Ba"))
    for days, reason in ((1, "Trùng lịch"), (2, "Mưa bão")):
        actions.move(coming, day=coming.held_on + timedelta(days=days), reason=reason, by=by)
    row.refresh_from_db()
    assert row.reply == "asked_again"
    told = [step.told for step in row.steps.all()]
    assert len(told) == 4
    assert told[2].endswith("trước đó: Dự")
    assert _inbox(world, "Ba") == [("Giấy mời họp", "Hỏi lại")]
    coming.refresh_from_db()
    assert coming.reply_by == reply_day(coming.held_on, clock.today())


def test_one_invited_later_and_one_withdrawn_leave_their_trace(
    world: World, coming: Meeting
) -> None:
    _sent(world, coming)
    by, row = world.actor("An"), _of(coming, world, "dak-ha")
    with pytest.raises(InvalidInput):
        actions.withdraw(row, reason=" ", by=by)
    actions.withdraw(row, reason="Đổi thành phần", by=by)
    with pytest.raises(NotFound):
        queries.meeting_shown(world.actor("Chi"), coming.pk)
    with pytest.raises(Refused):
        actions.answer(row, actions.Answer("comes"), by=world.actor("Chi"))
    later = [actions.Invited(world.body("ca", "ly-son"), "Trưởng Công an đặc khu")]
    (new,) = actions.invite(coming, later, by=by)
    assert actions.send_invitations(coming, by=by) == 1
    with pytest.raises(Refused):
        actions.send_invitations(coming, by=by)
    replies = queries.replies_of(queries.invitations_of(coming))
    assert (replies.sent, replies.waiting, replies.unsent) == (2, 2, 0)
    actions.call_off(coming, reason="Hoãn", by=by)
    with pytest.raises(Refused):
        actions.answer(new, actions.Answer("comes"), by=world.actor("Lý"))


def test_bodies_that_have_ended_or_are_invited_twice_are_refused_by_name(
    world: World, coming: Meeting
) -> None:
    by = world.actor("An")
    ended = world.body("ca", "kon-tum")
    with pytest.raises(InvalidInput) as refusal:
        actions.invite(coming, [actions.Invited(ended, "Giám đốc")], by=by)
    assert ended.name in refusal.value.shown(str)
    again = actions.Invited(world.body("ca", "ba-to"), "Trưởng Công an xã")
    with pytest.raises(InvalidInput):
        actions.invite(coming, [again], by=by)
    assert coming.invitations.count() == 2


def test_a_merger_hands_the_invitation_to_the_successor(world: World, coming: Meeting) -> None:
    _sent(world, coming)
    ended, heir = world.body("ca", "dak-ha"), world.body("ca", "ly-son")
    open_work.hand_over({ended.pk: heir.pk}, {})
    assert _inbox(world, "Lý") == [("Giấy mời họp", "Chưa trả lời")]
    assert clock.today() > MERGER


def test_who_has_not_answered_in_time_stands_before_the_body_in_charge(
    world: World, coming: Meeting
) -> None:
    _sent(world, coming)
    with clock.set_to(clock.now() + timedelta(days=SOON - 1)):
        assert _inbox(world, "An") == [("Giấy mời họp", "Chưa trả lời")]


@pytest.mark.parametrize(
    ("invited", "bodies", "percent", "need"),
    [(10, None, None, 0), (10, 7, None, 7), (10, None, 67, 7), (3, None, 50, 2), (0, None, 50, 0)],
)
def test_a_share_of_the_invited_is_rounded_up(
    invited: int, bodies: int | None, percent: int | None, need: int
) -> None:
    assert quorum_need(invited, bodies, percent) == need


def test_without_quorum_a_meeting_is_recorded_as_such_and_takes_no_decision(
    world: World, coming: Meeting
) -> None:
    by = world.actor("An")
    actions.ask_quorum(coming, bodies=None, percent=67, by=by)
    _sent(world, coming)
    rows = queries.invitations_of(coming)
    coming.refresh_from_db()
    quorum = queries.quorum_of(coming, rows)
    assert quorum is not None
    assert (quorum.need, quorum.promised, quorum.attended) == (2, 0, None)
    with clock.set_to(clock.now() + timedelta(days=SOON)):
        by = world.actor("An")
        with pytest.raises(Refused, match="điểm danh"):
            actions.hold(coming, actions.Held(30), by=by)
        first, second = rows
        actions.note_attendance(coming, {first.pk: 1, second.pk: 0}, by=by)
        with pytest.raises(InvalidInput) as refusal:
            actions.hold(coming, actions.Held(30), by=by)
        assert "without_quorum" in refusal.value.fields
        made = actions.hold(coming, actions.Held(30, without_quorum=True), by=by)
        assert made.quorum_met is False
        decision = actions.ConclusionTerms("quyet_nghi", "Thông qua kế hoạch")
        with pytest.raises(Refused, match="không có quyết nghị"):
            actions.add_conclusion(made, decision, by=by)
        actions.note_attendance(made, {second.pk: 1}, by=by)
        actions.add_conclusion(made, decision, by=by)
        with pytest.raises(Refused, match="bỏ quyết nghị"):
            actions.note_attendance(made, {second.pk: 0}, by=by)
        made.refresh_from_db()
        assert made.quorum_met is True


def test_seats_follow_rank_until_somebody_orders_them_and_the_absent_have_none(
    world: World, coming: Meeting
) -> None:
    by = world.actor("An")
    more = [
        actions.Invited(world.body("ubnd", "quang-ngai"), "Phó Chủ tịch UBND"),
        actions.Invited(world.body("ca", "quang-ngai"), "Giám đốc"),
        actions.Invited(world.body("ca", "vn"), "Cục trưởng"),
    ]
    actions.invite(coming, more, by=by)
    posts = [row.post for row in _seated(coming, None)]
    assert posts == [
        "Giám đốc", "Cục trưởng", "Phó Chủ tịch UBND", "Trưởng Công an xã",
        "Phó Trưởng Công an xã",
    ]  # fmt: skip
    _sent(world, coming)
    actions.answer(
        _of(coming, world, "dak-ha"), actions.Answer("absent", reason="Ốm"), by=world.actor("Chi")
    )
    first = _of(coming, world, "ba-to")
    actions.order_seats(coming, places={first.pk: 1}, per_row=3, by=by)
    coming.refresh_from_db()
    people = _seated(coming, None)
    plan = queries.seat_rows(coming, people)
    assert [seat.post for line in plan for seat in line][:2] == ["Trưởng Công an xã"] * 2
    assert [len(line) for line in plan] == [3, 2]


def test_bridge_points_are_planned_tried_and_summed_and_nothing_planned_is_lost_when_held(
    world: World, coming: Meeting
) -> None:
    by = world.actor("An")
    plans = [
        actions.BridgePlan(world.body("ca", "ba-to"), "UBND xã", "Trưởng Công an xã", 30),
        actions.BridgePlan(world.body("ca", "ly-son"), expected=20),
    ]
    actions.plan_bridges(coming, plans, by=by)
    tried = coming.bridges.get(body=world.body("ca", "ba-to"))
    actions.test_connection(tried, is_good=True, by=by)
    with pytest.raises(InvalidInput, match="200"):
        actions.plan_bridges(coming, plans * 101, by=by)
    assert coming.bridges.count() == 2
    people = _seated(coming, tried)
    assert [row.body_id for row in people] == [tried.body_id]
    with clock.set_to(clock.now() + timedelta(days=SOON)):
        away = {world.body("ca", "ba-to"): 25}
        made = actions.hold(coming, actions.Held(60, away), by=world.actor("An"))
    found = {row.body_id: row for row in made.bridges.all()}
    assert len(found) == 2
    assert (found[tried.body_id].expected, found[tried.body_id].attendances) == (30, 25)
    assert found[tried.body_id].tested_on == clock.today()


def test_the_invitation_in_word_names_posts_and_is_laid_out_by_the_rules(
    world: World, coming: Meeting, desk: Any
) -> None:
    _sent(world, coming)
    client = desk("An")
    word = docx_of(client.get(reverse("publishing:meeting-invitation", args=[coming.pk])))
    assert "Trưởng Công an xã Công an xã Ba Tơ" in text_of(word)
    assert check(word) == []


def test_the_pages_before_a_meeting_take_few_queries_at_any_number_of_the_invited(
    world: World, coming: Meeting, desk: Any, django_assert_max_num_queries: Any
) -> None:
    by = world.actor("An")
    bodies = [body for body in world.bodies.values() if body.holds_on(coming.held_on)]
    actions.invite(coming, [actions.Invited(body, "Phó Thủ trưởng") for body in bodies], by=by)
    _sent(world, coming)
    client = desk("An")
    for address in ("", "giay-moi/", "cho-ngoi/", "diem-cau/", "tai-lieu/"):
        with django_assert_max_num_queries(20):
            assert client.get(f"/hoi-nghi/{coming.pk}/{address}").status_code == 200
    guest = desk("Chi")
    with django_assert_max_num_queries(20):
        assert guest.get(f"/hoi-nghi/{coming.pk}/").status_code == 200
    with django_assert_max_num_queries(20):
        assert guest.get("/hoi-nghi/").status_code == 200


def test_a_line_of_the_invited_that_cannot_be_read_is_named(
    world: World, coming: Meeting, desk: Any
) -> None:
    client = desk("An")
    address = f"/hoi-nghi/{coming.pk}/giay-moi/"
    once = client.get(address).content.decode().split('name="_once" value="', 1)[1].split('"')[0]
    line = "Công an xã Ba Tơ | Phó Trưởng | khách quý"
    sent = client.post(f"{address}them/", {"lines": line, "_once": once})
    assert sent.status_code == 422
    assert "khách quý" in sent.content.decode()
    once = sent.content.decode().split('name="_once" value="', 1)[1].split('"')[0]
    moved = client.post(f"/hoi-nghi/{coming.pk}/chuyen-ngay/", {"reason": "", "_once": once})
    assert moved.status_code == 422  # a refused step shows the meeting again
    assert held(world).pk  # a meeting of the past takes no more invitations
    with pytest.raises(Refused):
        actions.invite(
            Meeting.objects.latest("pk"),
            [actions.Invited(world.body("ca", "ba-to"), "Trưởng")],
            by=world.actor("An"),
        )
