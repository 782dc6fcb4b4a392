"""The country in time, from the packaged file: any past tree, codes, successions."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, TypeVar

from phongtrao.org.gazetteer.packed_file import (
    Columns,
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
_MOST_DAYS = 1_000
Row = TypeVar("Row")


@dataclass(frozen=True, eq=False)
class _Epoch:
    """A stretch of days on which nothing changed; indexed when first asked, a tree needs none."""

    versions: tuple[AreaVersion, ...]

    @cached_property
    def by_lineage(self) -> Mapping[int, AreaVersion]:
        return {version.lineage_id: version for version in self.versions}

    @cached_property
    def by_code(self) -> Mapping[str, AreaVersion]:
        return {version.code: version for version in self.versions}

    @cached_property
    def children(self) -> Mapping[int | None, tuple[AreaVersion, ...]]:
        return _grouped(self.versions, "parent_id")


@dataclass(frozen=True, eq=False)
class Country:
    """All lineages, versions and successions, with the questions asked of them.

    A day before `horizon` is answered with the tree of the horizon: the file knows nothing
    older. `tree_on` says so; `is_before_horizon` is for the other questions.
    """

    horizon: date
    acts: Mapping[str, Act]
    versions: tuple[AreaVersion, ...]
    change_days: tuple[date, ...]
    """The days on which something opened or closed, the horizon first."""
    _columns: Columns
    _epochs: dict[date, _Epoch] = field(default_factory=dict)
    _days: dict[date, _Epoch] = field(default_factory=dict)

    @cached_property
    def lineages(self) -> Mapping[int, Lineage]:
        """Every lineage by its id."""
        return {lineage.id: lineage for lineage in read_lineages(self._columns)}

    @cached_property
    def provinces_with_slug(self) -> Mapping[int, str]:
        """The lineages of provinces that have a slug ("quang-ngai"), with it."""
        return {int(lineage_id): slug for lineage_id, slug in self._columns["slugs"].items()}

    @cached_property
    def successions(self) -> tuple[Succession, ...]:
        """Every succession; read when first asked, a tree needs none."""
        return tuple(read_successions(self._columns, tuple(self.acts.values())))

    @cached_property
    def _by_lineage(self) -> Mapping[int, tuple[AreaVersion, ...]]:
        return _grouped(self.versions, "lineage_id")

    @cached_property
    def _by_code(self) -> Mapping[str, tuple[AreaVersion, ...]]:
        return _grouped(tuple(sorted(self.versions, key=lambda each: each.valid_from)), "code")

    @cached_property
    def _from(self) -> Mapping[int, tuple[Succession, ...]]:
        return _grouped(self.successions, "from_id")

    @cached_property
    def _to(self) -> Mapping[int, tuple[Succession, ...]]:
        return _grouped(self.successions, "to_id")

    def unchanged_since(self, day: date) -> date:
        """The last change day up to `day`: all days with the same answer have the same tree."""
        return self.change_days[max(bisect_right(self.change_days, day) - 1, 0)]

    def is_before_horizon(self, day: date) -> bool:
        """Whether `day` lies before the first day the file knows."""
        return day < self.horizon

    def tree_on(self, day: date) -> Tree:
        """All areas in force on `day`, parents first."""
        return Tree(max(day, self.horizon), day < self.horizon, self._epoch(day).versions)

    def living_on(self, day: date) -> Mapping[int, AreaVersion]:
        """All areas in force on `day` by lineage."""
        return self._epoch(day).by_lineage

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

    def tied_by_merger(self, lineage_id: int) -> set[int]:
        """Successors and predecessors of a lineage."""
        after = {link.to_id for link in self.successors(lineage_id)}
        return after | {link.from_id for link in self.predecessors(lineage_id)}

    def holders_of(self, code: str) -> tuple[AreaVersion, ...]:
        """Every version that ever carried a code, oldest first."""
        return self._by_code.get(code, ())

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

    def holders_on(self, lineage_id: int, on: date, to: date) -> tuple[AreaVersion, ...]:
        """Who holds some part of the area of `on` in the tree of `to`; `carried` tells how much."""
        living = self.living_on(to)
        found: dict[int, AreaVersion] = {}
        ahead = [lineage_id] if self.version_on(lineage_id, on) else []
        for each in ahead:
            version = living.get(each)
            if version is not None:
                found[each] = version
            elif to >= on:
                ahead += [link.to_id for link in self.successors(each)]
            else:
                ahead += [link.from_id for link in self._origins(each)]
        return tuple(found.values())

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
        known = self._days.get(day)
        if known is None:
            start = self.unchanged_since(day)
            if start not in self._epochs:
                self._epochs[start] = _epoch_from(self.versions, start)
            if len(self._days) >= _MOST_DAYS:
                self._days.clear()
            known = self._days[day] = self._epochs[start]
        return known


@cache
def load_country() -> Country:
    """The packaged country, read once per process; raises CountryFileError when damaged."""
    return read_country()


def read_country(content: bytes | None = None) -> Country:
    """A country from packed bytes (default: the packaged file); raises CountryFileError."""
    columns = read_columns(content)
    acts = read_acts(columns)
    versions = tuple(read_versions(columns, acts))
    horizon = date.fromisoformat(columns["horizon"])
    days = {each.valid_from for each in versions} | {each.valid_to for each in versions}
    return Country(
        horizon=horizon,
        acts={act.number: act for act in acts},
        versions=versions,
        change_days=tuple(sorted(day for day in days | {horizon} if day)),
        _columns=columns,
    )


def _grouped(rows: tuple[Row, ...], attribute: str) -> dict[Any, tuple[Row, ...]]:
    groups: defaultdict[Any, list[Row]] = defaultdict(list)
    for key, row in zip(map(attrgetter(attribute), rows), rows, strict=True):
        groups[key].append(row)
    return {key: tuple(group) for key, group in groups.items()}


def _epoch_from(versions: tuple[AreaVersion, ...], day: date) -> _Epoch:
    return _Epoch(
        tuple(
            [
                version
                for version in versions
                if version.valid_from <= day
                and (version.valid_to is None or day < version.valid_to)
            ]
        )
    )
