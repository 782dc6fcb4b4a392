"""Activities of nucleus roles, women among mediators, officers by level, teams after a merger."""

from datetime import timedelta
from typing import Any

import pytest

from phongtrao.core import clock
from phongtrao.core.errors import InvalidInput, NotFound
from phongtrao.fieldwork.coreforce import queries
from phongtrao.fieldwork.coreforce.actions import dissolve_team
from phongtrao.fieldwork.coreforce.exports import women_of
from phongtrao.fieldwork.register.rules import Asked
from phongtrao.org.actions import open_work
from phongtrao.planning.models import Programme
from tests.fieldwork.coreforce_cases import headcount, nucleus, team
from tests.world import World

pytestmark = pytest.mark.database


def _counts(world: World, *keys: str) -> dict[str, int]:
    today = clock.today()
    asked = Asked(
        world.body("ca", "quang-ngai").pk,
        world.area("quang-ngai").pk,
        today - timedelta(days=30),
        today,
        frozenset(keys),
    )
    return {found.cell: found.figure for found in queries.counts(asked)}


def test_mediators_are_told_by_sex_where_it_was_counted(world: World, programme: Programme) -> None:
    cells = ("HG02", "HG02.gioi.nam", "HG02.gioi.nu")
    day = clock.today() - timedelta(days=5)
    headcount(world, kind="hoa_giai_vien", total=40, counted_on=day)
    assert _counts(world, *cells) == {"HG02": 40}
    headcount(world, kind="hoa_giai_vien", total=50, female=18)
    assert _counts(world, *cells) == {"HG02": 50, "HG02.gioi.nu": 18, "HG02.gioi.nam": 32}


def test_officers_stand_at_the_level_of_their_body(world: World, programme: Programme) -> None:
    headcount(world, total=12)
    assert _counts(world, "LL11", "LL11.cap.tinh", "LL11.cap.xa") == {
        "LL11": 12,
        "LL11.cap.tinh": 12,
    }


def test_a_small_sex_is_not_told_outside_the_body(world: World, programme: Programme) -> None:
    made = headcount(world, by="Chi", area="dak-ha", kind="hoa_giai_vien", total=30, female=4)
    assert women_of(queries.headcount_for(world.actor("Chi"), made.pk)) == 4
    assert women_of(queries.headcount_for(world.actor("An"), made.pk)) is None
    with pytest.raises(InvalidInput):
        headcount(world, kind="hoa_giai_vien", total=3, female=4)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"role": "tho_moc"}, "role"),
        ({"deed": "xem_tv"}, "deed"),
        ({"activities": 0}, "activities"),
        ({"held_on": clock.today() + timedelta(days=2)}, "held_on"),
    ],
)
def test_an_activity_that_cannot_be_is_refused_at_its_field(
    world: World, programme: Programme, facts: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        nucleus(world, **facts)
    assert field in refusal.value.fields


def test_activities_are_seen_above_and_not_beside(
    world: World, programme: Programme, desk: Any
) -> None:
    made = nucleus(world, by="Chi", area="dak-ha")
    assert queries.nucleus_for(world.actor("An"), made.pk).activities == 8
    for stranger in ("Ba", "Giang"):
        with pytest.raises(NotFound):
            queries.nucleus_for(world.actor(stranger), made.pk)
    page = desk("An").get("/luc-luong/hoat-dong/").content.decode()
    assert "Trưởng thôn" in page


def test_a_living_team_goes_to_the_heir_of_its_body_and_area_and_a_dissolved_one_stays(
    world: World, programme: Programme
) -> None:
    living = team(world)
    gone = team(world, name="Tổ đã giải thể")
    dissolve_team(gone, dissolved_on=clock.today(), paper="9/QĐ-UBND", by=world.actor("Chi"))
    old, new = world.body("ca", "dak-ha"), world.body("ca", "ba-to")
    there, here = world.area("dak-ha"), world.area("ba-to")
    open_work.hand_over({old.pk: new.pk}, {there.pk: here.pk})
    living.refresh_from_db()
    gone.refresh_from_db()
    assert (living.body_id, living.area_id) == (new.pk, here.pk)
    assert (gone.body_id, gone.area_id) == (old.pk, there.pk)
