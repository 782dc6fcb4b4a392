"""Family names, to tell where the name of a place ends and that of an official begins."""

FAMILY_NAMES = frozenset([
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Hồ", "Ngô", "Dương", "Lý", "Tráng", "Trương", "Đinh", "Y", "A", "Hà", "Lương", "Lưu",
    "Mai", "Tô", "Trịnh", "Đào", "Đoàn", "Cao", "Châu", "Chu", "Tạ", "Thái", "Vương", "Lâm",
    "Phùng", "Quách", "Nông", "Hứa", "La", "Giàng", "Sùng", "Vừ", "Thào", "Bàn", "Thạch",
    "Danh", "Khổng", "Kiều", "Triệu", "Hầu", "Lò", "Cầm", "Lục", "Tống", "Nghiêm", "Phí",
    "Giáp", "Mạc", "Đàm", "Đàng", "Ksor", "Kpă", "Siu",
])  # fmt: skip
