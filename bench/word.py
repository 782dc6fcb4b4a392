"""Word and PDF: the reports of 34 provinces, each with text and three tables of 34 rows."""

import time
from dataclasses import replace
from datetime import date

from tests.publishing.word.sample_papers import narrow_rows, sample_report

from bench.figures import Figure
from phongtrao.publishing.word.papers import FigureTable, PaperSection, SectionLevel
from phongtrao.publishing.word.pdf import pdf_of
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word.render import render_paper

RUNS, PROVINCES, TABLES, ROWS = 5, 34, 3, 34


def measure() -> tuple[list[Figure], list[str]]:
    """Seconds for all provinces as Word and as PDF, and for both together."""
    word, pdf, size, printed = [], [], 0, 0
    pdf_of(_report(0))  # typst is loaded and the letters are found once
    for _ in range(RUNS):
        begin = time.perf_counter()
        papers = [_report(number) for number in range(PROVINCES)]
        word.append(time.perf_counter() - begin)
        begin = time.perf_counter()
        printed = sum(len(pdf_of(paper)) for paper in papers)
        pdf.append(time.perf_counter() - begin)
        size = sum(map(len, papers))
    both = tuple(w + p for w, p in zip(word, pdf, strict=True))
    found = [
        Figure(f"{PROVINCES} provincial reports (docx)", "s", tuple(word)),
        Figure(f"{PROVINCES} provincial reports (PDF)", "s", tuple(pdf)),
        Figure(f"{PROVINCES} provincial reports (docx and PDF)", "s", both),
        Figure("one report (docx)", "ms", tuple(1000 * s / PROVINCES for s in word)),
        Figure("one report (PDF)", "ms", tuple(1000 * s / PROVINCES for s in pdf)),
    ]
    note = (
        f"Each with {TABLES} tables of {ROWS} rows; {size / PROVINCES / 1000:,.0f} kB of Word,"
        f" {printed / PROVINCES / 1000:,.0f} kB of PDF; one processor. Goal: both for 34 ≤ 30 s."
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
