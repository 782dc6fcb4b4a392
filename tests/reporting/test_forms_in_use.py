"""Forms in use are read as a clerk reads them: rows, units, sums, shares, what is left out."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from phongtrao.reporting.grid.sheet_form import propose
from phongtrao.reporting.grid.sheet_matching import Known
from phongtrao.reporting.grid.sheet_reader import KIND, read_sheets
from phongtrao.reporting.imports.catalogue import packaged_breakdowns, packaged_indicators
from tests.reporting.sheets_in_use import SHEETS, SheetInUse

KNOWN = [Known(row.code, row.name, row.unit) for row in packaged_indicators()]
LISTS = [{"code": r.code, "name": r.name, "values": r.values} for r in packaged_breakdowns()]


def _proposed(data: bytes, tmp_path: Path, **options: Any) -> dict[str, Any]:
    path = tmp_path / "upload"
    path.write_bytes(data)
    read = read_sheets(path, KIND)
    assert read is not None
    return propose(read, KNOWN, LISTS, **options)


@cache
def _file(name: str) -> bytes:
    return SHEETS[name].data


@pytest.fixture(params=SHEETS)
def case(request: Any, tmp_path: Path) -> tuple[SheetInUse, dict[str, Any]]:
    """A form with what was made of it."""
    return SHEETS[request.param], _proposed(_file(request.param), tmp_path)


def _named(proposal: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in proposal["rows"] if row["kind"] in ("cell", "ratio")}


def test_a_form_is_read_as_its_clerk_reads_it(case: tuple[SheetInUse, dict[str, Any]]) -> None:
    form, proposal = case
    rows = _named(proposal)
    assert proposal["title"] == form.title
    told = {
        name: (rows[name]["order"], rows[name]["unit"]) for name in form.figures if name in rows
    }
    assert told == form.figures
    sections = [row["name"] for row in proposal["rows"] if row["kind"] == "section"]
    assert sections == form.sections
    assert {name: rows[name]["match"] for name in form.codes} == form.codes
    by_id = {row["id"]: row["name"] for row in proposal["rows"]}
    sums = {c["at"]: [by_id[part] for _sign, part in c["terms"]] for c in proposal["checks"]}
    assert sums == form.sums
    shares = [row["name"] for row in proposal["rows"] if row["kind"] == "ratio"]
    assert shares == form.shares
    left_out = {note["at"] for note in proposal["notes"]}
    assert set(form.untold) <= left_out, proposal["notes"]
    assert json.loads(json.dumps(proposal)) == proposal  # it travels with its page
