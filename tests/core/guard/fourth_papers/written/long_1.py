"""Written papers: long honest papers (part 1)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="ke-hoach-phan-cong-dai",
        genre="plan",
        forms=("word", "pipe", "apart"),
        text="""\
ỦY BAN NHÂN DÂN TỈNH {TINH#a}
Số: {t:30-400}/KH-UBND
%QH
{tinh#a}, {ngaydai}
KẾ HOẠCH
Triển khai phong trào thi đua "Toàn dân bảo vệ an ninh Tổ quốc" giai đoạn 2026 - 2030 trên địa \
bàn tỉnh {tinh#a}
Thực hiện Quyết định số 2447/QĐ-TTg ngày 06/11/2025 của Thủ tướng Chính phủ ban hành Kế hoạch \
tổ chức phong trào thi đua "Toàn dân bảo vệ an ninh Tổ quốc"; Chỉ thị số {t:10-60}-CT/TU ngày \
{ngay} của Ban Thường vụ Tỉnh ủy; theo đề nghị của Công an tỉnh và Sở Nội vụ, Ủy ban nhân dân \
tỉnh ban hành Kế hoạch với những nội dung chủ yếu sau đây:
I. MỤC ĐÍCH
1. Khơi dậy tinh thần yêu nước, ý thức tự giác, trách nhiệm công dân trong sự nghiệp bảo vệ an \
ninh Tổ quốc; xây dựng thế trận lòng dân vững chắc ngay từ cơ sở, nhất là tại các xã, phường, \
đặc khu vừa được thành lập sau sắp xếp đơn vị hành chính.
2. Nâng cao hiệu lực quản lý nhà nước về an ninh, trật tự; gắn phong trào với các phong trào \
"Cả nước chung sức xây dựng nông thôn mới", "Vì người nghèo - Không để ai bị bỏ lại phía sau", \
"Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở".
3. Phát hiện, bồi dưỡng, tổng kết và nhân rộng điển hình tiên tiến; kịp thời biểu dương, khen \
thưởng tập thể ở cơ sở, người lao động trực tiếp.
II. YÊU CẦU
1. Việc tổ chức phải thực chất, hiệu quả, tránh hình thức; mục tiêu cụ thể, đo đếm được; phân \
công rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền.
2. Phát huy vai trò của người đứng đầu cấp ủy, chính quyền; sự phối hợp đồng bộ giữa Công an, \
Mặt trận Tổ quốc và các tổ chức thành viên.
3. Không lấy số liệu về vụ việc, về con người làm chỉ tiêu thi đua; không so sánh các địa bàn \
theo dân tộc, tôn giáo; việc đánh giá chỉ dựa trên kết quả hoạt động của cơ quan, tổ chức.
III. NỘI DUNG THI ĐUA
1. Thi đua tham mưu, lãnh đạo, chỉ đạo: hằng năm 100% cấp ủy có nghị quyết hoặc chương trình \
công tác; 100% Ban Chỉ đạo có quy chế, phân công địa bàn; {pt} nội dung kết luận được thực \
hiện đúng hạn.
2. Thi đua tuyên truyền: đổi mới cách làm, chuyển từ tập trung đông người sang tổ, nhóm, hộ \
kinh doanh, khu nhà trọ; sản xuất {n:60-190} phóng sự, {n:200-900} sản phẩm đa phương tiện; \
chú trọng vùng sâu, vùng xa, biên giới, hải đảo; tuyên truyền bằng tiếng Hrê, tiếng Co, tiếng \
Xơ Đăng ở nơi có điều kiện.
3. Thi đua xây dựng mô hình: mỗi xã có ít nhất {t:2-4} mô hình hoạt động hiệu quả; giai đoạn \
2026 - 2030 toàn tỉnh xây dựng mới {n:60-190} mô hình, nhân rộng {n:300-900} điểm; tổ chức hội \
thi "Mô hình hay, cách làm sáng tạo" hai năm một lần.
4. Thi đua xây dựng lực lượng: kiện toàn {n:900-2400} Tổ bảo vệ an ninh, trật tự; 100% thành \
viên được tập huấn; trang bị công cụ hỗ trợ, phương tiện đúng định mức; thực hiện đầy đủ chế \
độ.
5. Thi đua phối hợp: ký kết, thực hiện quy chế giữa Công an, Quân sự, Biên phòng; giữa Công an \
với {t:8-20} sở, ngành; giữa lực lượng Công an xã với nhà trường, doanh nghiệp.
6. Thi đua xây dựng Công an xã, phường, đặc khu "bản lĩnh, nhân văn, vì Nhân dân phục vụ"; cải \
cách thủ tục hành chính, {pt} hồ sơ giải quyết trước và đúng hạn.
IV. TIẾN ĐỘ
1. Năm 2026: phát động, ban hành tiêu chí, lựa chọn {t:8-20} đơn vị làm điểm. 2. Năm 2027 - \
2028: triển khai diện rộng, sơ kết giữa kỳ trước ngày {ngay:2028}. 3. Năm 2029 - 2030: nâng \
cao chất lượng, tổng kết trước ngày {ngay:2030}.
V. KINH PHÍ
Tổng kinh phí dự kiến {tien:9000-39000} đồng, trong đó ngân sách tỉnh {tien:5000-9000} đồng, \
ngân sách cấp xã {tien:3000-9000} đồng, nguồn hợp pháp khác {tien:900-4900} đồng. Việc lập, \
phân bổ, quyết toán thực hiện theo Luật Ngân sách nhà nước và Thông tư số 40/2023/TT-BTC.
VI. TỔ CHỨC THỰC HIỆN
1. Công an tỉnh: cơ quan thường trực; ban hành hướng dẫn, bộ tiêu chí chấm điểm (thang 100); \
tổng hợp báo cáo; phối hợp Sở Nội vụ thẩm định hồ sơ khen thưởng.
2. Sở Nội vụ: hướng dẫn quy trình, thủ tục khen thưởng chuyên đề; đề xuất hình thức khen đối \
với tập thể có thành tích xuất sắc.
3. Sở Tài chính: thẩm định, tham mưu bố trí kinh phí trong dự toán hằng năm.
4. Sở Văn hóa, Thể thao và Du lịch, Báo và Phát thanh, truyền hình tỉnh: tổ chức tuyên truyền; \
quản lý chất lượng hương ước, quy ước.
5. Sở Dân tộc và Tôn giáo: phối hợp vận động chức sắc, chức việc, già làng, người có uy tín \
tham gia phong trào; báo cáo bằng số lượng hội nghị, số lượt người.
6. Sở Giáo dục và Đào tạo: chỉ đạo {n:300-900} trường học xây dựng mô hình, ký quy chế phối \
hợp.
7. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội: ký kết \
chương trình, hướng dẫn hệ thống dọc, giám sát việc thực hiện.
8. Ủy ban nhân dân các xã, phường, đặc khu: ban hành kế hoạch trước ngày {ngay:2026}; chọn ít \
nhất {t:2-5} khu dân cư làm điểm; báo cáo 06 tháng (trước 15/6), năm (trước 15/11).
Quá trình thực hiện nếu có khó khăn, vướng mắc, các cơ quan phản ánh bằng văn bản về Công an \
tỉnh để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định./.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
{ten}
PHỤ LỤC
PHÂN CÔNG NHIỆM VỤ VÀ SẢN PHẨM
(Kèm theo Kế hoạch số … /KH-UBND)
| TT | Nhiệm vụ | Chủ trì | Phối hợp | Sản phẩm | Thời hạn
@26 | {i} | {mot:Biên soạn tài liệu hỏi đáp;Tập huấn cán bộ cấp xã;Kiểm tra thực hiện tiêu \
chí;Sản xuất phóng sự;Khảo sát mô hình;Tổ chức hội thi;Xây dựng cơ sở dữ liệu văn bản;Sơ kết \
chuyên đề;Hướng dẫn quy chế phối hợp;Rà soát nghị quyết về mức chi} | {so} | {mot:Công an \
tỉnh;Ủy ban MTTQ tỉnh;UBND cấp xã;Văn phòng UBND tỉnh} | {mot:Báo cáo;Kế hoạch;Tài liệu;Quyết \
định;Tờ trình;Phóng sự} | {ngay:2026}
""",
    ),
    Layout(
        key="quy-che-hoat-dong-dai",
        genre="regulation",
        forms=("pipe", "word", "spaced"),
        text="""\
BAN CHỈ ĐẠO PHÒNG, CHỐNG TỘI PHẠM, TỆ NẠN XÃ HỘI VÀ XÂY DỰNG PHONG TRÀO TOÀN DÂN BẢO VỆ AN \
NINH TỔ QUỐC TỈNH {TINH#a}
%QH
QUY CHẾ
Tổ chức và hoạt động của Ban Chỉ đạo
(Ban hành kèm theo Quyết định số {t:100-1900}/QĐ-BCĐ ngày {ngay:2026} của Trưởng Ban Chỉ đạo)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh, đối tượng áp dụng
1. Quy chế này quy định nguyên tắc, trách nhiệm, chế độ làm việc, cơ chế chỉ đạo, chế độ họp, \
thông tin, báo cáo và điều kiện hoạt động của Ban Chỉ đạo 138 tỉnh {tinh#a}.
2. Quy chế áp dụng đối với Trưởng ban, các Phó Trưởng ban, Ủy viên, cơ quan Thường trực, Tổ \
giúp việc và các cơ quan, tổ chức có liên quan.
Điều 2. Nguyên tắc làm việc
1. Bảo đảm sự lãnh đạo trực tiếp, toàn diện của Tỉnh ủy; tuân thủ Hiến pháp và pháp luật.
2. Đề cao trách nhiệm cá nhân của thành viên theo lĩnh vực được phân công; mỗi việc chỉ giao \
một cơ quan chủ trì.
3. Thành viên làm việc theo chế độ kiêm nhiệm, sử dụng bộ máy của cơ quan mình để thực hiện \
nhiệm vụ.
Chương II
NHIỆM VỤ, QUYỀN HẠN
Điều 3. Trưởng ban: lãnh đạo, điều hành toàn diện; triệu tập và chủ trì các phiên họp; quyết \
định chương trình công tác; phân công nhiệm vụ; quyết định thành lập Đoàn kiểm tra; ủy quyền \
cho Phó Trưởng ban Thường trực giải quyết công việc khi vắng mặt.
Điều 4. Phó Trưởng ban Thường trực (Giám đốc Công an tỉnh): giúp Trưởng ban chỉ đạo công việc \
thường xuyên; trực tiếp phụ trách công tác phòng, chống tội phạm, ma túy, mua bán người; chỉ \
đạo cơ quan Thường trực.
Điều 5. Phó Trưởng ban (Chủ tịch Ủy ban MTTQ Việt Nam tỉnh): phụ trách công tác vận động Nhân \
dân; chỉ đạo hệ thống Mặt trận, các tổ chức thành viên phối hợp; chủ trì giám sát, phản biện \
xã hội.
Điều 6. Ủy viên
a) Giám đốc Sở Tài chính: bảo đảm kinh phí, hướng dẫn thanh quyết toán;
b) Giám đốc Sở Tư pháp: phổ biến pháp luật, hòa giải ở cơ sở;
c) Giám đốc Sở Y tế: phòng, chống HIV/AIDS, cai nghiện; chỉ cung cấp số liệu tổng hợp;
d) Giám đốc Sở Giáo dục và Đào tạo: an ninh học đường;
đ) Giám đốc Sở Dân tộc và Tôn giáo: công tác dân tộc, tín ngưỡng, tôn giáo;
e) Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh: phối hợp lực lượng theo Nghị định của Chính phủ;
g) Giám đốc Báo và Phát thanh, truyền hình tỉnh: thời lượng tuyên truyền tối thiểu {t:20-60} \
phút mỗi tuần;
h) Bí thư Tỉnh đoàn, Chủ tịch Hội LHPN, Chủ tịch Hội Nông dân, Chủ tịch Hội Cựu chiến binh \
tỉnh: vận động đoàn viên, hội viên.
Điều 7. Cơ quan Thường trực và Tổ giúp việc
1. Phòng PV05 tham mưu xây dựng phong trào; Phòng PC02, PC04 tham mưu lĩnh vực phòng, chống \
tội phạm, ma túy.
2. Tổ giúp việc gồm {t:9-15} cán bộ, làm việc theo phân công của Tổ trưởng.
Chương III
CHẾ ĐỘ LÀM VIỆC
Điều 8. Họp định kỳ 06 tháng một lần (tháng 6, tháng 12); họp đột xuất theo triệu tập. Tài \
liệu gửi trước {t:2-5} ngày làm việc. Thành viên vắng mặt phải báo cáo và cử người dự thay có \
thẩm quyền.
Điều 9. Thông tin, báo cáo
| Loại báo cáo | Mốc số liệu | Cấp xã gửi | Sở, ngành gửi | Cấp tỉnh gửi
| Quý I | 15/12 - 14/3 | 15/3 | 16/3 | 20/3
| 06 tháng | 15/12 - 14/6 | 15/6 | 16/6 | 20/6
| Quý III | 15/6 - 14/9 | 15/9 | 16/9 | 20/9
| Năm | 15/12 - 14/12 | 15/12 | 16/12 | 20/12
| Ngày hội | 01/7 - 19/8 | 22/8 | 24/8 | 30/8
Điều 10. Kiểm tra: mỗi năm kiểm tra ít nhất {t:10-30}% số xã; thông báo kết luận trong 15 \
ngày; đơn vị khắc phục trong 30 đến 60 ngày.
Điều 11. Bảo vệ dữ liệu cá nhân: văn bản của Ban Chỉ đạo không chứa họ tên, số định danh, nơi \
cư trú, hình ảnh nhận diện của công dân; không lập, lưu danh sách cá nhân, hộ gia đình; thông \
tin thuộc bí mật nhà nước thực hiện theo Luật số 117/2025/QH15 và không gửi qua hệ thống này.
Chương IV
ĐIỀU KHOẢN THI HÀNH
Điều 12. Kinh phí hoạt động {tien:90-900} đồng mỗi năm, giao về Công an tỉnh (mã chương 009) \
và Ủy ban MTTQ Việt Nam tỉnh (mã chương 510).
Điều 13. Quy chế có hiệu lực từ ngày ký; thay thế Quy chế kèm theo Quyết định số \
{t:100-1900}/QĐ-BCĐ ngày {ngay:2025}. Trong quá trình thực hiện, cơ quan Thường trực tổng hợp \
vướng mắc, trình sửa đổi./.
TRƯỞNG BAN
PHÓ CHỦ TỊCH UBND TỈNH
{ten}
""",
    ),
    Layout(
        key="bao-cao-nam-tinh-dai",
        genre="report",
        forms=("word", "pipe", "tab"),
        text="""\
BAN CHỈ ĐẠO 138 TỈNH {TINH#a}
Số: {t:200-700}/BC-BCĐ
%QO
{tinh#a}, {ngaydai}
BÁO CÁO
Tổng kết công tác xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2025, phương hướng, \
nhiệm vụ năm 2026
Phần thứ nhất
KẾT QUẢ CÔNG TÁC NĂM 2025
I. BỐI CẢNH
Năm 2025 là năm có nhiều sự kiện trọng đại: đại hội đảng bộ các cấp, kỷ niệm 80 năm Cách mạng \
tháng Tám và Quốc khánh 2/9, 20 năm Ngày hội Toàn dân bảo vệ an ninh Tổ quốc; đồng thời là năm \
kết thúc hoạt động của Công an cấp huyện (từ 01/3/2025) và chính quyền cấp huyện (từ \
01/7/2025). Khối lượng công việc chuyển về cấp xã lớn; bình quân mỗi Công an xã có {t:14-40} \
cán bộ, chiến sĩ, phụ trách {t:8-30} thôn, {n:4000-19000} dân.
II. CÔNG TÁC THAM MƯU, CHỈ ĐẠO
1. Tỉnh ủy ban hành {t:1-4} chỉ thị, {t:2-6} kết luận; HĐND tỉnh thông qua Nghị quyết số \
{t:10-60}/2025/NQ-HĐND về chế độ cho lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở; UBND \
tỉnh ban hành {t:12-40} kế hoạch, {t:20-90} công văn.
2. Ban Chỉ đạo họp {t:2-5} phiên, ban hành {t:4-9} thông báo kết luận với {n:30-90} nhiệm vụ; \
đã hoàn thành {pt}, đang thực hiện trong hạn {t:3-12} nhiệm vụ, quá hạn {t:0-4} nhiệm vụ.
3. Kiểm tra {t:20-60} xã, {t:4-12} sở, ngành; làm việc với Đoàn công tác số {t:1-6} của Ban \
Chỉ đạo Trung ương ngày {ngay:2025}.
III. KẾT QUẢ CÁC MẶT CÔNG TÁC
1. Tuyên truyền, giáo dục
a) Tuyên truyền trực tiếp {n:4000-19000} buổi, {n:390000-990000} lượt người (tăng {d:1_,_}%); \
tuyên truyền trên nền tảng số {n:9000-39000} tin, bài, {n:2000000-9000000} lượt tiếp cận; phát \
{n:90000-390000} tờ rơi; {n:3000-9000} băng rôn, pa-nô.
b) Phối hợp mở {t:20-60} lớp bồi dưỡng kiến thức quốc phòng và an ninh cho chức sắc, chức \
việc, người có uy tín, chủ doanh nghiệp với {n:900-3900} học viên.
c) {n:300-900} trường học tổ chức ngoại khóa; {n:190000-290000} lượt học sinh, sinh viên tham \
gia.
2. Ngày hội: {n:900-1900} điểm, {n:190000-490000} lượt người; trao {n:900-2900} suất quà trị \
giá {tien:900-3900} đồng.
3. Xây dựng mô hình
Toàn tỉnh có {t:20-60} loại, {n:300-900} mô hình, {n:2000-9000} điểm, {n:5000-19000} tổ. Phân \
loại: tốt {n:100-300}, khá {n:100-300}, trung bình {n:40-90}, yếu {n:4-30}. Công nhận điển \
hình {t:8-30} mô hình.
| TT | Xã, phường | Số mô hình | Xây dựng mới | Nhân rộng | Thanh loại | Kinh phí (đồng)
@22 | {i} | {xa} | {n:2-20} | {n:0-5} | {n:0-9} | {n:0-4} | {tien:8-190}
4. Công nhận, phân loại
- Khu dân cư đạt tiêu chuẩn: {n:900-1900}, tỷ lệ {pt}; xã, phường, đặc khu đạt: {t:60-120}, tỷ \
lệ {pt}; cơ quan, doanh nghiệp: {n:300-900}; cơ sở giáo dục: {n:200-600}.
- Phân loại phong trào cấp xã: xuất sắc {t:20-40}, khá {t:40-80}, trung bình {t:5-20}, yếu \
{t:0-3}.
5. Lực lượng nòng cốt: tuyển chọn bổ sung {n:100-600} thành viên; cho thôi {n:60-390}; mở \
{t:20-60} lớp, {n:2900-8900} lượt; chi hỗ trợ {tien:90000-190000} đồng; trợ cấp tai nạn \
{t:2-9} trường hợp, {tien:10-90} đồng.
6. Phối hợp với Mặt trận: {t:90-160}/{t:90-160} xã ký chương trình; giám sát {n:90-290} cuộc; \
diễn đàn lắng nghe ý kiến Nhân dân {n:100-390} lần, {n:1900-5900} ý kiến, trả lời tại chỗ \
{pt}, trả lời bằng văn bản đúng hạn {pt}; phản ánh quá hạn {t:0-9}.
7. Công tác dân tộc, tôn giáo: thăm, chúc mừng {n:100-390} lượt cơ sở dịp lễ, Tết; hướng dẫn \
đăng ký sinh hoạt theo Luật Tín ngưỡng, tôn giáo; xây dựng {n:20-90} mô hình ở vùng đồng bào \
có đạo do Mặt trận chủ trì.
8. Thi đua, khen thưởng: Cờ của Chính phủ {t:0-2}; Cờ Bộ Công an {t:3-9}; Bằng khen Bộ trưởng \
{t:8-20}; Bằng khen Chủ tịch UBND tỉnh {t:40-90}; Giấy khen các cấp {n:900-2900}.
IV. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN
1. Công tác tham mưu ở {t:8-20} xã còn bị động; nghị quyết, kế hoạch sao chép của cấp trên.
2. Một số mô hình chồng chéo sau hợp nhất xã; tên gọi chưa thống nhất; hồ sơ bàn giao từ cấp \
huyện thiếu {n:12-90} bộ.
3. Báo cáo chậm: quý I {t:8-20} đơn vị, 06 tháng {t:6-18}, quý III {t:4-12}, năm {t:2-9}.
4. Kinh phí cấp xã thấp, có {t:3-12} xã chưa bố trí riêng; quyết toán còn treo {tien:10-190} \
đồng.
Nguyên nhân khách quan: địa bàn rộng, chia cắt; thiên tai liên tiếp (bão số {t:8-13}, lũ tháng \
11). Nguyên nhân chủ quan: nhận thức của một số cấp ủy chưa đầy đủ; cán bộ làm công tác phong \
trào thiếu kinh nghiệm.
Phần thứ hai
PHƯƠNG HƯỚNG NĂM 2026
1. Sơ kết 03 năm Chương trình 07. 2. Triển khai Kế hoạch 612 về xây dựng xã, phường, đặc khu, \
cơ quan, doanh nghiệp, cơ sở giáo dục điển hình. 3. Chuẩn hóa danh mục mô hình trước 30/4. 4. \
Đưa báo cáo lên hệ thống từ kỳ 06 tháng. 5. Bảo đảm 100% xã có kinh phí riêng, tối thiểu \
{tien:20-60} đồng. 6. Đổi mới Ngày hội theo hướng tiết kiệm, gần dân.
V. KIẾN NGHỊ
Với Bộ Công an: (1) sớm ban hành thông tư thay thế; (2) hướng dẫn tiêu chí điển hình; (3) hỗ \
trợ phần mềm. Với Bộ Tài chính: nâng mức chi tại Thông tư số 40/2023/TT-BTC. Với Ủy ban Trung \
ương MTTQ Việt Nam: thống nhất mẫu biểu giám sát./.
KT. TRƯỞNG BAN
PHÓ TRƯỞNG BAN THƯỜNG TRỰC
Đại tá {ten}
""",
    ),
    Layout(
        key="quyet-toan-phu-luc-dai",
        genre="budget",
        forms=("pipe", "workbook", "word"),
        text="""\
SỞ TÀI CHÍNH TỈNH {TINH#a}
Số: {t:200-2900}/STC-QLNS
PHỤ LỤC TỔNG HỢP QUYẾT TOÁN KINH PHÍ PHONG TRÀO CẤP XÃ NĂM 2025 (đơn vị: đồng)
| TT | Mã ĐVQHNS | Xã, phường | Dự toán giao | Rút tại kho bạc | Đã chi | Còn dư | Tỷ lệ | \
Chứng từ cuối
@34 | {i} | {d:1______} | {xa} | {tien:60-300} | {tien:40-200} | {tien:40-190} | {tien:1-30} | \
{pt} | RDT{d:5_____}
Ghi chú: (1) cột 5 đối chiếu theo báo cáo B2-01/BC-NS/TABMIS ngày {ngay:2026}; (2) mã dự phòng \
932; (3) {t:2-9} xã nộp trả {tien:2-40} đồng.
Người lập: {ten}, chuyên viên Phòng Ngân sách. Kiểm soát: {ten}, Trưởng phòng Ngân sách.
""",
    ),
    Layout(
        key="nghi-quyet-hdnd-dai",
        genre="regulation",
        forms=("apart", "word", "pipe"),
        text="""\
HỘI ĐỒNG NHÂN DÂN TỈNH {TINH#a}
Số: {t:10-60}/2026/NQ-HĐND
%QH
NGHỊ QUYẾT
Quy định nội dung, mức chi cho công tác vận động toàn dân bảo vệ an ninh Tổ quốc và mức hỗ trợ \
lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
HỘI ĐỒNG NHÂN DÂN TỈNH {TINH#a} KHÓA {mot:XIII;XIV}, KỲ HỌP THỨ {t:2-9}
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15; Luật Ngân sách nhà nước; Luật Lực \
lượng tham gia bảo vệ an ninh, trật tự ở cơ sở số 30/2023/QH15; Nghị định số 40/2024/NĐ-CP; \
Thông tư số 40/2023/TT-BTC;
Xét Tờ trình số {t:100-900}/TTr-UBND ngày {ngay:2026}; báo cáo thẩm tra số {t:10-90}/BC-PC của \
Ban Pháp chế; ý kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp.
QUYẾT NGHỊ:
Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng
1. Nghị quyết quy định nội dung, mức chi từ ngân sách địa phương cho hoạt động của Ban Chỉ \
đạo, Ngày hội, xây dựng mô hình, khen thưởng và mức hỗ trợ thành viên Tổ bảo vệ an ninh, trật \
tự.
2. Đối tượng áp dụng: cơ quan, đơn vị của Đảng, Nhà nước, Mặt trận Tổ quốc, tổ chức chính trị \
- xã hội; Tổ bảo vệ an ninh, trật tự; tổ chức có liên quan.
Điều 2. Tiêu chí thành lập Tổ
1. Mỗi thôn, tổ dân phố thành lập 01 Tổ; nơi có từ {n:500-700} hộ trở lên được bố trí thêm \
thành viên.
2. Tổ ở thôn loại 3 có 03 thành viên; loại 2 có 04 thành viên; loại 1 và xã trọng điểm có 05 \
thành viên.
Điều 3. Mức hỗ trợ
| Chức danh | Hỗ trợ hằng tháng (đồng) | Hỗ trợ đóng bảo hiểm xã hội tự nguyện | Bồi dưỡng \
trực đêm (đồng/đêm)
| Tổ trưởng | {n:2000-3000}.000 | 20% mức đóng | {n:60-150}.000
| Tổ phó | {n:1800-2800}.000 | 20% mức đóng | {n:60-150}.000
| Tổ viên | {n:1500-2500}.000 | 20% mức đóng | {n:60-150}.000
Điều 4. Mức chi công tác vận động
a) Hỗ trợ ra mắt mô hình: tối đa {n:5-20}.000.000 đồng/mô hình; duy trì {n:2-8}.000.000 \
đồng/năm;
b) Ngày hội cấp tỉnh tối đa {n:90-200}.000.000 đồng/điểm; cấp xã {n:20-50}.000.000 đồng; khu \
dân cư {n:3-8}.000.000 đồng;
c) Biên soạn tài liệu: {n:60-120}.000 đồng/trang; dịch ra tiếng dân tộc thiểu số: \
{n:100-200}.000 đồng/trang;
d) Báo cáo viên: theo Thông tư số 36/2018/TT-BTC; đ) kiểm tra: theo Thông tư số \
40/2017/TT-BTC;
e) Khen thưởng: theo Nghị định số 152/2025/NĐ-CP.
Điều 5. Nguồn kinh phí: ngân sách cấp nào bảo đảm cấp đó; ngân sách tỉnh hỗ trợ xã chưa tự cân \
đối {t:60-100}%; khuyến khích nguồn xã hội hóa công khai, tự nguyện.
Điều 6. Tổ chức thực hiện
1. Giao Ủy ban nhân dân tỉnh triển khai. 2. Thường trực, các Ban, Tổ đại biểu và đại biểu Hội \
đồng nhân dân tỉnh giám sát.
Nghị quyết được thông qua ngày {ngay:2026}, có hiệu lực sau 10 ngày; bãi bỏ Nghị quyết số \
{t:10-60}/2024/NQ-HĐND và Nghị quyết số {t:10-60}/2025/NQ-HĐND./.
CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="ho-so-cong-nhan-dai",
        genre="recognition decision",
        forms=("word", "pipe", "capitals"),
        text="""\
UBND XÃ {XA#a}
Số: {t:200-480}/QĐ-UBND
%QH
QUYẾT ĐỊNH
Công nhận khu dân cư, cơ quan, doanh nghiệp, cơ sở giáo dục đạt tiêu chuẩn "An toàn về an \
ninh, trật tự" năm 2026
CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ
Căn cứ Thông tư số 124/2021/TT-BCA ngày 28/12/2021 và Thông tư số 48/2025/TT-BCA của Bộ trưởng \
Bộ Công an; biên bản họp xét ngày {ngay:2026} với {t:9-13}/13 thành viên tán thành; đề nghị \
của Trưởng Công an xã tại Tờ trình số {t:10-90}/TTr-CAX,
QUYẾT ĐỊNH:
Điều 1. Công nhận {t:18-24} khu dân cư, {t:5-8} cơ quan, doanh nghiệp và cơ sở giáo dục (danh \
sách kèm theo).
Điều 2. Giấy công nhận cấp cho từng đơn vị, số vào sổ từ {d:2026/0__} đến {d:2026/0__}. Đơn vị \
được công nhận niêm yết giấy tại trụ sở, nhà văn hóa.
Điều 3. Đơn vị chưa được công nhận được thông báo lý do; có quyền kiến nghị trong 15 ngày.
Điều 4. Văn phòng HĐND và UBND, Công an xã, các thôn và đơn vị có tên thi hành./.
CHỦ TỊCH
{ten}
DANH SÁCH I. KHU DÂN CƯ
| STT | Khu dân cư | Trưởng khu dân cư | Tổng số hộ | Số hộ đăng ký | Tỷ lệ tán thành tại cuộc \
họp dân | Số giấy
@22 | {i} | {thon} | {ten} | {n:90-390} | {n:90-390} | {pt} | {t:100-900}/GCN
DANH SÁCH II. CƠ QUAN, DOANH NGHIỆP, CƠ SỞ GIÁO DỤC
| STT | Đơn vị | Người đứng đầu | Số cán bộ, người lao động | Mô hình | Số giấy
@4 | {i} | {dn} | {ten} | {n:20-490} | {mh} | {t:100-900}/GCN
@3 | {i} | {truong} | {ten} | {n:20-190} | {mh} | {t:100-900}/GCN
BIỂU TỔNG HỢP
Đăng ký {n:30-34}; đề nghị {n:28-30}; công nhận {n:24-28}; chưa công nhận {n:2-6}. Tỷ lệ {pt}, \
đủ điều kiện xét công nhận cấp xã (từ 70% trở lên).
""",
    ),
)
