"""Portable documents (pdf) with a text layer. Scans have none and are refused with the remedy."""

import io
import logging

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from phongtrao.intake.readers.results import MAX_PAGES, LayoutHint, ReadText, UnreadableFile

# pypdf reports every oddity of a file to this logger; the officer gets one sentence instead.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(data: bytes) -> ReadText:
    """The text of a pdf, pages apart by a form feed's place taken by an empty line."""
    try:
        document = PdfReader(io.BytesIO(data))
        # A paper locked against copying only has an empty password: everyone may read it.
        if document.is_encrypted and not document.decrypt(""):
            raise UnreadableFile("pdf-password")
        if len(document.pages) > MAX_PAGES:
            raise UnreadableFile("pdf-pages")
        pages = [page.extract_text() or "" for page in document.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as fault:
        raise UnreadableFile("pdf-broken") from fault
    except (RecursionError, OverflowError, OSError, NotImplementedError) as fault:
        raise UnreadableFile("pdf-broken") from fault
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
        raise UnreadableFile("pdf-scan")
    return ReadText(text.rstrip("\n") + "\n", tuple(hints))
