"""Written papers: budgets, tenders, lists, notices and other honest papers (part 2)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="ket-luan-phien-hop",
        genre="conclusion notice",
        forms=("word", "pipe", "apart"),
        text="""\
VĂN PHÒNG UBND TỈNH {TINH#a}
Số: {t:100-480}/TB-VPUBND
%QH
THÔNG BÁO
Kết luận của đồng chí Phó Chủ tịch UBND tỉnh tại phiên họp Ban Chỉ đạo 138 tỉnh
Ngày {ngay:2026}, đồng chí {ten}, Phó Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo 138, chủ trì \
phiên họp. Sau khi nghe báo cáo và ý kiến thảo luận, đồng chí kết luận:
1. Biểu dương các xã {xa}, {xa}, {xa} có nhiều cách làm hay; phê bình tập thể Ban Chỉ đạo các \
xã {xa}, {xa} chậm gửi báo cáo {t:2-4} kỳ liên tiếp.
2. Giao Công an tỉnh: (a) tham mưu kế hoạch sơ kết trước ngày {ngay:2026}; (b) rà soát mô hình \
trùng tên trước ngày {ngay:2026}; (c) phối hợp {so} số hóa biểu mẫu.
3. Giao {so}: bố trí {tien:200-900} đồng trong nguồn sự nghiệp; hoàn thành trong tháng \
{t:3-11}/2026.
4. Đề nghị Ủy ban MTTQ Việt Nam tỉnh: giám sát việc công khai quỹ vận động tại {t:8-20} xã.
5. UBND cấp xã: chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để phong trào hình thức.
Thừa lệnh Chủ tịch, Văn phòng thông báo để các cơ quan thực hiện./.
KT. CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
{ten}
""",
    ),
    Layout(
        key="ket-luan-kiem-tra",
        genre="conclusion notice",
        forms=("pipe", "word", "tab"),
        text="""\
ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ {t:100-480}/QĐ-BCĐ
THÔNG BÁO KẾT LUẬN KIỂM TRA TẠI PHƯỜNG {XA#a}
I. Ưu điểm: (1) ban hành văn bản kịp thời, {t:10-30}/{t:30-31} văn bản đúng hạn; (2) mô hình \
"{mh}" đạt hiệu quả; (3) lực lượng nòng cốt được tập huấn {pt}.
II. Hạn chế: (1) kế hoạch chưa phân công theo chức danh; (2) hồ sơ công nhận thiếu {t:1-5} \
biên bản; (3) chi sai định mức {tien:1-4} đồng, phải nộp trả ngân sách.
III. Nguyên nhân: cán bộ tham mưu mới; sự phối hợp giữa Công an và Mặt trận phường chưa thường \
xuyên.
IV. Kiến nghị
| Số | Nội dung | Đơn vị thực hiện | Thời hạn
| 1 | Bổ sung phân công | UBND phường | {ngay:2026}
| 2 | Hoàn thiện hồ sơ | Công an phường | {ngay:2026}
| 3 | Thu hồi, nộp ngân sách | Phòng Kinh tế, Hạ tầng và Đô thị | {ngay:2026}
| 4 | Báo cáo khắc phục | UBND phường | 30 ngày
TRƯỞNG ĐOÀN
{ten}
""",
    ),
    Layout(
        key="thong-cao-bao-chi",
        genre="press and speech",
        forms=("bare", "word", "apart"),
        text="""\
UBND TỈNH {TINH#a}
THÔNG CÁO BÁO CHÍ
Về Ngày hội Toàn dân bảo vệ an ninh Tổ quốc năm 2026
Sáng {ngay:2026}, tại xã {xa#a}, Ban Chỉ đạo 138 tỉnh tổ chức điểm cấp tỉnh Ngày hội Toàn dân \
bảo vệ an ninh Tổ quốc. Hơn {n:600-1900} đại biểu và Nhân dân tham dự.
Phát biểu tại Ngày hội, đồng chí {ten}, Phó Chủ tịch UBND tỉnh, đánh giá cao kết quả đấu tranh \
phòng, chống tội phạm, ma túy và vai trò của đồng bào các dân tộc, các tôn giáo trong giữ gìn \
bình yên thôn, bản. Đồng chí đề nghị các cấp tránh hình thức, lấy dân làm gốc.
Dịp này, {t:5-20} tập thể được khen thưởng; các nhà tài trợ trao {n:60-190} suất học bổng trị \
giá {tien:60-190} đồng cho {truong}.
Toàn tỉnh sẽ tổ chức {n:900-1900} điểm, kết thúc trước ngày 19/8/2026. Hình ảnh do Ban Tổ chức \
cung cấp, đề nghị làm mờ khuôn mặt trẻ em khi đăng tải.
Người phát ngôn: Chánh Văn phòng UBND tỉnh.
""",
    ),
    Layout(
        key="tin-bai",
        genre="press and speech",
        forms=("spaced", "pipe", "capitals"),
        text="""\
(Tin của Trung tâm Văn hóa, Thông tin và Truyền thanh xã {xa#a})
Tiếng kẻng ở {thon#a}
Cứ 21 giờ 30 mỗi tối, tiếng kẻng lại vang lên ở {thon#a}. Trưởng thôn {ten} cho biết mô hình \
có từ năm {t:2015-2023}, đến nay đã nhân ra {t:4-14} thôn. Thiếu tá {ten}, Trưởng Công an xã, \
nhận xét: nhờ mô hình, thanh niên về nhà sớm, đường làng yên tĩnh, số vụ va chạm giảm \
{t:20-60}% so với cùng kỳ.
Đảng ủy xã chọn mô hình dự xét "Điển hình tiên tiến" năm 2026; kinh phí {tien:8-40} đồng đều \
do bà con tự nguyện.
""",
    ),
    Layout(
        key="dien-van",
        genre="press and speech",
        forms=("apart", "word", "tab"),
        text="""\
DIỄN VĂN KHAI MẠC NGÀY HỘI
(của đồng chí {ten}, Bí thư Đảng ủy xã {xa#a})
Kính thưa các đồng chí lãnh đạo tỉnh! Kính thưa các vị chức sắc, chức việc các tôn giáo, các \
già làng, người có uy tín! Thưa toàn thể bà con!
Cách đây {t:76-81} năm, ngày 19/8 trở thành mốc son của Cách mạng tháng Tám. Từ năm 2005, Thủ \
tướng Chính phủ quyết định lấy ngày này là "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc".
Trong năm qua, dưới sự lãnh đạo của Đảng ủy, phong trào ở xã ta có bước tiến vững chắc: \
{t:8-20} thôn được công nhận; {t:3-12} mô hình hoạt động đều; Nhân dân đóng góp {n:900-4900} \
ngày công và {tien:90-390} đồng; nhiều việc khó ở cơ sở được hòa giải ngay tại thôn.
Tuy nhiên, vẫn còn những băn khoăn: ma túy len lỏi, lừa đảo trên mạng tinh vi, cháy rừng mùa \
khô. Tôi kêu gọi mỗi gia đình là một pháo đài bình yên, mỗi thôn là một địa bàn an toàn.
Xin chúc Ngày hội thành công tốt đẹp!
""",
    ),
    Layout(
        key="huong-dan-bieu-mau",
        genre="guide and outline",
        forms=("word", "pipe", "bare"),
        text="""\
CỤC XÂY DỰNG PHONG TRÀO BẢO VỆ AN NINH TỔ QUỐC
Số: {t:10-90}/HD-V05
HƯỚNG DẪN
Cách ghi chép biểu mẫu thống kê phong trào
1. Nguyên tắc: ghi số tự nhiên, không có ghi 0, chưa có số liệu ghi dấu "-"; tỷ lệ ghi hai chữ \
số thập phân, dấu phẩy; tiền ghi đồng, có dấu chấm phân cách.
2. Không ghi: họ tên, ngày sinh, số định danh cá nhân, số điện thoại, địa chỉ nhà của công \
dân; tôn giáo, dân tộc của cá nhân; nội dung đơn thư tố cáo; thông tin về đối tượng.
3. Biểu 01 (khu dân cư), Biểu 02 (mô hình), Biểu 03 (lực lượng), Biểu 04 (kinh phí), Biểu 05 \
(Ngày hội), Biểu 06 (công nhận), Biểu 07 (phối hợp).
4. Ví dụ ghi đúng: "Tổng số lượt người dự: {n:9000-29000}"; "Kinh phí: {tien:90-390} đồng". Ví \
dụ ghi sai: "khoảng hơn chín nghìn"; "nhiều".
5. Mã đơn vị: 2 chữ số tỉnh + 5 chữ số xã, ví dụ 51{d:2____}; kỳ: N2026, Q3-2026, 6T-2026.
6. Khi xã được thành lập mới, số liệu kỳ trước cộng từ các xã cũ; phần diện tích chuyển đi ước \
theo tỷ lệ dân số, đánh dấu "ước".
CỤC TRƯỞNG
Thiếu tướng {ten}
""",
    ),
    Layout(
        key="de-cuong",
        genre="guide and outline",
        forms=("tab", "word", "spaced"),
        text="""\
ĐỀ CƯƠNG BÁO CÁO PHỤC VỤ KIỂM TRA
(Mốc số liệu: từ tháng 11/2023 đến {ngay:2026})
I. Đặc điểm, tình hình (địa lý, kinh tế - xã hội, dân số, dân tộc, tôn giáo nêu khái quát, \
không quá 01 trang)
II. Công tác lãnh đạo, chỉ đạo: 1. văn bản; 2. kiện toàn; 3. phân công; 4. kiểm tra
III. Kết quả: 1. ký kết chương trình giữa Công an và Mặt trận; 2. tuyên truyền; 3. gắn kết với \
phát triển kinh tế - xã hội; 4. công nghệ thông tin, chuyển đổi số; 5. mô hình, điển hình tiên \
tiến (nêu tên tập thể); 6. lực lượng nòng cốt
IV. Tồn tại, hạn chế, nguyên nhân, bài học
V. Kiến nghị
Phụ lục: biểu 01 - 07; danh mục văn bản; danh mục mô hình
Dung lượng tối đa {t:10-15} trang A4; cỡ chữ 14; gửi bản Word và PDF trước ngày {ngay:2026}.
""",
    ),
    Layout(
        key="nghi-quyet-dang-uy",
        genre="party paper",
        forms=("word", "bare", "pipe"),
        text="""\
ĐẢNG BỘ TỈNH {TINH#a}
ĐẢNG ỦY XÃ {XA#a}
%DANG
Số {t:2-30}-NQ/ĐU
NGHỊ QUYẾT
về lãnh đạo thực hiện nhiệm vụ bảo đảm an ninh, trật tự và xây dựng phong trào toàn dân bảo vệ \
an ninh Tổ quốc năm 2027
I- TÌNH HÌNH
Năm 2026 còn {t:1-4}/{t:12-30} thôn chưa đạt tiêu chuẩn; {t:2-6} mô hình hoạt động yếu; công \
tác phòng, chống tội phạm, tệ nạn xã hội có mặt chuyển biến chậm.
II- MỤC TIÊU
1- 100% chi bộ có nghị quyết trong quý I. 2- 100% khu dân cư, cơ quan, trường học đăng ký. 3- \
Từ {t:85-95}% khu dân cư trở lên được công nhận. 4- Xã đạt tiêu chuẩn; phong trào xếp loại Khá \
trở lên.
III- NHIỆM VỤ
1- Nâng cao trách nhiệm nêu gương của cán bộ, đảng viên. 2- Phát huy vai trò Mặt trận, đoàn \
thể; làm tốt công tác dân tộc, tôn giáo, dân vận. 3- Bố trí ngân sách {tien:60-190} đồng. 4- \
Xây dựng {t:1-4} mô hình mới.
IV- TỔ CHỨC THỰC HIỆN
Ủy ban kiểm tra Đảng ủy đưa vào chương trình giám sát; chi bộ Công an xã tham mưu sơ kết 6 \
tháng.
T/M BAN CHẤP HÀNH
BÍ THƯ
{ten}
""",
    ),
    Layout(
        key="quy-che-phoi-hop",
        genre="regulation",
        forms=("pipe", "word", "spaced"),
        text="""\
QUY CHẾ PHỐI HỢP
giữa Công an phường {xa#a} và {truong#a} trong bảo đảm an ninh, trật tự trường học
(Ban hành kèm theo Quyết định liên tịch số {t:2-30}/QĐLT ngày {ngay:2026})
Điều 1. Phạm vi: khuôn viên trường, cổng trường bán kính 200 m và tuyến đường {mot:Lê Lợi;Trần \
Phú;Quang Trung}.
Điều 2. Nguyên tắc: chủ động, kịp thời; tôn trọng quyền trẻ em; không lập danh sách, không \
chấm điểm học sinh.
Điều 3. Trách nhiệm của nhà trường: tổ chức {t:2-6} buổi ngoại khóa mỗi học kỳ; bố trí {t:2-6} \
bảo vệ; ký cam kết với {pt} lớp.
Điều 4. Trách nhiệm của Công an phường: phân luồng từ 06 giờ 45 đến 07 giờ 15 và từ 16 giờ 45 \
đến 17 giờ 15; cử báo cáo viên; trực tại điểm nóng giao thông.
Điều 5. Họp liên tịch 02 lần mỗi năm; kinh phí của bên nào do bên đó chi.
TRƯỞNG CÔNG AN PHƯỜNG: Trung tá {ten}
HIỆU TRƯỞNG: {ten}
""",
    ),
    Layout(
        key="chuong-trinh-phoi-hop",
        genre="regulation",
        forms=("apart", "word", "pipe"),
        text="""\
CÔNG AN TỈNH - ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH {TINH#a}
Số: 01/CTrPH-CAT-MTTQT
%QH
CHƯƠNG TRÌNH PHỐI HỢP
Đẩy mạnh phong trào toàn dân bảo vệ an ninh Tổ quốc trong tình hình mới (2026 - 2033)
Nội dung 1. Tuyên truyền, phổ biến đường lối, chính sách, pháp luật. Nội dung 2. Vận động Nhân \
dân tham gia phòng ngừa tội phạm, giữ gìn trật tự, an toàn giao thông, phòng cháy. Nội dung 3. \
Xây dựng, nhân rộng điển hình. Nội dung 4. Quản lý, giáo dục, giúp đỡ tại cộng đồng: thực hiện \
theo chế độ riêng, chỉ tổng hợp một số liệu năm. Nội dung 5. Giám sát, phản biện, lắng nghe ý \
kiến Nhân dân. Nội dung 6. Xây dựng lực lượng Công an và lực lượng ở cơ sở. Nội dung 7. Thi \
đua, khen thưởng.
Phân công: Phòng PV05 và Ban Dân chủ - Pháp luật là cơ quan thường trực; giao ban quý, luân \
phiên chủ trì; sơ kết hằng năm trước ngày 05/12.
Chỉ tiêu: {t:90-99}% xã, phường ký chương trình trước ngày {ngay:2026}; mỗi năm kiểm tra \
{t:8-30} đơn vị.
GIÁM ĐỐC CÔNG AN TỈNH: Đại tá {ten}
CHỦ TỊCH ỦY BAN MTTQ: {ten}
""",
    ),
    Layout(
        key="to-trinh",
        genre="submission",
        forms=("word", "pipe", "capitals"),
        text="""\
HỘI ĐỒNG TĐKT XÃ {XA#a}
Số: {t:10-190}/TTr-HĐ
TỜ TRÌNH
Về việc đề nghị khen thưởng tập thể có thành tích trong phong trào năm 2026
Kính gửi: Ban Thi đua - Khen thưởng tỉnh (Sở Nội vụ)
Hội đồng xã họp ngày {ngay:2026}, biểu quyết {t:9-11}/11 phiếu, đề nghị tặng:
1. Cờ thi đua của Bộ Công an: Nhân dân và cán bộ xã {xa#a}.
2. Bằng khen Bộ trưởng Bộ Công an: Tổ bảo vệ an ninh, trật tự {thon}.
3. Bằng khen Chủ tịch UBND tỉnh: {truong}; {dn}; mô hình "{mh}".
Hồ sơ gồm: tờ trình (01 bản), trích biên bản, báo cáo thành tích của tập thể, xác nhận nghĩa \
vụ thuế của doanh nghiệp số {t:1000-9000}/XN-CT.
TM. HỘI ĐỒNG
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="phieu-trinh",
        genre="submission",
        forms=("pipe", "tab", "word"),
        text="""\
PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC
Số phiếu: {d:4____}/PT-PV05; số hồ sơ lưu {d:4________}; độ khẩn: thường; độ mật: không
| Mục | Nội dung
| Vấn đề trình | Dự thảo báo cáo 06 tháng gửi Bộ Công an
| Tóm tắt | {t:9-14} trang, {t:5-9} biểu; số liệu của {t:90-160} xã; {t:2-9} xã giải trình
| Ý kiến phối hợp | Ủy ban MTTQ: thống nhất; {so}: đề nghị sửa mục III.4
| Đề xuất | Trình Trưởng ban ký trước {ngay:2026}
| Lãnh đạo phòng | Đồng ý trình. Thượng tá {ten}
| Lãnh đạo Công an tỉnh | Đề nghị rút gọn phần I. Đại tá {ten}
""",
    ),
    Layout(
        key="giay-gioi-thieu",
        genre="submission",
        forms=("spaced", "word", "tab"),
        text="""\
VĂN PHÒNG HĐND VÀ UBND XÃ {XA#a}
Số: {t:10-190}/GGT-VP
GIẤY GIỚI THIỆU
Trân trọng giới thiệu: bà {ten}, chức vụ: công chức Văn hóa - Xã hội xã
Được cử đến: {so}
Về việc: đối chiếu số liệu Ngày hội và nhận {t:40-190} cuốn tài liệu
Đề nghị quý cơ quan giúp đỡ để bà {ten} hoàn thành nhiệm vụ. Giấy có giá trị đến hết ngày \
{ngay:2026}./.
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
""",
    ),
    Layout(
        key="thong-bao-thu-mau",
        genre="notice",
        forms=("tab", "word", "pipe"),
        text="""\
TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ {XA#a}
THÔNG BÁO
Về tiếp nhận hồ sơ thủ tục công nhận "An toàn về an ninh, trật tự"
1. Nơi tiếp nhận: quầy số {t:1-6}; trực tuyến tại địa chỉ dichvucong.gov.vn. Mã thủ tục: \
1.0{d:1____}.H{d:__}.
2. Mẫu mã hồ sơ in trên giấy hẹn: 000.00.{d:__}.H{d:__}-{d:26____}-{d:____}.
3. Thời gian: {t:5-20} ngày làm việc; lệ phí: 0 đồng.
4. Bộ phận hỗ trợ: tổng đài 1900 {d:____} (giờ hành chính); báo việc khẩn qua 113, 114.
5. Góp ý gửi hòm thư đặt tại sảnh; không ghi tên, địa chỉ.
""",
    ),
    Layout(
        key="thu-dien-tu-gov",
        genre="notice",
        forms=("word", "pipe", "spaced"),
        text="""\
CỔNG THÔNG TIN ĐIỆN TỬ TỈNH {TINH#a}
THÔNG BÁO
Đầu mối tiếp nhận biểu mẫu điện tử
Từ ngày {ngay:2026}, các xã gửi tệp tổng hợp về hộp thư công vụ \
bcd138@{mot:quangngai;gialai;nghean;daklak}.gov.vn; tiêu đề theo mẫu "[BC6T] Mã xã - Tên xã". \
Văn bản góp ý gửi pv05.ca@{mot:sonla;camau;hatinh}.gov.vn. Không gửi qua mạng xã hội, không \
đính kèm tệp chứa thông tin cá nhân.
Tệp vượt 20 MB tách thành nhiều phần, đặt tên {d:2____}_P1, {d:2____}_P2. Hệ thống trả phiếu \
tiếp nhận gồm 12 chữ số, ví dụ {d:2026112_____}.
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
{ten}
""",
        also="hold",
    ),
    Layout(
        key="gop-y-tong-hop",
        genre="submission",
        forms=("workbook", "word", "pipe"),
        text="""\
BẢNG TỔNG HỢP, TIẾP THU Ý KIẾN GÓP Ý DỰ THẢO KẾ HOẠCH
| TT | Cơ quan góp ý | Văn bản | Nội dung | Tiếp thu, giải trình
@10 | {i} | {so} | {t:100-2900}/{mot:STC;SNV;STP;SYT}-{mot:VP;TH} | {mot:Bổ sung căn cứ;Sửa \
thời hạn;Làm rõ cơ quan chủ trì;Bỏ nội dung trùng;Thống nhất} | {mot:Tiếp thu;Tiếp thu;Giải \
trình tại báo cáo;Không tiếp thu vì đã có quy định}
Tổng: {t:20-40} cơ quan được hỏi; {t:15-20} có ý kiến; còn lại coi là thống nhất.
""",
    ),
    Layout(
        key="chi-thi",
        genre="party paper",
        forms=("bare", "word", "apart"),
        text="""\
TỈNH ỦY {TINH#a}
%DANG
Số {t:10-60}-CT/TU
CHỈ THỊ
CỦA BAN THƯỜNG VỤ TỈNH ỦY
về tăng cường sự lãnh đạo của Đảng đối với công tác xây dựng phong trào toàn dân bảo vệ an \
ninh Tổ quốc trong mô hình chính quyền địa phương hai cấp
Thời gian qua, các cấp ủy đã quan tâm lãnh đạo; {pt} xã, phường đạt tiêu chuẩn. Tuy nhiên, một \
số nơi chưa chú trọng công tác dân vận; việc nắm tình hình Nhân dân, tình hình tôn giáo, dân \
tộc còn chậm; phong trào ở khu công nghiệp, khu nhà trọ chưa mạnh. Ban Thường vụ Tỉnh ủy yêu \
cầu:
1- Cấp ủy, người đứng đầu coi đây là nhiệm vụ thường xuyên; đưa kết quả vào kiểm điểm tập thể \
cuối năm.
2- Ủy ban nhân dân tỉnh bảo đảm ngân sách, cơ chế; chỉ đạo nhân rộng {t:5-12} mô hình.
3- Mặt trận Tổ quốc và các tổ chức chính trị - xã hội đổi mới phương thức vận động.
4- Đảng ủy Công an tỉnh chủ trì, theo dõi; định kỳ 6 tháng báo cáo.
Chỉ thị này được phổ biến đến chi bộ.
T/M BAN THƯỜNG VỤ
BÍ THƯ
{ten}
""",
    ),
)
