"""The one door to figures: pages, the command line, REST and the benches ask here."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from phongtrao.analytics.queries.answers import Figures, Shape
from phongtrao.analytics.queries.specified import specified
from phongtrao.core.periods import window
from phongtrao.org.permissions import Actor
from phongtrao.org.scope import Scope
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.queries import FiguresAsked
from phongtrao.reporting.queries.area_trees import AreaTrees, TreeArea


def figures(actor: Actor, asked: FiguresAsked) -> Figures:
    """The figures an official may see: areas outside his scope are not answered.

    Unknown indicators and areas are left out. Raises ``InvalidInput`` where a cumulative scheme
    begins after a period ends. At most two short queries where nothing has changed.
    """
    return figures_within(actor.scope if actor.can("rollup.read") else None, asked)


def figures_everywhere(asked: FiguresAsked) -> Figures:
    """The figures of all areas, for the command line of the server."""
    return _answer(asked, None, everywhere=True)


def figures_within(scope: Scope | None, asked: FiguresAsked) -> Figures:
    """The figures of the areas of a scope; of none without one."""
    return _answer(asked, scope, everywhere=False)


def _answer(asked: FiguresAsked, scope: Scope | None, *, everywhere: bool) -> Figures:
    known = set(Indicator.objects.values_list("code", flat=True))
    codes = [code for code in dict.fromkeys(asked.indicators) if code in known]
    asked = replace(asked, indicators=codes, periods=list(dict.fromkeys(asked.periods)))
    return specified(asked, _shape(asked, scope, everywhere=everywhere))


def _shape(asked: FiguresAsked, scope: Scope | None, *, everywhere: bool) -> Shape:
    trees = AreaTrees()
    of_periods = []
    for period in asked.periods:
        day = asked.as_of or window(period, asked.scheme, asked.level)[1]
        found = trees.on(day).at_level(asked.level, asked.area)
        of_periods.append(
            [a for a in found if everywhere or (scope and scope.covers(a.lineage_id))]
        )
    return _axes(asked, of_periods)


def _axes(asked: FiguresAsked, of_periods: Sequence[Sequence[TreeArea]]) -> Shape:
    every = {area.lineage_id: area for areas in of_periods for area in areas}
    areas = sorted(every.values(), key=lambda area: (area.code, area.lineage_id))
    place = {area.lineage_id: number for number, area in enumerate(areas)}
    named = [[(place[area.lineage_id], area) for area in areas_] for areas_ in of_periods]
    shown = np.zeros((len(of_periods), len(areas)), bool)
    for number, pairs in enumerate(named):
        shown[number, [a for a, _area in pairs]] = True
    return Shape(asked.indicators, asked.periods, areas, shown, named)
