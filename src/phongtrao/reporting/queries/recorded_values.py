"""The figures of the record as rows for a file, one period and level after the other.

Whole columns, never one object a value: a national period has a million of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from django.db.models import F
from numpy.typing import NDArray

from phongtrao.core.periods import Period, parse_period
from phongtrao.org.models import AreaVersion, Body
from phongtrao.org.queries import known_day
from phongtrao.reporting.cells import CellState, unpack_table
from phongtrao.reporting.models import ReportVersion, Round, official
from phongtrao.reporting.queries.area_trees import AreaTrees
from phongtrao.reporting.rules.levels import LEVELS
from phongtrao.reporting.workflow import COUNTING, ReportState

_AT_ONCE = 20_000
_APPROVED = (ReportState.APPROVED, ReportState.LOCKED)


@dataclass(frozen=True)
class ValuesAsked:
    """Which figures are wanted; what is not said is not limited.

    A period stands for itself and the periods inside it, an area (the one that carries the code on
    the last day of a period) for itself and the areas inside it.
    """

    indicators: Collection[str] | None = None
    periods: Collection[Period] | None = None
    scheme: str | None = None
    level: str | None = None
    area: str | None = None
    approved_only: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """Who said something: the code of the area, a day on which it held, the kind of body."""

    area_code: str
    on: date
    body: str


@dataclass(frozen=True)
class ValueBlock:
    """The figures of one scheme, period and level, by area, body and indicator.

    Row by row: the place of its owner and indicator, the figure times 10**decimals, what the cell
    says. `left_out` are reports that no row can name: another body of the same kind is in the area.
    """

    scheme: str
    period: Period
    owners: Sequence[Owner]
    indicators: Sequence[str]
    owner: NDArray[np.int32]
    indicator: NDArray[np.int32]
    scaled: NDArray[np.int64]
    decimals: NDArray[np.int64]
    states: NDArray[np.uint8]
    left_out: int


class RecordedValues:
    """The figures that are asked for; rounds are read at once, versions a block at a time."""

    def __init__(self, asked: ValuesAsked) -> None:
        self._asked = asked
        self._trees = AreaTrees()

    @cached_property
    def _groups(self) -> dict[tuple[str, Period, str], list[Round]]:
        """The rounds that hold such figures, by scheme, period and level, in this order."""
        found: dict[tuple[str, Period, str], list[Round]] = defaultdict(list)
        rounds = Round.objects.filter(official()).select_related("template_version")
        for round_ in rounds.order_by("pk"):
            period = parse_period(round_.period)
            if self._is_asked(round_, period) and self._places(round_):
                found[round_.scheme, period, round_.level].append(round_)
        order = sorted(found, key=lambda key: (key[0], key[1], LEVELS.index(key[2])))
        return {key: found[key] for key in order}

    @property
    def decimals(self) -> int:
        """The most decimals that a figure may have."""
        rounds = (round_ for group in self._groups.values() for round_ in group)
        return max(
            (round_.template_version.cells[place]["decimals"]
             for round_ in rounds for place in self._places(round_)),
            default=0,
        )  # fmt: skip

    def blocks(self) -> Iterator[ValueBlock]:
        """The figures, see `ValueBlock`."""
        for (scheme, period, _level), rounds in self._groups.items():
            yield _Gathered(self._names(rounds[0].last_day), self._said(rounds)).block(
                scheme, period
            )

    def _is_asked(self, round_: Round, period: Period) -> bool:
        asked = self._asked
        return (
            asked.scheme in (None, round_.scheme)
            and asked.level in (None, round_.level)
            and (asked.periods is None or any(each.contains(period) for each in asked.periods))
        )

    def _places(self, round_: Round) -> list[int]:
        """The cells of a round's form that are wanted; a divided cell is a detail of a whole."""
        wanted = self._asked.indicators
        return [
            place
            for place, cell in enumerate(round_.template_version.cells)
            if cell["key"] == cell["indicator"] and (wanted is None or cell["key"] in wanted)
        ]

    def _said(self, rounds: Sequence[Round]) -> "list[_Said]":
        found = []
        for round_ in rounds:
            places, cells = self._places(round_), round_.template_version.cells
            for rows in self._versions(round_):
                values, states = unpack_table([row[-1] for row in rows], len(cells))
                found.append(
                    _Said(
                        [cells[place]["key"] for place in places],
                        [cells[place]["decimals"] for place in places],
                        [row[:4] for row in rows], values[:, places], states[:, places],
                    )
                )  # fmt: skip
        return found

    def _versions(self, round_: Round) -> Iterator[list[tuple[int, int, date, int, bytes]]]:
        """(area, body, sent at, number, cells) of the newest counting versions, some at a time."""
        rows = ReportVersion.objects.filter(
            report__round=round_,
            report__state__in=_APPROVED if self._asked.approved_only else COUNTING,
            n=F("report__version_count"),
        )
        if self._asked.area is not None:
            rows = rows.filter(report__area__in=self._inside(round_.last_day))
        fields = ("report__area_id", "report__body_id", "submitted_at", "pk", "cells")
        batch = []
        for *who, cells in rows.order_by("pk").values_list(*fields).iterator(_AT_ONCE):
            batch.append((*who, bytes(cells)))
            if len(batch) == _AT_ONCE:
                yield batch
                batch = []
        if batch:
            yield batch

    def _inside(self, day: date) -> list[int]:
        areas = self._trees.on(day).areas.values()
        tops = {area.lineage_id for area in areas if area.code == self._asked.area}
        return [area.lineage_id for area in areas if tops.intersection(area.above)]

    def _names(self, day: date) -> "_Names":
        return _Names(self._lives, self._bodies, day)

    @cached_property
    def _lives(self) -> "dict[int, list[tuple[str, _Life]]]":
        """Area → its codes with the days on which it carried them."""
        found: dict[int, list[tuple[str, _Life]]] = defaultdict(list)
        rows = AreaVersion.objects.order_by("valid_from")
        for area, code, first, end in rows.values_list(
            "lineage_id", "code", "valid_from", "valid_to"
        ):
            found[area].append((code, (first, end or date.max)))
        return found

    @cached_property
    def _bodies(self) -> "dict[int, tuple[str, _Life]]":
        """Body → its kind and its days, of all that ever reported."""
        rows = Body.objects.filter(reports__isnull=False).distinct()
        return {
            pk: (kind, (first, end or date.max))
            for pk, kind, first, end in rows.values_list("pk", "kind_id", "valid_from", "valid_to")
        }


_Life = tuple[date, date]


@dataclass(frozen=True)
class _Said:
    """Some versions of one form: who sent each and when, its figures and states."""

    codes: Sequence[str]
    decimals: Sequence[int]
    who: Sequence[tuple[int, int, date, int]]
    values: NDArray[np.int64]
    states: NDArray[np.uint8]


class _Names:
    """How areas and bodies are named in a file: by a code and a day on which both held."""

    def __init__(
        self,
        lives: dict[int, list[tuple[str, _Life]]],
        bodies: dict[int, tuple[str, _Life]],
        day: date,
    ) -> None:
        self._lives, self._bodies, self._day = lives, bodies, known_day(day)

    def owner(self, area_id: int, body_id: int) -> Owner:
        """The day next to the end of the period on which the area and the body were in force."""
        kind, body = self._bodies[body_id]
        found = []
        for code, life in self._lives[area_id]:
            first, end = max(life[0], body[0]), min(life[1], body[1])
            if first < end:
                on = min(max(self._day, first), end - timedelta(days=1))
                found.append((abs(on - self._day), code, on))
        if not found:  # the body never held while the area did: any day of the area names it
            code, (on, _end) = self._lives[area_id][0]
            return Owner(code, on, kind)
        _far, code, on = min(found)
        return Owner(code, on, kind)


class _Gathered:
    """What was said in one period as one table: owners × indicators."""

    def __init__(self, names: _Names, said: Sequence[_Said]) -> None:
        pairs = {row[:2] for each in said for row in each.who}
        self._owner_of, self.left_out = _numbered(names, pairs)
        self.owners = list(dict.fromkeys(self._owner_of.values()))
        self.codes = sorted({code for each in said for code in each.codes})
        shape = (len(self.owners), len(self.codes))
        self._scaled = np.zeros(shape, np.int64)
        self._decimals = np.zeros(shape, np.int64)
        self._states = np.zeros(shape, np.uint8)
        self._rank = np.full(shape, -1, np.int64)
        self._take(said)

    def _take(self, said: Sequence[_Said]) -> None:
        """Where two forms ask one body for the same figure, the one submitted last counts."""
        sent = sorted(row[2:] for each in said for row in each.who)
        rank_of = {moment: rank for rank, moment in enumerate(sent)}
        place_of = {owner: place for place, owner in enumerate(self.owners)}
        column_of = {code: place for place, code in enumerate(self.codes)}
        for each in said:
            kept = [n for n, row in enumerate(each.who) if row[:2] in self._owner_of]
            rows = [place_of[self._owner_of[each.who[n][:2]]] for n in kept]
            rank = np.array([rank_of[each.who[n][2:]] for n in kept], np.int64)[:, None]
            at = np.ix_(rows, [column_of[code] for code in each.codes])
            states = each.states[kept]
            wins = (states != CellState.NONE) & (rank > self._rank[at])
            new = (
                (self._scaled, each.values[kept]), (self._states, states), (self._rank, rank),
                (self._decimals, np.array(each.decimals, np.int64)),
            )  # fmt: skip
            for table, told in new:
                table[at] = np.where(wins, told, table[at])

    def block(self, scheme: str, period: Period) -> ValueBlock:
        """The cells in which something was said, row by row."""
        owner, indicator = np.nonzero(self._states)
        return ValueBlock(
            scheme, period, self.owners, self.codes, owner.astype(np.int32),
            indicator.astype(np.int32), self._scaled[owner, indicator],
            self._decimals[owner, indicator], self._states[owner, indicator], self.left_out,
        )  # fmt: skip


def _numbered(
    names: _Names, pairs: set[tuple[int, int]]
) -> tuple[dict[tuple[int, int], Owner], int]:
    """(area, body) → its name in the file, in the order of the file; how many found none."""
    named = [(names.owner(*pair), pair) for pair in pairs]
    named.sort(key=lambda each: (each[0].area_code, each[0].on, each[0].body, each[1]))
    found: dict[tuple[int, int], Owner] = {}
    taken: set[Owner] = set()
    for owner, pair in named:
        if owner not in taken:
            taken.add(owner)
            found[pair] = owner
    return found, len(named) - len(found)
