"""Written papers: minutes, awards, letters and telegrams (part 2)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="cong-van-kinh-phi",
        genre="official letter",
        forms=("word", "tab", "pipe"),
        text="""\
ỦY BAN MTTQ VIỆT NAM TỈNH {TINH#a}
Số: {t:200-1900}/MTTQ-VP
V/v bổ sung kinh phí thực hiện Chương trình phối hợp 07
%QH
Kính gửi: Sở Tài chính tỉnh {tinh#a}
Năm 2026, Ủy ban MTTQ Việt Nam tỉnh được giao {tien:400-900} đồng cho công tác phối hợp. Đến \
ngày {ngay:2026} đã chi {tien:200-400} đồng (mục 6650 hội nghị: {tien:40-90} đồng; mục 7000 \
nghiệp vụ chuyên môn: {tien:60-190} đồng; mục 7750 chi khác: {tien:10-40} đồng).
Do phát sinh tổng kết 03 năm, Ban Thường trực đề nghị bổ sung {tien:90-300} đồng, chi tiết:
a) In kỷ yếu {n:200-900} cuốn x {n:60-120}.000 đồng/cuốn;
b) Thuê đường truyền trực tuyến {t:60-130} điểm cầu;
c) Khen thưởng {t:10-40} tập thể.
Mã đơn vị có quan hệ với ngân sách: {d:1______}; chương 710; loại 340 khoản 361; mã nguồn 13.
Kính đề nghị quý Sở xem xét, trình cấp có thẩm quyền./.
TM. BAN THƯỜNG TRỰC
PHÓ CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="cong-van-dinh-chinh",
        genre="official letter",
        forms=("pipe", "word", "spaced"),
        text="""\
VĂN PHÒNG UBND TỈNH {TINH#a}
Số: {t:500-5900}/VP-NC
V/v đính chính văn bản
Do sơ suất trong khâu soạn thảo, Văn phòng UBND tỉnh đính chính Phụ lục kèm Báo cáo số \
{t:100-600}/BC-UBND như sau:
| Dòng | Đã in | Nay sửa là
| 14 | {n:1000-9000} lượt | {n:1000-9000} lượt
| 22 | {tien:20-900} đồng | {tien:20-900} đồng
| 31 | Xã {xa} | Phường {xa}
| 37 | ngày 31/6/2026 | ngày 30/6/2026
Các nội dung khác giữ nguyên. Tệp thay thế: BC06T_2026_v2_{d:2026____}_{d:______}.docx (dung \
lượng {n:80-900} KB, mã SHA-1 rút gọn {d:9f_c__e_}).
""",
    ),
    Layout(
        key="cong-dien",
        genre="telegram",
        forms=("capitals", "word", "pipe"),
        text="""\
CÔNG ĐIỆN
CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH {TINH#a}
Số {t:5-40}/CĐ-UBND, hồi {gio} {ngaydai}
Về việc chủ động ứng phó mưa lũ và bảo đảm trật tự, an toàn xã hội
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:
- Giám đốc các sở: {so}, {so}, {so};
- Chủ tịch UBND các xã, phường: {xa}, {xa}, {xa}, {xa}.
Theo bản tin lúc 05 giờ 00, mưa từ {t:150-300} đến {t:301-520} mm; mực nước trạm thượng lưu \
{d:12,__} m, trên báo động 2 là {d:0,__} m.
1. Sơ tán {n:100-900} hộ ở khu vực nguy cơ sạt lở trước 18 giờ 00; không để người dân tự ý \
quay lại.
2. Công an, Quân sự bố trí {t:8-40} chốt tại ngầm tràn; phân luồng Quốc lộ 24B (2 chiều), \
đường tỉnh 624.
3. Huy động lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở hỗ trợ {t:12-90} điểm.
4. Báo cáo nhanh trước 15 giờ hằng ngày./.
CHỦ TỊCH
{ten}
""",
    ),
)
