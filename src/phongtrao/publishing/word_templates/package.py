"""The parts of a Word file as the filling engine would meet them, and their stray braces.

What is found here is found in the trees and not in the bytes: a brace written as an entity, in a
comment or in an attribute is a brace.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from phongtrao.publishing.word_templates.places import Fault, Place

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN = "word/document.xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
BRACE = re.compile(r"[{}]")
# Identifiers of drawings and parts have braces of their own; the engine does not look into one.
_IDENTIFIER = re.compile(r"\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}")
# What opens or closes a tag; parts that the engine never reads may hold single braces.
_TAG_MARK = re.compile(r"\{\s*[{%#]|[}%#]\s*\}")
_ENGINE_READS = (
    (re.compile(r"word/header\d*\.xml"), "header"),
    (re.compile(r"word/footer\d*\.xml"), "footer"),
    (re.compile(r"word/(?:foot|end)notes\d*\.xml"), "notes"),
    (re.compile(r"docprops/core\.xml"), "properties"),
)
_OTHERS = (
    (re.compile(r"word/comments\w*\.xml"), "comments"),
    (re.compile(r"docprops/.*"), "properties"),
)
_NO_TEXT = re.compile(r".*\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf|ttf|bin)")
_EXCERPT = 30


class UnreadableTemplateError(Exception):
    """The file can not be read as a Word file; the message is the code of a fault."""


class TemplatePackage:
    """A Word file: its main part as a tree, and the stray braces of all other parts."""

    def __init__(self, data: bytes) -> None:
        """Open the file. Raises UnreadableTemplateError."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._parts = {name: archive.read(name) for name in archive.namelist()}
            main = self._parts.pop(_MAIN)
            self.document = parsed(main)
            is_main = self._names_the_main_part()
        except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, OSError) as fault:
            raise UnreadableTemplateError("broken") from fault
        if _STRICT in main or self.document.tag != f"{W}document":
            raise UnreadableTemplateError("strict")
        if not is_main:
            raise UnreadableTemplateError("broken")
        self.body = self.document.find(f"{W}body")
        if self.body is None:
            raise UnreadableTemplateError("broken")

    def _names_the_main_part(self) -> bool:
        """Whether the package itself calls the part that is checked here its document."""
        relations = [
            relation.get("Target", "").lstrip("/")
            for relation in parsed(self._parts["_rels/.rels"])
            if str(relation.get("Type", "")).endswith("/officeDocument")
        ]
        return relations == [_MAIN]

    def stray_tags(self) -> Iterator[Fault]:
        """Tags in headers, notes, comments, properties and every other part but the main one."""
        for name, data in self._parts.items():
            kind, is_read = _place_of(name.lower())
            if not _NO_TEXT.fullmatch(name.lower()):
                yield from _in_part(data, BRACE if is_read else _TAG_MARK, Place(kind))


def parsed(data: bytes) -> Any:
    """A part as a tree, comments and instructions kept. Raises XMLSyntaxError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def serialised(tree: Any) -> str:
    """A tree as the engine is given it, without the identifiers that have braces of their own."""
    return _IDENTIFIER.sub("", etree.tostring(tree, encoding="unicode"))


def around(text: str, at: int) -> str:
    """What stands at a place of a text, short enough to be quoted."""
    return text[max(0, at - _EXCERPT // 3) : at + _EXCERPT]


def _in_part(data: bytes, mark: re.Pattern[str], place: Place) -> Iterator[Fault]:
    try:
        tree = parsed(data)
        # The text alone too: a tag may be split over elements.
        texts = ["".join(tree.itertext()), serialised(tree)]
    except (etree.XMLSyntaxError, ValueError):
        texts = [data.decode("utf-8", "replace")]
    for text in texts:
        found = mark.search(_IDENTIFIER.sub("", text))
        if found:
            yield Fault("place", place, around(_IDENTIFIER.sub("", text), found.start()))
            return


def _place_of(name: str) -> tuple[str, bool]:
    """The kind of place of a part, and whether the engine reads it."""
    for pattern, kind in _ENGINE_READS:
        if pattern.fullmatch(name):
            return kind, True
    return next((kind for pattern, kind in _OTHERS if pattern.fullmatch(name)), "other"), False
