"""Words of the door: the help of each page, what a correction of the calendar changes. Pure."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from phongtrao.core.calendar import CalendarRow, DayKind, WorkCalendar
from phongtrao.core.errors import N_, Sentence

# The section of the help page that speaks of an address; the longest beginning decides.
HELP = {
    "/": "viec-can-xu-ly",
    "/thong-bao/": "thong-bao",
    "/tim-kiem/": "tim-kiem",
    "/quan-he-van-ban/": "quan-he-van-ban",
    "/van-ban-den/": "tiep-nhan",
    "/chuong-trinh/": "chuong-trinh",
    "/chuong-trinh/van-ban/": "chuong-trinh",
    "/chuong-trinh/nhiem-vu/": "nhiem-vu",
    "/chuong-trinh/noi-bo/": "noi-bo",
    "/chuong-trinh/kien-nghi/": "kien-nghi",
    "/chuong-trinh/lay-y-kien/": "lay-y-kien",
    "/chuong-trinh/de-an/": "de-an",
    "/kiem-tra/": "kiem-tra",
    "/mo-hinh/": "mo-hinh",
    "/ngay-hoi/": "ngay-hoi",
    "/tuyen-truyen/": "tuyen-truyen",
    "/dien-dan/": "dien-dan",
    "/luc-luong/": "luc-luong",
    "/tap-huan/": "tap-huan",
    "/dan-chu-co-so/": "dan-chu",
    "/lich-cong-tac/": "lich-cong-tac",
    "/kinh-phi/": "kinh-phi",
    "/bao-cao/": "bao-cao",
    "/tong-quan/": "tong-quan",
    "/tra-cuu/": "tra-cuu",
    "/an-pham/": "soan-van-ban",
    "/an-pham/kiem-tra-the-thuc/": "kiem-tra-the-thuc",
    "/dia-ban/": "co-quan-dia-ban",
    "/lich-nghi/": "lich-nghi",
    "/nhat-ky/": "nhat-ky",
    "/tai-khoan/": "tai-khoan",
}


def help_section(path: str) -> str:
    """The id of the section that explains the page at this address."""
    return HELP[max((start for start in HELP if path.startswith(start)), key=len)]


# The user guides (docs/guide), in the order in which work flows.
GUIDES = ("can-bo-xa", "lanh-dao", "can-bo-tinh", "van-thu", "mat-tran", "quan-tri")
_BY_ROLE = {
    "leader": "lanh-dao",
    "clerk": "van-thu",
    "auditor": "quan-tri",
    "administrator": "quan-tri",
}


def guide_for(role: str, kind: str, level: str) -> str:
    """The guide for a role in a body of a kind at a level; the commune's for nobody in particular.

    The Front agrees and does not approve: its leaders and officers have a guide of their own.
    """
    if kind == "mttq" and role in {"officer", "leader"}:
        return "mat-tran"
    if role in _BY_ROLE:
        return _BY_ROLE[role]
    return "can-bo-tinh" if level in {"country", "province"} else "can-bo-xa"


WEEKDAYS = (
    N_("Thứ Hai"),
    N_("Thứ Ba"),
    N_("Thứ Tư"),
    N_("Thứ Năm"),
    N_("Thứ Sáu"),
    N_("Thứ Bảy"),
    N_("Chủ nhật"),
)
KIND_WORDS = {
    DayKind.OFF: N_("Ngày nghỉ"),
    DayKind.WORK: N_("Làm việc bù"),
    DayKind.ORDINARY: N_("Ngày bình thường"),
    DayKind.CONFIRM_YEAR: N_("Xác nhận năm"),
}
# Next year's calendar is published in the last quarter; an administrator is reminded from here on.
REMINDED_FROM = (10, 1)


@dataclass(frozen=True)
class CalendarChange:
    """One row of a correction file beside what holds now; the words are sentences to be shown."""

    row: CalendarRow
    now: Sentence
    then: Sentence

    @property
    def changes(self) -> bool:
        """Whether the day is told differently afterwards."""
        return self.now != self.then


def calendar_changes(
    rows: Sequence[CalendarRow], now: WorkCalendar, then: WorkCalendar
) -> list[CalendarChange]:
    """What each row of the file does, by day; `then` is the calendar with the rows in it."""
    return [
        CalendarChange(row, _told(row, now), _told(row, then))
        for row in sorted(rows, key=lambda row: (row.day, row.kind))
    ]


def calendar_mark(rows: Sequence[CalendarRow]) -> str:
    """A mark of a set of rows in their order; equal for equal rows only."""
    said = [(row.day.isoformat(), str(row.kind), row.name, row.source) for row in rows]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def is_reminded(day: date, year: int) -> bool:
    """Whether an unconfirmed year calls for its paper: itself at any time, the next in October."""
    return year <= day.year or (day.month, day.day) >= REMINDED_FROM


def _told(row: CalendarRow, calendar: WorkCalendar) -> Sentence:
    """What the calendar says about the day, or the year, of a row."""
    if row.kind is DayKind.CONFIRM_YEAR:
        status = calendar.year_status(row.day.year)
        if not status.confirmed:
            return Sentence(N_("Chưa xác nhận"))
        return Sentence(N_("Đã xác nhận theo %(source)s"), {"source": status.source})
    reason = calendar.reason(row.day)
    if reason is not None:
        kind = Sentence(KIND_WORDS[reason.kind])
        data = {"kind": kind, "name": reason.name or "–", "source": reason.source}
        return Sentence(N_("%(kind)s: %(name)s (%(source)s)"), data)
    works = calendar.is_working_day(row.day)
    return Sentence(N_("Ngày làm việc") if works else N_("Nghỉ cuối tuần"))


# The public page: how long a visitor's own machine may keep it.
TRANSPARENCY_KEPT_SECONDS = 300
CLASS_WORDS = {
    "org": N_("Về cơ quan và công việc của cơ quan"),
    "aggregate": N_("Số lượng tổng hợp của địa bàn"),
    "text": N_("Lời văn do cán bộ viết, bộ lọc đọc trước khi lưu"),
    "official-role": N_("Cán bộ trong chức trách công khai: họ tên, chức vụ, liên hệ cơ quan"),
    "award-published": N_("Dòng đã công bố của quyết định khen thưởng"),
    "file": N_("Tệp tải lên"),
    "system": N_("Kỹ thuật: mã số, thời điểm, mã băm"),
}
NEVER_STORED = (
    N_("Người dân: họ tên, số giấy tờ, nơi ở, điện thoại, sức khỏe, quan hệ gia đình."),
    N_("Tôn giáo, dân tộc, quê quán, quan điểm của bất kỳ ai."),
    N_("Tin báo, tố giác, người cung cấp tin; danh sách người bị theo dõi, quản lý."),
    N_("Khuôn mặt, biển số, vị trí, đi lại của người; hình ảnh từ camera."),
    N_("Điểm hay xếp hạng của người, của hộ; thống kê theo từng cán bộ."),
)
# (what, how long): only what the program does by itself; tests hold the figures to the code.
RETENTION = (
    (N_("Phiên đăng nhập"), N_("hết sau 30 phút không thao tác, muộn nhất sau 12 giờ")),
    (N_("Mã gửi một lần của biểu mẫu"), N_("xóa sau 7 ngày")),
    (N_("Nội dung bị bộ lọc chặn"), N_("không lưu, không ghi nhật ký, không đếm")),
    (
        N_("Văn bản, nhiệm vụ, báo cáo, tệp, nhật ký hành động"),
        N_("giữ lại; phần mềm chưa có thời hạn xóa"),
    ),
)
