"""The packed cells of a report version: the only place that writes and reads their bytes.

Layout: ``PT``, a format byte, a zero byte, the number of cells (uint32), then one int64 a cell
(the figure scaled by its decimals), then one state byte a cell; numbers little-endian. The order
of the cells is that of the frozen template. Pure: no Django.
"""

import json
import struct
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from phongtrao.core.errors import N_, DomainError
from phongtrao.core.formats import DASH, INT64_MAX, number, parse_number, scaled
from phongtrao.core.vietnamese import tidy_line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FORMAT = 1
_HEADER = struct.Struct("<2sBBI")
_MAGIC = b"PT"
_INT64_MIN = -INT64_MAX - 1


class CellState(IntEnum):
    """What a cell says; missing, zero and not applicable are three different things."""

    NONE = 0  # nothing was said
    VALUE = 1
    ZERO = 2  # không phát sinh, said on purpose
    NOT_APPLICABLE = 3
    WITHHELD = 4  # known but not shown here (small counts of people)


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: its state and the value times 10**decimals (0 unless the state is VALUE)."""

    state: CellState = CellState.NONE
    scaled: int = 0

    def __post_init__(self) -> None:
        if not _INT64_MIN <= self.scaled <= INT64_MAX:
            message = f"{self.scaled} does not fit 64 bits"
            raise ValueError(message)
        if self.scaled and self.state is not CellState.VALUE:
            message = f"a cell of state {self.state!r} has no value"
            raise ValueError(message)

    @property
    def is_given(self) -> bool:
        """Whether a figure was given: a value or a declared zero."""
        return self.state in (CellState.VALUE, CellState.ZERO)

    def figure(self, decimals: int) -> Fraction | None:
        """The exact figure, None unless given."""
        return Fraction(self.scaled, 10**decimals) if self.is_given else None


NONE = Cell()
ZERO = Cell(CellState.ZERO)
NOT_APPLICABLE = Cell(CellState.NOT_APPLICABLE)
WITHHELD = Cell(CellState.WITHHELD)


class CorruptCells(DomainError):  # noqa: N818 - named for what it says
    """The stored bytes are not those of a report version (500: the record itself is damaged)."""

    code = "corrupt_cells"
    status = 500


def pack(cells: Sequence[Cell]) -> bytes:
    """The bytes of the cells, in their order."""
    values = array("q", [cell.scaled for cell in cells])
    if sys.byteorder == "big":
        values.byteswap()
    states = bytes(cell.state for cell in cells)
    return _HEADER.pack(_MAGIC, FORMAT, 0, len(cells)) + values.tobytes() + states


def unpack(packed: bytes, count: int) -> list[Cell]:
    """The cells of these bytes; raises ``CorruptCells`` unless they are exactly ``count`` cells."""
    values, states = columns(packed, count)
    try:
        return [Cell(CellState(state), value) for state, value in zip(states, values, strict=True)]
    except ValueError:
        raise _corrupt() from None


def columns(packed: bytes, count: int) -> "tuple[array[int], bytes]":
    """The scaled values and the state bytes apart, for bulk reading; states are not checked."""
    if len(packed) != _HEADER.size + 9 * count:
        raise _corrupt()
    if _HEADER.unpack_from(packed) != (_MAGIC, FORMAT, 0, count):
        raise _corrupt()
    values = array("q", packed[_HEADER.size : _HEADER.size + 8 * count])
    if sys.byteorder == "big":
        values.byteswap()
    return values, packed[_HEADER.size + 8 * count :]


def packed_json(packed: bytes, count: int) -> str:
    """The cells of these bytes as canonical JSON: ``[[state, scaled],…]``."""
    values, states = columns(packed, count)
    numbers = [0] * (2 * count)
    numbers[::2], numbers[1::2] = states, values
    return _pairs(count) % tuple(numbers)


@lru_cache(maxsize=64)
def _pairs(count: int) -> str:
    """The JSON of so many pairs of whole numbers, as a pattern: a quarter of an encoder's time."""
    return f"[{','.join(['[%d,%d]'] * count)}]"


def pack_table(values: "NDArray[np.int64]", states: "NDArray[np.uint8]") -> list[bytes]:
    """The bytes of many reports at once: one row a report, one column a cell."""
    import numpy as np  # late: pages never need it

    rows, count = values.shape
    packed = np.empty((rows, _HEADER.size + 9 * count), dtype=np.uint8)
    packed[:, : _HEADER.size] = np.frombuffer(_HEADER.pack(_MAGIC, FORMAT, 0, count), np.uint8)
    little = np.ascontiguousarray(values, dtype="<i8")
    packed[:, _HEADER.size : _HEADER.size + 8 * count] = little.view(np.uint8).reshape(
        rows, 8 * count
    )
    packed[:, _HEADER.size + 8 * count :] = states
    size, every = packed.shape[1], packed.tobytes()
    return [every[start : start + size] for start in range(0, rows * size, size)]


def table_json(values: "NDArray[np.int64]", states: "NDArray[np.uint8]") -> list[str]:
    """`packed_json` of many reports at once: one row a report, one column a cell."""
    import numpy as np  # late: pages never need them
    import pyarrow as pa
    import pyarrow.compute as pc

    rows, count = values.shape
    if not count:
        return ["[]"] * rows
    texts = [pa.array(each.ravel()).cast(pa.string()) for each in (states, values)]
    every = pc.binary_join_element_wise(*texts, ",")
    ends = pa.array(np.arange(0, rows * count + 1, count, dtype=np.int32))
    joined = pc.binary_join(pa.ListArray.from_arrays(ends, every), "],[")
    return [f"[[{each}]]" for each in joined.to_pylist()]


def unpack_table(
    packed: Sequence[bytes], count: int
) -> "tuple[NDArray[np.int64], NDArray[np.uint8]]":
    """The values and states of many reports of one form: one row a report, one column a cell."""
    import numpy as np  # late: pages never need it

    size, header = _HEADER.size + 9 * count, _HEADER.pack(_MAGIC, FORMAT, 0, count)
    if any(len(each) != size or not each.startswith(header) for each in packed):
        raise _corrupt()
    table = np.frombuffer(b"".join(packed), np.uint8).reshape(len(packed), size)
    values = np.ascontiguousarray(table[:, _HEADER.size : _HEADER.size + 8 * count])
    states = table[:, _HEADER.size + 8 * count :]
    if states.max(initial=0) > max(CellState):
        raise _corrupt()
    return values.view("<i8").reshape(len(packed), count), states


def _corrupt() -> CorruptCells:
    return CorruptCells(
        N_(
            "Số liệu đã lưu của bản báo cáo này bị hỏng nên không hiển thị. Các bản khác không"
            " ảnh hưởng; hãy báo cho người quản trị để khôi phục từ bản sao lưu."
        )
    )


def parse_cell(text: str, decimals: int = 0, *, negative: bool = False) -> Cell:
    """What was typed in a cell: nothing, ``-`` (not applicable), ``0`` (declared) or a number.

    Raises ``InvalidInput`` with the sentence to show at the cell.
    """
    shown = tidy_line(text)
    if not shown:
        return NONE
    if shown in ("-", DASH, "—"):
        return NOT_APPLICABLE
    value = scaled(parse_number(shown, decimals, negative=negative), decimals)
    return Cell(CellState.VALUE, value) if value else ZERO


def cell_text(cell: Cell, decimals: int = 0) -> str:
    """The cell as it is typed and shown; a withheld one shows three dots."""
    if cell.is_given:
        return number(cell.figure(decimals), decimals if cell.scaled else 0)
    return {CellState.NOT_APPLICABLE: "-", CellState.WITHHELD: "…"}.get(cell.state, "")


def canonical_json(value: Any) -> bytes:
    """The one JSON text of a value: sorted keys, no spaces, UTF-8.

    Only None, booleans, integers, strings, lists and dictionaries with string keys; a float is
    not exact and raises ``TypeError``.
    """
    _require_exact(value)
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8")


def _require_exact(value: Any) -> None:
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("canonical JSON has string keys only")
        for part in value.values():
            _require_exact(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _require_exact(part)
    elif value is not None and not isinstance(value, bool | int | str):
        message = f"canonical JSON holds no {type(value).__name__}"
        raise TypeError(message)
