"""Grouping of near-equal statements against a hand-labelled set, and its speed.

The set is a file of JSON lines {"id", "kind", "section", "text", "group"}; a pair is right when
both sides say the two statements belong together. Statements of different sections never do.
"""

import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench.figures import Figure, Impossible
from bench.servers import ROOT

SET = ROOT / "tests/publishing/data/statements_small.jsonl"
ROUNDS = 5
PROVINCE = 100 * 20  # statements of a province's communes
_SECTIONS = {
    "kết quả": "result", "khó khăn": "difficulty", "nguyên nhân": "cause",
    "bài học": "lesson", "kiến nghị": "proposal", "phương hướng": "plan",
}  # fmt: skip


def measure(path: Path | None = None, rounds: int = ROUNDS) -> tuple[list[Figure], list[str]]:
    """Pairwise precision, recall and F1 on the set; seconds for a province's statements."""
    from phongtrao.publishing.rules.grouping import group_statements
    from phongtrao.publishing.rules.lines import lines_of

    path = path or SET
    rows = _rows(path)
    told = [(_section(row["section"]), row["text"]) for row in rows]
    labels = [f"{section}/{row['group']}" for (section, _text), row in zip(told, rows, strict=True)]
    found, spoken = ["" for _row in rows], ["" for _row in rows]
    for name, places in enumerate(group_statements(told)):
        for line in lines_of(told[places[0]][0], [told[place][1] for place in places]):
            for place in (places[n] for n in line.places):
                found[place], spoken[place] = str(name), f"{name}/{line.speaker}"
    precision, recall, f1 = pairwise(labels, found)
    figures = [
        Figure("pairwise precision", "", (precision,)),
        Figure("pairwise recall", "", (recall,)),
        Figure("pairwise F1", "", (f1,)),
        Figure("pairwise precision of merged lines", "", (pairwise(labels, spoken)[0],)),
        Figure("statements spoken for by another", "", (len(spoken) - len(set(spoken)),)),
        Figure(f"group {PROVINCE:,} statements, none read before", "s", _timed(told, rounds)),
    ]
    return figures, [f"{len(rows)} statements in {len(set(labels))} labelled groups: {path.name}."]


def _timed(told: Sequence[tuple[str, str]], rounds: int) -> tuple[float, ...]:
    """Seconds for as many statements as a province has, each with a number of its own."""
    from phongtrao.publishing.rules.grouping import group_statements
    from phongtrao.publishing.rules.lines import lines_of
    from phongtrao.publishing.rules.reading import read_statement

    many = [
        (topic, f"{text} ({n})") for n in range(-(-PROVINCE // len(told))) for topic, text in told
    ]
    seconds = []
    for _round in range(rounds):
        read_statement.cache_clear()
        started = time.perf_counter()
        for places in group_statements(many[:PROVINCE]):
            lines_of(many[places[0]][0], [many[place][1] for place in places])
        seconds.append(time.perf_counter() - started)
    return tuple(seconds)


def pairwise(labels: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all pairs of statements; 1 where there is no pair at all."""
    both = _pairs(Counter(zip(labels, found, strict=True)))
    wanted, given = _pairs(Counter(labels)), _pairs(Counter(found))
    precision = both / given if given else 1.0
    recall = both / wanted if wanted else 1.0
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1.0)


def _pairs(counts: Counter) -> int:
    return sum(n * (n - 1) // 2 for n in counts.values())


def _section(name: str) -> str:
    return _SECTIONS.get(name.strip().casefold(), name)


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        message = f"there is no set of statements at {path}"
        raise Impossible(message)
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
