"""The general path gives exactly what the specification gives, on random small worlds."""

import os
from pathlib import Path

import pytest

from phongtrao.analytics.general.backends import DuckDBBackend
from phongtrao.analytics.general.batches import Question
from phongtrao.analytics.general.path import answer
from phongtrao.analytics.general.places import places_of
from phongtrao.reporting.rules.roll_up import roll_up
from tests.analytics.general.worlds import RULES, World, written

FULL = os.environ.get("PHONGTRAO_FIGURES") == "full"


def compare(world: World, folder: Path, kind: int | None) -> None:
    """Every indicator, a few periods and two geographies, by both ways."""
    backend = DuckDBBackend(written(world, folder))
    table, asking = world.figures(kind), world.asking(kind)
    geographies = [world.geography() for _n in range(2)]
    places = [places_of(each) for each in geographies]
    periods = world.asked() if FULL else world.asked()[-4:]
    questions = [(code, period, n) for n in range(2) for period in periods for code in RULES]
    asked = [Question(code, period, places[n]) for code, period, n in questions]
    found = answer(asked, asking, backend)
    for (code, period, n), got in zip(questions, found, strict=True):
        expected = roll_up(code, RULES, table, period, geographies[n])
        assert got == expected, (code, period.label, geographies[n])
    backend.close()


@pytest.mark.parametrize("seed", range(1000 if FULL else 1))
def test_it_is_the_specification(seed: int, tmp_path: Path) -> None:
    compare(World(seed), tmp_path, kind=1 if FULL and seed % 3 == 0 else None)


@pytest.mark.parametrize("seed", range(5000, 5200) if FULL else [5000])
def test_it_is_the_specification_where_steps_are_left_out(seed: int, tmp_path: Path) -> None:
    world = World(seed, takes_every_step=False)
    compare(world, tmp_path, kind=1 if seed % 2 else None)
