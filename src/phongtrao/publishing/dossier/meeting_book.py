"""The book of a meeting as one PDF: what is known, then every approved paper, pages numbered.

Pictures, PDF and Word files become pages; what no reader opens is named with its hash.
"""

import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.utils import translation
from pypdf import PdfReader, PdfWriter

from phongtrao.core import files
from phongtrao.core.errors import Refused
from phongtrao.core.formats import date_vn
from phongtrao.publishing.dossier.portable import copy_pages
from phongtrao.publishing.queries.meeting_books import BookContents, BookPaper

_DATA = Path(__file__).resolve().parent.parent / "data"
_MOST_BYTES = 100_000_000
_Pages = list[tuple[BookPaper, PdfReader | None]]
_WORDS = {
    "book": "Tập tài liệu họp",
    "contents": "Mục lục",
    "contents_columns": ["STT", "Nội dung", "Cơ quan", "Trang"],
    "named": "Tệp kèm theo không in được thành trang",
    "named_columns": ["Tên tệp", "Dung lượng (byte)", "SHA-256"],
}


def book_pdf(contents: BookContents, told: Callable[[int], None]) -> tuple[bytes, int]:
    """The book, and how many files are only named; `told` hears how many papers are through."""
    with translation.override("vi"):
        papers = _papers(contents.papers, told)
        # Where the papers begin is known only when the pages before them are set.
        own = PdfReader(io.BytesIO(_set(contents, papers, 0)))
        own = PdfReader(io.BytesIO(_set(contents, papers, len(own.pages))))
        writer = PdfWriter()
        writer.append(own, import_outline=True)
        for paper, pages in papers:
            if pages is not None:
                writer.append(pages, outline_item=paper.title, import_outline=False)
        _number(writer)
        writer.add_metadata({"/Title": f"{_WORDS['book']}: {contents.meeting.title}"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue(), sum(pages is None for _paper, pages in papers)


def _papers(rows: Sequence[BookPaper], told: Callable[[int], None]) -> _Pages:
    found: _Pages = []
    room = _MOST_BYTES
    for count, paper in enumerate(rows, start=1):
        room -= paper.file.size
        found.append((paper, _read(paper) if room >= 0 else None))
        told(count)
    return found


def _read(paper: BookPaper) -> PdfReader | None:
    try:
        data = files.read(paper.file)
    except Refused:
        return None
    return copy_pages(paper.file, data, is_own=True)


def _set(contents: BookContents, papers: _Pages, before: int) -> bytes:
    # Typst starts in 0.1 s and most processes never print: imported where it is used.
    import typst

    data = json.dumps(_words(contents, papers, before), ensure_ascii=False)
    sheet = (_DATA / "meeting_book.typ").read_bytes()
    return typst.compile(sheet, format="pdf", sys_inputs={"book": data})


def _words(contents: BookContents, papers: _Pages, before: int) -> dict[str, Any]:
    meeting = contents.meeting
    parts = [part for part in (_agenda(contents), _invited(contents), _before(contents)) if part]
    items: list[dict[str, Any]] = [
        {"title": part["title"], "body": "", "page": 0, "anchor": part["anchor"], "note": ""}
        for part in parts
    ]
    at = before + 1
    for paper, pages in papers:
        title = f"{paper.title} ({paper.section})" if paper.section else paper.title
        note = "" if pages else "kèm theo"
        page = at if pages is not None and before else 0
        at += len(pages.pages) if pages is not None else 0
        items.append({"title": title, "body": paper.body, "page": page, "anchor": "", "note": note})
    return {
        "words": _WORDS,
        "title": meeting.title,
        "issuer": meeting.body.name,
        "lead": ", ".join(filter(None, (f"Ngày {date_vn(meeting.held_on)}", meeting.venue))),
        "items": [item | {"n": n} for n, item in enumerate(items, start=1)],
        "parts": parts,
        "named": [
            [paper.file.name, str(paper.file.size), paper.file.sha256]
            for paper, pages in papers
            if pages is None
        ],
    }


def _agenda(contents: BookContents) -> dict[str, Any] | None:
    rows = [
        [str(n), row.content, row.presenter, str(row.minutes or "")]
        for n, row in enumerate(contents.agenda, start=1)
    ]
    columns = ["STT", "Nội dung", "Trình bày", "Phút"]
    return _part("agenda", "Chương trình họp", columns, [0, 3, 2, 0], rows)


def _invited(contents: BookContents) -> dict[str, Any] | None:
    rows = [
        [str(n), row.body.name, row.post, str(row.seats), str(row.get_reply_display())]
        for n, row in enumerate(contents.invited, start=1)
    ]
    columns = ["STT", "Cơ quan", "Chức vụ", "Số người", "Trả lời"]
    return _part("invited", "Thành phần mời dự", columns, [0, 3, 2, 0, 2], rows)


def _before(contents: BookContents) -> dict[str, Any] | None:
    rows = [
        [
            date_vn(row.entry.held_on),
            row.text,
            row.body.name if row.body else "",
            date_vn(row.task.due_on if row.task else row.due_on),
            "Đã giao nhiệm vụ" if row.task else "Chưa giao",
        ]
        for row in contents.before
    ]
    columns = ["Ngày họp", "Kết luận", "Cơ quan thực hiện", "Thời hạn", "Tình trạng"]
    return _part("before", "Kết luận các kỳ trước còn mở", columns, [0, 3, 2, 0, 1], rows)


def _part(
    anchor: str, title: str, columns: list[str], widths: list[int], rows: list[list[str]]
) -> dict[str, Any] | None:
    if not rows:
        return None
    return {
        "anchor": anchor, "title": title, "columns": columns, "widths": widths, "rows": rows,
    }  # fmt: skip


def _number(writer: PdfWriter) -> None:
    """Put the number of each page at its foot, over whatever the paper shows there."""
    import typst

    for page in writer.pages:
        page.transfer_rotation_to_content()
    sizes = [[float(page.mediabox.width), float(page.mediabox.height)] for page in writer.pages]
    made = typst.compile(
        (_DATA / "page_numbers.typ").read_bytes(), format="pdf",
        sys_inputs={"pages": json.dumps(sizes)},
    )  # fmt: skip
    for page, number in zip(writer.pages, PdfReader(io.BytesIO(made)).pages, strict=True):
        page.merge_translated_page(number, float(page.mediabox.left), float(page.mediabox.bottom))
