"""Seats that end, and delegations of others: what is read on which day, what leaves the system."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput
from phongtrao.org.permissions import actor_for
from phongtrao.oversight import actions, queries
from phongtrao.oversight.actions.preparations import (
    Preparation,
    ask_preparation,
    finish_preparation,
)
from phongtrao.oversight.models import Inspection, InspectionMember
from phongtrao.oversight.queries.visits import other_visits
from phongtrao.planning.models import Programme
from tests.oversight import inspection_cases as cases
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]
_AGENCY = "Bộ Thông tin và Truyền thông"


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    seats=st.lists(st.tuples(st.integers(-9, 9), st.none() | st.integers(0, 9)), max_size=3),
    on=st.integers(-12, 12),
)
def test_what_is_visible_is_what_has_a_seat_on_the_day(
    world: World, programme: Programme, seats: list[tuple[int, int | None]], on: int
) -> None:
    today, body = clock.today(), world.body("ca", "ba-to")
    inspection = Inspection.objects.first() or cases.concluded(world)
    if not inspection.recommendations.exists():
        actions.recommend(inspection, cases.wanted(world), by=world.actor("An"))
    inspection.members.all().delete()
    for first, length in seats:
        begin = today + timedelta(days=first)
        end = None if length is None else begin + timedelta(days=length)
        still_open = inspection.members.filter(valid_to=None).exists()
        if end is not None or not still_open:
            InspectionMember.objects.create(
                entry=inspection, body=body, duty="thành viên", valid_from=begin, valid_to=end
            )
    day = today + timedelta(days=on)
    held = any(seat.sits_on(day) for seat in inspection.members.all())
    posting = world.posting("Ba")
    actor = actor_for(posting.account, day, posting_id=posting.pk)
    assert queries.inspection_rows(actor).exists() == held
    assert queries.recommendation_rows(actor).exists() == held


def _ways_out(client: Any, inspection: Inspection, found: Any) -> list[bool]:
    """Whether each door that an inspection leaves by shows it."""
    workbook = client.get("/kiem-tra/xuat-excel/")
    size = len(b"".join(workbook.streaming_content))
    search = client.get(reverse("portal:search"), {"q": inspection.title})
    return [
        client.get(f"/kiem-tra/{inspection.pk}/").status_code == 200,
        client.get(f"/kiem-tra/kien-nghi/{found.pk}/").status_code == 200,
        inspection.title in client.get("/kiem-tra/").content.decode(),
        found.text in client.get("/kiem-tra/kien-nghi/").content.decode(),
        f"/kiem-tra/{inspection.pk}/" in search.content.decode(),
        size > 0 and bool(client.get("/kiem-tra/").content.count(b"/kiem-tra/%d/" % inspection.pk)),
    ]


def test_on_the_day_a_seat_ends_every_door_is_shut(
    world: World, programme: Programme, desk: Any
) -> None:
    found = cases.recommended(world)
    inspection, client = found.entry, desk("Ba")
    assert all(_ways_out(client, inspection, found)[:4])
    inspection.members.update(valid_to=clock.today())
    assert not any(_ways_out(client, inspection, found))


def test_rows_asked_for_in_time_and_read_after_the_seat_ended_are_none(
    world: World, programme: Programme
) -> None:
    found = cases.recommended(world)
    actor = world.actor("Ba")
    inspections, asked = queries.inspection_rows(actor), queries.recommendation_rows(actor)
    found.entry.members.update(valid_to=clock.today())
    assert not inspections.exists()
    assert not list(asked.iterator(chunk_size=10))


def test_who_is_posted_elsewhere_reads_no_more_of_the_delegation(
    world: World, programme: Programme, client_for: Any
) -> None:
    inspection = cases.decided(world)
    address = f"/kiem-tra/{inspection.pk}/"
    assert client_for(world.posting("Ba")).get(address).status_code == 200
    old = world.posting("Ba")
    old.valid_to = clock.today()
    old.save()
    moved = world.add_posting("Ba mới", "ca", "chu-se", "officer")
    assert client_for(moved).get(address).status_code == 404


def _theirs(world: World) -> Inspection:
    """A ministry inspects the police of the province, who keeps the record itself."""
    own = [world.body("ca", "quang-ngai")]
    return cases.planned(world, inspected=own, leader_agency=_AGENCY)


def test_a_delegation_of_an_agency_outside_may_inspect_whoever_records_it(
    world: World, programme: Programme
) -> None:
    inspection, an = _theirs(world), world.actor("An")
    with pytest.raises(InvalidInput, match="không tự kiểm tra mình"):
        actions.decide(inspection, cases.team(world), by=an)
    team = cases.team(world, leader_body=None, leader_agency=_AGENCY)
    inspection = actions.decide(inspection, team, by=an)
    assert inspection.leader_agency == _AGENCY


def test_what_we_prepare_is_done_by_the_body_that_was_asked(
    world: World, programme: Programme
) -> None:
    inspection, an = _theirs(world), world.actor("An")
    body, day = world.body("ca", "quang-ngai"), clock.today()
    item = ask_preparation(inspection, Preparation(body, "Báo cáo 5 năm", day), by=an)
    with pytest.raises(Forbidden):
        finish_preparation(item, by=world.actor("Chi"))
    assert finish_preparation(item, by=an).done_on == day
    other = Preparation(world.body("ca", "chu-se"), "Hồ sơ", day)
    with pytest.raises(InvalidInput):
        ask_preparation(inspection, other, by=an)
    with pytest.raises(Forbidden):
        ask_preparation(cases.planned(world), Preparation(body, "Hồ sơ", day), by=an)


def test_the_page_gives_preparation_and_notes_it_done(
    world: World, programme: Programme, desk: Any
) -> None:
    inspection, client = _theirs(world), desk("An")
    page = f"/kiem-tra/{inspection.pk}/"
    html = client.get(f"{page}chuan-bi/").content.decode()
    sent = {
        "_once": html.split('name="_once" value="', 1)[1].split('"', 1)[0],
        "body": world.body("ca", "quang-ngai").pk,
        "text": "Báo cáo 5 năm",
        "due_on": "30/11/2026",
    }
    assert client.post(f"{page}chuan-bi/", sent).status_code == 302
    html = client.get(page).content.decode()
    assert "Báo cáo 5 năm" in html
    assert _AGENCY in html
    item = inspection.preparations.get()
    sent = {"_once": html.split('name="_once" value="', 1)[1].split('"', 1)[0]}
    assert client.post(f"/kiem-tra/chuan-bi/{item.pk}/xong/", sent).status_code == 302
    assert inspection.preparations.get().done_on == clock.today()


def test_another_visit_tells_by_whom_and_when_and_warns_of_the_same_days(
    world: World, programme: Programme, desk: Any
) -> None:
    ours = cases.planned(world)
    theirs = cases.planned(world, by="Trung", title="Nội dung riêng của Bộ")
    assert not other_visits(
        world.actor("An"), [world.body("ca", "dak-ha").pk], year=ours.year, apart_from=ours.pk
    )
    actions.decide(theirs, cases.team(world), by=world.actor("Trung"))
    html = desk("An").get(f"/kiem-tra/{ours.pk}/").content.decode()
    assert "Trùng ngày với đoàn khác" in html
    assert "Bộ Công an" in html
    assert "Nội dung riêng của Bộ" not in html
