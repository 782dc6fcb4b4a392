"""Papers in the part layout of Microsoft Word 2007–2021, written by hand: the base."""

from tests.core.gate.honest_files.opc import DECLARATION, TRANSITIONAL, Opc, Way, words
from tests.core.gate.honest_files.prose import Prose

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{WORD_TYPE}.document.main+xml"
DOCUMENT = "word/document.xml"
_EXTENSIONS = {
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "r": TRANSITIONAL,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "w10": "urn:schemas-microsoft-com:office:word",
    "w": W,
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16cex": "http://schemas.microsoft.com/office/word/2018/wordml/cex",
    "w16cid": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "w16": "http://schemas.microsoft.com/office/word/2018/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
}
SPACES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _EXTENSIONS.items())
SPACES += ' mc:Ignorable="w14 w15 w16se w16cid w16 w16cex wp14"'
SECTION = (
    '<w:sectPr w:rsidR="00A77B3E"><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/></w:sectPr>'
)
FONT = "Times New Roman"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{words(text)}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    """A paragraph with the marks of Word's editing sessions."""
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return (
        f'<w:p w14:paraId="1A2B3C4D" w14:textId="77777777" w:rsidR="00A77B3E">{look}{inner}</w:p>'
    )


def part(root: str, inner: str) -> str:
    """A part of Word with all the namespaces it declares."""
    return f"{DECLARATION}<w:{root} {SPACES}>{inner}</w:{root}>"


def table(rows: list[list]) -> str:
    """A grid of cells."""
    lines = []
    for row in rows:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/></w:tcPr>{paragraph(run(str(value)))}'
            "</w:tc>"
            for value in row
        )
        lines.append(f"<w:tr>{cells}</w:tr>")
    grid = '<w:gridCol w:w="1800"/>' * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


class WordPaper:
    """A paper as Word saves it; features add parts and paragraphs."""

    def __init__(self, seed: int, salt: str = "word", *, base: str = TRANSITIONAL) -> None:
        """The paper of a seed, with the parts that every Word file has."""
        self.seed = seed
        self.prose = Prose(seed, salt)
        self.package = Opc(DOCUMENT, MAIN, base=base)
        self.space = W  # the strict form of the standard has a space of its own
        self.body: list[str] = [paragraph(run(self.prose.title(), "<w:b/>"))]
        self.body += [paragraph(run(text)) for text in self.prose.paragraphs()]
        self.section = SECTION
        self.settings = '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        self.package.parts[DOCUMENT] = b""  # the main part stands first
        self._standard_parts()

    def add(self, file: str, root: str, inner: str, kind: str, relation: str) -> str:
        """A part of Word beside the document.  Returns the relation's id."""
        return self.package.add(
            f"word/{file}", part(root, inner), f"{WORD_TYPE}.{kind}+xml", relation, DOCUMENT
        )

    def media(self, file: str, content: bytes, ending_type: str, source: str = DOCUMENT) -> str:
        """A picture part.  Returns the relation's id."""
        self.package.defaults[file.rpartition(".")[2]] = ending_type
        return self.package.add(f"word/media/{file}", content, "", "image", source)

    def bytes(self, way: Way | None = None) -> bytes:
        """The file, in Word's way unless another is asked for."""
        inner = f"<w:body>{''.join(self.body)}{self.section}</w:body>"
        self.package.parts[DOCUMENT] = part("document", inner).encode()
        self.package.parts["word/settings.xml"] = part("settings", self.settings).encode()
        for name, content in self.package.parts.items():
            if self.space != W and name.startswith("word/") and name.endswith(".xml"):
                self.package.parts[name] = content.replace(W.encode(), self.space.encode())
        return self.package.packed(way or Way(padding=520))

    def _standard_parts(self) -> None:
        self.add("styles.xml", "styles", _STYLES, "styles", "styles")
        self.add("settings.xml", "settings", "", "settings", "settings")
        self.add("webSettings.xml", "webSettings", "<w:optimizeForBrowser/>", "webSettings",
                 "webSettings")  # fmt: skip
        font = f'<w:font w:name="{FONT}"><w:charset w:val="A3"/></w:font>'
        self.add("fontTable.xml", "fonts", font, "fontTable", "fontTable")
        self.package.add(
            "word/theme/theme1.xml", THEME,
            "application/vnd.openxmlformats-officedocument.theme+xml", "theme", DOCUMENT,
        )  # fmt: skip
        add_properties(self.package, self.prose.title())


_STYLES = (
    f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}"/>'
    '<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:latentStyles w:count="376">'
    + "".join(f'<w:lsdException w:name="heading {n}" w:uiPriority="9"/>' for n in range(1, 10))
    + '</w:latentStyles><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
)
THEME = (
    f'{DECLARATION}<a:theme xmlns:a="{_EXTENSIONS["a"]}" name="Office Theme"><a:themeElements>'
    '<a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '</a:clrScheme></a:themeElements></a:theme>'
)  # fmt: skip


def add_properties(package: Opc, title: str, program: str = "Microsoft Office Word") -> None:
    """docProps/core.xml and app.xml."""
    core = (
        f'{DECLARATION}<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{words(title)}</dc:title><dc:creator>Văn phòng</dc:creator>"
        "<cp:revision>12</cp:revision><cp:lastPrinted>2026-03-01T01:00:00Z</cp:lastPrinted>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-03-01T00:30:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-03-02T08:15:00Z</dcterms:modified>'
        "</cp:coreProperties>"
    )  # fmt: skip
    app = (
        f'{DECLARATION}<Properties '
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Template>Normal.dotm</Template><Application>{program}</Application>"
        "<Pages>3</Pages><DocSecurity>0</DocSecurity><AppVersion>16.0000</AppVersion></Properties>"
    )  # fmt: skip
    package.add(
        "docProps/core.xml", core, "application/vnd.openxmlformats-package.core-properties+xml",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "",
    )  # fmt: skip
    package.add(
        "docProps/app.xml", app,
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "extended-properties", "",
    )  # fmt: skip
