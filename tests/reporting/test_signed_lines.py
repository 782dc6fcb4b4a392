"""Signed lines of superiors: they add to a figure where it enters, and never touch it."""

from dataclasses import replace
from fractions import Fraction

from phongtrao.core.periods import Period, month
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.rules.figures import (
    Figure,
    FigureTable,
    Geography,
    IndicatorKind,
    IndicatorRule,
    Share,
    SignedLine,
    entering,
)
from phongtrao.reporting.rules.roll_up import RollUp, roll_up

JAN, FEB = month(2026, 1), month(2026, 2)
Q1 = Period(JAN.first, JAN.first + 2)
RULES = {
    rule.code: rule
    for rule in (
        IndicatorRule("F", IndicatorKind.FLOW),
        IndicatorRule("G", IndicatorKind.FLOW),
        IndicatorRule("S", IndicatorKind.STOCK),
        IndicatorRule("R", IndicatorKind.RATIO, ("F",), ("G",), factor=100),
    )
}
AB = Geography(frozenset("ab"), groups=dict.fromkeys("ab", "province"))


def said(code: str, area: str, value: int, line: int = 0, period: Period = JAN) -> Figure:
    state = CellState.VALUE if value else CellState.ZERO
    return Figure(area, code, period, state, value, adjustment=line)


def rolled(
    code: str, figures: list[Figure], period: Period = JAN, where: Geography = AB
) -> RollUp | None:
    return roll_up(code, RULES, FigureTable(figures), period, where).get("province")


def test_a_line_adds_to_the_sum_and_is_told_apart_from_what_was_reported() -> None:
    figures = [said("F", "a", 10, line=-3), said("F", "b", 5)]
    assert rolled("F", figures) == RollUp(Fraction(12), 2, 2, adjusted=Fraction(-3))


def test_a_line_changes_neither_who_reported_nor_who_should() -> None:
    figures = [said("F", "a", 0, line=4)]
    assert rolled("F", figures) == RollUp(Fraction(4), 1, 2, adjusted=Fraction(4))


def test_a_line_to_a_figure_that_was_not_given_adds_nothing() -> None:
    for state in (CellState.NONE, CellState.NOT_APPLICABLE, CellState.WITHHELD):
        unsaid = replace(said("F", "a", 0, line=4), state=state)
        with_line, without = (
            [each, said("F", "b", 5)] for each in (unsaid, replace(unsaid, adjustment=0))
        )
        assert rolled("F", with_line) == rolled("F", without)


def test_a_line_goes_with_the_share_of_its_figure() -> None:
    half = Share("x", Fraction(1, 2), estimated=True), Share("y", Fraction(1, 2), estimated=True)
    where = Geography(frozenset("a"), onward={"a": half}, groups={"x": "province"})
    found = rolled("F", [said("F", "a", 10, line=2)], where=where)
    assert found == RollUp(Fraction(6), 1, 1, estimated=True, adjusted=Fraction(1))


def test_a_line_to_one_month_enters_the_quarter_that_is_made_of_it() -> None:
    months = [said("F", "a", 1, line=2), said("F", "a", 1, period=FEB)]
    whole = Geography(frozenset("a"), groups={"a": "province"})
    two = Period(JAN.first, FEB.last)
    assert rolled("F", months, two, whole) == RollUp(Fraction(4), 1, 1, adjusted=Fraction(2))


def test_a_line_to_a_month_before_the_last_leaves_a_stock_alone() -> None:
    months = [said("S", "a", 7, line=2), said("S", "a", 8, period=FEB)]
    whole = Geography(frozenset("a"), groups={"a": "province"})
    assert rolled("S", months, Period(JAN.first, FEB.last), whole) == RollUp(Fraction(8), 1, 1)


def test_a_percentage_is_computed_from_the_adjusted_parts() -> None:
    parts = [said("F", "a", 10, line=10), said("G", "a", 40)]
    whole = Geography(frozenset("a"), groups={"a": "province"})
    assert rolled("R", parts, where=whole) == RollUp(Fraction(50), 1, 1, adjusted=Fraction(25))


def test_a_line_enters_at_the_level_of_who_adjusts_and_above() -> None:
    lines = [SignedLine("province", 3), SignedLine("country", -1)]
    assert [entering(lines, level) for level in ("commune", "province", "country")] == [0, 3, 2]
