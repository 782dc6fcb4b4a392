"""Ctrl+K and the picture of papers in a browser: keyboard, phone, without script."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, overflow_of
from tests.packs import load_pack
from tests.planning.conftest import Plan

SIZES = [pytest.param(DESKTOP, id="1366"), pytest.param(PHONE, id="360")]


@pytest.fixture
def plan(world, settings, tmp_path):
    """A paper in the register of the police of Quảng Ngãi, and one that it rests on."""
    settings.FILES_DIR = tmp_path
    plan = Plan(world, load_pack())
    plan.document(number="10/KH-CAT", title="Kế hoạch đầu tiên")
    plan.document(references=[{"number": "10/KH-CAT", "type": "Kế hoạch", "date": None}])
    return plan


@pytest.mark.parametrize("size", SIZES)
def test_the_palette_opens_finds_and_leads_by_keyboard_alone(
    plan, page_for, no_axe_violations, size
):
    page = page_for(plan.world.posting("An"), viewport=size)
    page.goto("/")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog", name="Tìm kiếm")).to_be_visible()
    page.keyboard.type("toan dan bao ve")
    finds = page.get_by_role("listbox").get_by_role("option")
    expect(finds.first).to_be_visible()
    assert overflow_of(page) <= 0
    no_axe_violations(page)
    page.keyboard.press("ArrowDown")
    expect(finds.first).to_have_attribute("aria-selected", "true")
    address = finds.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")


def test_escape_closes_and_enter_alone_asks_for_all_results(plan, page_for):
    page = page_for(plan.world.posting("An"))
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Tìm kiếm")).to_be_hidden()
    page.keyboard.press("Control+k")
    page.keyboard.type("125/KH")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=125%2FKH")
    expect(page.get_by_role("link", name="125/KH-CAT-PV05").first).to_be_visible()


def test_a_hostile_title_is_shown_as_text_in_the_palette(plan, page_for):
    plan.document(number="66/KH-CAT", title="<img src=x onerror=alert(1)> lạ")
    page = page_for(plan.world.posting("An"))
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("66/KH")
    expect(page.get_by_role("option").first).to_contain_text("<img src=x")
    assert page.locator("#tim-thay img").count() == 0


def test_without_script_the_box_asks_the_page_of_results(plan, page_for):
    page = page_for(plan.world.posting("An"), java_script_enabled=False)
    page.goto("/")
    page.locator(".top-search input").fill("ke hoach dau tien")
    page.locator(".top-search input").press("Enter")
    page.wait_for_url("**/tim-kiem/?q=**")
    expect(page.get_by_role("link", name="10/KH-CAT").first).to_be_visible()


@pytest.mark.parametrize("size", SIZES)
def test_the_page_of_results_fits_its_window(plan, page_for, no_axe_violations, size):
    page = page_for(plan.world.posting("An"), viewport=size)
    page.goto("/tim-kiem/?q=ke+hoach")
    expect(page.locator("mark").first).to_be_visible()
    assert overflow_of(page) <= 0
    no_axe_violations(page)


@pytest.mark.parametrize("size", SIZES)
def test_the_picture_of_papers_leads_to_the_papers(plan, page_for, no_axe_violations, size):
    page = page_for(plan.world.posting("An"), viewport=size)
    page.goto("/chuong-trinh/van-ban/")
    page.get_by_role("link", name="125/KH-CAT-PV05").first.click()
    page.get_by_role("link", name="Quan hệ văn bản").click()
    expect(page.locator(".paper-centre")).to_have_count(1)
    assert overflow_of(page) <= 0
    no_axe_violations(page)
    page.locator(".paper-picture a").first.click()
    page.wait_for_url("**/chuong-trinh/van-ban/*/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("10/KH-CAT")
