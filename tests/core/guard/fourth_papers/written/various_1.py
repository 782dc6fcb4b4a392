"""Written papers: rules, broadcasts, contracts and other honest papers (part 1)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="quy-uoc-thon",
        genre="regulation",
        forms=("word", "bare"),
        text="""\
{THON#a}, XÃ {XA#a}
QUY ƯỚC TỰ QUẢN VỀ AN NINH, TRẬT TỰ
(Được hội nghị đại diện hộ gia đình thông qua ngày {ngay:2026}, tỷ lệ tán thành {pt}; Chủ tịch \
UBND xã công nhận tại Quyết định số {t:10-390}/QĐ-UBND)
1. Mỗi gia đình giữ gìn nếp sống văn hóa, đoàn kết, thương yêu, giúp đỡ nhau khi hoạn nạn; \
không phân biệt dân tộc, tôn giáo, người cũ, người mới đến.
2. Sau 22 giờ không mở loa, hát karaoke gây ồn; đám cưới, đám giỗ kết thúc trước 22 giờ.
3. Không tàng trữ pháo nổ, vũ khí; có súng săn, súng tự chế thì tự giác giao nộp tại Công an \
xã.
4. Người đến thăm qua đêm thì chủ nhà thông báo lưu trú theo Luật Cư trú, qua ứng dụng hoặc \
trực tiếp.
5. Chuồng trại cách nguồn nước từ {t:10-30} m; đốt nương phải báo trưởng thôn trước {t:1-3} \
ngày.
6. Nghe ba hồi kẻng, mỗi nhà cử một người mang xô, đèn đến nhà văn hóa.
7. Mâu thuẫn thì đến Tổ hòa giải trước, không tự ý giải quyết bằng vũ lực.
? 8. Quỹ tự quản {t:5-20}.000 đồng mỗi hộ mỗi tháng, thu chi công khai ngày 05 hằng tháng.
TRƯỞNG THÔN: {ten}
TRƯỞNG BAN CÔNG TÁC MẶT TRẬN: {ten}
""",
    ),
    Layout(
        key="cau-hoi-thi-phap-luat",
        genre="register and form",
        forms=("pipe", "word"),
        text="""\
BAN TỔ CHỨC HỘI THI CẤP TỈNH
BỘ CÂU HỎI TRẮC NGHIỆM (trích {t:4-6}/{t:100-200} câu)
Câu 1. Ngày 19/8 hằng năm là ngày gì? A. Ngày truyền thống Công an nhân dân và Ngày hội Toàn \
dân bảo vệ an ninh Tổ quốc; B. Ngày Pháp luật; C. Ngày Đại đoàn kết. Đáp án: A.
Câu 2. Ông A phát hiện người lạ phá khóa kho của hợp tác xã, ông A nên làm gì trước tiên? A. \
Tự đuổi bắt; B. Báo Công an xã hoặc gọi 113; C. Quay phim đăng mạng. Đáp án: B.
Câu 3. Hành vi trộm cắp tài sản trị giá từ bao nhiêu đồng trở lên có thể bị truy cứu trách \
nhiệm hình sự? A. 500.000; B. 2.000.000; C. 5.000.000. Đáp án: B.
Câu 4. Số thành viên tối thiểu của Tổ bảo vệ an ninh, trật tự là: A. 02; B. 03; C. 05. Đáp án: \
B.
Câu 5. Người điều khiển xe mô tô mà trong hơi thở có nồng độ cồn thì: A. bị nhắc nhở; B. bị xử \
phạt; C. không sao. Đáp án: B.
Khóa đáp án đề số {d:4__}: 1A 2B 3B 4B 5B 6C 7D 8A 9C 10B 11A 12D 13C 14B 15A.
Thang điểm: {t:30-60} câu, mỗi câu {t:2-5} điểm; thời gian {t:20-45} phút.
""",
    ),
    Layout(
        key="bai-phat-thanh",
        genre="press and speech",
        forms=("spaced", "apart"),
        text="""\
ĐÀI TRUYỀN THANH XÃ {XA#a} (tần số {t:88-107},{t:1-9} MHz)
BÀI PHÁT THANH SỐ {t:10-90}: Cảnh giác lừa đảo trên không gian mạng dịp cuối năm
Thưa bà con! Thời gian gần đây, các đối tượng xấu thường giả danh cán bộ Công an, ngân hàng, \
điện lực, bưu điện để gọi điện, nhắn tin, yêu cầu chuyển tiền hoặc cài ứng dụng lạ. Bà con nhớ \
"4 không": không hoảng sợ, không cung cấp mã OTP, không bấm đường dẫn lạ, không chuyển tiền \
cho người chưa quen biết.
Công an không làm việc qua điện thoại. Khi nghi ngờ, bà con gọi 113, báo Công an xã hoặc tổ \
trưởng Tổ bảo vệ an ninh, trật tự. Bà con nên thay mật khẩu 6 tháng một lần, không đặt 123456 \
hay 888888.
Bài do Công an xã phối hợp Trung tâm Văn hóa, Thông tin và Truyền thanh biên soạn; phát \
{t:2-4} lần mỗi ngày lúc 05 giờ 15 và 17 giờ 30, từ {ngay:2026}.
""",
    ),
    Layout(
        key="ket-qua-khao-sat",
        genre="statistics",
        forms=("pipe", "workbook"),
        text="""\
ỦY BAN MTTQ VIỆT NAM XÃ {XA#a}
KẾT QUẢ KHẢO SÁT SỰ HÀI LÒNG (phiếu không ghi tên, phát ra {n:300-900}, thu về {n:250-890})
| Câu | Nội dung | Rất hài lòng | Hài lòng | Bình thường | Chưa hài lòng
| 1 | Thái độ tiếp dân của Công an xã | {d:3_,_}% | {d:4_,_}% | {d:1_,_}% | {d:_,_}%
| 2 | Thời gian giải quyết thủ tục | {d:3_,_}% | {d:4_,_}% | {d:1_,_}% | {d:_,_}%
| 3 | Tuần tra ban đêm | {d:3_,_}% | {d:4_,_}% | {d:1_,_}% | {d:_,_}%
| 4 | Công khai quỹ vận động | {d:3_,_}% | {d:4_,_}% | {d:1_,_}% | {d:_,_}%
| 5 | Chất lượng Ngày hội | {d:3_,_}% | {d:4_,_}% | {d:1_,_}% | {d:_,_}%
Ý kiến mở: {t:20-90} ý, chia nhóm: chiếu sáng {t:5-20}; giao thông {t:5-20}; tiếng ồn \
{t:3-12}; thủ tục {t:2-9}. Không trích nguyên văn, không phân theo thôn dưới 10 phiếu.
""",
    ),
    Layout(
        key="phieu-khao-sat",
        genre="register and form",
        forms=("word", "tab"),
        text="""\
PHIẾU LẤY Ý KIẾN CƠ QUAN, TỔ CHỨC VỀ CHẤT LƯỢNG PHỐI HỢP
(Không ghi tên người trả lời)
1. Cơ quan, tổ chức: [ ] Công an [ ] Mặt trận [ ] Đoàn thể [ ] Trường học [ ] Doanh nghiệp
2. Cấp: [ ] tỉnh [ ] xã
3. Trong 06 tháng qua, số lần hai bên giao ban: ......
4. Việc trao đổi văn bản: [ ] kịp thời [ ] chậm [ ] không có
5. Nội dung nào còn hình thức? [ ] ký kết [ ] sơ kết [ ] mô hình [ ] báo cáo
6. Đề xuất (không nêu tên cá nhân): ......................................
Phiếu gửi về Ban Dân chủ, Giám sát và Phản biện xã hội, Ủy ban MTTQ Việt Nam tỉnh {tinh}, \
trước ngày {ngay:2026}. Mã phiếu in sẵn: {d:4____}/{t:1000-9000}.
""",
    ),
    Layout(
        key="danh-muc-thu-tuc",
        genre="list of models or areas",
        forms=("workbook", "pipe"),
        text="""\
SỞ NỘI VỤ TỈNH {TINH#a}
DANH MỤC THỦ TỤC HÀNH CHÍNH LĨNH VỰC THI ĐUA, KHEN THƯỞNG
| STT | Mã thủ tục | Tên thủ tục | Thời hạn (ngày) | Mức độ trực tuyến | Lệ phí
@12 | {i} | {d:1.0_____}.000.00.00.H{d:__} | {mot:Tặng Bằng khen theo chuyên đề;Tặng Cờ thi \
đua;Tặng danh hiệu Tập thể Lao động xuất sắc;Tặng Bằng khen đột xuất;Công nhận xã đạt tiêu \
chuẩn} | {t:5-25} | {mot:Toàn trình;Một phần} | Không
Công bố theo Quyết định số {t:100-1900}/QĐ-UBND ngày {ngay:2026}.
""",
    ),
    Layout(
        key="muc-luc-van-ban",
        genre="register and form",
        forms=("tab", "word"),
        text="""\
CỤC V05
MỤC LỤC TẬP VĂN BẢN HƯỚNG DẪN CÔNG TÁC PHONG TRÀO (tập {t:2-6})
ISBN 978-604-{d:7_}-{d:____}-{d:_}; khổ 16 x 24 cm; in {n:1000-9000} cuốn; nộp lưu chiểu quý \
{mot:I;II;III;IV}/2026
Số xác nhận đăng ký xuất bản: {d:4___}-2026/CXBIPH/{d:__}-{d:___}/CAND; mã vạch \
8935{d:_________}
1. Chỉ thị 09-CT/TW ngày 01/12/2011 ....................... 5
2. Kết luận 44-KL/TW ngày 22/01/2019 ..................... 17
3. Luật số 30/2023/QH15 ngày 28/11/2023 .................. 29
4. Nghị định 40/2024/NĐ-CP ngày 16/4/2024 ................ 61
5. Thông tư 14/2024/TT-BCA ............................... 84
6. Quyết định 510/QĐ-BCA-V05 ngày 20/01/2022 ............. 112
7. Hướng dẫn 22/HD-BCA-V05 ngày 18/11/2022 ............... 140
8. Thông tư 40/2023/TT-BTC ............................... 171
Chịu trách nhiệm xuất bản: Giám đốc, Tổng biên tập. Biên tập: {ten}; trình bày: {ten}.
""",
    ),
    Layout(
        key="khau-hieu",
        genre="press and speech",
        forms=("capitals", "pipe"),
        text="""\
BAN TỔ CHỨC NGÀY HỘI XÃ {XA#a}
KHẨU HIỆU TUYÊN TRUYỀN (kèm Công văn số {t:10-90}/BCĐ)
1. Nhiệt liệt chào mừng Ngày hội Toàn dân bảo vệ an ninh Tổ quốc!
2. Toàn dân tích cực tham gia phòng ngừa, phát hiện, đấu tranh với các loại tội phạm!
3. Đồng bào các dân tộc, các tôn giáo đoàn kết, chung tay xây dựng quê hương bình yên!
4. An ninh, trật tự tốt là hạnh phúc của mọi nhà!
5. Nói không với ma túy, cờ bạc, tín dụng đen!
? 6. Đã uống rượu, bia thì không lái xe!
Quy cách: băng rôn 0,8 m x {t:6-9} m, nền đỏ, chữ vàng; {t:20-60} chiếc; treo từ {ngay:2026} \
đến 20/8/2026 trên đường Trường Chinh, đường Lê Trung Đình, đường 30 tháng 4.
""",
    ),
    Layout(
        key="kich-ban",
        genre="press and speech",
        forms=("apart", "word"),
        text="""\
KỊCH BẢN ĐIỀU HÀNH LỄ RA MẮT MÔ HÌNH "{MH#m}"
MC 1: Kính thưa quý vị đại biểu! Về dự buổi lễ hôm nay, xin trân trọng giới thiệu đồng chí \
{ten}, Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh; Thượng tá {ten}, Trưởng phòng PV05; đồng chí \
{ten}, Bí thư Đảng ủy xã {xa#a}; các đồng chí trong Ban Thường vụ Đảng ủy; đông đảo bà con \
{thon#a}.
MC 2: Sau đây xin mời đồng chí {ten}, Chủ tịch UBND xã, công bố quyết định thành lập mô hình \
gồm {t:3-9} tổ, {t:30-90} hộ tự nguyện tham gia.
(Nhạc hiệu 20 giây. Tám đại biểu lên nhấn nút, đứng hai bên bục: trái 4, phải 4.)
MC 1: Xin mời đại diện mô hình phát biểu nhận nhiệm vụ; tiếp đó ký cam kết thi đua giữa \
{t:3-6} thôn.
Tổng thời lượng {t:60-90} phút; màn hình LED {t:3-5} m x {t:5-8} m; micro không dây băng tần \
{t:600-690} MHz.
""",
    ),
    Layout(
        key="lich-tiep-cong-dan",
        genre="seating and timetable",
        forms=("pipe", "tab"),
        text="""\
UBND XÃ {XA#a}
THÔNG BÁO LỊCH TIẾP CÔNG DÂN ĐỊNH KỲ NĂM 2026
| Tháng | Ngày | Người tiếp | Nơi tiếp
@11 | {i} | {t:5-25}/{i}/2026 | {mot:Chủ tịch UBND xã;Phó Chủ tịch UBND xã;Trưởng Công an xã \
và Phó Chủ tịch UBND xã} | Phòng tiếp công dân, tầng 1
Công dân mang theo giấy tờ tùy thân để đối chiếu tại chỗ, xã không sao lưu. Đơn tố cáo, khiếu \
nại tiếp nhận theo luật riêng. Trường hợp trùng ngày lễ, lùi sang ngày làm việc kế tiếp.
""",
    ),
    Layout(
        key="phuong-an-giao-thong",
        genre="plan",
        forms=("word", "spaced"),
        text="""\
CÔNG AN PHƯỜNG {XA#a}
Số: {t:10-190}/PA-CAP
PHƯƠNG ÁN PHÂN LUỒNG GIAO THÔNG PHỤC VỤ NGÀY HỘI
1. Cấm ô tô trên đường Bà Triệu (đoạn từ số 12 đến số 240), đường Nguyễn Công Trứ, đường Phan \
Đình Phùng từ 05 giờ 30 đến 11 giờ 30 ngày {ngay:2026}.
2. Xe khách tuyến {t:20-29} ({t:10-40} lượt/ngày) đi theo Quốc lộ 1 - Quốc lộ 24B - đường tỉnh \
623B; lý trình Km{t:1-19}+{t:100-900} đến Km{t:20-40}+{t:100-900}.
3. Chốt 1: ngã tư Hùng Vương - Quang Trung ({t:3-6} đồng chí); chốt 2: vòng xuyến Lê Lợi \
({t:3-6} đồng chí); chốt 3: cầu số 2 (tải trọng {t:8-18} tấn, cao {d:4,_} m).
4. Bãi đỗ: sân vận động {n:200-900} mô tô; bến cá {n:20-90} ô tô. Vị trí biển tạm theo bản vẽ, \
hệ VN-2000: X = 16{d:_____},{d:__}; Y = 5{d:_____},{d:__}.
5. Tình huống mưa lớn: dời khai mạc vào hội trường, giải tỏa trong {t:20-40} phút.
CHỈ HUY TRƯỞNG PHƯƠNG ÁN: Trung tá {ten}, Trưởng Công an phường
""",
    ),
    Layout(
        key="ban-tin-thoi-tiet",
        genre="register and form",
        forms=("bare", "tab"),
        text="""\
ĐÀI KHÍ TƯỢNG THỦY VĂN TỈNH {TINH#a}
BẢN TIN PHỤC VỤ NGÀY HỘI (phát lúc 15 giờ 30 ngày {ngay:2026})
Mã điện: 48{d:___} 41{d:___} 80{d:___} 10{d:___} 20{d:___} 30{d:___} 40{d:___}
Nhiệt độ thấp nhất {t:22-25} độ, cao nhất {t:30-36} độ; độ ẩm {t:60-95}%; gió đông nam cấp \
{t:2-4}; xác suất mưa {t:20-90}%; lượng mưa 24 giờ {d:1_,_} mm.
| Trạm | 7h | 13h | 19h | Ghi chú
@6 | Xã {xa} | {d:2_,_} | {d:3_,_} | {d:2_,_} | {mot:có mưa;không mưa;mưa rào nhẹ}
Dự báo viên: {ten}. Bản tin tiếp theo phát lúc 05 giờ 00.
""",
    ),
    Layout(
        key="ho-so-luu-tru",
        genre="register and form",
        forms=("workbook", "word"),
        text="""\
CHI CỤC LƯU TRỮ TỈNH {TINH#a}
MỤC LỤC HỒ SƠ PHÔNG BAN CHỈ ĐẠO PHONG TRÀO, HỘP SỐ {t:1-40}
| Số hồ sơ | Tiêu đề | Từ ngày | Đến ngày | Số tờ | Thời hạn bảo quản
@15 | {t:100-980} | {mot:Tập báo cáo năm;Hồ sơ hội nghị tổng kết;Quyết định thành lập, kiện \
toàn;Kế hoạch, chương trình;Hồ sơ công nhận khu dân cư;Công văn trao đổi;Hồ sơ Ngày hội} | \
{ngay:2019} | {ngay:2020} | {n:12-290} | {mot:Vĩnh viễn;20 năm;10 năm}
Hồ sơ có tài liệu cá nhân đã tách, không đưa vào mục lục này.
""",
    ),
    Layout(
        key="goi-tin-lien-thong",
        genre="register and form",
        forms=("tab", "pipe"),
        text="""\
PHIẾU GỬI GÓI TIN LIÊN THÔNG
OrganId: 000.00.{d:__}.H{d:__}; DocumentId: \
000.00.{d:__}.H{d:__},2026/11/{d:1_},{t:10-980}/BC-UBND
OrganName: UBND xã {xa#a}; SignerInfo: KT. Chủ tịch, Phó Chủ tịch, {ten}
Timestamp: 2026-11-{d:1_}T08:{d:1_}:{d:3_}+07:00; Priority: 0; SteeringType: 1; DocumentType: \
9
Trace: {d:2026111_____}{d:____} -> {d:2026111_____}{d:____}; StatusCode: 03 (đã vào sổ)
Content-Id: cid:{d:4b_f}{d:____}-{d:7c__}-4e{d:__}; kích thước {n:90000-900000} byte; phụ lục: \
{t:1-6}
Trích yếu: Báo cáo kết quả thực hiện Chương trình phối hợp 07 quý {mot:I;II;III}/2026
""",
    ),
    Layout(
        key="chu-ky-so",
        genre="register and form",
        forms=("word", "pipe"),
        text="""\
UBND XÃ {XA#a}
Số: {t:10-980}/TB-UBND
(Văn bản đã ký số: Ủy ban nhân dân xã {xa#a}, tỉnh {tinh#a}; thời gian ký: {d:1_}.11.2026 \
08:{d:1_}:{d:3_} +07:00; chứng thư số 5403 0001 {d:7c__} {d:e9__})
THÔNG BÁO
Về việc treo cờ Tổ quốc và tổng vệ sinh môi trường dịp Ngày hội
Các hộ gia đình, cơ quan, trường học treo cờ từ 06 giờ 00 ngày 18/8 đến 18 giờ 00 ngày 19/8; \
tổng vệ sinh sáng {ngay:2026}; tập kết rác trước 10 giờ.
Trưởng thôn đôn đốc, báo cáo bằng tin nhắn trên nhóm của xã trước 16 giờ 30. Cờ hỏng đổi tại \
trụ sở xã ({t:50-190} lá).
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="bao-gia",
        genre="tender",
        forms=("pipe", "word"),
        text="""\
{DN#a}
BẢNG BÁO GIÁ SỐ {t:10-980}/BG-2026
Kính gửi: Công an tỉnh {tinh}
| STT | Hàng hóa, quy cách | Mã hàng | ĐVT | SL | Đơn giá | Thành tiền
| 1 | Loa truyền thanh thông minh 30 W | LTT-30W-V2 | bộ | {n:10-60} | {n:5-9}.200.000 | \
{tien:60-290}
| 2 | Đèn năng lượng mặt trời 200 W | NLMT200-6500K | cái | {n:20-90} | {n:1-2}.150.000 | \
{tien:20-90}
| 3 | Bình chữa cháy bột 4 kg | MFZ4-ABC | bình | {n:50-190} | {n:180-260}.000 | {tien:10-40}
| 4 | Áo phản quang, mã vạch 893{d:6_________} | APQ-XL | cái | {n:50-290} | {n:60-90}.000 | \
{tien:3-20}
| 5 | Gậy giao thông | GGT-54 | cái | {n:50-190} | {n:70-120}.000 | {tien:3-20}
Báo giá đã gồm VAT 8%, có hiệu lực {t:30-90} ngày; giao tại kho Công an tỉnh.
ĐẠI DIỆN CÔNG TY: {ten}, Giám đốc
""",
    ),
    Layout(
        key="loi-keu-goi",
        genre="press and speech",
        forms=("word", "capitals"),
        text="""\
ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH {TINH#a}
LỜI KÊU GỌI
Ủng hộ Quỹ "Vì người nghèo" và xây dựng công trình "Thắp sáng đường quê" năm 2026
Thưa đồng bào, đồng chí! Trong những năm qua, nhờ sự chung tay của các cơ quan, doanh nghiệp \
và Nhân dân, toàn tỉnh đã xây {n:900-3900} nhà đại đoàn kết, lắp {n:9000-29000} bóng đèn, giúp \
các thôn, bản sáng hơn, bình yên hơn.
Nhân Tháng cao điểm, Ban Thường trực kêu gọi mỗi cán bộ, công chức ủng hộ ít nhất một ngày \
lương; mỗi doanh nghiệp tùy khả năng; mỗi người dân một bóng đèn. Chỉ tiêu vận động \
{tien:900-9000} đồng.
Tiếp nhận trực tiếp tại trụ sở Ủy ban MTTQ các cấp, có biên lai; kết quả công khai trên Báo và \
Phát thanh, truyền hình tỉnh.
TM. BAN THƯỜNG TRỰC
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="thu-khen",
        genre="press and speech",
        forms=("spaced", "word"),
        text="""\
GIÁM ĐỐC CÔNG AN TỈNH {TINH#a}
THƯ KHEN
Gửi: tập thể cán bộ, chiến sĩ Công an xã {xa#a} và Tổ bảo vệ an ninh, trật tự {thon#a}
Tôi được báo cáo: trong đợt lũ ngày {ngay:2026}, các đồng chí đã đưa {n:60-290} hộ dân ra khỏi \
vùng ngập, bảo vệ an toàn tài sản, giúp dựng lại {t:8-40} căn nhà. Tôi nhiệt liệt biểu dương \
và gửi lời thăm hỏi tới các đồng chí.
Mong các đồng chí tiếp tục gần dân, sát dân, giữ vững danh hiệu đơn vị dẫn đầu phong trào.
Thân ái!
Đại tá {ten}
""",
    ),
    Layout(
        key="ban-cam-ket",
        genre="regulation",
        forms=("word", "pipe"),
        text="""\
CỘNG ĐỒNG DOANH NGHIỆP CỤM CÔNG NGHIỆP XÃ {XA#a}
BẢN CAM KẾT THI ĐUA
Giữa các đơn vị: {dn}; {dn}; {dn}; {truong}
1. Có phương án phòng cháy, chữa cháy, diễn tập {t:1-3} lần mỗi năm. 2. Có quy chế bảo vệ nội \
bộ, trực 24/24 giờ. 3. Không sử dụng lao động trẻ em; bảo đảm quyền lợi cho {n:300-2900} người \
lao động. 4. Phối hợp với Công an xã trước, trong và sau các dịp lễ. 5. Mỗi đơn vị xây dựng \
một mô hình; đóng góp quỹ cụm {tien:5-20} đồng/năm.
Bản cam kết có sự chứng kiến của UBND, Ủy ban MTTQ xã, ký ngày {ngay:2026}, có giá trị {t:1-3} \
năm.
ĐẠI DIỆN CÁC ĐƠN VỊ (ký tên, đóng dấu)
""",
    ),
    Layout(
        key="hop-dong-tuyen-truyen",
        genre="tender",
        forms=("apart", "pipe"),
        text="""\
%QH
HỢP ĐỒNG ĐẶT HÀNG SẢN XUẤT CHUYÊN MỤC
Số: {t:10-190}/2026/HĐ-PTTH
Bên A: Phòng Công tác đảng và công tác chính trị, Công an tỉnh {tinh#a}; đại diện: Thượng tá \
{ten}, Trưởng phòng.
Bên B: Báo và Phát thanh, truyền hình tỉnh {tinh#a}; đại diện: bà {ten}, Phó Giám đốc; trụ sở: \
165 đường Hùng Vương.
Điều 1. Sản xuất {t:12-52} chuyên mục "Vì an ninh Tổ quốc", thời lượng {t:10-20} phút; phát 20 \
giờ 15 thứ {mot:Ba;Năm;Bảy} hằng tuần.
Điều 2. Giá trị: {tien:90-900} đồng; thanh toán {t:2-4} đợt bằng chuyển khoản qua Kho bạc Nhà \
nước (thông tin tài khoản theo giấy đề nghị riêng của Bên B).
Điều 3. Bên B làm mờ khuôn mặt, biển số, địa chỉ nhà trong hình; không nêu tên người chưa có \
bản án.
Điều 4. Hiệu lực đến {ngay:2027}. Hợp đồng lập 06 bản.
""",
    ),
)
