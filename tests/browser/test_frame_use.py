"""Using the frame: by keyboard, on a phone, without script, without a connection, on paper."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from phongtrao.core import clock
from phongtrao.core.inbox import InboxItem
from phongtrao.org.models import Delegation
from phongtrao.portal import queries
from tests.browser.conftest import DESKTOP, PHONE, overflow_of

LONG_NAME = "Ủy ban Mặt trận Tổ quốc Việt Nam đặc khu Lý Sơn, tỉnh Quảng Ngãi"
SIZES = [
    pytest.param({"width": 1440, "height": 900}, id="1440"),
    pytest.param(DESKTOP, id="1366"),
    pytest.param(PHONE, id="360"),
]


@pytest.fixture(autouse=True)
def _in_the_demo(settings):
    settings.DEMO = True


@pytest.fixture
def busy_day():
    """A full inbox with the longest names; what the stages offered comes back afterwards."""
    today, before = clock.today(), list(queries._inbox_providers)
    items = [
        InboxItem(
            kind="Nhiệm vụ" if n % 2 else "Báo cáo",
            title="Xây dựng và tổ chức thực hiện kế hoạch phối hợp vận động toàn dân tham gia "
            f"phong trào bảo vệ an ninh Tổ quốc năm 2026 (việc {n})",
            body=LONG_NAME,
            due_on=today + timedelta(days=n - 2) if n else None,
            state_label="Chưa hoàn thành – trong hạn",
            tone="warning",
            url="#",
            verb="Báo cáo tiến độ",
            tab="waiting",
        )
        for n in range(8)
    ]
    queries.offer_inbox([lambda actor, day: items])
    yield
    queries.offer_inbox(before)


def _lend(world):
    Delegation.objects.create(
        from_posting=world.posting("Bình"),
        to_account=world.posting("An").account,
        paper_number="12/GUQ-CAT",
        paper_date=clock.today(),
        valid_from=clock.today(),
    )


@pytest.mark.parametrize("viewport", SIZES)
def test_a_busy_inbox_fits_and_is_accessible(
    world, page_for, busy_day, no_axe_violations, screenshot, viewport
):
    page = page_for(world.posting("An"), viewport=viewport)
    page.goto("/")
    no_axe_violations(page)
    assert overflow_of(page) <= 0
    screenshot(page, f"inbox-busy-{viewport['width']}")


@pytest.mark.parametrize("viewport", SIZES)
def test_the_sign_in_page_is_accessible(world, open_page, no_axe_violations, screenshot, viewport):
    account = world.posting("An").account
    account.is_demo = True
    account.save()
    page = open_page(viewport=viewport)
    page.goto(reverse("account_login"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")
    no_axe_violations(page)
    assert overflow_of(page) <= 0
    screenshot(page, f"sign-in-{viewport['width']}")


def test_the_page_is_usable_at_double_size(world, page_for, busy_day):
    page = page_for(world.posting("An"), viewport={"width": 683, "height": 384})
    page.goto("/")
    assert overflow_of(page) <= 0
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_first_tab_stop_skips_to_the_content(world, page_for):
    page = page_for(world.posting("An"))
    page.goto("/")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Đến nội dung chính")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()


def test_everything_in_the_frame_is_reached_by_tab_and_seen(world, page_for):
    _lend(world)
    page = page_for(world.posting("An"))
    page.goto("/")
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.innerText.trim().slice(0, 24)"))
        outlined = page.evaluate(
            "getComputedStyle(document.activeElement).outlineStyle != 'none'"
            " || document.activeElement == document.body"
        )
        assert outlined
    for words in ("Việc cần xử lý", "English", "An"):
        assert any(words in text for text in seen), words


def test_a_switch_of_capacity_works_by_keyboard_and_escape_closes_it(world, page_for, screenshot):
    _lend(world)
    page = page_for(world.posting("An"))
    page.goto("/")
    summary = page.locator(".acting summary")
    summary.focus()
    page.keyboard.press("Enter")
    choice = page.get_by_role("button", name="12/GUQ-CAT")
    expect(choice).to_be_visible()
    screenshot(page, "acting-switch", full_page=False)
    page.keyboard.press("Escape")
    expect(choice).to_be_hidden()
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    choice.click()
    expect(page.locator(".acting summary")).to_contain_text("TUQ.")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_menu_is_a_drawer_on_a_phone(world, page_for, screenshot, script):
    page = page_for(world.posting("An"), viewport=PHONE, java_script_enabled=script)
    page.goto("/")
    entry = page.get_by_role("link", name="Việc cần xử lý").first
    expect(entry).to_be_hidden()
    page.get_by_role("link", name="Mở trình đơn").click()
    expect(page.locator(".menu-link").first).to_be_visible()
    screenshot(page, "drawer", full_page=False)
    page.get_by_role("link", name="Đóng trình đơn").click()
    expect(page.locator(".menu-link").first).to_be_hidden()


def test_escape_closes_the_drawer(world, page_for):
    page = page_for(world.posting("An"), viewport=PHONE)
    page.goto("/")
    page.get_by_role("link", name="Mở trình đơn").click()
    expect(page.locator(".menu-link").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".menu-link").first).to_be_hidden()


def test_the_menu_folds_to_icons_and_stays_so(world, page_for, no_axe_violations, screenshot):
    page = page_for(world.posting("An"))
    page.goto("/")
    wide = page.locator(".sidebar").bounding_box()["width"]
    page.get_by_role("button", name="Thu gọn trình đơn").click()
    assert page.locator(".sidebar").bounding_box()["width"] < wide / 2
    page.reload()
    assert page.locator(".sidebar").bounding_box()["width"] < wide / 2
    no_axe_violations(page)
    screenshot(page, "rail", full_page=False)


def test_signing_in_and_out_works_without_script(world, open_page):
    account = world.posting("An").account
    page = open_page(java_script_enabled=False)
    page.goto("/")
    page.get_by_label("Tên đăng nhập").fill(account.username)
    page.get_by_label("Mật khẩu").fill("mat-khau-dai-12")
    page.get_by_role("button", name="Đăng nhập").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc cần xử lý")
    page.locator(".person").click()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng nhập")


def test_without_a_connection_nothing_is_sent_and_nothing_is_lost(world, page_for):
    page = page_for(world.posting("An"))
    page.goto("/mau-thanh-phan/")
    page.locator("#id_note").fill("Đã gõ rất lâu")
    page.context.set_offline(True)
    page.locator("form:has(#id_note) button[type=submit]").evaluate("b => b.form.noValidate = true")
    page.locator("form:has(#id_note) button[type=submit]").click()
    expect(page.get_by_text("Chưa gửi được vì mất kết nối.").last).to_be_visible()
    expect(page.locator("#id_note")).to_have_value("Đã gõ rất lâu")
    page.context.set_offline(False)
    expect(page.locator(".offline-bar")).to_be_hidden()


def test_leaving_a_changed_form_asks_first(world, page_for):
    page = page_for(world.posting("An"))
    page.goto("/mau-thanh-phan/")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("#id_note").click()
    page.keyboard.type("Đã gõ")
    page.get_by_role("link", name="Việc cần xử lý").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Việc cần xử lý")
    assert asked == ["beforeunload"]


def test_a_double_click_sends_once(world, page_for):
    page = page_for(world.posting("An"))
    page.goto("/mau-thanh-phan/")
    sent = []

    def answer(route):
        sent.append(route.request.method)
        route.fulfill(status=204)  # the page stays, as while a slow server thinks

    page.route("**/mau-thanh-phan/", answer)
    button = page.get_by_role("button", name="Gửi báo cáo")
    button.dblclick()
    expect(button).to_have_attribute("aria-disabled", "true")
    assert sent == ["POST"]


def test_a_list_prints_on_a4_without_menus(world, page_for):
    page = page_for(world.posting("An"))
    page.goto("/mau-thanh-phan/")
    page.emulate_media(media="print")
    for hidden in (".sidebar", ".topbar", ".list-tools", ".pager"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".print-heading")).to_be_visible()
    expect(page.locator(".print-heading")).to_contain_text("Công an tỉnh Quảng Ngãi")
    expect(page.locator(".print-heading")).to_contain_text("Ngày in:")
    display = page.evaluate("getComputedStyle(document.querySelector('.list-table thead')).display")
    assert display == "table-header-group"
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
