"""One description of a list serves its page, its Excel export and its print."""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from markupsafe import Markup, escape
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from phongtrao.core import clock, files, formats

PAGE_SIZE = 50
EXPORT_LIMIT = 20_000
_STRETCH = 2_000
_ANY_KEY = "987654321"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: how it is called, how a row shows in it, by which field it sorts."""

    key: str
    title: Any
    value: Callable[[Any], Any]
    sort: str | None = None
    link: Callable[[Any], str] | None = None
    chip: Callable[[Any], str] | None = None
    numeric: bool = False
    optional: bool = False
    width: int = 18


@dataclass(frozen=True, slots=True)
class ListSpec:
    """A list: its title, columns and the order it starts in."""

    title: Any
    columns: Sequence[Column]
    order: str
    empty: Any
    file_name: str
    # Gives the rows of one page (or of one stretch of an export) what their columns need, in one
    # query; lighter than prefetching whole objects.
    prepare: Callable[[Sequence[Any]], None] | None = None


# The icon of each tone of a chip; the words beside it say what it means.
TONE_ICONS = {
    "success": "circle-check",
    "warning": "clock",
    "danger": "alert-triangle",
    "info": "info-circle",
    "secondary": "circle-dashed",
    "primary": "circle-dot",
}


class ShownCell(NamedTuple):
    """One cell as the page shows it; `tone` is empty where there is no chip."""

    title: Markup
    text: Any
    href: str
    tone: str
    numeric: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """What a list template needs; `offers_map`: the same rows are also shown by area."""

    spec: ListSpec
    columns: Sequence[Column]
    page: Page[Any]
    total: int
    sort: str
    query: str
    filters: Any = None
    bulk: Sequence[Any] = field(default_factory=tuple)
    offers_map: bool = False

    def shown_rows(self) -> list[list[ShownCell]]:
        """Every cell of the page, ready to print: a template is slow at deciding cell by cell."""
        titled = [(column, escape(str(column.title))) for column in self.columns]
        words: dict[int, str] = {}
        return [
            [_shown_cell(column, title, row, words) for column, title in titled]
            for row in self.page
        ]


class ComputedRows(list[Any]):
    """Rows that were worked out in memory, shown and exported as those of a table are.

    They are ordered by attributes; a value of None is not allowed in one that orders.
    """

    def order_by(self, *names: str) -> "ComputedRows":
        """The rows by one attribute after another; "-" before a name turns it."""
        rows = ComputedRows(self)
        for name in reversed(names):
            rows.sort(key=attrgetter(name.removeprefix("-")), reverse=name.startswith("-"))
        return rows

    def iterator(self, chunk_size: int) -> Iterator[Any]:
        """One row after another."""
        return iter(self)

    def __getitem__(self, index: Any) -> Any:
        found = super().__getitem__(index)
        return ComputedRows(found) if isinstance(index, slice) else found


def list_page(
    request: HttpRequest, spec: ListSpec, rows: QuerySet[Any] | ComputedRows, *, filters: Any = None
) -> ListPage:
    """Sort, count and cut one page; the filters stay in the address."""
    sort = _sort(request, spec)
    ordered = _ordered(rows, spec, sort)
    paginator = Paginator(ordered, PAGE_SIZE)
    page = paginator.get_page(request.GET.get("trang"))
    page.object_list = list(page.object_list)
    if spec.prepare:
        spec.prepare(page.object_list)
    return ListPage(
        spec=spec,
        columns=_chosen(request, spec),
        page=page,
        total=paginator.count,
        sort=sort,
        query=_query(request, without={"trang"}),
        filters=filters,
    )


def excel(
    request: HttpRequest,
    spec: ListSpec,
    rows: QuerySet[Any] | ComputedRows,
    *,
    heading: Iterable[str] = (),
    page_mark: str = "",
) -> FileResponse:
    """The filtered list as a workbook; text stays text, so no cell can act as a formula.

    `page_mark` is printed in the header of every page.
    """
    ordered = _ordered(rows, spec, _sort(request, spec))
    columns = _chosen(request, spec)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.oddHeader.center.text = page_mark or None
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[_letter(number)].width = column.width
    lines = [str(spec.title), *heading, f"Ngày xuất: {formats.date_vn(clock.today())}"]
    for index, line in enumerate(lines):
        sheet.append([_text_cell(sheet, line, bold=index == 0)])
    sheet.append([])
    sheet.append([_text_cell(sheet, str(column.title), bold=True) for column in columns])
    for stretch in _stretches(ordered[:EXPORT_LIMIT].iterator(chunk_size=_STRETCH)):
        if spec.prepare:
            spec.prepare(stretch)
        for row in stretch:
            sheet.append([_cell(sheet, column.value(row)) for column in columns])
    buffer = io.BytesIO()
    book.save(buffer)
    return files.as_attachment(buffer.getvalue(), name=f"{spec.file_name}.xlsx", kind="xlsx")


def shown(value: Any, numeric: bool = False) -> Any:  # noqa: FBT001, FBT002 - a template filter
    """A value as a reader expects it: a dash for nothing, dates and figures the Vietnamese way."""
    if value is None or value == "":
        return formats.DASH
    if isinstance(value, bool):
        return gettext("Có") if value else gettext("Không")
    if isinstance(value, datetime):
        return formats.datetime_vn(timezone.localtime(value, clock.VIETNAM))
    if isinstance(value, date):
        return formats.date_vn(value)
    if numeric and isinstance(value, int):
        return formats.number(value)
    return value


def link_to(name: str) -> Callable[[Any], str]:
    """The address of a row's page by its key; looked up once, for `reverse` is slow."""

    def address(row: Any) -> str:
        return _pattern(name).replace(_ANY_KEY, str(row.pk))

    return address


@cache
def _pattern(name: str) -> str:
    return reverse(name, args=[_ANY_KEY])


def _stretches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while stretch := list(islice(rows, _STRETCH)):
        yield stretch


def _shown_cell(column: Column, title: Markup, row: Any, words: dict[int, str]) -> ShownCell:
    value = column.value(row)
    if isinstance(value, Promise):
        # A label of a state is the same object in every row: translated once a page.
        value = words.get(id(value)) or words.setdefault(id(value), str(value))
    tone = column.chip(row) if column.chip else ""
    if tone:
        return ShownCell(title, value, "", tone, numeric=column.numeric)
    href = column.link(row) if column.link else ""
    return ShownCell(title, shown(value, column.numeric), href, "", numeric=column.numeric)


def _sort(request: HttpRequest, spec: ListSpec) -> str:
    asked = request.GET.get("sap_xep", "")
    allowed = {column.key for column in spec.columns if column.sort}
    return asked if asked.removeprefix("-") in allowed else spec.order


def _ordered(rows: Any, spec: ListSpec, sort: str) -> Any:
    fields = {column.key: column.sort for column in spec.columns if column.sort}
    name = fields[sort.removeprefix("-")]
    return rows.order_by(f"-{name}" if sort.startswith("-") else str(name), "pk")


def _chosen(request: HttpRequest, spec: ListSpec) -> list[Column]:
    wanted = set(request.GET.getlist("cot"))
    if not wanted:
        return [column for column in spec.columns if not column.optional]
    return [column for column in spec.columns if column.key in wanted] or list(spec.columns)


def _query(request: HttpRequest, *, without: set[str]) -> str:
    query = request.GET.copy()
    for name in without:
        query.pop(name, None)
    return query.urlencode()


def _letter(number: int) -> str:
    return chr(ord("A") + number - 1) if number <= 26 else f"A{chr(ord('A') + number - 27)}"


def _cell(sheet: Any, value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    if hasattr(value, "isoformat"):
        return _text_cell(sheet, formats.date_vn(value))
    return _text_cell(sheet, "" if value is None else str(value))


def _text_cell(sheet: Any, text: str, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # a leading "=" must stay a letter
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    return cell
