"""Figures of a round from the record, by the exact specification, each leading to its sources."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from phongtrao.core.formats import number, percent_change
from phongtrao.core.periods import (
    Period,
    cumulative_from_year_start,
    parse_period,
    same_period_last_year,
    scheme_of_round,
    window,
)
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.reporting.cells import Cell, CellState
from phongtrao.reporting.models import Indicator, Report, ReportVersion, Round
from phongtrao.reporting.queries.adjustments import scaled_lines
from phongtrao.reporting.queries.catalogue import rule_of
from phongtrao.reporting.queries.places import AreaHistory, expected_areas, in_force
from phongtrao.reporting.queries.quick_figures import QuickFigures
from phongtrao.reporting.queries.reports import cells_by_indicator, counting_versions
from phongtrao.reporting.rules.figures import (
    Area,
    Figure,
    FigureTable,
    Geography,
    IndicatorRule,
    entering,
)
from phongtrao.reporting.rules.roll_up import RollUp
from phongtrao.reporting.rules.roll_up import roll_up as specified_roll_up
from phongtrao.reporting.workflow import ReportState, Topic

NOBODY = RollUp(value=None, n=0, of=0)
_TOTAL = "total"


@dataclass(frozen=True)
class RollUpLine:
    """One indicator of a round: this period, since the year began, the same period last year."""

    indicator: Indicator
    current: RollUp
    cumulative: RollUp
    last_year: RollUp

    @property
    def decimals(self) -> int:
        """Digits shown after the comma."""
        return self.indicator.decimals

    @property
    def is_comparable(self) -> bool:
        """Whether both periods are whole: a change against missing areas would count them as 0."""
        return all(r.value is not None and r.n == r.of for r in (self.current, self.last_year))

    @property
    def change(self) -> Fraction | None:
        """This period minus the same period last year; None unless both are whole."""
        if self.current.value is None or self.last_year.value is None or not self.is_comparable:
            return None
        return self.current.value - self.last_year.value

    @property
    def change_shown(self) -> str:
        """The change in figures, with its sign; a dash where there is none to tell."""
        shown = number(self.change, self.decimals)
        return f"+{shown}" if self.change and self.change > 0 else shown

    @property
    def change_percent(self) -> str:
        """The change in per cent; a dash against nothing, zero or a period that is not whole."""
        return percent_change(
            self.current.value if self.is_comparable else None, self.last_year.value
        )


@dataclass(frozen=True)
class RollUpTable:
    """The figures of a round, the versions of the round behind them, how many are not approved."""

    lines: Sequence[RollUpLine]
    versions: Sequence[ReportVersion]
    not_approved: int
    estimated: bool

    @property
    def reports(self) -> int:
        """How many reports of the round are behind the figures."""
        return len(self.versions)


@dataclass(frozen=True)
class Source:
    """One report behind a figure: what it says for each part of the indicator."""

    area: str
    report: Report | None
    version: ReportVersion | None
    cells: Sequence[tuple[Indicator, Cell | None]]


@dataclass(frozen=True)
class TopicStatements:
    """The statements of one topic from below, each with the report it stands in."""

    topic: Topic
    statements: Sequence[tuple[str, ReportVersion]]


@dataclass(frozen=True)
class Ground:
    """What every reading of one round rests on, read once: areas in scope, the catalogue."""

    areas: Sequence[AreaVersion]
    indicators: Mapping[str, Indicator]
    rules: Mapping[str, IndicatorRule]
    # The level of the whole: signed lines of bodies of this level and below enter its figures.
    level: str


def ground_of(actor: Actor, round_: Round, *, within: Collection[int] | None = None) -> Ground:
    """The areas that should report in the round and lie in the actor's scope; the catalogue.

    `within` leaves the areas of a set alone; None: all.
    """
    areas = expected_areas(round_.area_id, round_.level, round_.last_day)
    indicators = {row.code: row for row in Indicator.objects.all()}
    return Ground(
        areas=[
            area
            for area in areas
            if actor.scope.covers(area.lineage_id) and (within is None or area.lineage_id in within)
        ],
        indicators=indicators,
        rules={code: rule_of(row) for code, row in indicators.items()},
        level=_whole_level(actor, round_),
    )


def _whole_level(actor: Actor, round_: Round) -> str:
    """The level of the area of the round, or of the reader's where he sees only a part of it."""
    if round_.area_id != actor.scope.area_id and actor.scope.covers(round_.area_id):
        levels = AreaVersion.objects.filter(lineage=round_.area_id).order_by("-valid_from")
        return levels.values_list("level", flat=True)[0]
    return actor.scope.level or round_.level


def roll_up(
    actor: Actor,
    round_: Round,
    codes: Iterable[str] | None = None,
    *,
    approved_only: bool = False,
    ground: Ground | None = None,
) -> RollUpTable:
    """The figures of a round for the areas the actor may see, in the order of the form.

    `codes` default to the cells of the form and the indicators computed from them. A paper for
    signature takes approved reports only.
    """
    ground = ground or ground_of(actor, round_)
    asked = [c for c in (form_codes(round_) if codes is None else codes) if c in ground.indicators]
    period, scheme = parse_period(round_.period), scheme_of_round(round_.scheme)
    periods = [period, cumulative_from_year_start(period, scheme), same_period_last_year(period)]
    geographies = _geographies(ground.areas, round_, periods)
    versions = _versions_behind(round_, geographies, periods, approved_only=approved_only)
    table = FigureTable(_figures(versions, ground.level))
    quick = [
        QuickFigures(ground.rules, table, each, geography)
        for each, geography in zip(periods, geographies, strict=True)
    ]
    lines = [_line(code, ground, periods, quick) for code in asked]
    of_round = [version for version in versions if version.report.round_id == round_.pk]
    return RollUpTable(
        lines=lines,
        versions=of_round,
        not_approved=sum(1 for v in of_round if v.report.state == ReportState.SUBMITTED),
        estimated=any(e.estimated for s in lines for e in (s.current, s.cumulative, s.last_year)),
    )


def figures_by_area(
    round_: Round, ground: Ground, codes: Iterable[str]
) -> dict[str, Mapping[Area, RollUp]]:
    """Each indicator's figure of the period for every area of the ground by itself."""
    period, ids = parse_period(round_.period), frozenset(a.lineage_id for a in ground.areas)
    first_day, _last_day = _window(round_, period)
    history = AreaHistory(ids, first_day, round_.last_day)
    geography = Geography(ids, history.came_from(ids, first_day, round_.last_day))
    versions = _versions_behind(round_, [geography], [period], approved_only=False)
    table = FigureTable(_figures(versions, round_.level))
    return {code: specified_roll_up(code, ground.rules, table, period, geography) for code in codes}


def form_codes(round_: Round) -> list[str]:
    """The indicators of a round's form: its cells in order, then what is computed from them."""
    form = round_.template_version
    return list(dict.fromkeys([*(cell["indicator"] for cell in form.cells), *form.computed]))


def sources_of(
    actor: Actor,
    round_: Round,
    code: str,
    *,
    ground: Ground | None = None,
    versions: Iterable[ReportVersion] | None = None,
) -> list[Source]:
    """Every expected area with its report of the round and what that says: figure to source.

    An area without a report is listed too: what is missing is part of the answer. `versions` are
    those of the round where they have been read already.
    """
    ground = ground or ground_of(actor, round_)
    if code not in ground.indicators:
        return []
    rule = ground.rules[code]
    parts = list(dict.fromkeys((*rule.numerator, *rule.denominator))) or [code]
    shown = [ground.indicators[part] for part in parts]
    ids = [area.lineage_id for area in ground.areas]
    by_area: dict[int, list[ReportVersion]] = defaultdict(list)
    for version in _of_round(round_, ids) if versions is None else versions:
        by_area[version.report.area_id].append(version)
    waiting = Report.objects.filter(round=round_, area_id__in=ids).select_related("body")
    reports = {report.area_id: report for report in waiting}
    found: list[Source] = []
    for area in ground.areas:
        name, area_id = area.full_name, area.lineage_id
        found += [Source(name, v.report, v, _said(v, shown)) for v in by_area[area_id]]
        if not by_area[area_id]:
            found.append(Source(name, reports.get(area_id), None, _said(None, shown)))
    return found


def statements_by_topic(
    actor: Actor,
    round_: Round,
    *,
    ground: Ground | None = None,
    versions: Iterable[ReportVersion] | None = None,
) -> list[TopicStatements]:
    """The narrative from below, by topic; no sentence stands without its report.

    `versions` are those of the round where they have been read already.
    """
    if versions is None:
        ground = ground or ground_of(actor, round_)
        versions = _of_round(round_, [area.lineage_id for area in ground.areas])
    by_topic: dict[str, list[tuple[str, ReportVersion]]] = defaultdict(list)
    for version in sorted(versions, key=lambda v: (v.report.body.name_folded, v.report_id)):
        for statement in version.statements:
            by_topic[statement["topic"]].append((statement["text"], version))
    return [TopicStatements(topic, by_topic[topic]) for topic in Topic if topic in by_topic]


def _line(
    code: str, ground: Ground, periods: Sequence[Period], quick: Sequence[QuickFigures]
) -> RollUpLine:
    """One indicator as specified; the first period of a year is its cumulative figure."""

    def figure(place: int) -> RollUp:
        return quick[place].of(code).get(_TOTAL, NOBODY)

    now = figure(0)
    since = now if periods[1] == periods[0] else figure(1)
    return RollUpLine(ground.indicators[code], now, since, figure(2))


def _geographies(
    expected: Sequence[AreaVersion], round_: Round, periods: Sequence[Period]
) -> list[Geography]:
    """Who should report in each period, the last of them being the same one a year ago."""
    ids = frozenset(area.lineage_id for area in expected)
    windows = [_window(round_, period) for period in periods]
    earliest = min(first_day for first_day, _last_day in windows)
    history = AreaHistory(ids, earliest, round_.last_day)
    groups: dict[Area, Area] = dict.fromkeys(ids, _TOTAL)
    found = [
        Geography(ids, history.came_from(ids, first_day, round_.last_day), groups=groups)
        for first_day, _last_day in windows[:-1]
    ]
    first_day, last_day = windows[-1]
    onward = history.came_from(ids, last_day, round_.last_day)
    old = in_force({*ids, *onward}, round_.level, last_day)
    found.append(
        Geography(
            expected=old,
            predecessors=history.came_from(old, first_day, last_day),
            onward={area: shares for area, shares in onward.items() if area in old},
            groups=groups,
        )
    )
    return found


def _window(round_: Round, period: Period) -> tuple[date, date]:
    return window(period, scheme_of_round(round_.scheme), round_.level)


def _versions_behind(
    round_: Round,
    geographies: Sequence[Geography],
    periods: Sequence[Period],
    *,
    approved_only: bool,
) -> list[ReportVersion]:
    """One query: every counting version of the scheme about these areas within these periods."""
    areas = [area for g in geographies for area in (*g.expected, *g.predecessors)]
    versions = counting_versions().filter(
        report__area_id__in=cast("set[int]", set(areas)), report__round__scheme=round_.scheme
    )
    if approved_only:
        versions = versions.filter(report__state__in=[ReportState.APPROVED, ReportState.LOCKED])
    earliest = min(_window(round_, period)[0] for period in periods)
    versions = versions.filter(
        report__round__first_day__gte=earliest, report__round__last_day__lte=round_.last_day
    )
    return list(versions)


def _of_round(round_: Round, areas: Iterable[int]) -> list[ReportVersion]:
    rows = counting_versions().filter(report__round=round_, report__area_id__in=list(areas))
    return list(rows.order_by("report__body__name_folded", "report_id"))


def _figures(versions: Sequence[ReportVersion], level: str) -> list[Figure]:
    """The figures of the record, one for each body, area, indicator and period.

    Where two forms ask one body for the same figure, the one submitted last counts: otherwise it
    would be added to itself. Signed lines of bodies of the level and below enter.
    """
    found: dict[tuple[int, int, str, Period], Figure] = {}
    lines = scaled_lines({version.report.round_id for version in versions})
    for version in sorted(versions, key=lambda v: (v.submitted_at, v.pk)):
        report = version.report
        period = parse_period(report.round.period)
        for code, (cell, decimals) in cells_by_indicator(version).items():
            key = (report.area_id, report.body_id, code, period)
            if key in found and cell.state is CellState.NONE:
                continue
            found[key] = Figure(
                area=report.area_id,
                indicator=code,
                period=period,
                state=cell.state,
                value=cell.figure(decimals) or Fraction(0),
                body=report.body_id,
                adjustment=Fraction(entering(lines.get((version.pk, code), ()), level))
                / 10**decimals,
            )
    return list(found.values())


def _said(
    version: ReportVersion | None, indicators: Sequence[Indicator]
) -> list[tuple[Indicator, Cell | None]]:
    cells = cells_by_indicator(version) if version else {}
    return [(row, cells[row.code][0] if row.code in cells else None) for row in indicators]
