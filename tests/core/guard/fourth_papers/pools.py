"""Invented names of persons, places and organisations for the papers."""

FAMILY = (
    *("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ"),
    *("Ngô", "Dương", "Lý", "Đinh", "Trương", "Mai", "Cao", "Tạ", "Đoàn", "Lương", "Vi", "Quách"),
)
MIDDLE = (
    *("Văn", "Thị", "Đức", "Minh", "Quốc", "Thanh", "Hữu", "Ngọc", "Xuân", "Thị Kim", "Đình"),
    *("Công", "Thị Mỹ", "Trọng", "Bá", "Thế", "Thị Hồng", "Anh", "Duy", "Khắc"),
)
GIVEN = (
    *("Khiêm", "Lạc", "Thuận", "Vĩnh", "Sương", "Hạnh", "Toại", "Kiên", "Diễm", "Thảo", "Phúc"),
    *("Trung", "Nhân", "Hiếu", "Quyên", "Loan", "Tiến", "Bảo", "Cường", "Hải", "Lâm", "Nga"),
    *("Oanh", "Phương", "Rạng", "Siêng", "Tâm", "Uyên", "Vinh", "Yến", "Ánh", "Đạt", "Chiến"),
)
HIGHLAND = ("A Brôn", "Y Hlinh Niê", "Rơ Châm Tuy", "Thào A Dế", "Đinh Văn Rế", "Lò Thị Inh")
PROVINCES = (
    *("Quảng Ngãi", "Gia Lai", "Đắk Lắk", "Phú Thọ", "Nghệ An", "Thanh Hóa", "Cà Mau", "An Giang"),
    *("Lâm Đồng", "Bắc Ninh", "Sơn La", "Lào Cai", "Tuyên Quang", "Quảng Trị", "Khánh Hòa"),
    *("Hưng Yên", "Ninh Bình", "Vĩnh Long", "Đồng Tháp", "Tây Ninh", "Điện Biên", "Hà Tĩnh"),
)
COMMUNES = (
    *("Phước Lâm", "Bình Tân Phú", "Sơn Thượng", "Trà Leng Hạ", "Ba Xuân", "Nghĩa Hưng", "An Lạc"),
    *("Đông Thạnh", "Vĩnh Kiên", "Hòa Tiến", "Tam Dân", "Mường Chanh", "Ia Pếch", "Đăk Rơ Wa"),
    *("Krông Pha", "Long Hiệp", "Tân Hội", "Yên Thành", "Cẩm Lý", "Phú Nhuận", "Thới Bình"),
    *("Minh Quang", "Đại Đồng", "Lương Hòa", "Xuân Mỹ", "Bắc Sơn", "Thọ Lập", "Quế Trung"),
    *("Châu Hồng", "Nậm Lành", "Hương Thủy", "Kim Sơn", "Giao Thiện", "Hải Lựu", "Tịnh Khê"),
    *("Mỏ Cày Tây", "Ea Khăl", "Đức Phổ Nam", "Thạnh Mỹ", "Trường Giang", "Ân Hảo", "Vạn Tường"),
)
HAMLETS = (
    *("thôn Phú Lễ", "thôn 3", "thôn Tân An", "tổ dân phố số 5", "bản Nà Mường", "ấp Bình Hòa"),
    *("buôn Kplang", "làng Kon Hring", "khu phố 2", "thôn Đông Yên", "xóm Trại", "ấp Mỹ Thuận"),
    *("khóm 4", "thôn Gò Da", "bản Piêng Lâng", "tổ dân phố Hùng Vương"),
)
DEPARTMENTS = (
    *("Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp", "Sở Y tế", "Sở Giáo dục và Đào tạo"),
    *("Sở Văn hóa, Thể thao và Du lịch", "Sở Khoa học và Công nghệ", "Sở Công Thương"),
    *("Sở Nông nghiệp và Môi trường", "Sở Xây dựng", "Sở Dân tộc và Tôn giáo"),
    *("Bộ Chỉ huy quân sự tỉnh", "Báo và Phát thanh, truyền hình tỉnh", "Tỉnh đoàn"),
    *("Hội Liên hiệp Phụ nữ tỉnh", "Hội Nông dân tỉnh", "Hội Cựu chiến binh tỉnh"),
    *("Liên đoàn Lao động tỉnh", "Viện kiểm sát nhân dân tỉnh", "Tòa án nhân dân tỉnh"),
    *("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
)
MODELS = (
    *("Tổ liên gia an toàn phòng cháy, chữa cháy", "Tiếng kẻng an ninh", "Dòng họ tự quản"),
    *("Xứ đạo bình yên", "Khu nhà trọ an toàn", "Cổng trường an toàn giao thông", "Thắp sáng"),
    *("Zalo kết nối bình yên", "Bến thuyền an toàn", "Chợ văn minh, an toàn", "Thôn 3 không"),
    *("Cụm doanh nghiệp an toàn", "Sóng phát thanh cơ sở", "Đường biên bình yên", "5 giúp 1"),
    *("Buôn làng không tội phạm", "Ngư dân bám biển an toàn", "Trường học không khói thuốc"),
)
SCHOOLS = (
    *("Trường THPT Lê Quý Đôn", "Trường THCS Nguyễn Trãi", "Trường THCS Phan Bội Châu"),
    *("Trường Cao đẳng Cơ điện miền núi", "Trường THPT Võ Nguyên Giáp", "Trường PTDTBT Sơn Thượng"),
)
FIRMS = (
    *("Công ty TNHH Thiết bị Hoàng Lộc", "Công ty cổ phần In Thiên Bút", "HTX Dịch vụ Bình An"),
    *("Công ty TNHH MTV Công nghệ Sao Nam", "Công ty cổ phần Xây dựng Đại Thành 68"),
    *("Công ty TNHH Quảng cáo Ánh Dương", "Liên danh Tân Phát - Việt Hưng"),
)
