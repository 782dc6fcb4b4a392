"""One-off requests: what is known before asking, how often each was asked, what was answered."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from django.db.models import Count, QuerySet

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.core.periods import parse_period
from phongtrao.org.permissions import Actor
from phongtrao.reporting.cells import Cell, unpack
from phongtrao.reporting.grid.content import CellSpec, specs_of
from phongtrao.reporting.models import Report, ReportVersion, Round, official
from phongtrao.reporting.queries.adjustments import scaled_lines
from phongtrao.reporting.queries.reports import DUE, counting_versions, visible
from phongtrao.reporting.queries.roll_ups import ground_of, roll_up
from phongtrao.reporting.queries.rounds import rounds_for
from phongtrao.reporting.rules.figures import (
    Figure,
    FigureTable,
    Geography,
    IndicatorKind,
    IndicatorRule,
    entering,
)
from phongtrao.reporting.rules.roll_up import RollUp
from phongtrao.reporting.rules.roll_up import roll_up as specified_roll_up

_ROUNDS_READ = 12  # the newest rounds in which a known figure is looked for
_TOTAL = "total"


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure of the catalogue that the chosen areas have told already, with n of N."""

    code: str
    name: str
    unit: str
    decimals: int
    figure: RollUp
    round: Round


@dataclass(frozen=True)
class AnswerRow:
    """What one body answered: its report, its figures in the order asked, its words."""

    report: Report
    version: ReportVersion | None
    cells: Sequence[Cell]
    is_late: bool

    @property
    def words(self) -> list[str]:
        """The answer in words, one a line."""
        return [said["text"] for said in self.version.statements] if self.version else []


@dataclass(frozen=True)
class Answers:
    """Everything that came back: a row for each body, the sum of each figure."""

    specs: Sequence[CellSpec]
    rows: Sequence[AnswerRow]
    totals: Mapping[str, RollUp]

    @property
    def missing(self) -> list[AnswerRow]:
        """The bodies that have not answered."""
        return [row for row in self.rows if row.version is None]

    @property
    def told(self) -> list[AnswerRow]:
        """The bodies that answered in words."""
        return [row for row in self.rows if row.words]


def one_offs_for(actor: Actor) -> QuerySet[Round]:
    """The one-off requests one sees, the newest first."""
    return rounds_for(actor).filter(one_off__isnull=False).order_by("-opened_at", "-pk")


def one_off_for(actor: Actor, pk: int) -> Round:
    """The round of one visible request; ``NotFound`` outside scope and for periodic rounds."""
    found = one_offs_for(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def known_figures(
    actor: Actor, codes: Sequence[str], area_ids: Collection[int], level: str
) -> list[KnownFigure]:
    """For each indicator its newest figure over the chosen areas, where any of them has told it."""
    left = list(dict.fromkeys(codes))
    found: dict[str, KnownFigure] = {}
    rounds = rounds_for(actor).filter(
        official(), level=level, one_off=None, reports__area_id__in=area_ids
    )
    for round_ in rounds[:_ROUNDS_READ] if left else ():
        held = {cell["key"] for cell in round_.template_version.cells}
        asked = [code for code in left if code in held and code not in found]
        if not asked:
            continue
        ground = ground_of(actor, round_, within=area_ids)
        for line in roll_up(actor, round_, asked, ground=ground).lines:
            if line.current.n:
                row = line.indicator
                found[row.code] = KnownFigure(
                    row.code, row.name, row.unit, row.decimals, line.current, round_
                )
    return [found[code] for code in left if code in found]


def asked_this_month(area_ids: Collection[int], kind: str, day: date) -> dict[int, int]:
    """Area → how many one-off requests its body of a kind has got since the month began."""
    since = datetime(day.year, day.month, 1, tzinfo=clock.VIETNAM)
    rows = (
        Report.objects.filter(
            round__one_off__isnull=False,
            round__opened_at__gte=since,
            area_id__in=list(area_ids),
            body__kind=kind,
        )
        .values("area_id")
        .annotate(times=Count("pk"))
        .order_by()
    )
    return Counter({row["area_id"]: row["times"] for row in rows})


def answers_of(actor: Actor, round_: Round, now: datetime) -> Answers:
    """The answers to a request within the actor's scope, by name of body; sums by the rule."""
    specs = specs_of(round_.template_version.cells)
    reports = (
        visible(actor)
        .filter(round=round_)
        .annotate(due=DUE)
        .select_related("body", "round")
        .order_by("body__name_folded", "pk")
    )
    versions = {v.report_id: v for v in counting_versions().filter(report__round=round_)}
    rows = []
    for report in reports:
        version = versions.get(report.pk)
        cells = unpack(bytes(version.cells), len(specs)) if version else []
        sent = report.first_submitted_at
        rows.append(AnswerRow(report, version, cells, (sent or now) > report.deadline_at))
    return Answers(specs, rows, _totals(actor, round_, specs, rows))


def _totals(
    actor: Actor, round_: Round, specs: Sequence[CellSpec], rows: Sequence[AnswerRow]
) -> dict[str, RollUp]:
    """The sum of each figure with n of N, by the specification; signed lines enter."""
    period = parse_period(round_.period)
    lines = scaled_lines([round_.pk])
    level = actor.scope.level or round_.level
    rules = {spec.key: IndicatorRule(spec.key, IndicatorKind(spec.kind)) for spec in specs}
    figures: dict[str, list[Figure]] = defaultdict(list)
    for row in rows:
        for spec in specs if row.version else ():
            cell, scale = row.cells[spec.index], 10**spec.decimals
            line = entering(lines.get((row.version.pk, spec.key), ()), level) if row.version else 0
            figures[spec.key].append(
                Figure(
                    row.report.area_id,
                    spec.key,
                    period,
                    cell.state,
                    cell.figure(spec.decimals) or Fraction(0),
                    adjustment=Fraction(line) / scale,
                )
            )
    areas = frozenset(row.report.area_id for row in rows)
    where = Geography(areas, groups=dict.fromkeys(areas, _TOTAL))
    found = {}
    for spec in specs:
        table = FigureTable(figures[spec.key])
        rolled = specified_roll_up(spec.key, rules, table, period, where)
        found[spec.key] = rolled.get(_TOTAL, RollUp(None, 0, 0))
    return found
