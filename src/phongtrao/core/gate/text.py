"""Plain text and CSV: encodings, line lengths, stacked marks, open quotes."""

import codecs
import re

from phongtrao.core.gate.legacy_text import detect_bytes
from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.verdicts import Refused

# Blocks of combining marks; more than 30 in a row is no script but an attack on the layout.
_STACKED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
    "{31}"
)
# Letters and tone marks where Windows-1258 keeps them and other Western pages do not.
_CP1258_TONES = re.compile(rb"[A-Za-z\xc0-\xff][\xcc\xd2\xde\xec\xf2]")
_CP1258_LETTERS = re.compile(rb"[\xd0\xf0\xd5\xf5\xdd\xfd\xc3\xe3]")
_FIELD_START = re.compile(r'(?:^|(?<=[,;\t\n\r]))"', re.MULTILINE)
_QUOTED = re.compile(r'"(?:[^"]++|"")*+"')


def has_stacked_marks(text: str) -> bool:
    """True when a letter carries more marks than any script needs."""
    return _STACKED.search(text) is not None


def inspect_text(data: bytes, *, table: bool, limits: GateLimits) -> None:
    """Judge a text file; ``table`` when its name ends in csv.  Raises Refused."""
    text = _decoded(data)
    if "\0" in text:
        raise Refused("text-nul")
    if _longest_line(text) > limits.text_line_chars:
        raise Refused("text-long-line")
    if not text.isascii() and has_stacked_marks(text):
        raise Refused("text-marks")
    if table and _has_open_quote(text):
        raise Refused("csv-open-quote")


def is_unicode(data: bytes) -> bool:
    """True for UTF-8, and for UTF-16 with its mark."""
    try:
        _decoded(data)
    except Refused:
        return False
    return True


def _decoded(data: bytes) -> str:
    """UTF-8, or UTF-16 with its mark.  Raises Refused with a hint at what was found."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise Refused("text-not-utf8")
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        if detect_bytes(data) in {"tcvn3", "vni"}:
            raise Refused("text-old-encoding") from error
        raise Refused("text-cp1258" if _is_cp1258(data) else "text-not-utf8") from error


def _is_cp1258(data: bytes) -> bool:
    """A guess that only chooses the hint: enough tone marks after letters of Windows-1258."""
    sample = data[:200_000]
    tones = len(_CP1258_TONES.findall(sample))
    letters = len(_CP1258_LETTERS.findall(sample))
    high = sum(1 for byte in sample if byte >= 0x80)
    return high > 0 and tones > 0 and (tones + letters) * 4 >= high


def _longest_line(text: str) -> int:
    """Length of the longest line in signs; any of CR, LF ends a line."""
    longest = at = 0
    plain = text.replace("\r", "\n")
    while at <= len(plain):
        end = plain.find("\n", at)
        end = len(plain) if end < 0 else end
        longest = max(longest, end - at)
        at = end + 1
    return longest


def _has_open_quote(text: str) -> bool:
    """True when a quoted field never ends; a quote inside an unquoted field is plain text."""
    at = 0
    while start := _FIELD_START.search(text, at):
        closed = _QUOTED.match(text, start.start())
        if closed is None:
            return True
        at = closed.end()
    return False
