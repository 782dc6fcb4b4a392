"""Schemes: their stages are data, each has its body and day, and none is passed over unseen."""

import pytest
from django.db import IntegrityError, transaction

from phongtrao.core.errors import Forbidden, InvalidInput, Refused, TransitionRefused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.models import Notice
from phongtrao.planning import actions, queries
from phongtrao.planning.actions import StagePlan
from phongtrao.planning.models import Scheme, SchemeStage
from phongtrao.planning.rules import stage_lists
from tests.planning.exchanges import scheme, sent

pytestmark = pytest.mark.database


def _stage(made, position):
    return made.stages.get(position=position)


def _current(plan, made):
    return queries.scheme_rows(plan.actor("An")).get(pk=made.pk)


def test_the_packaged_list_of_a_legal_draft_runs_from_outline_to_issue():
    names = [stage.name for stage in stage_lists()["legal_draft"].stages]
    assert (names[0], names[-1], len(names)) == ("Xây dựng đề cương", "Ban hành", 9)


@pytest.mark.parametrize("kind", list(stage_lists()))
def test_every_packaged_list_starts_a_scheme_with_its_stages(plan, kind):
    made = scheme(plan, kind=kind)
    assert list(made.stages.values_list("code", flat=True)) == [
        stage.code for stage in stage_lists()[kind].stages
    ]


@pytest.mark.parametrize("wrong", [{"title": "  "}, {"kind": "novel"}])
def test_a_scheme_has_a_title_and_a_known_list(plan, wrong):
    with pytest.raises(InvalidInput):
        scheme(plan, **wrong)


def test_the_first_open_stage_is_where_it_stands(plan):
    made = scheme(plan)
    assert _current(plan, made).current_name == "Soạn thảo"
    actions.complete_stage(_stage(made, 1), done_on=plan.day(0), by=plan.actor("An"))
    row = _current(plan, made)
    assert (row.current_name, row.current_planned_on) == ("Lấy ý kiến", plan.day(10))


def test_the_body_whose_turn_it_is_is_told_and_reports_its_own_stage(plan):
    made = scheme(plan)
    actions.complete_stage(_stage(made, 1), done_on=plan.day(0), by=plan.actor("An"))
    account = plan.world.posting("Dũng").account_id
    assert Notice.objects.filter(account_id=account, kind="scheme.turn").count() == 1
    actions.complete_stage(_stage(made, 2), done_on=plan.day(0), by=plan.actor("Dũng"))


def test_another_body_neither_reports_nor_plans(plan):
    made = scheme(plan)
    with pytest.raises(Forbidden):
        actions.complete_stage(_stage(made, 1), done_on=plan.day(0), by=plan.actor("Dũng"))
    with pytest.raises(Forbidden):
        actions.plan_stages(made, [], by=plan.actor("Dũng"))
    with pytest.raises(Forbidden):
        actions.skip_stage(_stage(made, 2), note="Không cần.", by=plan.actor("Dũng"))


def test_a_stage_is_done_once_and_not_before_its_day(plan):
    stage = _stage(scheme(plan), 1)
    with pytest.raises(InvalidInput):
        actions.complete_stage(stage, done_on=plan.day(1), by=plan.actor("An"))
    actions.complete_stage(stage, done_on=plan.day(0), by=plan.actor("An"))
    with pytest.raises(TransitionRefused):
        actions.complete_stage(stage, done_on=plan.day(0), by=plan.actor("An"))


def test_lateness_is_told_of_the_current_stage_and_of_those_done_late(plan):
    made = scheme(plan)
    late = [row.days_late for row in queries.timeline_of(made, plan.day(0))]
    assert late == [3, 0, 0, 0]
    actions.complete_stage(_stage(made, 1), done_on=plan.day(-1), by=plan.actor("An"))
    late = [row.days_late for row in queries.timeline_of(made, plan.day(0))]
    assert late == [2, 0, 0, 0]


def test_a_stage_rests_on_a_round_of_comments_of_its_own_body(plan):
    made = scheme(plan)
    actions.complete_stage(_stage(made, 1), done_on=plan.day(0), by=plan.actor("An"))
    round_ = sent(plan)
    stage = actions.complete_stage(
        _stage(made, 2), done_on=plan.day(0), comment_round=round_, by=plan.actor("An")
    )
    assert stage.comment_round == round_


def test_left_out_with_a_reason_a_stage_is_never_late(plan):
    made = scheme(plan)
    with pytest.raises(InvalidInput):
        actions.skip_stage(_stage(made, 1), note=" ", by=plan.actor("An"))
    actions.skip_stage(_stage(made, 1), note="Đã có bản cũ.", by=plan.actor("An"))
    assert queries.timeline_of(made, plan.day(0))[0].days_late == 0


def test_the_plan_changes_open_stages_alone_and_days_do_not_run_backwards(plan):
    made = scheme(plan)
    actions.complete_stage(_stage(made, 1), done_on=plan.day(0), by=plan.actor("An"))
    police = plan.world.body("ca", "quang-ngai")
    plans = [StagePlan(1, police, plan.day(1)), StagePlan(2, police, plan.day(7))]
    actions.plan_stages(made, plans, by=plan.actor("An"))
    days = [_stage(made, place).planned_on for place in (1, 2)]
    assert days == [plan.day(-3), plan.day(7)]
    with pytest.raises(InvalidInput):
        actions.plan_stages(
            made, [StagePlan(2, police, plan.day(7)), StagePlan(3, police, plan.day(6))],
            by=plan.actor("An"),
        )  # fmt: skip


def test_it_ends_when_every_stage_is_done_and_can_be_taken_up_again(plan):
    made = scheme(plan)
    with pytest.raises(Refused):
        actions.finish_scheme(made, by=plan.actor("An"))
    for position in range(1, 5):
        actions.complete_stage(_stage(made, position), done_on=plan.day(0), by=plan.actor("An"))
    actions.finish_scheme(made, by=plan.actor("An"))
    with pytest.raises(Refused):
        actions.reopen_stage(_stage(made, 4), by=plan.actor("An"))
    actions.resume_scheme(made, by=plan.actor("An"))
    actions.reopen_stage(_stage(made, 4), by=plan.actor("An"))
    assert _current(plan, made).current_name == "Ban hành"


def test_it_is_stopped_by_a_paper_and_asks_for_nothing_any_more(plan):
    made = scheme(plan)
    with pytest.raises(InvalidInput):
        actions.stop_scheme(made, paper=" ", by=plan.actor("An"))
    actions.stop_scheme(made, paper="Công văn 3/CAT ngày 1/11/2026", by=plan.actor("An"))
    with pytest.raises(Refused):
        actions.complete_stage(_stage(made, 1), done_on=plan.day(0), by=plan.actor("An"))
    items = lines_of(queries.inbox_sources(plan.actor("An"), plan.day(0)))
    assert not [item for item in items if "Ngày hội" in item.title]


@pytest.mark.parametrize(
    ("name", "sees"),
    [("An", True), ("Dũng", True), ("Trung", True), ("Chi", False), ("Giang", False)],
)
def test_its_bodies_and_the_parties_above_see_it(plan, name, sees):
    scheme(plan)
    assert queries.visible_schemes(plan.actor(name)).exists() is sees


def test_the_database_holds_dates_with_states(plan):
    made = scheme(plan)
    for rows, change in [
        (SchemeStage.objects.filter(scheme=made), {"state": "done"}),
        (Scheme.objects.filter(pk=made.pk), {"state": "finished"}),
        (Scheme.objects.filter(pk=made.pk), {"state": "stopped"}),
    ]:
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)
