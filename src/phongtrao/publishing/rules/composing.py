"""What is asked for a paper of any kind, and what typed text may not hold."""

import unicodedata
from collections.abc import Mapping

from phongtrao.core.errors import N_
from phongtrao.publishing.rules.drafting import HEAD, HeadField

LONGEST_TEXT = 200_000  # characters of the whole text: some eighty pages
LONGEST_PARAGRAPH = 20_000
_LINES = N_("Mỗi dòng một nơi.")
_BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_MARKS = "\u061c\u200e\u200f"
_LAYOUT = "\t\n\r\v\f\u0085"

HEAD_FIELDS: Mapping[str, HeadField] = {
    "parent_body": HEAD["parent_body"],
    "issuer": HEAD["issuer"],
    "partners": HeadField(
        N_("Cơ quan cùng ban hành (liên tịch)"), 600, lines=2,
        hint=N_("Mỗi dòng một cơ quan; bỏ trống khi chỉ một cơ quan ban hành."),
    ),
    "number": HeadField(N_("Số"), 12, hint=N_("Bỏ trống khi chưa lấy số.")),
    "symbol": HEAD["symbol"],
    "place": HEAD["place"],
}  # fmt: skip
TITLE_FIELDS: Mapping[str, HeadField] = {
    "abstract": HeadField(N_("Trích yếu"), 500, lines=2),
    "decider": HeadField(
        N_("Thẩm quyền ban hành"), 300,
        hint=N_("Ai quyết định, ví dụ Chủ tịch Ủy ban nhân dân xã Ba Tơ."),
    ),
    "legal_bases": HEAD["legal_bases"],
    "addressees": HeadField(N_("Kính gửi"), 4_000, lines=3, hint=_LINES),
}  # fmt: skip
TEXT_FIELDS: Mapping[str, HeadField] = {
    "opening": HEAD["opening"],
    "content": HeadField(
        N_("Nội dung"), LONGEST_TEXT, lines=16,
        hint=N_(
            "Mỗi đoạn một dòng. Dòng bắt đầu bằng “Chương I”, “Điều 1.”, “I.”, “1.” hoặc “a)” thành"
            " chương, điều, mục, khoản, điểm; số thứ tự được đánh lại. Dán bảng từ Excel hoặc Word"
            " thì thành bảng; hàng đầu là tiêu đề cột."
        ),
    ),
    "closing": HEAD["closing"],
}  # fmt: skip
MOST_APPENDICES = 5
APPENDIX_FIELDS: Mapping[str, HeadField] = {
    "title": HeadField(N_("Tên phụ lục"), 300, lines=2),
    "text": HeadField(
        N_("Nội dung phụ lục"), LONGEST_TEXT, lines=8,
        hint=N_(
            "Mỗi đoạn một dòng. Bảng: chọn các ô trong Excel hoặc Word, sao chép rồi dán vào đây;"
            " hàng đầu là tiêu đề cột."
        ),
    ),
}  # fmt: skip
END_FIELDS: Mapping[str, HeadField] = {
    "recipients": HeadField(N_("Nơi nhận"), 4_000, lines=4, hint=_LINES),
    "archive": HEAD["archive"],
}
SIGNER_FIELDS: Mapping[str, HeadField] = {
    "authority": HeadField(N_("Thẩm quyền ký"), 20),
    "behalf": HeadField(
        N_("Ký thay, thay mặt ai"), 120, hint=N_("Ví dụ: Giám đốc. Bỏ trống khi ký trực tiếp.")
    ),
    "deputy_for": HeadField(
        N_("Thay mặt tập thể và ký thay chức vụ"), 120,
        hint=N_("Chỉ khi cấp phó ký TM.: ghi chức vụ cấp trưởng, ví dụ Chủ tịch."),
    ),
    "office": HeadField(N_("Chức vụ người ký"), 120),
    "name": HeadField(N_("Họ và tên người ký"), 120),
    "other_office": HeadField(
        N_("Chức vụ khác, ghi trên họ tên"), 120, hint=N_("Ví dụ: Giám đốc Công an tỉnh.")
    ),
}  # fmt: skip


def hidden_signs(text: str) -> int:
    """How many signs print nothing and change what is read: controls, marks of direction."""
    return sum(_is_hidden(sign) for sign in text)


def longest_paragraph(text: str) -> tuple[int, int]:
    """Place, counted from 1, and length of the longest paragraph; (0, 0) of nothing."""
    lengths = [(len(line), -place) for place, line in enumerate(text.splitlines(), start=1)]
    length, place = max(lengths, default=(0, 0))
    return -place, length


def _is_hidden(sign: str) -> bool:
    if sign in _MARKS or unicodedata.bidirectional(sign) in _BIDI:
        return True
    return unicodedata.category(sign) in {"Cc", "Cs"} and sign not in _LAYOUT
