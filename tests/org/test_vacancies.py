"""When a committee is due to be renewed: the rule by itself, and the list that must agree."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.core import clock
from phongtrao.org.models import (
    Body,
    BodyKind,
    BodySuccession,
    Composition,
    Posting,
    Seat,
    SeatTitle,
)
from phongtrao.org.queries import compositions as queries
from phongtrao.org.rules.vacancies import (
    CommitteeFacts,
    SeatFacts,
    Takeover,
    reasons_to_renew,
    vacancy,
    vacated_on,
)
from tests.extent import drawn
from tests.org.committees import committee

FIRST = date(2025, 8, 1)
# Few days, so that ends often fall on the day that is asked.
DAYS = st.integers(min_value=0, max_value=6).map(lambda n: FIRST + timedelta(days=n))
ENDS = st.one_of(st.none(), DAYS)
SEATS = st.builds(
    SeatFacts,
    title=st.just("Ủy viên"),
    post=st.just("Chủ tịch"),
    body_name=st.just("Công an"),
    body_ends=ENDS,
    posting_ends=ENDS,
)
FACTS = st.builds(
    CommitteeFacts,
    since=ENDS,
    seats=st.lists(SEATS, max_size=4).map(tuple),
    takeovers=st.lists(st.builds(Takeover, st.just("Ban cũ"), DAYS), max_size=3).map(tuple),
    ends=ENDS,
)


@given(SEATS, DAYS, DAYS)
def test_a_seat_once_vacant_stays_vacant_since_the_same_day(seat, one, other):
    early, late = min(one, other), max(one, other)
    since = vacated_on(seat, early)
    if since is not None:
        assert since <= early
        assert vacated_on(seat, late) == since


@given(SEATS, DAYS)
def test_a_seat_is_vacant_exactly_when_body_or_holder_has_ended(seat, day):
    has_ended = any(end is not None and end <= day for end in (seat.body_ends, seat.posting_ends))
    assert (vacancy(seat, day) is not None) == has_ended


@given(FACTS, DAYS)
def test_every_vacant_seat_and_every_unanswered_takeover_is_told_once(facts, day):
    told = reasons_to_renew(facts, day)
    if facts.ends is not None and facts.ends <= day:
        assert told == ()
        return
    vacant = sum(vacancy(seat, day) is not None for seat in facts.seats)
    unanswered = sum(
        taken.on <= day and not (facts.since is not None and taken.on <= facts.since)
        for taken in facts.takeovers
    )
    assert len(told) == vacant + unanswered
    assert all("%(" not in str(reason) for reason in told)


@given(FACTS, DAYS)
def test_a_decision_from_the_day_itself_answers_every_takeover(facts, day):
    renewed = CommitteeFacts(since=day, takeovers=facts.takeovers)
    assert reasons_to_renew(renewed, day) == ()


@given(FACTS, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_the_seats_does_not_decide(facts, day, shuffler):
    seats = list(facts.seats)
    shuffler.shuffle(seats)
    turned = CommitteeFacts(facts.since, tuple(seats), facts.takeovers, facts.ends)
    assert bool(reasons_to_renew(turned, day)) == bool(reasons_to_renew(facts, day))


def _stored(world, facts):
    """The facts as rows about the committee of Đăk Hà."""
    Composition.objects.all().delete()
    BodySuccession.objects.all().delete()
    body = committee(world, "dak-ha")
    Body.objects.filter(pk=body.pk).update(valid_to=facts.ends)
    kind = BodyKind.objects.get(pk="ca")
    for number, taken in enumerate(facts.takeovers):
        old = _body(kind, world, f"Ban {number}", None)
        BodySuccession.objects.create(predecessor=old, successor=body, on=taken.on)
    if facts.since is None:
        return
    composition = Composition.objects.create(
        body=body, valid_from=facts.since, decision_number="1/QĐ", decided_on=facts.since,
        issuer_text="UBND", made_at=clock.now(), made_by=world.posting("Chi"),
        confirmed_at=clock.now(), confirmed_by=world.posting("Chi"),
    )  # fmt: skip
    for number, seat in enumerate(facts.seats, start=1):
        holder = _body(kind, world, f"Cơ quan {number}", seat.body_ends)
        posting = Posting.objects.create(
            account=world.posting("Ba").account, body=holder, role="officer", capacity="Cán bộ",
            valid_from=FIRST - timedelta(days=9), valid_to=seat.posting_ends,
        )  # fmt: skip
        Seat.objects.create(
            composition=composition, position=number, title=SeatTitle.MEMBER, post=seat.post,
            body=holder, posting=posting,
        )  # fmt: skip


def _body(kind, world, name, end):
    return Body.objects.create(
        kind=kind, area=world.area("dak-ha"), parent=world.body("ca", "dak-ha"), name=name,
        name_folded=name.lower(), valid_from=FIRST - timedelta(days=9), valid_to=end,
    )  # fmt: skip


@pytest.mark.database
@pytest.mark.django_db
@given(facts=FACTS, day=DAYS)
@settings(
    max_examples=drawn(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_list_finds_exactly_the_committees_that_the_rule_calls_due(world, facts, day):
    _stored(world, facts)
    in_force = facts if facts.since is not None and facts.since <= day else CommitteeFacts(
        None, (), facts.takeovers, facts.ends
    )  # fmt: skip
    asked = world.actor("Trung")
    assert queries.due_on(asked, day).exists() == bool(reasons_to_renew(in_force, day))
    for body in queries.committees_on(asked, day):
        (shown,) = queries.with_reasons([body], day)
        assert shown.is_due == body.is_due
