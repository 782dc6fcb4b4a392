"""What the record holds, in short: periods, levels, and how large sums can grow. Pure."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from phongtrao.core.periods import Period


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator of one kind of bodies in one round, see `tables.INDEX`."""

    round: int
    body_kind: int
    indicator: int
    scheme: int
    period: Period
    level: int
    decimals: int
    is_joint: bool
    rows: int
    said: int
    largest: int


class RecordIndex:
    """The entries by scheme and indicator; those of rows that came later are added."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        for entry in entries:
            self._entries[entry.scheme, entry.indicator].append(entry)
        self._periods: dict[tuple[int, int], frozenset[Period]] = {}

    def of(self, scheme: int, indicator: int) -> list[Entry]:
        """Every entry of an indicator."""
        return self._entries.get((scheme, indicator), [])

    def within(
        self, scheme: int, indicator: int, period: Period, body_kind: int | None = None
    ) -> list[Entry]:
        """The entries of an indicator within a period, of all bodies or one kind."""
        return [
            entry
            for entry in self.of(scheme, indicator)
            if period.contains(entry.period) and body_kind in (None, entry.body_kind)
        ]

    def periods(self, scheme: int, indicator: int) -> frozenset[Period]:
        """The periods for which rounds asked for an indicator."""
        key = (scheme, indicator)
        if key not in self._periods:
            self._periods[key] = frozenset(entry.period for entry in self.of(*key))
        return self._periods[key]

    def levels_within(
        self,
        scheme: int,
        indicators: Collection[int],
        period: Period,
        body_kind: int | None,
        *,
        exactly: bool = False,
    ) -> set[int]:
        """The levels at which something was said within a period, or for exactly it.

        Entries of one round add up: those of reports that no longer count are negative.
        """
        said: Counter[tuple[int, int, int]] = Counter()
        for indicator in indicators:
            for entry in self.within(scheme, indicator, period, body_kind):
                if not exactly or entry.period == period:
                    said[entry.level, entry.round, indicator] += entry.said
        return {level for (level, *_round), cells in said.items() if cells > 0}


def is_crowded(entries: Collection[Entry]) -> bool:
    """Whether two rounds ask for the same figure, so that one body may have said it twice."""
    asked = {(entry.round, entry.indicator, entry.period) for entry in entries}
    return len(asked) > len({(indicator, period) for _round, indicator, period in asked})
