"""Ways of writing that the third independent material brought up, in other words than its own."""

import io
from pathlib import Path

import pytest
from pikepdf import Dictionary, Pdf, String

from phongtrao.core.boundary.indicators import Definition, indicator_faults
from phongtrao.core.guard import read_text, verdict
from phongtrao.core.guard.package import judge


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.act, text[each.start : each.end]) for each in read_text(text)]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Đã nhận sổ của bà Lã Sửu, BHXH 61-07-22-38-40, hẹn thứ hai", "bhxh", "61-07-22-38-40"),
        ("mã số BHXH «61-07-22-38-40»", "bhxh", "61-07-22-38-40"),
        ("CMT số “271 655 963”", "cmnd", "271 655 963"),
        ("mã số thuế hộ kinh doanh 83 12 34 56 70 (bán vải)", "tax", "83 12 34 56 70"),
        ("mã số thuế hộ kinh doanh:\n831.234.5670", "tax", "831.234.5670"),
        ("số tài khoản (BIDV)\n3141-5926-53589", "bank", "3141-5926-53589"),
        ("gửi về STK Sacombank: 314 159 265", "bank", "314 159 265"),
        ("tài  khoản  số  314 159 265", "bank", "314 159 265"),
    ],
)
def test_numbers_in_groups_are_known_behind_their_names(text: str, kind: str, value: str) -> None:
    assert _found(text) == [(kind, "block", value)]


@pytest.mark.parametrize(
    "text",
    [
        "Tham gia BHXH theo thôn: 12 - 05 - 11 - 20 - 04 - 31",
        "BHXH 10-12-2026",
        "Thu qua tài khoản ngân hàng Agribank 314 159 265 đồng",
    ],
)
def test_counts_days_and_sums_behind_the_same_names_pass(text: str) -> None:
    assert read_text(text) == []


@pytest.mark.parametrize(
    "home",
    ['"số 7 đường Lê Lai"', "[ngõ 3, phố Huế]", "\nsố 9/4 Lê Lai", "«tổ 3, phường Sông Bé»"],
)
def test_homes_are_known_in_brackets_quotes_and_on_the_next_line(home: str) -> None:
    found = read_text(f"Bà Lã Thị Sửu trú tại {home} đã nhận quà.")
    assert [(each.kind, each.act) for each in found] == [("address", "block")]


def test_a_numbered_item_below_a_heading_is_no_house() -> None:
    assert read_text("Quản lý tạm trú\n3 Công tác khác") == []


@pytest.mark.parametrize(
    "text",
    [
        "Thủ phạm là Lã Thị Sửu, làm nghề tự do.",
        "Trưởng thôn cho biết: Lã Thị Sửu tàng trữ pháo nổ.",
        "Ở phường Bình Chánh, Lã Thị Sửu nghi buôn lậu.",
    ],
)
def test_who_is_accused_is_not_shielded_by_whoever_tells_or_by_a_place(text: str) -> None:
    assert _found(text) == [("accusation", "ask", "Lã Thị Sửu")]


def test_statistics_of_a_level_are_no_thief() -> None:
    assert read_text("Số liệu thống kê cấp xã do Lã Thị Sửu tổng hợp.") == []


def test_what_a_program_keeps_for_itself_in_a_pdf_is_read(tmp_path: Path) -> None:
    pdf, path = Pdf.new(), tmp_path / "giay.pdf"
    page = pdf.add_blank_page()
    page.obj.PieceInfo = Dictionary(App=Dictionary(Private=Dictionary(Memo=String("so 1"))))
    note = String("CCCD 051199000123")  # made up: the shape of a citizen number, of nobody
    pdf.Root.PieceInfo = Dictionary(App=Dictionary(Private=[Dictionary(Memo=note)]))
    buffer = io.BytesIO()
    pdf.save(buffer)
    path.write_bytes(buffer.getvalue())
    parts = {part.part: verdict(part.findings) for part in judge(path, "pdf")}
    assert parts["private data"] == "block"
    assert parts["private data of page 1"] == "pass"


@pytest.mark.parametrize(
    ("definition", "rule"),
    [
        (
            Definition("A1", "Số bà con cung cấp tin hằng tháng", unit="người", is_scored=True),
            "tips",
        ),
        (
            Definition("A2", "Số người dự họp", unit="người", disaggregation=("số CMND",)),
            "breakdown",
        ),
        (
            Definition("A3", "Số người học nghề sau cai", unit="người", disaggregation=("xã",)),
            "one_total",
        ),
        (Definition("A4", "Mức độ cảm xúc của người dân", unit="điểm"), "opinion"),
    ],
)
def test_what_may_not_be_counted_is_refused(definition: Definition, rule: str) -> None:
    assert rule in {fault.rule for fault in indicator_faults(definition)}


@pytest.mark.parametrize(
    "definition",
    [
        Definition(
            "B1", "Số người dân được cung cấp thông tin pháp luật", unit="người", is_scored=True
        ),
        Definition("B2", "Số buổi gặp gỡ chức sắc tôn giáo dịp đầu năm", unit="buổi"),
    ],
)
def test_what_is_given_to_people_and_meetings_may_be_counted(definition: Definition) -> None:
    assert indicator_faults(definition) == []
