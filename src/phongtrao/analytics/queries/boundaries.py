"""The trees of days and how their areas enter each other, kept until an act changes an area."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from phongtrao.analytics.cube.plans import Plan, plan_of
from phongtrao.analytics.queries.unit_order import UnitOrder
from phongtrao.core.periods import Period, PeriodScheme, window
from phongtrao.reporting.queries.area_trees import AreaTrees, TreeArea, Window, geography_of

_MOST_PLANS = 128


class Boundaries:
    """What one state of the areas says."""

    def __init__(self) -> None:
        self.trees = AreaTrees()
        self.order = UnitOrder()
        self._plans: OrderedDict[tuple[object, ...], Plan | None] = OrderedDict()
        self._some: OrderedDict[tuple[int, bytes], Plan] = OrderedDict()
        self._at_level: dict[tuple[date, str, str | None], Sequence[TreeArea]] = {}

    def areas(
        self,
        period: Period,
        scheme: PeriodScheme,
        level: str,
        as_of: date | None,
        under: str | None,
    ) -> Sequence[TreeArea]:
        """The areas of a level that a period is shown for, by code."""
        tree = self.trees.on(as_of or window(period, scheme, level)[1])
        key = tree.day, level, under
        if key not in self._at_level:
            self._at_level[key] = tree.at_level(level, under)
        return self._at_level[key]

    def plan(
        self, period: Period, scheme: PeriodScheme, told_at: str, shown_at: str, as_of: date | None
    ) -> Plan | None:
        """How areas that report (of level `told_at`) enter all areas of the level `shown_at`.

        None where shares are too fine for whole numbers.
        """
        first, last = window(period, scheme, told_at)
        day = as_of or window(period, scheme, shown_at)[1]
        now, shown = self.trees.on(last), self.trees.on(day)
        inside = (first, last) if self.trees.changed(first, last) else None
        key = told_at, shown_at, now.day, shown.day, inside
        if key in self._plans:
            self._plans.move_to_end(key)
            return self._plans[key]
        targets = {area.lineage_id: area.code for area in shown.at_level(shown_at)}
        geography = geography_of(Window(first, last, day), told_at, now, shown, targets)
        self._plans[key] = plan_of(geography, targets, self.order.ranks)
        if len(self._plans) > _MOST_PLANS:
            self._plans.popitem(last=False)
        return self._plans[key]

    def some(self, plan: Plan, wanted: NDArray[np.bool_]) -> Plan:
        """The plan for some of its targets."""
        if wanted.all():
            return plan
        key = id(plan), wanted.tobytes()
        found = self._some.get(key)
        if found is None or found.origin is not plan:
            found = self._some[key] = plan.among(wanted)
            if len(self._some) > _MOST_PLANS:
                self._some.popitem(last=False)
        return found
