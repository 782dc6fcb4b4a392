"""Names as people write them lead to the area meant, on the day meant, or to a question."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.core.vietnamese import fold, one_tone_placement
from phongtrao.org.gazetteer.country import load_country
from phongtrao.org.gazetteer.resolve import resolve
from tests.extent import drawn

COUNTRY = load_country()
EVE = date(2025, 6, 30)
TODAY = date(2026, 11, 26)
ABBREVIATIONS = {
    "xã": "X.", "phường": "P.", "thị trấn": "TT.", "đặc khu": "ĐK ", "quận": "Q.", "huyện": "H.",
    "thị xã": "TX.", "thành phố": "TP.", "tỉnh": "T.",
}  # fmt: skip


def answers(text, on=TODAY):
    return [
        (match.version.full_name, match.province.name if match.province else None, match.on)
        for match in resolve(text, on, today=TODAY)
    ]


def chain(version, day):
    """The area and those around it, up to the province."""
    above = [version]
    while above[-1].level != "province":
        above.append(COUNTRY.version_on(above[-1].parent_id, day))
    return above


def spellings(version, day):
    around = chain(version, day)
    full = ", ".join(each.full_name for each in around)
    yield full
    yield full.upper()
    yield unicodedata.normalize("NFD", full)
    yield one_tone_placement(full)
    yield fold(full)
    yield full.replace(",", "")
    yield full.replace(", ", " - ")
    yield full.replace(", ", " thuộc ")
    yield ", ".join(ABBREVIATIONS[each.type] + each.name for each in around)


@pytest.mark.parametrize(
    "text",
    [
        "xã Đăk Hà, tỉnh Quảng Ngãi",
        "X. Đăk Hà, T. Quảng Ngãi",
        "xã Đắk Hà, Quảng Ngãi",
        "xa dak ha quang ngai",
        "XÃ ĐĂK HÀ - TỈNH QUẢNG NGÃI",
        "Xã  Đăk Hà thuộc tỉnh Quảng Ngãi",
        "23500",
    ],
)
def test_one_commune_in_many_spellings(text):
    assert answers(text) == [("Xã Đăk Hà", "Quảng Ngãi", TODAY)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tỉnh Hoà Bình", "Tỉnh Hòa Bình"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("TPHCM", "Thành phố Hồ Chí Minh"),
        ("tp hồ chí minh", "Thành phố Hồ Chí Minh"),
        ("Thừa Thiên Huế", "Thành phố Huế"),
        ("BR-VT", "Tỉnh Bà Rịa - Vũng Tàu"),
        ("t. Đắc Lắc", "Tỉnh Đắk Lắk"),
        ("phường Mĩ Tho, Đồng Tháp", "Phường Mỹ Tho"),
        ("xã Ea HLeo tỉnh Dak Lak", "Xã Ea H'Leo"),
        ("Xã Chợ Mới, tỉnh An Giang", "Xã Chợ Mới"),
    ],
)
def test_aliases_and_older_spellings(text, name):
    assert [answer[0] for answer in answers(text)] == [name]


def test_a_former_area_answers_with_its_last_day_and_its_heir():
    (match,) = resolve("tỉnh Kon Tum", TODAY, today=TODAY)
    assert (match.version.code, match.on, match.current_code) == ("62", EVE, "51")
    assert match.confidence < 1


def test_a_district_has_no_single_heir():
    (match,) = resolve("huyện Ba Tơ, tỉnh Quảng Ngãi", TODAY, today=TODAY)
    assert match.version.level == "district"
    assert match.current_code is None


def test_a_later_area_answers_with_its_first_day():
    assert answers("xã Đăk Hà, tỉnh Quảng Ngãi", EVE) == [
        ("Xã Đăk Hà", "Quảng Ngãi", date(2025, 7, 1))
    ]


def test_a_city_of_a_province_is_not_the_province_of_its_name():
    assert answers("TP. Quảng Ngãi") == [("Thành phố Quảng Ngãi", "Quảng Ngãi", EVE)]
    assert answers("Quảng Ngãi") == [("Tỉnh Quảng Ngãi", "Quảng Ngãi", TODAY)]


def test_the_former_type_of_a_living_area_finds_it_as_it_is_today():
    assert answers("tỉnh Đồng Nai") == [("Thành phố Đồng Nai", "Đồng Nai", TODAY)]
    assert answers("xã Lộc Ninh, tỉnh Đồng Nai") == [("Phường Lộc Ninh", "Đồng Nai", TODAY)]


def test_cu_asks_for_the_area_before_the_merger():
    (match,) = resolve("tỉnh Quảng Ngãi (cũ)", TODAY, today=TODAY)
    assert match.version.lineage_id == COUNTRY.by_code_on("51", EVE).lineage_id
    assert match.current_code == "51"


def test_an_old_ward_is_found_by_its_old_or_its_new_province():
    old = ("Phường Quyết Thắng", "Kon Tum", EVE)
    assert answers("phường Quyết Thắng, tỉnh Kon Tum") == [old]
    assert answers("phường Quyết Thắng, tỉnh Quảng Ngãi") == [old]


def test_numbered_wards_need_their_district():
    assert answers("P4, Q.5, TPHCM") == [("Phường 4", "Hồ Chí Minh", EVE)]
    assert answers("Phường 04, quận 5, TP. Hồ Chí Minh", EVE) == [("Phường 4", "Hồ Chí Minh", EVE)]
    assert len(answers("Phường 4, TP. Hồ Chí Minh", EVE)) > 1


def test_homonyms_give_several_and_the_province_decides():
    found = resolve("xã Tân Tiến", TODAY, today=TODAY)
    assert len(found) == 7
    assert len({match.province.name for match in found}) == 7
    assert all(match.confidence < 0.5 for match in found)
    assert answers("xã Tân Tiến, Lạng Sơn") == [("Xã Tân Tiến", "Lạng Sơn", TODAY)]


def test_names_that_differ_in_marks_only_are_a_question_when_written_without():
    names = [name for name, *_ in answers("xa son ha, tinh quang ngai")]
    assert sorted(names) == ["Xã Sơn Hà", "Xã Sơn Hạ"]
    assert [name for name, *_ in answers("xã Sơn Hạ, tỉnh Quảng Ngãi")] == ["Xã Sơn Hạ"]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Công an tỉnh Quảng Ngãi", "ca", "Tỉnh Quảng Ngãi"),
        ("UBND x. Đăk Hà, Quảng Ngãi", "ubnd", "Xã Đăk Hà"),
        ("Phòng PV05 Công an tỉnh Quảng Ngãi", "pv05", "Tỉnh Quảng Ngãi"),
        ("Tỉnh ủy Quảng Ngãi", "tinhuy", "Tỉnh Quảng Ngãi"),
    ],
)
def test_the_body_before_the_place_is_named(text, kind, place):
    (match,) = resolve(text, TODAY, today=TODAY)
    assert (match.kind, match.version.full_name) == (kind, place)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("CAX Đăk Hà", "ca", "Xã Đăk Hà"),
        ("CATP Hà Nội", "ca", "Thành phố Hà Nội"),
        ("Huyện ủy Ba Tơ", "huyenuy", "Huyện Ba Tơ"),
        ("Thành ủy Kon Tum", "tinhuy", "Thành phố Kon Tum"),
        ("Tỉnh ủy Kon Tum", "tinhuy", "Tỉnh Kon Tum"),
        ("Sở Nội vụ Quảng Ngãi", "so-noi-vu", "Tỉnh Quảng Ngãi"),
        ("Ban Chỉ đạo 138 huyện Tư Nghĩa, tỉnh Quảng Ngãi", "bcd138", "Huyện Tư Nghĩa"),
        ("Đội nghiệp vụ, Công an xã Đăk Hà", "ca", "Xã Đăk Hà"),
    ],
)
def test_the_name_of_a_body_says_the_level_where_no_type_is_written(text, kind, place):
    (match,) = resolve(text, TODAY, today=TODAY)
    assert (match.kind, match.version.full_name) == (kind, place)


@pytest.mark.parametrize(
    ("text", "day", "kind", "on", "today_kind"),
    [
        ("Bộ Công an", TODAY, "bca", TODAY, "bca"),
        ("Bộ TT&TT", TODAY, "btttt", date(2025, 2, 28), "bkhcn"),
        ("Bộ Thông tin và Truyền thông", date(2025, 1, 15), "btttt", date(2025, 1, 15), "bkhcn"),
    ],
)
def test_a_body_of_the_centre_is_one_of_the_country_as_of_a_day(text, day, kind, on, today_kind):
    (match,) = resolve(text, day, today=TODAY)
    assert (match.version.code, match.kind, match.on) == ("VN", kind, on)
    assert match.current_kind == today_kind


def test_a_reformed_department_keeps_its_kind_and_tells_who_does_its_work_today():
    (match,) = resolve("Sở TT&TT tỉnh Kon Tum", EVE, today=TODAY)
    assert (match.kind, match.on, match.current_code) == ("so-tttt", EVE, "51")
    assert match.current_kind == "so-khcn"


@pytest.mark.parametrize(
    "text",
    [
        "tỉnh Quảng Ngãi, xã Đăk Hà",
        "Quảng Ngãi, Đăk Hà",
        "Xã Đăk Hà (nay thuộc tỉnh Quảng Ngãi)",
        "tổ 3, thôn 5, xã Đăk Hà, Quảng Ngãi",
        "xã Đăk Hà, tỉnh Quảng Ngãi năm 2026",
        "xã Đăk Hà, tỉnh Quảng Ngãi đã báo cáo",
        "xãĐăk Hà, tỉnh QuảngNgãi",
    ],
)
def test_other_orders_and_words_around_lead_to_the_same_commune(text):
    assert answers(text) == [("Xã Đăk Hà", "Quảng Ngãi", TODAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Khôngcó, tỉnh Quảng Ngãi",
        "Công an xã Đăk Hà và Công an xã Ba Tơ",
        "xã Đăk Hà, tỉnh Khôngcó",
        "tỉnh Quảng Ngãi và tỉnh Gia Lai",
    ],
)
def test_a_place_that_is_not_known_does_not_become_the_one_beside_it(text):
    assert answers(text) == []


def test_the_city_and_the_province_of_one_name_are_not_taken_for_each_other():
    assert answers("phường 3, Sóc Trăng, Sóc Trăng", EVE) == [("Phường 3", "Sóc Trăng", EVE)]
    assert answers("phường Lam Sơn, thành phố Thanh Hóa, tỉnh Thanh Hóa", EVE) == [
        ("Phường Lam Sơn", "Thanh Hóa", EVE)
    ]
    assert answers("thành phố Hòa Bình", EVE) == [("Thành phố Hòa Bình", "Hòa Bình", EVE)]


def test_what_comes_before_the_place_is_skipped_with_less_confidence():
    (match,) = resolve("thôn 5, xã Đăk Hà, tỉnh Quảng Ngãi", TODAY, today=TODAY)
    assert match.version.code == "23500"
    assert match.confidence < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "abc xyz", "tỉnh", "Công an", "thuộc", "cũ", "?!.,;", "99999", "00",
        "xã Khôngcó, tỉnh Quảng Ngãi", "P. Khôngcó, TX. Đức Phổ, T. Quảng Ngãi",
        "xã Đăk Hà, tỉnh Cà Mau", "\x00\ud800", "p " * 5_000, "a" * 100_000,
    ],
)  # fmt: skip
def test_unknown_or_hostile_text_is_nothing_not_an_error(text):
    assert resolve(text, TODAY, today=TODAY) == []


@pytest.mark.parametrize("word", ["an", "hà", "p", "x 1", "xã an", "tân", "thuộc"])
def test_many_possible_readings_do_not_run_away(word):
    assert resolve(f"{word} " * 28 + "khôngcó", TODAY, today=TODAY) == []


def test_reused_codes_answer_for_the_day_asked():
    before = {version.code: version for version in COUNTRY.tree_on(EVE).versions}
    after = {version.code: version for version in COUNTRY.tree_on(TODAY).versions}
    for code in sorted(before.keys() & after.keys() - {"VN"}):
        for day, versions in ((EVE, before), (TODAY, after)):
            (match,) = resolve(code, day, today=TODAY)
            assert (match.version, match.on) == (versions[code], day)


def test_a_code_no_longer_used_answers_with_its_last_holder():
    (match,) = resolve("62", TODAY, today=TODAY)
    assert (match.version.name, match.on) == ("Kon Tum", EVE)


def test_before_the_horizon_the_answer_says_so():
    (match,) = resolve("tỉnh Kon Tum", date(2020, 1, 1), today=TODAY)
    assert match.before_horizon
    assert match.on == date(2020, 1, 1)
    assert not resolve("tỉnh Kon Tum", EVE, today=TODAY)[0].before_horizon


@given(
    version=st.sampled_from([v for v in COUNTRY.tree_on(TODAY).versions if v.parent_id]),
)
@settings(max_examples=drawn(150), deadline=None)
def test_today_every_spelling_finds_its_area_and_marks_find_it_alone(version):
    for text in spellings(version, TODAY):
        found = [match.version for match in resolve(text, TODAY, today=TODAY)]
        assert version in found, text
        if re.search(r"[^\x00-\x7f]", text):
            assert found == [version], text


@given(
    version=st.sampled_from([v for v in COUNTRY.tree_on(EVE).versions if v.parent_id]),
)
@settings(max_examples=drawn(150), deadline=None)
def test_on_the_eve_every_spelling_finds_its_area_among_namesakes_only(version):
    for text in spellings(version, EVE):
        found = [match.version for match in resolve(text, EVE, today=TODAY)]
        assert version in found, text
        assert {fold(each.full_name) for each in found} == {fold(version.full_name)}, text


@given(text=st.text(max_size=80), day=st.dates(date(2024, 1, 1), date(2027, 12, 31)))
@settings(max_examples=drawn(100), deadline=None)
def test_any_text_gives_a_list_with_confidences_between_nought_and_one(text, day):
    for match in resolve(text, day, today=TODAY):
        assert 0 < match.confidence <= 1
        assert match.version.covers(max(match.on, COUNTRY.horizon))


def test_a_hyphen_before_a_type_ends_the_name_before_it():
    found = answers("UBND X. Hải An - H. Hải Hậu - T. Nam Định", EVE)
    assert found == [("Xã Hải An", "Nam Định", EVE)]  # not Hải An + H: Hải Anh


def test_a_hyphen_within_a_name_does_not_end_it():
    city = "TP. Phan Rang - Tháp Chàm - T. Ninh Thuận"
    assert answers(city, EVE) == [("Thành phố Phan Rang - Tháp Chàm", "Ninh Thuận", EVE)]


def test_a_name_that_begins_like_an_isle_is_found_without_marks():
    (found,) = answers("xa Dao Tu", EVE)
    assert found[0] == "Xã Đạo Tú"


@pytest.mark.parametrize(("day", "name"), [(EVE, "Xã A Vương"), (TODAY, "Xã Avương")])
@pytest.mark.parametrize("text", ["xã A Vương", "xã Avương", "XÃ A VƯƠNG"])
def test_of_two_names_that_differ_by_a_blank_the_one_in_force_is_meant(text, day, name):
    assert [found[0] for found in answers(text, day)] == [name]
