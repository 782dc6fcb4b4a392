"""A Word file as PDF by LibreOffice, and on which pages its headings stand."""

import hashlib
import io
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from pypdf import PdfReader

_SECONDS = 240
_EXPORT = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
_MOMENT = re.compile(rb"(/CreationDate\(D:)\d{14}")
_IDENTITY = re.compile(rb"(?<=<)[0-9A-F]{32}(?=>\s*(?:<|\]))|(?<=/DocChecksum /)[0-9A-F]{32}")


def printed(word: bytes) -> bytes:
    """The PDF of a Word file, with an outline of its headings.

    Raises RuntimeError with a sentence when LibreOffice is not there or gives no PDF.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise RuntimeError("Thiếu LibreOffice. Hãy cài: apt-get install libreoffice-writer-nogui")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "guide.docx"
        source.write_bytes(word)
        own = f"-env:UserInstallation={(Path(folder) / 'office').as_uri()}"
        order = [program, own, "--headless", "--convert-to", _EXPORT, "--outdir", folder]
        subprocess.run(
            [*order, str(source)],
            check=True,
            capture_output=True,
            timeout=_SECONDS,
            env={**os.environ, "TZ": "UTC"},
        )
        made = source.with_suffix(".pdf")
        if not made.is_file():
            raise RuntimeError("LibreOffice không in được bản PDF.")
        return timeless(made.read_bytes())


def timeless(pdf: bytes) -> bytes:
    """The same PDF without the moment of printing: date and identity follow from the content.

    Nothing changes its length, so every address within the file stays right.
    """
    pdf = _MOMENT.sub(rb"\g<1>20000101000000", pdf)
    pdf = _IDENTITY.sub(lambda found: b"0" * len(found.group()), pdf)
    mark = hashlib.sha256(pdf).hexdigest()[:32].upper().encode()
    return re.sub(rb"(?<=<)0{32}(?=>)|(?<=/)0{32}(?=\b)", mark, pdf)


def heading_pages(pdf: bytes) -> list[int]:
    """The page, from 1, of each entry of the outline, in order."""
    reader = PdfReader(io.BytesIO(pdf))
    return [
        (reader.get_destination_page_number(entry) or 0) + 1
        for entry in reader.outline
        if not isinstance(entry, list)
    ]
