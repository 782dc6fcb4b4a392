"""The document of a form: each change makes a new one, and freezing loses nothing of it."""

from datetime import date, time
from typing import Any

import pytest

from phongtrao.core.calendar import DeadlineRule, shipped_calendar
from phongtrao.core.errors import InvalidInput, Refused
from phongtrao.reporting.cells import Cell, CellState
from phongtrao.reporting.grid import design as designing
from phongtrao.reporting.grid.design_changes import form_changes
from phongtrao.reporting.grid.design_faults import CountedThing, design_faults, design_questions
from phongtrao.reporting.imports.catalogue import packaged_forms
from phongtrao.reporting.rules.cell_checks import (
    BEFORE,
    LAST_YEAR,
    CellPlace,
    cell_faults,
    parse_check,
)
from phongtrao.reporting.rules.check_words import check_words
from phongtrao.reporting.rules.deadlines import level_deadlines
from tests.reporting.designed import cell, design

KNOWN = {
    code: CountedThing(code, code, "flow", ("X",)) for code in ("TT01", "TT02", "HG03", "HG04")
} | {
    "HG05": CountedThing("HG05", "Tỷ lệ", "ratio", ("X",), ("HG04", "HG03")),
    "CD02": CountedThing("CD02", "Tắt", "flow", ("X",), (), "chưa rõ"),
    "NH03": CountedThing("NH03", "Do Trung ương chọn", "flow", ("TW",)),
}


def _said(sentences: list[Any]) -> str:
    return " | ".join(map(str, sentences))


def _orders(made: dict[str, Any]) -> list[list[str]]:
    return [[designing.key_of(row) for row in s["rows"]] for s in made["sections"]]


@pytest.mark.parametrize("form", packaged_forms(), ids=lambda form: form["code"])
def test_a_form_taken_apart_and_put_together_is_the_same(form: dict[str, Any]) -> None:
    again = designing.form_of(designing.design_of(form, form["name"]), form["code"])
    assert again == {"deadlines": {}} | form


def test_a_row_moves_over_the_edge_of_its_section_and_a_change_leaves_the_old_design() -> None:
    before = designing.with_section(design(["TT01", "TT02"]), "Hai")
    after = designing.with_row_moved(before, 2, designing.DOWN)
    assert _orders(after) == [["TT01"], ["TT02"]]
    assert _orders(designing.with_row_moved(after, 2, designing.UP)) == [["TT01", "TT02"], []]
    assert _orders(designing.with_row_moved(before, 1, designing.UP)) == [["TT01", "TT02"], []]
    assert _orders(before) == [["TT01", "TT02"], []]


def test_what_somebody_else_has_dropped_is_refused_with_a_sentence() -> None:
    with pytest.raises(Refused, match="tải lại trang"):
        designing.without_row(design(["TT01"]), 99)


def test_dividing_a_row_adds_its_values_under_it_and_a_sum() -> None:
    values = [{"code": "nam", "name": "Nam"}, {"code": "nu", "name": "Nữ"}]
    made = designing.with_split(design(["TT01", "TT02"]), 1, "gioi", values, adds_up=True)
    rows = made["sections"][0]["rows"]
    assert [(row["kind"], row.get("name", ""), row.get("depth")) for row in rows] == [
        ("cell", "", 0),
        ("of_which", "", None),
        ("cell", "Nam", 1),
        ("cell", "Nữ", 1),
        ("cell", "", 0),
    ]
    assert made["checks"] == [{"check": "TT01 = TT01.gioi.nam + TT01.gioi.nu", "weight": "block"}]
    form = designing.form_of(made, "x")
    assert form["cells"][1]["above"] == [{"kind": "of_which", "order": "", "text": ""}]
    assert designing.design_of(form, "x")["sections"][0]["rows"] == [
        {**row, "id": number} for number, row in enumerate(rows, start=1)
    ]


def test_the_next_row_bears_the_next_number() -> None:
    made = design(["TT01", "TT02"])
    assert designing.next_order(made, "I") == "1.3"
    assert designing.next_order(designing.with_section(made, "Hai"), "II") == "2.1"
    below = designing.with_row(made, "I", cell("HG03", "a", depth=1))
    assert designing.next_order(below, "I", 1) == "b"


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (design([]), "chưa có ô số liệu"),
        (design(["TT01", "TT01"]), "TT01 đứng ở hai dòng"),
        (design(["CD02"]), "CD02 đang tắt: chưa rõ"),
        (design(["XX99"]), "Không có chỉ tiêu XX99"),
        (design(["HG05"]), "HG05 không nhập tay được"),
        (designing.with_section(design(["TT01"]), "Rỗng"), "II. Rỗng chưa có chỉ tiêu"),
        (designing.with_check(design(["TT01"]), "TT01 <= TT02", "ask"), "TT02 không có trong biểu"),
        (design(["HG04"]) | {"computed": ["HG05"]}, "HG05 tính từ HG03"),
        (design(["TT01"]) | {"approvals": {}}, "Chưa chọn cấp báo cáo"),
        (design(["TT01"]) | {"kinds": []}, "Chưa chọn loại cơ quan"),
    ],
)
def test_every_gap_of_a_design_is_told(made: dict[str, Any], said: str) -> None:
    assert said in _said(design_faults(made, KNOWN))


def test_a_sound_design_has_no_faults_and_odd_ones_ask_for_a_look() -> None:
    assert design_faults(design(["TT01", "HG03", "HG04"]) | {"computed": ["HG05"]}, KNOWN) == []
    assert "NH03" in _said(design_questions(design(["NH03"]), KNOWN))


def test_the_differences_of_two_versions_are_told_one_by_one() -> None:
    first = designing.with_check(design(["TT01", "TT02", "HG03"]), "TT02 >= TT01", "ask")
    second = designing.with_row_moved(first, 3, designing.UP)
    second = designing.with_row(second, "I", cell("HG04", "1.4"))
    second = designing.without_row(second, 1)
    second = designing.with_check(second, "TT02 >= TT01", "block")
    second = designing.with_section_changed(second, "I", {"name": "Kết quả mới"})
    told = _said(form_changes(designing.form_of(first, "x"), designing.form_of(second, "x")))
    for said in (
        "Phần I đổi tên từ “Kết quả” thành “Kết quả mới”",
        "Thêm dòng 1.4  (HG04)",
        "Bỏ dòng 1.1  (TT01); chuỗi số liệu cũ vẫn còn",
        "đổi chỗ trong phần",
        "Ràng buộc TT02 >= TT01: mức độ hoặc lời thay đổi",
    ):
        assert said in told, told
    assert form_changes(designing.form_of(first, "x"), designing.form_of(first, "y")) == []


PLACES = {"LL01": CellPlace("Số tổ", "2.1"), "TT02": CellPlace("Lượt người", "1.2")}


def _cells(value: int) -> dict[str, Cell]:
    return {"LL01": Cell(CellState.VALUE, value), "TT02": Cell(CellState.VALUE, value)}


@pytest.mark.parametrize(
    ("check", "now", "before", "said"),
    [
        ("LL01 >= truoc(LL01)", 8, 9, "Nhỏ hơn kỳ trước (9)"),
        ("LL01 >= truoc(LL01)", 9, 9, ""),
        ("TT02 ~50% cung_ky(TT02)", 151, 100, "Lệch 51% so với cùng kỳ năm trước (100), quá 50%"),
        ("TT02 ~50% cung_ky(TT02)", 150, 100, ""),
        ("TT02 ~50% cung_ky(TT02)", 49, 100, "Lệch 51%"),
        ("TT02 ~50% cung_ky(TT02)", 7, 0, ""),
    ],
)
def test_a_check_compares_with_an_earlier_period(
    check: str, now: int, before: int, said: str
) -> None:
    earlier = {BEFORE: _cells(before), LAST_YEAR: _cells(before)}
    faults = cell_faults([parse_check(check)], _cells(now), PLACES, earlier)
    assert [str(fault.sentence)[: len(said)] for fault in faults] == ([said] if said else [])
    assert cell_faults([parse_check(check)], _cells(now), PLACES) == []  # nothing to compare with


@pytest.mark.parametrize("text", ["truoc(LL01) >= 5", "LL01 ~0% TT02", "sau(LL01) = 1", "LL01 ~ 5"])
def test_a_comparison_that_says_nothing_of_this_period_is_not_read(text: str) -> None:
    with pytest.raises(InvalidInput):
        parse_check(text)


def test_a_check_is_told_in_words_that_name_its_rows() -> None:
    told = str(check_words(parse_check("LL01 >= truoc(LL01)"), PLACES))
    assert told == "“Số tổ” (mục 2.1) không được nhỏ hơn số kỳ trước"
    told = str(check_words(parse_check("TT02 ~50% cung_ky(TT02)"), PLACES))
    assert told.startswith("“Lượt người” (mục 1.2) lệch quá 50% so với số cùng kỳ năm trước")


def test_deadlines_go_down_the_levels_in_working_days_and_off_days_off() -> None:
    calendar, levels = shipped_calendar(), ["province", "commune"]
    friday = date(2026, 6, 19)
    found = level_deadlines(levels, date(2026, 6, 14), calendar, top=(friday, time(16)), step=3)
    assert found == {
        "province": (friday, time(16)),
        "commune": (date(2026, 6, 16), time(16)),
    }
    sunday = date(2026, 6, 21)
    moved = level_deadlines(
        ["commune"], date(2026, 6, 14), calendar, top=(sunday, time(9)),
        rule=DeadlineRule.NEXT_WORKING_DAY,
    )  # fmt: skip
    assert moved == {"commune": (date(2026, 6, 22), time(9))}
    own = {"commune": {"days": 2, "time": "11:30"}}
    assert level_deadlines(levels, date(2026, 6, 14), calendar, offsets=own) == {
        "commune": (date(2026, 6, 16), time(11, 30))
    }
