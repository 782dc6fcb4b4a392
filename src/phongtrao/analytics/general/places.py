"""How areas enter groups, as whole numbers over one denominator. Pure.

The exact shares of a `Geography` become rows of whole weights: shares of areas that closed within
the period over one common denominator, shares into groups over another one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import Any

import pyarrow as pa

from phongtrao.analytics.general.refusals import Reason, Refusal
from phongtrao.reporting.rules.figures import Area, Exact, Geography
from phongtrao.reporting.rules.roll_up import shares_into_groups

# Beyond this a weight times a figure soon leaves 64 bits, and 38 digits not much later.
_FINEST = 10**12


@dataclass(frozen=True)
class Places:
    """A geography in whole numbers.

    `members`: expected area, group, weight, whether estimated; `heirs`: expected area, the closed
    area it came from, weight, whether estimated. A weight is a share times `own` (heirs) or
    `onward` (members). `of`: how many areas enter each group; `fan`: how often one figure may
    enter at most.
    """

    members: tuple[tuple[int, int, int, bool], ...]
    heirs: tuple[tuple[int, int, int, bool], ...]
    own: int
    onward: int
    of: dict[Area, int] = field(hash=False)
    fan: int

    @property
    def whole(self) -> int:
        """The weight of a figure that enters a group as a whole."""
        return self.own * self.onward

    @cached_property
    def member_columns(self) -> Sequence[Any]:
        """`tables.MEMBERS` without the number of the geography."""
        return _columns(self.members, ("int32", "int32", "int64", "int8"))

    @cached_property
    def heir_columns(self) -> Sequence[Any]:
        """`tables.HEIRS` without the number of the geography."""
        count = Counter(area for area, *_rest in self.heirs)
        rows = [(*row, count[row[0]]) for row in self.heirs]
        return _columns(rows, ("int32", "int32", "int64", "int8", "int32"))

    @cached_property
    def areas(self) -> frozenset[int]:
        """Every area whose figures may enter."""
        return frozenset(
            [area for area, *_rest in self.members] + [source for _h, source, *_r in self.heirs]
        )


def places_of(geography: Geography) -> Places:
    """The geography in whole numbers; raises `Refusal` where no denominator fits."""
    shares = [
        (area, share.area, share.share, share.estimated)
        for area in geography.expected
        for share in shares_into_groups(area, geography)
    ]
    inherited = [
        (share.area, source, share.share, share.estimated)
        for source, steps in geography.predecessors.items()
        for share in steps
        if share.share and share.area in geography.expected
    ]
    own = _denominator(share for *_rest, share, _guess in inherited)
    onward = _denominator(share for *_rest, share, _guess in shares)
    if own * onward > _FINEST:
        raise Refusal(Reason.SHARES)
    fan = _most(area for area, *_rest in shares) * _most(source for _h, source, *_r in inherited)
    return Places(
        tuple(_weighed(shares, onward)),
        tuple(_weighed(inherited, own)),
        own,
        onward,
        dict(Counter(group for _area, group, *_rest in shares)),
        fan,
    )


def _columns(rows: Sequence[tuple[int, ...]], kinds: Sequence[str]) -> Sequence[Any]:
    lists = list(zip(*rows, strict=True)) or [()] * len(kinds)
    return [
        pa.array(map(int, each), pa.type_for_alias(kind))
        for each, kind in zip(lists, kinds, strict=True)
    ]


def _weighed(
    shares: Iterable[tuple[Area, Area, Exact, bool]], whole: int
) -> Iterable[tuple[int, int, int, bool]]:
    for area, other, share, guess in shares:
        if not isinstance(area, int) or not isinstance(other, int):
            message = "areas of the general path are numbers of lineages"
            raise TypeError(message)
        yield area, other, int(share * whole), guess


def _denominator(shares: Iterable[Exact]) -> int:
    return lcm(*{share.denominator for share in shares if isinstance(share, Fraction)})


def _most(areas: Iterable[Area]) -> int:
    return max(Counter(areas).values(), default=1)
