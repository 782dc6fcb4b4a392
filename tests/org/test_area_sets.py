"""Sets of areas: what ships, who is in them on a day, and how they go through a merger."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from phongtrao.org import imports, scope
from phongtrao.org.models import AreaSet
from phongtrao.org.queries import areas_at_level_under
from phongtrao.org.queries.area_sets import area_sets_on, members_on, peers_of, sets_of

pytestmark = [
    pytest.mark.database,
    pytest.mark.django_db,
]
TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The packaged country with its sets, loaded once for this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        scope.forget()
        imports.load_country()
        imports.load_area_sets()
        yield
        transaction.set_rollback(True)
    scope.forget()


def test_every_province_of_today_is_in_exactly_one_region(country: None) -> None:
    provinces = areas_at_level_under(1, "province", TODAY)
    regions = AreaSet.objects.filter(kind="region")
    found = Counter(area.lineage_id for each in regions for area in members_on(each, TODAY))
    assert found == Counter(area.lineage_id for area in provinces)


def test_the_special_zones_are_those_of_that_type(country: None) -> None:
    zones = members_on(AreaSet.objects.get(code="dac-khu"), TODAY)
    assert {zone.type for zone in zones} == {"đặc khu"}
    assert {"Hoàng Sa", "Trường Sa", "Lý Sơn", "Phú Quốc"} <= {zone.name for zone in zones}


def test_a_set_of_before_the_merger_is_followed_into_the_provinces_of_today(
    country: None,
) -> None:
    highlands = AreaSet.objects.get(code="tay-nguyen")
    before = {area.name for area in members_on(highlands, date(2025, 6, 30))}
    assert before == {"Kon Tum", "Gia Lai", "Đắk Lắk", "Đắk Nông", "Lâm Đồng"}
    after = {area.name for area in members_on(highlands, date(2025, 7, 1))}
    assert after == {"Quảng Ngãi", "Gia Lai", "Đắk Lắk", "Lâm Đồng"}
    row = highlands.members.get(valid_to=None, area__versions__name="Quảng Ngãi")
    assert row.basis == "Kế thừa từ Kon Tum"


def test_a_set_that_ships_unchecked_says_so(country: None) -> None:
    assert not AreaSet.objects.filter(is_verified=True).exists()


def test_the_peers_of_a_province_are_the_members_of_its_sets(country: None) -> None:
    region = AreaSet.objects.get(code="dong-nam-bo")
    members = {area.lineage_id for area in members_on(region, TODAY)}
    one = min(members)
    assert peers_of(one, TODAY)[region] == members
    assert region in sets_of([one], TODAY)[one]


def test_the_list_of_sets_counts_the_members_of_the_day(country: None) -> None:
    sizes = {each.code: each.size for each in area_sets_on(date(2025, 1, 1))}
    assert sizes["tay-nguyen"] == 5
    assert "dong-nam-bo" not in sizes


def test_loading_the_sets_again_changes_nothing(country: None) -> None:
    before = list(AreaSet.objects.values_list("pk", "code"))
    assert imports.load_area_sets() is False
    assert list(AreaSet.objects.values_list("pk", "code")) == before
