"""Plain text: UTF-8 (with or without mark) and UTF-16 with mark. Other encodings are refused."""

import codecs

from phongtrao.intake.readers.results import ReadText, UnreadableFile

_SAVE_AS_UTF8 = (
    "Tệp văn bản không ở bảng mã Unicode (có thể là TCVN3, VNI hoặc Windows-1258) nên đọc sẽ sai dấu. "
    "Hãy mở tệp, chọn Lưu thành (Save as) với bảng mã UTF-8 rồi gửi lại."
)


def read_plain(data: bytes) -> ReadText:
    """The text of a txt file; raises ``UnreadableFile`` for another encoding or a binary file."""
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
        else:
            text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableFile(_SAVE_AS_UTF8) from fault
    if "\x00" in text:
        raise UnreadableFile(
            "Tệp có đuôi txt nhưng không phải là văn bản. Hãy gửi đúng tệp docx, pdf hoặc txt."
        )
    if not text.strip():
        raise UnreadableFile("Tệp không có chữ nào. Hãy kiểm tra lại tệp rồi gửi lại.")
    return ReadText(text)
