"""Handing over, lending and comparing in the browser: on a phone, without script too."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from phongtrao.core import clock
from phongtrao.core.formats import date_vn
from phongtrao.org.models import AreaSet, AreaSetMember, Handover
from phongtrao.org.roles import Role
from tests.browser.conftest import DESKTOP, PHONE, overflow_of
from tests.planning.conftest import plan
from tests.reporting import cases
from tests.world import MERGER

__all__ = ["plan"]
pytestmark = pytest.mark.django_db(transaction=True)
SIZES = [pytest.param(DESKTOP, id="desktop"), pytest.param(PHONE, id="phone")]


def _members(world):
    made = AreaSet.objects.create(
        code="cum-1", name="Cụm 1", kind="cluster", level="commune", basis="x", name_folded="cum 1"
    )
    for area in ("dak-ha", "ba-to", "ly-son"):
        AreaSetMember.objects.create(area_set=made, area=world.area(area), valid_from=MERGER)
    return made


@pytest.mark.parametrize("viewport", SIZES)
def test_work_is_handed_over_without_script(world, plan, page_for, screenshot, viewport):
    task = plan.task()
    world.add_posting("Nam", "ca", "quang-ngai", Role.OFFICER)
    page = page_for(world.posting("An"), viewport=viewport, java_script_enabled=False)
    page.goto(reverse("org:held-work"))
    page.get_by_role("link", name="Bàn giao công tác").click()
    page.get_by_label("Người nhận bàn giao").select_option(
        label="Nam, Cán bộ (Cán bộ cơ quan thường trực)"
    )
    page.get_by_label("Bàn giao từ ngày").fill(date_vn(clock.today()))
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_role("link", name=task.title)).to_be_visible()
    page.get_by_role("button", name="Bàn giao và cho thôi giữ chức vụ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Biên bản bàn giao")
    screenshot(page, f"bien-ban-{viewport['width']}")
    assert Handover.objects.get().from_posting == world.posting("An")


@pytest.mark.parametrize("viewport", SIZES)
def test_the_pages_fit_and_are_accessible(
    world, plan, page_for, no_axe_violations, screenshot, viewport
):
    plan.task(title="Xây dựng và tổ chức thực hiện kế hoạch phối hợp vận động toàn dân " * 3)
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    area_set = _members(world)
    page = page_for(world.posting("An"), viewport=viewport)
    own = world.posting("An").pk
    for name, address in (
        ("dang-giu", reverse("org:held-work")),
        ("ban-giao", reverse("org:posting-hand-over", args=[own])),
        ("uy-quyen", reverse("org:delegation-list")),
        ("dia-ban", reverse("org:area-rows") + f"?tap={area_set.pk}"),
        ("co-quan", reverse("org:body-rows")),
        ("tong-hop", reverse("reporting:rollup-detail", args=[round_.pk]) + f"?tap={area_set.pk}"),
        (
            "cum-nhom",
            reverse("reporting:rollup-peers", args=[round_.pk])
            + f"?dia-ban={world.area('dak-ha').pk}",
        ),
    ):
        page.goto(address)
        no_axe_violations(page)
        assert overflow_of(page) <= 0, name
        screenshot(page, f"{name}-{viewport['width']}")
