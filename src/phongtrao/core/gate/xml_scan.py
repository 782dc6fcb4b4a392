"""XML parts read token by token with expat: no declaration, no depth, no giant is let through.

Expat never fetches anything and never builds a tree; the first DOCTYPE ends the reading, so
entities can not grow.  Only the encodings of the package standard (UTF-8, UTF-16) are read:
two parsers that read two encodings would see two documents.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.parsers import expat

from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.text import has_stacked_marks
from phongtrao.core.gate.verdicts import Refused

StartHandler = Callable[[str, dict[str, str]], None]
EndHandler = Callable[[str], None]
TextHandler = Callable[[str], None]
DoctypeHandler = Callable[[str, str | None, str | None, int], None]

_ENCODINGS = {"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"}
_PROPERTY_LIST = (
    "plist",
    "-//Apple//DTD PLIST 1.0//EN",
    "http://www.apple.com/DTDs/PropertyList-1.0.dtd",
)
_DECLARATIONS = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def looks_like_xml(head: bytes) -> bool:
    """True when a part begins as XML does, in UTF-8, UTF-16 or UTF-32, with or without a mark."""
    bare = head.replace(b"\0", b"")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        bare = bare.removeprefix(mark)
    return bare.lstrip()[:1] == b"<"


@dataclass
class Effort:
    """What the parts of one upload have cost together."""

    elements: int = 0
    workbooks: int = 0


class XmlScan:
    """One pass over an XML part with limits; callers add handlers for what they look for."""

    def __init__(
        self,
        limits: GateLimits,
        start: StartHandler | None = None,
        end: EndHandler | None = None,
        text: TextHandler | None = None,
        effort: Effort | None = None,
        doctype: DoctypeHandler | None = None,
    ) -> None:
        """Prepare a pass; handlers get local names (without prefix) and raw attributes.

        ``doctype`` judges a declaration where one is usual; elsewhere any is refused.
        """
        self._effort = effort or Effort()
        self._limits = limits
        self._start, self._end, self._text = start, end, text
        self._depth = 0
        self._since_tag = 0
        self._parser = expat.ParserCreate(intern={})
        self._parser.buffer_text = True
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.XmlDeclHandler = _declared
        self._parser.StartDoctypeDeclHandler = doctype or _doctype
        self._parser.EntityDeclHandler = _doctype
        self._parser.StartElementHandler = self._opened
        self._parser.EndElementHandler = self._closed
        self._parser.CharacterDataHandler = self._characters

    def run(self, pieces: Iterable[bytes]) -> None:
        """Read the part to its end.  Raises Refused."""
        try:
            for piece in pieces:
                self._watch_token(piece)
                self._parser.Parse(piece, False)  # noqa: FBT003 - expat takes no keyword
            self._parser.Parse(b"", True)  # noqa: FBT003
        except expat.ExpatError as error:
            raise Refused("xml-broken") from error

    def _watch_token(self, piece: bytes) -> None:
        """Refuse a stretch without any ``>``: expat keeps an open tag in memory and rereads it."""
        last = piece.rfind(b">")
        self._since_tag = self._since_tag + len(piece) if last < 0 else len(piece) - last
        if self._since_tag > self._limits.xml_token_bytes:
            raise Refused("xml-attributes")

    def _opened(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._effort.elements += 1
        if self._effort.elements > self._limits.xml_elements:
            raise Refused("xml-too-large")
        if self._depth > self._limits.xml_depth:
            raise Refused("xml-too-deep")
        if attributes:
            if len(attributes) > self._limits.xml_attributes:
                raise Refused("xml-attributes")
            if sum(map(len, attributes.values())) > self._limits.xml_attribute_bytes:
                raise Refused("xml-attributes")
        if self._start:
            self._start(name.rpartition(":")[2] if ":" in name else name, attributes)

    def _closed(self, name: str) -> None:
        self._depth -= 1
        if self._end:
            self._end(name.rpartition(":")[2] if ":" in name else name)

    def _characters(self, text: str) -> None:
        if not text.isascii() and has_stacked_marks(text):
            raise Refused("text-marks")
        if self._text:
            self._text(text)


def scan_loose_markup(pieces: Iterable[bytes]) -> None:
    """Old VML drawings are not always well-formed: only declarations are looked for."""
    before = b""
    for piece in pieces:
        bare = (before + piece).replace(b"\0", b"")
        if _DECLARATIONS.search(bare):
            raise Refused("xml-doctype")
        before = bare[-16:]


def property_list(name: str, system: str | None, public: str | None, inner: int) -> None:
    """Refuse every declaration but Apple's own: Excel for Mac keeps the page set-up so.

    It declares nothing inside the file, and nobody fetches what it names.
    """
    if inner or (name, public, system) != _PROPERTY_LIST:
        raise Refused("xml-doctype")


def _declared(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() not in _ENCODINGS:
        raise Refused("xml-encoding")


def _doctype(*_parts: object) -> None:
    raise Refused("xml-doctype")
