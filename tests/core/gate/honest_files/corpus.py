"""The corpus: the kinds that are built in this process, and all of it as files."""

from collections.abc import Iterator
from pathlib import Path

from tests.core.gate.honest_files import (
    browser_prints,
    excel_features,
    office_suite,
    other_suites,
    pdf_layouts,
    pdf_libraries,
    pdf_rework,
    pdf_scans,
    pdf_signed,
    plain_tables,
    sheet_libraries,
    word_features,
    word_libraries,
    word_parts,
)
from tests.core.gate.honest_files.kind import Kind
from tests.core.gate.honest_files.sample import Sample

KINDS: list[Kind] = [
    *word_features.ALL,
    *word_parts.ALL,
    *word_libraries.ALL,
    *excel_features.ALL,
    *sheet_libraries.ALL,
    *other_suites.ALL,
    *pdf_libraries.ALL,
    *pdf_layouts.ALL,
    *pdf_rework.ALL,
    *pdf_signed.ALL,
    *pdf_scans.ALL,
    *plain_tables.ALL,
]
LIGHT = [kind for kind in KINDS if not kind.heavy]
SEEDS = range(2)


def samples(folder: Path) -> Iterator[Sample]:
    """Every file of the whole corpus, written below ``folder``; programs that miss are left out."""
    for kind in KINDS:
        for seed in SEEDS if not kind.heavy else SEEDS[:1]:
            path = folder / f"{kind.id}-{seed}.{kind.ending}"
            path.write_bytes(kind.build(seed))
            yield Sample(kind.id, kind.producer, path, kind.due)
    if office_suite.PROGRAM:
        yield from office_suite.made(folder / "office", seeds=SEEDS[:1])
    if browser_prints.PROGRAM:
        yield from browser_prints.made(folder / "browser", seeds=SEEDS[:2])
