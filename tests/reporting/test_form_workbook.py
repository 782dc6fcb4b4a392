"""The form of a report as a workbook: as officials know it, closed but for what is typed."""

import io
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.org.models import Posting
from phongtrao.reporting.grid import form_layout as layout
from tests.reporting import cases, filled
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]


def test_the_workbook_shows_unit_period_sections_and_what_is_stored(
    world: World, client_for: ClientFor
) -> None:
    report = filled.saved(world)
    chi = client_for(world.posting("Chi"))
    answer = chi.get(reverse("reporting:report-workbook", args=[report.pk]))
    assert "bieu-" in answer.headers["Content-Disposition"]
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[arg-type]
    sheet = book[layout.FIGURES]
    heading = [str(row[0].value) for row in sheet.iter_rows(max_row=5)]
    assert heading[0] == report.round.template_version.template.name
    assert report.body.name in heading[1]
    assert "6 tháng đầu năm 2026" in heading[2]
    spec = report.round.template_version.cells[4]
    row = [cell.value for cell in sheet[filled.row_of(book, spec["key"])]]
    assert row[:4] == [spec["order"], spec["key"], spec["name"], spec["unit"]]
    assert row[layout.FIGURE - 1] == 1200
    told = [row[-1] for row in book[layout.NARRATIVE].iter_rows(values_only=True)]
    assert "Ra mắt hai mô hình mới" in told


def test_only_the_cells_that_are_typed_are_open(world: World) -> None:
    report = filled.saved(world)
    book = load_workbook(io.BytesIO(filled.workbook_of(report)))
    sheet = book[layout.FIGURES]
    open_cells = {c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked}
    rows = [filled.row_of(book, cell["key"]) for cell in report.round.template_version.cells]
    assert open_cells == {f"{letter}{row}" for letter in "GH" for row in rows}
    assert all(each.protection.sheet for each in book.worksheets)
    assert book[layout.MARK].sheet_state == "veryHidden"


def test_figures_of_earlier_periods_stand_beside(world: World) -> None:
    cases.submitted(world, cases.open_round(world), changes={0: "77"})
    report = cases.report_of(cases.open_round(world, period="2026-H2"), world)
    book = load_workbook(io.BytesIO(filled.workbook_of(report)))
    row = book[layout.FIGURES][filled.row_of(book, report.round.template_version.cells[0]["key"])]
    assert row[layout.LAST - 1].value == 77
    assert row[layout.LAST_YEAR - 1].value is None
    assert row[layout.FIGURE - 1].value is None


def test_a_note_that_looks_like_a_formula_stays_a_text(world: World) -> None:
    report = filled.saved(world, notes={0: "=1+1"})
    book = load_workbook(io.BytesIO(filled.workbook_of(report)))
    notes = [row[layout.NOTE - 1] for row in book[layout.FIGURES].iter_rows(max_col=8)]
    assert [c.data_type for c in notes if c.value == "=1+1"] == ["s"]


def test_only_the_reporting_body_gets_its_workbook(world: World, client_for: ClientFor) -> None:
    report = filled.saved(world)
    address = reverse("reporting:report-workbook", args=[report.pk])
    assert client_for(world.posting("An")).get(address).status_code == 403
    assert client_for(world.posting("Giang")).get(address).status_code == 404
