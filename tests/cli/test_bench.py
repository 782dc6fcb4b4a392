"""The benchmarks: their tables, and what happens where a tool is missing."""

import json
import subprocess
import sys

import pytest
from bench import lists
from bench.figures import Figure, Impossible, head, plain, table

from tests.cli.processes import ROOT


def test_a_table_shows_the_median_and_the_spread() -> None:
    shown = table("start", [Figure("warm", "s", (3.0, 2.5, 12.25))], ["A note."])
    assert "| warm | s | 3.00 [2.50–12.2] | 3 |" in shown
    assert shown.rstrip().endswith("A note.")


def test_the_head_names_processors_and_versions() -> None:
    assert "CPU" in head()
    assert "django 5.2" in head()


def test_the_plain_form_is_json_with_the_median() -> None:
    answer = json.loads(json.dumps(plain("word", [Figure("one", "ms", (1.0, 3.0))], [])))
    assert answer["figures"][0]["median"] == 2.0


def test_without_wrk_the_list_names_the_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(Impossible, match="sudo apt-get install --no-install-recommends wrk"):
        lists.measure()


def test_an_unknown_benchmark_is_wrong_use() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "bench", "nothing"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 2
