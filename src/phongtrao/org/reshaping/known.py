"""The part of the areas that an operation looks at, with every version of each lineage."""

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Any

from phongtrao.org.gazetteer.records import AreaVersion, Succession


class KnownAreas:
    """Versions by lineage and by parent. It holds what the caller read; nothing is fetched."""

    def __init__(self, versions: Iterable[AreaVersion], successions: Iterable[Succession] = ()):
        """Versions may come in any order."""
        self.successions = tuple(successions)
        self._by_lineage: dict[int, list[AreaVersion]] = {}
        self._by_parent: dict[int | None, set[int]] = {}
        self._by_code: dict[tuple[str, str], list[AreaVersion]] = {}
        for version in sorted(versions, key=lambda each: each.valid_from):
            self._by_lineage.setdefault(version.lineage_id, []).append(version)
            self._by_parent.setdefault(version.parent_id, set()).add(version.lineage_id)
            self._by_code.setdefault((version.level, version.code), []).append(version)

    def after(
        self,
        ends: Iterable[AreaVersion],
        begins: Iterable[AreaVersion],
        on: date,
        successions: Iterable[Succession] = (),
    ) -> "KnownAreas":
        """The areas once some versions have ended on a day and others have begun.

        Only what is touched is built anew: a file of corrections does this hundreds of times.
        """
        fresh = copy(self)
        fresh.change(ends, begins, on)
        fresh.successions = (*self.successions, *successions)
        return fresh

    def change(self, ends: Iterable[AreaVersion], begins: Iterable[AreaVersion], on: date) -> None:
        """End and begin versions in place; the lists of copies taken before stay as they are.

        What began on that very day was never in force: it goes, and leaves no empty interval.
        """
        self._by_lineage, self._by_code = dict(self._by_lineage), dict(self._by_code)
        self._by_parent = dict(self._by_parent)
        for old in ends:
            left = [] if old.valid_from == on else [replace(old, valid_to=on)]
            for index, key in self._places(old):
                place = index[key].index(old)
                index[key] = [*index[key][:place], *left, *index[key][place + 1 :]]
        for new in begins:
            for index, key in self._places(new):
                index[key] = [*index.get(key, ()), new]
            siblings = self._by_parent.get(new.parent_id, set())
            self._by_parent[new.parent_id] = siblings | {new.lineage_id}

    def _places(self, version: AreaVersion) -> tuple[tuple[dict[Any, list[AreaVersion]], Any], ...]:
        """The lists that a version stands in, each with its key."""
        return (
            (self._by_lineage, version.lineage_id),
            (self._by_code, (version.level, version.code)),
        )

    def versions(self) -> list[AreaVersion]:
        """Every version, lineage by lineage, the oldest first."""
        return [version for lineage in self._by_lineage.values() for version in lineage]

    def of(self, lineage_id: int) -> list[AreaVersion]:
        """The life of a lineage, the oldest version first; empty when unknown."""
        return self._by_lineage.get(lineage_id, [])

    def on(self, lineage_id: int, day: date) -> AreaVersion | None:
        """The lineage as it stands on a day."""
        return next((each for each in self.of(lineage_id) if each.covers(day)), None)

    def children(self, lineage_id: int | None, day: date) -> list[AreaVersion]:
        """The areas directly below on a day."""
        found = (self.on(child, day) for child in sorted(self._by_parent.get(lineage_id, ())))
        return [each for each in found if each is not None and each.parent_id == lineage_id]

    def below(self, lineage_id: int, day: date) -> list[AreaVersion]:
        """Everything below on a day, parents first."""
        found: list[AreaVersion] = []
        for child in self.children(lineage_id, day):
            found += [child, *self.below(child.lineage_id, day)]
        return found

    def holders(self, level: str, code: str, since: date) -> list[AreaVersion]:
        """The versions that carry a code at a level on some day from `since`."""
        rows = self._by_code.get((level, code), [])
        return [each for each in rows if each.valid_to is None or each.valid_to > since]

    def begins_on(self, lineage_id: int, day: date) -> bool:
        """Whether that is the first day of the lineage."""
        return [each.valid_from for each in self.of(lineage_id)[:1]] == [day]

    def changes_after(self, lineage_id: int, day: date) -> bool:
        """Whether something is already written about the lineage for a later day."""
        return any(
            each.valid_to is not None and each.valid_to > day for each in self.of(lineage_id)
        )

    def placed_under(self, lineage_id: int, day: date) -> list[AreaVersion]:
        """The versions that stand directly below on that day or will on a later one."""
        lives = (self.of(child) for child in sorted(self._by_parent.get(lineage_id, ())))
        return [
            each
            for life in lives
            for each in life
            if each.parent_id == lineage_id and (each.valid_to is None or each.valid_to > day)
        ]
