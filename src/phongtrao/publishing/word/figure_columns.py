"""Which columns a table of figures has, and the text of every cell."""

from collections.abc import Callable
from dataclasses import dataclass

from phongtrao.publishing.word.layout_profile import Part
from phongtrao.publishing.word.papers import Change, Figure, FigureRow, FigureTable, RowKind
from phongtrao.publishing.word.wording import clean, coverage_text, figure_text, signed_text

PERCENT_DECIMALS = 1
TOTAL_NAME = "Tổng cộng"
OF_WHICH_NAME = "Trong đó"

_CHANGE = "Tăng/giảm"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, the heading it shares with its neighbours, its cells in order."""

    heading: str
    group: str
    part: Part
    cells: tuple[str, ...]


def columns_of(table: FigureTable) -> tuple[Column, ...]:
    """The columns of a table; one that no row fills is left out, TT, name and period stay."""
    return (
        *_describing_columns(table),
        *_period_columns(table),
        *_comparing_columns(table),
    )


def _describing_columns(table: FigureTable) -> list[Column]:
    rows = table.rows
    columns = [
        Column("TT", "", Part.TABLE_CENTRED, tuple(clean(row.tt) for row in rows)),
        Column(clean(table.name_heading), "", Part.TABLE_TEXT, tuple(map(_name, rows))),
    ]
    units = tuple(clean(row.unit) for row in rows)
    if any(units):
        columns.append(Column("Đơn vị tính", "", Part.TABLE_CENTRED, units))
    return columns


def _period_columns(table: FigureTable) -> list[Column]:
    rows = table.rows
    columns = [_figures(table.this_period_heading, rows, lambda row: row.this_period)]
    if any(row.cumulative is not None for row in rows):
        columns.append(_figures(table.cumulative_heading, rows, lambda row: row.cumulative))
    if any(row.same_period_last_year is not None for row in rows):
        heading = "Cùng kỳ"
        columns.append(_figures(heading, rows, lambda row: row.same_period_last_year))
    return columns


def _comparing_columns(table: FigureTable) -> list[Column]:
    rows, columns = table.rows, []
    if any(row.change is not None for row in rows):
        columns += [_changes("Số", rows), _changes("%", rows)]
    if any(row.target is not None for row in rows):
        columns.append(_figures("Chỉ tiêu", rows, lambda row: row.target))
    if any(row.achieved_pct is not None for row in rows):
        texts = tuple(_cell(row, row.achieved_pct, PERCENT_DECIMALS) for row in rows)
        columns.append(Column("Đạt (%)", "", Part.TABLE_NUMBER, texts))
    if any(row.n is not None for row in rows):
        texts = tuple("" if row.is_heading else coverage_text(row.n, row.of) for row in rows)
        columns.append(Column("Địa bàn có số liệu", "", Part.TABLE_CENTRED, texts))
    return columns


def _figures(
    heading: str, rows: tuple[FigureRow, ...], figure: Callable[[FigureRow], Figure]
) -> Column:
    texts = tuple(_cell(row, figure(row), row.decimals) for row in rows)
    return Column(clean(heading), "", Part.TABLE_NUMBER, texts)


def _changes(heading: str, rows: tuple[FigureRow, ...]) -> Column:
    texts = []
    for row in rows:
        change = row.change or Change(None, None)
        value = change.percent if heading == "%" else change.amount
        decimals = PERCENT_DECIMALS if heading == "%" else row.decimals
        texts.append("" if row.is_heading else signed_text(value, decimals))
    return Column(heading, _CHANGE, Part.TABLE_NUMBER, tuple(texts))


def _cell(row: FigureRow, figure: Figure, decimals: int) -> str:
    return "" if row.is_heading else figure_text(figure, decimals)


def _name(row: FigureRow) -> str:
    name = clean(row.name)
    if row.kind is RowKind.TOTAL:
        return name or TOTAL_NAME
    if row.kind is RowKind.OF_WHICH:
        return f"{OF_WHICH_NAME}: {name}" if name else f"{OF_WHICH_NAME}:"
    return name
