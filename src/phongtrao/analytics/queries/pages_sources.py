"""Behind one figure: the figures of the areas below, and the reports that say it or are missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from phongtrao.analytics.queries.pages_pivot import NOTHING, Asked, figures_of
from phongtrao.analytics.queries.pages_scope import Offered
from phongtrao.core.id_sets import IdSet
from phongtrao.core.periods import Period, PeriodScheme
from phongtrao.org.models import AreaVersion, Succession
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import area_versions_on
from phongtrao.reporting.cells import Cell, unpack
from phongtrao.reporting.grid.content import specs_of
from phongtrao.reporting.models import Indicator, Report, ReportVersion
from phongtrao.reporting.queries import counting_versions, visible
from phongtrao.reporting.queries.catalogue import rule_of
from phongtrao.reporting.rules.roll_up import RollUp, parts_of
from phongtrao.reporting.workflow import COUNTING, ReportState


@dataclass(frozen=True, kw_only=True)
class OneFigure:
    """Which figure: one indicator, period and area on the boundaries of a day.

    `below` are the areas directly below it on that day.
    """

    actor: Actor
    indicator: Indicator
    period: Period
    scheme: PeriodScheme
    area: AreaVersion
    below: Sequence[AreaVersion]
    as_of: date
    kind: str | None = None

    @property
    def asked(self) -> Asked:
        """The same as a question to the figures."""
        return Asked(
            actor=self.actor,
            indicators=[self.indicator],
            periods=[self.period],
            scheme=self.scheme,
            level=self.area.level,
            tops=[self.area],
            areas=[self.area],
            as_of=self.as_of,
            kind=self.kind,
        )


@dataclass(frozen=True)
class Behind:
    """The figure, and those of the areas directly below it."""

    figure: RollUp
    below: Sequence[tuple[AreaVersion, RollUp]]


@dataclass(frozen=True)
class ReportLine:
    """One report that was asked for the figure: its newest counting version, what that says."""

    report: Report
    version: ReportVersion | None
    cells: Sequence[tuple[Indicator, Cell | None]]


def behind(one: OneFigure) -> Behind:
    """The figure, and what the areas directly below say, so that it can be followed down."""
    own = figures_of(one.asked, with_whole=False)
    figure = own.of(one.area.lineage_id, one.indicator.code, one.period)
    below = one.below
    if not below:
        return Behind(figure, [])
    asked = replace(one.asked, level=below[0].level, areas=below)
    figures = figures_of(asked, with_whole=False)
    found = [(area, figures.of(area.lineage_id, one.indicator.code, one.period)) for area in below]
    if all(figure == NOTHING for _area, figure in found):
        return Behind(figure, [])  # it is not told at that level at all
    return Behind(figure, found)


def reports_behind(offered: Offered, one: OneFigure) -> QuerySet[Report]:
    """The visible reports that were asked for the figure or for parts of it, sent ones first."""
    codes = {one.indicator.code, *parts_of(rule_of(one.indicator))}
    holding = {
        version.pk
        for version in offered.versions
        if any(cell["key"] in codes for cell in version.cells)
    }
    rounds = [
        each.pk
        for each in offered.rounds
        if each.version_id in holding
        and each.scheme == one.scheme.code
        and (each.period == one.period or (one.scheme.since is None
                                           and one.period.contains(each.period)))
    ]  # fmt: skip
    rows = visible(offered.actor).filter(round__in=rounds)
    if one.kind:
        rows = rows.filter(body__kind=one.kind)
    rows = rows.filter(_in_area(one)).select_related("round", "body")
    return rows.order_by("body__name_folded", "round__last_day", "pk")


@dataclass(frozen=True, slots=True)
class Counted:
    """How many reports were asked, sent, and are not approved yet."""

    asked: int
    sent: int
    not_approved: int


def counted(rows: QuerySet[Report]) -> Counted:
    """The reports behind a figure in three counts; one query."""
    states = list(rows.order_by().values_list("state", flat=True))
    return Counted(
        asked=len(states),
        sent=sum(1 for state in states if state in COUNTING),
        not_approved=sum(1 for state in states if state == ReportState.SUBMITTED),
    )


def said_by(offered: Offered, indicator: Indicator, reports: Sequence[Report]) -> list[ReportLine]:
    """What the newest counting version of each report says about the indicator's parts."""
    codes = list(dict.fromkeys(parts_of(rule_of(indicator))))
    shown = [offered.indicators[code] for code in codes if code in offered.indicators]
    ids = [report.pk for report in reports if report.state in COUNTING]
    versions = {v.report_id: v for v in counting_versions().filter(report_id__in=ids)}
    return [
        ReportLine(report, versions.get(report.pk), _cells(versions.get(report.pk), shown))
        for report in reports
    ]


def _cells(
    version: ReportVersion | None, shown: Sequence[Indicator]
) -> list[tuple[Indicator, Cell | None]]:
    if version is None:
        return [(row, None) for row in shown]
    specs = specs_of(version.report.round.template_version.cells)
    cells = unpack(bytes(version.cells), len(specs))
    said = {spec.key: cells[spec.index] for spec in specs}
    return [(row, said.get(row.code)) for row in shown]


def _in_area(one: OneFigure) -> Q:
    """Areas in the asked one, what they were made of, and what they became: all that may count."""
    if one.area.level == "country" or one.area.lineage_id == one.actor.scope.area_id:
        return Q()  # all that one may see
    inside = area_versions_on(one.as_of).under(one.area.path)
    ids = list(inside.values_list("lineage_id", flat=True))
    before = Succession.objects.reached_from(ids, forwards=False).values("predecessor_id")
    after = Succession.objects.reached_from(ids, forwards=True).values("successor_id")
    return Q(area_id__among=IdSet(ids)) | Q(area_id__in=before) | Q(area_id__in=after)
