"""Words of the statements of this programme: how a matter stands, clauses, well and ill.

Our own list, made from the outline of the reports (domain notes §C1–C7); lower case, one tone
placement is applied on loading. What is spoken of stands in `statement_matters`.
"""

# Written short in reports → in full.
SHORT_FORMS = {
    "anct": "an ninh chính trị", "antt": "an ninh trật tự", "anqg": "an ninh quốc gia",
    "attp": "an toàn thực phẩm",
    "atgt": "an toàn giao thông", "pccc": "phòng cháy chữa cháy", "csvc": "cơ sở vật chất",
    "mttq": "mặt trận tổ quốc", "ubnd": "ủy ban nhân dân", "cntt": "công nghệ thông tin",
    "ubmttq": "ủy ban mặt trận tổ quốc", "cbcs": "cán bộ chiến sĩ", "nd": "nhân dân",
    "bvantt": "bảo vệ an ninh trật tự", "tnxh": "tệ nạn xã hội", "mxh": "mạng xã hội",
    "ntm": "nông thôn mới", "cnm": "công nghệ mới", "ttatxh": "trật tự an toàn xã hội",
    "bvantq": "bảo vệ an ninh tổ quốc", "tdbvantq": "toàn dân bảo vệ an ninh tổ quốc",
    "kp": "kinh phí", "đbkk": "đặc biệt khó khăn", "k": "không", "ko": "không",
    "vneid": "định danh điện tử", "cb": "cán bộ", "cd": "chỉ đạo", "ca": "công an",
    "cax": "công an xã", "cat": "công an tỉnh", "bca": "bộ công an", "bcđ": "ban chỉ đạo",
    "bcd": "ban chỉ đạo", "ctph": "chương trình phối hợp", "qcph": "quy chế phối hợp",
    "kh": "kế hoạch", "mh": "mô hình", "pt": "phong trào", "hđ": "hoạt động", "bc": "báo cáo",
    "đn": "đề nghị", "kdc": "khu dân cư", "tdp": "tổ dân phố", "dtts": "dân tộc thiểu số",
    "đbdtts": "đồng bào dân tộc thiểu số", "pbgdpl": "phổ biến giáo dục pháp luật",
    "ttatgt": "trật tự an toàn giao thông", "tngt": "tai nạn giao thông", "dn": "doanh nghiệp",
    "hnd": "hội nông dân", "hpn": "hội phụ nữ", "hlhpn": "hội phụ nữ", "lhpn": "hội phụ nữ",
    "ccb": "hội cựu chiến binh", "nct": "người cao tuổi", "đtn": "đoàn thanh niên",
    "đtncshcm": "đoàn thanh niên", "hgv": "hòa giải viên", "tp": "tội phạm",
    "pctp": "phòng chống tội phạm", "pccccnch": "phòng cháy chữa cháy", "pcmt": "ma túy",
    "vlncct": "vật liệu nổ công cụ hỗ trợ", "vlnccht": "vật liệu nổ công cụ hỗ trợ",
    "vk": "vũ khí", "vkvln": "vũ khí vật liệu nổ", "vln": "vật liệu nổ", "hs": "học sinh",
    "csdl": "cơ sở dữ liệu", "cccd": "căn cước", "đvhc": "đơn vị hành chính",
    "đddt": "định danh điện tử", "đdđt": "định danh điện tử", "csgd": "cơ sở giáo dục",
    "qđ": "quyết định", "nq": "nghị quyết", "ct": "chương trình", "cv": "công văn", "bv": "bảo vệ",
    "llbv": "lực lượng bảo vệ", "ll": "lực lượng", "tđkt": "thi đua khen thưởng",
    "nvqs": "nghĩa vụ quân sự", "vsmt": "vệ sinh môi trường", "bđbp": "bộ đội biên phòng",
    "ttxh": "trật tự xã hội", "phhs": "hình sự", "tncs": "cộng sản", "ubmt": "mặt trận tổ quốc",
    "mt": "mặt trận", "đk": "đăng ký", "ck": "cam kết", "hc": "hạn chế", "đc": "được",
    "dc": "được", "đv": "đối với", "ng": "người", "nv": "nhiệm vụ", "ntn": "như thế nào",
    "vs": "với", "vd": "ví dụ", "tw": "trung ương", "hdnd": "hội đồng", "hđnd": "hội đồng",
    "qlnn": "quản lý", "tgpl": "trợ giúp pháp lý", "tthn": "tái hòa nhập",
    "thcđ": "tái hòa nhập cộng đồng", "khkt": "khoa học", "bhyt": "bảo hiểm y tế",
    "bhxh": "bảo hiểm", "lđlđ": "liên đoàn lao động", "đcskđ": "đời sống", "clb": "câu lạc bộ",
    "gđ": "gia đình",
}  # fmt: skip

# How a matter stands or what is done about it. A facet names the side spoken of ("time"), not
# whether it is well or ill: "chậm" and "chưa kịp thời" are both of time.
FACETS: dict[str, str] = {
    "amount": "thiếu|hạn chế|hạn hẹp|eo hẹp|ít|ít ỏi|thấp|không đủ|nhỏ giọt|khiêm tốn|mỏng|đủ|"
    "đầy đủ|đáp ứng|dồi dào|tương xứng|chưa có|không có|thiếu thốn|nghèo nàn|chật chội|chật hẹp|"
    "bó hẹp|chưa được bố trí|chưa bố trí|chưa được trang bị|chưa được cấp|ít được|trắng|còn hẹp|"
    "chẳng đáng|không đáng bao nhiêu|chưa bảo đảm|chưa đảm bảo|cạn|khó khăn về|chưa được đầu tư|"
    "chưa được hưởng|eo hep|quá ít|không đáng kể|bèo bọt|tạm bợ|thiếu hụt|chưa đầu tư|đi mượn|"
    "mượn|nhờ|chưa đồng bộ|không còn|thiếu nguồn|chưa lắp|chưa được lắp|không đủ chi|chưa đủ|nhỏ|"
    "quá nhỏ|chỉ có|mới có|vỏn vẹn|tự bỏ|không thấm|bấp bênh|không nuôi nổi|chưa thỏa đáng|"
    "không tương xứng|quá thấp|chẳng bao nhiêu|đếm trên đầu ngón tay|lèo tèo|còn ít|trống|"
    "mới phủ|chưa phủ hết|chưa lắp được|cần thêm",
    "time": "chậm|muộn|trễ|trễ hạn|quá hạn|nợ|kịp thời|đúng hạn|đúng thời gian|nhanh|kịp|"
    "chậm trễ|đúng kỳ|nợ đọng|đúng tiến độ|mãi|cuối năm mới|chưa chi trả|chậm chi trả|sát ngày|"
    "gấp|cận ngày|chờ đợi|sớm|hằng tháng đầy đủ|theo tháng|mấy tháng|mới nhận được|mới chi|"
    "mới được cấp|sang quý sau|sang năm sau|chưa nhận được|còn nợ|sớm chi trả|chi đủ đúng|"
    "đúng tháng|quý sau|truy lĩnh|dồn lại|dồn cuối năm|dồn về cuối năm|đầu năm|về chậm|"
    "giải ngân chậm|chậm được|lâu|quá lâu|chưa nhận|lâu ngày",
    "condition": "hỏng|hư hỏng|hư|xuống cấp|cũ|lạc hậu|không hoạt động|trục trặc|lỗi|chập chờn|"
    "sửa chữa|bảo trì|thay thế|nâng cấp|bảo dưỡng|không sử dụng được|mờ|tê liệt|cũ kỹ|cũ nát|"
    "không dùng được|ngừng hoạt động|không ghi hình|mất tín hiệu|khắc phục sự cố|rỉ|gỉ|sửa|"
    "hết hạn|chết|mất hình|không lên hình|nhòe|đứt dây|không xem lại được|hư hại|chết máy|"
    "sét đánh|ngưng hoạt động|chưa sửa|không ai sửa|hỏng hóc|đã cũ|hỏng nhiều|mục nát|dột|"
    "ẩm thấp|hay hỏng|bị hỏng|không còn hoạt động|bảo hành|câm|rè|không phát được|đắp chiếu|"
    "mất hẳn|bị sập|cũ hỏng|thay mới|kém chất lượng|ngừng|không sáng|hay lỗi",
    "frequency": "gián đoạn|không đều|lúc có lúc không|thất thường|thưa thớt|đứt quãng|theo đợt|"
    "nhất thời|thường xuyên|đều đặn|định kỳ|duy trì nền nếp|nề nếp|nền nếp|thi thoảng|thưa|"
    "đánh trống bỏ dùi|lẻ tẻ|theo phong trào|bỏ bẵng|mới làm khi|không liên tục|theo vụ việc|"
    "chưa đều|chưa thường xuyên|không thường xuyên|thiếu thường xuyên|năm một lần|chưa liên tục|"
    "ngắt quãng|lúc rộ|khi có việc mới|chỉ làm dịp|chỉ rộ lên|dịp cao điểm|bỏ bê|rồi thôi|"
    "mỗi năm một vài|chưa duy trì đều|bữa có bữa không|từng lúc|có lúc|xong rồi bỏ|có thời điểm",
    "appeal": "đơn điệu|hình thức|khô khan|chiều sâu|nhàm chán|lối mòn|sơ sài|phong phú|đa dạng|"
    "đổi mới|sáng tạo|hấp dẫn|thiết thực|sinh động|thu hút|rập khuôn|cứng nhắc|nặng về hình thức|"
    "chỉ đọc|khó nhớ|dài dòng|máy móc|dễ hiểu|dễ nhớ|ngắn gọn|chưa thu hút|không ai nghe|đối phó|"
    "thực chất|qua loa|cho có|chiếu lệ|có lệ|không thực chất|lấy lệ|chất lượng|chán|buồn ngủ|"
    "không hấp dẫn|thiếu hấp dẫn|một chiều|đọc văn bản|chưa phong phú|ít đổi mới|chậm đổi mới|"
    "cách làm cũ|kiểu cũ|lối cũ|nói suông|bề nổi|hời hợt|thiếu thực chất|chưa đi vào chiều sâu|"
    "cách làm mới|ít nghe|bà con ít nghe|không nhớ",
    "clarity": "chưa rõ|mơ hồ|chung chung|rõ|cụ thể|rõ ràng|thống nhất|chi tiết|khó hiểu|"
    "khó áp dụng|khó thực hiện|không thống nhất|mỗi nơi một kiểu|mỗi nơi hiểu một cách|vướng|"
    "cách hiểu|lúng túng trong áp dụng|rõ hơn|chưa cụ thể|chưa thống nhất|mỗi nơi làm một kiểu|"
    "hiểu khác nhau|chưa rõ ràng|không rõ|không biết làm|lúng túng khi",
    "overlap": "chồng chéo|trùng lặp|trùng|trùng nhau|nhiều mẫu|quá nhiều|nhiều loại|nhiều đầu mối",
    "bond": "lỏng lẻo|rời rạc|chặt chẽ|nhịp nhàng|đồng bộ|gắn bó|mạnh ai nấy làm|ăn khớp|"
    "hiệp đồng|thiếu gắn kết|hài hòa|ăn ý|một phía|hai chiều|khép kín|thiếu nhịp nhàng|chưa khớp|"
    "chưa ăn khớp|chưa gắn kết|việc ai nấy làm|đứng riêng|chưa chặt|thiếu đồng bộ|thiếu phối hợp",
    "ability": "yếu|kém|lúng túng|vững|vững vàng|non|chưa sâu|chưa đồng đều|nắm chắc|thành thạo|"
    "chưa thạo|chưa quen|bỡ ngỡ|chưa biết|không biết|chưa nắm|yếu kém|chưa đáp ứng yêu cầu",
    "will": "thờ ơ|tích cực|hăng hái|nhiệt tình|trách nhiệm|hưởng ứng|chủ động|tự giác|ỷ lại|"
    "trông chờ|khoán trắng|thiếu quan tâm|chưa quan tâm|quan tâm|chưa vào cuộc|quyết liệt|"
    "quan tâm đúng mức|thụ động|buông lỏng|phó mặc|giao khoán|bỏ ngỏ|đúng mức|sâu sát|vào cuộc|"
    "thiếu chủ động|chưa chủ động|chưa thật sự|chưa sâu sát|thiếu trách nhiệm|chưa trách nhiệm|"
    "còn xem nhẹ|chưa coi trọng|chưa chú trọng|đùn đẩy|phó thác|đứng ngoài cuộc|chưa chú ý|"
    "né trách nhiệm",
    "breadth": "sâu rộng|dàn trải|lan tỏa|rộng khắp|rộng rãi|đồng đều|bao phủ|phủ kín|chưa tới|"
    "không đến được|chưa đến được|chưa đến với|đến tận|tận hộ|vùng sâu|chưa phủ",
    "complex": "phức tạp|tinh vi|manh động|xảo quyệt|liều lĩnh|diễn biến phức tạp|tiềm ẩn|"
    "đa dạng thủ đoạn",
    "build": "ra mắt|xây dựng mô hình|thành lập|xây dựng mới|xây mới|xây dựng và ra mắt|"
    "hình thành|xây dựng thêm|xây dựng được|xây dựng các mô hình|lập mới|mô hình mới|"
    "xây dựng điểm|ra đời|thí điểm|xây dựng|mới xây dựng|cho ra mắt|mới thành lập|triển khai mới|"
    "thành lập mới|xây dựng và đưa vào|lập thêm|xây dựng mô hình mới|xây thêm|đưa vào hoạt động|"
    "lập|ra mắt thêm|khai trương|gây dựng|dựng",
    "keep": "rồi để đó|để đó|không sinh hoạt|duy trì|củng cố|giữ vững|nâng cao chất lượng|"
    "nâng chất|nâng chất lượng|hoạt động hiệu quả|duy trì hoạt động|phát huy hiệu quả|"
    "đang hoạt động|tiếp tục duy trì|giữ|hoạt động có hiệu quả|hoạt động ổn định|giữ nguyên|"
    "sống được|cầm chừng|chết yểu|đi vào hoạt động|hoạt động kém|kém hiệu quả|được duy trì|"
    "vẫn hoạt động|vẫn còn hoạt động|giữ được|hoạt động đều|hoạt động nền nếp|hoạt động tốt|"
    "củng cố lại|khôi phục|chấn chỉnh|nâng hiệu quả|vực dậy|hiện có|đang duy trì|"
    "chất lượng hoạt động|hình thức không hiệu quả|hoạt động hình thức|hoạt động yếu|"
    "chưa hiệu quả|sinh hoạt đều|sống|giữ nếp|hoạt động rời rạc",
    "replicate": "nhân được|nhân rộng|nhân ra|mở rộng|nhân diện|nhân điển hình|"
    "phổ biến mô hình|nhân lên|"
    "nhân thêm|nhân mô hình|nhân rộng ra|làm theo|nhân rộng thêm|nhân ra diện rộng|nhân ra các|"
    "triển khai nhân rộng|chậm nhân rộng|chưa nhân rộng|chưa nhân ra|đưa về các thôn khác|"
    "học theo|lan ra|lan tỏa mô hình|phổ biến cho các|áp dụng cho các thôn",
    "dissolve": "giải thể|thanh loại|đưa ra khỏi danh sách|đưa ra khỏi|loại ra|loại khỏi|cắt bỏ|"
    "không duy trì nữa|xóa bỏ|dừng hoạt động|kết thúc hoạt động|chấm dứt|thu gọn|bỏ|giải tán|"
    "xóa tên|loại bỏ|cho dừng|thôi không duy trì|cho kết thúc|kết thúc|không còn phù hợp|"
    "xóa sổ|bỏ bớt|cho giải thể|cho ngừng|loại bớt|thanh lý|thu lại|sáp nhập mô hình|gộp mô hình|"
    "kết thúc mô hình|ngừng mô hình",
    "examine": "rà soát|đánh giá|phân loại|khảo sát|thống kê|xem xét lại|đánh giá lại|xem lại|"
    "rà lại|chấm điểm",
    "provide": "bố trí|cấp|bổ sung|hỗ trợ|phân bổ|trang bị|đầu tư|trang cấp|lắp đặt|lắp|cấp phát|"
    "cấp bổ sung|cung cấp|dành|ưu tiên|cho thêm|cấp thêm|rót|lắp thêm|mua sắm|mua|giao thêm|"
    "cân đối",
    "raise": "tăng|nâng mức|điều chỉnh tăng|nâng|tăng mức|tăng thêm|nâng lên|điều chỉnh mức|"
    "tăng lên|cao hơn|điều chỉnh|bằng lương|tăng định mức",
    "lower": "giảm bớt|cắt giảm|tinh gọn|đơn giản|rút gọn|đơn giản hóa|bớt|giảm tải|gộp|tinh giản",
    "issue": "ban hành|ra văn bản|có văn bản|sớm ban hành|ban hành hướng dẫn|có hướng dẫn|"
    "ra quyết định|có văn bản chỉ đạo|ban hành văn bản|ra hướng dẫn",
    "hold": "tổ chức|mở|tiến hành|triển khai|thực hiện|phát động|tham gia|được tổ chức",
    "strengthen": "tăng cường|đẩy mạnh|nâng cao|tiếp tục|chú trọng|phát huy|làm tốt|"
    "nâng cao hiệu quả",
    "arrange": "kiện toàn|sắp xếp|bố trí lại|phân công|phân công lại|thay thế thành viên|"
    "bổ sung thành viên",
    "connect": "kết nối|tích hợp|liên thông|chia sẻ dữ liệu|dùng chung|nâng cấp phần mềm|"
    "đồng bộ dữ liệu",
    "fall": "giảm|kéo giảm|giảm so với|giảm xuống|giảm dần|kiềm chế|ít hơn|giảm hẳn|giảm đáng kể|"
    "thấp hơn so với|giảm sâu|hạ|được kiềm chế|kéo xuống|làm giảm|giảm mạnh|giảm rõ|giảm nhiều|"
    "giảm 2 vụ|so với cùng kỳ giảm|giảm cả|giảm còn|thấp hơn|không tăng|giảm về số vụ|"
    "giảm ba tiêu chí|giảm cả 3|giảm hơn|kéo giảm được|bớt hẳn|giảm trộm cắp",
    "rise": "gia tăng|tăng so với|ngày càng nhiều|ngày càng tăng|có chiều hướng tăng|nhiều hơn|"
    "có xu hướng tăng|có dấu hiệu tăng|tăng mạnh|tăng nhanh|xu hướng tăng|nhiều lên|"
    "ngày một nhiều|nở rộ|gia tăng số vụ|tăng cao|tăng đột biến|bùng phát|diễn ra nhiều|"
    "xảy ra nhiều",
    "none": "không xảy ra|không có vụ|không để xảy ra|không phát sinh|không còn xảy ra|"
    "không vụ nào|chưa xảy ra|không có vụ việc|không còn vụ|không ghi nhận|không có người|sạch|"
    "không để phát sinh|không có vụ nào|không xảy ra vụ|không để xảy ra vụ|chưa để xảy ra|"
    "không một vụ|không có vụ cháy|không có tai nạn|không có tội phạm|không phát hiện|"
    "không có trường hợp",
    "settle": "giải quyết|hòa giải thành|tháo gỡ|xử lý|giải quyết dứt điểm|giải quyết ổn thỏa|"
    "khắc phục",
}
# Set phrases in which no facet is meant.
NO_FACET = (
    "công nghệ cao|nâng cao nhận thức|người cao tuổi|cán bộ chiến sĩ|hội người cao tuổi|"
    "không những|không chỉ|bằng nhiều hình thức|dưới nhiều hình thức|cấp ủy|cấp trên|cấp tỉnh|"
    "cấp xã|các cấp|hai cấp|cấp huyện|trung cấp|cấp thôn|sơ cấp|hỗ trợ pháp lý|công cụ hỗ trợ|"
    "cung cấp thông tin|mô hình hai cấp|tự giác|tổ chức thành viên|các tổ chức|tổ chức chính trị|"
    "tổ chức xã hội|nợ xấu|xây dựng phong trào|xây dựng nông thôn mới|xây dựng kế hoạch|"
    "tham gia bảo vệ|lực lượng tham gia|hỗ trợ hằng tháng|mức hỗ trợ|phân công phụ trách|"
    "hình thức phối hợp|trách nhiệm người đứng đầu|không gian mạng|không gian|mặt bằng|"
    "chất lượng cao|không ngừng|dân phòng|thưa gửi|giữ gìn|giữ gìn an ninh|"
    "giữ gìn an ninh trật tự|cấp cơ sở|sự hỗ trợ|gắn với|mở mang|cán bộ mới|tổ chức đoàn|"
    "tổ chức hội|tổ chức đảng|chủ yếu|yếu tố|thiết yếu|trọng yếu|tất yếu|xã cũ|thôn cũ|huyện cũ|"
    "hình thức tuyên truyền|tăng cường|các cấp các ngành|tỉnh cũ|đơn vị cũ|nhờ đó|nhờ vậy"
)

# Facets of which one excludes the other where both are said of the same thing: paid late is not
# too little, broken is not lacking; none is not fewer; a model kept is not a model dissolved.
RIVALS: tuple[dict[str, str], ...] = (
    {"amount": "short", "raise": "short", "time": "late", "condition": "broken"},
    {"fall": "fall", "rise": "rise", "none": "none"},
    {
        "build": "build",
        "keep": "keep",
        "replicate": "replicate",
        "dissolve": "dissolve",
    },
)
# The matters of which rivals are told, in the same order; every matter where none is named.
RIVAL_MATTERS: tuple[frozenset[str], ...] = (
    frozenset({"money", "allowance", "camera", "equipment", "loudspeaker", "office",
               "lighting", "insurance"}),
    frozenset({"crime", "theft", "fire", "traffic", "drugs", "vices", "online_fraud", "mediation",
               "petition", "youth_disorder", "fireworks", "land"}),
    frozenset({"model"}),
)  # fmt: skip

# Facets too common to part anything.
SOFT_FACETS = frozenset({"provide", "hold", "strengthen", "settle", "issue", "examine", "none"})

# Words after which a clause tells the ground, the purpose or the outcome of the main one.
CLAUSES: dict[str, str] = {
    "ground": "do|vì|bởi|bởi vì|do vậy mà|nguyên nhân do|nguyên nhân là do|xuất phát từ|là do|"
    "bởi lẽ|tại vì",
    "purpose": "để|nhằm|góp phần|giúp|qua đó|từ đó|nhờ đó|để có thể|đảm bảo cho|"
    "để đảm bảo|để bảo đảm|nhờ vậy|đáp ứng yêu cầu",
    "outcome": "nên|dẫn đến|dẫn tới|khiến|khiến cho|làm cho|gây|ảnh hưởng đến|ảnh hưởng tới|"
    "vì vậy|do đó|vì thế|do vậy|cho nên|gây khó khăn|khó khăn cho|thành ra|gây ảnh hưởng|"
    "làm ảnh hưởng|làm giảm hiệu quả|nên khó",
    "aside": "khi|trong khi|trong điều kiện|nếu|mặc dù|tuy|dù|sau khi|trước tình hình|trước khi|"
    "trong bối cảnh|trên cơ sở|thông qua|bằng cách|căn cứ|trước thực trạng|nhân dịp|muốn|nơi nào|"
    "ở đâu",
    "turn": "nhưng|song|tuy nhiên|nhưng mà|song vẫn",
    "ask": "đề nghị|kiến nghị|đề xuất|mong|kính đề nghị|kính mong|xin|mong muốn|cần|phải|rất mong",
    "then": "thì",
}
# Set phrases with such a word that open no clause.
NO_CLAUSE = (
    "không để|không để xảy ra|vì người nghèo|tự do|lao động tự do|không nên|để xảy ra|tuy vậy|"
    "không phải|xin nghỉ|xin thôi|vì an ninh tổ quốc|giúp nhau|giúp đỡ|trợ giúp|cần thiết|gây rối|"
    "gây thương tích|cố ý gây thương tích|gây mất|có khi|cần cù|mặc dù vậy|tự do đi lại"
)

# Whom a request is sent to and who always acts: no matter of its own.
NAMED = (
    "sở tài chính|phòng tài chính|ban chỉ đạo tỉnh|ban chỉ đạo cấp trên|ban chỉ đạo 138 tỉnh|"
    "ban chỉ đạo các cấp|pháp luật|cấp ủy chính quyền các cấp|ủy ban nhân dân|mặt trận tổ quốc|"
    "công an tỉnh|công an xã|bộ công an|lãnh đạo công an tỉnh|lãnh đạo cấp trên|chỉ đạo cấp trên|"
    "cán bộ chiến sĩ|lãnh đạo tỉnh|chính quyền cấp trên|cấp ủy cấp trên|tỉnh quan tâm|"
    "cấp trên quan tâm|phong trào toàn dân bảo vệ an ninh tổ quốc|toàn dân bảo vệ an ninh tổ quốc|"
    "phong trào toàn dân|"
    "bằng tiền mặt|khu dân cư|nhóm dân cư|đặc điểm dân cư|danh sách|"
    "từng đối tượng|mọi đối tượng|các đối tượng tuyên truyền|độ tuổi lao động|"
    "độ tuổi nghĩa vụ|tuổi trẻ|người cao tuổi|độ tuổi|trật tự an toàn xã hội|cuộc vận động|"
    "tổ quốc|đề nghị lãnh đạo|chỉ đạo công an tỉnh|đề nghị chính quyền|về an ninh trật tự|"
    "giữ gìn an ninh trật tự|vụ việc về an ninh trật tự"
)

WELL = (
    "tốt", "đầy đủ", "đủ", "kịp thời", "chặt chẽ", "hiệu quả", "thường xuyên", "nhịp nhàng",
    "thuận lợi", "đồng bộ", "rõ nét", "tích cực", "nghiêm túc", "bảo đảm", "đảm bảo", "đáp ứng",
    "cao", "sâu rộng", "vững", "đồng đều", "rộng rãi", "đều", "sát", "quyết liệt", "đạt yêu cầu",
    "ổn định", "dồi dào", "nhanh", "mạnh", "được nâng lên", "chủ động", "đúng hạn", "rõ", "hợp lý",
    "thống nhất", "cụ thể", "phù hợp", "chuyển biến", "khang trang", "vững vàng", "mặn mà",
)  # fmt: skip
ILL = (
    "thiếu", "hạn chế", "hạn hẹp", "eo hẹp", "ít", "ít ỏi", "thấp", "yếu", "kém", "khó khăn",
    "khó", "chậm", "muộn", "trễ", "lỏng lẻo", "rời rạc", "hình thức", "xuống cấp", "lạc hậu",
    "mỏng", "không đủ", "bất cập", "vướng mắc", "lúng túng", "hư hỏng", "cũ", "nhỏ giọt",
    "dàn trải", "chồng chéo", "quá tải", "trông chờ", "thờ ơ", "đơn điệu", "nghèo nàn",
    "buông lỏng", "khoán trắng", "sơ sài", "phức tạp", "gián đoạn", "bị động", "điểm nóng",
    "bất ngờ", "trễ hạn", "quá hạn", "chật hẹp", "thụ động",
)  # fmt: skip
NOT = (
    "không", "chẳng", "không được", "không có", "không còn", "không để", "không để xảy ra",
    "không xảy ra", "không phát sinh", "không có vụ", "không ghi nhận",
)  # fmt: skip
NOT_YET = ("chưa", "chưa được", "chưa có")
# Set phrases in which "không" denies nothing.
NO_DENIAL = (
    "không ngừng", "không chỉ", "không những", "không gian mạng", "không gian",
    "không tổ chức được", "không ít", "công nghệ cao", "người cao tuổi", "nâng cao",
    "vì người nghèo", "tăng cường", "bỏ bớt", "bớt", "tăng gia", "chủ yếu", "yếu tố", "thiết yếu",
    "nhiều hình thức", "các hình thức", "dưới hình thức", "hình thức phong phú",
    "hình thức tuyên truyền",
)  # fmt: skip
# A complaint turns into praise only when it says that something was done.
DONE = ("đã", "được", "luôn", "khá", "khá là")
UP = ("tăng", "gia tăng", "tăng lên", "tăng thêm", "nâng mức", "mở rộng")
DOWN = (
    "giảm", "giảm bớt", "cắt giảm", "giảm xuống", "kéo giảm", "rút ngắn", "thu hẹp", "tinh giản",
)  # fmt: skip
STOP = (
    "bỏ", "bãi bỏ", "dừng", "thôi", "không nên", "tạm dừng", "chấm dứt", "không thực hiện",
    "không tổ chức",
)  # fmt: skip

# What a number names rather than counts ("chương trình 07"), and what doings are counted by; any
# other number is left out before wordings are looked for.
NUMBERED = frozenset({"trình", "số", "thị", "luận", "án", "định", "mức", "đạo", "chí", "điểm"})
TIMES = frozenset({"lượt", "cuộc", "buổi", "đợt", "lần"})

# Syllables that tell nothing apart.
IDLE = frozenset({
    "và", "của", "các", "cho", "trong", "với", "những", "là", "ở", "tại", "từ", "do", "vì", "nên",
    "đã", "đang", "sẽ", "được", "bị", "có", "còn", "này", "đó", "một", "số", "về", "việc", "công",
    "tác", "đối", "theo", "để", "đến", "trên", "dưới", "vẫn", "rất", "hơn", "nhiều", "mọi", "khi",
    "như", "bằng", "ra", "vào", "nhất", "lên", "địa", "bàn", "cơ", "sở", "đơn", "vị", "xã",
    "phường", "thị", "trấn", "đặc", "khu", "cấp", "tỉnh", "huyện", "năm", "kỳ", "tháng", "quý",
    "qua", "lại", "thì", "mà", "tình", "hình", "hoạt", "động", "nội", "dung", "nhằm", "cần",
    "phải", "hiện", "nay", "thời", "gian", "tới", "dẫn", "nguyên", "nhân", "bộ", "phận", "an",
    "ninh", "trật", "tự", "tổ", "quốc", "bảo", "vệ", "toàn", "dân", "thuộc", "cùng", "bài", "học",
    "khó", "khăn", "vướng", "mắc", "lực", "lượng",
})  # fmt: skip
