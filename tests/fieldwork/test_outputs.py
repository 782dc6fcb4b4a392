"""What communication puts out, and the channels it keeps."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput
from phongtrao.fieldwork.outreach import actions, queries
from phongtrao.fieldwork.outreach.models import Output
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.planning.models import Programme
from tests.fieldwork.outreach_cases import campaign, channel, output, session
from tests.world import World

pytestmark = pytest.mark.database


def _counts(world: World, *keys: str, last_day: date | None = None) -> dict[str, Count]:
    body, area = world.body("ca", "quang-ngai").pk, world.area("quang-ngai").pk
    day = last_day or clock.today()
    asked = Asked(body, area, day - timedelta(days=30), day, frozenset(keys))
    return {found.cell: found for found in queries.counts(asked)}


def test_each_kind_counts_into_its_own_indicator(world: World, programme: Programme) -> None:
    output(world, quantity=12)
    output(world, quantity=3)
    output(world, kind="mang_xa_hoi", quantity=5, reach=2_400)
    found = _counts(world, "TT04", "TT06", "TT07", "TT09")
    assert {cell: count.figure for cell, count in found.items()} == {
        "TT04": 15,
        "TT06": 5,
        "TT07": 2400,
    }


def test_the_list_behind_a_figure_holds_just_what_was_counted(
    world: World, programme: Programme, desk: Any
) -> None:
    output(world, title="Tin được đếm")
    output(world, title="Tin năm ngoái", made_on=clock.today() - timedelta(days=300))
    output(world, title="Loại khác", kind="pa_no")
    output(world, title="Của xã", by="Chi", area="dak-ha")
    address = _counts(world, "TT04")["TT04"].address
    assert urlsplit(address).path == "/tuyen-truyen/san-pham/"
    html = desk("An").get(address).content.decode()
    assert "Tin được đếm" in html
    assert not [word for word in ("Tin năm ngoái", "Loại khác", "Của xã") if word in html]


def test_a_reach_is_refused_where_the_kind_counts_none(world: World, programme: Programme) -> None:
    with pytest.raises(InvalidInput) as refused:
        output(world, kind="pa_no", reach=3)
    assert "reach" in refused.value.fields
    assert not Output.objects.exists()


def test_the_followers_of_a_day_are_the_last_that_were_read(
    world: World, programme: Programme
) -> None:
    kept, an, today = channel(world), world.actor("An"), clock.today()
    actions.note_reading(kept, read_on=today - timedelta(days=40), members=900, by=an)
    actions.note_reading(kept, read_on=today, members=1_000, by=an)
    actions.note_reading(kept, read_on=today, members=1_200, by=an)  # the same day, corrected
    assert _counts(world, "TT13", "TT14")["TT14"].figure == 1_200
    before = _counts(world, "TT14", last_day=today - timedelta(days=10))
    assert before["TT14"].figure == 900


def test_a_channel_that_is_closed_counts_until_that_day(world: World, programme: Programme) -> None:
    kept, an, today = channel(world), world.actor("An"), clock.today()
    actions.close_channel(kept, closed_on=today - timedelta(days=5), by=an)
    assert "TT13" not in _counts(world, "TT13")
    assert _counts(world, "TT13", last_day=today - timedelta(days=6))["TT13"].figure == 1


def test_nobody_but_its_body_changes_a_channel(world: World, programme: Programme) -> None:
    kept = channel(world)
    with pytest.raises(Forbidden):
        actions.note_reading(kept, read_on=clock.today(), members=5, by=world.actor("Chi"))


@pytest.mark.parametrize("place", ["", "dot/", "san-pham/", "kenh/"])
def test_a_list_costs_the_same_at_any_size(
    world: World, desk: Any, place: str, django_assert_max_num_queries: Any
) -> None:
    for days in range(60):
        planned = campaign(world, title=f"Đợt {days}") if days < 30 else None
        session(world, campaign=planned, held_on=clock.today() - timedelta(days=days))
        output(world, campaign=planned)
        channel(world, name=f"Trang {days}")
    client = desk("An")
    with django_assert_max_num_queries(20):
        assert client.get(f"/tuyen-truyen/{place}").status_code == 200
