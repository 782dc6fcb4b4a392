"""Intake: papers read and understood, bare and through the wall's child process."""

import statistics
import time
from pathlib import Path

from bench.figures import Figure
from bench.servers import ROOT
from phongtrao.core.gate import admit
from phongtrao.intake.extraction import extract
from phongtrao.intake.imports import READER
from phongtrao.intake.readers import read

RUNS = 5
# What fits on one A4 page of a state paper: 14 pt, about 45 lines of 60 letters.
LETTERS_A_PAGE = 2_700


def measure() -> tuple[list[Figure], list[str]]:
    """Pages and kilobytes a second of extraction, and what one upload costs."""
    papers = _papers()
    texts = {path: read(path).text for path in papers}
    letters = sum(len(text) for text in texts.values())
    size = sum(len(text.encode()) for text in texts.values())
    for path, text in texts.items():
        extract(text, path.stem)  # the country and the words are loaded once a process
    seconds = [_seconds_of_all(texts) for _ in range(RUNS)]
    walls = [_seconds_through_the_wall(papers) for _ in range(RUNS)]
    found = [
        Figure("extraction", "pages/s", tuple(letters / LETTERS_A_PAGE / s for s in seconds)),
        Figure("extraction", "kB/s", tuple(size / 1000 / s for s in seconds)),
        Figure("one upload: new process, wall, reading, extraction", "ms", tuple(walls)),
    ]
    seeds = sum(1 for path in papers if path.parent.name == "seeds")
    note = (
        f"{len(papers)} papers ({seeds} seeds beside the repository), {size / 1000:,.0f} kB; "
        f"a page is {LETTERS_A_PAGE:,} letters; one processor."
    )
    return found, [note]


def _papers() -> list[Path]:
    own = sorted((ROOT / "examples").glob("*.txt"))
    return own + sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))


def _seconds_of_all(texts: dict[Path, str]) -> float:
    begin = time.perf_counter()
    for path, text in texts.items():
        extract(text, path.stem)
    return time.perf_counter() - begin


def _seconds_through_the_wall(papers: list[Path]) -> float:
    """Milliseconds of the middle paper."""
    found = []
    for path in papers:
        begin = time.perf_counter()
        admit(path, path.name, reader=READER)
        found.append((time.perf_counter() - begin) * 1000)
    return statistics.median(found)
