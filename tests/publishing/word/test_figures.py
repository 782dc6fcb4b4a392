"""Tables of figures: columns, kinds of rows, widths, missing figures."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.figure_columns import columns_of
from phongtrao.publishing.word.papers import (
    Absent,
    Appendix,
    FigureRow,
    FigureTable,
    RowKind,
    change_between,
)
from phongtrao.publishing.word.render import render_paper
from tests.extent import drawn
from tests.publishing.word.docx_facts import opened, table_faults
from tests.publishing.word.sample_papers import narrow_rows, sample_report, wide_rows

A4_ACROSS_TEXT_MM = 247


def _content(table: FigureTable, *, landscape: bool = True) -> bytes:
    paper = sample_report(sections=(), appendices=(Appendix("Số liệu", (table,), landscape),))
    return render_paper(paper, profile=DECREE_30_2020, demo_mark=False)


def _printed(rows: tuple[FigureRow, ...]) -> Table:
    return opened(_content(FigureTable("Biểu", rows))).tables[-1]


def _line(table: Table, place: int) -> list[str]:
    return [cell.text for cell in table.rows[place].cells]


def test_a_full_table_has_every_column_in_the_customary_order() -> None:
    headings = [column.heading for column in columns_of(FigureTable("", wide_rows()))]
    assert headings == [
        "TT",
        "Nội dung",
        "Đơn vị tính",
        "Kỳ này",
        "Lũy kế từ đầu năm",
        "Cùng kỳ",
        "Số",
        "%",
        "Chỉ tiêu",
        "Đạt (%)",
        "Địa bàn có số liệu",
    ]


def test_a_column_nobody_fills_is_left_out() -> None:
    rows = (FigureRow("1", "Mô hình", this_period=3),)
    assert [column.heading for column in columns_of(FigureTable("", rows))] == [
        "TT",
        "Nội dung",
        "Kỳ này",
    ]


def test_figures_stand_under_their_headings() -> None:
    assert _line(_printed(wide_rows()), 3) == [
        "1",
        "Số văn bản chỉ đạo, hướng dẫn đã ban hành ở các cấp",
        "mô hình",
        "1.234",
        "2.468",
        "1.100",
        "+134",
        "+12,2",
        "1.500",
        "82,3",
        "3/96",
    ]


def test_a_missing_report_is_said_in_words_and_never_zero() -> None:
    line = _line(_printed(wide_rows()), 8)
    assert line[3] == "chưa có báo cáo"
    assert line[4] == "–"
    assert line[10] == "0/96"


def test_nothing_is_divided_by_a_zero_of_last_year() -> None:
    assert _line(_printed(wide_rows()), 4)[5:8] == ["0", "+234", "–"]


def test_a_heading_row_carries_no_dashes() -> None:
    assert _line(_printed(wide_rows()), 2) == ["I", "Công tác tham mưu, chỉ đạo", *[""] * 9]


def test_a_section_row_with_a_figure_prints_it() -> None:
    rows = (FigureRow("I", "Văn bản", this_period=4, kind=RowKind.SECTION),)
    assert _line(_printed(rows), 1) == ["I", "Văn bản", "4"]


def test_of_which_and_total_rows_are_named() -> None:
    table = _printed(wide_rows())
    assert _line(table, 6)[1] == "Trong đó: phối hợp với Mặt trận"
    assert _line(table, 10)[:2] == ["Tổng cộng", "Tổng cộng"]


@pytest.mark.parametrize(("place", "bold", "italic"), [(2, 1, 0), (3, 0, 0), (6, 0, 1), (10, 1, 0)])
def test_rank_shows_in_the_letters(place: int, bold: int, italic: int) -> None:
    cell = _printed(wide_rows()).rows[place].cells[1]
    first = cell.paragraphs[0].runs[0]
    assert (bool(first.bold), bool(first.italic)) == (bool(bold), bool(italic))


def test_the_head_is_repeated_and_no_row_is_torn() -> None:
    rows = _printed(wide_rows()).rows
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows]
    assert heads == [True, True] + [False] * (len(rows) - 2)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_a_table_without_changes_has_a_head_of_one_row() -> None:
    rows = _printed((FigureRow("1", "Mô hình", this_period=3),)).rows
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, False]


def test_a_table_is_as_wide_as_the_text() -> None:
    table = _printed(wide_rows())
    width = sum(column.width.mm for column in table.columns)
    assert abs(width - A4_ACROSS_TEXT_MM) < 1


def test_long_figures_get_smaller_letters_before_names_are_squeezed() -> None:
    rows = tuple(
        replace(row, this_period=10**11, cumulative=10**11, same_period_last_year=10**11)
        for row in wide_rows()[1:5]
    )
    table = opened(_content(FigureTable("", rows), landscape=False)).tables[-1]
    sizes = {cell.paragraphs[0].runs[0].font.size.pt for cell in table.rows[2].cells}
    assert len(sizes) == 1
    assert sizes < set(DECREE_30_2020.table_sizes[1:]) | {0}


def test_a_table_without_rows_is_only_a_head() -> None:
    assert len(_printed(()).rows) == 1


_figures = st.one_of(
    st.none(),
    st.integers(-(10**15), 10**15),
    st.fractions(),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.sampled_from(Absent),
)


@settings(max_examples=drawn(40), deadline=None)
@given(
    st.lists(
        st.builds(
            FigureRow,
            tt=st.text(max_size=5),
            name=st.text(max_size=80),
            unit=st.text(max_size=12),
            this_period=_figures,
            cumulative=_figures,
            target=_figures,
            n=st.one_of(st.none(), st.integers(0, 999)),
            of=st.integers(0, 999),
            kind=st.sampled_from(RowKind),
            decimals=st.integers(0, 3),
        ),
        max_size=8,
    ),
    st.booleans(),
)
def test_any_rows_make_a_table_that_fills_its_grid(rows: list[FigureRow], across: bool) -> None:
    content = _content(FigureTable("Biểu", tuple(rows)), landscape=across)
    assert table_faults(content) == []
    assert len(opened(content).tables[-1].columns) == len(columns_of(FigureTable("", tuple(rows))))


@given(st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9))
def test_a_change_adds_up(now: int, before: int) -> None:
    change = change_between(now, before)
    assert change is not None
    assert before + change.amount == now


def test_a_table_of_a_hundred_rows_keeps_every_row() -> None:
    table = _printed(narrow_rows(100))
    assert len(table.rows) == 102
    assert _line(table, 101)[0] == "100"
