"""Turning what a paper asks into tasks."""

import pytest

from phongtrao.core.errors import Forbidden, InvalidInput, TransitionRefused
from phongtrao.core.models import AuditEntry, Notice
from phongtrao.planning import actions
from phongtrao.planning.actions import PartSpec
from phongtrao.planning.models import Task
from phongtrao.planning.workflow import AddresseeState

pytestmark = pytest.mark.database


def test_the_addressed_body_makes_tasks_with_product_lead_parts_and_date(plan):
    addressee = plan.addressee()
    front = plan.world.body("mttq", "dak-ha")
    spec = plan.spec(parts=(PartSpec(front, "vận động hội viên"),))
    [task] = actions.make_concrete(addressee, tasks=[spec], by=plan.actor("Chi"))
    addressee.refresh_from_db()
    assert addressee.state == AddresseeState.MADE_CONCRETE
    assert addressee.decided_by == plan.world.posting("Chi")
    assert task.requirement == addressee.requirement
    assert task.assigner == task.lead == plan.world.body("ca", "dak-ha")
    assert task.original_due_on == task.due_on == plan.day(10)
    assert [(p.body, p.text) for p in task.parts.all()] == [(front, "vận động hội viên")]


def test_one_requirement_may_become_several_tasks(plan):
    specs = [plan.spec(), plan.spec(title="Tổ chức hội nghị", due_on=plan.day(30))]
    made = actions.make_concrete(plan.addressee(), tasks=specs, by=plan.actor("Cường"))
    assert len(made) == Task.objects.count() == 2


def test_a_second_decision_is_refused_and_makes_no_task(plan):
    addressee = plan.addressee()
    actions.make_concrete(addressee, tasks=[plan.spec()], by=plan.actor("Chi"))
    with pytest.raises(TransitionRefused, match="Đã cụ thể hóa"):
        actions.make_concrete(addressee, tasks=[plan.spec()], by=plan.actor("Chi"))
    assert Task.objects.count() == 1


@pytest.mark.parametrize("name", ["An", "Ba", "Giang", "Dũng", "Vân", "Kiểm"])
def test_nobody_else_makes_it_concrete(plan, name):
    with pytest.raises(Forbidden):
        actions.make_concrete(plan.addressee(), tasks=[plan.spec()], by=plan.actor(name))


def test_a_date_that_has_passed_is_refused(plan):
    with pytest.raises(InvalidInput, match="đã qua"):
        actions.make_concrete(
            plan.addressee(), tasks=[plan.spec(due_on=plan.day(-1))], by=plan.actor("Chi")
        )
    assert not Task.objects.exists()


def test_a_date_after_that_of_the_paper_is_refused(plan):
    addressee = plan.addressee(3, area="ly-son")
    spec = plan.spec(lead=plan.world.body("ca", "ly-son"), due_on=plan.day(21))
    with pytest.raises(InvalidInput, match="muộn hơn hạn của văn bản"):
        actions.make_concrete(addressee, tasks=[spec], by=plan.actor("Lý"))


def test_where_the_papers_date_has_passed_a_new_date_is_allowed(plan):
    addressee = plan.addressee(3, area="ly-son")
    addressee.requirement.due_on = plan.day(-3)
    addressee.requirement.save()
    spec = plan.spec(lead=plan.world.body("ca", "ly-son"), due_on=plan.day(5))
    assert actions.make_concrete(addressee, tasks=[spec], by=plan.actor("Lý"))


@pytest.mark.parametrize(
    ("kind", "area"), [("ca", "quang-ngai"), ("ca", "ba-to"), ("ca", "chu-se")]
)
def test_a_commune_gives_no_task_outside_its_area(plan, kind, area):
    spec = plan.spec(lead=plan.world.body(kind, area))
    with pytest.raises(InvalidInput, match="phạm vi"):
        actions.make_concrete(plan.addressee(), tasks=[spec], by=plan.actor("Chi"))


def test_a_body_takes_one_part_only(plan):
    lead = plan.world.body("ca", "dak-ha")
    with pytest.raises(InvalidInput, match="một phần"):
        actions.make_concrete(
            plan.addressee(), tasks=[plan.spec(parts=(PartSpec(lead),))], by=plan.actor("Chi")
        )


@pytest.mark.parametrize("change", [{"title": "  "}, {"product": ""}])
def test_a_task_needs_a_name_and_a_product(plan, change):
    with pytest.raises(InvalidInput, match="tên và sản phẩm"):
        actions.make_concrete(plan.addressee(), tasks=[plan.spec(**change)], by=plan.actor("Chi"))


def test_no_task_at_all_is_no_decision(plan):
    with pytest.raises(InvalidInput):
        actions.make_concrete(plan.addressee(), tasks=[], by=plan.actor("Chi"))


def test_a_task_without_a_paper_tells_its_lead_and_stands_in_the_chain(plan):
    task = plan.task()
    assert task.requirement is None
    assert Notice.objects.filter(account__full_name="Chi", kind="task.assigned").count() == 1
    assert AuditEntry.objects.filter(verb="task.assigned", target_id=str(task.pk)).exists()


def test_a_clerk_assigns_nothing(plan):
    with pytest.raises(Forbidden):
        plan.task("Vân")
