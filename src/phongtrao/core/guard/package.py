"""Everything a file says, part by part: the guard's readers for the cage of the upload wall.

``read`` gives the texts, ``judge`` only kinds and places, so that no value leaves the child.
Both are called after the wall has accepted the file: structure and sizes are proven.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.parsers import expat

from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.lawful import Kind, kind_of, only_beyond_lines
from phongtrao.core.guard.markup import text_of_looks, text_of_markup
from phongtrao.core.guard.pictures import text_of_picture
from phongtrao.core.guard.portable import texts_of_pdf
from phongtrao.core.guard.reading import mask, read_text
from phongtrao.core.guard.secrecy import secrecy_in
from phongtrao.core.guard.workbooks import (
    Workbook,
    read_paddings,
    read_strings,
    text_of_sheet,
)

_MARKUP = (".xml", ".rels", ".vml")
# Fixed drawings of a program, with texts of its own and none of the writer.
_NO_TEXT = ("word/theme/", "xl/theme/", "word/fonttable", "[content")
# Of looks only the names and forms are read that a writer may have given.
_LOOKS = ("word/styles", "xl/styles")
# Where a paper begins, and what stands at the head of every page.
_HEADED = re.compile(r"word/(?:document|header)|xl/worksheets/|page \d+$|text$")


@dataclass(frozen=True, slots=True)
class PartText:
    """The text of one part; ``part`` names it: a member of a package, a page, a property."""

    part: str
    text: str


@dataclass(frozen=True, slots=True)
class PartFindings:
    """What the guard found in one part; ``has_text`` tells a scan from a paper.

    ``is_beyond_lines``: it is a lawful list, and only what its lines say too much was found.
    """

    part: str
    has_text: bool
    findings: list[Finding]
    is_beyond_lines: bool = False


def read(path: Path, kind: str | None) -> list[PartText]:
    """All texts of an accepted file of ``kind`` (docx, xlsx, pdf, txt, csv, png, jpg).

    Raises ValueError for a file that can not be read whole.
    """
    data = path.read_bytes()
    if kind in {"docx", "xlsx"}:
        return list(_office_parts(path))
    if kind == "pdf":
        return [PartText(part, text) for part, text in texts_of_pdf(data) if text.strip()]
    if kind in {"png", "jpg"}:
        return [PartText("picture", text_of_picture(data))]
    return [PartText("text", _decoded(data))]


def read_package(path: Path, kind: str | None) -> list[PartText]:
    """The same as ``read``, by the name other packages know it under."""
    return read(path, kind)


def judge(path: Path, kind: str | None) -> list[PartFindings]:
    """Findings of every part.  Raises ValueError for a file that can not be read whole."""
    return judge_parts(read(path, kind), kind)


def judge_parts(parts: list[PartText], kind: str | None) -> list[PartFindings]:
    """Findings of parts that have been read already, or of the pages of a scan (``pdf``)."""
    judged: list[PartFindings] = []
    within: Kind | None = None
    for part in parts:
        judged.append(judge_part(part, within=within))
        # A list goes on over the pages of a PDF; the parts of a package stand alone.
        within = (kind_of(part.text) or within) if kind == "pdf" else None
    return judged


def judge_part(part: PartText, *, within: Kind | None = None) -> PartFindings:
    """Findings of one part; ``within`` is the kind of lawful list of the pages before it."""
    findings = read_text(part.text, within=within)
    if _HEADED.match(part.part.lower()):
        findings = [*secrecy_in(part.text), *findings]
    is_beyond = only_beyond_lines(part.text, findings, within=within)
    return PartFindings(part.part, bool(part.text.strip()), findings, is_beyond)


def _decoded(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if wide else "utf-8-sig", "replace")


def _office_parts(path: Path) -> Iterator[PartText]:
    """Every member of a package: prose, sheets, notes, comments, properties, pictures."""
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        workbook = _workbook(archive, names)
        remarks = _remarks(archive)
        if remarks.strip():
            yield PartText("comment of the package", remarks)
        for name in names:
            if name.lower().startswith(_NO_TEXT):
                continue
            shown = mask(name, read_text(name))
            if shown != name:
                yield PartText(shown, name)
            text = _member_text(archive.read(name), name, workbook)
            if text.strip():
                yield PartText(shown, text)


def _remarks(archive: zipfile.ZipFile) -> str:
    """What a packer has written beside the package and its members."""
    remarks = [archive.comment, *(member.comment for member in archive.infolist())]
    return "\n".join(remark.decode("utf-8", "replace") for remark in remarks if remark)


def _workbook(archive: zipfile.ZipFile, names: list[str]) -> Workbook:
    """Strings and formats that the cells point at."""
    workbook = Workbook()
    for name in names:
        tail = name.lower().rpartition("/")[2]
        if tail == "sharedstrings.xml":
            workbook.strings = read_strings(archive.read(name))
        elif tail == "styles.xml" and name.lower().startswith("xl/"):
            workbook.paddings = read_paddings(archive.read(name))
    return workbook


def _member_text(data: bytes, name: str, workbook: Workbook) -> str:
    folded = name.lower()
    is_sheet = folded.startswith("xl/") and not folded.startswith("xl/externallinks/")
    if is_sheet and b"sheetData" in data[:1_000_000] and folded.endswith(".xml"):
        try:
            return text_of_sheet(data, workbook)
        except expat.ExpatError as fault:
            raise ValueError("sheet not read") from fault
    if folded.startswith(_LOOKS) and folded.endswith(".xml"):
        return text_of_looks(data)
    if folded.endswith(_MARKUP) or data.lstrip()[:5] == b"<?xml":
        return text_of_markup(data)
    if data.startswith(b"PK\x03\x04"):
        return _inner_text(data)
    return text_of_picture(data) or ""


def _inner_text(data: bytes) -> str:
    """The workbook behind a chart, one level deep."""
    import io

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.lower().endswith(".xml")]
        workbook = _workbook(archive, names)
        texts = (
            _member_text(archive.read(name), name, workbook)
            for name in names
            if not name.lower().startswith(_NO_TEXT)
        )
        return "\n".join(text for text in texts if text.strip())
