"""The page of a place, two dates side by side, sets of areas, finding, the list of a day."""

import io
from datetime import date
from fractions import Fraction

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import audit, clock
from phongtrao.org import scope
from phongtrao.org.actions import area_changes
from phongtrao.org.models import AreaSet, AreaVersion, Succession
from phongtrao.org.reshaping.operations import Amend, NewArea, Order, Part, Reorganise
from phongtrao.org.roles import Role
from tests.org.acts import confirmed, island_set, merging, send, text
from tests.org.committees import confirmed as confirmed_committee

pytestmark = pytest.mark.django_db
MOST_QUERIES = 20


@pytest.fixture
def admin(world, client_for):
    """The browser of the administrator of the country."""
    return client_for(world.posting("Quản"))


def _place(world, key):
    return reverse("org:area-detail", args=[world.area(key).pk])


def _rows(answer):
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_place_shows_its_names_through_time_and_the_bodies_as_they_were_called(world, admin):
    typed = merging() | {"name": "Ba Tơ Mới", "type": "phường", "code": "21484",
                         "parent": "51 tỉnh Quảng Ngãi"}  # fmt: skip
    confirmed(admin, reverse("org:area-amend", args=[world.area("ba-to").pk]), typed)
    today = text(admin.get(_place(world, "ba-to")))
    assert "Xã Ba Tơ" in today
    assert "Phường Ba Tơ Mới" in today
    assert "<li>Công an xã Ba Tơ</li>" in today
    later = text(admin.get(_place(world, "ba-to") + "?ngay=20/12/2026"))
    assert "<li>Công an phường Ba Tơ Mới</li>" in later


def test_a_former_place_shows_its_last_bodies_and_where_it_belongs_today(world, admin):
    shown = text(admin.get(_place(world, "kon-tum")))
    assert "Nay thuộc:" in shown
    assert "Công an tỉnh Kon Tum" in shown
    assert "của ngày 30/06/2025" in shown
    assert "toàn bộ" in shown


def test_an_estimated_share_carries_its_mark(world, admin):
    Succession.objects.create(
        predecessor=world.area("ba-to"), successor=world.area("ly-son"), share_numerator=1,
        share_denominator=3, kind="part", on=date(2026, 1, 1), source="default", is_estimated=True,
    )  # fmt: skip
    shown = text(admin.get(_place(world, "ba-to")))
    assert "1/3" in shown
    assert "Ước tính" in shown


def test_a_place_names_the_sets_it_belongs_to(world, admin):
    island_set(world, "ba-to")
    assert "Cụm thi đua số 1" in text(admin.get(_place(world, "ba-to")))
    assert "Cụm thi đua số 1" not in text(admin.get(_place(world, "ly-son")))


def test_a_place_leads_those_who_read_tasks_to_its_tasks(world, admin, client_for):
    link = "/chuong-trinh/nhiem-vu/?co_quan=x%C3%A3+Ba+T%C6%A1"
    assert link in text(client_for(world.posting("An")).get(_place(world, "ba-to")))
    assert link not in text(admin.get(_place(world, "ba-to")))


def test_acts_are_offered_to_those_who_may_record_them(world, admin, client_for):
    assert "Ghi thay đổi địa bàn" in text(admin.get(_place(world, "ba-to")))
    assert "Ghi thay đổi địa bàn" not in text(client_for(world.posting("An")).get(
        _place(world, "ba-to")
    ))  # fmt: skip


def test_two_dates_side_by_side_name_what_opened_ended_and_moved(world, admin):
    address = reverse("org:area-compare")
    shown = text(admin.get(address + "?tu=01/06/2025&den=01/08/2025"))
    assert "Tỉnh Kon Tum" in shown or "tỉnh Kon Tum" in shown
    assert "Kết thúc" in shown
    assert "Lập mới" in shown
    ended = text(admin.get(address + "?tu=01/06/2025&den=01/08/2025&loai=ket-thuc"))
    assert "Kon Tum" in ended
    assert "xã Đăk Hà" not in ended
    none = text(admin.get(address + "?tu=01/08/2025&den=01/09/2025"))
    assert "không có khác biệt" in none


def test_a_comparison_within_a_new_province_looks_into_what_it_came_from(world, admin):
    address = reverse("org:area-compare") + "?tu=01/06/2025&den=01/08/2025&trong=51"
    shown = text(admin.get(address))
    assert "Kon Tum" in shown
    assert "Gia Lai" not in shown.partition("<table")[2]


def test_a_comparison_that_cannot_be_read_says_why(world, admin):
    address = reverse("org:area-compare")
    assert "phải muộn hơn" in text(admin.get(address + "?tu=01/08/2025&den=01/06/2025"))
    assert "Không có địa bàn nào" in text(admin.get(address + "?trong=Không Có Nơi Này"))


def test_the_workbook_of_a_comparison_holds_its_rows(world, admin):
    query = "?tu=01/06/2025&den=01/08/2025&loai=ket-thuc"
    rows = _rows(admin.get(reverse("org:area-compare-excel") + query))
    assert any(row[0] == "Kết thúc" and "Kon Tum" in row[1] for row in rows if row[1])


def test_a_comparison_outside_ones_area_is_not_there(world, client_for):
    address = reverse("org:area-compare") + "?trong=23942"
    assert client_for(world.posting("An")).get(address).status_code == 404


def test_finding_answers_names_codes_old_names_and_bodies(world, admin):
    address = reverse("org:area-find")
    assert _place(world, "ba-to") in text(admin.get(address, {"tim": "ba to"}))
    assert _place(world, "ba-to") in text(admin.get(address, {"tim": "x. Ba Tơ, Quảng Ngãi"}))
    assert _place(world, "ba-to") in text(admin.get(address, {"tim": "21484"}))
    former = text(admin.get(address, {"tim": "tỉnh Kon Tum"}))
    assert "nay là" in former
    assert _place(world, "quang-ngai") in former
    assert "Công an xã Đăk Hà" in text(admin.get(address, {"tim": "công an xã đăk hà"}))
    assert "Chưa thấy địa bàn" in text(admin.get(address, {"tim": "Không Có Nơi Này"}))


def test_homonyms_stand_with_their_provinces(world, admin):
    AreaVersion.objects.filter(lineage=world.area("chu-se")).update(
        name="Ba Tơ", name_folded="ba to"
    )
    shown = text(admin.get(reverse("org:area-find"), {"tim": "xã Ba Tơ"}))
    assert _place(world, "ba-to") in shown
    assert _place(world, "chu-se") in shown
    assert "tỉnh Gia Lai" in shown
    one = text(admin.get(reverse("org:area-find"), {"tim": "xã Ba Tơ, tỉnh Gia Lai"}))
    assert _place(world, "ba-to") not in one


def test_names_outside_ones_area_are_found_without_a_link(world, client_for):
    shown = text(client_for(world.posting("An")).get(reverse("org:area-find"), {"tim": "Chư Sê"}))
    assert "xã Chư Sê" in shown
    assert _place(world, "chu-se") not in shown


def test_the_list_of_a_day_is_exported_within_reach(world, client_for):
    an = client_for(world.posting("An"))
    rows = _rows(an.get(reverse("org:area-excel")))
    assert next(row[4] for row in rows if row[1] == "Ba Tơ") == "tỉnh Quảng Ngãi"
    names = {row[1] for row in rows}
    assert {"Đăk Hà", "Ba Tơ", "Lý Sơn"} <= names
    assert "Chư Sê" not in names
    past = {row[1] for row in _rows(an.get(reverse("org:area-excel") + "?ngay=01/02/2025"))}
    assert "Kon Tum" in past
    assert "Đăk Hà" not in past


def _set_form(**changes):
    return {
        "name": "Cụm số 2", "kind": "cluster", "basis": "Quyết định 7/QĐ-CAT", "level": "commune",
        "since": "01/08/2025", "members": "21484\nxã Đăk Hà",
    } | changes  # fmt: skip


def test_a_set_is_made_by_pasting_names_and_codes(world, admin):
    answer = send(admin, reverse("org:areaset-make"), **_set_form())
    made = AreaSet.objects.get(name="Cụm số 2")
    assert answer["Location"] == reverse("org:areaset-detail", args=[made.pk])
    assert {m.area_id for m in made.members.all()} == {
        world.area("ba-to").pk, world.area("dak-ha").pk
    }  # fmt: skip
    assert audit.entries_of(made).get().verb == "area_set.made"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"members": "21484\nxã Không Có"}, "Dòng 2"),
        ({"members": "21484\nxã Ba Tơ"}, "đã có ở dòng 1"),
        ({"members": "51"}, "Dòng 1"),
        ({"name": "Các xã có đồng bào dân tộc"}, "dân tộc"),
        ({"name": "Vùng tôn giáo"}, "tôn giáo"),
    ],
)
def test_a_set_with_a_doubtful_row_or_a_forbidden_name_is_refused_whole(
    world, admin, changes, said
):
    answer = send(admin, reverse("org:areaset-make"), **_set_form(**changes))
    assert answer.status_code == 422
    assert said in text(answer)
    assert not AreaSet.objects.exists()


def test_members_come_in_and_leave_by_date(world, admin):
    chosen = island_set(world, "ba-to")
    add = reverse("org:areaset-add", args=[chosen.pk])
    sent = {"members": "đặc khu Lý Sơn", "since": "01/09/2025", "member_basis": "QĐ 9"}
    assert send(admin, add, **sent).status_code == 302
    again = send(admin, add, **sent)
    assert again.status_code == 422
    assert "Đặc khu Lý Sơn" in text(again) or "đặc khu Lý Sơn" in text(again)
    row = chosen.members.get(area=world.area("ba-to"))
    end = reverse("org:member-end", args=[row.pk])
    assert send(admin, end, on="01/01/2024").status_code == 422
    assert send(admin, end, on="01/10/2026").status_code == 302
    detail = reverse("org:areaset-detail", args=[chosen.pk])
    assert "xã Ba Tơ" in text(admin.get(detail + "?ngay=30/09/2026"))
    assert "xã Ba Tơ" not in text(admin.get(detail + "?ngay=01/10/2026"))


def test_the_administrator_of_a_province_keeps_the_sets_of_its_communes_alone(world, client_for):
    quy = client_for(world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR))
    own, other = island_set(world, "ba-to"), AreaSet.objects.create(
        code="x", name="Cụm khác", kind="cluster", level="commune", basis="QĐ", name_folded="x"
    )  # fmt: skip
    other.members.create(area=world.area("chu-se"), valid_from=date(2025, 7, 1))
    terms = {"name": "Cụm đổi tên", "kind": "cluster", "basis": "QĐ 11"}
    assert send(quy, reverse("org:areaset-change", args=[own.pk]), **terms).status_code == 302
    assert send(quy, reverse("org:areaset-change", args=[other.pk]), **terms).status_code == 404
    assert send(quy, reverse("org:areaset-make"), **_set_form(members="23942")).status_code == 403


def test_a_former_place_names_who_has_it_now_through_two_mergers(world, admin):
    """Kon Tum went into Quảng Ngãi, which goes into Miền Thử together with Gia Lai."""
    area = NewArea("51", "Miền Thử", "tỉnh", "province", world.area("vn").pk)
    parts = tuple(Part(world.area(key).pk, 0, Fraction(1)) for key in ("quang-ngai", "gia-lai"))
    order = Order(Reorganise((area,), parts), clock.today(), "1/NQ-QH")
    area_changes.carry_out(order, by=world.actor("Quản"))
    shown = text(admin.get(_place(world, "kon-tum")))
    heir = AreaVersion.objects.get(name="Miền Thử")
    assert f'href="{reverse("org:area-detail", args=[heir.lineage_id])}' in shown
    assert "tỉnh Miền Thử" in shown


@pytest.mark.parametrize("key", ["quang-ngai", "kon-tum", "ba-to", "chu-se"])
def test_the_first_page_of_a_place_that_a_process_shows_costs_few_queries(
    world, client_for, django_assert_max_num_queries, key
):
    """Nothing is remembered yet, the session is new, a commune has moved between provinces."""
    island_set(world, "ba-to", "ly-son", "chu-se")
    move = Amend(world.area("chu-se").pk, parent_id=world.area("quang-ngai").pk)
    area_changes.carry_out(Order(move, clock.today(), "1/NQ-QH"), by=world.actor("Quản"))
    confirmed_committee(world)
    for who in ("An", "Quản"):
        client = client_for(world.posting(who))
        scope.forget()
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(_place(world, key)).status_code == 200


def test_the_pages_of_places_cost_few_queries(world, admin, django_assert_max_num_queries):
    chosen = island_set(world, "ba-to", "ly-son", "dak-ha")
    for address in (
        _place(world, "quang-ngai"),
        _place(world, "kon-tum"),
        _place(world, "ba-to"),
        reverse("org:area-compare") + "?tu=01/06/2025&den=01/08/2025",
        reverse("org:area-find") + "?tim=kon tum",
        reverse("org:area-excel"),
        reverse("org:areaset-list"),
        reverse("org:areaset-detail", args=[chosen.pk]),
        reverse("org:areaset-members", args=[chosen.pk]),
    ):
        admin.get(address)
        with django_assert_max_num_queries(MOST_QUERIES):
            answer = admin.get(address)
            assert b"".join(answer.streaming_content) if answer.streaming else answer.content
