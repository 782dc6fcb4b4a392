"""Written papers: papers that must not be kept (part 1)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="danh-ba-ho-dan",
        genre="list of private persons",
        forms=("pipe", "word", "workbook"),
        text="""\
DANH SÁCH LIÊN LẠC NHÓM HỘ {THON#a}, XÃ {XA#a}
| TT | Họ và tên | Số điện thoại | Địa chỉ
@12 | {i} | {ten} | {mot:0912;0935;0387;0704;0868}{d:______} | {thon}, nhà số {t:1-90}
Trưởng thôn lập ngày {ngay:2026}.
""",
        expected="refuse",
        why="contact list of private persons",
    ),
    Layout(
        key="danh-ba-mat-so-khong",
        genre="list of private persons",
        forms=("workbook", "tab", "pipe"),
        text="""\
DANH SÁCH HỘI VIÊN CÂU LẠC BỘ XÃ {XA#a}
| TT | Họ và tên | Năm sinh | SĐT
@10 | {i} | {ten} | {t:1955-2004} | {mot:912;935;387;704;868}{d:______}
""",
        expected="refuse",
        why="contact list whose numbers lost the first zero",
    ),
    Layout(
        key="danh-sach-can-cuoc",
        genre="list of private persons",
        forms=("workbook", "word", "pipe"),
        text="""\
DANH SÁCH NGƯỜI DÂN KÝ CAM KẾT KHÔNG VI PHẠM PHÁP LUẬT, {THON#a}
| STT | Họ và tên | Ngày sinh | Số CCCD | Nơi thường trú
@12 | {i} | {ten} | {ngay:1988} | {mot:051;064;079;001}{mot:0;1;2;3}{d:________} | {thon}, xã \
{xa}
""",
        expected="refuse",
        why="list of private persons with identity numbers",
    ),
    Layout(
        key="danh-sach-ho",
        genre="list of private persons",
        forms=("workbook", "pipe", "word"),
        text="""\
UBND XÃ {XA#a}
DANH SÁCH HỘ GIA ĐÌNH {THON#a}
| STT | Họ và tên chủ hộ | Năm sinh | Số nhân khẩu | Địa chỉ | Dân tộc
@14 | {i} | {ten} | {t:1945-1999} | {t:1-8} | Tổ {t:1-9} | {mot:Kinh;Hrê;Co;Gia Rai}
""",
        expected="refuse",
        why="list of households",
    ),
    Layout(
        key="danh-sach-ho-ngheo",
        genre="list of private persons",
        forms=("word", "tab", "pipe"),
        text="""\
DANH SÁCH HỘ NGHÈO ĐƯỢC TẶNG QUÀ NHÂN NGÀY HỘI, XÃ {XA#a}
| STT | Chủ hộ | Năm sinh | Số khẩu | Hoàn cảnh | Mức quà (đồng)
@9 | {i} | {ten} | {t:1945-1999} | {t:1-8} | {mot:Già yếu;Neo đơn;Khuyết tật;Bệnh hiểm nghèo} \
| 500.000
""",
        expected="refuse",
        why="list of poor households",
    ),
    Layout(
        key="danh-sach-bao-hiem-y-te",
        genre="list of private persons",
        forms=("pipe", "workbook", "tab"),
        text="""\
DANH SÁCH CẤP THẺ BẢO HIỂM Y TẾ CHO NGƯỜI DÂN XÃ {XA#a}
| STT | Họ và tên | Ngày sinh | Mã thẻ BHYT
@8 | {i} | {ten} | {ngay:1979} | {mot:DN;HT;GD;HN}{mot:2;3;4}51{d:__________}
""",
        expected="refuse",
        why="health insurance cards",
    ),
    Layout(
        key="danh-sach-doi-tuong",
        genre="list of private persons",
        forms=("word", "pipe", "spaced"),
        text="""\
CÔNG AN XÃ {XA#a}
DANH SÁCH ĐỐI TƯỢNG CẦN QUẢN LÝ, GIÁO DỤC
| STT | Họ và tên | Năm sinh | Nơi ở | Tiền án, tiền sự | Biểu hiện
@8 | {i} | {ten} | {t:1970-2006} | {thon} | {mot:01 tiền án trộm cắp;02 tiền sự ma túy;Không} \
| {mot:Nghiện;Tụ tập;Đánh bạc}
""",
        expected="refuse",
        why="watch list of persons",
    ),
    Layout(
        key="danh-sach-ton-giao",
        genre="list of private persons",
        forms=("pipe", "workbook", "word"),
        text="""\
DANH SÁCH TÍN ĐỒ TRÊN ĐỊA BÀN {THON#a}
| STT | Họ và tên | Năm sinh | Dân tộc | Tôn giáo | Chức sắc, tín đồ
@9 | {i} | {ten} | {t:1950-2006} | {mot:Kinh;Ê Đê;Xơ Đăng;Mông} | {mot:Công giáo;Tin lành;Phật \
giáo} | {mot:Tín đồ;Chức việc}
""",
        expected="refuse",
        why="faith and ethnicity of named persons",
    ),
    Layout(
        key="danh-sach-nguon-tin",
        genre="list of private persons",
        forms=("word", "tab", "pipe"),
        text="""\
SỔ TIẾP NHẬN NGUỒN TIN CỦA QUẦN CHÚNG, XÃ {XA#a}
| STT | Họ và tên người cung cấp | Địa chỉ | Nội dung tin | Số điện thoại
@6 | {i} | {ten} | {thon} | {mot:Nghi có đánh bạc;Có người lạ tạm trú;Tụ tập đua xe} | \
{mot:0912;0935;0387}{d:______}
""",
        expected="refuse",
        why="list of informants",
    ),
    Layout(
        key="danh-sach-y-kien",
        genre="list of private persons",
        forms=("pipe", "word", "tab"),
        text="""\
TỔNG HỢP Ý KIẾN CỬ TRI CÓ QUAN ĐIỂM TRÁI CHIỀU, XÃ {XA#a}
| STT | Họ và tên | Năm sinh | Địa chỉ | Quan điểm
@7 | {i} | {ten} | {t:1950-2000} | {thon} | {mot:Phản đối thu hồi đất;Chê trách cán bộ;Không \
ủng hộ}
""",
        expected="refuse",
        why="opinions of named private persons",
    ),
    Layout(
        key="danh-sach-hoc-sinh",
        genre="list of private persons",
        forms=("workbook", "pipe", "word"),
        text="""\
{TRUONG#a}
DANH SÁCH HỌC SINH CÁ BIỆT
| STT | Họ và tên | Ngày sinh | Lớp | Họ tên phụ huynh | Điện thoại phụ huynh
@9 | {i} | {ten} | {ngay:2011} | {t:6-9}A{t:1-6} | {ten} | {mot:0912;0935;0387;0704}{d:______}
""",
        expected="refuse",
        why="list of children",
    ),
    Layout(
        key="danh-sach-suc-khoe",
        genre="list of private persons",
        forms=("word", "workbook", "tab"),
        text="""\
TRẠM Y TẾ XÃ {XA#a}
DANH SÁCH BỆNH NHÂN TÂM THẦN, HIV CẦN PHỐI HỢP QUẢN LÝ
| STT | Họ và tên | Năm sinh | Địa chỉ | Tình trạng bệnh
@7 | {i} | {ten} | {t:1960-2004} | {thon} | {mot:Tâm thần phân liệt;HIV;Động kinh}
""",
        expected="refuse",
        why="health of named persons",
    ),
    Layout(
        key="danh-sach-bien-so",
        genre="list of private persons",
        forms=("pipe", "word", "tab"),
        text="""\
TỔNG HỢP PHƯƠNG TIỆN VI PHẠM DỪNG ĐỖ TẠI CỔNG TRƯỜNG, PHƯỜNG {XA#a}
| STT | Thời gian | Biển số | Loại xe
@8 | {i} | {ngay:2026} | {t:11-99}{mot:A;B;C}-{d:___}.{d:__} | {mot:Ô tô con;Xe tải nhẹ}
""",
        expected="refuse",
        why="plates of private vehicles",
    ),
    Layout(
        key="bien-so-trong-bai",
        genre="number or address of a person",
        forms=("word", "apart", "spaced"),
        text="""\
BÁO CÁO NHANH CA TRỰC, PHƯỜNG {XA#a}
Lúc {gio} ngày {ngay:2026}, tổ tuần tra nhắc nhở xe mô tô biển số \
{t:47-82}{mot:B1;C1;H1;K1}-{d:___}.{d:__} dừng đỗ trước {truong}. Tổ tiếp tục phát {t:20-90} \
tờ rơi, kết thúc ca không có vướng mắc.
""",
        expected="refuse",
        why="plate of a private vehicle in running text",
    ),
    Layout(
        key="chi-tra-qua-tai-khoan",
        genre="number or address of a person",
        forms=("workbook", "word", "pipe"),
        text="""\
DANH SÁCH CHI HỖ TRỢ QUA TÀI KHOẢN, XÃ {XA#a}
| STT | Họ và tên | Số tài khoản | Ngân hàng | Số tiền
@8 | {i} | {ten} | {d:4203_________} | Agribank | {tien:1-3}
""",
        expected="refuse",
        why="bank accounts of private persons",
    ),
    Layout(
        key="tai-khoan-co-quan",
        genre="number or address of a person",
        forms=("word", "pipe", "tab"),
        text="""\
CÔNG AN PHƯỜNG {XA#a}
THÔNG BÁO
Về việc tiếp nhận ủng hộ mua loa truyền thanh
Các cơ quan, doanh nghiệp ủng hộ xin chuyển về quỹ của phường, số tài khoản {d:5500_________}, \
Ngân hàng Nông nghiệp và Phát triển nông thôn chi nhánh {xa}. Thời gian đến hết ngày \
{ngay:2026}; kết quả công khai mỗi quý; dự kiến {tien:90-300} đồng.
""",
        expected="refuse",
        why="bank account after its label: the page makes no exception for bodies",
    ),
    Layout(
        key="ma-so-thue-ho",
        genre="number or address of a person",
        forms=("pipe", "word", "spaced"),
        text="""\
UBND XÃ {XA#a}
XÁC NHẬN
Hộ kinh doanh {ten}, mã số thuế {d:43005_____}, đã tham gia mô hình "{mh}", trang bị {t:2-9} \
bình chữa cháy, ký cam kết ngày {ngay:2026}.
TM. ỦY BAN NHÂN DÂN
""",
        expected="refuse",
        why="tax number of a household business",
    ),
    Layout(
        key="bao-hiem-xa-hoi",
        genre="number or address of a person",
        forms=("word", "tab", "pipe"),
        text="""\
BẢNG KÊ ĐÓNG BẢO HIỂM CHO LỰC LƯỢNG CƠ SỞ, XÃ {XA#a}
Tổ viên {ten}: mã số BHXH 51{d:________}, mức đóng {t:200000-900000} đồng; tổ viên {ten}: mã \
số BHXH 51{d:________}, mức đóng {t:200000-900000} đồng. Cộng {tien:2-9} đồng, nguồn ngân sách \
xã.
""",
        expected="refuse",
        why="social insurance numbers",
    ),
    Layout(
        key="don-co-can-cuoc",
        genre="number or address of a person",
        forms=("word", "pipe", "apart"),
        text="""\
%QH
ĐƠN KIẾN NGHỊ
Kính gửi: UBND xã {xa#a}
Tôi là {ten}, sinh ngày {ngay:1974}, CCCD số {mot:051;038;079}{mot:0;1}{d:________}, trú tại \
số nhà {t:3-190}, tổ {t:1-9}, xã {xa#a}. Tôi kiến nghị xã sửa đèn đường và bổ sung biển báo ở \
ngã ba gần chợ.
Người làm đơn
""",
        expected="refuse",
        why="identity number and home address in a petition",
    ),
    Layout(
        key="chung-minh-thu-cu",
        genre="number or address of a person",
        forms=("tab", "word", "bare"),
        text="""\
UBND PHƯỜNG {XA#a}
GIẤY ỦY NHIỆM NHẬN KINH PHÍ
Giao ông {ten}, CMND số 21{d:_______}, cấp ngày {ngay:2012}, nhận {tien:2-9} đồng kinh phí tổ \
chức Ngày hội tại {thon}. Chứng từ thanh toán nộp trước ngày {ngay:2026}.
""",
        expected="refuse",
        why="old identity number after its label",
    ),
    Layout(
        key="dia-chi-nha",
        genre="number or address of a person",
        forms=("word", "pipe", "spaced"),
        text="""\
BAN CÔNG TÁC MẶT TRẬN {THON#a}
BÁO CÁO KẾT QUẢ THĂM HỎI
Đoàn đã thăm, tặng quà bà {ten}, trú tại số {t:3-90} ngõ {t:3-90} đường Nguyễn Du, và ông \
{ten}, thường trú số nhà {t:3-90}, hẻm {t:3-90}, tổ {t:1-9}. Mỗi suất quà 500.000 đồng. Kinh \
phí {tien:2-9} đồng do nhà hảo tâm ủng hộ.
""",
        expected="refuse",
        why="home addresses of private persons",
    ),
    Layout(
        key="di-dong-tu-nhan",
        genre="number or address of a person",
        forms=("apart", "word", "pipe"),
        text="""\
TIN CỦA THÔN
Bà con ở {thon#a} cần mua mũ bảo hiểm, đèn pin giá rẻ thì gọi chị {ten} bán tạp hóa, số \
{mot:0912;0977;0345;0859}{d:______}. Tổ tự quản họp tối {ngay:2026}, mỗi hộ đóng 20.000 đồng \
tiền điện chiếu sáng.
""",
        expected="refuse",
        why="mobile of a private person",
    ),
    Layout(
        key="can-cuoc-viet-cach",
        genre="number or address of a person",
        forms=("word", "spaced", "tab"),
        text="""\
UBND XÃ {XA#a}
GIẤY BIÊN NHẬN
Đã nhận của ông {ten}, căn cước {mot:051;064;038} {mot:0;1}{d:__} {d:___} {d:___}, hồ sơ đăng \
ký tổ tự quản gồm {t:2-6} trang. Hẹn trả ngày {ngay:2026}.
""",
        expected="refuse",
        why="identity number written in groups",
    ),
    Layout(
        key="nguoi-nuoc-ngoai-tam-tru",
        genre="number or address of a person",
        forms=("pipe", "workbook", "word"),
        text="""\
SỔ THEO DÕI NGƯỜI THUÊ TRỌ, KHU NHÀ TRỌ BÌNH YÊN, PHƯỜNG {XA#a}
| STT | Họ tên | Ngày sinh | Quê quán | Số định danh cá nhân | Phòng trọ
@9 | {i} | {ten} | {ngay:1999} | Xã {xa} | {mot:051;040;048;036}{mot:2;3}{d:________} | \
{t:1-30}
""",
        expected="refuse",
        why="list of lodgers",
    ),
    Layout(
        key="van-ban-mat",
        genre="secret paper",
        forms=("word", "pipe", "capitals"),
        text="""\
MẬT
CÔNG AN TỈNH {TINH#a}
Số: {t:10-190}/BC-CAT
BÁO CÁO
Tình hình và công tác nắm địa bàn quý {mot:I;II;III}/2026
(Tài liệu thuộc danh mục bí mật nhà nước độ Mật)
Trong quý, đơn vị đã xây dựng {t:3-9} báo cáo chuyên đề, trao đổi {t:5-20} văn bản; kiện toàn \
{t:2-9} tổ công tác. Bản số {t:1-9}/{t:9-12}; nơi nhận theo danh sách riêng.
GIÁM ĐỐC
""",
        expected="refuse",
        why="paper marked secret",
    ),
    Layout(
        key="van-ban-toi-mat",
        genre="secret paper",
        forms=("word", "tab", "spaced"),
        text="""\
BAN CHỈ ĐẠO 138 TỈNH {TINH#a}
Độ mật: TỐI MẬT
Số: {t:10-90}/PA-BCĐ
PHƯƠNG ÁN
Bảo vệ sự kiện ngày {ngay:2026}
Lực lượng {n:90-900} đồng chí, chia {t:3-9} hướng; chỉ huy chung là Giám đốc Công an tỉnh; \
hiệp đồng với Bộ Chỉ huy quân sự tỉnh. In {t:5-12} bản, thu hồi sau khi thực hiện.
""",
        expected="refuse",
        why="paper marked top secret",
    ),
    Layout(
        key="moi-dan-co-so-dien-thoai",
        genre="number or address of a person",
        forms=("tab", "pipe", "word"),
        text="""\
DANH SÁCH KHÁCH MỜI LÀ NHÂN DÂN TIÊU BIỂU DỰ NGÀY HỘI, XÃ {XA#a}
| TT | Họ và tên | Tuổi | Nhà ở | Số điện thoại liên hệ
@10 | {i} | {ten} | {t:25-80} | {thon} | {mot:0912;0935;0387;0704;0868}{d:______}
""",
        expected="refuse",
        why="list of private guests with telephones and homes",
    ),
)
