"""Kinds of security.md §3.5: bombs, outside references, active content."""

from functools import partial

from tests.core.gate.case import Case
from tests.core.gate.packages import (
    OFFICE,
    SHEET,
    Entry,
    archive,
    cell,
    docx,
    docx_parts,
    inline,
    overlapping,
    packed,
    paragraph,
    relations,
    word_body,
    xlsx,
)
from tests.core.gate.papers import compound, flate, pdf, png

MIB = 1024 * 1024


def _stored(content: bytes, name: str = "word/x.bin") -> bytes:
    return packed(docx_parts(), Entry(name, content))


def _nested(levels: int) -> bytes:
    content = b"0" * 1000
    for _ in range(levels):
        content = archive([Entry("inner.zip", content)])
    return _stored(content, "word/inner.zip")


def _entities(quadratic: bool) -> str:
    if quadratic:
        return f'<!DOCTYPE w [<!ENTITY a "{"x" * 20_000}">]>'
    rows = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 8}">' for n in range(1, 9))
    return f'<!DOCTYPE w [<!ENTITY e0 "x">{rows}]>'


def _many_cells(count: int) -> str:
    """Rows of 100 cells, references left out as small writers do."""
    row = "<row>" + "<c><v>1</v></c>" * 100 + "</row>"
    return row * (count // 100)


def _merges(count: int) -> str:
    ranges = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, count + 1))
    return f"<mergeCells>{ranges}</mergeCells>"


def _many_charts(count: int) -> bytes:
    """Charts that each bring a workbook."""
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    book, extra, types = xlsx(), {}, {}
    for number in range(count):
        types[f"word/charts/c{number}.xml"] = kind
        extra[f"word/charts/c{number}.xml"] = "<c/>"
        row = relations(("package", f"../embeddings/b{number}.xlsx"))
        extra[f"word/charts/_rels/c{number}.xml.rels"] = row
        extra[f"word/embeddings/b{number}.xlsx"] = book
    return docx(types=types, extra=extra)


def _part(name: str, content: str, kind: str) -> bytes:
    return docx(types={name: kind}, extra={name: content})


BOMBS = [
    Case("ratio-1000", "a.docx", lambda: _stored(b"\0" * (20 * MIB)), code="zip-bomb"),
    Case("ratio-1000-in-xml", "a.docx", lambda: docx(" " * (20 * MIB)), code="zip-bomb"),
    Case("lying-size", "a.docx", lambda: packed(docx_parts(), Entry("word/x", b"0" * 5000, size=9)),
         code="zip-lying-size"),
    Case("lying-size-stored", "a.docx",
         lambda: packed(docx_parts(), Entry("word/x", b"0" * 50, method=0, size=9)),
         code="zip-lying-size"),
    Case("200-overlapping-entries", "a.docx", lambda: overlapping(200, b"0" * 9000),
         code="zip-overlap"),
    Case("200-entries-of-one-member", "a.docx",
         lambda: archive([Entry("y", b"0" * 9000, repeat=200)]), code="zip-duplicate"),
    Case("archive-in-archive-6", "a.docx", partial(_nested, 6), code="zip-nested"),
    Case("20000-members", "a.docx", lambda: archive([Entry(f"w/{n}", b"") for n in range(20_000)]),
         code="zip-members"),
    Case("entity-growth", "a.docx", lambda: docx("&e8;", before=_entities(quadratic=False)),
         code="xml-doctype"),
    Case("entity-quadratic", "a.docx", lambda: docx("&a;" * 3000, before=_entities(quadratic=True)),
         code="xml-doctype"),
    Case("100000-deep", "a.docx", lambda: docx("<w:p>" * 100_000 + "</w:p>" * 100_000)),
    Case("100000-deep-mixed", "a.docx",
         lambda: docx("".join(f"<w:a{n % 997}>" for n in range(100_000))), code="xml-too-deep"),
    Case("10-mb-attribute", "a.docx", lambda: docx(f'<w:p w:x="{"ab1c" * (10 * MIB // 4)}"/>')),
    Case("50000-attributes", "a.docx",
         lambda: docx("<w:p " + " ".join(f"a{n}=''" for n in range(50_000)) + "/>"),
         code="xml-attributes"),
    Case("false-dimension", "a.xlsx", lambda: xlsx(dimension='<dimension ref="A1:XFD1048576"/>'),
         "accept"),
    Case("elements-without-end", "a.docx",
         lambda: docx("".join(f"<a{n % 977}/>" for n in range(20_000)) * 160),
         code="xml-too-large"),
    Case("100-workbooks-behind-charts", "a.docx", lambda: _many_charts(100), code="zip-members"),
    Case("far-cell", "a.xlsx", lambda: xlsx(cell("A1", "1") + cell("XFD1048576", "1")),
         code="sheet-far-cell"),
    Case("far-cell-empty", "a.xlsx", lambda: xlsx('<row><c r="XFD1048576" s="1"/></row>'),
         code="sheet-far-cell"),
    Case("formatted-column", "a.xlsx", lambda: xlsx(cell("A1", "1")
         + '<row r="1048576"><c r="B1048576" s="1"/></row>'), "accept"),
    Case("500000-cells", "a.xlsx", partial(lambda: xlsx(_many_cells(500_000)))),
    Case("20000-merges", "a.xlsx", lambda: xlsx(after=_merges(20_000)), code="sheet-too-large"),
    Case("60000-styles", "a.xlsx", lambda: xlsx(styles="<cellXfs>" + "".join(
         f'<xf numFmtId="{n % 50}" fontId="{n}"/>' for n in range(60_000)) + "</cellXfs>"),
         code="sheet-too-large"),
    Case("1000-sheets", "a.xlsx", lambda: xlsx(sheets=1000), code="sheet-too-large"),
    Case("pdf-flate", "a.pdf", lambda: pdf({4: flate(b" " * (20 * MIB))}), code="pdf-bomb"),
    Case("pdf-flate-twice", "a.pdf", lambda: pdf({4: flate_twice(b" " * (20 * MIB))}),
         code="pdf-bomb"),
    Case("pdf-flate-object-stream", "a.pdf",
         lambda: pdf({6: flate(b" " * (20 * MIB), "/Type /ObjStm /N 1 /First 4")}),
         code="pdf-bomb"),
    Case("png-3.6-gigapixel", "a.png", lambda: png(60_000, 60_000), code="picture-too-large"),
    Case("png-3.6-gigapixel-in-docx", "a.docx",
         lambda: _stored(png(60_000, 60_000), "word/media/image1.png"), code="picture-too-large"),
]  # fmt: skip


def flate_twice(content: bytes) -> bytes:
    import zlib

    from tests.core.gate.papers import stream

    twice = zlib.compress(zlib.compress(content, 9), 9)
    return stream(twice, "/Filter [/FlateDecode /FlateDecode]")


def _picture_link(target: str) -> bytes:
    return docx(rels=(("image", target, "External"),))


def _connection() -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml"
    content = (
        f'<connections xmlns="{SHEET}"><connection id="1" name="web" type="4">'
        '<webPr url="http://127.0.0.1:9/x"/></connection></connections>'
    )
    return xlsx(types={"xl/connections.xml": kind}, extra={"xl/connections.xml": content},
                rels=(("connections", "connections.xml"),))  # fmt: skip


def _outside_book(inner: str, target: str = "file:///C:/so-lieu/nam-2026.xlsx") -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
    name = "xl/externalLinks/externalLink1.xml"
    return xlsx(
        types={name: kind},
        rels=(("externalLink", "externalLinks/externalLink1.xml"),),
        extra={
            name: f'<externalLink xmlns="{SHEET}" xmlns:r="{OFFICE}">{inner}</externalLink>',
            "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
                ("externalLinkPath", target, "External")
            ),
        },
    )


def _properties(before: str) -> bytes:
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    return _part("docProps/core.xml", f"{before}<cp:p xmlns:cp='x'>&x;</cp:p>", kind)


def _wide_declaration() -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w><w:document xmlns:w="{OFFICE}"/>'
    return packed({**docx_parts(), "word/document.xml": text.encode("utf-16")})


def _wide_document() -> bytes:
    text = word_body(paragraph("Kế hoạch")).replace("UTF-8", "UTF-16")
    return packed({**docx_parts(), "word/document.xml": text.encode("utf-16")})


def _settings(target: str) -> bytes:
    return docx(
        rels=(("settings", "settings.xml"),),
        extra={
            "word/settings.xml": word_body(""),
            "word/_rels/settings.xml.rels": relations(("attachedTemplate", target, "External")),
        },
    )


SECRET = "file:///etc/passwd"
OUTSIDE = [
    Case("file-entity", "a.docx",
         lambda: docx("&x;", before=f'<!DOCTYPE w [<!ENTITY x SYSTEM "{SECRET}">]>'),
         code="xml-doctype"),
    Case("remote-dtd", "a.docx",
         lambda: docx(before='<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">'), code="xml-doctype"),
    Case("parameter-entity", "a.docx",
         lambda: docx(before='<!DOCTYPE w [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>'),
         code="xml-doctype"),
    Case("entity-in-properties", "a.docx",
         lambda: _properties(f'<!DOCTYPE p [<!ENTITY x SYSTEM "{SECRET}">]>'), code="xml-doctype"),
    Case("entity-in-unnamed-part", "a.docx",
         lambda: _part("custom/data.dat", f'<!DOCTYPE p SYSTEM "{SECRET}"><p/>', "text/plain"),
         code="xml-doctype"),
    Case("doctype-in-vml", "a.docx",
         lambda: _part("word/a.vml", f'<!DOCTYPE p SYSTEM "{SECRET}"><xml><br></xml>', "x/y"),
         code="xml-doctype"),
    Case("loose-vml", "a.docx", lambda: _part("word/a.vml", "<xml><br></xml>", "x/y"), "accept"),
    Case("xinclude", "a.docx", lambda: docx(
         f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{SECRET}"/>'), "accept"),
    Case("utf-16-doctype", "a.docx", _wide_declaration, code="xml-doctype"),
    Case("utf-16-document", "a.docx", _wide_document, "accept"),
    Case("ebcdic-document", "a.docx", lambda: packed({**docx_parts(), "word/document.xml":
         '<?xml version="1.0" encoding="cp037"?><a/>'}), code="xml-encoding"),
    Case("remote-template", "a.docx", lambda: _settings("http://127.0.0.1:9/x.dotm"),
         code="remote-template"),
    Case("shared-template", "a.docx", lambda: _settings("\\\\server\\share\\x.dotm"),
         code="remote-template"),
    Case("local-template-mac", "a.docx", lambda: _settings("file:///Users/a/Normal.dotm"),
         "accept", "links-cut"),
    Case("disguised-shared-template", "a.docx",
         lambda: _settings("file:///\\\\server\\x.dotm"), code="remote-template"),
    Case("template-four-slashes", "a.docx", lambda: _settings("file:////server/x.dotm"),
         code="remote-template"),
    Case("local-template", "a.docx", lambda: _settings("file:///C:\\Users\\a\\Normal.dotm"),
         "accept", "links-cut"),
    Case("remote-picture", "a.docx", lambda: _picture_link("http://127.0.0.1:9/x.png"), "accept",
         "links-cut"),
    Case("metadata-address", "a.docx", lambda: _picture_link("http://169.254.169.254/latest/"),
         "accept", "links-cut"),
    Case("unc-link", "a.docx", lambda: _picture_link("\\\\127.0.0.1\\share\\x.png"), "accept",
         "links-cut"),
    Case("unmarked-outside-link", "a.docx",
         lambda: docx(rels=(("image", "http://127.0.0.1:9/x.png"),)), "accept", "links-cut"),
    Case("self-linked-workbook", "a.xlsx",
         lambda: _outside_book('<externalBook r:id="rId1"/>'), "accept", "links-cut"),
    Case("web-query", "a.xlsx", _connection, code="web-query"),
    Case("relation-cycle", "a.docx",
         lambda: docx(rels=(("header", "header1.xml"),), extra={
             "word/header1.xml": word_body(""),
             "word/_rels/header1.xml.rels": relations(("x", "document.xml"))}),
         code="relation-cycle"),
    Case("relation-to-itself", "a.docx", lambda: docx(rels=(("x", "document.xml"),)),
         code="relation-cycle"),
    Case("outside-frame", "a.docx",
         lambda: docx(rels=(("frame", "http://127.0.0.1:9/x", "External"),)), code="outside-part"),
    Case("honest-hyperlink", "a.docx",
         lambda: docx(rels=(("hyperlink", "https://mattran.org.vn", "External"),)), "accept"),
]  # fmt: skip


def _field(*codes: str) -> str:
    """A field whose code is cut into runs."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return (
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


MACRO = "application/vnd.ms-office.vbaProject"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"


def _macro_sheet() -> bytes:
    name = "xl/macrosheets/sheet1.xml"
    return xlsx(
        types={name: "application/vnd.ms-excel.macrosheet+xml"},
        extra={name: f'<xm:macrosheet xmlns:xm="{SHEET}"/>'},
    )


def _chart(embedded: bytes, *, kind: str = "drawingml.chart+xml") -> bytes:
    """A chart with its workbook one level deep, as Word writes it."""
    return docx(
        types={"word/charts/chart1.xml": f"application/vnd.openxmlformats-officedocument.{kind}"},
        rels=(("chart", "charts/chart1.xml"),),
        extra={
            "word/charts/chart1.xml": '<c:chartSpace xmlns:c="x"/>',
            "word/charts/_rels/chart1.xml.rels": relations(
                ("package", "../embeddings/Microsoft_Excel_Sheet1.xlsx")
            ),
            "word/embeddings/Microsoft_Excel_Sheet1.xlsx": embedded,
        },
    )


ACTIVE = [
    Case("docm", "a.docm", lambda: docx(main=MACRO_MAIN), code="macro"),
    Case("docm-renamed", "a.docx", lambda: docx(main=MACRO_MAIN), code="macro"),
    Case("hidden-macro-part", "a.docx",
         lambda: docx(extra={"word/vbaProject.bin": compound("VBA")}), code="macro"),
    Case("macro-part-other-name", "a.docx",
         lambda: docx(extra={"word/media/x.bin": compound("VBA")}), code="ole"),
    Case("macro-relation", "a.docx", lambda: docx(rels=(("vbaProject", "x.bin"),),
         extra={"word/x.bin": "x"}), code="macro"),
    Case("xlm-sheet", "a.xlsx", _macro_sheet, code="macro"),
    Case("ole", "a.docx", lambda: docx(rels=(("oleObject", "embeddings/o.bin"),),
         extra={"word/embeddings/o.bin": compound("Ole")}), code="ole"),
    Case("ole-element", "a.docx", lambda: docx('<w:object><o:OLEObject Type="Link"/></w:object>'),
         code="ole"),
    Case("activex", "a.docx", lambda: docx(rels=(("control", "activeX/activeX1.xml"),),
         extra={"word/activeX/activeX1.xml": "<ax/>"}), code="activex"),
    Case("alt-chunk", "a.docx", lambda: docx('<w:altChunk r:id="rId1"/>'), code="alt-chunk"),
    Case("alt-chunk-relation", "a.docx", lambda: docx(rels=(("aFChunk", "x.html"),),
         extra={"word/x.html": "text"}), code="alt-chunk"),
    Case("dde-field", "a.docx", lambda: docx(_field(' DDEAUTO c:\\\\x "/k calc"')), code="field"),
    Case("dde-field-in-runs", "a.docx", lambda: docx(_field("DD", "E", "AUTO x y")), code="field"),
    Case("dde-simple-field", "a.docx", lambda: docx('<w:fldSimple w:instr="dde x y"/>'),
         code="field"),
    Case("dde-computed", "a.docx", lambda: docx(
         '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>' + _field("QUOTE 68 68 69")
         + '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'), code="field"),
    Case("includetext", "a.docx", lambda: docx(_field(' INCLUDETEXT "\\\\\\\\x\\\\y.docx"')),
         code="field"),
    Case("dde-in-workbook", "a.xlsx", lambda: _outside_book('<ddeLink ddeService="cmd"/>'),
         code="dde"),
    Case("dde-formula", "a.xlsx", lambda: xlsx(
         "<row><c><f>cmd|' /C calc'!A0</f><v>1</v></c></row>"), code="dde"),
    Case("bar-in-formula-text", "a.xlsx", lambda: xlsx(
         '<row><c t="str"><f>"a|b!"&amp;A2</f><v>x</v></c></row>'), "accept"),
    Case("jinja-in-docx", "a.docx",
         lambda: docx(paragraph("{{ ''.__class__ }}{% for x in y %}")), "accept"),
    Case("link-in-running-text", "a.docx", lambda: docx(paragraph("LINK DDEAUTO INCLUDETEXT")),
         "accept"),
    Case("honest-fields", "a.docx",
         lambda: docx(_field(" PAGE ") + _field(' HYPERLINK "https://x.vn/LINK" ')), "accept"),
    Case("chart-with-workbook", "a.docx", lambda: _chart(xlsx()), "accept"),
    Case("chart-with-macro-workbook", "a.docx", lambda: _chart(_macro_sheet()), code="macro"),
    Case("chart-two-levels", "a.docx",
         lambda: _chart(xlsx(extra={"xl/embeddings/x.xlsx": xlsx()})), code="zip-nested"),
    Case("workbook-as-object", "a.docx", lambda: docx(
         rels=(("package", "embeddings/x.xlsx"),), extra={"word/embeddings/x.xlsx": xlsx()}),
         code="ole"),
    Case("program-in-package", "a.docx", lambda: docx(extra={"word/media/x.png": b"MZ\x90\0"}),
         code="program"),
]  # fmt: skip

STARTS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1",
          " =1", "'=1", '"=1', "=cmd|'/C calc'!A0", "%0A=1", ";=1"]  # fmt: skip
FORMULAS = [
    Case("formula-starts-xlsx", "a.xlsx",
         lambda: xlsx(inline(*(s.strip().replace('"', "") for s in STARTS))), "accept"),
    Case("formula-starts-csv", "a.csv",
         lambda: "\n".join('"' + s.replace('"', '""') + '"' for s in STARTS).encode(), "accept"),
    Case("formula-false-cache", "a.xlsx",
         lambda: xlsx("<row><c><f>1+1</f><v>999</v></c></row>"), "accept"),
    Case("honest-negatives", "a.csv", lambda: b"a,b\n-5,-3.2\n+84,-0\n", "accept"),
]  # fmt: skip

ALL = [*BOMBS, *OUTSIDE, *ACTIVE, *FORMULAS]
