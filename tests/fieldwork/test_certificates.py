"""Certificates of officials by post, who is due, and the year's classes by quarter."""

from datetime import timedelta
from typing import Any

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput, NotFound
from phongtrao.core.inbox_sources import lines_of
from phongtrao.fieldwork.register.actions import strike_out
from phongtrao.fieldwork.training import queries
from phongtrao.fieldwork.training.rules import fresh_from, vocabulary
from phongtrao.planning.models import Programme
from tests.fieldwork.training_cases import certified, planned
from tests.world import World

pytestmark = pytest.mark.database


def _due(world: World, who: str) -> set[int]:
    day = clock.today()
    rows = queries.due_rows(world.actor(who)).filter(queries.is_due(day))
    return set(rows.values_list("pk", flat=True))


def test_a_certificate_takes_its_holder_off_the_list_of_who_is_due(
    world: World, programme: Programme
) -> None:
    chi, an = world.posting("Chi").pk, world.posting("An").pk
    assert {chi, an} <= _due(world, "An")
    made = certified(world, planned(world), "Chi")
    assert chi not in _due(world, "An")
    assert an in _due(world, "An")
    strike_out(made, reason="ghi nhầm", by=world.actor("An"))
    assert chi in _due(world, "An")


def test_an_ended_and_an_old_certificate_hold_no_longer(world: World, programme: Programme) -> None:
    day = clock.today()
    long_ago = planned(world, first_day=day - timedelta(days=2000), last_day=day)
    certified(world, long_ago, "Chi", issued_on=fresh_from(day) - timedelta(days=1))
    certified(world, long_ago, "Ba", issued_on=day - timedelta(days=30), valid_to=day)
    certified(world, long_ago, "Lý", issued_on=day - timedelta(days=30),
              valid_to=day - timedelta(days=1))  # fmt: skip
    due = _due(world, "An")
    assert world.posting("Chi").pk in due
    assert world.posting("Lý").pk in due
    assert world.posting("Ba").pk not in due


def test_who_is_due_is_seen_in_ones_own_line_of_bodies_alone(
    world: World, programme: Programme
) -> None:
    assert world.posting("Chi").pk not in _due(world, "Dũng")
    assert world.posting("Giang").pk not in _due(world, "An")
    assert _due(world, "Chi") == {world.posting("Chi").pk, world.posting("Cường").pk}
    made = certified(world, planned(world), "Chi")
    assert queries.certificate_for(world.actor("Chi"), made.pk)
    for stranger in ("Ba", "Giang"):
        with pytest.raises(NotFound):
            queries.certificate_for(world.actor(stranger), made.pk)


@pytest.mark.parametrize(
    ("who", "facts", "field"),
    [
        ("Giang", {}, "body"),
        ("Chi", {"issued_on": clock.today() + timedelta(days=1)}, "issued_on"),
        ("Chi", {"issued_on": clock.today() - timedelta(days=400)}, "issued_on"),
        ("Chi", {"valid_to": clock.today() - timedelta(days=1)}, "valid_to"),
    ],
)
def test_a_certificate_that_cannot_be_is_refused_at_its_field(
    world: World, programme: Programme, who: str, facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        certified(world, planned(world), who, **facts)
    assert field in refusal.value.fields


def test_nobody_has_two_certificates_of_one_class(world: World, programme: Programme) -> None:
    held = planned(world)
    certified(world, held, "Chi")
    with pytest.raises(InvalidInput):
        certified(world, held, "Chi")


def test_the_form_finds_the_post_and_names_those_there_are(
    world: World, programme: Programme, desk: Any
) -> None:
    held = planned(world)
    certified(world, held, "Ba")
    client, page = desk("An"), f"/tap-huan/{held.pk}/"
    once = client.get(page).content.decode().split('name="_once" value="', 1)[1].split('"', 1)[0]
    facts = {"body": "Công an xã Đăk Hà", "issued_on": f"{clock.today():%d/%m/%Y}", "_once": once}
    wrong = client.post(f"{page}chung-nhan/", facts | {"capacity": "Thợ mộc"})
    assert wrong.status_code == 422
    assert world.posting("Chi").capacity in wrong.content.decode()


def test_the_year_plan_tells_late_classes_by_quarter(world: World, programme: Programme) -> None:
    day = clock.today()
    planned(world, first_day=day - timedelta(days=3), last_day=day - timedelta(days=1))
    quarters = queries.year_plan(world.actor("An"), (day - timedelta(days=3)).year)
    assert [quarter.number for quarter in quarters] == [1, 2, 3, 4]
    assert sum(quarter.late for quarter in quarters) == 1
    items = lines_of(queries.inbox_sources(world.actor("An"), day))
    assert [str(item.verb) for item in items] == ["Ghi buổi học, kết thúc"]


def test_lists_take_few_queries(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    certified(world, planned(world), "Chi")
    client = desk("An")
    for address in ("den-han/", "chung-nhan/", "ke-hoach/", "den-han/?tinh_trang=den_han"):
        with django_assert_max_num_queries(20):
            assert client.get(f"/tap-huan/{address}").status_code == 200
    assert not vocabulary().is_due_verified
