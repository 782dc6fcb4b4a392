"""Builders of old office files for the tests: real tables and trees, every content of our own."""

import struct
from pathlib import Path

SECTOR = 512
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Tree = dict[str, "bytes | Tree"]


def compound(tree: Tree) -> bytes:
    """A compound file of storages (dictionaries) and streams (bytes, padded to 4 KiB)."""
    entries: list[list] = [["Root Entry", 5, FREE, FREE, FREE, END, 0]]
    contents: list[tuple[int, bytes]] = []
    entries[0][4] = _add(tree, entries, contents)
    directory_sectors = -(-len(entries) * 128 // SECTOR)
    sectors = [TABLE, *_run(1, directory_sectors)]
    body = b""
    for number, content in contents:
        padded = content.ljust(-(-max(len(content), 4096) // SECTOR) * SECTOR, b"\0")
        entries[number][5:] = [len(sectors), len(padded)]
        sectors += _run(len(sectors), len(padded) // SECTOR)
        body += padded
    table = struct.pack("<128I", *(sectors + [FREE] * (128 - len(sectors))))
    directory = b"".join(_entry(*entry) for entry in entries)
    return _header() + table + directory.ljust(directory_sectors * SECTOR, b"\0") + body


def _add(tree: Tree, entries: list[list], contents: list[tuple[int, bytes]]) -> int:
    """Add the members of a storage as a list of right neighbours; returns the first."""
    before, first = None, FREE
    for name, content in tree.items():
        number = len(entries)
        is_storage = isinstance(content, dict)
        entries.append([name, 1 if is_storage else 2, FREE, FREE, FREE, END, 0])
        if before is None:
            first = number
        else:
            entries[before][3] = number
        before = number
        if isinstance(content, dict):
            entries[number][4] = _add(content, entries, contents)
        else:
            contents.append((number, content))
    return first


def _run(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), END]


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, END, 0, END, 0, 0
    )
    return head + struct.pack("<108I", *[FREE] * 108)


def _entry(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    head = letters.ljust(64, b"\0") + struct.pack("<HBB", len(letters) + 2, kind, 1)
    return (
        head + struct.pack("<III", left, right, child) + bytes(36) + struct.pack("<IQ", start, size)
    )


def word(flags: int = 0) -> bytes:
    """The head of a Word text stream."""
    return struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x042A, 0, flags) + bytes(100)


def record(kind: int, content: bytes) -> bytes:
    """One record of a workbook."""
    return struct.pack("<HH", kind, len(content)) + content


def workbook(*records: bytes) -> bytes:
    """The records in front of the sheets of an Excel 97 workbook."""
    return record(0x0809, struct.pack("<HH12x", 0x0600, 5)) + b"".join(records) + record(0x0A, b"")


def sheet_of_kind(kind: int) -> bytes:
    """The record that names one sheet of a workbook."""
    return record(0x85, struct.pack("<IBBBB", 0, 0, kind, 1, 0) + b"A")


def doc(extra: Tree | None = None, flags: int = 0) -> bytes:
    """A Word 97 file without text, with further storages and streams."""
    return compound({"WordDocument": word(flags), "1Table": b"x", **(extra or {})})


def xls(*records: bytes, extra: Tree | None = None) -> bytes:
    """An Excel 97 file without sheets."""
    return compound({"Workbook": workbook(*records), **(extra or {})})


def opendocument(
    content: str,
    *,
    kind: str = "text",
    parts: dict[str, str | bytes] | None = None,
    entries: str = "",
) -> dict[str, str | bytes]:
    """The parts of an OpenDocument package whose body is ``content``."""
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = " ".join(
        f'xmlns:{short}="{names}{long}"'
        for short, long in [
            *((each, f"{each}:1.0") for each in ("office", "text", "table", "script")),
            ("draw", "drawing:1.0"),
        ]
    )
    media = f"application/vnd.oasis.opendocument.{kind}"
    return {
        "mimetype": media,
        "content.xml": (
            f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'office:version="1.3"><office:body><office:{kind}>{content}</office:{kind}>'
            "</office:body></office:document-content>"
        ),
        "META-INF/manifest.xml": (
            f'<manifest:manifest xmlns:manifest="{names}manifest:1.0" manifest:version="1.3">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" '
            f'manifest:media-type="text/xml"/>{entries}</manifest:manifest>'
        ),
        **(parts or {}),
    }


def saved(folder: Path, name: str, data: bytes) -> Path:
    """``data`` as a file."""
    path = folder / name
    path.write_bytes(data)
    return path
