"""Papers printed, skewed, stamped and read by tesseract: what is left of them.

A few sheets here; `PHONGTRAO_OCR=full` reads every paper of the folder (minutes).
"""

import os
import shutil
from pathlib import Path

import pytest

from phongtrao.intake.extraction.canon import canon
from tests.intake.extraction.scored import ROOT, papers_of, read_record
from tests.intake.noise.pages import FONT, scanned

FOLDER = ROOT / "tests/intake/development"
FEW = 2
# Shares of the whole paper's numbers, days and deadlines that must be found again.
LEAST = {"number": 0.5, "date": 0.5, "deadlines": 0.6}
_MISSING = shutil.which("tesseract") is None or not FONT.exists()


def _chosen() -> list[str]:
    names = list(papers_of(FOLDER))
    return names if os.environ.get("PHONGTRAO_OCR") == "full" else names[6 : 6 + FEW]


def _deadlines(record: dict) -> set[str]:
    return {t["deadline"]["norm"] for t in record["tasks"] if t["deadline"]}


def shares(folder: Path, names: list[str]) -> dict[str, float]:
    """How much of what the whole papers say is read again from their bad scans."""
    papers = papers_of(FOLDER)
    found = {"number": [0, 0], "date": [0, 0], "deadlines": [0, 0]}
    for name in names:
        text = canon(papers[name][0])
        whole, again = read_record(text, name), read_record(scanned(text, folder), name)
        for field in ("number", "date"):
            told = whole["metadata"][field]
            if told:
                found[field][1] += 1
                found[field][0] += told["value"] == (again["metadata"][field] or {}).get("value")
        found["deadlines"][1] += len(_deadlines(whole))
        found["deadlines"][0] += len(_deadlines(whole) & _deadlines(again))
    return {field: hit / max(1, told) for field, (hit, told) in found.items()}


@pytest.mark.skipif(_MISSING, reason="tesseract-ocr or fonts-dejavu is not here")
def test_a_bad_scan_still_gives_numbers_days_and_deadlines(tmp_path: Path) -> None:
    left = shares(tmp_path, _chosen())
    assert all(left[field] >= least for field, least in LEAST.items()), left
