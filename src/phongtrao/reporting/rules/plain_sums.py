"""The short way through a roll-up: where every area speaks for itself, sums are enough. Pure.

It gives exactly what the specification gives (a property test holds both together), or nothing
where the specification is needed: shares, predecessors, parts of a period, several bodies.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from phongtrao.reporting.cells import CellState
from phongtrao.reporting.rules.figures import Area, Geography, IndicatorKind, IndicatorRule
from phongtrao.reporting.rules.roll_up import RollUp, parts_of, with_adjusted

_GIVEN = (CellState.VALUE, CellState.ZERO)


@dataclass(frozen=True, slots=True)
class PlainFigures:
    """The figures of one indicator and period by area, one body each: (state, scaled figure).

    `lines` are the signed lines that enter, by area, scaled like the figures.
    """

    cells: Mapping[int, tuple[int, int]]
    scale: int
    lines: Mapping[int, int] = field(default_factory=dict)

    def whole(self) -> "PlainFigures":
        """The figures with their signed lines added, as `FigureTable.whole`."""
        if not self.lines:
            return self
        cells = dict(self.cells)
        for area, difference in self.lines.items():
            state, scaled = cells.get(area, (CellState.NONE, 0))
            if state in _GIVEN:
                cells[area] = (CellState.VALUE, scaled + difference)
        return PlainFigures(cells, self.scale)


@dataclass(slots=True)
class _Tally:
    n: int = 0
    of: int = 0
    withheld: int = 0
    sums: list[int] = field(default_factory=list)
    product: int = 0


def plain_roll_up(
    code: str,
    rules: Mapping[str, IndicatorRule],
    said: Mapping[str, PlainFigures],
    geography: Geography,
    heard: Collection[Area],
) -> dict[Area, RollUp] | None:
    """The indicator in each area asked for, or None where the specification must answer.

    `heard`: areas that said anything about a part of the indicator within the period.
    """
    whole = {part: figures.whole() for part, figures in said.items()}
    found = _summed(code, rules, whole, geography, heard)
    if found is None or not any(figures.lines for figures in said.values()):
        return found
    return with_adjusted(found, _summed(code, rules, said, geography, heard) or {})


def _summed(
    code: str,
    rules: Mapping[str, IndicatorRule],
    said: Mapping[str, PlainFigures],
    geography: Geography,
    heard: Collection[Area],
) -> dict[Area, RollUp] | None:
    rule, parts = rules[code], parts_of(rules[code])
    if not _is_plain(rule, geography):
        return None
    tables = [said[part].cells for part in parts]
    tallies: dict[Area, _Tally] = {}
    for area in geography.expected:
        group = geography.groups.get(area, area)
        tally = tallies.get(group)
        if tally is None:
            tally = tallies[group] = _Tally(sums=[0] * len(parts))
        if area not in heard:
            tally.of += 1
        elif not _add(tally, [table.get(area) for table in tables]):  # type: ignore[call-overload]
            return None
    return {
        group: RollUp(_value(rule, parts, said, tally), tally.n, tally.of, withheld=tally.withheld)
        for group, tally in tallies.items()
    }


def _is_plain(rule: IndicatorRule, geography: Geography) -> bool:
    computed = rule.kind in (IndicatorKind.RATIO, IndicatorKind.MEAN)
    divisible = bool(rule.numerator and rule.denominator) or len(rule.denominator) == 1
    return (
        rule.kind is not IndicatorKind.DISTINCT
        and (divisible or not computed)
        and not geography.predecessors
        and geography.expected.isdisjoint(geography.onward)
    )


def _add(tally: _Tally, cells: list[tuple[int, int] | None]) -> bool:
    """Enter one area; False where it did not speak about all parts for exactly the period."""
    if any(cell is None or cell[0] == CellState.NONE for cell in cells):
        return False
    said = [cell for cell in cells if cell is not None]
    states = [state for state, _scaled in said]
    if CellState.NOT_APPLICABLE in states:
        return True
    tally.of += 1
    if CellState.WITHHELD in states:
        tally.withheld += 1
        return True
    tally.n += 1
    for place, (_state, scaled) in enumerate(said):
        tally.sums[place] += scaled
    if len(said) > 1:
        tally.product += said[0][1] * sum(scaled for _state, scaled in said[1:])
    return True


def _value(
    rule: IndicatorRule,
    parts: tuple[str, ...],
    said: Mapping[str, PlainFigures],
    tally: _Tally,
) -> Fraction | None:
    if not tally.n:
        return None
    exact = {
        part: Fraction(total, said[part].scale)
        for part, total in zip(parts, tally.sums, strict=True)
    }
    if not rule.denominator or rule.kind not in (IndicatorKind.RATIO, IndicatorKind.MEAN):
        return exact[rule.code]
    below = sum(exact[code] for code in rule.denominator)
    if not below:
        return None
    if rule.numerator:
        return rule.factor * sum((exact[code] for code in rule.numerator), Fraction(0)) / below
    scale = said[rule.code].scale * said[rule.denominator[0]].scale
    return rule.factor * Fraction(tally.product, scale) / below
