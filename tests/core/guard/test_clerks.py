"""What clerks type: words behind numbers, short labels, names in capitals or without marks."""

import pytest

from phongtrao.core.guard import read_text, verdict


def _kinds(text: str) -> set[tuple[str, str]]:
    return {(found.kind, found.act) for found in read_text(text)}


@pytest.mark.parametrize(
    ("text", "kind", "act"),
    [
        ("Đối chiếu 212456789 (CMND) với sổ lưu", "cmnd", "block"),
        ("bà Tư, 5115012345 - mã số BHXH, xin cấp lại", "bhxh", "block"),
        ("ông Ba gửi 8412345678, MST cá nhân, làm chứng từ", "tax", "block"),
        ("chị Hai, 905123456 (SĐT), đội 5", "mobile", "block"),
        ("chuyển vào 5110205012345 (số tài khoản) của mẹ", "bank", "block"),
        ("anh Sáu mất C1234567 (hộ chiếu) ở bến xe", "passport", "ask"),
        ("anh Sáu, HC số C1234567", "passport", "ask"),
        ("số sổ BH XH là 5115012345", "bhxh", "block"),
        ("Số CMND ……… 212456789", "cmnd", "block"),
        ("nhận tiền qua tài khoản số 512.345.678", "bank", "block"),
        ("xe 76C.123.4 đậu trước cổng", "plate", "block"),
        ("gửi xe 7 6 C 1 - 2 3 4 5 6", "plate", "block"),
        ("chủ xe 76N2019 dời giúp", "plate", "block"),
        ("bà Tám, đ/c: 12/4 Lê Lợi", "address", "block"),
        ("ÔNG PHẠM VĂN RẾ TẠM TRÚ ẤP MỚI, XÃ SUỐI", "address", "block"),
        ("nguyen thi no hay gay roi trong xom", "accusation", "ask"),
        ("NGHI LÊ VĂN KIÊN TRỘM HAI CON TRÂU", "accusation", "ask"),
        ("Hộ Đinh Thị Rin là người Hrê, không chịu họp", "accusation", "ask"),
    ],
)
def test_a_habit_of_clerks_hides_nothing(text: str, kind: str, act: str) -> None:
    assert (kind, act) in _kinds(text)


@pytest.mark.parametrize(
    "text", ["Ông  Lê  Văn  Ba  trú  tại  tổ  5,  xã  An", "xe  76C1  -  123.45"]
)
def test_wide_blanks_hide_nothing_and_places_are_those_of_the_text(text: str) -> None:
    (found,) = read_text(text)
    assert found.act == "block"
    assert "  " in text[found.start : found.end]
    assert text[found.end - 1].isalnum()


@pytest.mark.parametrize(
    "text",
    [
        "Hồ sơ lưu trữ: phông 12, mục lục 3, hộp 45, hồ sơ 6789",
        "Ho so luu tru: phong 12, muc luc 3, hop 45",
        "Toan xa co 12.345 nhan khau thuong tru tai 12 thon",
        "Quỹ  BHYT  chi  khám  chữa  bệnh  9  tháng:  1.234.567.890  đồng",
        "xã Ba Tơ\t5696\t9394\t84615\t19524",
        "Thu BHXH, BHYT 3456789012 dong",
        "Cấp 1234567 thẻ BHYT, 987654 thẻ căn cước",
        "LINH MỤC NGUYỄN VĂN AN DỰ BUỔI GẶP MẶT ĐỒNG BÀO CÔNG GIÁO",
        "Thẩm phán Đỗ Thị Hạnh phổ biến Luật Phòng, chống bạo lực gia đình",
        "Trường Trần Quốc Tuấn bàn về phòng, chống bạo lực học đường",
        "Trao thưởng ông Đinh Văn Nam, Tổ trưởng Tổ bảo vệ, vì thành tích bắt cướp",
        "Đ/c: Phó Giám đốc Công an tỉnh chủ trì",
    ],
)
def test_what_only_looks_so_passes(text: str) -> None:
    assert read_text(text) == []


def test_a_post_behind_a_private_number_makes_it_no_contact_of_an_office() -> None:
    assert verdict(read_text("Bà Lan để lại số 0905123456 để cán bộ gọi lại")) == "block"
    assert verdict(read_text("Cán bộ trực ban: 0905123456")) == "ask"


def test_an_awarded_person_is_named_without_the_hamlet_in_the_place_of_a_post() -> None:
    text = (
        "QUYẾT ĐỊNH\nTặng Giấy khen\nĐiều 1. Tặng Giấy khen cho các cá nhân:\n"
        "STT\tHọ và tên\tChức vụ, đơn vị\n1\tBà Phạm Thị Rế\tthôn Mới, xã Suối\n"
        "2\tÔng Lê Văn Ba\tTrưởng thôn Mới\n"
    )
    assert [text[f.start : f.end] for f in read_text(text)] == ["thôn Mới"]
