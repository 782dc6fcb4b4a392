"""What the database itself refuses, the pack, and the classes as it reads them."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.core import clock
from phongtrao.core.errors import Refused
from phongtrao.org.models import BodyKind
from phongtrao.planning import actions, queries
from phongtrao.planning.imports import load_pack
from phongtrao.planning.models import (
    ExtensionRequest,
    Programme,
    ProgrammeAlias,
    ProgrammeContent,
    RequirementAddressee,
    Task,
)
from phongtrao.planning.rules import CLASS_LABELS
from phongtrao.planning.workflow import ADDRESSEE, EXTENSION, TASK
from tests.extent import drawn

pytestmark = pytest.mark.database


def _refused(rows, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "nonsense"},
        {"state": "completed"},
        {"state": "reported_done"},
        {"state": "suspended"},
        {"state": "withdrawn"},
        {"reported_on": clock.today()},
        {"completed_at": clock.now()},
        {"suspended_at": clock.now()},
        {"withdrawn_at": clock.now()},
        {"due_on": clock.today()},
    ],
)
def test_states_and_facts_of_a_task_go_together(plan, fields):
    task = plan.task()
    _refused(Task.objects.filter(pk=task.pk), **fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "standing"},
        {"state": "x"},
        {"decided_at": clock.now()},
        {"done_on": clock.today()},
    ],
)
def test_states_and_facts_of_an_addressee_go_together(plan, fields):
    row = plan.addressee()
    _refused(RequirementAddressee.objects.filter(pk=row.pk), **fields)


@pytest.mark.parametrize("fields", [{"state": "granted"}, {"decided_at": clock.now()}])
def test_states_and_facts_of_an_extension_go_together(plan, fields):
    asked = actions.ask_extension(
        plan.task(), asked_due_on=plan.day(20), reason="Chờ", by=plan.actor("Chi")
    )
    _refused(ExtensionRequest.objects.filter(pk=asked.pk), **fields)
    _refused(ExtensionRequest.objects.filter(pk=asked.pk), asked_due_on=plan.day(10))


def test_the_tables_reach_every_state():
    for table in (TASK, ADDRESSEE, EXTENSION):
        reachable = {table.initial.value}
        for step in table.transitions:
            reachable.add(step.target.value)
        assert reachable == set(table.states)


def test_a_paper_is_registered_once_whatever_the_spelling(plan):
    document = plan.document()
    document.pk = None
    document.draft = plan.draft(number="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        document.save(force_insert=True)


def test_the_pack_loaded_twice_is_one(plan):
    counts = [m.objects.count() for m in (Programme, ProgrammeAlias, ProgrammeContent)]
    ProgrammeAlias.objects.create(programme=plan.programme, text="CTPH07", key="ctph07")
    assert load_pack() == plan.programme
    assert counts[2] == 7
    after = [m.objects.count() for m in (Programme, ProgrammeAlias, ProgrammeContent)]
    assert after == [counts[0], counts[1] + 1, counts[2]]
    assert [p.kind_id for p in plan.programme.parties.all()] == ["ca", "mttq"]


def test_a_pack_without_its_kinds_of_bodies_says_what_is_missing(db):
    BodyKind.objects.create(code="ca", name="Công an")
    with pytest.raises(Refused, match="mttq"):
        load_pack()
    assert not Programme.objects.exists()


_states = st.sampled_from(
    ["assigned", "in_progress", "reported_done", "completed", "suspended", "withdrawn"]
)


@settings(
    max_examples=drawn(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(_states, st.integers(-9, 9), st.integers(0, 12)), max_size=6))
def test_the_database_and_the_rule_give_the_same_class(plan, rows):
    """Every task is in exactly one class, the same one by both ways."""
    day = plan.day(0)
    Task.objects.all().delete()
    for state, due, reported in rows:
        _stored_task(plan, state, day + timedelta(days=due), day + timedelta(days=due - reported))
    tasks = list(Task.objects.all())
    for name in CLASS_LABELS:
        by_rule = {t.pk for t in tasks if queries.clocks_of(t, day).current.task_class == name}
        assert set(
            queries.in_class(Task.objects.all(), name, day).values_list("pk", flat=True)
        ) == (by_rule)
    soon = {t.pk for t in tasks if queries.clocks_of(t, day).is_due_soon}
    found = queries.in_class(Task.objects.all(), queries.SOON, day)
    assert set(found.values_list("pk", flat=True)) == soon


def _stored_task(plan, state, due_on, reported_on):
    body, posting = plan.world.body("ca", "dak-ha"), plan.world.posting("Chi")
    facts = {}
    if state in ("reported_done", "completed"):
        facts |= {
            "reported_on": reported_on + timedelta(days=6),
            "reported_account": posting.account,
        }
    if state == "completed":
        facts |= {"completed_at": clock.now(), "completed_by": posting}
    if state == "suspended":
        facts |= {"suspended_at": clock.now(), "halted_by_paper": "1/CV"}
    if state == "withdrawn":
        facts |= {"withdrawn_at": clock.now(), "halted_by_paper": "1/CV"}
    Task.objects.create(
        programme=plan.programme,
        title="Việc",
        product="Báo cáo",
        assigner=body,
        lead=body,
        original_due_on=due_on,
        due_on=due_on,
        state=state,
        created_at=clock.now(),
        created_by=posting,
        **facts,
    )
