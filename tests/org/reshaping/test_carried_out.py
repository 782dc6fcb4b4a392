"""Acts on areas in the database: rights and bodies follow, an undo gives back the very state."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.core import audit
from phongtrao.core.errors import Forbidden, Refused
from phongtrao.org import scope
from phongtrao.org.actions import area_changes, area_undo
from phongtrao.org.models import (
    AreaChange,
    AreaVersion,
    Body,
    BodySuccession,
    Posting,
    Succession,
)
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import area_on, bodies_of_kind, body_name_on
from phongtrao.org.queries.known_areas import known_areas, state_hash
from phongtrao.org.reshaping.faults import faults
from phongtrao.org.reshaping.operations import (
    Amend,
    Close,
    NewArea,
    Open,
    Order,
    Part,
    Reorganise,
)
from phongtrao.org.roles import Role
from phongtrao.org.scope import horizon
from tests.org.reshaping.extent import SEQUENCES
from tests.org.reshaping.little_country import Acts
from tests.org.reshaping.soundness import assert_sound
from tests.world import World

pytestmark = [pytest.mark.database, pytest.mark.django_db]
ON = date(2026, 10, 1)
AFTER_ALL = date(2026, 12, 31)
BASIS = "Nghị quyết 99/NQ-UBTVQH16 ngày 01/9/2026"


def _merger(world: World, *keys: str) -> Order:
    """The named communes become xã Giả Định of Quảng Ngãi under the code of the first."""
    ids = [world.area(key).pk for key in keys]
    first = area_on(ids[0], ON)
    assert first is not None
    area = NewArea(first.code, "Giả Định", "xã", "commune", world.area("quang-ngai").pk)
    return Order(Reorganise((area,), tuple(Part(each, 0, Fraction(1)) for each in ids)), ON, BASIS)


def _successor() -> AreaVersion:
    return AreaVersion.objects.get(name="Giả Định")


def test_a_merger_ends_the_old_communes_and_opens_the_new_one_with_its_bodies(
    world: World,
) -> None:
    area_changes.carry_out(_merger(world, "dak-ha", "ba-to"), by=world.actor("Quản"))
    successor = _successor()
    assert area_on(world.area("dak-ha").pk, ON) is None
    assert area_on(world.area("dak-ha").pk, ON - timedelta(days=1)) is not None
    assert successor.code == AreaVersion.objects.filter(lineage=world.area("dak-ha"))[0].code
    assert {body.kind_id for body in Body.objects.filter(area=successor.lineage)} >= {"ca", "mttq"}
    links = Succession.objects.filter(successor=successor.lineage)
    assert {(each.share_numerator, each.is_estimated) for each in links} == {(1, False)}


def test_the_body_of_the_new_commune_takes_over_from_both_old_ones(world: World) -> None:
    area_changes.carry_out(_merger(world, "dak-ha", "ba-to"), by=world.actor("Quản"))
    heir = bodies_of_kind("ca", [_successor().lineage_id], ON)[_successor().lineage_id]
    old = {world.body("ca", "dak-ha").pk, world.body("ca", "ba-to").pk}
    rows = BodySuccession.objects.filter(successor=heir)
    assert set(rows.values_list("predecessor_id", flat=True)) == old


def test_staff_goes_on_in_the_successor_and_heads_do_not(world: World) -> None:
    world.add_posting("Trưởng", "ca", "ba-to", Role.LEADER)
    area_changes.carry_out(_merger(world, "dak-ha", "ba-to"), by=world.actor("Quản"))
    heir = bodies_of_kind("ca", [_successor().lineage_id], ON)[_successor().lineage_id]
    assert Posting.objects.filter(account=world.posting("Chi").account, body=heir).exists()
    head = world.posting("Trưởng")
    assert not Posting.objects.filter(account=head.account, body=heir).exists()
    head.refresh_from_db()
    assert head.valid_to == ON


def test_only_the_chosen_postings_move_when_the_administrator_chooses(world: World) -> None:
    head = world.add_posting("Trưởng", "ca", "ba-to", Role.LEADER)
    order = _merger(world, "dak-ha", "ba-to")
    area_changes.carry_out(order, by=world.actor("Quản"), moving={head.pk})
    heir = bodies_of_kind("ca", [_successor().lineage_id], ON)[_successor().lineage_id]
    assert [each.account for each in heir.postings.all()] == [head.account]


def test_a_renamed_commune_keeps_its_lineage_and_its_bodies_take_the_name(world: World) -> None:
    lineage = world.area("ba-to").pk
    body = world.body("ca", "ba-to")
    order = Order(Amend(lineage, name="Ba Tơ Mới", type="phường"), ON, BASIS)
    area_changes.carry_out(order, by=world.actor("Quản"))
    body.refresh_from_db()
    assert body.name == "Công an phường Ba Tơ Mới"
    before = ON - timedelta(days=1)
    assert body_name_on(body, before) == f"Công an {area_on(lineage, before)}"


def test_an_official_without_the_right_changes_nothing(world: World) -> None:
    before = state_hash()
    for name in ("An", "Chi", "Trung"):
        with pytest.raises(Forbidden):
            area_changes.carry_out(_merger(world, "dak-ha", "ba-to"), by=world.actor(name))
    assert state_hash() == before


def test_an_administrator_changes_what_lies_in_his_area_but_not_the_area_itself(
    world: World,
) -> None:
    world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR)
    own = world.area("quang-ngai").pk
    for operation in (Amend(own, name="Khác"), Close(own)):
        with pytest.raises(Forbidden):
            area_changes.carry_out(Order(operation, ON, BASIS), by=world.actor("Quý"))
    area_changes.carry_out(
        Order(Amend(world.area("ba-to").pk, name="Khác"), ON, BASIS), by=world.actor("Quý")
    )
    assert str(area_on(world.area("ba-to").pk, ON)) == "xã Khác"


@pytest.mark.parametrize(
    ("order", "said"),
    [
        (lambda w: Order(Amend(w.area("ba-to").pk, name="Khác"), ON, " "), "văn bản làm căn cứ"),
        (lambda w: Order(Amend(w.area("ba-to").pk), ON, BASIS), "Chưa có gì khác"),
        (lambda w: Order(Amend(999, name="Khác"), ON, BASIS), "Không có địa bàn nào"),
        (lambda w: Order(Close(w.area("quang-ngai").pk), ON, BASIS), "địa bàn bên dưới"),
        (
            lambda w: Order(Amend(w.area("ba-to").pk, name="Đăk Hà"), ON, BASIS),
            "đã có",
        ),
        (
            lambda w: Order(Amend(w.area("ba-to").pk, code="7"), ON, BASIS),
            "chữ số",
        ),
        (
            lambda w: Order(Amend(w.area("ba-to").pk, name="A"), horizon(), BASIS),
            "phải sau",
        ),
        (
            lambda w: Order(
                Amend(w.area("quang-ngai").pk, parent_id=w.area("ba-to").pk), ON, BASIS
            ),
            "nằm trong chính nó",
        ),
        (
            lambda w: Order(
                Reorganise(
                    (NewArea("99999", "Nửa", "xã", "commune", w.area("quang-ngai").pk),),
                    (Part(w.area("ba-to").pk, 0, Fraction(1, 2)),),
                ),
                ON,
                BASIS,
            ),
            "phải đúng bằng 1",
        ),
    ],
)
def test_an_impossible_act_is_refused_whole_with_its_reason(world, order, said) -> None:  # type: ignore[no-untyped-def]
    before = state_hash()
    with pytest.raises(area_changes.ImpossibleOrder) as caught:
        area_changes.carry_out(order(world), by=world.actor("Quản"))
    assert any(said in str(fault) for fault in caught.value.faults)
    assert state_hash() == before


def test_an_undo_gives_back_the_very_state_and_both_acts_stay_in_the_audit_chain(
    world: World,
) -> None:
    before, entries = state_hash(), audit.head()[0]
    made = area_changes.carry_out(_merger(world, "dak-ha", "ba-to"), by=world.actor("Quản"))
    assert state_hash() != before
    area_undo.undo(made, by=world.actor("Quản"))
    assert state_hash() == before
    assert audit.head()[0] == entries + 2
    assert list(audit.faults()) == []


def test_an_act_that_later_rows_rest_on_is_not_undone(world: World) -> None:
    made = area_changes.carry_out(_merger(world, "dak-ha", "ba-to"), by=world.actor("Quản"))
    heir = bodies_of_kind("ca", [_successor().lineage_id], ON)[_successor().lineage_id]
    Posting.objects.create(
        account=world.posting("Cường").account, body=heir, role=Role.LEADER, capacity="Trưởng",
        basis="Quyết định 9/QĐ-CAT", valid_from=ON,
    )  # fmt: skip
    before = state_hash()
    with pytest.raises(Refused) as caught:
        area_undo.undo(made, by=world.actor("Quản"))
    assert "thay đổi ngược lại" in caught.value.message
    assert state_hash() == before


def test_an_undone_act_is_not_undone_twice(world: World) -> None:
    made = area_changes.carry_out(_merger(world, "dak-ha"), by=world.actor("Quản"))
    area_undo.undo(made, by=world.actor("Quản"))
    with pytest.raises(Refused):
        area_undo.undo(made, by=world.actor("Quản"))


def test_a_new_commune_under_a_province_is_opened(world: World) -> None:
    area = NewArea("99998", "Đảo Mới", "đặc khu", "commune", world.area("quang-ngai").pk)
    area_changes.carry_out(Order(Open(area), ON, BASIS), by=world.actor("Quản"))
    assert AreaVersion.objects.get(name="Đảo Mới").path.startswith("000001/")


@settings(
    max_examples=SEQUENCES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_any_sequence_of_acts_undone_backwards_gives_back_the_very_state(
    world: World, data: st.DataObject
) -> None:
    # An example that is cut short must not leave its acts to the next one.
    with _taken_back():
        by, acts = world.actor("Quản"), Acts(data, last=AFTER_ALL)
        before, entries = state_hash(), audit.head()[0]
        standing, written = _some_acts(by, acts, data)
        for change in reversed(standing):
            area_undo.undo(change, by=by)
        assert state_hash() == before
        assert audit.head()[0] == entries + written + len(standing)


@contextmanager
def _taken_back() -> Iterator[None]:
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)
        scope.forget()


def _some_acts(by: Actor, acts: Acts, data: st.DataObject) -> tuple[list[AreaChange], int]:
    """Acts, some of them taken back at once or out of order; what stands, how often was written."""
    standing: list[AreaChange] = []
    written = 0
    for number in range(data.draw(st.integers(1, 6))):
        if standing and data.draw(st.integers(0, 3)) == 0:
            written += _taken_back_if_nothing_rests_on_it(standing, by, data)
        else:
            written += _one_more(standing, by, acts, number)
        assert_sound(known_areas(), {AFTER_ALL, *(change.on for change in standing)})
    return standing, written


def _one_more(standing: list[AreaChange], by: Actor, acts: Acts, number: int) -> int:
    known = known_areas()
    order = acts.order(known, number)
    if faults(known, order, horizon=horizon()):
        return 0
    standing.append(area_changes.carry_out(order, by=by))
    return 1


def _taken_back_if_nothing_rests_on_it(
    standing: list[AreaChange], by: Actor, data: st.DataObject
) -> int:
    """Any act: a refusal names a later one, the latest is never refused."""
    change = data.draw(st.sampled_from(standing))
    before = state_hash()
    named = _refused(change, by)
    if named is not None:
        assert state_hash() == before
        assert named in standing[standing.index(change) + 1 :]
        return 0
    standing.remove(change)
    return 1


def _refused(change: AreaChange, by: Actor) -> AreaChange | None:
    """Take an act back; where that is refused, the act that the refusal names."""
    try:
        area_undo.undo(change, by=by)
    except area_undo.RestedOn as refusal:
        return refusal.act
    return None
