"""*Xu hướng*: a few indicators of one area over time, with the days on which its map changed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from phongtrao.analytics.queries import FiguresAsked, figures
from phongtrao.analytics.queries.pages_pivot import Answer, Asked
from phongtrao.core.periods import Period, window
from phongtrao.org.models import AreaVersion, Succession
from phongtrao.org.queries import known_day, subtree_on
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.rules.roll_up import RollUp

_MOST_ACTS = 3  # that one mark names


@dataclass(frozen=True)
class Line:
    """One line of the picture: an indicator of an area, a figure for each period.

    None where the area was not there in a period: a gap, nothing that is missing.
    """

    indicator: Indicator
    area: AreaVersion
    figures: Sequence[RollUp | None]


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on which the area or what lies in it was made anew, and the acts; `place` is the
    period that holds the day."""

    on: date
    acts: Sequence[str]
    areas: int
    place: int


@dataclass(frozen=True)
class Trend:
    """The lines of one area, and the marks on its time."""

    periods: Sequence[Period]
    lines: Sequence[Line]
    marks: Sequence[Mark]


def trend(asked: Asked, *, by_time: bool) -> Trend:
    """The lines on the boundaries of one day, or (`by_time`) on those of each period's last day.

    By time an area that was made of others stands beside them: each for the time it was there.
    """
    lines = _lines_by_time(asked) if by_time else _lines(asked)
    return Trend(asked.periods, lines, _marks(asked))


def _lines(asked: Asked) -> list[Line]:
    top = asked.tops[0]
    found = _answer(replace(asked, level=top.level), area=top.code, as_of=asked.as_of)
    return [
        Line(row, top, [found.figure(top.lineage_id, row.code, p) for p in asked.periods])
        for row in asked.indicators
    ]


def _lines_by_time(asked: Asked) -> list[Line]:
    top = asked.tops[0]
    areas = [*_former(top), top]
    at_level = replace(asked, level=top.level)
    # An area that follows another one may carry its code: both are answered at once.
    found = {code: _answer(at_level, area=code, as_of=None)
             for code in dict.fromkeys(area.code for area in areas)}  # fmt: skip
    lines = []
    for row in asked.indicators:
        for area in areas:
            said = [
                found[area.code].figure(area.lineage_id, row.code, period)
                if was_there(area, window(period, asked.scheme, top.level)[1])
                else None
                for period in asked.periods
            ]
            if any(figure is not None for figure in said):
                lines.append(Line(row, area, said))
    return lines


def was_there(area: AreaVersion, day: date) -> bool:
    """Whether the area was in force on a day; before the horizon on the day of the horizon."""
    known = known_day(day)
    return area.valid_from <= known and (area.valid_to is None or area.valid_to > known)


def _former(top: AreaVersion) -> list[AreaVersion]:
    """The areas of the same level that the area was made of, in Vietnamese order."""
    before = Succession.objects.reached_from([top.lineage_id], forwards=False)
    ids = set(before.exclude(kind="derived").values_list("predecessor_id", flat=True))
    rows = AreaVersion.objects.filter(lineage_id__in=ids - {top.lineage_id}, level=top.level)
    newest: Mapping[int, AreaVersion] = {row.lineage_id: row for row in rows.order_by("valid_from")}
    return sorted(newest.values(), key=lambda area: (area.sort_key, area.lineage_id))


def _answer(asked: Asked, *, area: str | None, as_of: date | None) -> Answer:
    question = FiguresAsked(
        indicators=asked.codes,
        periods=asked.periods,
        level=asked.level,
        scheme=asked.scheme,
        area=area,
        body=asked.kind,
        as_of=as_of,
    )
    return Answer(figures(asked.actor, question))


def _marks(asked: Asked) -> list[Mark]:
    """The days within the window on which the area, or areas in it, were made of others."""
    top = asked.tops[0]
    windows = [window(period, asked.scheme, top.level) for period in asked.periods]
    inside = subtree_on(top.lineage_id, asked.as_of).values("lineage_id")
    rows = Succession.objects.filter(
        successor_id__in=inside, on__gt=windows[0][0], on__lte=windows[-1][1]
    ).exclude(kind="derived")
    areas: dict[date, set[int]] = defaultdict(set)
    acts: dict[date, dict[str, bool]] = defaultdict(dict)
    for on, basis, successor in rows.order_by("on").values_list("on", "basis", "successor_id"):
        areas[on].add(successor)
        if basis:
            acts[on][basis] = acts[on].get(basis, False) or successor == top.lineage_id
    return [
        Mark(on, _own_first(acts[on])[:_MOST_ACTS], len(ids), _place(windows, on))
        for on, ids in areas.items()
    ]


def _own_first(acts: Mapping[str, bool]) -> list[str]:
    """The acts on the area itself, then those on areas in it."""
    return sorted(acts, key=lambda act: (not acts[act], act))


def _place(windows: Sequence[tuple[date, date]], day: date) -> int:
    return next((i for i, (first, last) in enumerate(windows) if first <= day <= last), 0)
