"""A broken boundary: no command, page, worker or shell runs, and nothing is made on the disk."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps

from phongtrao.core.boundary import schema, start
from tests.cli.processes import ROOT, environment

COMMANDS = [
    ["serve", "--port", "1025"],
    ["demo"],
    ["scheduler"],
    ["audit", "verify"],
    ["rights", "check"],
    ["search", "rebuild"],
    ["first-account", "x", "--name", "X"],
    ["report", "word", "--round", "1", "--area", "51", "-o", "x.docx"],
    ["check-text"],
    ["migrate", "--skip-checks"],
    ["db_worker", "--skip-checks"],
    ["shell", "-c", "print(1)"],
]


def _run(site: str, folder: Path, *program: str) -> subprocess.CompletedProcess[str]:
    ours = environment(folder, PHONGTRAO_DEMO="1", DJANGO_SETTINGS_MODULE=f"tests.rights.{site}")
    ours["PYTHONPATH"] = f"{ROOT / 'src'}:{ROOT}"
    return subprocess.run(
        [sys.executable, *program],
        env=ours,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        input="",
    )


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda given: given[0])
def test_no_command_runs_over_a_forbidden_field(tmp_path: Path, arguments: list[str]) -> None:
    ended = _run("site_with_stray_app", tmp_path, "-m", "phongtrao", *arguments)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "Không khởi động" in ended.stderr
    assert "stray_app.Card.ton_giao chứa từ cấm: tôn giáo." in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / "phongtrao.sqlite3").exists()


@pytest.mark.parametrize(
    "program", [["-m", "phongtrao", "serve"], ["-c", "import phongtrao.config.wsgi"]]
)
def test_neither_server_nor_page_starts_over_an_unlisted_field(
    tmp_path: Path, program: list[str]
) -> None:
    ended = _run("site_with_unlisted_app", tmp_path, *program)
    assert ended.returncode == 1
    assert "unlisted_app.Sheet.pages_read chưa có lớp" in ended.stderr
    assert not (tmp_path / "phongtrao.sqlite3").exists()


def test_a_page_that_asks_for_faith_keeps_the_site_closed(tmp_path: Path) -> None:
    program = (
        "from django import forms\n"
        "Card = type('Card', (forms.Form,), {'ton_giao': forms.CharField(),"
        " '__module__': 'phongtrao.x.forms'})\n"
        "import phongtrao.config.wsgi"
    )
    ours = environment(tmp_path)
    ended = subprocess.run(
        [sys.executable, "-c", program], env=ours, cwd=tmp_path, capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip
    assert ended.returncode == 1
    assert "Ô nhập x.Card.ton_giao chứa từ cấm: tôn giáo." in ended.stderr


def test_the_tables_of_today_keep_within_the_boundary() -> None:
    assert schema.schema_faults() == []


@pytest.mark.parametrize(
    ("label", "fields", "told"),
    [
        ("core.Notice", {"religion_of": "org"}, "core.Notice.religion_of có trong boundary.yaml"),
        ("core.Notice", {"text": "person"}, "core.Notice.text chưa có lớp"),
        ("core.Informant", {"id": "system"}, "core.Informant có trong boundary.yaml"),
    ],
)
def test_a_stale_or_wrongly_classed_line_is_a_fault(
    monkeypatch: pytest.MonkeyPatch, label: str, fields: dict[str, str], told: str
) -> None:
    listed = dict(schema.listed_fields())
    listed[label] = listed.get(label, {}) | fields
    monkeypatch.setattr(schema, "listed_fields", lambda: listed)
    assert any(fault.startswith(told) for fault in schema.schema_faults())


def test_a_forbidden_choice_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    field: Any = apps.get_model("core", "CalendarDay")._meta.get_field("kind")
    monkeypatch.setattr(field, "choices", [("x", "Theo đạo")])
    assert "core.CalendarDay.kind, lựa chọn 'x' chứa từ cấm: theo đạo." in schema.schema_faults()


def test_no_fault_is_no_refusal() -> None:
    start.refuse_to_start([])
    with pytest.raises(start.BoundaryBroken, match="một lỗi"):
        start.refuse_to_start(["một lỗi"])
