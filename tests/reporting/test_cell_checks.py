"""Checks between cells: the sentence stands at the cell, and missing is never zero."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.errors import InvalidInput
from phongtrao.reporting.cells import NONE, NOT_APPLICABLE, WITHHELD, ZERO, Cell, CellState
from phongtrao.reporting.rules.cell_checks import (
    CellPlace,
    Weight,
    cell_faults,
    parse_check,
    plausibility_faults,
)

PLACES = {
    "AT02": CellPlace("Số đăng ký", "2.1"),
    "AT05": CellPlace("Số được công nhận", "2.4"),
    "HG04": CellPlace("Số vụ hòa giải thành"),
    "KP01": CellPlace("Dự toán", "5.1", decimals=1),
}


def value(scaled: int) -> Cell:
    return Cell(CellState.VALUE, scaled)


def sentences(text: str, **cells: Cell) -> list[tuple[str, str]]:
    faults = cell_faults([parse_check(text)], cells, PLACES)
    assert all(fault.weight is Weight.BLOCK for fault in faults)
    return [(fault.code, str(fault.sentence)) for fault in faults]


def test_a_figure_above_its_limit_is_told_at_the_cell() -> None:
    assert sentences("AT05 <= AT02", AT05=value(5), AT02=value(4)) == [
        ("AT05", "Lớn hơn số đăng ký ở mục 2.1")
    ]
    assert sentences("AT05 <= AT02", AT05=value(4), AT02=value(4)) == []


def test_a_sum_that_does_not_agree_names_its_parts_and_its_total() -> None:
    found = sentences("PL01 = PL02 + PL03", PL01=value(9), PL02=value(4), PL03=ZERO)
    assert found == [("PL01", "Không bằng PL02 + PL03 (bằng 4)")]
    assert sentences("PL01 = PL02 + PL03", PL01=value(4), PL02=value(4), PL03=ZERO) == []


def test_two_sums_are_both_shown() -> None:
    found = sentences("A - B = C + 1", A=value(5), B=value(1), C=value(1200))
    assert found == [("A", "Chưa khớp: A - B = C + 1 (4 so với 1.201)")]


def test_decimals_of_each_cell_count() -> None:
    assert sentences("KP01 > 0", KP01=ZERO) == [("KP01", "Phải lớn hơn 0")]
    assert sentences("KP01 >= A", KP01=value(15), A=value(1)) == []
    assert sentences("KP01 >= A", KP01=value(15), A=value(2)) == [("KP01", "Nhỏ hơn A")]


@pytest.mark.parametrize("empty", [NONE, NOT_APPLICABLE, WITHHELD])
def test_a_check_says_nothing_where_a_figure_is_missing(empty: Cell) -> None:
    assert sentences("AT05 <= AT02", AT05=value(5), AT02=empty) == []
    assert sentences("AT05 <= AT02", AT05=value(5)) == []
    assert sentences("PL01 = PL02 + PL03", PL01=value(9), PL02=value(1), PL03=empty) == []


@given(st.integers(0, 50), st.integers(0, 50), st.sampled_from(["<=", ">=", "=", "<", ">"]))
def test_a_comparison_faults_exactly_when_it_is_false(a: int, b: int, operator: str) -> None:
    holds = {"<=": a <= b, ">=": a >= b, "=": a == b, "<": a < b, ">": a > b}[operator]
    assert bool(sentences(f"HG04 {operator} B", HG04=value(a), B=value(b))) is not holds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AT05",
        "AT05 <=",
        "<= AT05",
        "AT05 <= AT02 <= AT01",
        "A == B",
        "A = B C",
        "A = B ++ C",
        "A * 2 = B",
        "1 = A",
        "A = __import__('os')",
        "A = 1" + "0" * 30,
        "A = " + "B + " * 300 + "B",
        "Ạ = B",
    ],
)
def test_only_the_closed_language_is_understood(text: str) -> None:
    with pytest.raises(InvalidInput, match="Không hiểu ràng buộc"):
        parse_check(text)


@given(st.text(max_size=40))
def test_no_text_breaks_the_check_reader(text: str) -> None:
    try:
        check = parse_check(text)
    except InvalidInput:
        return
    assert parse_check(check.text) == check
    assert check.codes


def test_a_negative_figure_blocks_unless_it_may_be() -> None:
    (fault,) = plausibility_faults("A", value(-3), None, 0)
    assert fault.weight is Weight.BLOCK
    assert plausibility_faults("A", value(-3), None, 0, negative=True) == []


def test_ten_times_the_last_figure_asks_for_a_second_look() -> None:
    (fault,) = plausibility_faults("A", value(1250), value(100), 1)
    assert fault.weight is Weight.ASK
    assert "Gấp 12,5 lần kỳ trước (10,0)" in str(fault.sentence)
    assert plausibility_faults("A", value(1000), value(100), 1) == []


@pytest.mark.parametrize("last", [None, NONE, ZERO, NOT_APPLICABLE, WITHHELD])
def test_nothing_is_asked_without_a_figure_to_compare(last: Cell | None) -> None:
    assert plausibility_faults("A", value(99999), last, 0) == []
    assert plausibility_faults("A", NONE, value(1), 0) == []
