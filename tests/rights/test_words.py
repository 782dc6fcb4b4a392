"""CR-2: forbidden words are found however a name is written, and never inside another word."""

import unicodedata

import pytest

from phongtrao.core.boundary.stems import forbidden_counts, forbidden_names, rules


def test_at_least_a_hundred_and_fifty_words_are_listed_once() -> None:
    listed = [word for group in rules()["forbidden"].values() for word in group]
    assert len(listed) >= 150
    assert len(listed) == len(set(listed))


@pytest.mark.parametrize(
    "name",
    [
        "ton_giao",
        "tonGiao",
        "TONGIAO",
        "maTonGiaoCu",
        "tôn giáo",
        "tôn giao",
        unicodedata.normalize("NFD", "Tôn giáo"),
        "tоn_giаo",  # Cyrillic о and а
        "t0n_giao",
        "ｔｏｎ＿ｇｉａｏ",
        "ton\u200bgiao",
        "Religions",
        "ethnicities",
        "isSuspect",
        "DateOfBirth",
        "date-of-birth",
        "so_CCCD",
        "hokhau",
        "nguonTin",
        "watchlists",
    ],
)
def test_a_forbidden_word_is_found_in_any_spelling(name: str) -> None:
    assert forbidden_names().find(name)


@pytest.mark.parametrize(
    "name",
    [
        "surface",  # face
        "trace",  # race
        "section",  # sect
        "pages",  # age
        "phân tử",  # phần tử
        "nguồn tín dụng",  # nguồn tin
        "counts_people",
        "office_phone",
        "Ban Dân tộc tỉnh",
        "Sở Dân tộc và Tôn giáo",
        "Trường Phổ thông dân tộc nội trú",
        "face to face",
    ],
)
def test_an_honest_name_passes(name: str) -> None:
    assert forbidden_names().find(name) is None


def test_the_name_of_a_body_spares_nothing_beside_it() -> None:
    assert forbidden_names().find("Ban Dân tộc: dân tộc của hộ") == "dân tộc"


def test_services_may_be_counted_whose_fields_may_not_be_stored() -> None:
    assert forbidden_names().find("căn cước")
    assert forbidden_counts().find("Số hồ sơ căn cước đã trả") is None
