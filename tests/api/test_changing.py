"""A program saves and sends its office's report, once for each key, as a person would."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phongtrao.core.models import AuditEntry
from phongtrao.reporting.models import Report, ReportVersion, ValueImport, WorkingCopy
from tests.api.conftest import Program
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.django_db
Make = Callable[..., Program]


@pytest.fixture
def report(world: World) -> Report:
    """The report of Đăk Hà, not begun."""
    return cases.report_of(cases.open_round(world), world)


def _all_cells(report: Report) -> dict[str, Any]:
    form = report.round.template_version
    return {c["key"]: {"value": v} for c, v in zip(form.cells, cases.SOUND, strict=True)}


def _questions(asked: CaptureQueriesContext) -> int:
    """How often the database was asked; the marks of nested transactions are no questions."""
    return sum("SAVEPOINT" not in query["sql"] for query in asked)


def _save(caller: Program, report: Report, base: int, **sent: Any) -> Any:
    return caller.post(f"/reports/{report.pk}/save", {"base_version": base, **sent})


def test_a_report_is_saved_in_parts_and_sent(report: Report, program: Make) -> None:
    caller = program("Chi")
    cells = _all_cells(report)
    with CaptureQueriesContext(connection) as asked:
        first = _save(caller, report, 0, cells={"CD01": {"value": 4}})
    assert first.status_code == 200, first.content
    assert _questions(asked) <= 20
    assert first.json()["version"] == 1
    assert any(fault["key"] == "CD10" for fault in first.json()["faults"])
    second = _save(caller, report, 1, cells=cells,
                   statements=[{"topic": "result", "text": "Ra mắt mô hình mới"}])  # fmt: skip
    assert not [f for f in second.json()["faults"] if f["blocking"]]
    with CaptureQueriesContext(connection) as asked:
        sent = caller.post(f"/reports/{report.pk}/submit", {"base_version": 2})
    assert sent.status_code == 200, sent.content
    assert _questions(asked) <= 20
    assert (sent.json()["state"], sent.json()["versions"]) == ("submitted", 1)
    detail = caller.get(f"/reports/{report.pk}").json()
    assert detail["cells"][0]["value"] == 5
    assert detail["working_version"] == 2
    entry = AuditEntry.objects.get(verb="report.submitted")
    assert entry.actor.startswith("Chi, ")
    assert "mã truy cập ptr_" in entry.actor


def test_the_same_key_acts_once_and_another_body_under_it_is_refused(
    report: Report, program: Make
) -> None:
    caller = program("Chi")
    address, body = (
        f"/reports/{report.pk}/save",
        {"base_version": 0, "cells": {"CD01": {"value": 4}}},
    )
    first = caller.post(address, body, key="khoa-0001")
    again = caller.post(address, body, key="khoa-0001")
    assert (first.content, first.status_code) == (again.content, again.status_code)
    assert (first["Idempotency-Replayed"], again["Idempotency-Replayed"]) == ("false", "true")
    assert again["Content-Type"] == "application/json"
    assert WorkingCopy.objects.get().version == 1
    other = caller.post(address, body | {"base_version": 1}, key="khoa-0001")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_reused")
    bare = caller.client.post(
        f"/api/v1{address}", body, content_type="application/json",
        headers={"authorization": f"Bearer {caller.token}"},
    )  # fmt: skip
    assert (bare.status_code, bare.json()["code"]) == (400, "idempotency_key")


def test_who_saved_meanwhile_is_not_written_over(
    world: World, report: Report, program: Make
) -> None:
    caller = program("Chi")
    _save(caller, report, 0, cells={"CD01": {"value": 4}})
    _save(caller, report, 1, cells={"CD01": {"value": 5}})
    late = _save(caller, report, 1, cells={"CD01": {"value": 6}})
    assert (late.status_code, late.json()["code"]) == (409, "stale_version")
    [place] = late.json()["errors"]
    assert "5 ≠ 6" in place["message"]
    early = caller.post(f"/reports/{report.pk}/submit", {"base_version": 1})
    assert early.status_code == 409


def test_what_is_missing_is_named_and_nothing_is_sent(report: Report, program: Make) -> None:
    caller = program("Chi")
    _save(caller, report, 0, cells={"CD01": {"value": 4}})
    refused = caller.post(f"/reports/{report.pk}/submit", {"base_version": 1})
    assert refused.status_code == 422
    assert len(refused.json()["errors"]) == 13
    assert not ReportVersion.objects.exists()


def test_states_are_kept_apart(report: Report, program: Make) -> None:
    caller = program("Chi")
    cells = {"CD01": {"state": "zero"}, "CD10": {"state": "not_applicable"}, "PH02": {"value": 0},
             "TT01": {"value": "12"}, "TT02": {"state": "none"}}  # fmt: skip
    assert _save(caller, report, 0, cells=cells).status_code == 200
    shown = cases.queries.entry_grid(report).content.cells
    assert [cell.state.name for cell in shown[:5]] == [
        "ZERO", "NOT_APPLICABLE", "ZERO", "VALUE", "NONE",
    ]  # fmt: skip


def test_only_the_reporting_body_fills_and_a_token_does_only_what_it_may(
    report: Report, program: Make
) -> None:
    assert _save(program("An"), report, 0).status_code == 403
    assert _save(program("Ba"), report, 0).status_code == 404
    reader = program("Chi", "report.read")
    refused = _save(reader, report, 0, cells={"CD01": {"value": 4}})
    assert (refused.status_code, refused.json()["code"]) == (403, "capability")
    assert reader.get("/figures?indicator=CD01&period=2026&level=commune").status_code == 403
    assert not WorkingCopy.objects.exists()


HEAD = "area_code,on,period,indicator,value\n"


def _send_file(caller: Program, text: str, key: str = "tep-so-lieu-1") -> Any:
    return caller.client.post(
        "/api/v1/value-imports",
        {"file": SimpleUploadedFile("so-lieu.csv", (HEAD + text).encode(), "text/csv")},
        headers={"authorization": f"Bearer {caller.token}", "idempotency-key": key},
    )


def test_an_administrator_imports_a_file_for_his_scope_and_nobody_else(
    world: World, program: Make
) -> None:
    cases.load_form(world)
    world.add_posting("Quản tỉnh", "ca", "quang-ngai", "administrator")
    caller = program("Quản tỉnh")
    done = _send_file(caller, "23500,2026-01-05,2026-01,TT01,12\n")
    assert done.status_code == 200, done.content
    assert (done.json()["figures"], done.json()["reports"]) == (1, 1)
    assert _send_file(caller, "23500,2026-01-05,2026-01,TT01,12\n").content == done.content
    changed = _send_file(caller, "23500,2026-01-05,2026-01,TT01,13\n")
    assert changed.status_code == 422
    entry = AuditEntry.objects.get(verb="values.imported")
    assert entry.account_id == world.posting("Quản tỉnh").account_id
    outside = _send_file(
        caller, "23942,2026-01-05,2026-01,TT01,12\n23500,x,2026-01,TT01,1\n", "k-000002"
    )
    assert outside.status_code == 422
    assert {fault["place"] for fault in outside.json()["errors"]} == {"row 2", "row 3"}
    assert "23942" in outside.json()["errors"][0]["message"]
    assert _send_file(program("An"), "23500,2026-01-05,2026-01,TT01,12\n").status_code == 403
    assert ValueImport.objects.count() == 1
