"""Bút phê in the browser: one line at a paper, confirmed, done and accepted; on a phone too."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from phongtrao.planning.models import InternalAssignment
from tests.browser.conftest import DESKTOP, PHONE, overflow_of
from tests.planning import inside
from tests.planning.conftest import plan

__all__ = ["plan"]
pytestmark = pytest.mark.django_db(transaction=True)
SIZES = [pytest.param(DESKTOP, id="desktop"), pytest.param(PHONE, id="phone")]


@pytest.fixture
def looks(no_axe_violations, screenshot):
    """Keep a picture of a page that fits and that everybody can use."""

    def check(page, name):
        no_axe_violations(page)
        assert overflow_of(page) <= 0, name
        screenshot(page, f"noi-bo-{name}-{page.viewport_size['width']}")

    return check


@pytest.mark.parametrize("viewport", SIZES)
def test_a_line_becomes_work_that_is_done_and_accepted(world, plan, page_for, looks, viewport):
    unit = inside.part(plan)
    inside.part(plan, "Đội Tổng hợp")
    giap = inside.officer(plan)
    leader = page_for(world.posting("Bình"), viewport=viewport)
    leader.goto(reverse("intake:draft-detail", args=[plan.draft().pk]))
    _give_by_line(leader, unit, giap, looks)
    officer = page_for(giap, viewport=viewport)
    _do(officer, looks)
    leader.goto("/")
    leader.get_by_role("link", name="Nhận kết quả").first.click()
    leader.get_by_role("link", name="Nhận kết quả").click()
    looks(leader, "nhan-ket-qua")
    leader.get_by_role("button", name="Nhận kết quả").click()
    assert InternalAssignment.objects.get().state == "done"
    for name, address in (("danh-sach", "internal-list"), ("doi-to", "part-list")):
        leader.goto(reverse(f"planning:{address}"))
        looks(leader, name)


def _give_by_line(page, unit, officer, looks):
    """From the page of the paper to the confirmed work, by one typed line."""
    looks(page, "van-ban")
    page.get_by_label("Bút phê", exact=True).fill(inside.LINE)
    page.get_by_role("button", name="Đọc bút phê").click()
    expect(page.get_by_label("Đội, tổ chủ trì")).to_have_value(str(unit.pk))
    expect(page.get_by_label("Đội Tổng hợp")).to_be_checked()
    expect(page.get_by_label("Người theo dõi, thực hiện")).to_have_value(str(officer.pk))
    looks(page, "de-xuat")
    assert not InternalAssignment.objects.exists()
    page.get_by_role("button", name="Giao việc", exact=True).click()
    expect(page.get_by_text("Đã giao việc trong cơ quan.")).to_be_visible()
    looks(page, "viec")


def _do(page, looks):
    """The officer finds the work in the inbox, takes it up and reports it done."""
    page.goto("/")
    page.get_by_role("link", name="Nhận việc").first.click()
    page.get_by_role("button", name="Nhận việc").click()
    page.get_by_role("link", name="Báo xong").click()
    page.get_by_label("Nội dung").fill("Đã trình dự thảo kế hoạch.")
    looks(page, "bao-xong")
    page.get_by_role("button", name="Báo xong").click()


def test_the_form_alone_gives_work_without_script(world, plan, page_for):
    inside.part(plan)
    page = page_for(world.posting("Bình"), viewport=PHONE, java_script_enabled=False)
    page.goto(reverse("planning:internal-give"))
    page.get_by_label("Việc phải làm").fill("Soạn kế hoạch tuần")
    page.get_by_label("Đội, tổ chủ trì").select_option(label="Đội An ninh")
    page.get_by_role("button", name="Giao việc", exact=True).click()
    assert InternalAssignment.objects.get().content == "Soạn kế hoạch tuần"
