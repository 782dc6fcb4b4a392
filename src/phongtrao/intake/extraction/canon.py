"""The canonical text, its folded twin of equal length, and fingerprints.

Every offset of an extraction counts code points of ``canon(text)``.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property

from phongtrao.core.vietnamese import nfc
from phongtrao.org.gazetteer.name_trie import folded

__all__ = ["Paper", "Span", "canon", "fingerprint", "folded", "read_number", "wrapped"]
_LINE = re.compile(r"[^\n]+")
_WRONG_DIGITS = str.maketrans("loi", "101")


def canon(text: str) -> str:
    """One leading byte-order mark off, line ends as ``\\n``, NFC; nothing else is changed."""
    bare = text.removeprefix("\ufeff")
    return nfc(bare.replace("\r\n", "\n").replace("\r", "\n"))


def fingerprint(canonical: str) -> str:
    """The SHA-256 of a canonical text in UTF-8, hexadecimal."""
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def read_number(digits: str) -> int:
    """A number read from print or from a scan, where l, o and i stand for 1, 0 and 1."""
    return int(digits.lower().translate(_WRONG_DIGITS))


def wrapped(pattern: str) -> re.Pattern[str]:
    """Compile a pattern whose every space may be a line break or several spaces.

    Papers wrap anywhere, also inside "phối hợp" or "yêu cầu".
    """
    return re.compile(pattern.replace(" ", r"\s+"))


@dataclass(frozen=True)
class Span:
    """A stretch of the canonical text, end exclusive."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether ``other`` lies inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Paper:
    """A canonical text with its folded twin."""

    text: str

    @cached_property
    def key(self) -> str:
        """The folded twin: same length, no case, no accents."""
        return folded(self.text)

    @cached_property
    def low(self) -> str:
        """Lower case with accents, same length (letters that would grow stay)."""
        plain = self.text.lower()
        if len(plain) == len(self.text):
            return plain
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)

    @cached_property
    def lines(self) -> "list[Span]":
        """The lines that are not empty, without the space around them."""
        spans = (self.trimmed(Span(*m.span())) for m in _LINE.finditer(self.text))
        return [s for s in spans if s.end > s.start]

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def trimmed(self, span: Span, drop: str = " \t\n\u00a0") -> Span:
        """The span without the given characters at both ends."""
        start, end = span.start, span.end
        while start < end and self.text[start] in drop:
            start += 1
        while end > start and self.text[end - 1] in drop:
            end -= 1
        return Span(start, end)
