"""Small counts of people are hidden in what leaves the platform (DESIGN.md §3, k = 10). Pure.

A count of people below ten is shown as "<10", zero too. Where the total of the column is shown,
further cells are hidden until no hidden one can be told from the rest.
"""

from collections.abc import Sequence
from fractions import Fraction

LEAST_SHOWN = 10
# What is hidden further is known to be at least 10 each: with this much besides, each small cell
# may be anything from 0 to 9.
_LEAST_BESIDES = LEAST_SHOWN - 1
_COUNTED = frozenset({"flow", "stock", "distinct"})


def is_guarded(kind: str, *, counts_people: bool) -> bool:
    """Whether figures of an indicator are counts of people; rates and means are not counts."""
    return counts_people and kind in _COUNTED


def small_cells(
    values: Sequence[Fraction | None], total: Fraction | None
) -> tuple[frozenset[int], frozenset[int]]:
    """The places of a column to hide: those that are small, and those that would give them away.

    `total` is the sum that stands beside the column; None where none does.
    """
    small = {i for i, value in enumerate(values) if value is not None and value < LEAST_SHOWN}
    if not small or total is None or total < LEAST_SHOWN:
        return frozenset(small), frozenset()
    others = sorted(
        (value, i) for i, value in enumerate(values) if value is not None and i not in small
    )
    hidden = sum((values[i] or Fraction(0) for i in small), Fraction(0))
    further: set[int] = set()
    for value, place in others:
        if further and hidden - LEAST_SHOWN * len(further) >= _LEAST_BESIDES:
            break
        further.add(place)
        hidden += value
    return frozenset(small), frozenset(further)


def hides_total(
    values: Sequence[Fraction | None], total: Fraction | None, further: frozenset[int]
) -> bool:
    """Whether the total must go too: it is small, or too little was left to hide beside it."""
    if total is None:
        return False
    small = [value for value in values if value is not None and value < LEAST_SHOWN]
    if total < LEAST_SHOWN:
        return True
    hidden = sum(small) + sum(values[place] or 0 for place in further)
    besides = hidden - LEAST_SHOWN * len(further)
    return bool(small) and (not further or besides < _LEAST_BESIDES)
