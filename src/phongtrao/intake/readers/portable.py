"""Portable documents (pdf) with a text layer. Scans have none and are refused with the remedy."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from phongtrao.intake.readers.results import LayoutHint, ReadText, UnreadableFile

# pypdf reports every oddity of a file to this logger; the officer gets one sentence instead.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)
_BROKEN = "Tệp pdf bị hỏng nên không đọc được. Hãy xuất lại pdf từ bản gốc rồi gửi lại."
MAX_PAGES = 500


def read_pdf(data: bytes) -> ReadText:
    """The text of a pdf, pages apart by a form feed's place taken by an empty line."""
    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted:
            raise UnreadableFile("Tệp pdf có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.")
        if len(document.pages) > MAX_PAGES:
            raise UnreadableFile(f"Tệp pdf dài quá {MAX_PAGES} trang. Hãy tách tệp rồi gửi lại.")
        pages = [page.extract_text() or "" for page in document.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as fault:
        raise UnreadableFile(_BROKEN) from fault
    except (RecursionError, OverflowError, OSError, NotImplementedError) as fault:
        raise UnreadableFile(_BROKEN) from fault
    return _joined(pages)


def _joined(pages: list[str]) -> ReadText:
    text, hints = "", list[LayoutHint]()
    for page in pages:
        start = len(text)
        # A broken font table can give lone surrogates, which no file or screen can take.
        clean = page.encode("utf-8", "replace").decode("utf-8")
        text += clean.rstrip() + "\n\n"
        hints.append(LayoutHint("page", start, len(text)))
    if not text.strip():
        raise UnreadableFile(
            "Tệp pdf chỉ có ảnh chụp, không có lớp chữ. Hãy gửi bản docx hoặc pdf xuất từ máy tính."
        )
    return ReadText(text.rstrip("\n") + "\n", tuple(hints))
