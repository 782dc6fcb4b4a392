"""Approving on screen: the required kinds, never one's own, the last one approves the report."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from phongtrao.core import audit
from phongtrao.core.errors import Forbidden, Refused
from phongtrao.core.models import Notice
from phongtrao.org.models import Delegation, Posting
from phongtrao.org.permissions import Actor, actor_for
from phongtrao.org.roles import Role
from phongtrao.reporting import actions, queries
from phongtrao.reporting.models import Approval, Report, ReportVersion
from tests.reporting import cases
from tests.world import HORIZON, World

pytestmark = pytest.mark.database


def _version(report: Report) -> ReportVersion:
    found = queries.newest_version(report)
    assert found is not None
    return found


@pytest.mark.parametrize("order", [("approve", "concur"), ("concur", "approve")])
def test_the_last_of_both_approvals_approves(world: World, order: tuple[str, str]) -> None:
    round_ = cases.open_round(world)
    version = _version(cases.submitted(world, round_))
    names = {"approve": "Bình", "concur": "Dương"}
    first = actions.approve_version(version, kind=order[0], by=world.actor(names[order[0]]))
    assert first.state == "submitted"
    last = actions.approve_version(version, kind=order[1], by=world.actor(names[order[1]]))
    assert last.state == "approved"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Bình", "concur"),
        ("Dương", "approve"),
        ("Vân", "approve"),
        ("Cường", "approve"),
        ("Chi", "approve"),
        ("Gấm", "approve"),
        ("Trung", "approve"),
        ("Kiểm", "approve"),
        ("Bình", "khong-co"),
    ],
)
def test_only_the_required_kind_directly_above_approves(world: World, name: str, kind: str) -> None:
    round_ = cases.open_round(world)
    version = _version(cases.submitted(world, round_))
    with pytest.raises(Forbidden):
        actions.approve_version(version, kind=kind, by=world.actor(name))
    assert not version.approvals.exists()


def test_nobody_approves_what_he_submitted_not_even_in_another_post(world: World) -> None:
    round_ = cases.open_round(world)
    version = _version(cases.submitted(world, round_))
    second = Posting.objects.create(
        account=world.posting("Chi").account,
        body=world.body("ca", "quang-ngai"),
        role=Role.LEADER,
        capacity="Phó Giám đốc",
        valid_from=HORIZON,
    )
    chi_above = actor_for(second.account, world.actor("An").day, posting_id=second.pk)
    with pytest.raises(Forbidden) as refusal:
        actions.approve_version(version, kind="approve", by=chi_above)
    assert refusal.value.code == "own_submission"


def _lent(world: World, lender: str, borrower: str) -> Actor:
    """The borrower acting in the lender's posting, by a delegation in force today."""
    day = world.actor("An").day
    delegation = Delegation.objects.create(
        from_posting=world.posting(lender),
        to_account=world.posting(borrower).account,
        paper_number="01/UQ",
        paper_date=HORIZON,
        valid_from=HORIZON,
    )
    return Actor(world.posting(borrower).account, world.posting(lender), day, delegation)


def test_who_submitted_in_a_lent_posting_does_not_approve_in_his_own(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.report_of(round_, world)
    binh_as_chi = _lent(world, "Chi", "Bình")
    actions.save_working_copy(report, cases.content(round_), expected_version=0, by=binh_as_chi)
    version = _version(actions.submit_report(report, by=binh_as_chi))
    assert (version.submitted_by, version.account) == (
        world.posting("Chi"),
        world.posting("Bình").account,
    )
    with pytest.raises(Forbidden) as refusal:
        actions.approve_version(version, kind="approve", by=world.actor("Bình"))
    assert refusal.value.code == "own_submission"
    actions.approve_version(version, kind="approve", by=world.actor("An"))


def test_an_approval_in_a_lent_posting_is_shown_as_such(
    world: World, client_for: Callable[[Posting], Client]
) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    actions.approve_version(_version(report), kind="approve", by=_lent(world, "Bình", "An"))
    address = reverse("reporting:report-detail", args=[report.pk])
    html = client_for(world.posting("Dũng")).get(address).content.decode()
    assert "Trên hệ thống, An, TUQ. Lãnh đạo." in html


def test_the_same_approval_is_not_given_twice(world: World) -> None:
    round_ = cases.open_round(world)
    version = _version(cases.submitted(world, round_))
    actions.approve_version(version, kind="approve", by=world.actor("Bình"))
    with pytest.raises(Refused):
        actions.approve_version(version, kind="approve", by=world.actor("An"))
    assert Approval.objects.filter(version=version).count() == 1


def test_an_older_version_is_not_decided_any_more(world: World) -> None:
    round_ = cases.open_round(world)
    first = _version(cases.submitted(world, round_))
    actions.return_report(first, reason="Xem lại", by=world.actor("An"))
    cases.submitted(world, round_, changes={0: "6"})
    for decide in (
        lambda: actions.approve_version(first, kind="approve", by=world.actor("Bình")),
        lambda: actions.return_report(first, reason="Xem", by=world.actor("Bình")),
    ):
        with pytest.raises(Refused) as refusal:
            decide()
        assert refusal.value.code == "older_version"


def test_the_reporting_body_is_told_once_it_is_approved_and_each_step_is_audited(
    world: World,
) -> None:
    round_ = cases.open_round(world)
    report = cases.approved(world, round_)
    told = Notice.objects.filter(kind="report.approved").values_list("account_id", flat=True)
    assert set(told) == {world.posting("Chi").account_id, world.posting("Cường").account_id}
    entries = [e for e in audit.entries_of(report) if e.verb == "report.approved"]
    assert [e.auditpayload.payload["final"] for e in entries] == [False, True]
