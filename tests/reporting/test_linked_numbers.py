"""Numbers said in the narrative are offered their cells, linked, and seen again ever after."""

from collections.abc import Callable, Mapping

import pytest
from django.test import Client
from django.urls import reverse

from phongtrao.core.errors import StaleVersion
from phongtrao.org.models import Posting
from phongtrao.reporting import actions, queries
from phongtrao.reporting.grid.content import Content, NumberLink, specs_of
from phongtrao.reporting.grid.linked_numbers import live_links, statement_numbers
from phongtrao.reporting.models import Report, ReportVersion, Round, WorkingCopy
from phongtrao.reporting.rules.linked_numbers import without_numbers
from tests.reporting import cases
from tests.world import World

ClientFor = Callable[[Posting], Client]
SAID = "Đã tiếp 1.200 lượt người và lập hai mươi tổ trong năm 2026"


def _saved(world: World, said: str = SAID, changes: Mapping[int, str] | None = None) -> Report:
    round_ = cases.open_round(world)
    report = cases.report_of(round_, world)
    content = cases.content(round_, changes, told=(("result", said),))
    actions.save_working_copy(report, content, expected_version=0, by=world.actor("Chi"))
    return report


def _kept(report: Report) -> Content:
    specs = specs_of(report.round.template_version.cells)
    return queries.stored_content_of(report, specs)


def _link(world: World, report: Report, said: str = "1.200") -> NumberLink:
    """The number is linked to the cell with the same figure."""
    _grid, choices = queries.number_choices(report)
    choice = next(each for each in choices if each.number.told.said == said)
    link = choice.number.linked_to(choice.offered[0].key)
    version = WorkingCopy.objects.get(report=report).version
    actions.link_numbers(report, [link], expected_version=version, by=world.actor("Chi"))
    return link


def _say(world: World, report: Report, said: str, changes: Mapping[int, str] | None = None) -> None:
    content = cases.content(report.round, changes, told=(("result", said),))
    version = WorkingCopy.objects.get(report=report).version
    actions.save_working_copy(report, content, expected_version=version, by=world.actor("Chi"))


def _agreements(report: Report) -> list[bool | None]:
    specs = specs_of(report.round.template_version.cells)
    numbers = [each.told for each in statement_numbers(specs, _kept(report))]
    return [told.agrees for told in numbers if told.target]


def test_a_number_is_offered_the_cells_of_its_figure_first_and_a_year_none(world: World) -> None:
    report = _saved(world)
    _grid, choices = queries.number_choices(report)
    shown = {each.number.told.said: [target.shown for target in each.offered] for each in choices}
    assert shown["1.200"][0] == "1.200"
    assert shown["hai mươi"][0] == "20"
    assert set(shown) == {"1.200", "hai mươi"}


def test_a_link_is_compared_again_whichever_side_changes(world: World) -> None:
    report = _saved(world)
    _link(world, report)
    assert _agreements(report) == [True]
    _say(world, report, SAID, {4: "1300"})
    assert _agreements(report) == [False]
    _say(world, report, SAID.replace("1.200", "1.300"), {4: "1300"})
    assert _agreements(report) == [True]


def test_another_sentence_has_no_link_and_one_that_comes_back_starts_anew(world: World) -> None:
    report = _saved(world)
    _link(world, report)
    _say(world, report, "Đã tuyên truyền cho 1.200 lượt người")
    assert _kept(report).links == ()
    _say(world, report, SAID)
    assert _kept(report).links == ()


def test_a_page_opened_before_a_save_links_nothing(world: World) -> None:
    report = _saved(world)
    _say(world, report, SAID, {4: "1300"})
    with pytest.raises(StaleVersion):
        actions.link_numbers(report, [], expected_version=1, by=world.actor("Chi"))


def test_a_cell_that_the_form_has_not_is_no_target(world: World) -> None:
    report = _saved(world)
    link = NumberLink("result", without_numbers(SAID), 0, "no.such")
    actions.link_numbers(report, [link], expected_version=1, by=world.actor("Chi"))
    assert _kept(report).links == ()


def test_a_version_without_links_is_stored_as_before_and_one_with_keeps_them(world: World) -> None:
    report = _saved(world)
    assert "links" not in _kept(report).as_text()
    link = _link(world, report)
    actions.submit_report(report, by=world.actor("Chi"))
    version = ReportVersion.objects.get(report=report)
    assert version.text["links"] == [
        {"topic": "result", "sentence": without_numbers(SAID), "place": 0, "key": link.key}
    ]
    assert queries.chain_holds(report)


def test_of_two_links_at_one_number_the_last_stands() -> None:
    said = [type("Said", (), {"topic": "result", "text": "Có 5 tổ"})()]
    links = [NumberLink("result", "Có # tổ", 0, key) for key in ("a", "b")]
    assert [link.key for link in live_links(links, said)] == ["b"]


def _page(round_: Round, world: World, name: str) -> str:
    return reverse(f"reporting:{name}", args=[cases.report_of(round_, world).pk])


def test_numbers_are_linked_on_their_page_and_faults_are_told_to_writer_and_reader(
    world: World, client_for: ClientFor
) -> None:
    report = _saved(world, changes={4: "1300"})
    chi = client_for(world.posting("Chi"))
    address = _page(report.round, world, "report-numbers")
    html = chi.get(address).content.decode()
    assert "<mark>1.200</mark>" in html
    key = specs_of(report.round.template_version.cells)[4].key
    assert cases.post(chi, address, {"so-0": key, "row_version": "1"}).status_code == 302
    filling = chi.get(_page(report.round, world, "report-fill")).content.decode()
    assert "lời văn ghi 1.200, ô 2.2 ghi 1.300" in filling
    actions.submit_report(report, by=world.actor("Chi"))
    detail = client_for(world.posting("Bình")).get(_page(report.round, world, "report-detail"))
    assert "Lời văn ghi 1.200, ô 2.2 ghi 1.300." in detail.content.decode()


def test_an_invented_cell_in_the_form_links_nothing(world: World, client_for: ClientFor) -> None:
    report = _saved(world)
    chi = client_for(world.posting("Chi"))
    address = _page(report.round, world, "report-numbers")
    assert cases.post(chi, address, {"so-0": "x' OR 1", "row_version": "1"}).status_code == 302
    assert _kept(report).links == ()


def test_another_body_finds_no_page_of_numbers(world: World, client_for: ClientFor) -> None:
    report = _saved(world)
    address = _page(report.round, world, "report-numbers")
    assert client_for(world.posting("Giang")).get(address).status_code == 404
