"""From the sums of an expression to exact figures: divided last. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from phongtrao.analytics.general.batches import Asked
from phongtrao.reporting.rules.figures import Area, IndicatorKind
from phongtrao.reporting.rules.roll_up import RollUp

COUNTS = ("n", "na", "withheld", "partial")


@dataclass(frozen=True, slots=True)
class _Sum:
    """What entered a group of one part: the weighted total, how many figures, and the weight."""

    total: int
    terms: int
    weight: int
    is_marked: bool
    not_zero: bool


def figures(asked: Asked, rows: Iterable[Mapping[str, Any]]) -> dict[Area, RollUp]:
    """The figure of every group of a question, from the rows of the expression about it."""
    by_group: dict[Area, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        by_group[row["grp"]].append(row)
    of = asked.question.places.of
    return {group: _figure(asked, of[group], by_group.get(group, ())) for group in of}


def _figure(asked: Asked, of: int, rows: Iterable[Mapping[str, Any]]) -> RollUp:
    rows = list(rows)
    if not rows:
        return RollUp(None, 0, of)
    n, na, withheld, partial = (int(rows[0][name]) for name in COUNTS)
    codes = {part.ask: part.code for part in asked.parts}
    sums = {
        codes[row["ask"]]: _Sum(
            int(row["total"]), int(row["terms"]), int(row["weight"]),
            bool(row["is_marked"]), bool(row["not_zero"]),
        )
        for row in rows if n and row["ask"] is not None
    }  # fmt: skip
    value = _value(asked, sums, int(rows[0]["product"] or 0)) if n else None
    estimated = any(each.is_marked for each in sums.values())
    return RollUp(value, n, of - na, estimated, partial, withheld)


def _value(asked: Asked, sums: Mapping[str, _Sum], product: int) -> Fraction | None:
    rule, scale = asked.rule, 10**asked.decimals
    whole = asked.question.places.whole
    if rule.kind is IndicatorKind.DISTINCT:
        return _alone(sums[rule.code], whole, scale) if sums[rule.code].not_zero else Fraction(0)
    if rule.kind in (IndicatorKind.FLOW, IndicatorKind.STOCK):
        return Fraction(sums[rule.code].total, whole * scale)
    if not rule.denominator:
        return _alone(sums[rule.code], whole, scale)
    below = sum(sums[code].total for code in rule.denominator)
    if not below:
        return None
    if rule.numerator:
        return Fraction(rule.factor * sum(sums[code].total for code in rule.numerator), below)
    return Fraction(rule.factor * product, below * scale)


def _alone(only: _Sum, whole: int, scale: int) -> Fraction | None:
    """A figure that cannot be added to others: it stands for its own area only."""
    if only.terms != 1 or only.weight != whole:
        return None
    return Fraction(only.total, whole * scale)
