from datetime import date

import pytest

from phongtrao.intake.extraction import due_on
from phongtrao.intake.extraction.canon import Paper, Span, canon
from phongtrao.intake.extraction.dates import Clock
from phongtrao.intake.extraction.deadlines import deadlines_in, joined

ISSUED = Clock(date(2025, 3, 10), 2025)
PHRASES = {
    "hoàn thành trước ngày 15/4": "BY:2025-04-15",
    "chậm nhất ngày 20 tháng 5 năm 2025": "BY:2025-05-20",
    "đúng ngày 15/6 phải hoàn thành": "BY:2025-06-15",
    "trước 17 giờ 00 ngày 25/3/2025": "BY:2025-03-25",
    "trước ngày 30\ntháng 6": "BY:2025-06-30",
    "trước ngày 10/01": "BY:2026-01-10",
    "trước ngày 3O/6/2O25": "BY:2025-06-30",
    "trong tháng 4": "BY:2025-04",
    "trong quý II/2025": "BY:2025-Q2",
    "hoàn thành trong Quý 3": "BY:2025-Q3",
    "trong 6 tháng đầu năm": "BY:2025-H1",
    "từ nay đến cuối năm": "BY:2025",
    "vào năm 2030": "BY:2030",
    "từ ngày 15/3 đến ngày 14/5/2025": "FROM:2025-03-15/2025-05-14",
    "từ 01 đến 31/8/2025": "FROM:2025-08-01/2025-08-31",
    "từ tháng 3 đến tháng 5 năm 2025": "FROM:2025-03/2025-05",
    "hằng tháng, trước ngày 15": "EVERY:P1M@15",
    "trước ngày 15 tháng cuối quý": "EVERY:P3M@15",
    "định kỳ 06\ntháng (trước 10/6), năm (trước 10/12)": "EVERY:P6M@06-10;EVERY:P1Y@12-10",
    "sơ kết 6 tháng, tổng kết năm": "EVERY:P6M;EVERY:P1Y",
    "Hằng năm, trước ngày 30/11,": "EVERY:P1Y@11-30",
    "thứ Sáu hằng tuần": "EVERY:P1W",
    "mỗi quý một lần": "EVERY:P3M",
    "mỗi năm 02 lần": "EVERY:P6M",
    "trong vòng 05 ngày kể từ ngày ban hành": "REL:P5D",
    "trong 03 ngày làm việc kể từ khi nhận được": "REL:P3WD",
    "ngay trong tuần này": "REL:this_week",
    "tại phiên họp sau": "REL:next_meeting",
    "trước khai giảng": "REL:before_event",
    "khi có yêu cầu": "ON_REQUEST",
    "thời gian tới": None,
    "khẩn trương, kịp thời": None,
    "thường xuyên đổi mới": None,
    "trước ngày 05 của tháng sau": "EVERY:P1M@05",
    "Hằng tháng tổng hợp số liệu, gửi về Công an tỉnh trước ngày 20": "EVERY:P1M@20",
    "Hằng năm tổ chức diễn đàn vào dịp 01/6": "EVERY:P1Y@06-01",
    "vào dịp 19/8 hằng năm": "EVERY:P1Y@08-19",
    "trước ngày 15/6 và 15/12 hằng năm": "EVERY:P1Y@06-15;EVERY:P1Y@12-15",
    "trong quý I hằng năm": "EVERY:P1Y",
    "báo cáo theo quý": "EVERY:P3M",
    "sinh hoạt 2 buổi/tuần": "EVERY:P1W",
    "phát sóng 02 lần/năm": "EVERY:P6M",
    "mỗi tuần ít nhất 02 buổi": "EVERY:P1W",
    "trong vòng năm ngày làm việc": "REL:P5WD",
    "trong hai tuần": "REL:P2W",
    "tối đa 15 ngày": "REL:P15D",
    "sau 15 ngày kể từ hôm nay": "REL:P15D",
    "trong tháng này": "BY:2025-03",
    "trong tháng tới": "BY:2025-04",
    "ngay trong quý này": "BY:2025-Q1",
    "giữa tháng 6": "BY:2025-06",
    "đến tháng 12/2025": "BY:2025-12",
    "trước khi kết thúc quý II/2025": "BY:2025-Q2",
    "trước khi hết tháng 5": "BY:2025-05",
    "giới thiệu để biểu dương dịp cuối năm": "BY:2025",
    "sơ kết 6 tháng đầu năm": "BY:2025-H1",
    "sơ kết sau hai năm thực hiện": "BY:2027",
    "sau 5 năm thực hiện Chỉ thị số 05": None,
    "nhân dịp kỷ niệm 19/8": "BY:2025-08-19",
    "đúng dịp 19/5/2025": "BY:2025-05-19",
    "đến ngày 31/12/2025 hoàn thành": "BY:2025-12-31",
    "tính đến ngày 15/3/2025 đã có 20 mô hình": None,
    "báo cáo trước ugày l5/9/2025": "BY:2025-09-15",
    "từ ngày 15/4 đến hết tháng 6": "FROM:2025-04-15/2025-06",
    "từ tháng 4 đến hết năm 2025": "FROM:2025-04/2025-12",
    "báo cáo ngay khi xảy ra vụ việc": "REL:now",
    "thông báo ngay cho đồn Biên phòng": "REL:now",
    "thông báo ngày hội cho Nhân dân": None,
    "từ tối nay": "REL:today",
    "vào đầu tuần tới": "REL:next_week",
    "tại cuộc họp giao ban kế tiếp": "REL:next_meeting",
    "trước đợt sinh hoạt": "REL:before_event",
    "trước ngày bầu cử": "REL:before_event",
    "cùng dự toán ngân sách năm": "REL:annual_budget",
    "vào đầu năm học mới": "REL:school_year_start",
    "thường xuyên và khi có yêu cầu": "ONGOING;ON_REQUEST",
    "ban hành quy định về giờ hoạt động loa kéo": None,
    "chấp hành quy chế": None,
    "trước ngày 31/02/2025": None,
    "giai đoạn 2023 - 2033": None,
}


def norm_of(words, clock=ISSUED, *, cell=False):
    paper = Paper(canon(words))
    found = joined(deadlines_in(paper, Span(0, len(paper.text)), clock, cell=cell))
    return found.norm if found else None


@pytest.mark.parametrize(("words", "norm"), PHRASES.items())
def test_a_deadline_in_words_becomes_its_norm(words, norm):
    assert norm_of(words) == norm


@pytest.mark.parametrize(
    ("words", "norm"),
    [
        ("Quý I", "BY:2025-Q1"),
        ("Tháng 11/2025", "BY:2025-11"),
        ("Thường xuyên", "ONGOING"),
        ("6 tháng, năm", "EVERY:P6M;EVERY:P1Y"),
        ("30/9", "BY:2025-09-30"),
    ],
)
def test_a_bare_period_is_a_deadline_only_in_its_own_cell(words, norm):
    assert norm_of(words, cell=True) == norm


def test_a_plan_for_next_year_puts_its_days_into_that_year():
    clock = Clock(date(2024, 12, 20), 2024, 2025)
    assert norm_of("trước ngày 15/12", clock) == "BY:2025-12-15"


@pytest.mark.parametrize(
    ("norm", "due"),
    [
        ("BY:2025-04-15", date(2025, 4, 15)),
        ("BY:2025-02", date(2025, 2, 28)),
        ("BY:2025-Q3", date(2025, 9, 30)),
        ("BY:2025-H1", date(2025, 6, 30)),
        ("BY:2025", date(2025, 12, 31)),
        ("FROM:2025-04-01/2025-05", date(2025, 5, 31)),
        ("EVERY:P3M@15", date(2025, 3, 15)),
        ("EVERY:P6M@06-10;EVERY:P1Y@12-10", date(2025, 6, 10)),
        ("EVERY:P1Y@02-28", date(2026, 2, 28)),
        ("REL:P5D", date(2025, 3, 15)),
        ("REL:P5WD", date(2025, 3, 17)),
        ("REL:this_week", date(2025, 3, 16)),
        ("REL:end_of_month", date(2025, 3, 31)),
        ("ONGOING", None),
        ("ON_REQUEST", None),
        ("BY:2025-13", None),
        ("nonsense", None),
        (None, None),
    ],
)
def test_a_period_falls_due_on_its_last_day(norm, due):
    assert due_on(norm, date(2025, 3, 10)) == due


def test_days_count_from_the_day_of_receipt_where_it_is_known():
    assert due_on("REL:P5D", date(2025, 3, 10), date(2025, 3, 12)) == date(2025, 3, 17)
