"""The working copy: kept faults and all, never merged silently, read by nobody else."""

import pytest

from phongtrao.core import audit
from phongtrao.core.errors import Forbidden, InvalidInput, Refused, StaleVersion
from phongtrao.reporting import actions, queries
from phongtrao.reporting.actions import working_copy
from phongtrao.reporting.grid.content import specs_of
from phongtrao.reporting.models import SavedCopy, WorkingCopy
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database


def test_what_was_typed_comes_back_as_it_was(world: World) -> None:
    round_ = cases.open_round(world)
    typed = cases.content(
        round_,
        {0: "", 1: "-", 2: "0", 3: "1.234", 4: "abc", 5: "12,5"},
        notes={0: "chưa thống kê"},
        told=(("result", "Ra mắt mô hình"), ("proposal", "Bổ sung kinh phí")),
        reason="Đang rà soát",
    )
    report = cases.report_of(round_, world)
    actions.save_working_copy(report, typed, expected_version=0, by=world.actor("Chi"))
    specs = specs_of(round_.template_version.cells)
    stored = queries.content_of(WorkingCopy.objects.get(), specs)
    assert stored == typed
    shown = [stored.shown(spec) for spec in specs[:6]]
    assert shown == ["", "-", "0", "1.234", "abc", "12,5"]


def test_each_save_counts_and_an_unchanged_one_does_not(world: World) -> None:
    round_ = cases.open_round(world)
    report, chi = cases.report_of(round_, world), world.actor("Chi")
    first = actions.save_working_copy(report, cases.content(round_), expected_version=0, by=chi)
    again = actions.save_working_copy(report, cases.content(round_), expected_version=1, by=chi)
    changed = cases.content(round_, {0: "6"})
    second = actions.save_working_copy(report, changed, expected_version=1, by=chi)
    assert (first.version, again.version, second.version) == (1, 1, 2)


def test_a_stale_save_is_refused_and_shows_both_sides(world: World) -> None:
    round_ = cases.open_round(world)
    report, chi = cases.report_of(round_, world), world.actor("Chi")
    actions.save_working_copy(report, cases.content(round_), expected_version=0, by=chi)
    theirs = cases.content(round_, {0: "6"})
    actions.save_working_copy(report, theirs, expected_version=1, by=chi)
    mine = cases.content(round_, {0: "7", 1: "x"}, told=(("result", "Câu khác"),))
    with pytest.raises(StaleVersion) as stale:
        actions.save_working_copy(report, mine, expected_version=1, by=chi)
    name = "1.1. Số văn bản chỉ đạo, triển khai ban hành"
    assert (stale.value.mine, stale.value.theirs) == ({name: "7"}, {name: "6"})
    specs = specs_of(round_.template_version.cells)
    assert queries.content_of(WorkingCopy.objects.get(), specs) == theirs


def test_the_first_save_of_two_people_does_not_overwrite(world: World) -> None:
    round_ = cases.open_round(world)
    report, chi = cases.report_of(round_, world), world.actor("Chi")
    actions.save_working_copy(report, cases.content(round_), expected_version=0, by=chi)
    other = cases.content(round_, {0: "9"})
    with pytest.raises(StaleVersion):
        actions.save_working_copy(report, other, expected_version=0, by=chi)


@pytest.mark.parametrize("name", ["Cường", "Ba", "An", "Giang", "Dũng", "Kiểm"])
def test_only_officers_of_the_reporting_body_fill(world: World, name: str) -> None:
    round_ = cases.open_round(world)
    report = cases.report_of(round_, world)
    with pytest.raises(Forbidden):
        actions.save_working_copy(
            report, cases.content(round_), expected_version=0, by=world.actor(name)
        )


def test_a_sent_report_is_not_changed_by_typing(world: World) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    with pytest.raises(Refused):
        actions.save_working_copy(
            report, cases.content(round_, {0: "99"}), expected_version=1, by=world.actor("Chi")
        )


def test_a_narrative_of_absurd_size_is_refused(world: World) -> None:
    round_ = cases.open_round(world)
    report, chi = cases.report_of(round_, world), world.actor("Chi")
    for told in ((("result", "a" * 2001),), tuple(("result", f"ý {n}") for n in range(201))):
        with pytest.raises(InvalidInput):
            actions.save_working_copy(
                report, cases.content(round_, told=told), expected_version=0, by=chi
            )


def test_the_first_save_is_audited(world: World) -> None:
    round_ = cases.open_round(world)
    report, chi = cases.report_of(round_, world), world.actor("Chi")
    actions.save_working_copy(report, cases.content(round_), expected_version=0, by=chi)
    actions.save_working_copy(report, cases.content(round_, {0: "6"}), expected_version=1, by=chi)
    assert [entry.verb for entry in audit.entries_of(report)] == ["report.started"]


def test_what_only_one_side_changed_is_merged(world: World) -> None:
    round_ = cases.open_round(world)
    report, chi = cases.report_of(round_, world), world.actor("Chi")
    actions.save_working_copy(report, cases.content(round_), expected_version=0, by=chi)
    theirs = cases.content(round_, {0: "6"}, told=(("result", "Ra mắt hai mô hình mới"),))
    actions.save_working_copy(report, theirs, expected_version=1, by=chi)
    mine = cases.content(round_, {1: "9"}, told=(("result", "Ra mắt hai mô hình mới\nThêm"),))
    actions.save_working_copy(report, mine, expected_version=1, by=chi)
    both = cases.content(
        round_, {0: "6", 1: "9"}, told=(("result", "Ra mắt hai mô hình mới\nThêm"),)
    )
    specs = specs_of(round_.template_version.cells)
    copy = WorkingCopy.objects.get()
    assert (queries.content_of(copy, specs), copy.version) == (both, 3)


def test_a_page_older_than_the_saves_kept_shows_every_difference(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working_copy, "MOST_SAVED_COPIES", 2)
    round_ = cases.open_round(world)
    report, chi = cases.report_of(round_, world), world.actor("Chi")
    for number in range(4):
        content = cases.content(round_, {0: str(number)})
        actions.save_working_copy(report, content, expected_version=number, by=chi)
    assert SavedCopy.objects.count() == 2
    changed = cases.content(round_, {0: "0", 1: "9"})
    with pytest.raises(StaleVersion) as stale:
        actions.save_working_copy(report, changed, expected_version=1, by=chi)
    assert list(stale.value.mine.values()) == ["0", "9"]


def test_a_conflict_keeps_what_is_stored_and_the_rest_of_what_was_typed(world: World) -> None:
    round_ = cases.open_round(world)
    report, chi = cases.report_of(round_, world), world.actor("Chi")
    for version, figure in enumerate(["5", "6"]):
        typed = cases.content(round_, {0: figure})
        actions.save_working_copy(report, typed, expected_version=version, by=chi)
    mine = cases.content(round_, {0: "7", 1: "9"})
    kept = actions.keep_typed(report, mine, expected_version=1, by=chi)
    assert [(c.field, c.mine, c.theirs) for c in kept.merged.conflicts] == [("o-0", "7", "6")]
    specs = specs_of(round_.template_version.cells)
    stored = queries.content_of(WorkingCopy.objects.get(), specs)
    assert stored == cases.content(round_, {0: "6", 1: "9"})
    assert kept.merged.mine_first == mine
