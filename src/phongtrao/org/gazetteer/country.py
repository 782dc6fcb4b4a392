"""The country in time, from the packaged file: any past tree, codes, successions."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from typing import TypeVar

from phongtrao.org.gazetteer.packed_file import (
    read_acts,
    read_columns,
    read_lineages,
    read_successions,
    read_versions,
)
from phongtrao.org.gazetteer.records import (
    Act,
    AreaVersion,
    Carried,
    Lineage,
    Succession,
    Tree,
)

ROOT_ID = 1
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class _Epoch:
    """A stretch of days on which nothing changed, indexed once."""

    versions: tuple[AreaVersion, ...]
    by_lineage: Mapping[int, AreaVersion]
    by_code: Mapping[str, AreaVersion]
    children: Mapping[int, tuple[AreaVersion, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Country:
    """All lineages, versions and successions, with the questions asked of them.

    A day before `horizon` is answered with the tree of the horizon: the file knows nothing
    older. `tree_on` says so; `is_before_horizon` is for the other questions.
    """

    horizon: date
    acts: Mapping[str, Act]
    lineages: Mapping[int, Lineage]
    versions: tuple[AreaVersion, ...]
    successions: tuple[Succession, ...]
    change_days: tuple[date, ...]
    """The days on which something opened or closed, the horizon first."""
    _by_lineage: Mapping[int, tuple[AreaVersion, ...]]
    _from: Mapping[int, tuple[Succession, ...]]
    _to: Mapping[int, tuple[Succession, ...]]
    _epochs: dict[date, _Epoch] = field(default_factory=dict)

    def is_before_horizon(self, day: date) -> bool:
        """Whether `day` lies before the first day the file knows."""
        return day < self.horizon

    def tree_on(self, day: date) -> Tree:
        """All areas in force on `day`, parents first."""
        return Tree(max(day, self.horizon), day < self.horizon, self._epoch(day).versions)

    def version_on(self, lineage_id: int, day: date) -> AreaVersion | None:
        """The version of a lineage in force on `day`; None before it opened or after it closed."""
        return self._epoch(day).by_lineage.get(lineage_id)

    def by_code_on(self, code: str, day: date) -> AreaVersion | None:
        """The area that carried `code` on `day`; the same code may be another place later."""
        return self._epoch(day).by_code.get(code)

    def children_on(self, lineage_id: int, day: date) -> tuple[AreaVersion, ...]:
        """The areas directly below a lineage on `day`, ordered by lineage."""
        return self._epoch(day).children.get(lineage_id, ())

    def versions_of(self, lineage_id: int) -> tuple[AreaVersion, ...]:
        """The versions of a lineage, oldest first; empty when the id is unknown."""
        return self._by_lineage.get(lineage_id, ())

    def province_on(self, lineage_id: int, day: date) -> AreaVersion | None:
        """The province a lineage is in (or is itself) on `day`; None for the country."""
        version = self.version_on(lineage_id, day)
        while version is not None and version.level != "province":
            version = self.version_on(version.parent_id, day) if version.parent_id else None
        return version

    def province_by_slug_on(self, slug: str, day: date) -> AreaVersion | None:
        """The province with the slug ("quang-ngai") on `day`."""
        for version in self.children_on(ROOT_ID, day):
            if self.lineages[version.lineage_id].slug == slug:
                return version
        return None

    def successors(self, lineage_id: int) -> tuple[Succession, ...]:
        """Who took over a closed lineage; empty while it lives."""
        return self._from.get(lineage_id, ())

    def predecessors(self, lineage_id: int) -> tuple[Succession, ...]:
        """What a lineage was made of; empty when it was there from the horizon."""
        return self._to.get(lineage_id, ())

    def carried(self, lineage_id: int, on: date, to: date) -> tuple[Carried, ...]:
        """Where the area of `on` is found in the tree of `to`, forwards or backwards.

        Empty when the lineage was not in force on `on`. Shares are exact fractions.
        """
        start = self.version_on(lineage_id, on)
        if start is None:
            return ()
        parts = self._walk(lineage_id, to, forwards=to >= on)
        found = [
            Carried(version, share, estimated)
            for each, (share, estimated) in parts.items()
            if (version := self.version_on(each, to)) is not None
        ]
        return tuple(sorted(found, key=lambda part: (-part.share, part.version.code)))

    def _walk(
        self, lineage_id: int, day: date, *, forwards: bool
    ) -> dict[int, tuple[Fraction, bool]]:
        """Shares per lineage in force on `day`, following successions from `lineage_id`."""
        done: dict[int, tuple[Fraction, bool]] = {}
        open_parts = [(lineage_id, Fraction(1), False)]
        while open_parts:
            each, share, estimated = open_parts.pop()
            if self.version_on(each, day) is not None:
                before, was_estimated = done.get(each, (Fraction(0), False))
                done[each] = before + share, was_estimated or estimated
                continue
            links = self.successors(each) if forwards else self._origins(each)
            open_parts += [
                (
                    link.to_id if forwards else link.from_id,
                    share * link.share,
                    estimated or link.estimated,
                )
                for link in links
            ]
        return done

    def _origins(self, lineage_id: int) -> list[Succession]:
        """Predecessors without those derived from others, which would count a place twice."""
        return [link for link in self.predecessors(lineage_id) if link.kind != "derived"]

    def _epoch(self, day: date) -> _Epoch:
        start = self.change_days[max(bisect_right(self.change_days, day) - 1, 0)]
        if start not in self._epochs:
            self._epochs[start] = _epoch_from(self.versions, start)
        return self._epochs[start]


@cache
def load_country() -> Country:
    """The packaged country, read once per process; raises CountryFileError when damaged."""
    return read_country()


def read_country(content: bytes | None = None) -> Country:
    """A country from packed bytes (default: the packaged file); raises CountryFileError."""
    columns = read_columns(content)
    acts = read_acts(columns)
    versions = tuple(read_versions(columns, acts))
    successions = tuple(read_successions(columns, acts))
    horizon = date.fromisoformat(columns["horizon"])
    days = {day for each in versions for day in (each.valid_from, each.valid_to) if day}
    return Country(
        horizon=horizon,
        acts={act.number: act for act in acts},
        lineages={lineage.id: lineage for lineage in read_lineages(columns)},
        versions=versions,
        successions=successions,
        change_days=tuple(sorted(days | {horizon})),
        _by_lineage=_grouped(versions, "lineage_id"),
        _from=_grouped(successions, "from_id"),
        _to=_grouped(successions, "to_id"),
    )


def _grouped(rows: tuple[Row, ...], attribute: str) -> dict[int, tuple[Row, ...]]:
    groups: dict[int, list[Row]] = {}
    for row in rows:
        groups.setdefault(getattr(row, attribute), []).append(row)
    return {key: tuple(group) for key, group in groups.items()}


def _epoch_from(versions: tuple[AreaVersion, ...], day: date) -> _Epoch:
    living = tuple(version for version in versions if version.covers(day))
    children: dict[int, list[AreaVersion]] = {}
    for version in living:
        if version.parent_id is not None:
            children.setdefault(version.parent_id, []).append(version)
    return _Epoch(
        versions=living,
        by_lineage={version.lineage_id: version for version in living},
        by_code={version.code: version for version in living},
        children={parent: tuple(below) for parent, below in children.items()},
    )
