"""Two people in one report: nothing typed is lost, what both changed is shown with both sides."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.reporting.grid.content import CellSource, Content, Statement, read_content
from phongtrao.reporting.grid.merging import Merged, both_sides, merge, merge_lines
from tests.reporting.test_grid import SPECS

TOPICS = ["result", "plan"]
_figures = st.lists(st.sampled_from(["", "0", "-", "1", "2", "abc"]), min_size=3, max_size=3)
_lines = st.lists(st.sampled_from("ABCDEFG"), max_size=5, unique=True)


def _content(*figures: str, told: str = "", **said: Any) -> Content:
    statements = [Statement("result", line) for line in told.split()]
    return read_content(SPECS, dict(enumerate(figures)), statements=statements, **said)


_contents = st.builds(
    lambda figures, lines, reason: _content(
        *figures, told=" ".join(lines), reason=reason, notes={0: reason}
    ),
    _figures,
    _lines,
    st.sampled_from(["", "a", "b"]),
)


def _merged(base: Content | None, mine: Content, theirs: Content) -> Merged:
    return merge(SPECS, TOPICS, base, (mine, theirs))


@given(_contents, _contents, _contents)
def test_every_side_is_kept_or_shown(base: Content, mine: Content, theirs: Content) -> None:
    merged = _merged(base, mine, theirs)
    fields = {conflict.field for conflict in merged.conflicts}
    for spec in SPECS:
        shown = [content.shown(spec) for content in (base, mine, theirs, merged.content)]
        if f"o-{spec.index}" in fields:
            assert shown[3] == shown[2]
            assert merged.mine_first.shown(spec) == shown[1]
            assert len(set(shown[:3])) == 3
        else:
            assert shown[3] == (shown[1] if shown[2] == shown[0] else shown[2])
    told = " ".join(c.mine for c in merged.conflicts if c.topic)
    for line in set(mine.of_topic("result")) - set(base.of_topic("result")):
        assert line in merged.content.of_topic("result") or line in told
    for line in set(theirs.of_topic("result")) - set(base.of_topic("result")):
        assert line in merged.content.of_topic("result")


@given(_contents, _contents)
def test_one_side_that_changed_nothing_gives_the_other(base: Content, other: Content) -> None:
    for mine, theirs in ((base, other), (other, base), (other, other)):
        assert _merged(base, mine, theirs) == Merged(other, other)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "lines", "conflicts"),
    [
        ("A B", "A B C", "A B D", "A B D C", []),
        ("A B", "B", "A B D", "B D", []),
        ("A B", "A x", "y B", "y x", []),
        ("A B", "A x", "A y", "A y", [("x", "y")]),
        ("A B", "A", "A y", "A y", [("", "y")]),
        ("A B", "A x", "A", "A", [("x", "")]),
        ("", "A", "A", "A", []),
        ("A", "x C", "A D", "x C D", []),
    ],
)
def test_statements_merge_one_by_one(
    base: str, mine: str, theirs: str, lines: str, conflicts: list[tuple[str, str]]
) -> None:
    found = merge_lines(base.split(), mine.split(), theirs.split())
    assert found == (lines.split(), conflicts)


def test_without_the_start_what_differs_is_shown_and_statements_of_both_stay() -> None:
    mine = _content("1", "", "5", told="A C", notes={0: "n"})
    theirs = _content("2", "3", "", told="A B")
    merged = _merged(None, mine, theirs)
    assert [merged.content.shown(spec) for spec in SPECS] == ["2", "3", "5,00"]
    assert [conflict.field for conflict in merged.conflicts] == ["o-0"]
    assert merged.content.of_topic("result") == ["A", "B", "C"]
    assert merged.content.notes == {0: "n"}


def test_a_place_of_the_form_names_both_sides() -> None:
    base = _content("1", "1", "1", told="A B C", reason="a")
    mine = _content("2", "1", "1", told="x B y", reason="b", notes={1: "n"})
    theirs = _content("3", "1", "1", told="u B v", reason="c", notes={1: "m"})
    merged = _merged(base, mine, theirs)
    assert both_sides(SPECS, merged.conflicts) == {
        "1.1. Số vụ tiếp nhận": ("2", "3"),
        "1.2. Số vụ hòa giải thành (ghi chú)": ("n", "m"),
        "reason": ("b", "c"),
        "result": ("x\ny", "u\nv"),
    }
    assert merged.mine_first.of_topic("result") == ["x", "B", "y"]
    assert (merged.mine_first.reason, merged.mine_first.notes) == ("b", {1: "n"})


def test_the_source_of_a_figure_goes_where_its_figure_goes() -> None:
    source = CellSource("documents", "Văn bản đã ban hành", "/van-ban/")
    base, mine = _content("1", "1", "1"), _content("4", "1", "1")
    theirs = Content(_content("1", "6", "1").cells, sources={1: source})
    assert _merged(base, mine, theirs).content.sources == {1: source}
    assert _merged(base, theirs, mine).content.sources == {1: source}
    assert _merged(base, _content("1", "7", "1"), theirs).content.sources == {1: source}
