"""Workbooks of a report to test with: downloaded, changed as an official would, sent back."""

import html
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from phongtrao.reporting import actions, exports, imports, queries
from phongtrao.reporting.grid import form_layout as layout
from phongtrao.reporting.grid.form_reader import KIND, read_closely, read_form
from phongtrao.reporting.imports import FilledForm
from phongtrao.reporting.models import Report, Round
from tests.reporting import cases
from tests.world import World

Change = Callable[[Workbook], Any]


def saved(world: World, *, area: str = "dak-ha", **said: Any) -> Report:
    """A report whose working copy says something: sound figures, and what is told here."""
    round_ = Round.objects.first() or cases.open_round(world)
    report = cases.report_of(round_, world, area)
    content = cases.content(round_, **said)
    actions.save_working_copy(report, content, expected_version=0, by=world.actor("Chi"))
    return report


def workbook_of(report: Report) -> bytes:
    """The workbook as it is downloaded."""
    answer = exports.form_workbook(queries.entry_grid(report))
    return b"".join(answer.streaming_content)  # type: ignore[arg-type]  # never asynchronous here


def changed(data: bytes, change: Change) -> bytes:
    """The workbook after a change in a spreadsheet."""
    book = load_workbook(io.BytesIO(data))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def row_of(book: Workbook, code: str) -> int:
    """The row of a code among the figures."""
    column = book[layout.FIGURES].iter_rows(min_col=layout.CODE, max_col=layout.CODE)
    return next(cell.row for (cell,) in column if cell.value == code)


def written(code: str, value: Any, column: int = layout.FIGURE, **style: Any) -> Change:
    """A change of one cell of the row of a code."""

    def write(book: Workbook) -> None:
        cell = book[layout.FIGURES].cell(row_of(book, code), column)
        cell.value = value
        for name, set_to in style.items():
            setattr(cell, name, set_to)

    return write


def judged(report: Report, data: bytes, tmp_path: Path) -> FilledForm:
    """What the door makes of a workbook, without the wall."""
    path = tmp_path / "upload"
    path.write_bytes(data)
    read = read_form(path, KIND)
    assert read is not None
    assert read == read_closely(path), "the quick way reads something else"
    return imports.filled_form(report, queries.entry_grid(report).specs, read)  # type: ignore[arg-type]  # a list


def send(client: Client, report: Report, data: bytes, name: str = "bieu.xlsx") -> Any:
    """The page after a workbook was chosen."""
    address = reverse("reporting:report-import", args=[report.pk])
    return client.post(address, {**cases.once(), "file": SimpleUploadedFile(name, data)})


def confirmed(answer: Any) -> dict[str, str]:
    """What the button of a preview sends."""
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', _entry(answer))
    return {name: html.unescape(value) for name, value in fields} | {"verb": "luu"} | cases.once()


def _entry(answer: Any) -> str:
    page = answer.content.decode()
    return page[page.index('name="row_version"') - 30 : page.index("Ghi vào bản nháp")]


def with_result(data: bytes, code: str, formula: str, result: str) -> bytes:
    """The workbook with a formula whose result was kept, as a spreadsheet stores it."""
    kept = b"<f>%b</f><v>%b</v>" % (formula.encode(), result.encode())
    told = re.compile(rb"<f>%b</f><v></v>" % re.escape(formula.encode()))
    return _rewritten(changed(data, written(code, f"={formula}")), told, kept)


def with_cells(data: bytes, count: int) -> bytes:
    """The workbook with so many further cells in each sheet, a hundred to a row."""
    cells = [b"<c><v>%d</v></c>" % (number * 7_919 % 1_000_003) for number in range(count)]
    rows = (b"".join(cells[start : start + 100]) for start in range(0, count, 100))
    added = b"".join(b"<row>%b</row>" % row for row in rows)
    return _rewritten(data, re.compile(rb"</sheetData>"), added + b"</sheetData>")


def _rewritten(data: bytes, pattern: re.Pattern[bytes], instead: bytes) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, pattern.sub(instead, old.read(name)))
    return buffer.getvalue()
