"""Closing figures and opening them again: the round, and one approved report."""

import pytest
from django.db import IntegrityError, transaction

from phongtrao.core import audit
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.reporting import actions, queries
from phongtrao.reporting.models import Approval, Report, Round
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database


def test_closing_makes_approved_reports_final_and_leaves_the_others(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    cases.submitted(world, round_, "ba-to", "Ba")
    closed = actions.lock_round(round_, by=world.actor("An"))
    assert closed.state == "locked"
    states = {r.area_id: r.state for r in Report.objects.all()}
    assert states == {
        world.area("dak-ha").pk: "locked",
        world.area("ba-to").pk: "submitted",
        world.area("ly-son").pk: "draft",
    }
    assert [e.verb for e in audit.entries_of(closed)] == ["round.opened", "round.locked"]


def test_nothing_changes_in_a_closed_round(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    version = queries.newest_version(report)
    assert version is not None
    actions.lock_round(round_, by=world.actor("An"))
    waiting = cases.report_of(round_, world, "ba-to")
    for change in (
        lambda: actions.approve_version(version, kind="approve", by=world.actor("Bình")),
        lambda: actions.return_report(version, reason="Sai", by=world.actor("An")),
        lambda: actions.save_working_copy(
            waiting, cases.content(round_), expected_version=0, by=world.actor("Ba")
        ),
        lambda: actions.submit_report(waiting, by=world.actor("Ba")),
        lambda: actions.lock_round(round_, by=world.actor("An")),
    ):
        with pytest.raises(Refused):
            change()


def test_a_closed_round_is_opened_again_with_a_reason_that_is_kept(world: World) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    actions.lock_round(round_, by=world.actor("An"))
    with pytest.raises(InvalidInput):
        actions.reopen_round(round_, reason=" ", by=world.actor("An"))
    opened = actions.reopen_round(round_, reason="Bổ sung số liệu", by=world.actor("An"))
    assert (opened.state, opened.locked_at) == ("open", None)
    assert cases.report_of(round_, world).state == "approved"
    last = audit.entries_of(opened).last()
    assert last is not None
    assert last.auditpayload.payload["reason"] == "Bổ sung số liệu"


@pytest.mark.parametrize("name", ["Bình", "Dũng", "Chi", "Giang", "Trung", "Kiểm"])
def test_only_the_body_that_opens_rounds_closes_them(world: World, name: str) -> None:
    round_ = cases.open_round(world)
    with pytest.raises(Forbidden):
        actions.lock_round(round_, by=world.actor(name))


def test_an_approved_report_is_opened_again_and_its_approvals_are_void(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.approved(world, round_)
    actions.reopen_report(report, reason="Cộng nhầm", by=world.actor("Bình"))
    report.refresh_from_db()
    assert report.state == "returned"
    given = Approval.objects.filter(decision="approved")
    assert given.count() == 2
    assert not given.filter(voided_at__isnull=True).exists()
    again = cases.submitted(world, round_, changes={0: "4"})
    assert (again.state, again.version_count) == ("submitted", 2)


@pytest.mark.parametrize("name", ["Dương", "Chi", "Vân", "Gấm"])
def test_only_the_approving_body_opens_a_report_again(world: World, name: str) -> None:
    round_ = cases.open_round(world)
    report = cases.approved(world, round_)
    with pytest.raises(Forbidden):
        actions.reopen_report(report, reason="Cộng nhầm", by=world.actor(name))


def test_state_and_facts_are_tied_by_the_database(world: World) -> None:
    round_ = cases.open_round(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.update(state="locked")
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(round=round_).update(state="submitted")
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(round=round_).update(version_count=1)


def test_a_report_is_unique_by_round_area_and_body(world: World) -> None:
    report = cases.report_of(cases.open_round(world), world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.create(
            round=report.round, area=report.area, body=report.body, superior_id=report.superior_id
        )


def test_a_version_can_be_neither_rewritten_nor_deleted(world: World) -> None:
    round_ = cases.open_round(world)
    version = queries.newest_version(cases.submitted(world, round_))
    assert version is not None
    version.text = {}
    with pytest.raises(Refused):
        version.save()
    with pytest.raises(Refused):
        version.delete()
