"""Every verb in every state: only what the table allows happens, the rest changes nothing."""

import pytest

from phongtrao.core.errors import DomainError
from phongtrao.reporting import actions, queries
from phongtrao.reporting.models import Approval, Report, ReportVersion, Round
from phongtrao.reporting.workflow import REPORT, ROUND, ReportState
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database

# The verbs of the table that each action walks through.
VERBS = {"save", "submit", "return", "approve", "reopen", "lock", "unlock"}


def _reach(world: World, state: str) -> tuple[Round, Report]:
    round_ = cases.open_round(world)
    if state == "draft":
        return round_, cases.report_of(round_, world)
    if state in ("submitted", "returned"):
        report = cases.submitted(world, round_)
        if state == "returned":
            version = queries.newest_version(report)
            assert version is not None
            actions.return_report(version, reason="Xem lại", by=world.actor("An"))
    else:
        cases.approved(world, round_)
        if state == "locked":
            round_ = actions.lock_round(round_, by=world.actor("An"))
    return round_, cases.report_of(round_, world)


def _act(world: World, verb: str, round_: Round, report: Report) -> None:
    version = queries.newest_version(report) or ReportVersion(
        report=report, n=0, submitted_by=world.posting("Chi"), account=world.posting("Chi").account
    )
    chi, an = world.actor("Chi"), world.actor("An")
    copy = getattr(report, "working_copy", None)
    if verb == "save":
        number = copy.version if copy else 0
        changed = cases.content(round_, {0: "8"})
        actions.save_working_copy(report, changed, expected_version=number, by=chi)
    elif verb == "submit":
        if copy is None:
            actions.save_working_copy(report, cases.content(round_), expected_version=0, by=chi)
        actions.submit_report(report, by=chi)
    elif verb == "return":
        actions.return_report(version, reason="Xem lại", by=an)
    elif verb == "approve":
        actions.approve_version(version, kind="approve", by=world.actor("Bình"))
        actions.approve_version(version, kind="concur", by=world.actor("Dương"))
    elif verb == "reopen":
        actions.reopen_report(report, reason="Cộng nhầm", by=world.actor("Bình"))
    elif verb == "lock":
        actions.lock_round(round_, by=an)
    else:
        actions.reopen_round(round_, reason="Bổ sung", by=an)


@pytest.mark.parametrize("state", [str(s) for s in ReportState])
@pytest.mark.parametrize("verb", sorted(VERBS - {"lock", "unlock"}))
def test_each_verb_in_each_state_does_what_the_table_says(
    world: World, state: str, verb: str
) -> None:
    round_, report = _reach(world, state)
    before = (Approval.objects.count(), ReportVersion.objects.count())
    if verb in REPORT.verbs(state):
        _act(world, verb, round_, report)
        assert cases.report_of(round_, world).state == REPORT.target(verb, state)
        return
    with pytest.raises(DomainError) as refusal:
        _act(world, verb, round_, report)
    assert refusal.value.status < 500
    assert cases.report_of(round_, world).state == state
    assert (Approval.objects.count(), ReportVersion.objects.count()) == before


@pytest.mark.parametrize("state", ["draft", "submitted", "returned", "approved"])
def test_closing_and_opening_a_round_bring_every_report_back_to_its_state(
    world: World, state: str
) -> None:
    round_, _report = _reach(world, state)
    _act(world, "lock", round_, _report)
    closed = cases.report_of(round_, world)
    assert closed.state == ("locked" if state == "approved" else state)
    _act(world, "unlock", round_, closed)
    assert cases.report_of(round_, world).state == state


def test_the_tables_name_every_state_and_every_verb_of_the_actions() -> None:
    assert set(REPORT.states) == {str(s) for s in ReportState}
    assert {t.verb for t in REPORT.transitions} - {"sign"} == VERBS
    assert set(ROUND.states) == {"open", "locked"}
    assert all(step.label for step in (*REPORT.transitions, *ROUND.transitions))
