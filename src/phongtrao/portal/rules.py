"""Words of the door: acts of the audit chain, the help of each page, what a correction changes.

Pure: no Django. A test holds the list of acts complete.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from phongtrao.core.calendar import CalendarRow, DayKind, WorkCalendar
from phongtrao.core.errors import N_, Sentence

VERBS = {
    "bulletin.received": N_("Xác nhận nhận bản tin"),
    "bulletin.sent": N_("Gửi bản tin"),
    "bulletin.struck": N_("Gạch bỏ bản tin"),
    "channel.changed": N_("Sửa kênh tuyên truyền"),
    "channel.closed": N_("Ghi kênh tuyên truyền ngừng hoạt động"),
    "channel.opened": N_("Ghi kênh tuyên truyền"),
    "channel.read": N_("Ghi số lượt theo dõi của kênh"),
    "channel.struck": N_("Gạch bỏ kênh tuyên truyền"),
    "output.changed": N_("Sửa sản phẩm tuyên truyền"),
    "output.recorded": N_("Ghi sản phẩm tuyên truyền"),
    "output.struck": N_("Gạch bỏ sản phẩm tuyên truyền"),
    "goodpractice.changed": N_("Sửa cách làm hay"),
    "goodpractice.grown": N_("Đề xuất cách làm hay thành mô hình"),
    "goodpractice.struck": N_("Gạch bỏ cách làm hay"),
    "goodpractice.told": N_("Chia sẻ cách làm hay"),
    "learningrequest.asked": N_("Đề nghị học tập kinh nghiệm"),
    "learningrequest.stepped": N_("Trả lời, ghi kết quả học tập kinh nghiệm"),
    "modelactivity.recorded": N_("Ghi hoạt động của mô hình"),
    "modelactivity.struck": N_("Gạch bỏ hoạt động của mô hình"),
    "modelreview.recorded": N_("Ghi sơ kết, xếp loại mô hình"),
    "modelreview.struck": N_("Gạch bỏ sơ kết, xếp loại mô hình"),
    "practicemodel.kept_apart": N_("Ghi hai mô hình khác nhau"),
    "practicemodel.merged": N_("Nhập mục mô hình ghi trùng"),
    "practicemodel.pair_undone": N_("Hoàn tác quyết định về mục ghi trùng"),
    "practicemodel.changed": N_("Sửa mô hình"),
    "practicemodel.entered": N_("Ghi mô hình"),
    "practicemodel.origin_set": N_("Ghi nguồn gốc mô hình"),
    "practicemodel.stepped": N_("Ghi bước của mô hình"),
    "practicemodel.struck": N_("Gạch bỏ mô hình"),
    "campaign.changed": N_("Sửa đợt tuyên truyền"),
    "campaign.planned": N_("Lập đợt tuyên truyền"),
    "campaign.struck": N_("Gạch bỏ đợt tuyên truyền"),
    "festivalplan.changed": N_("Sửa kế hoạch Ngày hội"),
    "festivalplan.guests": N_("Ghi chức danh có thể dự Ngày hội"),
    "festivalplan.made": N_("Lập kế hoạch Ngày hội"),
    "festivalplan.struck": N_("Gạch bỏ kế hoạch Ngày hội"),
    "festivalselection.adjusted": N_("Chỉnh tay phương án chọn điểm Ngày hội"),
    "festivalselection.again": N_("Tính lại phương án chọn điểm Ngày hội"),
    "festivalselection.applied": N_("Áp dụng phương án chọn điểm Ngày hội"),
    "festivalselection.asked": N_("Yêu cầu phương án chọn điểm Ngày hội"),
    "festivalsite.approve": N_("Duyệt điểm Ngày hội"),
    "festivalsite.cancel": N_("Hủy điểm Ngày hội"),
    "festivalsite.changed": N_("Sửa điểm Ngày hội"),
    "festivalsite.checks": N_("Đánh dấu danh mục chuẩn bị Ngày hội"),
    "festivalsite.confirm": N_("Xác nhận kết quả Ngày hội"),
    "festivalsite.costs": N_("Lập dự toán điểm Ngày hội"),
    "festivalsite.entered": N_("Ghi điểm Ngày hội"),
    "festivalsite.figures": N_("Ghi số liệu kết quả Ngày hội"),
    "festivalsite.give_back": N_("Trả lại kết quả Ngày hội"),
    "festivalsite.invited": N_("Mời dự Ngày hội"),
    "festivalsite.move": N_("Chuyển ngày tổ chức Ngày hội"),
    "festivalsite.open": N_("Khai mạc Ngày hội"),
    "festivalsite.picture": N_("Ghi ảnh Ngày hội đã công bố"),
    "festivalsite.postpone": N_("Tạm hoãn điểm Ngày hội"),
    "festivalsite.prepare": N_("Bắt đầu chuẩn bị Ngày hội"),
    "festivalsite.programme": N_("Sửa chương trình Ngày hội"),
    "festivalsite.record": N_("Ghi kết quả Ngày hội"),
    "festivalsite.replied": N_("Trả lời giấy mời Ngày hội"),
    "festivalsite.struck": N_("Gạch bỏ điểm Ngày hội"),
    "festivalsite.uninvited": N_("Rút giấy mời Ngày hội"),
    "session.changed": N_("Sửa buổi tuyên truyền"),
    "session.recorded": N_("Ghi buổi tuyên truyền"),
    "session.struck": N_("Gạch bỏ buổi tuyên truyền"),
    "account.contact_changed": N_("Đổi số liên hệ cơ quan của tài khoản"),
    "account.opened": N_("Mở tài khoản"),
    "account.password_reset": N_("Đặt lại mật khẩu"),
    "adjustment.approved": N_("Duyệt dòng điều chỉnh số liệu"),
    "adjustment.proposed": N_("Lập dòng điều chỉnh số liệu"),
    "adjustment.refused": N_("Không duyệt dòng điều chỉnh số liệu"),
    "adjustment.withdrawn": N_("Rút dòng điều chỉnh số liệu"),
    "area.change_undone": N_("Hoàn tác thay đổi địa bàn"),
    "area.reshaped": N_("Ghi thay đổi địa bàn"),
    "area.work_handed_over": N_("Chuyển công việc sang nơi kế thừa"),
    "area_set.changed": N_("Sửa tập địa bàn"),
    "area_set.made": N_("Lập tập địa bàn"),
    "area_set.member_ended": N_("Cho địa bàn thôi thuộc tập"),
    "area_set.members_added": N_("Thêm địa bàn vào tập"),
    "body.part_closed": N_("Đóng hoặc sáp nhập đội, tổ"),
    "body.part_opened": N_("Lập đội, tổ của cơ quan"),
    "breakdown.saved": N_("Sửa danh mục phân tổ"),
    "calendar.corrected": N_("Điều chỉnh lịch làm việc"),
    "calendar.correction_withdrawn": N_("Bỏ điều chỉnh lịch làm việc"),
    "calendar_feed.made": N_("Tạo địa chỉ lịch"),
    "calendar_feed.revoked": N_("Thu hồi địa chỉ lịch"),
    "comment.prepared": N_("Trình ký ý kiến góp ý"),
    "comment.recorded": N_("Ghi nhận văn bản góp ý"),
    "comment.responded": N_("Tiếp thu, giải trình ý kiến"),
    "comment.signed": N_("Ký gửi ý kiến góp ý"),
    "comment_round.asked_more": N_("Thêm cơ quan được lấy ý kiến"),
    "comment_round.closed": N_("Kết thúc lấy ý kiến dự thảo"),
    "comment_round.extended": N_("Gia hạn góp ý dự thảo"),
    "comment_round.prepared": N_("Chuẩn bị lấy ý kiến dự thảo"),
    "comment_round.recut": N_("Cắt lại điều, khoản của dự thảo"),
    "comment_round.sent": N_("Gửi dự thảo lấy ý kiến"),
    "composition.changed": N_("Sửa dự thảo quyết định kiện toàn"),
    "composition.confirmed": N_("Xác nhận quyết định kiện toàn"),
    "composition.drafted": N_("Lập dự thảo quyết định kiện toàn"),
    "composition.dropped": N_("Bỏ dự thảo quyết định kiện toàn"),
    "content.assigned": N_("Phân công theo nội dung chương trình"),
    "content.unassigned": N_("Bỏ phân công theo nội dung chương trình"),
    "delegation.ended": N_("Kết thúc ủy quyền"),
    "delegation.given": N_("Ủy quyền"),
    "document.registered": N_("Đưa văn bản vào sổ"),
    "document.tagged": N_("Gắn thêm chương trình cho văn bản"),
    "draft.accepted": N_("Xác nhận văn bản tiếp nhận"),
    "draft.attached": N_("Đính kèm tệp vào văn bản đã có"),
    "draft.exported": N_("Xuất văn bản đã sửa làm dữ liệu kiểm thử"),
    "draft.header_corrected": N_("Sửa phần đầu văn bản tiếp nhận"),
    "draft.item_added": N_("Thêm nội dung đề xuất"),
    "draft.item_dropped": N_("Bỏ nội dung đề xuất"),
    "draft.item_edited": N_("Sửa nội dung đề xuất"),
    "draft.item_joined": N_("Gộp nội dung đề xuất"),
    "draft.item_kept": N_("Giữ nội dung đề xuất"),
    "draft.item_restored": N_("Lấy lại nội dung đề xuất"),
    "draft.item_split": N_("Tách nội dung đề xuất"),
    "draft.items_kept": N_("Giữ các nội dung đề xuất"),
    "draft.received": N_("Tiếp nhận văn bản"),
    "draft.rejected": N_("Không tiếp nhận văn bản"),
    "extension.asked": N_("Xin gia hạn"),
    "extension.given": N_("Cấp trên gia hạn báo cáo"),
    "extension.granted": N_("Đồng ý gia hạn"),
    "extension.refused": N_("Không đồng ý gia hạn"),
    "extension.taken_back": N_("Hủy gia hạn báo cáo"),
    "extension.withdrawn": N_("Rút đề nghị gia hạn"),
    "file.changed": N_("Giữ bản đã che hoặc đã chuyển của tệp"),
    "file.scan_confirmed": N_("Xác nhận bản quét không có dữ liệu cá nhân"),
    "indicator.changed": N_("Sửa chỉ tiêu"),
    "indicator.created": N_("Lập chỉ tiêu"),
    "indicator.disabled": N_("Tắt chỉ tiêu"),
    "indicator.enabled": N_("Dùng lại chỉ tiêu"),
    "indicator.renamed": N_("Đổi tên chỉ tiêu"),
    "internal.accepted": N_("Nhận kết quả việc nội bộ"),
    "internal.changed": N_("Giao lại việc nội bộ"),
    "internal.given": N_("Bút phê, giao việc nội bộ"),
    "internal.noted": N_("Trao đổi về việc nội bộ"),
    "internal.recorded": N_("Ghi nhận bút phê từ bản giấy"),
    "internal.reported": N_("Báo xong việc nội bộ"),
    "internal.returned": N_("Trả lại việc nội bộ"),
    "internal.started": N_("Nhận việc nội bộ"),
    "internal.withdrawn": N_("Thu hồi việc nội bộ"),
    "joint_paper.changed": N_("Sửa văn bản phối hợp, ký kết"),
    "joint_paper.recorded": N_("Ghi văn bản phối hợp, ký kết"),
    "joint_paper.signed": N_("Ghi nhận một bên đã ký"),
    "paper.answered": N_("Cho ý kiến về văn bản trình ký"),
    "paper.asked": N_("Xin ý kiến về văn bản trình ký"),
    "paper.disposed": N_("Xác nhận gửi trả, hủy văn bản bị thu hồi"),
    "paper.drafted": N_("Dựng dự thảo văn bản"),
    "paper.edited": N_("Sửa thể thức văn bản"),
    "paper.figures_refreshed": N_("Cập nhật số liệu trong văn bản"),
    "paper.initialled": N_("Ký nháy văn bản"),
    "paper.issued": N_("Ban hành văn bản"),
    "paper.line_added": N_("Thêm câu vào văn bản"),
    "paper.line_dropped": N_("Bỏ câu khỏi văn bản"),
    "paper.line_edited": N_("Sửa câu trong văn bản"),
    "paper.line_moved": N_("Chuyển chỗ câu trong văn bản"),
    "paper.line_restored": N_("Lấy lại câu trong văn bản"),
    "paper.numbers_linked": N_("Gắn số trong câu với số liệu"),
    "paper.noted": N_("Ghi bút phê"),
    "paper.proposals_raised": N_("Gửi kiến nghị nêu trong văn bản"),
    "paper.recalled": N_("Thu hồi văn bản"),
    "paper.received": N_("Xác nhận đã nhận văn bản"),
    "paper.returned": N_("Trả lại văn bản trình ký"),
    "paper.sent": N_("Gửi văn bản đến các cơ quan"),
    "paper.signed": N_("Ký ban hành văn bản"),
    "paper.submitted": N_("Trình ký văn bản"),
    "paper.withdrawn": N_("Rút văn bản trình ký"),
    "signing_rules.set": N_("Đặt quy chế trình ký"),
    "posting.ended": N_("Kết thúc phân công"),
    "posting.handed_over": N_("Bàn giao công tác"),
    "posting.made": N_("Phân công"),
    "programme.changed": N_("Sửa chương trình"),
    "programme.founded": N_("Lập chương trình từ văn bản"),
    "programme.linked": N_("Ghi chương trình trước, liên quan"),
    "programme.unlinked": N_("Bỏ chương trình liên quan"),
    "proposal.agreed": N_("Đồng ý kiến nghị"),
    "proposal.declined": N_("Không đồng ý kiến nghị"),
    "proposal.made": N_("Ghi kiến nghị, đề xuất"),
    "proposal.noted": N_("Ghi nhận kiến nghị"),
    "proposal.passed_on": N_("Chuyển kiến nghị"),
    "proposal.withdrawn": N_("Rút kiến nghị"),
    "one_off.asked": N_("Yêu cầu báo cáo đột xuất"),
    "training.erased": N_("Xóa đợt tập làm"),
    "phrase.dropped": N_("Bỏ mẫu lý do trả lại"),
    "phrase.kept": N_("Lưu mẫu lý do trả lại"),
    "report.approved": N_("Duyệt báo cáo"),
    "report.reopened": N_("Mở lại báo cáo"),
    "report.returned": N_("Trả lại báo cáo"),
    "report.started": N_("Bắt đầu nhập báo cáo"),
    "report.submitted": N_("Gửi báo cáo"),
    "report.urged": N_("Đôn đốc gửi báo cáo"),
    "requirement.addressed": N_("Giao nội dung chỉ đạo"),
    "requirement.declared_standing": N_("Đánh dấu nội dung thường xuyên"),
    "requirement.made_concrete": N_("Cụ thể hóa nội dung chỉ đạo"),
    "requirement.mapped": N_("Chỉ rõ cơ quan được giao"),
    "requirement.reopened": N_("Xem lại nội dung chỉ đạo"),
    "requirement.separate_done": N_("Đã thực hiện theo chế độ riêng"),
    "requirement.set_separate": N_("Đánh dấu thực hiện theo chế độ riêng"),
    "round.locked": N_("Chốt số liệu"),
    "round.opened": N_("Mở đợt báo cáo"),
    "round.recorded": N_("Ghi nhận cả đợt báo cáo đã gửi và duyệt"),
    "round.reopened": N_("Mở lại kỳ"),
    "round.report_exported": N_("Xuất báo cáo tổng hợp ra Word"),
    "scheme.finished": N_("Hoàn thành đề án, dự thảo"),
    "scheme.planned": N_("Sắp xếp các giai đoạn của đề án, dự thảo"),
    "scheme.reopened": N_("Làm tiếp đề án, dự thảo"),
    "scheme.stage_completed": N_("Hoàn thành giai đoạn của đề án, dự thảo"),
    "scheme.stage_reopened": N_("Mở lại giai đoạn của đề án, dự thảo"),
    "scheme.stage_skipped": N_("Bỏ qua giai đoạn của đề án, dự thảo"),
    "scheme.started": N_("Lập theo dõi đề án, dự thảo"),
    "scheme.stopped": N_("Dừng đề án, dự thảo"),
    "target.changed": N_("Sửa chỉ tiêu giao"),
    "target.dropped": N_("Bỏ chỉ tiêu giao"),
    "target.imported": N_("Nhập chỉ tiêu từ tệp"),
    "target.set": N_("Giao chỉ tiêu"),
    "task.assigned": N_("Giao nhiệm vụ"),
    "task.completed": N_("Xác nhận hoàn thành"),
    "task.progressed": N_("Báo cáo tiến độ"),
    "task.reported_done": N_("Báo cáo đã hoàn thành"),
    "task.resumed": N_("Tiếp tục nhiệm vụ"),
    "task.returned": N_("Trả lại nhiệm vụ"),
    "task.starred": N_("Gắn sao nhiệm vụ"),
    "task.suspended": N_("Tạm dừng nhiệm vụ"),
    "task.tagged": N_("Gắn thêm chương trình cho nhiệm vụ"),
    "task.unstarred": N_("Bỏ sao nhiệm vụ"),
    "task.withdrawn": N_("Thôi giao nhiệm vụ"),
    "task_series.opened": N_("Giao nhiệm vụ định kỳ"),
    "task_series.recurred": N_("Mở kỳ mới của nhiệm vụ định kỳ"),
    "task_series.stopped": N_("Dừng nhiệm vụ định kỳ"),
    "template.discarded": N_("Bỏ bản thiết kế biểu mẫu"),
    "template.issued": N_("Ban hành biểu mẫu"),
    "template.restored": N_("Dùng lại biểu mẫu"),
    "template.retired": N_("Thôi dùng biểu mẫu"),
    "template.revised": N_("Bắt đầu phiên bản mới của biểu mẫu"),
    "template.started": N_("Lập biểu mẫu"),
    "token.made": N_("Tạo mã truy cập"),
    "token.revoked": N_("Thu hồi mã truy cập"),
    "urging.drafted": N_("Soạn công văn đôn đốc"),
    "urging.dropped": N_("Bỏ dự thảo công văn đôn đốc"),
    "urging.issued": N_("Ghi số, ngày công văn đôn đốc"),
    "values.imported": N_("Nhập số liệu từ tệp"),
    "word_template.saved": N_("Lưu mẫu Word của cơ quan"),
    "word_template.stopped": N_("Ngừng dùng mẫu Word của cơ quan"),
    "word_template.used": N_("Dùng lại mẫu Word của cơ quan"),
}

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
