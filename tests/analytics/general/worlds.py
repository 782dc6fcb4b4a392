"""Small random worlds: rounds, reports and boundaries, for the specification and the general path.

Everything that makes a roll-up hard occurs often: periods of mixed lengths, cells left empty,
several bodies and forms, different decimals, closed areas, shares that do not meet again.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from random import Random

import numpy as np

from phongtrao.analytics.general.batches import Asking
from phongtrao.analytics.general.blocks import Block, Column
from phongtrao.analytics.general.files import RecordFiles, record_files, write_year
from phongtrao.analytics.general.index import Entry, RecordIndex
from phongtrao.core.periods import Period, month
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.rules.figures import (
    Area,
    Figure,
    FigureTable,
    Geography,
    IndicatorKind,
    IndicatorRule,
    Share,
)

START = month(2025, 1).first
CODES = ("F", "G", "S", "D", "T", "M")
RULES = {
    rule.code: rule
    for rule in (
        IndicatorRule("F", IndicatorKind.FLOW),
        IndicatorRule("G", IndicatorKind.FLOW),
        IndicatorRule("S", IndicatorKind.STOCK),
        IndicatorRule("D", IndicatorKind.DISTINCT),
        IndicatorRule("T", IndicatorKind.RATIO),
        IndicatorRule("R", IndicatorKind.RATIO, ("F",), ("G",), factor=100),
        IndicatorRule("P", IndicatorKind.RATIO, ("F", "S", "F"), ("G", "T"), factor=100),
        IndicatorRule("Q", IndicatorKind.RATIO, (), ("G",)),
        IndicatorRule("M", IndicatorKind.MEAN, (), ("S",)),
        IndicatorRule("N", IndicatorKind.MEAN, (), ("S", "F")),
        IndicatorRule("N2", IndicatorKind.MEAN, (), ("G", "T", "G")),
        IndicatorRule("O", IndicatorKind.MEAN, ("F",), ("S",)),
    )
}
RULES["N"] = IndicatorRule("N", IndicatorKind.MEAN, (), ("S", "F"))
NUMBERS = {code: n for n, code in enumerate((*CODES, "N", "N2", "Q"), start=3)}
OLD, NEW = (1, 2, 3, 4), (5, 6, 7)
SHOWN, GROUPS = (11, 12, 13), (21, 22)
KINDS = (1, 2)


@dataclass
class Said:
    """One report: who, when, and its cells in the order of the form."""

    area: int
    body: int
    kind: int
    version: int
    submitted: int
    cells: list[tuple[CellState, int]]


@dataclass
class RoundOf:
    """One round with its form: (code, decimals)."""

    number: int
    period: Period
    form: list[tuple[str, int]]
    said: list[Said] = field(default_factory=list)


class World:
    """Rounds and their reports, drawn from a seed.

    `takes_every_step`: the expressions join bodies and forms even where there is only one, so that
    a few of them, compiled once, answer every world.
    """

    def __init__(self, seed: int, *, takes_every_step: bool = True) -> None:
        self.random = Random(seed)
        self.takes_every_step = takes_every_step
        self.rounds: list[RoundOf] = []
        self._version = 0
        pool = self._periods()
        forms = self.random.randint(6, 16)
        codes = self.random.sample(sorted(NUMBERS), self.random.randint(5, len(NUMBERS)))
        for _n in range(forms):
            self.open_round(self.random.choice(pool), codes)

    def open_round(self, period: Period, codes: list[str]) -> None:
        """A round with reports of most areas."""
        r = self.random
        asked = r.sample(codes, r.randint((len(codes) + 1) // 2, len(codes)))
        form = [(code, r.choice((0, 0, 0, 1, 2))) for code in asked]
        found = RoundOf(len(self.rounds) + 1, period, form)
        kinds = KINDS[:1]
        # What does not add up is left to the specification where several kinds of bodies tell it.
        if r.random() < 0.3 and all(code not in RULES or RULES[code].adds_up for code, _d in form):
            kinds = KINDS
        for area in (*OLD, *NEW):
            for kind in kinds:
                if r.random() < 0.95:
                    found.said.append(self.report(area, kind, form))
        self.rounds.append(found)

    def report(self, area: int, kind: int, form: list[tuple[str, int]]) -> Said:
        """A new version of a body's report."""
        self._version += 1
        cells = [self._cell() for _cell in form]
        at = self.random.randint(0, 5)
        return Said(area, area * 10 + kind, kind, self._version, at, cells)

    def _cell(self) -> tuple[CellState, int]:
        states = (CellState.VALUE,) * 30 + tuple(CellState)
        state = self.random.choice(states)
        return state, self.random.randint(-3, 40) if state is CellState.VALUE else 0

    def _periods(self) -> list[Period]:
        """A few periods within a year: months, quarters, halves, odd windows."""
        r = self.random
        months = [Period(START + n, START + n) for n in range(r.choice((2, 3, 6)))]
        odd = []
        for _n in range(r.randint(0, 3)):
            first = START + r.randint(0, 4)
            odd.append(Period(first, first + r.randint(0, 3)))
        return [*months, *odd, Period(START, START + 2)]

    def asked(self) -> list[Period]:
        """Periods to ask for: known ones and longer ones."""
        known = {found.period for found in self.rounds}
        return sorted(known | {Period(START, START + 2), Period(START, START + 5)})

    def geography(self) -> Geography:
        """A geography: with or without closed areas, other boundaries, groups."""
        r = self.random
        expected = frozenset(r.sample(OLD + NEW, r.randint(2, 7)))
        predecessors: dict[Area, list[Share]] = {}
        if r.random() < 0.6:
            for source in OLD:
                if r.random() < 0.7:
                    predecessors[source] = self._shares(NEW)
        onward: dict[Area, list[Share]] = {}
        if r.random() < 0.5:
            for area in expected:
                if r.random() < 0.7:
                    onward[area] = self._shares(SHOWN)
        groups: dict[Area, Area] = {}
        for area in (*OLD, *NEW, *SHOWN):
            if r.random() < 0.8:
                groups[area] = r.choice(GROUPS)
        return Geography(expected, predecessors, onward, groups)

    def _shares(self, targets: tuple[int, ...]) -> list[Share]:
        r = self.random
        weights = [r.choice((0, 1, 1, 2, 3)) for _target in targets]
        weights[0] += not any(weights)
        guess, total = r.random() < 0.5, sum(weights)
        return [
            Share(target, Fraction(weight, total), guess)
            for target, weight in zip(targets, weights, strict=True)
        ]

    def figures(self, kind: int | None = None) -> FigureTable:
        """The newest figure of each body for the specification, of all bodies or one kind."""
        rows: dict[tuple[int, int, str, Period], list[tuple[object, Figure]]] = defaultdict(list)
        for found in self.rounds:
            for said in found.said:
                if kind not in (None, said.kind):
                    continue
                for (code, decimals), (state, scaled) in zip(found.form, said.cells, strict=True):
                    order = (state != CellState.NONE, said.submitted, said.version)
                    figure = Figure(said.area, code, found.period, state,
                                    Fraction(scaled, 10**decimals), body=said.body)  # fmt: skip
                    rows[said.area, said.body, code, found.period].append((order, figure))
        return FigureTable(max(each, key=lambda row: row[0])[1] for each in rows.values())

    def blocks(self) -> Iterator[Block]:
        """The same as columns."""
        for found in self.rounds:
            if found.said:
                yield block_of(found)

    def asking(self, kind: int | None = None, **more: object) -> Asking:
        """What the general path must know besides the files."""
        entries = [entry for block in self.blocks() for entry in block.entries()]
        if self.takes_every_step:
            entries += [_phantom(entry) for entry in entries]
        return Asking(RULES, NUMBERS, RecordIndex(entries), 7, kind, **more)  # type: ignore[arg-type]


def _phantom(entry: Entry) -> Entry:
    """A form that nobody filled in: all that it changes is which steps an expression takes."""
    return replace(entry, round=0, decimals=3, is_joint=True, rows=0, said=0, largest=0)


def block_of(found: RoundOf) -> Block:
    """The reports of a round as columns."""
    columns = [Column(n, NUMBERS[code], decimals) for n, (code, decimals) in enumerate(found.form)]
    return Block(
        found.number, 7, found.period, 3, columns,
        np.array([s.area for s in found.said], np.int32),
        np.array([s.body for s in found.said], np.int32),
        np.array([s.kind for s in found.said], np.int16),
        np.array([s.version for s in found.said], np.int64),
        np.array([s.submitted for s in found.said], np.int64),
        np.array([[scaled for _state, scaled in s.cells] for s in found.said], np.int64),
        np.array([[state for state, _scaled in s.cells] for s in found.said], np.uint8),
    )  # fmt: skip


def written(world: World, folder: Path) -> RecordFiles:
    """The record of a world as files."""
    by_year = defaultdict(list)
    for block in world.blocks():
        by_year[block.period.year].append(block)
    for year, blocks in by_year.items():
        write_year(folder, year, blocks)
    return record_files(folder)
