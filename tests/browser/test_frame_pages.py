"""The frame and the components in the browser: no axe violation, no CSP report, 360 px, keys."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, overflow_of

PAGES = ["/", "/thong-bao/", "/mau-thanh-phan/"]
SIZES = [pytest.param(DESKTOP, id="desktop"), pytest.param(PHONE, id="phone")]


@pytest.fixture(autouse=True)
def _in_the_demo(settings):
    settings.DEMO = True


@pytest.mark.parametrize("viewport", SIZES)
@pytest.mark.parametrize("address", PAGES)
def test_a_page_of_the_frame_has_no_axe_violation_and_no_overflow(
    world, page_for, no_axe_violations, no_csp_reports, screenshot, address, viewport
):
    page = page_for(world.posting("An"), viewport=viewport)
    answer = page.goto(address)
    assert answer.status == 200
    no_axe_violations(page)
    no_csp_reports(page)
    assert overflow_of(page) <= 0
    name = address.strip("/") or "viec-can-xu-ly"
    screenshot(page, f"{name}-{viewport['width']}")
