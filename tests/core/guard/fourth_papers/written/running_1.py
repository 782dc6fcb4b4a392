"""Written papers: budgets, tenders, lists, notices and other honest papers (part 1)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="du-toan-nam",
        genre="budget",
        forms=("pipe", "workbook", "word"),
        text="""\
CÔNG AN TỈNH {TINH#a}
DỰ TOÁN KINH PHÍ THỰC HIỆN PHONG TRÀO NĂM 2027
(Kèm theo Tờ trình số {t:100-980}/TTr-CAT-PH10)
Đơn vị tính: đồng. Mã chương 009; mã ĐVQHNS {d:1______}
| TT | Nội dung chi | Căn cứ | Số lượng | Định mức | Thành tiền
| I | Hội nghị sơ kết, tổng kết | TT 40/2017/TT-BTC | {n:2-6} | {tien:20-60} | {tien:90-300}
| II | Tuyên truyền trên báo, đài | TT 40/2023/TT-BTC | {n:12-52} | {tien:3-9} | {tien:90-300}
| III | In ấn tài liệu | Báo giá | {n:2000-9000} | 15.000 | {tien:30-130}
| IV | Tập huấn lực lượng nòng cốt | TT 36/2018/TT-BTC | {n:8-30} | {tien:9-20} | \
{tien:100-500}
| V | Hỗ trợ ra mắt mô hình | NQ {t:10-60}/2025/NQ-HĐND | {n:20-60} | {tien:2-10} | \
{tien:100-400}
| VI | Kiểm tra, giám sát | TT 40/2017/TT-BTC | {n:12-40} | {tien:1-4} | {tien:20-90}
| VII | Khen thưởng | NĐ 152/2025/NĐ-CP | {n:20-90} | {tien:1-6} | {tien:90-300}
| | Tổng cộng | | | | {tien:900-2600}
Bằng chữ: theo bảng tính kèm theo. Số dự toán chưa bao gồm dự phòng 5%.
NGƯỜI LẬP: {ten}, cán bộ Phòng Hậu cần
THỦ TRƯỞNG ĐƠN VỊ: Đại tá {ten}
""",
    ),
    Layout(
        key="quyet-toan",
        genre="budget",
        forms=("word", "tab", "apart"),
        text="""\
ỦY BAN MTTQ VIỆT NAM XÃ {XA#a}
BÁO CÁO QUYẾT TOÁN KINH PHÍ CHƯƠNG TRÌNH PHỐI HỢP NĂM 2025
I. Nguồn: dự toán giao {tien:90-200} đồng; chuyển nguồn {tien:2-9} đồng; xã hội hóa \
{tien:10-60} đồng.
II. Chi
| Mục | Tiểu mục | Nội dung | Chứng từ | Số tiền
| 6550 | 6551 | Văn phòng phẩm | {t:3-9} | {tien:2-9}
| 6600 | 6606 | Tuyên truyền | {t:3-19} | {tien:8-30}
| 6650 | 6657 | Thuê hội trường, thiết bị | {t:3-9} | {tien:8-20}
| 6700 | 6702 | Phụ cấp công tác phí | {t:9-40} | {tien:8-20}
| 7000 | 7049 | Chi khác nghiệp vụ | {t:3-9} | {tien:8-30}
| 7750 | 7799 | Chi khác | {t:1-9} | {tien:1-9}
III. Tồn quỹ chuyển năm sau: {tien:1-9} đồng ({d:1,__}% dự toán).
IV. Thuyết minh: số giảm {tien:1-9} đồng do tiết kiệm chi hội nghị; đối chiếu với Kho bạc Nhà \
nước khu vực {t:1-20} theo Mẫu 20a ngày {ngay:2026}, khớp đúng. Số chứng từ rút dự toán: \
RDT{d:4_____}; chuyển khoản qua tài khoản dự toán mã 9523, không rút tiền mặt.
KẾ TOÁN: {ten}
CHỦ TỊCH: {ten}
""",
    ),
    Layout(
        key="phan-bo-von",
        genre="budget",
        forms=("workbook", "pipe", "word"),
        text="""\
UBND TỈNH {TINH#a}
PHỤ LỤC PHÂN BỔ KINH PHÍ HỖ TRỢ TỔ BẢO VỆ AN NINH, TRẬT TỰ NĂM 2026
| STT | Xã, phường | Số tổ | Số thành viên | Hỗ trợ hằng tháng | Bảo hiểm y tế | Trang phục | \
Cộng (đồng)
@18 | {i} | {xa} | {n:6-40} | {n:18-140} | {tien:30-190} | {tien:3-20} | {tien:10-60} | \
{tien:200-900}
| | Tổng cộng | {n:900-1900} | {n:2700-5900} | | | | {tien:90000-190000}
Cột "Bảo hiểm y tế" là tổng số tiền đóng của địa bàn. Kinh phí giao tại mã nguồn 12, mã CTMT \
00000, khoản 041.
""",
    ),
    Layout(
        key="cong-khai-ngan-sach",
        genre="budget",
        forms=("tab", "word", "pipe"),
        text="""\
UBND XÃ {XA#a}
Số: {t:100-480}/TB-UBND
THÔNG BÁO
Công khai tình hình thực hiện dự toán ngân sách xã quý {mot:I;II;III}/2026
Căn cứ Thông tư số 343/2016/TT-BTC, UBND xã công khai:
1. Tổng thu: {tien:9000-19000} đồng ({pt} dự toán): thu hưởng 100% {tien:900-1900} đồng; thu \
phân chia {tien:900-1900} đồng; bổ sung cân đối {tien:6000-9000} đồng.
2. Tổng chi: {tien:6000-9000} đồng: quốc phòng {tien:300-900} đồng; an ninh và trật tự \
{tien:300-900} đồng; giáo dục {tien:90-300} đồng; sự nghiệp kinh tế {tien:300-900} đồng; quản \
lý hành chính {tien:2000-4000} đồng; bảo đảm xã hội {tien:300-900} đồng.
3. Quỹ vận động do Nhân dân đóng góp: {tien:90-300} đồng.
Niêm yết tại trụ sở và nhà văn hóa {t:8-30} thôn trong 30 ngày, từ {ngay:2026}.
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="thanh-toan",
        genre="budget",
        forms=("spaced", "word", "bare"),
        text="""\
GIẤY ĐỀ NGHỊ THANH TOÁN TẠM ỨNG
Đơn vị: Văn phòng HĐND và UBND xã {xa#a}
Nội dung: tổ chức Ngày hội điểm ngày {t:3-16}/8/2026
1. Số tạm ứng theo phiếu chi số PC{d:00__} ngày {ngay:2026}: {t:20000000-60000000}đ
2. Số đã chi: {t:20000000-60000000}đ, gồm âm thanh {t:3000000-9000000}đ, phông bạt \
{t:3000000-9000000}đ, nước uống {t:1000000-5000000}đ, giải thưởng {t:3000000-9000000}đ
3. Chênh lệch nộp lại: {t:100000-900000}đ
Hóa đơn: ký hiệu 1C26T{mot:AA;BK;HN}, số {d:000_____}; mã cơ quan thuế \
M1-26-{mot:QX;ZL}{d:9____}-{d:000_____}. Kèm theo {t:4-12} chứng từ gốc.
Kế toán kiểm tra, trình Chủ tài khoản duyệt.
""",
    ),
    Layout(
        key="bang-ke-hoa-don",
        genre="budget",
        forms=("pipe", "tab", "workbook"),
        text="""\
BẢNG KÊ HÓA ĐƠN DỊCH VỤ CÔNG TÁC TUYÊN TRUYỀN
| TT | Ký hiệu | Số hóa đơn | Ngày | Đơn vị bán | Tiền trước thuế | Thuế GTGT 8% | Thanh toán
@9 | {i} | 1C26TAB | {d:0000____} | {ngay:2026} | {dn} | {tien:2-60} | {n:100000-900000} | \
{tien:3-70}
Cộng: {tien:90-400} đồng. Các hóa đơn đã tra cứu hợp lệ trên cổng của cơ quan thuế ngày \
{ngay:2026}.
""",
    ),
    Layout(
        key="ket-qua-thau",
        genre="tender",
        forms=("word", "pipe", "tab"),
        text="""\
SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH {TINH#a}
Số: {t:100-480}/QĐ-SKHCN
%QH
QUYẾT ĐỊNH
Phê duyệt kết quả lựa chọn nhà thầu gói thầu số 0{t:1-6}: Thuê phần mềm báo cáo phong trào
Căn cứ Luật Đấu thầu số 22/2023/QH15; Báo cáo thẩm định số {t:10-90}/BC-TTĐ;
Điều 1. Phê duyệt kết quả lựa chọn nhà thầu với nội dung sau:
| Nội dung | Chi tiết
| Mã thông báo mời thầu | IB26{d:000_____}-01
| Mã kế hoạch lựa chọn nhà thầu | PL26{d:000_____}
| Nhà thầu trúng thầu | {dn}
| Mã định danh trên hệ thống | vn43{d:00______}
| Giá dự thầu | {tien:900-2900} đồng
| Giá trúng thầu | {tien:900-1900} đồng
| Điểm kỹ thuật | {d:8_,__}/100
| Thời gian thực hiện | {t:90-360} ngày
| Loại hợp đồng | Trọn gói
Điều 2. Các nhà thầu không trúng thầu: {dn} (vn01{d:01______}), lý do không đáp ứng yêu cầu về \
nhân sự chủ chốt; {dn} (vn42{d:01______}), lý do xếp hạng thứ 2.
Điều 3. Văn phòng Sở, tổ chuyên gia và nhà thầu thi hành./.
GIÁM ĐỐC
{ten}
""",
    ),
    Layout(
        key="moi-chao-gia",
        genre="tender",
        forms=("tab", "bare", "word"),
        text="""\
CÔNG AN XÃ {XA#a}
Số: {t:10-90}/TB-CAX
THÔNG BÁO
Mời chào giá in ấn tài liệu tuyên truyền
1. Hàng hóa: tờ gấp A4 gập 3, {n:2000-9000} tờ; sổ tay 14,5 x 20,5 cm, {n:300-900} cuốn; pa-nô \
2,4 m x 3,6 m, {t:4-20} tấm; băng rôn 0,8 m x 6 m, {t:10-60} chiếc.
2. Dự toán: không quá {tien:40-190} đồng (đã gồm thuế VAT).
3. Báo giá đóng dấu, gửi trực tiếp tại bộ phận văn thư trước 16 giờ 30 ngày {ngay:2026}; hiệu \
lực tối thiểu 60 ngày.
4. Tiêu chí: giá thấp nhất trong các báo giá đáp ứng yêu cầu; giao hàng trong {t:5-12} ngày.
Báo giá gửi sau thời hạn không xem xét.
TRƯỞNG CÔNG AN XÃ
""",
    ),
    Layout(
        key="nghiem-thu",
        genre="minutes",
        forms=("pipe", "apart", "spaced"),
        text="""\
%QO
BIÊN BẢN NGHIỆM THU
Hợp đồng số {t:10-90}/2026/HĐKT-{t:100-900} ngày {ngay:2026}
Bên A: UBND phường {xa#a}, địa chỉ số 01 đường Nguyễn Huệ, phường {xa#a}; đại diện: ông {ten}, \
Phó Chủ tịch.
Bên B: {dn#b}, trụ sở chính: lô C3 khu công nghiệp, xã {xa}; đại diện: bà {ten}, Giám đốc.
1. Khối lượng: {t:20-90} bộ loa truyền thanh thông minh, công suất 30 W; {t:20-90} cột thép 6 \
m; {n:900-4900} m cáp.
2. Sê-ri thiết bị: từ LTT{d:4_____} đến LTT{d:4_____}; phần mềm phiên bản 2.{t:1-9}.{t:0-30}.
3. Chất lượng: đạt yêu cầu; chạy thử 72 giờ không lỗi.
4. Giá trị nghiệm thu: {tien:200-900} đồng; khấu trừ tạm ứng 30%; bảo hành {t:12-36} tháng.
Hai bên ký tên, đóng dấu. Biên bản lập thành 06 bản.
""",
    ),
    Layout(
        key="so-do-cho-ngoi",
        genre="seating and timetable",
        forms=("word", "tab", "pipe"),
        text="""\
SƠ ĐỒ CHỖ NGỒI HỘI NGHỊ TỔNG KẾT PHONG TRÀO NĂM 2026
Hội trường tỉnh {tinh}, bàn chủ tọa ghi chữ A, hàng ghế tính từ sân khấu
| Vị trí | Họ và tên | Chức vụ
| A1 | {ten} | Chủ tịch UBND tỉnh
| A2 | {ten} | Phó Bí thư Thường trực Tỉnh ủy
| A3 | Thiếu tướng {ten} | Phó Cục trưởng Cục V05
| A4 | {ten} | Chủ tịch Ủy ban MTTQ Việt Nam tỉnh
| A5 | Đại tá {ten} | Giám đốc Công an tỉnh
@12 | B{i} | {ten} | {mot:Giám đốc;Phó Giám đốc} {so}
@8 | C{i} | {ten} | Chủ tịch UBND xã {xa}
@6 | D{i} | {ten} | Trưởng Công an xã {xa}
Hàng E đến hàng K: đại biểu khu dân cư, mỗi xã 02 ghế, theo biển tên xã. Ghế F12-F20 dành cho \
phóng viên.
""",
    ),
    Layout(
        key="so-do-chuc-danh",
        genre="seating and timetable",
        forms=("spaced", "bare", "word"),
        text="""\
SƠ ĐỒ VỊ TRÍ ĐẠI BIỂU LỄ RA QUÂN
Khối 1: Công an tỉnh, 60 đồng chí, hàng 1-6, cột 01-10.
Khối 2: Quân sự, Biên phòng, 40 đồng chí, hàng 1-4, cột 11-20.
Khối 3: Tổ bảo vệ an ninh, trật tự {t:8-14} phường, 120 đồng chí, hàng 1-8, cột 21-35.
Khối 4: học sinh {truong}, 100 em, phía sau khối 3.
Xe chỉ huy đỗ tại cổng số 2, xe đại biểu đỗ bãi B (phát {t:60-90} thẻ xe theo tên cơ quan). \
Đội nghi lễ vào vị trí lúc 06 giờ 15; duyệt đội ngũ 06 giờ 45; xuất phát 07 giờ 20 theo lộ \
trình Quang Trung - Hùng Vương - Phan Bội Châu.
""",
    ),
    Layout(
        key="lich-cong-tac-tuan",
        genre="seating and timetable",
        forms=("pipe", "word", "tab"),
        text="""\
LỊCH CÔNG TÁC TUẦN {t:2-50} NĂM 2026 CỦA LÃNH ĐẠO UBND XÃ {XA#a}
| Thứ, ngày | Sáng | Chiều
| Hai, {ngay:2026} | Giao ban (CT, các PCT, Trưởng CA, CHT QS) | CT dự họp BCĐ 138 tỉnh (trực \
tuyến)
| Ba, {ngay:2026} | PCT {ten} kiểm tra mô hình tại {thon} | CT tiếp công dân định kỳ
| Tư, {ngay:2026} | Họp Hội đồng TĐKT | PCT {ten} làm việc với {so}
| Năm, {ngay:2026} | Dự Ngày hội {thon} | Làm việc tại cơ quan
| Sáu, {ngay:2026} | Họp UBND thường kỳ tháng | Xử lý hồ sơ tồn đọng
| Bảy, CN | Trực: Phó Chủ tịch; Văn phòng; Công an xã | Trực tiếp tục
Lịch thay giấy mời; thay đổi được thông báo trên hệ thống quản lý văn bản.
VĂN PHÒNG HĐND VÀ UBND
""",
    ),
    Layout(
        key="chuong-trinh-hoi-nghi",
        genre="seating and timetable",
        forms=("apart", "word", "spaced"),
        text="""\
CHƯƠNG TRÌNH
HỘI NGHỊ TẬP HUẤN CÔNG TÁC PHONG TRÀO NĂM 2026
(tại {truong}, từ {ngay:2026} đến {ngay:2026})
07:15 - 07:45 Đón tiếp đại biểu, nhận tài liệu
07:45 - 08:00 Ổn định tổ chức, chào cờ, giới thiệu đại biểu
08:00 - 08:15 Phát biểu khai mạc: Đại tá {ten}, Phó Giám đốc Công an tỉnh
08:15 - 09:45 Chuyên đề 1: kỹ năng xây dựng, nhân rộng mô hình. Báo cáo viên: Thượng tá {ten}, \
Trưởng phòng PV05
09:45 - 10:00 Giải lao
10:00 - 11:30 Chuyên đề 2: kỹ năng hòa giải ở cơ sở. Báo cáo viên: bà {ten}, Phó Giám đốc Sở \
Tư pháp
13:30 - 15:00 Chuyên đề 3: nhập báo cáo trên hệ thống (mỗi xã mang 01 máy tính)
15:00 - 16:15 Chuyên đề 4: kiến thức về dân tộc, tôn giáo trong vận động quần chúng. Báo cáo \
viên: ông {ten}, Phó Giám đốc Sở Dân tộc và Tôn giáo
16:15 - 16:45 Làm bài thu hoạch (60 câu, 45 phút)
16:45 Bế mạc
""",
    ),
    Layout(
        key="lich-truc",
        genre="seating and timetable",
        forms=("tab", "pipe", "word"),
        text="""\
BẢNG PHÂN CÔNG TRỰC LÃNH ĐẠO THÁNG {t:3-11}/2026, ỦY BAN MTTQ VIỆT NAM TỈNH {TINH#a}
| Ngày | Trực lãnh đạo | Trực ban văn phòng
@14 | {i} | {mot:Chủ tịch;Phó Chủ tịch Thường trực;Phó Chủ tịch phụ trách phong trào} | \
{mot:Ban Tổ chức - Kiểm tra;Ban Dân chủ - Pháp luật;Văn phòng;Ban Phong trào}
Ca trực từ 07 giờ 30 đến 07 giờ 30 hôm sau; sổ trực ghi số việc, không ghi tên người phản ánh.
""",
    ),
    Layout(
        key="danh-muc-mo-hinh",
        genre="list of models or areas",
        forms=("word", "workbook", "tab"),
        text="""\
DANH MỤC MÔ HÌNH PHONG TRÀO ĐANG HOẠT ĐỘNG TẠI XÃ {XA#a}
| TT | Mã mô hình | Tên mô hình | Địa bàn | Quyết định | Số điểm | Số tổ | Phân loại
@11 | {i} | MH-{d:2____}-{d:0__} | {mh} | {thon} | {t:10-300}/QĐ-UBND | {n:1-20} | {n:1-60} | \
{mot:Tốt;Khá;Trung bình;Yếu}
Mô hình đã thanh loại trong kỳ: {t:1-4}. Danh mục cập nhật ngày {ngay:2026}, thay danh mục \
{ngay:2025}.
""",
    ),
    Layout(
        key="mo-ta-mo-hinh",
        genre="list of models or areas",
        forms=("word", "apart", "pipe"),
        text="""\
BẢN MÔ TẢ MÔ HÌNH "{MH#m}"
Địa bàn khởi điểm: {thon#a}, xã {xa#a}, tỉnh {tinh#a}. Ra mắt: {ngay:2025}.
1. Vì sao có mô hình? Thôn nằm dọc quốc lộ, dân cư tập trung, buôn bán nhỏ; trước đây thường \
xảy ra mất trộm vặt và va chạm giao thông vào giờ tan ca. Chi bộ họp, Mặt trận vận động, Nhân \
dân bàn và quyết định góp công, góp vật liệu.
2. Cách làm. Mỗi cụm 10 đến 15 hộ cử một tổ trưởng; tổ sinh hoạt mỗi tháng một lần; có quy \
ước, sổ ghi việc; khi có sự cố gõ kẻng ba hồi hoặc báo qua nhóm của thôn. Công an xã hướng dẫn \
kỹ năng, Hội Phụ nữ giữ quỹ.
3. Kết quả sau {t:8-30} tháng: {t:5-20} tổ, {n:60-300} lượt sinh hoạt; {n:9-60} lần giúp dập \
lửa, cứu người bị nạn; giao thông thông suốt; thôn được công nhận đạt tiêu chuẩn hai năm liền.
4. Chi phí: {tien:8-60} đồng, ngân sách hỗ trợ {t:20-40}%, còn lại đóng góp tự nguyện, công \
khai tại nhà văn hóa.
5. Điều kiện nhân rộng: chi bộ mạnh, trưởng thôn có uy tín, hộ ở liền kề, có người giữ kẻng.
6. Khó khăn: người trẻ đi làm xa; kinh phí thay bóng đèn.
? 7. Nơi đã học tập: xã {xa} ({t:2-9} điểm), phường {xa} ({t:2-9} điểm).
Người viết: {ten}, công chức Văn hóa - Xã hội xã.
""",
    ),
    Layout(
        key="danh-sach-xa",
        genre="list of models or areas",
        forms=("workbook", "tab", "pipe"),
        text="""\
DANH SÁCH ĐƠN VỊ HÀNH CHÍNH CẤP XÃ TỈNH {TINH#a} SAU SẮP XẾP
| Mã tỉnh | Mã xã | Tên đơn vị | Loại | Diện tích (km2) | Dân số | Số thôn | Trụ sở
@26 | 51 | {d:2____} | {xa} | {mot:Xã;Xã;Phường} | {d:1__,__} | {n:9000-49000} | {n:6-40} | \
{thon}
Mã đơn vị theo Quyết định số 19/2025/QĐ-TTg; xã an toàn khu ghi thêm dấu sao.
""",
    ),
    Layout(
        key="danh-sach-khu-dan-cu",
        genre="list of models or areas",
        forms=("pipe", "word", "spaced"),
        text="""\
PHỤ LỤC 02
KHU DÂN CƯ ĐĂNG KÝ PHẤN ĐẤU ĐẠT TIÊU CHUẨN NĂM 2027, XÃ {XA#a}
| TT | Khu dân cư | Số hộ | Số hộ đăng ký | Chi bộ có nghị quyết | Ngày đăng ký
@15 | {i} | {thon} | {n:90-420} | {n:90-420} | {t:1-40}-NQ/CB | {ngay:2027}
Tổng hợp {n:2900-5900} hộ tham gia, đạt 100%. Chỉ thống kê số hộ, không lập danh sách hộ.
""",
    ),
    Layout(
        key="danh-sach-truong-thon",
        genre="list of officials",
        forms=("word", "tab", "pipe"),
        text="""\
UBND XÃ {XA#a}
DANH SÁCH CHỨC DANH Ở THÔN, TỔ DÂN PHỐ NHIỆM KỲ 2025 - 2028
| TT | Thôn | Trưởng thôn | Bí thư chi bộ | Trưởng Ban công tác Mặt trận
@12 | {i} | {thon} | {ten} | {ten} | {ten}
Danh sách được công bố theo Quyết định số {t:100-480}/QĐ-UBND ngày {ngay:2025}.
""",
    ),
)
