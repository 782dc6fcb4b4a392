"""Material by other writers who had seen neither the rules nor the earlier material.

The figures that the project quotes are those of the one run on the third set before anything was
mended: 4,246 of 4,310 planted (98.5 %), 8,021 of 8,021 honest lines, 248 of 253 papers as
expected, 395 of 397 hiding places, 94 of 98 wrong indicators and 115 of 116 honest ones.  The
second set gave 4,076 of 4,206 (96.9 %) in its one run, the fourth, papers alone, 338 of 352 as
expected (242 of 254 honest ones accepted).  The rules have been mended after each, so that the
floors below say only that nothing of it is lost again; of other texts they say nothing.

A plain run reads every eighth line and file of the second set, every sixteenth of the third, and
every thirty-second paper of both; of the fourth every eighth paper.
"""

from dataclasses import dataclass
from types import ModuleType

import pytest

from tests.core.guard import independent_figures as figures
from tests.core.guard.extent import FULL

# Texts beside a picture are gone when it is written anew; the guard alone refuses them.
BESIDE_PICTURES = {"png/text-chunk", "jpg/exif"}


@dataclass(frozen=True)
class Floor:
    """What was measured on 26/11/2026 after the mending, in a full run or a plain one.

    ``missed`` of the second set: plates without a word, of one run and four figures, which codes
    and years are written like.  ``asked`` of the third: forms of a person, which block though
    their writer wanted a question, and hamlets without a person, which are asked about.
    ``disguised`` numbers stand outside the promise (security.md PI-7).
    """

    material: ModuleType
    every: int
    planted: int
    missed: int
    asked: int
    disguised: int
    indicators: tuple[int, int, int, int]


def _floors() -> list[Floor]:
    second, third = figures.SETS["second"], figures.SETS["third"]
    if FULL:
        return [
            Floor(second, 1, 4_206, 2, 0, 418, (96, 96, 118, 118)),
            Floor(third, 1, 4_310, 0, 26, 246, (98, 98, 116, 116)),
        ]
    return [
        Floor(second, 8, 526, 1, 0, 54, (96, 96, 118, 118)),
        Floor(third, 16, 269, 0, 2, 19, (98, 98, 116, 116)),
    ]


@pytest.fixture(scope="module", params=_floors(), ids=("second", "third"))
def floor(request: pytest.FixtureRequest) -> Floor:
    """One of the sets with its floor."""
    asked: Floor = request.param
    return asked


@pytest.fixture(scope="module")
def planted(floor: Floor) -> dict[str, tuple[int, int, int]]:
    return figures.planted(floor.material, floor.every)


def test_planted_lines_are_found_and_treated_as_their_writer_wanted(
    floor: Floor, planted: dict[str, tuple[int, int, int]]
) -> None:
    within = [counts for name, counts in planted.items() if name != "dodges"]
    count, found, as_said = (sum(column) for column in zip(*within, strict=True))
    assert count == floor.planted
    assert count - found <= floor.missed
    assert count - as_said <= floor.missed + floor.asked


def test_what_is_found_of_disguised_numbers_stays_found(
    floor: Floor, planted: dict[str, tuple[int, int, int]]
) -> None:
    assert planted["dodges"][1] >= floor.disguised


def test_honest_lines_pass(floor: Floor) -> None:
    assert figures.honest(floor.material, floor.every).keys() == {"pass"}


def test_papers_are_judged_as_their_writer_wanted(floor: Floor) -> None:
    judged = figures.papers(floor.material, min(32, 4 * floor.every) if floor.every > 1 else 1)
    assert {expected for expected, _given in judged} == {"accept", "hold", "refuse"}
    assert {pair for pair in judged if pair[0] != pair[1]} == set()


# The sixth set has one blank form of a person, filled twice, and a telephone of nine digits.
@pytest.mark.parametrize(
    ("name", "otherwise"),
    [("fourth", {}), ("fifth", {}), ("sixth", {("accept", "refuse"): 2, ("hold", "accept"): 1})],
)
def test_papers_of_the_later_sets_are_judged_as_their_writers_wanted(
    name: str, otherwise: dict[tuple[str, str], int]
) -> None:
    judged = figures.papers(figures.SETS[name], 1 if FULL else 8)
    assert {expected for expected, _given in judged} == {"accept", "hold", "refuse"}
    wrong = {pair: count for pair, count in judged.items() if pair[0] != pair[1]}
    assert all(count <= otherwise.get(pair, 0) for pair, count in wrong.items())


def test_numbers_are_found_in_every_hiding_place_and_honest_twins_pass(floor: Floor) -> None:
    treated = figures.hidden(floor.material, floor.every)
    assert {place for place, is_right in treated if not is_right} <= BESIDE_PICTURES


def test_wrong_indicators_are_refused_and_honest_ones_pass(floor: Floor) -> None:
    assert figures.indicators(floor.material) == floor.indicators
