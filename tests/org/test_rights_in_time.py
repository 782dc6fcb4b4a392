"""Nobody holds a capability outside the days of the posting, and of the delegation, it rests on."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.org import queries
from phongtrao.org.models import Delegation, Posting
from phongtrao.org.permissions import actor_for, delegations_of, postings_of
from phongtrao.org.roles import CAPABILITIES, Role
from tests.extent import drawn

pytestmark = [pytest.mark.database, pytest.mark.django_db]
START = date(2025, 7, 1)  # the bodies of the world begin here
# Few days, so that beginnings and ends often fall on the day that is asked.
DAYS = st.integers(min_value=0, max_value=6)
EVERY_CAPABILITY = sorted({name for able in CAPABILITIES.values() for name in able})


def _day(number):
    return START + timedelta(days=number)


@st.composite
def spans(draw):
    """A first day and the first day without, or None."""
    first = draw(DAYS)
    length = draw(st.one_of(st.none(), st.integers(min_value=1, max_value=3)))
    return _day(first), None if length is None else _day(first + length)


def _covers(span, day):
    start, end = span
    return start <= day and (end is None or day < end)


POSTINGS = st.lists(st.tuples(st.sampled_from(Role.values), spans()), min_size=0, max_size=4)
LENT = st.lists(st.tuples(st.sampled_from(Role.values), spans(), spans()), min_size=0, max_size=3)


@given(own=POSTINGS, lent=LENT, number=DAYS)
@settings(
    max_examples=drawn(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_nobody_holds_a_capability_outside_its_days(world, own, lent, number):
    Delegation.objects.all().delete()
    account, giver = world.posting("Chi").account, world.posting("Cường").account
    Posting.objects.filter(account__in=[account, giver]).delete()
    body = world.body("ca", "dak-ha")
    for role, (start, end) in own:
        _post(account, body, role, start, end)
    for role, (start, end), (lent_from, lent_to) in lent:
        posting = _post(giver, body, role, start, end)
        Delegation.objects.create(
            from_posting=posting, to_account=account, paper_number="1", paper_date=START,
            valid_from=lent_from, valid_to=lent_to,
        )  # fmt: skip
    day = _day(number)
    expected = {name for role, span in own if _covers(span, day) for name in CAPABILITIES[role]} | {
        name
        for role, span, lent_span in lent
        if _covers(span, day) and _covers(lent_span, day)
        for name in CAPABILITIES[role]
    }
    assert _capabilities(account, body, day) == expected
    for name in EVERY_CAPABILITY:
        told = account.pk in queries.postings_in([body.pk], name, day)
        assert told == (name in expected), name


def _post(account, body, role, start, end):
    return Posting.objects.create(
        account=account, body=body, role=role, capacity="Cán bộ", valid_from=start, valid_to=end
    )


def _capabilities(account, body, day):
    """What the account can do in any of the capacities it may choose on a day."""
    chosen = [posting.pk for posting in postings_of(account, day)]
    chosen += [row.from_posting_id for row in delegations_of(account, day)]
    actors = [actor_for(account, day, posting_id=pk) for pk in chosen]
    actors.append(actor_for(account, day))
    # a session may still name a posting that has ended
    named = Posting.objects.filter(body=body).values_list("pk", flat=True)
    actors += [actor_for(account, day, posting_id=pk) for pk in named]
    return {name for actor in actors for name in EVERY_CAPABILITY if actor.can(name)}
