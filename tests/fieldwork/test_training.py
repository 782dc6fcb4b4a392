"""Training: a class counts once it is closed, and is not closed without a session."""

import uuid
from datetime import timedelta
from typing import Any

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound
from phongtrao.fieldwork.register.rules import Asked, Count
from phongtrao.fieldwork.training import actions, queries
from phongtrao.planning.models import Programme
from tests.fieldwork.training_cases import drill, planned
from tests.world import World

pytestmark = pytest.mark.database


def _counts(world: World) -> dict[str, Count]:
    day = clock.today()
    body, area = world.body("ca", "quang-ngai").pk, world.area("quang-ngai").pk
    keys = frozenset({"TH01", "TH02", "TH04"})
    asked = Asked(body, area, day - timedelta(days=30), day, keys)
    return {found.cell: found for found in queries.counts(asked)}


def test_a_class_counts_once_it_is_closed_with_all_attendances(
    world: World, programme: Programme, desk: Any
) -> None:
    held, an, today = planned(world), world.actor("An"), clock.today()
    planned(world, title="Lớp chưa xong")
    for back, figure in ((2, 40), (1, 35), (1, 38)):  # the same day again replaces the figure
        day = today - timedelta(days=back)
        actions.note_session(held, held_on=day, attendances=figure, by=an)
    assert "TH01" not in _counts(world)
    actions.close_class(held, closed_on=today, by=an)
    drill(world)
    found = _counts(world)
    assert {cell: each.figure for cell, each in found.items()} == {
        "TH01": 1,
        "TH02": 78,
        "TH04": 1,
    }
    html = desk("An").get(found["TH01"].address).content.decode()
    assert held.title in html
    assert "Lớp chưa xong" not in html


def test_a_class_without_sessions_is_not_closed_and_says_why(
    world: World, programme: Programme, desk: Any
) -> None:
    empty = planned(world)
    sent = {"_once": uuid.uuid4().hex, "closed_on": f"{clock.today():%d/%m/%Y}"}
    html = desk("An").post(f"/tap-huan/{empty.pk}/ket-thuc/", sent).content.decode()
    assert "Lớp chưa có buổi học nào" in html
    empty.refresh_from_db()
    assert empty.closed_on is None


@pytest.mark.parametrize(("back", "figure"), [(11, 5), (-1, 5), (1, 0)])
def test_a_session_outside_its_class_or_without_anybody_is_refused(
    world: World, programme: Programme, back: int, figure: int
) -> None:
    held, day = planned(world), clock.today() - timedelta(days=back)
    with pytest.raises(InvalidInput):
        actions.note_session(held, held_on=day, attendances=figure, by=world.actor("An"))
    assert not held.sessions.exists()


def test_a_closed_class_keeps_its_figures(world: World, programme: Programme) -> None:
    held, an, today = planned(world), world.actor("An"), clock.today()
    actions.note_session(held, held_on=today, attendances=30, by=an)
    actions.close_class(held, closed_on=today, by=an)
    with pytest.raises(InvalidInput):
        actions.note_session(held, held_on=today, attendances=31, by=an)
    with pytest.raises(Forbidden):
        actions.close_class(held, closed_on=today, by=world.actor("Chi"))
    with pytest.raises(NotFound):
        queries.class_for(world.actor("Giang"), held.pk)


def test_a_list_costs_the_same_at_any_size(
    world: World, programme: Programme, desk: Any, django_assert_max_num_queries: Any
) -> None:
    for at in range(30):
        held = planned(world, title=f"Lớp {at}")
        actions.note_session(held, held_on=clock.today(), attendances=at + 1, by=world.actor("An"))
        drill(world, title=f"Diễn tập {at}")
    client = desk("An")
    for place in ("", "dien-tap/"):
        with django_assert_max_num_queries(20):
            assert client.get(f"/tap-huan/{place}").status_code == 200
