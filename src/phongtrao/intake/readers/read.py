"""Choose the reader for a file."""

from collections.abc import Callable
from pathlib import Path

from phongtrao.intake.readers.plain import read_plain
from phongtrao.intake.readers.portable import read_pdf
from phongtrao.intake.readers.results import ReadText, UnreadableFile
from phongtrao.intake.readers.word import read_word

_READERS: dict[str, Callable[[bytes], ReadText]] = {
    "txt": read_plain,
    "docx": read_word,
    "pdf": read_pdf,
}
KINDS = tuple(_READERS)


def kind_of_name(name: str) -> str:
    """The kind of a file from its name; raises ``UnreadableFile`` for one we do not read."""
    kind = Path(name).suffix.lower().lstrip(".")
    if kind not in _READERS:
        raise UnreadableFile(
            "Tệp này không thuộc loại đọc được (docx, pdf, txt). "
            "Hãy lưu văn bản thành docx hoặc pdf rồi gửi lại."
        )
    return kind


def read(source: Path | str | bytes, kind: str | None = None) -> ReadText:
    """The text of a file. ``kind`` (docx, pdf, txt) is needed for bytes, else the name tells it.

    Raises ``UnreadableFile`` with a Vietnamese sentence, whatever is wrong with the file.
    """
    if isinstance(source, bytes):
        used, data = kind or "", source
    else:
        used = kind or kind_of_name(str(source))
        data = _content(Path(source))
    if used not in _READERS:
        kind_of_name(f"x.{used}")
    return _READERS[used](data)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise UnreadableFile(
            "Không mở được tệp: tệp không có, hoặc không được phép đọc. "
            "Hãy kiểm tra đường dẫn rồi thử lại."
        ) from fault
