"""What was exported is imported again, and everything is as it was."""

from datetime import date
from pathlib import Path
from random import Random

import pyarrow.parquet as pq
import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from phongtrao.core.periods import DEFAULT_SCHEME, Period, parse_period, parse_scheme
from phongtrao.reporting.cells import CellState, unpack
from phongtrao.reporting.exports.value_files import write_values
from phongtrao.reporting.models import Report, ReportVersion
from phongtrao.reporting.queries import FiguresAsked, figure_rows
from phongtrao.reporting.queries.recorded_values import ValuesAsked
from tests.reporting import cases
from tests.reporting.oracle import AREAS, days_of
from tests.reporting.small_country import HEAD, build, take, write
from tests.world import World

pytestmark = pytest.mark.django_db

FULL = f"{HEAD},scheme,body,state"
CALENDAR = "CALENDAR"
MONTHS = range(2025 * 12 + 3, 2025 * 12 + 9)


def _lines(random: Random) -> list[str]:
    """Figures of every commune and month by two bodies, with every state and two schemes."""
    lines = []
    for month in MONTHS:
        day = days_of((month, month))[1]
        alive = [(life[0], max(life[4], min(day, life[5])))
                 for lives in AREAS.values() for life in lives
                 if life[2] == "commune" and life[4] <= day < life[5]]  # fmt: skip
        for code, on in alive:
            for body in ("ca", "mttq"):
                for indicator, value in (("TT01", random.randint(0, 3)), ("LL13", "4.5")):
                    state = random.choice(["", "value", "not_applicable", "withheld"])
                    told = value if state in ("", "value") else ""
                    scheme = random.choice(["", CALENDAR])
                    label = Period(month, month).label
                    lines.append(f"{code},{on},{label},{indicator},{told},{scheme},{body},{state}")
    return lines


def _everything() -> list[object]:
    """Every figure of every indicator, month, level, scheme, body line and boundary date."""
    periods = [Period(month, month) for month in MONTHS] + [parse_period("2025-Q3")]
    return [
        figure_rows(FiguresAsked(["TT01", "LL13"], periods, level, parse_scheme(scheme),
                                 body=body, as_of=day))
        for level, body, day in (
            ("country", None, None), ("province", "mttq", None), ("commune", None, date(2026, 3, 1))
        )
        for scheme in (DEFAULT_SCHEME.code, CALENDAR)
    ]  # fmt: skip


def _cells() -> dict[tuple[object, ...], list[tuple[str, object]]]:
    """Who said what, whatever the rows are numbered."""
    rows = ReportVersion.objects.select_related("report__round__template_version", "report__body")
    found: dict[tuple[object, ...], list[tuple[str, object]]] = {}
    for row in rows:
        report, form = row.report, row.report.round.template_version
        key = (report.area_id, report.body.kind_id, report.round.scheme, report.round.period)
        cells = unpack(bytes(row.cells), len(form.cells))
        found.setdefault(key, []).extend(
            (cell["key"], said) for cell, said in zip(form.cells, cells, strict=True)
            if said.state is not CellState.NONE
        )  # fmt: skip
    return {key: sorted(said, key=str) for key, said in found.items()}


@pytest.mark.database
@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_an_export_imported_into_an_empty_database_says_the_same(
    tmp_path: Path, ending: str
) -> None:
    first, second = tmp_path / f"mot.{ending}", tmp_path / f"hai.{ending}"
    with transaction.atomic():
        build()
        take(write(tmp_path / "goc.csv", _lines(Random(7)), FULL))
        said, cells = _everything(), _cells()
        done = write_values(ValuesAsked(), first)
        transaction.set_rollback(True)
    build()
    again = take(first)
    assert again.value_import.figures == done.rows == sum(map(len, cells.values()))
    assert _cells() == cells
    assert _everything() == said
    write_values(ValuesAsked(), second)
    if ending == "csv":
        assert second.read_bytes() == first.read_bytes()
    else:  # its padding bytes are not those of the figures
        assert pq.read_table(second).equals(pq.read_table(first))


@pytest.mark.usefixtures("db")
def test_only_what_is_asked_is_exported(tmp_path: Path) -> None:
    build()
    lines = [
        "00101,2025-03-01,2025-03,TT01,12,,ca,",
        "00107,2025-03-01,2025-03,TT01,4,,ca,",
        "00107,2025-03-01,2025-03,LL13,1.50,,mttq,",
        "00107,2025-03-01,2025-Q1,TT01,5,CALENDAR,ca,",
        "09,2025-03-01,2025-03,TT02,6,,ca,",
    ]
    take(write(tmp_path / "goc.csv", lines, FULL))

    def told(**asked: object) -> list[str]:
        write_values(ValuesAsked(**asked), tmp_path / "ra.csv")  # type: ignore[arg-type]
        return (tmp_path / "ra.csv").read_text(encoding="utf-8").splitlines()[1:]

    province = "09,2025-04-14,2025-03,TT02,6,ADMIN_15_14,ca,value"
    assert len(told()) == 5
    assert told(level="province") == [province.replace("2025-04-14", "2025-03-14")]
    assert told(scheme=CALENDAR) == ["00107,2025-03-31,2025-Q1,TT01,5,CALENDAR,ca,value"]
    assert told(indicators=["LL13"]) == ["00107,2025-03-14,2025-03,LL13,1.5,ADMIN_15_14,mttq,value"]
    assert len(told(periods=[parse_period("2025-Q1")])) == 5
    assert len(told(periods=[parse_period("2025-03")])) == 4
    assert {line[:5] for line in told(area="09")} == {"00107", "09,20"}
    assert told(area="99") == []


def test_reports_from_screens_are_exported_by_state_without_their_divided_cells(
    world: World, tmp_path: Path
) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    path = tmp_path / "ra.parquet"
    done = write_values(ValuesAsked(), path)
    table = pq.read_table(path)
    form = round_.template_version
    version = ReportVersion.objects.get()
    cells = unpack(bytes(version.cells), len(form.cells))
    whole = [cell["key"] for cell, said in zip(form.cells, cells, strict=True)
             if said.state is not CellState.NONE and not cell["disaggregation"]]  # fmt: skip
    assert sorted(table["indicator"].to_pylist()) == sorted(whole)
    assert done.rows == len(whole) > 0
    assert write_values(ValuesAsked(approved_only=True), path).rows == 0
    Report.objects.filter(version_count=1).update(state="returned")
    assert write_values(ValuesAsked(), path).rows == 0


def test_the_command_says_what_it_wrote_and_refuses_what_it_cannot_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("phongtrao.cli.prepare.ensure_ready", lambda: None)
    path = tmp_path / "ra.csv"
    call_command("export_values", str(path))
    assert path.read_text(encoding="utf-8") == f"{FULL}\n"
    assert capsys.readouterr().out == f"Đã xuất 0 giá trị ra {path}\n"
    for wrong in (["ra.xlsx"], [str(path), "--period", "2025-13"], ["/khong/co/ra.csv"]):
        with pytest.raises(CommandError) as refused:
            call_command("export_values", *wrong)
        assert refused.value.returncode == 2
    assert list(tmp_path.iterdir()) == [path]
