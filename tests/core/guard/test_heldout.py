"""The independent figures are floors: the guard never gets worse than it was at the first run."""

from tests.core.guard import heldout_figures as figures

# One run on 26/11/2026, with rules that had not been tuned on this material.
FOUND, FOUND_OF = 5_217, 5_551
BLOCKED_OF_HONEST_LINES = 99
# Places in which a number stayed hidden at that run; the guard's page names them.
UNREAD_PLACES = {
    "docx-hyperlink",
    "docx-simple-field",
    "docx-style-name",
    "pdf-layer-name",
    "pdf-single-letters",
    "xlsx-number-format",
}


def test_planted_lines_are_found_as_at_the_first_run() -> None:
    counts = figures.planted()
    within = [row for name, row in counts.items() if name not in ("dodges", "beyond the table")]
    assert sum(planted for planted, _found, _said in within) == FOUND_OF
    assert sum(found for _planted, found, _said in within) >= FOUND


def test_honest_lines_are_blocked_no_more_than_at_the_first_run() -> None:
    assert figures.honest()["block"] <= BLOCKED_OF_HONEST_LINES


def test_numbers_are_found_in_every_hiding_place_but_the_known_ones() -> None:
    missed = {place for place, is_right in figures.hidden(82) if not is_right}
    assert missed <= UNREAD_PLACES
