"""Who sees which paper, requirement and task; what is asked of whom."""

import pytest

from phongtrao.core.errors import NotFound
from phongtrao.core.inbox_sources import lines_of
from phongtrao.planning import actions, queries
from phongtrao.planning.actions import PartSpec

pytestmark = pytest.mark.database
EVERYONE = ("An", "Bình", "Vân", "Dũng", "Chi", "Cường", "Ba", "Lý", "Giang", "Gấm", "Trung")


def _sees(rows_for, plan):
    return {name for name in EVERYONE if rows_for(plan.actor(name)).exists()}


def test_a_paper_of_the_province_is_seen_by_its_parties_and_addressed_bodies(plan):
    plan.document()
    seen = _sees(queries.visible_documents, plan)
    assert seen == {"An", "Bình", "Vân", "Dũng", "Chi", "Cường", "Ba", "Lý", "Trung"}


def test_a_commune_that_is_not_addressed_does_not_see_it(plan):
    draft = plan.draft()
    draft.items.exclude(position=3).update(state="dropped")
    actions.adopt_draft(draft, programme=plan.programme, by=plan.actor("An"))
    assert _sees(queries.visible_documents, plan) == {"An", "Bình", "Vân", "Dũng", "Lý", "Trung"}


def test_a_body_of_no_party_sees_only_what_is_addressed_to_it(plan):
    posting = plan.world.add_posting("Uyên", "ubnd", "quang-ngai", "officer")
    assert posting
    plan.document()
    assert not queries.visible_documents(plan.actor("Uyên")).exists()
    actions.add_addressees(
        plan.requirement(2),
        [plan.world.body("ubnd", "quang-ngai")],
        part="coordinating",
        by=plan.actor("An"),
    )
    assert queries.visible_documents(plan.actor("Uyên")).exists()


def test_a_paper_of_the_centre_reaches_the_superior_of_whom_it_addresses(plan):
    draft = plan.draft(by="Trung", issuer_text="Bộ Công an")
    draft.items.exclude(position=1).update(state="dropped")
    actions.adopt_draft(draft, programme=plan.programme, by=plan.actor("Trung"))
    seen = _sees(queries.visible_documents, plan)
    assert {"An", "Chi", "Ba", "Trung"} <= seen
    assert not seen & {"Giang", "Gấm", "Lý"}


def test_a_neighbour_does_not_follow_how_another_body_proceeds(plan):
    document = plan.document()
    of_chi = queries.addressees_seen(plan.actor("Chi"), document)
    of_an = queries.addressees_seen(plan.actor("An"), document)
    assert {row.body.name for row in of_chi} == {"Công an xã Đăk Hà"}
    assert of_an.count() == 3
    neighbour = plan.addressee(3, area="ly-son")
    with pytest.raises(NotFound):
        queries.addressee_for(plan.actor("Chi"), neighbour.pk)


def test_a_task_is_seen_by_those_in_it_and_their_superiors(plan):
    plan.task(parts=(PartSpec(plan.world.body("ca", "ba-to")),))
    assert _sees(queries.visible_tasks, plan) == {
        "An", "Bình", "Vân", "Dũng", "Chi", "Cường", "Ba", "Trung",
    }  # fmt: skip


def test_the_lead_of_a_task_may_open_the_paper_it_came_from(plan):
    addressee = plan.addressee(3, area="ly-son")
    lead = plan.world.body("mttq", "ly-son")
    spec = plan.spec(lead=lead)
    [task] = actions.make_concrete(addressee, tasks=[spec], by=plan.actor("Lý"))
    plan.world.add_posting("Lan", "mttq", "ly-son", "officer")
    assert queries.source_is_visible(plan.actor("Lan"), task)
    assert not queries.source_is_visible(plan.actor("Giang"), task)


def test_coverage_puts_first_who_keeps_others_waiting(plan):
    document = plan.document()
    actions.declare_standing(plan.addressee(), by=plan.actor("Chi"))
    rows = queries.addressees_seen(plan.actor("An"), document)
    lines = queries.coverage_of(rows, plan.day(40))
    assert lines[0].body == plan.world.body("ca", "ly-son")
    assert (lines[0].open, lines[0].late, lines[0].oldest_age) == (1, 1, 40)
    by_name = {line.body.name: line for line in lines}
    assert by_name["Công an xã Đăk Hà"].standing == 1
    assert by_name["Công an xã Ba Tơ"].coordinating == 1
    assert queries.coverage_totals(lines)["open"] == 1


def _inbox(plan, name):
    return [
        (str(item.verb), item.tab)
        for item in lines_of(queries.inbox_sources(plan.actor(name), plan.day(0)))
    ]


def test_each_stage_asks_the_one_whose_turn_it_is(plan):
    plan.document()
    assert ("Cụ thể hóa", "waiting") in _inbox(plan, "Chi")
    assert _inbox(plan, "Ba") == []
    task = plan.task(due_on=plan.day(3))
    assert ("Báo cáo tiến độ", "soon") in _inbox(plan, "Chi")
    actions.ask_extension(task, asked_due_on=plan.day(9), reason="Chờ", by=plan.actor("Chi"))
    assert ("Quyết định gia hạn", "waiting") in _inbox(plan, "Bình")
    actions.report_progress(task, "Xong.", done=True, by=plan.actor("Chi"))
    assert _inbox(plan, "An") == [("Xác nhận hoàn thành", "waiting")]
    actions.return_task(task, "Thiếu.", by=plan.actor("An"))
    assert ("Báo cáo tiến độ", "returned") in _inbox(plan, "Chi")
    actions.report_progress(task, "Đủ.", done=True, by=plan.actor("Chi"))
    actions.confirm_completion(task, by=plan.actor("An"))
    assert ("Xem", "done") in _inbox(plan, "Chi")
    assert _inbox(plan, "Giang") == []


def test_the_inbox_costs_the_same_however_long_it_is(plan, django_assert_max_num_queries):
    for _ in range(3):
        plan.reported("Cường", "Chi")
        plan.task("Chi")
    with django_assert_max_num_queries(15):
        assert len(lines_of(queries.inbox_sources(plan.actor("Cường"), plan.day(0)))) == 3
    with django_assert_max_num_queries(15):
        lines_of(queries.inbox_sources(plan.actor("Chi"), plan.day(0)))
