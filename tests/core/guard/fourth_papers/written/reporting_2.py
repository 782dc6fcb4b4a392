"""Written papers: reports and statistics (part 2)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="thong-ke-khong-dau-tien",
        genre="statistics",
        forms=("word", "tab", "spaced"),
        text="""\
UBND XÃ {XA#a}
GIẢI TRÌNH SỐ LIỆU QUYẾT TOÁN
Số tiền trên bảng đối chiếu in theo định dạng 10 vị trí có số 0 ở đầu: số dư đầu kỳ 0912345678 \
đồng, phát sinh tăng 0{d:3________} đồng, phát sinh giảm 0{d:8________} đồng. Đề nghị Phòng \
Kinh tế in lại theo định dạng có dấu chấm phân cách hàng nghìn trước ngày {ngay:2026}.
Kế toán: {ten}, công chức Tài chính - Kế toán xã.
""",
        also="hold",
    ),
    Layout(
        key="thong-ke-truong-hoc",
        genre="statistics",
        forms=("workbook", "pipe", "commas"),
        text="""\
TỔNG HỢP CƠ SỞ GIÁO DỤC ĐĂNG KÝ ĐẠT TIÊU CHUẨN "AN TOÀN VỀ AN NINH, TRẬT TỰ"
| TT | Cơ sở giáo dục | Mã trường | Xã, phường | Số lớp | Số học sinh | Số giáo viên | Mô hình
@14 | {i} | {truong} | {d:51______} | {xa} | {n:9-40} | {n:300-1900} | {n:20-120} | {mh}
Kỳ số liệu: năm học 2025 - 2026, chốt ngày {ngay:2026}. Học sinh chỉ thống kê tổng số của \
trường.
""",
    ),
    Layout(
        key="thong-ke-phan-loai",
        genre="statistics",
        forms=("commas", "workbook", "pipe"),
        text="""\
PHÂN LOẠI PHONG TRÀO NĂM 2025 THEO QUYẾT ĐỊNH 510/QĐ-BCA-V05
| Xã, phường | Nhóm I (30) | Nhóm II (25) | Nhóm III (25) | Nhóm IV (20) | Tổng điểm | Xếp \
loại
@18 | {xa} | {d:2_,_} | {d:2_,_} | {d:1_,_} | {d:1_,_} | {d:8_,_} | {mot:Xuất \
sắc;Khá;Khá;Trung bình}
""",
    ),
    Layout(
        key="thong-ke-van-ban",
        genre="statistics",
        forms=("pipe", "workbook", "word"),
        text="""\
SỔ THEO DÕI VĂN BẢN ĐI QUÝ {mot:I;II;III}/2026
| Số | Ký hiệu | Ngày | Trích yếu | Nơi nhận | Số bản | Mã gói tin
@16 | {t:10-990} | {mot:KH-UBND;BC-BCĐ;CV-CAT;TTr-MTTQ;GM-UBND;TB-BCĐ} | {ngay:2026} | \
{mot:Báo cáo 6 tháng;Mời họp;Đôn đốc số liệu;Trình phê duyệt dự toán;Thông báo kết luận;Triển \
khai Ngày hội} | {so} | {t:1-120} | {d:4________}-H{d:__}
Văn thư khóa sổ ngày {ngay:2026}; tổng số văn bản {n:100-990}.
""",
    ),
    Layout(
        key="thong-ke-gan-ngay",
        genre="statistics",
        forms=("spaced", "tab", "word"),
        text="""\
LỊCH CHỐT SỐ LIỆU (ngày viết liền ddmmyyyy)
| Kỳ | Từ | Đến | Hạn gửi cấp xã | Hạn gửi cấp tỉnh
| Quý I | 15122025 | 14032026 | {d:1_}032026 | 20032026
| Quý II | 15032026 | 14062026 | {d:1_}062026 | 20062026
| 6 tháng | 15122025 | 14062026 | {d:1_}062026 | 22062026
| Quý III | 15062026 | 14092026 | {d:1_}092026 | 20092026
| Năm | 15122025 | 14122026 | {d:1_}122026 | 20122026
| Khu dân cư | 01112025 | 31102026 | 05112026 | 10112026
Tệp gửi đặt tên theo mẫu: MAXA_KY_NGAY, ví dụ {d:2____}_Q2_{d:1_}062026.xlsx; phiên bản sửa \
thêm _v2. Tệp gộp: {d:2____}_01012026-30062026.xlsx.
Đơn vị lập: Văn phòng thường trực BCĐ 138 tỉnh {tinh}.
""",
    ),
)
