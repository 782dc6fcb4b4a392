"""Our own reader of ZIP archives: it trusts no figure that it has not checked.

Python's ``zipfile`` walks overlapping entries, ignores bytes after the end and lets the last of
two equal names win.  Here every byte of the archive has one meaning or the archive is refused.
"""

import re
import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from phongtrao.core.gate.limits import KIB, GateLimits
from phongtrao.core.gate.verdicts import Refused

_END = b"PK\x05\x06"
_CENTRAL = b"PK\x01\x02"
_LOCAL = b"PK\x03\x04"
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _DESCRIPTOR, _STRONG, _UTF8 = 0x1, 0x8, 0x40, 0x800
_CHUNK = 64 * KIB
_MAX_COMMENT = 255
_MAX_GAP = 24  # the largest data descriptor, with signature and 64-bit sizes
_SYMLINK = 0xA000
_BITMAPS = (".bmp", ".emf", ".wmf", ".tif", ".tiff", ".dib")
_DRIVE = re.compile(r"^[A-Za-z]:")
# Writers of pictures in cells lead the name of this one kind of part with a slash.
_ROOTED = re.compile(r"/(?=(?:xl|word)/(?:\w+/)*_rels/\w+\.xml\.rels$)")


@dataclass(frozen=True)
class Member:
    """One entry of the central directory; sizes in bytes, ``start`` = first byte of its data."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int


class Archive:
    """An archive whose structure is proven: names, ranges, sizes; contents are read as streams."""

    def __init__(self, data: bytes, limits: GateLimits) -> None:
        """Read and check the directory of ``data``.  Raises Refused."""
        self._data = data
        self._limits = limits
        self._expanded = 0
        end = _end_record(data)
        count, size, offset = struct.unpack_from("<HII", data, end + 10)
        if count > limits.members or count == 0xFFFF:
            raise Refused("zip-members")
        if offset + size != end:
            raise Refused("zip-broken" if offset + size > end else "zip-hidden-bytes")
        members, ranges = _directory(data, offset, end, count)
        _check_names([member.name for member in members])
        _check_ranges(ranges, offset)
        if sum(member.size for member in members) > limits.expanded_bytes:
            raise Refused("zip-bomb")
        self.members = {m.name: m for m in members if not m.name.endswith("/")}

    def chunks(self, member: Member) -> Iterator[bytes]:
        """The content of a member in pieces; size, ratio and check sum are proven on the way."""
        crc = total = 0
        packed = self._data[member.start : member.start + member.packed]
        for piece in _inflated(packed, member.method):
            total += len(piece)
            self._expanded += len(piece)
            if total > member.size:
                raise Refused("zip-lying-size")
            self._check_growth(member, total)
            crc = zlib.crc32(piece, crc)
            yield piece
        if total != member.size:
            raise Refused("zip-lying-size")
        if crc != member.crc:
            raise Refused("zip-crc")

    def read(self, member: Member, limit: int) -> bytes:
        """The whole content of a member of at most ``limit`` bytes.  Raises Refused."""
        if member.size > limit:
            raise Refused("xml-too-large")
        return b"".join(self.chunks(member))

    def _check_growth(self, member: Member, total: int) -> None:
        """Refuse a member or an archive that grows out of proportion."""
        limits = self._limits
        if self._expanded > limits.expanded_bytes:
            raise Refused("zip-bomb")
        if member.name.lower().endswith(_BITMAPS):
            if total > limits.bitmap_bytes:
                raise Refused("zip-bomb")
        elif total > limits.ratio_floor_bytes and total > limits.ratio * max(1, member.packed):
            raise Refused("zip-bomb")


def _end_record(data: bytes) -> int:
    """Where the end record stands: it must reach exactly to the last byte."""
    lowest = max(0, len(data) - 22 - 0xFFFF)
    found = data.rfind(_END, lowest)
    while found >= 0:
        if found + 22 <= len(data):
            comment = struct.unpack_from("<H", data, found + 20)[0]
            if found + 22 + comment == len(data):
                return _plain_end(data, found, comment)
        found = data.rfind(_END, lowest, found)
    raise Refused("zip-trailing-bytes" if data.rfind(_END) >= 0 else "zip-broken")


def _plain_end(data: bytes, found: int, comment: int) -> int:
    """Refuse end records of several disks and comments that may hide a second archive."""
    disks = struct.unpack_from("<HHHH", data, found + 4)
    if disks[0] or disks[1] or disks[2] != disks[3]:
        raise Refused("zip-broken")
    if comment > _MAX_COMMENT or b"PK" in data[found + 22 : found + 22 + comment]:
        raise Refused("zip-trailing-bytes")
    if _claims(data, found):
        raise Refused("zip-trailing-bytes")
    return found


def _claims(data: bytes, end: int) -> bool:
    """True when an earlier end record points at a real directory: two archives in one file."""
    found = data.rfind(_END, 0, end)
    while found >= 0:
        size, offset = struct.unpack_from("<II", data, found + 12)
        if offset + size <= found and data[offset : offset + 4] == _CENTRAL:
            return True
        found = data.rfind(_END, 0, found)
    return False


def _directory(
    data: bytes, offset: int, end: int, count: int
) -> tuple[list[Member], list[tuple[int, int]]]:
    """The members and the byte range of each, local header included."""
    members, ranges, at = [], [], offset
    for _ in range(count):
        if at + 46 > end or data[at : at + 4] != _CENTRAL:
            raise Refused("zip-broken")
        lengths = struct.unpack_from("<HHH", data, at + 28)
        member, span = _entry(data, at, lengths[0], offset)
        members.append(member)
        ranges.append(span)
        at += 46 + sum(lengths)
    if at != end:
        raise Refused("zip-broken")
    return members, ranges


def _entry(data: bytes, at: int, name_length: int, limit: int) -> tuple[Member, tuple[int, int]]:
    """One directory entry, compared with its local header."""
    made_by, _, flags, method = struct.unpack_from("<HHHH", data, at + 4)
    crc, packed, size = struct.unpack_from("<III", data, at + 16)
    attributes, local = struct.unpack_from("<II", data, at + 38)
    raw_name = data[at + 46 : at + 46 + name_length]
    if flags & (_ENCRYPTED | _STRONG):
        raise Refused("locked")
    if method not in {_STORED, _DEFLATED}:
        raise Refused("zip-method")
    if (attributes >> 16) & 0xF000 == _SYMLINK and made_by >> 8 in {3, 19}:
        raise Refused("zip-symlink")
    if method == _STORED and packed != size:
        raise Refused("zip-lying-size")
    start = _data_start(data, local, raw_name, (flags, method), (crc, packed, size))
    if start + packed > limit:
        raise Refused("zip-broken")
    member = Member(_decoded(raw_name, flags), method, crc, packed, size, start)
    return member, (local, start + packed)


def _data_start(
    data: bytes,
    local: int,
    raw_name: bytes,
    way: tuple[int, int],
    claims: tuple[int, int, int],
) -> int:
    """First byte of the data behind a local header that says the same as the directory."""
    if local + 30 > len(data) or data[local : local + 4] != _LOCAL:
        raise Refused("zip-broken")
    flags, method = struct.unpack_from("<HH", data, local + 6)
    name_length, extra_length = struct.unpack_from("<HH", data, local + 26)
    if data[local + 30 : local + 30 + name_length] != raw_name:
        raise Refused("zip-lying-size")
    if method != way[1] or flags & _ENCRYPTED:
        raise Refused("zip-lying-size")
    stated = struct.unpack_from("<III", data, local + 14)
    if not flags & _DESCRIPTOR and 0xFFFFFFFF not in stated and stated != claims:
        raise Refused("zip-lying-size")
    return local + 30 + name_length + extra_length


def _decoded(raw_name: bytes, flags: int) -> str:
    """The name of a member; names that are not text are refused."""
    try:
        name = raw_name.decode("utf-8" if flags & _UTF8 or raw_name.isascii() else "cp437")
    except UnicodeDecodeError as error:
        raise Refused("zip-path") from error
    return name[1:] if _ROOTED.match(name) else name


def _check_names(names: list[str]) -> None:
    """Refuse doubles, case twins, and names that lead out of the package."""
    seen: set[str] = set()
    for name in names:
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            raise Refused("zip-duplicate")
        seen.add(folded)
        parts = name.rstrip("/").split("/")
        outside = name.startswith("/") or "\\" in name or _DRIVE.match(name)
        odd = any(part in {"", ".", ".."} for part in parts)
        if outside or odd or any(ord(sign) < 32 or ord(sign) == 127 for sign in name):
            raise Refused("zip-path")


def _check_ranges(ranges: list[tuple[int, int]], directory: int) -> None:
    """Every byte before the directory belongs to exactly one member (or to its descriptor)."""
    reached = 0
    for start, stop in sorted(ranges):
        if start < reached:
            raise Refused("zip-overlap")
        if start - reached > (_MAX_GAP if reached else 0):
            raise Refused("zip-hidden-bytes")
        reached = stop
    if directory - reached > _MAX_GAP:
        raise Refused("zip-hidden-bytes")


def _inflated(packed: bytes, method: int) -> Iterator[bytes]:
    """Unpack in pieces of at most 64 KiB.  Raises Refused on broken or surplus data."""
    if method == _STORED:
        for at in range(0, len(packed), _CHUNK):
            yield packed[at : at + _CHUNK]
        return
    stream = zlib.decompressobj(-15)
    pending = packed
    try:
        while not stream.eof:
            piece = stream.decompress(pending, _CHUNK)
            pending = stream.unconsumed_tail
            if piece:
                yield piece
            elif not stream.eof and not pending:
                raise Refused("zip-broken")
    except zlib.error as error:
        raise Refused("zip-broken") from error
    if stream.unused_data:
        raise Refused("zip-hidden-bytes")
