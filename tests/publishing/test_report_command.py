"""`phongtrao report word` writes the report of a round, without storing a paper."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from phongtrao.cli import prepare
from phongtrao.core.formats import number
from phongtrao.core.models import AuditEntry
from phongtrao.publishing.models import Paper
from phongtrao.reporting import queries as reporting
from tests.publishing.docx_text import rows_of, text_of
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def _prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test database stands already; the command must still ask for it."""
    asked: list[bool] = []
    monkeypatch.setattr(prepare, "ensure_ready", lambda: asked.append(True))


def test_the_command_writes_report_and_memo_with_the_figures_of_the_roll_up(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    report, memo = tmp_path / "bao-cao.docx", tmp_path / "phieu-trinh.docx"
    pdf = tmp_path / "bao-cao.pdf"
    options = ["word", "--round", str(round_.pk), "--area", "51", "--pdf", str(pdf)]
    call_command("report", *options, "-o", str(report), "--memo", str(memo))
    assert capsys.readouterr().out.split() == [str(report), str(memo), str(pdf)]
    assert pdf.read_bytes().startswith(b"%PDF-")
    rows = rows_of(report.read_bytes())
    for line in reporting.roll_up(world.actor("An"), round_).lines:
        cells = next(cells for name, cells in rows.items() if name == line.indicator.name)
        assert number(line.current.value, line.decimals) in cells
    assert "1/3 xã, phường, đặc khu" in text_of(report.read_bytes())
    assert "PHIẾU TRÌNH" in text_of(memo.read_bytes())
    assert not Paper.objects.exists()
    entry = AuditEntry.objects.get(verb="round.report_exported")
    assert entry.actor.startswith("cli:")


@pytest.mark.parametrize("area", ["52", "23500", "99999", "", "51'--"])
def test_an_area_that_the_round_does_not_reach_is_wrong_use(
    world: World, tmp_path: Path, area: str
) -> None:
    round_ = cases.open_round(world)
    out = tmp_path / "x.docx"
    with pytest.raises(CommandError) as refusal:
        call_command("report", "word", "--round", str(round_.pk), "--area", area, "-o", str(out))
    assert refusal.value.returncode == 2
    assert not out.exists()


def test_an_unknown_round_and_a_folder_that_is_not_there_are_wrong_use(
    world: World, tmp_path: Path
) -> None:
    round_ = cases.open_round(world)
    for pk, out in (("999999", tmp_path / "x.docx"), (str(round_.pk), tmp_path / "a" / "x.docx")):
        with pytest.raises(CommandError) as refusal:
            call_command("report", "word", "--round", pk, "--area", "51", "-o", str(out))
        assert refusal.value.returncode == 2
    assert not AuditEntry.objects.filter(verb="round.report_exported").exists()
