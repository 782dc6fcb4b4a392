"""Workbooks in the layout of Excel: one feature of the program a kind."""

from collections.abc import Callable

from tests.core.gate.honest_files import images
from tests.core.gate.honest_files.excel_layout import (
    BOOK,
    DAY_STYLE,
    SHEET,
    STYLES,
    S,
    Workbook,
    letter,
    styles,
)
from tests.core.gate.honest_files.kind import kinds
from tests.core.gate.honest_files.opc import DECLARATION, STRICT, TRANSITIONAL

PRODUCER = "layout of Microsoft Excel"
Feature = Callable[[Workbook], None]
DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_PLIST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" '
    '"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n<dict>\n'
    "\t<key>com.apple.print.PageFormat.PMOrientation</key>\n\t<integer>1</integer>\n"
    "</dict>\n</plist>\n"
)


def plain(_book: Workbook) -> None:
    """Only what every Excel file has."""


def formulas(book: Workbook) -> None:
    last = len(book.rows)
    codes = (f"SUM(B2:B{last})", 'IF(B2>0,"đạt","chưa đạt")', "B2/C2*100", "VLOOKUP(A2,A:E,2,0)",
             'HYPERLINK("https://quochoi.vn","LINK")', 'TEXT(B2,"000")&"|"&"DDE!"', "TODAY()",
             "'Tổng hợp'!B2", "_xlfn.XLOOKUP(A2,A:A,B:B)", "SUMPRODUCT((B2:B9>3)*1)")  # fmt: skip
    cells = "".join(
        f'<c r="{letter(n)}{last + 1}"><f>{code.replace("&", "&amp;").replace(">", "&gt;")}</f>'
        "<v>12.5</v></c>"
        for n, code in enumerate(codes, 1)
    )
    book.row(cells)
    rows = "".join(f'<c r="{letter(n)}{last + 1}" i="1"/>' for n in range(1, 11))
    book.add("xl/calcChain.xml", f'<calcChain xmlns="{S}">{rows}</calcChain>', "calcChain",
             "calcChain", BOOK)  # fmt: skip


def dates(book: Workbook) -> None:
    row = len(book.rows) + 1
    values = (0, 1, 45_000.5, 46_000, 0.25, 2_958_465)
    book.row("".join(book.cell(n, row, value, DAY_STYLE) for n, value in enumerate(values, 1)))


def dates_of_1904(book: Workbook) -> None:
    dates(book)
    names = '<sheet name="Tổng hợp" sheetId="1" r:id="rId1"/>'
    book.book = f'<workbookPr date1904="1"/><sheets>{names}</sheets>'


def negative_span(book: Workbook) -> None:
    """Days left until a date that has passed, in a column of dates: shown as ####."""
    row = len(book.rows) + 1
    book.row(f'<c r="A{row}" s="{DAY_STYLE}"><f>A1-B1</f><v>-12</v></c>')


def values(book: Workbook) -> None:
    row = len(book.rows) + 1
    cells = [
        f'<c r="A{row}" t="b"><v>1</v></c>', f'<c r="B{row}" t="e"><v>#DIV/0!</v></c>',
        f'<c r="C{row}" t="str"><f>A1</f><v>chữ</v></c>', f'<c r="D{row}"><v>1.5E-05</v></c>',
        f'<c r="E{row}"><v>-0.30000000000000004</v></c>', f'<c r="F{row}" s="1"/>',
        f'<c r="G{row}" t="inlineStr"><is><r><t>nhiều</t></r><r><t> kiểu</t></r></is></c>',
    ]  # fmt: skip
    book.row("".join(cells))


def starts(book: Workbook) -> None:
    """Text that begins as a formula does."""
    for text in ("=Tổng cộng", "+5% so với kế hoạch", "- Xã loại I", "@ghi chú", "'0123", "-"):
        book.row(book.cell(1, len(book.rows) + 1, text))


def merged(book: Workbook) -> None:
    ranges = "".join(f'<mergeCell ref="H{n}:J{n}"/>' for n in range(1, 1_500))
    book.after = f"<mergeCells>{ranges}</mergeCells>"


def conditional(book: Workbook) -> None:
    book.after = (
        '<conditionalFormatting sqref="B2:B90"><cfRule type="cellIs" dxfId="0" priority="1" '
        'operator="lessThan"><formula>10</formula></cfRule></conditionalFormatting>'
        '<dataValidations count="1"><dataValidation type="list" sqref="F2:F90" prompt="Chọn">'
        '<formula1>"Đạt,Chưa đạt"</formula1></dataValidation></dataValidations>'
        '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup>'
        "<x14:sparkline><xm:f>'Tổng hợp'!B2:B9</xm:f><xm:sqref>K2</xm:sqref></x14:sparkline>"
        "</x14:sparklineGroup></ext></extLst>"
    )


def hidden_sheets(book: Workbook) -> None:
    for number in range(3):
        book.sheet(
            f"<sheetData><row><c><v>{number}</v></c></row></sheetData>", f"Danh mục {number}"
        )
    rows = "".join(
        f'<sheet name="T{n}" sheetId="{n}" state="{state}" r:id="{book._sheet_link(n)}"/>'
        for n, state in enumerate(("visible", "hidden", "veryHidden", "visible"), 1)
    )
    book.book = (
        f"<sheets>{rows}</sheets><definedNames><definedName name=\"_xlnm.Print_Area\" "
        "localSheetId=\"0\">T1!$A$1:$F$40</definedName><definedName name=\"DonVi\" hidden=\"1\">"
        "T2!$A$1:$A$9</definedName><definedName name=\"hong\">#REF!</definedName></definedNames>"
    )  # fmt: skip


def many_sheets(book: Workbook) -> None:
    for number in range(1, 60):
        book.sheet(f"<sheetData><row><c><v>{number}</v></c></row></sheetData>", f"Xã {number}")


def charts(book: Workbook) -> None:
    rid = _drawing(book)
    book.after = f'<drawing r:id="{rid}"/>'
    chart = f'<c:chartSpace xmlns:c="urn:c"><c:f>{"B" * 3}!$B$2</c:f></c:chartSpace>'
    book.add("xl/charts/chart1.xml", chart, CHART_TYPE, "chart", "xl/drawings/drawing1.xml")
    book.add("xl/drawings/drawing2.xml", '<c:userShapes xmlns:c="urn:c"/>',
             "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml",
             "chartUserShapes", "xl/charts/chart1.xml")  # fmt: skip


def pictures(book: Workbook) -> None:
    book.after = f'<drawing r:id="{_drawing(book)}"/>'
    book.package.defaults |= {"png": "image/png", "emf": "image/x-emf"}
    for name, content in (("image1.png", images.raster(book.seed)), ("image2.emf", images.emf())):
        book.package.add(f"xl/media/{name}", content, "", "image", "xl/drawings/drawing1.xml")


def _drawing(book: Workbook) -> str:
    space = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    return book.add("xl/drawings/drawing1.xml", f'<xdr:wsDr xmlns:xdr="{space}"/>', DRAWING_TYPE,
                    "drawing")  # fmt: skip


def comments(book: Workbook) -> None:
    text = '<comment ref="B2" authorId="0"><text><r><t>Số liệu tạm tính</t></r></text></comment>'
    inner = f"<authors><author>Văn phòng</author></authors><commentList>{text}</commentList>"
    book.add(
        "xl/comments1.xml", f'<comments xmlns="{S}">{inner}</comments>', "comments", "comments"
    )
    vml = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:'
        'excel"><v:shape id="_x0000_s1025" type="#_x0000_t202"><v:textbox><div style=\'text-align:'
        'left\'></div></v:textbox><x:ClientData ObjectType="Note"><x:Row>1</x:Row></x:ClientData>'
        "</v:shape></xml>"
    )
    book.package.defaults["vml"] = "application/vnd.openxmlformats-officedocument.vmlDrawing"
    rid = book.package.add("xl/drawings/vmlDrawing1.vml", vml, "", "vmlDrawing", SHEET)
    book.after = f'<legacyDrawing r:id="{rid}"/>'


def threaded_comments(book: Workbook) -> None:
    comments(book)
    base = "http://schemas.microsoft.com/office/2017/10/relationships"
    kind = "application/vnd.ms-excel.threadedcomments+xml"
    text = '<ThreadedComments xmlns="urn:tc"><threadedComment ref="B2"><text>Đã sửa</text>'
    book.add(
        "xl/threadedComments/threadedComment1.xml",
        f"{text}</threadedComment></ThreadedComments>",
        kind,
        f"{base}/threadedComment",
    )
    book.add(
        "xl/persons/person.xml",
        '<personList xmlns="urn:tc"><person displayName="Văn phòng"/></personList>',
        "application/vnd.ms-excel.person+xml",
        f"{base}/person",
        BOOK,
    )


def printer(book: Workbook) -> None:
    content = "Canon LBP2900".encode("utf-16-le").ljust(1_800, b"\0")
    _printer(book, content)


def printer_of_mac(book: Workbook) -> None:
    """Excel for Mac keeps the page set-up as a property list."""
    _printer(book, _PLIST.encode())


def _printer(book: Workbook, content: bytes) -> None:
    book.package.defaults["bin"] = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    book.package.defaults["bin"] += "printerSettings"
    name = "xl/printerSettings/printerSettings1.bin"
    rid = book.package.add(name, content, "", "printerSettings", SHEET)
    book.after = f'<pageSetup paperSize="9" orientation="landscape" r:id="{rid}"/>'


def tables(book: Workbook) -> None:
    columns = "".join(f'<tableColumn id="{n}" name="Cột {n}"/>' for n in range(1, 6))
    inner = f'<autoFilter ref="A1:E9"/><tableColumns count="5">{columns}</tableColumns>'
    rid = book.add(
        "xl/tables/table1.xml",
        f'<table xmlns="{S}" id="1" name="Bang1" displayName="Bang1" ref="A1:E9">{inner}</table>',
        "table",
        "table",
    )
    book.after = f'<tableParts count="1"><tablePart r:id="{rid}"/></tableParts>'


def pivot(book: Workbook) -> None:
    cache, base = "xl/pivotCache/pivotCacheDefinition1.xml", "pivotCache"
    items = "".join(f'<s v="Xã {n}"/>' for n in range(40))
    book.add(cache, f'<pivotCacheDefinition xmlns="{S}" xmlns:r="{TRANSITIONAL}" r:id="rId1">'
             f'<cacheSource type="worksheet"><worksheetSource ref="A1:E9" sheet="T"/></cacheSource>'
             f"<cacheFields><cacheField><sharedItems>{items}</sharedItems></cacheField></cacheFields>"
             "</pivotCacheDefinition>", f"{base}Definition", f"{base}Definition", BOOK)  # fmt: skip
    rows = "".join(f'<r><x v="{n % 40}"/><n v="{n}"/></r>' for n in range(400))
    book.add("xl/pivotCache/pivotCacheRecords1.xml", f'<pivotCacheRecords xmlns="{S}">{rows}'
             "</pivotCacheRecords>", f"{base}Records", f"{base}Records", cache)  # fmt: skip
    table = "xl/pivotTables/pivotTable1.xml"
    place = '<location ref="H1:I9" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>'
    text = f'<pivotTableDefinition xmlns="{S}" name="P" cacheId="1" dataCaption="Giá trị">{place}'
    book.add(table, f"{text}</pivotTableDefinition>", "pivotTable", "pivotTable")
    book.package.link(table, "pivotCacheDefinition", cache)


def slicers(book: Workbook) -> None:
    pivot(book)
    base = "http://schemas.microsoft.com/office/2007/relationships"
    for name, source in (("slicer", SHEET), ("slicerCache", BOOK)):
        book.add(f"xl/{name}s/{name}1.xml", f'<{name}s xmlns="urn:s"/>',
                 f"application/vnd.ms-excel.{name}+xml", f"{base}/{name}", source)  # fmt: skip


def links(book: Workbook) -> None:
    rows = ""
    for number, address in enumerate(
        (
            "https://quochoi.vn/",
            "mailto:vp@quangngai.gov.vn",
            "Phu%20luc.xlsx",
            "file:///D:\\So%20lieu.xlsx",
        ),
        1,
    ):
        rid = book.package.link(SHEET, "hyperlink", address, external=True)
        rows += f'<hyperlink ref="A{number}" r:id="{rid}" tooltip="mở"/>'
    inner = '<hyperlink ref="A9" location="\'Tổng hợp\'!A1" display="về đầu"/>'
    book.after = f"<hyperlinks>{rows}{inner}</hyperlinks>"


def outside_workbooks(book: Workbook) -> None:
    """Formulas that look into other workbooks, with the values as they were."""
    tails = ("externalLinkPath", ("http://schemas.microsoft.com/office/2006/relationships/"
             "xlExternalLinkPath/xlPathMissing"), ("http://schemas.microsoft.com/office/2006/"
             "relationships/xlExternalLinkPath/xlAlternateStartup"))  # fmt: skip
    for number, tail in enumerate(tails, 1):
        name = f"xl/externalLinks/externalLink{number}.xml"
        book.add(name, f'<externalLink xmlns="{S}" xmlns:r="{TRANSITIONAL}"><externalBook '
                 'r:id="rId1"><sheetNames><sheetName val="T1"/></sheetNames></externalBook>'
                 "</externalLink>", "externalLink", "externalLink", BOOK)  # fmt: skip
        book.package.link(name, tail, "file:///D:\\Xa%201.xlsx", external=True)


def wide_dimension(book: Workbook) -> None:
    book.before = '<dimension ref="A1:XFD1048576"/>'


def whole_columns(book: Workbook) -> None:
    book.before = '<cols><col min="1" max="16384" width="12" style="1" customWidth="1"/></cols>'
    book.row('<c r="A1048576" s="1"/><c r="F1048576" s="1"/>', 1_048_576)


def whole_row(book: Workbook) -> None:
    row = len(book.rows) + 1
    book.row("".join(f'<c r="{letter(n)}{row}" s="1"/>' for n in range(1, 16_385, 3)))


def many_styles(book: Workbook) -> None:
    book.package.parts[STYLES] = styles(6_000).encode()


def form_controls(book: Workbook) -> None:
    rid = book.add("xl/ctrlProps/ctrlProp1.xml", '<formControlPr objectType="CheckBox"/>',
                   "application/vnd.ms-excel.controlproperties+xml", "ctrlProp")  # fmt: skip
    book.after = f'<controls><control shapeId="1025" r:id="{rid}" name="Check Box 1"/></controls>'


def dynamic_arrays(book: Workbook) -> None:
    row = len(book.rows) + 1
    code = f'<f t="array" ref="A{row}:A{row + 4}">_xlfn._xlws.SORT(A2:A6)</f>'
    book.row(f'<c r="A{row}" cm="1">{code}<v>1</v></c>')
    book.add("xl/metadata.xml", f'<metadata xmlns="{S}"/>', "sheetMetadata", "sheetMetadata", BOOK)


def protected(book: Workbook) -> None:
    code = 'algorithmName="SHA-512" hashValue="q83v" saltValue="EjRW" spinCount="100000"'
    book.after = f'<sheetProtection {code} sheet="1" objects="1" scenarios="1"/>'
    book.book = '<sheets><sheet name="T" sheetId="1" r:id="rId1"/></sheets><workbookProtection '
    book.book += 'lockStructure="1"/>'


def strict(book: Workbook) -> None:
    book.row(f'<c r="A{len(book.rows) + 1}" t="d" s="{DAY_STYLE}"><v>2026-11-26T08:30:00</v></c>')
    for found in book.package.links.values():
        for link in found:
            link.kind = link.kind.replace(TRANSITIONAL, STRICT)
    book.package.base = STRICT
    book.space = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def custom_data(book: Workbook) -> None:
    book.package.defaults["bin"] = "application/vnd.openxmlformats-officedocument.customProperty"
    content = "TemplateVersion".encode("utf-16-le")
    book.package.add("xl/customProperty1.bin", content, "", "customProperty", SHEET)
    book.package.add("customXml/item1.xml", f"{DECLARATION}<goi/>", "", "customXml", BOOK)


def fifty_thousand_rows(book: Workbook) -> None:
    for _ in range(50_000):
        number = len(book.rows) + 1
        book.row("".join(book.cell(c, number, v) for c, v in enumerate(book.prose.row(), 1)))


def made(feature: Feature) -> Callable[[int], bytes]:
    """The builder of a kind: a workbook with one feature."""

    def build(seed: int) -> bytes:
        book = Workbook(seed, feature.__name__)
        feature(book)
        return book.bytes()

    return build


FEATURES: tuple[Feature, ...] = (
    plain, formulas, dates, dates_of_1904, negative_span, values, starts, merged, conditional,
    hidden_sheets, many_sheets, charts, pictures, comments, threaded_comments, printer,
    printer_of_mac, tables, pivot, slicers, links, outside_workbooks, wide_dimension, whole_columns,
    whole_row, many_styles, form_controls, dynamic_arrays, protected, strict, custom_data,
)  # fmt: skip
ALL = kinds(PRODUCER, "xlsx",
            [(f"excel-{f.__name__.replace('_', '-')}", made(f)) for f in FEATURES])  # fmt: skip
ALL += kinds(PRODUCER, "xlsx", [("excel-50000-rows", made(fifty_thousand_rows))], heavy=True)
