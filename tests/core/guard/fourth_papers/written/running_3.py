"""Written papers: budgets, tenders, lists, notices and other honest papers (part 3)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="danh-gia-tieu-chi",
        genre="statistics",
        forms=("workbook", "pipe", "tab"),
        text="""\
BẢNG TỰ CHẤM ĐIỂM PHONG TRÀO XÃ {XA#a} (thang 100)
| Mã | Tiêu chí | Điểm chuẩn | Tự chấm | Thẩm định | Tài liệu chứng minh
| I.1 | Nghị quyết, kế hoạch ban hành trong quý I | 6 | {d:_} | {d:_} | {t:1-40}-NQ/ĐU
| I.2 | Kiện toàn Ban Chỉ đạo | 4 | {d:_} | {d:_} | {t:1-400}/QĐ-UBND
| II.1 | Số buổi tuyên truyền | 10 | {d:_,_} | {d:_,_} | {t:1-400}/BC-UBND
| II.2 | Ngày hội | 10 | {d:_,_} | {d:_,_} | Biên bản
| III.1 | Mô hình xếp loại tốt | 15 | {d:1_} | {d:1_} | Danh mục
| III.2 | Không để xảy ra vụ việc phức tạp (có, không) | 10 | Có | Có | Văn bản {t:10-400}/CAX
| IV.1 | Lực lượng nòng cốt | 15 | {d:1_} | {d:1_} | Hồ sơ
| V.1 | Thông tin, báo cáo đúng hạn | 10 | {d:_} | {d:_} | Nhật ký hệ thống
| V.2 | Công nhận khu dân cư ({pt}) | 20 | {d:1_} | {d:1_} | {t:10-400}/QĐ-UBND
| | Tổng | 100 | {d:8_,_} | {d:8_,_} |
""",
    ),
    Layout(
        key="doi-chieu-kho-bac",
        genre="budget",
        forms=("word", "pipe", "tab"),
        text="""\
KHO BẠC NHÀ NƯỚC KHU VỰC {t:1-20}
BẢN XÁC NHẬN SỐ DƯ DỰ TOÁN
Đơn vị sử dụng ngân sách: Ủy ban MTTQ Việt Nam xã {xa#a}; mã ĐVQHNS: {d:1______}; TKKT 9523; \
chương 810; khoản 361
| Nguồn | Tính chất | Dự toán đầu năm | Đã rút | Còn lại
| 12 | Không tự chủ | {tien:90-300} | {tien:40-90} | {tien:10-60}
| 13 | Tự chủ | {tien:200-600} | {tien:90-200} | {tien:10-60}
| 14 | Cải cách tiền lương | {tien:20-60} | {tien:10-20} | 0
Số tham chiếu chứng từ: {d:7___________}; ngày hạch toán {ngay:2026}; mã giao dịch TABMIS \
{d:4_______}. Hai bên thống nhất số liệu.
KẾ TOÁN TRƯỞNG KHO BẠC: {ten}
KẾ TOÁN ĐƠN VỊ: {ten}
""",
    ),
    Layout(
        key="nop-tra-ngan-sach",
        genre="budget",
        forms=("tab", "word", "spaced"),
        text="""\
UBND PHƯỜNG {XA#a}
Số: {t:10-190}/UBND-KT
V/v nộp trả kinh phí chi sai định mức
Kính gửi: Kho bạc Nhà nước khu vực {t:1-20}
UBND phường đề nghị hạch toán giảm chi {tien:1-9} đồng vào tài khoản kế toán \
8113.{t:1-3}.{d:1______} (tài khoản kho bạc của ngân sách phường), mục 7000, tiểu mục 7049, \
niên độ 2026, theo Thông báo kết luận số {t:10-90}/TB-ĐKT ngày {ngay:2026}.
CHỦ TÀI KHOẢN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
{ten}
""",
        also="refuse",
    ),
)
