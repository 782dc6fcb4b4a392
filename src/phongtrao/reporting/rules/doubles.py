"""Figures that probably tell of one thing twice: a joint activity that two bodies reported. Pure.

A joint activity is counted once, by the body that leads it (chủ trì). Two bodies of one area that
give the very same figure may have counted it both; only they can say, so it is shown, not mended.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

# One thing done in an area is often told as 1 by several bodies with good reason.
SMALLEST = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What one report says of one indicator: the figure scaled by its decimals."""

    area: int
    body: int
    indicator: str
    scaled: int
    report: int


def probable_doubles(told: Iterable[Told]) -> list[list[Told]]:
    """Reports of different bodies about one area with one figure, together, in the order given."""
    found: dict[tuple[int, str, int], list[Told]] = defaultdict(list)
    for each in told:
        if each.scaled >= SMALLEST:
            found[each.area, each.indicator, each.scaled].append(each)
    return [same for same in found.values() if len({each.body for each in same}) > 1]
