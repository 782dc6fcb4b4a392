"""The parts of a Word file as trees. The upload wall has judged the archive before."""

import io
import posixpath
import zipfile
import zlib
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The strict form of the standard has other names for the same things.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
_BROKEN = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, EOFError, OSError)


class UnreadablePaperError(Exception):
    """The file is no Word file that can be read."""


class Package:
    """A Word file: its main part and those the main part names."""

    def __init__(self, data: bytes) -> None:
        """Open the file. Raises UnreadablePaperError."""
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            main = next(iter(self._related("", "officeDocument").values()))
            self._main = main
            self.document = self._parsed(main)
        except (*_BROKEN, StopIteration, ValueError) as fault:
            raise UnreadablePaperError from fault

    def part(self, kind: str) -> Any:
        """The tree of the part of one kind ("styles", "numbering", "theme"); None without one."""
        for target in self._related(self._main, kind).values():
            try:
                return self._parsed(target)
            except _BROKEN:
                return None
        return None

    def told_pages(self) -> int:
        """How many pages the program that saved the file says it has; 0 where it says nothing."""
        for target in self._related("", "extended-properties").values():
            try:
                text = self._parsed(target).findtext("{*}Pages") or ""
            except _BROKEN:
                continue
            return int(text) if text.isdecimal() else 0
        return 0

    def headers(self) -> dict[str, Any]:
        """The trees of headers and footers by the id of their relation."""
        found = {}
        for kind in ("header", "footer"):
            for key, target in self._related(self._main, kind).items():
                try:
                    found[key] = self._parsed(target)
                except _BROKEN:
                    continue
        return found

    def _related(self, source: str, kind: str) -> dict[str, str]:
        folder, name = posixpath.split(source)
        place = posixpath.join(folder, "_rels", f"{name}.rels")
        if place not in self._archive.namelist():
            return {}
        found = {}
        for relation in self._parsed(place):
            tail = relation.get("Type", "").rpartition("/")[2]
            if tail == kind and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                rooted = target.startswith("/")  # from the root of the package
                found[relation.get("Id", "")] = (
                    target.lstrip("/")
                    if rooted
                    else posixpath.normpath(posixpath.join(folder, target))
                )
        return found

    def _parsed(self, name: str) -> Any:
        data = self._archive.read(name)
        for strict, plain in _STRICT:
            data = data.replace(strict, plain)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
        )
        return etree.fromstring(data, parser)
