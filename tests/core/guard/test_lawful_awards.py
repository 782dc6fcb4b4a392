"""Award decisions: the published line stays, year of birth and home address go."""

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from phongtrao.core.guard import lawful, mask, read_text, verdict
from phongtrao.core.guard.package import judge

DECISION = """ỦY BAN NHÂN DÂN XÃ NÀ TÒNG
QUYẾT ĐỊNH
Về việc tặng Giấy khen cho các tập thể, cá nhân có thành tích xuất sắc
Căn cứ Luật Thi đua, khen thưởng;
Điều 1. Tặng Giấy khen của Chủ tịch UBND xã cho 02 tập thể và 03 cá nhân:
1. Tập thể:
- Nhân dân và cán bộ bản Pú Tửu;
- Công an xã Nà Tòng.
2. Cá nhân:
- Ông Lường Văn Ún, sinh năm 1965, trú tại bản Pú Tửu, xã Nà Tòng, đã có thành tích bắt trộm cắp;
- Bà H'Lan Mlô (1980), Chi hội trưởng Phụ nữ bản Co Mỵ;
- Đồng chí Vũ Đức Long, bản 8, xã Nà Tòng.
Điều 2. Giao ông Trần Quang Hạ, Chánh Văn phòng, chi thưởng.
"""


def _awards(text: str) -> list[tuple[str, bool, str, str]]:
    found = lawful.read(text)
    assert found is not None
    assert found.kind == "award"
    return [
        (line.name, line.is_collective, line.place, line.award)
        for line in found.lines
        if isinstance(line, lawful.AwardLine)
    ]


def test_an_award_decision_gives_its_lines_without_birth_and_hamlet() -> None:
    assert _awards(DECISION) == [
        ("Nhân dân và cán bộ bản Pú Tửu", True, "", "Giấy khen"),
        ("Công an xã Nà Tòng", True, "", "Giấy khen"),
        ("Lường Văn Ún", False, "xã Nà Tòng", "Giấy khen"),
        ("H'Lan Mlô", False, "Chi hội trưởng Phụ nữ bản Co Mỵ", "Giấy khen"),
        ("Vũ Đức Long", False, "xã Nà Tòng", "Giấy khen"),
    ]


def test_an_award_decision_with_private_words_is_held_and_its_mask_is_clean() -> None:
    findings = read_text(DECISION)
    assert {(f.kind, f.act) for f in findings} == {("birth", "ask"), ("address", "ask")}
    covered = mask(DECISION, findings)
    for gone in ("1965", "1980", "trú tại", "bản 8"):
        assert gone not in covered
    for kept in ("Lường Văn Ún", "Chi hội trưởng Phụ nữ bản Co Mỵ", "xã Nà Tòng", "Giấy khen"):
        assert kept in covered
    assert read_text(covered) == []


def test_an_award_decision_of_posts_passes_though_it_tells_of_crime() -> None:
    text = (
        "QUYẾT ĐỊNH\nTặng Bằng khen\nĐiều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho:\n"
        "1. Ông Lường Văn Ún, Trưởng bản Pú Tửu, có thành tích phát hiện vụ trộm cắp tài sản;\n"
    )
    assert read_text(text) == []
    assert _awards(text) == [("Lường Văn Ún", False, "Trưởng bản Pú Tửu", "Bằng khen")]


def test_who_is_told_of_as_an_offender_in_an_award_line_is_still_asked_about() -> None:
    text = (
        "QUYẾT ĐỊNH\nTặng Bằng khen\nĐiều 1. Tặng Bằng khen cho:\n"
        "1. Ông Lường Văn Ún, ở xã Nà Tòng, đã bắt đối tượng Trần Văn Quậy trộm cắp tài sản;\n"
    )
    found = read_text(text)
    assert [text[f.start : f.end] for f in found] == ["Trần Văn Quậy"]


@pytest.mark.parametrize(
    ("line", "award", "dropped"),
    [
        ("1. Ông LÒ VĂN ĐOÀN (SN 1975, bản 3)", ("LÒ VĂN ĐOÀN", ""), ["SN 1975", "bản 3"]),
        (
            "2. Bà Cà Thị Hặc - sinh ngày 12/4/1980 - Trưởng bản 2",
            ("Cà Thị Hặc", "Trưởng bản 2"),
            ["sinh ngày 12/4/1980"],
        ),
        (
            "3. Vừ A Chống; sinh năm: 1969; nơi ở: bản Pe, xã Nà Ớt",
            ("Vừ A Chống", "xã Nà Ớt"),
            ["sinh năm: 1969", "nơi ở: bản Pe"],
        ),
        ("4. Nhân dân bản Mé, xã Nà Ớt", ("Nhân dân bản Mé", "xã Nà Ớt"), []),
    ],
)
def test_ways_of_writing_an_award_line(
    line: str, award: tuple[str, str], dropped: list[str]
) -> None:
    text = f"QUYẾT ĐỊNH\nVề việc khen thưởng\nĐiều 1. Tặng Giấy khen cho:\n{line};\n"
    found = lawful.read(text)
    assert found is not None
    assert [(name, place) for name, _, place, _ in _awards(text)] == [award]
    assert [text[span.start : span.end].strip(" )") for span in found.dropped] == dropped


LIST = """DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN
(Kèm theo Quyết định số 77/QĐ-UBND ngày 19/8/2026 của Chủ tịch UBND xã)
STT | Họ và tên | Năm sinh | Địa chỉ | Hình thức khen thưởng
1 | Lường Văn Ún | 1970 | Bản Pú Tửu, xã Nà Tòng | Giấy khen
2 | Cà Thị Hặc | 1988 | Xã Nà Tòng | Giấy khen
"""


def test_an_attached_list_keeps_name_commune_and_award() -> None:
    assert _awards(LIST) == [
        ("Lường Văn Ún", False, "xã Nà Tòng", "Giấy khen"),
        ("Cà Thị Hặc", False, "Xã Nà Tòng", "Giấy khen"),
    ]
    findings = read_text(LIST)
    assert verdict(findings) == "ask"
    covered = mask(LIST, findings)
    for gone in ("1970", "1988", "Pú Tửu", "Năm sinh", "Địa chỉ"):
        assert gone not in covered
    assert "Lường Văn Ún" in covered
    assert "xã Nà Tòng" in covered
    assert read_text(covered) == []


@pytest.mark.parametrize("column", ["Số CCCD", "Số tài khoản", "Dân tộc", "Số thẻ BHYT"])
def test_a_hard_column_in_an_award_list_refuses_and_keeps_no_line(column: str) -> None:
    text = LIST.replace("Năm sinh", column)
    assert verdict(read_text(text)) == "block"
    assert lawful.read(text) is None


def test_a_phone_or_a_house_number_of_an_awarded_person_refuses() -> None:
    for private in ("ĐT 0912345678", "số nhà 12, đường Trần Phú"):
        text = DECISION.replace("sinh năm 1965", private)
        assert verdict(read_text(text)) == "block"


def test_sections_of_a_table_tell_collectives_from_persons() -> None:
    text = (
        "QUYẾT ĐỊNH\nVề việc khen thưởng\nTT | Họ và tên | Đơn vị | Hình thức\n"
        "I | TẬP THỂ | | \n1 | Bản Pú Tửu | xã Nà Tòng | Cờ thi đua\n"
        "II | CÁ NHÂN | | \n1 | Cà Thị Hặc | Trường THCS Nà Tòng | Bằng khen\n"
    )
    assert ("Bản Pú Tửu", True, "xã Nà Tòng", "Cờ thi đua") in _awards(text)
    assert ("Cà Thị Hặc", False, "Trường THCS Nà Tòng", "Bằng khen") in _awards(text)


def test_a_list_that_goes_on_on_the_next_page_of_a_pdf_is_held_too(tmp_path: Path) -> None:
    path = tmp_path / "award.pdf"
    pdfmetrics.registerFont(TTFont("D", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
    canvas = Canvas(str(path))
    for page in (
        DECISION.split("2. Cá nhân", maxsplit=1)[0],
        "- Ông Lường Văn Ún, sinh năm 1965, trú tại bản Pú Tửu, xã Nà Tòng;\n",
    ):
        canvas.setFont("D", 9)
        for number, line in enumerate(page.splitlines()):
            canvas.drawString(40, 800 - 14 * number, line)
        canvas.showPage()
    canvas.save()
    acts = {f.act for part in judge(path, "pdf") for f in part.findings}
    assert acts == {"ask"}
