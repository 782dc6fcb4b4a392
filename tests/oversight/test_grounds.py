"""Grounds for proposing an inspection: what is counted, from what, drawing, choosing."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phongtrao.core import clock
from phongtrao.oversight import actions
from phongtrao.oversight.actions.grounds import Chosen, plan_chosen
from phongtrao.oversight.forms.grounds import GroundsForm
from phongtrao.oversight.models import Inspection
from phongtrao.oversight.queries.grounds import Below, candidates
from phongtrao.oversight.rules.grounds import Figures, draw, grounds_of, share_of, thresholds
from phongtrao.planning.models import Programme
from tests.oversight import inspection_cases as cases
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]
_PAGE = "/kiem-tra/can-cu/"


def _rows(world: World, name: str = "An") -> dict[str, Any]:
    actor = world.actor(name)
    rows = candidates(actor, Below("commune", "ca"), clock.today().year, clock.today())
    return {row.name: row for row in rows}


def test_a_figure_is_a_ground_from_its_threshold_on_and_an_unknown_visit_is_none() -> None:
    day = date(2026, 11, 28)
    limits = thresholds(day)
    assert not limits.is_verified
    assert grounds_of(Figures(late_reports=limits.late_reports - 1), limits, day) == ()
    reached = Figures(late_reports=limits.late_reports, last_visit=date(2024, 11, 28))
    assert [each.code for each in grounds_of(reached, limits, day)] == ["bao_cao", "lan_truoc"]
    assert grounds_of(Figures(last_visit=date(2024, 11, 29)), limits, day) == ()


def test_anyone_repeats_the_draw_with_the_number_on_the_page() -> None:
    keys = list(range(1, 101))
    asked = {"year": 2026, "by_body": 7, "count": 10}
    first = draw(keys, number=41, **asked)
    assert first == draw(reversed(keys), number=41, **asked)
    assert len(set(first)) == 10
    assert first != draw(keys, number=42, **asked)
    assert [share_of(text, 95) for text in ("10%", "10", "999", "x", "")] == [10, 10, 95, 0, 0]


def test_bodies_with_grounds_come_first_and_say_why(
    world: World, programme: Programme, desk: Any
) -> None:
    cases.recommended(world)
    html = desk("An").get(_PAGE).content.decode()
    assert html.index("Công an xã Đăk Hà") < html.index("Công an xã Ba Tơ")
    assert "1 kiến nghị chưa khắc phục xong" in html
    assert "chưa đối chiếu" in html
    assert "điểm rủi ro" not in html
    rows = _rows(world)
    assert [each.code for each in rows["Công an xã Đăk Hà"].grounds] == ["kien_nghi"]
    assert rows["Công an xã Đăk Hà"].months == 0
    assert rows["Công an xã Ba Tơ"].months is None


def test_the_same_criterion_in_two_inspections_is_a_recurrence(
    world: World, programme: Programme
) -> None:
    cases.recommended(world)
    assert _rows(world)["Công an xã Đăk Hà"].known.recurrences == 0
    cases.recommended(world)
    assert _rows(world)["Công an xã Đăk Hà"].known.recurrences == 1


def _visited_before_the_merger(world: World) -> None:
    body = world.body("ca", "kon-tum")
    by = world.actor("Trung")
    days = {"starts_on": date(2025, 3, 3), "ends_on": date(2025, 3, 5)}
    inspection = actions.plan_inspection(cases.terms(world, inspected=[body], **days), by=by)
    team = cases.team(world, leader_body=world.body("ca", "vn"), members=())
    inspection = actions.decide(inspection, team, by=by)
    actions.take_step(inspection, "begin", by=by)


def test_a_visit_before_the_merger_counts_for_what_the_body_became(
    world: World, programme: Programme
) -> None:
    _visited_before_the_merger(world)
    rows = candidates(world.actor("Trung"), Below("province", "ca"), 2026, clock.today())
    last = {row.name: row.known.last_visit for row in rows}
    assert last["Công an tỉnh Quảng Ngãi"] == date(2025, 3, 5)
    assert last["Công an tỉnh Gia Lai"] is None


def test_only_reports_recommendations_inspections_and_tasks_are_read(
    world: World, programme: Programme
) -> None:
    cases.recommended(world)
    with CaptureQueriesContext(
        connection,
    ) as told:
        _rows(world)
    read = {
        table
        for query in told.captured_queries
        for table in re.findall(r'(?:FROM|JOIN) "(\w+)"', query["sql"])
    }
    figures = {each for each in read if not each.startswith("org_")}
    assert figures <= {
        "oversight_inspection", "oversight_inspectedbody", "oversight_inspectionmember",
        "oversight_recommendation", "planning_task", "planning_taskpart",
        "planning_taskprogramme", "planning_requirement", "planning_programmedocument",
        "planning_programme", "planning_programmebody", "planning_programmeparty",
        "reporting_report", "reporting_round", "reporting_templateversion",
        "reporting_templateversion_participants",
    }  # fmt: skip


def test_the_list_and_its_workbook_cost_the_same_at_any_size(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    for _number in range(5):
        cases.recommended(world)
    _visited_before_the_merger(world)
    for name, asked in (("An", "?rut=50%25&so_rut=3"), ("Trung", "?cap=commune")):
        client = desk(name)
        with django_assert_max_num_queries(20):
            assert client.get(f"{_PAGE}{asked}").status_code == 200
        with django_assert_max_num_queries(20):
            assert client.get(f"{_PAGE}xuat-excel/{asked}").status_code == 200


def test_the_random_share_is_of_those_without_a_ground_and_out_of_the_plan(
    world: World, programme: Programme
) -> None:
    cases.recommended(world)
    actor, day = world.actor("An"), clock.today()
    form = GroundsForm({"rut": "100%"}, actor=actor, day=day)
    rows = candidates(actor, form.below(), form.year, day)
    assert form.mark_drawn(rows) == 2
    assert {row.name for row in rows if row.is_drawn} == {
        "Công an xã Ba Tơ",
        "Công an đặc khu Lý Sơn",
    }


def test_chosen_bodies_enter_the_plan_with_the_grounds_that_the_inspected_never_see(
    world: World, programme: Programme, desk: Any
) -> None:
    cases.recommended(world)
    client = desk("An")
    body = world.body("ca", "dak-ha")
    address = f"{_PAGE}dua-vao-ke-hoach/?chon={body.pk}"
    html = client.get(address).content.decode()
    day = (clock.today() - timedelta(days=1)).strftime("%d/%m/%Y")
    sent = {
        "_once": html.split('name="_once" value="', 1)[1].split('"', 1)[0],
        "title": "Kiểm tra năm",
        "year": clock.today().year,
        "starts_on": day,
        "ends_on": day,
        "scope_from": "01/11/2023",
        "programme": programme.pk,
        "together": "0",
    }
    assert client.post(address, sent).status_code == 302
    made = Inspection.objects.exclude(grounds="").get()
    assert made.title == "Kiểm tra năm – Công an xã Đăk Hà"
    assert made.grounds == "Công an xã Đăk Hà: 1 kiến nghị chưa khắc phục xong"
    actions.decide(made, cases.team(world), by=world.actor("An"))
    page = f"/kiem-tra/{made.pk}/"
    assert "Căn cứ đề xuất</" in client.get(page).content.decode()
    assert "1 kiến nghị chưa khắc phục xong" in desk("Ba").get(page).content.decode()
    theirs = desk("Chi").get(page)
    assert theirs.status_code == 200
    assert "kiến nghị chưa khắc phục xong" not in theirs.content.decode()


def test_one_inspection_of_several_or_none_at_all(world: World, programme: Programme) -> None:
    reasons = [
        Chosen(world.body("ca", "dak-ha"), "gợi ý ngẫu nhiên"),
        Chosen(world.body("ca", "ba-to"), "3 nhiệm vụ quá hạn"),
    ]
    by = world.actor("An")
    (made,) = plan_chosen(cases.terms(world), reasons, together=True, by=by)
    assert made.inspected.count() == 2
    assert made.grounds.count("\n") == 1
    own = Chosen(world.body("ca", "quang-ngai"), "không có căn cứ đạt ngưỡng")
    with pytest.raises(actions.inspections.InvalidInput):
        plan_chosen(cases.terms(world), [*reasons, own], together=False, by=by)
    assert Inspection.objects.count() == 1


def test_bodies_of_another_province_are_neither_listed_nor_put_into_a_plan(
    world: World, programme: Programme, desk: Any
) -> None:
    assert "Công an xã Chư Sê" not in _rows(world)
    other = world.body("ca", "chu-se").pk
    assert desk("An").get(f"{_PAGE}dua-vao-ke-hoach/?chon={other}").status_code == 404
    html = desk("Chi").get(_PAGE).content.decode()
    assert "không có cơ quan cấp dưới" in html
