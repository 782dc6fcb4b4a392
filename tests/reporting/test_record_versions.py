"""A finished round is taken over as it was: who sent, who approved, one root for all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from phongtrao.core import audit
from phongtrao.core.audit import Service
from phongtrao.core.errors import Forbidden, Refused
from phongtrao.reporting.actions.recorded_rounds import (
    RecordedApproval,
    RecordedReport,
    record_versions,
)
from phongtrao.reporting.models import Report, ReportVersion, Round
from phongtrao.reporting.queries import chain_holds, check_record
from tests.reporting.cases import content, open_round, report_of
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BY = Service("cli:thu")


def recorded(world: World, round_: Round, area: str, by: str) -> RecordedReport:
    """A sound report of a commune, approved by the police and agreed to by the Front."""
    sent = round_.opened_at + timedelta(days=1)
    approvals = [
        RecordedApproval("approve", world.posting("Bình"), sent + timedelta(days=1)),
        RecordedApproval("concur", world.posting("Dương"), sent + timedelta(days=1)),
    ]
    report = report_of(round_, world, area)
    return RecordedReport(report, content(round_), world.posting(by), sent, approvals)


def test_reports_show_who_sent_and_who_approved(world: World) -> None:
    round_ = open_round(world)
    entries = [recorded(world, round_, "dak-ha", "Chi"), recorded(world, round_, "ba-to", "Ba")]
    assert record_versions(round_, entries, by=BY) == 2
    report = report_of(round_, world)
    assert (report.state, report.version_count) == ("approved", 1)
    assert report.submitted_by == world.posting("Chi")
    version = report.versions.get()
    assert {(a.kind, a.by) for a in version.approvals.all()} == {
        ("approve", world.posting("Bình")),
        ("concur", world.posting("Dương")),
    }
    assert chain_holds(report)
    assert report_of(round_, world, "ly-son").state == "draft"


def test_one_audit_entry_vouches_for_the_round(world: World) -> None:
    round_ = open_round(world)
    record_versions(round_, [recorded(world, round_, "dak-ha", "Chi")], by=BY)
    verbs = [entry.verb for entry in audit.entries_of(round_)]
    assert verbs == ["round.opened", "round.recorded"]
    assert (check_record().roots, check_record().faults) == (1, ())
    ReportVersion.objects.update(hash="0" * 64)
    assert len(check_record().faults) == 2


def test_without_its_approvals_a_report_waits_for_them(world: World) -> None:
    round_ = open_round(world)
    entry = recorded(world, round_, "dak-ha", "Chi")
    record_versions(round_, [replace(entry, approvals=entry.approvals[:1])], by=BY)
    assert report_of(round_, world).state == "submitted"


def test_what_could_not_have_happened_on_screen_is_refused(world: World) -> None:
    round_ = open_round(world)
    entry = recorded(world, round_, "dak-ha", "Chi")
    approve = entry.approvals[0]
    wrong = [
        replace(entry, by=world.posting("Ba")),  # of another commune
        replace(entry, content=content(round_, {0: ""})),  # a cell without an answer
        replace(entry, approvals=[replace(approve, by=world.posting("Giang"))]),
        replace(entry, approvals=[replace(approve, kind="concur")]),
        replace(entry, approvals=[approve, approve]),
        replace(entry, approvals=[replace(approve, at=entry.at - timedelta(days=1))]),
    ]
    for each in wrong:
        with pytest.raises(Refused):
            record_versions(round_, [each], by=BY)
    assert not ReportVersion.objects.exists()
    assert set(Report.objects.values_list("state", flat=True)) == {"draft"}


def test_no_official_writes_in_the_name_of_others(world: World) -> None:
    round_ = open_round(world)
    with pytest.raises(Forbidden):
        record_versions(round_, [], by=world.actor("An"))
