"""The packaged country file: counts, past trees, reused codes, successions."""

import json
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from phongtrao.org.gazetteer.country import load_country, read_country
from phongtrao.org.gazetteer.packed_file import CountryFileError
from phongtrao.org.gazetteer.records import LOCAL_IDS_FROM

EVE = date(2025, 6, 30)
MERGER = date(2025, 7, 1)
TODAY = date(2026, 11, 26)
REGISTRY = Path(__file__).parents[3].parent / "shared" / "intake" / "registry.json"


def levels_on(day):
    return Counter(version.level for version in load_country().tree_on(day).versions)


def types_on(day):
    versions = load_country().tree_on(day).versions
    return Counter(version.type for version in versions if version.level == "commune")


def test_the_eve_of_the_merger_has_three_levels_below_the_country():
    expected = {"country": 1, "province": 63, "district": 696, "commune": 10_035}
    assert levels_on(EVE) == expected


def test_the_merger_leaves_34_provinces_and_3321_communes_without_districts():
    assert levels_on(MERGER) == {"country": 1, "province": 34, "commune": 3_321}
    assert types_on(MERGER) == {"xã": 2_621, "phường": 687, "đặc khu": 13}


def test_today_some_communes_are_wards_and_three_provinces_are_cities():
    country = load_country()
    assert types_on(TODAY) == {"xã": 2_599, "phường": 709, "đặc khu": 13}
    cities = {v.name for v in country.children_on(1, TODAY) if v.type == "thành phố"}
    assert len(cities) == 9
    assert {"Đồng Nai", "Quảng Ninh", "Bắc Ninh"} <= cities


@pytest.mark.parametrize(
    ("code", "last_day_as_province", "act"),
    [
        ("75", date(2026, 4, 29), "30/2026/QH16"),
        ("22", date(2026, 8, 31), "36/2026/QH16"),
        ("24", date(2026, 9, 19), "39/2026/QH16"),
    ],
)
def test_a_province_that_became_a_city_keeps_its_lineage(code, last_day_as_province, act):
    country = load_country()
    before = country.by_code_on(code, last_day_as_province)
    after = country.by_code_on(code, TODAY)
    assert (before.type, after.type) == ("tỉnh", "thành phố")
    assert before.lineage_id == after.lineage_id
    assert after.basis == act
    assert not after.verified


def test_a_commune_that_became_a_ward_keeps_lineage_and_parent():
    country = load_country()
    before = country.by_code_on("25270", date(2026, 4, 29))
    after = country.by_code_on("25270", date(2026, 4, 30))
    assert (before.full_name, after.full_name) == ("Xã Lộc Ninh", "Phường Lộc Ninh")
    assert (before.lineage_id, before.path) == (after.lineage_id, after.path)


@pytest.mark.parametrize(
    ("code", "old_name", "new_name"),
    [
        ("15", "Yên Bái", "Lào Cai"),
        ("24", "Bắc Giang", "Bắc Ninh"),
        ("44", "Quảng Bình", "Quảng Trị"),
        ("52", "Bình Định", "Gia Lai"),
        ("80", "Long An", "Tây Ninh"),
        ("82", "Tiền Giang", "Đồng Tháp"),
        ("91", "Kiên Giang", "An Giang"),
    ],
)
def test_a_reused_province_code_is_another_lineage(code, old_name, new_name):
    country = load_country()
    old, new = country.by_code_on(code, EVE), country.by_code_on(code, MERGER)
    assert (old.name, new.name) == (old_name, new_name)
    assert old.lineage_id != new.lineage_id


def test_a_merged_province_is_a_new_lineage_even_with_its_own_code_and_name():
    country = load_country()
    old, new = country.by_code_on("51", EVE), country.by_code_on("51", MERGER)
    assert old.name == new.name == "Quảng Ngãi"
    assert old.lineage_id != new.lineage_id
    parts = country.carried(new.lineage_id, MERGER, EVE)
    assert {part.version.name for part in parts} == {"Quảng Ngãi", "Kon Tum"}
    assert all(part.share == 1 and not part.estimated for part in parts)


def test_kon_tum_went_whole_into_quang_ngai():
    country = load_country()
    kon_tum = country.by_code_on("62", EVE)
    (part,) = country.carried(kon_tum.lineage_id, EVE, TODAY)
    assert (part.version.full_name, part.share, part.estimated) == ("Tỉnh Quảng Ngãi", 1, False)
    assert country.by_code_on("62", MERGER) is None


def test_eleven_provinces_were_not_merged_and_keep_their_lineage():
    country = load_country()
    kept = {
        version.name
        for version in country.children_on(1, EVE)
        if country.version_on(version.lineage_id, MERGER)
    }
    assert kept == {
        "Hà Nội", "Huế", "Cao Bằng", "Điện Biên", "Hà Tĩnh", "Lai Châu", "Lạng Sơn", "Nghệ An",
        "Quảng Ninh", "Thanh Hóa", "Sơn La",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("district", "zone", "province"),
    [
        ("318", "11948", "Hải Phòng"),
        ("471", "19742", "Quảng Trị"),
        ("498", "20333", "Đà Nẵng"),
        ("536", "21548", "Quảng Ngãi"),
        ("755", "26732", "Hồ Chí Minh"),
    ],
)
def test_an_island_district_went_whole_into_its_special_zone(district, zone, province):
    country = load_country()
    before, after = country.by_code_on(district, EVE), country.by_code_on(zone, TODAY)
    assert after.type == "đặc khu"
    assert before.name == after.name
    assert country.province_on(after.lineage_id, TODAY).name == province
    (part,) = country.carried(before.lineage_id, EVE, TODAY)
    assert (part.version, part.share, part.estimated) == (after, Fraction(1), False)
    (back,) = country.carried(after.lineage_id, TODAY, EVE)
    assert (back.version, back.share) == (before, Fraction(1))


def test_truong_sa_is_a_special_zone_of_khanh_hoa():
    country = load_country()
    zone = country.by_code_on("22736", TODAY)
    assert zone.full_name == "Đặc khu Trường Sa"
    assert country.province_on(zone.lineage_id, TODAY).name == "Khánh Hòa"


def test_ward_27691_belonged_to_long_an_and_so_went_to_tay_ninh():
    country = load_country()
    ward = country.by_code_on("27691", EVE)
    assert ward.full_name == "Phường 4"
    assert country.province_on(ward.lineage_id, EVE).name == "Long An"
    for part in country.carried(ward.lineage_id, EVE, TODAY):
        assert country.province_on(part.version.lineage_id, TODAY).name == "Tây Ninh"


def test_an_untouched_commune_keeps_its_lineage_and_moves_to_the_new_parent():
    country = load_country()
    before, after = country.by_code_on("26119", EVE), country.by_code_on("26119", MERGER)
    assert before.lineage_id == after.lineage_id
    assert (before.name, after.name) == ("Đắc Lua", "Đak Lua")
    assert before.path != after.path
    assert country.successors(before.lineage_id) == ()


def test_a_cut_commune_is_shared_equally_and_marked_as_estimated():
    country = load_country()
    cut = next(link for link in country.successions if link.kind == "part")
    parts = country.carried(cut.from_id, EVE, MERGER)
    assert {part.share for part in parts} == {Fraction(1, len(parts))}
    assert all(part.estimated for part in parts)
    assert all(link.source == "default" for link in country.successors(cut.from_id))


def test_a_day_before_the_horizon_is_answered_with_its_tree_and_says_so():
    country = load_country()
    tree = country.tree_on(date(2020, 5, 1))
    assert tree.before_horizon
    assert tree.day == date(2025, 1, 1)
    assert tree.versions == country.tree_on(EVE).versions
    assert not country.tree_on(EVE).before_horizon
    assert country.by_code_on("62", date(1999, 1, 1)).name == "Kon Tum"


def test_unknown_codes_and_lineages_are_nothing_not_an_error():
    country = load_country()
    assert country.by_code_on("00000", TODAY) is None
    assert country.version_on(999_999, TODAY) is None
    assert country.children_on(999_999, TODAY) == ()
    assert country.carried(999_999, EVE, TODAY) == ()
    assert country.province_by_slug_on("khong-co", TODAY) is None
    assert country.province_on(1, TODAY) is None


def test_ids_of_the_file_leave_room_for_those_of_an_installation():
    assert max(load_country().lineages) < LOCAL_IDS_FROM


def test_slugs_of_provinces_are_those_of_the_intake_registry():
    if not REGISTRY.exists():
        pytest.skip("../shared is not here")
    country = load_country()
    registry = json.loads(REGISTRY.read_text(encoding="utf-8"))["provinces"]
    for slug, entry in registry.items():
        on_eve = country.province_by_slug_on(slug, EVE)
        assert on_eve is not None, slug
        assert on_eve.name == entry["name"], slug
        if entry["successor"]:
            (link,) = country.successors(on_eve.lineage_id)
            assert country.lineages[link.to_id].slug == entry["successor"]
        else:
            assert country.province_by_slug_on(slug, TODAY).name == entry["name"]


@pytest.mark.parametrize("content", [b"", b"not gzip", b"\x1f\x8b\x08\x00broken"])
def test_a_damaged_file_is_refused_with_a_sentence(content):
    with pytest.raises(CountryFileError, match="cài đặt lại"):
        read_country(content or b"\x00")
