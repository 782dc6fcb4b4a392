"""Written papers: plans, compositions, delegations and invitations (part 1)."""

from tests.core.guard.fourth_papers.layout import Layout

LAYOUTS = (
    Layout(
        key="ke-hoach-nam",
        genre="plan",
        forms=("word", "pipe", "apart"),
        text="""\
ỦY BAN NHÂN DÂN
TỈNH {TINH#a}
BAN CHỈ ĐẠO 138
Số: {t:12-480}/KH-BCĐ
%QH
{tinh#a}, {ngaydai}
KẾ HOẠCH
Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc năm 2026
Thực hiện Chương trình phối hợp số 07/CTrPH-BCA-MTTW ngày {ngay} giữa Bộ Công an và Ủy ban \
Trung ương Mặt trận Tổ quốc Việt Nam; Quyết định số 2447/QĐ-TTg ngày 06/11/2025 của Thủ tướng \
Chính phủ; Kế hoạch số 612/KH-BCA-V05 ngày 10/10/2025 của Bộ Công an, Ban Chỉ đạo 138 tỉnh xây \
dựng kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Tiếp tục tạo chuyển biến rõ nét trong nhận thức, trách nhiệm của cấp ủy, chính quyền, Mặt \
trận và các tổ chức thành viên đối với công tác vận động toàn dân bảo vệ an ninh Tổ quốc; gắn \
phong trào với cuộc vận động "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh".
2. Nội dung, hình thức phải sát thực tế từng địa bàn, tránh phô trương, hình thức; lấy cơ sở \
làm trung tâm, lấy sự hài lòng và bình yên của Nhân dân làm thước đo kết quả.
? 3. Bảo đảm phối hợp chặt chẽ giữa Công an, Quân sự, Bộ đội Biên phòng và các sở, ngành theo \
quy chế đã ký kết.
II. CHỈ TIÊU
| TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Kế hoạch 2026
| 1 | Xã, phường, đặc khu đạt tiêu chuẩn "An toàn về an ninh, trật tự" | % | {pt} | {pt}
| 2 | Khu dân cư đăng ký phấn đấu đạt tiêu chuẩn | % | {pt} | 100
| 3 | Cơ quan, doanh nghiệp, cơ sở giáo dục đạt tiêu chuẩn | % | {pt} | {pt}
| 4 | Mô hình xây dựng mới hoặc nhân rộng | mô hình | {n:12-60} | {n:20-70}
| 5 | Lớp tập huấn cho lực lượng nòng cốt | lớp | {n:4-20} | {n:8-30}
| 6 | Điểm tổ chức Ngày hội Toàn dân bảo vệ an ninh Tổ quốc | điểm | {n:96-1400} | {n:96-1500}
III. NHIỆM VỤ, GIẢI PHÁP
1. Công tác lãnh đạo, chỉ đạo
a) Tham mưu Tỉnh ủy ban hành chỉ thị về tăng cường sự lãnh đạo của Đảng đối với phong trào; rà \
soát, kiện toàn Ban Chỉ đạo 138 hai cấp sau khi thực hiện mô hình chính quyền địa phương hai \
cấp, hoàn thành trước ngày {ngay:2026}.
b) Xây dựng chương trình kiểm tra tại {n:6-18} xã, phường trọng điểm; tổ chức giao ban Cụm thi \
đua mỗi quý một lần.
2. Công tác tuyên truyền, vận động
a) Mở chuyên trang, chuyên mục trên Báo và Phát thanh, truyền hình tỉnh; phát sóng ít nhất \
{n:24-104} chuyên mục, {n:100-900} tin, bài; duy trì phát thanh cơ sở {n:2-5} buổi mỗi tuần.
b) Phối hợp Sở Dân tộc và Tôn giáo tổ chức {n:6-20} hội nghị phổ biến pháp luật về tín ngưỡng, \
tôn giáo, phòng cháy, chữa cháy, an toàn giao thông cho đồng bào vùng cao; biên soạn tài liệu \
song ngữ.
c) Đẩy mạnh chuyển đổi số trong tuyên truyền; không phát tán thông tin chưa kiểm chứng.
3. Xây dựng, củng cố, nhân rộng mô hình
- Rà soát, phân loại toàn bộ {n:180-900} mô hình đang hoạt động; đưa ra khỏi danh mục các mô \
hình trùng lắp, không hiệu quả.
- Nhân rộng các mô hình "{mh}", "{mh}", "{mh}" tại địa bàn có điều kiện tương đồng.
4. Công tác bồi dưỡng, tập huấn và bảo đảm chế độ, chính sách cho lực lượng tham gia bảo vệ an \
ninh, trật tự ở cơ sở theo Luật số 30/2023/QH15 và nghị quyết của Hội đồng nhân dân tỉnh.
IV. KINH PHÍ
Kinh phí thực hiện {tien:900-4000} đồng, bố trí trong dự toán năm 2026 của các đơn vị theo \
Thông tư số 40/2023/TT-BTC; phần xã hội hóa thực hiện tự nguyện, công khai.
V. TỔ CHỨC THỰC HIỆN
1. Công an tỉnh (Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc) là cơ quan Thường trực, \
theo dõi, đôn đốc, tổng hợp báo cáo 06 tháng trước ngày 20/6, báo cáo năm trước ngày 20/11.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phát huy vai trò giám sát, phản biện xã hội; \
chỉ đạo Ban công tác Mặt trận ở khu dân cư phối hợp triển khai.
3. {so}, {so}, {so} căn cứ chức năng, nhiệm vụ tổ chức thực hiện.
4. Ủy ban nhân dân các xã, phường, đặc khu xây dựng kế hoạch cụ thể, gửi về cơ quan Thường \
trực trước ngày {ngay:2026}./.
Nơi nhận:
- BCĐ Trung ương (để báo cáo);
- TT. Tỉnh ủy, TT. HĐND tỉnh;
- Thành viên BCĐ 138 tỉnh;
- UBND các xã, phường, đặc khu;
- Lưu: VT, NC.
TRƯỞNG BAN
CHỦ TỊCH UBND TỈNH
{ten}
""",
    ),
    Layout(
        key="ke-hoach-ngay-hoi",
        genre="plan",
        forms=("word", "tab", "bare"),
        text="""\
UBND XÃ {XA#a}
BAN CHỈ ĐẠO AN NINH TRẬT TỰ
Số: {t:5-90}/KH-BCĐ
%QO
{xa#a}, {ngaydai}
KẾ HOẠCH
Tổ chức "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc" năm 2026
Căn cứ Quyết định số 521/QĐ-TTg ngày 13/6/2005 của Thủ tướng Chính phủ về "Ngày hội Toàn dân \
bảo vệ an ninh Tổ quốc" và Kế hoạch số {t:40-300}/KH-BCĐ ngày {ngay:2026} của Ban Chỉ đạo 138 \
tỉnh {tinh#a};
Ban Chỉ đạo xã {xa#a} xây dựng kế hoạch tổ chức Ngày hội với các nội dung sau:
1. Thời gian: từ ngày 01/7/2026 đến ngày 19/8/2026. Điểm của xã tổ chức lúc {gio}, ngày \
{t:3-16}/8/2026.
2. Địa điểm: Nhà văn hóa {thon#a}; các khu dân cư còn lại tổ chức tại nhà sinh hoạt cộng đồng.
3. Thành phần: lãnh đạo Đảng ủy, HĐND, UBND, Ủy ban MTTQ Việt Nam xã; Công an xã; trưởng các \
ngành, đoàn thể; bí thư chi bộ, trưởng thôn, trưởng Ban công tác Mặt trận; khoảng {n:120-450} \
đại biểu Nhân dân.
4. Chương trình
| Thời gian | Nội dung | Đơn vị thực hiện
| 07 giờ 00 - 07 giờ 30 | Văn nghệ chào mừng | Đoàn Thanh niên
| 07 giờ 30 - 07 giờ 45 | Chào cờ, tuyên bố lý do, giới thiệu đại biểu | Văn phòng HĐND và \
UBND
| 07 giờ 45 - 08 giờ 10 | Diễn văn ôn lại truyền thống; báo cáo kết quả 8 tháng | Công an xã
| 08 giờ 10 - 08 giờ 40 | Tham luận của {thon} và {truong} | Các đơn vị
| 08 giờ 40 - 09 giờ 00 | Công bố quyết định khen thưởng {n:3-12} tập thể | Phòng Văn hóa - Xã \
hội
| 09 giờ 00 - 09 giờ 15 | Ra mắt mô hình "{mh}" | Ủy ban MTTQ xã
| 09 giờ 15 - 11 giờ 00 | Phần hội: kéo co, đẩy gậy, đi cà kheo, thi tìm hiểu pháp luật | Các \
thôn
5. Kinh phí: {tien:8-60} đồng, trong đó ngân sách xã {tien:4-30} đồng, xã hội hóa {tien:2-20} \
đồng.
6. Phân công
- Công an xã: thường trực, xây dựng diễn văn, giấy mời; phương án bảo đảm trật tự, an toàn \
giao thông.
- Văn phòng HĐND và UBND: hội trường, âm thanh, nước uống, khẩu hiệu (mẫu số 02 kèm theo).
- Trạm Y tế: bố trí tổ cấp cứu lưu động.
? - Hội Cựu chiến binh, Hội Nông dân: vận động hội viên tham gia dọn vệ sinh đường làng trước \
ngày hội.
Yêu cầu các thành viên Ban Chỉ đạo, các thôn nghiêm túc triển khai; báo cáo kết quả trước ngày \
22/8/2026./.
TRƯỞNG BAN
{ten}
Chủ tịch UBND xã
""",
    ),
    Layout(
        key="ke-hoach-kiem-tra",
        genre="plan",
        forms=("pipe", "word", "capitals"),
        text="""\
BCĐ 138 TỈNH {TINH#a}
ĐOÀN KIỂM TRA SỐ {t:1-5#d}
Số: 0{t:1-9}/KH-ĐKT
%QH
KẾ HOẠCH
Kiểm tra việc thực hiện Chương trình phối hợp số 07/CTrPH-BCA-MTTW tại cơ sở
Thực hiện Quyết định số {t:100-900}/QĐ-BCĐ {ngaydai} của Trưởng Ban Chỉ đạo 138 tỉnh về việc \
thành lập các đoàn kiểm tra, Đoàn kiểm tra số {t:1-5#d} xây dựng kế hoạch như sau:
1. Mốc thời gian kiểm tra: từ ngày 15/11/2025 đến ngày 14/6/2026.
2. Lịch làm việc
| Buổi, ngày | Đơn vị được kiểm tra | Nơi làm việc | Trưởng đoàn hoặc người được ủy quyền chủ \
trì
@9 | {mot:Sáng;Chiều} {ngay:2026} | Xã {xa} | Trụ sở UBND xã | {mot:Phó Giám đốc Công an \
tỉnh;Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh;Trưởng phòng PV05;Phó Trưởng Ban Tuyên giáo và Dân \
vận}
3. Phương pháp: nghe báo cáo; đối chiếu hồ sơ, sổ sách; kiểm tra thực tế ít nhất 02 khu dân \
cư, 01 trường học; lập biên bản, kết luận tại chỗ.
4. Đơn vị được kiểm tra gửi báo cáo (theo đề cương, biểu 01 đến biểu 07) cho Thư ký đoàn chậm \
nhất 05 ngày làm việc trước ngày kiểm tra, qua hệ thống quản lý văn bản (mã định danh \
000.00.{t:10-99}.H48).
5. Những việc không kiểm tra: hồ sơ nghiệp vụ, vụ việc cụ thể, thông tin về cá nhân công dân.
TRƯỞNG ĐOÀN
{ten}
""",
    ),
    Layout(
        key="ke-hoach-dien-dan",
        genre="plan",
        forms=("word", "apart", "tab"),
        text="""\
ỦY BAN MTTQ VIỆT NAM XÃ {XA#a} - CÔNG AN XÃ {XA#a}
Số: {t:3-40}/KHPH-MTTQ-CAX
%QO
KẾ HOẠCH PHỐI HỢP
Tổ chức Diễn đàn "Công an lắng nghe ý kiến Nhân dân" năm 2026
I. Mục đích
Diễn đàn nhằm tiếp thu ý kiến đóng góp của Nhân dân đối với công tác bảo đảm an ninh, trật tự, \
việc giải quyết thủ tục hành chính và tác phong của lực lượng Công an xã. Ý kiến được tổng hợp \
theo nhóm nội dung, không ghi họ tên, nơi ở của người phát biểu; đơn thư tố cáo, khiếu nại \
được hướng dẫn gửi theo đúng quy định của pháp luật.
II. Nội dung và thời gian
1. Tổ chức 0{t:2-4} diễn đàn: tại {thon}, {thon} và điểm trung tâm xã, trong quý \
{mot:II;III;IV}/2026.
2. Thành phần mỗi diễn đàn: 80 đến {n:100-150} đại biểu.
3. Trình tự: khai mạc; báo cáo kết quả công tác Công an; Nhân dân phát biểu; lãnh đạo Công an \
xã trả lời; đại diện Ủy ban MTTQ kết luận.
III. Trả lời ý kiến
| Loại ý kiến | Cách trả lời | Thời hạn
| Thuộc thẩm quyền Công an xã | Trả lời tại chỗ | Ngay tại diễn đàn
| Cần xác minh, phối hợp | Văn bản gửi Ủy ban MTTQ xã | 10 ngày làm việc
| Vượt thẩm quyền | Chuyển cấp trên và thông báo việc chuyển | 05 ngày làm việc
IV. Kinh phí
Dự toán {tien:4-18} đồng từ nguồn chi thường xuyên của Ủy ban MTTQ xã; thanh toán theo quy \
định.
? V. Niêm yết kết quả trả lời tại nhà văn hóa các thôn trong 20 ngày liên tục.
ĐẠI DIỆN LÃNH ĐẠO HAI CƠ QUAN
TM. BAN THƯỜNG TRỰC / CHỦ TỊCH: {ten}
TRƯỞNG CÔNG AN XÃ: Thiếu tá {ten}
""",
    ),
    Layout(
        key="ke-hoach-duong-day-nong",
        genre="plan",
        forms=("pipe", "word", "spaced"),
        text="""\
CÔNG AN TỈNH {TINH#a}
CÔNG AN PHƯỜNG {XA#a}
Số: {t:20-300}/KH-CAP
%QH
KẾ HOẠCH
Cao điểm bảo đảm an ninh, trật tự Tết Nguyên đán Đinh Mùi 2027
1. Thời gian cao điểm: từ 07 giờ 00 ngày 15/12/2026 đến hết ngày 15/02/2027.
2. Yêu cầu: 100% cán bộ, chiến sĩ ứng trực theo ca; không để bị động, bất ngờ; tuyên truyền \
đến 100% tổ dân phố.
3. Tiếp nhận tin báo về an ninh, trật tự qua số 113; báo cháy, cứu nạn qua số 114; cấp cứu y \
tế qua số 115; hỗ trợ kỹ thuật dịch vụ công qua tổng đài 1900 {d:____} và ứng dụng VNeID.
4. Phân công theo ca
| Ca | Thời gian | Chỉ huy ca | Địa bàn
| 1 | 06 giờ - 14 giờ | Trưởng Công an phường | {thon}, {thon}
| 2 | 14 giờ - 22 giờ | Phó Trưởng Công an phường phụ trách phong trào | {thon}
| 3 | 22 giờ - 06 giờ | Phó Trưởng Công an phường phụ trách hình sự | Toàn phường
5. Bảo đảm an toàn giao thông trên Quốc lộ 24B, đường Trần Hưng Đạo, đường Phạm Văn Đồng; đèn \
tín hiệu tại {t:3-9} nút giao.
6. Kinh phí bồi dưỡng ca trực: {tien:10-50} đồng (mục 6100, tiểu mục 6149).
? 7. Các tổ dân phố kiểm tra bình chữa cháy, tháo dỡ "chuồng cọp", mở lối thoát hiểm thứ hai; \
kết quả báo cáo bằng số lượng.
TRƯỞNG CÔNG AN PHƯỜNG
Trung tá {ten}
""",
    ),
    Layout(
        key="ke-hoach-tuyen-truyen-pccc",
        genre="plan",
        forms=("bare", "word", "pipe"),
        text="""\
UBND TỈNH {TINH#a}
CÔNG AN TỈNH
Số: {t:200-3900}/KH-CAT-PC07
%QH
KẾ HOẠCH
Tuyên truyền, huấn luyện phòng cháy, chữa cháy và cứu nạn, cứu hộ cho lực lượng dân phòng quý \
{mot:I;II;III;IV}/2026
1. Đối tượng huấn luyện: đội dân phòng của {n:40-180} thôn, tổ dân phố; tổng số {n:400-2900} \
lượt người.
2. Nội dung: kỹ năng dập tắt đám cháy nhỏ; thoát nạn trong khói; sử dụng bình bột 4 kg, 8 kg; \
sơ cứu bỏng.
3. Lịch huấn luyện
| Đợt | Thời gian | Cụm xã, phường | Số đội | Số lượt người
@7 | {i} | {ngay:2026} | {xa}, {xa} | {n:4-20} | {n:40-260}
4. Vật tư: {n:50-300} bình chữa cháy, {n:20-90} mặt nạ lọc độc, {n:200-900} tờ gấp; đơn giá \
bình quân {tien:1-2} đồng.
5. Mô hình "{mh}" được chọn làm điểm trình diễn tại xã {xa}.
Phòng Cảnh sát PCCC và CNCH chủ trì; Công an các xã, phường phối hợp. Báo cáo kết quả theo \
Biểu 12/2026-PC07 trước ngày {ngay:2026}./.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Đại tá {ten}
""",
    ),
    Layout(
        key="ke-hoach-thi-dua",
        genre="plan",
        forms=("apart", "word", "tab"),
        text="""\
HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG
CỤM THI ĐUA SỐ {t:1-9#c}
Số: 0{t:1-9}/KH-CTĐ
%QO
KẾ HOẠCH
Hoạt động của Cụm thi đua số {t:1-9#c} các xã, phường phía {mot:Đông;Tây;Nam;Bắc} tỉnh \
{tinh#a} năm 2026
Cụm gồm các đơn vị: {xa#t}, {xa#p}, {xa}, {xa}, {xa}, {xa}. Cụm trưởng: xã {xa#t}; Cụm phó: xã \
{xa#p}.
I. Chỉ tiêu thi đua và thang điểm
| Nhóm | Nội dung | Điểm tối đa
| 1 | Lãnh đạo, chỉ đạo, ban hành văn bản đúng thời hạn | 20
| 2 | Tuyên truyền, vận động | 20
| 3 | Xây dựng, nhân rộng mô hình | 25
| 4 | Xây dựng lực lượng nòng cốt | 15
| 5 | Chế độ thông tin, báo cáo | 10
| 6 | Điểm thưởng sáng kiến | 10
| | Cộng | 100
II. Giao ban: quý I tại {xa#t} ({ngay:2026}); quý II tại {xa#p} ({ngay:2026}); tổng kết tháng \
11/2026.
III. Bình xét theo phương pháp chấm chéo, công khai kết quả của từng đơn vị; không chấm điểm, \
xếp loại cá nhân, hộ gia đình.
IV. Quỹ cụm: mỗi đơn vị đóng góp {tien:2-6} đồng; thủ quỹ do Văn phòng HĐND và UBND xã {xa#t} \
đảm nhiệm, quyết toán trong phiên tổng kết.
CỤM TRƯỞNG
CHỦ TỊCH UBND XÃ {XA#t}
{ten}
""",
    ),
    Layout(
        key="ke-hoach-chuyen-doi-so",
        genre="plan",
        forms=("word", "spaced", "pipe"),
        text="""\
UBND TỈNH {TINH#a}
Số: {t:30-400}/KH-UBND
%QH
KẾ HOẠCH
Ứng dụng công nghệ số trong xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc giai đoạn 2026 \
- 2030
1. Mục tiêu đến năm 2028: {pt} báo cáo định kỳ của cấp xã lập trên hệ thống; {pt} chỉ tiêu \
không phải nhập lại; {pt} thôn, tổ dân phố có nhóm thông tin do Ủy ban MTTQ quản trị.
2. Mục tiêu đến năm 2030: 100% văn bản trao đổi qua Trục liên thông văn bản quốc gia, mã định \
danh dạng 000.00.{t:10-90}.H{t:10-60}; hạ tầng đạt cấp độ 3.
3. Nguyên tắc: không thu thập dữ liệu về cá nhân, hộ gia đình; không nhận diện khuôn mặt, biển \
số; chỉ tổng hợp số liệu của địa bàn.
4. Danh mục nhiệm vụ
| STT | Nhiệm vụ | Chủ trì | Thời gian | Dự kiến kinh phí (đồng)
| 1 | Khảo sát hiện trạng tại {n:60-130} xã, phường | {so} | Quý I/2026 | {tien:100-300}
| 2 | Thuê dịch vụ phần mềm báo cáo | Công an tỉnh | Quý II/2026 | {tien:900-2400}
| 3 | Đào tạo {n:200-900} lượt công chức | {so} | Quý III/2026 | {tien:150-500}
| 4 | Kiểm tra an toàn thông tin theo TCVN 11930:2017 | {so} | Hằng năm | {tien:90-260}
| 5 | Duy trì, vận hành | Công an tỉnh | 2027 - 2030 | {tien:400-900}
5. Mã dự án trên hệ thống đầu tư công: {d:7______}; địa chỉ IP dải nội bộ 10.51.0.0/16; tên \
miền dùng chung *.{mot:quangngai;gialai;nghean}.gov.vn.
? 6. Hệ thống ghi nhật ký thay đổi bằng mã băm; lưu 10 năm đối với báo cáo.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
{ten}
""",
    ),
    Layout(
        key="thanh-phan-bcd-tinh",
        genre="composition decision",
        forms=("word", "pipe", "tab"),
        text="""\
ỦY BAN NHÂN DÂN
TỈNH {TINH#a}
Số: {t:300-2400}/QĐ-UBND
%QH
{tinh#a}, {ngaydai}
QUYẾT ĐỊNH
Về việc kiện toàn Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn \
dân bảo vệ an ninh Tổ quốc tỉnh {tinh#a}
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Quyết định số 1944/QĐ-TTg của Thủ tướng Chính phủ;
Theo đề nghị của Giám đốc Công an tỉnh tại Tờ trình số {t:100-2000}/TTr-CAT-PV05.
QUYẾT ĐỊNH:
Điều 1. Kiện toàn Ban Chỉ đạo 138 tỉnh gồm các ông, bà có tên sau:
1. Ông {ten}, Chủ tịch Ủy ban nhân dân tỉnh - Trưởng ban;
2. Ông {ten}, Phó Chủ tịch Ủy ban nhân dân tỉnh - Phó Trưởng ban;
3. Đại tá {ten}, Giám đốc Công an tỉnh - Phó Trưởng ban Thường trực;
4. Bà {ten}, Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh - Phó Trưởng ban;
5. Ông {ten}, Giám đốc {so} - Ủy viên;
6. Bà {ten}, Phó Giám đốc {so} - Ủy viên;
7. Ông {ten}, Phó Giám đốc {so} - Ủy viên;
8. Đại tá {ten}, Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh - Ủy viên;
9. Bà {ten}, Giám đốc Sở Dân tộc và Tôn giáo - Ủy viên;
10. Ông {ten}, Phó Trưởng ban Ban Tuyên giáo và Dân vận Tỉnh ủy - Ủy viên;
? 11. Ông {ten}, Bí thư Tỉnh đoàn - Ủy viên.
Điều 2. Ban Chỉ đạo làm việc theo chế độ kiêm nhiệm; Công an tỉnh là cơ quan Thường trực, được \
sử dụng con dấu của Công an tỉnh; Trưởng ban sử dụng con dấu của Ủy ban nhân dân tỉnh.
Điều 3. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số \
{t:300-2400}/QĐ-UBND ngày {ngay:2025}.
Điều 4. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Công an tỉnh, thủ trưởng các cơ quan \
liên quan và các ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.
CHỦ TỊCH
{ten}
""",
    ),
)
