"""A question as steps over slabs: worked out once, run as often as it is asked."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from phongtrao.analytics.cube.plans import Plan
from phongtrao.analytics.cube.slabs import Slab, SlabKey
from phongtrao.analytics.queries.answers import Shape
from phongtrao.analytics.queries.boundaries import Boundaries
from phongtrao.analytics.queries.running import Cells, Members, Sums, Way, way_of
from phongtrao.analytics.queries.store import Store
from phongtrao.core.periods import Period
from phongtrao.reporting.queries import FiguresAsked
from phongtrao.reporting.queries.catalogue import Catalogue
from phongtrao.reporting.rules.levels import LEVELS, reporting_level
from phongtrao.reporting.rules.roll_up import parts_of


@dataclass
class Steps:
    """How a question is answered; `specified` are (indicator, period) places left over."""

    sums: list[Sums]
    cells: list[tuple[Cells, Members]]
    members: list[Members]
    specified: list[tuple[int, int]]


class Compiler:
    """Works out the steps of one question."""

    def __init__(
        self, asked: FiguresAsked, shape: Shape, store: Store, bounds: Boundaries, known: Catalogue
    ) -> None:
        self._asked, self._shape, self._known = asked, shape, known
        self._store, self._bounds = store, bounds
        self._slabs: dict[str, list[Slab]] = defaultdict(list)
        for key, slab in store.slabs.items():
            if key.scheme == asked.scheme.code:
                self._slabs[key.level].append(slab)
        self._with_rounds = _levels_of_rounds(store, asked.scheme.code)
        self._steps = Steps([], [], [], [])
        self._columns: dict[tuple[int, int, tuple[int, ...]], list[tuple[int, int]]] = {}
        self._of_columns: dict[tuple[int, int, tuple[int, ...]], tuple[Slab, Plan, np.ndarray]] = {}

    def steps(self) -> Steps:
        """Every place of the answer belongs to one step, or is left at nothing of nobody."""
        for number, period in enumerate(self._asked.periods):
            by_level: dict[str, list[int]] = defaultdict(list)
            for place, code in enumerate(self._asked.indicators):
                level = self._level(code, period)
                if level is not None:
                    by_level[level].append(place)
            for level, places in by_level.items():
                self._of_level(number, period, level, places)
        self._join_columns()
        return self._steps

    def _level(self, code: str, period: Period) -> str | None:
        parts = parts_of(self._known.rules[code])
        heard = {
            level for level, slabs in self._slabs.items()
            if any(_heard(slab, parts, period) for slab in slabs)
        }  # fmt: skip
        asked = set().union(*(self._with_rounds.get(part, set()) for part in parts))
        return reporting_level(self._asked.level, heard, asked, self._known.levels[code])

    def _of_level(self, number: int, period: Period, level: str, places: list[int]) -> None:
        named = self._shape.named[number]
        if not named:
            return
        asked = self._asked
        plan = self._bounds.plan(period, asked.scheme, level, asked.level, asked.as_of)
        if plan is None or self._is_mixed(plan, level, period):
            self._steps.specified += [(place, number) for place in places]
            return
        area_of = {area.lineage_id: axis for axis, area in named}
        wanted = np.isin(plan.targets, np.fromiter(area_of, np.int64, len(area_of)))
        plan = self._bounds.some(plan, wanted)
        axis = np.array([area_of[target] for target in plan.targets.tolist()], np.int64)
        by_way: dict[Way, list[int]] = defaultdict(list)
        for place in places:
            code = asked.indicators[place]
            is_left = self._is_lined(code, level, period) or self._is_joint(code)
            by_way[Way.SPECIFIED if is_left else way_of(self._known.rules[code])].append(place)
        self._steps.specified += [(place, number) for place in by_way.pop(Way.SPECIFIED, [])]
        for way in (Way.FLOW, Way.STOCK):
            by_way[way] = self._summed(number, period, level, plan, axis, by_way[way])
        for way, chosen in by_way.items():
            if chosen:
                self._steps.members.append(self.members(number, level, plan, axis, way, chosen))

    def members(
        self, number: int, level: str, plan: Plan, axis: np.ndarray, way: Way, places: Sequence[int]
    ) -> Members:
        """The step that goes through the members of a plan."""
        codes = [self._asked.indicators[place] for place in places]
        into = np.array(places, np.int64), number, axis
        period = self._asked.periods[number]
        return Members(self._slabs[level], plan, period, way, codes, self._known.rules, into)

    def _summed(
        self,
        number: int,
        period: Period,
        level: str,
        plan: Plan,
        axis: np.ndarray,
        places: list[int],
    ) -> list[int]:
        """Take what the sums of a slab answer; the rest goes member by member."""
        key = SlabKey(self._asked.scheme.code, level, period.months, period.year)
        slab = self._store.slabs.get(key)
        if slab is None or period not in slab.columns:
            return places
        if not plan.is_each and not plan.binding(slab).by_runs:
            return places
        shorter = [s for s in self._slabs[level] if s.axes.key.months < period.months]
        taken = []
        for place in places:
            code = self._asked.indicators[place]
            if code in slab.rows and not any(_heard(s, (code,), period) for s in shorter):
                taken.append(place)
        if taken and plan.is_each:
            codes = [self._asked.indicators[place] for place in taken]
            into = np.array(taken, np.int64), number, axis
            way = way_of(self._known.rules[codes[0]])
            instead = self.members(number, level, plan, axis, way, taken)
            cells = Cells(slab, plan, codes, slab.columns[period], into)
            self._steps.cells.append((cells, instead))
        elif taken:
            joint = id(slab), id(plan), tuple(taken)
            self._of_columns[joint] = slab, plan, axis
            self._columns.setdefault(joint, []).append((number, slab.columns[period]))
        return [place for place in places if place not in set(taken)]

    def _join_columns(self) -> None:
        """Periods of one slab that are summed in the same way are summed together."""
        for joint, pairs in self._columns.items():
            slab, plan, axis = self._of_columns[joint]
            places = joint[2]
            codes = [self._asked.indicators[place] for place in places]
            numbers, columns = (np.array(each, np.int64) for each in zip(*pairs, strict=True))
            into = np.array(places, np.int64), numbers, axis
            way, level = way_of(self._known.rules[codes[0]]), slab.axes.key.level
            instead = [
                self.members(number, level, plan, axis, way, places) for number in numbers.tolist()
            ]
            self._steps.sums.append(Sums(slab, plan, codes, columns, into, instead))

    def _is_lined(self, code: str, level: str, period: Period) -> bool:
        """Whether signed lines enter the figures of an indicator."""
        rank = LEVELS.index(self._asked.level)
        parts = parts_of(self._known.rules[code])
        return any(
            line.scheme == self._asked.scheme.code and line.level == level and line.rank >= rank
            and line.code in parts and period.contains(line.period)
            for line in self._store.lines
        )  # fmt: skip

    def _is_joint(self, code: str) -> bool:
        """Whether several bodies may tell of one area what does not add up."""
        if self._known.rules[code].adds_up:
            return False
        return (self._asked.scheme.code, code) in self._store.joint

    def _is_mixed(self, plan: Plan, level: str, period: Period) -> bool:
        """Whether areas of the plan also reported at another level: it belongs together."""
        units = plan.units if plan.pairs is None else np.append(plan.units, plan.pairs.sources)
        for other, slabs in self._slabs.items():
            for slab in slabs if other != level else ():
                for each, column in slab.columns.items():
                    came = slab.axes.units[slab.received[column] > 0]
                    if period.contains(each) and np.isin(came, units).any():
                        return True
        return False


def _heard(slab: Slab, codes: Iterable[str], period: Period) -> bool:
    rows = [slab.rows[code] for code in codes if code in slab.rows]
    return any(
        period.contains(each) and bool((slab.heard[rows, column] > 0).any())
        for each, column in slab.columns.items()
    )


def _levels_of_rounds(store: Store, scheme: str) -> dict[str, set[str]]:
    """At which levels rounds of a scheme ask for each indicator."""
    found: dict[str, set[str]] = defaultdict(set)
    seen: set[tuple[int, str]] = set()
    for form in store.forms.values():
        if form.scheme == scheme and (form.form_id, form.level) not in seen:
            seen.add((form.form_id, form.level))
            for code in form.codes:
                found[code].add(form.level)
    return found
