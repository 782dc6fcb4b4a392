"""Words of the statements of this programme: what is spoken of, and whether it is well or ill.

Our own list, made from the outline of the reports (domain notes §C1–C7); lower case, one tone
placement is applied on loading. Several phrases of a line mean one thing.
"""

# Written short in reports → in full.
SHORT_FORMS = {
    "antt": "an ninh trật tự", "anqg": "an ninh quốc gia", "attp": "an toàn thực phẩm",
    "atgt": "an toàn giao thông", "pccc": "phòng cháy chữa cháy", "csvc": "cơ sở vật chất",
    "mttq": "mặt trận tổ quốc", "ubnd": "ủy ban nhân dân", "cntt": "công nghệ thông tin",
    "ubmttq": "ủy ban mặt trận tổ quốc", "cbcs": "cán bộ chiến sĩ", "nd": "nhân dân",
    "bvantt": "bảo vệ an ninh trật tự", "tnxh": "tệ nạn xã hội", "mxh": "mạng xã hội",
    "ntm": "nông thôn mới", "cnm": "công nghệ mới", "ttatxh": "trật tự an toàn xã hội",
    "bvantq": "bảo vệ an ninh tổ quốc", "tdbvantq": "toàn dân bảo vệ an ninh tổ quốc",
    "kp": "kinh phí", "đbkk": "đặc biệt khó khăn", "k": "không", "ko": "không",
    "vneid": "định danh điện tử", "cb": "cán bộ", "cd": "chỉ đạo", "ca": "công an",
}  # fmt: skip

# What a statement is about. Two statements that share none of these are not near-equal.
ASPECTS: dict[str, tuple[str, ...]] = {
    "money": (
        "kinh phí", "ngân sách", "nguồn tiền", "nguồn vốn", "tài chính", "nguồn chi", "tiền",
        "xã hội hóa", "mức chi", "định mức chi", "nguồn kinh phí", "nguồn lực tài chính",
        "chi hoạt động",
    ),
    "equipment": (
        "cơ sở vật chất", "trang thiết bị", "phương tiện", "công cụ hỗ trợ", "thiết bị",
        "trụ sở", "máy tính", "máy móc", "phòng làm việc", "vật tư", "trang bị", "nơi làm việc",
        "nhà làm việc",
    ),
    "camera": ("camera", "camera an ninh", "mắt thần"),
    "loudspeaker": ("loa truyền thanh", "hệ thống loa", "đài truyền thanh", "truyền thanh"),
    "network": (
        "đường truyền", "internet", "kết nối mạng", "sóng điện thoại", "mạng internet",
        "phủ sóng", "sóng di động", "hạ tầng số", "hạ tầng mạng",
    ),
    "software": (
        "phần mềm", "chuyển đổi số", "công nghệ thông tin", "cơ sở dữ liệu", "ứng dụng số",
        "nền tảng số", "số hóa", "hệ thống thông tin",
    ),
    "staff_count": (
        "biên chế", "kiêm nhiệm", "thiếu cán bộ", "thiếu người", "lực lượng mỏng", "quân số",
        "nhân lực", "nhân sự", "thiếu nhân lực", "việc nhiều người ít", "kiêm nhiều việc",
        "đông việc",
        "thiếu lực lượng", "số lượng cán bộ", "chuyên trách", "kiêm nhiều nhiệm vụ", "quá tải",
        "ít người",
        "khối lượng công việc",
    ),
    "staff_skill": (
        "trình độ", "năng lực", "kỹ năng", "nghiệp vụ", "chuyên môn", "kinh nghiệm công tác",
        "kiến thức", "thiếu kinh nghiệm", "chưa có kinh nghiệm", "lúng túng",
    ),
    "training": ("tập huấn", "bồi dưỡng", "đào tạo", "huấn luyện", "lớp học"),
    "allowance": (
        "phụ cấp", "chế độ chính sách", "thù lao", "bồi dưỡng hằng tháng", "đãi ngộ",
        "mức hỗ trợ", "chế độ bồi dưỡng", "hỗ trợ hằng tháng", "mức bồi dưỡng", "bảo hiểm",
        "chế độ cho",
    ),
    "merger": (
        "sáp nhập", "sắp xếp đơn vị hành chính", "chính quyền hai cấp", "địa phương hai cấp",
        "chính quyền địa phương 2 cấp", "sắp xếp bộ máy", "sau sắp xếp", "hợp nhất",
        "tổ chức lại bộ máy",
        "chính quyền 2 cấp", "mô hình hai cấp", "mô hình 2 cấp", "sắp xếp tổ chức",
    ),
    "terrain": (
        "địa bàn rộng", "địa hình", "chia cắt", "phân tán", "giao thông đi lại", "đi lại",
        "vùng sâu", "vùng xa", "hiểm trở", "đồi núi", "sông nước", "đường sá", "cách xa",
        "xa trung tâm",
        "dân cư thưa", "dân cư sống rải rác", "rải rác", "diện tích rộng", "mưa lũ", "thiên tai",
        "mưa bão",
    ),
    "awareness": (
        "nhận thức", "ý thức", "hiểu biết", "dân trí", "mất cảnh giác", "chủ quan", "thờ ơ",
        "tinh thần cảnh giác", "trông chờ", "ỷ lại", "ngại", "tự giác", "e ngại",
        "thiếu cảnh giác", "cảnh giác",
        "chưa mặn mà", "ngại va chạm", "né tránh", "ý thức chấp hành",
    ),
    "absent_workers": (
        "đi làm ăn xa", "đi làm xa", "lao động xa", "vắng nhà", "làm ăn xa", "người lao động tự do",
        "tạm trú", "lao động tự do", "thuê trọ", "nhà trọ", "khu trọ", "di biến động dân cư",
        "biến động dân cư",
        "công nhân", "đi làm ca", "dân nhập cư",
    ),
    "online_fraud": (
        "lừa đảo", "không gian mạng", "tội phạm mạng", "công nghệ cao", "trên mạng", "mạng xã hội",
        "lừa đảo trực tuyến", "lừa đảo qua mạng", "lừa đảo trên mạng",
    ),
    "propaganda": (
        "tuyên truyền", "vận động", "phổ biến pháp luật", "truyền thông", "giáo dục pháp luật",
        "phổ biến giáo dục", "vận động quần chúng", "tờ rơi", "pa nô", "áp phích", "tin bài",
        "phát thanh",
    ),
    "coordination": (
        "phối hợp", "quy chế phối hợp", "hiệp đồng", "giao ban", "trao đổi thông tin",
        "cơ chế phối hợp", "liên ngành", "trao đổi tình hình",
    ),
    "reporting": (
        "báo cáo", "thông tin báo cáo", "chế độ báo cáo", "số liệu", "thống kê", "biểu mẫu",
        "mẫu biểu", "tổng hợp số liệu", "biểu báo cáo",
    ),
    "leadership": (
        "cấp ủy", "lãnh đạo", "chỉ đạo", "người đứng đầu", "chính quyền", "vào cuộc", "quan tâm",
        "sự lãnh đạo", "trách nhiệm người đứng đầu", "đôn đốc",
    ),
    "guidance": (
        "hướng dẫn", "văn bản hướng dẫn", "hướng dẫn thực hiện", "quy định cụ thể",
        "văn bản chỉ đạo",
        "chồng chéo", "thông tư", "nghị định", "cơ sở pháp lý", "hành lang pháp lý", "bất cập",
    ),
    "model": ("mô hình", "điển hình", "nhân rộng", "điển hình tiên tiến", "cách làm hay"),
    "guard_team": (
        "tổ bảo vệ an ninh trật tự", "lực lượng tham gia bảo vệ an ninh trật tự",
        "lực lượng bảo vệ an ninh trật tự", "bảo vệ an ninh trật tự ở cơ sở", "lực lượng ở cơ sở",
        "lực lượng tại chỗ", "tổ bảo vệ", "lực lượng tham gia bảo vệ",
    ),
    "mediation": (
        "hòa giải", "tổ hòa giải", "mâu thuẫn", "tranh chấp", "hòa giải viên", "xích mích",
        "mâu thuẫn nội bộ", "mâu thuẫn trong nhân dân", "tổ hòa giải cơ sở",
    ),
    "land": (
        "đất đai", "tranh chấp đất", "khiếu kiện", "giải phóng mặt bằng", "khiếu nại", "đơn thư",
    ),
    "festival": ("ngày hội toàn dân", "ngày hội", "19/8", "ngày hội toàn dân bảo vệ"),
    "reward": (
        "khen thưởng", "biểu dương", "tôn vinh", "động viên khen thưởng", "thi đua", "bằng khen",
        "giấy khen",
    ),
    "review": ("sơ kết", "tổng kết", "rút kinh nghiệm", "đánh giá kết quả", "kiểm điểm"),
    "inspection": ("kiểm tra", "giám sát", "đi kiểm tra", "kiểm tra giám sát", "thanh tra"),
    "signing": (
        "ký kết", "chương trình phối hợp", "kế hoạch phối hợp", "nghị quyết liên tịch",
        "ký chương trình",
    ),
    "planning_paper": (
        "ban hành kế hoạch", "xây dựng kế hoạch", "kế hoạch", "chương trình công tác",
    ),
    "crime_report": (
        "tố giác", "tin báo", "nguồn tin", "cung cấp thông tin", "tin tố giác", "hòm thư",
        "phát hiện tội phạm",
    ),
    "drugs": ("ma túy", "tệ nạn xã hội", "cai nghiện", "nghiện"),
    "fire": ("phòng cháy", "cháy nổ", "chữa cháy", "phòng cháy chữa cháy"),
    "traffic": (
        "an toàn giao thông", "giao thông", "vi phạm giao thông", "trật tự giao thông",
        "tai nạn giao thông",
    ),
    "return_home": (
        "tái hòa nhập", "hoàn lương", "cảm hóa", "tái hòa nhập cộng đồng", "cảm hóa giáo dục",
        "vay vốn",
    ),
    "core_people": (
        "cốt cán", "nòng cốt", "người tiêu biểu", "người có uy tín", "già làng", "trưởng thôn",
        "trưởng bản",
    ),
    "form": (
        "hình thức", "chiều sâu", "dàn trải", "đổi mới", "nội dung tuyên truyền", "đơn điệu",
        "sáng tạo", "phong phú", "đa dạng",
    ),
    "committee": ("ban chỉ đạo", "kiện toàn", "tổ giúp việc", "phân công nhiệm vụ"),
    "young": ("thanh niên", "học sinh", "thanh thiếu niên", "trường học", "đoàn thanh niên"),
    "border": ("biên giới", "đường biên", "cột mốc", "biển đảo"),
    "economy": ("đời sống", "thu nhập", "hộ nghèo", "việc làm", "kinh tế", "nghèo"),
    "weapons": ("vũ khí", "vật liệu nổ", "giao nộp", "pháo", "pháo nổ"),
    "register": (
        "đăng ký thi đua", "đăng ký xây dựng", "đạt tiêu chuẩn", "đạt chuẩn", "bình xét",
        "xét duyệt",
    ),
}  # fmt: skip

# Aspects that are only the ground of a sentence when it names a narrower one as well.
BROAD = frozenset(
    {"leadership", "planning_paper", "propaganda", "model", "economy", "form", "guard_team",
     "awareness", "young"}
)  # fmt: skip

# Other words of one meaning; they weigh as words do.
SAME: dict[str, tuple[str, ...]] = {
    "people": ("người dân", "nhân dân", "quần chúng", "bà con", "quần chúng nhân dân", "dân"),
    "officer": ("cán bộ", "cán bộ chiến sĩ", "công chức", "đội ngũ cán bộ"),
    "village": ("thôn", "tổ dân phố", "khu dân cư", "ấp", "bản", "khu phố", "làng", "buôn"),
    "give": (
        "bố trí", "cấp", "bổ sung", "hỗ trợ", "phân bổ", "trang cấp", "đầu tư", "quan tâm bố trí",
    ),
    "ask": ("đề nghị", "kiến nghị", "đề xuất", "mong", "kính đề nghị", "kính mong", "xin"),
    "hold": ("tổ chức", "mở", "tiến hành", "triển khai", "thực hiện", "phát động"),
    "strengthen": ("tăng cường", "đẩy mạnh", "nâng cao", "tiếp tục", "chú trọng", "phát huy"),
    "movement": ("phong trào", "phong trào toàn dân bảo vệ an ninh tổ quốc", "phong trào toàn dân"),
}  # fmt: skip

WELL = (
    "tốt", "đầy đủ", "đủ", "kịp thời", "chặt chẽ", "hiệu quả", "thường xuyên", "nhịp nhàng",
    "thuận lợi", "đồng bộ", "rõ nét", "tích cực", "nghiêm túc", "bảo đảm", "đảm bảo", "đáp ứng",
    "cao", "sâu rộng", "vững", "đồng đều", "rộng rãi", "đều", "sát", "quyết liệt", "đạt yêu cầu",
    "ổn định", "dồi dào", "nhanh", "mạnh", "được nâng lên", "chủ động", "đúng hạn", "rõ", "hợp lý",
    "thống nhất", "cụ thể", "phù hợp", "chuyển biến", "khang trang", "vững vàng", "mặn mà",
)  # fmt: skip
ILL = (
    "thiếu", "hạn chế", "hạn hẹp", "eo hẹp", "ít", "ít ỏi", "thấp", "yếu", "kém", "khó khăn", "khó",
    "chậm", "muộn", "trễ", "lỏng lẻo", "rời rạc", "hình thức", "xuống cấp", "lạc hậu", "mỏng",
    "không đủ", "bất cập", "vướng mắc", "lúng túng", "hư hỏng", "cũ", "nhỏ giọt", "dàn trải",
    "chồng chéo", "quá tải", "trông chờ", "thờ ơ", "đơn điệu", "nghèo nàn", "buông lỏng",
    "khoán trắng",
    "sơ sài", "phức tạp", "gián đoạn", "bị động", "trễ hạn", "quá hạn", "chật hẹp", "thụ động",
)  # fmt: skip
NOT = (
    "chưa",
    "không",
    "chẳng",
    "chưa được",
    "không được",
    "chưa có",
    "không có",
    "không còn",
    "hết",
)
# Set phrases in which "không" denies nothing.
NO_DENIAL = (
    "không ngừng", "không chỉ", "không những", "không gian mạng", "không gian", "không để",
    "không để xảy ra", "không tổ chức được", "không ít",
)  # fmt: skip
# A complaint turns into praise only when it says that something was done.
DONE = ("đã", "được", "luôn", "khá", "khá là")
UP = ("tăng", "gia tăng", "tăng lên", "tăng thêm", "nâng mức", "mở rộng", "kéo dài")
DOWN = (
    "giảm",
    "giảm bớt",
    "cắt giảm",
    "giảm xuống",
    "kéo giảm",
    "rút ngắn",
    "thu hẹp",
    "tinh giản",
)
STOP = (
    "bỏ",
    "bãi bỏ",
    "dừng",
    "thôi",
    "không nên",
    "tạm dừng",
    "chấm dứt",
    "không thực hiện",
    "không tổ chức",
)

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
