"""Returning a report: with a reason and words at cells; every approval it had is void."""

import pytest
from django.db import IntegrityError, transaction

from phongtrao.core.errors import Forbidden, InvalidInput
from phongtrao.core.models import Notice
from phongtrao.reporting import actions, queries
from phongtrao.reporting.actions import CommentDraft
from phongtrao.reporting.models import Approval, CellComment, ReportVersion
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database


def _returned(world: World, comments: tuple[CommentDraft, ...] = ()) -> ReportVersion:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    version = ReportVersion.objects.get()
    actions.return_report(version, reason="Chưa khớp", comments=comments, by=world.actor("An"))
    return version


def test_a_returned_report_goes_back_to_its_body_with_the_words_at_its_cells(
    world: World,
) -> None:
    drafts = (
        CommentDraft("Cao hơn cùng kỳ, xem lại", cell=3),
        CommentDraft("Nêu rõ mô hình nào", statement=0),
        CommentDraft("   ", cell=5),
    )
    version = _returned(world, drafts)
    report = cases.report_of(version.report.round, world)
    assert report.state == "returned"
    said = set(CellComment.objects.values_list("cell", "statement", "text"))
    assert said == {
        (3, None, "Cao hơn cùng kỳ, xem lại"),
        (None, 0, "Nêu rõ mô hình nào"),
    }
    grid = queries.entry_grid(report)
    assert [c.text for c in grid.comments[3]] == ["Cao hơn cùng kỳ, xem lại"]
    assert [c.text for c in grid.statement_comments] == ["Nêu rõ mô hình nào"]
    told = Notice.objects.filter(kind="report.returned").values_list("account_id", flat=True)
    assert world.posting("Chi").account_id in told


def test_any_return_voids_the_other_approval(world: World) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    version = ReportVersion.objects.get()
    actions.approve_version(version, kind="approve", by=world.actor("Bình"))
    actions.return_report(version, reason="Bổ sung lời văn", by=world.actor("Dũng"))
    given = Approval.objects.get(decision="approved")
    assert given.voided_at is not None
    back = Approval.objects.get(decision="returned")
    assert (back.kind, back.by) == ("concur", world.posting("Dũng"))


def test_a_returned_report_can_be_submitted_again_and_the_words_are_resolved(
    world: World,
) -> None:
    version = _returned(world, (CommentDraft("Xem lại", cell=3),))
    report = cases.submitted(world, version.report.round, changes={3: "21"})
    assert (report.state, report.version_count) == ("submitted", 2)
    assert CellComment.objects.get().resolved_at == report.submitted_at
    reading = queries.reading(report)
    assert reading is not None
    assert dict(reading.changes.cells) == {3: "20"}
    assert reading.changes.added == frozenset()


@pytest.mark.parametrize("reason", ["", "   ", "\u200b"])
def test_a_return_without_a_reason_is_refused(world: World, reason: str) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    with pytest.raises(InvalidInput):
        actions.return_report(ReportVersion.objects.get(), reason=reason, by=world.actor("An"))
    report.refresh_from_db()
    assert report.state == "submitted"


@pytest.mark.parametrize("name", ["Vân", "Chi", "Ba", "Giang", "Trung", "Kiểm"])
def test_only_an_approving_body_returns(world: World, name: str) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    with pytest.raises(Forbidden):
        actions.return_report(ReportVersion.objects.get(), reason="Sai", by=world.actor(name))


@pytest.mark.parametrize(
    "draft",
    [
        CommentDraft("x", cell=14),
        CommentDraft("x", cell=-1),
        CommentDraft("x", statement=1),
        CommentDraft("x"),
    ],
)
def test_a_word_at_no_place_of_the_report_is_refused(world: World, draft: CommentDraft) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    with pytest.raises(InvalidInput):
        actions.return_report(
            ReportVersion.objects.get(), reason="Sai", comments=[draft], by=world.actor("An")
        )
    assert not CellComment.objects.exists()


def test_the_database_refuses_a_return_without_reason_and_a_word_at_two_places(
    world: World,
) -> None:
    version = _returned(world, (CommentDraft("Xem lại", cell=3),))
    with pytest.raises(IntegrityError), transaction.atomic():
        Approval.objects.update(reason="")
    with pytest.raises(IntegrityError), transaction.atomic():
        CellComment.objects.filter(version=version).update(statement=0)
