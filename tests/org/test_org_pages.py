"""The pages of areas, accounts and delegations."""

import io
import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.core.models import IdempotencyRecord
from phongtrao.core.vietnamese import fold
from phongtrao.org.models import Account, Delegation, Posting
from phongtrao.org.roles import Role

pytestmark = pytest.mark.django_db
TODAY = clock.today()
MOST_QUERIES = 20


@pytest.fixture
def admin(world, client_for):
    """The browser of an administrator of Quảng Ngãi."""
    return client_for(world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR))


def _send(client, address, **typed):
    return client.post(address, {"_once": uuid.uuid4().hex, **typed})


def _text(answer):
    return answer.content.decode()


def _account_form(**changes):
    return {
        "full_name": "Hoa Mai",
        "username": "hoa.mai",
        "office_phone": "",
        "body": "Công an xã Đăk Hà",
        "role": "officer",
        "capacity": "Cán bộ",
        "basis": "12/QĐ-CAT",
        "valid_from": date_vn(TODAY),
        "valid_to": "",
    } | changes


def _add_accounts(world, area, count):
    made = Account.objects.bulk_create(
        [
            Account(username=f"{area}.{n}", full_name=f"Người {n}", password="!")
            for n in range(count)
        ]
    )
    Posting.objects.bulk_create(
        [
            Posting(
                account=account, body=world.body("ca", area), role=Role.OFFICER,
                capacity="Cán bộ", valid_from=TODAY,
            )
            for account in made
        ]
    )  # fmt: skip


def _cost(client, address):
    with CaptureQueriesContext(connection) as seen:
        answer = client.get(address)
        assert b"".join(answer.streaming_content) if answer.streaming else answer.content
    return len(seen)


def test_the_list_of_accounts_costs_the_same_for_three_and_for_three_thousand(world, admin):
    page, book = reverse("org:account-list"), reverse("org:account-excel")
    _add_accounts(world, "dak-ha", 3)
    _cost(admin, page)  # the first page also reads the scope, which is kept
    few = _cost(admin, page)
    assert _cost(admin, book) <= MOST_QUERIES
    _add_accounts(world, "ba-to", 3_000)
    assert _cost(admin, page) == few
    assert few <= MOST_QUERIES
    assert _cost(admin, book) <= MOST_QUERIES


def test_the_list_shows_the_administrators_area_alone(world, admin):
    text = _text(admin.get(reverse("org:account-list")))
    assert "Chi" in text
    assert "Công an xã Đăk Hà" in text
    assert "Giang" not in text
    assert "Trung" not in text


def test_a_posting_elsewhere_is_told_without_its_place(world, admin):
    Posting.objects.create(
        account=world.posting("Chi").account, body=world.body("ca", "gia-lai"), role=Role.OFFICER,
        capacity="Biệt phái", valid_from=TODAY,
    )  # fmt: skip
    for address in (
        reverse("org:account-list"),
        reverse("org:account-detail", args=[world.posting("Chi").account_id]),
    ):
        text = _text(admin.get(address))
        assert "Biệt phái" not in text
        assert "Gia Lai" not in text


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("tim=dương", "Dương", ">Chi<"),
        ("co_quan=dak ha", ">Chi<", "Dương"),
        ("vai_tro=clerk", "Vân", ">Chi<"),
        ("trang_thai=dang-giu", ">Chi<", "Thôi Giữ"),
        ("trang_thai=khong-con", "Thôi Giữ", ">Chi<"),
        ("trang_thai=mat-khau", "Mật Khẩu", ">Chi<"),
    ],
)
def test_the_filters_of_the_list_stand_in_its_address(world, admin, query, shown, hidden):
    world.add_posting("Thôi Giữ", "ca", "ba-to", Role.OFFICER, valid_to=TODAY)
    world.add_posting("Mật Khẩu", "ca", "ba-to", Role.OFFICER)
    Account.objects.filter(full_name="Mật Khẩu").update(must_change_password=True)
    text = _text(admin.get(reverse("org:account-list") + "?" + query))
    assert shown in text
    assert hidden not in text


def test_the_workbook_holds_the_filtered_rows(world, admin):
    answer = admin.get(reverse("org:account-excel") + "?vai_tro=clerk")
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    values = [[cell.value for cell in row] for row in sheet.iter_rows()]
    names = [row[0] for row in values if row[0]]
    assert "Vân" in names
    assert "Chi" not in names


def test_an_account_is_opened_and_its_password_shown_once(world, admin, client):
    answer = _send(admin, reverse("org:account-open"), **_account_form())
    account = Account.objects.get(username="hoa.mai")
    slip = reverse("org:account-slip", args=[account.pk])
    assert (answer.status_code, answer["Location"]) == (302, slip)
    first = _text(admin.get(slip))
    password = re.search(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", first)[0]
    assert account.check_password(password)
    assert password not in _text(admin.get(slip))
    assert not IdempotencyRecord.objects.filter(body__contains=password).exists()
    client.force_login(account, backend="phongtrao.org.sign_in.AccountBackend")
    led = client.get(reverse("org:area-list"))
    assert (led.status_code, led["Location"]) == (302, reverse("account_change_password"))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"username": "Họa"}, "chữ không dấu"),
        ({"username": "a" * 300}, ""),
        ({"body": "Công an xã Không Có"}, "Không thấy cơ quan"),
        ({"body": "Công an Đăk"}, "Có phải: Công an xã Đăk Hà"),
        ({"body": "Công an xã Chư Sê"}, "Không thấy cơ quan"),
        ({"role": "king"}, ""),
        ({"valid_from": "31/02/2026"}, "31/02/2026"),
        ({"valid_to": "31/12/9999"}, ""),
        ({"valid_to": date_vn(TODAY - timedelta(days=3))}, "sau ngày bắt đầu"),
        ({"office_phone": "gọi tôi"}, "chữ số"),
        ({"basis": ""}, ""),
    ],
)
def test_a_wrong_form_says_what_to_correct_and_keeps_what_was_typed(
    world, admin, changes, sentence
):
    answer = _send(admin, reverse("org:account-open"), **_account_form(**changes))
    assert answer.status_code == 422
    assert sentence in _text(answer)
    assert "Hoa Mai" in _text(answer)
    assert not Account.objects.filter(full_name="Hoa Mai").exists()


def test_a_body_may_be_typed_without_marks_and_with_its_province(world, admin):
    _send(admin, reverse("org:account-open"), **_account_form(body="cong an xa dak ha"))
    typed = _account_form(username="hoa.2", body="Công an xã Đăk Hà, tỉnh Quảng Ngãi")
    _send(admin, reverse("org:account-open"), **typed)
    bodies = {posting.body for posting in Posting.objects.filter(account__full_name="Hoa Mai")}
    assert bodies == {world.body("ca", "dak-ha")}
    assert Account.objects.filter(full_name="Hoa Mai").count() == 2


def test_the_last_day_typed_is_the_last_day_in_force(world, admin):
    _send(admin, reverse("org:account-open"), **_account_form(valid_to=date_vn(TODAY)))
    posting = Posting.objects.get(account__username="hoa.mai")
    assert posting.holds_on(TODAY)
    assert not posting.holds_on(TODAY + timedelta(days=1))


def test_every_verb_of_an_account_works_from_its_page(world, admin):
    account = world.posting("Chi").account
    page = reverse("org:account-detail", args=[account.pk])
    text = _text(admin.get(page))
    for name, pk in (
        ("org:posting-make", account.pk),
        ("org:account-contact", account.pk),
        ("org:account-reset", account.pk),
        ("org:posting-end", world.posting("Chi").pk),
    ):
        assert reverse(name, args=[pk]) in text
    make = reverse("org:posting-make", args=[account.pk])
    typed = _account_form(body="Ủy ban Mặt trận Tổ quốc Việt Nam xã Đăk Hà")
    assert admin.get(make).status_code == 200
    assert _send(admin, make, **typed)["Location"] == page
    assert _send(admin, make, **typed).status_code == 422
    contact = reverse("org:account-contact", args=[account.pk])
    assert _send(admin, contact, office_phone="0260 3888")["Location"] == page
    end = reverse("org:posting-end", args=[world.posting("Chi").pk])
    assert _send(admin, end, on="hôm qua", basis="x").status_code == 422
    assert _send(admin, end, on=date_vn(TODAY), basis="14/QĐ")["Location"] == page
    assert not Posting.objects.get(pk=world.posting("Chi").pk).holds_on(TODAY)
    slip = reverse("org:account-slip", args=[account.pk])
    assert _send(admin, reverse("org:account-reset", args=[account.pk]))["Location"] == slip


def test_pages_of_accounts_outside_the_area_are_not_there(world, admin):
    stranger = world.posting("Giang")
    for name in ("detail", "contact", "reset", "slip"):
        address = reverse(f"org:account-{name}", args=[stranger.account_id])
        answer = _send(admin, address) if name == "reset" else admin.get(address)
        assert answer.status_code == 404, name
    assert admin.get(reverse("org:posting-end", args=[stranger.pk])).status_code == 404
    assert admin.get(reverse("org:posting-make", args=[stranger.account_id])).status_code == 404
    assert admin.get(reverse("org:account-detail", args=[999_999])).status_code == 404


@pytest.mark.parametrize("name", ["An", "Bình", "Vân", "Kiểm"])
def test_only_administrators_open_the_pages_of_accounts(world, client_for, name):
    client = client_for(world.posting(name))
    assert client.get(reverse("org:account-list")).status_code == 403
    assert client.get(reverse("org:account-open")).status_code == 403


def _delegation_form(world, receiver="An", **changes):
    return {
        "to_account": world.posting(receiver).account_id,
        "valid_from": date_vn(TODAY),
        "valid_to": date_vn(TODAY + timedelta(days=6)),
        "paper_number": "05/QĐ-CAT",
        "paper_date": date_vn(TODAY),
    } | changes


def test_an_official_lends_his_posting_and_takes_it_back_on_the_page(world, client_for):
    client = client_for(world.posting("Bình"))
    give, mine = reverse("org:delegation-give"), reverse("org:delegation-list")
    offered = _text(client.get(give))
    assert "Vân" in offered
    assert "Giang" not in offered
    given = _send(client, give, **_delegation_form(world))
    delegation = Delegation.objects.get()
    own = reverse("org:delegation-detail", args=[delegation.pk])
    assert given["Location"] == own
    assert delegation.valid_to == TODAY + timedelta(days=7)
    assert "Đang hiệu lực" in _text(client.get(mine))
    end = reverse("org:delegation-end", args=[delegation.pk])
    assert own in _text(client.get(mine))
    assert end in _text(client.get(own))
    assert _send(client, end)["Location"] == mine
    assert "Chưa có ủy quyền nào" in _text(client.get(mine))


def test_who_acts_by_delegation_is_told_that_he_cannot_lend_on(world, client_for):
    _send(
        client_for(world.posting("Bình")), reverse("org:delegation-give"), **_delegation_form(world)
    )
    client = client_for(world.posting("An"))
    session = client.session
    session["posting_id"] = world.posting("Bình").pk
    session.save()
    assert "không được ủy quyền lại" in _text(client.get(reverse("org:delegation-give")))
    typed = _delegation_form(world, receiver="Vân")
    answer = _send(client, reverse("org:delegation-give"), **typed)
    assert answer.status_code == 422
    assert "không được ủy quyền lại" in _text(answer)
    assert Delegation.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"to_account": "999999"},
        {"to_account": "x"},
        {"valid_from": "0"},
        {"valid_to": date_vn(TODAY - timedelta(days=1))},
        {"paper_number": ""},
        {"paper_date": "mai"},
    ],
)
def test_a_wrong_delegation_form_is_refused_with_a_sentence(world, client_for, changes):
    client = client_for(world.posting("Bình"))
    answer = _send(client, reverse("org:delegation-give"), **_delegation_form(world, **changes))
    assert answer.status_code == 422
    assert "Chưa lưu được" in _text(answer)
    assert not Delegation.objects.exists()


def test_a_delegation_of_others_is_not_there(world, client_for, admin):
    client = client_for(world.posting("Bình"))
    _send(client, reverse("org:delegation-give"), **_delegation_form(world))
    end = reverse("org:delegation-end", args=[Delegation.objects.get().pk])
    for name in ("Giang", "Vân"):
        assert _send(client_for(world.posting(name)), end).status_code == 404
    giver = reverse("org:account-detail", args=[world.posting("Bình").account_id])
    assert _send(admin, end)["Location"] == giver


def test_the_tree_of_a_day_shows_its_provinces_and_their_bodies(world, client_for):
    client = client_for(world.posting("Trung"))
    text = _text(client.get(reverse("org:area-list")))
    assert "tỉnh Quảng Ngãi" in text
    assert "Bộ Công an" in text
    assert "Kon Tum" not in text
    past = _text(client.get(reverse("org:area-list") + "?ngay=15/01/2025"))
    assert "tỉnh Kon Tum" in past
    assert "Gia Lai" not in past


def test_an_area_shows_its_communes_its_bodies_and_its_past(world, client_for):
    client = client_for(world.posting("An"))
    text = _text(client.get(reverse("org:area-list")))
    for shown in ("xã Đăk Hà", "Công an tỉnh Quảng Ngãi", "Hình thành từ", "Kon Tum"):
        assert shown in text
    past = reverse("org:area-detail", args=[world.area("kon-tum").pk])
    assert past in text
    assert "không có địa bàn này" in _text(client.get(past))
    assert "không có địa bàn này" not in _text(client.get(past + "?ngay=2025-01-15"))


def test_a_commune_sees_itself_and_nothing_of_others(world, client_for):
    client = client_for(world.posting("Chi"))
    text = _text(client.get(reverse("org:area-list")))
    assert "Công an xã Đăk Hà" in text
    assert "Ba Tơ" not in text
    for key in ("ba-to", "quang-ngai", "gia-lai"):
        address = reverse("org:area-detail", args=[world.area(key).pk])
        assert client.get(address).status_code == 404, key
    assert client.get(reverse("org:area-detail", args=[10**9])).status_code == 404


def test_a_day_before_the_horizon_is_answered_with_its_tree_and_says_so(world, client_for):
    client = client_for(world.posting("Trung"))
    text = _text(client.get(reverse("org:area-list") + "?ngay=01/10/2023"))
    assert "bắt đầu từ ngày 01/01/2025" in text
    assert "tỉnh Kon Tum" in text


@pytest.mark.parametrize(
    "day", ["31/02/2026", "x", "0", "9999-99-99", "%00", "a" * 3_000, "1/1/0001", "<b>"]
)
def test_a_day_that_is_none_is_told_and_today_is_shown(world, client_for, day):
    client = client_for(world.posting("Trung"))
    answer = client.get(reverse("org:area-list"), {"ngay": day})
    assert answer.status_code == 200
    assert "Trang đang hiển thị địa bàn hôm nay" in _text(answer)
    assert "<b>" not in re.search(r"<main.*?Địa bàn tại ngày", _text(answer), re.S)[0]


def test_a_page_of_an_area_costs_few_queries(world, client_for, django_assert_max_num_queries):
    client = client_for(world.posting("Trung"))
    for address in (
        reverse("org:area-list"),
        reverse("org:area-detail", args=[world.area("quang-ngai").pk]) + "?ngay=2025-08-01",
    ):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(address).status_code == 200


def test_names_are_listed_by_given_name_in_vietnamese_order(world, admin):
    for name in ("Nguyễn Văn Đức", "Trần Thị Dung", "Lê Ánh"):
        world.add_posting(name, "mttq", "ba-to", Role.OFFICER)
    found = Account.objects.filter(full_name__contains=" ").order_by("name_sort")
    assert [account.full_name for account in found] == [
        "Lê Ánh",
        "Trần Thị Dung",
        "Nguyễn Văn Đức",
    ]
    assert found[0].name_folded == fold("Lê Ánh")
