"""The dossier as one PDF: contents list, words of every part, then paper and copies as pages.

The Word files, and a copy that no reader opens, are attached inside the PDF; the table of files
gives the hash of each.
"""

import io
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from PIL import Image, UnidentifiedImageError
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError

from phongtrao.core import files, uploads
from phongtrao.core.errors import Refused
from phongtrao.core.models import StoredFile
from phongtrao.core.uploads import WorkshopError
from phongtrao.publishing.dossier.words import printed
from phongtrao.publishing.queries import Dossier
from phongtrao.publishing.word.pdf import pdf_of

_SHEET = Path(__file__).resolve().parent.parent / "data" / "dossier.typ"
_MOST_BYTES = 100_000_000  # of files in one PDF; what is beyond is named with its hash
# What a damaged copy may raise, and what a Word file that is not printed from here.
_UNREADABLE = (PyPdfError, OSError, ValueError, RecursionError, UnidentifiedImageError)
_UNPRINTABLE = (Refused, WorkshopError, BadZipFile, LookupError, RuntimeError)
_PICTURES = frozenset({"png", "jpg"})


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of the dossier as it goes in: pages to be added, bytes to be attached, or both."""

    stored: StoredFile
    data: bytes
    pages: PdfReader | None

    @property
    def is_attached(self) -> bool:
        """Whether the bytes themselves go in: what is no page, and the Word file behind pages."""
        return self.pages is None or self.stored.kind == "docx"


def dossier_pdf(dossier: Dossier) -> bytes:
    """The whole dossier as one PDF with bookmarks."""
    copies = _copies(dossier)
    # Where the copies begin is known only when the words before them are set.
    own = PdfReader(io.BytesIO(_set(dossier, {}, copies)))
    starts = _starts(copies, len(own.pages))
    own = PdfReader(io.BytesIO(_set(dossier, starts, copies)))
    writer = PdfWriter()
    writer.append(own, import_outline=True)
    for copy in copies:
        if copy.pages is not None:
            writer.append(copy.pages, outline_item=copy.stored.name, import_outline=False)
        if copy.is_attached:
            writer.add_attachment(f"{copy.stored.pk}-{copy.stored.name}", copy.data)
    writer.add_metadata({"/Title": f"{dossier.paper.heading} {dossier.paper.title}"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _set(dossier: Dossier, starts: dict[int, int], copies: Sequence[Copy]) -> bytes:
    # Typst starts in 0.1 s and most processes never print: imported where it is used.
    import typst

    attached = {copy.stored.pk for copy in copies if copy.is_attached}
    data: dict[str, Any] = printed(dossier, starts, attached)
    return typst.compile(
        _SHEET.read_bytes(), format="pdf", sys_inputs={"dossier": json.dumps(data)}
    )


def _copies(dossier: Dossier) -> list[Copy]:
    """The files that go in, as long as there is room; a damaged one is only named."""
    found, room = [], _MOST_BYTES
    paper = dossier.paper
    own = paper.report_file_id if paper.word_template_id is not None else None
    for each in dossier.files:
        room -= each.size
        if room < 0:
            break
        try:
            data = files.read(each)
        except Refused:
            continue
        found.append(Copy(each, data, copy_pages(each, data, is_own=each.pk == own)))
    return found


def copy_pages(stored: StoredFile, data: bytes, *, is_own: bool) -> PdfReader | None:
    """The pages of a copy; None for what has none or cannot be read.

    `is_own`: a Word file made from a body's template, which Typst does not print.
    """
    try:
        if stored.kind in _PICTURES:
            return PdfReader(io.BytesIO(_picture(data)))
        if stored.kind == "docx":
            made = uploads.printed(data) if is_own else pdf_of(data, title=stored.name)
            return PdfReader(io.BytesIO(made))
        if stored.kind == "pdf":
            reader = PdfReader(io.BytesIO(data))
            return reader if not reader.is_encrypted and len(reader.pages) else None
    except (*_UNREADABLE, *_UNPRINTABLE):
        logging.getLogger(__name__).info("dossier.unreadable_copy", extra={"file": stored.pk})
    return None


def _picture(data: bytes) -> bytes:
    out = io.BytesIO()
    with Image.open(io.BytesIO(data)) as picture:
        picture.convert("RGB").save(out, format="PDF", resolution=150)
    return out.getvalue()


def _starts(copies: Sequence[Copy], before: int) -> dict[int, int]:
    """The first page of each copy that has pages, by the key of its file."""
    starts, page = {}, before + 1
    for copy in copies:
        if copy.pages is not None:
            starts[copy.stored.pk] = page
            page += len(copy.pages.pages)
    return starts
