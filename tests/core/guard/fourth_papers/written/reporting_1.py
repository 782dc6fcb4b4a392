"""Written papers: reports and statistics (part 1)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="bao-cao-6-thang",
        genre="report",
        forms=("word", "pipe", "apart"),
        text="""\
ỦY BAN NHÂN DÂN TỈNH {TINH#a}
BAN CHỈ ĐẠO 138
Số: {t:100-480}/BC-BCĐ
%QH
{tinh#a}, {ngaydai}
BÁO CÁO
Kết quả thực hiện Chương trình phối hợp số 07/CTrPH-BCA-MTTW và phong trào toàn dân bảo vệ an \
ninh Tổ quốc 06 tháng đầu năm 2026
(Số liệu từ ngày 15/12/2025 đến ngày 14/6/2026)
I. ĐẶC ĐIỂM TÌNH HÌNH
Sau sắp xếp, tỉnh {tinh#a} có {t:90-165} đơn vị hành chính cấp xã, {n:900-2400} thôn, tổ dân \
phố; dân số {n:900000-2900000} người; diện tích {n:5000-16000} km2. Có {n:8-20} xã biên giới, \
{t:20-60} xã khu vực III thuộc vùng đồng bào dân tộc thiểu số và miền núi. Tình hình an ninh \
chính trị ổn định, đời sống Nhân dân được cải thiện, thu ngân sách 6 tháng đạt {n:4000-9000} \
tỷ đồng, bằng {pt} dự toán.
II. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO
1. Đã ban hành {n:30-90} văn bản, trong đó Tỉnh ủy {t:2-9}, HĐND tỉnh {t:1-4}, UBND tỉnh \
{t:6-30}, liên ngành {t:5-18}; cấp xã ban hành {n:700-2900} văn bản. Một số văn bản tiêu biểu: \
Chỉ thị số {t:10-40}-CT/TU; Kế hoạch số {t:10-300}/KH-UBND; Công văn số {t:1000-6000}/UBND-NC; \
Hướng dẫn liên ngành số {t:10-90}/HDLN-CAT-MTTQ.
2. Kiện toàn {t:90-165}/{t:90-165} Ban Chỉ đạo cấp xã; phân công {n:900-1900} thành viên phụ \
trách địa bàn theo chức vụ.
3. Kiểm tra {t:12-50} đơn vị, kiến nghị {n:40-160} nội dung, đã khắc phục {n:30-140} ({pt}).
III. KẾT QUẢ THEO 07 NỘI DUNG
1. Tuyên truyền: {n:2000-9000} buổi với {n:190000-900000} lượt người dự; {n:900-4000} tin, \
bài; {n:12000-90000} tờ rơi; {n:5000-20000} lượt phát thanh. Riêng công tác tuyên truyền pháp \
luật về tín ngưỡng, tôn giáo tổ chức {n:20-90} hội nghị; gặp mặt, chúc mừng chức sắc nhân ngày \
lễ trọng {n:12-60} lượt đoàn.
2. Vận động: {pt} khu dân cư đăng ký; Nhân dân đóng góp {n:9000-40000} ngày công, \
{tien:900-9000} đồng, hiến {n:9000-90000} m2 đất.
3. Mô hình: hiện có {t:20-60} loại mô hình, {n:300-900} mô hình, {n:2000-9000} điểm, \
{n:5000-19000} tổ; xây dựng mới {n:12-50}; nhân rộng {n:40-190}; thanh loại {n:5-40}.
| Mô hình | Địa bàn khởi điểm | Năm | Số điểm | Số tổ | Xếp loại
@8 | {mh} | Xã {xa} | {t:2012-2026} | {n:3-180} | {n:3-900} | {mot:Tốt;Khá;Trung bình}
4. Lực lượng nòng cốt: {n:900-2400} Tổ bảo vệ an ninh, trật tự với {n:2700-9000} thành viên; \
tập huấn {n:12-60} lớp; hỗ trợ hằng tháng {tien:9000-20000} đồng/tháng toàn tỉnh; mua bảo hiểm \
cho {pt} thành viên; trang bị {n:900-4000} bộ trang phục.
5. Hòa giải ở cơ sở: tiếp nhận {n:300-1900} vụ, việc, hòa giải thành {n:250-1600} ({pt}).
6. Công nhận: đã đăng ký {n:900-2300} khu dân cư, {n:300-900} cơ quan, doanh nghiệp, \
{n:200-700} cơ sở giáo dục.
7. Phối hợp với Mặt trận và các tổ chức thành viên
- Hội Liên hiệp Phụ nữ: duy trì {n:100-500} câu lạc bộ; {n:12-80} lớp kỹ năng phòng, chống mua \
bán người.
- Tỉnh đoàn: {n:100-500} đội thanh niên xung kích; {n:20-90} công trình "Thắp sáng đường quê" \
dài {n:20-160} km, trị giá {tien:300-2900} đồng.
- Hội Cựu chiến binh: {n:100-300} mô hình "Tổ cựu chiến binh tự quản".
- Liên đoàn Lao động: {n:50-200} tổ công nhân tự quản; ký kết quy chế với {n:30-90} doanh \
nghiệp.
? - Hội Nông dân: giúp nhau {tien:900-4000} đồng vốn không lãi; thành lập {n:10-60} tổ hợp tác \
an toàn.
IV. ĐÁNH GIÁ CHUNG
1. Ưu điểm: cấp ủy, chính quyền quan tâm; phối hợp giữa hai ngành đi vào nền nếp; nhiều cách \
làm sáng tạo ở xã {xa}, phường {xa}.
2. Hạn chế: một số nơi phong trào còn hình thức; chất lượng mô hình không đều, có {n:12-60} mô \
hình yếu; chế độ báo cáo ở {t:4-15} xã chậm; địa bàn mới hợp nhất rộng, giao thông khó khăn.
3. Nguyên nhân: khách quan do sắp xếp tổ chức; chủ quan do người đứng đầu một số nơi chưa sâu \
sát, cán bộ kiêm nhiệm, kinh phí hạn hẹp (bình quân {tien:5-20} đồng/xã/năm).
V. NHIỆM VỤ 06 THÁNG CUỐI NĂM
1. Tổ chức Ngày hội trước ngày 19/8; 2. hoàn thành phân loại mô hình trước 30/9; 3. xét công \
nhận trước 15/12; 4. sơ kết 03 năm Chương trình phối hợp; 5. đưa hệ thống báo cáo vào vận hành \
chính thức.
VI. KIẾN NGHỊ
1. Với Bộ Công an: sớm ban hành mẫu hồ sơ thống nhất. 2. Với Ủy ban Trung ương MTTQ Việt Nam: \
hướng dẫn lồng ghép cuộc vận động. 3. Với Tỉnh ủy: đưa kết quả phong trào vào đánh giá tổ chức \
đảng.
Nơi nhận:
- V05 - Bộ Công an; Ban TT UBTW MTTQ Việt Nam;
- Lưu: VT, PV05 (T.{t:20-90}b).
KT. TRƯỞNG BAN
PHÓ TRƯỞNG BAN THƯỜNG TRỰC
GIÁM ĐỐC CÔNG AN TỈNH
Đại tá {ten}
""",
    ),
    Layout(
        key="bao-cao-nam-xa",
        genre="report",
        forms=("pipe", "word", "bare"),
        text="""\
UBND XÃ {XA#a}
Số: {t:200-480}/BC-UBND
%QO
BÁO CÁO
Kết quả phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2026, phương hướng năm 2027
I. Khái quát: xã {xa#a} được hình thành trên cơ sở nhập 03 xã cũ; {t:12-40} thôn; \
{n:3000-9000} hộ, {n:12000-39000} nhân khẩu; 02 trường THCS, 01 trạm y tế, {t:3-20} doanh \
nghiệp.
II. Kết quả
1. Đảng ủy ban hành 01 nghị quyết, 02 kết luận; UBND ban hành {t:8-20} kế hoạch; Ban Chỉ đạo \
họp {t:4-12} phiên.
2. Tuyên truyền miệng {n:60-190} cuộc/{n:4000-19000} lượt; loa truyền thanh {n:200-700} giờ; \
treo {n:30-120} băng rôn; trang thông tin điện tử {n:20-90} bài.
3. {t:11-38}/{t:38-40} thôn được công nhận đạt tiêu chuẩn, tỷ lệ {pt}; tăng {d:_,_}% so với \
năm 2025.
4. Mô hình "{mh}" lắp {n:20-160} bóng đèn, tổng trị giá {tien:20-190} đồng; mô hình "{mh}" có \
{t:3-20} tổ.
5. Ngày hội: {n:900-4900} lượt người dự; biểu dương {t:8-30} tập thể; huy động {tien:20-90} \
đồng.
6. Quỹ: thu {tien:60-190} đồng; chi {tien:40-90} đồng; tồn {tien:2-30} đồng.
? 7. Đường dây tiếp nhận phản ánh qua 113; kết quả xử lý công khai bằng số liệu quý.
III. Hạn chế: hai thôn vùng cao thiếu nhà sinh hoạt; {t:2-9} cụm loa hỏng; hồ sơ mô hình lưu \
chưa đủ.
IV. Năm 2027: phấn đấu 100% thôn đăng ký; xây dựng mới 02 mô hình; phòng, chống ma túy, lừa \
đảo trên không gian mạng; 100% báo cáo đúng hạn.
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="bao-cao-quy",
        genre="report",
        forms=("tab", "word", "spaced"),
        text="""\
CÔNG AN PHƯỜNG {XA#a}
Số: {t:30-300}/BC-CAP
BÁO CÁO QUÝ {mot:I;II;III;IV}/2026 CÔNG TÁC XÂY DỰNG PHONG TRÀO
| Mã | Chỉ tiêu | ĐVT | Kỳ này | Lũy kế | Cùng kỳ
| CD01 | Văn bản chỉ đạo ban hành | văn bản | {n:3-30} | {n:12-90} | {n:3-80}
| TT02 | Buổi tuyên truyền | buổi | {n:3-90} | {n:12-290} | {n:3-280}
| TT03 | Lượt người dự | lượt | {n:300-9000} | {n:1200-29000} | {n:300-28000}
| MH01 | Mô hình đang hoạt động | mô hình | {n:3-30} | {n:3-30} | {n:3-30}
| MH04 | Điểm mô hình | điểm | {n:9-90} | {n:9-90} | {n:9-90}
| HG01 | Vụ, việc hòa giải thành | vụ | {n:0-30} | {n:0-60} | {n:0-60}
| LL02 | Lớp tập huấn | lớp | {n:0-4} | {n:1-9} | {n:1-9}
| KP01 | Kinh phí đã cấp | nghìn đồng | {n:10000-90000} | {n:100000-290000} | {n:90000-280000}
Thuyết minh: chỉ tiêu TT02 tăng do tổ chức tháng cao điểm; HG01 giảm vì {t:2-5} việc chuyển kỳ \
sau. Không có chênh lệch với biểu của Ủy ban MTTQ phường.
NGƯỜI LẬP BIỂU: {ten}, cán bộ tổng hợp
TRƯỞNG CÔNG AN PHƯỜNG: Trung tá {ten}
""",
    ),
    Layout(
        key="bao-cao-ngay-hoi",
        genre="report",
        forms=("apart", "word", "pipe"),
        text="""\
BAN CHỈ ĐẠO 138 TỈNH {TINH#a}
Số: {t:100-480}/BC-BCĐ
BÁO CÁO
Kết quả tổ chức "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc" năm 2026
Đến ngày 19/8/2026, toàn tỉnh tổ chức {n:900-1900} điểm (cấp tỉnh 03, cấp xã {t:90-160}, khu \
dân cư {n:700-1700}, nhà trường {t:20-60}, doanh nghiệp {t:5-30}), thu hút {n:190000-590000} \
lượt người.
1. Phần lễ trang trọng; {pt} điểm có diễn văn ôn truyền thống, {n:300-900} tham luận.
2. Phần hội: {n:900-2900} trận thi đấu thể thao, {n:300-1900} tiết mục văn nghệ; {t:20-90} \
gian hàng nông sản.
3. Khen thưởng: Bộ Công an {t:2-9} Cờ thi đua; Bộ trưởng tặng Bằng khen {t:8-20} tập thể; UBND \
tỉnh {t:20-60}; Công an tỉnh {t:90-190}; UBND xã {n:600-1900}. Trao Kỷ niệm chương "Bảo vệ an \
ninh Tổ quốc" {t:90-290} trường hợp.
4. An sinh: tặng {n:900-5900} suất quà, trị giá {tien:900-5900} đồng; {t:5-30} căn nhà đại \
đoàn kết; {t:2-9} phòng máy tính; khám bệnh, cấp thuốc {n:900-4900} lượt.
| Cụm | Số điểm | Lượt người | Khen thưởng (tập thể) | Xã hội hóa (đồng)
@8 | Cụm {i} | {n:60-240} | {n:12000-68000} | {n:20-160} | {tien:40-900}
Đánh giá: hình thức phong phú, tiết kiệm; hạn chế ở {t:3-8} điểm tổ chức muộn do mưa bão. Hai \
điểm tổ chức tại giáo xứ, chùa do Ủy ban MTTQ xã phối hợp Ban đại diện đạt kết quả tốt.
PHÓ TRƯỞNG BAN THƯỜNG TRỰC
""",
    ),
    Layout(
        key="bao-cao-dang",
        genre="report",
        forms=("word", "spaced", "tab"),
        text="""\
ĐẢNG BỘ TỈNH {TINH#a}
ĐẢNG ỦY CÔNG AN TỈNH
%DANG
Số {t:100-480}-BC/ĐU
BÁO CÁO
sơ kết 05 năm thực hiện Kết luận số 44-KL/TW của Ban Bí thư về tiếp tục đẩy mạnh thực hiện Chỉ \
thị 09-CT/TW
I- CÔNG TÁC QUÁN TRIỆT, HỌC TẬP
Tổ chức {t:3-9} hội nghị trực tuyến đến {t:90-160} điểm cầu, {n:9000-29000} lượt cán bộ, đảng \
viên; tỷ lệ học tập {pt}. {t:90-160} đảng ủy cấp xã ban hành nghị quyết chuyên đề.
II- KẾT QUẢ LÃNH ĐẠO
1- Xây dựng {n:300-900} chi bộ thôn gắn với phong trào; kết nạp {n:900-2900} đảng viên mới từ \
phong trào quần chúng.
2- Công tác dân vận: {n:900-2900} mô hình "Dân vận khéo"; {t:8-20} chương trình phối hợp giữa \
Công an và các ban, ngành.
3- Công tác vùng đồng bào dân tộc thiểu số, vùng đồng bào có đạo: duy trì {t:20-80} tổ công \
tác; phối hợp phát huy vai trò người có uy tín; {n:60-190} buổi đối thoại.
III- ĐÁNH GIÁ
Nơi nào cấp ủy quan tâm thì phong trào mạnh. Hạn chế: một số cấp ủy khoán trắng cho Công an; \
sơ kết, tổng kết còn chung chung.
IV- KIẾN NGHỊ
Đề nghị Ban Bí thư chỉ đạo tổng kết 15 năm Chỉ thị 09-CT/TW vào năm 2027.
T/M ĐẢNG ỦY
BÍ THƯ
{ten}
""",
    ),
    Layout(
        key="bao-cao-dan-toc",
        genre="report",
        forms=("pipe", "word", "apart"),
        text="""\
SỞ DÂN TỘC VÀ TÔN GIÁO TỈNH {TINH#a}
Số: {t:300-980}/BC-SDTTG
%QH
BÁO CÁO
Tiến độ Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu \
số và miền núi, Dự án 10 (Tiểu dự án 1, 2)
1. Kế hoạch vốn 2026: {tien:90000-190000} đồng, trong đó đầu tư {tien:50000-90000} đồng, sự \
nghiệp {tien:20000-60000} đồng; giải ngân {pt}.
2. Người có uy tín: toàn tỉnh có {n:200-900} người được công nhận; tổ chức {t:4-15} hội nghị \
cung cấp thông tin, {t:2-6} đoàn học tập kinh nghiệm.
3. Tuyên truyền chính sách dân tộc, tôn giáo: {n:60-290} hội nghị, {n:6000-19000} lượt người; \
{n:2000-9000} sổ tay hỏi đáp.
4. Công tác quản lý nhà nước về tôn giáo: tiếp nhận {n:60-190} hồ sơ thủ tục hành chính, giải \
quyết đúng hạn {pt}; mã thủ tục 1.0{d:____}, 2.00{d:____}.000.00.00.H{d:__}.
5. Phối hợp Công an tỉnh, Ủy ban MTTQ tỉnh trong phong trào toàn dân bảo vệ an ninh Tổ quốc: \
{t:20-60} xã khu vực III đạt tiêu chuẩn; mô hình "{mh}" nhân rộng ở {t:3-20} xã.
Đề xuất: điều chỉnh mục tiêu, bổ sung danh mục xã khu vực I mới sau sắp xếp.
GIÁM ĐỐC
{ten}
""",
    ),
    Layout(
        key="bao-cao-tong-ket-giai-doan",
        genre="report",
        forms=("word", "pipe", "tab"),
        text="""\
ỦY BAN TRUNG ƯƠNG MTTQ VIỆT NAM - BỘ CÔNG AN
Số: {t:100-480}/BC-BCA-MTTW
%QH
BÁO CÁO
Sơ kết 03 năm thực hiện Chương trình phối hợp số 07/CTrPH-BCA-MTTW (2023 - 2026)
PHẦN THỨ NHẤT. TÌNH HÌNH VÀ CÔNG TÁC CHỈ ĐẠO
Trong ba năm qua, cả nước thực hiện việc sắp xếp đơn vị hành chính và tổ chức chính quyền địa \
phương hai cấp; 34 tỉnh, thành phố và 3.321 xã, phường, đặc khu đã kiện toàn bộ máy thực hiện \
Chương trình. Hai cơ quan thống nhất ban hành {t:5-12} văn bản hướng dẫn, tổ chức {t:4-9} đoàn \
kiểm tra liên ngành tại {t:15-25} địa phương; 34/34 tỉnh, thành phố ký kết chương trình phối \
hợp cùng cấp; {pt} xã, phường, đặc khu xây dựng kế hoạch phối hợp hằng năm.
PHẦN THỨ HAI. KẾT QUẢ THỰC HIỆN
I. Công tác thông tin, tuyên truyền: tổ chức {n:190000-490000} hội nghị, {n:9000000-29000000} \
lượt người dự; đăng tải {n:39000-99000} tin, bài; duy trì {n:600-1900} chuyên mục; biên soạn \
{t:12-40} bộ tài liệu, {n:900000-2900000} tờ gấp.
II. Công tác vận động: {pt} khu dân cư đăng ký thi đua; tổ chức {n:60000-90000} lượt Ngày hội; \
vận động {tien:90000-390000} đồng; giúp đỡ xây {n:900-3900} nhà đại đoàn kết.
III. Xây dựng mô hình: toàn quốc có hơn {n:4300-4900} mô hình, {n:90000-190000} điểm; so với \
năm 2023 tăng {pt}.
| Vùng | Số tỉnh | Mô hình | Điểm | Xã đạt tiêu chuẩn (%) | Kinh phí xã hội hóa (triệu đồng)
| Trung du và miền núi phía Bắc | 9 | {n:600-1900} | {n:12000-39000} | {pt} | {n:9000-49000}
| Đồng bằng sông Hồng | 6 | {n:600-1900} | {n:12000-39000} | {pt} | {n:9000-49000}
| Bắc Trung Bộ | 5 | {n:600-1900} | {n:12000-39000} | {pt} | {n:9000-49000}
| Nam Trung Bộ và Tây Nguyên | 6 | {n:600-1900} | {n:12000-39000} | {pt} | {n:9000-49000}
| Đông Nam Bộ | 3 | {n:600-1900} | {n:12000-39000} | {pt} | {n:9000-49000}
| Đồng bằng sông Cửu Long | 5 | {n:600-1900} | {n:12000-39000} | {pt} | {n:9000-49000}
IV. Hòa giải, giúp đỡ: hòa giải thành {n:90000-190000} vụ, việc; vận động các cơ quan, doanh \
nghiệp nhận đỡ đầu {n:900-3900} mô hình tái hòa nhập cộng đồng (chỉ tổng hợp số mô hình).
V. Giám sát, phản biện xã hội: {n:900-4900} cuộc giám sát của Mặt trận; {n:300-900} dự thảo \
văn bản được góp ý; diễn đàn "Công an lắng nghe ý kiến Nhân dân" tổ chức {n:2900-9900} lần, \
tiếp thu {n:19000-69000} ý kiến theo nhóm nội dung, trả lời {pt}.
VI. Xây dựng lực lượng: phối hợp lựa chọn thành viên {n:80000-84000} Tổ bảo vệ an ninh, trật \
tự; bồi dưỡng {n:200000-280000} lượt người; trang bị đồng bộ {pt}.
VII. Công tác thi đua, khen thưởng: {n:2900-9900} tập thể, {n:3900-12900} cá nhân được các cấp \
khen thưởng.
PHẦN THỨ BA. ĐÁNH GIÁ
Kết quả nổi bật: (1) nhận thức của các cấp thống nhất hơn; (2) vai trò chủ thể của Nhân dân \
được phát huy; (3) chuyển từ "làm thay" sang "cùng làm". Hạn chế: (1) có nơi ký kết nhưng chậm \
cụ thể hóa; (2) số liệu giữa hai ngành chưa khớp ở {t:3-9} tỉnh, chênh {d:_,_}%; (3) kinh phí \
của cấp xã bình quân mới đạt {tien:6-20} đồng/năm; (4) cán bộ không chuyên trách biến động sau \
sắp xếp.
Bài học: bám cơ sở; chọn việc thiết thực; sơ kết kịp thời; đánh giá thực chất, chống bệnh \
thành tích.
PHẦN THỨ TƯ. PHƯƠNG HƯỚNG 2027 - 2028
1. Sửa đổi, bổ sung Chương trình cho phù hợp Luật Mặt trận Tổ quốc Việt Nam (sửa đổi). 2. Xây \
dựng hệ thống thông tin dùng chung. 3. Mỗi tỉnh chọn {t:2-6} việc cụ thể mỗi năm. 4. Kiểm tra \
ít nhất {t:20-40}% xã, phường. 5. Nhân rộng {t:10-20} mô hình cấp quốc gia.
TM. BAN THƯỜNG TRỰC ỦY BAN TRUNG ƯƠNG: PHÓ CHỦ TỊCH {ten}
KT. BỘ TRƯỞNG BỘ CÔNG AN: THỨ TRƯỞNG {ten}
""",
    ),
    Layout(
        key="bao-cao-nhanh",
        genre="report",
        forms=("bare", "capitals", "word"),
        text="""\
BAO CAO NHANH {ngay:2026}
Kính gửi: Trực ban Công an tỉnh {tinh#a}
Xã {xa#a}: hoàn thành ra quân tháng cao điểm lúc {gio}; {t:9-30}/{t:30-32} thôn tổ chức; \
{n:900-4900} lượt người; phát {n:900-4900} tờ rơi; lắp {t:5-60} đèn; không có vướng mắc.
Số hiệu bản tin: {d:20261127____}; ký hiệu đường truyền {d:5___}-{d:__}.
Đề nghị: cấp thêm {t:200-900} sổ tay.
Người gửi: Phó Trưởng Công an xã
""",
    ),
    Layout(
        key="bao-cao-khac-phuc",
        genre="report",
        forms=("pipe", "word", "spaced"),
        text="""\
UBND PHƯỜNG {XA#a}
Số: {t:100-480}/BC-UBND
BÁO CÁO
Kết quả khắc phục kiến nghị theo Thông báo kết luận số {t:10-90}/TB-ĐKT
| TT | Kiến nghị | Việc đã làm | Văn bản chứng minh | Trạng thái
| 1 | Bổ sung chỉ tiêu riêng vào kế hoạch | Ban hành kế hoạch thay thế | {t:10-90}/KH-UBND, \
{ngay:2026} | Đã xong
| 2 | Phân loại lại mô hình | Thanh loại {t:1-5}, củng cố {t:2-8} | {t:10-90}/QĐ-UBND, \
{ngay:2026} | Đã xong
| 3 | Công khai quỹ | Niêm yết tại {t:9-30} tổ dân phố | Biên bản {ngay:2026} | Đã xong
| 4 | Thiếu kinh phí tập huấn | Trình HĐND phường kỳ họp thứ {t:3-6} | Tờ trình \
{t:10-90}/TTr-UBND | Đang làm
? | 5 | Chậm báo cáo | Phê bình, rút kinh nghiệm bộ phận tham mưu | Biên bản họp | Đã xong
Ủy ban nhân dân phường cam kết hoàn thành nội dung còn lại trước ngày {ngay:2026}.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
""",
    ),
    Layout(
        key="thong-ke-xa",
        genre="statistics",
        forms=("workbook", "commas", "tab"),
        text="""\
Biểu số: 01/THPT-X
THỐNG KÊ KẾT QUẢ PHONG TRÀO THEO XÃ, PHƯỜNG, TỈNH {TINH#a}, KỲ 06 THÁNG NĂM 2026
| TT | Mã xã | Tên xã, phường | Khu dân cư | Đăng ký | Mô hình | Điểm | Lượt người | Kinh phí \
(đồng)
@24 | {i} | {d:2____} | {xa} | {n:6-40} | {n:6-40} | {n:2-30} | {n:3-90} | {n:300-29000} | \
{tien:3-90}
| | | Cộng | {n:400-900} | {n:400-900} | {n:200-600} | {n:900-1900} | {n:90000-390000} | \
{tien:900-1900}
""",
    ),
    Layout(
        key="thong-ke-ghep-so",
        genre="statistics",
        forms=("tab", "spaced", "pipe"),
        text="""\
BIỂU TỔNG HỢP 07/MTTQ (đơn vị tính: lượt)
| Cụm | Tháng 1 | Tháng 2 | Tháng 3 | Tháng 4 | Tháng 5 | Tháng 6
| I | 0 | 912 | 345 | {t:100-999} | {t:100-999} | {t:10-99}
| II | 0 | 38 | {t:100-999} | {t:1000-9999} | 0 | 7
| III | 0 | 35 | {t:1000-9999} | {t:100-999} | {t:0-9} | {t:100-999}
| IV | {t:10-99} | 0 | 24 | {t:1000-9999} | {t:100-999} | {t:1-9}
| V | 0 | 977 | {t:100-999} | {t:100-999} | 12 | {t:10-99}
| VI | 051 | 201 | {t:100-999} | {t:100-999} | 44 | {t:10-99}
Ghi chú: cụm VI ghi mã ba chữ số của cụm cũ ở hai cột đầu. Người tổng hợp: Văn phòng Ủy ban \
MTTQ Việt Nam tỉnh {tinh}.
""",
    ),
    Layout(
        key="thong-ke-tien-khong-cham",
        genre="statistics",
        forms=("workbook", "tab", "pipe"),
        text="""\
BẢNG KÊ CHI KHÔNG DÙNG DẤU PHÂN CÁCH (xuất từ phần mềm kế toán), ĐƠN VỊ: ĐỒNG
| Chứng từ | Ngày | Nội dung | Số tiền
@9 | PC{d:00__} | {ngay:2026} | {mot:Chi hội nghị;Chi in ấn;Chi nước uống;Chi thuê âm \
thanh;Chi khen thưởng;Chi xăng xe} | {t:400000-99900000} đồng
| PC0099 | {ngay:2026} | Chi hỗ trợ trang phục lực lượng cơ sở | 912345678 đồng
| | | Cộng phát sinh | {t:930000000-990000000} đồng
""",
    ),
)
