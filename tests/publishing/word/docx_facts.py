"""What a Word file says about its own layout, read back for the tests with python-docx and zip."""

import io
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from phongtrao.publishing.word.layout_profile import LayoutProfile

CONVERSION_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Looks:
    """The effective letters of a paragraph, its style and its alignment."""

    style: str
    size: float
    bold: bool
    italic: bool
    align: str


def opened(content: bytes) -> WordDocument:
    """The file as python-docx reads it."""
    return Document(io.BytesIO(content))


def part(content: bytes, name: str) -> str:
    """One part of the package as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode("utf-8")


def part_names(content: bytes) -> list[str]:
    """The parts of the package in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.namelist()


def all_paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    """Every paragraph of the body, those in tables included, in order."""
    for element in document.element.body.iter(qn("w:p")):
        yield Paragraph(element, document)


def text_of(content: bytes) -> str:
    """All text of the body, one paragraph a line."""
    return "\n".join(paragraph.text for paragraph in all_paragraphs(opened(content)))


def paragraph_with(document: WordDocument, start: str) -> Paragraph:
    """The first paragraph whose text begins with `start`."""
    return next(p for p in all_paragraphs(document) if p.text.startswith(start))


def looks(paragraph: Paragraph) -> Looks:
    """Effective look of the first run: its own marks, else those of the style."""
    style, first = paragraph.style, paragraph.runs[0]
    size = first.font.size or style.font.size
    bold = style.font.bold if first.bold is None else first.bold
    italic = style.font.italic if first.italic is None else first.italic
    own = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    jc = own if own is not None else style.element.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    return Looks(style.style_id, size.pt, bool(bold), bool(italic), jc.get(qn("w:val")))


def margin_faults(content: bytes, profile: LayoutProfile) -> list[str]:
    """Sections whose paper or margins differ from the profile by more than a tenth of a mm."""
    page, faults = profile.page, []
    for place, section in enumerate(opened(content).sections, 1):
        sides = sorted((page.width.value, page.height.value), reverse=section.orientation == 1)
        wanted = (
            (section.page_width, sides[0]),
            (section.page_height, sides[1]),
            (section.top_margin, page.top.value),
            (section.bottom_margin, page.bottom.value),
            (section.left_margin, page.left.value),
            (section.right_margin, page.right.value),
        )
        faults += [f"{place}: {got.mm} for {mm}" for got, mm in wanted if abs(got.mm - mm) > 0.1]
    return faults


def table_faults(content: bytes) -> list[str]:
    """Tables whose cells do not add up to their grid, or that are wider than their page."""
    faults = []
    for place, table in enumerate(opened(content).element.body.iter(qn("w:tbl")), 1):
        grid = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        for row in table.iter(qn("w:tr")):
            cells = sum(int(width.get(qn("w:w"))) for width in row.iter(qn("w:tcW")))
            if cells != sum(grid):
                faults.append(f"table {place}: a row of {cells} in a grid of {sum(grid)}")
    return faults


def converted(content: bytes, folder: Path) -> Path:
    """The file as LibreOffice prints it; its own profile folder, so that runs do not disturb."""
    source = folder / "paper.docx"
    source.write_bytes(content)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'office').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=CONVERSION_SECONDS,
    )
    return folder / "paper.pdf"


def printed(pdf: Path) -> list[str]:
    """The text of every page, laid out as on paper."""
    output = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    return output.split("\f")[:-1]


def font_families(pdf: Path) -> set[str]:
    """Families embedded in a PDF, without subset prefix and cut."""
    output = subprocess.run(
        ["pdffonts", str(pdf)], check=True, capture_output=True, text=True
    ).stdout
    names = [line.split()[0] for line in output.splitlines()[2:]]
    return {name.split("+")[-1].split("-")[0] for name in names}
