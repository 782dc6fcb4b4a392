"""Word files by hand: a template around any body and any further part. Knows no rule of a check."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {
    "header1.xml": "header",
    "footer1.xml": "footer",
    "footnotes.xml": "footnotes",
    "comments.xml": "comments",
}


def p(*runs: str) -> str:
    """A paragraph with one run for each text."""
    return f"<w:p>{''.join(map(r, runs))}</w:p>"


def r(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """A table; each cell is one paragraph of this text."""
    columns = max(map(len, rows))
    grid = "".join('<w:gridCol w:w="2000"/>' for _ in range(columns))
    body = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{p(text)}</w:tc>" for text in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def part(tag: str, inner: str) -> str:
    """A part other than the main one: header ("hdr"), footer ("ftr"), footnotes, comments."""
    return f'<w:{tag} xmlns:w="{W}" xmlns:r="{R}">{inner}</w:{tag}>'


def docx(
    body: str, *, parts: Mapping[str, str] | None = None, title: str = "", spaces: str = ""
) -> bytes:
    """A Word file with this body; `parts` are further parts under word/, by name."""
    parts = parts or {}
    sheet = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    if "header1.xml" in parts:
        sheet = sheet.replace("<w:pgSz", '<w:headerReference w:type="default" r:id="r0"/><w:pgSz')
    names = list(parts)
    written = {
        "[Content_Types].xml": _types(names),
        "_rels/.rels": _relations(
            [("officeDocument", "word/document.xml"), ("metadata/core-properties", "core")]
        ).replace('Target="core"', 'Target="docProps/core.xml"'),
        "docProps/core.xml": _core(title),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"{spaces}>'
        f"<w:body>{body}{sheet}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations([(_KINDS[name], name) for name in names]),
        **{f"word/{name}": text for name, text in parts.items()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in written.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{text}')
    return made.getvalue()


def _types(names: list[str]) -> str:
    overrides = {"word/document.xml": f"{_OFFICE}.document.main+xml"}
    overrides |= {f"word/{name}": f"{_OFFICE}.{_KINDS[name]}+xml" for name in names}
    overrides["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    rows = "".join(
        f'<Relationship Id="r{place}" Type="{_type(kind)}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{package}">{rows}</Relationships>'


def _type(kind: str) -> str:
    if kind.startswith("metadata/"):
        return f"http://schemas.openxmlformats.org/package/2006/relationships/{kind}"
    return f"{R}/{kind}"


def _core(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )
