"""The roll-up by examples: what is added, what is missing, what is estimated."""

from fractions import Fraction

import pytest

from phongtrao.core.periods import Period, half_year, month, parse_period, quarter, whole_year
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.rules.figures import (
    Figure,
    FigureTable,
    Geography,
    IndicatorKind,
    IndicatorRule,
    Share,
)
from phongtrao.reporting.rules.roll_up import RollUp, roll_up, shares_into_groups

JAN, FEB, MAR = month(2026, 1), month(2026, 2), month(2026, 3)
Q1 = quarter(2026, 1)
RULES = {
    rule.code: rule
    for rule in (
        IndicatorRule("F", IndicatorKind.FLOW),
        IndicatorRule("G", IndicatorKind.FLOW),
        IndicatorRule("S", IndicatorKind.STOCK),
        IndicatorRule("D", IndicatorKind.DISTINCT),
        IndicatorRule("R", IndicatorKind.RATIO, ("F",), ("G",), factor=100),
        IndicatorRule("P", IndicatorKind.RATIO, ("F", "S"), ("G",), factor=100),
        IndicatorRule("T", IndicatorKind.RATIO),
        IndicatorRule("M", IndicatorKind.MEAN, (), ("S",)),
    )
}
STATES = {
    None: CellState.NONE,
    "na": CellState.NOT_APPLICABLE,
    "hidden": CellState.WITHHELD,
    0: CellState.ZERO,
}


def figure(code: str, area: str, period: Period, said: object, **more: object) -> Figure:
    state = STATES.get(said, CellState.VALUE)  # type: ignore[call-overload]
    amount = Fraction(said) if state is CellState.VALUE else Fraction(0)  # type: ignore[arg-type]
    return Figure(area, code, period, state, amount, **more)  # type: ignore[arg-type]


def province(*areas: str) -> Geography:
    return Geography(frozenset(areas), groups=dict.fromkeys(areas, "tinh"))


def rolled(
    code: str, figures: list[Figure], period: Period = JAN, geography: Geography | None = None
) -> RollUp:
    where = geography or province("a", "b", "c")
    return roll_up(code, RULES, FigureTable(figures), period, where)["tinh"]


def test_a_flow_is_added_over_areas_and_says_n_of_n() -> None:
    result = rolled("F", [figure("F", "a", JAN, 5), figure("F", "b", JAN, 0)])
    assert result == RollUp(Fraction(5), n=2, of=3)


def test_missing_is_not_zero_and_not_applicable_leaves_both_counts() -> None:
    said = [figure("F", "a", JAN, 5), figure("F", "b", JAN, None), figure("F", "c", JAN, "na")]
    assert rolled("F", said) == RollUp(Fraction(5), n=1, of=2)


def test_nothing_given_is_no_value() -> None:
    assert rolled("F", []) == RollUp(None, n=0, of=3)
    assert rolled("F", [figure("F", x, JAN, "na") for x in "abc"]) == RollUp(None, n=0, of=0)


def test_declared_zeros_are_a_value_of_zero() -> None:
    assert rolled("F", [figure("F", x, JAN, 0) for x in "abc"]) == RollUp(Fraction(0), 3, 3)


def test_a_withheld_figure_is_counted_apart() -> None:
    said = [figure("F", "a", JAN, 5), figure("F", "b", JAN, "hidden"), figure("F", "c", JAN, 1)]
    assert rolled("F", said) == RollUp(Fraction(6), n=2, of=3, withheld=1)


def test_a_flow_adds_its_months_and_an_incomplete_area_stays_out() -> None:
    said = [figure("F", "a", m, 2) for m in (JAN, FEB, MAR)]
    said += [figure("F", "b", m, 10) for m in (JAN, MAR)]
    assert rolled("F", said, Q1) == RollUp(Fraction(6), n=1, of=3, partial=1)


def test_a_month_that_does_not_apply_is_left_out_of_the_area() -> None:
    said = [figure("F", "a", JAN, "na"), figure("F", "a", FEB, 3), figure("F", "a", MAR, 4)]
    assert rolled("F", said, Q1, province("a")) == RollUp(Fraction(7), n=1, of=1)


def test_a_figure_for_exactly_the_period_wins_over_its_parts() -> None:
    said = [figure("F", "a", m, 2) for m in (JAN, FEB, MAR)] + [figure("F", "a", Q1, 7)]
    assert rolled("F", said, Q1, province("a")).value == 7
    assert rolled("F", [*said, figure("F", "a", Q1, None)][:3], Q1, province("a")).value == 6


def test_longer_parts_win_over_shorter_ones_and_all_must_fit() -> None:
    year = whole_year(2026)
    said = [figure("F", "a", half_year(2026, 1), 100)]
    said += [figure("F", "a", month(2026, m), 1) for m in range(1, 13)]
    assert rolled("F", said, year, province("a")).value == 106
    crossing = [figure("F", "a", parse_period("2026-01/2026-07"), 70)]
    crossing += [figure("F", "a", month(2026, m), 1) for m in range(9, 13)]
    assert rolled("F", crossing, year, province("a")) == RollUp(None, 0, 1, partial=1)
    halves = [figure("F", "a", half_year(2026, 2), 5), *crossing]
    halves += [figure("F", "a", quarter(2026, q), 2) for q in (1, 2)]
    assert rolled("F", halves, year, province("a")).value == 9


def test_a_stock_takes_the_last_of_the_period_and_adds_over_areas() -> None:
    said = [figure("S", "a", m, v) for m, v in ((JAN, 8), (FEB, 9), (MAR, 7))]
    said += [figure("S", "b", m, v) for m, v in ((JAN, 1), (FEB, 2), (MAR, 0))]
    assert rolled("S", said, Q1) == RollUp(Fraction(7), n=2, of=3)


def test_entries_of_a_catalogue_are_counted_once() -> None:
    said = [
        figure("D", "a", JAN, 2, entries=frozenset({"camera an ninh", "tiếng kẻng"})),
        figure("D", "b", JAN, 1, entries=frozenset({"tiếng kẻng"})),
    ]
    assert rolled("D", said) == RollUp(Fraction(2), n=2, of=3)


def test_bare_counts_of_entries_cannot_be_joined() -> None:
    said = [figure("D", "a", JAN, 2), figure("D", "b", JAN, 1)]
    assert rolled("D", said).value is None
    assert rolled("D", said, JAN, province("a")).value == 2


def test_a_ratio_is_recomputed_from_its_parts() -> None:
    said = [figure("F", "a", JAN, 1), figure("G", "a", JAN, 10)]
    said += [figure("F", "b", JAN, 9), figure("G", "b", JAN, 10), figure("F", "c", JAN, 99)]
    assert rolled("R", said) == RollUp(Fraction(50), n=2, of=3, partial=1)


def test_a_ratio_with_a_sum_above_adds_its_parts_first() -> None:
    said = [figure("F", "a", JAN, 1), figure("S", "a", JAN, 2), figure("G", "a", JAN, 4)]
    assert rolled("P", said, JAN, province("a")).value == 75


def test_nothing_is_divided_by_zero() -> None:
    said = [figure("F", "a", JAN, 1), figure("G", "a", JAN, 0)]
    assert rolled("R", said, JAN, province("a")) == RollUp(None, n=1, of=1)


def test_typed_percentages_are_never_averaged() -> None:
    said = [figure("T", "a", JAN, 90), figure("T", "b", JAN, 10)]
    assert rolled("T", said) == RollUp(None, n=2, of=3)
    assert rolled("T", said, JAN, province("a")).value == 90
    assert rolled("T", said, Q1, province("a")) == RollUp(None, n=0, of=1)


def test_a_typed_mean_is_weighted() -> None:
    said = [figure("M", "a", JAN, 10), figure("S", "a", JAN, 1)]
    said += [figure("M", "b", JAN, 20), figure("S", "b", JAN, 3)]
    assert rolled("M", said) == RollUp(Fraction(70, 4), n=2, of=3)


def test_several_bodies_of_one_area_are_one_area() -> None:
    said = [figure("F", "a", JAN, 5, body="CA"), figure("F", "a", JAN, 2, body="MT")]
    said += [figure("F", "b", JAN, 1, body="CA"), figure("F", "b", JAN, None, body="MT")]
    said += [figure("F", "c", JAN, "na", body="CA"), figure("F", "c", JAN, "na", body="MT")]
    assert rolled("F", said) == RollUp(Fraction(8), n=2, of=2)


def test_what_several_bodies_count_apart_about_one_area_is_not_added() -> None:
    only_a = province("a")
    counts = [figure("D", "a", JAN, 5, body="ca"), figure("D", "a", JAN, 4, body="mttq")]
    assert rolled("D", counts, geography=only_a) == RollUp(None, n=1, of=1)
    zero = [figure("D", "a", JAN, 5, body="ca"), figure("D", "a", JAN, 0, body="mttq")]
    assert rolled("D", zero, geography=only_a) == RollUp(Fraction(5), n=1, of=1)
    listed = [
        figure("D", "a", JAN, 2, body="ca", entries=frozenset({1, 2})),
        figure("D", "a", JAN, 2, body="mttq", entries=frozenset({2, 3})),
    ]
    assert rolled("D", listed, geography=only_a) == RollUp(Fraction(3), n=1, of=1)
    half_listed = [listed[0], figure("D", "a", JAN, 4, body="mttq")]
    assert rolled("D", half_listed, geography=only_a).value is None


@pytest.mark.parametrize("code", ["T", "M"])
def test_what_several_bodies_typed_about_one_area_is_no_mean(code: str) -> None:
    said = [figure(each, "a", JAN, 4, body=body) for each in (code, "S") for body in ("ca", "mttq")]
    assert rolled(code, said, geography=province("a")) == RollUp(None, n=1, of=1)
    alone = [each for each in said if each.body == "ca" or each.indicator == "S"]
    assert rolled(code, alone, geography=province("a")).value == 4


def test_an_empty_cell_beside_not_applicable_is_still_missing() -> None:
    said = [figure("F", "a", JAN, "na", body="ca"), figure("F", "a", JAN, None, body="mttq")]
    assert rolled("F", said, geography=province("a")) == RollUp(None, n=0, of=1)


def merged(share: Fraction = Fraction(1), *, estimated: bool = False) -> Geography:
    """a and b became x on 1 February; part of b went to y."""
    return Geography(
        frozenset({"x", "y"}),
        predecessors={
            "a": [Share("x", Fraction(1))],
            "b": [Share("x", share, estimated), Share("y", 1 - share, estimated)],
        },
        groups={"x": "tinh", "y": "tinh"},
    )


def test_earlier_months_of_a_merged_area_are_those_of_its_predecessors() -> None:
    said = [figure("F", "a", JAN, 3), figure("F", "b", JAN, 4)]
    said += [figure("F", area, m, 1) for area in "xy" for m in (FEB, MAR)]
    where = Geography(frozenset({"x"}), merged().predecessors)
    (result,) = roll_up("F", RULES, FigureTable(said), Q1, where).values()
    assert result == RollUp(Fraction(9), n=1, of=1)


def test_a_predecessor_that_did_not_report_leaves_its_successor_incomplete() -> None:
    said = [figure("F", "a", JAN, 3)] + [figure("F", "x", m, 1) for m in (FEB, MAR)]
    where = Geography(frozenset({"x"}), merged().predecessors)
    (result,) = roll_up("F", RULES, FigureTable(said), Q1, where).values()
    assert result == RollUp(None, n=0, of=1, partial=1)


def test_predecessors_may_have_reported_in_different_lengths() -> None:
    said = [figure("F", "a", m, 3) for m in (JAN, FEB, MAR)] + [figure("F", "b", Q1, 4)]
    where = Geography(frozenset({"x"}), merged().predecessors)
    (result,) = roll_up("F", RULES, FigureTable(said), Q1, where).values()
    assert result.value == 13


def test_a_cut_area_is_estimated_until_its_parts_meet_again() -> None:
    said = [figure("F", "a", JAN, 3), figure("F", "b", JAN, 5)]
    cut = merged(Fraction(1, 2), estimated=True)
    apart = Geography(cut.expected, cut.predecessors)
    each = roll_up("F", RULES, FigureTable(said), JAN, apart)
    assert each["x"] == RollUp(Fraction(11, 2), 1, 1, estimated=True)
    assert each["y"] == RollUp(Fraction(5, 2), 1, 1, estimated=True)
    assert rolled("F", said, JAN, cut) == RollUp(Fraction(8), n=2, of=2)


def test_a_share_with_a_source_is_no_estimate() -> None:
    said = [figure("F", "a", JAN, 3), figure("F", "b", JAN, 4)]
    cut = merged(Fraction(1, 4))
    each = roll_up("F", RULES, FigureTable(said), JAN, Geography(cut.expected, cut.predecessors))
    assert each["x"] == RollUp(Fraction(4), 1, 1)


def test_halves_that_meet_again_in_one_group_are_a_whole_and_no_estimate() -> None:
    half = Share("x", Fraction(1, 2), estimated=True)
    onward = {"a": [half, Share("y", Fraction(1, 2), estimated=True), Share("z", Fraction(0))]}
    where = Geography(frozenset({"a"}), onward=onward, groups={"x": "tinh", "y": "tinh"})
    assert shares_into_groups("a", where) == [Share("tinh", Fraction(1))]


def test_an_old_period_can_be_read_on_todays_boundaries() -> None:
    """Who should report are the old areas; where it is shown are the new ones."""
    half = Fraction(1, 2)
    where = Geography(
        frozenset({"a", "b", "c"}),
        onward={
            "a": [Share("x", Fraction(1))],
            "b": [Share("x", half, estimated=True), Share("y", half, estimated=True)],
        },
    )
    said = [figure("F", "a", JAN, 3), figure("F", "b", JAN, 4)]
    result = roll_up("F", RULES, FigureTable(said), JAN, where)
    assert result["x"] == RollUp(Fraction(5), n=2, of=2, estimated=True)
    assert result["y"] == RollUp(Fraction(2), n=1, of=1, estimated=True)
    assert result["c"] == RollUp(None, n=0, of=1)


def test_a_typed_mean_of_a_merged_area_is_weighted_by_its_predecessors() -> None:
    said = [figure("M", "a", JAN, 10), figure("S", "a", JAN, 1)]
    said += [figure("M", "b", JAN, 20), figure("S", "b", JAN, 3)]
    where = Geography(frozenset({"x"}), merged().predecessors, groups={"x": "tinh"})
    assert rolled("M", said, JAN, where).value == Fraction(70, 4)


def test_a_mean_and_its_weight_must_be_of_the_same_areas() -> None:
    said = [figure("M", "a", JAN, 10), figure("M", "b", JAN, 20), figure("S", "x", JAN, 3)]
    where = Geography(frozenset({"x"}), merged().predecessors, groups={"x": "tinh"})
    assert rolled("M", said, JAN, where) == RollUp(None, n=0, of=1, partial=1)


@pytest.mark.parametrize("code", ["F", "S", "D", "R", "T", "M"])
def test_an_empty_geography_has_no_figures(code: str) -> None:
    assert roll_up(code, RULES, FigureTable([]), JAN, Geography(frozenset())) == {}
