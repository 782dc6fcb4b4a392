"""A table of figures as a workbook and as a text file: what the page shows, every row of it.

A missing figure is an empty cell, never a zero; counts of people below ten are hidden, for a file
leaves the platform.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.http import FileResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from phongtrao.analytics.exports.small_counts import hides_total, is_guarded, small_cells
from phongtrao.analytics.exports.words import change_words, target_reach_words
from phongtrao.analytics.queries.pages_grid import Grid, GridRow, Place
from phongtrao.analytics.queries.pages_pivot import Compared, Comparison
from phongtrao.core import clock, files
from phongtrao.core.formats import date_vn, rounded
from phongtrao.planning.exports import bound_in_words
from phongtrao.reporting.exports import period_words
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.rules.roll_up import RollUp

MOST_FILE_ROWS = 20_000
MOST_FILE_COLUMNS = 400
_A4 = 9  # the number of the paper in a workbook
_HATCHED = PatternFill("lightUp", fgColor="C9A227")
SMALL = "<10"


@dataclass(frozen=True, slots=True)
class Value:
    """A cell of a file: a number with its digits, or words; `estimated` is marked."""

    shown: int | float | str | None
    decimals: int = 0
    estimated: bool = False


Cell = Value | str | None


@dataclass(frozen=True)
class FileTable:
    """What is written: sentences, titles, rows; `notes` explain marks that stand in the cells."""

    name: str
    title: str
    heading: Sequence[str]
    titles: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    notes: Sequence[str]
    wide: int = 1


def grid_file(grid: Grid, heading: Sequence[str], *, kind: str) -> FileResponse:
    """The table of figures, n/N beside each."""
    columns = grid.all_columns[: MOST_FILE_COLUMNS // 2]
    titles = [_label_title(axis) for axis in grid.row_axes]
    for place in columns:
        name = ", ".join(place_words(place, grid.column_axes))
        titles += [name, _("n/N của %(name)s") % {"name": name}]
    rows = list(grid.rows(0, MOST_FILE_ROWS, wide=True))
    table = FileTable(
        name="tra-cuu-so-lieu",
        title=_("Tra cứu, thống kê"),
        heading=heading,
        titles=titles,
        rows=_grid_rows(grid, rows, len(columns)),
        notes=_notes(len(grid.all_rows), len(grid.all_columns)),
        wide=len(grid.row_axes),
    )
    return written(table, kind)


def comparison_file(found: Comparison, heading: Sequence[str], *, kind: str) -> FileResponse:
    """*Kỳ này · Lũy kế · Cùng kỳ · Tăng/giảm · Chỉ tiêu · Đạt %* of every area."""
    titles = [
        _("Địa bàn"), _("Mã"), _("Chỉ tiêu"), _("Đơn vị tính"),
        _("Kỳ này"), _("n/N của %(name)s") % {"name": _("Kỳ này")},
        _("Lũy kế từ đầu năm"), _("n/N của %(name)s") % {"name": _("Lũy kế từ đầu năm")},
        _("Cùng kỳ"), _("n/N của %(name)s") % {"name": _("Cùng kỳ")},
        _("Tăng/giảm"), f"{_('Tăng/giảm')} (%)", _("Chỉ tiêu giao"), f"{_('Đạt')} (%)",
    ]  # fmt: skip
    lines = [*found.whole, *found.lines]
    table = FileTable(
        name="so-sanh-so-lieu",
        title=_("Tra cứu, thống kê"),
        heading=[
            *heading,
            _("Kỳ này: %(now)s; lũy kế: %(since)s; cùng kỳ: %(before)s.") % {
                "now": period_words(found.period),
                "since": period_words(found.since),
                "before": period_words(found.last_year),
            },
        ],
        titles=titles,
        rows=_compared_rows(found, lines[:MOST_FILE_ROWS]),
        notes=_notes(len(lines), 1),
        wide=3,
    )  # fmt: skip
    return written(table, kind)


def place_words(place: Place, axes: Sequence[str]) -> list[str]:
    """A row or column in words, one for each of its axes."""
    words = {
        "area": place.area.full_name if place.area else _("Tổng cộng"),
        "indicator": f"{place.indicator.code} {place.indicator.name}" if place.indicator else "",
        "period": period_words(place.period) if place.period else "",
    }
    return [words[axis] for axis in axes]


def _grid_rows(grid: Grid, rows: Sequence[GridRow], width: int) -> Iterator[list[Cell]]:
    hidden = _hidden_in_grid(rows, width)
    for i, row in enumerate(rows):
        cells: list[Cell] = list(place_words(row.place, grid.row_axes))
        for j, cell in enumerate(row.cells[:width]):
            cells.append(hidden.get((i, j)) or figure_value(cell.figure, cell.decimals))
            cells.append(_share(cell.figure))
        yield cells


def _hidden_in_grid(rows: Sequence[GridRow], width: int) -> dict[tuple[int, int], str]:
    """The cells to hide: figures of one indicator and period over all areas are one group."""
    groups: dict[tuple[Any, Any], list[tuple[int, int]]] = {}
    wholes: dict[tuple[Any, Any], tuple[int, int]] = {}
    for i, row in enumerate(rows):
        for j, cell in enumerate(row.cells[:width]):
            place = cell.place
            if place.indicator is None or not _guarded(place.indicator):
                continue
            key = (place.indicator.code, place.period)
            if place.area is None:
                wholes[key] = (i, j)
            else:
                groups.setdefault(key, []).append((i, j))
    found: dict[tuple[int, int], str] = {}
    for key, places in groups.items():
        values = [rows[i].cells[j].figure.value for i, j in places]
        at = wholes.get(key)
        total = rows[at[0]].cells[at[1]].figure.value if at else None
        found |= _hidden(places, values, at, total)
    return found


def _hidden(
    places: Sequence[tuple[int, int]],
    values: Sequence[Fraction | None],
    at: tuple[int, int] | None,
    total: Fraction | None,
) -> dict[tuple[int, int], str]:
    small, further = small_cells(values, total)
    found = {places[i]: SMALL for i in small}
    found |= {places[i]: _("không hiện") for i in further}
    if at is not None and hides_total(values, total, further):
        found[at] = SMALL if total is not None and total < 10 else _("không hiện")
    return found


def _compared_rows(found: Comparison, lines: Sequence[Compared]) -> Iterator[list[Cell]]:
    hidden = _hidden_in_comparison(lines)
    for i, line in enumerate(lines):
        change, share = change_words(line)
        if any((i, j) in hidden for j in (0, 2)):
            change = share = _("không hiện")
        reached = target_reach_words(line.target)
        if any((i, j) in hidden for j in (0, 1)):
            reached = _("không hiện") if line.target else reached
        figures = (line.now, line.since, line.last_year)
        shown: list[Cell] = []
        for j, figure in enumerate(figures):
            shown.append(hidden.get((i, j)) or figure_value(figure, line.indicator.decimals))
            shown.append(_share(figure))
        yield [
            line.area.full_name if line.area else _("Tổng cộng"),
            line.indicator.code, line.indicator.name, line.indicator.unit,
            *shown, change, share,
            bound_in_words(line.target.target) if line.target else "", reached,
        ]  # fmt: skip


def _hidden_in_comparison(lines: Sequence[Compared]) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    codes = {line.indicator.code for line in lines if _guarded(line.indicator)}
    for code in codes:
        rows = [i for i, line in enumerate(lines) if line.indicator.code == code]
        whole = next((i for i in rows if lines[i].area is None), None)
        areas = [i for i in rows if lines[i].area is not None]
        for j in range(3):
            figures = [(x.now, x.since, x.last_year)[j].value for x in lines]
            found |= _hidden(
                [(i, j) for i in areas],
                [figures[i] for i in areas],
                None if whole is None else (whole, j),
                None if whole is None else figures[whole],
            )
    return found


def _guarded(row: Indicator) -> bool:
    return is_guarded(row.kind, counts_people=row.counts_people)


def figure_value(figure: RollUp, decimals: int) -> Cell:
    """A figure as a cell of a file: a number, words where it does not apply, else nothing."""
    if figure.value is None:
        return _("không áp dụng") if figure.of == 0 else None
    scaled = rounded(figure.value, decimals)
    shown = scaled / 10**decimals if decimals else scaled
    return Value(shown, decimals, figure.estimated)


def _share(figure: RollUp) -> str:
    return f"{figure.n}/{figure.of}"


def _label_title(axis: str) -> str:
    return {"area": _("Địa bàn"), "indicator": _("Chỉ tiêu"), "period": _("Kỳ")}[axis]


def _notes(rows: int, columns: int) -> list[str]:
    notes = [
        _("n/N: số địa bàn có số liệu trên số địa bàn phải báo cáo. Ô trống là chưa có số liệu, "
          "không phải 0."),
        _("Ô gạch chéo là số ước tính, do chia theo tỷ lệ khi địa giới thay đổi."),
        _("Số đếm người dưới 10 ghi \"<10\"; ô khác ghi \"không hiện\" khi từ đó tính ra được số "
          "nhỏ."),
    ]  # fmt: skip
    if rows > MOST_FILE_ROWS or columns > MOST_FILE_COLUMNS // 2:
        notes.append(
            _("Bảng quá lớn: tệp này chỉ có %(rows)s dòng, %(columns)s cột số liệu đầu. Hãy thu hẹp"
              " câu hỏi.") % {"rows": MOST_FILE_ROWS, "columns": MOST_FILE_COLUMNS // 2}
        )  # fmt: skip
    return notes


def written(table: FileTable, kind: str) -> FileResponse:
    """The table as a file of its kind, with the day on which it was made."""
    made = _("Ngày xuất: %(day)s") % {"day": date_vn(clock.today())}
    lines = [table.title, *table.heading, made, *table.notes]
    data = _workbook(table, lines) if kind == "xlsx" else _text(table, lines)
    return files.as_attachment(data, name=f"{table.name}.{kind}", kind=kind)


def _workbook(table: FileTable, lines: Sequence[str]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Số liệu"))
    for number in range(1, len(table.titles) + 1):
        width = 34 if number <= table.wide else 14
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = f"{get_column_letter(table.wide + 1)}{len(lines) + 3}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.print_title_rows = f"{len(lines) + 2}:{len(lines) + 2}"
    for index, line in enumerate(lines):
        sheet.append([_words(sheet, line, bold=index == 0)])
    sheet.append([])
    sheet.append([_words(sheet, title, bold=True, wrap=True) for title in table.titles])
    for row in table.rows:
        sheet.append([_excel_cell(sheet, cell) for cell in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _excel_cell(sheet: Any, cell: Cell) -> Any:
    if not isinstance(cell, Value):
        return _words(sheet, cell) if cell else None
    found = WriteOnlyCell(sheet, value=cell.shown)
    found.number_format = "#,##0" + ("." + "0" * cell.decimals if cell.decimals else "")
    if cell.estimated:
        found.fill = _HATCHED
    return found


def _words(sheet: Any, text: str, *, bold: bool = False, wrap: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # a leading "=" must stay a letter
    if bold:
        cell.font = Font(bold=True)
    if wrap:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _text(table: FileTable, lines: Sequence[str]) -> bytes:
    """Semicolons and a mark of order: what Vietnamese Excel opens by a double click."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerows([_harmless(line)] for line in lines)
    writer.writerow([])
    writer.writerow([_harmless(title) for title in table.titles])
    for row in table.rows:
        writer.writerow([_plain(cell) for cell in row])
    return buffer.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    if not isinstance(cell, Value):
        return _harmless(cell or "")
    if cell.decimals and isinstance(cell.shown, float):
        return f"{cell.shown:.{cell.decimals}f}".replace(".", ",")
    return str(cell.shown)


def _harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula; a sign before a figure stays."""
    starts = text[:1] in "=+-@\t\r" and not text[1:2].isdigit() and len(text) > 1
    return f"'{text}" if starts else text
