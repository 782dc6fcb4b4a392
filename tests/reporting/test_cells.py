"""The packed record of a report version: exact, and never misread."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import INT64_MAX
from phongtrao.reporting.cells import (
    NONE,
    NOT_APPLICABLE,
    WITHHELD,
    ZERO,
    Cell,
    CellState,
    CorruptCells,
    canonical_json,
    cell_text,
    columns,
    pack,
    pack_table,
    packed_json,
    parse_cell,
    table_json,
    unpack,
    unpack_table,
)

VALUES = st.integers(-INT64_MAX - 1, INT64_MAX)
CELL = st.one_of(
    st.sampled_from([NONE, ZERO, NOT_APPLICABLE, WITHHELD]),
    st.builds(lambda value: Cell(CellState.VALUE, value), VALUES),
)
CELLS = st.lists(CELL, max_size=120)


@given(CELLS)
def test_packed_cells_come_back_exactly(cells: list[Cell]) -> None:
    packed = pack(cells)
    assert unpack(packed, len(cells)) == cells
    assert len(packed) == 8 + 9 * len(cells)


@given(CELLS)
def test_columns_are_the_same_cells_apart(cells: list[Cell]) -> None:
    values, states = columns(pack(cells), len(cells))
    assert list(values) == [cell.scaled for cell in cells]
    assert list(states) == [cell.state for cell in cells]


@given(CELLS, st.integers(-3, 3))
def test_another_number_of_cells_is_never_read(cells: list[Cell], more: int) -> None:
    wrong = len(cells) + (more or 1)
    if wrong >= 0:
        with pytest.raises(CorruptCells):
            unpack(pack(cells), wrong)


@given(st.binary(max_size=40), st.integers(0, 4))
def test_foreign_bytes_are_corrupt_and_never_crash(packed: bytes, count: int) -> None:
    with pytest.raises(CorruptCells, match="bị hỏng"):
        unpack(packed, count)


@pytest.mark.parametrize("position", [0, 1, 2, 3, 4, 8, 24])
def test_a_damaged_header_state_or_hidden_value_is_found(position: int) -> None:
    packed = bytearray(pack([NOT_APPLICABLE, ZERO]))
    packed[position] = 9
    with pytest.raises(CorruptCells):
        unpack(bytes(packed), 2)


def test_a_cell_without_a_value_holds_no_number() -> None:
    with pytest.raises(ValueError, match="no value"):
        Cell(CellState.ZERO, 5)
    with pytest.raises(ValueError, match="64 bits"):
        Cell(CellState.VALUE, INT64_MAX + 1)


def test_missing_zero_and_not_applicable_are_three_things() -> None:
    assert parse_cell("") == NONE
    assert parse_cell("0") == parse_cell("0,0", 1) == ZERO
    assert parse_cell("-") == parse_cell("–") == NOT_APPLICABLE
    assert (NONE.figure(0), ZERO.figure(0), NOT_APPLICABLE.figure(0)) == (None, 0, None)
    assert [cell.is_given for cell in (NONE, ZERO, NOT_APPLICABLE, WITHHELD)] == [
        False,
        True,
        False,
        False,
    ]


@given(VALUES, st.integers(0, 3))
def test_a_shown_cell_is_read_back(value: int, decimals: int) -> None:
    cell = Cell(CellState.VALUE, value) if value else ZERO
    if value > -INT64_MAX:
        assert parse_cell(cell_text(cell, decimals), decimals, negative=True) == cell
    for special in (NONE, NOT_APPLICABLE):
        assert parse_cell(cell_text(special)) == special


@pytest.mark.parametrize("text", ["abc", "-5", "1,5", "1e400", "NaN", "99999999999999999999"])
def test_an_impossible_figure_is_refused_at_the_cell(text: str) -> None:
    with pytest.raises(InvalidInput):
        parse_cell(text)


@given(CELLS)
def test_packed_cells_enter_a_hash_as_their_canonical_json(cells: list[Cell]) -> None:
    plain = [[int(cell.state), cell.scaled] for cell in cells]
    assert packed_json(pack(cells), len(cells)).encode() == canonical_json(plain)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=9))
def test_many_reports_are_packed_as_each_of_them_alone(reports: list[list[Cell]]) -> None:
    values = np.array([[c.scaled for c in cells] for cells in reports], np.int64).reshape(-1, 3)
    states = np.array([[c.state for c in cells] for cells in reports], np.uint8).reshape(-1, 3)
    packed = pack_table(values, states)
    assert packed == [pack(cells) for cells in reports]
    assert table_json(values, states) == [packed_json(each, 3) for each in packed]
    read = unpack_table(packed, 3)
    assert (read[0] == values).all()
    assert (read[1] == states).all()


def test_bytes_of_another_form_are_not_read_as_a_table() -> None:
    with pytest.raises(CorruptCells):
        unpack_table([pack([ZERO] * 3), pack([ZERO] * 2)], 3)


def test_canonical_json_is_the_same_text_everywhere() -> None:
    assert (
        canonical_json({"b": [1, None, True], "a": "Đà"}) == '{"a":"Đà","b":[1,null,true]}'.encode()
    )


@pytest.mark.parametrize("value", [1.5, {"a": [float("nan")]}, {1: "a"}, {"a": object()}])
def test_what_is_not_exact_is_not_hashed(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)
