"""Written papers: plans, compositions, delegations and invitations (part 2)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="thanh-phan-to-giup-viec",
        genre="composition decision",
        forms=("tab", "word", "apart"),
        text="""\
BAN CHỈ ĐẠO 138 TỈNH {TINH#a}
Số: {t:10-90}/QĐ-BCĐ
%QH
QUYẾT ĐỊNH
Thành lập Tổ giúp việc Ban Chỉ đạo 138 tỉnh
TRƯỞNG BAN CHỈ ĐẠO
Căn cứ Quy chế hoạt động ban hành kèm theo Quyết định số {t:10-90}/QĐ-BCĐ ngày {ngay:2025};
Xét đề nghị của cơ quan Thường trực,
QUYẾT ĐỊNH:
Điều 1. Thành lập Tổ giúp việc gồm {t:9-12} thành viên theo danh sách kèm theo.
Điều 2. Tổ giúp việc có nhiệm vụ soạn thảo chương trình, kế hoạch, báo cáo; thẩm tra số liệu; \
ghi biên bản các phiên họp. Tổ trưởng được ký thừa lệnh các văn bản đôn đốc.
Điều 3. Các ông, bà có tên trong danh sách thi hành Quyết định./.
TRƯỞNG BAN
{ten}
DANH SÁCH TỔ GIÚP VIỆC
(Kèm theo Quyết định số …/QĐ-BCĐ)
| STT | Họ và tên | Chức vụ, đơn vị | Nhiệm vụ
| 1 | Thượng tá {ten} | Trưởng phòng PV05, Công an tỉnh | Tổ trưởng
| 2 | Bà {ten} | Trưởng ban Ban Dân chủ - Pháp luật, Ủy ban MTTQ Việt Nam tỉnh | Tổ phó
| 3 | Ông {ten} | Phó Trưởng phòng Nội chính, Văn phòng UBND tỉnh | Thành viên
@7 | {i+3} | {mot:Ông;Bà} {ten} | {mot:Chuyên viên;Phó Trưởng phòng;Chánh Văn phòng} {so} | \
Thành viên
""",
    ),
    Layout(
        key="thanh-phan-doan-kiem-tra",
        genre="composition decision",
        forms=("word", "bare", "pipe"),
        text="""\
BAN CHỈ ĐẠO TRUNG ƯƠNG
Số: {t:20-90}/QĐ-BCĐTW
%QH
QUYẾT ĐỊNH
Thành lập Đoàn kiểm tra số {t:1-8} kiểm tra công tác xây dựng phong trào toàn dân bảo vệ an \
ninh Tổ quốc tại tỉnh {tinh}
Điều 1. Thành lập Đoàn kiểm tra gồm:
- Trưởng đoàn: Thứ trưởng Bộ {mot:Khoa học và Công nghệ;Nội vụ;Xây dựng;Công Thương}.
- Phó Trưởng đoàn: Cục trưởng Cục Xây dựng phong trào bảo vệ an ninh Tổ quốc, Bộ Công an.
- Thành viên: đại diện Ban Công tác Mặt trận (Ủy ban Trung ương MTTQ Việt Nam) 01 đồng chí cấp \
vụ; Hội Cựu chiến binh Việt Nam 01 đồng chí; Ban Tuyên giáo và Dân vận Trung ương 01 đồng chí.
- Thư ký: 02 cán bộ Phòng 4, V05.
Điều 2. Đoàn kiểm tra trong thời gian {t:2-5} ngày làm việc, kể từ ngày công bố Quyết định; \
mốc kiểm tra từ tháng 11/2023.
Điều 3. Kinh phí do ngân sách nhà nước bảo đảm theo chế độ công tác phí. Đoàn tự giải thể khi \
có thông báo kết luận.
Điều 4. Chánh Văn phòng Bộ Công an, Cục trưởng V05 và thành viên Đoàn chịu trách nhiệm thi \
hành./.
TRƯỞNG BAN
THỨ TRƯỞNG BỘ CÔNG AN
Thượng tướng {ten}
""",
    ),
    Layout(
        key="thanh-phan-nam-sinh",
        genre="composition decision",
        forms=("word", "pipe", "tab"),
        text="""\
ỦY BAN NHÂN DÂN
XÃ {XA#a}
Số: {t:40-300}/QĐ-UBND
%QH
QUYẾT ĐỊNH
Về việc thành lập Tổ bảo vệ an ninh, trật tự {thon#a}
Căn cứ Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở số 30/2023/QH15; Thông tư số \
14/2024/TT-BCA; theo đề nghị của Trưởng Công an xã,
QUYẾT ĐỊNH:
Điều 1. Thành lập Tổ bảo vệ an ninh, trật tự {thon#a}, xã {xa#a} gồm 0{t:3-6} thành viên:
| STT | Họ và tên | Năm sinh | Chức danh
| 1 | {ten} | {t:1968-1985} | Tổ trưởng
| 2 | {ten} | {t:1968-1990} | Tổ phó
@3 | {i+2} | {ten} | {t:1975-2003} | Tổ viên
Điều 2. Tổ hoạt động theo quy chế của Ủy ban nhân dân xã; mức hỗ trợ hằng tháng của Tổ trưởng \
{tien:2-4} đồng, Tổ viên {tien:1-3} đồng theo Nghị quyết số {t:10-60}/2025/NQ-HĐND.
Điều 3. Trưởng Công an xã, Trưởng thôn và các ông, bà có tên chịu trách nhiệm thi hành./.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="thanh-phan-hoi-dong-noi-o",
        genre="composition decision",
        forms=("word", "tab", "pipe"),
        text="""\
ĐẢNG ỦY - HĐND - UBND XÃ {XA#a}
Số: {t:10-200}/QĐ-UBND
%QO
QUYẾT ĐỊNH
Kiện toàn Hội đồng phối hợp phổ biến, giáo dục pháp luật và Tổ hòa giải cơ sở xã {xa#a}
Điều 1. Kiện toàn Hội đồng gồm:
1. Bà {ten}, Phó Chủ tịch UBND xã, Chủ tịch Hội đồng;
2. Ông {ten}, công chức Tư pháp - Hộ tịch, Phó Chủ tịch Hội đồng;
3. Ông {ten}, Trưởng Công an xã, Ủy viên.
Điều 2. Công nhận Tổ trưởng Tổ hòa giải các thôn:
- Ông {ten}, sinh năm {t:1955-1980}, thường trú tại thôn {t:1-4}, Tổ trưởng Tổ hòa giải thôn \
{t:1-4};
- Bà {ten}, sinh năm {t:1955-1980}, thường trú tại thôn {t:5-7}, Tổ trưởng Tổ hòa giải thôn \
{t:5-7};
? - Ông {ten}, sinh năm {t:1955-1980}, thường trú tại thôn 9, Tổ trưởng Tổ hòa giải thôn 9.
Điều 3. Thời hạn công nhận 05 năm. Công chức Tư pháp - Hộ tịch lập sổ theo dõi số vụ, việc hòa \
giải bằng số lượng.
Điều 4. Quyết định có hiệu lực từ {ngaydai}./.
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="thanh-phan-ban-soan-thao",
        genre="composition decision",
        forms=("capitals", "word", "spaced"),
        text="""\
SỞ TƯ PHÁP TỈNH {TINH#a}
Số: {t:20-300}/QĐ-STP
%QH
QUYẾT ĐỊNH
Thành lập Ban soạn thảo Nghị quyết của Hội đồng nhân dân tỉnh quy định mức chi cho công tác \
vận động toàn dân bảo vệ an ninh Tổ quốc
Điều 1. Ban soạn thảo gồm Giám đốc Sở Tư pháp làm Trưởng ban; Phó Giám đốc Công an tỉnh làm \
Phó Trưởng ban; các ủy viên là đại diện lãnh đạo {so}, {so}, {so} và Văn phòng UBND tỉnh.
Điều 2. Tổ biên tập do Trưởng phòng Xây dựng và kiểm tra văn bản quy phạm pháp luật làm Tổ \
trưởng, gồm {t:6-11} thành viên do các cơ quan cử bằng văn bản trước ngày {ngay:2026}.
Điều 3. Dự thảo trình Ủy ban nhân dân tỉnh trước ngày {ngay:2026}; hồ sơ gồm tờ trình, dự thảo \
nghị quyết, báo cáo đánh giá tác động, bản tổng hợp {t:30-90} ý kiến góp ý của cơ quan.
Điều 4. Chánh Văn phòng Sở và các đơn vị liên quan thi hành./.
GIÁM ĐỐC
{ten}
""",
    ),
    Layout(
        key="uy-quyen-chu-tich",
        genre="delegation",
        forms=("word", "pipe", "apart"),
        text="""\
ỦY BAN NHÂN DÂN
TỈNH {TINH#a}
Số: {t:100-900}/QĐ-UBND
%QH
QUYẾT ĐỊNH
Về việc ủy quyền chỉ đạo công tác xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc
Căn cứ Điều 14 Luật Tổ chức chính quyền địa phương; xét đề nghị của Chánh Văn phòng,
Điều 1. Ủy quyền cho ông {ten}, Phó Chủ tịch Ủy ban nhân dân tỉnh, thay mặt Chủ tịch Ủy ban \
nhân dân tỉnh chủ trì các phiên họp Ban Chỉ đạo 138 và ký các văn bản sau đây:
a) Kế hoạch, chương trình công tác năm;
b) Thông báo kết luận phiên họp;
c) Báo cáo gửi Bộ Công an, Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam.
Điều 2. Thời hạn ủy quyền từ ngày {ngay:2026} đến ngày 31/12/2026. Người được ủy quyền không \
được ủy quyền lại.
Điều 3. Ông {ten} chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh và trước pháp luật về \
nội dung được ủy quyền; báo cáo kết quả vào ngày 25 của tháng cuối quý.
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="uy-quyen-phu-trach",
        genre="delegation",
        forms=("tab", "word", "bare"),
        text="""\
CÔNG AN TỈNH {TINH#a}
CÔNG AN XÃ {XA#a}
Số: 0{t:1-9}/QĐ-CAX
%QH
QUYẾT ĐỊNH
Giao phụ trách công tác xây dựng phong trào
Điều 1. Giao Đại úy {ten}, Phó Trưởng Công an xã, phụ trách công tác xây dựng phong trào toàn \
dân bảo vệ an ninh Tổ quốc và điều hành công việc chung của đơn vị trong thời gian đồng chí \
Trưởng Công an xã đi học lớp cao cấp lý luận chính trị (từ {ngay:2026} đến {ngay:2026}).
Điều 2. Đồng chí {ten} được ký các văn bản thuộc thẩm quyền với hình thức KT. TRƯỞNG CÔNG AN \
XÃ.
? Điều 3. Bàn giao hồ sơ, con dấu, {t:5-40} cặp tài liệu và 01 máy tính số sê-ri PF{d:3______} \
trước ngày đi học.
Điều 4. Các tổ công tác và cá nhân có tên thi hành./.
TRƯỞNG CÔNG AN XÃ
Trung tá {ten}
""",
    ),
    Layout(
        key="phan-cong-nhiem-vu",
        genre="assignment",
        forms=("pipe", "word", "spaced"),
        text="""\
BAN CHỈ ĐẠO 138 XÃ {XA#a}
Số: 0{t:1-9}/TB-BCĐ
THÔNG BÁO
Phân công nhiệm vụ các thành viên Ban Chỉ đạo và địa bàn phụ trách năm 2026
| TT | Họ và tên thành viên | Chức vụ | Lĩnh vực phụ trách | Địa bàn theo dõi
| 1 | {ten} | Chủ tịch UBND xã | Phụ trách chung | Toàn xã
| 2 | {ten} | Trưởng Công an xã | Thường trực; phòng, chống tội phạm, ma túy | {thon}, {thon}
| 3 | {ten} | Chủ tịch Ủy ban MTTQ xã | Vận động Nhân dân, công tác dân tộc, tôn giáo | \
{thon}, {thon}
| 4 | {ten} | Chỉ huy trưởng Ban Chỉ huy quân sự xã | Phối hợp dân quân | {thon}
| 5 | {ten} | Trưởng phòng Kinh tế | Kinh phí, an toàn thực phẩm | {thon}
| 6 | {ten} | Chủ tịch Hội LHPN xã | Phòng, chống bạo lực gia đình, mua bán người | {thon}
| 7 | {ten} | Bí thư Đoàn xã | Thanh thiếu niên, tệ nạn xã hội | {thon}
? | 8 | {ten} | Hiệu trưởng {truong} | Học đường, an toàn giao thông | Các trường học
Các thành viên báo cáo kết quả vào ngày 10 hằng tháng; thay đổi nhân sự phải có văn bản gửi cơ \
quan Thường trực.
TRƯỞNG BAN
""",
    ),
    Layout(
        key="giay-moi-hoi-nghi",
        genre="invitation",
        forms=("word", "apart", "tab"),
        text="""\
ỦY BAN NHÂN DÂN TỈNH {TINH#a}
Số: {t:50-900}/GM-UBND
%QH
GIẤY MỜI
Dự Hội nghị sơ kết 03 năm thực hiện Chương trình phối hợp số 07/CTrPH-BCA-MTTW
Kính gửi: ......................................................
Ủy ban nhân dân tỉnh trân trọng kính mời:
1. Đại biểu Trung ương: lãnh đạo Cục V05, Bộ Công an; lãnh đạo Ban Dân chủ, Giám sát và Phản \
biện xã hội.
2. Đại biểu tỉnh: đồng chí Phó Bí thư Thường trực Tỉnh ủy; Chủ tịch Ủy ban MTTQ Việt Nam tỉnh; \
thành viên Ban Chỉ đạo 138; Giám đốc {so}, Giám đốc {so}.
3. Đại biểu cấp xã: Chủ tịch UBND, Trưởng Công an, Chủ tịch Ủy ban MTTQ các xã, phường (dự \
trực tuyến).
Thời gian: {gio}, ngày {ngay:2026} (dự kiến 01 buổi).
Địa điểm: Hội trường lớn, số 52 đường Hùng Vương, phường {xa}.
? Trang phục: lực lượng vũ trang mặc lễ phục; đại biểu khác trang phục công sở.
Đề nghị các cơ quan đăng ký đại biểu trên phần mềm trước 16 giờ 30 ngày {ngay:2026}; tài liệu \
quét mã QR (không phát bản giấy)./.
TL. CHỦ TỊCH
CHÁNH VĂN PHÒNG
{ten}
""",
    ),
    Layout(
        key="giay-moi-hop",
        genre="invitation",
        forms=("spaced", "word", "pipe"),
        text="""\
ĐẢNG ỦY XÃ {XA#a}
%DANG
Số {t:10-90}-GM/ĐU
GIẤY MỜI HỌP
Thường trực Đảng ủy xã kính mời các đồng chí Ủy viên Ban Thường vụ, Trưởng các ban xây dựng \
Đảng, Trưởng Công an xã, Chỉ huy trưởng Ban Chỉ huy quân sự xã tới dự họp.
Nội dung: cho ý kiến về dự thảo Nghị quyết chuyên đề bảo đảm an ninh, trật tự; công tác vận \
động đồng bào có đạo tham gia xây dựng nông thôn mới; một số việc khác.
Thời gian: {gio} ngày {ngay:2026}. Địa điểm: phòng họp số {t:1-3}.
Chủ trì: đồng chí {ten}, Bí thư Đảng ủy.
T/M ĐẢNG ỦY
PHÓ BÍ THƯ
{ten}
""",
    ),
    Layout(
        key="giay-moi-ngay-hoi",
        genre="invitation",
        forms=("bare", "word", "capitals"),
        text="""\
BAN TỔ CHỨC NGÀY HỘI
{THON#a}, XÃ {XA#a}
GIẤY MỜI
Trân trọng kính mời: Đồng chí Bí thư Chi bộ, Trưởng thôn, Trưởng ban công tác Mặt trận các \
thôn bạn
Tới dự: Ngày hội Toàn dân bảo vệ an ninh Tổ quốc gắn với lễ ra mắt mô hình "{mh}"
Vào hồi: {gio}, ngày {ngay:2026}
Tại: Nhà văn hóa {thon#a}
? Sau phần lễ mời đại biểu dự bữa cơm đại đoàn kết.
Sự hiện diện của quý vị là niềm vinh dự của bà con trong thôn.
TM. BAN TỔ CHỨC
TRƯỞNG BAN
""",
    ),
    Layout(
        key="giay-moi-danh-sach",
        genre="invitation",
        forms=("pipe", "word", "tab"),
        text="""\
PHỤ LỤC
THÀNH PHẦN MỜI DỰ LỄ PHÁT ĐỘNG THÁNG CAO ĐIỂM TẠI XÃ {XA#a}
(Kèm theo Giấy mời số {t:10-200}/GM-BCĐ {ngaydai})
| TT | Cơ quan, đơn vị | Chức danh được mời | Số lượng
@9 | {i} | {so} | {mot:Giám đốc;Phó Giám đốc;Chủ tịch;Phó Chủ tịch;Trưởng phòng chuyên môn} | \
{t:1-3}
| | Xã {xa} | Chủ tịch UBND, Trưởng Công an xã | 2
| | {truong} | Hiệu trưởng, Tổng phụ trách Đội | 2
| | {dn} | Đại diện ban giám đốc | 1
| | Cộng | | {t:22-36}
""",
    ),
)
