"""Written papers: rules, broadcasts, contracts and other honest papers (part 2)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="trich-luat",
        genre="press and speech",
        forms=("bare", "word"),
        text="""\
TÀI LIỆU PHỔ BIẾN PHÁP LUẬT (lưu hành trong các Tổ hòa giải xã {xa#a})
Một số hành vi bị nghiêm cấm và mức xử lý: đánh bạc trái phép có thể bị phạt tiền từ 200.000 \
đồng đến 2.000.000 đồng; gây mất trật tự ở khu dân cư phạt từ 500.000 đồng đến 1.000.000 đồng; \
tàng trữ trái phép chất ma túy, trộm cắp, lừa đảo chiếm đoạt tài sản bị xử lý hình sự tùy mức \
độ.
Quyền tự do tín ngưỡng, tôn giáo được pháp luật bảo vệ; nghiêm cấm phân biệt đối xử, kỳ thị vì \
lý do tín ngưỡng, tôn giáo, dân tộc; nghiêm cấm lợi dụng để xâm phạm an ninh quốc gia.
Khi cần tư vấn, bà con đến Phòng Văn hóa - Xã hội xã vào thứ {mot:Ba;Năm} hằng tuần hoặc gọi \
tổng đài 1900 {d:____}.
Tài liệu do {ten}, công chức Tư pháp - Hộ tịch xã, biên soạn; in {n:200-900} bản tháng \
{t:2-11}/2026.
""",
    ),
    Layout(
        key="bang-khoang-cach",
        genre="statistics",
        forms=("tab", "workbook"),
        text="""\
BẢNG KHOẢNG CÁCH PHỤC VỤ TÍNH CÔNG TÁC PHÍ ĐOÀN KIỂM TRA (km)
| Xã | Đến trung tâm tỉnh | Đến đồn biên phòng | Đến xã liền kề | Hệ số phụ cấp
@16 | {xa} | {n:3-160} | {n:3-120} | {n:2-40} | 0,{t:1-7}
| Trung bình | {d:6_,_} | {d:4_,_} | {d:1_,_} | 0,3
""",
    ),
    Layout(
        key="thong-ke-luc-luong",
        genre="statistics",
        forms=("pipe", "commas"),
        text="""\
BIỂU 03/LLNC: LỰC LƯỢNG THAM GIA BẢO VỆ AN NINH, TRẬT TỰ Ở CƠ SỞ (đến {ngay:2026})
| Xã, phường | Số tổ | Thành viên | Nữ | Đảng viên | Đã tập huấn | Trang phục | Hỗ trợ tháng \
(đồng)
@17 | {xa} | {n:8-40} | {n:30-140} | {n:10-60} | {n:10-40} | {n:30-140} | {n:30-140} | \
{tien:60-290}
| Cộng | {n:200-600} | {n:900-1900} | {n:100-400} | {n:300-600} | {n:900-1900} | {n:900-1900} \
| {tien:2000-4000}
Các ô dưới 10 người được gộp vào xã liền kề theo quy tắc che số nhỏ.
""",
    ),
    Layout(
        key="thong-bao-tam-ngung",
        genre="notice",
        forms=("capitals", "spaced"),
        text="""\
VĂN PHÒNG THƯỜNG TRỰC BCĐ 138 TỈNH {TINH#a}
THÔNG BÁO BẢO TRÌ HỆ THỐNG BÁO CÁO
Hệ thống tạm ngừng từ 22 giờ 00 ngày {ngay:2026} đến 05 giờ 00 hôm sau để nâng cấp phiên bản \
2026.{t:1-12}.{t:0-9}. Mã lỗi thường gặp: E{d:40__}, E{d:50__}; bản vá {d:2026112_}-{d:____}. \
Dữ liệu đã gửi được giữ nguyên; biên nhận gồm 16 ký tự. Hạn báo cáo lùi thêm 01 ngày làm việc.
TRƯỞNG BỘ PHẬN: {ten}, Phó Trưởng phòng PV05
""",
    ),
    Layout(
        key="giai-trinh-so-lieu",
        genre="official letter",
        forms=("word", "apart"),
        text="""\
UBND ĐẶC KHU {XA#a}
Số: {t:10-190}/UBND-NC
V/v giải trình chênh lệch số liệu
Kính gửi: Công an tỉnh {tinh#a}
1. Chỉ tiêu TT03 (lượt người dự) kỳ này {n:9000-19000}, gấp {d:2,_} lần cùng kỳ, do tổ chức Lễ \
hội cầu ngư và Tháng cao điểm cùng thời điểm; đã trừ {n:900-1900} lượt tính trùng.
2. Chỉ tiêu MH04 giảm {t:3-12} điểm vì sắp xếp lại khu dân cư từ {t:8-12} còn {t:4-7}.
3. Tỷ lệ công nhận {pt} tính trên số đăng ký, không tính trên tổng số.
4. Kinh phí lệch {tien:1-9} đồng do phiếu chi PC{d:00__} hạch toán sang tháng sau.
? 5. Đặc khu không có cơ sở giáo dục thuộc diện xét nên ô này để dấu "-".
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="phan-cong-to-cong-tac",
        genre="assignment",
        forms=("tab", "word"),
        text="""\
CÔNG AN TỈNH {TINH#a}
BẢNG PHÂN CÔNG CÁN BỘ THEO DÕI CỤM (kèm Thông báo số {t:10-190}/TB-PV05)
| Cụm | Cán bộ theo dõi | Cấp bậc, chức vụ | Các xã, phường
@8 | {i} | {ten} | {mot:Thiếu tá, Đội trưởng;Đại úy, Phó Đội trưởng;Thượng úy, cán bộ;Trung \
tá, Phó Trưởng phòng} | {xa}, {xa}, {xa}
Cán bộ theo dõi chịu trách nhiệm đôn đốc báo cáo, không chấm điểm cá nhân. Thay đổi từ \
{ngay:2026}.
""",
    ),
)
