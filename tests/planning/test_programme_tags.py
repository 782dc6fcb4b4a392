"""One task or paper for several programmes: found under each of them, counted once."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from phongtrao.core import audit
from phongtrao.core.errors import Forbidden
from phongtrao.planning import actions, queries
from phongtrao.planning.models import TaskProgramme
from tests.planning.register import found

pytestmark = pytest.mark.database


def _text(page):
    return re.sub(r"\s+", " ", page.content.decode())


@pytest.fixture
def province(plan):
    """The programme of Quảng Ngãi."""
    return found(plan)


def test_a_tagged_task_is_found_under_each_programme_and_counted_once(plan, province, client_for):
    task, other = plan.task(), plan.task()
    actions.tag_task(task, [province, plan.programme], by=plan.actor("An"))
    assert [row.programme for row in task.further_programmes.all()] == [province]
    mine = queries.visible_tasks(plan.actor("An"))
    assert list(mine.filter(queries.serving(province, "task"))) == [task]
    assert mine.filter(queries.serving(plan.programme, "task")).count() == 2
    assert mine.count() == 2
    client = client_for(plan.world.posting("An"))
    address = reverse("planning:task-list")
    assert "1 dòng" in _text(client.get(address, {"chuong_trinh": province.pk}))
    assert "2 dòng" in _text(client.get(address))
    assert other in mine
    assert audit.entries_of(task).last().verb == "task.tagged"


def test_tags_are_set_anew_and_each_stands_once(plan, province):
    task = plan.task()
    for wanted in ([province], [province], []):
        actions.tag_task(task, wanted, by=plan.actor("An"))
        assert task.further_programmes.count() == len(wanted)
    actions.tag_task(task, [province], by=plan.actor("An"))
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskProgramme.objects.create(task=task, programme=province)


def test_only_who_gave_the_task_or_keeps_the_paper_tags_it(plan, province):
    task = plan.task()
    for name in ("Chi", "Dũng", "Vân"):
        with pytest.raises(Forbidden):
            actions.tag_task(task, [province], by=plan.actor(name))
        with pytest.raises(Forbidden):
            actions.tag_document(province.paper, [province], by=plan.actor(name))


def test_a_tagged_paper_is_in_the_register_of_both_programmes(plan, province, client_for):
    document = plan.document(number="66/KH")
    actions.tag_document(document, [province], by=plan.actor("An"))
    client = client_for(plan.world.posting("An"))
    listed = _text(client.get(reverse("planning:document-list"), {"chuong_trinh": province.pk}))
    assert "66/KH" in listed
    assert "1 dòng" in listed
    page = _text(client.get(reverse("planning:programme-detail", args=[province.pk])))
    assert "66/KH" in page


def test_tags_are_chosen_on_a_page_that_shows_them_and_offers_none_of_others(
    plan, province, client_for, send
):
    task = plan.task()
    client = client_for(plan.world.posting("An"))
    address = reverse("planning:task-programmes", args=[task.pk])
    assert province.short_name in _text(client.get(address))
    assert send(client, address, programmes=[province.pk]).status_code == 302
    detail = reverse("planning:task-detail", args=[task.pk])
    assert province.short_name in _text(client.get(detail))
    assert client_for(plan.world.posting("Giang")).get(address).status_code == 404
    assert client_for(plan.world.posting("Chi")).get(address).status_code == 403
    giang = actions.assign_task(
        plan.spec(lead=plan.world.body("ca", "chu-se")),
        programme=plan.programme,
        by=plan.actor("Giang"),
    )
    outside = client_for(plan.world.posting("Giang"))
    mine = reverse("planning:task-programmes", args=[giang.pk])
    assert send(outside, mine, programmes=[province.pk]).status_code == 422
    paper = reverse("planning:document-programmes", args=[province.paper_id])
    assert send(client, paper, programmes=[province.pk]).status_code == 302
