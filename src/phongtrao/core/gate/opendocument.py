"""OpenDocument texts and sheets (.odt, .ods): the wall's rules before they are converted.

Source: OASIS OpenDocument 1.3, part 2 (packages) and part 3 (elements).
"""

import re
from itertools import chain
from typing import NamedTuple

from phongtrao.core.gate.archive import Archive, Member
from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.package import BINARY_MAGICS
from phongtrao.core.gate.pictures import check_picture_size
from phongtrao.core.gate.verdicts import Refused
from phongtrao.core.gate.xml_scan import Effort, XmlScan, looks_like_xml

_PREFIX = b"application/vnd.oasis.opendocument."
_KINDS = {b"text": "odt", b"spreadsheet": "ods"}
_REFUSED_TYPES = (
    (b"template", "template-file"),
    (b"presentation", "presentation"),
)
_PROGRAM_FOLDERS = re.compile(r"^(basic|scripts|dialogs|java)/|/(basic|scripts|dialogs)/|macrosig")
_REFUSED_ELEMENTS = {
    "event-listener": "old-macro",
    "script": "old-macro",
    "libraries": "old-macro",
    "applet": "activex",
    "plugin": "activex",
    "floating-frame": "outside-part",
    "object-ole": "old-object",
    "dde-source": "dde",
    "dde-link": "dde",
    "dde-connection-decl": "dde",
    "section-source": "outside-part",
    "table-source": "outside-part",
    "cell-range-source": "outside-part",
    "database-source-sql": "web-query",
    "database-source-table": "web-query",
    "database-source-query": "web-query",
    "encryption-data": "locked",
}
_OBJECT_TYPES = {"chart", "formula"}
_MIME_BYTES = 100


class _Stated(NamedTuple):
    path: str
    kind: str


def inspect_opendocument(data: bytes, limits: GateLimits) -> str:
    """Judge an OpenDocument package and return its kind, ``odt`` or ``ods``.  Raises Refused."""
    archive = Archive(data, limits)
    kind = _kind(archive)
    reader = _Parts(archive, limits)
    for member in archive.members.values():
        reader.check(member)
    reader.check_objects()
    if "content.xml" not in archive.members:
        raise Refused("package-broken")
    return kind


def _kind(archive: Archive) -> str:
    """The kind by the member ``mimetype``."""
    member = archive.members.get("mimetype")
    if member is None:
        raise Refused("type-mismatch")
    stated = archive.read(member, _MIME_BYTES).strip()
    if not stated.startswith(_PREFIX):
        raise Refused("type-mismatch")
    for word, code in _REFUSED_TYPES:
        if word in stated:
            raise Refused(code)
    kind = _KINDS.get(stated.removeprefix(_PREFIX))
    if kind is None:
        raise Refused("type-not-accepted")
    return kind


class _Parts:
    """The members of one package; what the manifest states of inner objects is compared."""

    def __init__(self, archive: Archive, limits: GateLimits) -> None:
        self._archive, self._limits = archive, limits
        self._effort, self._xml_bytes = Effort(), 0
        self._stated: list[_Stated] = []
        self._objects: set[str] = set()

    def check(self, member: Member) -> None:
        """Read one member to its end.  Raises Refused."""
        if _PROGRAM_FOLDERS.search(member.name.lower()):
            raise Refused("old-macro")
        pieces = self._archive.chunks(member)
        head = next(pieces, b"")
        whole = chain((head,), pieces)
        if member.name.lower().endswith((".xml", ".rdf")) or looks_like_xml(head):
            self._xml_bytes += member.size
            if self._xml_bytes > self._limits.xml_bytes:
                raise Refused("xml-too-large")
            XmlScan(self._limits, self._element, effort=self._effort).run(whole)
            return
        for magic, code in BINARY_MAGICS:
            if head.startswith(magic):
                raise Refused("old-object" if code == "ole" else code)
        check_picture_size(head, self._limits)
        for _ in whole:
            pass

    def check_objects(self) -> None:
        """Objects drawn in the text are charts or formulas of this package.  Raises Refused."""
        kinds = {stated.path.strip("/"): stated.kind for stated in self._stated}
        for target in self._objects:
            stated = kinds.get(target.removeprefix("./").strip("/"), "")
            if stated.rpartition("opendocument.")[2] not in _OBJECT_TYPES:
                raise Refused("old-object")

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        if code := _REFUSED_ELEMENTS.get(name):
            raise Refused(code)
        if name not in {"file-entry", "object"}:
            return
        local = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "file-entry":
            self._stated.append(_Stated(local.get("full-path", ""), local.get("media-type", "")))
        elif "href" in local:
            self._objects.add(local["href"])
