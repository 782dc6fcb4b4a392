"""Acts of one day go one after the other: provinces merge and, the same day, what lies in them."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.urls import reverse

from phongtrao.core import audit, clock
from phongtrao.core.errors import Refused
from phongtrao.org.actions import area_changes, area_undo
from phongtrao.org.actions.area_preview import preview
from phongtrao.org.models import AreaChange, AreaVersion, Body, Posting, Succession
from phongtrao.org.queries import area_on, area_versions_on
from phongtrao.org.queries.counter_acts import counter_act
from phongtrao.org.queries.known_areas import known_areas, state_hash
from phongtrao.org.reshaping.operations import (
    Amend,
    Close,
    NewArea,
    Open,
    Operation,
    Order,
    Part,
    Reorganise,
)
from tests.org.acts import send, text
from tests.org.reshaping.soundness import assert_sound
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]
ON = date(2026, 10, 1)
THE_DAY_BEFORE = ON - timedelta(days=1)
PROVINCES = "Nghị quyết 202/2026/QH16 ngày 12/6/2026"
COMMUNES = "Nghị quyết 1677/NQ-UBTVQH16 ngày 16/6/2026"


def _do(world: World, operation: Operation, basis: str = COMMUNES, on: date = ON) -> AreaChange:
    return area_changes.carry_out(Order(operation, on, basis), by=world.actor("Quản"))


def _into(area: NewArea, olds: Iterable[int]) -> Reorganise:
    return Reorganise((area,), tuple(Part(old, 0, Fraction(1)) for old in olds))


def _provinces_merged(world: World) -> AreaChange:
    """Quảng Ngãi and Gia Lai become tỉnh Miền Thử under the code of the first."""
    area = NewArea("51", "Miền Thử", "tỉnh", "province", world.area("vn").pk)
    olds = [world.area(key).pk for key in ("quang-ngai", "gia-lai")]
    return _do(world, _into(area, olds), PROVINCES)


def _communes_merged(world: World, parent_id: int | None = None) -> AreaChange:
    """Ba Tơ and Chư Sê, of two provinces until then, become xã Giả Định."""
    above = _lineage("Miền Thử") if parent_id is None else parent_id
    area = NewArea("21484", "Giả Định", "xã", "commune", above)
    return _do(world, _into(area, [world.area(key).pk for key in ("ba-to", "chu-se")]))


def _lineage(name: str) -> int:
    return AreaVersion.objects.get(name=name).lineage_id


def _whole_reform(world: World) -> list[AreaChange]:
    """One day: provinces merge, communes of the new one merge, are renamed, move elsewhere."""
    made = [_provinces_merged(world), _communes_merged(world)]
    ly_son, dak_ha = world.area("ly-son").pk, world.area("dak-ha").pk
    made.append(_do(world, Amend(ly_son, name="Lý Sơn Mới", type="xã")))
    made.append(_do(world, Amend(ly_son, name="Cù Lao Ré")))
    other = NewArea("98", "Tỉnh Bên", "tỉnh", "province", world.area("vn").pk)
    made.append(_do(world, Open(other), PROVINCES))
    made.append(_do(world, Amend(dak_ha, parent_id=_lineage("Tỉnh Bên"))))
    return made


def _names_below(province: str, day: date) -> set[str]:
    top = area_versions_on(day).get(name=province)
    rows = area_versions_on(day).under(top.path).exclude(pk=top.pk)
    return {f"{row.full_name} {row.code}" for row in rows}


def test_provinces_and_what_lies_in_them_are_reformed_on_one_day(world: World) -> None:
    _whole_reform(world)
    assert _names_below("Miền Thử", ON) == {"xã Giả Định 21484", "xã Cù Lao Ré 21548"}
    assert _names_below("Tỉnh Bên", ON) == {"xã Đăk Hà 23500"}
    assert _names_below("Quảng Ngãi", THE_DAY_BEFORE) == {
        "xã Đăk Hà 23500", "xã Ba Tơ 21484", "đặc khu Lý Sơn 21548",
    }  # fmt: skip
    assert _names_below("Gia Lai", THE_DAY_BEFORE) == {"xã Chư Sê 23942"}
    assert_sound(known_areas(), [THE_DAY_BEFORE, ON])


def test_an_area_that_was_under_the_new_province_for_no_day_never_stood_there(
    world: World,
) -> None:
    _whole_reform(world)
    for key in ("ba-to", "chu-se"):
        (only,) = AreaVersion.objects.filter(lineage=world.area(key))
        assert only.valid_to == ON
    ly_son = AreaVersion.objects.filter(lineage=world.area("ly-son")).order_by("valid_from")
    assert [(row.name, row.valid_from) for row in ly_son][1:] == [("Cù Lao Ré", ON)]


def test_communes_of_two_provinces_that_merged_that_day_hand_everything_to_one_heir(
    world: World,
) -> None:
    staff = world.add_posting("Sê", "ca", "chu-se", "officer")
    _whole_reform(world)
    shares = Succession.objects.filter(successor_id=_lineage("Giả Định"))
    assert {(row.predecessor_id, row.share_numerator, row.share_denominator) for row in shares} == {
        (world.area("ba-to").pk, 1, 1), (world.area("chu-se").pk, 1, 1),
    }  # fmt: skip
    heir = Body.objects.get(area_id=_lineage("Giả Định"), kind="ca")
    assert heir.name == "Công an xã Giả Định"
    holders = Posting.objects.filter(body=heir).values_list("account_id", flat=True)
    assert set(holders) == {staff.account_id, world.posting("Ba").account_id}
    assert Body.objects.get(area=world.area("ly-son"), kind="ca").name == "Công an xã Cù Lao Ré"


def test_communes_may_merge_first_and_go_along_with_their_province_the_same_day(
    world: World,
) -> None:
    before = state_hash()
    made = [
        _communes_merged(world, parent_id=world.area("quang-ngai").pk),
        _provinces_merged(world),
    ]
    commune = area_on(_lineage("Giả Định"), ON)
    assert commune is not None
    assert commune.parent_id == _lineage("Miền Thử")
    assert AreaVersion.objects.filter(name="Giả Định").count() == 1
    assert_sound(known_areas(), [THE_DAY_BEFORE, ON])
    for change in reversed(made):
        area_undo.undo(change, by=world.actor("Quản"))
    assert state_hash() == before


def test_acts_of_one_day_undone_backwards_give_back_every_state_between_them(
    world: World,
) -> None:
    entries = audit.head()[0]
    states = [state_hash()]
    made = []
    by = world.actor("Quản")
    ly_son = world.area("ly-son").pk
    for act in (
        lambda: _provinces_merged(world),
        lambda: _communes_merged(world),
        lambda: _do(world, Amend(ly_son, name="Lý Sơn Mới", type="xã")),
        lambda: _do(world, Close(ly_son)),
    ):
        made.append(act())
        states.append(state_hash())
    for change, state in zip(reversed(made), reversed(states[:-1]), strict=True):
        area_undo.undo(change, by=by)
        assert state_hash() == state
    assert audit.head()[0] == entries + 2 * len(made)
    assert list(audit.faults()) == []


def test_an_act_on_which_a_later_one_of_its_day_rests_names_the_one_to_take_back_first(
    world: World, client_for
) -> None:
    first, second = _provinces_merged(world), _communes_merged(world)
    before = state_hash()
    page = send(client_for(world.posting("Quản")), reverse("org:change-undo", args=[first.pk]))
    assert page.status_code == 409
    said = text(page)
    assert "Hãy hoàn tác trước: Xã Ba Tơ, Xã Chư Sê → Xã Giả Định" in said
    assert "từ ngày 01/10/2026" in said
    assert COMMUNES in said
    assert f'href="{reverse("org:change-detail", args=[second.pk])}"' in said
    assert state_hash() == before


def test_the_latest_of_three_acts_on_one_area_is_named_and_undone_first(world: World) -> None:
    by, ly_son = world.actor("Quản"), world.area("ly-son").pk
    made = [_do(world, Amend(ly_son, name=f"Tên {number}")) for number in range(3)]
    for change in made[:2]:
        with pytest.raises(area_undo.RestedOn) as caught:
            area_undo.undo(change, by=by)
        assert caught.value.act == made[2]
    area_undo.undo(made[2], by=by)
    area_undo.undo(made[1], by=by)
    assert area_on(ly_son, ON).name == "Tên 0"  # type: ignore[union-attr]


def test_an_act_that_replaced_another_of_its_day_is_turned_back_to_what_it_found(
    world: World,
) -> None:
    ly_son = world.area("ly-son").pk
    _do(world, Amend(ly_son, name="Tên Trước"), on=clock.today())
    second = _do(world, Amend(ly_son, name="Tên Sau"), on=clock.today())
    proposed = counter_act(second, clock.today())
    assert proposed is not None
    assert proposed.proposed["name"] == "Tên Trước"


def test_a_preview_no_longer_fits_once_another_act_of_its_day_was_recorded(world: World) -> None:
    by, ly_son = world.actor("Quản"), world.area("ly-son").pk
    order = Order(Amend(ly_son, name="Tên Sau"), ON, COMMUNES)
    _do(world, Amend(ly_son, type="xã"))
    seen = preview(order, by=by).mark
    _do(world, Amend(ly_son, code="21550"))
    assert preview(order, by=by).mark != seen


@pytest.mark.parametrize("number", [0, 1, 2])
def test_an_area_does_not_end_on_the_day_on_which_it_begins(world: World, number: int) -> None:
    _communes_merged(world, parent_id=world.area("quang-ngai").pk)
    fresh = _lineage("Giả Định")
    area = NewArea("99999", "Khác", "xã", "commune", world.area("quang-ngai").pk)
    half = Fraction(1, 2)
    operation = (
        Close(fresh),
        _into(area, [fresh, world.area("ly-son").pk]),
        Reorganise(
            (area, NewArea("99998", "Nữa", "xã", "commune", world.area("quang-ngai").pk)),
            (Part(fresh, 0, half), Part(fresh, 1, half)),
        ),
    )[number]
    before = state_hash()
    with pytest.raises(area_changes.ImpossibleOrder) as caught:
        _do(world, operation)
    assert "mới lập từ chính ngày 01/10/2026" in str(caught.value)
    assert state_hash() == before


def _later_name(world: World) -> None:
    _do(world, Amend(world.area("quang-ngai").pk, name="Tên Mai"), on=ON + timedelta(days=1))


def _later_child(world: World) -> None:
    area = NewArea("99998", "Mai Lập", "xã", "commune", world.area("quang-ngai").pk)
    _do(world, Open(area), on=ON + timedelta(days=1))


def _later_arrival(world: World) -> None:
    moved = Amend(world.area("chu-se").pk, parent_id=world.area("quang-ngai").pk)
    _do(world, moved, on=ON + timedelta(days=1))


@pytest.mark.parametrize("later", [_later_name, _later_child, _later_arrival])
def test_a_merger_before_what_is_already_recorded_for_a_later_day_is_refused(world, later) -> None:  # type: ignore[no-untyped-def]
    later(world)
    before = state_hash()
    with pytest.raises(area_changes.ImpossibleOrder) as caught:
        _provinces_merged(world)
    assert "Hãy hoàn tác thay đổi ấy trước" in str(caught.value)
    assert state_hash() == before


def _parent_gone(world: World) -> tuple[AreaChange, AreaChange]:
    first = _do(world, Amend(world.area("chu-se").pk, parent_id=world.area("quang-ngai").pk))
    return first, _do(world, Close(world.area("gia-lai").pk))


def _code_taken(world: World) -> tuple[AreaChange, AreaChange]:
    first = _do(world, Amend(world.area("ba-to").pk, code="21490"))
    area = NewArea("21484", "Lấy Mã", "xã", "commune", world.area("quang-ngai").pk)
    return first, _do(world, Open(area))


def _name_taken(world: World) -> tuple[AreaChange, AreaChange]:
    first = _do(world, Amend(world.area("ba-to").pk, name="Khác"))
    area = NewArea("99998", "Ba Tơ", "xã", "commune", world.area("quang-ngai").pk)
    return first, _do(world, Open(area), on=ON + timedelta(days=5))


@pytest.mark.parametrize("acts", [_parent_gone, _code_taken, _name_taken])
def test_an_undo_that_would_contradict_a_later_act_names_it_and_changes_nothing(  # type: ignore[no-untyped-def]
    world: World, acts
) -> None:
    first, second = acts(world)
    before, by = state_hash(), world.actor("Quản")
    with pytest.raises(area_undo.RestedOn) as caught:
        area_undo.undo(first, by=by)
    assert caught.value.act == second
    assert state_hash() == before
    area_undo.undo(second, by=by)
    area_undo.undo(first, by=by)


def test_an_act_recorded_before_acts_of_a_day_could_follow_each_other_is_still_undone(
    world: World,
) -> None:
    before = state_hash()
    change = _provinces_merged(world)
    del change.record["replaced"]
    change.save(update_fields=["record"])
    area_undo.undo(change, by=world.actor("Quản"))
    assert state_hash() == before
    with pytest.raises(Refused):
        area_undo.undo(change, by=world.actor("Quản"))
