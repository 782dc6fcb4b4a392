"""Every sentence and number of a paper leads to its sources, or is marked as the author's own."""

import pytest

from phongtrao.core.errors import StaleVersion
from phongtrao.publishing import actions, queries
from phongtrao.publishing.models import Paper, PaperLine
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
FEW = "Kinh phí cho phong trào còn hạn hẹp."


@pytest.fixture
def paper(world: World) -> Paper:
    """A draft from two communes that complain of the same in other words."""
    round_ = cases.open_round(world)
    cases.submitted(world, round_, told=(("difficulty", FEW), ("result", "Có 12 mô hình mới")))
    cases.submitted(world, round_, "ba-to", "Ba", told=(("difficulty", "Thiếu kinh phí"),))
    return actions.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))


def _trace(paper: Paper) -> queries.Trace:
    return queries.trace(queries.contents_of(paper))


def _faults(paper: Paper) -> list[tuple[str, str]]:
    return [(fault.code, fault.what) for fault in _trace(paper).faults]


def test_a_fresh_draft_resolves_whole(paper: Paper) -> None:
    found = _trace(paper)
    assert found.faults == []
    assert (found.sentences, found.own) == (2, 0)
    assert found.numbers > 10


def test_the_merged_line_names_both_reports_and_their_statements(paper: Paper) -> None:
    line = PaperLine.objects.get(section__paper=paper, section__topic="difficulty")
    assert line.text.startswith("2/3 cấp xã nêu: ")
    assert len(line.places) == line.sources.count() == 2


def test_the_authors_own_sentence_is_no_fault_but_is_counted(world: World, paper: Paper) -> None:
    section = paper.sections.get(topic="plan")
    actions.add_line(section, "Mở thêm 30 lớp.", by=world.actor("An"))
    found = _trace(paper)
    assert found.is_whole
    assert found.own == 1


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Ra mắt mười hai mô hình", []),
        ("Ra mắt 13 mô hình", [("number.no_source", "13")]),
    ],
)
def test_a_number_that_no_source_says_is_found(
    world: World, paper: Paper, text: str, faults: list[tuple[str, str]]
) -> None:
    line = PaperLine.objects.select_related("section").get(
        section__paper=paper, section__topic="result"
    )
    actions.edit_line(line, text, expected_version=1, by=world.actor("An"))
    assert _faults(paper) == faults


def test_a_changed_count_and_lost_sources_are_found(world: World, paper: Paper) -> None:
    line = PaperLine.objects.select_related("section").get(
        section__paper=paper, section__topic="difficulty"
    )
    wrong = line.text.replace("2/3", "3/3")
    actions.edit_line(line, wrong, expected_version=1, by=world.actor("An"))
    assert _faults(paper) == [("count.differs", wrong)]
    line.sources.clear()
    assert _faults(paper) == [("sentence.no_source", wrong)]


def test_statements_of_a_member_organisation_stand_on_a_line_of_their_own(
    world: World, paper: Paper
) -> None:
    versions = queries.versions_below(world.actor("An"), paper.round)
    versions[0].report.body = world.body("mttq", "ba-to")
    told = [
        item.said
        for item in queries.told_below(versions, paper.round, 3)
        if item.topic == "difficulty"
    ]
    assert FEW in told
    assert f"{world.body('mttq', 'ba-to').name} nêu: Thiếu kinh phí" in told


def _own_line(world: World, paper: Paper) -> PaperLine:
    """The author's own sentence about an indicator whose sum over two communes is 2,400."""
    section = paper.sections.get(topic="plan")
    line = actions.add_line(section, "Đã có 2.400 lượt người dự.", by=world.actor("An"))
    return PaperLine.objects.select_related("section__paper").get(pk=line.pk)


def _code(paper: Paper, value: str) -> str:
    figures = queries.newest_figures(paper).figures
    return next(row["code"] for row in figures if row["value"] == value)


def test_the_authors_own_number_is_linked_and_found_when_the_figures_move(
    world: World, paper: Paper
) -> None:
    line = _own_line(world, paper)
    assert _trace(paper).own_numbers == 1
    [(told, offered, begin)] = queries.number_choices(line, queries.newest_figures(paper))
    assert offered[0].key == _code(paper, "2400")
    assert begin == offered[0].key
    links = {told.place: offered[0].key}
    actions.link_line_numbers(line, links, expected_version=1, by=world.actor("An"))
    assert (_trace(paper).own_numbers, _faults(paper)) == (0, [])
    cases.submitted(world, paper.round, "ly-son", "Lý", {4: "1300"})
    actions.refresh_figures(paper, by=world.actor("An"))
    assert ("number.differs", "2.400") in _faults(paper)


def test_a_link_lives_through_another_number_and_ends_with_the_sentence(
    world: World, paper: Paper
) -> None:
    line, an = _own_line(world, paper), world.actor("An")
    actions.link_line_numbers(line, {0: _code(paper, "2400")}, expected_version=1, by=an)
    actions.edit_line(line, "Đã có 2.500 lượt người dự.", expected_version=2, by=an)
    assert _faults(paper) == [("number.differs", "2.500")]
    actions.edit_line(line, "Dự kiến có 2.500 lượt người dự.", expected_version=3, by=an)
    assert (_trace(paper).own_numbers, _faults(paper)) == (1, [])


def test_links_to_nothing_are_left_out_and_an_old_page_links_nothing(
    world: World, paper: Paper
) -> None:
    line, an = _own_line(world, paper), world.actor("An")
    actions.link_line_numbers(line, {0: "no.such", 7: "x"}, expected_version=1, by=an)
    line.refresh_from_db()
    assert line.links == []
    with pytest.raises(StaleVersion):
        actions.link_line_numbers(line, {}, expected_version=9, by=an)
