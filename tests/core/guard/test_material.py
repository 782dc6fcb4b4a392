"""Material by a second person: the guard never gets worse on it than at its first run."""

import json
from pathlib import Path
from typing import Any

from phongtrao.core.guard import read_text, verdict

HERE = Path(__file__).parent
CAUGHT_AT_FIRST, REFUSED_AT_FIRST = 324, 13


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def _is_caught(row: dict[str, Any]) -> bool:
    start = row["text"].find(row["value"])
    end = start + len(row["value"])
    return any(found.start < end and found.end > start for found in read_text(row["text"]))


def test_planted_items_are_caught_as_at_the_first_run() -> None:
    assert sum(map(_is_caught, _rows("planted/texts.jsonl"))) >= CAUGHT_AT_FIRST


def test_honest_papers_are_refused_no_more_than_at_the_first_run() -> None:
    verdicts = [verdict(read_text(row["text"])) for row in _rows("honest/papers.jsonl")]
    assert verdicts.count("block") <= REFUSED_AT_FIRST
