"""About how many sheets a paper fills, from the heights of its lines."""

import math
from collections.abc import Iterable

from phongtrao.publishing.layout_check.model import MM_PER_POINT, Line, Section, printed_width

_SINGLE = 1.15  # the height of a single line of Times in sizes of its letters
_EMPTY_SIZE = 12.0
# A paper that is told to run over must do so clearly: the widths of letters are averages.
_DOUBT = 0.12


def pages_of(lines: Iterable[Line], section: Section) -> int:
    """At least how many sheets of a section these lines fill."""
    room = (section.height - section.top - section.bottom) / MM_PER_POINT
    if room <= 0:
        return 1
    return 1 + math.floor(max(0.0, _height(lines, section) / room - _DOUBT))


def _height(lines: Iterable[Line], section: Section) -> float:
    """In points; beside each other the cells of a row are as high as the highest."""
    whole = 0.0
    rows: dict[tuple[int, int], dict[int, float]] = {}
    for line in lines:
        height = _height_of(line, section)
        if line.cell is None:
            whole += height
            continue
        row = rows.setdefault((line.cell.table, line.cell.row), {})
        row[line.cell.column] = row.get(line.cell.column, 0.0) + height
    return whole + sum(max(row.values()) for row in rows.values())


def _height_of(line: Line, section: Section) -> float:
    shape = line.shape
    room = section.width - section.left - section.right
    room /= line.cell.columns if line.cell is not None else 1
    count = max(1, math.ceil(printed_width(line.letters) / max(room, 1)))
    single = max(shape.least, (line.size or _EMPTY_SIZE) * _SINGLE * shape.line)
    gaps = shape.before + shape.after if line.piece == 0 else 0
    return count * (shape.exact or single) + gaps
