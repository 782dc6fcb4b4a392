"""*Tra cứu, thống kê*: indicators × areas × periods as one table, figure by figure with its n/N."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from phongtrao.analytics.queries import Figures, FiguresAsked, figures
from phongtrao.core.periods import (
    Period,
    PeriodScheme,
    cumulative_from_year_start,
    same_period_last_year,
)
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Target
from phongtrao.planning.queries.targets import target_rows
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.rules.reach import Reach, reach
from phongtrao.reporting.rules.roll_up import RollUp

NOTHING = RollUp(value=None, n=0, of=0)
_ADDABLE = frozenset({"flow", "stock"})


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked: figures of areas of a level, on the boundaries of one day.

    `tops` are the areas inside which they lie; `members` leaves those of a set of areas alone.
    `kind` is a kind of bodies whose figures alone are taken (*ngành dọc*).
    """

    actor: Actor
    indicators: Sequence[Indicator]
    periods: Sequence[Period]
    scheme: PeriodScheme
    level: str
    tops: Sequence[AreaVersion]
    areas: Sequence[AreaVersion]
    as_of: date
    kind: str | None = None
    is_set: bool = False

    @property
    def codes(self) -> list[str]:
        """The codes of the indicators, in order."""
        return [row.code for row in self.indicators]


class Answer:
    """The figures of one question, read from the door's arrays when they are shown."""

    def __init__(self, found: Figures | None) -> None:
        self._found = found
        self._areas = _places(a.lineage_id for a in found.areas) if found else {}
        self._codes = _places(found.indicators) if found else {}
        self._periods = _places(found.periods) if found else {}

    def figure(self, area_id: int, code: str, period: Period) -> RollUp:
        """One figure; nothing where none was told."""
        area, indicator = self._areas.get(area_id), self._codes.get(code)
        when = self._periods.get(period)
        if self._found is None or area is None or indicator is None or when is None:
            return NOTHING
        return self._found.figure(indicator, when, area)


def _places(keys: Iterable[Hashable]) -> dict[Hashable, int]:
    return {key: place for place, key in enumerate(keys)}


@dataclass(frozen=True)
class Pivot:
    """The figures of the areas, and those of the chosen area (or set) as a whole."""

    areas: Answer
    whole: Mapping[tuple[str, Period], RollUp]

    def of(self, area_id: int, code: str, period: Period) -> RollUp:
        """The figure of an area; nothing where none was told."""
        return self.areas.figure(area_id, code, period)

    def of_whole(self, code: str, period: Period) -> RollUp:
        """The figure of everything asked for together."""
        return self.whole.get((code, period), NOTHING)


def figures_of(asked: Asked, *, with_whole: bool = True) -> Pivot:
    """The figures of the areas and of all of them together."""
    areas = _answer(asked, asked.level)
    if not with_whole:
        return Pivot(areas, {})
    if asked.is_set or len(asked.tops) != 1:
        return Pivot(areas, _added(asked, areas))
    top = asked.tops[0]
    if top.level == asked.level:
        return Pivot(areas, {})
    whole = _answer(asked, top.level)
    return Pivot(
        areas,
        {
            (code, period): whole.figure(top.lineage_id, code, period)
            for code in asked.codes
            for period in asked.periods
        },
    )


def _answer(asked: Asked, level: str) -> Answer:
    """One call of the door of figures, which answers areas within scope alone."""
    if not asked.areas or not asked.codes or not asked.periods:
        return Answer(None)
    question = FiguresAsked(
        indicators=asked.codes,
        periods=asked.periods,
        level=level,
        scheme=asked.scheme,
        area=asked.tops[0].code if len(asked.tops) == 1 else None,
        body=asked.kind,
        as_of=asked.as_of,
    )
    return Answer(figures(asked.actor, question))


def _added(asked: Asked, areas: Answer) -> dict[tuple[str, Period], RollUp]:
    """Sums over areas of one level that do not overlap; only of what may be added at all."""
    return {
        (row.code, period): _sum(
            areas.figure(area.lineage_id, row.code, period) for area in asked.areas
        )
        for row in asked.indicators
        if row.kind in _ADDABLE
        for period in asked.periods
    }


def _sum(figures: Iterable[RollUp]) -> RollUp:
    rolled = list(figures)
    values = [each.value for each in rolled if each.value is not None]
    return RollUp(
        value=sum(values, Fraction(0)) if values else None,
        n=sum(each.n for each in rolled),
        of=sum(each.of for each in rolled),
        estimated=any(each.estimated for each in rolled),
        partial=sum(each.partial for each in rolled),
        withheld=sum(each.withheld for each in rolled),
    )


@dataclass(frozen=True)
class ComparedTarget:
    """A target for the period or its year, and how the figure of its months stands to it."""

    target: Target
    figure: RollUp
    reach: Reach | None


@dataclass(frozen=True)
class Compared:
    """One line of *Kỳ này · Lũy kế · Cùng kỳ · Tăng/giảm · Chỉ tiêu · Đạt %*."""

    area: AreaVersion | None
    indicator: Indicator
    now: RollUp
    since: RollUp
    last_year: RollUp
    target: ComparedTarget | None = None

    @property
    def change(self) -> Fraction | None:
        """This period minus the same one a year ago; None unless both have every area."""
        whole = all(f.value is not None and f.n == f.of for f in (self.now, self.last_year))
        if not whole or self.now.value is None or self.last_year.value is None:
            return None
        return self.now.value - self.last_year.value


@dataclass(frozen=True)
class Comparison:
    """The lines of the areas, and before them those of all together.

    `trail` are periods of the same length that end with this one; `found` holds their figures.
    """

    period: Period
    since: Period
    last_year: Period
    whole: Sequence[Compared]
    lines: Sequence[Compared]
    trail: Sequence[Period]
    found: Pivot


def compare(asked: Asked, *, trail: int = 1, known: Sequence[Target] | None = None) -> Comparison:
    """One period beside the year so far and the same period last year, on the same boundaries.

    `trail`: how many periods of its length, the last of which it is, are read with it. `known`
    are the targets of the areas where they have been read already.
    """
    period = asked.periods[0]
    since = cumulative_from_year_start(period, asked.scheme)
    before = same_period_last_year(period)
    path = [period.shifted(-period.months * back) for back in reversed(range(trail))]
    periods = list(dict.fromkeys([period, since, before, *path]))
    found = figures_of(replace(asked, periods=periods))
    targets = _targets(asked, period, since, known)
    lines = [
        _compared(area, row, found, (period, since, before), targets)
        for area in asked.areas
        for row in asked.indicators
    ]
    top = asked.tops[0] if len(asked.tops) == 1 and not asked.is_set else None
    whole = [
        _compared(None, row, found, (period, since, before), targets, held_for=top)
        for row in asked.indicators
        if found.whole
    ]
    return Comparison(period, since, before, whole, lines, path, found)


def _compared(
    area: AreaVersion | None,
    row: Indicator,
    found: Pivot,
    periods: tuple[Period, Period, Period],
    targets: Mapping[tuple[int, str], tuple[Target, Period]],
    *,
    held_for: AreaVersion | None = None,
) -> Compared:
    def figure(period: Period) -> RollUp:
        if area is None:
            return found.of_whole(row.code, period)
        return found.of(area.lineage_id, row.code, period)

    holder = area or held_for
    set_for = targets.get((holder.lineage_id, row.code)) if holder else None
    held = None
    if set_for is not None:
        target, months = set_for
        reached = figure(months)
        stands = reached.value
        held = ComparedTarget(
            target,
            reached,
            None if stands is None else reach(target.bound, target.value, target.upper, stands),
        )
    now, since, before = (figure(period) for period in periods)
    return Compared(area, row, now, since, before, target=held)


def _targets(
    asked: Asked, period: Period, since: Period, known: Sequence[Target] | None
) -> dict[tuple[int, str], tuple[Target, Period]]:
    """Area and indicator → its target for the period, else for the year, with the months held."""
    year = Period(since.first, since.first + 11)
    labels = {period.label: period, year.label: since}
    found: dict[tuple[int, str], tuple[Target, Period]] = {}
    for target in _read_targets(asked, labels) if known is None else known:
        key = (target.area_id, target.indicator_code)
        if target.period in labels and (key not in found or target.period == period.label):
            found[key] = (target, labels[target.period])
    return found


def _read_targets(asked: Asked, labels: Iterable[str]) -> Iterable[Target]:
    ids = {area.lineage_id for area in [*asked.areas, *asked.tops]}
    rows = target_rows(asked.actor).filter(
        area_id__in=ids, indicator_code__in=asked.codes, period__in=list(labels)
    )
    return rows.order_by("pk")
