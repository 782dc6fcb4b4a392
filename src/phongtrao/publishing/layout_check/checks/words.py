"""Capitals that the decree asks for (Appendix II)."""

import re
from collections.abc import Iterator

from phongtrao.publishing.layout_check.checks.fault import Check, Fault, at
from phongtrao.publishing.layout_check.components import Parts

# In names of bodies and forces the word is part of the name.
_NAMED = (
    "ủy ban", "uỷ ban", "hội đồng", "tòa án", "toà án", "viện kiểm sát", "công an", "quân đội",
    "an ninh", "cảnh sát", "hội thẩm", "vũ trang", "nghệ sĩ", "nhà giáo", "thầy thuốc", "nghệ nhân",
    "quỹ tín dụng", "đại biểu", "y tế", "báo", "chiến tranh", "dân chủ", "quốc phòng", "bệnh viện",
)  # fmt: skip
_PEOPLE = re.compile(r"\bnhân dân\b(?! tệ)|\b[Nn]hân Dân\b")
# The State itself; as a mere attribute ("cơ quan nhà nước") it is written small.
_STATE = re.compile(
    r"(?:\b(?:của|với|do|cho|giữa|được|mà|vào|bởi|từ|trước|để|cùng|khi|vì|[Đđ]ảng và)|[Đđ]ảng,"
    r"|[Đđ]ảng -)\s+nhà nước\b"
    r"|(?<!quản lý )(?<!cơ quan )(?<!ngân sách )(?<!bộ máy )"
    r"\bnhà nước (?:ta|và [Nn]hân dân|bảo đảm|ban hành|giao|khuyến khích|hỗ trợ|quy định|đầu tư"
    r"|tạo điều kiện|quan tâm|bảo vệ|thừa nhận|công nhận|tôn trọng|cấp kinh phí)\b"
    r"|\b[Nn]hà Nước\b"
)
_CITED = re.compile(
    r"(?:(?<=[a-zà-ỹ,;] )|(?<=[(“]))(?:Khoản \d+|Điểm [a-zđ]\b)"
    r"|(?<!\w)điều \d+ (?=của|Luật|Nghị định|Thông tư|Quy chế|Quy định|Quyết định|Hiến pháp|này)"
    r"|(?<=[a-zà-ỹ,;] )mục \d+,? [Cc]hương\b|\b(?:theo|tại|của|định) điều \d+\b"
    r"|\b[Kk]hoản \d+,? điều \d+|(?<=[a-zà-ỹ,;] )chương [IVX]+\b"
    r"|\b[Đđ]iều \d+,? (?:khoản|Khoản) \d+"
    r"|\b[Kk]hoản \d+,? (?:điểm|Điểm) [a-zđ]\b"
)


def capitals(parts: Parts) -> Iterator[Fault]:
    """Nhân dân, Nhà nước, and how articles are cited."""
    if not parts.is_state:
        return
    lines = [each.line for text in parts.texts for each in text.lines]
    for line in (*parts.title.abstract, *parts.title.letter, *lines):
        text = line.text
        if any(not _is_name(text[: found.start()]) for found in _PEOPLE.finditer(text)):
            yield at("words.people", line)
        if _STATE.search(text):
            yield at("words.state", line)
        cited = _CITED.search(text)
        if cited:
            yield at("words.citation", line, f"“{cited[0]}”")


def _is_name(before: str) -> bool:
    return before.rstrip().lower().endswith(_NAMED)


CHECKS: tuple[Check, ...] = (capitals,)
