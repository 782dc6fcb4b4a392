import pytest

from phongtrao.org.gazetteer.bodies import load_bodies, province_slug
from phongtrao.org.gazetteer.mentions import find_mentions
from phongtrao.org.gazetteer.province_of_text import province_of


def ids(text, **more):
    return [m.org_id for m in find_mentions(text, **more)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ Công an", ["bca"]),
        ("CÔNG AN TỈNH QUẢNG NGÃI", ["ca@quang-ngai"]),
        ("Uỷ ban nhân dân\ntỉnh Kon Tum", ["ubnd@kon-tum"]),
        ("UBND các xã, phường, đặc khu", ["grp:ubnd-xa@quang-ngai"]),
        ("Công an các huyện, thành phố", ["grp:ca-huyen@quang-ngai"]),
        ("UBND các tỉnh, thành phố trực thuộc Trung ương", ["grp:ubnd-tinh"]),
        ("Ban Chỉ đạo 138 huyện Tư Nghĩa", ["bcd138@quang-ngai/tu-nghia"]),
        ("Công an xã Tịnh Khê", ["ca@quang-ngai/tinh-khe"]),
        ("Thành uỷ Thành phố Hồ Chí Minh", ["tinhuy@ho-chi-minh"]),
        ("Sở Văn hóa, Thể thao và Du lịch, Sở Y tế", ["so-vhttdl@quang-ngai", "so-yt@quang-ngai"]),
        ("Ban cán sự đảng Bộ Tài Chính", ["bcs@btc"]),
        ("lực lượng Công an", ["grp:cand@quang-ngai"]),
        ("các sở, ban, ngành", ["grp:so-nganh@quang-ngai"]),
        ("Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam", ["mttq-tw"]),
        ("Công an viên", []),
        ("Bộ Công anđ", []),
        ("bổ công", []),
    ],
)
def test_a_name_becomes_its_identifier(text, expected):
    assert ids(text, province="quang-ngai") == expected


def test_the_issuing_commune_is_meant_by_a_bare_commune():
    assert ids("Công an phường", province="quang-ngai", unit="cam-thanh") == [
        "ca@quang-ngai/cam-thanh"
    ]


def test_a_list_of_bodies_is_not_run_together():
    assert ids("- Bộ Công an;\n- Công an tỉnh", province="kon-tum") == ["bca", "ca@kon-tum"]


def test_nothing_is_found_in_a_masked_number():
    assert ids("07/CTrPH-BCA-MTTW", masked=[(0, 17)]) == []


@pytest.mark.parametrize(
    ("org_id", "current"),
    [
        ("ca@kon-tum", "ca@quang-ngai"),
        ("so-tttt@kon-tum", "so-khcn@quang-ngai"),
        ("ubnd@quang-nam", "ubnd@da-nang"),
        ("btttt", "bkhcn"),
        ("bcs@bldtbxh", "bcs@bnv"),
        ("ca@quang-ngai", None),
        ("bca", None),
        ("grp:cand@kon-tum", None),
        ("bcd138@kon-tum/dak-ha", None),
    ],
)
def test_the_successor_of_2025_is_known(org_id, current):
    assert load_bodies().current_id(org_id) == current


def test_sixty_three_provinces_became_thirty_four():
    provinces = load_bodies().provinces.values()
    assert len(provinces) == 63
    assert sum(p.valid_to is None for p in provinces) == 34
    assert {p.successor for p in provinces if p.valid_to} <= {
        p.slug for p in provinces if p.valid_to is None
    }


def test_every_identifier_has_a_vietnamese_name():
    bodies = load_bodies()
    assert bodies.name_of("ca@quang-ngai") == "Công an Quảng Ngãi"
    assert bodies.name_of("grp:so-nganh@hue") == "các sở, ban, ngành (cấp tỉnh)"
    assert bodies.name_of("không-có") == "không-có"


def test_the_province_of_a_paper_is_its_place_line_or_the_one_named_most():
    assert province_of("Kon Tum, ngày 05 tháng 3 năm 2024\nTỉnh Lào Cai, tỉnh Lào Cai") == "kon-tum"
    assert province_of("Tin từ tỉnh Sơn La và tỉnh Sơn La, tỉnh Lào Cai") == "son-la"
    assert province_of("Không nói nơi nào") is None
    assert province_slug("Bà Rịa - Vũng Tàu") == "ba-ria-vung-tau"
