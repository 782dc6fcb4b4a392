"""The pages of handing over: what one holds, the two steps, the minutes."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.core.models import AuditEntry
from phongtrao.org.models import Handover, Posting
from phongtrao.org.roles import Role

pytestmark = pytest.mark.django_db
TODAY = clock.today()
TOMORROW = TODAY + timedelta(days=1)
MOST_QUERIES = 20


@pytest.fixture
def colleague(world):
    """Another officer of the provincial police."""
    return world.add_posting("Nam", "ca", "quang-ngai", Role.OFFICER)


def _page(world, name="An"):
    return reverse("org:posting-hand-over", args=[world.posting(name).pk])


def _typed(receiver, on=TOMORROW, **more):
    typed = {
        "to_posting": receiver.pk,
        "on": date_vn(on),
        "paper_number": "",
        "paper_date": "",
        "_once": uuid.uuid4().hex,
    }
    return typed | more


def _mark(answer):
    return re.search(r'name="mark" value="(\w+)"', answer.content.decode())[1]


def _confirmed(client, world, receiver, **more):
    seen = client.post(_page(world), _typed(receiver, buoc="xem", **more))
    return _typed(receiver, buoc="lam", mark=_mark(seen), **more)


def test_the_own_page_lists_what_one_holds_with_links_and_leads_to_the_act(
    world, plan, client_for, colleague
):
    task = plan.task()
    text = client_for(world.posting("An")).get(reverse("org:held-work")).content.decode()
    assert f'href="{reverse("planning:task-detail", args=[task.pk])}"' in text
    assert _page(world) in text


def test_the_holder_previews_and_then_hands_over(world, plan, client_for, colleague):
    task, client = plan.task(), client_for(world.posting("An"))
    seen = client.post(_page(world), _typed(colleague, buoc="xem"))
    assert task.title in seen.content.decode()
    assert not Handover.objects.exists()
    done = client.post(_page(world), _typed(colleague, buoc="lam", mark=_mark(seen)))
    made = Handover.objects.get()
    assert done["Location"] == reverse("org:handover-detail", args=[made.pk])
    minutes = client.get(done["Location"]).content.decode()
    assert task.title in minutes
    assert "Bên giao" in minutes


def test_who_leaves_today_gets_the_minutes_with_the_answer(world, plan, client_for, colleague):
    task, client = plan.task(), client_for(world.posting("An"))
    answer = client.post(_page(world), _confirmed(client, world, colleague, on=TODAY))
    assert answer.status_code == 200
    assert task.title in answer.content.decode()
    assert client.get(reverse("org:held-work")).status_code == 403


def test_the_form_sent_twice_hands_over_once_and_answers_the_same(
    world, plan, client_for, colleague
):
    client = client_for(world.posting("An"))
    typed = _confirmed(client, world, colleague)
    answers = [client.post(_page(world), typed) for _ in range(2)]
    assert {answer["Location"] for answer in answers} == {
        reverse("org:handover-detail", args=[Handover.objects.get().pk])
    }
    assert AuditEntry.objects.filter(verb="posting.handed_over").count() == 1


def test_a_second_form_after_the_handover_is_refused_with_a_sentence(world, client_for, colleague):
    client = client_for(world.posting("An"))
    first, second = (_confirmed(client, world, colleague) for _ in range(2))
    client.post(_page(world), first)
    answer = client.post(_page(world), second)
    assert answer.status_code == 422
    assert "đã bàn giao" in answer.content.decode()
    assert Handover.objects.count() == 1


def test_a_preview_that_has_gone_stale_is_shown_anew(world, plan, client_for, colleague):
    client = client_for(world.posting("An"))
    typed = _confirmed(client, world, colleague)
    task = plan.task()
    answer = client.post(_page(world), typed)
    assert answer.status_code == 409
    assert task.title in answer.content.decode()
    assert not Handover.objects.exists()


def test_an_administrator_hands_over_from_the_account_and_reads_counts_only(
    world, plan, client_for, colleague
):
    task = plan.task()
    admin = client_for(world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR))
    account = reverse("org:account-detail", args=[world.posting("An").account_id])
    assert _page(world) in admin.get(account).content.decode()
    pages = [admin.get(_page(world)), admin.post(_page(world), _typed(colleague, buoc="xem"))]
    done = admin.post(_page(world), _typed(colleague, buoc="lam", mark=_mark(pages[1])))
    pages.append(admin.get(done["Location"]))
    for answer in pages:
        text = answer.content.decode()
        assert task.title not in text
        assert "Nhiệm vụ đã giao, đang theo dõi" in text
    assert done["Location"] in admin.get(account).content.decode()


def test_postings_and_minutes_of_another_province_are_not_there(world, client_for, colleague):
    client = client_for(world.posting("An"))
    client.post(_page(world), _confirmed(client, world, colleague))
    minutes = reverse("org:handover-detail", args=[Handover.objects.get().pk])
    for name in ("Giang", "Gấm", "Dũng"):
        stranger = client_for(world.posting(name))
        assert stranger.get(_page(world)).status_code == 404
        assert stranger.get(minutes).status_code == 404


def test_what_is_missing_is_said_at_its_field(world, client_for, colleague):
    client = client_for(world.posting("An"))
    answer = client.post(_page(world), _typed(colleague, buoc="xem", paper_number="12/QĐ"))
    assert answer.status_code == 422
    assert "Hãy ghi đủ số và ngày" in answer.content.decode()


def test_many_items_take_no_more_queries(world, plan, client_for, colleague):
    client = client_for(world.posting("An"))
    plan.task()
    client.get(reverse("org:held-work"))
    counts = []
    for extra in (0, 12):
        for _ in range(extra):
            plan.task()
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("org:held-work"))
        counts.append(len(asked))
    assert counts[0] == counts[1] <= MOST_QUERIES


def test_an_ended_posting_is_handed_over_by_the_administrator(world, client_for, colleague):
    world.add_posting("Hùng", "ca", "quang-ngai", Role.OFFICER, valid_to=TODAY)
    admin = client_for(world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR))
    page = _page(world, "Hùng")
    seen = admin.post(page, _typed(colleague, buoc="xem"))
    admin.post(page, _typed(colleague, buoc="lam", mark=_mark(seen)))
    assert Handover.objects.get().from_posting == world.posting("Hùng")
    assert Posting.objects.get(pk=world.posting("Hùng").pk).valid_to == TODAY
