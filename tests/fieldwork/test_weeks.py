"""Weekly calendars: typed, pasted, taken from registers, approved, changed by number."""

import re
from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core import clock
from phongtrao.core.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    Refused,
    StaleVersion,
    TransitionRefused,
)
from phongtrao.core.formats import date_vn
from phongtrao.core.inbox_sources import lines_of
from phongtrao.fieldwork.meetings import actions as meeting_actions
from phongtrao.fieldwork.weeks import actions, queries
from phongtrao.fieldwork.weeks.models import Week, WeekItem
from phongtrao.fieldwork.weeks.rules import Hours, Line, read_hours, read_rows, written_hours
from phongtrao.fieldwork.weeks.workflow import WEEK
from phongtrao.org.models import BodySuccession
from phongtrao.planning import actions as planning
from phongtrao.planning.models import Programme
from tests.fieldwork.meetings_cases import meeting
from tests.fieldwork.week_cases import approved, item_of, line, monday, week
from tests.org.acts import send
from tests.oversight import inspection_cases, session_cases
from tests.world import World

pytestmark = pytest.mark.database


def _marks(found: Week, world: World, reader: str = "An") -> list[tuple[str, bool, str]]:
    lines = queries.lines_of(Week.objects.get(pk=found.pk), world.actor(reader))
    return [(each.item.content, each.is_struck, each.mark) for each in lines]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("7h30", Hours("gio", time(7, 30))),
        ("7:30", Hours("gio", time(7, 30))),
        ("19 giờ", Hours("gio", time(19))),
        ("7g05 – 9g", Hours("gio", time(7, 5), time(9))),
        ("từ 14 giờ 30 đến 16 giờ", Hours("gio", time(14, 30), time(16))),
        ("chiều 2 giờ", Hours("gio", time(14))),
        ("Sáng", Hours("sang")),
        ("tối", Hours("toi")),
        ("", Hours("ca_ngay")),
    ],
)
def test_hours_are_read_as_officials_type_them(typed: str, read: Hours) -> None:
    assert read_hours(typed) == read


@pytest.mark.parametrize("typed", ["9h - 8h", "25h", "7h61", "mấy giờ", "7h-8h-9h", "9h-9h"])
def test_hours_that_are_none_are_refused_in_words(typed: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_hours(typed)
    assert "hours" in refusal.value.fields


@given(st.times(), st.times())
def test_hours_come_back_from_what_is_shown_in_the_form(first: time, last: time) -> None:
    starts, ends = sorted(each.replace(second=0, microsecond=0) for each in (first, last))
    found = Hours("gio", starts, ends if ends > starts else None)
    assert read_hours(written_hours(found.part, found.starts, found.ends)) == found


def test_pasted_rows_are_read_and_every_faulty_line_is_named() -> None:
    first = date(2026, 11, 30)
    rows = (
        "Thứ\tGiờ\tNội dung\tĐịa điểm",
        "Hai\t7h30\tGiao ban\tPhòng 1",
        "\tsáng\tLàm việc với xã",
        "CN\t\tTrực",
    )
    found = read_rows("\n".join(rows), first)
    assert [(each.day.day, each.content) for each in found] == [
        (30, "Giao ban"),
        (30, "Làm việc với xã"),
        (6, "Trực"),
    ]
    with pytest.raises(InvalidInput) as refusal:
        read_rows("T2|9h-8h|Họp\nT3|8h|Họp\n15/12|8h|Họp\nT4|8h\n=1+1|8h|Họp", first)
    said = str(refusal.value.sentence)
    assert "4 dòng" in said
    for number in (1, 3, 4, 5):
        assert f"{number}: " in said
    assert "không thuộc tuần này" in said


def test_a_week_goes_from_its_lines_to_the_approval_of_a_leader(world: World) -> None:
    made = actions.open_week(monday(), by=world.actor("Vân"))
    with pytest.raises(Refused):
        actions.submit(made, by=world.actor("An"))
    with pytest.raises(Refused):
        actions.open_week(monday() + timedelta(days=3), by=world.actor("An"))
    actions.add_item(made, line(), by=world.actor("An"))
    with pytest.raises(Forbidden):
        actions.add_item(made, line(), by=world.actor("Chi"))
    actions.submit(made, note="Mang theo tài liệu", by=world.actor("An"))
    with pytest.raises(TransitionRefused):
        actions.add_item(made, line("Việc khác"), by=world.actor("An"))
    with pytest.raises(Forbidden):
        actions.approve(made, by=world.actor("An"))
    with pytest.raises(Forbidden):
        actions.approve(made, by=world.actor("Dương"))
    actions.give_back(made, reason="Thiếu địa điểm", by=world.actor("Bình"))
    assert "Thiếu địa điểm" in Week.objects.get(pk=made.pk).returned_reason
    actions.submit(made, by=world.actor("An"))
    actions.approve(made, by=world.actor("Bình"))
    found = Week.objects.get(pk=made.pk)
    assert (found.state, found.approved_on, found.changes) == ("approved", clock.today(), 0)


def test_a_line_outside_of_the_week_or_empty_or_ending_early_is_refused(world: World) -> None:
    made = week(world)
    for wrong, field in (
        (line(day=7), "day"),
        (line(day=-1), "day"),
        (line("  "), "content"),
        (line("x" * 501), "content"),
    ):
        with pytest.raises(InvalidInput) as refusal:
            actions.add_item(made, wrong, by=world.actor("An"))
        assert field in refusal.value.fields
    assert WeekItem.objects.filter(week=made).count() == 1


def test_changes_after_the_approval_wait_are_numbered_and_lose_nothing(world: World) -> None:
    made = approved(world, line("Giao ban"), line("Tiếp công dân", "14h"), line("Thăm xã", day=2))
    an, leader = world.actor("An"), world.actor("Bình")
    actions.add_item(made, line("Họp gấp", "16h"), by=an)
    actions.change_item(item_of(made, "Giao ban"), line("Giao ban", "9h"), by=an)
    actions.drop_item(item_of(made, "Thăm xã"), by=an)
    waiting = _marks(made, world)
    assert ("Họp gấp", False, "Bổ sung (chờ duyệt)") in waiting
    assert actions.approve_changes(made, by=leader).number == 1
    assert _marks(made, world) == [
        ("Giao ban", True, "Chuyển, sửa lần 1"),
        ("Giao ban", False, "Mục đã chuyển, sửa lần 1"),
        ("Tiếp công dân", False, ""),
        ("Họp gấp", False, "Bổ sung lần 1"),
        ("Thăm xã", True, "Bỏ lần 1"),
    ]
    with pytest.raises(Refused):
        actions.drop_item(WeekItem.objects.get(content="Thăm xã"), by=an)
    actions.drop_item(item_of(made, "Họp gấp"), by=an)
    assert actions.approve_changes(made, by=leader).number == 2
    assert ("Họp gấp", True, "Bỏ lần 2") in _marks(made, world)


def test_changes_that_wait_can_be_let_go_and_the_week_stands_as_approved(world: World) -> None:
    made = approved(world, line("Giao ban"), line("Thăm xã", day=2))
    before, an = _marks(made, world), world.actor("An")
    moved = actions.change_item(item_of(made, "Giao ban"), line("Giao ban", "9h"), by=an)
    actions.drop_item(moved, by=an)
    actions.drop_item(item_of(made, "Thăm xã"), by=an)
    actions.drop_changes(made, by=an)
    assert _marks(made, world) == before
    with pytest.raises(TransitionRefused):
        actions.approve_changes(made, by=world.actor("Bình"))


def test_who_saves_over_a_newer_line_is_told(world: World) -> None:
    made = week(world)
    item, an = item_of(made, "Giao ban tuần"), world.actor("An")
    actions.change_item(item, line("Giao ban", "9h"), by=an, expected_version=item.row_version)
    with pytest.raises(StaleVersion):
        actions.change_item(item, line("Họp", "8h"), by=an, expected_version=item.row_version)


def test_bodies_below_read_an_approved_week_only_where_it_is_shown_to_them(world: World) -> None:
    made = approved(world, line("Giao ban"))
    chi = world.actor("Chi")
    with pytest.raises(NotFound):
        queries.week_for(chi, made.pk)
    Week.objects.filter(pk=made.pk).update(shown_below=True)
    assert queries.week_for(chi, made.pk)
    actions.add_item(made, line("Họp kín", "16h"), by=world.actor("An"))
    assert _marks(made, world, "Chi") == [("Giao ban", False, "")]
    with pytest.raises(NotFound):
        queries.item_for(chi, item_of(made, "Họp kín").pk)
    with pytest.raises(NotFound):
        queries.week_for(world.actor("Giang"), made.pk)


def test_a_week_of_a_merged_body_is_read_by_its_successor_who_begins_its_own(world: World) -> None:
    old = approved(world, line("Giao ban"), by="Chi", leader="Cường")
    BodySuccession.objects.create(
        predecessor=world.body("ca", "dak-ha"), successor=world.body("ca", "quang-ngai"),
        on=monday() + timedelta(days=2),
    )  # fmt: skip
    assert queries.week_for(world.actor("An"), old.pk)
    with pytest.raises(Forbidden):
        actions.add_item(old, line("Việc mới"), by=world.actor("An"))
    mine = actions.open_week(monday(), by=world.actor("An"))
    assert mine.pk != old.pk


def test_registers_propose_and_each_thing_is_taken_once(world: World, programme: Programme) -> None:
    made, an = week(world, line("Giao ban")), world.actor("An")
    held = meeting(world, title="Sơ kết năm", held_on=monday() + timedelta(days=1),
                   starts_at=time(8), venue="Hội trường", chair="Giám đốc")  # fmt: skip
    meeting(world, title="Tuần khác", held_on=monday() + timedelta(days=9))
    offered = queries.board_of(an, monday()).suggestions
    assert [each.title for each in offered] == ["Sơ kết năm"]
    taken = actions.take_engagements(made, offered, by=an)
    assert (taken[0].place, taken[0].chair, taken[0].starts_at) == (
        "Hội trường", "Giám đốc", time(8),
    )  # fmt: skip
    assert queries.board_of(an, monday()).suggestions == []
    assert queries.board_of(an, monday()).clashes == []
    with pytest.raises(Refused):
        actions.take_engagements(made, offered, by=an)
    meeting_actions.call_off(held, reason="Bão", by=an)
    assert queries.board_of(an, monday()).suggestions == []


def test_fixed_lines_of_the_week_before_are_copied_once(world: World) -> None:
    an = world.actor("An")
    before = actions.open_week(monday() - timedelta(days=7), by=an)
    actions.add_item(before, line("Giao ban", day=-7, is_fixed=True), by=an)
    actions.add_item(before, line("Một lần", day=-6), by=an)
    made = actions.open_week(monday(), by=an)
    assert actions.copy_fixed(made, by=an) == 1
    assert item_of(made, "Giao ban").day == monday()
    with pytest.raises(Refused):
        actions.copy_fixed(made, by=an)


def test_a_clash_is_told_on_the_page_of_the_meeting_and_refuses_nothing(
    client: Client, world: World, programme: Programme
) -> None:
    week(world, line("Làm việc với xã", "8h - 10h", day=1))
    held = meeting(world, title="Sơ kết", held_on=monday() + timedelta(days=2), starts_at=time(9))
    client.force_login(world.posting("An").account)
    address = f"/hoi-nghi/{held.pk}/"
    for days, said in ((1, "Cùng lúc: Làm việc với xã"), (5, "Ngày nghỉ: Thứ Bảy, Chủ nhật")):
        day = date_vn(monday() + timedelta(days=days))
        assert send(client, f"{address}chuyen-ngay/", day=day, reason="Bận").status_code == 302
        shown = client.get(address).content.decode()
        assert f"{day} – {said}" in shown
    led = client.get(f"/lich-cong-tac/?viec=meetings.meeting:{held.pk}")
    assert led["Location"].endswith("#de-xuat")


def _events(client: Client, token: str) -> dict[str, dict[str, str]]:
    """The events of a feed by their summary."""
    answer = client.get(f"/chuong-trinh/nhiem-vu/lich/{token}.ics")
    assert answer.status_code == 200
    text = answer.content.replace(b"\r\n ", b"").decode()
    found = {}
    for block in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.DOTALL):
        facts = dict(row.split(":", 1) for row in block.strip().split("\r\n"))
        facts.pop("DTSTAMP")  # when the file was written
        found[facts["SUMMARY"]] = facts
    return found


def test_a_calendar_address_tells_what_was_approved_and_what_was_dropped(
    client: Client, world: World, programme: Programme
) -> None:
    an, leader = world.actor("An"), world.actor("Bình")
    made = approved(world, line("Giao ban"), line("Thăm xã", day=2))
    meeting(world, title="Sơ kết", held_on=monday() + timedelta(days=1), starts_at=time(8))
    token = planning.make_feed(with_engagements=True, by=an)
    first = _events(client, token)
    assert set(first) == {"Giao ban", "Thăm xã", "Sơ kết"}
    actions.change_item(item_of(made, "Giao ban"), line("Giao ban", "9h"), by=an)
    actions.drop_item(item_of(made, "Thăm xã"), by=an)
    assert _events(client, token) == first
    actions.approve_changes(made, by=leader)
    then = _events(client, token)
    assert then["Giao ban"]["UID"] == first["Giao ban"]["UID"]
    assert then["Giao ban"]["SEQUENCE"] > first["Giao ban"]["SEQUENCE"]
    assert then["Thăm xã"]["STATUS"] == "CANCELLED"
    plain = planning.make_feed(by=an)
    assert _events(client, plain) == {}
    assert client.get(f"/chuong-trinh/nhiem-vu/lich/{token}.ics").status_code == 404


def test_a_calendar_address_ends_with_its_posting(client: Client, world: World) -> None:
    approved(world, line("Giao ban"))
    token = planning.make_feed(with_engagements=True, by=world.actor("An"))
    posting = world.posting("An")
    posting.valid_to = clock.today()
    posting.save()
    assert client.get(f"/chuong-trinh/nhiem-vu/lich/{token}.ics").status_code == 404


def test_the_page_types_pastes_and_shows_thirty_lines_in_few_queries(
    client: Client, world: World, django_assert_max_num_queries
) -> None:
    made = week(world)
    client.force_login(world.posting("An").account)
    rows = "\n".join(f"T{2 + n % 5} | {7 + n % 10}h | Việc số {n}" for n in range(30))
    address = f"/lich-cong-tac/{made.pk}/"
    assert send(client, f"{address}dan/", rows=rows).status_code == 302
    wrong = send(client, f"{address}them/", day=date_vn(monday()), hours="9h-8h", content="Họp")
    assert wrong.status_code == 422
    assert "Giờ kết thúc phải sau giờ bắt đầu" in wrong.content.decode()
    with django_assert_max_num_queries(20):
        shown = client.get(address).content.decode()
    assert "Việc số 29" in shown
    assert "week-dense" in shown
    assert "Trùng lịch" in shown
    with django_assert_max_num_queries(20):
        assert client.get("/lich-cong-tac/danh-sach/").status_code == 200
    year, number, _day = monday().isocalendar()
    asked = f"/lich-cong-tac/?tuan={year}-W{number:02d}"
    assert client.get(asked)["Location"] == address


def test_the_first_page_shows_at_most_seven_lines_of_the_approved_week(
    client: Client, world: World
) -> None:
    an = world.actor("An")
    made = actions.open_week(clock.today(), by=an)
    sunday = made.monday + timedelta(days=6)
    actions.paste_items(
        made, [Line(sunday, read_hours(f"{7 + n}h"), f"Việc {n}") for n in range(9)], by=an
    )
    actions.submit(made, by=an)
    client.force_login(world.posting("An").account)
    assert "Lịch công tác tuần này" not in client.get("/").content.decode()
    waiting = lines_of(queries.inbox_sources(world.actor("Bình"), clock.today()))
    assert [str(each.verb) for each in waiting] == ["Xem và duyệt"]
    assert lines_of(queries.inbox_sources(an, clock.today())) == []
    actions.approve(made, by=world.actor("Bình"))
    shown = client.get("/").content.decode()
    assert "Việc 6" in shown
    assert "Việc 7" not in shown
    assert "Xem cả tuần (9 mục)" in shown


def test_the_database_knows_the_states_and_one_week_a_body(world: World) -> None:
    made = week(world)
    assert set(WEEK.condition_table()) == {"draft", "submitted", "approved", "changing"}
    for wrong in ({"state": "approved"}, {"state": "khac"}, {"changes": 1}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Week.objects.filter(pk=made.pk).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        WeekItem.objects.filter(week=made).update(ends_at=time(6))


def test_sessions_of_an_inspection_stand_in_the_week_of_both_sides_and_clash(
    world: World, programme: Programme
) -> None:
    day = monday() + timedelta(days=1)
    decided = inspection_cases.under_way(world)
    session_cases.session(world, decided, held_on=day, starts_at=time(14), venue="Hội trường")
    made = week(world, line("Giao ban", "8h", day=1))
    assert [clash.reason for clash in queries.board_of(world.actor("An"), made.monday).clashes] == [
        "inspected"
    ]
    for reader in ("An", "Chi"):
        offered = queries.board_of(world.actor(reader), monday()).suggestions
        assert [(each.kind, each.place) for each in offered] == [("inspection", "Hội trường")]
    assert queries.board_of(world.actor("Giang"), monday()).suggestions == []
