"""Tables of figures as Word tables: head repeated on each page, widths fitted to the figures."""

from dataclasses import dataclass

from phongtrao.publishing.word.figure_columns import Column, columns_of
from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.markup import (
    CELL_PADDING,
    TABLE_LOOK,
    line,
    line_count,
    paragraph,
    points_to_twips,
    run,
    text_width,
    twips,
)
from phongtrao.publishing.word.papers import FigureRow, FigureTable, RowKind
from phongtrao.publishing.word.wording import clean

_FIGURE_AT_LEAST = 680  # twips of a figure column
_NAME_AT_LEAST = 2300  # twips of the name column: below this a smaller letter size is tried
_NAME_NEVER_BELOW = 1200
_FIGURE_AT_MOST = 1250  # twips: wider figure columns look empty
_UNBROKEN_LETTERS = 9  # a cell up to this length ("văn bản") is not broken
_ROUNDING = 40  # twips against the error of estimated widths
_LINE_HEIGHT = 1.2  # of the letter size
_CELL_TOP = 20  # twips of inner margin above and below
_KEPT_TOGETHER = 6  # rows of a table small enough to stand on one page
_BOLD = frozenset({RowKind.SECTION, RowKind.TOTAL})
_INDENT = {RowKind.DETAIL: 140, RowKind.OF_WHICH: 280}
_NAME = 1  # the second column takes the width that is left
_MIDDLE = '<w:vAlign w:val="center"/>'


@dataclass(frozen=True, slots=True)
class _Grid:
    """Columns with their widths in twips and the size of their letters in points."""

    columns: tuple[Column, ...]
    widths: list[int]
    letters: float
    normal_letters: float

    @property
    def size(self) -> float | None:
        """The size to write on each run: none while it is that of the style."""
        return None if self.letters == self.normal_letters else self.letters


def table_block(table: FigureTable, profile: LayoutProfile, *, landscape: bool = False) -> str:
    """Caption, table and notes; the head is repeated on each page and no row is torn apart."""
    grid = _fit(columns_of(table), twips(profile.text_width(landscape=landscape)), profile)
    widths = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    look = f'<w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>{TABLE_LOOK}'
    last = len(table.rows) - 1
    rows = "".join(
        _row(row, place, grid, keep=_holds_next(row, place, last))
        for place, row in enumerate(table.rows)
    )
    caption = clean(table.caption)
    note = profile.style(Part.TABLE_NOTE)
    return (
        (line(profile.style(Part.TABLE_CAPTION), caption) if caption else "")
        + f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{widths}</w:tblGrid>"
        + f"{_head(grid)}{rows}</w:tbl>"
        + ("".join(line(note, clean(text)) for text in table.notes) or line(note, ""))
    )


def _fit(columns: tuple[Column, ...], available: int, profile: LayoutProfile) -> _Grid:
    """The largest letter size that leaves room for the names, and the column widths in twips."""
    normal = profile.style(Part.TABLE_TEXT).size.value
    for size in profile.table_sizes:
        widths = [_least_width(column, size) for column in columns]
        rest = available - sum(widths) + widths[_NAME]
        if rest >= _NAME_AT_LEAST:
            break
    widths[_NAME] = max(rest, _NAME_NEVER_BELOW)
    if sum(widths) > available:
        # Figures so long that nothing fits: all columns shrink alike and the figures wrap.
        total = sum(widths)
        widths = [width * available // total for width in widths]
    else:
        _share_spare_width(columns, widths, size)
    return _Grid(columns, widths, size, normal)


def _least_width(column: Column, size: float) -> int:
    pieces = set(column.heading.split())
    for cell in set(column.cells):
        pieces.update([cell] if len(cell) <= _UNBROKEN_LETTERS else cell.split())
    longest = max((text_width(piece, size, bold=True) for piece in pieces), default=0)
    needed = points_to_twips(longest) + 2 * CELL_PADDING + _ROUNDING
    return max(needed, _FIGURE_AT_LEAST) if column.part is Part.TABLE_NUMBER else needed


def _share_spare_width(columns: tuple[Column, ...], widths: list[int], size: float) -> None:
    """Give the figure columns what the longest name does not need, up to a comfortable width."""
    names = columns[_NAME].cells
    longest = max((text_width(name, size, bold=True) for name in names), default=0)
    needed = max(points_to_twips(longest) + 4 * CELL_PADDING, _NAME_AT_LEAST)
    figures = [place for place in range(len(widths)) if place > _NAME]
    each = max(0, widths[_NAME] - needed) // max(1, len(figures))
    for place in figures:
        gain = max(0, min(each, _FIGURE_AT_MOST - widths[place]))
        widths[place] += gain
        widths[_NAME] -= gain


def _head(grid: _Grid) -> str:
    grouped = any(column.group for column in grid.columns)
    upper, lower, part = "", "", Part.TABLE_HEAD
    for place, (column, width) in enumerate(_pairs(grid)):
        if not column.group:
            merge = '<w:vMerge w:val="restart"/>' if grouped else ""
            upper += _cell(part, column.heading, width, grid.size, properties=merge)
            lower += _cell(part, "", width, grid.size, properties="<w:vMerge/>")
            continue
        lower += _cell(part, column.heading, width, grid.size)
        if place == 0 or grid.columns[place - 1].group != column.group:
            upper += _group_cell(column.group, grid)
    first, second = _head_heights(grid)
    head = f"<w:tr>{_head_row_look(first)}{upper}</w:tr>"
    return head + (f"<w:tr>{_head_row_look(second)}{lower}</w:tr>" if grouped else "")


def _head_row_look(height: int) -> str:
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    return f"<w:trPr><w:cantSplit/>{least}<w:tblHeader/></w:trPr>"


def _head_heights(grid: _Grid) -> tuple[int, int]:
    """Least heights in twips of both head rows.

    Written out because LibreOffice cuts a heading that spans both rows where the head is repeated.
    """
    alone = [_lines(c.heading, w, grid) for c, w in _pairs(grid) if not c.group]
    groups = [_lines(c.group, _group_width(c.group, grid), grid) for c in grid.columns if c.group]
    height = points_to_twips(grid.letters * _LINE_HEIGHT)
    first = max(groups, default=max(alone, default=1))
    second = max(1, max(alone, default=1) - first)
    return first * height + 2 * _CELL_TOP, second * height + 2 * _CELL_TOP


def _lines(text: str, width: int, grid: _Grid) -> int:
    room = (width - 2 * CELL_PADDING) / 20
    return line_count(text, grid.letters, room, bold=True)


def _pairs(grid: _Grid) -> list[tuple[Column, int]]:
    return list(zip(grid.columns, grid.widths, strict=True))


def _group_width(group: str, grid: _Grid) -> int:
    return sum(width for column, width in _pairs(grid) if column.group == group)


def _group_cell(group: str, grid: _Grid) -> str:
    members = sum(column.group == group for column in grid.columns)
    span = f'<w:gridSpan w:val="{members}"/>'
    width = _group_width(group, grid)
    return _cell(Part.TABLE_HEAD, group, width, grid.size, properties=span)


def _holds_next(row: FigureRow, place: int, last: int) -> bool:
    # A short table stays whole; in a long one no heading stands alone at the foot of a page.
    return place < last and (last < _KEPT_TOGETHER or row.kind is RowKind.SECTION)


def _row(row: FigureRow, place: int, grid: _Grid, *, keep: bool) -> str:
    """`keep` holds the row on one page with the next."""
    marks = (row.kind in _BOLD, row.kind is RowKind.OF_WHICH)
    texts = [column.cells[place] for column in grid.columns]
    lines = "<w:keepNext/>" if keep else ""
    first, cells = 0, ""
    if row.kind is RowKind.TOTAL and not texts[0]:
        first, span = 2, '<w:gridSpan w:val="2"/>'
        cells = _cell(
            Part.TABLE_CENTRED, texts[_NAME], sum(grid.widths[:first]), grid.size,
            properties=span, lines=lines, marks=marks,
        )  # fmt: skip
    for text, column, width in list(zip(texts, grid.columns, grid.widths, strict=True))[first:]:
        part, indent = column.part, ""
        if part is Part.TABLE_NUMBER and not text[-1:].isdigit():
            part = Part.TABLE_CENTRED  # a dash or a reason in words, not a figure to line up
        if part is Part.TABLE_TEXT and row.kind in _INDENT:
            indent = f'<w:ind w:left="{_INDENT[row.kind]}"/>'
        cells += _cell(part, text, width, grid.size, lines=lines + indent, marks=marks)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(
    part: Part,
    text: str,
    width: int,
    size: float | None,
    *,
    properties: str = "",
    lines: str = "",
    marks: tuple[bool, bool] = (False, False),
) -> str:
    """One cell: `properties` of the cell, `lines` of its paragraph, `marks` bold and italic."""
    bold, italic = marks
    content = run(text, size=size, bold=bold, italic=italic) if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}{_MIDDLE}</w:tcPr>'
        f"{paragraph(part, content, lines)}</w:tc>"
    )
