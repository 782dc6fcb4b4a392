import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from phongtrao.cli.intake import run

SHARED = Path(__file__).parents[3] / "../shared"
OVERALL_FLOOR, SPAN_FLOOR = 0.90, 0.90


@pytest.mark.skipif(not (SHARED / "intake").is_dir(), reason="../shared is not here")
def test_the_seeds_score_above_the_floor(tmp_path):
    assert run(sorted((SHARED / "seeds").glob("*.txt")), out=tmp_path, as_json=False) == 0
    gold, scorer = SHARED / "intake/gold/seeds", SHARED / "intake/score.py"
    report = tmp_path / "score" / "measures.json"
    report.parent.mkdir()
    done = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(tmp_path), "--json", str(report)],
        capture_output=True,
        text=True,
        check=True,
    )
    overall = float(re.search(r"OVERALL .*= ([\d.]+)", done.stdout)[1])
    measures = json.loads(report.read_text())["measures"]
    assert overall >= OVERALL_FLOOR
    assert measures["tasks.span"]["f"] >= SPAN_FLOOR
