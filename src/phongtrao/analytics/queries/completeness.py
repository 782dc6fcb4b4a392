"""Who should have reported and who did, by area and period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from phongtrao.analytics.cube.plans import Plan
from phongtrao.analytics.cube.slabs import ON_TIME, RECEIVED, SlabKey
from phongtrao.analytics.queries.answers import Shape
from phongtrao.analytics.queries.boundaries import Boundaries
from phongtrao.analytics.queries.figures import KEPT, Reach, shape_of
from phongtrao.analytics.queries.pulse import feel_pulse
from phongtrao.analytics.queries.record_columns import record_columns, round_forms
from phongtrao.analytics.queries.slab_making import told_flags
from phongtrao.analytics.queries.store import STORE, Behind
from phongtrao.core.periods import DEFAULT_SCHEME, Period, PeriodScheme
from phongtrao.org.permissions import Actor
from phongtrao.reporting.queries import FiguresAsked


@dataclass(frozen=True)
class ReportsAsked:
    """Whose reports are counted: areas of `told_at` in the areas of `level`, for whole periods.

    `as_of`: the day whose boundaries are used, by default the last day of each period.
    """

    periods: Sequence[Period]
    level: str
    told_at: str = "commune"
    scheme: PeriodScheme = DEFAULT_SCHEME
    area: str | None = None
    as_of: date | None = None


@dataclass(frozen=True)
class Reports:
    """Counts of areas, [period, area]: due, with a counting report, with all reports in time.

    The periods and areas are those of `shape`; it has no indicators.
    """

    shape: Shape
    expected: NDArray[np.int64]
    received: NDArray[np.int64]
    on_time: NDArray[np.int64]


def completeness(actor: Actor, asked: ReportsAsked) -> Reports:
    """The counts for the areas an official may see.

    An area is due where it is in force on the period's last day; a report of any form counts. An
    area that was divided later is counted wherever a part of it lies. Raises ``InvalidInput``
    where a cumulative scheme begins after a period ends.
    """
    reach = Reach.of(actor)
    with STORE.lock:
        try:
            STORE.follow()
            from_files = asked.scheme.since is None
        except Behind:
            from_files = False
        return _counted(asked, reach, KEPT.boundaries(feel_pulse()), from_files=from_files)


def _counted(asked: ReportsAsked, reach: Reach, bounds: Boundaries, *, from_files: bool) -> Reports:
    shape = shape_of(_as_figures(asked), reach, bounds)
    size = len(shape.periods), len(shape.areas)
    found = Reports(shape, *(np.zeros(size, np.int64) for _each in range(3)))
    for number, period in enumerate(shape.periods):
        named = shape.named[number]
        plan = bounds.plan(period, asked.scheme, asked.told_at, asked.level, asked.as_of)
        if plan is None or not named:
            continue
        axis = {area.lineage_id: place for place, area in named}
        wanted = np.isin(plan.targets, np.fromiter(axis, np.int64, len(axis)))
        plan = bounds.some(plan, wanted)
        flags = _of_files(asked, period, plan) if from_files else _of_record(asked, period, plan)
        at = np.array([axis[target] for target in plan.targets.tolist()], np.int64)
        found.expected[number, at] = plan.of
        for counts, flag in ((found.received, RECEIVED), (found.on_time, ON_TIME)):
            rows = (flags & flag)[plan.member] > 0
            counts[number, at] = np.bincount(plan.target[rows], minlength=len(plan.targets))
    return found


def _of_files(asked: ReportsAsked, period: Period, plan: Plan) -> NDArray[np.uint8]:
    """The flags of the members of a plan."""
    key = SlabKey(asked.scheme.code, asked.told_at, period.months, period.year)
    slab = STORE.slabs.get(key)
    found = np.zeros(len(plan.units), np.uint8)
    if slab is not None and period in slab.columns:
        places = plan.binding(slab).places
        there = places >= 0
        found[there] = slab.received[slab.columns[period]][places[there]]
    return found


def _of_record(asked: ReportsAsked, period: Period, plan: Plan) -> NDArray[np.uint8]:
    forms = [
        form for form in round_forms()
        if (form.scheme, form.level, form.period) == (asked.scheme.code, asked.told_at, period)
    ]  # fmt: skip
    flags = told_flags(record_columns(forms)) if forms else {}
    return np.array([flags.get(unit, 0) for unit in plan.units.tolist()], np.uint8)


def _as_figures(asked: ReportsAsked) -> FiguresAsked:
    periods = list(dict.fromkeys(asked.periods))
    return FiguresAsked((), periods, asked.level, asked.scheme, asked.area, None, asked.as_of)
