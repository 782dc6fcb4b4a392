"""What reading a file gives, and the refusal of a file that cannot be read."""
# ruff: noqa: N818 - a refusal is named for what it says to the user, as in the glossary

from dataclasses import dataclass, field

from phongtrao.core.errors import N_

MAX_PAGES = 500
# Only the code leaves the wall's child process; whoever shows it looks the sentence up here.
SENTENCES = {
    "kind-unknown": N_(
        "Tệp này không thuộc loại đọc được (docx, pdf, txt). "
        "Hãy lưu văn bản thành docx hoặc pdf rồi gửi lại."
    ),
    "not-opened": N_(
        "Không mở được tệp: tệp không có, hoặc không được phép đọc. "
        "Hãy kiểm tra đường dẫn rồi thử lại."
    ),
    "text-encoding": N_(
        "Tệp văn bản không ở bảng mã Unicode (có thể là TCVN3, VNI hoặc Windows-1258) nên đọc sẽ "
        "sai dấu. Hãy mở tệp, chọn Lưu thành (Save as) với bảng mã UTF-8 rồi gửi lại."
    ),
    "text-binary": N_(
        "Tệp có đuôi txt nhưng không phải là văn bản. Hãy gửi đúng tệp docx, pdf hoặc txt."
    ),
    "text-empty": N_("Tệp không có chữ nào. Hãy kiểm tra lại tệp rồi gửi lại."),
    "word-broken": N_(
        "Tệp docx bị hỏng hoặc không phải tệp Word. "
        "Hãy mở bằng Word, lưu lại thành docx rồi gửi lại."
    ),
    "word-empty": N_("Tệp docx không có chữ nào. Hãy kiểm tra lại tệp rồi gửi lại."),
    "pdf-broken": N_(
        "Tệp pdf bị hỏng nên không đọc được. Hãy xuất lại pdf từ bản gốc rồi gửi lại."
    ),
    "pdf-password": N_("Tệp pdf có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại."),
    "pdf-pages": N_("Tệp pdf dài quá 500 trang. Hãy tách tệp rồi gửi lại."),
    "pdf-scan": N_(
        "Tệp pdf chỉ có ảnh chụp, không có lớp chữ. Hãy gửi bản docx hoặc pdf xuất từ máy tính."
    ),
}


class UnreadableFile(Exception):
    """The file cannot be read; ``code`` names why, the message is its sentence with the remedy."""

    def __init__(self, code: str) -> None:
        """Take the sentence of a code; raises KeyError for a code without one."""
        super().__init__(SENTENCES[code])
        self.code = code


@dataclass(frozen=True)
class LayoutHint:
    """Where in the text a page or a table begins: ``kind`` page or table, offset in the text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class ReadText:
    """The text of a file and the places where pages and tables stand in it."""

    text: str
    layout: tuple[LayoutHint, ...] = field(default=())
