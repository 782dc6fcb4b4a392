"""Decisions with lawful lists, and lists of private persons which are not lawful."""

import random
from collections.abc import Sequence

from docx.document import Document as Docx

from tests.core.guard.third_heldout.honest import filled

from .layout import letterhead, opened, saved, signature, table, title
from .texts import with_things

COMPOSITION = "Về việc kiện toàn Ban Chỉ đạo phòng, chống tội phạm và xây dựng phong trào {tinh}"
DELEGATION = "Về việc phân công nhiệm vụ thành viên Ban Chỉ đạo 138 {xa}"
AWARD = "Về việc khen thưởng thành tích trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm {year}"


def _decision(rng: random.Random, about: str) -> Docx:
    document = opened()
    letterhead(document, rng, rng.choice(["UBND TỈNH", "CHỦ TỊCH UBND XÃ", "BAN CHỈ ĐẠO 138 TỈNH"]))
    title(document, "QUYẾT ĐỊNH", filled(rng, about))
    for line in (
        "Căn cứ {p_law};",
        "Căn cứ {p_law};",
        "Theo đề nghị tại Tờ trình số {p_doc} ngày {day}.",
    ):
        document.add_paragraph(filled(rng, line))
    title(document, "QUYẾT ĐỊNH:", "")
    return document


def _closed(document: Docx, rng: random.Random) -> bytes:
    document.add_paragraph(
        filled(rng, "Điều 2. Quyết định có hiệu lực từ ngày ký, thay thế {p_doc}.")
    )
    document.add_paragraph(
        filled(rng, "Điều 3. Chánh Văn phòng, {office} và các đơn vị liên quan thi hành./.")
    )
    signature(document, rng)
    return saved(document)


def listed(seed: str, about: str, lead: str, lines: Sequence[str]) -> bytes:
    """A decision whose list is written as numbered lines."""
    rng = random.Random(seed)
    document = _decision(rng, about)
    document.add_paragraph(filled(rng, lead))
    for no, line in enumerate(lines, 1):
        document.add_paragraph(f"{no}. {with_things(rng, line)}")
    return _closed(document, rng)


def tabled(seed: str, about: str, lead: str, columns: Sequence[str], row: str) -> bytes:
    """A decision whose list is a table; ``row`` holds the cells after the first, cut at bars."""
    rng = random.Random(seed)
    document = _decision(rng, about)
    document.add_paragraph(filled(rng, lead))
    rows = [[str(no), *with_things(rng, row).split("|")] for no in range(1, rng.randint(6, 12))]
    table(document, columns, rows)
    return _closed(document, rng)


CELLS = {
    "name": "{person}",
    "born": "{born}",
    "cccd": "{cccd}",
    "phone": "{mobile}",
    "place": "{thon}, {xa}",
    "house": "số nhà {n}, ngõ {no}, đường {street}",
    "bank": "{bank}",
    "bhyt": "{bhyt}",
    "job": "{job}",
    "plate": "{plate}",
    "money": "{sum}",
    "faith": "có",
    "note": "",
}
PRIVATE_LISTS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "DANH SÁCH HỘ NGHÈO, CẬN NGHÈO",
        [
            ("Họ và tên chủ hộ", "name"),
            ("Năm sinh", "born"),
            ("Số CCCD", "cccd"),
            ("Địa chỉ", "place"),
        ],
    ),
    (
        "DANH SÁCH CÔNG DÂN TẠM TRÚ",
        [
            ("Họ và tên", "name"),
            ("Ngày sinh", "born"),
            ("Số CCCD", "cccd"),
            ("Nơi tạm trú", "house"),
        ],
    ),
    (
        "DANH SÁCH NHẬN QUÀ TẾT",
        [
            ("Họ tên người nhận", "name"),
            ("Năm sinh", "born"),
            ("Nơi thường trú", "place"),
            ("Ký nhận", "note"),
        ],
    ),
    (
        "DANH SÁCH VAY VỐN",
        [
            ("Họ và tên", "name"),
            ("Số CCCD", "cccd"),
            ("Số điện thoại", "phone"),
            ("Số tiền", "money"),
        ],
    ),
    (
        "DANH SÁCH CHI TRẢ TRỢ CẤP",
        [
            ("Họ và tên", "name"),
            ("Số tài khoản", "bank"),
            ("Số tiền", "money"),
            ("Ghi chú", "note"),
        ],
    ),
    (
        "DANH SÁCH NGƯỜI THAM GIA BHYT",
        [
            ("Họ và tên", "name"),
            ("Ngày sinh", "born"),
            ("Mã thẻ BHYT", "bhyt"),
            ("Địa chỉ", "place"),
        ],
    ),
    (
        "DANH SÁCH PHƯƠNG TIỆN VI PHẠM",
        [
            ("Họ và tên", "name"),
            ("Biển số", "plate"),
            ("Địa chỉ thường trú", "house"),
            ("Tiền phạt", "money"),
        ],
    ),
    (
        "DANH SÁCH HỘ THEO TÔN GIÁO",
        [
            ("Họ và tên chủ hộ", "name"),
            ("Năm sinh", "born"),
            ("Tôn giáo", "faith"),
            ("Dân tộc", "note"),
        ],
    ),
    (
        "DANH BẠ HỘ DÂN TỔ TỰ QUẢN",
        [
            ("Họ và tên", "name"),
            ("Điện thoại", "phone"),
            ("Nghề nghiệp", "job"),
            ("Địa chỉ", "place"),
        ],
    ),
    (
        "DANH SÁCH ĐỐI TƯỢNG CẦN THEO DÕI",
        [("Họ và tên", "name"), ("Ngày sinh", "born"), ("Tiền án", "note"), ("Nơi ở", "place")],
    ),
]


def private_list(seed: str, which: int) -> bytes:
    """A list of private persons as a table of its own."""
    rng = random.Random(seed)
    heading, columns = PRIVATE_LISTS[which % len(PRIVATE_LISTS)]
    document = opened()
    letterhead(document, rng, "UBND XÃ\nTỔ CÔNG TÁC")
    title(document, heading, filled(rng, "{thon}, {xa}, năm {year}"))
    cells = [CELLS[kind] for _, kind in columns]
    rows = [
        [str(no), *(with_things(rng, cell) for cell in cells)]
        for no in range(1, rng.randint(4, 15))
    ]
    table(document, ["STT", *(label for label, _ in columns)], rows)
    signature(document, rng)
    return saved(document)


def citizen_form(seed: str) -> bytes:
    """An application a citizen filled in."""
    rng = random.Random(seed)
    document = opened()
    title(document, "ĐƠN ĐỀ NGHỊ", filled(rng, "Kính gửi: UBND {xa}"))
    lines = [
        "Tôi tên là: {person}, sinh năm {born}",
        "Số CCCD: {cccd}, cấp ngày {day}",
        "Nơi thường trú: số nhà {n}, tổ {no}, {ward}",
        "Điện thoại: {mobile}",
        "Nội dung đề nghị: hỗ trợ sửa nhà sau bão, số tiền {sum} đồng.",
        "Tôi cam đoan lời khai trên là đúng.",
    ]
    for line in rng.sample(lines[:4], rng.randint(3, 4)) + lines[4:]:
        document.add_paragraph(with_things(rng, line))
    return saved(document)
