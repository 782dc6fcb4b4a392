"""Whatever comes in by REST is read by the guard first, and understood or refused as a whole."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phongtrao.api.views import description
from phongtrao.core.models import AuditEntry
from phongtrao.reporting.models import Report, WorkingCopy
from tests.api.conftest import Program
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.django_db
Make = Callable[..., Program]
CANARY = "CCCD 051199000123"  # made up: the shape of a citizen number, of nobody
WITH_JSON = ["/reports/{}/save", "/reports/{}/submit"]


@pytest.fixture
def report(world: World) -> Report:
    """The report of Đăk Hà, not begun."""
    return cases.report_of(cases.open_round(world), world)


def test_every_changing_operation_is_guarded_here() -> None:
    changing = {
        path.removeprefix("/api/v1").replace("{report_id}", "{}")
        for path, methods in description()["paths"].items()
        if set(methods) - {"get"}
    }
    assert changing == {*WITH_JSON, "/value-imports"}


@pytest.mark.parametrize("address", WITH_JSON)
@pytest.mark.parametrize(
    "body",
    [
        {"base_version": 0, "notes": {"CD01": f"Xác minh {CANARY}"}},
        {"base_version": 0, "statements": [{"topic": "result", "text": CANARY}]},
        {"base_version": 0, "cells": {CANARY: {"value": 1}}},
        {"base_version": 0, "reason": "CCCD 0511\u20099900\u20090123".replace("\u2009", "")},
    ],
)
def test_personal_data_is_refused_with_its_place_and_repeated_nowhere(
    report: Report, program: Make, address: str, body: Any
) -> None:
    answer = program("Chi").post(address.format(report.pk), body)
    assert (answer.status_code, answer.json()["code"]) == (422, "personal_data")
    assert answer.json()["errors"][0]["place"].startswith("body.")
    assert "051199000123" not in answer.json()["detail"]
    assert not WorkingCopy.objects.exists()


def test_a_query_and_a_file_are_read_too(world: World, program: Make) -> None:
    cases.load_form(world)
    asked = program("An").get(
        "/figures", {"indicator": CANARY, "period": "2026", "level": "country"}
    )
    assert (asked.status_code, asked.json()["code"]) == (422, "personal_query")
    world.add_posting("Quản tỉnh", "ca", "quang-ngai", "administrator")
    caller = program("Quản tỉnh")
    for name, text in ((f"{CANARY}.csv", "x"), ("a.csv", f"area_code\n{CANARY}\n")):
        sent = caller.client.post(
            "/api/v1/value-imports",
            {"file": SimpleUploadedFile(name, text.encode())},
            headers={"authorization": f"Bearer {caller.token}", "idempotency-key": "k" * 8},
        )
        assert sent.status_code == 422
    assert not AuditEntry.objects.filter(verb="values.imported").exists()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 422),
        ("{", 400),
        ("[" * 100_000 + "]" * 100_000, 400),
        ('{"base_version": ' + "9" * 5_000 + "}", 400),
        ('{"base_version": NaN}', 400),
        ('{"base_version": 0, "base_version": 1}', 400),
        ('{"base_version": 0, "reason": "\\ud800"}', 400),
        ('{"base_version": 0, "reason": "a\\u0000b"}', 400),
        (b'\xff\xfe{"base_version": 0}', 400),
        ('{"base_version": 0, "x": ' + '{"a":' * 20 + "1" + "}" * 20 + "}", 400),
        ('{"base_version": 0, "reason": "' + "x " * 2_200_000 + '"}', 413),
        ("[]", 422),
        ('{"base_version": "nhiều"}', 422),
        ('{"base_version": -1}', 422),
        ('{"base_version": 0, "lạ": 1}', 422),
        ('{"base_version": 0, "cells": {"CD01": {"value": 1e400}}}', 422),
        ('{"base_version": 0, "cells": {"CD01": {"value": 1e999999999}}}', 422),
        ('{"base_version": 0, "cells": {"CD01": {"value": -3}}}', 422),
        ('{"base_version": 0, "cells": {"CD01": {"value": 1.5}}}', 422),
        ('{"base_version": 0, "cells": {"CD01": {"value": "1.234,5"}}}', 422),
        ('{"base_version": 0, "cells": {"CD01": {"value": "١٢"}}}', 422),
        ('{"base_version": 0, "cells": {"CD01": {"value": true}}}', 422),
        ('{"base_version": 0, "cells": {"CD01": {"state": "withheld"}}}', 422),
        ('{"base_version": 0, "cells": {"CD01": {"state": "not_applicable", "value": 1}}}', 422),
        ('{"base_version": 0, "cells": {"XX99": {"value": 1}, "CD01": {"value": 1}}}', 422),
        ('{"base_version": 0, "statements": [{"topic": "lạ", "text": "x"}]}', 422),
    ],
)
def test_hostile_json_is_refused_with_a_place_and_nothing_is_done(
    report: Report, program: Make, body: Any, status: int
) -> None:
    answer = program("Chi").post(f"/reports/{report.pk}/save", body)
    assert answer.status_code == status, answer.content[:300]
    told = answer.json()
    assert answer["Content-Type"] == "application/problem+json"
    assert told["detail"]
    assert told["errors"] or status == 413
    assert not WorkingCopy.objects.exists()


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "text/csv"])
def test_what_is_no_json_is_not_taken(report: Report, program: Make, kind: str) -> None:
    caller = program("Chi")
    answer = caller.client.post(
        f"/api/v1/reports/{report.pk}/save",
        '{"base_version": 0}',
        content_type=kind,
        headers={"authorization": f"Bearer {caller.token}", "idempotency-key": "k" * 8},
    )
    assert (answer.status_code, answer.json()["code"]) == (415, "content_type")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/figures?period=2026&level=commune", "query.indicator"),
        ("/figures?indicator=CD01&period=2026-13&level=commune", "query.period"),
        ("/figures?indicator=CD01&period=2026&level=xã", "query.level"),
        ("/figures?indicator=CD01&period=2026&level=commune&as_of=hôm", "query.as_of"),
        ("/figures?indicator=CD01&period=2026&level=commune&scheme=LẠ", "query.scheme"),
        ("/areas?cursor=%00", "query.cursor"),
        ("/areas?cursor=AAAA", "query.cursor"),
        ("/areas?limit=0", "query.limit"),
        ("/reports?cursor=YWJj", "query.cursor"),
        ("/reports?state=lạ", "query.state"),
        ("/reports/99999999999999999999", "path.report_id"),
        ("/rounds/-1", "path.round_id"),
        ("/reports/1/versions/99999999999", "path.n"),
    ],
)
def test_a_wrong_question_is_told_where_it_is_wrong(
    program: Make, address: str, place: str
) -> None:
    answer = program("An").get(address)
    assert answer.status_code == 422
    assert place in answer.json()["errors"][0]["place"]


def test_another_method_is_told_as_a_problem(program: Make) -> None:
    caller = program("An")
    answer = caller.post("/reports", {})
    assert (answer.status_code, answer.json()["code"]) == (405, "method")
    assert answer["Allow"] == "GET"
