"""Words of the door: the acts of the audit chain, and which help belongs to which page.

Pure: no Django. A test holds the list of acts complete.
"""

from phongtrao.core.errors import N_

VERBS = {
    "account.contact_changed": N_("Đổi số liên hệ cơ quan của tài khoản"),
    "account.opened": N_("Mở tài khoản"),
    "account.password_reset": N_("Đặt lại mật khẩu"),
    "delegation.ended": N_("Kết thúc ủy quyền"),
    "delegation.given": N_("Ủy quyền"),
    "document.registered": N_("Đưa văn bản vào sổ"),
    "draft.accepted": N_("Xác nhận văn bản tiếp nhận"),
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
    "extension.granted": N_("Đồng ý gia hạn"),
    "extension.refused": N_("Không đồng ý gia hạn"),
    "extension.withdrawn": N_("Rút đề nghị gia hạn"),
    "paper.drafted": N_("Dựng dự thảo văn bản"),
    "paper.edited": N_("Sửa thể thức văn bản"),
    "paper.figures_refreshed": N_("Cập nhật số liệu trong văn bản"),
    "paper.issued": N_("Ban hành văn bản"),
    "paper.line_added": N_("Thêm câu vào văn bản"),
    "paper.line_dropped": N_("Bỏ câu khỏi văn bản"),
    "paper.line_edited": N_("Sửa câu trong văn bản"),
    "paper.line_moved": N_("Chuyển chỗ câu trong văn bản"),
    "paper.line_restored": N_("Lấy lại câu trong văn bản"),
    "paper.submitted": N_("Trình ký văn bản"),
    "paper.withdrawn": N_("Rút văn bản trình ký"),
    "posting.ended": N_("Kết thúc phân công"),
    "posting.made": N_("Phân công"),
    "report.approved": N_("Duyệt báo cáo"),
    "report.reopened": N_("Mở lại báo cáo"),
    "report.returned": N_("Trả lại báo cáo"),
    "report.started": N_("Bắt đầu nhập báo cáo"),
    "report.submitted": N_("Gửi báo cáo"),
    "requirement.addressed": N_("Giao nội dung chỉ đạo"),
    "requirement.declared_standing": N_("Đánh dấu nội dung thường xuyên"),
    "requirement.made_concrete": N_("Cụ thể hóa nội dung chỉ đạo"),
    "requirement.mapped": N_("Chỉ rõ cơ quan được giao"),
    "requirement.reopened": N_("Xem lại nội dung chỉ đạo"),
    "requirement.separate_done": N_("Đã thực hiện theo chế độ riêng"),
    "requirement.set_separate": N_("Đánh dấu thực hiện theo chế độ riêng"),
    "round.locked": N_("Chốt số liệu"),
    "round.opened": N_("Mở đợt báo cáo"),
    "round.reopened": N_("Mở lại kỳ"),
    "round.report_exported": N_("Xuất báo cáo tổng hợp ra Word"),
    "task.assigned": N_("Giao nhiệm vụ"),
    "task.completed": N_("Xác nhận hoàn thành"),
    "task.progressed": N_("Báo cáo tiến độ"),
    "task.reported_done": N_("Báo cáo đã hoàn thành"),
    "task.resumed": N_("Tiếp tục nhiệm vụ"),
    "task.returned": N_("Trả lại nhiệm vụ"),
    "task.suspended": N_("Tạm dừng nhiệm vụ"),
    "task.withdrawn": N_("Thôi giao nhiệm vụ"),
}

# The section of the help page that speaks of an address; the longest beginning decides.
HELP = {
    "/": "viec-can-xu-ly",
    "/thong-bao/": "thong-bao",
    "/van-ban-den/": "tiep-nhan",
    "/chuong-trinh/": "chuong-trinh",
    "/chuong-trinh/van-ban/": "chuong-trinh",
    "/chuong-trinh/nhiem-vu/": "nhiem-vu",
    "/bao-cao/": "bao-cao",
    "/an-pham/": "soan-van-ban",
    "/dia-ban/": "co-quan-dia-ban",
    "/nhat-ky/": "nhat-ky",
    "/tai-khoan/": "tai-khoan",
}


def help_section(path: str) -> str:
    """The id of the section that explains the page at this address."""
    return HELP[max((start for start in HELP if path.startswith(start)), key=len)]
