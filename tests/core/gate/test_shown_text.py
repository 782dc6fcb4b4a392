"""Hidden marks are shown as boxes, and letters that imitate others are pointed out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.gate.shown_text import BOX, lookalikes, skeleton, visible

PLAIN = "Ủy ban nhân dân xã Đống Đa\tSố 12\r\nkế hoạch “2026” – 85 %"
HIDDEN = [
    *map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x200B, 0x2010)]),
    *("\u2060", "\ufeff", "\u00ad", "\u061c", "\u034f", "\u3164", "\u0000", "\u0007", "\u007f"),
    *("\U000e0041", "\u2028", "\ud800"),
]


@pytest.mark.parametrize("mark", HIDDEN, ids=lambda mark: f"{ord(mark):04x}")
def test_a_hidden_mark_is_shown_as_a_box(mark: str) -> None:
    assert visible(f"hóa{mark}đơn.docx") == f"hóa{BOX}đơn.docx"


@pytest.mark.parametrize("text", [PLAIN, "", "plain", "chữ có dấu ghép e\u0302\u0323"])
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert visible(text) == text
    assert lookalikes(text) == []


@given(st.text())
def test_the_length_stays_so_that_places_stay_true(text: str) -> None:
    assert len(visible(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Нà Nội", [(0, 1, "script", "H")]),  # Cyrillic En
        ("UBND xã Yên Hоà", [(13, 14, "script", "o")]),  # Cyrillic o
        ("СОР", [(0, 3, "script", "COP")]),  # a whole word of imitations
        ("Ηuế", [(0, 1, "script", "H")]),  # Greek Eta
        ("ＵＢＮＤ xã", [(0, 4, "wide", "UBND")]),
        ("Ðà Nẵng", [(0, 1, "eth", "Đ")]),
        ("Ɖống Ða", [(0, 1, "eth", "Đ"), (5, 6, "eth", "Đ")]),
    ],
)
def test_imitating_letters_are_pointed_out(text: str, found: list[tuple]) -> None:
    assert [tuple(each) for each in lookalikes(text)] == found


@pytest.mark.parametrize("text", ["Москва, Россия", "Ελλάδα", "góc α, β", "đô thị", "5 µm"])
def test_honest_words_of_other_scripts_are_left_alone(text: str) -> None:
    assert lookalikes(text) == []


@pytest.mark.parametrize(
    "twin", ["Нà Nội", "Hà\u200b Nội", "Ｈà Nội", "Ha\u0300 Nội", "Hà Nộ\u2060i", "Hà Nộі"]
)
def test_twins_of_a_name_have_one_skeleton(twin: str) -> None:
    assert skeleton(twin) == skeleton("Hà Nội")


def test_different_names_have_different_skeletons() -> None:
    names = ["Hà Nội", "Hà Nam", "Hạ Nội", "Đà Nẵng", "Da Nang", "hà nội"]
    assert len({skeleton(name) for name in names}) == len(names)


def test_the_icelandic_letter_counts_as_the_vietnamese_one() -> None:
    assert skeleton("Ðồng Ðăng") == skeleton("Đồng Đăng")
