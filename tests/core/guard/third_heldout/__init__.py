"""Third held-out material for the privacy guard, written from the design alone.

The guard's code, its boundary tables and every earlier set of test material were not read.
See ``README.md`` for what was read, the counts and the judgement calls.
"""

from collections.abc import Iterator

from .hiding import hiding_controls, hiding_places
from .honest import honest_lines
from .indicators import indicators
from .model import HiddenFile, IndicatorCase, Paper, PlantedLine
from .papers import state_papers
from .persons import accusation_lines, list_lines
from .planted import numbered_lines

__all__ = [
    "HiddenFile",
    "IndicatorCase",
    "Paper",
    "PlantedLine",
    "hiding_controls",
    "hiding_places",
    "honest_lines",
    "indicators",
    "planted_lines",
    "state_papers",
]


def planted_lines() -> Iterator[PlantedLine]:
    """Every planted line: numbers, addresses and mail, then lists of persons, then accusations."""
    yield from numbered_lines()
    yield from list_lines()
    yield from accusation_lines()
