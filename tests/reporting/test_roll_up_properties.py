"""The roll-up in general: sums are conserved, n never exceeds N, order does not matter."""

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.periods import quarter, split_into_months
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.rules.figures import (
    Figure,
    FigureTable,
    Geography,
    IndicatorKind,
    IndicatorRule,
    Share,
)
from phongtrao.reporting.rules.roll_up import roll_up

Q1 = quarter(2026, 1)
MONTHS = split_into_months(Q1)
OLD = ["o1", "o2", "o3", "o4", "o5"]
NEW = ["n1", "n2", "n3"]
RULES = {
    rule.code: rule
    for rule in (
        IndicatorRule("F", IndicatorKind.FLOW),
        IndicatorRule("G", IndicatorKind.FLOW),
        IndicatorRule("S", IndicatorKind.STOCK),
        IndicatorRule("D", IndicatorKind.DISTINCT),
        IndicatorRule("R", IndicatorKind.RATIO, ("F",), ("G",), factor=100),
        IndicatorRule("M", IndicatorKind.MEAN, (), ("S",)),
    )
}
CODES = st.sampled_from(sorted(RULES))
ADDITIVE = st.sampled_from(["F", "S"])


@st.composite
def successions(draw: st.DrawFn) -> dict[str, list[Share]]:
    """Any map of the old areas onto the new ones: shares of each sum to one."""
    found: dict[str, list[Share]] = {}
    for area in OLD:
        weights = draw(st.lists(st.integers(0, 9), min_size=len(NEW), max_size=len(NEW)))
        total = sum(weights) or 1
        if not any(weights):
            weights[0] = 1
        marked = draw(st.booleans())
        found[area] = [
            Share(new, Fraction(weight, total), marked)
            for new, weight in zip(NEW, weights, strict=True)
        ]
    return found


@st.composite
def figures(draw: st.DrawFn, states: tuple[CellState, ...] = tuple(CellState)) -> list[Figure]:
    """A figure of every old area, indicator and month, in any of these states."""
    found = []
    for area in OLD:
        for code in ("F", "G", "S", "D", "M"):
            for period in MONTHS:
                state = draw(st.sampled_from(states))
                value = draw(st.integers(1, 1000)) if state is CellState.VALUE else 0
                entries = frozenset({value % 7}) if value else frozenset()
                found.append(Figure(area, code, period, state, Fraction(value), entries))
    return found


GIVEN = (CellState.VALUE, CellState.ZERO)


def old_total(code: str, said: list[Figure]) -> Fraction:
    """The plain sum of an additive indicator over the quarter."""
    last = MONTHS[-1]
    return sum(
        (f.value for f in said if f.indicator == code and (code == "F" or f.period == last)),
        Fraction(0),
    )


@given(ADDITIVE, figures(GIVEN), successions())
def test_sums_are_conserved_through_any_succession_read_onward(
    code: str, said: list[Figure], shares: dict[str, list[Share]]
) -> None:
    where = Geography(frozenset(OLD), onward=shares)
    result = roll_up(code, RULES, FigureTable(said), Q1, where)
    assert sum(r.value or 0 for r in result.values()) == old_total(code, said)


@given(ADDITIVE, figures(GIVEN), successions())
def test_sums_are_conserved_through_any_succession_within_the_period(
    code: str, said: list[Figure], shares: dict[str, list[Share]]
) -> None:
    where = Geography(frozenset(NEW), predecessors=shares, groups=dict.fromkeys(NEW, "all"))
    result = roll_up(code, RULES, FigureTable(said), Q1, where)["all"]
    assert result.value == old_total(code, said)
    assert not result.estimated


@given(CODES, figures(), successions())
def test_n_never_exceeds_of_and_no_area_is_lost(
    code: str, said: list[Figure], shares: dict[str, list[Share]]
) -> None:
    for where in (
        Geography(frozenset(OLD)),
        Geography(frozenset(OLD), onward=shares),
        Geography(frozenset(NEW), predecessors=shares),
    ):
        for result in roll_up(code, RULES, FigureTable(said), Q1, where).values():
            assert 0 <= result.n <= result.of
            assert result.n + result.partial + result.withheld <= result.of
            assert result.value is None or result.n > 0


@given(CODES, figures(), successions(), st.randoms(use_true_random=False))
def test_the_order_of_figures_and_areas_does_not_matter(
    code: str, said: list[Figure], shares: dict[str, list[Share]], random: Random
) -> None:
    where = Geography(frozenset(OLD), onward=shares, groups={"n2": "n1"})
    mixed = random.sample(said, len(said))
    turned = {
        area: random.sample(parts, len(parts))
        for area, parts in sorted(shares.items(), key=lambda _: random.random())
    }
    other = Geography(frozenset(reversed(OLD)), onward=turned, groups={"n2": "n1"})
    assert roll_up(code, RULES, FigureTable(said), Q1, where) == roll_up(
        code, RULES, FigureTable(mixed), Q1, other
    )


@given(ADDITIVE, figures(GIVEN), st.sampled_from(OLD), st.sampled_from(MONTHS))
def test_taking_a_figure_away_never_turns_it_into_zero(
    code: str, said: list[Figure], area: str, period: object
) -> None:
    where = Geography(frozenset(OLD), groups=dict.fromkeys(OLD, "all"))
    fewer = [f for f in said if (f.area, f.indicator, f.period) != (area, code, period)]
    full = roll_up(code, RULES, FigureTable(said), Q1, where)["all"]
    less = roll_up(code, RULES, FigureTable(fewer), Q1, where)["all"]
    alone = roll_up(code, RULES, FigureTable(said), Q1, Geography(frozenset({area})))[area]
    assert (less.n, less.of) == (full.n - 1, full.of)
    assert less.partial == 1
    assert full.value is not None
    assert alone.value is not None
    assert less.value == full.value - alone.value


@given(figures(GIVEN), successions())
def test_a_whole_can_be_added_from_its_groups(
    said: list[Figure], shares: dict[str, list[Share]]
) -> None:
    apart = Geography(frozenset(OLD), onward=shares)
    whole = Geography(frozenset(OLD), onward=shares, groups=dict.fromkeys(NEW, "all"))
    parts = roll_up("F", RULES, FigureTable(said), Q1, apart).values()
    result = roll_up("F", RULES, FigureTable(said), Q1, whole)["all"]
    assert sum(p.value or 0 for p in parts) == result.value
    assert (result.n, result.of, result.estimated) == (5, 5, False)


@given(figures(GIVEN))
def test_a_ratio_lies_between_those_of_its_areas(said: list[Figure]) -> None:
    whole = Geography(frozenset(OLD), groups=dict.fromkeys(OLD, "all"))
    each = roll_up("R", RULES, FigureTable(said), Q1, Geography(frozenset(OLD)))
    result = roll_up("R", RULES, FigureTable(said), Q1, whole)["all"]
    known = [r.value for r in each.values()]
    if result.value is not None and None not in known:
        assert min(v for v in known if v is not None) <= result.value
        assert result.value <= max(v for v in known if v is not None)
