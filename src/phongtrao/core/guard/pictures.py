"""Texts that pictures carry beside their points: PNG chunks, JPEG comments and EXIF."""

import re
import struct
import zlib

_PNG = b"\x89PNG\r\n\x1a\n"
_TEXTS = {b"tEXt", b"zTXt", b"iTXt", b"eXIf"}
_LONGEST = 1_000_000
_PLAIN = re.compile(rb"(?:[\x20-\x7e\t\n\r]|[\xc3-\xf4][\x80-\xbf]{1,3}){6,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){6,}")


def text_of_picture(data: bytes) -> str:
    """All text of a PNG or JPEG outside its picture; empty for any other file."""
    if data.startswith(_PNG):
        return "\n".join(_png_texts(data))
    if data.startswith(b"\xff\xd8"):
        return "\n".join(_jpeg_texts(data))
    return ""


def _png_texts(data: bytes) -> list[str]:
    texts, at = [], len(_PNG)
    while at + 12 <= len(data):
        length = int(struct.unpack_from(">I", data, at)[0])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if name in _TEXTS:
            texts.append(_printable(_unpacked(name, body)))
        at += 12 + length
    return texts


def _unpacked(name: bytes, body: bytes) -> bytes:
    """A chunk of text with its packed rest unpacked, up to a million signs."""
    key, _, rest = body.partition(b"\0")
    if name == b"zTXt":
        return key + b"\n" + _inflated(rest[1:])
    if name == b"iTXt" and rest[:1] == b"\1":
        packed = rest[2:].split(b"\0", 2)[-1]
        return key + b"\n" + _inflated(packed)
    return body.replace(b"\0", b"\n") if name != b"eXIf" else body


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _LONGEST)
    except zlib.error:
        return b""


def _jpeg_texts(data: bytes) -> list[str]:
    """Segments of applications and comments before the picture begins."""
    texts, at = [], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            break
        if marker == 0xFF or 0xD0 <= marker <= 0xD9:
            at += 1 if marker == 0xFF else 2
            continue
        length = int(struct.unpack_from(">H", data, at + 2)[0])
        if marker == 0xFE or 0xE1 <= marker <= 0xEF:
            texts.append(_printable(data[at + 4 : at + 2 + length]))
        at += 2 + max(2, length)
    return texts


def _printable(body: bytes) -> str:
    """The runs of text in bytes, in UTF-8 and in UTF-16."""
    plain = [run.decode("utf-8", "replace") for run in _PLAIN.findall(body)]
    wide = [run.decode("utf-16-le") for run in _WIDE.findall(body)]
    return "\n".join(plain + wide)
