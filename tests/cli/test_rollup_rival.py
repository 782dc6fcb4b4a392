"""A DHIS2-style PostgreSQL and the product answer the same questions with the same sums."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.rollups import run
from bench.rollups.build import build
from bench.rollups.dataset import Shape, steps_of, units_of

from tests.postgresql import binaries

# A year of 340 communes, 40 of them under other ids until the merger in its middle.
SMALL = Shape(years=1, units=340, provinces=10, indicators=20, closed=40)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that the server, which does not run as root, may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_every_closed_unit_goes_on_as_a_whole() -> None:
    shares: dict[int, list[tuple[int, int]]] = {}
    for step in steps_of(SMALL):
        shares.setdefault(step.closed, []).append((step.numerator, step.denominator))
    assert len(shares) == SMALL.closed
    for parts in shares.values():
        assert sum(part for part, _whole in parts) == parts[0][1]
    assert units_of(SMALL).is_closed.sum() == SMALL.closed


@pytest.mark.skipif(
    os.environ.get("PHONGTRAO_RIVAL") != "full", reason="a minute of two servers: make test-rival"
)
@pytest.mark.skipif(binaries() is None, reason="no PostgreSQL is installed")
def test_both_sides_agree_on_a_year_with_a_merger_and_late_reports(
    open_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BENCH_DIR", str(open_folder))
    build(SMALL)
    found, notes = run.tables(run.measured(SMALL, rebuilds=1))  # raises where an answer differs
    assert any("same number of rows" in note for note in notes)
    assert any("ours, the way of the pages" in figure.name for figure in found)
