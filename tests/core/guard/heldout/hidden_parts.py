"""Open, change and close the zip of an Office file."""

import re
import zipfile
from io import BytesIO

Parts = dict[str, bytes]
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def opened(data: bytes) -> Parts:
    """Return the members of an Office file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def closed(parts: Parts) -> bytes:
    """Return an Office file made of the members."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def escaped(text: str) -> str:
    """Return text safe inside XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def replaced(parts: Parts, name: str, old: str, new: str) -> None:
    """Replace the last occurrence of ``old`` in a member; a miss is an error of the generator."""
    text = parts[name].decode("utf-8")
    head, found, tail = text.rpartition(old)
    if not found:
        raise ValueError(f"{name} holds no {old}")
    parts[name] = (head + new + tail).encode("utf-8")


def added(parts: Parts, name: str, xml: str, content_type: str, relation: str = "") -> str:
    """Add a member with its content type and, where asked, its relation from the document."""
    parts[name] = (XML + xml).encode("utf-8")
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
    replaced(parts, "[Content_Types].xml", "</Types>", f"{override}</Types>")
    if not relation:
        return ""
    source = "_rels/.rels" if not name.startswith("word/") else "word/_rels/document.xml.rels"
    target = name.removeprefix("word/")
    return related(parts, source, relation, target)


def related(parts: Parts, source: str, relation: str, target: str, mode: str = "") -> str:
    """Add one relation and return its id."""
    count = len(re.findall(rb"<Relationship ", parts[source])) + 40
    kind = relation if relation.startswith("http") else f"{REL}/{relation}"
    how = f' TargetMode="{mode}"' if mode else ""
    line = f'<Relationship Id="rId{count}" Type="{kind}" Target="{escaped(target)}"{how}/>'
    replaced(parts, source, "</Relationships>", f"{line}</Relationships>")
    return f"rId{count}"


def into_body(parts: Parts, xml: str) -> None:
    """Put XML at the end of the body, before the section properties."""
    replaced(parts, "word/document.xml", "<w:sectPr", f"{xml}<w:sectPr")
