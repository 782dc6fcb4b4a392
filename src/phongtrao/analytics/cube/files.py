"""Slabs in files: written once, then mapped copy-on-write, so that the file never changes."""

import json
import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phongtrao.analytics.cube.slabs import KINDS_OF_STATE, WIDTHS, Axes, Slab, SlabKey
from phongtrao.core.periods import Period

_MAGIC = b"PTSLAB01"
_ALIGN = 64


class NotASlab(ValueError):  # noqa: N818 - named for what it says
    """The file is not a slab, or not a whole one."""


def write_slab(path: Path, slab: Slab) -> None:
    """Write a slab; the caller brings it to the disk."""
    axes = slab.axes
    head = {
        "key": [axes.key.scheme, axes.key.level, axes.key.months, axes.key.year],
        "codes": axes.codes,
        "decimals": axes.decimals,
        "periods": [[period.first, period.last] for period in axes.periods],
        "units": len(axes.units),
        "runs": len(axes.runs),
        "widths": [values.dtype.itemsize for values in slab.values],
        "count": slab.counts.dtype.itemsize,
    }
    told = json.dumps(head).encode()
    with path.open("wb") as stream:
        stream.write(_MAGIC + len(told).to_bytes(8, "little") + told)
        for array in (axes.units, axes.runs, slab.states, slab.received, slab.sums, slab.counts,
                      slab.peaks, *slab.values):  # fmt: skip
            stream.write(bytes(-stream.tell() % _ALIGN))
            stream.write(np.ascontiguousarray(array).data)
        stream.write(_MAGIC)


def open_slab(path: Path) -> Slab:
    """Map a slab; what is entered into it stays in memory. Raises ``NotASlab``, ``OSError``."""
    with path.open("rb") as stream:
        held = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_COPY)
    if held[:8] != _MAGIC or held[-8:] != _MAGIC:
        raise NotASlab(str(path))
    length = int.from_bytes(held[8:16], "little")
    head = json.loads(held[16 : 16 + length])
    parts = _Parts(np.frombuffer(held, np.uint8), 16 + length)
    codes, columns, units, runs = (
        len(head["codes"]), len(head["periods"]), head["units"], head["runs"],
    )  # fmt: skip
    unit_ids, run_starts = parts.take("<i8", units), parts.take("<i8", runs)
    periods = [Period(*each) for each in head["periods"]]
    axes = Axes(
        SlabKey(*head["key"]), head["codes"], head["decimals"], periods, unit_ids, run_starts
    )
    widths = {width.itemsize: width for width in WIDTHS}
    kept = (
        parts.take("u1", codes, columns, units),
        parts.take("u1", columns, units),
        parts.take("<i8", codes, columns, runs),
        parts.take(f"<i{head['count']}", codes, columns, KINDS_OF_STATE, runs),
        parts.take("<f8", codes),
    )
    values = [parts.take(widths[each], columns, units) for each in head["widths"]]
    return Slab(axes, values, *kept)


class _Parts:
    """The arrays of a mapped file, one behind the other."""

    def __init__(self, held: NDArray[np.uint8], begin: int) -> None:
        self._held, self._at = held, begin

    def take(self, kind: Any, *shape: int) -> NDArray[Any]:
        """The next array."""
        self._at += -self._at % _ALIGN
        size = int(np.prod(shape, dtype=np.int64)) * np.dtype(kind).itemsize
        found = self._held[self._at : self._at + size].view(kind).reshape(shape)
        self._at += size
        return found


def slab_files(folder: Path) -> Iterator[Path]:
    """The slabs of a folder, by name."""
    yield from sorted(folder.glob("*.slab"))


def file_name(key: SlabKey) -> str:
    """How the file of a slab is called."""
    return f"{key.scheme}.{key.level}.{key.months:03d}.{key.year}.slab"
