"""A plain Word file and a plain workbook, and the means to add parts to them."""

import io
import re
from functools import cache

from docx import Document
from openpyxl import Workbook

from tests.core.guard.third_heldout.packing import pack, unpack

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT[\d:]+Z")
Parts = dict[str, bytes]


@cache
def _word() -> bytes:
    document = Document()
    document.add_heading("Báo cáo kết quả phong trào", level=1)
    document.add_paragraph("Các đơn vị đã hoàn thành nhiệm vụ được giao trong kỳ.")
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def word() -> Parts:
    """The parts of a plain Word file."""
    return unpack(_word())


def plain_book() -> Workbook:
    """A workbook with one sheet of aggregate figures."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Tổng hợp"
    for row in (["Xã", "Số hộ", "Tỷ lệ (%)"], ["Tân Lập", 1250, 92.5], ["Hòa Phong", 980, 88.1]):
        sheet.append(row)
    return book


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    target = io.BytesIO()
    book.save(target)
    parts = unpack(target.getvalue())
    summary = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = _TIME.sub(b"2025-09-01T08:00:00Z", summary)
    return pack(parts)


def put(parts: Parts, name: str, before: str, xml: str) -> Parts:
    """Put ``xml`` before the first ``before`` of a part."""
    text = parts[name].decode()
    assert before in text, (name, before)
    parts[name] = text.replace(before, xml + before, 1).encode()
    return parts


def declare(parts: Parts, name: str, content_type: str) -> Parts:
    """Declare the content type of a new part."""
    xml = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
    return put(parts, "[Content_Types].xml", "</Types>", xml)


def relate(parts: Parts, rels: str, kind: str, target: str, *, outside: bool = False) -> str:
    """Relate a part to another (or to an address outside); return the id."""
    count = parts[rels].count(b"<Relationship ") if rels in parts else 0
    if rels not in parts:
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        space = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts[rels] = f'{head}<Relationships xmlns="{space}"></Relationships>'.encode()
    name = f"rIdT{count + 1}"
    mode = ' TargetMode="External"' if outside else ""
    xml = f'<Relationship Id="{name}" Type="{kind}" Target="{target}"{mode}/>'
    put(parts, rels, "</Relationships>", xml)
    return name


def add_xml(parts: Parts, name: str, content_type: str, xml: str) -> Parts:
    """Add a part with its declaration."""
    parts[name] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{xml}'.encode()
    return declare(parts, name, content_type)


def packed(parts: Parts) -> bytes:
    """The package."""
    return pack(parts)
