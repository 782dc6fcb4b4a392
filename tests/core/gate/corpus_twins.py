"""Hostile twins of honest kinds: what the wall lets through for one must not open it for these."""

import gzip

from tests.core.gate.case import Case
from tests.core.gate.packages import (
    OFFICE,
    Entry,
    cell,
    docx,
    docx_parts,
    packed,
    relations,
    xlsx,
)

MIB = 1024 * 1024
METAFILE = b"\x01\x00\x00\x00" + b"\0" * 200
PRINTER = "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"
APPLE = '"-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"'
PLIST = f"<!DOCTYPE plist PUBLIC {APPLE}"
WIDE = cell("A1", "1") + cell("XFD1048576", "1")


def _metafile(content: bytes) -> bytes:
    return docx(extra={"word/media/image1.emz": content})


def _printer(content: str, kind: str = PRINTER) -> bytes:
    name = "xl/printerSettings/printerSettings1.bin"
    return xlsx(types={name: kind}, extra={name: content})


def _chart_link(kind: str, source: str = "chart1.xml") -> bytes:
    """A chart, and a relation of ``source`` that leads out of the paper."""
    return docx(
        types={
            "word/charts/chart1.xml": "application/vnd.openxmlformats-officedocument."
            "drawingml.chart+xml"
        },
        extra={
            "word/charts/chart1.xml": "<c/>",
            "word/charts/other.xml": "<c/>",
            f"word/charts/_rels/{source}.rels": relations((kind, "file:///D:/a.xlsx", "External")),
        },
    )


def _by_relation_only() -> bytes:
    """A sheet under another type: readers come to it by its relation."""
    return xlsx(WIDE, types={"xl/worksheets/sheet1.xml": "application/xml"})


def _field_called_properties() -> bytes:
    """A second relation that calls the document by another role must not spare it."""
    rows = relations(("core-properties", "document.xml"))
    return docx('<w:fldSimple w:instr="DDE x y"/>', extra={"word/_rels/b.xml.rels": rows})


def _dde_called_styles() -> bytes:
    name = "xl/externalLinks/externalLink1.xml"
    return xlsx(
        types={name: "application/xml"},
        rels=(("styles", "externalLinks/externalLink1.xml"),),
        extra={name: "<externalLink><ddeLink/></externalLink>"},
    )


def _rooted(name: str, content: bytes = b"<a/>") -> bytes:
    return packed(docx_parts(), Entry(name, content))


def _rooted_relations(kind: str) -> bytes:
    rows = f'<Relationships xmlns="{OFFICE}"><Relationship Id="a" Type="x/{kind}" Target="b"/>'
    return _rooted("/word/_rels/footer1.xml.rels", f"{rows}</Relationships>".encode())


ALL = [
    Case("packed-metafile", "a.docx", lambda: _metafile(gzip.compress(METAFILE)), "accept"),
    Case("packed-metafile-bomb", "a.docx",
         lambda: _metafile(gzip.compress(gzip.compress(METAFILE + b"\0" * (100 * MIB)))),
         code="zip-nested"),
    Case("packed-metafile-grows", "a.docx",
         lambda: _metafile(gzip.compress(METAFILE + b"\0" * (100 * MIB))), code="zip-bomb"),
    Case("packed-archive-as-metafile", "a.docx", lambda: _metafile(gzip.compress(docx())),
         code="zip-nested"),
    Case("packed-metafile-with-tail", "a.docx", lambda: _metafile(gzip.compress(METAFILE) + b"MZ"),
         code="zip-hidden-bytes"),
    Case("packed-metafile-cut", "a.docx", lambda: _metafile(gzip.compress(METAFILE)[:-9]),
         code="zip-broken"),
    Case("packed-metafile-spoilt", "a.docx",
         lambda: _metafile(gzip.compress(METAFILE)[:12] + b"\xff" * 40), code="zip-broken"),
    Case("gzip-of-another-name", "a.docx",
         lambda: docx(extra={"word/media/image1.bin": gzip.compress(METAFILE)}), code="zip-nested"),
    Case("page-setup-of-mac", "a.xlsx", lambda: _printer(f"{PLIST}><plist/>"), "accept"),
    Case("page-setup-with-entity", "a.xlsx",
         lambda: _printer(f'{PLIST} [<!ENTITY x "y">]><plist>&x;</plist>'), code="xml-doctype"),
    Case("page-setup-of-another-place", "a.xlsx",
         lambda: _printer(f"{PLIST.replace('www.apple.com', '127.0.0.1:9')}><plist/>"),
         code="xml-doctype"),
    Case("page-setup-of-another-type", "a.xlsx",
         lambda: _printer(f"{PLIST}><plist/>", "application/octet-stream"), code="xml-doctype"),
    Case("property-list-as-document", "a.docx", lambda: docx(before=f"{PLIST}>"),
         code="xml-doctype"),
    Case("chart-linked-to-workbook", "a.docx", lambda: _chart_link("oleObject"), "accept",
         "links-cut"),
    Case("object-linked-beside-chart", "a.docx", lambda: _chart_link("oleObject", "other.xml"),
         code="ole"),
    Case("control-linked-from-chart", "a.docx", lambda: _chart_link("control"), code="activex"),
    Case("far-cell-in-sheet-of-another-type", "a.xlsx", _by_relation_only, code="sheet-far-cell"),
    Case("field-in-part-called-properties", "a.docx", _field_called_properties, code="field"),
    Case("dde-in-part-called-styles", "a.xlsx", _dde_called_styles, code="dde"),
    Case("date-in-the-past", "a.xlsx", lambda: xlsx(cell("A1", "-12", style="1")), "accept"),
    Case("date-before-the-year-1", "a.xlsx", lambda: xlsx(cell("A1", "-800000", style="1")),
         code="sheet-value"),
    Case("relations-with-leading-slash", "a.docx", lambda: _rooted_relations("theme"), "accept"),
    Case("refused-relations-with-leading-slash", "a.docx",
         lambda: _rooted_relations("vbaProject"), code="macro"),
    Case("leading-slash-twice", "a.docx", lambda: _rooted("//word/_rels/a.xml.rels"),
         code="zip-path"),
    Case("leading-slash-of-a-part", "a.docx", lambda: _rooted("/word/a.xml"), code="zip-path"),
    Case("leading-slash-and-twin", "a.docx", lambda: packed(
        {**docx_parts(), "word/_rels/a.xml.rels": relations()},
        Entry("/word/_rels/a.xml.rels", relations().encode())), code="zip-duplicate"),
]  # fmt: skip
