"""The scorer's table for folders of papers with annotations (`docs/*.txt`, `gold/*.json`).

The scorer lives beside the project and is not part of it; where it is missing, `SCORER` is no file.
"""

import importlib.util
import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from phongtrao.intake.extraction import extract, extraction_as_json

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "intake" / "score.py"
SEEDS = SHARED / "seeds"


def scorer() -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("intake_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def papers_of(folder: Path) -> dict[str, tuple[str, dict[str, Any]]]:
    """Text and annotation of each paper of a folder; of `SEEDS` with their own annotations."""
    seeds = folder.resolve() == SEEDS.resolve()
    gold = SHARED / "intake/gold/seeds" if seeds else folder / "gold"
    docs = folder if seeds else folder / "docs"
    return {
        path.stem: (
            (docs / f"{path.stem}.txt").read_bytes().decode("utf-8-sig"),
            json.loads(path.read_text(encoding="utf-8")),
        )
        for path in sorted(gold.glob("*.json"))
        if (docs / f"{path.stem}.txt").exists()
    }


def read_record(text: str, doc_id: str) -> dict[str, Any]:
    """What the product reads in a text, as JSON."""
    return extraction_as_json(extract(text, doc_id))


def measured(pairs: Mapping[str, tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, Any]:
    """The scorer's counters over pairs (annotation, reading)."""
    score, counters = scorer(), dict[str, Any]()
    with warnings.catch_warnings():
        # The scorer, which is not ours, leaves the file of its registry to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        for gold, made in pairs.values():
            score.score_doc(gold, made, counters)
    return counters


def measures_of(folder: Path) -> dict[str, Any]:
    """The scorer's counters over a folder."""
    papers = papers_of(folder)
    return measured({k: (gold, read_record(text, k)) for k, (text, gold) in papers.items()})


def f1(counters: Mapping[str, Any]) -> dict[str, float]:
    """F1 of each measure, of each group, and `OVERALL` (the mean of the groups)."""
    found = {name: counter.prf()[2] for name, counter in counters.items()}
    groups = {k: v for k, v in scorer().summary(counters).items() if v is not None}
    return {**found, **groups, "OVERALL": sum(groups.values()) / len(groups)}
