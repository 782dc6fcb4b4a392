"""`phongtrao import-values` and `phongtrao rollup`: what they print, and how they end."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from phongtrao.cli import prepare
from phongtrao.reporting.imports.value_files import ValuesRefused
from phongtrao.reporting.models import Report
from tests.cli.processes import run
from tests.reporting.small_country import HEAD, build, write

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def ready(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The small country is there; nothing is migrated or loaded."""
    monkeypatch.setattr(prepare, "ensure_ready", lambda: None)
    build()


@pytest.fixture
def ask(ready: None, tmp_path: Path) -> Ask:
    """Figures are taken in; asks for roll-ups of May 2026."""
    lines = [
        "00101,2026-01-05,2026-05,TT01,10", "00202,2026-01-05,2026-05,TT01,5",
        "00301,2026-05-05,2026-05,TT01,0", "00203,2026-05-05,2026-05,TT01,8",
        "00107,2026-01-05,2026-05,TT01,100", "00107,2026-01-05,2026-05,HG03,3",
        "00107,2026-01-05,2026-05,HG04,2",
    ]  # fmt: skip
    path = write(tmp_path / "so-lieu.csv", lines)
    call_command("import_values", str(path), stdout=io.StringIO())

    def rollup(*arguments: str, period: str = "2026-05") -> list[dict[str, Any]]:
        out = io.StringIO()
        call_command("rollup", *arguments, "--period", period, "--json", stdout=out)
        found: list[dict[str, Any]] = json.loads(out.getvalue())
        return found

    return rollup


def _told(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(r["area_code"], r["value"], r["n"], r["of"], r["estimated"]) for r in rows]


def test_a_file_is_told_in_one_line(ready: None, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", ["00101,2026-01-05,2026-05,TT01,10"])
    out = io.StringIO()
    call_command("import_values", str(path), stdout=out)
    assert out.getvalue().startswith(
        "Đã nhập 1 giá trị vào 1 báo cáo (1 báo cáo mới) của 1 đợt; gốc cây băm "
    )


def test_every_faulty_row_is_told_on_a_line_of_its_own(ready: None, tmp_path: Path) -> None:
    lines = ["00101,2026-01-05,2026-05,TT01,-1", "77777,2026-01-05,2026-05,TT01,1"]
    err = io.StringIO()
    with pytest.raises(ValuesRefused):
        call_command("import_values", str(write(tmp_path / "a.csv", lines)), stderr=err)
    assert [line.split(":")[0] for line in err.getvalue().splitlines()] == ["Dòng 2", "Dòng 3"]
    assert not Report.objects.exists()


def test_figures_that_no_roll_up_will_show_are_pointed_out(ready: None, tmp_path: Path) -> None:
    lines = ["00101,2026-01-05,2025-03,TT01,1", "00101,2025-03-05,2025-03,TT01,1"]
    err, out = io.StringIO(), io.StringIO()
    call_command("import_values", str(write(tmp_path / "a.csv", lines)), stderr=err, stdout=out)
    assert err.getvalue().startswith("Lưu ý: 1 báo cáo nói về địa bàn không tồn tại trong kỳ")
    assert out.getvalue().startswith("Đã nhập 2 giá trị")


def test_a_row_has_the_eight_fields(ask: Ask) -> None:
    assert ask("--indicator", "TT01", "--level", "province", "--area", "01") == [
        {
            "area_code": "01", "area_name": "Mới", "period": "2026-05", "indicator": "TT01",
            "value": 23, "n": 4, "of": 5, "estimated": False,
        }
    ]  # fmt: skip


def test_the_country_adds_up_and_missing_is_not_zero(ask: Ask) -> None:
    assert _told(ask("--indicator", "TT01", "--level", "country")) == [("VN", 123, 5, 6, False)]
    assert _told(ask("--indicator", "MH02", "--level", "country")) == [("VN", None, 0, 6, False)]


def test_a_ratio_is_computed_and_is_a_number(ask: Ask) -> None:
    (row,) = ask("--indicator", "HG05", "--level", "commune", "--area", "00107")
    assert row["value"] == pytest.approx(200 / 3)


def test_former_boundaries_are_asked_by_their_day(ask: Ask) -> None:
    rows = ask("--indicator", "TT01", "--level", "province", "--as-of", "2025-06-30")
    assert [(r["area_code"], r["estimated"]) for r in rows] == [
        ("01", False),
        ("02", False),
        ("09", False),
    ]
    assert sum(row["value"] for row in rows) == 123


def test_several_indicators_and_periods_come_in_the_order_asked(ask: Ask) -> None:
    out = io.StringIO()
    call_command(
        "rollup", "--indicator", "HG03", "TT01", "--period", "2026-05", "2026-04", "--level",
        "country", "--json", stdout=out,
    )  # fmt: skip
    rows = json.loads(out.getvalue())
    assert [(r["indicator"], r["period"]) for r in rows] == [
        ("HG03", "2026-05"), ("HG03", "2026-04"), ("TT01", "2026-05"), ("TT01", "2026-04"),
    ]  # fmt: skip


def test_what_is_unknown_is_an_empty_list(ask: Ask) -> None:
    assert ask("--indicator", "XX99", "--level", "country") == []
    assert ask("--indicator", "TT01", "--level", "commune", "--area", "99") == []
    assert ask("--indicator", "TT01", "--level", "district") == []
    rows = ask("--indicator", "TT01", "--level", "country", "--body", "hoi")
    assert _told(rows) == [("VN", None, 0, 6, False)]
    other = ask("--indicator", "TT01", "--level", "country", "--scheme", "CALENDAR")
    assert _told(other) == [("VN", None, 0, 6, False)]


@pytest.mark.parametrize(
    "wrong",
    [
        ["--period", "2026-13"],
        ["--as-of", "30/6/2025"],
        ["--scheme", "LUNAR"],
        ["--scheme", "CUMULATIVE(2026-10-17)"],
    ],
)
def test_what_cannot_be_asked_is_wrong_use(ready: None, wrong: list[str]) -> None:
    given = ["--indicator", "TT01", "--level", "country", "--period", "2026-05", *wrong]
    with pytest.raises(CommandError) as refused:
        call_command("rollup", *given, "--json")
    assert refused.value.returncode == 2


def test_without_json_it_is_a_table(ask: Ask) -> None:
    out = io.StringIO()
    call_command(
        "rollup", "--indicator", "TT01", "--period", "2026-05", "--level", "country", stdout=out
    )
    assert out.getvalue() == "VN\tViệt Nam\t2026-05\tTT01\t123\t5/6\n"


def test_a_file_that_is_not_there_and_an_unknown_level_end_with_2(tmp_path: Path) -> None:
    missing = run("import-values", str(tmp_path / "khong-co.csv"), data=tmp_path)
    assert (missing.returncode, missing.stdout) == (2, "")
    assert missing.stderr.startswith("Không có tệp ")
    strange = run("rollup", "--indicator", "A", "--period", "2026", "--level", "xa", data=tmp_path)
    assert (strange.returncode, strange.stdout) == (2, "")


def test_the_heading_of_the_how_to_is_the_heading_of_a_file() -> None:
    page = Path(__file__).parents[2] / "docs" / "how-to" / "nhap-so-lieu-tu-tep.md"
    assert HEAD in page.read_text(encoding="utf-8")
