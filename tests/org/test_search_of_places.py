"""Places and bodies are found by place and province together, in the country as it is packaged."""

from datetime import date

import pytest
from django.db import transaction

from phongtrao.core import clock
from phongtrao.core.search import parse
from phongtrao.org import imports, scope
from phongtrao.org.models import Account, AreaVersion, Body, Posting
from phongtrao.org.permissions import actor_for
from phongtrao.org.queries.search import found_areas, found_bodies

pytestmark = [pytest.mark.database, pytest.mark.django_db]
QUANG_NGAI, GIA_LAI, BA_TO, DAK_HA = 2051, 2052, 221484, 223500
FORMER_DAK_HA = "huyện Đăk Hà"


@pytest.fixture(scope="module")
def country(django_db_setup, django_db_blocker):
    """The packaged areas and bodies, loaded once for this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        imports.load_country()
        imports.load_bodies()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def fresh_scopes():
    """Scopes are kept for half a minute; other tests have other countries."""
    scope.forget()
    yield
    scope.forget()


def _actor(area):
    account = Account.objects.create_user(username=f"ca{area}", password=None, full_name="An")
    body = Body.objects.on(clock.today()).get(kind_id="ca", area_id=area, parent=None)
    posting = Posting.objects.create(
        account=account, body=body, role="officer", capacity="Cán bộ", valid_from=date(2025, 7, 1)
    )
    return actor_for(account, clock.today(), posting_id=posting.pk)


def _areas(actor, typed):
    found = found_areas(actor, parse(typed), 0, 20)
    assert found.total == len(found.hits)
    return found.hits


def _bodies(actor, typed):
    return [hit.title for hit in found_bodies(actor, parse(typed), 0, 20).hits]


@pytest.mark.parametrize(
    "typed",
    [
        "xã Ba Tơ tỉnh Quảng Ngãi",
        "Ba Tơ, Quảng Ngãi",
        "ba to quang ngai",
        "xa ba to tinh quang ngai",
        "Ba Tơ Quảng Ngãi",
    ],
)
def test_a_place_is_found_by_its_name_and_its_province_the_right_one_first(country, typed):
    assert _areas(_actor(QUANG_NGAI), typed)[0].pk == BA_TO


@pytest.mark.parametrize("typed", ["Đăk Hà Kon Tum", "dak ha kon tum", "Đăk Hà, tỉnh Kon Tum"])
def test_a_place_is_found_by_its_former_province_with_what_it_was_before(country, typed):
    found = _areas(_actor(QUANG_NGAI), typed)
    assert found[0].pk == DAK_HA
    assert FORMER_DAK_HA in [hit.title for hit in found]
    assert len({hit.pk for hit in found}) == len(found)


def test_a_province_is_found_before_what_only_holds_its_name(country):
    assert _areas(_actor(QUANG_NGAI), "tỉnh Quảng Ngãi")[0].pk == QUANG_NGAI


def test_a_body_is_found_by_its_place_and_province(country):
    actor = _actor(QUANG_NGAI)
    for typed in ("công an xã Ba Tơ, Quảng Ngãi", "ca xã Ba Tơ Quảng Ngãi"):
        assert _bodies(actor, typed)[0] == "Công an xã Ba Tơ", typed
    assert _bodies(actor, "cong an xa ba to quang ngai")[0] == "Công an xã Ba Tơ"
    front = _bodies(actor, "mttq xã Đăk Hà tỉnh Quảng Ngãi")
    assert front[0].startswith("Ủy ban Mặt trận Tổ quốc")
    assert front[0].endswith("xã Đăk Hà")


def test_a_place_outside_ones_reach_is_not_found_by_its_province_either(country):
    actor = _actor(GIA_LAI)
    assert AreaVersion.objects.filter(lineage_id=BA_TO).exists()
    for typed in ("xã Ba Tơ tỉnh Quảng Ngãi", "dak ha kon tum", "công an xã Ba Tơ, Quảng Ngãi"):
        assert _areas(actor, typed) == []
        assert _bodies(actor, typed) == []
