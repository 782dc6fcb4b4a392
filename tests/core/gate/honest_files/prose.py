"""Administrative Vietnamese of our own: plans, reports, tables; no person and no real figure."""

from tests.core.gate.honest_files.kind import chance

ACTS = (
    "Tổ chức phát động phong trào toàn dân bảo vệ an ninh Tổ quốc",
    "Rà soát, củng cố các mô hình tự quản về an ninh trật tự",
    "Đẩy mạnh tuyên truyền, phổ biến pháp luật tại khu dân cư",
    "Ký kết quy chế phối hợp giữa các cơ quan, đoàn thể",
    "Sơ kết, tổng kết việc thực hiện chương trình phối hợp",
    "Tập huấn nghiệp vụ cho lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở",
    "Kiểm tra, đôn đốc việc thực hiện nhiệm vụ được giao",
    "Biểu dương, khen thưởng tập thể có thành tích",
)
WHO = (
    "Ủy ban nhân dân xã",
    "Công an xã",
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    "Hội Liên hiệp Phụ nữ",
    "Đoàn Thanh niên",
    "Hội Cựu chiến binh",
    "Ban công tác Mặt trận ở khu dân cư",
)
HOW = (
    "gắn với cuộc vận động xây dựng nông thôn mới, đô thị văn minh",
    "bảo đảm thiết thực, tiết kiệm, tránh hình thức",
    "phù hợp với tình hình thực tế của địa phương",
    "theo đúng thời hạn đã nêu trong kế hoạch",
    "và báo cáo kết quả về cơ quan thường trực để tổng hợp",
)
AREAS = ("Bình Minh", "Hòa Lạc", "Tân Tiến", "Đông Phú", "Trà Giang", "Sơn Thượng", "Vĩnh Hải")
TRAPS = (
    "Mục LINK trong biểu mẫu để trống; cụm từ DDE, macro, INCLUDETEXT chỉ là chữ.",
    "Xem /JavaScript, /Launch và {{ cột }} trong phụ lục hướng dẫn nhập liệu.",
    "Kết quả ghi theo dạng =Tổng(1..4), +5%, -3%, @ghi chú; không phải công thức.",
    "Ký hiệu <b>, &amp; và ]]> được giữ nguyên như bản gốc.",
)
FORMS = ("KẾ HOẠCH", "BÁO CÁO", "CÔNG VĂN", "THÔNG BÁO", "CHƯƠNG TRÌNH", "TỜ TRÌNH")


class Prose:
    """Sentences, lists and tables by seed; the same seed says the same."""

    def __init__(self, seed: int, salt: str = "") -> None:
        """``salt`` keeps kinds of one seed apart."""
        self.chance = chance(seed, salt)

    def sentence(self) -> str:
        """One sentence."""
        pick = self.chance.choice
        return f"{pick(ACTS)}, {pick(HOW)}; {pick(WHO)} chủ trì, phối hợp thực hiện."

    def paragraph(self, sentences: int = 4) -> str:
        """Some sentences in one paragraph."""
        return " ".join(self.sentence() for _ in range(sentences))

    def paragraphs(self, least: int = 3, most: int = 12) -> list[str]:
        """Paragraphs, one of them with words that look like commands and are none."""
        found = [self.paragraph() for _ in range(self.chance.randint(least, most))]
        found.insert(self.chance.randrange(len(found)), self.chance.choice(TRAPS))
        return found

    def title(self) -> str:
        """The heading of a paper."""
        form, year = self.chance.choice(FORMS), self.chance.randint(2023, 2026)
        return f"{form} phối hợp bảo vệ an ninh, trật tự năm {year}"

    def area(self) -> str:
        """An invented commune."""
        return f"Xã {self.chance.choice(AREAS)} {self.chance.randint(1, 9)}"

    def header(self) -> list[str]:
        """Column names of a table of figures."""
        return ["Đơn vị", "Số buổi", "Lượt người dự", "Số mô hình", "Tỷ lệ (%)"]

    def row(self) -> list[str | int | float]:
        """One line of a table of figures."""
        number = self.chance.randint
        share = round(self.chance.uniform(40, 100), 1)
        return [self.area(), number(1, 90), number(10, 5_000), number(0, 30), share]

    def table(self, rows: int = 0) -> list[list[str | int | float]]:
        """A table of figures without its header."""
        return [self.row() for _ in range(rows or self.chance.randint(5, 30))]
