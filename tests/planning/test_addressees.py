"""Standing work, separate regimes, further addressees, contents."""

import pytest

from phongtrao.core.errors import Forbidden, InvalidInput, Refused, TransitionRefused
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.planning import actions
from phongtrao.planning.workflow import AddresseeState, Part

pytestmark = pytest.mark.database


def test_a_body_declares_a_requirement_standing(plan):
    found = actions.declare_standing(plan.addressee(), by=plan.actor("Chi"), note="Mục II báo cáo")
    assert found.state == AddresseeState.STANDING
    assert found.note == "Mục II báo cáo"
    assert Notice.objects.filter(account__full_name="An", kind="requirement.decided").exists()


def test_a_declaration_can_be_taken_back_but_tasks_cannot(plan):
    addressee = plan.addressee()
    actions.declare_standing(addressee, by=plan.actor("Chi"))
    found = actions.reopen_addressee(addressee, by=plan.actor("Chi"))
    assert (found.state, found.decided_at, found.decided_by) == (AddresseeState.OPEN, None, None)
    actions.make_concrete(addressee, tasks=[plan.spec()], by=plan.actor("Chi"))
    with pytest.raises(TransitionRefused):
        actions.reopen_addressee(addressee, by=plan.actor("Chi"))


def test_declaring_twice_is_refused(plan):
    actions.declare_standing(plan.addressee(), by=plan.actor("Chi"))
    with pytest.raises(TransitionRefused):
        actions.set_separate_regime(plan.addressee(), by=plan.actor("Chi"))


@pytest.mark.parametrize("name", ["An", "Ba", "Vân", "Giang"])
@pytest.mark.parametrize("act", [actions.declare_standing, actions.set_separate_regime])
def test_nobody_else_declares(plan, act, name):
    with pytest.raises(Forbidden):
        act(plan.addressee(), by=plan.actor(name))


def test_under_a_separate_regime_only_the_day_is_kept(plan):
    addressee = plan.addressee()
    actions.set_separate_regime(addressee, by=plan.actor("Chi"))
    found = actions.mark_separate_done(addressee, done_on=plan.day(-1), by=plan.actor("Chi"))
    assert found.done_on == plan.day(-1)
    entry = AuditEntry.objects.filter(verb="requirement.separate_done").get()
    assert set(entry.auditpayload.payload) == {"body", "done_on"}


def test_done_is_noted_once(plan):
    addressee = plan.addressee()
    actions.set_separate_regime(addressee, by=plan.actor("Chi"))
    actions.mark_separate_done(addressee, done_on=plan.day(0), by=plan.actor("Chi"))
    with pytest.raises(Refused, match="Đã ghi nhận"):
        actions.mark_separate_done(addressee, done_on=plan.day(0), by=plan.actor("Chi"))


@pytest.mark.parametrize("days", [1, -6])
def test_done_neither_tomorrow_nor_before_the_paper(plan, days):
    addressee = plan.addressee()
    actions.set_separate_regime(addressee, by=plan.actor("Chi"))
    with pytest.raises(InvalidInput):
        actions.mark_separate_done(addressee, done_on=plan.day(days), by=plan.actor("Chi"))


def test_done_needs_the_separate_regime(plan):
    with pytest.raises(Refused, match="chế độ riêng"):
        actions.mark_separate_done(plan.addressee(), done_on=plan.day(0), by=plan.actor("Chi"))


def test_the_home_body_names_further_bodies_once(plan):
    requirement = plan.requirement(2)
    bodies = [plan.world.body("ca", key) for key in ("dak-ha", "ba-to", "dak-ha")]
    added = actions.add_addressees(requirement, bodies, part=Part.LEAD, by=plan.actor("An"))
    again = actions.add_addressees(requirement, bodies, part=Part.LEAD, by=plan.actor("An"))
    assert len(added) == 2
    assert again == []
    assert all(row.concretise_by for row in added)


def test_no_body_of_another_province_is_named(plan):
    with pytest.raises(InvalidInput, match="Chư Sê"):
        actions.add_addressees(
            plan.requirement(2),
            [plan.world.body("ca", "chu-se")],
            part=Part.LEAD,
            by=plan.actor("An"),
        )


def test_only_the_home_body_names_bodies_and_maps_contents(plan):
    with pytest.raises(Forbidden):
        actions.add_addressees(plan.requirement(), [], part=Part.LEAD, by=plan.actor("Chi"))
    with pytest.raises(Forbidden):
        actions.map_content(plan.requirement(), None, by=plan.actor("Chi"))


def test_a_requirement_is_mapped_to_a_content(plan):
    content = plan.programme.contents.get(code="C5")
    assert actions.map_content(plan.requirement(2), content, by=plan.actor("An")).content == content
