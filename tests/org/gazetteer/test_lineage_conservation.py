"""Figures carried across a merger keep their sum to the last unit, there and back, at both levels.

Everything is asked for all areas, not a sample; hypothesis chooses the figures and the days.
"""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.org.gazetteer.country import load_country
from tests.extent import drawn

COUNTRY = load_country()
EVE, MERGER, TODAY = date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 26)
CHANGES = COUNTRY.change_days
MOMENTS = sorted({*CHANGES, *(day - timedelta(days=1) for day in CHANGES[1:]), TODAY})
ISLANDS = {"318": "11948", "471": "19742", "498": "20333", "536": "21548", "755": "26732"}


def areas_on(day, level):
    """The areas of a level; with the districts that had no communes, which were communes then."""
    tree = COUNTRY.tree_on(day).versions
    found = [version.lineage_id for version in tree if version.level == level]
    if level == "commune":
        bare = {v.lineage_id for v in tree if v.level == "district"}
        found += sorted(bare - {version.parent_id for version in tree})
    return found


def shares(day, to, level):
    """(from, to) → share, for all areas of a level, asked from the side of `day`."""
    return {
        (lineage_id, part.version.lineage_id): part.share
        for lineage_id in areas_on(day, level)
        for part in COUNTRY.carried(lineage_id, day, to)
    }


FORWARDS = {level: shares(EVE, MERGER, level) for level in ("province", "commune")}
BACKWARDS = {level: shares(MERGER, EVE, level) for level in ("province", "commune")}


@pytest.mark.parametrize("level", ["province", "commune"])
def test_backwards_tells_the_same_shares_as_forwards(level):
    turned = {(before, after): share for (after, before), share in BACKWARDS[level].items()}
    assert turned == FORWARDS[level]


@pytest.mark.parametrize("level", ["province", "commune"])
@given(seed=st.integers(0, 2**32), most=st.integers(1, 2**62))
@settings(max_examples=drawn(15), deadline=None)
def test_any_figures_keep_their_sum_there_and_back(level, seed, most):
    figures = {
        lineage_id: (seed + place) ** 2 % most
        for place, lineage_id in enumerate(areas_on(EVE, level))
    }
    there = defaultdict(Fraction)
    for (before, after), share in FORWARDS[level].items():
        there[after] += share * figures[before]
    assert sum(there.values()) == sum(figures.values())
    back = defaultdict(Fraction)
    for (after, before), share in BACKWARDS[level].items():
        back[before] += share * figures[before]
        assert after in there
    assert back == figures


@pytest.mark.parametrize("level", ["province", "commune", "district"])
@given(start=st.sampled_from(MOMENTS), end=st.sampled_from(MOMENTS))
@settings(max_examples=drawn(6), deadline=None)
def test_between_any_two_days_every_area_is_found_whole(level, start, end):
    start, end = min(start, end), max(start, end)
    for lineage_id in areas_on(start, level):
        parts = COUNTRY.carried(lineage_id, start, end)
        assert sum(part.share for part in parts) == 1
        assert len({part.version.lineage_id for part in parts}) == len(parts)
        assert all(part.version.covers(end) for part in parts)


def test_what_communes_carry_adds_up_to_what_their_province_carries():
    """The province of a part is the successor of the province of the whole."""
    homes = dict(FORWARDS["province"].keys())
    for before, after in FORWARDS["commune"]:
        province = COUNTRY.province_on(before, EVE).lineage_id
        assert COUNTRY.province_on(after, MERGER).lineage_id == homes[province]


@pytest.mark.parametrize("day", MOMENTS, ids=str)
def test_on_every_change_day_every_parent_is_in_force_and_one_level_up(day):
    above = {"province": "country", "district": "province"}
    for version in COUNTRY.tree_on(day).versions[1:]:
        parent = COUNTRY.version_on(version.parent_id, day)
        expected = "district" if day <= EVE else "province"
        assert parent.level == above.get(version.level, expected), version.full_name


@pytest.mark.parametrize(("district", "zone"), ISLANDS.items())
def test_an_island_district_became_the_special_zone_of_its_name(district, zone):
    before, after = COUNTRY.by_code_on(district, EVE), COUNTRY.by_code_on(zone, MERGER)
    assert after.type == "đặc khu"
    assert after.name == before.name
    parts = COUNTRY.carried(before.lineage_id, EVE, MERGER)
    assert [(part.version, part.share, part.estimated) for part in parts] == [(after, 1, False)]


@pytest.mark.parametrize(
    ("code", "name", "province"),
    [("20333", "Hoàng Sa", "Đà Nẵng"), ("22736", "Trường Sa", "Khánh Hòa")],
)
def test_the_two_archipelagos_are_special_zones_of_their_provinces(code, name, province):
    zone = COUNTRY.by_code_on(code, TODAY)
    assert (zone.full_name, zone.level) == (f"Đặc khu {name}", "commune")
    assert COUNTRY.province_on(zone.lineage_id, TODAY).name == province
