"""Written papers: papers that hold contacts, accusations and other things asked (part 1)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="lien-he-may-ban",
        genre="contact line",
        forms=("word", "pipe", "tab"),
        text="""\
UBND XÃ {XA#a}
Số: {t:10-190}/KH-UBND
%QH
KẾ HOẠCH
Tổ chức hội thi tìm hiểu pháp luật năm 2026
1. Thời gian: {gio} ngày {ngay:2026}. 2. Địa điểm: Nhà văn hóa xã. 3. Đối tượng dự thi: \
{t:8-20} đội của các thôn. 4. Kinh phí {tien:10-40} đồng.
Các thôn đăng ký trước ngày {ngay:2026}. Trong quá trình thực hiện, nếu vướng mắc, liên hệ Văn \
phòng HĐND và UBND xã, điện thoại {mot:0255;0269;0238}.3{d:______} để được hướng dẫn./.
CHỦ TỊCH
{ten}
""",
        expected="hold",
        why="office landline of the issuing body",
    ),
    Layout(
        key="lien-he-di-dong-chuc-danh",
        genre="contact line",
        forms=("pipe", "word", "apart"),
        text="""\
BAN CHỈ ĐẠO 138 TỈNH {TINH#a}
Số: {t:10-190}/CV-BCĐ
V/v gửi báo cáo sơ kết
Kính gửi: các thành viên Ban Chỉ đạo
Đề nghị các đồng chí gửi báo cáo kết quả phụ trách địa bàn trước ngày {ngay:2026}; biểu số \
liệu theo mẫu kèm theo.
Đầu mối tiếp nhận: đồng chí Đội trưởng Đội 2, Phòng PV05, Công an tỉnh, số điện thoại \
{mot:0912;0935;0983}.{d:___}.{d:___}.
KT. TRƯỞNG BAN
""",
        expected="hold",
        why="mobile of a contact point named by post",
    ),
    Layout(
        key="lien-he-thu-dien-tu",
        genre="contact line",
        forms=("word", "tab", "spaced"),
        text="""\
{TRUONG#a}
Số: {t:10-190}/CV-THPT
V/v đăng ký mô hình trường học an toàn
Kính gửi: Công an xã {xa}
Nhà trường đăng ký xây dựng mô hình "{mh}" với {t:18-40} lớp, {n:600-1500} học sinh. Hồ sơ bản \
mềm đã gửi từ hộp thư của nhà trường: \
{mot:vanphong;vanthu;bgh}.{mot:lequydon;sonthuong;vonguyengiap}@{mot:gmail.com;yahoo.com.vn}. \
Đề nghị Công an xã hướng dẫn, ký quy chế phối hợp trước ngày {ngay:2026}.
HIỆU TRƯỞNG
{ten}
""",
        expected="hold",
        why="mail of the issuing body outside .gov.vn",
    ),
    Layout(
        key="lien-he-chuyen-vien",
        genre="contact line",
        forms=("tab", "word", "pipe"),
        text="""\
{SO#a}
Số: {t:100-1900}/CV
V/v cung cấp số liệu kinh phí
Kính gửi: UBND các xã, phường
Thực hiện ý kiến chỉ đạo của UBND tỉnh {tinh#a} tại Công văn số {t:100-900}/UBND-NC, đề nghị \
các xã cung cấp số liệu chi năm 2025 (đã chi {tien:90-900} đồng theo báo cáo sơ bộ) trước ngày \
{ngay:2026}.
Mọi chi tiết xin liên hệ ông {ten}, chuyên viên Phòng Quản lý ngân sách, ĐT: \
{mot:0905;0976;0388;0794} {d:___} {d:___}.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
{ten}
""",
        expected="hold",
        why="mobile of a named official on the contact line of the body",
    ),
    Layout(
        key="lien-he-giay-moi",
        genre="contact line",
        forms=("word", "bare", "pipe"),
        text="""\
ỦY BAN MTTQ VIỆT NAM TỈNH {TINH#a}
Số: {t:10-190}/GM-MTTQ
GIẤY MỜI
Kính mời: lãnh đạo {so}; lãnh đạo {so}; Chủ tịch Ủy ban MTTQ các xã, phường
Dự: Hội nghị giao ban công tác dân tộc, tôn giáo và phong trào quý {mot:II;III}/2026
Thời gian: {gio} ngày {ngay:2026}. Địa điểm: Hội trường B, số 72 đường Lê Thánh Tôn.
Xác nhận đại biểu qua Văn phòng: ({mot:0255;0269;0237}) 3{d:___} {d:___} (giờ hành chính).
TL. BAN THƯỜNG TRỰC
CHÁNH VĂN PHÒNG
""",
        expected="hold",
        why="invitation with the phone of the office",
    ),
    Layout(
        key="lien-he-dau-moi-cac-xa",
        genre="contact line",
        forms=("pipe", "word", "tab"),
        text="""\
PHỤ LỤC
ĐẦU MỐI LIÊN LẠC CỦA CÔNG AN CÁC XÃ, PHƯỜNG (cơ quan, không ghi cá nhân)
| TT | Đơn vị | Bộ phận | Điện thoại cơ quan
@9 | {i} | Công an xã {xa} | Trực ban | {mot:0255;0269}.3{d:______}
Cập nhật ngày {ngay:2026}.
""",
        expected="hold",
        why="table of office telephones of bodies",
    ),
    Layout(
        key="lien-he-ngang-bieu",
        genre="contact line",
        forms=("spaced", "word", "capitals"),
        text="""\
HỘI NÔNG DÂN TỈNH {TINH#a}
Trụ sở: 118 đường Nguyễn Trãi; Điện thoại: +84 {mot:255;269;261} 3{d:______}; Fax: \
{mot:0255;0269}3{d:______}
Số: {t:10-190}/BC-HND
BÁO CÁO
Kết quả phối hợp tham gia phong trào 9 tháng năm 2026
Các cấp Hội tổ chức {n:90-900} buổi tuyên truyền, {n:9000-29000} lượt hội viên; xây dựng \
{t:8-60} tổ tự quản; hòa giải thành {t:30-190} vụ, việc; tín chấp {tien:9000-29000} đồng.
Hạn chế: {t:3-9} cơ sở Hội chưa ký chương trình phối hợp.
TM. BAN THƯỜNG VỤ
""",
        expected="hold",
        why="letterhead of the body with telephone and fax",
    ),
    Layout(
        key="lien-he-thanh-phan",
        genre="contact line",
        forms=("word", "pipe", "tab"),
        text="""\
UBND XÃ {XA#a}
Số: {t:10-190}/QĐ-UBND
QUYẾT ĐỊNH
Kiện toàn Ban Chỉ đạo an ninh trật tự xã
Điều 1. Ban Chỉ đạo gồm:
| STT | Họ và tên | Chức vụ | Nhiệm vụ | Điện thoại cơ quan
| 1 | {ten} | Chủ tịch UBND xã | Trưởng ban | {mot:0255;0269}3{d:______}
| 2 | {ten} | Trưởng Công an xã | Phó Trưởng ban Thường trực | {mot:0255;0269}3{d:______}
| 3 | {ten} | Chủ tịch Ủy ban MTTQ xã | Phó Trưởng ban | {mot:0255;0269}3{d:______}
Điều 2. Quyết định có hiệu lực từ ngày ký.
CHỦ TỊCH
""",
        expected="hold",
        why="composition of a committee with office telephones",
        also="accept",
    ),
    Layout(
        key="lien-he-cong-an-069",
        genre="contact line",
        forms=("pipe", "word", "spaced"),
        text="""\
CÔNG AN TỈNH {TINH#a}
PHÒNG XÂY DỰNG PHONG TRÀO BẢO VỆ ANTQ
Số: {t:10-190}/TB-PV05
THÔNG BÁO
Về việc mở lớp tập huấn nhập báo cáo
Lớp học mở ngày {ngay:2026}, {t:60-160} học viên, mỗi xã 01 cán bộ. Học viên mang theo máy \
tính. Thắc mắc gọi trực ban phòng, điện thoại 069.4{d:___}.{d:___}.
TRƯỞNG PHÒNG
""",
        expected="hold",
        why="police number 069 on the contact line of the body",
    ),
    Layout(
        key="to-cao-ten-rieng",
        genre="name and accusation",
        forms=("word", "pipe", "tab"),
        text="""\
CÔNG AN XÃ {XA#a}
Số: {t:10-190}/BC-CAX
BÁO CÁO
Tình hình an ninh, trật tự tuần {t:2-50}
Tuần qua, phong trào toàn dân bảo vệ an ninh Tổ quốc được duy trì; {t:2-9} thôn họp dân; \
{t:1-4} buổi tuyên truyền.
Nổi lên việc {ten} ở {thon} có biểu hiện trộm cắp tài sản, {mot:nghiện ma túy;đánh bạc;cho vay \
nặng lãi}; Công an xã đang theo dõi, giáo dục.
Các mặt công tác khác bình thường. Xã {xa#a} đề nghị cấp {n:200-900} tờ gấp tuyên truyền.
TRƯỞNG CÔNG AN XÃ
""",
        expected="hold",
        why="accusation against a named private person",
    ),
    Layout(
        key="to-cao-bien-ban",
        genre="name and accusation",
        forms=("tab", "word", "spaced"),
        text="""\
UBND XÃ {XA#a}
BIÊN BẢN HỌP GIAO BAN THÁNG {t:2-11}
Chủ trì: ông {ten}, Chủ tịch UBND xã. Thành phần: các ngành, {t:8-20} trưởng thôn.
1. Trưởng Công an xã báo cáo: phát {n:200-900} tờ rơi; tổ hòa giải xử lý {t:2-9} việc.
2. Trưởng thôn phản ánh: anh {ten} hay {mot:gây rối trật tự công cộng;trộm gà, trộm chó;tàng \
trữ trái phép chất ma túy}, bà con bức xúc.
3. Chủ trì kết luận: giao các ngành phối hợp; hoàn thành kế hoạch tháng sau trước ngày \
{ngay:2026}.
""",
        expected="hold",
        why="accusation against a named private person in minutes",
    ),
    Layout(
        key="to-cao-ton-giao",
        genre="name and accusation",
        forms=("word", "pipe", "apart"),
        text="""\
BAN CÔNG TÁC MẶT TRẬN {THON#a}
BÁO CÁO QUÝ {mot:I;II;III}/2026
Thôn có {n:90-290} hộ, {t:2-6} tổ liên gia, quỹ {tien:3-20} đồng.
Trong quý, bà {ten} {mot:theo đạo lạ, lôi kéo người khác;bỏ đạo cũ, theo tà đạo;truyền đạo \
trái phép tại nhà}; Ban công tác Mặt trận đã vận động nhiều lần.
Đề nghị xã hỗ trợ {t:2-9} bộ loa.
""",
        expected="hold",
        why="faith of a named private person",
    ),
    Layout(
        key="chin-so-khong-nhan",
        genre="number or address of a person",
        forms=("pipe", "word", "tab"),
        text="""\
UBND XÃ {XA#a}
GIẤY XÁC NHẬN
Xác nhận bà {ten}, người mang giấy tờ số 2{d:1_______}, có tham gia Ngày hội ngày \
{t:3-16}/8/2026 và đã nộp bản cam kết phòng cháy. Giấy dùng để bổ sung hồ sơ thi đua của thôn, \
có giá trị 30 ngày.
TM. ỦY BAN NHÂN DÂN
""",
        expected="hold",
        why="nine bare digits that may be an old identity number",
    ),
    Layout(
        key="ho-chieu-doan-ra",
        genre="number or address of a person",
        forms=("word", "tab", "pipe"),
        text="""\
UBND TỈNH {TINH#a}
Số: {t:100-1900}/QĐ-UBND
QUYẾT ĐỊNH
Cử đoàn công tác trao đổi kinh nghiệm tuyên truyền, vận động Nhân dân khu vực biên giới
1. Ông {ten}, Phó Chủ tịch UBND tỉnh, hộ chiếu số {mot:C;D}{d:1______};
2. Bà {ten}, Phó Giám đốc {so}, hộ chiếu số {mot:C;D}{d:1______}.
Thời gian: {t:3-6} ngày, từ {ngay:2026}; kinh phí {tien:90-300} đồng.
CHỦ TỊCH
""",
        expected="hold",
        why="passport numbers: asked by the table, identity by the page",
        also="refuse",
    ),
    Layout(
        key="khen-thuong-co-can-cuoc",
        genre="award with what blocks",
        forms=("word", "pipe", "tab"),
        text="""\
UBND XÃ {XA#a}
Số: {t:10-190}/QĐ-UBND
QUYẾT ĐỊNH
Về việc tặng Giấy khen năm 2026
Điều 1. Tặng Giấy khen cho các cá nhân:
| STT | Họ và tên | Số CCCD | Địa chỉ | Hình thức khen thưởng
@4 | {i} | {ten} | {mot:051;064;038;001}{mot:0;1;2;3}{d:________} | {thon} | Giấy khen
Điều 2. Các cá nhân được thưởng {tien:1-2} đồng.
CHỦ TỊCH
""",
        expected="hold",
        why="award list with identity numbers",
        also="refuse",
    ),
    Layout(
        key="khen-thuong-co-di-dong",
        genre="award with what blocks",
        forms=("pipe", "word", "apart"),
        text="""\
UBND PHƯỜNG {XA#a}
Số: {t:10-190}/QĐ-UBND
QUYẾT ĐỊNH
Tặng Giấy khen người tốt, việc tốt
Điều 1. Tặng Giấy khen:
1. Ông {ten}, sinh năm {t:1960-1999}, {thon}, điện thoại {mot:0912;0386;0797}{d:______};
2. Bà {ten}, sinh năm {t:1960-1999}, {thon}, điện thoại {mot:0912;0386;0797}{d:______}.
Điều 2. Phòng Văn hóa - Xã hội và các cá nhân có tên thi hành.
CHỦ TỊCH
""",
        expected="hold",
        why="award lines with mobile numbers of private persons",
        also="refuse",
    ),
    Layout(
        key="thanh-phan-co-can-cuoc",
        genre="composition with what blocks",
        forms=("word", "tab", "workbook"),
        text="""\
CÔNG AN XÃ {XA#a}
DANH SÁCH THÀNH VIÊN TỔ BẢO VỆ AN NINH, TRẬT TỰ {THON#a}
(Kèm theo Quyết định số {t:10-190}/QĐ-UBND)
| STT | Họ và tên | Ngày sinh | Số căn cước | Chức danh
| 1 | {ten} | {ngay:1978} | {mot:051;064;038}{mot:0;1}{d:________} | Tổ trưởng
| 2 | {ten} | {ngay:1985} | {mot:051;064;038}{mot:0;1}{d:________} | Tổ phó
@3 | {i+2} | {ten} | {ngay:1990} | {mot:051;064;038}{mot:0;1}{d:________} | Tổ viên
""",
        expected="hold",
        why="composition list with birth dates and identity numbers",
        also="refuse",
    ),
    Layout(
        key="thanh-phan-co-di-dong",
        genre="composition with what blocks",
        forms=("pipe", "word", "tab"),
        text="""\
UBND PHƯỜNG {XA#a}
DANH SÁCH TỔ LIÊN GIA SỐ {t:1-9} (kèm Quyết định số {t:10-190}/QĐ-UBND)
| STT | Họ và tên | Chức vụ | Số điện thoại di động
@5 | {i} | {ten} | {mot:Tổ trưởng;Tổ phó;Thành viên} | {mot:0905;0388;0865;0774}{d:______}
""",
        expected="hold",
        why="composition list with the members' mobile numbers",
        also="refuse",
    ),
)
