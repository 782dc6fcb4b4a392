"""The invented values of this set: places, models, schools, firms and the parts of names."""

from collections.abc import Sequence


def _split(text: str) -> Sequence[str]:
    return tuple(part.strip() for part in text.split(";"))


POOLS: dict[str, Sequence[str]] = {
    "tinh": _split(
        "Hà Tĩnh; Quảng Ngãi; Thái Nguyên; Lào Cai; Đắk Lắk; Vĩnh Long; Tây Ninh;"
        "Nghệ An; Gia Lai; Hưng Yên; Cà Mau; Sơn La; Khánh Hòa; Đồng Tháp"
    ),
    "xa": _split(
        "Hòa Lạc; Thạch Bình; Phú Khê; Yên Thượng; Cẩm Hưng; Đại Phong; Long Khánh;"
        "Tân Xuân; Mỹ Lệ; Bình Nguyên; Vĩnh Thái; Sơn Kim; An Hải; Đông Thạnh; Ea Nuôl"
    ),
    "thon": _split(
        "Trung Hòa; Đồng Mít; Xuân Lai; Tây Phú; Phú Cường; Nà Pồng; Bắc Sơn; Cây Gạo;"
        "Đông Hải; Vạn Phúc; Hưng Đạo; Bản Mạ; Suối Khoáng; Liên Trung; Kim Ngọc"
    ),
    "mh": _split(
        "Camera giám sát an ninh; Tổ liên gia an toàn phòng cháy; Tiếng mõ cộng đồng;"
        "Xứ đạo không tội phạm; Dòng tộc tự quản; Khu trọ an toàn; Nhóm Zalo kết nối;"
        "Cổng trường bình yên; Ánh sáng đường quê; Đội thuyền tự quản; Chợ văn minh;"
        "Phụ nữ với an ninh trật tự; Cựu chiến binh gương mẫu; Ba phòng bốn tự"
    ),
    "truong": _split(
        "THPT Nguyễn Du; THCS Hòa Lạc; THPT Lê Hồng Phong; THCS Kim Đồng;"
        "PTDTNT Tây Sơn; THPT Chu Văn An; THCS và THPT Bắc Sơn; Cao đẳng nghề số 4"
    ),
    "dn": _split(
        "Công ty CP May Đại Phong; Công ty TNHH Gỗ Tân Xuân; HTX Nông nghiệp Phú Khê;"
        "Công ty CP Thủy sản An Hải; Công ty TNHH Giày Long Khánh; Công ty CP Xi măng Bắc"
    ),
    "so": _split(
        "Sở Nội vụ; Sở Giáo dục và Đào tạo; Sở Văn hóa, Thể thao và Du lịch; Sở Tư pháp;"
        "Sở Y tế; Sở Tài chính; Sở Dân tộc và Tôn giáo; Sở Nông nghiệp và Môi trường;"
        "Bộ Chỉ huy Quân sự tỉnh; Ban Tuyên giáo và Dân vận Tỉnh ủy; Tỉnh đoàn"
    ),
    "bac": _split("Thiếu tá; Trung tá; Đại úy; Thượng tá; Thượng úy"),
    "family": _split(
        "Nguyễn; Trần; Lê; Phạm; Hoàng; Phan; Vũ; Võ; Đặng; Bùi; Đỗ; Hồ; Ngô; Dương;"
        "Lý; Đinh; Mai; Trương; Cao; Lương; Hà; Tạ; Thái; Châu"
    ),
    "male": _split("Văn; Đình; Quang; Minh; Hữu; Xuân; Thanh; Công; Ngọc; Tiến; Trọng; Việt"),
    "malegiven": _split(
        "Hùng; Dũng; Tuấn; Thắng; Lâm; Phúc; Khánh; Tài; Nghĩa; Trung; Hòa; Sơn;"
        "Cường; Bình; Hải; Quý; Thịnh; Đạt; Vinh; Lực; Toàn; Chiến"
    ),
    "female": _split("Thị; Thị Thu; Thị Ngọc; Thị Thanh; Thị Bích; Thị Minh; Thúy; Kiều"),
    "femalegiven": _split(
        "Hoa; Lan; Hương; Nhung; Thảo; Trang; Hạnh; Yến; Loan; Phượng; Nga;"
        "Huyền; Oanh; Xuân; Tuyết; Liên; Mai; Dung; Hiền; Vân"
    ),
    "highland": _split(
        "Lò Văn Pánh; Giàng A Chớ; Y Thuyên Niê; H Nguyệt Mlô; Vi Thị Dôm;"
        "Hoàng A Páo; Kpă Thuân; Thạch Sô Phia; Bàn Văn Tiên; Lầu Bá Xồng"
    ),
    "mobile": _split("091; 098; 090; 097; 034; 038; 079; 083; 086; 094; 035; 070"),
    "landline": _split("0239; 0255; 0208; 0214; 0262; 0270; 0276; 0238; 0269; 0221"),
    "birth": _split("0380; 0401; 0420; 0511; 0190; 0241; 0663; 0172; 0952; 0303"),
}
