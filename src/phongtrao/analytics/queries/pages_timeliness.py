"""*Đầy đủ, đúng hạn*: how many reports of each round came, and when, area by area."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.db.models import Count, Q

from phongtrao.analytics.queries.pages_scope import AskedRound, Offered
from phongtrao.core.id_sets import IdSet
from phongtrao.core.periods import Period
from phongtrao.org.models import AreaVersion, Succession
from phongtrao.reporting.queries import visible
from phongtrao.reporting.queries.reports import DUE
from phongtrao.reporting.workflow import COUNTING

MOST_ROUNDS = 400


class Standing(StrEnum):
    """How an area stands in a period, from the best to the worst."""

    NOT_ASKED = "not_asked"
    IN_TIME = "in_time"
    LATE = "late"
    COMING = "coming"
    SHORT = "short"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Received:
    """Reports of an area in a period: asked, received, first sent in time, not there after the
    deadline. What was taken in from a file has no time of sending."""

    of: int = 0
    sent: int = 0
    in_time: int = 0
    overdue: int = 0
    from_file: int = 0

    def __add__(self, other: "Received") -> "Received":
        return Received(
            self.of + other.of,
            self.sent + other.sent,
            self.in_time + other.in_time,
            self.overdue + other.overdue,
            self.from_file + other.from_file,
        )

    @property
    def late(self) -> int:
        """Received after the deadline."""
        return self.sent - self.in_time - self.from_file

    @property
    def timed(self) -> int:
        """Reports of which it can be said whether they came in time: due by now, from no file."""
        return self.in_time + self.late + self.overdue

    @property
    def standing(self) -> Standing:
        """The state in one word."""
        if not self.of:
            return Standing.NOT_ASKED
        if self.overdue:
            return Standing.SHORT if self.sent else Standing.NONE
        if self.sent < self.of:
            return Standing.COMING
        return Standing.LATE if self.late else Standing.IN_TIME


@dataclass(frozen=True)
class HeatRow:
    """One area, or `members` of them together: its periods in order, and all of them."""

    area: AreaVersion | None
    cells: Sequence[Received]
    whole: Received
    members: int = 1
    is_total: bool = False


@dataclass(frozen=True)
class HeatMap:
    """Areas × periods; `whole` are all areas together.

    `former` are the areas that reported in those periods and are no more. `standings` say how
    many areas stand how in each period. `left_out` rounds were too many.
    """

    periods: Sequence[Period]
    rows: Sequence[HeatRow]
    former: HeatRow | None
    whole: HeatRow
    standings: Mapping[Period, Mapping[Standing, int]]
    left_out: int = 0


def heat_map(
    offered: Offered,
    rounds: Sequence[AskedRound],
    areas: Sequence[AreaVersion],
    *,
    by_superior: bool,
    now: datetime,
) -> HeatMap:
    """How complete and timely the rounds are, for each area or (`by_superior`) all below it."""
    asked = rounds[:MOST_ROUNDS]
    periods = sorted({each.period for each in asked})
    counts = _counted(offered, asked, areas, by_superior=by_superior, now=now)
    known = {area.lineage_id for area in areas}
    gone = [area_id for area_id in counts if area_id not in known]
    rows = [_row(area, counts.get(area.lineage_id, {}), periods) for area in areas]
    return HeatMap(
        periods=periods,
        rows=rows,
        former=replace(_row(None, _together(counts, gone), periods), members=len(gone))
        if gone
        else None,
        whole=replace(_row(None, _together(counts, counts), periods), is_total=True),
        standings=_standings(counts, periods),
        left_out=len(rounds) - len(asked),
    )


def _counted(
    offered: Offered,
    rounds: Sequence[AskedRound],
    areas: Sequence[AreaVersion],
    *,
    by_superior: bool,
    now: datetime,
) -> Mapping[int, Mapping[Period, Received]]:
    """One grouped query: never a row for each report."""
    by_pk = {each.pk: each for each in rounds}
    name = "superior_id" if by_superior else "area_id"
    sent = Q(state__in=COUNTING)
    in_time = sent & Q(first_submitted_at__lte=DUE, value_import=None)
    rows = visible(offered.actor).filter(round__in=list(by_pk)).annotate(due=DUE)
    groups = (
        rows.filter(_with_former(name, areas))
        .order_by()
        .values_list(name, "round_id")
        .annotate(
            of=Count("pk"),
            sent=Count("pk", filter=sent),
            in_time=Count("pk", filter=in_time),
            from_file=Count("pk", filter=sent & Q(value_import__isnull=False)),
            overdue=Count("pk", filter=~sent & Q(due__lt=now)),
        )
    )
    counts: dict[int, dict[Period, Received]] = defaultdict(lambda: defaultdict(Received))
    for area_id, round_id, of, came, timely, from_file, overdue in groups:
        found = Received(of, came, timely, overdue, from_file)
        counts[area_id][by_pk[round_id].period] += found
    return counts


def _with_former(name: str, areas: Sequence[AreaVersion]) -> Q:
    """The areas, and those they were made of."""
    ids = [area.lineage_id for area in areas]
    before = Succession.objects.reached_from(ids, forwards=False)
    return Q(**{f"{name}__among": IdSet(ids)}) | Q(
        **{f"{name}__in": before.values("predecessor_id")}
    )


def _standings(
    counts: Mapping[int, Mapping[Period, Received]], periods: Sequence[Period]
) -> dict[Period, Counter[Standing]]:
    found: dict[Period, Counter[Standing]] = {period: Counter() for period in periods}
    for by_period in counts.values():
        for period, received in by_period.items():
            if received.of:
                found[period][received.standing] += 1
    return found


def _together(
    counts: Mapping[int, Mapping[Period, Received]], ids: Iterable[int]
) -> dict[Period, Received]:
    found: dict[Period, Received] = defaultdict(Received)
    for area_id in ids:
        for period, received in counts[area_id].items():
            found[period] += received
    return found


def _row(
    area: AreaVersion | None, counts: Mapping[Period, Received], periods: Sequence[Period]
) -> HeatRow:
    cells = [counts.get(period, Received()) for period in periods]
    return HeatRow(area, cells, sum(cells, Received()))
