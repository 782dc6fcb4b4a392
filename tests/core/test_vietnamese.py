"""Text: one form, one fold, one order."""

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.vietnamese import (
    fold,
    fold_keep_length,
    name_key,
    nfc,
    point_letter,
    roman,
    same_name,
    sort_key,
    tidy,
    tidy_line,
)

TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
WORDS = st.text(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằấẩỗợữýỵĂÂĐÊÔƠƯ 0123456789-"), max_size=20
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đồng Nai", "dong nai"),
        ("ÐẮK LẮK", "dak lak"),
        ("hòa, hoà", "hoa, hoa"),
        ("THUỶ thủy uỷ", "thuy thuy uy"),
        (unicodedata.normalize("NFD", "Nguyễn Ước"), "nguyen uoc"),
    ],
)
def test_folding_takes_away_case_and_every_mark(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(TEXT)
def test_folding_is_stable_and_blind_to_the_normal_form(text: str) -> None:
    assert fold(nfc(text)) == fold(unicodedata.normalize("NFD", text))


@given(TEXT)
def test_a_fold_that_keeps_its_length_keeps_every_offset(text: str) -> None:
    assert len(fold_keep_length(text)) == len(nfc(text))


def test_an_offset_found_in_the_folded_text_points_at_the_accented_word() -> None:
    text = "Ủy ban nhân dân tỉnh Đắk Lắk"
    start = fold_keep_length(text).index("dak lak")
    assert text[start : start + 7] == "Đắk Lắk"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("thuỷ", "thủy"),
        ("Uỷ ban", "Ủy ban"),
        ("KHOẺ", "khỏe"),
        ("xã  Hoà Bình", "XÃ HÒA BÌNH"),
        ("Ðắk Lắk", "Đắk Lắk"),
        (unicodedata.normalize("NFD", "Quảng Ngãi"), "Quảng Ngãi"),
    ],
)
def test_one_name_may_be_written_two_ways(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bà Rịa", "Ba Ria"), ("Hoà", "Hoa"), ("Thuận", "Thuần"), ("Đông", "Dong"), ("Hoàn", "Hòan")],
)
def test_tone_marks_tell_names_apart(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.parametrize("word", ["hoàn", "quý", "của", "thuế", "khuỷu", "xoáy", "toàn"])
def test_a_tone_that_stands_in_one_place_only_is_not_moved(word: str) -> None:
    assert name_key(word) == word


def test_names_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    listed = (
        "An Giang, Ăn, Ân, Ấp, ba, bà, bả, bã, bá, bạ, Cà Mau, Cao Bằng, Cần Thơ, Dương, Đà Nẵng,"
        " Đắk Lắk, Điện Biên, Đồng Nai, Hà Nội, Huế, Phường 2, Phường 10, Ưng, Vinh"
    )
    names = listed.split(", ")
    mixed = names[::-1]
    mixed.sort(key=sort_key)
    assert mixed == names


@given(WORDS, WORDS)
def test_a_sort_key_is_plain_and_does_not_depend_on_the_normal_form(a: str, b: str) -> None:
    assert sort_key(a).isascii()
    assert sort_key(a) == sort_key(unicodedata.normalize("NFD", a))
    if sort_key(a) < sort_key(b):
        assert tidy_line(a) != tidy_line(b)


@given(TEXT)
def test_any_text_has_a_sort_key(text: str) -> None:
    assert isinstance(sort_key(text), str)


@given(TEXT)
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    once.encode("utf-8")


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Số\u00a0138", "Số 138"),
        ("a\u200bb\ufeffc", "abc"),
        ("một\r\nhai\rba\u2028bốn", "một\nhai\nba\nbốn"),
        ("abc\u202edcba\u2066", "abcdcba"),
        ("07\u2011CTr \u2212 5", "07-CTr - 5"),
        ("Ða\u0300 Nẵng\x00", "Đà Nẵng"),
        ("mở\ud800", "mở"),
        ("dấu – giữ nguyên", "dấu – giữ nguyên"),
    ],
)
def test_hidden_and_look_alike_signs_become_plain_ones(raw: str, clean: str) -> None:
    assert tidy(raw) == clean


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (3999, "MMMCMXCIX")]
)
def test_parts_are_counted_in_roman_numerals(number: int, numeral: str) -> None:
    assert roman(number) == numeral


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_there_is_no_roman_numeral_outside_its_range(number: int) -> None:
    with pytest.raises(ValueError, match="Roman"):
        roman(number)


def test_points_follow_the_vietnamese_letters() -> None:
    letters = [point_letter(n) for n in range(1, 25)]
    assert letters[:10] == list("abcdđeghik")
    assert letters[-2:] == ["y", "aa"]
    assert not set("fjwz") & set(letters)
    assert len(set(map(point_letter, range(1, 600)))) == 599
    with pytest.raises(ValueError, match="from 1"):
        point_letter(0)


def test_plain_letters_fold_to_themselves() -> None:
    assert fold(string.ascii_lowercase) == string.ascii_lowercase
