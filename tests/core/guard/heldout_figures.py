"""The guard's figures on material whose writer had not seen the rules; they are tuned on it since.

``python -m tests.core.guard.heldout_figures`` prints them; the tests hold them as floors.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from phongtrao.core.boundary.indicators import Definition, indicator_faults
from phongtrao.core.guard import read_text, verdict
from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.package import judge
from tests.core.guard.heldout import (
    hiding_places,
    honest_indicators,
    honest_lines,
    planted_lines,
    state_papers,
    write_paper,
    wrong_indicators,
)
from tests.core.guard.heldout.habits import BEYOND_TABLE, DODGES
from tests.core.guard.heldout.indicators import Indicator

ANSWERS = {"pass": "accept", "ask": "hold", "block": "refuse"}
FREE_SPEECH = "name_accusation"


def group(row: dict[str, object]) -> str:
    """The kind, or the group of habits that the rules name apart."""
    if row["habit"] in DODGES:
        return "dodges"
    return "beyond the table" if row["habit"] in BEYOND_TABLE else str(row["kind"])


def planted(every: int = 1) -> dict[str, tuple[int, int, int]]:
    """Group → planted, found (the spans overlap), treated as the table says; of ``every`` nth."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in planted_lines()[::every]:
        name = group(row)
        found = [each for each in read_text(str(row["text"])) if _overlaps(each, row)]
        counts[name, "planted"] += 1
        counts[name, "found"] += bool(found)
        counts[name, "as said"] += bool(found) and verdict(found) == row["act"]
    names = dict.fromkeys(name for name, _what in counts)
    return {
        name: (counts[name, "planted"], counts[name, "found"], counts[name, "as said"])
        for name in names
    }


def honest(every: int = 1) -> Counter[str]:
    """Verdicts over honest lines."""
    return Counter(verdict(read_text(str(row["text"]))) for row in honest_lines()[::every])


def papers(every: int = 1) -> Counter[tuple[str, str]]:
    """(expected, given) over whole state papers as docx, file name and all parts read."""
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for paper in state_papers()[::every]:
            write_paper(paper, Path(folder))
            path = Path(folder) / f"{paper.paper_id}.docx"
            counts[paper.expected, file_verdict(path, "docx")] += 1
    return counts


def hidden(count: int) -> Iterator[tuple[str, bool]]:
    """(place, whether the file was treated as it should be) over files with one hidden number."""
    with tempfile.TemporaryDirectory() as folder:
        for item in hiding_places(count=count):
            path = Path(folder) / item.name
            path.write_bytes(item.build())
            suffix = path.suffix.removeprefix(".")
            yield item.place, file_verdict(path, suffix) in item.expected


def file_verdict(path: Path, kind: str) -> str:
    """What the guard says of a file that the wall has accepted, its name included.

    Lawful lists that say too much in their lines are accepted, covered.
    """
    parts = [part for part in judge(path, kind) if not part.is_beyond_lines]
    findings = [found for part in parts for found in part.findings]
    return ANSWERS[verdict([*findings, *read_text(path.name)])]


def _overlaps(found: Finding, row: dict[str, object]) -> bool:
    start, end = int(str(row["start"])), int(str(row["end"]))
    return found.start < end and found.end > start


def indicators() -> tuple[int, int]:
    """How many wrong indicators are refused, and how many honest ones pass."""
    refused = sum(bool(indicator_faults(_definition(row))) for row in wrong_indicators())
    passed = sum(not indicator_faults(_definition(row)) for row in honest_indicators())
    return refused, passed


def _definition(row: Indicator) -> Definition:
    return Definition(
        code="XX01",
        name=row["name"],
        unit=row.get("unit", ""),
        disaggregation=tuple(row.get("breakdown", ())),
        is_scored=row.get("scored", False),
    )


def main() -> None:
    """Print every figure."""
    lines = ["| group | planted | found | % | as the table says |"]
    for name, (count, found, said) in planted().items():
        lines.append(f"| {name} | {count} | {found} | {100 * found / count:.1f} | {said} |")
    lines.append(f"honest lines {dict(honest())}")
    lines.append(f"state papers (expected, given) {dict(papers())}")
    refused, passed = indicators()
    lines.append(f"indicators: {refused} of 113 wrong refused, {passed} of 223 honest passed")
    missed = Counter(place for place, is_right in hidden(1_000) if not is_right)
    lines.append(f"hidden numbers treated wrongly, of 1000: {missed.total()} {dict(missed)}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
