"""Sending a report: what must be mended first, what becomes the record, what is in time."""

import re
from datetime import timedelta

import pytest

from phongtrao.core import audit, clock
from phongtrao.core.errors import Forbidden, InvalidInput, Refused, StaleVersion
from phongtrao.core.models import Notice
from phongtrao.reporting import actions, queries
from phongtrao.reporting.cells import CellState, pack, unpack
from phongtrao.reporting.grid.record import GENESIS
from phongtrao.reporting.models import ReportVersion
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database


def _refused_cells(world: World, changes: dict[int, str], **said: object) -> set[str]:
    round_ = cases.open_round(world)
    with pytest.raises(InvalidInput) as refusal:
        cases.submitted(world, round_, changes=changes, **said)
    assert not ReportVersion.objects.exists()
    return {name.split(". ")[0] for name in refusal.value.fields}


def test_a_sound_report_becomes_the_first_version(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    version = ReportVersion.objects.get()
    assert (report.state, report.version_count, version.n) == ("submitted", 1, 1)
    assert version.prev_hash == GENESIS
    assert report.submitted_at == version.submitted_at == report.first_submitted_at
    assert [s["text"] for s in version.statements] == ["Ra mắt hai mô hình mới"]
    assert not version.approvals.exists()
    assert queries.chain_holds(report)


@pytest.mark.parametrize(
    ("index", "typed", "said"),
    [
        (3, "1e400", "viết rút gọn"),
        (3, "12,5", "phần lẻ"),
        (3, "abc", "không phải là số"),
        (3, "-4", "số âm"),
        (3, "99999999999999999999", "quá lớn"),
        (3, "9" * 300, "."),
        (3, "\u0000\u202e7a", "không phải là số"),
    ],
)
def test_an_impossible_figure_is_told_at_its_cell(
    world: World, index: int, typed: str, said: str
) -> None:
    round_ = cases.open_round(world)
    with pytest.raises(InvalidInput) as refusal:
        cases.submitted(world, round_, changes={index: typed})
    (sentence,) = [str(s) for name, s in refusal.value.fields.items() if name.startswith("2.1.")]
    assert re.search(said, sentence), sentence


def test_more_settled_than_received_blocks_even_with_a_note(world: World) -> None:
    cells = _refused_cells(world, {6: "10", 7: "11"}, notes={7: "đã kiểm tra"}, reason="đúng")
    assert cells == {"2.5"}


def test_an_empty_cell_asks_for_a_word(world: World) -> None:
    assert _refused_cells(world, {0: "", 13: ""}) == {"1.1", "3.6"}


@pytest.mark.parametrize(
    "said", [{"notes": {0: "chưa thống kê"}}, {"reason": "đang chờ số liệu của các tổ"}]
)
def test_an_answered_question_lets_the_report_go(world: World, said: dict[str, object]) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_, changes={0: ""}, **said)
    assert report.state == "submitted"
    version = ReportVersion.objects.get()
    cells = unpack(bytes(version.cells), 14)
    assert cells[0].state is CellState.NONE


def test_zero_not_applicable_and_nothing_stay_three_things(world: World) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_, changes={0: "0", 1: "-", 2: ""}, reason="đang thống kê")
    states = [cell.state for cell in unpack(bytes(ReportVersion.objects.get().cells), 14)[:3]]
    assert states == [CellState.ZERO, CellState.NOT_APPLICABLE, CellState.NONE]


def test_ten_times_the_last_period_asks(world: World) -> None:
    before = cases.open_round(world, period="2025-H2")
    cases.submitted(world, before)
    round_ = cases.open_round(world, period="2026-H1")
    with pytest.raises(InvalidInput) as refusal:
        cases.submitted(world, round_, changes={3: "201"})
    assert {name.split(". ")[0] for name in refusal.value.fields} == {"2.1"}


def test_nothing_typed_is_not_a_report(world: World) -> None:
    round_ = cases.open_round(world)
    with pytest.raises(InvalidInput):
        actions.submit_report(cases.report_of(round_, world), by=world.actor("Chi"))


@pytest.mark.parametrize("name", ["Ba", "An", "Bình", "Giang", "Vân", "Kiểm"])
def test_only_the_reporting_body_sends(world: World, name: str) -> None:
    round_ = cases.open_round(world)
    report = cases.report_of(round_, world)
    actions.save_working_copy(
        report, cases.content(round_), expected_version=0, by=world.actor("Chi")
    )
    with pytest.raises(Forbidden):
        actions.submit_report(report, by=world.actor(name))


def test_the_leader_of_the_body_may_send_what_his_officer_filled(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.report_of(round_, world)
    actions.save_working_copy(
        report, cases.content(round_), expected_version=0, by=world.actor("Chi")
    )
    actions.submit_report(report, by=world.actor("Cường"))
    assert cases.report_of(round_, world).submitted_by == world.posting("Cường")


def test_sending_twice_is_refused_and_makes_one_version(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    with pytest.raises(Refused):
        actions.submit_report(report, by=world.actor("Chi"))
    assert ReportVersion.objects.count() == 1


def test_a_copy_saved_by_another_meanwhile_is_not_sent_unseen(world: World) -> None:
    round_ = cases.open_round(world)
    report, chi = cases.report_of(round_, world), world.actor("Chi")
    actions.save_working_copy(report, cases.content(round_), expected_version=0, by=chi)
    with pytest.raises(StaleVersion):
        actions.submit_report(report, expected_version=7, by=chi)


def test_the_second_version_names_the_first_and_starts_without_approvals(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    first = ReportVersion.objects.get()
    actions.approve_version(first, kind="approve", by=world.actor("Bình"))
    actions.return_report(first, reason="Xem lại", by=world.actor("An"))
    report = cases.submitted(world, round_, changes={0: "6"})
    second = ReportVersion.objects.get(n=2)
    assert second.prev_hash == first.hash
    assert not second.approvals.exists()
    assert queries.chain_holds(report)


def test_a_changed_byte_breaks_the_chain(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    version = ReportVersion.objects.get()
    cells = unpack(bytes(version.cells), 14)
    ReportVersion.objects.filter(pk=version.pk).update(cells=pack([cells[1], *cells[1:]]))
    assert not queries.chain_holds(report)


def test_in_time_is_decided_by_the_first_sending(world: World) -> None:
    round_ = cases.open_round(world)
    deadline = clock.now() + timedelta(hours=1)
    round_.deadline_at = deadline
    round_.save()
    report = cases.submitted(world, round_)
    actions.return_report(ReportVersion.objects.get(), reason="Xem lại", by=world.actor("An"))
    with clock.set_to(deadline + timedelta(days=1)):
        cases.submitted(world, round_, changes={0: "6"})
        late = cases.submitted(world, round_, "ba-to", "Ba")
    report.refresh_from_db()
    counts = queries.completeness(world.actor("An"), round_, deadline + timedelta(days=1))
    assert report.first_submitted_at is not None
    assert report.first_submitted_at <= deadline < report.submitted_at
    assert (counts.sent, counts.of, counts.on_time, counts.late) == (2, 3, 1, 2)
    found = queries.late_reports(world.actor("An"), round_, deadline + timedelta(days=1))
    assert {r.area_id for r in found} == {late.area_id, world.area("ly-son").pk}


def test_exactly_at_the_deadline_is_in_time(world: World) -> None:
    round_ = cases.open_round(world)
    with clock.set_to(round_.deadline_at):
        cases.submitted(world, round_)
        counts = queries.completeness(world.actor("An"), round_, clock.now())
    assert (counts.on_time, counts.late) == (1, 0)


def test_those_who_approve_are_told_and_it_is_audited(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    told = set(Notice.objects.filter(kind="report.submitted").values_list("account_id", flat=True))
    assert told == {world.posting(name).account_id for name in ("An", "Bình", "Dũng", "Dương")}
    verbs = [entry.verb for entry in audit.entries_of(report)]
    assert verbs == ["report.started", "report.submitted"]
