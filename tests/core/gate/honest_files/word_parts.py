"""Papers in the layout of Word: features that bring parts of their own, and large papers."""

from tests.core.gate.honest_files import images
from tests.core.gate.honest_files.excel_layout import Workbook
from tests.core.gate.honest_files.kind import kinds
from tests.core.gate.honest_files.opc import DECLARATION, Way
from tests.core.gate.honest_files.word_features import PRODUCER, Feature, field, made
from tests.core.gate.honest_files.word_layout import (
    DOCUMENT,
    WORD_TYPE,
    WordPaper,
    paragraph,
    part,
    run,
    table,
)

DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawingml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CHART_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CHART = f'xmlns:c="{_CHART_SPACE}"'
_REL = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def custom_properties(paper: WordPaper) -> None:
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{n}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for n, (name, value) in enumerate((("Số ký hiệu", "12/KH-UBND"), ("Độ mật", "Không")), 2)
    )
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    text = f'{DECLARATION}<Properties xmlns="{space}" xmlns:vt="{_VALUES}">{rows}</Properties>'
    paper.package.add("docProps/custom.xml", text, _CUSTOM, "custom-properties", "")


def custom_xml(paper: WordPaper) -> None:
    item = (
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" '
        'SelectedStyle="\\APASixthEditionOfficeOnline.xsl" StyleName="APA"/>'
    )
    store = (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{{11111111-2222-3333-4444-555555555555}}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
    )
    paper.package.add("customXml/item1.xml", item, "", "customXml", DOCUMENT)
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    paper.package.add(
        "customXml/itemProps1.xml", store, kind, "customXmlProps", "customXml/item1.xml"
    )


def glossary(paper: WordPaper) -> None:
    source = "word/glossary/document.xml"
    block = f"<w:docPartBody>{paragraph(run('Bấm để nhập chữ'))}</w:docPartBody>"
    text = part("glossaryDocument", f"<w:docParts><w:docPart>{block}</w:docPart></w:docParts>")
    paper.package.add(
        source, text, f"{WORD_TYPE}.document.glossary+xml", "glossaryDocument", DOCUMENT
    )
    for name in ("settings", "styles", "fontTable", "webSettings"):
        root = "fonts" if name == "fontTable" else name
        paper.package.add(
            f"word/glossary/{name}.xml", part(root, ""), f"{WORD_TYPE}.{name}+xml", name, source
        )


def thumbnail(paper: WordPaper) -> None:
    relation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    paper.package.defaults |= {"emf": "image/x-emf", "jpeg": "image/jpeg"}
    paper.package.add("docProps/thumbnail.emf", images.emf(), "", relation, "")


def chart(paper: WordPaper) -> None:
    _chart(paper)
    name = "word/embeddings/Microsoft_Excel_Worksheet.xlsx"
    paper.package.put(name, Workbook(paper.seed).bytes())
    paper.package.link("word/charts/chart1.xml", "package", name)


def linked_chart(paper: WordPaper) -> None:
    """A chart that keeps the address of the workbook it was pasted from."""
    _chart(paper)
    paper.package.link(
        "word/charts/chart1.xml", "oleObject", "file:///D:\\Bao%20cao\\So%20lieu.xlsx",
        external=True,
    )  # fmt: skip


def many_charts(paper: WordPaper) -> None:
    for number in range(1, 13):
        _chart(paper, number)
        name = f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
        paper.package.put(name, Workbook(paper.seed + number).bytes())
        paper.package.link(f"word/charts/chart{number}.xml", "package", name)


def _chart(paper: WordPaper, number: int = 1) -> None:
    source = f"word/charts/chart{number}.xml"
    points = "".join(f'<c:pt idx="{n}"><c:v>{n * 3}</c:v></c:pt>' for n in range(12))
    text = (
        f"{DECLARATION}<c:chartSpace {_CHART} {_REL}><c:chart><c:plotArea><c:layout/><c:barChart>"
        '<c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef>'
        f'<c:f>Sheet1!$B$2:$B$13</c:f><c:numCache><c:ptCount val="12"/>{points}</c:numCache>'
        '</c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx>'
        '<c:axId val="1"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:crossAx '
        'val="1"/></c:valAx></c:plotArea></c:chart>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    rid = paper.package.add(source, text, f"{DRAWING_TYPE}.chart+xml", "chart", DOCUMENT)
    paper.package.defaults["xlsx"] = BOOK_TYPE
    shown = (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent '
        f'cx="5486400" cy="3200400"/><wp:docPr id="{number}" name="Biểu đồ {number}"/><a:graphic>'
        f'<a:graphicData uri="{_CHART_SPACE}"><c:chart r:id="{rid}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
    paper.body.append(paragraph(shown))


def chart_styles(paper: WordPaper) -> None:
    chart(paper)
    for file, kind, year in (("style1", "chartstyle", "chartStyle"),
                             ("colors1", "chartcolorstyle", "chartColorStyle")):  # fmt: skip
        paper.package.add(
            f"word/charts/{file}.xml", f'{DECLARATION}<cs:x xmlns:cs="urn:x"/>',
            f"application/vnd.ms-office.{kind}+xml",
            f"http://schemas.microsoft.com/office/2011/relationships/{year}",
            "word/charts/chart1.xml",
        )  # fmt: skip


def smart_art(paper: WordPaper) -> None:
    space = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    texts = "".join(
        f'<dgm:pt modelId="{n}"><dgm:t><a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/'
        f'2006/main"><a:r><a:t>Tổ tự quản {n}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for n in range(6)
    )
    for file, root, kind in (
        ("data", "dataModel", "diagramData"), ("layout", "layoutDef", "diagramLayout"),
        ("quickStyle", "styleDef", "diagramQuickStyle"), ("colors", "colorsDef", "diagramColors"),
    ):  # fmt: skip
        inner = texts if file == "data" else ""
        type_word = "Style" if file == "quickStyle" else kind.removeprefix("diagram")
        paper.package.add(
            f"word/diagrams/{file}1.xml", f"{DECLARATION}<dgm:{root} {space}>{inner}</dgm:{root}>",
            f"{DRAWING_TYPE}.diagram{type_word}+xml", kind, DOCUMENT,
        )  # fmt: skip
    paper.package.add(
        "word/diagrams/drawing1.xml", f'{DECLARATION}<dsp:drawing xmlns:dsp="urn:dsp"/>',
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing", DOCUMENT,
    )  # fmt: skip


def equations(paper: WordPaper) -> None:
    ratio = (
        "<m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>"
    )
    deep = ratio
    for _ in range(8):
        deep = f"<m:f><m:num>{deep}</m:num><m:den><m:r><m:t>n</m:t></m:r></m:den></m:f>"
    paper.body += [paragraph(f"<m:oMathPara><m:oMath>{deep}</m:oMath></m:oMathPara>")] * 5


def text_boxes(paper: WordPaper) -> None:
    box = f"<w:txbxContent>{paragraph(run('DẤU ĐẾN'))}</w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
    new = f"<w:drawing><wp:inline>{shape}</wp:inline></w:drawing>"
    old = f'<w:pict><v:shape style="width:90pt" o:gfxdata="{"UEsDBBQABg" * 6_000}"><v:textbox>{box}'
    old += "</v:textbox></v:shape></w:pict>"
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}'
    paper.body.append(paragraph(f"<w:r>{both}</mc:Fallback></mc:AlternateContent></w:r>"))


def watermark(paper: WordPaper) -> None:
    shape = '<v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136"><v:textpath '
    shape += 'string="DỰ THẢO"/></v:shape>'
    inner = paragraph(f"<w:r><w:pict>{shape}</w:pict></w:r>")
    rid = paper.add("header1.xml", "hdr", inner, "header", "header")
    paper.media("image9.png", images.raster(paper.seed), "image/png", "word/header1.xml")
    mark = f'<w:headerReference w:type="default" r:id="{rid}"/>'
    paper.section = paper.section.replace('"00A77B3E">', f'"00A77B3E">{mark}', 1)


def signatures(paper: WordPaper) -> None:
    origin = "_xmlsignatures/origin.sigs"
    base = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
    kind = "application/vnd.openxmlformats-package.digital-signature"
    paper.package.defaults["sigs"] = f"{kind}-origin"
    paper.package.add(origin, b"", "", f"{base}/origin", "")
    value = "QUJD" * 2_000
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><Signature '
        'xmlns="http://www.w3.org/2000/09/xmldsig#" Id="idPackageSignature">'
        f"<SignatureValue>{value}</SignatureValue><Object><ValidSigLnImg>{value}</ValidSigLnImg></Object></Signature>"
    )
    paper.package.add(
        "_xmlsignatures/sig1.xml", text, f"{kind}-xmlsignature+xml", f"{base}/signature", origin
    )


def numbering(paper: WordPaper) -> None:
    levels = "".join(f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="decimal"/></w:lvl>' for n in range(9))
    rows = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n in range(40)
    )
    paper.add("numbering.xml", "numbering", rows, "numbering", "numbering")
    paper.media("image8.gif", images.raster(paper.seed, "GIF"), "image/gif", "word/numbering.xml")


def effects(paper: WordPaper) -> None:
    relation = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
    paper.package.add(
        "word/stylesWithEffects.xml", part("styles", ""), "application/vnd.ms-word."
        "stylesWithEffects+xml", relation, DOCUMENT,
    )  # fmt: skip
    paper.media("hdphoto1.wdp", b"II\xbc\x01" + bytes(range(256)) * 4, "image/vnd.ms-photo")


def printer(paper: WordPaper) -> None:
    settings = "HP LaserJet 1020".encode("utf-16-le").ljust(3_000, b"\0")
    paper.package.defaults["bin"] = f"{WORD_TYPE}.printerSettings"
    paper.package.add("word/printerSettings1.bin", settings, "", "printerSettings", DOCUMENT)


def long_paper(paper: WordPaper) -> None:
    for number in range(600):
        paper.body.append(paragraph(run(f"{number}. {paper.prose.paragraph(6)}") + field(" PAGE ")))


def long_table(paper: WordPaper) -> None:
    paper.body.append(table([paper.prose.header(), *paper.prose.table(2_500)]))


def split_runs(paper: WordPaper) -> None:
    """Spelling marks cut every word into a run of its own."""
    mark = '<w:proofErr w:type="spellStart"/>'
    for text in paper.prose.paragraphs(20, 40):
        paper.body.append(paragraph(mark.join(run(f"{word} ") for word in text.split())))


def decomposed(paper: WordPaper) -> None:
    import unicodedata

    paper.body += [
        paragraph(run(unicodedata.normalize("NFD", text))) for text in paper.prose.paragraphs()
    ]


def hidden(paper: WordPaper) -> None:
    paper.body.append(paragraph(run("ghi chú ẩn", "<w:vanish/>") + run("\u200b\u202aA\u202c")))


def _ways() -> list[tuple[str, Way]]:
    return [
        ("streamed", Way(stream=True)),
        ("stored", Way(stored=("",))),
        ("folders", Way(folders=True)),
        ("types-last", Way(last=("[Content_Types].xml", "_rels/.rels"))),
        ("tightly-packed", Way(level=9)),
    ]


FEATURES: tuple[Feature, ...] = (
    custom_properties, custom_xml, glossary, thumbnail, chart, linked_chart, many_charts,
    chart_styles, smart_art, equations, text_boxes, watermark, signatures, numbering, effects,
    printer, long_paper, long_table, split_runs, decomposed, hidden,
)  # fmt: skip
ALL = kinds(PRODUCER, "docx", [(f"word-{f.__name__.replace('_', '-')}", made(f)) for f in FEATURES])
ALL += kinds(
    "repacked by archivers",
    "docx",
    [(f"archive-{name}", made(chart, way)) for name, way in _ways()],
)
