"""Word: the reports of 34 provinces, each with text and three tables of 34 rows."""

import time
from dataclasses import replace

from bench.figures import Figure
from phongtrao.publishing.word.papers import FigureTable, PaperSection, SectionLevel
from phongtrao.publishing.word.profiles import PROFILES
from phongtrao.publishing.word.render import render_report
from tests.publishing.word.sample_papers import narrow_rows, sample_report

RUNS, PROVINCES, TABLES, ROWS = 5, 34, 3, 34


def measure() -> tuple[list[Figure], list[str]]:
    """Seconds for all provinces, milliseconds for one."""
    seconds, size = [], 0
    for _ in range(RUNS):
        begin = time.perf_counter()
        size = sum(len(_report(number)) for number in range(PROVINCES))
        seconds.append(time.perf_counter() - begin)
    found = [
        Figure(f"{PROVINCES} provincial reports (docx)", "s", tuple(seconds)),
        Figure("one report", "ms", tuple(1000 * s / PROVINCES for s in seconds)),
    ]
    return found, [
        f"Each with {TABLES} tables of {ROWS} rows, {size / PROVINCES / 1000:,.0f} kB; one processor. "
        "Goal with PDF: 34 ≤ 10 s."
    ]
