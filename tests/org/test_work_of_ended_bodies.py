"""Open work of a body that ends by an act recorded ahead goes to its heir on the day, once."""

from datetime import timedelta
from fractions import Fraction

import pytest

from phongtrao.core import audit, clock
from phongtrao.core.models import AuditEntry, AuditPayload
from phongtrao.org import jobs, queries
from phongtrao.org.actions import area_changes, area_undo
from phongtrao.org.models import AreaChange, Body, Posting
from phongtrao.org.queries import area_on
from phongtrao.org.reshaping.operations import NewArea, Order, Part, Reorganise
from phongtrao.planning import actions as planning
from phongtrao.planning.models import Task

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TODAY = clock.today()
IN_FORCE = TODAY + timedelta(days=30)


@pytest.fixture
def merger(world, plan):
    """Đăk Hà, which leads a task, and Ba Tơ become xã Giả Định in thirty days."""
    task = plan.task()
    ids = [world.area(key).pk for key in ("dak-ha", "ba-to")]
    code = area_on(ids[0], TODAY).code
    area = NewArea(code, "Giả Định", "xã", "commune", world.area("quang-ngai").pk)
    order = Order(
        Reorganise((area,), tuple(Part(each, 0, Fraction(1)) for each in ids)),
        IN_FORCE,
        "Nghị quyết 99/NQ-UBTVQH16",
    )
    return area_changes.carry_out(order, by=world.actor("Quản")), task


def _lead(task):
    return Task.objects.get(pk=task.pk).lead


def _on(monkeypatch, day):
    monkeypatch.setattr(clock, "today", lambda: day)
    return area_changes.hand_over_due()


def _heir():
    return Body.objects.get(kind="ca", name__endswith="Giả Định")


def test_work_stays_where_it_is_until_the_day(world, merger, monkeypatch):
    change, task = merger
    assert change.record["work"] is None
    assert _on(monkeypatch, IN_FORCE - timedelta(days=1)) == 0
    assert _lead(task) == world.body("ca", "dak-ha")


def test_on_the_day_work_goes_to_the_heir_and_open_pages_of_it_are_stale(
    world, merger, monkeypatch
):
    change, task = merger
    assert _on(monkeypatch, IN_FORCE) == 1
    moved = Task.objects.get(pk=task.pk)
    assert (moved.lead, moved.row_version) == (_heir(), task.row_version + 1)
    heir = _heir().pk
    old = world.body("ca", "dak-ha").pk
    work = AreaChange.objects.get(pk=change.pk).record["work"]
    assert ["planning.Task", task.pk, "lead", old, heir] in work


def test_a_missed_day_is_made_up_for_and_a_second_run_finds_nothing(world, merger, monkeypatch):
    _change, task = merger
    assert _on(monkeypatch, IN_FORCE + timedelta(days=3)) == 1
    assert _on(monkeypatch, IN_FORCE + timedelta(days=4)) == 0
    assert _lead(task) == _heir()
    [told] = AuditPayload.objects.filter(entry__verb="area.work_handed_over")
    assert told.payload["items"] >= 1
    assert AuditEntry.objects.get(verb="area.work_handed_over").actor == "scheduler"
    assert not list(audit.faults())


def test_an_act_undone_before_its_day_moves_nothing(world, merger, monkeypatch):
    change, task = merger
    area_undo.undo(change, by=world.actor("Quản"))
    assert _on(monkeypatch, IN_FORCE) == 0
    assert _lead(task) == world.body("ca", "dak-ha")


def test_what_an_official_holds_goes_on_in_his_posting_in_the_successor(world, merger, monkeypatch):
    _change, task = merger
    later = TODAY + timedelta(days=90)
    planning.ask_extension(task, asked_due_on=later, reason="Chờ tài liệu", by=world.actor("Chi"))
    old, account = world.posting("Chi"), world.posting("Chi").account
    new = Posting.objects.get(account=account, body=_heir())
    [held] = queries.held_by(new, IN_FORCE)
    assert held.kind.key == "planning.extension"
    assert queries.held_by(new, IN_FORCE - timedelta(days=1)) == []
    assert [each.kind.key for each in queries.held_by(old, TODAY)] == ["planning.extension"]


def test_the_planned_job_does_it(merger, monkeypatch):
    _change, task = merger
    monkeypatch.setattr(clock, "today", lambda: IN_FORCE)
    jobs.hand_over_area_work.call()
    assert _lead(task) == _heir()
