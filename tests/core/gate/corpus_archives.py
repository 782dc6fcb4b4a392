"""Kinds of security.md §3.5: control, broken, wrong type, polyglot, locked, archive paths."""

from functools import partial

from tests.core.gate.case import Case
from tests.core.gate.packages import (
    PACKAGE,
    Entry,
    archive,
    cell,
    content_types,
    docx,
    docx_parts,
    packed,
    relations,
    xlsx,
    xlsx_parts,
)
from tests.core.gate.papers import compound, jpg, pdf, png

PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + b"\0" * 200
PAGE = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def _without(parts: dict, name: str) -> bytes:
    return packed({key: value for key, value in parts.items() if key != name})


def _with_member(name: str, **options) -> bytes:
    return packed(docx_parts(), Entry(name, b"x", **options))


def _short_directory() -> bytes:
    whole = docx()
    at = whole.find(b"PK\x01\x02")
    return whole[:at] + whole[at + 60 :]


def _symlink() -> bytes:
    return packed(docx_parts(), Entry("word/link", b"/etc/passwd", attributes=0o120777 << 16))


def _core_date(day: str) -> bytes:
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    core = (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>{day}</dcterms:created>'
        "</cp:coreProperties>"
    )
    return docx(types={"docProps/core.xml": kind}, extra={"docProps/core.xml": core})


def _false_end() -> bytes:
    """The true end record carries a comment that is an end record of its own."""
    inner = b"PK\x05\x06" + b"\0" * 18
    return packed(docx_parts(), comment=inner)


CONTROL = [
    Case("control-docx", "ke-hoach.docx", docx, "accept"),
    Case("control-xlsx", "so-lieu.xlsx", xlsx, "accept"),
    Case("control-pdf", "ke-hoach.pdf", pdf, "accept"),
    Case("control-png", "anh.png", png, "accept"),
    Case("control-jpg", "anh.jpg", jpg, "accept"),
    Case("control-txt", "ke-hoach.txt", "Kế hoạch số 12/KH-UBND".encode, "accept"),
    Case("control-csv", "so-lieu.csv", 'xã,số\n"An, Bình",3\n'.encode, "accept"),
    Case("control-without-ending", "ke-hoach", docx, "accept"),
]

BROKEN = [
    Case("empty-docx", "a.docx", bytes, code="empty"),
    Case("empty-pdf", "a.pdf", bytes, code="empty"),
    Case("one-byte", "a.docx", partial(bytes, b"P"), code="too-short"),
    Case("cut-at-60-percent", "a.docx", lambda: docx()[: len(docx()) * 6 // 10], code="zip-broken"),
    Case("no-end-record", "a.docx", lambda: docx()[:-22], code="zip-broken"),
    Case("short-directory", "a.docx", _short_directory),
    Case("count-too-large", "a.docx", lambda: archive([Entry("a", b"a")], count=3)),
    Case(
        "bad-crc", "a.docx", lambda: packed(docx_parts(), Entry("word/x.xml", b"<a/>", crc=1)),
        code="zip-crc",
    ),
    Case("method-99", "a.docx", lambda: _with_member("word/x", method=99), code="zip-method"),
    Case(
        "no-content-types", "a.docx", lambda: _without(docx_parts(), "[Content_Types].xml"),
        code="package-broken",
    ),
    Case(
        "no-main-part", "a.docx", lambda: _without(docx_parts(), "word/document.xml"),
        code="package-broken",
    ),
    Case("unclosed-xml", "a.docx", lambda: docx("<w:p><w:r>"), code="xml-broken"),
    Case(
        "missing-shared-string", "a.xlsx", lambda: xlsx(cell("A1", "7", "s")),
        code="package-broken",
    ),
    Case(
        "negative-row", "a.xlsx", lambda: xlsx('<row r="-1"><c><v>1</v></c></row>'),
        code="sheet-value",
    ),
    Case("not-a-number", "a.xlsx", lambda: xlsx(cell("A1", "NaN")), code="sheet-value"),
    Case("number-without-end", "a.xlsx", lambda: xlsx(cell("A1", "1e400")), code="sheet-value"),
    Case("reference-beyond-sheet", "a.xlsx", lambda: xlsx(cell("ZZZ1", "1")), code="sheet-value"),
    Case(
        "impossible-date-text", "a.xlsx", lambda: xlsx(cell("A1", "2026-02-30", "d")),
        code="sheet-value",
    ),
    Case(
        "impossible-date-serial", "a.xlsx", lambda: xlsx(cell("A1", "99999999", style="1")),
        code="sheet-value",
    ),
    Case(
        "impossible-date-property", "a.docx", lambda: _core_date("2026-13-45T00:00:00Z"),
        code="package-broken",
    ),
    Case("possible-date-property", "a.docx", lambda: _core_date("2026-02-28T07:00:00Z"), "accept"),
]  # fmt: skip

WRONG_TYPE = [
    Case("pdf-as-docx", "a.docx", pdf, code="type-mismatch"),
    Case("docx-as-pdf", "a.pdf", docx, code="type-mismatch"),
    Case("xlsx-as-docx", "a.docx", xlsx, code="type-mismatch"),
    Case("docx-as-xlsx", "a.xlsx", docx, code="type-mismatch"),
    Case("program-as-pdf", "a.pdf", partial(bytes, PROGRAM), code="program"),
    Case("html-as-docx", "a.docx", partial(bytes, PAGE), code="type-mismatch"),
    Case("text-as-xlsx", "a.xlsx", partial(bytes, b"a,b\n1,2\n"), code="type-mismatch"),
    Case("old-word-as-docx", "a.docx", partial(compound, "WordDocument"), code="old-word"),
    Case("old-word", "a.doc", partial(compound, "WordDocument"), code="old-word"),
    Case("old-excel", "a.xls", partial(compound, "Workbook"), code="old-excel"),
    Case("svg-script", "a.svg", partial(bytes, SVG)),
    Case("svg-as-png", "a.png", partial(bytes, SVG), code="type-mismatch"),
    Case("double-ending-program", "a.pdf.exe", pdf, code="double-ending"),
    Case("double-ending-inside", "a.exe.docx", docx, code="double-ending"),
    Case("two-honest-endings", "ke-hoach.pdf.docx", docx, "accept"),
    Case("dots-in-name", "1.KH 12.2026.docx", docx, "accept"),
    Case("rich-text", "a.rtf", partial(bytes, b"{\\rtf1 x}"), code="rtf"),
    Case(
        "open-document", "a.odt",
        lambda: archive([Entry("mimetype", b"application/vnd.oasis.opendocument.text", 0)]),
        code="opendocument",
    ),
    Case("plain-archive", "a.zip", lambda: archive([Entry("a.txt", b"x")])),
]  # fmt: skip

POLYGLOT = [
    Case("pdf-then-zip", "a.pdf", lambda: pdf() + docx(), code="polyglot"),
    Case(
        "pdf-around-zip", "a.pdf", lambda: pdf()[:15] + b"%" + docx() + b"\n" + pdf()[15:],
        code="polyglot",
    ),
    Case("zip-with-pdf-head", "a.docx", lambda: packed({"%PDF-1.7": b"%PDF-1.7", **docx_parts()}),
         code="polyglot"),
    Case("html-then-pdf", "a.pdf", lambda: PAGE + pdf(), code="polyglot"),
    Case("html-in-pdf-head", "a.pdf", lambda: b"%PDF-1.4\n%<script>x</script>\n" + pdf()[9:],
         code="polyglot"),
    Case("gif-script", "a.png", partial(bytes, b"GIF89a/*\x01\0*/=1;alert(1)")),
    Case("gif-script-as-text", "a.txt", partial(bytes, b"GIF89a=1;alert(1)")),
    Case("bytes-after-zip", "a.docx", lambda: docx() + b"<script>", code="zip-trailing-bytes"),
    Case("false-end-in-comment", "a.docx", _false_end, code="zip-trailing-bytes"),
    Case("bytes-after-png", "a.png", lambda: png() + b"<?php", code="polyglot"),
    Case("archive-after-jpg", "a.jpg", lambda: jpg() + docx(), code="polyglot"),
]  # fmt: skip

LOCKED = [
    Case(
        "encrypted-package", "a.docx", partial(compound, "EncryptionInfo", "EncryptedPackage"),
        code="locked",
    ),
    Case("encrypted-member", "a.docx", lambda: _with_member("word/x", flags=1), code="locked"),
]  # fmt: skip

PATHS = [
    Case("parent-path", "a.docx", lambda: _with_member("../../etc/x"), code="zip-path"),
    Case("absolute-path", "a.docx", lambda: _with_member("/etc/x"), code="zip-path"),
    Case("backslash", "a.docx", lambda: _with_member("word\\x.xml"), code="zip-path"),
    Case("drive", "a.docx", lambda: _with_member("C:/x.xml"), code="zip-path"),
    Case("symlink", "a.docx", _symlink, code="zip-symlink"),
    Case(
        "twice-named", "a.docx", lambda: packed(docx_parts(), Entry("word/document.xml", b"<a/>")),
        code="zip-duplicate",
    ),
    Case(
        "case-twin", "a.docx", lambda: packed(docx_parts(), Entry("word/Document.xml", b"<a/>")),
        code="zip-duplicate",
    ),
    Case("nul-in-path", "a.docx", lambda: _with_member("word/a\0.xml"), code="zip-path"),
    Case(
        "relation-out-of-package", "a.docx",
        lambda: packed({**docx_parts(), "word/_rels/document.xml.rels":
                        relations(("image", "../../../../etc/passwd"))}),
        code="zip-path",
    ),
]  # fmt: skip

ODD_PACKAGES = [
    Case(
        "two-main-parts", "a.docx",
        lambda: packed({**docx_parts(), "_rels/.rels": relations(
            ("officeDocument", "word/document.xml"), ("officeDocument", "word/document.xml"))}),
        code="package-broken",
    ),
    Case("workbook-without-type", "a.xlsx",
         lambda: packed({**xlsx_parts(), "[Content_Types].xml": content_types({})}),
         code="package-broken"),
]  # fmt: skip

ALL = [*CONTROL, *BROKEN, *WRONG_TYPE, *POLYGLOT, *LOCKED, *PATHS, *ODD_PACKAGES]
