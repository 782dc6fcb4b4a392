"""What one area says for one period: a state, and the figures it is made of. Pure."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from phongtrao.core.periods import Period
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.rules.figures import (
    GIVEN,
    Area,
    Exact,
    Figure,
    FigureTable,
    IndicatorKind,
    Share,
    Succession,
)


@dataclass(frozen=True)
class Term:
    """A source figure with the share in which it enters."""

    source: Area
    period: Period
    figure: Figure
    share: Exact = 1
    estimated: bool = False


@dataclass(frozen=True)
class Answer:
    """What one area says for one period; ``partial``: something is known, but not all of it."""

    state: CellState
    terms: tuple[Term, ...] = ()
    partial: bool = False


NOTHING = Answer(CellState.NONE)


class AreaAnswers:
    """Looks up what areas say, by their own figures or those of the areas they came from."""

    def __init__(self, table: FigureTable, predecessors: Succession) -> None:
        self._table = table
        self._came_from: dict[Area, list[tuple[Area, Share]]] = defaultdict(list)
        for source, shares in predecessors.items():
            for share in shares:
                if share.share:
                    self._came_from[share.area].append((source, share))

    def answer(self, area: Area, indicator: str, kind: IndicatorKind, period: Period) -> Answer:
        """The figure for exactly the period, else all of its parts: own ones or inherited ones."""
        sources = self._came_from.get(area, ())

        def one(part: Period) -> Answer:
            own = self._own(area, indicator, part)
            if own.state is not CellState.NONE:
                return own
            inherited = (
                _shared(self._in_parts(source, indicator, kind, part), share)
                for source, share in sources
            )
            return _joined(list(inherited))

        areas = [area, *(source for source, _share in sources)]
        return _by_parts(kind, period, lambda: self._periods(areas, indicator), one)

    def _in_parts(self, area: Area, indicator: str, kind: IndicatorKind, period: Period) -> Answer:
        return _by_parts(
            kind,
            period,
            lambda: self._periods([area], indicator),
            lambda part: self._own(area, indicator, part),
        )

    def _periods(self, areas: Sequence[Area], indicator: str) -> set[Period]:
        return {period for area in areas for period in self._table.of_area(area, indicator)}

    def _own(self, area: Area, indicator: str, period: Period) -> Answer:
        figure = self._table.of_area(area, indicator).get(period)
        if figure is None:
            return NOTHING
        terms = (Term(area, period, figure),) if figure.state in GIVEN else ()
        return Answer(figure.state, terms)


def _by_parts(
    kind: IndicatorKind,
    period: Period,
    periods: Callable[[], set[Period]],
    one: Callable[[Period], Answer],
) -> Answer:
    """The answer for the period itself, else that of periods which fill it."""
    exact = one(period)
    if exact.state is not CellState.NONE or kind in (IndicatorKind.RATIO, IndicatorKind.MEAN):
        return exact  # typed percentages and means do not add up over time
    inside = {p: one(p) for p in periods() if period.contains(p)}
    tiles = _tiling(inside, period)
    if tiles is not None:
        return _over_time(kind, [inside[tile] for tile in tiles])
    known = any(answer.partial or answer.state in GIVEN for answer in inside.values())
    return Answer(CellState.NONE, partial=exact.partial or known)


def _shared(answer: Answer, share: Share) -> Answer:
    """The part of an area's own answer that goes along with a share of the area."""
    terms = tuple(
        replace(term, share=share.share, estimated=share.estimated) for term in answer.terms
    )
    return replace(answer, terms=terms)


def _joined(answers: Sequence[Answer]) -> Answer:
    """Several answers as one: all must be given; those that do not apply are left out."""
    states = {answer.state for answer in answers}
    if not answers or CellState.NONE in states:
        return Answer(CellState.NONE, partial=any(a.partial or a.state in GIVEN for a in answers))
    if CellState.WITHHELD in states:
        return Answer(CellState.WITHHELD)
    terms = tuple(term for answer in answers for term in answer.terms)
    return Answer(CellState.VALUE, terms) if terms else Answer(CellState.NOT_APPLICABLE)


def _tiling(answers: Mapping[Period, Answer], period: Period) -> list[Period] | None:
    """Answered periods that fill the asked one without gap or overlap, the longest first."""
    by_first: dict[int, list[Period]] = defaultdict(list)
    for candidate, answer in answers.items():
        if answer.state is not CellState.NONE:
            by_first[candidate.first].append(candidate)
    best: dict[int, list[Period] | None] = {period.last + 1: []}
    for first in range(period.last, period.first - 1, -1):
        best[first] = None
        for candidate in sorted(by_first[first], reverse=True):
            rest = best.get(candidate.last + 1)
            if rest is not None:
                best[first] = [candidate, *rest]
                break
    return best[period.first]


def _over_time(kind: IndicatorKind, answers: Sequence[Answer]) -> Answer:
    """The parts of a period as one answer: all of a flow, the last applicable one of a stock."""
    joined = _joined(answers)
    if kind is not IndicatorKind.STOCK or joined.state not in GIVEN:
        return joined
    return next(answer for answer in reversed(answers) if answer.state in GIVEN)
