"""Written papers: minutes, awards, letters and telegrams (part 1)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="bien-ban-hoi-nghi",
        genre="minutes",
        forms=("word", "pipe", "apart"),
        text="""\
BAN CHỈ ĐẠO 138 TỈNH {TINH#a}
%QH
BIÊN BẢN
Phiên họp thứ {t:2-9} của Ban Chỉ đạo 138 tỉnh
Hôm nay, lúc {gio} {ngaydai}, tại phòng họp A, trụ sở Ủy ban nhân dân tỉnh, Ban Chỉ đạo tổ \
chức phiên họp.
I. THÀNH PHẦN
Chủ trì: ông {ten#ct}, Phó Chủ tịch UBND tỉnh, Trưởng ban Chỉ đạo.
Có mặt: {t:18-24}/27 thành viên; vắng có lý do: đại diện {so}; vắng không lý do: không.
Thư ký: bà {ten#tk}, Chuyên viên Văn phòng UBND tỉnh.
II. NỘI DUNG
1. Thượng tá {ten}, Phó Trưởng phòng PV05, trình bày báo cáo kết quả quý {mot:I;II;III}/2026: \
đã ban hành {n:12-70} văn bản; tổ chức {n:90-900} buổi tuyên truyền với {n:9000-80000} lượt \
người; toàn tỉnh có {n:180-800} mô hình.
2. Ý kiến thảo luận
- Ông {ten}, Phó Giám đốc {so}: đề nghị bố trí kinh phí sự nghiệp ngay từ đầu năm; hiện mới \
giải ngân {pt}.
- Bà {ten}, Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh: việc đánh giá mô hình còn hình thức; một \
số xã sau sắp xếp trùng tên mô hình; cần phân biệt "mô hình", "điểm" và "tổ".
- Đại tá {ten}, Phó Chính ủy Bộ Chỉ huy Bộ đội Biên phòng: thống nhất kế hoạch tuyên truyền \
phòng, chống mua bán người, ma túy ở {t:8-14} xã biên giới.
? - Ông {ten}, Giám đốc Sở Dân tộc và Tôn giáo: đề xuất gắn với Chương trình mục tiêu quốc gia \
phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi.
3. Cơ quan Thường trực giải trình {t:3-7} nội dung.
III. KẾT LUẬN CỦA CHỦ TRÌ
a) Thống nhất đánh giá kết quả; giao Công an tỉnh hoàn thiện báo cáo trước ngày {ngay:2026}.
b) Giao {so} thẩm định dự toán {tien:200-900} đồng, trình trước ngày {ngay:2026}.
c) Các xã chưa gửi báo cáo ({t:3-12} đơn vị) phải giải trình bằng văn bản.
Phiên họp kết thúc lúc 11 giờ 20 cùng ngày; biên bản đã thông qua, lập thành 03 bản.
THƯ KÝ: {ten#tk}
CHỦ TRÌ: {ten#ct}
""",
    ),
    Layout(
        key="bien-ban-lam-viec",
        genre="minutes",
        forms=("pipe", "word", "bare"),
        text="""\
ĐOÀN KIỂM TRA LIÊN NGÀNH SỐ {t:1-6}
%QO
BIÊN BẢN LÀM VIỆC
Hồi {gio}, {ngaydai}, tại trụ sở UBND xã {xa#a}, số 17 đường Lê Lợi, Đoàn kiểm tra làm việc \
với Ban Chỉ đạo 138 xã {xa#a}.
1. Đại diện Đoàn: ông {ten}, Phó Trưởng ban Ban Pháp chế HĐND tỉnh, Trưởng đoàn; bà {ten}, \
chuyên viên {so}, thư ký.
2. Đại diện đơn vị: ông {ten}, Chủ tịch UBND xã; Thiếu tá {ten}, Trưởng Công an xã; bà {ten}, \
Chủ tịch Ủy ban MTTQ xã.
3. Kết quả đối chiếu
| Nội dung | Báo cáo | Kiểm tra | Chênh lệch
| Số văn bản ban hành | {n:12-40} | {n:12-40} | {mot:0;1;2}
| Khu dân cư đăng ký | {n:8-30} | {n:8-30} | 0
| Mô hình đang hoạt động | {n:3-19} | {n:3-19} | {mot:0;1;3}
| Lượt người dự tuyên truyền | {n:1200-9800} | {n:1200-9800} | {n:0-90}
| Kinh phí đã chi (đồng) | {tien:10-90} | {tien:10-90} | 0
4. Ưu điểm: hồ sơ lưu theo năm, có mục lục; họp giao ban đúng kỳ; phân công rõ theo chức danh.
5. Tồn tại: {mot:kế hoạch sao chép của cấp trên, chưa có chỉ tiêu riêng;biên bản họp thôn \
thiếu chữ ký thư ký;chưa thanh loại mô hình ngừng hoạt động}.
6. Kiến nghị của đơn vị: bổ sung kinh phí loa truyền thanh cho {t:2-6} thôn; tập huấn sử dụng \
hệ thống báo cáo.
Biên bản kết thúc lúc 16 giờ 45, lập 04 bản có giá trị như nhau.
ĐẠI DIỆN ĐƠN VỊ
TRƯỞNG ĐOÀN
""",
    ),
    Layout(
        key="bien-ban-hop-thon",
        genre="minutes",
        forms=("spaced", "word", "capitals"),
        text="""\
UBND XÃ {XA#a}
{THON#a}
%QO
BIÊN BẢN HỌP KHU DÂN CƯ
Tự đánh giá tiêu chuẩn "An toàn về an ninh, trật tự" năm 2026
Thời gian: {gio}, ngày {ngay:2026}. Địa điểm: nhà sinh hoạt cộng đồng.
Chủ trì: ông {ten}, Trưởng thôn. Thư ký: bà {ten}, Chi hội trưởng Chi hội Phụ nữ.
Thành phần: đại diện cấp ủy chi bộ, Ban công tác Mặt trận, Tổ bảo vệ an ninh, trật tự, cán bộ \
Công an xã phụ trách; {n:60-210}/{n:211-280} hộ có đại diện dự họp.
Nội dung: Trưởng thôn đọc báo cáo tự đánh giá theo 05 tiêu chí của Thông tư số 124/2021/TT-BCA \
(sửa đổi, bổ sung).
| Tiêu chí | Tự đánh giá
| Chi bộ có nghị quyết, khu dân cư đăng ký trong quý I | Đạt
| 100% hộ gia đình đăng ký tham gia | Đạt
| Chấp hành chủ trương, pháp luật | Đạt
| Không để xảy ra các trường hợp tại khoản 3 Điều 4 | Đạt (theo Văn bản số {t:10-200}/CAX)
| Lực lượng nòng cốt hoàn thành nhiệm vụ | Đạt
Biểu quyết: {n:58-200} tán thành; {t:0-4} không tán thành; {t:0-6} ý kiến khác.
Kết luận: đề nghị UBND xã công nhận. Biên bản được đọc lại, mọi người nhất trí.
""",
    ),
    Layout(
        key="bien-ban-kiem-phieu",
        genre="minutes",
        forms=("tab", "word", "pipe"),
        text="""\
%QH
BIÊN BẢN KIỂM PHIẾU
Bình xét tập thể đề nghị tặng Cờ thi đua của Bộ Công an năm 2026
Tổ kiểm phiếu gồm: ông {ten}, Phó Chánh Văn phòng (Tổ trưởng); bà {ten}, chuyên viên Ban Thi \
đua - Khen thưởng; ông {ten}, cán bộ Phòng PX03.
Số phiếu phát ra: 23; thu về: 23; hợp lệ: {t:21-23}; không hợp lệ: {t:0-2}.
| TT | Tập thể | Số phiếu đồng ý | Tỷ lệ | Kết quả
@7 | {i} | Nhân dân và cán bộ xã {xa} | {t:15-23} | {pt} | {mot:Đủ;Đủ;Không đủ}
Phiếu được niêm phong trong 01 phong bì, giao Thường trực Hội đồng lưu 24 tháng.
""",
    ),
    Layout(
        key="bien-ban-ban-giao",
        genre="minutes",
        forms=("word", "pipe", "tab"),
        text="""\
%QO
BIÊN BẢN BÀN GIAO
Hồ sơ, tài liệu phong trào của Ban Chỉ đạo 138 huyện (cũ) cho xã {xa#a}
Ngày {ngay:2025}, tại kho lưu trữ của Trung tâm Phục vụ hành chính công, hai bên gồm: bên \
giao, bà {ten}, nguyên Phó Trưởng phòng Nội vụ huyện; bên nhận, ông {ten}, Chánh Văn phòng \
HĐND và UBND xã {xa#a}.
| TT | Tên nhóm tài liệu | Thời gian | Số hộp | Mã hồ sơ
@8 | {i} | {mot:Hồ sơ công nhận khu dân cư;Báo cáo năm;Kế hoạch, chương trình;Hồ sơ Ngày \
hội;Văn bản đến của tỉnh;Hồ sơ mô hình} | {t:2012-2018}-{t:2019-2025} | {t:1-14} | \
000.00.{d:__}.H{d:__}-{d:2_____}-{d:____}
Tổng cộng {n:30-90} hộp, {d:1,_} mét giá. Con dấu hết hiệu lực đã nộp cơ quan Công an theo \
Biên bản số {t:10-90}/BB-PC06. Khóa kho số 3, tủ số 12.
Biên bản lập thành 02 bản; bên nhận chịu trách nhiệm bảo quản kể từ 17 giờ 00 cùng ngày.
""",
    ),
    Layout(
        key="bien-ban-tham-dinh",
        genre="minutes",
        forms=("apart", "word", "pipe"),
        text="""\
SỞ TÀI CHÍNH - CÔNG AN TỈNH {TINH#a}
BIÊN BẢN THẨM ĐỊNH
Dự toán kinh phí Đề án nâng cao chất lượng phong trào giai đoạn 2026 - 2030
Ngày {ngay:2026}, tại phòng họp tầng 4. Thành phần: bà {ten}, Phó Giám đốc Sở Tài chính (chủ \
trì); ông {ten}, Phó Trưởng phòng Tài chính hành chính sự nghiệp; Trung tá {ten}, Phó Trưởng \
phòng PV05.
Số đề nghị: {tien:4000-9000} đồng. Số thẩm định: {tien:3000-8000} đồng. Giảm trừ: \
{tien:100-900} đồng, gồm chi hội nghị trùng ({tien:20-90} đồng), vượt định mức in ấn \
({tien:10-60} đồng) và nội dung chưa có căn cứ pháp lý ({tien:5-50} đồng).
Lý do điều chỉnh: áp dụng mức chi theo Nghị quyết số {t:10-60}/2025/NQ-HĐND; hệ số trượt giá \
{d:1,0_}; thuế giá trị gia tăng 8%.
? Đại diện Công an tỉnh bảo lưu ý kiến về khoản chi hỗ trợ ra mắt mô hình ({tien:2-5} đồng/mô \
hình).
Kiến nghị: Sở Tài chính trình UBND tỉnh trong phiên họp tháng {t:3-11}/2026.
""",
    ),
    Layout(
        key="khen-thuong-tinh",
        genre="award decision",
        forms=("word", "pipe", "tab"),
        text="""\
CHỦ TỊCH
ỦY BAN NHÂN DÂN TỈNH {TINH#a}
Số: {t:300-2900}/QĐ-UBND
%QH
QUYẾT ĐỊNH
Về việc tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh
Căn cứ Luật Thi đua, khen thưởng ngày 15/6/2022; Nghị định số 152/2025/NĐ-CP; xét đề nghị của \
Giám đốc Sở Nội vụ tại Tờ trình số {t:100-900}/TTr-SNV,
QUYẾT ĐỊNH:
Điều 1. Tặng Bằng khen cho {t:7-9} tập thể và {t:5-8} cá nhân có thành tích xuất sắc trong \
phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2025 (danh sách kèm theo).
Điều 2. Mức tiền thưởng: tập thể {tien:3-5} đồng, cá nhân {tien:1-3} đồng, trích Quỹ thi đua, \
khen thưởng tỉnh.
Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ và các tập thể, cá nhân có tên chịu \
trách nhiệm thi hành./.
CHỦ TỊCH
{ten}
DANH SÁCH ĐƯỢC TẶNG BẰNG KHEN
(Kèm theo Quyết định số … /QĐ-UBND)
I. TẬP THỂ
@6 {i}. Nhân dân và cán bộ xã {xa};
7. Mô hình "{mh}", xã {xa};
8. {truong}.
II. CÁ NHÂN
@5 {i}. {mot:Ông;Bà} {ten}, {mot:Trưởng thôn;Trưởng Ban công tác Mặt trận;Tổ trưởng Tổ bảo vệ \
an ninh, trật tự;Phó Trưởng Công an xã;Chủ tịch Hội Cựu chiến binh} xã {xa};
""",
    ),
    Layout(
        key="khen-thuong-xa-dia-chi",
        genre="award decision",
        forms=("word", "tab", "apart"),
        text="""\
ỦY BAN NHÂN DÂN XÃ {XA#a}
Số: {t:30-400}/QĐ-UBND
%QO
QUYẾT ĐỊNH
Về việc tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã
CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ {XA#a}
Xét đề nghị của Trưởng Công an xã và Hội đồng Thi đua - Khen thưởng xã,
QUYẾT ĐỊNH:
Điều 1. Tặng Giấy khen cho các cá nhân có thành tích tiêu biểu trong phong trào năm 2026:
1. Ông {ten}, sinh năm {t:1958-1999}, trú tại thôn {t:1-8}, xã {xa#a}: vận động bà con lắp đèn \
đường;
2. Bà {ten}, sinh năm {t:1958-1999}, trú tại thôn {t:1-8}, xã {xa#a}: hòa giải thành nhiều \
việc ở cơ sở;
3. Ông {ten}, sinh năm {t:1958-1999}, trú tại tổ {t:1-8}, xã {xa#a}: dũng cảm cứu người bị nạn \
trên sông.
? 4. Ông {ten}, sinh năm {t:1958-1999}, trú tại thôn {t:1-8}, xã {xa#a}: hiến đất mở rộng \
đường thôn.
Điều 2. Mỗi cá nhân được thưởng {tien:1-2} đồng.
Điều 3. Văn phòng HĐND và UBND, Phòng Kinh tế và các ông, bà có tên tại Điều 1 thi hành Quyết \
định này./.
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="khen-thuong-bang-nam-sinh",
        genre="award decision",
        forms=("word", "pipe", "tab"),
        text="""\
CÔNG AN TỈNH {TINH#a}
Số: {t:500-4900}/QĐ-CAT-PX03
%QH
QUYẾT ĐỊNH
Về việc khen thưởng quần chúng tham gia bảo vệ an ninh, trật tự
Điều 1. Tặng Giấy khen của Giám đốc Công an tỉnh cho các cá nhân sau:
| STT | Họ và tên | Năm sinh | Nơi ở | Hình thức khen thưởng
@6 | {i} | {ten} | {t:1955-2004} | {thon}, xã {xa} | Giấy khen
Điều 2. Kèm theo Giấy khen là tiền thưởng theo quy định tại Nghị định số 152/2025/NĐ-CP.
Điều 3. Trưởng phòng PX03, Trưởng Công an các xã có cá nhân được khen thi hành./.
GIÁM ĐỐC
Đại tá {ten}
""",
    ),
    Layout(
        key="khen-thuong-ca-nhan-xa",
        genre="award decision",
        forms=("bare", "word", "pipe"),
        text="""\
UBND PHƯỜNG {XA#a}
Số: {t:30-400}/QĐ-UBND
QUYẾT ĐỊNH
Tặng Giấy khen cho cá nhân có thành tích đột xuất
Điều 1. Tặng Giấy khen cho ông {ten}, phường {xa#a}, đã có thành tích xuất sắc trong việc giúp \
lực lượng Công an giải quyết một vụ việc về trật tự xã hội ngày {ngay:2026}.
Điều 2. Tiền thưởng kèm theo: {tien:1-3} đồng, từ Quỹ thi đua, khen thưởng phường.
Điều 3. Quyết định có hiệu lực từ ngày ký.
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="khen-thuong-tap-the",
        genre="award decision",
        forms=("capitals", "word", "spaced"),
        text="""\
ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH {TINH#a}
Số: {t:100-600}/QĐ-MTTQ-BTT
%QH
QUYẾT ĐỊNH
Tặng Bằng khen các khu dân cư tiêu biểu trong thực hiện cuộc vận động và phong trào toàn dân \
bảo vệ an ninh Tổ quốc
Điều 1. Tặng Bằng khen cho {t:8-11} khu dân cư:
@9 {i}. {thon}, xã {xa};
Điều 2. Mỗi khu dân cư được tặng kèm {tien:2-6} đồng từ nguồn hoạt động phong trào.
Điều 3. Chánh Văn phòng, Trưởng ban Tổ chức - Kiểm tra và Chủ tịch Ủy ban MTTQ các xã thi \
hành./.
TM. BAN THƯỜNG TRỰC
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="cong-nhan-an-toan",
        genre="recognition decision",
        forms=("pipe", "word", "apart"),
        text="""\
UBND TỈNH {TINH#a}
Số: {t:200-3000}/QĐ-UBND
%QH
QUYẾT ĐỊNH
Công nhận xã, phường, cơ quan, doanh nghiệp, cơ sở giáo dục đạt tiêu chuẩn "An toàn về an \
ninh, trật tự" năm 2025
Điều 1. Công nhận các đơn vị sau:
| TT | Đơn vị | Mã đơn vị hành chính | Tỷ lệ khu dân cư đạt | Kết quả
@10 | {i} | Xã {xa} | {d:2____} | {pt} | Đạt
| | {truong} | | | Đạt
| | {dn} | | | Đạt
Điều 2. Chưa công nhận {t:2-9} đơn vị; cơ quan Thường trực thông báo lý do bằng văn bản cho \
từng đơn vị.
Điều 3. Kết quả công nhận là căn cứ xét tiêu chí 19 nông thôn mới.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="cong-van-don-doc",
        genre="official letter",
        forms=("word", "pipe", "bare"),
        text="""\
CÔNG AN TỈNH {TINH#a}
PHÒNG XÂY DỰNG PHONG TRÀO BẢO VỆ ANTQ
Số: {t:100-900}/PV05-Đ2
V/v đôn đốc gửi báo cáo 06 tháng
%QH
Kính gửi: Công an các xã, phường, đặc khu
Đến 17 giờ 00 ngày {ngay:2026}, còn {t:4-19} đơn vị chưa gửi báo cáo 06 tháng đầu năm 2026 (số \
liệu từ 15/12/2025 đến 14/6/2026), gồm: {xa}, {xa}, {xa}, {xa}, {xa}.
Để kịp tổng hợp báo cáo Bộ, Phòng PV05 đề nghị các đơn vị khẩn trương gửi báo cáo trước 10 giờ \
00 ngày {ngay:2026}; sau thời hạn này, hệ thống ghi nhận là chậm và tính vào chỉ tiêu thi đua.
Lưu ý một số lỗi thường gặp: (1) cộng dồn số mô hình giữa hai kỳ; (2) nhầm "điểm" với "tổ"; \
(3) tỷ lệ vượt 100%; (4) bỏ trống thay vì ghi 0.
Yêu cầu đồng chí Trưởng Công an các đơn vị nghiêm túc thực hiện./.
KT. TRƯỞNG PHÒNG
PHÓ TRƯỞNG PHÒNG
Thượng tá {ten}
""",
    ),
    Layout(
        key="cong-van-tra-loi",
        genre="official letter",
        forms=("apart", "word", "tab"),
        text="""\
BỘ CÔNG AN
CỤC XÂY DỰNG PHONG TRÀO BẢO VỆ AN NINH TỔ QUỐC
Số: {t:1000-4800}/V05-P3
V/v trả lời kiến nghị của tỉnh {tinh#a}
%QH
Kính gửi: Ban Chỉ đạo 138 tỉnh {tinh#a}
Phúc đáp Công văn số {t:200-900}/BCĐ-CAT ngày {ngay:2026}, Cục V05 có ý kiến như sau:
1. Về thẩm quyền công nhận cấp xã sau khi không tổ chức cấp huyện: thực hiện theo Thông tư số \
48/2025/TT-BCA; hồ sơ đang giải quyết dở dang thì cấp tiếp nhận tiếp tục xử lý.
2. Về mốc thời gian: khu dân cư tính từ 01/11 năm trước đến 31/10; xã, cơ quan, doanh nghiệp, \
cơ sở giáo dục tính từ 16/11 năm trước đến 15/11.
3. Về cách đếm mô hình ở xã mới thành lập trên cơ sở hợp nhất {t:2-4} xã: lấy theo danh mục \
gốc, không cộng trùng tên.
4. Về kinh phí: địa phương cân đối theo phân cấp, Trung ương không hỗ trợ riêng.
? 5. Kiến nghị sửa mẫu biểu 05: Cục ghi nhận, sẽ nghiên cứu khi sửa Hướng dẫn số \
22/HD-BCA-V05.
Trân trọng./.
KT. CỤC TRƯỞNG
PHÓ CỤC TRƯỞNG
Đại tá {ten}
""",
    ),
    Layout(
        key="cong-van-gop-y",
        genre="official letter",
        forms=("spaced", "word", "pipe"),
        text="""\
{SO#a}
Số: {t:500-3900}/SNV-TCBC
V/v góp ý dự thảo Quy chế phối hợp
%QO
Kính gửi: Công an tỉnh
Nghiên cứu dự thảo kèm Công văn số {t:1000-4900}/CAT-PV05, {so#a} cơ bản thống nhất và đề nghị \
chỉnh sửa:
- Điều 3 khoản 2: bỏ cụm từ "và các đoàn thể khác", ghi rõ tên 05 tổ chức chính trị - xã hội.
- Điều 7: thay "huyện, thị xã, thành phố" bằng "xã, phường, đặc khu".
- Điều 9 điểm đ: thời hạn "ngay" cần quy định cụ thể, đề xuất 02 ngày làm việc.
- Phụ lục II: cột 4 và cột 7 trùng nội dung.
Ngoài ra, đề nghị rà soát thể thức theo Nghị định số 30/2020/NĐ-CP (số trang, dấu chấm sau số \
La Mã, cỡ chữ 13 - 14).
GIÁM ĐỐC
{ten}
""",
    ),
)
