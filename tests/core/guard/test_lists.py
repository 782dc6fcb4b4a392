"""Lists of persons: what head refuses a text, and which tables of offices and counts pass."""

import io
import sys

import docx as word
import openpyxl
import pytest

from phongtrao.core.guard import mask, read_text, verdict
from phongtrao.core.guard.package import judge


@pytest.mark.parametrize(
    "text",
    [
        "STT | Họ và tên | Năm sinh | Nơi ở",
        "Số TT\tHọ tên\tCăn cước công dân",
        "TT   Họ và tên   Ngày sinh   Quê quán",
        "Họ và tên,Giới tính,Nghề nghiệp,Số điện thoại",
        "TT; Chủ hộ; Số hộ khẩu; Ghi chú",
        "STT Họ và tên Ngày tháng năm sinh Số căn cước Nơi thường trú",
        "Ho va ten | So dien thoai | Dia chi",
        "(1) Họ tên | (2) Mã số BHXH",
        "Họ tên người bệnh | Số thẻ BHYT | Chẩn đoán",
        "Họ và tên\tQuan hệ với chủ hộ\tNgày sinh",
        "Họ tên con | Họ tên mẹ | Họ tên cha",
        "Số định danh cá nhân | Năm sinh | Thường trú",
    ],
)
def test_a_head_of_personal_columns_refuses_even_without_rows(text: str) -> None:
    assert verdict(read_text(text)) == "block"


@pytest.mark.parametrize(
    "text",
    [
        "Họ tên | Tôn giáo",
        "Tên chủ hộ | Dân tộc | Thôn",
        "TT | Họ và tên | Tiền án, tiền sự",
        "TT | Họ và tên | Đối tượng | Biện pháp",
        "Năm sinh | Tín ngưỡng",
        "Họ tên | Chức vụ | Quan điểm",
    ],
)
def test_one_personal_and_one_forbidden_column_refuse(text: str) -> None:
    assert verdict(read_text(text)) == "block"


@pytest.mark.parametrize(
    "text",
    [
        "TT | Họ và tên | Nhân thân | |\n | | Ngày sinh | Số căn cước | Nơi ở",
        "TT\tHọ và tên\tTuổi\n\t\tNam\tNữ\n1\tLò Thị Sen\t41\t",
        "PHIẾU\n1. Họ và tên: .........\n2. Sinh ngày: .........\n3. Chỗ ở hiện nay: .........",
        "Họ và tên\nNgày sinh\nSố CCCD\nNơi cư trú",
        "- Họ, chữ đệm và tên:\n- Trình độ: ....\n- Nghề nghiệp:\n- Số căn cước:",
        "Họ và tên\tLò Văn Pản\nNgày sinh\t02/03/1971\nNơi thường trú\tBản Pe",
    ],
)
def test_a_head_on_several_lines_and_a_form_of_one_person_refuse(text: str) -> None:
    assert verdict(read_text(text)) == "block"


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị các thôn gửi danh sách gồm: họ và tên, năm sinh, số căn cước, nơi ở hiện nay.",
        "Mỗi tổ lập bảng (họ tên, tuổi, tôn giáo, nghề nghiệp) nộp trước ngày 5.",
    ],
)
def test_a_sentence_that_asks_for_such_columns_refuses(text: str) -> None:
    assert verdict(read_text(text)) == "block"


def test_a_second_table_right_under_a_harmless_one_is_seen() -> None:
    text = "TT | Cơ quan | Chức vụ\n1 | Công an xã | Trưởng\nTT | Họ tên | Số CCCD\n1 | | "
    assert verdict(read_text(text)) == "block"


def test_the_finding_covers_head_and_rows_and_leaves_the_text_around() -> None:
    table = "TT | Họ và tên | Năm sinh\n1 | Giàng A Páo | 1966\n2 | Vàng Thị Mỷ | 1974"
    text = f"Kết quả rà soát tháng 5\n{table}\nNơi nhận: Lưu VT"
    covered = mask(text, read_text(text))
    assert "Páo" not in covered
    assert "Năm sinh" not in covered
    assert covered.startswith("Kết quả rà soát tháng 5\n")
    assert covered.endswith("\nNơi nhận: Lưu VT")


@pytest.mark.parametrize(
    "text",
    [
        "TT | Cơ quan, đơn vị | Chức vụ | Họ và tên",
        "STT | Họ và tên | Chức vụ | Nhiệm vụ trong Tổ\n1 | Lò Văn Pản | Phó Chủ tịch | Tổ trưởng",
        "Ngày trực | Họ và tên | Chức vụ | Ghi chú",
        "Thời gian | Nội dung | Người trình bày",
        "Chuyên đề | Họ tên giảng viên | Đối tượng | Thời lượng",
        "Thời gian | Nội dung | Đối tượng tham dự | Địa điểm",
        "TT | Họ và tên | Đơn vị | Danh hiệu đề nghị",
        "TT | Đơn vị | Địa chỉ | Điện thoại | Mã số thuế",
        "Họ và tên | Chức vụ | Chữ ký",
        "Nội dung | Nơi thực hiện | Cho ý kiến",
    ],
)
def test_lists_of_bodies_posts_duties_and_programmes_pass(text: str) -> None:
    assert read_text(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Độ tuổi | Giới tính | Dân tộc | Số người",
        "Năm sinh | Giới tính | Nghề nghiệp | Tổng số",
        "Địa bàn | Số vụ | Số đối tượng | Hành vi",
        "Xã | Số CCCD đã cấp | Tài khoản định danh | Tỷ lệ",
        "Thôn | Số hộ | Số nhân khẩu | Nam | Nữ",
        "Tôn giáo | Số cơ sở | Số người",
    ],
)
def test_counts_by_group_are_no_lists_of_persons(text: str) -> None:
    assert read_text(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Không phân biệt giới tính, dân tộc, tôn giáo, nghề nghiệp, nơi ở.",
        "Không lập danh sách gồm họ tên, năm sinh, số căn cước, nơi ở của người dân.",
        "Báo cáo không được có các cột sau:\n- Họ và tên\n- Ngày sinh\n- Số căn cước",
        "Đơn ghi họ tên, địa chỉ, số điện thoại của người gửi.",
        "Gửi danh sách cán bộ dự học (họ tên, chức vụ, đơn vị, số điện thoại) về Văn phòng.",
        "Đơn vị: Công an xã\nĐịa chỉ: trung tâm xã\nĐiện thoại: 113",
        "CHỦ TỊCH\n(Ký, ghi rõ họ tên)",
    ],
)
def test_prose_about_personal_data_passes(text: str) -> None:
    assert read_text(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "STT | Họ và tên | Chức vụ | Số điện thoại",
        "Ngày trực | Họ tên | Điện thoại",
        "Họ và tên: Lò Văn Pản\nChức vụ: Phó Trưởng phòng\nĐiện thoại: cơ quan",
        "TT | Họ và tên | Năm sinh | Thôn | Hình thức khen thưởng",
    ],
)
def test_contacts_of_officials_and_years_in_award_lists_are_held(text: str) -> None:
    assert verdict(read_text(text)) == "ask"


@pytest.mark.parametrize("column", ["Số căn cước", "Số tài khoản", "Dân tộc", "Biển số xe"])
def test_no_post_excuses_a_hard_column(column: str) -> None:
    assert verdict(read_text(f"TT | Họ và tên | Chức vụ | {column}")) == "block"


def _workbook(rows: list[list[object]]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.active.merge_cells("C1:D1")
    book.save(out)
    return out.getvalue()


def _document(rows: list[list[str]]) -> bytes:
    document, out = word.Document(), io.BytesIO()
    table = document.add_table(len(rows), len(rows[0]))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    table.cell(0, 2).merge(table.cell(0, 3))
    table.cell(0, 0).merge(table.cell(1, 0))
    document.save(out)
    return out.getvalue()


HEADS = [["TT", "Họ và tên", "Nhân thân", ""], ["", "", "Ngày sinh", "Số căn cước"]]


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_merged_heads_over_two_rows_refuse_a_file(tmp_path, kind: str) -> None:
    path = tmp_path / "list"
    path.write_bytes(_workbook(HEADS) if kind == "xlsx" else _document(HEADS))
    acts = {(f.kind, f.act) for part in judge(path, kind) for f in part.findings}
    assert ("person_list", "block") in acts


def test_columns_left_out_of_a_sheet_keep_head_and_rows_together(tmp_path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "DANH SÁCH THÀNH VIÊN TỔ GIÚP VIỆC (kèm theo Quyết định số 8/QĐ-BCĐ)"
    for column, head in zip("ABCE", ["TT", "Họ và tên", "Năm sinh", "Chức vụ"], strict=True):
        sheet[f"{column}2"] = head
    sheet["B3"], sheet["C3"], sheet["E3"] = "Lò Văn Pản", 1969, "Phó Chủ tịch UBND xã"
    path = tmp_path / "list"
    book.save(path)
    part = next(p for p in judge(path, "xlsx") if p.part.endswith("sheet1.xml"))
    assert {(f.kind, f.act) for f in part.findings} == {("birth", "ask")}


UNITS = [
    "Họ tên|CCCD\n",
    "Tên: \n",
    "Ghi chú: họ tên\n",
    "a\tHọ tên\t",
    "danh sách: họ tên, cccd. ",
    "TT|Họ tên\n1|",
    "Họ và tên  ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_effort_for_tables_grows_with_length_and_not_faster(unit: str) -> None:
    efforts = [_calls(unit * (size // len(unit))) for size in (10_000, 40_000)]
    assert efforts[1] < 4.5 * max(efforts[0], 1_000)


def _calls(text: str) -> int:
    """Calls made while reading: a measure of effort that no busy machine can change."""
    count = 0

    def counted(*_event: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        read_text(text)
    finally:
        sys.setprofile(None)
    return count
