"""The specification of the roll-up: exact, slow and plain. Faster engines must agree with it.

Each figure tells of exactly ``n`` of ``of`` areas. ``of`` counts the areas that should report (the
reporting level on the period's last day), ``n`` those that gave a value or a declared zero for
every part of the period; not applicable leaves both. A figure for exactly the period wins over its
parts, a longer part over shorter ones. An area that gave only some parts is not in the value (it
would count what is missing as zero); it is counted as ``partial``. A signed
line of a superior adds to the figure it is about wherever that figure enters, with the same share,
and never changes ``n`` or ``of``. Pure: no Django.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from phongtrao.core.periods import Period
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.rules.area_answers import Answer, AreaAnswers
from phongtrao.reporting.rules.figures import (
    GIVEN,
    Area,
    Exact,
    Figure,
    FigureTable,
    Geography,
    IndicatorKind,
    IndicatorRule,
    Share,
)


@dataclass(frozen=True)
class RollUp:
    """One rolled-up figure; ``value`` is None where nothing can be said.

    ``adjusted`` is the part of the value that comes from signed lines: what was reported is
    ``value - adjusted``.
    """

    value: Fraction | None
    n: int
    of: int
    estimated: bool = False
    partial: int = 0
    withheld: int = 0
    adjusted: Fraction = Fraction(0)


def roll_up(
    code: str,
    rules: Mapping[str, IndicatorRule],
    table: FigureTable,
    period: Period,
    geography: Geography,
) -> dict[Area, RollUp]:
    """The indicator for the period in each area asked for, from the figures of those below."""
    found = _rolled_up(code, rules, table.whole, period, geography)
    if not table.is_adjusted:
        return found
    return with_adjusted(found, _rolled_up(code, rules, table, period, geography))


def with_adjusted(
    found: Mapping[Area, RollUp], reported: Mapping[Area, RollUp]
) -> dict[Area, RollUp]:
    """Figures with signed lines, each telling what it would be without them.

    Where nothing could be said without them (a denominator of zero) all of it comes from them.
    """
    return {
        area: figure
        if figure.value is None
        else replace(figure, adjusted=figure.value - (reported[area].value or 0))
        for area, figure in found.items()
    }


def _rolled_up(
    code: str,
    rules: Mapping[str, IndicatorRule],
    table: FigureTable,
    period: Period,
    geography: Geography,
) -> dict[Area, RollUp]:
    rule = rules[code]
    lookup = AreaAnswers(table, geography.predecessors)
    kinds = {part: rule.kind if part == code else rules[part].kind for part in parts_of(rule)}
    members: dict[Area, list[_Member]] = defaultdict(list)
    for area in geography.expected:
        said = {part: lookup.answer(area, part, kind, period) for part, kind in kinds.items()}
        for share in shares_into_groups(area, geography):
            members[share.area].append(_Member(said, share))
    return {group: _group_figure(rule, found) for group, found in members.items()}


def shares_into_groups(area: Area, geography: Geography) -> list[Share]:
    """How an expected area is spread over the areas asked for; parts that meet again are one."""
    if area not in geography.onward:
        return [Share(geography.groups.get(area, area), 1)]
    totals: dict[Area, Exact] = defaultdict(int)
    estimated: dict[Area, bool] = defaultdict(bool)
    for step in geography.onward[area]:
        group = geography.groups.get(step.area, step.area)
        totals[group] += step.share
        estimated[group] |= step.estimated
    return [Share(g, s, estimated[g] and s != 1) for g, s in totals.items() if s]


@dataclass(frozen=True)
class _Member:
    """An area in a group: what it says for each part of the indicator, and its share."""

    said: Mapping[str, Answer]
    share: Share


@dataclass
class _Weighted:
    """A source figure with the share in which it enters a group all in all."""

    figure: Figure
    weight: Exact = 0
    marked: bool = False

    @property
    def estimated(self) -> bool:
        """Whether an estimated share did not come together to the whole again."""
        return self.marked and self.weight != 1


def parts_of(rule: IndicatorRule) -> tuple[str, ...]:
    """The indicators whose figures are needed: itself, or the parts of a ratio or mean."""
    if rule.kind in (IndicatorKind.RATIO, IndicatorKind.MEAN) and rule.denominator:
        return tuple(dict.fromkeys((*(rule.numerator or (rule.code,)), *rule.denominator)))
    return (rule.code,)


def _group_figure(rule: IndicatorRule, members: Sequence[_Member]) -> RollUp:
    """One figure from the areas that enter a group."""
    complete: list[_Member] = []
    of = partial = withheld = 0
    for member in members:
        answers = member.said.values()
        states = {answer.state for answer in answers}
        if CellState.NOT_APPLICABLE in states:
            continue
        of += 1
        if states <= GIVEN and _has_weights(rule, member):
            complete.append(member)
        elif CellState.WITHHELD in states:
            withheld += 1
        elif any(answer.partial or answer.state in GIVEN for answer in answers):
            partial += 1
    entering = {part: _entering(complete, part) for part in parts_of(rule)}
    estimated = any(term.estimated for terms in entering.values() for term in terms)
    value = _value(rule, complete, entering) if complete else None
    exact = None if value is None else Fraction(value)
    return RollUp(exact, len(complete), of, estimated, partial, withheld)


def _has_weights(rule: IndicatorRule, member: _Member) -> bool:
    """Whether a typed mean and its weights tell of the same areas; true of other indicators."""
    if rule.kind is not IndicatorKind.MEAN or rule.numerator or not rule.denominator:
        return True
    typed = {term.source for term in member.said[rule.code].terms}
    return len(typed) == 1 or all(
        typed == {term.source for term in member.said[code].terms} for code in rule.denominator
    )


def _entering(members: Sequence[_Member], part: str) -> list[_Weighted]:
    """Each source figure of a part once, with its whole share."""
    found: dict[tuple[Area, Period], _Weighted] = {}
    for member in members:
        for term in member.said[part].terms:
            entry = found.setdefault((term.source, term.period), _Weighted(term.figure))
            entry.weight += term.share * member.share.share
            entry.marked |= term.estimated or member.share.estimated
    return list(found.values())


def _value(
    rule: IndicatorRule,
    members: Sequence[_Member],
    entering: Mapping[str, Sequence[_Weighted]],
) -> Exact | None:
    """The figure of the complete areas; divided last, and never by zero."""
    if rule.kind is IndicatorKind.DISTINCT:
        return _distinct(entering[rule.code])
    if rule.kind in (IndicatorKind.FLOW, IndicatorKind.STOCK):
        return _sum(entering[rule.code])
    if not rule.denominator:
        return _alone(entering[rule.code])
    below = sum(_sum(entering[code]) for code in rule.denominator)
    if not below:
        return None
    if rule.numerator:
        above = sum(_sum(entering[code]) for code in rule.numerator)
    elif any(_is_joint(term.figure) for term in entering[rule.code]):
        return None  # whose mean goes with whose weight is no longer told
    else:
        above = sum(_mean_total(rule, member) for member in members)
    return Fraction(rule.factor * above) / below


def _sum(terms: Sequence[_Weighted]) -> Exact:
    return sum(term.weight * term.figure.value for term in terms)


def _distinct(terms: Sequence[_Weighted]) -> Exact | None:
    """How many different entries there are; bare counts without a list cannot be joined."""
    if any(term.figure.value and not term.figure.entries for term in terms):
        counts = [count for term in terms for count in term.figure.given if count]
        return None if len(counts) > 1 else _alone(terms, of_several=True)
    return len(frozenset().union(*(term.figure.entries for term in terms)))


def _alone(terms: Sequence[_Weighted], *, of_several: bool = False) -> Exact | None:
    """A figure that cannot be added to others: it stands for its own area only.

    Nor can those that several bodies give about one area, unless `of_several` are known to do.
    """
    only = terms[0] if len(terms) == 1 else None
    if only is None or only.weight != 1 or (_is_joint(only.figure) and not of_several):
        return None
    return only.figure.value


def _is_joint(figure: Figure) -> bool:
    """Whether several bodies gave it, each a part."""
    return len(figure.given) > 1


def _mean_total(rule: IndicatorRule, member: _Member) -> Exact:
    """The typed mean of an area times its weight, its own or those of the areas it came from."""
    weights: dict[Area, Exact] = defaultdict(int)
    for code in rule.denominator:
        for term in member.said[code].terms:
            weights[term.source] += term.share * term.figure.value
    typed = member.said[rule.code].terms
    if len(typed) == 1:
        total = typed[0].figure.value * sum(weights.values())
    else:
        total = sum(t.figure.value * weights[t.source] for t in typed)
    return total * member.share.share
