"""Honest papers that the fourth independent set brought up, and their kin, in other words."""

import pytest

from phongtrao.core.guard import read_text, verdict
from phongtrao.core.guard.lawful import only_beyond_lines

_DECISION = "ỦY BAN NHÂN DÂN XÃ A\nSố: 12/QĐ-UBND\nQUYẾT ĐỊNH\n{}\nĐiều 2. Thi hành./.\n"
# A number made up: the shape of a citizen number, of nobody.
_NOBODY = "051060001234"


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.act, text[each.start : each.end]) for each in read_text(text)]


@pytest.mark.parametrize(
    ("subject", "article"),
    [
        (
            "Kiện toàn Tổ hòa giải",
            """Kiện toàn Tổ gồm:
- Ông Lã Văn Tứ, sinh năm 1960, thường trú tại thôn 3, Tổ trưởng Tổ hòa giải thôn 3;
- Bà Vi Thị Nụ, sinh năm 1971, Tổ viên, thường trú tại bản Lò.""",
        ),
        (
            "Kiện toàn Tổ hòa giải",
            """Công nhận các ông, bà có tên sau làm Hòa giải viên thôn 3:
1. Ông Lã Văn Tứ, sinh năm 1960, thường trú tại thôn 3;
2. Bà Vi Thị Nụ, sinh năm 1971, thường trú tại thôn 3.""",
        ),
        (
            "Công nhận Tổ trưởng Tổ liên gia",
            """Công nhận ông Lã Văn Tứ, sinh năm 1960, trú tại thôn 3, xã A giữ chức vụ \
Tổ trưởng Tổ liên gia số 4.""",
        ),
        (
            "Cử đoàn đại biểu dự hội nghị",
            """Cử các ông, bà:
1. Ông Lã Văn Tứ, sinh năm 1960, trú tại thôn 3 - Trưởng thôn;""",
        ),
    ],
)
def test_years_and_hamlets_in_lines_of_a_composition_may_be_left_out(
    subject: str, article: str
) -> None:
    text = _DECISION.format(f"{subject}\nĐiều 1. {article}")
    found = read_text(text)
    assert {each.kind for each in found} == {"birth", "address"}
    assert only_beyond_lines(text, found)
    assert not any("Tổ" in text[each.start : each.end] for each in found)


@pytest.mark.parametrize(
    "said", ["thường trú tại số 12 đường Lê Lai", f"CCCD {_NOBODY}", "trú tại thôn 3, nhà số 7"]
)
def test_houses_and_identity_numbers_in_such_lines_are_refused(said: str) -> None:
    line = f"- Ông Lã Văn Tứ, sinh năm 1960, {said}, Tổ trưởng Tổ hòa giải thôn 3;"
    text = _DECISION.format(f"Kiện toàn Tổ hòa giải\nĐiều 1. Kiện toàn Tổ gồm:\n{line}")
    assert verdict(read_text(text)) == "block"


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("cut", [" | ", "\t", ";", ",", "   "])
def test_cells_of_a_row_of_figures_are_no_number(cut: str, line_end: str) -> None:
    rows = ("Cụm", "Quý 1", "Quý 2", "Quý 3"), ("A", "12", "7", "204", "5", "3")
    rows = (*rows, ("B", "079", "201", "333", "444", "5"))
    assert read_text(line_end.join(cut.join(row) for row in rows)) == []


def test_codes_beside_counts_in_rows_of_other_lengths_are_no_number() -> None:
    assert read_text("| Mã xã | Hộ | Đạt\n| 05120 | 1818 | 580\n| 05123 | 912 | 77\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "| Lã Tứ | 051 | 201 | 818 | 580 |",
        "Tên\tp1\tp2\tp3\tp4\nA\t051\t201\t818\t580\nB\t051\t202\t811\t580\n",
    ],
)
def test_a_number_parted_into_cells_that_hold_nothing_else_is_found(text: str) -> None:
    assert verdict(read_text(text)) == "block"


@pytest.mark.parametrize(
    "text",
    [
        "| PC0015 | Sửa xe ô tô | 850000 |\n| PT0012 | Thu phí",
        "Chi tiền gửi xe PT0012.",
        "Chi xăng xe,85069129,CT1234",
        "Bảo dưỡng xe ô tô 85069129 đồng\nKB0123 Chi khác",
        "Thuê xe theo hợp đồng HĐ0125 ngày 3/4",
    ],
)
def test_codes_of_vouchers_behind_costs_of_cars_are_no_plates(text: str) -> None:
    assert read_text(text) == []


@pytest.mark.parametrize("text", ["Xe PC-12-34 đỗ", "biển số PC1234", "xe AT1234 chạy"])
def test_plates_of_the_army_are_still_found(text: str) -> None:
    assert [each.kind for each in read_text(text)] == ["plate"]


@pytest.mark.parametrize(
    "text",
    [
        "Dư nợ cuối kỳ 0987654321 đồng; phát sinh 0257123456 đồng",
        "so du cuoi ky 0987654321 dong, con lai 0356123456 dong.",
        "Tổng vốn đầu tư 84987654321 đồng",
        "| Tổng chi | 84987654321 |",
        "ĐVT: đồng\n| Nội dung | Số tiền\n| Chi nước | 312345678\n| Chi thuê | 212345671\n",
        "Tổng thu: 212345671",
    ],
)
def test_sums_without_marks_of_thousands_pass(text: str) -> None:
    assert read_text(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kết quả: 0987654321 đồng.", "ask"),
        ("gặp Sửu 0987654321 Đồng Thị Nụ", "block"),
        ("số 0987654321 đồng thời gửi thư", "block"),
        ("người tổng hợp 84987654321", "block"),
    ],
)
def test_a_mobile_is_no_sum_without_words_of_money(text: str, act: str) -> None:
    assert [(kind, said) for kind, said, _value in _found(text)] == [("mobile", act)]


@pytest.mark.parametrize(
    "text",
    [
        "Mã định danh nhà thầu: vn0301538002; vn4201876667",
        "Mã định danh bên mời thầu | vnz000023456",
        "Nhà thầu Thiên Bút (vn0900123456) và Hoa Sen (vn0700234567)",
        "Mã định danh gói thầu: IB2600008979-01, PL2600097510",
    ],
)
def test_codes_of_the_procurement_system_pass(text: str) -> None:
    assert read_text(text) == []


@pytest.mark.parametrize("text", [f"CCCD vn{_NOBODY}", "gọi vn0987654321"])
def test_letters_before_a_number_of_a_person_hide_nothing(text: str) -> None:
    assert verdict(read_text(text)) == "block"


@pytest.mark.parametrize(
    "text",
    [
        "không kỳ thị tôn giáo, dân tộc; nghiêm cấm lợi dụng để gây rối",
        "- quản lý thanh niên nghiện ma túy;",
        "tập trung tại địa bàn trọng điểm về ma túy, trộm cắp",
        "tiền lương công chức vi phạm bị giữ lại",
        "- đoàn thanh tra phát hiện vi phạm",
        "NGHIÊM CẤM LỢI DỤNG TÔN GIÁO, TRUYỀN ĐẠO TRÁI PHÉP",
        "xu ly cong chuc vi pham",
    ],
)
def test_words_of_laws_without_capitals_are_no_names(text: str) -> None:
    assert read_text(text) == []


@pytest.mark.parametrize(
    "text",
    ["- nghiêm thị nụ nghiện ma túy", "bà đoàn thị sửu nghiện ma túy", "phan vĩnh nụ trộm xe máy"],
)
def test_names_without_capitals_are_still_names(text: str) -> None:
    assert [each.kind for each in read_text(text)] == ["accusation"]


@pytest.mark.parametrize("number", ["069.4123.456", "069 412 3456", "0694123456", "069.41234567"])
def test_telephones_of_police_and_army_are_held(number: str) -> None:
    assert _found(f"Đăng ký qua trực ban, điện thoại {number}.") == [("landline", "ask", number)]
