"""Writers of Office packages in the manners of different programs: order, packing, padding."""

import io
import posixpath
import struct
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DAY = (2026, 3, 2, 7, 30, 0)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


@dataclass(frozen=True)
class Way:
    """How a program writes its archive."""

    stream: bool = False  # sizes behind the data, as programs do that write to a network
    stored: tuple[str, ...] = ()  # endings left unpacked
    padding: int = 0  # bytes of the extra field of the first member, as Word leaves them
    folders: bool = False  # entries for folders, as tools do that pack a directory
    last: tuple[str, ...] = ()  # parts that come at the end, against custom
    level: int = 6


@dataclass
class _Link:
    id: str
    kind: str
    target: str
    external: bool


@dataclass
class Opc:
    """A package in the making: parts with types, relations by source."""

    main: str
    main_type: str
    base: str = TRANSITIONAL
    prefix: str = "rId"
    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    links: dict[str, list[_Link]] = field(default_factory=dict)

    def put(self, name: str, content: str | bytes, kind: str = "") -> None:
        """A part with its content type; an empty type leaves it to the defaults."""
        self.parts[name] = content.encode() if isinstance(content, str) else content
        if kind:
            self.types[name] = kind

    def link(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """A relation; ``target`` is a part's full name or an address.  Returns its id."""
        found = self.links.setdefault(source, [])
        kind = kind if "://" in kind else f"{self.base}/{kind}"
        found.append(_Link(f"{self.prefix}{len(found) + 1}", kind, target, external))
        return found[-1].id

    def add(self, name: str, content: str | bytes, kind: str, relation: str, source: str) -> str:
        """A part together with the relation that leads to it.  Returns the relation's id."""
        self.put(name, content, kind)
        return self.link(source, relation, name)

    def packed(self, way: Way | None = None) -> bytes:
        """The package as bytes; equal packages give equal bytes."""
        way = way or Way()
        self.links.setdefault("", []).insert(
            0, _Link(f"{self.prefix}0", f"{self.base}/officeDocument", self.main, external=False)
        )
        members = {"[Content_Types].xml": self._types_part()}
        for source, links in self.links.items():
            members[_relations_name(source)] = _relations_part(source, links)
        members |= self.parts
        names = sorted(members, key=lambda name: name in way.last)
        return _zipped({name: members[name] for name in names}, way)

    def _types_part(self) -> bytes:
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            **self.defaults,
        }
        overrides = {self.main: self.main_type, **self.types}
        rows = [
            f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in defaults.items()
        ]
        rows += [
            f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
            for name, kind in overrides.items()
            if name in self.parts
        ]
        space = f"{PACKAGE}/content-types"
        return f'{DECLARATION}<Types xmlns="{space}">{"".join(rows)}</Types>'.encode()


def _relations_name(source: str) -> str:
    folder, _, file = source.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relations_part(source: str, links: list[_Link]) -> bytes:
    rows = []
    for link in links:
        target, mode = link.target, ' TargetMode="External"' if link.external else ""
        if not link.external and not target.startswith(("/", "#", "http")):
            target = posixpath.relpath(target, posixpath.dirname(source) or ".")
        rows.append(
            f'<Relationship Id="{link.id}" Type="{link.kind}" Target={quoteattr(target)}{mode}/>'
        )
    space = f"{PACKAGE}/relationships"
    text = f'{DECLARATION}<Relationships xmlns="{space}">{"".join(rows)}</Relationships>'
    return text.encode()


class _OneWay(io.RawIOBase):
    """A stream without return, such as a network: sizes can only stand behind the data."""

    def __init__(self) -> None:
        self.content = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.content += bytes(data)
        return len(data)


def _zipped(members: dict[str, bytes], way: Way) -> bytes:
    stream, buffer = _OneWay(), io.BytesIO()
    target = stream if way.stream else buffer
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=way.level) as archive:
        folders: set[str] = set()
        for number, (name, content) in enumerate(members.items()):
            if way.folders:
                _write_folders(archive, name, folders)
            entry = zipfile.ZipInfo(name, DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            if name.endswith(way.stored) and way.stored:
                entry.compress_type = zipfile.ZIP_STORED
            if way.padding and not number:
                entry.extra = struct.pack("<HHH", 0xA220, way.padding, 0) + b"\0" * way.padding
                entry.extra = entry.extra[: 4 + way.padding]
            archive.writestr(entry, content, compresslevel=way.level)
    return bytes(stream.content) if way.stream else buffer.getvalue()


def _write_folders(archive: zipfile.ZipFile, name: str, done: set[str]) -> None:
    at = name.find("/")
    while at >= 0:
        folder = name[: at + 1]
        if folder not in done:
            done.add(folder)
            archive.writestr(zipfile.ZipInfo(folder, DAY), b"")
        at = name.find("/", at + 1)


def words(text: str) -> str:
    """Text as the content of an element."""
    return escape(text)
