"""In which ways periods fill a longer one without gap or overlap, the longest first. Pure.

The specification looks for the first month's longest period whose rest can be filled, and so on.
Here all ways are written down in that order, so that the first one that an area has answered in
full is the one the specification takes. Where no period crosses the beginning of a month, the two
sides are filled independently: each side is a segment, which keeps the ways few.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from phongtrao.analytics.general.refusals import Reason, Refusal
from phongtrao.core.periods import Period

# More rows than this for one period are not worth an expression.
MOST_TILES = 20_000
EXACT, IN_PARTS = 0, 1


@dataclass(frozen=True, slots=True)
class Tile:
    """One period in one way of filling another one.

    `variant`: the period itself (`EXACT`) or its parts (`IN_PARTS`), which hold `segments`
    segments; `tiling` numbers the ways of filling a segment, `size` periods each.
    """

    variant: int
    segments: int
    segment: int
    tiling: int
    size: int
    period: Period


def tiles(target: Period, known: Collection[Period]) -> list[Tile]:
    """Every way of filling the period with known ones, itself first.

    Raises `Refusal` where there are too many ways.
    """
    exact = Tile(EXACT, 1, 0, 0, 1, target)
    inside = [p for p in known if target.contains(p) and p != target]
    segments = _segments(target, inside)
    found: list[Tile] = [exact]
    for number, segment in enumerate(segments):
        ways = _ways(segment, inside)
        if not ways:
            return [exact]  # a gap that nothing fills
        for tiling, way in enumerate(ways):
            found += [Tile(IN_PARTS, len(segments), number, tiling, len(way), p) for p in way]
        if len(found) > MOST_TILES:
            raise Refusal(Reason.TILINGS)
    return found


def _segments(target: Period, inside: Sequence[Period]) -> list[Period]:
    """The target cut at every month that no period crosses."""
    crossed = {month for p in inside for month in range(p.first + 1, p.last + 1)}
    starts = [target.first]
    starts += [m for m in range(target.first + 1, target.last + 1) if m not in crossed]
    ends = [*(start - 1 for start in starts[1:]), target.last]
    return [Period(first, last) for first, last in zip(starts, ends, strict=True)]


def _ways(segment: Period, inside: Sequence[Period]) -> list[list[Period]]:
    by_first: Mapping[int, list[Period]] = defaultdict(list)
    for p in sorted(inside, reverse=True):  # the longest first
        if segment.contains(p):
            by_first[p.first].append(p)
    ways = _count(segment, by_first)
    if ways[segment.first] * 2 > MOST_TILES:
        raise Refusal(Reason.TILINGS)
    return list(_walk(segment, by_first, ways, segment.first))


def _count(segment: Period, by_first: Mapping[int, list[Period]]) -> Mapping[int, int]:
    """In how many ways the rest of the segment from each month on can be filled."""
    ways = {segment.last + 1: 1}
    for first in range(segment.last, segment.first - 1, -1):
        ways[first] = sum(ways[p.last + 1] for p in by_first.get(first, ()))
    return ways


def _walk(
    segment: Period, by_first: Mapping[int, list[Period]], ways: Mapping[int, int], first: int
) -> Iterator[list[Period]]:
    if first > segment.last:
        yield []
        return
    for p in by_first.get(first, ()):
        if ways[p.last + 1]:
            for rest in _walk(segment, by_first, ways, p.last + 1):
                yield [p, *rest]
