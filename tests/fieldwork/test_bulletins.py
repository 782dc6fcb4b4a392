"""Bulletins between bodies: told, confirmed, counted once a recipient; the month they stand in."""

from datetime import timedelta
from typing import Any

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused
from phongtrao.core.inbox_sources import lines_of
from phongtrao.core.models import Notice
from phongtrao.fieldwork.outreach import actions, queries
from phongtrao.fieldwork.outreach.models import BulletinReceipt
from phongtrao.fieldwork.outreach.queries.calendar import month_of
from phongtrao.fieldwork.register.actions import strike_out
from phongtrao.fieldwork.register.rules import Asked
from phongtrao.planning.models import Programme
from tests.fieldwork.outreach_cases import bulletin, campaign, session
from tests.world import World

pytestmark = pytest.mark.database


def _exchanges(world: World) -> int:
    today = clock.today()
    body, area = world.body("ca", "quang-ngai").pk, world.area("quang-ngai").pk
    asked = Asked(body, area, today - timedelta(days=30), today, frozenset({"PH05"}))
    return sum(found.figure for found in queries.counts(asked))


def test_a_recipient_is_told_confirms_once_and_the_sender_sees_it(
    world: World, programme: Programme
) -> None:
    sent = bulletin(
        world, recipients=[world.body("ca", "dak-ha"), world.body("mttq", "quang-ngai")]
    )
    chi = world.actor("Chi")
    assert Notice.objects.filter(account_id=chi.account_id, kind="bulletin_sent").exists()
    [waiting] = lines_of(queries.inbox_sources(chi, clock.today()))
    assert waiting.title == sent.title
    receipt = sent.receipts.get(body=chi.body)
    actions.receive_bulletin(receipt, by=chi)
    assert lines_of(queries.inbox_sources(chi, clock.today())) == []
    found = queries.bulletin_for(world.actor("An"), sent.pk)
    assert (found.received_count, found.sent_count) == (1, 2)
    with pytest.raises(Refused):
        actions.receive_bulletin(receipt, by=chi)


def test_nobody_confirms_for_another_body(world: World, programme: Programme) -> None:
    sent = bulletin(world)
    with pytest.raises(Forbidden):
        actions.receive_bulletin(sent.receipts.get(), by=world.actor("Ba"))
    with pytest.raises(NotFound):
        queries.bulletin_for(world.actor("Giang"), sent.pk)


def test_each_recipient_counts_as_one_exchange_until_it_is_struck_out(
    world: World, programme: Programme
) -> None:
    sent = bulletin(world, recipients=[world.body("ca", "dak-ha"), world.body("ca", "ba-to")])
    assert _exchanges(world) == 2
    strike_out(sent, reason="Gửi nhầm", by=world.actor("An"))
    assert _exchanges(world) == 0
    assert lines_of(queries.inbox_sources(world.actor("Chi"), clock.today())) == []


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"title": " "}, "title"), ({"recipients": []}, "recipients")],
)
def test_a_bulletin_to_nobody_or_without_a_name_is_refused(
    world: World, programme: Programme, facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        bulletin(world, **facts)
    assert field in refused.value.fields
    assert not BulletinReceipt.objects.exists()


def test_a_month_holds_its_campaigns_sessions_and_bulletins(
    world: World, desk: Any, django_assert_max_num_queries: Any
) -> None:
    today = clock.today()
    campaign(world)
    session(world, held_on=today)
    sent = bulletin(world)
    month = month_of(world.actor("An"), today)
    assert len(month.campaigns) == 1
    assert [each.day for each in month.days] == [today]
    client = desk("An")
    with django_assert_max_num_queries(20):
        html = client.get("/tuyen-truyen/lich/").content.decode()
    assert sent.title in html
    assert client.get("/tuyen-truyen/lich/?thang=hom-qua").status_code == 200
