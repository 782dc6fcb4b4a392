"""PNG and JPEG: a whole picture of bearable size, with nothing behind it."""

import struct
import zlib
from collections.abc import Iterable, Iterator

from phongtrao.core.gate.limits import KIB, GateLimits
from phongtrao.core.gate.verdicts import Refused

GZIP = b"\x1f\x8b\x08"
PACKED_METAFILES = (".emz", ".wmz")
_METAFILES = (b"\x01\x00\x00\x00", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_BARE_MARKERS = {0x01, *range(0xD0, 0xD8)}
_FOREIGN = (b"PK\x05\x06", b"%PDF-", b"<script", b"<html", b"<?php")


def check_picture_size(head: bytes, limits: GateLimits) -> None:
    """Refuse a picture inside a package whose header claims too many pixels."""
    if head.startswith(PNG) and len(head) >= 24:
        _check_pixels(struct.unpack_from(">II", head, 16), limits)
    elif head.startswith(JPEG):
        size = _jpeg_frame(head)
        if size:
            _check_pixels(size, limits)


def check_packed_metafile(pieces: Iterable[bytes], limits: GateLimits) -> None:
    """Refuse a gzip that is no metafile, grows beyond bearing, or has something behind it."""
    head, total = b"", 0
    try:
        for opened in _gunzipped(pieces):
            head, total = head or opened, total + len(opened)
            if total > limits.bitmap_bytes:
                raise Refused("zip-bomb")
    except zlib.error as error:
        raise Refused("zip-broken") from error
    if not head.startswith(_METAFILES):
        raise Refused("zip-nested")


def _gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The content in pieces of at most 64 KiB.  Raises Refused without exactly one end."""
    stream = zlib.decompressobj(16 + zlib.MAX_WBITS)
    for piece in pieces:
        pending = piece
        while pending and not stream.eof:
            if opened := stream.decompress(pending, 64 * KIB):
                yield opened
            pending = stream.unconsumed_tail
        if pending or stream.unused_data:
            raise Refused("zip-hidden-bytes")
    if not stream.eof:
        raise Refused("zip-broken")


def inspect_png(data: bytes, limits: GateLimits) -> None:
    """Walk the chunks of a PNG.  Raises Refused."""
    at, first = len(PNG), True
    while True:
        if at + 12 > len(data):
            raise Refused("picture-broken")
        length = struct.unpack_from(">I", data, at)[0]
        name, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data) or first != (name == b"IHDR"):
            raise Refused("picture-broken")
        if zlib.crc32(data[at + 4 : end - 4]) != struct.unpack_from(">I", data, end - 4)[0]:
            raise Refused("picture-broken")
        if first:
            _check_pixels(struct.unpack_from(">II", data, at + 8), limits)
        if name == b"IEND":
            break
        at, first = end, False
    if end != len(data):
        raise Refused("polyglot")


def inspect_jpeg(data: bytes, limits: GateLimits) -> None:
    """Find the frame and the end of a JPEG.  Raises Refused.

    Telephones append data of their own behind the picture, so only foreign types are refused
    there; pictures are written anew before they are shown.
    """
    size = _jpeg_frame(data)
    end = data.rfind(b"\xff\xd9")
    if size is None or end < 0:
        raise Refused("picture-broken")
    _check_pixels(size, limits)
    first_end = data.find(b"\xff\xd9")
    tail = data[first_end:].lower()
    if any(mark.lower() in tail for mark in _FOREIGN):
        raise Refused("polyglot")


def _jpeg_frame(data: bytes) -> tuple[int, int] | None:
    """Width and height from the first frame header; None when none is found."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in _BARE_MARKERS:
            at += 2
        elif marker in _FRAMES and at + 9 <= len(data):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        elif marker == 0xDA:
            return None
        else:
            at += 2 + int(struct.unpack_from(">H", data, at + 2)[0])
    return None


def _check_pixels(size: tuple[int, ...], limits: GateLimits) -> None:
    width, height = size
    if not width or not height:
        raise Refused("picture-broken")
    if width * height > limits.picture_pixels:
        raise Refused("picture-too-large")
