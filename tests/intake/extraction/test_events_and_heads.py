"""Events, the heads of news pages and damaged numbers; sentences of our own."""

import pytest

from phongtrao.intake.extraction import extract
from tests.intake.extraction.sentences import NEWS, PLAN


def events(paper: str) -> list[tuple[str, str | None]]:
    """Kind and day of the events of a paper, without those of its first lines."""
    return [(e.kind, e.date) for e in extract(paper, "x").events if e.date != "2026-04-14"]


EVENTS = {
    "Ngày 20/3/2026, diễn đàn công nhân tổ chức tại khu trọ.": ("khac", "2026-03-20"),
    "Sáng 11/3, xã tổ chức lễ công bố mô hình mới.": ("khac", "2026-03-11"),
    "Tổ chức Ngày hội công nhân ngày 12/3/2026 tại nhà máy.": ("khac", "2026-03-12"),
    "Kinh phí cho Ngày hội 19/8 do xã bố trí.": ("ngay_hoi", "--08-19"),
    "Ngày 19/8 hằng năm là Ngày hội của toàn dân.": ("ngay_hoi", "--08-19"),
    "Từ ngày 05 đến ngày 06/3/2026, Thường trực Tỉnh ủy kiểm tra tại xã.": (
        "kiem_tra", "2026-03-05/2026-03-06",
    ),
    "Đợt kiểm tra đầu tiên tiến hành trong tháng 7.": ("kiem_tra", "2026-07"),
    "Mở lớp tập huấn cho tổ trưởng, xong trong tháng 11/2026.": ("tap_huan", "2026-11"),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "event"), EVENTS.items())
def test_an_event_is_read_with_its_kind_and_day(sentence, event):
    assert events(NEWS + sentence + "\n") == [event]


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("tại trụ sở Ủy ban nhân dân tỉnh", "trụ sở Ủy ban nhân dân tỉnh"),
        ("tại hội trường Công an xã Bản Lang,", "hội trường Công an xã Bản Lang"),
        ("ở hội trường tầng 2,", "hội trường tầng 2"),
    ],
)
def test_a_place_keeps_the_whole_name_of_the_body_that_sits_there(said, place):
    read = extract(NEWS + f"Ngày 20/3/2026, hội nghị giao ban {said} bàn việc mới.\n", "x")
    [event] = [e for e in read.events if e.date == "2026-03-20"]
    assert event.place == place


def test_work_to_be_done_by_a_month_is_no_event():
    assert events(NEWS + "Công an tỉnh ký kết chương trình phối hợp, xong trong tháng 12.\n") == []


def test_the_day_of_an_event_in_a_table_stands_in_its_cell():
    row = "| 1 | Hội thi cán bộ giỏi | Sở Y tế | 26/3/2026 |"
    table = f"| TT | Nội dung | Chủ trì | Thời gian |\n{row}\n"
    assert events(PLAN + table) == [("khac", "2026-03-26")]
    assert events(PLAN + table.replace("Hội thi", "Chuẩn bị kịch bản hội thi")) == []


@pytest.mark.parametrize(
    "line",
    ["date 2026-03-05", "HÀ TĨNH ONLINE, 5.3.2026", "Báo Hà Tĩnh điện tử - 05/03/2026",
     "08:30 | 05/03/2026 | 120 lượt đọc", "Cập nhật: 2026-03-05 08:30"],
)  # fmt: skip
def test_the_line_below_a_headline_tells_the_day_of_a_page(line):
    head = extract(f"Ra quân giữ bình yên thôn xóm\n{line}\n\nNgười dân đồng tình.\n", "x").metadata
    assert head.date is not None
    assert head.date.value == "2026-03-05"
    assert head.title is not None
    assert head.title.value == "Ra quân giữ bình yên thôn xóm"


NUMBERS = {
    "Số: 58/BC\u00ad-BCĐ138": "58/BC-BCĐ138",
    "Số: 3O/KH-UBND": "30/KH-UBND",
    "Số: l2/KH-UBND": "12/KH-UBND",
    "Số: 344 /BC-UBND": "344/BC-UBND",
    "Số: 75- KH/TĐTN-XDĐ": "75-KH/TĐTN-XDĐ",
    "Số: 12/KH-\nUBND": "12/KH-UBND",
}


@pytest.mark.parametrize(("line", "number"), NUMBERS.items())
def test_a_damaged_number_is_put_right(line, number):
    paper = f"UBND TỈNH HÀ TĨNH\n{line}\nHà Tĩnh, ngày 10 tháng 3 năm 2026\nKẾ HOẠCH\nNăm 2026\n"
    head = extract(paper, "x").metadata
    assert head.number is not None
    assert head.number.value == number
    assert head.date is not None
    assert head.date.value == "2026-03-10"


@pytest.mark.parametrize(
    "day", ["ugày 10 tháng 3 năm 2026", "ngày 10tháng3năm 2026", "ngàỵ 10-3-2026"]
)
def test_a_day_line_hurt_by_a_scan_is_read(day):
    paper = f"UBND TỈNH HÀ TĨNH\nSố: 12/KH-UBND\nHà Tĩnh, {day}\nKẾ HOẠCH\nNăm 2026\n"
    head = extract(paper, "x").metadata
    assert head.date is not None
    assert head.date.value == "2026-03-10"


def test_a_body_of_the_recipients_is_no_signer():
    foot = "\nCHỦ TỊCH\n\nĐỗ Văn Mẫu\n\nNơi nhận:\nSở Công Thương\nSở Nội Vụ\n"
    signers = extract(PLAN + "1. Công an tỉnh rà soát mô hình.\n" + foot, "x").metadata.signers
    assert len(signers) == 1


PLACES = {
    "Huyện ủy Mèo Vạc lãnh đạo xóa hủ tục.": "huyenuy@ha-giang/meo-vac",
    "Thành ủy Hội Xuân chỉ đạo điểm.": "huyenuy@ha-giang/hoi-xuan",
    "UBND xã Bát Mọt Lý Láo Tả phát biểu.": "ubnd@ha-giang/xa-bat-mot",
}


@pytest.mark.parametrize(("sentence", "body"), PLACES.items())
def test_the_place_of_a_body_is_read_without_the_name_of_its_head(sentence, body):
    found = extract(f"Tỉnh Hà Giang có tin vui.\n\n{sentence}\n", "x").bodies
    assert [b.org_id for b in found] == [body]


def test_the_one_city_of_a_text_is_meant_by_its_level_word():
    text = "Tỉnh Bình Định: UBND TP Quy Nhơn ra quân. Công an thành phố lập hai tổ tuần tra.\n"
    assert [b.org_id for b in extract(text, "x").bodies] == [
        "ubnd@binh-dinh/quy-nhon",
        "ca@binh-dinh/quy-nhon",
    ]


def test_a_text_beyond_the_bound_is_read_to_the_bound_and_marked():
    text = PLAN + "1. Công an tỉnh rà soát mô hình.\n" + "Lời. " * 160_000
    found = extract(text, "x")
    assert found.text == text
    assert len(found.requirements) == 1
