"""Pages on which administrators record acts on areas: typed, previewed, carried out, undone."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from phongtrao.org.models import AreaChange, AreaVersion, Body, Posting, Succession
from phongtrao.org.queries import area_on
from phongtrao.org.queries.known_areas import state_hash
from phongtrao.org.roles import Role
from tests.org.acts import ON, PAPER, confirmed, island_set, mark_of, merging, send, text

pytestmark = pytest.mark.django_db
MOST_QUERIES = 20


@pytest.fixture
def admin(world, client_for):
    """The browser of the administrator of the country."""
    return client_for(world.posting("Quản"))


def _at(world, name, key):
    return reverse(f"org:{name}", args=[world.area(key).pk])


def test_the_preview_of_a_merger_names_everything_that_follows_and_changes_nothing(world, admin):
    world.add_posting("Trưởng", "ca", "ba-to", Role.LEADER)
    island_set(world, "ba-to", "ly-son")
    before = state_hash()
    shown = text(send(admin, _at(world, "area-reorganise", "ba-to"), **merging()))
    assert state_hash() == before
    for said in (
        "Xã Ba Tơ", "Xã Đăk Hà", "Xã Giả Định", "Công an xã Ba Tơ", "Công an xã Giả Định",
        "Cụm thi đua số 1", "99/NQ-UBTVQH16", "toàn bộ", "Trưởng",
    ):  # fmt: skip
        assert said in shown


def test_staff_is_ticked_beforehand_and_heads_are_not(world, admin):
    head = world.add_posting("Trưởng", "ca", "ba-to", Role.LEADER)
    shown = text(send(admin, _at(world, "area-reorganise", "ba-to"), **merging()))
    boxes = dict(re.findall(r'name="chuyen" value="(\d+)"[^>]*?"( checked)?>', shown))
    assert boxes[str(world.posting("Chi").pk)] == " checked"
    assert boxes[str(head.pk)] == ""


def test_what_the_preview_says_is_what_is_done(world, admin):
    head = world.add_posting("Trưởng", "ca", "ba-to", Role.LEADER)
    chosen = island_set(world, "ba-to", "ly-son")
    address, typed = _at(world, "area-reorganise", "ba-to"), merging()
    shown = text(send(admin, address, **typed))
    change = confirmed(admin, address, typed, chuyen=[str(head.pk)])
    successor = AreaVersion.objects.get(name="Giả Định")
    opened = set(Body.objects.filter(area=successor.lineage).values_list("name", flat=True))
    assert opened
    assert all(name in shown for name in opened)
    ended = Body.objects.filter(valid_to=ON)
    assert all(body.name in shown for body in ended)
    assert len(change.record["bodies_ended"]) == ended.count()
    moved = Posting.objects.filter(pk__in=change.record["postings_made"])
    assert [row.account for row in moved] == [head.account]
    member = chosen.members.get(area=successor.lineage)
    assert (member.valid_from, member.basis) == (ON, "Kế thừa từ Ba Tơ")


def test_a_member_of_a_set_ends_with_its_area_and_an_undo_gives_it_back(world, admin):
    chosen = island_set(world, "ba-to", "ly-son")
    before = state_hash()
    change = confirmed(admin, _at(world, "area-reorganise", "ba-to"), merging())
    assert chosen.members.get(area=world.area("ba-to")).valid_to == ON
    assert send(admin, reverse("org:change-undo", args=[change.pk])).status_code == 302
    assert state_hash() == before


def test_a_split_without_shares_is_even_and_marked_as_estimated(world, admin):
    typed = merging(olds="21484", news="21484; xã Ba Tơ\n21485; xã Ba Tơ Đông")
    shown = text(send(admin, _at(world, "area-reorganise", "ba-to"), **typed))
    assert "Ước tính" in shown
    assert "chia đều" in shown
    confirmed(admin, _at(world, "area-reorganise", "ba-to"), typed)
    parts = Succession.objects.filter(predecessor=world.area("ba-to"))
    assert {(p.share_numerator, p.share_denominator, p.is_estimated) for p in parts} == {
        (1, 2, True)
    }


def test_typed_shares_need_their_source_and_are_kept_exactly(world, admin):
    typed = merging(
        olds="21484", news="21484; xã Ba Tơ\n21485; xã Ba Tơ Đông",
        shares="21484; xã Ba Tơ Đông; 1/3\n21484; 21484; 2/3",
    )  # fmt: skip
    address = _at(world, "area-reorganise", "ba-to")
    refused = send(admin, address, **typed)
    assert refused.status_code == 422
    assert "Hãy ghi tỷ lệ lấy từ đâu." in text(refused)
    confirmed(admin, address, typed | {"source": "Số dân 31/12/2025"})
    parts = Succession.objects.filter(predecessor=world.area("ba-to")).order_by("share_numerator")
    assert [(p.share_numerator, p.share_denominator) for p in parts] == [(1, 3), (2, 3)]
    assert {(p.source, p.is_estimated) for p in parts} == {("Số dân 31/12/2025", False)}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"olds": "23500\nxã Không Có"}, "Dòng 2"),
        ({"olds": "23500\n23500"}, "đã có ở dòng 1"),
        ({"news": "21484; Giả Định"}, "loại và tên"),
        ({"news": "214; xã Giả Định"}, "đúng 5 chữ số"),
        ({"news": "21548; xã Giả Định"}, "đang là của"),
        ({"shares": "21484; 99999; 1/2", "source": "x"}, "không phải một địa bàn mới"),
        ({"shares": "21484; 21484; 1/2", "source": "x"}, "phải đúng bằng 1"),
        ({"shares": "21484; 21484; nửa", "source": "x"}, "không phải là tỷ lệ"),
        ({"on": "31/02/2027"}, "Không có ngày"),
        ({"paper": ""}, "Văn bản làm căn cứ"),
    ],
)
def test_a_faulty_merger_is_refused_with_every_reason_and_all_that_was_typed(
    world, admin, changes, said
):
    before = state_hash()
    answer = send(admin, _at(world, "area-reorganise", "ba-to"), **merging(**changes))
    assert answer.status_code == 422
    assert said in text(answer)
    for value in changes.values():
        assert value.splitlines()[0] in text(answer) if value else True
    assert "Ủy ban Thường vụ Quốc hội" in text(answer)
    assert state_hash() == before


def test_all_faults_of_an_order_are_shown_at_once(world, admin):
    typed = merging(news="21548; xã Lý Sơn\n21548; đặc khu Lý Sơn")
    shown = text(send(admin, _at(world, "area-reorganise", "ba-to"), **typed))
    assert "đang là của" in shown
    assert "trùng mã hoặc tên" in shown


def test_a_rename_keeps_the_place_and_shows_the_bodies_that_follow(world, admin):
    typed = PAPER | {
        "name": "Ba Tơ Mới", "type": "phường", "code": "21484", "parent": "51 tỉnh Quảng Ngãi"
    }  # fmt: skip
    address = _at(world, "area-amend", "ba-to")
    shown = text(send(admin, address, **typed))
    assert "Công an xã Ba Tơ → Công an phường Ba Tơ Mới" in shown
    confirmed(admin, address, typed)
    now = area_on(world.area("ba-to").pk, ON)
    assert str(now) == "phường Ba Tơ Mới"
    assert str(area_on(world.area("ba-to").pk, ON - timedelta(days=1))) == "xã Ba Tơ"


def test_a_commune_moves_under_another_province(world, admin):
    typed = PAPER | {"name": "Ba Tơ", "type": "xã", "code": "21484", "parent": "tỉnh Gia Lai"}
    confirmed(admin, _at(world, "area-amend", "ba-to"), typed)
    assert area_on(world.area("ba-to").pk, ON).parent_id == world.area("gia-lai").pk


def test_a_new_commune_opens_below_the_province_of_the_page(world, admin):
    typed = PAPER | {"type": "đặc khu", "name": "Đảo Mới", "code": "21999"}
    confirmed(admin, _at(world, "area-open", "quang-ngai"), typed)
    made = AreaVersion.objects.get(name="Đảo Mới")
    assert (made.parent_id, made.level) == (world.area("quang-ngai").pk, "commune")


def test_an_area_that_is_dissolved_ends_without_a_successor(world, admin):
    confirmed(admin, _at(world, "area-close", "ly-son"), PAPER)
    assert area_on(world.area("ly-son").pk, ON) is None
    assert not Succession.objects.filter(predecessor=world.area("ly-son")).exists()


def test_a_confirmation_after_things_have_moved_shows_the_new_consequences(world, admin):
    address, typed = _at(world, "area-reorganise", "ba-to"), merging()
    seen = mark_of(text(send(admin, address, **typed)))
    world.add_posting("Mới Đến", "ca", "ba-to", Role.CLERK)
    before = state_hash()
    answer = send(admin, address, **typed, buoc="lam", mark=seen)
    assert answer.status_code == 409
    assert "Mới Đến" in text(answer)
    assert state_hash() == before


def test_going_back_from_the_preview_keeps_what_was_typed(world, admin):
    address = _at(world, "area-reorganise", "ba-to")
    shown = text(send(admin, address, **merging(), buoc="sua"))
    assert "21484; xã Giả Định" in shown
    assert "Xem hệ quả" in shown


def test_an_act_that_later_work_rests_on_says_why_it_cannot_be_undone(world, admin):
    change = confirmed(admin, _at(world, "area-reorganise", "ba-to"), merging())
    heir = AreaVersion.objects.get(name="Giả Định").lineage
    body = Body.objects.get(area=heir, kind="ca")
    Posting.objects.create(
        account=world.posting("Cường").account, body=body, role=Role.LEADER,
        capacity="Trưởng", basis="9/QĐ-CAT", valid_from=ON,
    )  # fmt: skip
    answer = send(admin, reverse("org:change-undo", args=[change.pk]))
    assert answer.status_code == 409
    assert "Hãy ghi một thay đổi ngược lại" in text(answer)


def test_only_administrators_above_an_area_record_its_changes(world, client_for):
    quy = client_for(world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR))
    assert quy.get(_at(world, "area-amend", "ba-to")).status_code == 200
    assert quy.get(_at(world, "area-amend", "quang-ngai")).status_code == 403
    assert quy.get(_at(world, "area-open", "quang-ngai")).status_code == 200
    assert quy.get(_at(world, "area-close", "chu-se")).status_code == 404
    refused = send(
        quy, _at(world, "area-amend", "ba-to"),
        **PAPER, name="Ba Tơ", type="xã", code="21484", parent="tỉnh Gia Lai",
    )  # fmt: skip
    assert refused.status_code == 403
    an = client_for(world.posting("An"))
    assert an.get(_at(world, "area-amend", "ba-to")).status_code == 403


def test_the_administrator_of_a_province_undoes_his_own_future_act(world, client_for):
    quy = client_for(world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR))
    before = state_hash()
    change = confirmed(quy, _at(world, "area-reorganise", "ba-to"), merging())
    assert "Hoàn tác" in text(quy.get(reverse("org:change-detail", args=[change.pk])))
    assert send(quy, reverse("org:change-undo", args=[change.pk])).status_code == 302
    assert state_hash() == before


def test_acts_are_listed_filtered_and_exported_within_reach(world, admin, client_for):
    change = confirmed(admin, _at(world, "area-reorganise", "ba-to"), merging())
    address = reverse("org:change-list")
    said = "Sáp nhập: Xã Đăk Hà, Xã Ba Tơ → Xã Giả Định"
    assert said in text(admin.get(address))
    assert said in text(admin.get(address + "?nam=2026&dia_ban=ba to&trang_thai=hieu-luc"))
    assert said not in text(admin.get(address + "?dia_ban=chu se"))
    assert said not in text(admin.get(address + "?trang_thai=da-hoan-tac"))
    assert said in text(client_for(world.posting("Chi")).get(address))
    outside = client_for(world.posting("Giang"))
    assert said not in text(outside.get(address))
    assert outside.get(reverse("org:change-detail", args=[change.pk])).status_code == 404
    assert admin.get(reverse("org:change-excel")).status_code == 200


def test_an_undone_act_stays_readable(world, admin):
    change = confirmed(admin, _at(world, "area-reorganise", "ba-to"), merging())
    send(admin, reverse("org:change-undo", args=[change.pk]))
    shown = text(admin.get(reverse("org:change-detail", args=[change.pk])))
    assert "Xã Giả Định" in shown
    assert "Đã hoàn tác lúc" in shown
    assert AreaChange.objects.get().undone_at is not None


def test_lists_and_pages_of_acts_cost_few_queries(world, admin, django_assert_max_num_queries):
    change = confirmed(admin, _at(world, "area-reorganise", "ba-to"), merging())
    for address in (
        reverse("org:change-list"),
        reverse("org:change-detail", args=[change.pk]),
        reverse("org:change-excel"),
    ):
        admin.get(address)
        with django_assert_max_num_queries(MOST_QUERIES):
            assert admin.get(address).status_code == 200
