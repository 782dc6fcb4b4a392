"""Meetings: planned, moved, held, minuted, concluded; conclusions that become tasks."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from phongtrao.core import clock
from phongtrao.core.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    Refused,
    TransitionRefused,
)
from phongtrao.core.formats import date_vn
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.working_days import work_calendar
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.models import Conclusion, Meeting
from phongtrao.fieldwork.meetings.rules import AgendaLine, read_agenda, written_agenda
from phongtrao.fieldwork.meetings.workflow import MEETING
from phongtrao.fieldwork.register.rules import Asked
from phongtrao.planning.models import Programme, Task
from tests.fieldwork.meetings_cases import directive, held, meeting
from tests.world import World

pytestmark = pytest.mark.database


def _counts(world: World, *keys: str) -> dict[str, int]:
    today = clock.today()
    asked = Asked(
        world.body("ca", "quang-ngai").pk,
        world.area("quang-ngai").pk,
        today - timedelta(days=30),
        today,
        frozenset(keys),
    )
    return {found.cell: found.figure for found in queries.counts(asked)}


def test_a_meeting_counts_once_it_was_held_and_a_joint_one_once_where_it_was_led(
    world: World, programme: Programme
) -> None:
    meeting(world)
    assert _counts(world, "CD05", "PH04") == {}
    held(world)
    held(world, partners=[world.body("mttq", "quang-ngai")])
    held(world, kind="so_ket", title="Sơ kết")
    assert _counts(world, "CD05", "CD10", "PH04", "PH04.cap.tinh", "PH04.cap.xa") == {
        "CD05": 2,
        "CD10": 1,
        "PH04": 1,
        "PH04.cap.tinh": 1,
    }


def test_a_meeting_put_off_twice_keeps_both_days_and_reasons(
    world: World, programme: Programme
) -> None:
    made, by = meeting(world), world.actor("An")
    first = made.held_on
    for days, reason in ((1, "Trùng lịch"), (2, "Mưa bão")):
        made = actions.move(made, day=first + timedelta(days=days), reason=reason, by=by)
    assert [(row.from_day, row.reason) for row in made.moves.all()] == [
        (first, "Trùng lịch"),
        (first + timedelta(days=1), "Mưa bão"),
    ]
    with pytest.raises(InvalidInput):
        actions.move(made, day=first, reason=" ", by=by)


def test_nothing_is_held_before_its_day(world: World, programme: Programme) -> None:
    later = meeting(world, held_on=clock.today() + timedelta(days=3))
    with pytest.raises(Refused):
        actions.hold(later, actions.Held(10), by=world.actor("An"))


def test_bridge_points_never_add_up_to_more_than_all(world: World, programme: Programme) -> None:
    made, by = meeting(world, form="truc_tuyen"), world.actor("An")
    away = {world.body("ca", "dak-ha"): 20, world.body("ca", "ba-to"): 30}
    with pytest.raises(InvalidInput):
        actions.hold(made, actions.Held(40, away), by=by)
    done = actions.hold(made, actions.Held(60, away), by=by)
    assert sum(row.attendances for row in done.bridges.all()) == 50
    assert queries.meeting_for(world.actor("Chi"), made.pk)  # it took part


def test_minutes_keep_every_version_until_they_are_approved(
    world: World, programme: Programme
) -> None:
    made, by = held(world, chair="Giám đốc"), world.actor("An")
    actions.save_minutes(made, text="Bản một", by=by, base=0)
    two = actions.save_minutes(made, text="Bản hai", by=by, base=1).entry
    assert [row.text for row in two.versions.all()] == ["Bản hai", "Bản một"]
    closed = actions.approve_minutes(two, by=by)
    with pytest.raises(Refused):
        actions.save_minutes(closed, text="Bản ba", by=by)


def test_a_directive_becomes_a_task_that_is_followed_like_any_other(
    world: World, programme: Programme
) -> None:
    made = held(world)
    asked = directive(world, made)
    handed = actions.give_as_task(asked, product="Báo cáo rà soát", by=world.actor("An"))
    task = Task.objects.get()
    assert (task.pk, task.lead_id) == (handed.task_id, world.body("ca", "dak-ha").pk)
    assert task.due_on == asked.due_on
    with pytest.raises(Refused):
        actions.drop_conclusion(handed, by=world.actor("An"))
    with pytest.raises(Refused):
        actions.give_as_task(handed, product="Lần nữa", by=world.actor("An"))


def test_a_deadline_on_a_day_off_moves_on(world: World, programme: Programme) -> None:
    day = clock.today() + timedelta(days=1)
    while work_calendar().is_working_day(day):
        day += timedelta(days=1)
    asked = directive(world, held(world), due_on=day)
    assert asked.due_on is not None
    assert asked.due_on > day
    assert work_calendar().is_working_day(asked.due_on)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"text": " "}, "text"),
        ({"body": None}, "body"),
        ({"due_on": None}, "due_on"),
        ({"due_on": date(2020, 1, 1)}, "due_on"),
        ({"kind": "khac"}, "kind"),
    ],
)
def test_a_conclusion_that_cannot_be_followed_is_refused_at_its_field(
    world: World, programme: Programme, facts: dict[str, Any], field: str
) -> None:
    made = held(world)
    with pytest.raises(InvalidInput) as refusal:
        directive(world, made, **facts)
    assert field in refusal.value.fields


def test_no_notice_goes_out_without_a_conclusion_and_none_is_changed_after_it(
    world: World, programme: Programme
) -> None:
    made, by = held(world), world.actor("An")
    with pytest.raises(Refused):
        actions.conclude(made, paper="5/TB", day=clock.today(), by=by)
    asked = directive(world, made)
    done = actions.conclude(made, paper="5/TB", day=clock.today(), by=by)
    with pytest.raises(Refused):
        directive(world, done)
    actions.settle(asked, note="Đã rà soát 12 mô hình", day=clock.today(), by=by)
    with pytest.raises(InvalidInput):
        actions.reopen(done, reason="", by=by)
    assert actions.reopen(done, reason="sai số", by=by).notice_paper == ""


def test_the_next_meeting_of_a_series_opens_with_what_the_former_ones_left(
    world: World, programme: Programme
) -> None:
    first = held(world, series="Giao ban quý")
    waits = directive(world, first)
    done = directive(world, first, text="Công khai kết quả")
    actions.settle(done, note="Đã công khai", day=clock.today(), by=world.actor("An"))
    later = meeting(world, series="Giao ban quý", held_on=clock.today())
    assert [row.pk for row in queries.open_before(later)] == [waits.pk]
    other = meeting(world, series="Giao ban tháng", held_on=clock.today())
    assert queries.open_before(other) == []


def test_who_is_directed_sees_the_meeting_once_its_notice_is_out(
    world: World, programme: Programme
) -> None:
    made = held(world)
    directive(world, made)
    with pytest.raises(NotFound):
        queries.meeting_for(world.actor("Chi"), made.pk)
    actions.conclude(made, paper="5/TB", day=clock.today(), by=world.actor("An"))
    assert queries.meeting_for(world.actor("Chi"), made.pk)
    for stranger in ("Ba", "Giang"):
        with pytest.raises(NotFound):
            queries.meeting_for(world.actor(stranger), made.pk)
    with pytest.raises(Forbidden):
        actions.move(made, day=clock.today(), reason="-", by=world.actor("Chi"))


def test_every_step_of_the_table_and_no_other_is_possible(
    world: World, programme: Programme
) -> None:
    by, today = world.actor("An"), clock.today()
    acts: dict[str, Any] = {
        "move": lambda row: actions.move(
            row, day=row.held_on + timedelta(days=1), reason="mưa", by=by
        ),
        "hold": lambda row: actions.hold(row, actions.Held(5), by=by),
        "conclude": lambda row: actions.conclude(row, paper="", day=today, by=by),
        "reopen": lambda row: actions.reopen(row, reason="nhầm", by=by),
        "call_off": lambda row: actions.call_off(row, reason="trùng", by=by),
    }
    assert set(acts) == {step.verb for step in MEETING.transitions}
    ways = {
        "planned": (),
        "held": ("hold",),
        "concluded": ("hold", "conclude"),
        "called_off": ("call_off",),
    }
    assert set(ways) == set(MEETING.states)
    for state, way in ways.items():
        for verb, act in acts.items():
            row = meeting(world)
            for step in way:
                row = acts[step](row)
                if step == "hold":
                    directive(world, row)
            if verb in MEETING.verbs(state):
                assert act(row).state == MEETING.target(verb, state)
            else:
                with pytest.raises(TransitionRefused):
                    act(row)


def test_the_database_keeps_no_notice_of_a_meeting_that_was_not_held(
    world: World, programme: Programme
) -> None:
    made = meeting(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=made.pk).update(state="concluded", notice_on=clock.today())


_WORDS = st.lists(st.text("abcđêô", min_size=1, max_size=6), min_size=1, max_size=4).map(" ".join)


@given(
    st.lists(
        st.builds(AgendaLine, _WORDS, st.one_of(st.just(""), _WORDS), st.integers(0, 600)),
        max_size=8,
    )
)
def test_an_agenda_reads_as_it_was_written(lines: list[AgendaLine]) -> None:
    assert read_agenda(written_agenda(lines)) == lines


@pytest.mark.parametrize("text", ["| Công an", "a | b | chín", "a | b | 9999", "a | b | 1 | 2"])
def test_a_line_of_an_agenda_that_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        read_agenda(f"Khai mạc\n{text}")
    assert "agenda" in refusal.value.fields


def _once(client: Client, address: str) -> str:
    html = client.get(address).content.decode()
    return html.split('name="_once" value="', 1)[1].split('"', 1)[0]


def test_a_sheet_of_meetings_is_read_with_the_rules_of_the_screen(
    world: World, programme: Programme, desk: Any
) -> None:
    client, address = desk("An"), "/hoi-nghi/nhap-excel/"
    blank = b"".join(client.get("/hoi-nghi/tep-mau/").streaming_content)
    head = [cell.value for cell in load_workbook(BytesIO(blank)).active[1]]
    book = Workbook()
    day = date_vn(clock.today())
    row = ["Giao ban", "Trực tuyến", "Giao ban tháng 11", day, "Hội trường", "", "", "", ""]
    for line in (head, row):
        book.active.append(line)
    kept = BytesIO()
    book.save(kept)
    kept.seek(0)
    kept.name = "hop.xlsx"
    sent = client.post(address, {"file": kept, "_once": _once(client, address)})
    assert sent.status_code == 302, sent.content.decode()[:2000]
    assert Meeting.objects.get().form == "truc_tuyen"


def test_lists_and_pages_take_few_queries_at_any_number_of_conclusions(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    made = held(world, series="Giao ban quý")
    for _n in range(8):
        directive(world, made)
    later = meeting(world, series="Giao ban quý", held_on=clock.today())
    client = desk("An")
    for address in ("", f"{made.pk}/", f"{later.pk}/", "ket-luan/", "ket-luan/?tinh_trang=qua_han"):
        with django_assert_max_num_queries(20):
            assert client.get(f"/hoi-nghi/{address}").status_code == 200


def test_what_waits_stands_in_the_inbox(world: World, programme: Programme) -> None:
    meeting(world)
    directive(world, held(world))
    kinds = [
        str(item.kind) for item in lines_of(queries.inbox_sources(world.actor("An"), clock.today()))
    ]
    assert kinds == ["Cuộc họp, hội nghị", "Kết luận cuộc họp"]
    assert lines_of(queries.inbox_sources(world.actor("Chi"), clock.today())) == []
    assert Conclusion.objects.count() == 1
