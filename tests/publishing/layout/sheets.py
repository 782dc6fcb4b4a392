"""Writes Word files from plain descriptions, part by part, for papers that are right or wrong.

Shares nothing with the product: neither its writer of papers nor its checks.
"""

import io
import zipfile
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = (
    f"<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>{more}</w:styles>"
)


@dataclass(frozen=True)
class P:
    """A paragraph; sizes and spaces in points, indents in millimetres. `lead` is a bold
    beginning, `raw` further runs as they are."""

    text: str = ""
    size: float = 14
    b: bool = False
    i: bool = False
    u: bool = False
    align: str = "both"
    first: float = 12.7
    before: float = 0
    after: float = 6
    line: float = 1.15
    font: str = ""
    colour: str = ""
    lead: str = ""
    style: str = ""
    rule: bool = False
    raw: str = ""

    def xml(self) -> str:
        """The paragraph as Word writes it."""
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        border = (
            '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
            if self.rule
            else ""
        )
        look = (
            f'{style}{border}<w:spacing w:before="{self.before * 20:.0f}"'
            f' w:after="{self.after * 20:.0f}" w:line="{self.line * 240:.0f}" w:lineRule="auto"/>'
            f'<w:ind w:firstLine="{self.first * 1440 / 25.4:.0f}"/><w:jc w:val="{self.align}"/>'
        )
        lead = self._run(self.lead, b=True, size=self.size) if self.lead else ""
        main = self._run(self.text, b=self.b, size=self.size) if self.text else ""
        return f"<w:p><w:pPr>{look}</w:pPr>{lead}{main}{self.raw}</w:p>"

    def _run(self, text: str, *, b: bool, size: float) -> str:
        font = f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}"/>' if self.font else ""
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        under = '<w:u w:val="single"/>' if self.u else ""
        marks = f"{'<w:b/>' if b else ''}{'<w:i/>' if self.i else ''}"
        look = f'{font}{marks}{colour}<w:sz w:val="{size * 2:.0f}"/>{under}'
        pieces = "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in text.split("\t")
        )
        return f"<w:r><w:rPr>{look}</w:rPr>{pieces}</w:r>"


@dataclass(frozen=True)
class Sheet:
    """A run of pages; margins in millimetres. `number` is the header's paragraph look, or None."""

    width: float = 210
    height: float = 297
    top: float = 20
    bottom: float = 20
    left: float = 30
    right: float = 15
    title_page: bool = True
    number: P | None = field(default_factory=lambda: P(size=14, align="center", first=0))
    footer: bool = False
    start: int | None = None
    number_format: str = ""
    around: tuple[str, str] = ("", "")
    instruction: str = " PAGE "

    @property
    def _margins(self) -> tuple[float, ...]:
        return self.top, self.right, self.bottom, self.left

    def xml(self, relation: str) -> str:
        """The section's properties with its one header or footer."""
        kind = "footer" if self.footer else "header"
        ref = f'<w:{kind}Reference w:type="default" r:id="{relation}"/>' if self.number else ""
        twips = [round(each * 1440 / 25.4) for each in (self.width, self.height, *self._margins)]
        start = f' w:start="{self.start}"' if self.start is not None else ""
        shape = f' w:fmt="{self.number_format}"' if self.number_format else ""
        return (
            f'<w:sectPr>{ref}<w:pgSz w:w="{twips[0]}" w:h="{twips[1]}"/>'
            f'<w:pgMar w:top="{twips[2]}" w:right="{twips[3]}" w:bottom="{twips[4]}"'
            f' w:left="{twips[5]}" w:header="567" w:footer="567" w:gutter="0"/>'
            f"<w:pgNumType{shape}{start}/>{'<w:titlePg/>' if self.title_page else ''}</w:sectPr>"
        )


@dataclass(frozen=True)
class Break:
    """The end of a run of pages."""

    sheet: Sheet


@dataclass(frozen=True)
class Table:
    """Rows of cells; a cell holds named paragraphs."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]


Blocks = dict[str, "P | Break | Table"]


@dataclass(frozen=True)
class Source:
    """A paper as named paragraphs in their order; those in tables are named by the table."""

    blocks: Blocks
    sheet: Sheet = field(default_factory=Sheet)
    styles: str = ""
    parts: dict[str, str] = field(default_factory=dict)

    def changed(self, **changes: object) -> "Source":
        """Another look of some paragraphs: `name={"size": 11}`, or `name=None` to take one out."""
        blocks = dict(self.blocks)
        for name, change in changes.items():
            blocks[name] = P("", after=0) if change is None else replace(blocks[name], **change)
        return replace(self, blocks=blocks)

    def without(self, *names: str) -> "Source":
        """The paper without some paragraphs."""
        return replace(self, blocks={k: v for k, v in self.blocks.items() if k not in names})

    def on(self, **changes: object) -> "Source":
        """The paper on another sheet."""
        return replace(self, sheet=replace(self.sheet, **changes))

    def docx(self) -> bytes:
        """The Word file."""
        inside = {
            name
            for block in self.blocks.values()
            if isinstance(block, Table)
            for row in block.rows
            for cell in row
            for name in cell
        }
        sheets: list[Sheet] = []
        body = ""
        for name, block in self.blocks.items():
            if isinstance(block, Break):
                sheets.append(block.sheet)
                body += f"<w:p><w:pPr>{block.sheet.xml(f'rId{9 + len(sheets)}')}</w:pPr></w:p>"
            elif isinstance(block, Table):
                body += self._table(block)
            elif name not in inside:
                body += block.xml()
        sheets.append(self.sheet)
        body += self.sheet.xml(f"rId{9 + len(sheets)}")
        return _zipped(body, sheets, self.styles, self.parts)

    def _table(self, table: Table) -> str:
        rows = ""
        for row in table.rows:
            cells = "".join(
                "<w:tc><w:tcPr/>"
                + ("".join(self._named(name) for name in cell) or "<w:p/>")
                + "</w:tc>"
                for cell in row
            )
            rows += f"<w:tr>{cells}</w:tr>"
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"

    def _named(self, name: str) -> str:
        block = self.blocks.get(name)
        return block.xml() if isinstance(block, P) else ""


def _zipped(body: str, sheets: list[Sheet], styles: str, parts: dict[str, str]) -> bytes:
    headers = {
        f"rId{10 + place}": (f"{'footer' if sheet.footer else 'header'}{place}.xml", sheet)
        for place, sheet in enumerate(sheets)
        if sheet.number
    }
    relations = f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    types = ""
    files = {
        "word/document.xml": f"<w:document {_NS}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": STYLES.replace("{more}", styles),
    }
    for key, (name, sheet) in headers.items():
        kind = "footer" if sheet.footer else "header"
        relations += f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{name}"/>'
        types += f'<Override PartName="/word/{name}" ContentType="{_WORD}.{kind}+xml"/>'
        tag = "ftr" if sheet.footer else "hdr"
        files[f"word/{name}"] = f"<w:{tag} {_NS}>{_page_number(sheet)}</w:{tag}>"
    for name, text in parts.items():
        key = f"rIdx{name}"
        relations += f'<Relationship Id="{key}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        files[f"word/{name}.xml"] = text
        kind = f"{_WORD}.{name}+xml" if name != "theme" else f"{_OFFICE}.theme+xml"
        types += f'<Override PartName="/word/{name}.xml" ContentType="{kind}"/>'
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
    )
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    content_types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/>{types}</Types>'
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", content_types)
        for name, text in files.items():
            archive.writestr(name, text)
    return written.getvalue()


def _page_number(sheet: Sheet) -> str:
    look = sheet.number
    assert look is not None
    before, after = sheet.around
    style = f'{"<w:i/>" if look.i else ""}<w:sz w:val="{look.size * 2:.0f}"/>'
    return (
        f'<w:p><w:pPr><w:jc w:val="{look.align}"/></w:pPr>'
        f"<w:r><w:rPr>{style}</w:rPr><w:t>{before}</w:t></w:r>"
        f'<w:fldSimple w:instr="{sheet.instruction}">'
        f"<w:r><w:rPr>{style}</w:rPr><w:t>2</w:t></w:r></w:fldSimple>"
        f"<w:r><w:rPr>{style}</w:rPr><w:t>{after}</w:t></w:r></w:p>"
    )
