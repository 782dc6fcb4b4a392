"""The page on areas in time says what the commands answer, and its sums are right."""

import json
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs/explanation/areas-in-time.md").read_text("utf-8")
EXAMPLES = re.findall(r"^\$ phongtrao (areas .+)\n(.+)$", PAGE, re.MULTILINE)


def _answer(arguments: str) -> list[dict[str, str]]:
    command = [sys.executable, "-m", "phongtrao", *arguments.split()]
    ended = subprocess.run(command, capture_output=True, check=True, text=True, cwd=ROOT / "src")
    found: list[dict[str, str]] = json.loads(ended.stdout)
    return found


@pytest.mark.parametrize(("arguments", "said"), EXAMPLES, ids=[each[0] for each in EXAMPLES])
def test_the_page_shows_what_the_command_answers(arguments: str, said: str) -> None:
    assert _answer(arguments) == json.loads(said)


def test_the_figures_of_the_cut_commune_follow_from_its_shares() -> None:
    reported = {"Trà Bùi": 9, "Trà Tân": 4, "Hương Trà": 3, "Trà Tây": 2}
    shown = {}
    for name, code in (("Cà Đam", "21136"), ("Tây Trà Bồng", "21157")):
        parts = _answer(f"areas lineage --on 2025-07-01 --to 2025-06-30 {code}")
        shown[name] = sum(Fraction(part["share"]) * reported[part["name"]] for part in parts)
        whole, rest = divmod(shown[name], 1)
        assert re.search(rf"\| {name} \|[^|]+\| {whole} {rest}, estimated \|", PAGE)
    assert sum(shown.values()) == sum(reported.values())
