"""Whole docx papers of eight genres in the layout of state papers, with their right verdict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from random import Random
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH

from . import invent
from .honest import SLOTS, fill
from .material import load
from .model import Paper

_SEED = 411
_BODIES = ("ỦY BAN NHÂN DÂN XÃ {xa}", "BAN CHỈ ĐẠO 138 XÃ {xa}", "ỦY BAN MTTQ VIỆT NAM XÃ {xa}")


def _paused(rng: Random, phone: str) -> str:
    return rng.choice([phone, f"{phone[:4]}.{phone[4:7]}.{phone[7:]}", f"{phone[:4]} {phone[4:]}"])


_PRIVATE: dict[str, Callable[[Random], str]] = {
    "cccd": invent.cccd,
    "didong": lambda rng: _paused(rng, invent.mobile(rng)),
    "codinh": invent.landline,
    "bank": invent.bank,
    "bhyt": invent.bhyt,
    "bienso": invent.plate,
    "namsinh": lambda rng: str(rng.randint(1941, 2007)),
    "ngaysinh": lambda rng: (
        f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{rng.randint(1941, 2007)}"
    ),
    "mailngoai": lambda rng: invent.mail(rng, load("wording")["mail_hosts"]),
}
_ALL = SLOTS | _PRIVATE


def _head(document: DocxDocument, rng: Random, genre: dict[str, Any], stamp: str | None) -> None:
    """Write the two-column head: issuer and number, state motto, place and date."""
    cells = document.add_table(rows=2, cols=2).rows
    cells[0].cells[0].text = fill(rng, rng.choice(_BODIES)).upper()
    cells[0].cells[1].text = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    cells[1].cells[0].text = fill(rng, "Số: {so2}/") + genre["sign"] + "-UBND"
    cells[1].cells[1].text = fill(rng, "{xa}, ngày {so2} tháng {s} năm {nam}")
    if stamp:
        document.add_paragraph().add_run(stamp).bold = True
    for text in (genre["name"], fill(rng, rng.choice(genre["subjects"]))):
        line = document.add_paragraph(text)
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _grid(document: DocxDocument, rng: Random, table: dict[str, str]) -> None:
    """Write a table: its head and six to twelve rows."""
    head = table["head"].split(" | ")
    grid = document.add_table(rows=1, cols=len(head))
    grid.style = "Table Grid"
    for cell, text in zip(grid.rows[0].cells, head, strict=True):
        cell.text = text
    for number in range(1, rng.randint(6, 12)):
        row = fill(rng, table["row"].replace("{stt}", str(number)), _ALL).split(" | ")
        for cell, text in zip(grid.add_row().cells, row, strict=False):
            cell.text = text


def _added(document: DocxDocument, rng: Random, variant: dict[str, Any]) -> None:
    """Write the lines that decide the verdict where the variant wants them."""
    section = document.sections[0]
    for text in variant.get("add", []):
        line = fill(rng, text, _ALL)
        if variant.get("where") == "header":
            section.header.paragraphs[0].text = line
        elif variant.get("where") == "footer":
            section.footer.paragraphs[0].text = line
        else:
            document.add_paragraph(line)


def _foot(document: DocxDocument, rng: Random) -> None:
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "Nơi nhận:\n- Như trên;\n- Lưu: VT."
    post = rng.choice(["CHỦ TỊCH", "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"])
    cells[1].text = f"{post}\n\n{invent.person(rng)}"


def _make(genre: dict[str, Any], variant: dict[str, Any], seed: str) -> bytes:
    """Build one paper; the same seed gives the same text."""
    rng = Random(seed)
    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = genre["name"].capitalize()
    document.core_properties.comments = ""
    _head(document, rng, genre, variant.get("stamp"))
    body = list(genre["body"])
    cut = rng.randint(2, len(body))
    for text in body[:cut]:
        document.add_paragraph(fill(rng, text))
    _added(document, rng, variant)
    for text in body[cut:]:
        document.add_paragraph(fill(rng, text))
    table = variant.get("table", genre["table"])
    if table:
        _grid(document, rng, table)
    _foot(document, rng)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def state_papers() -> Iterator[Paper]:
    """Yield every paper, the same text on every call."""
    for genre_id, genre in load("papers").items():
        for at, variant in enumerate(genre["variants"]):
            for turn in range(variant["times"]):
                paper_id = f"{genre_id}-{at}-{turn}"
                yield Paper(
                    paper_id=paper_id,
                    genre=genre_id,
                    expected=variant["expected"],
                    why=variant["why"],
                    file_name=f"{paper_id}.docx",
                    make=partial(_make, genre, variant, f"{_SEED}-{paper_id}"),
                )
