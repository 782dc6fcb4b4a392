"""The one door to figures: pages, the command line, REST and the benches ask here."""

from collections import OrderedDict, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

import numpy as np

from phongtrao.analytics.general.refusals import Refusal
from phongtrao.analytics.queries.answers import Figures, Shape, empty_figures
from phongtrao.analytics.queries.boundaries import Boundaries
from phongtrao.analytics.queries.pulse import Pulse, feel_pulse
from phongtrao.analytics.queries.questions import Compiler, Steps
from phongtrao.analytics.queries.specified import (
    by_specification,
    only,
    put,
    specified,
    with_values,
)
from phongtrao.analytics.queries.store import STORE, Behind
from phongtrao.org.permissions import Actor
from phongtrao.org.scope import Scope
from phongtrao.reporting.queries import FiguresAsked
from phongtrao.reporting.queries.area_trees import AreaTrees, TreeArea
from phongtrao.reporting.queries.catalogue import Catalogue, read_catalogue

_MOST_QUESTIONS = 256
# With fewer cells to be read than this the specification is as fast as the general path.
_WORTH = 200_000
Path = Literal["cube", "general", "specification"]


def figures(actor: Actor, asked: FiguresAsked, *, path: Path | None = None) -> Figures:
    """The figures an official may see: areas outside his scope are not answered.

    Unknown indicators and areas are left out. Raises ``InvalidInput`` where a cumulative scheme
    begins after a period ends. One short query where nothing has changed. `path` asks one way
    alone, whatever it costs; by default the fastest that can answer does. Raises ``Refusal`` where
    the general path is asked alone and leaves the question to the specification.
    """
    return _answered(asked, Reach.of(actor), path)


def figures_everywhere(asked: FiguresAsked, *, path: Path | None = None) -> Figures:
    """The figures of all areas, for the command line of the server; `path` as in `figures`."""
    return _answered(asked, Reach(None, everywhere=True), path)


def figures_within(scope: Scope | None, asked: FiguresAsked) -> Figures:
    """The figures of the areas of a scope; of none without one."""
    return _answered(asked, Reach(scope, everywhere=scope is not None and scope.everything))


def forget() -> None:
    """Forget everything that was read; the next question begins with the files."""
    with STORE.lock:
        STORE.forget()
        KEPT.__init__()  # type: ignore[misc]


@dataclass(frozen=True)
class Reach:
    """Which areas may be answered."""

    scope: Scope | None
    everywhere: bool

    @classmethod
    def of(cls, actor: Actor) -> "Reach":
        """What an official may see of figures."""
        scope = actor.scope if actor.can("rollup.read") else None
        return cls(scope, everywhere=scope is not None and scope.everything)

    def covers(self, area: TreeArea) -> bool:
        """Whether the area may be answered."""
        return self.everywhere or (self.scope is not None and self.scope.covers(area.lineage_id))


class Kept:
    """What this process keeps between questions; used under the lock of the store."""

    def __init__(self) -> None:
        self.bounds: Boundaries | None = None
        self.areas: object = None
        self.indicators: object = None
        self.known = Catalogue({}, {})
        self.questions: OrderedDict[Hashable, tuple[int, Shape, Steps]] = OrderedDict()

    def boundaries(self, pulse: Pulse) -> Boundaries:
        """The trees of that state of the areas."""
        if self.bounds is None or self.areas != pulse.areas:
            self.bounds, self.areas = Boundaries(), pulse.areas
        return self.bounds

    def catalogue(self, pulse: Pulse) -> Catalogue:
        """The catalogue of that state of the indicators."""
        if self.indicators != pulse.indicators:
            self.known, self.indicators = read_catalogue(), pulse.indicators
            STORE.epoch += 1
        return self.known


KEPT = Kept()


def _answered(asked: FiguresAsked, reach: Reach, path: Path | None = None) -> Figures:
    with STORE.lock:
        if path in (None, "cube") and asked.body is None and asked.scheme.since is None:
            try:
                STORE.follow()
                return _from_slabs(asked, reach)
            except Behind:
                pass
        pulse = feel_pulse()
        known, bounds = KEPT.catalogue(pulse), KEPT.boundaries(pulse)
        asked = _known(asked, known)
        shape = shape_of(asked, reach, bounds)
    if path == "general" or (path is None and pulse.figures >= _WORTH):
        from phongtrao.analytics.queries.general_figures import generally  # late: imports Arrow

        try:
            return generally(
                asked, shape, known, bounds.trees, at_least=_WORTH if path is None else 0
            )
        except Refusal:
            if path is not None:
                raise
    return specified(asked, shape, known, bounds.trees)


def _from_slabs(asked: FiguresAsked, reach: Reach) -> Figures:
    assert STORE.pulse is not None
    known, bounds = KEPT.catalogue(STORE.pulse), KEPT.boundaries(STORE.pulse)
    key = (
        tuple(asked.indicators), tuple(asked.periods), asked.level, asked.scheme.code, asked.area,
        asked.as_of, reach.everywhere or reach.scope,
    )  # fmt: skip
    kept = KEPT.questions.get(key)
    if kept is None or kept[0] != STORE.epoch:
        asked = _known(asked, known)
        shape = shape_of(asked, reach, bounds)
        compiler = Compiler(asked, shape, STORE, bounds, known)
        kept = KEPT.questions[key] = STORE.epoch, shape, compiler.steps()
        if len(KEPT.questions) > _MOST_QUESTIONS:
            KEPT.questions.popitem(last=False)
    return _run(asked, kept[1], kept[2], known, bounds.trees)


def _known(asked: FiguresAsked, known: Catalogue) -> FiguresAsked:
    """The question without what the catalogue does not know, each thing once."""
    codes = [code for code in dict.fromkeys(asked.indicators) if code in known.rules]
    return replace(asked, indicators=codes, periods=list(dict.fromkeys(asked.periods)))


def _run(
    asked: FiguresAsked, shape: Shape, steps: Steps, known: Catalogue, trees: AreaTrees
) -> Figures:
    found = empty_figures(shape, "cube")
    left = list(steps.specified)
    members = [*steps.members]
    for each in steps.sums:
        if not each.run(found):
            members += each.instead
    members += [instead for cells, instead in steps.cells if not cells.run(found)]
    for step in members:
        if not step.run(found):
            left += [(place, step.into[1]) for place in step.into[0].tolist()]
    return _completed(asked, found, left, known, trees) if left else found


def _completed(
    asked: FiguresAsked,
    found: Figures,
    left: Sequence[tuple[int, int]],
    known: Catalogue,
    trees: AreaTrees,
) -> Figures:
    """The rest by the specification."""
    shape = found.shape
    by_period: dict[int, list[int]] = defaultdict(list)
    for place, number in left:
        by_period[number].append(place)
    values: dict[tuple[int, int, int], Fraction] = {}
    for number, places in by_period.items():
        codes = [shape.indicators[place] for place in places]
        told = by_specification(only(asked, codes, [shape.periods[number]]), known, trees)
        for place in places:
            for axis, area in shape.named[number]:
                at = place, number, axis
                figure = told[shape.indicators[place], shape.periods[number], area.code]
                put(found, at, figure)
                found.numerator[at] = found.denominator[at] = 0
                if figure.value is not None:
                    values[at] = figure.value
    source = "record" if len(left) * 2 > len(shape.indicators) * len(shape.periods) else "cube"
    return replace(with_values(found, values), source=source)


def shape_of(asked: FiguresAsked, reach: Reach, bounds: Boundaries) -> Shape:
    """The axes of an answer: the areas that may be answered, period by period."""
    of_periods = []
    for period in asked.periods:
        areas = bounds.areas(period, asked.scheme, asked.level, asked.as_of, asked.area)
        of_periods.append([area for area in areas if reach.covers(area)])
    every = {area.lineage_id: area for areas in of_periods for area in areas}
    axis = sorted(every.values(), key=lambda area: (area.code, area.lineage_id))
    place = {area.lineage_id: number for number, area in enumerate(axis)}
    named = [[(place[area.lineage_id], area) for area in areas] for areas in of_periods]
    shown = np.zeros((len(of_periods), len(axis)), bool)
    for number, pairs in enumerate(named):
        shown[number, [at for at, _area in pairs]] = True
    return Shape(asked.indicators, asked.periods, axis, shown, named)
