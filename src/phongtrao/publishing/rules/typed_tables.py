"""Tables inside typed text: what a spreadsheet or a word processor puts down when it is pasted.

Rows are lines, cells stand between tabulators. Two such lines and more are a table; its first row
is its head. Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_COLUMNS = 15
MOST_ROWS = 300
LONGEST_CELL = 500
_LEAST_ROWS = 2

Grid = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TypedBlock:
    """Lines that belong together, the first of them counted from 1: a table, or plain text."""

    first: int
    lines: tuple[str, ...]
    is_table: bool

    @property
    def text(self) -> str:
        """The lines as they were typed."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class TableFault:
    """Why a table is none: `kind` is ragged, columns, rows or cell; `line` is counted from 1."""

    kind: str
    first: int
    line: int
    found: int
    allowed: int


def blocks_of(text: str) -> list[TypedBlock]:
    """The text and its tables in order."""
    runs: list[tuple[bool, int, list[str]]] = []
    for place, line in enumerate(text.split("\n"), start=1):
        has_cells = "\t" in line
        if not runs or runs[-1][0] != has_cells:
            runs.append((has_cells, place, []))
        runs[-1][2].append(line)
    return [
        TypedBlock(first, tuple(lines), has_cells and len(lines) >= _LEAST_ROWS)
        for has_cells, first, lines in runs
    ]


def grid_of(block: TypedBlock) -> Grid:
    """The cells of a table, without the rows and the last columns that hold nothing."""
    rows = [tuple(cell.strip() for cell in line.split("\t")) for line in block.lines]
    width = max((_filled(row) for row in rows), default=0)
    return tuple(row[:width] for row in rows if _filled(row))


def table_fault(text: str) -> TableFault | None:
    """The first thing that is wrong with a table of the text."""
    for block in blocks_of(text):
        fault = _fault_of(block) if block.is_table else None
        if fault is not None:
            return fault
    return None


def lines_of(rows: Sequence[Sequence[str]]) -> str:
    """Rows as text that is read as a table again."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def _fault_of(block: TypedBlock) -> TableFault | None:
    first, columns = block.first, block.lines[0].count("\t") + 1
    if len(block.lines) > MOST_ROWS:
        return TableFault("rows", first, first, len(block.lines), MOST_ROWS)
    for line, row in enumerate(block.lines, start=first):
        cells = row.split("\t")
        if len(cells) != columns:
            return TableFault("ragged", first, line, len(cells), columns)
        if _filled(cells) > MOST_COLUMNS:
            return TableFault("columns", first, line, _filled(cells), MOST_COLUMNS)
        longest = max(map(len, cells))
        if longest > LONGEST_CELL:
            return TableFault("cell", first, line, longest, LONGEST_CELL)
    return None


def _filled(cells: Sequence[str]) -> int:
    """How many cells there are up to the last that holds something."""
    return max((place for place, cell in enumerate(cells, start=1) if cell.strip()), default=0)
