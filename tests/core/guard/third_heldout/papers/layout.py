"""The fixed frame of a state paper: letterhead, title, body, tables, signature."""

import io
import random
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from tests.core.guard.third_heldout.honest import filled
from tests.core.guard.third_heldout.packing import pack, unpack

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def opened() -> Docx:
    """A document in the font papers are written in."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    return document


def letterhead(document: Docx, rng: random.Random, issuer: str, about: str = "") -> None:
    """Issuer and number on the left, motto, place and date on the right."""
    row = document.add_table(rows=1, cols=2).rows[0]
    number = filled(rng, "Số: {p_doc}")
    row.cells[0].text = f"{issuer}\n{number}" + (f"\n{about}" if about else "")
    row.cells[1].text = f"{MOTTO}\n" + filled(rng, "{tinh}, ngày {dd} tháng {month} năm {year}")


def title(document: Docx, heading: str, about: str) -> None:
    """The kind of the paper and what it is about, in the middle."""
    for text in (heading, about):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = True


def table(document: Docx, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A ruled table with one header row."""
    made = document.add_table(rows=1, cols=len(columns))
    made.style = "Table Grid"
    for cell, text in zip(made.rows[0].cells, columns, strict=True):
        cell.text = text
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.text = text


def signature(document: Docx, rng: random.Random) -> None:
    """Receivers on the left, office and name of the signer on the right."""
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text = filled(
        rng, "Nơi nhận:\n- {office};\n- UBND các xã, phường;\n- Lưu: VT, ({n}b)."
    )
    row.cells[1].text = filled(rng, "KT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\n\n{person}")


def saved(document: Docx) -> bytes:
    """The bytes of the document, the same each time."""
    target = io.BytesIO()
    document.save(target)
    return pack(unpack(target.getvalue()))
