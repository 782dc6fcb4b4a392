"""Committees: drafts, decisions that follow one another, vacancies, and what the database holds."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.db import IntegrityError, transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import Forbidden, InvalidInput, Refused, StaleVersion
from phongtrao.org.actions import area_changes, area_undo
from phongtrao.org.actions import compositions as actions
from phongtrao.org.models import Body, BodySuccession, Composition, Posting, Seat, SeatTitle
from phongtrao.org.queries import body_for_org_id, worker_for_org_id
from phongtrao.org.queries import compositions as queries
from phongtrao.org.reshaping.operations import NewArea, Order, Part, Reorganise
from phongtrao.org.roles import Role
from tests.org.committees import (
    KIND,
    STARTS,
    committee,
    confirmed,
    draft,
    seats_of_five,
    terms,
)

pytestmark = [pytest.mark.database, pytest.mark.django_db]
NEXT = date(2026, 3, 1)


def _due(world, day=None, *, by="Chi"):
    actor = world.actor(by)
    return list(queries.due_on(actor, day or clock.today()).values_list("name", flat=True))


def test_a_new_decision_ends_the_former_on_its_first_day(world):
    first = confirmed(world)
    second = confirmed(world, decision_number="3/QĐ-UBND", valid_from=NEXT)
    first.refresh_from_db()
    assert (first.valid_to, second.valid_to) == (NEXT, None)
    on = [queries.with_reasons([second.body], day)[0].composition for day in
          (STARTS, NEXT - timedelta(days=1), NEXT)]  # fmt: skip
    assert on == [first, first, second]


def test_an_older_decision_recorded_late_stands_between_its_neighbours(world):
    first = confirmed(world)
    last = confirmed(world, decision_number="3/QĐ-UBND", valid_from=NEXT)
    between = confirmed(world, decision_number="40/QĐ-UBND", valid_from=date(2025, 11, 1))
    first.refresh_from_db()
    last.refresh_from_db()
    assert [row.valid_to for row in (first, between, last)] == [between.valid_from, NEXT, None]


def test_two_decisions_cannot_begin_on_one_day(world):
    confirmed(world)
    again = draft(world, decision_number="13/QĐ-UBND")
    with pytest.raises(Refused, match="01/08/2025"):
        actions.confirm_composition(again, by=world.actor("Chi"))


def test_a_draft_changes_nothing_until_it_is_confirmed(world):
    first = confirmed(world)
    draft(world, decision_number="", decided_on=None, valid_from=NEXT)
    first.refresh_from_db()
    assert first.valid_to is None
    assert queries.with_reasons([first.body], clock.today())[0].composition == first


def test_a_second_draft_is_the_first_one_again(world):
    made = draft(world)
    again = actions.start_composition(KIND, world.area("dak-ha").pk, by=world.actor("Chi"))
    assert again == made
    assert again.seats.count() == 5


def test_a_new_draft_starts_from_the_former_seats_without_those_who_left(world):
    left = world.posting("Cường")
    seats = [*seats_of_five(world, "dak-ha")[:1], actions.SeatTerms(
        SeatTitle.STANDING_DEPUTY, "Trưởng Công an", left.body, "An ninh", left)]  # fmt: skip
    confirmed(world, seats=seats)
    Posting.objects.filter(pk=left.pk).update(valid_to=clock.today())
    made = actions.start_composition(KIND, world.area("dak-ha").pk, by=world.actor("Chi"))
    assert [(s.title, s.post, s.posting) for s in made.seats.all()] == [
        ("head", "Chủ tịch UBND", None), ("standing_deputy", "Trưởng Công an", None)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"decision_number": ""}, "số, ký hiệu"),
        ({"decided_on": None}, "ngày ký"),
        ({"issuer_text": ""}, "người ban hành"),
        ({"seats": []}, "Trưởng ban"),
        ({"decided_on": clock.today() + timedelta(days=1)}, "sau hôm nay"),
    ],
)
def test_what_is_missing_from_a_signed_decision_is_named(world, changes, said):
    made = draft(world, **changes)
    with pytest.raises(InvalidInput, match=said):
        actions.confirm_composition(made, by=world.actor("Chi"))


def test_a_confirmed_decision_stays_as_it_is(world):
    made = confirmed(world)
    by = world.actor("Chi")
    with pytest.raises(Refused, match="đã xác nhận"):
        actions.change_composition(made, terms(), [], expected_version=made.row_version, by=by)
    with pytest.raises(Refused):
        actions.drop_composition(made, by=by)
    assert made.seats.count() == 5


def test_of_two_who_correct_at_once_the_second_sees_both_versions(world):
    made = draft(world)
    actor = world.actor("Chi")
    old = made.row_version
    actions.change_composition(made, terms(), seats_of_five(world, "dak-ha")[:2],
                               expected_version=old, by=actor)  # fmt: skip
    with pytest.raises(StaleVersion) as caught:
        actions.change_composition(made, terms(), [], expected_version=old, by=actor)
    assert "Chủ tịch UBND" in str(caught.value.theirs)
    assert made.seats.count() == 2


def test_a_committee_has_one_head_and_its_first_day_lies_in_its_life(world):
    made, by = draft(world), world.actor("Chi")
    heads = [actions.SeatTerms(SeatTitle.HEAD, f"Chủ tịch {n}") for n in (1, 2)]
    for given, said in ((terms(), "một Trưởng ban"), (terms(valid_from=date(2024, 1, 1)), "tồn")):
        seats = heads if said.startswith("một") else []
        with pytest.raises(InvalidInput, match=said):
            actions.change_composition(made, given, seats, expected_version=made.row_version, by=by)


@pytest.mark.parametrize("name", ["Cường", "Ba", "An", "Giang", "Dũng", "Vân"])
def test_only_officers_of_the_standing_body_and_administrators_record(world, name):
    committee(world, "dak-ha")
    with pytest.raises(Forbidden):
        actions.start_composition(KIND, world.area("dak-ha").pk, by=world.actor(name))


def test_an_administrator_records_in_his_area_alone(world):
    world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR)
    committee(world, "chu-se")
    assert draft(world, by="Quý").seats.count() == 5
    with pytest.raises(Forbidden):
        actions.start_composition(KIND, world.area("chu-se").pk, by=world.actor("Quý"))


def test_seats_outside_the_line_and_holders_out_of_sight_are_refused(world):
    made = draft(world)
    before = list(made.seats.values_list("post", "body_id", "posting_id"))
    away, above = world.posting("Giang"), world.posting("An")
    for seat, said in (
        (actions.SeatTerms(SeatTitle.MEMBER, "Cán bộ", away.body), "không thuộc địa bàn"),
        (actions.SeatTerms(SeatTitle.MEMBER, "Cán bộ", above.body, "", above), "được xem"),
        (actions.SeatTerms(SeatTitle.MEMBER, "Cán bộ", None, "", away), "được xem"),
    ):
        with pytest.raises(InvalidInput, match=said):
            actions.change_composition(
                made, terms(), [seat], expected_version=made.row_version, by=world.actor("Chi")
            )
    assert list(made.seats.values_list("post", "body_id", "posting_id")) == before


def test_a_kind_that_is_no_committee_is_refused(world):
    with pytest.raises(InvalidInput, match="không có loại ban"):
        actions.start_composition("ca", world.area("dak-ha").pk, by=world.actor("Chi"))


def test_every_verb_is_in_the_audit_chain_without_words_of_the_seats(world):
    made = confirmed(world)
    entries = list(audit.entries_of(made))
    assert [entry.verb for entry in entries] == [
        "composition.drafted", "composition.changed", "composition.confirmed"
    ]  # fmt: skip
    assert "Chủ tịch" not in str([entry.auditpayload.payload for entry in entries])
    dropped = draft(world, valid_from=NEXT)
    key = dropped.pk
    actions.drop_composition(dropped, by=world.actor("Chi"))
    assert not Composition.objects.filter(pk=key).exists()
    assert not list(audit.faults())


def test_a_holder_who_is_transferred_leaves_the_committee_due(world):
    holder = world.posting("Cường")
    seat = actions.SeatTerms(SeatTitle.HEAD, "Trưởng ban", holder.body, "", holder)
    made = confirmed(world, seats=[seat])
    assert _due(world) == []
    Posting.objects.filter(pk=holder.pk).update(valid_to=clock.today())
    assert _due(world) == [made.body.name]
    assert _due(world, clock.today() - timedelta(days=1)) == []
    (shown,) = queries.with_reasons([made.body], clock.today())
    assert "thôi chức vụ" in str(shown.reasons[0])
    assert "Cường" not in str(shown.reasons[0])


def test_an_ended_body_leaves_its_seat_vacant(world):
    made = confirmed(world)
    Body.objects.filter(pk=world.body("mttq", "dak-ha").pk).update(valid_to=date(2026, 6, 1))
    (shown,) = queries.with_reasons([made.body], clock.today())
    assert [str(reason) for reason in shown.reasons] == [
        (
            "Khuyết Phó Trưởng ban (Chủ tịch Ủy ban MTTQ Việt Nam):"
            " Ủy ban Mặt trận Tổ quốc Việt Nam xã Đăk Hà đã kết thúc từ ngày 01/06/2026."
        )
    ]


MERGING = date(2026, 12, 15)


def _merged(world):
    olds = (world.area("dak-ha").pk, world.area("ba-to").pk)
    new = NewArea("21484", "Giả Định", "xã", "commune", world.area("quang-ngai").pk)
    parts = tuple(Part(old, 0, Fraction(1)) for old in olds)
    order = Order(Reorganise((new,), parts), MERGING, "Nghị quyết 99/NQ-UBTVQH16")
    return area_changes.carry_out(order, by=world.actor("Quản"))


def test_after_a_merger_the_successor_is_due_until_its_own_decision(world):
    old = confirmed(world)
    _merged(world)
    heir = BodySuccession.objects.get(predecessor=old.body).successor
    admin = world.actor("Quản")
    assert list(queries.due_on(admin, MERGING)) == [heir]
    assert list(queries.due_on(admin, MERGING - timedelta(days=1))) == []
    (shown,) = queries.with_reasons([heir], MERGING)
    assert "Nhận nhiệm vụ của Ban Chỉ đạo 138 xã Đăk Hà từ ngày 15/12/2026" in str(shown.reasons[0])
    (former,) = queries.with_reasons([Body.objects.get(pk=old.body_id)], MERGING)
    assert not former.reasons
    seats = [actions.SeatTerms(SeatTitle.HEAD, "Chủ tịch UBND")]
    with clock.set_to(clock.now() + (MERGING - clock.today())):
        made = actions.start_composition(KIND, heir.area_id, by=world.actor("Quản"))
        actions.change_composition(
            made, terms(valid_from=MERGING), seats, expected_version=1, by=world.actor("Quản")
        )
        actions.confirm_composition(made, by=world.actor("Quản"))
        assert list(queries.due_on(world.actor("Quản"), MERGING)) == []


def test_the_successor_starts_from_the_seats_it_took_over_with_the_new_bodies(world):
    confirmed(world)
    _merged(world)
    heir = Body.objects.get(kind_id=KIND, area__versions__name="Giả Định")
    with clock.set_to(clock.now() + (MERGING - clock.today())):
        made = actions.start_composition(KIND, heir.area_id, by=world.actor("Quản"))
    assert made.body == heir
    assert {seat.body.name for seat in made.seats.all() if seat.body} == {
        "Ủy ban nhân dân xã Giả Định", "Công an xã Giả Định",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã Giả Định",
    }  # fmt: skip


def test_a_merger_that_made_a_committee_can_be_undone_and_leaves_it_complete(world):
    made = confirmed(world)
    change = _merged(world)
    area_undo.undo(change, by=world.actor("Quản"))
    assert list(Body.objects.filter(kind_id=KIND)) == [made.body]
    assert list(queries.due_on(world.actor("Quản"), MERGING)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"confirmed_at": None},
        {"decision_number": ""},
        {"decided_on": None},
        {"issuer_text": ""},
        {"valid_to": STARTS},
    ],
)
def test_the_database_holds_what_a_confirmed_decision_is(world, fields):
    made = confirmed(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Composition.objects.filter(pk=made.pk).update(**fields)


def test_the_database_refuses_overlapping_decisions_and_a_second_draft(world):
    made = confirmed(world)
    later = confirmed(world, decision_number="3/QĐ-UBND", valid_from=NEXT)
    draft(world, valid_from=date(2026, 5, 1))
    for change in ({"valid_to": None}, {"valid_from": NEXT, "valid_to": date(2027, 1, 1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Composition.objects.filter(pk=made.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        Composition.objects.create(
            body=later.body, valid_from=NEXT, made_at=clock.now(), made_by=later.made_by
        )


@pytest.mark.parametrize(
    "fields", [{"title": "boss"}, {"title": "head"}, {"post": ""}, {"position": 1}]
)
def test_the_database_holds_what_a_seat_is(world, fields):
    made = draft(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.filter(composition=made, position=2).update(**fields)


def test_a_paper_to_a_committee_waits_for_whoever_says_which_member_works(world):
    committee(world, "quang-ngai")
    today = clock.today()
    assert body_for_org_id("bcd138@quang-ngai", today, create=True) is None
    assert worker_for_org_id("bcd138@quang-ngai", today) is None
    assert worker_for_org_id("ca@quang-ngai", today) == world.body("ca", "quang-ngai")


def test_what_is_asked_of_a_committee_is_done_by_the_standing_body_of_its_decision(world):
    police, front = world.body("ca", "dak-ha"), world.body("mttq", "dak-ha")
    made = confirmed(world, standing_body=police)
    org_id = "bcd138@quang-ngai/xa-dak-ha"
    confirmed(world, decision_number="3/QĐ-UBND", valid_from=NEXT, standing_body=front)
    assert worker_for_org_id(org_id, NEXT - timedelta(days=1)) == police
    assert worker_for_org_id(org_id, NEXT) == front
    assert worker_for_org_id(org_id, made.valid_from - timedelta(days=1)) is None
    # The paper's issuer is the committee, never its standing body.
    assert body_for_org_id(org_id, NEXT) is None
