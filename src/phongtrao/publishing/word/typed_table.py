"""A table as somebody typed it: its first row is the head, repeated on each page."""

import re
from dataclasses import dataclass

from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.markup import (
    CELL_PADDING,
    TABLE_LOOK,
    line,
    paragraph,
    points_to_twips,
    run,
    text_width,
    twips,
)
from phongtrao.publishing.word.papers import TypedTable
from phongtrao.publishing.word.wording import clean

_NUMBER = re.compile(r"[-+−–]?\d[\d.,]*\s?%?|[-–…]?")
_ORDINALS = frozenset({"tt", "stt", "số tt", "số thứ tự"})
_ROUNDING = 40  # twips against the error of estimated widths
_WIDEST = 6_000  # twips that a column asks for at most, however long its texts are
_MIDDLE = '<w:vAlign w:val="center"/>'


@dataclass(frozen=True, slots=True)
class _Column:
    part: Part
    cells: tuple[str, ...]


def typed_table_block(table: TypedTable, profile: LayoutProfile, *, landscape: bool = False) -> str:
    """The table in letters as large as its longest words leave room for; no row is torn apart."""
    columns = _columns(table)
    widths, size = _fitted(columns, twips(profile.text_width(landscape=landscape)), profile)
    normal = profile.style(Part.TABLE_TEXT).size.value
    written = None if size == normal else size
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    rows = ""
    for place in range(len(table.rows)):
        cells = "".join(
            _cell(
                Part.TABLE_HEAD if place == 0 else column.part, column.cells[place], width, written
            )
            for column, width in zip(columns, widths, strict=True)
        )
        head = "<w:tblHeader/>" if place == 0 else ""
        rows += f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"
    look = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{TABLE_LOOK}'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>" + line(
        profile.style(Part.TABLE_NOTE), ""
    )


def needs_sheet_across(table: TypedTable, profile: LayoutProfile) -> bool:
    """Whether its longest words do not stand beside each other on a sheet upright."""
    size = profile.style(Part.TABLE_TEXT).size.value
    least = sum(_least(column, size) for column in _columns(table))
    return least > twips(profile.text_width())


def _columns(table: TypedTable) -> list[_Column]:
    cells = [tuple(clean(cell) for cell in column) for column in zip(*table.rows, strict=True)]
    return [_Column(_part(each), each) for each in cells]


def _part(cells: tuple[str, ...]) -> Part:
    """Figures stand at the right, ordinals in the middle, words at the left."""
    heading, *below = cells
    if heading.casefold() in _ORDINALS:
        return Part.TABLE_CENTRED
    if any(below) and all(_NUMBER.fullmatch(cell) for cell in below):
        return Part.TABLE_NUMBER
    return Part.TABLE_TEXT


def _fitted(
    columns: list[_Column], available: int, profile: LayoutProfile
) -> tuple[list[int], float]:
    """Widths in twips and the size of the letters in points."""
    least: list[int] = []
    size = profile.table_sizes[0]
    for size in profile.table_sizes:
        least = [_least(column, size) for column in columns]
        if sum(least) <= available:
            break
    else:
        return [width * available // sum(least) for width in least], size
    wanted = [min(_WIDEST, _whole(column, size)) for column in columns]
    more = [max(0, wish - width) for wish, width in zip(wanted, least, strict=True)]
    spare, asked = available - sum(least), sum(more) or len(columns)
    shares = more if sum(more) else [1] * len(columns)
    return [
        width + spare * share // asked for width, share in zip(least, shares, strict=True)
    ], size


def _least(column: _Column, size: float) -> int:
    words = {word for cell in column.cells for word in cell.split()}
    return _width(max((text_width(word, size, bold=True) for word in words), default=0))


def _whole(column: _Column, size: float) -> int:
    return _width(max((text_width(cell, size, bold=True) for cell in column.cells), default=0))


def _width(points: float) -> int:
    return points_to_twips(points) + 2 * CELL_PADDING + _ROUNDING


def _cell(part: Part, text: str, width: int, size: float | None) -> str:
    content = run(text, size=size) if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_MIDDLE}</w:tcPr>'
        f"{paragraph(part, content)}</w:tc>"
    )
