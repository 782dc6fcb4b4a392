"""Đội, tổ of a body: made, closed, merged by the body itself."""

from datetime import timedelta
from fractions import Fraction

import pytest

from phongtrao.core import audit, clock
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.org.actions import area_changes, area_undo, close_sub_body, open_sub_body
from phongtrao.org.models import BodySuccession
from phongtrao.org.queries import area_on, body_for_kind, parts_of, posts_inside
from phongtrao.org.reshaping.operations import Amend, NewArea, Order, Part, Reorganise
from phongtrao.planning import actions

pytestmark = pytest.mark.database


@pytest.fixture
def part(world):
    with clock.set_to(clock.now() - timedelta(days=3)):
        return open_sub_body("Đội An ninh", by=world.actor("An"))


def _parts(world):
    return [each.short_name for each in parts_of(_police(world).pk, clock.today())]


def _police(world):
    return world.body("ca", "quang-ngai")


def test_a_sub_body_lies_in_its_body_and_is_called_after_it(world, part):
    assert part.parent == _police(world)
    assert part.name == "Đội An ninh, Công an tỉnh Quảng Ngãi"
    assert _parts(world) == ["Đội An ninh"]
    assert audit.entries_of(part).get().verb == "body.part_opened"


def test_it_never_stands_for_the_body_of_its_kind_in_the_area(world, part):
    today = clock.today()
    assert body_for_kind("ca", world.area("quang-ngai").pk, today) == _police(world)
    assert part.kind.names == {}


@pytest.mark.parametrize("name", ["", "x" * 61, "Đội 1, Đội 2", "đội an ninh"])
def test_a_name_that_cannot_be_told_apart_is_refused(world, part, name):
    with pytest.raises(InvalidInput):
        open_sub_body(name, by=world.actor("An"))


@pytest.mark.parametrize("name", ["Kiểm", "Quản"])
def test_administrators_and_auditors_make_none(world, name):
    with pytest.raises(Forbidden):
        open_sub_body("Đội 1", by=world.actor(name))


def test_no_other_body_closes_it(world, part):
    for name in ("Chi", "Giang", "Trung"):
        with pytest.raises(Forbidden):
            close_sub_body(part, into=None, by=world.actor(name))


def test_an_empty_one_is_closed_and_a_merged_one_has_an_heir(world, part):
    other = open_sub_body("Đội Tổng hợp", by=world.actor("Bình"))
    close_sub_body(part, into=other, by=world.actor("Bình"))
    assert _parts(world) == ["Đội Tổng hợp"]
    assert BodySuccession.objects.get(predecessor=part).successor == other
    with pytest.raises(Refused):  # made today: no day of its life would be left
        close_sub_body(other, into=None, by=world.actor("Bình"))


def test_one_with_officials_stays_open(world, part):
    posting = world.add_posting("Hạnh", "ca", "quang-ngai", "officer")
    posting.body = part
    posting.save()
    assert posting in posts_inside(_police(world).pk, clock.today(), "internal.work")
    with pytest.raises(Refused):
        close_sub_body(part, into=None, by=world.actor("An"))


def test_it_is_merged_into_another_one_of_the_same_body(world, part):
    for into in (part, world.body("ca", "dak-ha")):
        with pytest.raises(InvalidInput):
            close_sub_body(part, into=into, by=world.actor("An"))


def _merged(world, *keys):
    """These communes become xã Giả Định today."""
    ids = [world.area(key).pk for key in keys]
    code, above = area_on(ids[0], clock.today()).code, world.area("quang-ngai").pk
    area = NewArea(code, "Giả Định", "xã", "commune", above)
    parts = tuple(Part(each, 0, Fraction(1)) for each in ids)
    order = Order(Reorganise((area,), parts), clock.today(), "Nghị quyết 99/NQ-UBTVQH16")
    return area_changes.carry_out(order, by=world.actor("Quản"))


def test_a_merger_of_communes_carries_sub_bodies_and_their_work_along(world, plan):
    with clock.set_to(clock.now() - timedelta(days=3)):
        first = open_sub_body("Tổ An ninh", by=world.actor("Chi"))
        second = open_sub_body("Tổ An ninh", by=world.actor("Ba"))
        spec = actions.InternalSpec(actions.InternalTerms("Soạn kế hoạch", lead=first))
        given = actions.give_inside(spec, by=world.actor("Cường"))
    change = _merged(world, "dak-ha", "ba-to")
    given.refresh_from_db()
    assert given.lead.name == "Tổ An ninh, Công an xã Giả Định"
    assert given.lead.parent == given.body
    assert given.body.name == "Công an xã Giả Định"
    heirs = BodySuccession.objects.filter(predecessor__in=[first, second])
    assert set(heirs.values_list("successor", flat=True)) == {given.lead.pk}
    area_undo.undo(change, by=world.actor("Quản"))
    given.refresh_from_db()
    assert (given.lead, given.body) == (first, world.body("ca", "dak-ha"))


def test_a_renamed_commune_renames_its_sub_bodies(world):
    part = open_sub_body("Tổ An ninh", by=world.actor("Chi"))
    order = Order(
        Amend(world.area("dak-ha").pk, type="phường"), clock.today(), "Nghị quyết 1/NQ-UBTVQH16"
    )
    area_changes.carry_out(order, by=world.actor("Quản"))
    part.refresh_from_db()
    assert part.name == "Tổ An ninh, Công an phường Đăk Hà"
