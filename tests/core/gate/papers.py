"""Builders of PDF files and pictures for the hostile corpus: bounded, the same each time."""

import hashlib
import struct
import zlib

CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
    "/Resources << /Font << /F1 5 0 R >> >> >>"
)
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
TEXT = b"BT /F1 12 Tf 72 720 Td (Ke hoach phoi hop) Tj ET"
Objects = dict[int, bytes | str]


def stream(content: bytes, entries: str = "", *, length: int | None = None) -> bytes:
    size = len(content) if length is None else length
    return f"<< {entries} /Length {size} >>\nstream\n".encode() + content + b"\nendstream"


def flate(content: bytes, entries: str = "") -> bytes:
    return stream(zlib.compress(content, 9), f"/Filter /FlateDecode {entries}")


def paper_objects(changes: Objects | None = None) -> Objects:
    return {1: CATALOGUE, 2: PAGES, 3: PAGE, 4: stream(TEXT), 5: FONT, **(changes or {})}


def pdf(changes: Objects | None = None, *, trailer: str = "", shift: int = 0) -> bytes:
    """A PDF of the usual five objects with ``changes``; ``shift`` falsifies all offsets."""
    objects = paper_objects(changes)
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out)
        content = body.encode() if isinstance(body, str) else body
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        out += f"{offsets.get(number, 0) + shift:010d} 00000 n \n".encode()
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n".encode()
    return bytes(out + f"startxref\n{start + shift}\n%%EOF\n".encode())


def scan() -> bytes:
    """A page that is only a picture."""
    picture = stream(
        b"\xff\xd8\xff\xe0scan\xff\xd9",
        "/Type /XObject /Subtype /Image /Width 8 /Height 8 /Filter /DCTDecode",
    )
    return pdf({4: stream(b"q 595 0 0 842 0 0 cm /Im1 Do Q"), 5: picture})


def packed_objects(body: str) -> bytes:
    """A PDF with one more object inside an object stream."""
    head = b"9 0 "
    content = head + body.encode()
    return pdf({6: flate(content, f"/Type /ObjStm /N 1 /First {len(head)}")})


def locked_pdf(password: bytes, *, script: bool = False) -> bytes:
    """A PDF under the standard handler, revision 2, with ``password`` for readers.

    ``script`` adds an object stream, locked like the text, that holds a script.
    """
    padding = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
    padded = (password + padding)[:32]
    owner, identity = bytes(range(32)), b"0123456789abcdef"
    message = padded + owner + struct.pack("<i", -4) + identity
    key = hashlib.md5(message).digest()[:5]
    user = _arc4(key, padding)
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> /P -4 >>"
    objects: Objects = {4: stream(_shut(key, 4, TEXT)), 6: lock}
    if script:
        content = b"9 0 << /S /JavaScript /JS (x) >>"
        objects[7] = stream(_shut(key, 7, content), "/Type /ObjStm /N 1 /First 4")
    return pdf(objects, trailer=f"/Encrypt 6 0 R /ID [<{identity.hex()}> <{identity.hex()}>]")


def _shut(key: bytes, number: int, content: bytes) -> bytes:
    """One stream locked under the key of its object."""
    mixed = key + struct.pack("<I", number)[:3] + b"\0\0"
    return _arc4(hashlib.md5(mixed).digest()[:10], content)


def _arc4(key: bytes, message: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    i = j = 0
    result = []
    for byte in message:
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        result.append(byte ^ state[(state[i] + state[j]) & 255])
    return bytes(result)


def png(width: int = 2, height: int = 2, *, extra: bytes = b"") -> bytes:
    """A grey picture; large claims carry only a few rows."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * min(width, 64) for _ in range(min(height, 64))))
    chunks = _chunk(b"IHDR", head) + extra + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def text_chunk(text: str) -> bytes:
    return _chunk(b"tEXt", b"Comment\0" + text.encode("latin-1"))


def _chunk(name: bytes, content: bytes) -> bytes:
    crc = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)


def jpg() -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, 2, 2, 1) + b"\x01\x11\x00"
    scan_head = b"\xff\xda" + struct.pack(">H", 8) + b"\x01\x01\x00\x00\x3f\x00"
    return b"\xff\xd8\xff\xe0\x00\x04JF" + frame + scan_head + b"\x12\x34" + b"\xff\xd9"


def compound(*streams: str) -> bytes:
    """A file of the old Office kind whose directory names ``streams``."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + names + b"\0" * 512
