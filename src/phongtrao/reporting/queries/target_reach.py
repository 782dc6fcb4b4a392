"""The targets of an area beside the figures of a round: *Chỉ tiêu* and *Đạt %*."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import number
from phongtrao.core.periods import (
    Period,
    cumulative_from_year_start,
    parse_period,
    scheme_of_round,
)
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Target
from phongtrao.planning.queries import targets_of_area
from phongtrao.reporting.models import Round
from phongtrao.reporting.queries.roll_ups import RollUpLine
from phongtrao.reporting.rules.reach import Reach, reach
from phongtrao.reporting.rules.roll_up import RollUp


@dataclass(frozen=True)
class LineTarget:
    """A target and where the figure of its period stands; `reach` is None without a figure."""

    target: Target
    period: Period
    figure: RollUp
    reach: Reach | None
    # Whether the period of the target ends with the round: before that nothing is missed yet.
    is_due: bool

    @property
    def is_missed(self) -> bool:
        """Whether the period of the target is over and the figure does not reach it."""
        return self.is_due and self.reach is not None and not self.reach.is_met

    @property
    def is_whole(self) -> bool:
        """Whether every area that should report is in the figure."""
        return self.figure.n == self.figure.of

    @property
    def percent(self) -> str:
        """The per cent that is reached, in figures; empty where a share says nothing."""
        if self.reach is None or self.reach.percent is None:
            return ""
        return f"{number(self.reach.percent, 1)}%"


def targets_of_lines(
    actor: Actor, round_: Round, lines: Sequence[RollUpLine]
) -> Mapping[str, Sequence[LineTarget]]:
    """Indicator → its targets for the area of the round, that of the shorter period first.

    A target for the period of the round is held against the figure of the period, one for the
    year against the figure since the year began; one query. Whoever sees only a part of the area
    of the round reads the targets of his own area.
    """
    area_id = round_.area_id
    if actor.body is not None and not actor.scope.covers(area_id):
        area_id = actor.body.area_id
    by_code = {line.indicator.code: line for line in lines}
    found: dict[str, list[LineTarget]] = defaultdict(list)
    for target in targets_of_area(actor, area_id, by_code):
        held = _held(target, round_, by_code[target.indicator_code])
        if held is not None:
            found[target.indicator_code].append(held)
    return {code: sorted(rows, key=lambda held: held.period.months) for code, rows in found.items()}


def _held(target: Target, round_: Round, line: RollUpLine) -> LineTarget | None:
    """The target beside the figure of its period; None for a target of other months."""
    try:
        asked = parse_period(target.period)
    except InvalidInput:
        return None
    period = parse_period(round_.period)
    since = cumulative_from_year_start(period, scheme_of_round(round_.scheme))
    if asked == period:
        figure = line.current
    elif asked.first == since.first and asked.contains(since):
        figure = line.cumulative
    else:
        return None
    value = figure.value
    stands = None if value is None else reach(target.bound, target.value, target.upper, value)
    return LineTarget(target, asked, figure, stands, is_due=asked.last == period.last)
