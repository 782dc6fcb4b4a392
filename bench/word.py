"""Word: the reports of 34 provinces, each with text and three tables of 34 rows."""

import time
from dataclasses import replace
from datetime import date

from tests.publishing.word.sample_papers import narrow_rows, sample_report

from bench.figures import Figure
from phongtrao.publishing.word.papers import FigureTable, PaperSection, SectionLevel
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper

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
    note = (
        f"Each with {TABLES} tables of {ROWS} rows and {size / PROVINCES / 1000:,.0f} kB; "
        "one processor. Goal with PDF: 34 ≤ 10 s."
    )
    return found, [note]


def _report(number: int) -> bytes:
    """The report of one province."""
    base = sample_report()
    tables = tuple(FigureTable(f"Biểu {n}", narrow_rows(ROWS)) for n in range(1, TABLES + 1))
    figures = PaperSection(SectionLevel.SECTION, "III", "Số liệu", tables)
    paper = replace(
        base,
        letterhead=replace(base.letterhead, number=number + 1),
        sections=(*base.sections, figures),
    )
    return render_paper(paper, profile=profile_on(date(2026, 7, 1)), demo_mark=True)
