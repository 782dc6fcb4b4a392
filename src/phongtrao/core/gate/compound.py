"""Compound files: the small file system inside the old Word and Excel formats, read with limits.

Source: [MS-CFB], "Compound File Binary File Format".  No figure is trusted before it is checked;
every chain of sectors ends or the file is refused.
"""

import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from phongtrao.core.gate.verdicts import Refused

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_LAST_SECTOR = 0xFFFFFFFA  # larger numbers are marks: end of a chain, free, table
_NOTHING = 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_ENTRY_BYTES = 128
_MAX_ENTRIES = 20_000
_MAX_DEPTH = 16
_TABLE_IN_HEADER = 109


@dataclass(frozen=True)
class Entry:
    """One storage or stream; ``path`` are the names from the root down, in lower case."""

    path: tuple[str, ...]
    is_storage: bool
    start: int
    size: int

    @property
    def name(self) -> str:
        """The last name of the path."""
        return self.path[-1]


@dataclass(frozen=True)
class _Raw:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """A compound file whose tables and tree are proven; streams are read whole."""

    def __init__(self, data: bytes) -> None:
        """Read the tables and the tree of ``data``.  Raises Refused."""
        if len(data) < 3 * _HEADER or not data[:8].startswith(MAGIC):
            raise Refused("compound-broken")
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or mini_shift != 6:
            raise Refused("compound-broken")
        self._sector, self._mini_sector = 1 << shift, 1 << mini_shift
        self._most = len(data) // self._sector + 1
        self._cutoff = struct.unpack_from("<I", data, 56)[0]
        self._table = self._sectors_of_table()
        directory = self._chain(struct.unpack_from("<I", data, 48)[0])
        self._raw = list(_raw_entries(directory))
        if not self._raw or self._raw[0].kind != _ROOT:
            raise Refused("compound-broken")
        mini_table = self._chain(struct.unpack_from("<I", data, 60)[0])
        self._mini_table = _numbers(mini_table)
        self._mini_stream = self._chain(self._raw[0].start)
        self.entries = tuple(self._walked())

    @property
    def all_names(self) -> set[str]:
        """The names of all storages and streams, also of those outside the tree."""
        return {raw.name for raw in self._raw if raw.kind in {_STORAGE, _STREAM}}

    def stream(self, name: str) -> bytes | None:
        """The content of a stream of the root; None when there is none."""
        for entry in self.entries:
            if entry.path == (name,) and not entry.is_storage:
                return self._content(entry)
        return None

    def _content(self, entry: Entry) -> bytes:
        if entry.size >= self._cutoff:
            content = self._chain(entry.start)
        else:
            content = self._mini_chain(entry.start)
        if len(content) < entry.size:
            raise Refused("compound-broken")
        return content[: entry.size]

    def _sectors_of_table(self) -> "array[int]":
        """The table of sectors: its first 109 places stand in the header, others in a chain."""
        places = list(struct.unpack_from(f"<{_TABLE_IN_HEADER}I", self._data, 76))
        following = struct.unpack_from("<I", self._data, 68)[0]
        for _ in range(self._most):
            if following >= _LAST_SECTOR:
                break
            numbers = _numbers(self._sector_at(following))
            places += numbers[:-1]
            following = numbers[-1]
        table = array("I")
        for place in places:
            if place < _LAST_SECTOR:
                table.extend(_numbers(self._sector_at(place)))
            if len(table) > 2 * self._most + _HEADER:
                break
        return table

    def _sector_at(self, number: int) -> bytes:
        at = (number + 1) * self._sector
        sector = self._data[at : at + self._sector]
        if not sector:
            raise Refused("compound-broken")
        return sector.ljust(self._sector, b"\0")

    def _chain(self, start: int) -> bytes:
        """The sectors of a chain, joined."""
        return b"".join(self._sector_at(number) for number in _linked(start, self._table))

    def _mini_chain(self, start: int) -> bytes:
        """The same for small streams, which share one stream of small sectors."""
        size = self._mini_sector
        numbers = _linked(start, self._mini_table)
        return b"".join(self._mini_stream[n * size : (n + 1) * size] for n in numbers)

    def _walked(self) -> Iterator[Entry]:
        """The tree from the root down.  Raises Refused where it leads back into itself."""
        seen: set[int] = set()
        waiting: list[tuple[int, tuple[str, ...]]] = [(self._raw[0].child, ())]
        while waiting:
            number, above = waiting.pop()
            if number == _NOTHING:
                continue
            if number in seen or number >= len(self._raw) or len(above) > _MAX_DEPTH:
                raise Refused("compound-broken")
            seen.add(number)
            raw = self._raw[number]
            if raw.kind not in {_STORAGE, _STREAM}:
                raise Refused("compound-broken")
            path = (*above, raw.name)
            yield Entry(path, raw.kind == _STORAGE, raw.start, raw.size)
            waiting += [(raw.left, above), (raw.right, above)]
            if raw.kind == _STORAGE:
                waiting.append((raw.child, path))


def _raw_entries(directory: bytes) -> Iterator[_Raw]:
    """The entries of the directory as they are written."""
    if len(directory) > _MAX_ENTRIES * _ENTRY_BYTES:
        raise Refused("compound-broken")
    for at in range(0, len(directory) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        left, right, child = struct.unpack_from("<III", directory, at + 68)
        start, size = struct.unpack_from("<II", directory, at + 116)
        letters = directory[at : at + max(0, min(length, 64) - 2)]
        name = letters.decode("utf-16-le", "replace").lower()
        yield _Raw(name, kind, left, right, child, start, size)


def _linked(start: int, table: "array[int]") -> Iterator[int]:
    """The numbers of a chain.  Raises Refused where it leaves the table or turns round."""
    number, seen = start, 0
    while number < _LAST_SECTOR:
        if number >= len(table) or seen > len(table):
            raise Refused("compound-broken")
        yield number
        number, seen = table[number], seen + 1


def _numbers(content: bytes) -> "array[int]":
    """32-bit numbers, little-endian."""
    count = len(content) // 4
    return array("I", struct.unpack_from(f"<{count}I", content))
