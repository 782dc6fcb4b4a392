"""PDF objects found by walking the bytes, not by trusting the file's own table of offsets.

Every ``n g obj`` in the file counts as an object, also inside streams: whoever jumps there by
offset would read it.  Values are read with strings, comments and escaped names understood, so
a word inside text or packed bytes is never taken for a key.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.verdicts import Refused

_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,10})[\x00\t\n\f\r ]+([0-9]{1,5})[\x00\t\n\f\r ]+obj\b")
_TOKEN = re.compile(
    rb"[\x00\t\n\f\r ]+"
    rb"|%[^\r\n]*"
    rb"|(?P<open><<|\[)"
    rb"|(?P<close>>>|\])"
    rb"|(?P<text>\()"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\t\n\f\r ]*)>"
    rb"|/(?P<name>[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<ref>[0-9]{1,10}[\x00\t\n\f\r ]+[0-9]{1,5}[\x00\t\n\f\r ]+R(?![A-Za-z0-9]))"
    rb"|(?P<word>[^\x00\t\n\f\r ()<>\[\]{}/%]+)"
)
_STRING_END = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"[\x00\t\n\f\r ]*stream(\r\n|\n|\r)")

_KEPT = 400  # bytes of a string that are kept: keys of locks are shorter, text is not our matter
_UNESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])")
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ENDS = {"endobj", "obj", "stream", "endstream", "xref", "trailer"}


@dataclass(frozen=True)
class Reference:
    """``n g R``: points at object ``number``."""

    number: int


@dataclass
class PdfObject:
    """One object; ``stream`` is the start of its stream or None."""

    number: int
    value: object
    stream: int | None = None
    generation: int = 0


@dataclass(frozen=True)
class Name:
    """A PDF name such as ``/Pages``, escapes resolved."""

    text: str


def objects_in(data: bytes, limits: GateLimits, seen: set[str]) -> Iterator[PdfObject]:
    """All objects of the file, in order; names met are added to ``seen``.  Raises Refused."""
    for count, found in enumerate(_OBJECT.finditer(data)):
        if count >= limits.pdf_objects:
            raise Refused("pdf-too-deep")
        value, at = read_value(data, found.end(), limits, seen)
        begins = _STREAM.match(data, at) if isinstance(value, dict) else None
        start = begins.end() if begins else None
        yield PdfObject(int(found.group(1)), value, start, int(found.group(2)))


def trailers_in(data: bytes, limits: GateLimits, seen: set[str]) -> Iterator[dict]:
    """The trailer dictionaries, in order."""
    for found in re.finditer(rb"\btrailer\b", data):
        value, _ = read_value(data, found.end(), limits, seen)
        if isinstance(value, dict):
            yield value


def read_value(data: bytes, at: int, limits: GateLimits, seen: set[str]) -> tuple[object, int]:
    """One value from ``at`` and where it ends.  Raises Refused when it is too deep or too wide."""
    stack: list[list] = [[]]
    arrays = 0
    while True:
        found = _TOKEN.match(data, at)
        if found is None:
            at += 1
            if at >= len(data):
                return _first(_folded(stack)), at
            continue
        at = found.end()
        kind = found.lastgroup
        if kind == "open":
            arrays += 1
            _check_growth(len(stack), arrays, limits)
            stack.append([found.group()])
        elif kind == "close":
            if len(stack) == 1:
                return _first(stack[0]), found.start()
            stack[-2].append(_closed(stack.pop()))
        elif kind is not None:
            item, at = _scalar(data, found, at, seen)
            if isinstance(item, str) and item in _ENDS:
                return _first(_folded(stack)), found.start()
            stack[-1].append(item)
        if len(stack) == 1 and stack[0]:
            return stack[0][0], at


def _check_growth(depth: int, arrays: int, limits: GateLimits) -> None:
    if depth > limits.pdf_depth or arrays > limits.pdf_arrays:
        raise Refused("pdf-too-deep")


def _scalar(data: bytes, found: re.Match[bytes], at: int, seen: set[str]) -> tuple[object, int]:
    """A name, reference, string (bytes), whole number or other word (text)."""
    kind = found.lastgroup
    if kind == "name":
        raw = _ESCAPED.sub(lambda hit: bytes([int(hit.group(1), 16)]), found.group("name"))
        name = raw.decode("latin-1")
        seen.add(name)
        return Name(name), at
    if kind == "ref":
        return Reference(int(found.group("ref").split()[0])), at
    if kind == "text":
        end = _string_end(data, at)
        return _UNESCAPED.sub(_unescape, data[at : min(end - 1, at + _KEPT)]), end
    if kind == "hex":
        digits = b"".join(found.group("hex").translate(None, b"\x00").split())[: 2 * _KEPT]
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), at
    word = found.group("word")
    if len(word) < 16 and word.lstrip(b"+-").isdigit() and word[1:].isdigit() | (len(word) == 1):
        return int(word), at
    return word.decode("latin-1"), at


def _unescape(found: re.Match[bytes]) -> bytes:
    """What an escape in a literal string stands for."""
    sign = found.group(1)
    if sign[:1] in b"01234567":
        return bytes([int(sign, 8) & 0xFF])
    return b"" if sign in {b"\n", b"\r", b"\r\n"} else _LETTERS.get(sign, sign)


def _string_end(data: bytes, at: int) -> int:
    """The first byte after a literal string whose ``(`` stands before ``at``."""
    depth = 1
    for found in _STRING_END.finditer(data, at):
        if found.group() == b"(":
            depth += 1
        elif found.group() == b")":
            depth -= 1
            if not depth:
                return found.end()
    return len(data)


def _closed(items: list) -> object:
    """A finished array or dictionary; of equal keys the last counts, as in readers."""
    opener, content = items[0], items[1:]
    if opener == b"[":
        return content
    found: dict[str, object] = {}
    key: str | None = None
    for item in content:
        if key is None:
            key = item.text if isinstance(item, Name) else None
        else:
            found[key] = item
            key = None
    return found


def _folded(stack: list[list]) -> list:
    """Close what was left open at the end of an object."""
    while len(stack) > 1:
        stack[-2].append(_closed(stack.pop()))
    return stack[0]


def _first(items: list) -> object:
    return items[0] if items else None
