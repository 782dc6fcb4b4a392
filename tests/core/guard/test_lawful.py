"""Lawful lists: decisions on posts and awards, and invitations, keep only their lawful part."""

import sys

import pytest

from phongtrao.core.guard import lawful, mask, read_text, verdict

COMPOSITION = """ỦY BAN NHÂN DÂN XÃ PHÌN HỒ
QUYẾT ĐỊNH
Về việc kiện toàn Ban Chỉ đạo phòng, chống tội phạm xã Phìn Hồ
Căn cứ Luật Tổ chức chính quyền địa phương;
Theo đề nghị của đồng chí Lường Văn Ún, Trưởng Công an xã.
Điều 1. Kiện toàn Ban Chỉ đạo gồm các đồng chí có tên sau:
1. Trưởng ban: Ông Vừ A Chống, Chủ tịch UBND xã.
2. Phó Trưởng ban:
- Bà Cà Thị Hặc, Phó Chủ tịch UBND xã;
- Thiếu tá Quàng Văn Inh – Trưởng Công an xã.
3. Các thành viên:
- Khoàng Văn Phủ, Chỉ huy trưởng Ban Chỉ huy Quân sự xã;
- Ông Y Thắng Êban, Phó Trưởng phòng Cảnh sát điều tra tội phạm về ma túy;
- Trưởng các bản - Thành viên.
Điều 2. Quyết định có hiệu lực từ ngày ký.
"""


def _read(text: str) -> lawful.LawfulList:
    found = lawful.read(text)
    assert found is not None
    return found


def _officials(text: str) -> list[tuple[str, str, str, str]]:
    lines = _read(text).lines
    return [
        (line.name, line.post, line.body, line.role)
        for line in lines
        if isinstance(line, lawful.OfficialLine)
    ]


def _said(text: str, spans: tuple[lawful.Span, ...]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_a_composition_gives_names_posts_bodies_and_roles() -> None:
    assert _officials(COMPOSITION) == [
        ("Vừ A Chống", "Chủ tịch", "UBND xã", "Trưởng ban"),
        ("Cà Thị Hặc", "Phó Chủ tịch", "UBND xã", "Phó Trưởng ban"),
        ("Quàng Văn Inh", "Trưởng", "Công an xã", "Phó Trưởng ban"),
        ("Khoàng Văn Phủ", "Chỉ huy trưởng", "Ban Chỉ huy Quân sự xã", "Thành viên"),
        (
            "Y Thắng Êban",
            "Phó Trưởng phòng",
            "Cảnh sát điều tra tội phạm về ma túy",
            "Thành viên",
        ),
        ("", "Trưởng", "các bản", "Thành viên"),
    ]


def test_a_composition_without_private_data_passes_and_drops_nothing() -> None:
    assert _read(COMPOSITION).kind == "composition"
    assert _read(COMPOSITION).dropped == ()
    assert read_text(COMPOSITION) == []


def test_spans_lie_on_the_names_of_the_text_as_it_was_given() -> None:
    given = COMPOSITION.replace("Vừ A", "Vừ\u200b A").replace("\n", "\r\n")
    line = _read(given).lines[0]
    assert isinstance(line, lawful.OfficialLine)
    assert given[line.name_span.start : line.name_span.end] == "Vừ\u200b A Chống"
    assert line.span.start <= line.name_span.start < line.name_span.end <= line.span.end


@pytest.mark.parametrize(
    ("added", "dropped", "kind"),
    [
        (", ĐT 0912 345 678", "ĐT 0912 345 678", "mobile"),
        (" (sinh năm 1972)", "sinh năm 1972", "birth"),
        (", trú tại bản Nậm, xã Phìn Hồ", "trú tại bản Nậm, xã Phìn Hồ", "address"),
        ("; trú tại bản Nậm", "trú tại bản Nậm", "address"),
    ],
)
def test_what_a_composition_says_beyond_the_post_is_held(
    added: str, dropped: str, kind: str
) -> None:
    text = COMPOSITION.replace("Phó Chủ tịch UBND xã;", f"Phó Chủ tịch UBND xã{added};")
    assert _said(text, _read(text).dropped) == [dropped]
    assert _officials(text)[1] == ("Cà Thị Hặc", "Phó Chủ tịch", "UBND xã", "Phó Trưởng ban")
    findings = read_text(text)
    assert verdict(findings) == "ask"
    assert kind in {finding.kind for finding in findings}
    covered = mask(text, findings)
    assert dropped not in covered
    assert "Cà Thị Hặc, Phó Chủ tịch UBND xã" in covered
    assert read_text(covered) == []


@pytest.mark.parametrize(
    "added", ["số CCCD 079201012345", "STK 19034567890123", "thẻ GD4790123456789", "số nhà 12"]
)
def test_numbers_of_identity_bank_and_health_and_houses_still_refuse(added: str) -> None:
    text = COMPOSITION.replace("Phó Chủ tịch UBND xã;", f"Phó Chủ tịch UBND xã, {added};")
    assert verdict(read_text(text)) == "block"


TABLE = """DANH SÁCH THÀNH VIÊN TỔ GIÚP VIỆC BAN CHỈ ĐẠO
(Kèm theo Quyết định số 12/QĐ-BCĐ ngày 03/4/2026)
TT\tHọ và tên\tNăm sinh\tChức vụ, đơn vị công tác\tNhiệm vụ\tSố điện thoại
1\tVừ A Chống\t1977\tPhó Trưởng phòng Nội vụ\tTổ trưởng\t0987654321
2\tCà Thị Hặc\t12/3/1985\tChuyên viên Văn phòng UBND tỉnh\tThư ký\t0977 111 222
"""


def test_columns_of_birth_and_phone_go_and_the_rest_of_the_table_stays() -> None:
    assert _officials(TABLE) == [
        ("Vừ A Chống", "Phó Trưởng phòng", "Nội vụ", "Tổ trưởng"),
        ("Cà Thị Hặc", "Chuyên viên", "Văn phòng UBND tỉnh", "Thư ký"),
    ]
    findings = read_text(TABLE)
    assert verdict(findings) == "ask"
    covered = mask(TABLE, findings)
    kept = ("Vừ A Chống", "Chuyên viên Văn phòng UBND tỉnh", "Nhiệm vụ", "Thư ký")
    gone = ("1977", "12/3/1985", "0987654321", "0977 111 222", "Năm sinh")
    assert all(word in covered for word in kept)
    assert not any(word in covered for word in gone)
    assert read_text(covered) == []


def test_a_list_of_residents_under_a_decision_on_posts_is_refused() -> None:
    text = f"{COMPOSITION}TT | Họ và tên | Năm sinh | Nơi ở\n1 | Lò Văn Pản | 1980 | bản Pe\n"
    assert verdict(read_text(text)) == "block"
    assert "Lò Văn Pản" not in [name for name, *_ in _officials(text)]


def test_members_of_a_village_group_keep_name_and_role_only() -> None:
    text = (
        "QUYẾT ĐỊNH\nV/v thành lập Tổ bảo vệ an ninh, trật tự bản Mé\n"
        "STT | Họ và tên | Ngày sinh | Nơi thường trú | Chức danh\n"
        "1 | LÒ VĂN ĐOÀN | 01/01/1970 | Bản Mé | Tổ trưởng\n"
        "2 | CÀ THỊ HẶC | 02/05/1981 | Bản Mé | Tổ phó\n"
    )
    assert _officials(text) == [
        ("LÒ VĂN ĐOÀN", "", "", "Tổ trưởng"),
        ("CÀ THỊ HẶC", "", "", "Tổ phó"),
    ]
    covered = mask(text, read_text(text))
    assert verdict(read_text(text)) == "ask"
    assert not any(gone in covered for gone in ("1970", "1981", "| Bản Mé"))


def test_fields_of_work_are_no_accusation_of_the_official_who_has_them() -> None:
    text = (
        "QUYẾT ĐỊNH\nVề việc phân công nhiệm vụ Chủ tịch, các Phó Chủ tịch UBND xã\n"
        "1. Đồng chí Cà Văn Tim - Phó Chủ tịch UBND xã: phòng, chống ma túy, mại dâm.\n"
    )
    assert _officials(text) == [
        ("Cà Văn Tim", "Phó Chủ tịch", "UBND xã", "phòng, chống ma túy, mại dâm")
    ]
    assert read_text(text) == []


DELEGATION = """QUYẾT ĐỊNH
Về việc thành lập Đoàn kiểm tra liên ngành năm 2026
Điều 1. Thành lập Đoàn kiểm tra gồm các ông (bà):
1. Thượng tá Bùi Anh Tuấn, Phó Giám đốc Công an tỉnh - Trưởng đoàn;
2. Bà Tạ Thị Mơ, Phó Giám đốc Sở Tư pháp - Phó Trưởng đoàn.
"""


def test_a_sent_team_is_a_delegation_with_its_roles() -> None:
    assert _read(DELEGATION).kind == "delegation"
    assert _officials(DELEGATION) == [
        ("Bùi Anh Tuấn", "Phó Giám đốc", "Công an tỉnh", "Trưởng đoàn"),
        ("Tạ Thị Mơ", "Phó Giám đốc", "Sở Tư pháp", "Phó Trưởng đoàn"),
    ]


def test_what_is_delegated_stands_as_the_role() -> None:
    text = (
        "GIẤY ỦY QUYỀN\nChủ tịch UBND xã ủy quyền cho ông Vừ A Chống, Phó Chủ tịch UBND xã, "
        "phụ trách an ninh, trật tự; giao đồng chí Cà Thị Hặc, công chức Tư pháp, dự họp.\n"
    )
    assert _officials(text) == [
        ("Vừ A Chống", "Phó Chủ tịch", "UBND xã", "phụ trách an ninh, trật tự"),
        ("Cà Thị Hặc", "công chức", "Tư pháp", "dự họp"),
    ]


INVITATION = """GIẤY MỜI
Công an tỉnh trân trọng kính mời:
- Đồng chí Vừ A Chống, Phó Chủ tịch UBND tỉnh;
- Đại diện lãnh đạo Sở Nội vụ;
- Trưởng Công an các xã, phường.
Thời gian: 8 giờ ngày 05/6/2026. Địa điểm: Hội trường tầng 3.
"""


def test_an_invitation_keeps_posts_and_no_names() -> None:
    found = _read(INVITATION)
    assert found.kind == "invitation"
    assert [(line.post, line.body) for line in found.lines if not hasattr(line, "name")] == [
        ("Phó Chủ tịch", "UBND tỉnh"),
        ("Đại diện lãnh đạo", "Sở Nội vụ"),
        ("Trưởng", "Công an các xã, phường"),
    ]
    assert len(found.lines) == 3
    assert read_text(INVITATION) == []


@pytest.mark.parametrize(
    "text",
    [
        "KẾ HOẠCH\nTriển khai công tác khen thưởng năm 2026\n1. Ông Vừ A Chống, Chủ tịch UBND xã.",
        "QUYẾT ĐỊNH\nBan hành Quy chế khen thưởng\nĐiều 1. Ban hành Quy chế.",
        "Quyết định có hiệu lực kể từ ngày ký; ông Vừ A Chống chịu trách nhiệm khen thưởng.",
        "TỜ TRÌNH\nĐề nghị khen thưởng ông Vừ A Chống, Trưởng bản.",
        "",
    ],
)
def test_other_papers_are_no_lawful_lists(text: str) -> None:
    assert lawful.read(text) is None


@pytest.mark.parametrize(
    "unit",
    [
        "1. Ông Vừ A Chống, Chủ tịch – Trưởng ban;\n",
        " Ông Vừ",
        "|",
        "1 | A | 1970 | Thôn 3\n",
        "Điều 1. Tặng ",
    ],
)
def test_effort_for_a_decision_grows_with_length_and_not_faster(unit: str) -> None:
    title = "QUYẾT ĐỊNH\nTặng Giấy khen\nHọ và tên | Năm sinh | Chức vụ | Địa chỉ\n"
    efforts = [_calls(title + unit * (size // len(unit))) for size in (10_000, 40_000)]
    assert efforts[1] < 4.5 * max(efforts[0], 1_000)


def _calls(text: str) -> int:
    """Calls made while reading: a measure of effort that no busy machine can change."""
    count = 0

    def counted(*_event: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counted)
    try:
        lawful.read(text)
    finally:
        sys.setprofile(None)
    return count
