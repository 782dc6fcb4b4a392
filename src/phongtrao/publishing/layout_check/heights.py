"""About how many sheets a paper fills, from the heights of its lines."""

import math
from collections.abc import Iterable

from phongtrao.publishing.layout_check.model import MM_PER_POINT, Line, printed_width

_SINGLE = 1.15  # the height of a single line of Times in sizes of its letters
_EMPTY_SIZE = 12.0
_HIGH, _WIDE_MM = 257 / MM_PER_POINT, 165.0  # A4 within margins of 20, 20, 30 and 15 mm
# A paper that is told to run over must do so clearly: the widths of letters are averages.
_DOUBT = 0.12


def pages_of(lines: Iterable[Line]) -> int:
    """At least how many sheets these lines fill, set on the decree's sheet."""
    return 1 + math.floor(max(0.0, _height(lines) / _HIGH - _DOUBT))


def _height(lines: Iterable[Line]) -> float:
    """In points; beside each other the cells of a row are as high as the highest."""
    whole = 0.0
    rows: dict[tuple[int, int], dict[int, float]] = {}
    for line in lines:
        height = _height_of(line)
        if line.cell is None:
            whole += height
            continue
        row = rows.setdefault((line.cell.table, line.cell.row), {})
        row[line.cell.column] = row.get(line.cell.column, 0.0) + height
    return whole + sum(max(row.values()) for row in rows.values())


def _height_of(line: Line) -> float:
    shape = line.shape
    room = _WIDE_MM / (line.cell.columns if line.cell is not None else 1)
    count = max(1, math.ceil(printed_width(line.letters) / room))
    single = max(shape.least, (line.size or _EMPTY_SIZE) * _SINGLE * shape.line)
    gaps = shape.before + shape.after if line.piece == 0 else 0
    return count * (shape.exact or single) + gaps
