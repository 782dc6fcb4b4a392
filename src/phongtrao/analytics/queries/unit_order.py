"""In which order units stand in files: province by province, before and after every merger.

Within a province those that live on stand together, and so do those that were closed.
"""

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from phongtrao.org.models import AreaVersion, Succession


class UnitOrder:
    """The order of areas, read once: by the province they lie in at last, then the one at first."""

    def __init__(self) -> None:
        rows = AreaVersion.objects.order_by("valid_from").values_list(
            "lineage_id", "level", "path", "valid_to"
        )
        first: dict[int, str] = {}
        closed: dict[int, bool] = {}
        last: dict[int, str] = {}
        provinces: set[int] = set()
        for pk, level, path, end in rows:
            first.setdefault(pk, path)
            last[pk], closed[pk] = path, end is not None
            if level == "province":
                provinces.add(pk)
        heirs = _heirs(provinces)
        self._key = {}
        for pk, path in first.items():
            began, ends = _province(path, provinces), _province(last[pk], provinces)
            self._key[pk] = (heirs.get(ends, ends), began, closed[pk], path)

    @cached_property
    def ranks(self) -> dict[int, int]:
        """Where every known area stands in the order."""
        units = sorted(self._key, key=lambda unit: (self._key[unit], unit))
        return {unit: rank for rank, unit in enumerate(units)}

    def sorted(self, units: Iterable[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The units in order, and where each run of one province begins."""
        nowhere = (0, 0, False, "")
        found = sorted(set(units), key=lambda unit: (self._key.get(unit, nowhere), unit))
        runs = [self._key.get(unit, nowhere)[:2] for unit in found]
        starts = [n for n, run in enumerate(runs) if n == 0 or run != runs[n - 1]]
        return np.array(found, np.int64), np.array(starts, np.int64)


def _province(path: str, provinces: set[int]) -> int:
    """The province on a path; 0 for the country."""
    return next((int(p) for p in path.split("/") if p and int(p) in provinces), 0)


def _heirs(provinces: set[int]) -> dict[int, int]:
    """Each province that ended → the one where most of it lies at last."""
    into: dict[int, int] = {}
    rows = Succession.objects.filter(predecessor__in=provinces, successor__in=provinces)
    for row in rows.order_by("on", "share_numerator"):
        if row.predecessor_id != row.successor_id:
            into[row.predecessor_id] = row.successor_id
    found = {}
    for province in into:
        end, seen = province, {province}
        while end in into and into[end] not in seen:
            end = into[end]
            seen.add(end)
        found[province] = end
    return found
