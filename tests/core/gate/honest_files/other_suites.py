"""Files in the layouts of other suites and of report programs: WPS, Google, OnlyOffice, Java…"""

from collections.abc import Callable

from tests.core.gate.honest_files import images
from tests.core.gate.honest_files.excel_layout import BOOK, SHEET_TYPE, S, Workbook
from tests.core.gate.honest_files.kind import Builder, Kind, kinds
from tests.core.gate.honest_files.opc import TRANSITIONAL, Opc, Way
from tests.core.gate.honest_files.prose import Prose
from tests.core.gate.honest_files.word_layout import (
    DOCUMENT,
    MAIN,
    WORD_TYPE,
    W,
    WordPaper,
    paragraph,
    run,
    table,
)

_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def _stamped(package: Opc, rows: dict[str, str]) -> None:
    """docProps/custom.xml with what the program writes about itself."""
    text = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{n}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for n, (name, value) in enumerate(rows.items(), 2)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    text = f'{head}<Properties xmlns="{_CUSTOM_SPACE}" xmlns:vt="{_VALUES}">{text}</Properties>'
    package.add("docProps/custom.xml", text, _CUSTOM, "custom-properties", "")


WPS_STAMP = {
    "KSOProductBuildVer": "1033-11.2.0.11537",
    "ICV": "8F1B2C3D4E5F60718293A4B5C6D7E8F9_13",
    "KSOTemplateDocerSaveRecord": "eyJoZGlkIjoiN2E4YjljIiwidXNlcklkIjoiMTIzIn0=",
}


def wps_paper(seed: int) -> bytes:
    paper = WordPaper(seed, "wps")
    _stamped(paper.package, WPS_STAMP)
    paper.body.append(table([paper.prose.header(), *paper.prose.table()]))
    data = 'xmlns:s="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
    paper.package.add("customXml/item1.xml", f"<s:customData {data}><s:customSectProps/>"
                      "</s:customData>", "", "customXml", DOCUMENT)  # fmt: skip
    return paper.bytes(Way(last=("[Content_Types].xml", "_rels/.rels", DOCUMENT)))


def wps_workbook(seed: int) -> bytes:
    book = Workbook(seed, "wps")
    _stamped(book.package, WPS_STAMP)
    picture = images.raster(seed)
    book.package.defaults["png"] = "image/png"
    relation = "http://www.wps.cn/officeDocument/2020/cellImage"
    text = '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>'
    book.add("xl/cellimages.xml", text, "application/vnd.wps-officedocument.cellimage+xml",
             relation, BOOK)  # fmt: skip
    book.package.add("xl/media/image1.png", picture, "", "image", "xl/cellimages.xml")
    row = len(book.rows) + 1
    book.row(f'<c r="A{row}" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>')
    return book.bytes(Way(last=("[Content_Types].xml", BOOK)))


def wps_mobile(seed: int) -> bytes:
    """WPS on a telephone: folders in the archive, no web settings, stored pictures."""
    paper = WordPaper(seed, "wps-mobile")
    _stamped(paper.package, {"KSOProductBuildVer": "1066-13.34.1"})
    paper.media("image1.jpeg", images.raster(seed, "JPEG"), "image/jpeg")
    return paper.bytes(Way(folders=True, stored=(".jpeg",)))


def _google_text(seed: int, rows: int) -> str:
    prose = Prose(seed, "google")
    text = "".join(f"<w:p>{run(line)}</w:p>" for line in prose.paragraphs(rows, rows + 8))
    return text + table([prose.header(), *prose.table()])


def google_paper(seed: int) -> bytes:
    """Google Docs: no properties at all, its own order."""
    package = Opc(DOCUMENT, MAIN)
    spaces = f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    for name in ("fontTable", "settings", "numbering", "styles"):
        root = "fonts" if name == "fontTable" else name
        package.add(f"word/{name}.xml", f"<w:{root} {spaces}/>", f"{WORD_TYPE}.{name}+xml", name,
                    DOCUMENT)  # fmt: skip
    body = f"<w:document {spaces}><w:body>{_google_text(seed, 6)}<w:sectPr/></w:body></w:document>"
    package.put(DOCUMENT, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{body}')
    package.defaults["ttf"] = "application/x-font-ttf"
    package.put("word/fonts/TimesNewRoman-regular.ttf", images.obfuscated_font(seed))
    package.link("word/fontTable.xml", "font", "word/fonts/TimesNewRoman-regular.ttf")
    package.link(DOCUMENT, "hyperlink", "https://docs.google.com/x", external=True)
    return package.packed(Way(stream=True))


def google_workbook(seed: int) -> bytes:
    """Google Sheets: no properties, one-letter relation ids, a hundred styled empty rows."""
    package = Opc(BOOK, f"{SHEET_TYPE}.sheet.main+xml", prefix="r")
    prose = Prose(seed, "google")
    rows = [
        f'<row r="{n}"><c r="A{n}" s="1" t="s"><v>0</v></c><c r="B{n}" s="1"><v>{n}.0</v></c>'
        f'<c r="C{n}" s="1" t="b"><v>1</v></c><c r="D{n}" s="1" t="str"><f>A1&amp;B1</f>'
        "<v>a</v></c></row>"
        for n in range(1, 40 + seed)
    ]
    rows += [f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(60, 1_000)]
    sheet = f'<worksheet xmlns="{S}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    package.add("xl/worksheets/sheet1.xml", sheet, f"{SHEET_TYPE}.worksheet+xml", "worksheet", BOOK)
    looks = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    package.add("xl/styles.xml", f'<styleSheet xmlns="{S}">{looks}</styleSheet>',
                f"{SHEET_TYPE}.styles+xml", "styles", BOOK)  # fmt: skip
    text = f'<sst xmlns="{S}"><si><t>{prose.area()}</t></si></sst>'
    package.add("xl/sharedStrings.xml", text, f"{SHEET_TYPE}.sharedStrings+xml", "sharedStrings",
                BOOK)  # fmt: skip
    names = f'<sheets><sheet name="Trang tính1" sheetId="1" r:id="{package.links[BOOK][0].id}"/>'
    package.put(BOOK, f'<workbook xmlns="{S}" xmlns:r="{TRANSITIONAL}">{names}</sheets></workbook>')
    return package.packed(Way(stream=True, last=("[Content_Types].xml",)))


def only_office(seed: int) -> bytes:
    paper = WordPaper(seed, "onlyoffice")
    paper.settings += '<w:themeFontLang w:val="vi-VN"/>'
    paper.package.put("word/media/image1.png", images.raster(seed), "image/png")
    return paper.bytes(Way(folders=False, level=1))


def pages_of_mac(seed: int) -> bytes:
    """Apple Pages: pictures named by their first file, theme with pictures, no web settings."""
    paper = WordPaper(seed, "pages")
    paper.media("hình ảnh.png", images.raster(seed), "image/png")
    paper.package.link("word/theme/theme1.xml", "image", "word/media/hình ảnh.png")
    return paper.bytes(Way())


def mac_word(seed: int) -> bytes:
    """Word for Mac: a JPEG thumbnail, a template of its own folder."""
    paper = WordPaper(seed, "mac")
    relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    paper.package.defaults["jpeg"] = "image/jpeg"
    paper.package.add("docProps/thumbnail.jpeg", images.raster(seed, "JPEG"), "", relation, "")
    address = "file:////Users/vanphong/Library/Group%20Containers/Normal.dotm".replace(
        "////", "///"
    )
    rid = paper.package.link("word/settings.xml", "attachedTemplate", address, external=True)
    paper.settings += f'<w:attachedTemplate r:id="{rid}"/>'
    return paper.bytes()


def trash_of_excel(seed: int) -> bytes:
    """Excel leaves the room of parts that shrank in a folder ``[trash]``."""
    book = Workbook(seed, "trash")
    book.package.defaults["dat"] = "application/octet-stream"
    book.package.put("[trash]/0000.dat", b"\xff\xff\xff\xff" + b"\0" * 4_000)
    return book.bytes(Way(stored=(".dat",)))


def java_workbook(seed: int) -> bytes:
    """Apache POI, streamed: inline strings, no shared ones, sizes behind the data."""
    package = Opc(BOOK, f"{SHEET_TYPE}.sheet.main+xml")
    prose = Prose(seed, "java")
    lines = []
    for number, values in enumerate([prose.header(), *prose.table(300)], 1):
        cells = "".join(_inline(f"{chr(64 + c)}{number}", v) for c, v in enumerate(values, 1))
        lines.append(f'<row r="{number}" customHeight="false">\n{cells}</row>\n')
    sheet = f'<worksheet xmlns="{S}"><dimension ref="A1"/><sheetData>\n{"".join(lines)}</sheetData>'
    package.add("xl/worksheets/sheet1.xml", f"{sheet}</worksheet>", f"{SHEET_TYPE}.worksheet+xml",
                "worksheet", BOOK)  # fmt: skip
    looks = '<cellXfs count="1"><xf numFmtId="0" fontId="0"/></cellXfs>'
    package.add("xl/styles.xml", f'<styleSheet xmlns="{S}">{looks}</styleSheet>',
                f"{SHEET_TYPE}.styles+xml", "styles", BOOK)  # fmt: skip
    names = '<sheets><sheet name="Sheet0" r:id="rId1" sheetId="1"/></sheets>'
    package.put(BOOK, f'<workbook xmlns="{S}" xmlns:r="{TRANSITIONAL}">{names}</workbook>')
    return package.packed(Way(stream=True))


def _inline(place: str, value: object) -> str:
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{place}" t="n"><v>{float(value):.1f}</v></c>'  # type: ignore[arg-type]


def absolute_targets(seed: int) -> bytes:
    """.NET writers point from the root: ``/xl/worksheets/sheet1.xml``; ids are random."""
    book = Workbook(seed, "net")
    for source, found in book.package.links.items():
        for number, link in enumerate(found):
            link.target = link.target if link.external else f"/{link.target}"
            if source != BOOK:
                link.id = f"R{seed:08x}{number:08x}"
    names = f'<sheet name="T" sheetId="1" r:id="{book.package.links[BOOK][0].id}"/>'
    book.book = f"<sheets>{names}</sheets>"
    return book.bytes(Way(stream=True))


def prefixed_workbook(seed: int) -> bytes:
    """Open XML SDK reports: every element with the prefix ``x:``, columns without references."""
    package = Opc(BOOK, f"{SHEET_TYPE}.sheet.main+xml", prefix="R")
    prose = Prose(seed, "sdk")
    rows = "".join(
        "<x:row>" + "".join(
            f'<x:c t="str"><x:v>{v}</x:v></x:c>' if isinstance(v, str) else
            f'<x:c t="n"><x:v>{v}</x:v></x:c>' for v in line) + "</x:row>"
        for line in [prose.header(), *prose.table(60)]
    )  # fmt: skip
    package.add(
        "xl/worksheets/sheet.xml",
        f'<x:worksheet xmlns:x="{S}"><x:sheetData>{rows}</x:sheetData></x:worksheet>',
        f"{SHEET_TYPE}.worksheet+xml",
        "worksheet",
        BOOK,
    )
    names = '<x:sheets><x:sheet name="BC" sheetId="1" r:id="R1"/></x:sheets>'
    package.put(BOOK, f'<x:workbook xmlns:x="{S}" xmlns:r="{TRANSITIONAL}">{names}</x:workbook>')
    return package.packed()


def bare_paper(seed: int) -> bytes:
    """A web program's export: one part, nothing else."""
    package = Opc(DOCUMENT, MAIN)
    inner = "".join(paragraph(run(text)) for text in Prose(seed, "bare").paragraphs())
    space = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    package.put(
        DOCUMENT, f'<w:document xmlns:w="{W}" {space}><w:body>{inner}</w:body></w:document>'
    )
    return package.packed()


_SUITES: tuple[tuple[str, str, Callable[[int], bytes]], ...] = (
    ("layout of WPS Office", "docx", wps_paper),
    ("layout of WPS Office", "xlsx", wps_workbook),
    ("layout of WPS Office", "docx", wps_mobile),
    ("layout of Google Docs, Sheets", "docx", google_paper),
    ("layout of Google Docs, Sheets", "xlsx", google_workbook),
    ("layout of OnlyOffice", "docx", only_office),
    ("layout of Apple programs", "docx", pages_of_mac),
    ("layout of Apple programs", "docx", mac_word),
    ("layout of report programs", "xlsx", trash_of_excel),
    ("layout of report programs", "xlsx", java_workbook),
    ("layout of report programs", "xlsx", absolute_targets),
    ("layout of report programs", "xlsx", prefixed_workbook),
    ("layout of report programs", "docx", bare_paper),
)


def _listed() -> list[Kind]:
    found: list[Kind] = []
    for producer, ending, build in _SUITES:
        builders: list[tuple[str, Builder]] = [(build.__name__.replace("_", "-"), build)]
        found += kinds(producer, ending, builders)
    return found


ALL = _listed()
