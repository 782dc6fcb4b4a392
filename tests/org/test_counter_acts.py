"""An act past its undo is turned back by another one, typed beforehand by the page."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.urls import reverse

from phongtrao.core import clock
from phongtrao.org.models import AreaVersion, Posting, Succession
from phongtrao.org.queries import area_on
from phongtrao.org.queries.counter_acts import counter_act
from phongtrao.org.roles import Role
from tests.org.acts import PAPER, confirmed, merging, send, text

pytestmark = pytest.mark.django_db
TODAY = clock.today()
YESTERDAY = TODAY - timedelta(days=1)
PAST = {"on": f"{YESTERDAY:%d/%m/%Y}", "paper_date": "01/06/2026"}
NOW = PAPER | {"on": f"{TODAY:%d/%m/%Y}"}


@pytest.fixture
def admin(world, client_for):
    """The browser of the administrator of the country."""
    return client_for(world.posting("Quản"))


def _at(name, area_id):
    return reverse(f"org:{name}", args=[area_id])


def _fields(page):
    """What a page offers as typed, by name of the field."""
    found = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*value="([^"]*)"', page))
    found |= dict(re.findall(r'<textarea[^>]*name="(\w+)"[^>]*>\n?([^<]*)</textarea>', page))
    chosen = re.search(
        r'<select[^>]*name="type"[^>]*>.*?<option value="([^"]*)" selected', page, re.S
    )
    return {name: unescape(value) for name, value in found.items()} | (
        {"type": unescape(chosen[1])} if chosen else {}
    )


def _refused_undo(admin, change):
    answer = send(admin, reverse("org:change-undo", args=[change.pk]))
    assert answer.status_code == 409
    link = re.search(r'href="([^"]*\?nguoc=\d+)"', text(answer))
    return unescape(link[1]) if link else ""


def test_a_merger_is_turned_back_into_the_former_areas_with_a_paper_of_its_own(world, admin):
    merger = confirmed(admin, _at("area-reorganise", world.area("ba-to").pk), merging(**PAST))
    merged = AreaVersion.objects.get(name="Giả Định")
    body = merged.lineage.bodies.get(kind="ca")
    Posting.objects.create(
        account=world.posting("Cường").account, body=body, role=Role.LEADER,
        capacity="Trưởng", basis="9/QĐ-CAT", valid_from=YESTERDAY,
    )  # fmt: skip
    address = _refused_undo(admin, merger)
    typed = _fields(text(admin.get(address)))
    typed = {key: typed.get(key, "") for key in ("olds", "news", "shares", "source", "children")}
    confirmed(admin, address, typed | NOW)
    names = set(
        AreaVersion.objects.on(TODAY)
        .filter(code__in=("23500", "21484"))
        .values_list("name", flat=True)
    )
    assert names == {"Đăk Hà", "Ba Tơ"}
    shares = Succession.objects.filter(predecessor=merged.lineage)
    assert sum(row.share_numerator / row.share_denominator for row in shares) == 1
    assert all(row.is_estimated for row in shares)


def test_a_changed_name_comes_back_by_a_second_change(world, admin):
    area = world.area("ba-to").pk
    change = confirmed(
        admin, _at("area-amend", area),
        PAPER | PAST | {"name": "Ba Tơ Mới", "type": "xã", "code": "21484", "parent": "51"},
    )  # fmt: skip
    counter = counter_act(change, TODAY)
    assert counter is not None
    address = f"{reverse(counter.page, args=[counter.area_id])}?nguoc={change.pk}"
    typed = _fields(text(admin.get(address)))
    assert typed["name"] == "Ba Tơ"
    keys = ("name", "type", "code", "parent")
    confirmed(admin, address, {key: typed[key] for key in keys} | NOW)
    assert area_on(area, TODAY).name == "Ba Tơ"
    assert area_on(area, YESTERDAY).name == "Ba Tơ Mới"


def test_a_dissolved_area_is_offered_to_be_opened_again_under_its_parent(world, admin):
    area, parent = world.area("ly-son").pk, world.area("quang-ngai").pk
    change = confirmed(admin, _at("area-close", area), PAPER | PAST)
    counter = counter_act(change, TODAY)
    assert (counter.page, counter.area_id) == ("org:area-open", parent)
    assert counter.proposed["name"] == "Lý Sơn"


def test_nothing_is_offered_for_areas_that_are_not_there_on_the_day(world, admin):
    merger = confirmed(admin, _at("area-reorganise", world.area("ba-to").pk), merging(**PAST))
    assert counter_act(merger, date(2026, 1, 1)) is None


def test_a_proposal_of_an_act_outside_reach_is_not_found(world, admin, client_for):
    merger = confirmed(admin, _at("area-reorganise", world.area("ba-to").pk), merging(**PAST))
    elsewhere = client_for(world.add_posting("Phú", "ca", "gia-lai", Role.ADMINISTRATOR))
    address = _at("area-open", world.area("gia-lai").pk)
    assert elsewhere.get(address).status_code == 200
    assert elsewhere.get(f"{address}?nguoc={merger.pk}").status_code == 404
