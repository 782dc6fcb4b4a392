"""The guard's figures on material whose writers had not seen the rules, nor the earlier material.

``python -m tests.core.guard.independent_figures --set third`` prints them (or ``second``,
``fourth``, ``fifth``, ``sixth``), with the lines that went wrong when asked with ``--misses``.
The rules were frozen before the one run on each set whose figures are quoted.
"""

import argparse
import logging
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from phongtrao.core.boundary.indicators import Definition, indicator_faults
from phongtrao.core.guard import read_text, verdict
from phongtrao.core.guard.findings import Finding
from tests.core.guard import (
    fifth_papers,
    fourth_papers,
    second_heldout,
    sixth_papers,
    third_heldout,
)
from tests.core.guard.heldout_figures import file_verdict

T = TypeVar("T")
SETS = {
    "second": second_heldout,
    "third": third_heldout,
    "fourth": fourth_papers,
    "fifth": fifth_papers,
    "sixth": sixth_papers,
}
PAPERS_ALONE = (fourth_papers, fifth_papers, sixth_papers)
DODGE = "dodge-"
WRONG: list[str] = []  # what went wrong, in words, for whoever mends the rules later

# What builds the files of the sets reports every oddity that is built on purpose.
for noisy in ("pikepdf", "fontTools"):
    logging.getLogger(noisy).setLevel(logging.CRITICAL)


def planted(material: ModuleType, every: int = 1) -> dict[str, tuple[int, int, int]]:
    """Kind (or dodges) → planted, found (the spans overlap), treated as the table says."""
    counts: Counter[tuple[str, str]] = Counter()
    names: dict[str, None] = {}
    for row in _each(material.planted_lines(), every):
        name = "dodges" if row.habit.startswith(DODGE) else row.kind
        names[name] = None
        found = [each for each in read_text(row.text) if _overlaps(each, row)]
        said = bool(found) and verdict(found) == row.act
        counts.update({(name, "planted"): 1, (name, "found"): bool(found), (name, "said"): said})
        if not said:
            WRONG.append(f"{name}/{row.habit}/{row.act}: {row.text!r}")
    return {
        name: (counts[name, "planted"], counts[name, "found"], counts[name, "said"])
        for name in names
    }


def honest(material: ModuleType, every: int = 1) -> Counter[str]:
    """Verdicts over honest lines."""
    found: Counter[str] = Counter()
    for line in _each(material.honest_lines(), every):
        said = verdict(read_text(line))
        found[said] += 1
        if said != "pass":
            WRONG.append(f"honest/{said}: {line!r}")
    return found


def papers(material: ModuleType, every: int = 1) -> Counter[tuple[str, str]]:
    """(expected, given) over whole state papers; a second right answer counts as expected."""
    found: Counter[tuple[str, str]] = Counter()
    also = material.also_right() if hasattr(material, "also_right") else {}
    with tempfile.TemporaryDirectory() as folder:
        for paper in _each(material.state_papers(), every):
            path = paper.write(Path(folder))
            given = file_verdict(path, path.suffix.removeprefix("."))
            given = paper.expected if given == also.get(paper.paper_id) else given
            found[paper.expected, given] += 1
            if given != paper.expected:
                WRONG.append(f"paper/{paper.paper_id}: {paper.expected} given {given}")
    return found


def hidden(material: ModuleType, every: int = 1) -> Counter[tuple[str, bool]]:
    """(place, treated rightly) over files with one hidden number, and over their honest twins."""
    found: Counter[tuple[str, bool]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        files = [*material.hiding_places(), *material.hiding_controls()]
        for item in _each(files, every):
            path = Path(folder) / item.name
            path.write_bytes(item.build())
            given = file_verdict(path, path.suffix.removeprefix("."))
            found[item.place, given in item.expected] += 1
            if given not in item.expected:
                WRONG.append(f"hidden/{item.place}: {given}, not {set(item.expected)}")
    return found


def indicators(material: ModuleType) -> tuple[int, int, int, int]:
    """Wrong indicators, refused ones of them; honest indicators, passed ones of them."""
    wrong = refused = fair = passed = 0
    for case in material.indicators():
        faults = bool(indicator_faults(_definition(case)))
        if case["is_wrong"]:
            wrong, refused = wrong + 1, refused + faults
        else:
            fair, passed = fair + 1, passed + (not faults)
        if faults != case["is_wrong"]:
            WRONG.append(f"indicator/{case['is_wrong']}: {case}")
    return wrong, refused, fair, passed


def _definition(case: second_heldout.IndicatorCase | third_heldout.IndicatorCase) -> Definition:
    return Definition(
        code="XX01",
        name=case["name"],
        unit=case["unit"],
        disaggregation=tuple(case["breakdowns"]),
        is_scored=case["is_scored"],
    )


def _overlaps(found: Finding, row: second_heldout.PlantedLine | third_heldout.PlantedLine) -> bool:
    return found.start < row.end and found.end > row.start


def _each(rows: Iterable[T], every: int) -> Iterator[T]:
    return (row for place, row in enumerate(rows) if place % every == 0)


def main() -> None:
    """Print every figure of one set."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--set", choices=SETS, default="third", dest="name")
    asked.add_argument("--misses", action="store_true")
    options = asked.parse_args()
    lines = _figures(SETS[options.name])
    sys.stdout.write("\n".join(lines + WRONG if options.misses else lines) + "\n")


def _figures(material: ModuleType) -> list[str]:
    """What a run over one set gives, in lines; the fourth to the sixth have papers alone."""
    shown = f"state papers (expected, given) {dict(papers(material))}"
    if material in PAPERS_ALONE:
        return [shown]
    lines = ["| kind | planted | found | % | as the table says |"]
    rows = planted(material)
    for name, (count, found, said) in rows.items():
        lines.append(f"| {name} | {count} | {found} | {100 * found / count:.1f} | {said} |")
    within = [row for name, row in rows.items() if name != "dodges"]
    count, found, said = (sum(column) for column in zip(*within, strict=True))
    lines.append(f"| all but dodges | {count} | {found} | {100 * found / count:.1f} | {said} |")
    lines.append(f"honest lines {dict(honest(material))}")
    lines.append(shown)
    treated = hidden(material)
    misplaced = [place for place, is_right in treated if not is_right]
    lines.append(f"hiding places and twins: {treated.total()}, wrong {misplaced}")
    wrong, refused, fair, passed = indicators(material)
    lines.append(
        f"indicators: {refused} of {wrong} wrong refused, {passed} of {fair} honest passed"
    )
    return lines


if __name__ == "__main__":
    main()
