"""The fixed phrases: numbers, dates, lists, the n-of-N sentence, cleaning."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.publishing.word.markup import balanced_width, line_count, run
from phongtrao.publishing.word.papers import (
    Absent,
    Completeness,
    Letterhead,
    change_between,
    percent_of,
)
from phongtrao.publishing.word.wording import (
    clean,
    closed_list,
    completeness_sentences,
    coverage_text,
    date_in_words,
    figure_text,
    number_and_symbol,
    padded_number,
    paragraphs_of,
    signed_text,
    with_end,
)


@pytest.mark.parametrize(
    ("given_number", "printed"),
    [(5, "05"), ("5", "05"), (12, "12"), ("128", "128"), ("05", "05"), ("5a", "5a"), (0, "00")],
)
def test_numbers_below_ten_are_padded(given_number: str | int, printed: str) -> None:
    assert padded_number(given_number) == printed


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 15), "ngày 15 tháng 01 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_days_below_ten_and_the_first_two_months_are_padded(day: date, printed: str) -> None:
    assert date_in_words(day) == printed


def test_an_unsigned_paper_leaves_room_for_number_and_date() -> None:
    head = Letterhead("", "Ban Chỉ đạo", None, "BC-BCĐ", "Quảng Ngãi", None)
    assert number_and_symbol(head).strip("\u00a0") == "/BC-BCĐ"
    assert not any(letter.isdigit() for letter in date_in_words(None))


def test_a_figure_that_is_not_there_is_never_zero() -> None:
    assert figure_text(None, 0) == "–"
    assert figure_text(Absent.NO_REPORT, 0) == "chưa có báo cáo"
    assert figure_text(Decimal("NaN"), 2) == "–"
    assert figure_text(Decimal("Infinity"), 2) == "–"
    assert coverage_text(None, 96) == "–"


def test_a_declared_zero_is_printed_as_zero() -> None:
    assert figure_text(0, 0) == "0"
    assert coverage_text(0, 96) == "0/96"


def test_figures_are_written_the_vietnamese_way() -> None:
    assert figure_text(Decimal("1234.5"), 1) == "1.234,5"
    assert figure_text(Fraction(1, 3), 2) == "0,33"


def test_a_rise_carries_its_sign_and_an_unchanged_figure_none() -> None:
    assert [signed_text(value, 0) for value in (3, -3, 0, None)] == ["+3", "-3", "0", "–"]


def test_there_is_no_percentage_against_nothing() -> None:
    change = change_between(234, 0)
    assert change is not None
    assert (change.amount, change.percent) == (234, None)
    assert percent_of(5, 0) is None


def test_no_change_is_stated_from_a_missing_figure() -> None:
    assert change_between(Absent.NO_REPORT, 5) is None
    assert change_between(5, None) is None
    assert percent_of(None, 5) is None


def test_list_items_end_in_semicolons_and_the_last_in_a_stop() -> None:
    assert closed_list(("Một.", "Hai;", " ", "Ba")) == ("Một;", "Hai;", "Ba.")


def test_the_end_mark_replaces_the_punctuation_that_was_there() -> None:
    assert with_end("Trên đây là báo cáo.", "./.") == "Trên đây là báo cáo./."
    assert with_end("Trên đây là báo cáo./.", "./.") == "Trên đây là báo cáo./."


def test_the_completeness_sentence_names_n_of_n_the_missing_and_the_unapproved() -> None:
    text = completeness_sentences(Completeness(3, 96, 1, "xã", ("xã A", "xã B")))
    assert "3/96 xã" in text
    assert "1/3 báo cáo chưa được phê duyệt" in text
    assert "Còn 93 xã chưa có báo cáo (xã A, xã B)" in text
    assert "không được tính là 0" in text


def test_a_complete_and_approved_round_says_so() -> None:
    text = completeness_sentences(Completeness(96, 96, 0, "xã"))
    assert text == "Số liệu được tổng hợp từ báo cáo của 96/96 xã; tất cả đã được phê duyệt."


def test_a_round_without_units_states_no_fraction() -> None:
    assert "/" not in completeness_sentences(Completeness(0, 0))


def test_a_long_list_of_missing_units_is_cut_with_a_count() -> None:
    names = tuple(f"xã {place}" for place in range(14))
    assert "và 4 địa bàn khác" in completeness_sentences(Completeness(0, 14, missing=names))


@pytest.mark.parametrize("counts", [(5, 3, 0), (3, 5, 4), (-1, 5, 0), (3, 5, -1)])
def test_counts_that_contradict_each_other_are_refused(counts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="mâu thuẫn"):
        Completeness(*counts)


def test_line_breaks_make_paragraphs_and_empty_lines_none() -> None:
    assert paragraphs_of("Một\r\n\r\nHai\u2028Ba\n ") == ("Một", "Hai", "Ba")


def test_hidden_marks_and_controls_are_removed() -> None:
    assert clean("a\x00b\x1b\u202ec\ufeff\ufffe\ud800 d\t\n e") == "abc d e"


@given(st.text())
def test_any_text_becomes_well_formed_xml_with_the_cleaned_text(text: str) -> None:
    shown = clean(text)
    tree = ElementTree.fromstring(f'<x xmlns:w="w">{run(shown)}</x>')
    assert "".join(tree.itertext()) == shown


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_a_line_is_balanced_without_taking_more_lines() -> None:
    text = "BAN CHỈ ĐẠO PHONG TRÀO TOÀN DÂN BẢO VỆ AN NINH TỔ QUỐC"
    narrow = balanced_width(text, 12, 180, bold=True)
    assert narrow < 180
    assert line_count(text, 12, narrow, bold=True) == line_count(text, 12, 180, bold=True)


def test_spaces_that_do_not_break_are_not_broken() -> None:
    assert line_count("ngày\u00a0\u00a0\u00a0tháng", 14, 10) == 1
    assert line_count("ngày tháng", 14, 10) == 2


@given(st.text(), st.floats(10, 500))
def test_a_balanced_line_is_never_wider_than_its_room(text: str, width: float) -> None:
    shown = clean(text)
    needed = balanced_width(shown, 12, width)
    assert 0 <= needed <= width
