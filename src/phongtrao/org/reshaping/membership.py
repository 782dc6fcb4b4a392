"""How membership in a set of areas goes through mergers. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Link:
    """That one area took over (a part of) another on a day."""

    from_id: int
    to_id: int
    on: date


@dataclass(frozen=True, slots=True)
class Membership:
    """An area in a set for a time; `origin` is the member it took over from."""

    area_id: int
    valid_from: date
    valid_to: date | None
    origin: int | None


def carried(members: Iterable[int], since: date, links: Iterable[Link]) -> Iterator[Membership]:
    """Members through all mergers.

    A successor is a member when one of its predecessors was; that it is wholly one nobody says,
    which is why the membership names where it comes from.
    """
    rows = list(links)
    starts: dict[int, tuple[date, int | None]] = dict.fromkeys(members, (since, None))
    for day in sorted({row.on for row in rows}):
        here = [row for row in rows if row.on == day and row.from_id in starts]
        heirs = heirs_of(here)
        for ended in sorted({row.from_id for row in here}):
            start, origin = starts.pop(ended)
            if start < day:
                yield Membership(ended, start, day, origin)
        starts |= {heir: (day, origin) for heir, origin in heirs.items() if heir not in starts}
    for lineage_id, (start, origin) in starts.items():
        yield Membership(lineage_id, start, None, origin)


def heirs_of(links: Iterable[Link]) -> dict[int, int]:
    """Successor → the first member among its predecessors."""
    heirs: dict[int, int] = {}
    for row in links:
        heirs.setdefault(row.to_id, row.from_id)
    return heirs
