"""A year's delegations added up: by criterion, inspecting body and area; who was not inspected."""

import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from phongtrao.core import clock
from phongtrao.oversight import actions, queries
from phongtrao.oversight.models import Inspection, Recommendation
from phongtrao.planning.models import Programme
from tests.oversight import inspection_cases as cases
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]


def _year(world: World, name: str = "An") -> Any:
    today = clock.today()
    return queries.year_result(world.actor(name), today.year, today)


def test_each_recommendation_counts_once_in_each_table(world: World, programme: Programme) -> None:
    asked = cases.sent_in(world)
    actions.take_remedy_step(asked, "verify", by=world.actor("An"))
    Inspection.objects.filter(pk=asked.entry_id).update(
        decided_on=clock.today() - timedelta(days=40),
        concluded_on=clock.today() - timedelta(days=30),
    )
    cases.recommended(world, criterion="mo_hinh", finding="Mô hình hình thức", text="Củng cố")
    found = _year(world)
    assert (found.total.asked, found.total.verified, found.total.median_days) == (2, 1, 30)
    assert {code: tally.asked for code, tally in found.criteria.items()} == {
        "ky_ket": 1,
        "mo_hinh": 1,
    }
    assert [(tally.name, tally.asked) for tally in found.leaders] == [
        ("Công an tỉnh Quảng Ngãi", 2)
    ]
    areas = {tally.name: (tally.asked, len(tally.inspections)) for tally in found.areas}
    assert areas["xã Đăk Hà"] == (2, 2)
    assert found.without == ["xã Ba Tơ", "đặc khu Lý Sơn"]
    assert found.common[0].examples


def test_the_country_has_a_row_for_every_province(world: World, programme: Programme) -> None:
    cases.recommended(world)
    found = _year(world, "Trung")
    assert [(tally.name, tally.asked) for tally in found.areas] == [
        ("tỉnh Gia Lai", 0),
        ("tỉnh Quảng Ngãi", 1),
    ]


def test_one_of_a_former_area_counts_where_the_area_is_today(
    world: World, programme: Programme
) -> None:
    asked = cases.recommended(world)
    body = world.body("ca", "dak-ha")
    body.area = world.area("kon-tum")
    body.save()
    assert Recommendation.objects.get().body.area_id == world.area("kon-tum").pk
    [row] = [each for each in _year(world, "Trung").areas if each.asked]
    assert (row.name, asked.pk) == ("tỉnh Quảng Ngãi", asked.pk)


def test_the_page_and_the_workbook_hold_the_same_figures_for_few_queries(
    world: World, programme: Programme, desk: Any
) -> None:
    inspection, an = cases.concluded(world), world.actor("An")
    for number in range(30):
        wanted = cases.wanted(world, text=f"Kiến nghị {number}")
        actions.recommend(inspection, wanted, by=an)
    client = desk("An")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        html = client.get("/kiem-tra/tong-hop/").content.decode()
    assert len(asked) <= 20
    assert "Địa bàn chưa được kiểm tra trong năm" in html
    answer = client.get("/kiem-tra/tong-hop/xuat-excel/")
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert book.sheetnames == ["Theo nội dung", "Theo cơ quan kiểm tra", "Theo địa bàn"]
    rows = list(book["Theo địa bàn"].values)
    assert rows[-1][:4] == ("Tổng cộng", 1, 1, 30)
