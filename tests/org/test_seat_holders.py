"""Holders of seats: officials beside the committee, below it, and above where one may see them."""

import re

import pytest
from django.urls import reverse

from phongtrao.org.actions import compositions as actions
from phongtrao.org.models import SeatTitle
from phongtrao.org.roles import Role
from tests.org.acts import send, text
from tests.org.committees import draft, form_sent

pytestmark = pytest.mark.django_db
MOST_QUERIES = 20


def _page(name, pk):
    return reverse(f"org:{name}", args=[pk])


def _options(page, row=0):
    """Value → label of the holders that a row offers."""
    select = page.split(f'name="vi-tri-{row}-posting"')[1].split("</select>")[0]
    return dict(re.findall(r'<option value="(\d+)"[^>]*>([^<]*)', select))


def test_a_committee_names_a_holder_in_a_commune_below_found_by_the_name_of_its_body(
    world, client_for
):
    made = draft(world, "quang-ngai", by="An")
    an, chi = client_for(world.posting("An")), str(world.posting("Chi").pk)
    address = _page("composition-edit", made.pk)
    assert chi not in _options(text(an.get(address)))
    sent = form_sent(
        [("member", "Phó Trưởng Công an xã", "Công an xã Đăk Hà", "")],
        standing_body="Công an tỉnh Quảng Ngãi",
    )
    looked = text(send(an, address, **sent, tim_nguoi="1"))
    assert _options(looked)[chi] == "Chi, Cán bộ, Công an xã Đăk Hà"
    assert str(world.posting("Giang").pk) not in _options(looked)
    assert made.seats.count() == 5
    assert send(an, address, **sent, **{"vi-tri-0-posting": chi}).status_code == 302
    assert made.seats.get().posting == world.posting("Chi")
    shown = text(an.get(address))
    assert 'value="Công an xã Đăk Hà, tỉnh Quảng Ngãi"' in shown
    assert chi in _options(shown)


def test_a_body_above_is_named_by_its_post_but_its_accounts_are_not_offered(world, client_for):
    made = draft(world)
    chi, address = client_for(world.posting("Chi")), _page("composition-edit", made.pk)
    shown = text(chi.get(address))
    assert '<option value="Công an tỉnh Quảng Ngãi">' in shown
    sent = form_sent([("member", "Trưởng phòng", "Công an tỉnh Quảng Ngãi", "")])
    looked = text(send(chi, address, **sent, tim_nguoi="1"))
    assert "Không có tài khoản nào bạn xem được ở Công an tỉnh Quảng Ngãi" in looked
    an = world.posting("An")
    assert str(an.pk) not in _options(looked)
    forged = send(chi, address, **sent, **{"vi-tri-0-posting": str(an.pk)})
    assert forged.status_code == 422
    assert send(chi, address, **sent).status_code == 302
    assert made.seats.get().body == world.body("ca", "quang-ngai")


def test_a_name_that_fits_no_body_says_so_while_one_looks_for_a_holder(world, client_for):
    made = draft(world)
    sent = form_sent([("member", "Cán bộ", "Công an xã Không Có", "")], tim_nguoi="1")
    looked = text(
        send(client_for(world.posting("Chi")), _page("composition-edit", made.pk), **sent)
    )
    said = looked.split('id="id_vi-tri-0-body_help">')[1].split("</div>")[0]
    assert "Công an xã Không Có" in said


def test_a_holder_from_above_whom_a_wider_administrator_named_stays_for_the_next_who_writes(
    world, client_for
):
    quy = world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR)
    made = draft(world)
    address, an = _page("composition-edit", made.pk), str(world.posting("An").pk)
    sent = form_sent([("member", "Cán bộ", "Công an tỉnh Quảng Ngãi", "")])
    named = sent | {"vi-tri-0-posting": an}
    assert send(client_for(quy), address, **named).status_code == 302
    chi = client_for(world.posting("Chi"))
    assert _options(text(chi.get(address)))[an] == "An, Cán bộ, Công an tỉnh Quảng Ngãi"
    assert send(chi, address, **(named | {"row_version": "3"})).status_code == 302
    assert made.seats.get().posting == world.posting("An")


def test_a_draft_with_holders_in_many_communes_is_one_page_of_few_queries(
    world, client_for, django_assert_max_num_queries
):
    holders = [world.posting(name) for name in ("Chi", "Cường", "Ba", "Lý")] * 15
    seats = [actions.SeatTerms(SeatTitle.MEMBER, "Cán bộ", h.body, "", h) for h in holders]
    made = draft(world, "quang-ngai", by="An", seats=seats)
    an = client_for(world.posting("An"))
    with django_assert_max_num_queries(MOST_QUERIES):
        shown = text(an.get(_page("composition-edit", made.pk)))
    assert str(holders[59].pk) in _options(shown, 59)
