"""Texts: what is found, what is left alone, and what no disguise hides."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phongtrao.core.guard import Finding, mask, read_text, verdict
from phongtrao.core.guard.normal import normalise
from tests.core.guard.extent import examples


@pytest.mark.parametrize(
    ("text", "kind", "outcome"),
    [
        ("Số CCCD: 079201012345", "cccd", "block"),
        ("Gặp 079 201 012 345 lúc sáng", "cccd", "block"),
        ("CMND 212345678", "cmnd", "block"),
        ("mã số BHXH 1234567890", "bhxh", "block"),
        ("MST: 0101234567", "tax", "block"),
        ("thẻ GD4790123456789", "bhyt", "block"),
        ("mã bệnh nhân 20012345", "health", "block"),
        ("gọi chị Lan 0912.345.678", "mobile", "block"),
        ("SĐT 912345678", "mobile", "block"),
        ("+84 912 345 678", "mobile", "block"),
        ("máy bàn (0255) 3822 345", "landline", "ask"),
        ("xe 29A-123.45", "plate", "block"),
        ("hộ chiếu số C1234567", "passport", "ask"),
        ("số tài khoản 19034567890123", "bank", "block"),
        ("ông Nguyễn Văn Tèo trú tại thôn Làng Mới", "address", "block"),
        ("số nhà 12 đường Hùng Vương", "address", "block"),
        ("thư gửi abc@example.com", "mail", "ask"),
        ("Nguyễn Văn Tèo nghiện ma túy", "accusation", "ask"),
        ("STT\tHọ và tên\tNăm sinh\n1\tNguyễn Văn Tèo\t1980", "person_list", "block"),
        ("không chín một hai ba bốn năm sáu bảy tám", "mobile", "block"),
        ("O9l2345678", "mobile", "block"),
    ],
)
def test_a_personal_datum_is_found(text: str, kind: str, outcome: str) -> None:
    findings = read_text(text)
    assert kind in {finding.kind for finding in findings}
    assert verdict(findings) == outcome


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 123/KH-UBND ngày 09/12/2024 của UBND tỉnh",
        "Chương trình 07/CTrPH-BCA-MTTW ngày 09.12.2023, giai đoạn 2023-2033",
        "Nghị định số 30/2020/NĐ-CP, Luật số 91/2025/QH15",
        "Kinh phí 1.234.567.890 đồng, đạt 98,75%; thu nhận 212.345.678 hồ sơ CCCD",
        "Mã đơn vị 000.00.12.H48; mã xã 23227, 03469, 03433",
        "Gọi 113 hoặc 1900 1234",
        "Tặng 125000000 đồng cho 3321 xã; 0,345 điểm; 08 giờ 30 phút",
        "Rà soát hộ gia đình thường trú tại thôn, tổ dân phố",
        "Gửi về hộp thư phongtrao@quangngai.gov.vn trước ngày 15/6/2026",
        "Đồng chí Nguyễn Văn Tèo, Trưởng Công an xã, phát biểu về phòng, chống ma túy",
        "STT\tHọ và tên\tChức vụ\tNhiệm vụ\n1\tNguyễn Văn Tèo\tChủ tịch\tTrưởng ban",
    ],
)
def test_plain_administration_is_left_alone(text: str) -> None:
    assert read_text(text) == []


def test_a_contact_line_of_an_office_is_asked_about() -> None:
    text = "Liên hệ đồng chí Nguyễn Văn Tèo, Phó Trưởng phòng, điện thoại 0912345678"
    assert verdict(read_text(text)) == "ask"


def test_a_finding_shows_place_and_kind_and_never_the_value() -> None:
    (finding,) = read_text("Số CCCD: 079201012345")
    assert (finding.start, finding.end, finding.kind) == (9, 21, "cccd")
    assert "079" not in repr(finding) + finding.hint


NUMBERS = st.sampled_from(
    [("CCCD ", "079201012345"), ("", "0912345678"), ("SĐT ", "912345678"), ("", "001085012345")]
)
INVISIBLE = "\u200b\u200d\u2060\u00ad\ufeff\u202e\u2069\ufe0f"
ZEROES = "0٠०０߀𝟎"


@settings(max_examples=examples(400))
@given(NUMBERS, st.data())
def test_no_disguise_hides_a_number(number: tuple[str, str], data: st.DataObject) -> None:
    word, digits = number
    dressed = ""
    separator = data.draw(st.sampled_from(["", " ", ".", "-", "  "]))
    for digit in digits:
        zero = data.draw(st.sampled_from(ZEROES))
        dressed += chr(ord(zero) + int(digit)) + data.draw(st.text(INVISIBLE, max_size=2))
        dressed += separator if data.draw(st.booleans()) else ""
    text = f"Ghi chú: {word}{dressed}; hết."
    findings = read_text(text)
    assert verdict(findings) != "pass"
    covered = mask(text, findings)
    assert not any(sign.isdigit() for sign in covered)


PIECES = st.sampled_from(
    [
        *("079201012345", "0912 345 678", "CMND ", "212345678", "SĐT ", "STK: ", "1.234.567"),
        *(
            "29A-123.45",
            "trú tại ",
            "số nhà 5 ",
            "thôn Mới",
            "Nguyễn Văn Tèo",
            "ma túy ",
            "a@b.com",
        ),
        *("\n", "\t", "Họ và tên\t", "Năm sinh\t", "09/12/2024", " ", ", ", "/", "0 ", "84", "."),
        *("không chín một hai ba bốn năm sáu bảy tám ", "sinh năm 1980", "\u200b", "đối tượng "),
        "hộ chiếu C1234567",
    ]
)


@settings(max_examples=examples(300))
@given(st.lists(PIECES, max_size=14).map("".join))
def test_masking_leaves_nothing_and_changes_nothing_twice(text: str) -> None:
    covered = mask(text, read_text(text))
    assert len(covered) == len(text)
    left = read_text(covered)
    assert left == []
    assert mask(covered, left) == covered


@settings(max_examples=examples(200))
@given(st.text(max_size=200))
def test_any_text_is_read_and_places_lie_in_it(text: str) -> None:
    for finding in read_text(text):
        assert 0 <= finding.start < finding.end <= len(text)
    normal = normalise(text)
    assert len(normal.cased) == len(normal.low) == len(normal.bare)


def test_verdict_takes_the_strongest() -> None:
    ask, block = Finding(0, 1, "mail", "ask"), Finding(0, 1, "cccd", "block")
    assert [verdict(f) for f in ([], [ask], [ask, block])] == ["pass", "ask", "block"]
