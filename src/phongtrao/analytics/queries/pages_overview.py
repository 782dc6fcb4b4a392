"""*Tổng quan*: a place at a glance for its leaders: tiles, a few figures, rounds, what is late."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction

from django.db.models import Count, Q

from phongtrao.analytics.queries.pages_pivot import Asked, Comparison, compare, figures_of
from phongtrao.analytics.queries.pages_scope import AskedRound, Offered
from phongtrao.analytics.queries.pages_timeliness import (
    HeatMap,
    Received,
    heat_map,
)
from phongtrao.core.periods import Period, PeriodScheme
from phongtrao.core.vietnamese import sort_key
from phongtrao.org.models import AreaVersion
from phongtrao.org.queries import area_versions_on
from phongtrao.org.queries.tiles import TilePlace, tile_places
from phongtrao.planning.models import Target
from phongtrao.planning.queries import in_class, visible_tasks
from phongtrao.planning.queries.targets import target_rows
from phongtrao.planning.rules import TaskClass
from phongtrao.planning.workflow import RUNNING
from phongtrao.reporting.models import Indicator, official
from phongtrao.reporting.queries import visible
from phongtrao.reporting.queries.catalogue import rule_of
from phongtrao.reporting.queries.reports import DUE
from phongtrao.reporting.rules.roll_up import RollUp, parts_of
from phongtrao.reporting.workflow import COUNTING, RoundState

MOST_FIGURES = 6
TRAIL = 6
MOST_LATE_BODIES = 8
_PERIODS_SHOWN = 6


@dataclass(frozen=True, kw_only=True)
class Glance:
    """What is looked at: an area on a day, one period, and what the tiles show.

    `below` are the areas directly below it. `tile_code` is the indicator of the tiles; empty: how
    many reports have come.
    """

    offered: Offered
    area: AreaVersion
    day: date
    period: Period
    scheme: PeriodScheme
    indicators: Sequence[Indicator]
    below: Sequence[AreaVersion]
    targets: Sequence[Target]
    tile_code: str = ""

    @property
    def asked(self) -> Asked:
        """The question to the figures about the area itself."""
        return Asked(
            actor=self.offered.actor,
            indicators=self.indicators,
            periods=[self.period],
            scheme=self.scheme,
            level=self.area.level,
            tops=[self.area],
            areas=[self.area],
            as_of=self.day,
        )


@dataclass(frozen=True)
class Tile:
    """An area below with what its tile says: a share of reports, or a figure.

    `place` is where it stands on the map of the country; None in a plain list.
    """

    area: AreaVersion
    value: Fraction | None
    received: Received | None
    figure: RollUp | None
    place: TilePlace | None = None


@dataclass(frozen=True, slots=True)
class LateBody:
    """A body, by its name, with tasks or reports that are over their deadline."""

    name: str
    tasks: int
    reports: int


@dataclass(frozen=True)
class Overview:
    """Everything on the page."""

    comparison: Comparison
    tiles: Sequence[Tile]
    rounds: HeatMap
    late: Sequence[LateBody]
    late_left_out: int


def overview(glance: Glance, now: datetime) -> Overview:
    """The figures, tiles, rounds and late bodies of an area."""
    reports = _received(glance, now)
    late, left_out = _late(glance, now)
    return Overview(
        comparison=compare(glance.asked, trail=TRAIL, known=glance.targets),
        tiles=_tiles(glance, reports),
        rounds=reports,
        late=late,
        late_left_out=left_out,
    )


def targets_in(offered: Offered, area_id: int, year: int) -> list[Target]:
    """The targets of an area for a year or a part of it that the reader may see."""
    rows = target_rows(offered.actor).filter(area_id=area_id, period__startswith=str(year))
    return list(rows.order_by("pk"))


def usual_figures(offered: Offered, targets: Sequence[Target]) -> list[Indicator]:
    """What is shown until others are chosen: what the area has targets for, then the newest form's.

    Only what some round has asked for: the others would be empty for everybody.
    """
    wanted = [target.indicator_code for target in targets]
    asked = {each.version_id for each in offered.rounds}
    versions = [version for version in offered.versions if version.pk in asked]
    newest = {each.version_id for each in offered.rounds[:1]}
    for version in versions:
        if version.pk in newest:
            wanted += [cell["indicator"] for cell in version.cells]
    held = {cell["key"] for version in versions for cell in version.cells}
    told = [row for row in offered.chosen(wanted) if held.issuperset(parts_of(rule_of(row)))]
    return told[:MOST_FIGURES]


def _received(glance: Glance, now: datetime) -> HeatMap:
    """The reports of the last periods, by the areas below; of a commune its own."""
    offered = glance.offered
    level = "commune" if glance.area.level in ("country", "province", "commune") else ""
    rounds = [
        each
        for each in offered.rounds
        if each.level == level and each.scheme == glance.scheme.code
        and each.period.last <= glance.period.last
    ]  # fmt: skip
    periods = list(dict.fromkeys(each.period for each in rounds))[:_PERIODS_SHOWN]
    shown: list[AskedRound] = [each for each in rounds if each.period in periods]
    by_superior = glance.area.level == "country"
    areas = glance.below if glance.area.level != "commune" else [glance.area]
    return heat_map(offered, shown, areas, by_superior=by_superior, now=now)


def _tiles(glance: Glance, reports: HeatMap) -> list[Tile]:
    below = glance.below
    if not below:
        return []
    places = _places(glance) if glance.area.level == "country" else {}
    areas = [*below, *_islands(glance, below, places)]
    if glance.tile_code:
        tiles = _figure_tiles(glance, areas)
    else:
        tiles = _report_tiles(glance, areas, reports)
    return [replace(tile, place=places.get(tile.area.code)) for tile in tiles]


def _places(glance: Glance) -> dict[str, TilePlace]:
    return {place.code: place for place in tile_places(glance.day)}


def _islands(
    glance: Glance, below: Sequence[AreaVersion], places: Mapping[str, TilePlace]
) -> list[AreaVersion]:
    """The special zones that have a tile of their own on the map of the country."""
    known = {area.code for area in below}
    codes = [code for code in places if code not in known]
    rows = area_versions_on(glance.day).filter(code__in=codes, level="commune")
    return list(rows.order_by("sort_key", "pk")) if codes else []


def _report_tiles(glance: Glance, areas: Sequence[AreaVersion], found: HeatMap) -> list[Tile]:
    place = found.periods.index(glance.period) if glance.period in found.periods else None
    by_area = {row.area.lineage_id: row for row in found.rows if row.area}
    tiles = []
    for area in areas:
        row = by_area.get(area.lineage_id)
        received = row.cells[place] if row and place is not None else None
        share = Fraction(received.sent * 100, received.of) if received and received.of else None
        tiles.append(Tile(area, share, received, None))
    return tiles


def _figure_tiles(glance: Glance, areas: Sequence[AreaVersion]) -> list[Tile]:
    row = glance.offered.indicator(glance.tile_code)
    asked = replace(glance.asked, indicators=[row], level=areas[0].level, areas=areas)
    found = figures_of(asked, with_whole=False)
    tiles = []
    for area in areas:
        if area.level != asked.level:  # a special zone: its figure stands on its own page
            tiles.append(Tile(area, None, None, None))
            continue
        figure = found.of(area.lineage_id, row.code, glance.period)
        tiles.append(Tile(area, figure.value, None, figure))
    return tiles


def _late(glance: Glance, now: datetime) -> tuple[list[LateBody], int]:
    """The bodies in the area with most that is over its deadline; how many more there are."""
    tasks = _late_tasks(glance)
    reports = _late_reports(glance, now)
    total: Counter[str] = Counter(tasks) + Counter(reports)
    worst = sorted(total, key=lambda name: (-total[name], sort_key(name)))[:MOST_LATE_BODIES]
    found = [LateBody(name, tasks.get(name, 0), reports.get(name, 0)) for name in worst]
    return found, len(total) - len(found)


def _late_tasks(glance: Glance) -> dict[str, int]:
    actor = glance.offered.actor
    if not actor.can("task.read"):
        return {}
    rows = in_class(
        visible_tasks(actor).filter(_inside(glance, "lead__area_id"), state__in=RUNNING),
        TaskClass.RUNNING_LATE,
        actor.day,
    )
    return dict(rows.order_by().values_list("lead__name").annotate(n=Count("pk", distinct=True)))


def _late_reports(glance: Glance, now: datetime) -> dict[str, int]:
    actor = glance.offered.actor
    if not actor.can("report.read"):
        return {}
    rows = visible(actor).annotate(due=DUE)
    rows = rows.filter(
        _inside(glance, "area_id"),
        official("round__"),
        due__lt=now,
        round__value_import=None,
        round__state=RoundState.OPEN,
    )
    rows = rows.exclude(state__in=COUNTING).order_by()
    return dict(rows.values_list("body__name").annotate(n=Count("pk")))


def _inside(glance: Glance, name: str) -> Q:
    if glance.area.level == "country":
        return Q()
    inside = area_versions_on(glance.day).under(glance.area.path)
    return Q(**{f"{name}__in": inside.values("lineage_id")})
