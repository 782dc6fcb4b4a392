"""A world in which very much waits at once, of every stage: for An of the province, Chi below."""

from datetime import UTC, datetime, timedelta
from typing import Any

from phongtrao.core import clock
from phongtrao.fieldwork.exemplars.actions import agree_to_visit
from phongtrao.fieldwork.meetings import actions as meetings
from phongtrao.oversight import actions as oversight
from phongtrao.planning import actions as planning
from tests.fieldwork import (
    coreforce_cases,
    events_cases,
    exemplars_cases,
    forum_cases,
    grassroots_cases,
    meetings_cases,
    outreach_cases,
    training_cases,
)
from tests.oversight import inspection_cases, session_cases
from tests.planning import exchanges, inside
from tests.planning.conftest import Plan
from tests.publishing import signing
from tests.reporting import cases


def much_waits(plan: Plan) -> None:
    """Something of nearly every kind that is offered."""
    _planning(plan)
    _papers(plan)
    _register(plan)
    _meetings(plan)
    _oversight(plan)


def _planning(plan: Plan) -> None:
    plan.draft(number="126/KH-CAT")
    plan.document()
    asked = plan.task(due_on=plan.day(3))
    planning.ask_extension(asked, asked_due_on=plan.day(9), reason="Chờ", by=plan.actor("Chi"))
    plan.reported()
    done = plan.reported()
    planning.confirm_completion(done, by=plan.actor("An"))
    exchanges.proposal(plan)
    exchanges.sent(plan)
    exchanges.scheme(plan)
    inside.given(plan, officer=plan.world.posting("An"))


def _papers(plan: Plan) -> None:
    world = plan.world
    open_ = cases.open_round(world, deadline_at=datetime(2027, 1, 20, 10, tzinfo=UTC))
    cases.approved(world, open_)
    signing.handed_in(world, signing.ready(world, open_))
    cases.submitted(world, open_, "ba-to", by="Ba")


def _register(plan: Plan) -> None:
    world, chi = plan.world, plan.actor("Chi")
    coreforce_cases.team(world)
    under = events_cases.plan(world)
    events_cases.site(world, under, level="tinh", title="Ứng cử")
    events_cases.ready(world, under, title="Đã khai mạc")
    events_cases.held(world, under, title="Đã ghi")
    for number in range(7):
        model = exemplars_cases.running(world, since=900, name=f"Mô hình {number}")
    agree_to_visit(exemplars_cases.asked(model, by=plan.actor("An")), clock.today(), by=chi)
    exemplars_cases.asked(model, by=plan.actor("Ba"))
    held = forum_cases.forum(world)
    forum_cases.assigned(world, held)
    forum_cases.remark(world, held)
    grassroots_cases.advised(world)
    grassroots_cases.disclosure(world)
    outreach_cases.bulletin(world, recipients=[world.body("ca", "dak-ha")])
    late = clock.today() - timedelta(days=1)
    certified = training_cases.planned(world, last_day=late)
    training_cases.certified(world, certified, "Ba", valid_to=clock.today() + timedelta(days=20))


def _meetings(plan: Plan) -> None:
    world, an = plan.world, plan.actor("An")
    meetings_cases.meeting(world)
    meetings_cases.directive(world, meetings_cases.held(world))
    coming: Any = meetings_cases.meeting(world, title="Sơ kết", held_on=plan.day(10))
    invited = meetings.Invited(world.body("ca", "dak-ha"), "Trưởng Công an xã")
    meetings.invite(coming, [invited], by=an)
    meetings.send_invitations(coming, by=an)
    terms = meetings.PaperTerms(
        body=world.body("ca", "dak-ha"), kind="tham_luan", title="Camera an ninh"
    )
    meetings.ask_paper(coming, terms, by=an)


def _oversight(plan: Plan) -> None:
    world = plan.world
    inspection = inspection_cases.under_way(world)
    session_cases.session(world, inspection, held_on=plan.day(7))
    session_cases.held(world, inspection)
    inspection_cases.clarification(world, inspection)
    answered = inspection_cases.clarification(world, inspection)
    oversight.take_clarification_step(answered, "answer", by=plan.actor("Chi"), text="Ba xã")
    inspection_cases.recommended(world)
