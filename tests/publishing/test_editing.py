"""Changing a draft: head, lines, order; versions with both sides; hostile text."""

from collections.abc import Callable
from typing import Any

import pytest

from phongtrao.core.errors import Forbidden, InvalidInput, Refused, StaleVersion, TransitionRefused
from phongtrao.core.models import AuditEntry
from phongtrao.publishing import actions, queries
from phongtrao.publishing.actions.composition import memo_bytes, report_bytes
from phongtrao.publishing.models import Paper, PaperLine, PaperSection
from phongtrao.publishing.rules.drafting import LONGEST_LINE
from tests.publishing.docx_text import text_of
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
TOLD = (("result", "Ra mắt hai mô hình."), ("result", "Tổ chức ba hội nghị."))
HOSTILE = '<b>đậm</b> & "trích" {{ 7*7 }} {% raw %} =1+1 </w:t>\x00\x08\x1b\ud800\u202e\ufffe]]> 𝕏'


@pytest.fixture
def paper(world: World) -> Paper:
    """A draft with two statements of one commune."""
    round_ = cases.open_round(world)
    cases.submitted(world, round_, told=TOLD)
    return actions.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))


def _results(paper: Paper) -> list[PaperLine]:
    rows = PaperLine.objects.filter(section__paper=paper, section__topic="result")
    return list(rows.select_related("section").order_by("position"))


def _section(paper: Paper, topic: str = "plan") -> PaperSection:
    return paper.sections.get(topic=topic)


def test_own_words_stand_in_the_paper_and_are_marked_as_own(world: World, paper: Paper) -> None:
    line = actions.add_line(_section(paper), "Tiếp tục nhân rộng.", by=world.actor("An"))
    assert line.is_own
    assert not _results(paper)[0].is_own
    assert "Tiếp tục nhân rộng." in text_of(report_bytes(queries.contents_of(paper)))


def test_an_edited_statement_keeps_its_sources_and_says_that_it_was_changed(
    world: World, paper: Paper
) -> None:
    line = _results(paper)[0]
    actions.edit_line(line, "Ra mắt 02 mô hình.", expected_version=1, by=world.actor("An"))
    line.refresh_from_db()
    assert line.is_edited
    assert line.sources.count() == 1


def test_two_editors_of_a_line_see_both_sides(world: World, paper: Paper) -> None:
    line = _results(paper)[0]
    actions.edit_line(line, "Bản của An", expected_version=1, by=world.actor("An"))
    with pytest.raises(StaleVersion) as stale:
        actions.edit_line(line, "Bản của Bình", expected_version=1, by=world.actor("Bình"))
    assert stale.value.mine == {"Nội dung": "Bản của Bình"}
    assert stale.value.theirs == {"Nội dung": "Bản của An"}
    line.refresh_from_db()
    assert line.text == "Bản của An"


def test_two_editors_of_the_head_see_what_differs(world: World, paper: Paper) -> None:
    actions.edit_paper(paper, {"place": "Kon Tum"}, expected_version=1, by=world.actor("An"))
    with pytest.raises(StaleVersion) as stale:
        actions.edit_paper(paper, {"place": "Sa Huỳnh"}, expected_version=1, by=world.actor("Bình"))
    assert stale.value.mine == {"Địa danh": "Sa Huỳnh"}
    assert stale.value.theirs == {"Địa danh": "Kon Tum"}


def test_the_same_head_sent_again_changes_nothing(world: World, paper: Paper) -> None:
    actions.edit_paper(paper, {"place": "Kon Tum"}, expected_version=1, by=world.actor("An"))
    again = actions.edit_paper(
        paper, {"place": "Kon Tum"}, expected_version=1, by=world.actor("An")
    )
    assert again.row_version == 2


def test_a_dropped_line_can_be_taken_back(world: World, paper: Paper) -> None:
    line = _results(paper)[0]
    actions.drop_line(line, by=world.actor("An"))
    with pytest.raises(TransitionRefused):
        actions.drop_line(line, by=world.actor("An"))
    assert actions.restore_line(line, by=world.actor("An")).state == "kept"
    verbs = set(
        AuditEntry.objects.filter(verb__startswith="paper.line").values_list("verb", flat=True)
    )
    assert verbs == {"paper.line_dropped", "paper.line_restored"}


def test_a_statement_is_never_added_twice(world: World, paper: Paper) -> None:
    actor = world.actor("An")
    told = queries.told_below(queries.versions_below(actor, paper.round), paper.round, 3)[0]
    line = next(line for line in _results(paper) if line.source_text == told.said)
    actions.drop_line(line, by=actor)
    assert actions.add_told(paper, told.key, by=actor).pk == line.pk
    assert [row.state for row in _results(paper)] == ["kept", "kept"]


def test_a_statement_that_nobody_says_any_more_is_refused(world: World, paper: Paper) -> None:
    with pytest.raises(Refused, match="không còn"):
        actions.add_told(paper, "khong-co", by=world.actor("An"))


def test_lines_change_places_and_stop_at_the_ends(world: World, paper: Paper) -> None:
    first, second = _results(paper)
    actions.move_line(second, up=True, by=world.actor("An"))
    assert _results(paper) == [second, first]
    actions.move_line(second, up=True, by=world.actor("An"))
    assert _results(paper) == [second, first]
    actions.move_line(second, up=False, by=world.actor("An"))
    assert _results(paper) == [first, second]


@pytest.mark.parametrize("text", ["", "  \u200b ", "x" * (LONGEST_LINE + 1)])
def test_empty_and_endless_lines_are_refused(world: World, paper: Paper, text: str) -> None:
    with pytest.raises(InvalidInput):
        actions.add_line(_section(paper), text, by=world.actor("An"))


@pytest.mark.parametrize("name", ["title", "issuer", "symbol", "place"])
def test_the_head_names_the_field_that_is_missing(world: World, paper: Paper, name: str) -> None:
    with pytest.raises(InvalidInput) as refusal:
        actions.edit_paper(paper, {name: " "}, expected_version=1, by=world.actor("An"))
    assert set(refusal.value.fields) == {name}


def test_an_unknown_authority_of_signing_is_refused(world: World, paper: Paper) -> None:
    with pytest.raises(InvalidInput) as refusal:
        actions.edit_paper(
            paper, {"signer_authority": "KING"}, expected_version=1, by=world.actor("An")
        )
    assert set(refusal.value.fields) == {"signer_authority"}


def test_text_with_markup_and_control_characters_is_printed_as_text(
    world: World, paper: Paper
) -> None:
    actor = world.actor("An")
    actions.add_line(_section(paper), HOSTILE, by=actor)
    fields = ("title", "issuer", "addressees", "legal_bases", "opening", "recipients")
    memo = ("memo_summary", "memo_proposals", "memo_addressee", "memo_unit")
    values = {name: f"{HOSTILE} {name}" for name in (*fields, *memo, "signer_name", "place")}
    version = Paper.objects.get(pk=paper.pk).row_version
    edited = actions.edit_paper(paper, values, expected_version=version, by=actor)
    contents = queries.contents_of(edited)
    text = text_of(report_bytes(contents)) + text_of(memo_bytes(contents))
    assert text.count('<b>đậm</b> & "trích" {{ 7*7 }} {% raw %} =1+1 </w:t>]]> 𝕏') >= 8
    assert "\u202e" not in text


@pytest.mark.parametrize(
    ("authority", "lines"),
    [
        ("OWN", ["Phó Giám đốc"]),
        ("FOR_HEAD", ["KT. Giám đốc", "Phó Giám đốc"]),
        ("COLLECTIVE", ["TM. Giám đốc", "Phó Giám đốc"]),
        ("BY_ORDER", ["TL. Giám đốc", "Phó Giám đốc"]),
        ("ACTING_HEAD", ["Q. Phó Giám đốc"]),
    ],
)
def test_the_signer_stands_under_his_authority(
    world: World, paper: Paper, authority: str, lines: list[str]
) -> None:
    head = {"signer_head": "Giám đốc", "signer_office": "Phó Giám đốc", "signer_name": "Lê Thị Ổn"}
    head["signer_authority"] = authority
    edited = actions.edit_paper(paper, head, expected_version=1, by=world.actor("An"))
    text = text_of(report_bytes(queries.contents_of(edited))).casefold()
    assert "\n".join(lines).casefold() in text
    assert "lê thị ổn" in text


def _verbs(paper: Paper) -> list[Callable[[Any], Any]]:
    line, section = _results(paper)[0], _section(paper)
    return [
        lambda by: actions.edit_paper(paper, {"place": "X"}, expected_version=1, by=by),
        lambda by: actions.add_line(section, "Câu", by=by),
        lambda by: actions.add_told(paper, "khoa", by=by),
        lambda by: actions.edit_line(line, "Câu", expected_version=1, by=by),
        lambda by: actions.drop_line(line, by=by),
        lambda by: actions.restore_line(line, by=by),
        lambda by: actions.move_line(line, up=True, by=by),
        lambda by: actions.refresh_figures(paper, by=by),
        lambda by: actions.submit_for_signature(paper, expected_version=1, by=by),
        lambda by: actions.withdraw_from_signature(paper, by=by),
    ]


@pytest.mark.parametrize("name", ["Vân", "Dũng", "Chi", "Giang", "Trung", "Kiểm", "Quản"])
def test_nobody_else_changes_a_paper(world: World, paper: Paper, name: str) -> None:
    before = AuditEntry.objects.count()
    for verb in _verbs(paper):
        with pytest.raises(Forbidden):
            verb(world.actor(name))
    assert AuditEntry.objects.count() == before
    assert Paper.objects.get(pk=paper.pk).row_version == 1


def test_a_paper_in_signature_is_not_changed(world: World, paper: Paper) -> None:
    Paper.objects.filter(pk=paper.pk).update(
        state="submitted", submitted_at=paper.created_at, submitted_by=paper.created_by
    )
    for verb in _verbs(paper)[:8]:
        with pytest.raises(TransitionRefused):
            verb(world.actor("An"))
