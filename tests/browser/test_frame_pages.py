"""The frame and the components in the browser: no axe violation, no CSP report, 360 px, keys."""

import pytest
from django.db import transaction
from playwright.sync_api import expect

from phongtrao.core import audit
from phongtrao.core.errors import StaleVersion
from tests.browser.conftest import DESKTOP, PHONE, overflow_of

PAGES = ["/", "/thong-bao/", "/mau-thanh-phan/"]
AUDITOR_PAGES = {
    "/nhat-ky/": 200,
    "/nhat-ky/?co_quan=Công an&cot=so&cot=ma_bam": 200,
    "/nhat-ky/kiem-tra/": 200,
    "/tro-giup/": 200,
    "/tro-giup/huong-dan/": 200,
    "/khong-co-trang-nay/": 404,
    "/bao-cao/": 403,
}
ACCOUNT_PAGES = {
    "/tai-khoan/password/change/": "Đổi mật khẩu",
    "/tai-khoan/2fa/": "Xác thực hai lớp",
    "/tai-khoan/2fa/totp/activate/": "Thiết lập ứng dụng xác thực",
    "/tai-khoan/logout/": "Đăng xuất",
}
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


@pytest.mark.parametrize("viewport", SIZES)
def test_the_pages_of_the_auditor_and_refusals_are_accessible(
    world, page_for, no_axe_violations, viewport
):
    with transaction.atomic():
        for number in range(3):
            audit.record("report.submitted", world.area("dak-ha"), by=world.actor("An"), so=number)
    page = page_for(world.posting("Kiểm"), viewport=viewport)
    for address, status in AUDITOR_PAGES.items():
        assert page.goto(address).status == status, address
        no_axe_violations(page)
        assert overflow_of(page) <= 0, address


@pytest.mark.parametrize("viewport", SIZES)
def test_the_pages_of_an_account_are_accessible(
    world, open_page, no_axe_violations, screenshot, viewport
):
    page = open_page(viewport=viewport)
    page.goto("/tai-khoan/login/?next=/tai-khoan/2fa/totp/activate/")
    page.get_by_label("Tên đăng nhập").fill(world.posting("Bình").account.username)
    page.get_by_label("Mật khẩu").fill("mat-khau-dai-12")
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Xác nhận lại")
    no_axe_violations(page)
    page.get_by_label("Mật khẩu").fill("mat-khau-dai-12")
    page.get_by_role("button", name="Xác nhận").click()
    for address, title in ACCOUNT_PAGES.items():
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        no_axe_violations(page)
        assert overflow_of(page) <= 0, address
        screenshot(page, f"account-{address.strip('/').replace('/', '-')}-{viewport['width']}")


def test_a_conflict_is_accessible_and_fits(
    world, page_for, no_axe_violations, screenshot, monkeypatch
):
    def refuse(*args, **kwargs):
        raise StaleVersion(
            mine={"Nội dung": "Bản của tôi " * 30, "Hạn": "30/06/2026"},
            theirs={"Nội dung": "Bản của người khác " * 20, "Hạn": "30/06/2026"},
            version=4,
        )

    monkeypatch.setattr("phongtrao.portal.actions.choose_standing", refuse)
    page = page_for(world.posting("An"), viewport=PHONE)
    page.goto("/mau-thanh-phan/")
    page.locator("#id_note").fill("Bản của tôi")
    page.locator("form:has(#id_note)").evaluate(
        "form => { form.noValidate = true; form.action = '/chuc-trach/' }"
    )
    page.locator("form:has(#id_note) button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Có hai bản khác nhau")
    expect(page.get_by_label("Nội dung đã nhập 1")).to_have_value("Bản của tôi")
    no_axe_violations(page)
    assert overflow_of(page) <= 0
    screenshot(page, "conflict-360")
