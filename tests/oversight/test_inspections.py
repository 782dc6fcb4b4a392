"""Inspections: who reads them and since when, seats that end on time, conclusions, states."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, TransitionRefused
from phongtrao.org.permissions import actor_for
from phongtrao.oversight import actions, queries
from phongtrao.oversight.models import Inspection
from phongtrao.oversight.workflow import INSPECTION, InspectionState
from phongtrao.planning.models import Programme
from tests.oversight import inspection_cases as cases
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def _sees(world: World, name: str, inspection: Inspection, day: date | None = None) -> bool:
    posting = world.posting(name)
    actor = actor_for(posting.account, day or clock.today(), posting_id=posting.pk)
    try:
        queries.inspection_for(actor, inspection.pk)
    except NotFound:
        return False
    return True


def test_whoever_is_inspected_learns_of_it_by_the_decision(
    world: World, programme: Programme
) -> None:
    front = world.body("mttq", "quang-ngai")
    inspected = [world.body("ca", "dak-ha"), front]
    inspection = cases.planned(world, inspected=inspected)
    assert not _sees(world, "Chi", inspection)
    assert not _sees(world, "Dũng", inspection)
    assert _sees(world, "Trung", inspection)
    leader = {"leader_body": world.body("ubnd", "quang-ngai")}
    actions.decide(inspection, cases.team(world, **leader), by=world.actor("An"))
    assert _sees(world, "Chi", inspection)
    assert _sees(world, "Dũng", inspection)
    assert not _sees(world, "Lý", inspection)
    assert not _sees(world, "Giang", inspection)


def test_one_called_off_before_the_decision_was_never_known_to_whoever_would_be_inspected(
    world: World, programme: Programme
) -> None:
    inspection = cases.planned(world)
    actions.take_step(inspection, "cancel", by=world.actor("An"), reason="Bão số 5")
    assert not _sees(world, "Chi", inspection)


def test_a_seat_opens_the_inspection_until_the_delegation_ends(
    world: World, programme: Programme
) -> None:
    inspection, an = cases.concluded(world), world.actor("An")
    assert _sees(world, "Ba", inspection)
    assert not _sees(world, "Ba", inspection, clock.today() - timedelta(days=4))
    for verb in ("follow_up", "close"):
        inspection = actions.take_step(inspection, verb, by=an)
    assert not _sees(world, "Ba", inspection)
    assert _sees(world, "Chi", inspection)


def test_a_body_that_leaves_the_delegation_reads_no_more_and_its_seat_stays_in_the_trace(
    world: World, programme: Programme
) -> None:
    inspection, an = cases.under_way(world), world.actor("An")
    other = actions.Seat(world.body("ca", "ly-son"), "Trưởng Công an đặc khu")
    actions.decide(inspection, cases.team(world, members=(other,)), by=an)
    assert not _sees(world, "Ba", inspection)
    assert _sees(world, "Lý", inspection)
    assert [seat.valid_to for seat in inspection.members.all()] == [clock.today(), None]
    actions.decide(inspection, cases.team(world), by=an)
    assert _sees(world, "Ba", inspection)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"strengths": " ", "limits": "\n"}, "limits"),
        ({"paper": " "}, "paper"),
        ({"concluded_on": clock.today() + timedelta(days=1)}, "concluded_on"),
        ({"concluded_on": clock.today() - timedelta(days=9)}, "concluded_on"),
    ],
)
def test_an_empty_or_misdated_conclusion_is_refused_and_nothing_is_lost(
    world: World, programme: Programme, facts: dict[str, Any], field: str
) -> None:
    inspection = cases.under_way(world)
    with pytest.raises(InvalidInput) as refused:
        actions.conclude(inspection, cases.conclusion(**facts), by=world.actor("An"))
    assert field in refused.value.fields
    inspection.refresh_from_db()
    assert inspection.state == InspectionState.UNDER_WAY


def test_nobody_inspects_himself_or_sits_in_the_delegation_that_inspects_him(
    world: World, programme: Programme
) -> None:
    an, commune = world.actor("An"), world.body("ca", "dak-ha")
    with pytest.raises(InvalidInput):
        cases.planned(world, inspected=[world.body("ca", "quang-ngai")])
    with pytest.raises(InvalidInput):
        cases.planned(world, inspected=[])
    inspection = cases.planned(world)
    with pytest.raises(InvalidInput):
        actions.decide(inspection, cases.team(world, leader_body=commune), by=an)
    actions.decide(inspection, cases.team(world), by=an)
    wanted = cases.terms(world, inspected=[world.body("ca", "ba-to")])
    with pytest.raises(InvalidInput):
        actions.change_inspection(inspection, wanted, by=an)


def test_where_a_delegation_stood_nothing_is_struck_out_even_past_the_actions(
    world: World, programme: Programme
) -> None:
    inspection = cases.decided(world)
    with pytest.raises(Forbidden):
        actions.strike_inspection(inspection, reason="Ghi nhầm", by=world.actor("An"))
    rows = Inspection.objects.filter(pk=inspection.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(struck_on=clock.today(), struck_reason="Ghi nhầm")


@pytest.mark.parametrize("verb", ["begin", "follow_up", "close", "take_up_again"])
def test_no_verb_is_taken_from_a_state_outside_the_table(
    world: World, programme: Programme, verb: str
) -> None:
    inspection, an = cases.planned(world), world.actor("An")
    with pytest.raises(TransitionRefused):
        actions.take_step(inspection, verb, by=an, reason="Lý do")
    with pytest.raises(TransitionRefused):
        actions.conclude(inspection, cases.conclusion(), by=an)


def test_every_path_to_the_end_passes_the_decision_the_conclusion_and_the_remedy() -> None:
    for needed in ("decided", "concluded", "followed_up"):
        reached, waiting = set(), ["planned"]
        while waiting:
            state = waiting.pop()
            if state in reached or state == needed:
                continue
            reached.add(state)
            waiting += [INSPECTION.target(verb, state) for verb in INSPECTION.verbs(state)]
        assert "closed" not in reached


def test_only_the_body_whose_plan_it_is_takes_its_steps(world: World, programme: Programme) -> None:
    inspection = cases.decided(world)
    for name in ("Chi", "Ba", "Dũng"):
        with pytest.raises(Forbidden):
            actions.take_step(inspection, "begin", by=world.actor(name))


def test_the_pages_lead_from_the_plan_to_the_conclusion(
    world: World, programme: Programme, desk: Any
) -> None:
    client = desk("An")
    once = client.get("/kiem-tra/ghi/").content.decode()
    sent = {
        "_once": once.split('name="_once" value="', 1)[1].split('"', 1)[0],
        "title": "Kiểm tra năm",
        "year": clock.today().year,
        "starts_on": "02/11/2026",
        "ends_on": "05/11/2026",
        "scope_from": "01/11/2023",
        "inspected": world.body("ca", "dak-ha").name,
        "programme": programme.pk,
    }
    answer = client.post("/kiem-tra/ghi/", sent)
    assert answer.status_code == 302
    html = client.get(answer["Location"]).content.decode()
    assert "từ 01/11/2023 đến nay" in html
    inspection = Inspection.objects.get()
    form = client.get(f"/kiem-tra/{inspection.pk}/quyet-dinh/").content.decode()
    team = {
        "_once": form.split('name="_once" value="', 1)[1].split('"', 1)[0],
        "row_version": inspection.row_version,
        "decision_paper": "Quyết định 12/QĐ-BCĐ",
        "decided_on": "01/01/2026",
        "leader_body": world.body("mttq", "quang-ngai").name,
        "leader_post": "Phó Chủ tịch",
        "members": f"{world.body('ca', 'ba-to').name}: thư ký đoàn",
    }
    assert client.post(f"/kiem-tra/{inspection.pk}/quyet-dinh/", team).status_code == 302
    html = client.get(f"/kiem-tra/{inspection.pk}/").content.decode()
    assert "thư ký đoàn" in html
    assert "Bắt đầu kiểm tra" in html


def test_the_list_costs_the_same_at_any_size(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    for number in range(60):
        cases.planned(world, title=f"Kiểm tra {number}")
    client = desk("An")
    with django_assert_max_num_queries(20):
        assert client.get("/kiem-tra/").status_code == 200


def test_a_delegation_may_be_led_by_an_agency_outside_the_system(world, client_for):
    inspection = cases.planned(world)
    outside = {
        "leader_body": None,
        "leader_agency": "Bộ Thông tin và Truyền thông",
        "leader_post": "Thứ trưởng",
        "outside_members": "Ban Tuyên giáo Trung ương: Phó Vụ trưởng, thành viên",
    }
    actions.decide(inspection, cases.team(world, **outside), by=world.actor("An"))
    page = client_for(world.posting("An")).get(f"/kiem-tra/{inspection.pk}/").content.decode()
    assert "Thứ trưởng, Bộ Thông tin và Truyền thông" in page
    assert "Phó Vụ trưởng, thành viên" in page


@pytest.mark.parametrize("agency", ["", "Bộ Thông tin và Truyền thông"])
def test_a_delegation_has_one_leader(world, agency):
    inspection = cases.planned(world)
    body = None if not agency else world.body("mttq", "quang-ngai")
    team = cases.team(world, leader_body=body, leader_agency=agency)
    with pytest.raises(InvalidInput, match="một cơ quan của trưởng đoàn"):
        actions.decide(inspection, team, by=world.actor("An"))
