"""The figures of a paper stay as taken until somebody takes them again, which names the changes."""

import pytest

from phongtrao.core.errors import Forbidden, Refused, TransitionRefused
from phongtrao.core.models import AuditEntry
from phongtrao.publishing import actions, queries
from phongtrao.publishing.actions.composition import report_bytes
from phongtrao.publishing.models import Paper, PaperFigures
from phongtrao.reporting import actions as reporting_actions
from phongtrao.reporting import queries as reporting
from phongtrao.reporting.models import Report, Round
from tests.publishing.docx_text import text_of
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database


def _draft(world: World, round_: Round) -> Paper:
    return actions.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))


def _outdated(world: World, paper: Paper) -> int:
    below = queries.versions_below(world.actor("An"), paper.round)
    return queries.outdated_sources(below, queries.newest_figures(paper))


def _return(world: World, report: Report) -> None:
    version = reporting.newest_version(report)
    assert version is not None
    reporting_actions.return_report(version, reason="Rà soát lại", by=world.actor("Bình"))


def test_a_later_change_of_a_report_changes_no_paper_until_it_is_refreshed(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_, changes={0: "5"})
    paper = _draft(world, round_)
    before = report_bytes(queries.contents_of(paper))
    _return(world, report)
    cases.submitted(world, round_, changes={0: "8"})
    assert report_bytes(queries.contents_of(paper)) == before
    assert _outdated(world, paper) == 1

    changes = actions.refresh_figures(paper, by=world.actor("An"))

    assert [(row["code"], row["before"], row["after"]) for row in changes] == [("CD01", "5", "8")]
    assert report_bytes(queries.contents_of(paper)) != before
    assert _outdated(world, paper) == 0
    entry = AuditEntry.objects.get(verb="paper.figures_refreshed")
    assert entry.auditpayload.payload["changes"] == [{"code": "CD01", "before": "5", "after": "8"}]


def test_a_paper_says_how_much_of_a_figure_was_adjusted(world: World) -> None:
    round_ = cases.open_round(world)
    version = reporting.newest_version(cases.submitted(world, round_, changes={0: "5"}))
    assert version is not None
    paper = _draft(world, round_)
    assert "điều chỉnh" not in text_of(report_bytes(queries.contents_of(paper)))
    line = reporting_actions.AdjustmentDraft("CD01", "+3", "Đếm sót")
    made = reporting_actions.propose_adjustment(version, line, by=world.actor("An"))
    reporting_actions.decide_adjustment(made, approve=True, by=world.actor("Bình"))
    (changed,) = actions.refresh_figures(paper, by=world.actor("An"))
    assert (changed["before"], changed["after"]) == ("5", "8")
    assert "trong đó điều chỉnh +3." in text_of(report_bytes(queries.contents_of(paper)))


def test_a_refresh_that_finds_nothing_new_stores_nothing(world: World) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    paper = _draft(world, round_)
    assert actions.refresh_figures(paper, by=world.actor("An")) == []
    assert PaperFigures.objects.filter(paper=paper).count() == 1


def test_a_report_that_comes_later_raises_n_and_is_named(world: World) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    paper = _draft(world, round_)
    cases.submitted(world, round_, "ba-to", "Ba")
    changes = actions.refresh_figures(paper, by=world.actor("An"))
    first = next(row for row in changes if row["code"] == "CD01")
    assert (first["n_before"], first["n_after"], first["of"]) == (1, 2, 3)
    figures = queries.newest_figures(paper)
    assert (figures.n, figures.reported, figures.missing) == (2, 2, ["đặc khu Lý Sơn"])


def test_approved_figures_leave_out_what_waits_and_say_so(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    cases.submitted(world, round_, "ba-to", "Ba")
    paper = _draft(world, round_)
    assert queries.newest_figures(paper).not_approved == 1
    actions.refresh_figures(paper, by=world.actor("An"), approved_only=True)
    figures = queries.newest_figures(paper)
    assert (figures.reported, figures.not_approved, figures.waiting) == (1, 0, 1)
    text = text_of(report_bytes(queries.contents_of(paper)))
    assert "1/3 xã, phường, đặc khu; tất cả đã được phê duyệt" in text
    assert "1 xã, phường, đặc khu đã gửi báo cáo nhưng chưa được phê duyệt" in text
    assert "Còn 1 xã, phường, đặc khu chưa có báo cáo (đặc khu Lý Sơn)" in text


def test_the_basis_is_kept_by_the_next_refresh(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _draft(world, round_)
    actions.refresh_figures(paper, by=world.actor("An"), approved_only=True)
    cases.submitted(world, round_, "ba-to", "Ba")
    actions.refresh_figures(paper, by=world.actor("An"))
    assert queries.newest_figures(paper).approved_only
    assert queries.newest_figures(paper).reported == 1


def test_taken_figures_are_never_rewritten(world: World) -> None:
    figures = queries.newest_figures(_draft(world, cases.open_round(world)))
    figures.reported = 0
    with pytest.raises(Refused):
        figures.save()


def test_a_paper_in_signature_keeps_its_figures(world: World) -> None:
    round_ = cases.open_round(world)
    paper = _draft(world, round_)
    Paper.objects.filter(pk=paper.pk).update(
        state="submitted", submitted_at=paper.created_at, submitted_by=paper.created_by
    )
    with pytest.raises(TransitionRefused):
        actions.refresh_figures(paper, by=world.actor("An"))


@pytest.mark.parametrize("name", ["Vân", "Dũng", "Giang"])
def test_others_cannot_refresh(world: World, name: str) -> None:
    paper = _draft(world, cases.open_round(world))
    with pytest.raises(Forbidden):
        actions.refresh_figures(paper, by=world.actor(name))


def test_a_frozen_figure_leads_to_the_versions_of_its_day(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_, changes={0: "5"})
    paper = _draft(world, round_)
    _return(world, report)
    cases.submitted(world, round_, changes={0: "8"})
    _row, parts, sources = queries.frozen_sources(queries.newest_figures(paper), "CD01")
    assert [part.code for part in parts] == ["CD01"]
    assert [(version.n, cells[0].scaled) for version, cells in sources] == [(1, 5)]
