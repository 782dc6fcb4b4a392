"""Material by a third writer, on which the rules are tuned by now: nothing of it is lost again.

A plain run reads every eighth row (733 planted lines, 2,625 honest ones) and every sixteenth paper
(22), a full one all of them.  Its figures say nothing of other texts.
"""

from tests.core.guard import heldout_figures as figures
from tests.core.guard.extent import EVERY, FULL

# As measured on 26/11/2026: one mobile number broken over the first line of its text.
MISSED = 1 if FULL else 0
# Mobiles asked about where their writer wanted them refused.
TREATED_OTHERWISE = 6 if FULL else 0
PLANTED = 5_864 if FULL else 733


def test_planted_lines_are_found_and_treated_as_their_writer_wanted() -> None:
    counts = figures.planted(EVERY).values()
    planted, found, as_said = (sum(column) for column in zip(*counts, strict=True))
    assert planted == PLANTED
    assert planted - found <= MISSED
    assert planted - as_said <= TREATED_OTHERWISE


def test_honest_lines_pass() -> None:
    assert figures.honest(EVERY).keys() == {"pass"}


def test_papers_are_judged_as_their_writer_wanted() -> None:
    judged = figures.papers(2 * EVERY if EVERY > 1 else 1)
    assert {expected for expected, _given in judged} == {"accept", "hold", "refuse"}
    assert all(expected == given for expected, given in judged)


def test_numbers_are_found_in_every_hiding_place() -> None:
    assert [place for place, is_right in figures.hidden(82) if not is_right] == []


def test_wrong_indicators_are_refused_and_honest_ones_pass() -> None:
    assert figures.indicators() == (113, 223)
