"""The numbered rules of extraction, in words, each with a text it reads and one it must not."""
# ruff: noqa: E501 - a table: one rule a line

from dataclasses import dataclass

from phongtrao.core.errors import N_


@dataclass(frozen=True)
class Rule:
    """A numbered rule: its title for the officer, a text that shows it, a text that must not."""

    id: str
    title: str
    positive: str
    negative: str


def _head(number: str, rest: str) -> str:
    return (
        f"ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\nSố: {number}\n"
        f"Quảng Ngãi, ngày 10 tháng 3 năm 2026\n{rest}"
    )


_PLAN = "KẾ HOẠCH\nTổ chức Ngày hội năm 2026\nII. TỔ CHỨC THỰC HIỆN\n"


def _plan(rest: str) -> str:
    return _head("12/KH-UBND", _PLAN + rest)


def _task(deadline: str) -> str:
    return _plan(f"1. Giao Công an tỉnh rà soát các mô hình, {deadline}.\n")


def _cell(deadline: str) -> str:
    return _plan(
        "| TT | Nội dung | Chủ trì | Thời gian |\n"
        f"| 1 | Rà soát các mô hình tự quản | Công an tỉnh | {deadline} |\n"
    )


RULES: tuple[Rule, ...] = (
    Rule("B01", N_("Tên cơ quan có trong danh mục"), "Công an tỉnh Quảng Ngãi báo cáo.", "Hôm nay trời đẹp."),
    Rule("B02", N_("Tên cơ quan sai dấu hoặc chưa rõ địa phương"), "Giao Sờ Nội vụ rà soát.", "Bộ Công an báo cáo."),
    Rule("D01", N_("Số, ký hiệu ở đầu văn bản"), _head("12/KH-UBND", _PLAN), "Theo số 12/KH-UBND đã gửi."),
    Rule("D02", N_("Số, ký hiệu bị hỏng khi chuyển đổi, đã nắn lại"), _head("12/KHUBND", _PLAN), _head("12/KH-UBND", _PLAN)),
    Rule("D03", N_("Tên loại văn bản in hoa"), _head("12/KH-UBND", _PLAN), "Chúng tôi có kế hoạch đi chơi."),
    Rule("D04", N_("Loại văn bản suy từ ký hiệu hoặc dòng Kính gửi"), _head("345/UBND-NC", "Kính gửi: Công an tỉnh.\n"), _head("12/KH-UBND", _PLAN)),
    Rule("D05", N_("Không thấy đầu văn bản: coi là tin bài"), "Sáng nay, hội nghị khai mạc.", _head("12/KH-UBND", _PLAN)),
    Rule("D06", N_("Ngày tháng ở dòng địa danh"), _head("12/KH-UBND", _PLAN), "Hội nghị diễn ra ngày 10/3/2026."),
    Rule("D07", N_("Ngày do trang tin gắn ở đầu bài"), " date 2024-10 Sáng 16/10, hội nghị khai mạc.", "Sáng 16/10, hội nghị khai mạc."),
    Rule("D08", N_("Trích yếu dưới tên loại"), _head("12/KH-UBND", _PLAN), "Kế hoạch đã được gửi."),
    Rule("D09", N_("Trích yếu công văn (V/v)"), _head("345/UBND-NC", "V/v báo cáo kết quả\n\nKính gửi: Công an tỉnh.\n"), _head("12/KH-UBND", _PLAN)),
    Rule("D10", N_("Tiêu đề bài là dòng đầu đứng riêng"), "Ngày hội toàn dân ở cơ sở\n\nSáng nay, hội nghị khai mạc.\n\nTin ảnh.", "Sáng nay, hội nghị khai mạc."),
    Rule("D11", N_("Người ký: tên dưới chức vụ in hoa"), _plan("1. Công an tỉnh chủ trì thực hiện.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Mẫu\n"), _plan("1. Công an tỉnh chủ trì.\nNơi nhận: Trần Văn Mẫu\n")),
    Rule("D12", N_("Người phát biểu có chức vụ trong tin bài"), "Phát biểu kết luận, đồng chí Trần Văn Mẫu, Thứ trưởng Bộ Y tế yêu cầu làm tốt.", "Anh Trần Văn Mẫu cho biết rất vui."),
    Rule("D13", N_("Ngày đăng dưới tiêu đề tin bài"), "Sơ kết phong trào tại Huế\n16/08/2025 09:30\n\nSáng 15/8, hội nghị khai mạc.", "Sáng 15/8/2025, hội nghị khai mạc."),
    Rule("R01", N_("Văn bản viện dẫn có đủ số, ký hiệu"), "Thực hiện Kế hoạch số 20/KH-BCA-V05 ngày 15/01/2025.", "Ban Chỉ đạo 138/CP họp."),
    Rule("R02", N_("Văn bản viện dẫn có số bị hỏng, đã nắn lại"), "Theo Kết luận số 44- KL/TW ngày 22/01/2019.", "Theo Kết luận số 44-KL/TW ngày 22/01/2019."),
    Rule("R03", N_("Văn bản viện dẫn viết tắt số"), "Thực hiện Chương trình phối hợp số 07.", "Kế hoạch 5 năm đã xong."),
    Rule("R04", N_("Số viết tắt, lấy số đầy đủ trong cùng văn bản"), "Chương trình phối hợp số 09/CTr-BCA-MTTQ. Theo chương trình phối hợp số 09.", "Theo chương trình phối hợp số 09."),
    Rule("T01", N_("Giao, yêu cầu, đề nghị + cơ quan"), _plan("1. Giao Công an tỉnh rà soát các mô hình tự quản.\n"), "Theo đề nghị của Công an tỉnh, tỉnh đã họp."),
    Rule("T02", N_("Cơ quan + động từ giao việc"), _plan("1. Công an tỉnh chủ trì rà soát các mô hình.\n"), "Công an tỉnh đã chủ trì rà soát các mô hình."),
    Rule("T03", N_("Cơ quan: việc được giao"), _plan("1. Sở Tài chính: bố trí kinh phí thực hiện.\n"), _plan("1. Sở Tài chính bố trí kinh phí thực hiện.\n")),
    Rule("T04", N_("Gọi tắt (Cục, Sở … phải) theo tên đã nêu"), "Cục Xây dựng phong trào báo cáo. Về đề án, Cục phải hoàn thành hồ sơ.", "Cục Xây dựng phong trào báo cáo."),
    Rule("T05", N_("Yêu cầu kèm thời hạn, cơ quan nêu trước đó"), "Thứ trưởng yêu cầu Cục Xây dựng phong trào hoàn thiện đề án. Thứ trưởng yêu cầu, đúng ngày 15/6 phải hoàn thành hồ sơ.", "Cục Xây dựng phong trào hoàn thiện đề án."),
    Rule("T06", N_("Việc dưới đề mục hoặc câu dẫn nêu cơ quan"), _plan("1. Công an tỉnh\n- Rà soát các mô hình tự quản.\n"), _plan("- Rà soát các mô hình tự quản.\n")),
    Rule("T07", N_("Dòng Đơn vị chủ trì, Phối hợp, Thời gian"), _plan("1. Tổ chức hội nghị triển khai\n- Đơn vị chủ trì: Công an tỉnh.\n"), _plan("1. Công an tỉnh chủ trì hội nghị.\n")),
    Rule("T08", N_("Dòng trong bảng phân công"), _cell("Quý II/2026"), _plan("1. Công an tỉnh chủ trì hội nghị.\n")),
    Rule("T09", N_("Nội dung phối hợp: các bên cùng chủ trì"), "CÔNG AN TỈNH HÀ TĨNH - LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ TĨNH\nSố: 01/CTrPH-CAT-LĐLĐ\nCHƯƠNG TRÌNH PHỐI HỢP\nVề an ninh trật tự\nI. NỘI DUNG PHỐI HỢP\n1. Tổ chức tuyên truyền pháp luật.\n", _plan("1. Công an tỉnh chủ trì hội nghị.\n")),
    Rule("T10", N_("Câu mệnh lệnh sau lời chỉ đạo, cơ quan nêu trước đó"), "Thứ trưởng đề nghị Công an tỉnh Quảng Ngãi làm tốt công tác. Tiếp tục nhân rộng các mô hình.", "Tiếp tục nhân rộng các mô hình."),
    Rule("T11", N_("Các đơn vị nói chung: những nơi đã được giao việc"), _plan("1. Giao Công an tỉnh rà soát mô hình.\n2. Các đơn vị gửi báo cáo trước ngày 15/6/2026.\n"), _plan("1. Giao Công an tỉnh rà soát mô hình.\n")),
    Rule("T12", N_("Đề nghị quý cơ quan, các đồng chí: nơi nhận"), _head("345/UBND-NC", "Kính gửi: Sở Y tế.\n\nỦy ban nhân dân tỉnh đề nghị quý cơ quan nghiên cứu, góp ý dự thảo.\n"), _head("345/UBND-NC", "Kính gửi: Sở Y tế.\n\nĐề nghị Sở Y tế góp ý dự thảo.\n")),
    Rule("T13", N_("Chỉ đạo cơ quan khác làm: cả nơi chỉ đạo và nơi được chỉ đạo"), _plan("1. Sở Y tế\n- Chỉ đạo Công an các xã, phường bố trí lực lượng trực.\n"), _plan("1. Sở Y tế\n- Chỉ đạo nhân rộng các mô hình hay.\n")),
    Rule("T14", N_("Cơ quan được giao, được đề nghị làm"), _plan("1. Công an tỉnh được giao rà soát các mô hình tự quản.\n"), _plan("1. Công an tỉnh đã được giao rà soát các mô hình.\n")),
    Rule("H01", N_("Từ ngày … đến ngày …"), _task("từ ngày 01/4 đến ngày 15/5/2026"), _task("kịp thời")),
    Rule("H02", N_("Từ tháng … đến tháng …"), _task("từ tháng 4 đến tháng 6 năm 2026"), _task("sớm")),
    Rule("H03", N_("Định kỳ 6 tháng, năm"), _task("định kỳ 6 tháng (trước 10/6), năm (trước 10/12)"), _task("trong 6 tháng đầu năm")),
    Rule("H04", N_("Hằng năm, trước ngày …"), _task("hằng năm trước ngày 30/11"), _task("trước ngày 30/11")),
    Rule("H05", N_("Ngày … tháng cuối quý"), _task("trước ngày 15 tháng cuối quý"), _task("hằng quý")),
    Rule("H06", N_("Ngày … hằng tháng"), _task("trước ngày 20 hằng tháng"), _task("hằng tháng")),
    Rule("H07", N_("Thứ … hằng tuần"), _task("thứ Sáu hằng tuần báo cáo"), _task("hằng tuần báo cáo")),
    Rule("H08", N_("Mỗi quý, mỗi năm … lần"), _task("mỗi quý một lần"), _task("hằng quý")),
    Rule("H09", N_("Hằng ngày, tuần, tháng, quý, năm"), _task("định kỳ hằng quý báo cáo"), _task("mỗi quý một lần")),
    Rule("H10", N_("Trong … ngày (làm việc) kể từ …"), _task("trong 05 ngày làm việc kể từ ngày ban hành"), _task("trong thời gian tới")),
    Rule("H11", N_("Trước, chậm nhất, đúng ngày …"), _task("hoàn thành trước ngày 15/4/2026"), _task("khẩn trương")),
    Rule("H12", N_("Trong 6 tháng đầu, cuối năm"), _task("trong 6 tháng đầu năm 2026"), _task("định kỳ 6 tháng")),
    Rule("H13", N_("Trong quý …"), _task("hoàn thành trong quý II/2026"), _task("hằng quý")),
    Rule("H14", N_("Trong tháng …"), _task("hoàn thành trong tháng 5/2026"), _task("hằng tháng")),
    Rule("H15", N_("Trong năm, đến hết năm …"), _task("hoàn thành đến hết năm 2026"), _task("giai đoạn 2026 - 2030")),
    Rule("H16", N_("Thời hạn tương đối: tuần này, phiên họp sau, trước khai giảng …"), _task("báo cáo tại phiên họp sau"), _task("thời gian tới")),
    Rule("H17", N_("Khi có yêu cầu"), _task("báo cáo khi có yêu cầu"), _task("đáp ứng yêu cầu")),
    Rule("H18", N_("Thường xuyên"), _cell("Thường xuyên"), _task("thường xuyên nhắc nhở")),
    Rule("H19", N_("Trong thời gian cao điểm nêu ở chỗ khác"), _plan("1. Công an tỉnh mở đợt cao điểm từ ngày 01/4/2026 đến ngày 15/5/2026.\n2. Giao Sở Y tế trực trong thời gian cao điểm.\n"), _task("sớm")),
    Rule("H20", N_("Tại phiên họp, kỳ họp của tháng, cuối năm"), _task("trình tại kỳ họp cuối năm 2026"), _task("trình tại kỳ họp sau")),
    Rule("H21", N_("Nhân dịp, đúng dịp ngày …"), _task("ra mắt đúng dịp 19/5/2026"), _task("nhân dịp này")),
    Rule("H22", N_("Sau … năm thực hiện"), _task("sơ kết sau hai năm thực hiện"), _task("sau hai năm thực hiện Chỉ thị số 05")),
    Rule("E01", N_("Sự kiện có ngày hoặc tên riêng"), "Sáng 16/10/2024, hội nghị sơ kết khai mạc.", "Công tác đạt kết quả tốt."),
    Rule("E02", N_("Ngày hằng năm trong ngoặc"), "“Ngày hội toàn dân bảo vệ ANTQ” (19/8) được tổ chức.", "Ngày hội được tổ chức."),
    Rule("E03", N_("Ngày hội kèm năm"), "Ngày hội toàn dân bảo vệ ANTQ năm 2023 thành công.", "Ngày hội được tổ chức."),
    Rule("E04", N_("Kiểm tra tại cơ quan, ngày trong ngoặc"), "Đoàn đã kiểm tra tại Tỉnh ủy Hưng Yên (ngày 03/03/2023).", "Tỉnh ủy Hưng Yên đã họp."),
    Rule("F01", N_("Số liệu với đơn vị đo đã biết"), "Tổ chức 24 buổi tuyên truyền.", "Ban Chỉ đạo 138 tỉnh họp trong 5 năm."),
    Rule("F02", N_("Số liệu với đơn vị đo lạ"), "Treo 2.300 biểu ngữ.", "Tổ chức 24 buổi tuyên truyền."),
)  # fmt: skip
BY_ID = {rule.id: rule for rule in RULES}
CERTAINTY_WORDS = {"certain": "chắc chắn", "check": "cần xem", "guess": "suy đoán"}
