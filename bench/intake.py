"""Intake: papers read and understood, bare and through the wall's child process.

Where the scorer stands beside the repository, the note ends with its table over the seeds.
"""

import contextlib
import io
import json
import statistics
import time
from pathlib import Path
from runpy import run_path

from bench.figures import Figure
from bench.servers import ROOT
from phongtrao.core.gate import admit
from phongtrao.intake.extraction import extract, extraction_as_json
from phongtrao.intake.imports import READER
from phongtrao.intake.readers import read

RUNS = 5
SHARED = ROOT.parent / "shared"
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
        Figure("a plan of 200 pages", "s", tuple(_seconds_of(_plan(texts)) for _ in range(3))),
        Figure("1 MB of hostile text, the worst", "s", tuple(map(_seconds_of, _hostile()))),
        Figure("one upload: new process, wall, reading, extraction", "ms", tuple(walls)),
    ]
    seeds = sum(1 for path in papers if path.parent.name == "seeds")
    note = (
        f"{len(papers)} papers ({seeds} seeds beside the repository), {size / 1000:,.0f} kB; "
        f"a page is {LETTERS_A_PAGE:,} letters; one processor."
    )
    return found, [note, *_scores(texts)]


def _plan(texts: dict[Path, str]) -> str:
    """Our papers one after another until they fill 200 pages."""
    whole = "\n".join(texts.values())
    return (whole * (200 * LETTERS_A_PAGE // len(whole) + 1))[: 200 * LETTERS_A_PAGE]


def _hostile() -> list[str]:
    """Texts of a megabyte that ask for the most work."""
    pieces = ("1/2/3 - 4.5 ", "giao Công an tỉnh; ", "hội nghị ", "- a;\n")
    return [piece * (1_000_000 // len(piece.encode())) for piece in pieces]


def _seconds_of(text: str) -> float:
    begin = time.perf_counter()
    extract(text, "bench")
    return time.perf_counter() - begin


def _scores(texts: dict[Path, str]) -> list[str]:
    """The scorer's table over the seeds; nothing where the scorer is not there."""
    scorer, gold = SHARED / "intake/score.py", SHARED / "intake/gold/seeds"
    if not scorer.exists():
        return []
    score, counters = run_path(str(scorer)), dict[str, object]()
    for path, text in texts.items():
        annotation = gold / f"{path.stem}.json"
        if annotation.exists():
            made = extraction_as_json(extract(text, path.stem))
            score["score_doc"](json.loads(annotation.read_text(encoding="utf-8")), made, counters)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        score["table"](counters, "seeds")
    return printed.getvalue().splitlines()


def _papers() -> list[Path]:
    own = sorted((ROOT / "examples").glob("*.txt"))
    return own + sorted((SHARED / "seeds").glob("*.txt"))


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
