"""A register as tiles of areas, and the filter by area beside it."""

import re
from typing import Any

import pytest
from django.test import Client

from phongtrao.fieldwork.outreach.models import Session
from phongtrao.fieldwork.register.queries.spread import SHADES, spread_of
from phongtrao.planning.models import Programme
from tests.fieldwork.outreach_cases import session
from tests.world import World

pytestmark = pytest.mark.database


def _counts(world: World, who: str, asked: str = "") -> dict[str, int]:
    spread = spread_of(world.actor(who), Session.objects.all(), asked)
    return {tile.area.name: tile.count for tile in spread.tiles if tile.count}


def _listed(client: Client, area: str) -> int:
    page = client.get("/tuyen-truyen/", {"dia_ban": area}).content.decode()
    found = re.search(r'class="list-count">([\d.]+) dòng', page)
    return int(found.group(1)) if found else -1


@pytest.fixture
def told(world: World, programme: Programme) -> World:
    """Two sessions in one commune, one in another, one of the province itself."""
    session(world)
    session(world)
    session(world, by="Ba", area="ba-to")
    session(world, by="An", area="quang-ngai")
    return world


def test_a_province_sees_its_communes_and_what_it_did_itself_beside_them(told: World) -> None:
    spread = spread_of(told.actor("An"), Session.objects.all())
    assert {tile.area.name: tile.count for tile in spread.tiles if tile.count} == {
        "Đăk Hà": 2,
        "Ba Tơ": 1,
    }
    assert spread.own == 1
    assert {tile.area.name: tile.shade for tile in spread.tiles}["Đăk Hà"] == SHADES


def test_the_country_sees_provinces_and_one_province_when_it_is_named(told: World) -> None:
    assert _counts(told, "Trung") == {"Quảng Ngãi": 4}
    assert _counts(told, "Trung", "tỉnh Quảng Ngãi") == {"Đăk Hà": 2, "Ba Tơ": 1}


def test_what_was_entered_about_a_former_area_is_counted_for_its_heir(told: World) -> None:
    Session.objects.filter(area=told.area("ba-to")).update(area=told.area("kon-tum"))
    spread = spread_of(told.actor("Trung"), Session.objects.all())
    assert {tile.area.name: tile.count for tile in spread.tiles if tile.count} == {"Quảng Ngãi": 4}


def test_nothing_is_lost_or_counted_twice_on_a_map(told: World) -> None:
    spread = spread_of(told.actor("An"), Session.objects.all())
    assert sum(tile.count for tile in spread.tiles) + spread.own == Session.objects.count()


def test_a_commune_is_led_back_to_the_list(told: World, desk: Any) -> None:
    page = desk("Chi").get("/tuyen-truyen/?xem=ban-do").content.decode()
    assert "chỉ có một địa bàn" in page
    assert "xem=ban-do" not in desk("Chi").get("/tuyen-truyen/").content.decode()


def test_the_map_keeps_the_filter_and_leads_to_the_list_of_a_commune(
    told: World, desk: Any, django_assert_max_num_queries: Any
) -> None:
    client = desk("An")
    with django_assert_max_num_queries(20):
        page = client.get("/tuyen-truyen/?xem=ban-do&chu_de=phap_luat").content.decode()
    assert "chu_de=phap_luat&amp;dia_ban=x%C3%A3+%C4%90%C4%83k+H%C3%A0" in page
    assert _listed(client, "xã Đăk Hà") == 2


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("xã Ba Tơ", 1),
        ("ba to", 1),
        ("xa ba to", 1),
        ("tỉnh Quảng Ngãi", 4),
        ("quang ngai", 4),
        ("xã Không Có", 0),
        ("tỉnh Kon Tum", 0),
    ],
)
def test_the_filter_by_area_knows_the_type_and_what_lies_below(
    told: World, desk: Any, typed: str, found: int
) -> None:
    assert _listed(desk("An"), typed) == found


def test_other_provinces_see_nothing_of_it_on_their_map(told: World, desk: Any) -> None:
    asked = {"xem": "ban-do", "dia_ban": "tỉnh Quảng Ngãi"}
    page = desk("Giang").get("/tuyen-truyen/", asked).content.decode()
    assert "Chư Sê" in page
    assert "Đăk Hà" not in page
    assert '<b class="tile-value">–</b>' in page
