"""Figures of a round from the record, by the exact specification, each leading to its sources."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import cast

from phongtrao.core.formats import number, percent_change
from phongtrao.core.periods import (
    Period,
    cumulative_from_year_start,
    parse_period,
    parse_scheme,
    same_period_last_year,
    window,
)
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import area_versions_on
from phongtrao.reporting.cells import Cell, CellState, unpack
from phongtrao.reporting.grid.content import specs_of
from phongtrao.reporting.models import Indicator, Report, ReportVersion, Round
from phongtrao.reporting.queries.catalogue import rules_of
from phongtrao.reporting.queries.places import came_from, expected_areas
from phongtrao.reporting.queries.reports import counting_versions
from phongtrao.reporting.rules.figures import (
    Figure,
    FigureTable,
    Geography,
    IndicatorRule,
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
    def change(self) -> Fraction | None:
        """This period minus the same period last year; None unless both are known."""
        if self.current.value is None or self.last_year.value is None:
            return None
        return self.current.value - self.last_year.value

    @property
    def change_shown(self) -> str:
        """The change in figures, with its sign; a dash where there is none to tell."""
        shown = number(self.change, self.decimals)
        return f"+{shown}" if self.change and self.change > 0 else shown

    @property
    def change_percent(self) -> str:
        """The change in per cent; a dash against nothing or zero."""
        return percent_change(self.current.value, self.last_year.value)


@dataclass(frozen=True)
class RollUpTable:
    """The figures of a round, and how many of the reports behind them are not approved yet."""

    lines: Sequence[RollUpLine]
    reports: int
    not_approved: int
    estimated: bool


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


def roll_up(
    actor: Actor,
    round_: Round,
    codes: Iterable[str] | None = None,
    *,
    approved_only: bool = False,
) -> RollUpTable:
    """The figures of a round for the areas the actor may see, in the order of the form.

    `codes` default to the cells of the form and the indicators computed from them. A paper for
    signature takes approved reports only.
    """
    asked = list(codes) if codes is not None else form_codes(round_)
    indicators, rules = rules_of(asked)
    expected = _expected_for(actor, round_)
    period = parse_period(round_.period)
    scheme = parse_scheme(round_.scheme)
    periods = [period, cumulative_from_year_start(period, scheme), same_period_last_year(period)]
    geographies = [_now(expected, round_, periods[0]), _now(expected, round_, periods[1])]
    geographies.append(_a_year_ago(expected, round_, periods[2]))
    versions = _versions_behind(round_, geographies, periods, approved_only=approved_only)
    table = FigureTable(_figures(versions))
    found = [
        {code: _one(code, rules, table, asked_period, geography) for code in indicators}
        for asked_period, geography in zip(periods, geographies, strict=True)
    ]
    lines = [
        RollUpLine(row, found[0][code], found[1][code], found[2][code])
        for code, row in indicators.items()
    ]
    of_round = [version for version in versions if version.report.round_id == round_.pk]
    return RollUpTable(
        lines=lines,
        reports=len(of_round),
        not_approved=sum(1 for v in of_round if v.report.state == ReportState.SUBMITTED),
        estimated=any(e.estimated for s in lines for e in (s.current, s.cumulative, s.last_year)),
    )


def form_codes(round_: Round) -> list[str]:
    """The indicators of a round's form: its cells in order, then what is computed from them."""
    form = round_.template_version
    return list(dict.fromkeys([*(cell["indicator"] for cell in form.cells), *form.computed]))


def sources_of(actor: Actor, round_: Round, code: str) -> list[Source]:
    """Every expected area with its report of the round and what that says: figure to source.

    An area without a report is listed too: what is missing is part of the answer.
    """
    indicators, rules = rules_of([code])
    if code not in indicators:
        return []
    rule = rules[code]
    parts = [p for p in dict.fromkeys((*rule.numerator, *rule.denominator)) if p] or [code]
    shown, _ = rules_of(parts)
    expected = _expected_for(actor, round_)
    names = {area.lineage_id: area.full_name for area in expected}
    versions: dict[int, list[ReportVersion]] = defaultdict(list)
    for version in _of_round(round_, names):
        versions[version.report.area_id].append(version)
    waiting = Report.objects.filter(round=round_, area_id__in=list(names)).select_related("body")
    reports = {report.area_id: report for report in waiting}
    found: list[Source] = []
    for area_id, name in names.items():
        found += [Source(name, v.report, v, _said(v, shown)) for v in versions[area_id]]
        if not versions[area_id]:
            found.append(Source(name, reports.get(area_id), None, _said(None, shown)))
    return found


def statements_by_topic(actor: Actor, round_: Round) -> list[TopicStatements]:
    """The narrative from below, by topic; no sentence stands without its report."""
    names = {area.lineage_id: area for area in _expected_for(actor, round_)}
    by_topic: dict[str, list[tuple[str, ReportVersion]]] = defaultdict(list)
    for version in _of_round(round_, names):
        for statement in version.statements:
            by_topic[statement["topic"]].append((statement["text"], version))
    return [TopicStatements(topic, by_topic[topic]) for topic in Topic if topic in by_topic]


def _one(
    code: str,
    rules: dict[str, IndicatorRule],
    table: FigureTable,
    period: Period,
    geography: Geography,
) -> RollUp:
    return specified_roll_up(code, rules, table, period, geography).get(_TOTAL, NOBODY)


def _expected_for(actor: Actor, round_: Round) -> list[AreaVersion]:
    """The areas that should report in the round and lie in the actor's scope."""
    areas = expected_areas(round_.area_id, round_.level, round_.last_day)
    return [area for area in areas if actor.scope.covers(area.lineage_id)]


def _now(expected: list[AreaVersion], round_: Round, period: Period) -> Geography:
    """Today's areas, with those that were closed within the period."""
    ids = frozenset(area.lineage_id for area in expected)
    first_day, _ = _window(round_, period)
    return Geography(
        expected=ids,
        predecessors=came_from(ids, first_day, round_.last_day),
        groups=dict.fromkeys(ids, _TOTAL),
    )


def _a_year_ago(expected: list[AreaVersion], round_: Round, period: Period) -> Geography:
    """The areas of a year ago that make up today's, read on today's boundaries."""
    ids = {area.lineage_id for area in expected}
    first_day, last_day = _window(round_, period)
    onward = came_from(ids, last_day, round_.last_day)
    before = area_versions_on(last_day).at_level(round_.level)
    old = frozenset(
        before.filter(lineage_id__in={*ids, *onward}).values_list("lineage_id", flat=True)
    )
    return Geography(
        expected=old,
        predecessors=came_from(old, first_day, last_day),
        onward={area: shares for area, shares in onward.items() if area in old},
        groups=dict.fromkeys(ids, _TOTAL),
    )


def _window(round_: Round, period: Period) -> tuple[date, date]:
    return window(period, parse_scheme(round_.scheme), round_.level)


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


def _figures(versions: Iterable[ReportVersion]) -> list[Figure]:
    """The figures of the record, one for each body, area, indicator and period.

    Where two forms ask one body for the same figure, the one submitted last counts: otherwise it
    would be added to itself.
    """
    found: dict[tuple[int, int, str, Period], Figure] = {}
    for version in sorted(versions, key=lambda v: (v.submitted_at, v.pk)):
        report = version.report
        period = parse_period(report.round.period)
        for code, (cell, decimals) in _by_indicator(version).items():
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
            )
    return list(found.values())


def _by_indicator(version: ReportVersion) -> dict[str, tuple[Cell, int]]:
    """The undivided cell of each indicator; divided cells are details of it."""
    specs = specs_of(version.report.round.template_version.cells)
    cells = unpack(bytes(version.cells), len(specs))
    return {s.indicator: (cells[s.index], s.decimals) for s in specs if s.key == s.indicator}


def _said(
    version: ReportVersion | None, indicators: dict[str, Indicator]
) -> list[tuple[Indicator, Cell | None]]:
    if version is None:
        return [(row, None) for row in indicators.values()]
    cells = _by_indicator(version)
    return [(row, cells[code][0] if code in cells else None) for code, row in indicators.items()]
