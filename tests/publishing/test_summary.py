"""A summary takes what most areas say, from every section, and says what it leaves out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phongtrao.publishing import actions, queries
from phongtrao.publishing.actions.composition import summary_bytes
from phongtrao.publishing.rules.summary import (
    MOST_CHARACTERS,
    MOST_FIGURES,
    lines_taken,
    rows_taken,
)
from tests.publishing.docx_text import text_of
from tests.reporting import cases
from tests.world import World

SECTIONS = st.lists(st.lists(st.text(min_size=1, max_size=900), max_size=12), max_size=9)


@given(SECTIONS)
def test_it_takes_the_first_of_every_section_and_then_as_much_as_fits(
    sections: list[list[str]],
) -> None:
    taken = lines_taken(sections)
    for own, lines in zip(taken, sections, strict=True):
        assert own == list(range(len(own)))
        assert bool(own) == bool(lines)
    later = [lines[n] for own, lines in zip(taken, sections, strict=True) for n in own[1:]]
    first = sum(len(lines[0]) for lines in sections if lines)
    assert not later or first + sum(map(len, later)) <= MOST_CHARACTERS


@given(st.lists(st.tuples(st.sampled_from(["", "a"]), st.booleans()), max_size=60))
def test_no_heading_stands_alone_and_no_empty_figure_is_taken(rows: list[tuple[str, bool]]) -> None:
    codes, values = [code for code, _has in rows], [has for _code, has in rows]
    taken = rows_taken(codes, values)
    figures = [place for place in taken if codes[place]]
    assert all(values[place] for place in figures)
    assert len(figures) <= max(MOST_FIGURES, len(taken) - len(figures) + 1)
    for place in taken:
        if not codes[place]:
            following = [n for n in taken if n > place]
            assert following
            assert codes[following[0]]


@pytest.mark.database
def test_a_long_report_is_cut_and_says_so(world: World) -> None:
    round_ = cases.open_round(world)
    matters = (
        "camera", "tập huấn", "hòa giải", "tuần tra", "mô hình", "ký kết", "đường dây", "loa",
        "quỹ",
    )  # fmt: skip
    told = tuple(("result", f"{matter} " * (700 // (len(matter) + 1))) for matter in matters)
    cases.submitted(world, round_, told=(*told, ("plan", "Tiếp tục.")))
    paper = actions.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))
    contents = queries.contents_of(paper)
    text = text_of(summary_bytes(contents))
    assert "Tóm tắt kết quả" in text
    assert "Bản tóm tắt nêu 6/10 ý" in text
    assert "Tiếp tục." in text
    assert len(contents.sections[2].kept) == 9
