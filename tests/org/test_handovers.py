"""Bàn giao công tác: everything a posting holds goes to another one, once, with its minutes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from phongtrao.core import audit, clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused
from phongtrao.core.models import AuditEntry, AuditPayload, Notice
from phongtrao.org import actions, queries
from phongtrao.org.models import Delegation, Handover, Posting
from phongtrao.org.permissions import actor_for
from phongtrao.org.roles import Role
from phongtrao.planning.models import Task

pytestmark = [pytest.mark.database, pytest.mark.django_db]
TODAY = clock.today()
TOMORROW = TODAY + timedelta(days=1)
NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def colleague(world):
    """Another officer of the provincial police, who goes on with An's work."""
    return world.add_posting("Nam", "ca", "quang-ngai", Role.OFFICER)


@pytest.fixture
def admin(world):
    """An administrator of Quảng Ngãi."""
    world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR)
    return world.actor("Quý")


@pytest.fixture
def task(plan):
    """A task that An has given to the police of Đăk Hà."""
    return plan.task()


def _terms(receiver, on=TOMORROW, **paper):
    return actions.HandoverTerms(receiver, on, **paper)


def _hand_over(world, receiver, *, giver="An", by=None, on=TOMORROW, **paper):
    posting, terms = world.posting(giver), _terms(receiver, on, **paper)
    by = by or world.actor(giver)
    mark = actions.preview_handover(posting, terms, by=by).mark
    return actions.hand_over_posting(posting, terms, by=by, mark=mark)


def _lend(giver, receiver, start=TODAY, end=NEXT_WEEK):
    return Delegation.objects.create(
        from_posting=giver,
        to_account=receiver.account,
        valid_from=start,
        valid_to=end,
        paper_number="05/GUQ",
        paper_date=TODAY,
    )


def _held(posting, day):
    return {held.kind.key: held.pks for held in queries.held_by(posting, day)}


def test_the_items_that_name_a_posting_go_to_the_receiver_and_keep_their_author(
    world, plan, task, colleague
):
    draft, an = plan.draft(number="130/KH-CAT"), world.posting("An")
    made = _hand_over(world, colleague)
    assert _held(an, TODAY)["planning.task"] == [task.pk]
    assert _held(colleague, TODAY) == {}
    assert _held(an, TOMORROW) == {}
    moved = _held(colleague, TOMORROW)
    assert (moved["planning.task"], moved["intake.draft"]) == ([task.pk], [draft.pk])
    assert Task.objects.get(pk=task.pk).created_by == an
    assert dict(made.record["items"]) == moved


def test_work_goes_on_through_every_later_handover(world, task, colleague):
    third = world.add_posting("Tú", "ca", "quang-ngai", Role.OFFICER)
    _hand_over(world, colleague, on=TOMORROW)
    _hand_over(world, third, giver="Nam", on=NEXT_WEEK)
    assert _held(colleague, TOMORROW)["planning.task"] == [task.pk]
    assert _held(third, NEXT_WEEK)["planning.task"] == [task.pk]
    assert _held(colleague, NEXT_WEEK) == {}


def test_work_of_the_body_stays_with_it_and_is_counted(world, task, colleague):
    made = _hand_over(world, colleague)
    assert ["Nhiệm vụ đã giao", 1] in made.record["body"]
    assert Task.objects.get(pk=task.pk).assigner == world.body("ca", "quang-ngai")


def test_the_posting_ends_on_the_day_and_one_entry_tells_the_counts(world, task, colleague):
    _hand_over(world, colleague, paper_number=" 12/QĐ-CAT ", paper_date=TODAY)
    assert Posting.objects.get(pk=world.posting("An").pk).valid_to == TOMORROW
    told = AuditPayload.objects.get(entry__verb="posting.handed_over").payload
    assert told["items"]["planning.task"] == 1
    assert told["total"] == sum(told["items"].values())
    assert told["paper_number"] == "12/QĐ-CAT"
    assert AuditEntry.objects.filter(verb="posting.ended").count() == 1
    assert not list(audit.faults())


def test_the_record_names_items_and_no_person(world, task, colleague):
    made = _hand_over(world, colleague)
    said = str(made.record)
    for posting in (world.posting("An"), colleague):
        assert posting.account.full_name not in said
    assert task.title not in said


def test_loans_from_and_to_the_leaver_end_with_the_posting(world, colleague):
    given = _lend(world.posting("An"), colleague)
    taken = _lend(world.posting("Bình"), world.posting("An"))
    later = _lend(
        world.posting("Vân"),
        world.posting("An"),
        start=NEXT_WEEK,
        end=NEXT_WEEK + timedelta(days=3),
    )
    _hand_over(world, colleague)
    assert Delegation.objects.get(pk=given.pk).valid_to == TOMORROW
    assert Delegation.objects.get(pk=taken.pk).valid_to == TOMORROW
    assert not Delegation.objects.filter(pk=later.pk).exists()
    lender = world.posting("Bình").account
    assert Notice.objects.filter(account=lender, kind="delegation").count() == 1


def test_a_loan_goes_on_where_another_posting_of_the_borrower_stands_as_near(world, colleague):
    Posting.objects.create(
        account=world.posting("An").account,
        body=world.body("ca", "quang-ngai"),
        role=Role.CLERK,
        capacity="Văn thư",
        valid_from=TODAY,
    )
    taken = _lend(world.posting("Bình"), world.posting("An"))
    _hand_over(world, colleague)
    assert Delegation.objects.get(pk=taken.pk).valid_to == NEXT_WEEK


def test_a_posting_hands_over_once(world, task, colleague):
    _hand_over(world, colleague, on=NEXT_WEEK)
    with pytest.raises(Refused) as refusal:
        _hand_over(world, world.posting("Bình"))
    assert refusal.value.code == "handover_twice"
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.create(
            from_posting=world.posting("An"),
            to_posting=world.posting("Bình"),
            on=TOMORROW,
            made_at=clock.now(),
        )


def test_what_changed_after_the_preview_is_seen_again_first(world, plan, task, colleague):
    terms, by = _terms(colleague), world.actor("An")
    mark = actions.preview_handover(world.posting("An"), terms, by=by).mark
    plan.draft(number="131/KH-CAT")
    with pytest.raises(Refused) as refusal:
        actions.hand_over_posting(world.posting("An"), terms, by=by, mark=mark)
    assert refusal.value.code == "handover_stale"
    assert not Handover.objects.exists()
    assert Posting.objects.get(pk=world.posting("An").pk).valid_to is None


def test_the_holder_and_an_administrator_hand_over_and_nobody_else(world, admin, colleague):
    terms = _terms(colleague)
    for name in ("Bình", "Vân", "Chi", "Giang", "Trung", "Kiểm"):
        with pytest.raises(Forbidden):
            actions.preview_handover(world.posting("An"), terms, by=world.actor(name))
    with pytest.raises(NotFound):
        queries.posting_to_hand_over(world.actor("Giang"), world.posting("An").pk)
    assert _hand_over(world, colleague, by=admin).made_by == world.posting("Quý")


def test_who_acts_by_delegation_does_not_hand_the_posting_over(world, colleague):
    lent = _lend(world.posting("An"), world.posting("Bình"))
    by = actor_for(lent.to_account, TODAY, posting_id=world.posting("An").pk)
    assert by.delegation == lent
    with pytest.raises(Forbidden):
        actions.preview_handover(world.posting("An"), _terms(colleague), by=by)


@pytest.mark.parametrize(
    ("receiver", "on", "paper", "field"),
    [
        ("Dũng", TOMORROW, {}, "to_posting"),
        ("An", TOMORROW, {}, "to_posting"),
        ("Nam", TODAY - timedelta(days=1), {}, "on"),
        ("Nam", TOMORROW, {"paper_number": "12/QĐ"}, "paper_number"),
        ("Nam", TOMORROW, {"paper_date": TODAY}, "paper_number"),
        ("Tạm", NEXT_WEEK, {}, "to_posting"),
    ],
)
def test_receiver_day_and_paper_must_fit(world, colleague, receiver, on, paper, field):
    world.add_posting("Tạm", "ca", "quang-ngai", Role.OFFICER, valid_to=NEXT_WEEK)
    with pytest.raises(InvalidInput) as refusal:
        _hand_over(world, world.posting(receiver), on=on, **paper)
    assert field in refusal.value.fields


def test_nobody_leaves_before_he_receives_nor_receives_after_he_left(world, colleague):
    _hand_over(world, colleague, on=NEXT_WEEK)
    with pytest.raises(Refused) as early:
        _hand_over(world, world.posting("Bình"), giver="Nam", on=TOMORROW)
    assert early.value.code == "handover_before_receiving"
    with pytest.raises(Refused) as leaver:
        _hand_over(world, world.posting("An"), giver="Bình", on=NEXT_WEEK)
    assert leaver.value.code in ("handover_to_leaver", "handover_terms")


def test_a_posting_that_has_ended_hands_over_afterwards_and_keeps_its_end(world, admin, colleague):
    left = world.add_posting("Hùng", "ca", "quang-ngai", Role.OFFICER, valid_to=TODAY)
    _hand_over(world, colleague, giver="Hùng", by=admin, on=TOMORROW)
    assert Posting.objects.get(pk=left.pk).valid_to == TODAY


def test_the_receiver_is_told_and_reads_the_minutes(world, task, colleague):
    made = _hand_over(world, colleague)
    notice = Notice.objects.get(account=colleague.account)
    assert "An bàn giao cho bạn" in notice.text
    assert notice.address == reverse("org:handover-detail", args=[made.pk])
    assert queries.handover_for(world.actor("Nam"), made.pk) == made
    for stranger in ("Giang", "Dũng", "Chi"):
        with pytest.raises(NotFound):
            queries.handover_for(world.actor(stranger), made.pk)


def test_the_last_administrator_of_the_country_does_not_hand_over_and_leave(world):
    clerk = world.add_posting("Thư", "ca", "vn", Role.CLERK)
    with pytest.raises(Refused) as refusal:
        _hand_over(world, clerk, giver="Quản")
    assert refusal.value.code == "last_administrator"
    assert not Handover.objects.exists()


def test_two_who_hand_over_to_each_other_do_not_both_get_through(world, colleague):
    _hand_over(world, colleague)
    with pytest.raises((Refused, InvalidInput)):
        _hand_over(world, world.posting("An"), giver="Nam")
    assert Handover.objects.count() == 1
