"""Streams of a PDF: where they end, and what they unpack to within limits."""

import base64
import re
import zlib

from phongtrao.core.gate.limits import MIB, GateLimits
from phongtrao.core.gate.pdf_locks import Lock
from phongtrao.core.gate.pdf_objects import Name, PdfObject, Reference
from phongtrao.core.gate.verdicts import Refused

_END = re.compile(rb"[\r\n\t ]*endstream")
# Form drawings and embedded fonts of honest papers unpack to a few MB at a ratio below 30.
_FLOOR = 4 * MIB
_MOST = 32 * MIB
_FLATE = {"FlateDecode", "Fl"}
_PICTURES = {"DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode", "DCT", "CCF"}


def is_picture(head: dict, objects: dict[int, object]) -> bool:
    """True for images, by subtype or by their way of packing."""
    if head.get("Subtype") == Name("Image"):
        return True
    return bool(_PICTURES & set(_filters(head, objects)))


def raw_stream(data: bytes, item: PdfObject, objects: dict[int, object]) -> bytes:
    """The packed bytes: by the stated length when it is true, else up to ``endstream``."""
    start = item.stream or 0
    length = item.value.get("Length") if isinstance(item.value, dict) else None
    if isinstance(length, Reference):
        length = objects.get(length.number)
    if isinstance(length, int) and _END.match(data, start + length):
        return data[start : start + length]
    end = data.find(b"endstream", start)
    return data[start : end if end >= 0 else len(data)]


def unpacked(
    data: bytes,
    item: PdfObject,
    objects: dict[int, object],
    limits: GateLimits,
    lock: Lock | None = None,
) -> bytes | None:
    """The content of a stream; None when it is packed in a way we do not open.  Raises Refused."""
    if not isinstance(item.value, dict):
        return None
    content = raw_stream(data, item, objects)
    if lock is not None and item.value.get("Type") != Name("XRef"):
        content = lock.opened(item.number, item.generation, content)
    packed = max(1, len(content))
    for name in _filters(item.value, objects):
        if name in _FLATE:
            content = _inflated(content, packed, limits)
        elif name in {"ASCIIHexDecode", "AHx"}:
            content = _from_hex(content)
        elif name in {"ASCII85Decode", "A85"}:
            opened = _from_ascii85(content)
            if opened is None:
                return None
            content = opened
        else:
            return None
    return content


def _filters(head: dict, objects: dict[int, object]) -> list[str]:
    """The names of the packing ways, in order."""
    stated = head.get("Filter", head.get("F"))
    if isinstance(stated, Reference):
        stated = objects.get(stated.number)
    steps = stated if isinstance(stated, list) else [stated]
    return [step.text for step in steps if isinstance(step, Name)]


def _inflated(content: bytes, packed: int, limits: GateLimits) -> bytes:
    """Unpack at most what the ratio allows; damaged tails give what came before them."""
    allowed = min(_MOST, max(_FLOOR, packed * limits.ratio))
    stream = zlib.decompressobj()
    try:
        opened = stream.decompress(content, allowed + 1)
    except zlib.error:
        return b""
    if len(opened) > allowed:
        raise Refused("pdf-bomb")
    return opened


def _from_hex(content: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", content.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _from_ascii85(content: bytes) -> bytes | None:
    body = content.strip().removeprefix(b"<~").partition(b"~>")[0]
    try:
        return base64.a85decode(body)
    except ValueError:
        return None
