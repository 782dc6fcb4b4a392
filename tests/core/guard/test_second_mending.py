"""Ways of writing that the second independent material brought up, in other words than its own."""

from pathlib import Path

import pytest

from phongtrao.core.guard import read_text, verdict
from phongtrao.core.guard.door import Judgement, beside, judge
from phongtrao.core.guard.package import judge as judged_parts
from tests.core.gate.packages import docx, paragraph


def _found(text: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.act, text[each.start : each.end]) for each in read_text(text)]


@pytest.mark.parametrize(
    "label", ["MSTCN", "mstncn", "MST-CN", "M.S.T.C.N", "mã số thuế của cá nhân"]
)
def test_tax_codes_of_persons_are_known_by_their_short_names(label: str) -> None:
    assert _found(f"Bên nhận: {label} 8.312.345.670 / đã ký") == [("tax", "block", "8.312.345.670")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nghe đâu thằng Vương Bính nó nghiện ma tuý mấy năm nay", "Vương Bính"),
        ("Nghe đâu thằng Vương Bính nó nghiện ma túy mấy năm nay", "Vương Bính"),
        ("7) Khúc Thừa – gây rối trật tự", "Khúc Thừa"),
        ("| ĐẶNG BÍNH | TRỘM XE | 3/4/2026 |", "ĐẶNG BÍNH"),
        ("Trường hợp Lã Bính: cho vay nặng lãi; giao tổ nắm", "Lã Bính"),
        ("BÀ PHẠM THỊNH BỊ HÀNG XÓM TỐ ĐÁNH BẠC", "PHẠM THỊNH"),
        ("ghi chu: nha Pham Binh truoc day trom ga", "Pham Binh"),
    ],
)
def test_a_name_that_leads_to_an_accusation_is_asked_about(text: str, name: str) -> None:
    assert _found(text) == [("accusation", "ask", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Xã Lý Nhân có tội phạm trộm cắp giảm 5%.",
        "Hoàng Mai | trộm cắp | 5",
        "NHIỆM VỤ TRỌNG TÂM LÀ TĂNG CƯỜNG XỬ LÝ TRỘM CẮP",
        "THÁI ĐỘ PHỤC VỤ, TỐ CÁO, KHIẾU NẠI",
        "VỤ ÁN MUA BÁN TRÁI PHÉP CHẤT MA TÚY",
        "Thôn Trần Phú: có 2 vụ trộm cắp",
        "TỪ NĂM 2020 ĐẾN NAY CÓ TRỘM CẮP",
        "Bùi Thị Xuân – tuyến phố không ma túy",
    ],
)
def test_places_duties_and_counts_are_no_accused_persons(text: str) -> None:
    assert read_text(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Đơn của Vũ Bính, HKTT (hộ khẩu thường trú): tổ 8 phường Sông Bé",
        "Người khai: Lã Văn Bính. Hiện đang tạm trú tại ấp 3, xã Sông Bé.",
        "nguoi khai: Pham Binh, hien tam tru tai ban Na Lom",
    ],
)
def test_homes_are_known_behind_double_labels_and_short_names(text: str) -> None:
    assert {(kind, act) for kind, act, _value in _found(text)} == {("address", "block")}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("quet-cmnd 271.655.963-lan3.pdf", "cmnd"),
        ("quet_cccd_001.088.012.346-cuoi.pdf", "cccd"),
        ("Giay_to_29C61234_moi.docx", "plate"),
    ],
)
def test_numbers_between_the_marks_of_a_file_name_are_found(name: str, kind: str) -> None:
    assert [(found, act) for found, act, _value in _found(name)] == [(kind, "block")]


@pytest.mark.parametrize("name", ["136-KH-BCD 2026.docx", "2026-11-26_ke-hoach-12-lan2.pdf"])
def test_names_of_papers_are_left_alone(name: str) -> None:
    assert read_text(name) == []


def test_the_number_of_the_next_row_is_no_part_of_a_telephone_number() -> None:
    text = "4\tTỉnh đoàn\t02516127443\n5\tSở Nội vụ\t02603775764\n"
    assert [(kind, act) for kind, act, _value in _found(text)] == [("landline", "ask")] * 2


def test_both_places_of_a_tone_are_one_word_and_offsets_stay() -> None:
    old, new = "Ông Hoà thượng Lê Văn Quý trộm", "Ông Hòa thượng Lê Văn Quý trộm"
    assert read_text(old) == read_text(new) == []


def _of_file(tmp_path: Path, inner: str) -> set[tuple[str, str]]:
    path = tmp_path / "giay.docx"
    path.write_bytes(docx(inner))
    return {(each.kind, each.act) for part in judged_parts(path, "docx") for each in part.findings}


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "M Ậ T", "[MẬT]", "Độ mật: MẬT"])
def test_a_paper_with_a_mark_of_secrecy_is_refused(tmp_path: Path, mark: str) -> None:
    inner = paragraph("CÔNG AN XÃ SÔNG BÉ") + paragraph(mark) + paragraph("KẾ HOẠCH")
    assert _of_file(tmp_path, inner) == {("secret", "block")}


@pytest.mark.parametrize(
    "line",
    [
        "MẬT ĐỘ DÂN SỐ",
        "BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "MẶT TRẬN",
        "TT | Số hiệu | MẬT | THƯỜNG",
        "MẬT | TỐI MẬT | TUYỆT MẬT",
        "Văn bản MẬT do đơn vị quản lý",
        "Mật",
    ],
)
def test_the_word_in_a_sentence_is_no_mark(tmp_path: Path, line: str) -> None:
    assert _of_file(tmp_path, paragraph(line)) == set()


def refuses_as_secret(_path: Path, _kind: str | None) -> dict[str, str]:
    """A reader of a door that knows the mark itself."""
    return {"refused": "secret"}


def test_a_door_that_knows_the_mark_words_its_own_refusal(tmp_path: Path) -> None:
    path = tmp_path / "giay.docx"
    path.write_bytes(docx(paragraph("TỐI MẬT")))
    address = beside(f"{__name__}:refuses_as_secret")
    from phongtrao.core.guard import door

    told: Judgement = getattr(door, address.partition(":")[2])(path, "docx")
    assert [part.findings for part in told.parts if part.findings] == []
    alone = judge(path, "docx")
    assert verdict(each for part in alone.parts for each in part.findings) == "block"
