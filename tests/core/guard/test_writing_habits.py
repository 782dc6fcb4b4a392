"""Numbers as people write them: every label, every cut, every script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.core.guard import mask, read_text, verdict
from tests.core.guard.extent import examples

NUMBERS = {
    "cccd": ("079201012345", ["CCCD: ", "Số căn cước ", "thẻ căn cước công dân số ", "ĐDCN ", ""]),
    "cccd abroad": ("187232887788", ["CCCD ", "số định danh cá nhân: ", "mã định danh "]),
    "mobile": ("0912345678", ["SĐT ", "ĐT: ", "đt lh ", "zalo ", "DĐ: ", "gọi anh Ba ", ""]),
    "mobile without its 0": ("912345678", ["SĐT ", "Điện thoại: ", "di động "]),
    "cmnd": ("212345678", ["CMND ", "CMT: ", "CMTND ", "chứng minh thư ", "so chung minh "]),
    "bhxh": ("5120123456", ["mã số BHXH ", "sổ BHXH: ", "số bảo hiểm xã hội "]),
    "tax": ("8012345678", ["MST ", "mã số thuế: ", "MST TNCN: "]),
    "bank": ("19034567890123", ["STK ", "số tài khoản: ", "TK số ", "Vietcombank "]),
    "landline": ("02553822345", ["ĐT ", "máy bàn: ", "tel. "]),
}
CUTS = [
    " ",
    ".",
    "-",
    "–",
    " - ",
    ". ",
    "_",
    "\u00a0",
    "\u2009",
    "\u200b",
    "\u00ad",
    "\n",
    " .",
    ") ",
]
ZEROES = "0\uff10\u0660\u0966\U0001d7ce\u0e50"


def _found(text: str, start: int, end: int) -> bool:
    return any(found.start < end and found.end > start for found in read_text(text))


@settings(max_examples=examples(400))
@given(st.sampled_from(sorted(NUMBERS)), st.sampled_from(CUTS), st.data())
def test_no_cut_hides_a_number(name: str, cut: str, data: st.DataObject) -> None:
    digits, labels = NUMBERS[name]
    label = data.draw(st.sampled_from(labels))
    places = sorted(data.draw(st.sets(st.integers(3, len(digits) - 3), max_size=3)))
    parts = [digits[a:b] for a, b in zip([0, *places], [*places, None], strict=True)]
    zero = data.draw(st.sampled_from(ZEROES))
    written = cut.join(parts).translate({48 + n: chr(ord(zero) + n) for n in range(10)})
    text = f"Ghi chú ngày 12/3/2025, {label}{written}, đã chuyển bộ phận chuyên môn."
    start = text.index(written)
    assert _found(text, start, start + len(written)), text


@pytest.mark.parametrize("name", NUMBERS)
def test_digits_one_by_one_are_read_as_a_number(name: str) -> None:
    digits, labels = NUMBERS[name]
    for label in labels:
        for cut in (" ", ".", "-"):
            text = f"Ghi chú của cán bộ: {label}{cut.join(digits)} đã đến làm việc."
            assert verdict(read_text(text)) != "pass", text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("gọi O9l2 345 678 nhé", "mobile"),
        ("gọi 09I2.34S.678 nhé", "mobile"),
        ("CCCD: O792OlOl2345", "cccd"),
        ("thẻ GDl79OI23456789", "bhyt"),
        ("không chín mười hai, ba bốn năm, sáu bảy tám", "mobile"),
        ("số không-chín-một-hai-ba-bốn-năm-sáu-bảy-tám", "mobile"),
        ("khong chin mot hai ba bon nam sau bay tam", "mobile"),
        ("không 9 một 2 ba 4 năm 6 bảy 8", "mobile"),
        ("+84 (0) 912 345 678", "mobile"),
        ("(+84) 912.345.678", "mobile"),
        ("0084912345678", "mobile"),
        ("STK: 1234567890 - Agribank", "bank"),
        ("0071001234567 (Vietcombank)", "bank"),
        ("MST 0101234567-001", "tax"),
        ("thẻ GD 4 79 0123456789", "bhyt"),
        ("BHYT: DN-4-01-012-345-6789", "bhyt"),
        ("(HS) 5 09 3810000183", "bhyt"),
        ("hộ chiếu B-1234567", "passport"),
        ("ho chieu pho thong so: C 1234 567", "passport"),
        ("BKS 76C1-123.45", "plate"),
        ("xe 30A-123.45", "plate"),
        ("xe 29-H1 234.56", "plate"),
        ("xe máy 76 AB 12345", "plate"),
        ("bks 51F 1234", "plate"),
        ("xe điện 60MĐ1-076.70", "plate"),
        ("xe biển 80A-123.45", "plate"),
        ("biển số đỏ QA 12-34", "plate"),
        ("thư: ten.nguoi (a) gmail . com", "mail"),
        ("thư: ten.nguoi [at] gmail.com", "mail"),
        ("thư: ten.nguoi a còng gmail chấm com", "mail"),
        ("thư: ten.nguoi@\ngmail.com", "mail"),
    ],
)
def test_a_dressed_number_is_found(text: str, kind: str) -> None:
    assert kind in {found.kind for found in read_text(text)}


@pytest.mark.parametrize(
    "home",
    [
        "HKTT: xóm 3, xã Mẫu",
        "ĐKTT: thôn Làng Mới",
        "hộ khẩu thường trú tổ dân phố số 3, phường Mẫu",
        "chỗ ở hiện nay số 12 đường Lê Lợi",
        "nơi ở: 45/7 Quang Trung",
        "ngụ ấp Mẫu 6, xã Suối",
        "ở trọ tại phòng 12, nhà trọ số 5",
        "quê quán: bản Nà Mẫu, xã Mường",
        "sống ở căn hộ số 24, tầng 4",
        "nhà số 12 hẻm 45",
        "kiệt 45 Trần Phú, số nhà 12",
        "địa chỉ thường trú: buôn Ea Mẫu, xã Ea",
        "tạm trú: tổ 5, khu phố Mẫu",
    ],
)
@pytest.mark.parametrize("writing", [str, str.lower, str.upper])
def test_a_home_is_found_in_every_writing(home: str, writing: type[str]) -> None:
    text = writing(f"Ông Nguyễn Văn Tèo, {home}, đề nghị hỗ trợ.")
    assert ("address", "block") in {(found.kind, found.act) for found in read_text(text)}


@pytest.mark.parametrize(
    "text",
    [
        "SĐT chị Lan: 0912345678",
        "Chủ hộ Lê Văn Tèo, số 0912 345 678, đã đăng ký với UBND xã",
        "Người dân gọi đến Công an xã từ số 0912345678",
        "Hotline nhà bác Tư là 0912345678",
        "Trưởng thôn Mẫu: 0912345678",
    ],
)
def test_the_number_of_a_private_person_is_refused(text: str) -> None:
    assert verdict(read_text(text)) == "block"


@pytest.mark.parametrize(
    "text",
    [
        "Trực ban Công an xã: 0912345678. Bộ phận tiếp công dân: 02553822345.",
        "Đầu mối: Thiếu tá Lê Anh Tèo, Công an xã Mẫu, SĐT: 0912.345.678",
        "1 | Nguyễn Văn Tèo | Chủ tịch UBND xã | 0912 345 678",
        "Bà Trần Thị Thử, Chủ tịch Hội LHPN xã, 0912 345 678",
        "Liên hệ Thượng úy Phạm Tèo, ĐT 0912 345 678, Zalo 0987 654 321",
        "Ban Thường trực MTTQ xã, di động công vụ 0912345678",
    ],
)
def test_the_contact_of_an_office_is_held(text: str) -> None:
    assert verdict(read_text(text)) == "ask"


@settings(max_examples=examples(200))
@given(st.sampled_from(sorted(NUMBERS)), st.sampled_from(["\n", "; ", " | ", "\t"]), st.data())
def test_the_mask_leaves_no_number_of_many(name: str, between: str, data: st.DataObject) -> None:
    digits, labels = NUMBERS[name]
    chosen = data.draw(st.lists(st.sampled_from(labels), min_size=1, max_size=4))
    text = between.join(f"{label}{digits}" for label in chosen)
    covered = mask(text, read_text(text))
    assert len(covered) == len(text)
    assert not any(sign.isdigit() for sign in covered)
    assert read_text(covered) == []
