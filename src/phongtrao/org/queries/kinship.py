"""What an area became and what it was made of, followed through any number of mergers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from phongtrao.org.models import AreaVersion, Succession
from phongtrao.org.queries.areas import area_versions_on

Direction = Literal["heirs", "origins"]


@dataclass(frozen=True, slots=True)
class Kin:
    """An area that another one became or was made of. Forwards the share is of the area asked."""

    version: AreaVersion
    share: Fraction
    is_estimated: bool


def heirs_on(area_ids: Iterable[int], day: date) -> dict[int, list[Kin]]:
    """Area → the areas of a later day that took it over, the largest share first."""
    return _kin(set(area_ids), day, "heirs")


def origins_on(area_ids: Iterable[int], day: date) -> dict[int, list[Kin]]:
    """Area → the areas of an earlier day that went into it; the share is of the earlier area."""
    return _kin(set(area_ids), day, "origins")


def _kin(area_ids: set[int], day: date, direction: Direction) -> dict[int, list[Kin]]:
    rows = Succession.objects.reached_from(area_ids, forwards=direction == "heirs")
    steps = steps_of(rows.order_by("on", "pk"), direction)
    reached = {each for found in steps.values() for each, _share, _estimated in found}
    versions = area_versions_on(day).filter(lineage_id__in=reached)
    standing = {version.lineage_id: version for version in versions}
    return {area_id: kin_walked(area_id, steps, standing) for area_id in area_ids}


Step = tuple[int, Fraction, bool]
"""The next area on the way, the share, whether that is an estimate."""


def steps_of(rows: Iterable[Succession], direction: Direction) -> dict[int, list[Step]]:
    """Area → its next areas in a direction."""
    here, there = "predecessor_id", "successor_id"
    if direction == "origins":
        here, there = there, here
    steps: dict[int, list[Step]] = {}
    for row in rows:
        share = Fraction(row.share_numerator, row.share_denominator)
        step = (getattr(row, there), share, row.is_estimated)
        steps.setdefault(getattr(row, here), []).append(step)
    return steps


def kin_walked(
    area_id: int, steps: dict[int, list[Step]], standing: dict[int, AreaVersion]
) -> list[Kin]:
    """The kin of one area among those that stand on a day, the largest share first."""
    shares: dict[int, tuple[Fraction, bool]] = {}
    open_ends: list[Step] = [(area_id, Fraction(1), False)]
    while open_ends:
        here, share, estimated = open_ends.pop()
        if here in standing and here != area_id:
            known, was_estimated = shares.get(here, (Fraction(0), False))
            shares[here] = known + share, was_estimated or estimated
            continue
        for other, part, is_guess in steps.get(here, []):
            open_ends.append((other, share * part, estimated or is_guess))
    found = [Kin(standing[each], share, guess) for each, (share, guess) in shares.items()]
    return sorted(found, key=lambda kin: (-kin.share, kin.version.sort_key))
