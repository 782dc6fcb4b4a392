"""A small writer of office packages: parts, content types and relations, fixed time stamps."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

_OPEN = "http://schemas.openxmlformats.org"
REL = f"{_OPEN}/officeDocument/2006/relationships"
PACKAGE_REL = f"{_OPEN}/package/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DECLARED = {
    "w": f"{_OPEN}/wordprocessingml/2006/main",
    "r": REL,
    "wp": f"{_OPEN}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_OPEN}/drawingml/2006/main",
    "pic": f"{_OPEN}/drawingml/2006/picture",
    "c": f"{_OPEN}/drawingml/2006/chart",
    "dgm": f"{_OPEN}/drawingml/2006/diagram",
    "m": f"{_OPEN}/officeDocument/2006/math",
    "xdr": f"{_OPEN}/drawingml/2006/spreadsheetDrawing",
    "mc": f"{_OPEN}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
SHEET_MAIN = f"{_OPEN}/spreadsheetml/2006/main"
NAMES = " ".join(f'xmlns:{key}="{uri}"' for key, uri in DECLARED.items())


@dataclass(frozen=True)
class Part:
    """One member of a package and, if ``owner`` is given, the relation that leads to it.

    ``content_type`` empty = known by its ending. ``external`` = the target of an outside relation
    (then no member is written).
    """

    name: str
    content: str | bytes = ""
    content_type: str = ""
    owner: str | None = None
    rel: str = ""
    rel_id: str = ""
    external: str = ""


def _rels_name(owner: str) -> str:
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _relations(parts: list[Part], owner: str) -> str:
    lines = []
    for at, part in enumerate(parts):
        if part.owner != owner:
            continue
        target = part.external or posixpath.relpath(part.name, posixpath.dirname(owner) or ".")
        mode = ' TargetMode="External"' if part.external else ""
        rel_id = part.rel_id or f"rAuto{at}"
        kind = part.rel if "://" in part.rel else f"{REL}/{part.rel}"
        lines.append(f'<Relationship Id="{rel_id}" Type="{kind}" Target="{target}"{mode}/>')
    return f'{HEAD}<Relationships xmlns="{PACKAGE_REL}">{"".join(lines)}</Relationships>'


def _types(parts: list[Part]) -> str:
    known = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
        "xlsx": SHEET_TYPE + "sheet",
        "docx": WORD_TYPE + "document",
        "vml": "application/vnd.openxmlformats-officedocument.vmlDrawing",
    }
    lines = [f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in known.items()]
    lines += [
        f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.content_type
    ]
    space = f"{_OPEN}/package/2006/content-types"
    return f'{HEAD}<Types xmlns="{space}">{"".join(lines)}</Types>'


def pack(parts: Iterable[Part], comment: bytes = b"") -> bytes:
    """Return the bytes of the package of ``parts``, relations and types added."""
    listed = list(parts)
    members: list[tuple[str, str | bytes]] = [("[Content_Types].xml", _types(listed))]
    owners = dict.fromkeys(part.owner for part in listed if part.owner is not None)
    members += [(_rels_name(owner), _relations(listed, owner)) for owner in owners]
    members += [(part.name, part.content) for part in listed if not part.external]
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name, (2026, 1, 2, 8, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
        archive.comment = comment
    return stream.getvalue()


def core_properties(**fields: str) -> Part:
    """Return docProps/core.xml with the given fields (``dc_title`` = dc:title and so on)."""
    inner = "".join(
        f"<{name.replace('_', ':')}>{text}</{name.replace('_', ':')}>"
        for name, text in fields.items()
    )
    spaces = (
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:cp="{_OPEN}/package/2006/metadata/core-properties"'
    )
    return Part(
        "docProps/core.xml",
        f"{HEAD}<cp:coreProperties {spaces}>{inner}</cp:coreProperties>",
        "application/vnd.openxmlformats-package.core-properties+xml",
        owner="",
        rel=f"{PACKAGE_REL}/metadata/core-properties",
    )


def extended_properties(inner: str) -> Part:
    """Return docProps/app.xml."""
    space = f"{_OPEN}/officeDocument/2006/extended-properties"
    return Part(
        "docProps/app.xml",
        f'{HEAD}<Properties xmlns="{space}">{inner}</Properties>',
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        owner="",
        rel="extended-properties",
    )


def custom_property(name: str, value: str) -> Part:
    """Return docProps/custom.xml with one property."""
    spaces = (
        f'xmlns="{_OPEN}/officeDocument/2006/custom-properties" '
        f'xmlns:vt="{_OPEN}/officeDocument/2006/docPropsVTypes"'
    )
    inner = (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
    )
    return Part(
        "docProps/custom.xml",
        f"{HEAD}<Properties {spaces}>{inner}</Properties>",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        owner="",
        rel="custom-properties",
    )


_AXES = "".join(
    f'<c:{kind}><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
    f'<c:delete val="0"/><c:axPos val="{side}"/><c:crossAx val="{other}"/></c:{kind}>'
    for kind, own, side, other in [("catAx", 1, "b", 2), ("valAx", 2, "l", 1)]
)


def chart(title: str, category: str, workbook: bool = False) -> str:
    """Return the XML of a bar chart with a title and one cached category."""
    data = '<c:externalData r:id="rBook"><c:autoUpdate val="0"/></c:externalData>'
    return (
        f"{HEAD}<c:chartSpace {NAMES}><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>"
        f"<a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:layout/>"
        '<c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:cat>'
        '<c:strRef><c:f>Sheet1!$A$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0">'
        f"<c:v>{category}</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numLit>"
        '<c:ptCount val="1"/><c:pt idx="0"><c:v>12</c:v></c:pt></c:numLit></c:val></c:ser>'
        f'<c:axId val="1"/><c:axId val="2"/></c:barChart>{_AXES}</c:plotArea></c:chart>'
        f"{data if workbook else ''}</c:chartSpace>"
    )
