"""Two clerks in one moment: each act is done once, and the second is told what stands."""

from collections.abc import Callable
from functools import partial

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import Refused, TransitionRefused
from phongtrao.publishing import actions
from phongtrao.publishing.models import Paper, PaperDelivery
from phongtrao.publishing.workflow import PaperState
from tests.at_once import both, needs_rows_held
from tests.publishing import signing
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True), needs_rows_held]


def test_two_clerks_send_one_paper_and_each_body_gets_it_once(world: World) -> None:
    paper = signing.issued(world)
    first, shared, last = (world.body("ca", area) for area in ("dak-ha", "ba-to", "ly-son"))
    sent = both(
        Paper.objects.filter(pk=paper.pk),
        partial(actions.send_paper, paper, [first, shared], by=world.actor("Vân")),
        partial(actions.send_paper, paper, [shared, last], by=world.actor("An")),
    )
    assert sorted(sent, key=lambda each: each.before) == [actions.Sent(2, 0), actions.Sent(1, 1)]
    assert paper.deliveries.count() == 3


def test_two_officials_confirm_one_receipt_and_the_first_number_stands(world: World) -> None:
    paper = signing.issued(world)
    actions.send_paper(paper, [world.body("ca", "dak-ha")], by=world.actor("Vân"))
    delivery = PaperDelivery.objects.get(paper=paper)

    def confirm(number: str) -> Callable[[], PaperDelivery]:
        by = world.actor("Chi")
        return partial(actions.acknowledge, delivery, arrival_number=number, by=by)

    rows = PaperDelivery.objects.filter(pk=delivery.pk)
    one, other = sorted(both(rows, confirm("12"), confirm("13")), key=_is_refused)
    assert isinstance(one, PaperDelivery)
    assert isinstance(other, Refused)
    assert other.code == "received_before"
    delivery.refresh_from_db()
    assert delivery.arrival_number == one.arrival_number


def test_two_clerks_record_two_numbers_and_one_of_them_stands(world: World) -> None:
    paper = signing.signed_on_paper(world, signing.handed_in(world))

    def record(number: str, name: str) -> Callable[[], Paper]:
        return partial(
            actions.record_issue,
            paper,
            number=number,
            issued_on=clock.today(),
            expected_version=paper.row_version,
            by=world.actor(name),
        )

    rows = Paper.objects.filter(pk=paper.pk)
    one, other = sorted(both(rows, record("125", "Vân"), record("126", "An")), key=_is_refused)
    assert isinstance(one, Paper)
    assert isinstance(other, TransitionRefused)
    assert other.code == "numbered_before"
    found = Paper.objects.get(pk=paper.pk)
    assert (found.number, found.state) == (one.number, PaperState.ISSUED)


def _is_refused(outcome: object) -> bool:
    return isinstance(outcome, Exception)
