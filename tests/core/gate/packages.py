"""Builders of archives and Office packages for the hostile corpus: bounded, the same each time."""

import struct
import zlib
from dataclasses import dataclass

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
Parts = dict[str, bytes | str]


@dataclass
class Entry:
    """One archive member; every figure can be made to lie."""

    name: str
    data: bytes
    method: int = 8
    size: int | None = None
    crc: int | None = None
    flags: int = 0
    attributes: int = 0
    repeat: int = 1  # so many directory entries of one name for the same bytes


def archive(entries: list[Entry], *, comment: bytes = b"", count: int | None = None) -> bytes:
    """An archive of ``entries``; ``count`` overrides what the end record says."""
    body, directory, number = bytearray(), bytearray(), 0
    for entry in entries:
        offset = len(body)
        packed = _packed(entry)
        crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
        size = len(entry.data) if entry.size is None else entry.size
        name = entry.name.encode()
        flags = entry.flags | (0 if name.isascii() else 0x800)
        figures = struct.pack("<HHIIII", flags, entry.method, 0x5821, crc, len(packed), size)
        body += b"PK\x03\x04" + struct.pack("<H", 20) + figures
        body += struct.pack("<HH", len(name), 0) + name + packed
        for _ in range(entry.repeat):
            directory += b"PK\x01\x02" + struct.pack("<HH", 0x0314, 20) + figures
            directory += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, entry.attributes, offset)
            directory += name
            number += 1
    total = number if count is None else count
    end = struct.pack("<HHHHIIH", 0, 0, total, total, len(directory), len(body), len(comment))
    return bytes(body + directory) + b"PK\x05\x06" + end + comment


def overlapping(count: int, content: bytes) -> bytes:
    """Stored members, each of which contains the next one with its header: ``count`` layers."""
    body, directory, lengths = content, b"", []
    for number in range(count):
        name = f"word/{number:04d}".encode()
        figures = struct.pack("<HHIIII", 0, 0, 0x5821, zlib.crc32(body), len(body), len(body))
        head = b"PK\x03\x04" + struct.pack("<H", 20) + figures + struct.pack("<HH", 9, 0) + name
        body = head + body
        lengths.append((name, figures, len(body)))
    for name, figures, length in lengths:
        directory += b"PK\x01\x02" + struct.pack("<HH", 0x0314, 20) + figures
        directory += struct.pack("<HHHHHII", 9, 0, 0, 0, 0, 0, len(body) - length) + name
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end


def _packed(entry: Entry) -> bytes:
    if entry.method != 8:
        return entry.data
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    return stream.compress(entry.data) + stream.flush()


def packed(parts: Parts, *extra: Entry, comment: bytes = b"") -> bytes:
    """A package of ``parts`` with further raw entries."""
    entries = [Entry(name, _bytes(content)) for name, content in parts.items()]
    return archive([*entries, *extra], comment=comment)


def _bytes(content: bytes | str) -> bytes:
    return content.encode() if isinstance(content, str) else content


def content_types(overrides: dict[str, str]) -> str:
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def relations(*rows: tuple[str, str] | tuple[str, str, str]) -> str:
    """Relations of (kind, target) or (kind, target, mode); the kind is the last part of a type."""
    items = []
    for number, row in enumerate(rows, 1):
        mode = f' TargetMode="{row[2]}"' if len(row) == 3 else ""
        kind = row[0] if "://" in row[0] else f"{OFFICE}/{row[0]}"
        items.append(f'<Relationship Id="rId{number}" Type="{kind}" Target="{row[1]}"{mode}/>')
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(items)}</Relationships>'


def word_body(inner: str, *, before: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document xmlns:w="{WORD}" '
        f'xmlns:r="{OFFICE}" xmlns:o="urn:schemas-microsoft-com:office:office">'
        f"<w:body>{inner}</w:body></w:document>"
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx_parts(
    inner: str = paragraph("Kế hoạch phối hợp năm 2026"),
    *,
    before: str = "",
    main: str = WORD_MAIN,
    types: dict[str, str] | None = None,
    rels: tuple = (),
) -> Parts:
    """The parts of a small Word document; each argument bends one thing."""
    parts: Parts = {
        "[Content_Types].xml": content_types({"word/document.xml": main, **(types or {})}),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": word_body(inner, before=before),
    }
    if rels:
        parts["word/_rels/document.xml.rels"] = relations(*rels)
    return parts


def docx(*args, extra: Parts | None = None, **options) -> bytes:
    return packed({**docx_parts(*args, **options), **(extra or {})})


def xlsx_parts(
    rows: str = '<row r="1"><c r="A1"><v>1</v></c></row>',
    *,
    after: str = "",
    dimension: str = "",
    styles: str = "",
    strings: str = "",
    types: dict[str, str] | None = None,
    rels: tuple = (),
    sheets: int = 1,
    main: str = SHEET_MAIN,
) -> Parts:
    """The parts of a small workbook; each argument bends one thing."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    names = "".join(f'<sheet name="T{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, sheets + 1))
    parts: Parts = {
        "[Content_Types].xml": content_types(
            {
                "xl/workbook.xml": main,
                "xl/worksheets/sheet1.xml": f"{kind}.worksheet+xml",
                "xl/styles.xml": f"{kind}.styles+xml",
                "xl/sharedStrings.xml": f"{kind}.sharedStrings+xml",
                **(types or {}),
            }
        ),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            *rels,
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}">'
        + (styles or '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>')
        + "</styleSheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}">{dimension}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>",
    }
    return parts


def xlsx(*args, extra: Parts | None = None, **options) -> bytes:
    return packed({**xlsx_parts(*args, **options), **(extra or {})})


def cell(reference: str, value: str, kind: str = "", style: str = "") -> str:
    kind = f' t="{kind}"' if kind else ""
    style = f' s="{style}"' if style else ""
    return f'<row r="1"><c r="{reference}"{kind}{style}><v>{value}</v></c></row>'


def inline(*texts: str) -> str:
    cells = "".join(
        f'<c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c>' for n, text in enumerate(texts, 1)
    )
    return f"<row>{cells}</row>"
