"""A process that is killed where it hurts most: nothing is lost, nothing is counted twice."""

import os
import signal
from collections.abc import Callable
from random import Random

import pytest
from django.db import connections

from phongtrao.analytics import generations
from phongtrao.analytics.actions import building, rebuild
from phongtrao.analytics.generations import Building
from phongtrao.analytics.models import Generation
from phongtrao.analytics.queries import FiguresAsked, figures_everywhere
from phongtrao.analytics.queries.figures import forget
from phongtrao.analytics.queries.specified import by_specification
from phongtrao.core.periods import DEFAULT_SCHEME, Period
from phongtrao.reporting.cells import NONE, Cell, CellState
from phongtrao.reporting.models import Round
from tests.analytics.record import Record

pytestmark = [pytest.mark.django_db(transaction=True)]

MAY = Period(2026 * 12 + 4, 2026 * 12 + 4)
ASKED = FiguresAsked(["TT01"], [MAY], "country")


@pytest.fixture
def record() -> Record:
    """Two of the communes have told of May, and the files know it."""
    forget()
    found = Record(Random(1))
    found.prepare()
    round_ = found.open(found.form(["TT01"]), MAY, DEFAULT_SCHEME, "commune")
    for area in (106, 107):
        _tell(found, round_, area, 10)
    rebuild()
    assert _told() == (20, 2)
    return found


def _tell(record: Record, round_: Round, area: int, value: int) -> None:
    record.tell(round_, area, "ca", [NONE, Cell(CellState.VALUE, value)])


def _told() -> tuple[int | None, int]:
    """What the country says; the specification says the same."""
    figures = figures_everywhere(ASKED)
    (row,) = figures.rows()
    assert figures.source == "cube"
    assert by_specification(ASKED) == {(row.indicator, row.period, row.area_code): row.figure}
    return row.figure.value and int(row.figure.value), row.figure.n


def _killed(act: Callable[[], object]) -> None:
    """Another process acts and is killed by -9 before it does anything further."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            act()
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    _pid, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL


def test_killed_between_the_commit_and_its_effect(record: Record) -> None:
    (round_,) = record.rounds
    _killed(lambda: _tell(record, round_, 202, 5))
    assert _told() == (25, 3)
    forget()
    assert _told() == (25, 3)


def test_killed_with_the_change_in_memory_only(record: Record) -> None:
    (round_,) = record.rounds

    def tell_and_ask() -> None:
        _tell(record, round_, 106, 70)
        figures_everywhere(ASKED)

    _killed(tell_and_ask)
    assert _told() == (80, 2)


def test_killed_while_writing_files_the_earlier_ones_answer(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    (round_,) = record.rounds
    before = generations.current()

    def write_half(made: Building, progress: object = None) -> None:
        (made.folder / "half.slab").write_bytes(b"PTSLAB01")
        os.kill(os.getpid(), signal.SIGKILL)

    with monkeypatch.context() as patched:
        patched.setattr(building, "write_cube", write_half)
        _killed(rebuild)
    assert generations.current() == before
    _tell(record, round_, 202, 5)
    assert _told() == (25, 3)
    made = rebuild(whole=False)
    assert _told() == (25, 3)
    assert Generation.objects.get(is_current=True) == made
    assert not list(generations.home().glob("building-*"))
