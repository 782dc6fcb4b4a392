"""The short way through a roll-up says exactly what the specification says, or nothing."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from phongtrao.core.periods import month
from phongtrao.reporting.cells import CellState
from phongtrao.reporting.queries.quick_figures import QuickFigures
from phongtrao.reporting.rules.figures import (
    Figure,
    FigureTable,
    Geography,
    IndicatorKind,
    IndicatorRule,
    Share,
)
from phongtrao.reporting.rules.plain_sums import PlainFigures, plain_roll_up
from phongtrao.reporting.rules.roll_up import parts_of, roll_up

MAY = month(2026, 5)
AREAS = list(range(1, 7))
RULES = {
    rule.code: rule
    for rule in (
        IndicatorRule("F", IndicatorKind.FLOW),
        IndicatorRule("G", IndicatorKind.FLOW),
        IndicatorRule("S", IndicatorKind.STOCK),
        IndicatorRule("D", IndicatorKind.DISTINCT),
        IndicatorRule("R", IndicatorKind.RATIO, ("F",), ("G", "S"), factor=100),
        IndicatorRule("M", IndicatorKind.MEAN, (), ("S",)),
        IndicatorRule("T", IndicatorKind.RATIO),
    )
}
SCALES = {"F": 1, "G": 100, "S": 1, "D": 1, "M": 100, "T": 100}
CELL = st.sampled_from(list(CellState)).flatmap(
    lambda state: st.tuples(
        st.just(int(state)),
        st.integers(1, 10**18) if state is CellState.VALUE else st.just(0),
    )
)
SAID = st.fixed_dictionaries(
    {code: st.dictionaries(st.sampled_from(AREAS), CELL) for code in SCALES}
)
LINES = st.dictionaries(
    st.sampled_from(sorted(SCALES)),
    st.dictionaries(st.sampled_from(AREAS), st.integers(-(10**6), 10**6)),
)
GROUPS = st.dictionaries(st.sampled_from(AREAS), st.sampled_from([1, 2]), min_size=6)


@given(st.sampled_from(sorted(RULES)), SAID, LINES, GROUPS)
def test_where_it_answers_it_says_what_the_specification_says(
    code: str,
    said: dict[str, dict[int, tuple[int, int]]],
    lines: dict[str, dict[int, int]],
    groups: dict[int, int],
) -> None:
    where = Geography(frozenset(AREAS), groups=dict(groups))
    plain = {
        part: PlainFigures(cells, SCALES[part], lines.get(part, {})) for part, cells in said.items()
    }
    parts = parts_of(RULES[code])
    heard = {area for part in parts for area, (state, _v) in said[part].items() if state}
    found = plain_roll_up(code, RULES, plain, where, heard)
    figures = [
        Figure(
            area,
            part,
            MAY,
            CellState(state),
            Fraction(value, SCALES[part]),
            adjustment=Fraction(lines.get(part, {}).get(area, 0), SCALES[part]),
        )
        for part, cells in said.items()
        for area, (state, value) in cells.items()
    ]
    if found is not None:
        assert found == roll_up(code, RULES, FigureTable(figures), MAY, where)


def test_areas_that_speak_for_themselves_need_no_specification() -> None:
    cells = {area: (int(CellState.VALUE), area) for area in AREAS}
    plain = {code: PlainFigures(cells, 1) for code in ("F", "G", "S")}
    where = Geography(frozenset(AREAS), groups=dict.fromkeys(AREAS, 1))
    found = plain_roll_up("R", RULES, plain, where, frozenset(AREAS))
    assert found is not None
    assert (found[1].value, found[1].n, found[1].of) == (50, 6, 6)


def test_shares_and_predecessors_are_left_to_the_specification() -> None:
    plain = {"F": PlainFigures({1: (int(CellState.VALUE), 3)}, 1)}
    shares = {1: [Share(8, Fraction(1, 2)), Share(9, Fraction(1, 2))]}
    for where in (
        Geography(frozenset({1}), onward=shares),
        Geography(frozenset({8, 9}), predecessors=shares),
    ):
        assert plain_roll_up("F", RULES, plain, where, frozenset({1})) is None


ONWARD = st.dictionaries(
    st.sampled_from(AREAS),
    st.sampled_from(
        [
            (Share(1, Fraction(1)),),
            (Share(2, Fraction(1), estimated=True),),
            (Share(1, Fraction(1, 2)), Share(3, Fraction(1, 2), estimated=True)),
            (Share(1, Fraction(1, 3)), Share(2, Fraction(2, 3))),
        ]
    ),
)


@given(st.sampled_from(sorted(RULES)), SAID, LINES, GROUPS, ONWARD, st.booleans())
def test_the_figures_of_a_page_are_those_of_the_specification(
    code: str,
    said: dict[str, dict[int, tuple[int, int]]],
    lines: dict[str, dict[int, int]],
    groups: dict[int, int],
    onward: dict[int, tuple[Share, ...]],
    more: bool,
) -> None:
    where = Geography(frozenset(AREAS), onward=onward, groups=dict(groups))
    figures = [
        Figure(
            area,
            part,
            month(2026, 4) if more and area == AREAS[0] else MAY,
            CellState(state),
            Fraction(scaled, SCALES[part]),
            adjustment=Fraction(lines.get(part, {}).get(area, 0), SCALES[part]),
        )
        for part, cells in said.items()
        for area, (state, scaled) in cells.items()
    ]
    table = FigureTable(figures)
    assert QuickFigures(RULES, table, MAY, where).of(code) == roll_up(
        code, RULES, table, MAY, where
    )
