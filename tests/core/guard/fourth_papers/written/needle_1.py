"""Written papers: long papers with one thing that stops them (part 1)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="bao-cao-dai-mot-ten",
        genre="long paper with one thing in it",
        forms=("word", "pipe"),
        text="""\
UBND XÃ {XA#a}
Số: {t:200-480}/BC-UBND
%QH
BÁO CÁO
Tình hình thực hiện nhiệm vụ quốc phòng, an ninh 9 tháng năm 2026
I. Công tác lãnh đạo: ban hành {t:8-30} văn bản; họp Ban Chỉ đạo {t:3-9} phiên; kiểm tra \
{t:4-20} thôn; giao {t:8-30} nhiệm vụ, hoàn thành {pt}.
II. Kết quả
1. Tuyên truyền {n:60-190} buổi, {n:4000-19000} lượt người; {n:900-4900} tờ rơi; {t:20-90} giờ \
phát thanh mỗi tháng.
2. Mô hình: duy trì {t:5-20} mô hình, {n:9-90} điểm; ra mắt mô hình "{mh}" tại {thon}; kinh \
phí {tien:20-90} đồng.
3. Lực lượng: {t:8-30} tổ, {t:30-90} thành viên; tập huấn {t:1-4} lớp; trang bị {t:20-90} bộ \
trang phục, {t:10-40} đèn pin.
4. Phòng cháy: kiểm tra {t:20-90} cơ sở; nhắc nhở {t:3-20}; huấn luyện {n:100-400} lượt.
5. Giao thông: {t:10-40} buổi tuần tra; làm mới {t:2-9} biển báo; tuyên truyền {n:300-900} học \
sinh {truong}.
6. Tình hình khác: {ten}, lao động tự do ở {thon}, nhiều lần {mot:trộm cắp vặt và sử dụng ma \
túy;lừa đảo bán hàng;cố ý gây thương tích}, đã mời lên làm việc nhưng chưa tiến bộ.
7. Hòa giải: {t:8-30} việc, thành {t:6-28}.
| Thôn | Số hộ | Buổi họp | Đóng góp (đồng)
@12 | {thon} | {n:90-390} | {n:2-9} | {tien:2-30}
III. Hạn chế: thiếu kinh phí; loa hỏng; báo cáo chậm {t:1-4} kỳ.
IV. Nhiệm vụ quý IV: xét công nhận; tổng kết; chuẩn bị Tết.
CHỦ TỊCH
{ten}
""",
        expected="hold",
        why="one accusation against a private person in a long report",
    ),
    Layout(
        key="ke-hoach-dai-lien-he-cuoi",
        genre="long paper with one thing in it",
        forms=("word", "tab"),
        text="""\
UBND TỈNH {TINH#a}
Số: {t:200-480}/KH-UBND
%QH
KẾ HOẠCH
Tổ chức hội thi "Mô hình hay, cách làm sáng tạo" lần thứ {mot:I;II}
I. Mục đích: tôn vinh tập thể; trao đổi kinh nghiệm giữa {t:90-160} xã, phường; lựa chọn \
{t:5-12} mô hình dự thi toàn quốc.
II. Thể lệ: mỗi xã 01 mô hình; thuyết minh không quá {t:8-12} trang; phim tư liệu {t:5-10} \
phút; chấm theo thang 100.
III. Lịch
| Vòng | Thời gian | Địa điểm | Số đội
@6 | Cụm {i} | {ngay:2026} | Xã {xa} | {n:10-30}
| Chung khảo | {ngay:2026} | {truong} | 12
IV. Giải thưởng: 01 giải Nhất {tien:10-20} đồng; 02 giải Nhì {tien:6-10} đồng; 03 giải Ba \
{tien:4-6} đồng; 06 giải Khuyến khích {tien:2-4} đồng.
V. Kinh phí: {tien:200-490} đồng, do ngân sách tỉnh {tien:100-300} đồng, tài trợ {tien:50-190} \
đồng.
VI. Tổ chức: Công an tỉnh chủ trì; {so}, {so}, {so} phối hợp; Ủy ban MTTQ Việt Nam tỉnh cử \
{t:2-5} giám khảo.
VII. Hồ sơ gửi về Ban Tổ chức (Phòng PV05) trước ngày {ngay:2026}; hộp thư \
{mot:bantochuc;hoithi}.pv05@gmail.com; liên hệ đồng chí Phó Đội trưởng Đội 3: \
{mot:0914;0987;0389}.{d:______}.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
""",
        expected="hold",
        why="long plan with a contact mobile and a private mail box of the office at the end",
    ),
    Layout(
        key="phu-luc-dai-mot-can-cuoc",
        genre="long paper with one thing in it",
        forms=("workbook", "pipe"),
        text="""\
UBND XÃ {XA#a}
BẢNG KÊ CHI TIẾT KINH PHÍ NGÀY HỘI NĂM 2026
| TT | Nội dung | Đơn vị nhận | Số tiền | Ghi chú
@15 | {i} | {mot:Âm thanh;Phông bạt;Nước uống;Giải thưởng;In ấn;Xăng xe} | {dn} | {tien:1-20} \
| Hóa đơn {d:0000____}
| 16 | Bồi dưỡng người giữ kẻng | {thon} | {tien:1-2} | Ký nhận, CCCD \
{mot:051;064;038}{mot:0;1}{d:________}
@12 | {i+16} | {mot:Âm thanh;Phông bạt;Nước uống;Giải thưởng;In ấn;Xăng xe} | {dn} | \
{tien:1-20} | Hóa đơn {d:0000____}
| | Cộng | | {tien:90-300} |
""",
        expected="refuse",
        why="one identity number in a long annex of figures",
    ),
    Layout(
        key="bien-ban-dai-mot-di-dong",
        genre="long paper with one thing in it",
        forms=("pipe", "word"),
        text="""\
UBND PHƯỜNG {XA#a}
%QO
BIÊN BẢN
Hội nghị Nhân dân {thon#a} bàn xây dựng mô hình "{mh#m}"
Thời gian: {gio} ngày {ngay:2026}. Chủ trì: ông {ten}, Tổ trưởng tổ dân phố. Thư ký: bà {ten}, \
Chi hội trưởng Phụ nữ. Số hộ dự {n:60-190}/{n:190-260}.
1. Tổ trưởng trình bày mục đích, quy ước {t:8-14} điều, dự toán {tien:10-60} đồng, gồm \
{t:10-40} bóng đèn, {t:2-6} kẻng, {t:100-390} m dây.
2. Thảo luận: thống nhất đóng góp {t:50-200}.000 đồng/hộ; miễn cho hộ khó khăn; Hội Phụ nữ giữ \
quỹ; Hội Cựu chiến binh kiểm tra hằng quý; nhà trường cho mượn sân; đoàn thanh niên vẽ tường.
3. Mượn địa điểm: gia đình bà {ten} cho mượn sân để tập kết vật liệu, nhà số {t:3-90} hẻm \
{t:3-90}, gọi trước theo số {mot:0905;0378;0838;0703}{d:______}.
4. Bầu Ban điều hành {t:3-7} thành viên theo chức danh: Tổ trưởng, Tổ phó, Trưởng ban công tác \
Mặt trận, Chi hội trưởng Phụ nữ, Bí thư Chi đoàn.
5. Biểu quyết: nhất trí {n:58-180}; không nhất trí {t:0-5}. Kết thúc lúc 21 giờ 40.
""",
        expected="refuse",
        why="mobile and home of a private person in long minutes",
    ),
)
